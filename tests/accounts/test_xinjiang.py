"""The worked example: the loans to Xinjiang of 1935, read from composed papers (after S01, S02, S04, S06)."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pytest

import politburo
from politburo.accounts import EntryKind, LoanAccount, LoanAccounts
from politburo.schedules import TermsUnknown
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from tests.accounts.papers import XINJIANG, xinjiang


@cache
def books() -> LoanAccounts:
    return xinjiang()


def five_million() -> LoanAccount:
    return books().find(5_000_000)


def two_million() -> LoanAccount:
    return books().find(2_000_000, "URPRA")


def test_three_loans_of_two_decisions_and_no_more() -> None:
    assert [account.name for account in books()] == [
        "5000000 RUB_GOLD to URPRA of 1935-03-22",
        "250000 RUB_GOLD to банк Синьцзяна of 1935-03-22",
        "2000000 RUB_GOLD to URPRA of 1935-09-13",
    ]


def test_ten_allocations_are_the_principal() -> None:
    assert [str(one.amount) for one in five_million().allocations] == [
        f"{number} RUB_GOLD"
        for number in (100000, 350000, 800000, 300000, 50000, 1650000, 500000, 700000, 500000, 50000)
    ]
    check = five_million().checks()[0]
    assert (check.slug, check.holds) == ("allocations-add-up", True)
    assert check.message == "10 allocations add up to the principal, 5000000 RUB_GOLD"


def test_the_part_of_1936_is_850_000() -> None:
    assert str(five_million().part_of(1936)) == "850000 RUB_GOLD"
    assert str(five_million().part_of(1937)) == "0 RUB_GOLD"


def test_the_military_tranche_has_two_drawdowns_without_a_figure() -> None:
    military = five_million().allocation("военное имущество")
    drawn = five_million().drawdowns(military)
    assert str(military.amount) == "500000 RUB_GOLD"
    assert [(entry.passage.entity, entry.amount) for entry in drawn] == [("ru/9/1", None), ("ru/9/2", None)]
    assert five_million().drawdowns(five_million().allocation("серебро")) == ()


def test_its_balance_is_unknown_below_a_bound() -> None:
    balance = five_million().balance(five_million().allocation("военное"))
    assert not balance.known
    assert str(balance.left) == "../500000 RUB_GOLD"
    assert balance.reasons == (
        "1935-10-01.txt ru/9/1 draws without a figure",
        "1935-10-01.txt ru/9/2 draws without a figure",
    )
    assert str(balance).startswith("unknown, at most 500000 RUB_GOLD: 1935-10-01.txt ru/9/1 draws")


def test_a_tranche_nobody_drew_on_is_whole_and_so_is_a_balance_of_before() -> None:
    silver = five_million().balance(five_million().allocation("серебро"))
    assert (silver.known, str(silver)) == (True, "500000 RUB_GOLD")
    assert str(five_million().balance(on="1935-09-30")) == "5000000 RUB_GOLD"


def test_two_million_are_8_760_000_after_restatement_and_it_is_inferred() -> None:
    loan = two_million()
    (entry,) = loan.of(EntryKind.RESTATEMENT)
    assert str(loan.restated) == "8760000 SUR_1924"
    assert entry.amount is not None
    assert entry.amount.status is Status.INFERRED
    assert str(entry.date) == "1936-06-17"
    assert entry.notes == (
        "inferred: 2000000 RUB_GOLD × 4.38, as restated after the reform; the paper does not state it",
    )
    assert loan.conversion is not None
    assert loan.conversion.sources == ("S12",)
    assert str(loan.restated_balance().left) == "../8760000 SUR_1924"


def test_the_five_million_are_not_restated_without_a_paper_of_after() -> None:
    assert five_million().restated is None


def test_the_loans_are_those_of_the_literature() -> None:
    for loan, name, sources in (
        (five_million(), "xinjiang-5m-1935", ("S01", "S02", "S03", "S60")),
        (two_million(), "xinjiang-2m-1935", ("S01", "S04", "S06")),
    ):
        assert loan.known is not None
        assert (loan.known.id, loan.known.sources) == (name, sources)
    assert books().find(250_000).known is None


def test_the_allocations_are_those_of_the_literature() -> None:
    known = five_million().known
    assert known is not None
    assert [amount for _, amount in known.allocations] == [one.amount for one in five_million().allocations]


def test_the_schedule_follows_from_the_terms_of_the_paper() -> None:
    # Issued over three years, repaid from the end of two years for four (S04).
    schedule = two_million().schedule()
    assert [str(payment.due) for payment in schedule] == [f"{year}-09-13" for year in range(1938, 1942)]
    assert {str(payment.principal) for payment in schedule} == {"500000 RUB_GOLD"}
    assert schedule.payments[0].interest is None
    with pytest.raises(TermsUnknown, match="no schedule without the term"):
        five_million().schedule()


def test_what_is_owed_is_between_nothing_and_the_whole() -> None:
    assert str(two_million().owed().owed) == "0/2000000 RUB_GOLD"


def test_terms_parties_and_passages() -> None:
    loan = two_million()
    assert (str(loan.term), loan.rate) == ("P4Y", None)
    assert (str(loan.grace), str(loan.disbursement)) == ("P2Y", "P3Y")
    assert loan.purpose == "на содержание армии"
    assert loan.repayment == "погашением начиная через два года в течение четырех лет"
    assert [str(party) for party in five_million().lenders] == ["SOVSINTORG"]
    assert loan.granted is not None
    assert loan.granted.passage.quote == "2.000.000 золотых рублей"
    text = (XINJIANG / loan.granted.passage.document).read_text("utf-8")
    assert loan.granted.passage.span is not None
    assert loan.granted.passage.span.of(text) == loan.granted.passage.quote


def test_nicknames_are_the_loan_as_granted() -> None:
    assert [str(amount) for amount in two_million().stated] == [
        "2000000 RUB_GOLD",
        "2000000 XXX",
        "2000000 XXX",
    ]


def test_the_order_of_the_papers_does_not_matter() -> None:
    read = {path.name: politburo.read(path.read_text("utf-8")) for path in XINJIANG.glob("*.txt")}
    for names in permutations(sorted(read)):
        assert LoanAccounts.from_documents((name, read[name]) for name in names) == books()


def test_papers_are_marked_as_composed() -> None:
    for path in XINJIANG.glob("*.txt"):
        assert path.read_text("utf-8").startswith("СОСТАВЛЕНО ДЛЯ ПРИМЕРА")


def test_a_mapping_of_papers_will_do_and_a_loan_is_found_by_its_amount() -> None:
    read = {path.name: politburo.read(path.read_text("utf-8")) for path in XINJIANG.glob("*.txt")}
    found = LoanAccounts.from_documents(read)
    assert found.find(250_000).principal == MonetaryAmount.of(250_000, "RUB_GOLD")
    assert found.find(250_000).granted is not None
    assert PartialDate.parse("1935-03-22") == found.find(250_000).entries[0].date
