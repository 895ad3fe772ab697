"""Accounts: the same loan in several papers, what is booked, and what is left as far as it is known."""

from __future__ import annotations

import pytest
from attrs import evolve

import politburo
from politburo import specimen
from politburo.accounts import EntryKind, LoanAccounts
from politburo.accounts.report import report
from politburo.records import Charge, Document
from politburo.values.base import Status
from politburo.writing.rebuilding import records_from
from politburo.writing.statements import statements
from tests.accounts.papers import account, accounts, paper

GRANT = "Предоставить правительству МНР ссуду в 900.000 золотых рублей сроком на 3 года из 4% годовых."
GRANTED = paper(5, "1 марта 1934", GRANT)
TWO_MILLION = paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 рублей.")
FLOUR = "В счет 300.000 золотых рублей, выделенных из двухмиллионной ссуды правительству МНР, отпустить муку."
MACHINES = "В счет ссуды в 900.000 золотых рублей правительству МНР НКТП поставить машины на 100.000 рублей."


def test_a_loan_is_known_again_by_its_nickname_and_borrower() -> None:
    loan = account(
        paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей."),
        paper(
            9,
            "1 мая 1934",
            "В счет двухмиллионной ссуды правительству МНР поставить муку на сумму 300.000 золотых рублей.",
        ),
    )
    assert [entry.kind for entry in loan.entries] == [EntryKind.GRANT, EntryKind.DRAWDOWN]
    assert str(loan.balance()) == "1700000 RUB_GOLD"
    assert loan.checks()[-1].holds is True


def test_another_borrower_is_another_loan() -> None:
    found = accounts(
        paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей."),
        paper(9, "1 мая 1934", "Предоставить правительству ТНР ссуду в 2.000.000 золотых рублей."),
    )
    assert [str(loan.borrowers[0]) for loan in found] == ["MNR", "TNR"]


def test_a_loan_granted_again_is_another_loan() -> None:
    found = accounts(GRANTED, paper(17, "1 марта 1936", GRANT))
    assert len(found) == 2
    with pytest.raises(KeyError, match="2 loans of 900000"):
        found.find(900_000)


def test_the_same_decision_in_two_papers_is_booked_once() -> None:
    loan = account(GRANTED, GRANTED)
    assert len(loan.of(EntryKind.GRANT)) == 1
    assert str(account(GRANTED, DRAWN, DRAWN).balance()) == "500000 RUB_GOLD"


def test_a_sum_in_another_unit_makes_the_balance_unknown() -> None:
    loan = account(GRANTED, paper(9, "1 мая 1934", MACHINES))
    assert (
        str(loan.balance()) == "unknown, at most 900000 RUB_GOLD: 2 ru/7/0 draws 100000 RUB, not in RUB_GOLD"
    )
    resolved = account(GRANTED, paper(9, "1 мая 1934", MACHINES), rubles="RUB_GOLD")
    assert str(resolved.balance()) == "800000 RUB_GOLD"
    (drawn,) = resolved.drawdowns()
    assert drawn.amount is not None
    assert drawn.amount.status is Status.INFERRED
    assert drawn.notes == ("RUB is taken to be RUB_GOLD",)


def test_rubles_that_were_not_in_use_are_not_taken() -> None:
    loan = account(GRANTED, paper(9, "1 мая 1934", MACHINES), rubles="SUR_1961")
    (drawn,) = loan.drawdowns()
    assert drawn.notes == ("SUR_1961 was not in use on 1934-05-01 but from 1961-01-01 to 1991-12-26",)


def test_more_drawn_than_granted_fails_the_check() -> None:
    draw = "В счет ссуды в 900.000 золотых рублей правительству МНР отпустить муку на 950.000 золотых рублей."
    loan = account(GRANTED, paper(9, "1 мая 1934", draw))
    (check,) = loan.checks()
    assert check.holds is False
    assert not check
    assert str(loan.balance()) == "-50000 RUB_GOLD"


def test_what_is_drawn_on_again_is_set_apart_not_drawn() -> None:
    loan = LoanAccounts.from_documents([politburo.read(specimen.text())]).find(1_600_000)
    assert [(entry.passage.entity, entry.amount) for entry in loan.drawdowns()] == [
        ("ru/42/2", None),
        ("ru/42/3", None),
    ]
    (allocation,) = loan.allocations
    assert str(allocation.amount) == "450000 RUB_GOLD"
    assert str(loan.balance(allocation).left) == "../450000 RUB_GOLD"


def test_a_translation_confirms_and_is_not_booked_again() -> None:
    loan = LoanAccounts.from_documents([("specimen", politburo.read(specimen.text()))]).find(1_600_000)
    assert len(loan.of(EntryKind.GRANT)) == 1
    assert [passage.entity for passage in loan.entries[0].confirmed] == ["en/42/1"]


def test_witnesses_that_disagree_are_one_loan_and_it_is_told() -> None:
    text = specimen.text().replace("a goods loan of 1,600,000 gold", "a goods loan of 1,060,000 gold")
    found = LoanAccounts.from_documents([("specimen", politburo.read(text))])
    assert len(found) == len(LoanAccounts.from_documents([politburo.read(specimen.text())]))
    (note,) = found.find(1_600_000).notes
    told = "does not agree with specimen ru/42/1 «1.600.000 золотых рублей»: the first witness is booked"
    assert note == f"specimen en/42/1 «1,060,000 gold rubles» {told}"


def test_a_translation_that_says_otherwise_confirms_nothing() -> None:
    text = specimen.text().replace("against the loan granted", "against repayment of the loan granted")
    loan = LoanAccounts.from_documents([politburo.read(text)]).find(1_600_000)
    assert [bool(entry.confirmed) for entry in loan.entries] == [True, False, True]


def test_a_contract_that_is_only_referred_to_draws_nothing() -> None:
    found = LoanAccounts.from_documents([politburo.read(specimen.text())])
    loan = found.find(2_000_000)
    assert [entry.kind for entry in loan.entries] == [EntryKind.BASIS]
    assert str(loan.balance()) == "2000000 XXX"


def test_loans_in_kind_are_booked_in_goods() -> None:
    loan = account(
        paper(5, "1 марта 1932", "Предоставить правительству МНР семенную ссуду в 2.400 пудов."),
    )
    assert str(loan.principal) == "2400 pood"
    assert str(loan.balance()) == "2400 pood"


def test_a_unit_said_elsewhere_is_inferred() -> None:
    loan = account(TWO_MILLION, paper(9, "1 мая 1934", FLOUR))
    assert str(loan.principal) == "2000000 RUB_GOLD"
    assert loan.principal is not None
    assert loan.principal.status is Status.INFERRED
    told = "the principal is stated in RUB; RUB_GOLD is inferred from its other passages"
    assert loan.notes == (told,)
    assert [str(amount) for amount in loan.stated] == ["2000000 RUB", "2000000 XXX"]


def test_of_two_loans_alike_the_authorising_decision_tells() -> None:
    named = "предоставленной правительству МНР по постановлению от 1 марта 1934 г.,"
    first, second = accounts(
        TWO_MILLION,
        paper(15, "1 марта 1935", "Предоставить правительству МНР ссуду в 2.000.000 рублей."),
        paper(
            29, "1 мая 1935", f"В счет двухмиллионной ссуды, {named} отпустить муку на сумму 438.000 рублей."
        ),
        paper(
            30,
            "1 июня 1935",
            "В счет двухмиллионной ссуды правительству МНР отпустить муку на 38.000 рублей.",
        ),
    )
    assert [entry.passage.document for entry in first.entries] == ["1", "3"]
    assert [entry.passage.document for entry in second.entries] == ["2", "4"]


def test_goods_taken_in_repayment_are_no_drawdown() -> None:
    wool = "Принять в счет погашения двухмиллионной ссуды правительству МНР шерсть на сумму 300.000 рублей."
    loan = account(TWO_MILLION, paper(9, "1 мая 1935", wool))
    (entry,) = loan.of(EntryKind.REPAYMENT)
    assert str(entry.amount) == "300000 RUB"
    assert loan.drawdowns() == ()


def test_an_annulment_is_told() -> None:
    cancel = "Аннулировать двухмиллионную ссуду, предоставленную правительству МНР."
    loan = account(TWO_MILLION, paper(9, "1 мая 1935", cancel))
    assert [entry.kind for entry in loan.entries] == [EntryKind.GRANT, EntryKind.ANNULMENT]
    assert str(loan.balance()) == "unknown, at most 2000000 RUB: annulled by 2 ru/7/0 «двухмиллионную»"
    assert str(loan.balance(on="1935-04-30")) == "2000000 RUB"


def test_an_annulled_part_is_booked_with_its_own_sum() -> None:
    debt = "Аннулировать задолженность правительства МНР по ссуде в 900.000 золотых рублей"
    part = f"{debt} в сумме 300.000 золотых рублей."
    loan = account(GRANTED, paper(9, "1 мая 1935", part))
    (entry,) = loan.of(EntryKind.ANNULMENT)
    assert str(entry.amount) == "300000 RUB_GOLD"


INCREASED = [("до 1.200.000", "1200000 RUB_GOLD"), ("на 300.000", "1200000 RUB_GOLD")]


@pytest.mark.parametrize(("words", "limit"), INCREASED)
def test_an_increase_is_no_second_loan(words: str, limit: str) -> None:
    more = f"Увеличить ссуду правительству МНР в 900.000 золотых рублей {words} золотых рублей."
    loan = account(GRANTED, paper(9, "1 мая 1934", more))
    assert [entry.kind for entry in loan.entries] == [EntryKind.GRANT, EntryKind.INCREASE]
    assert str(loan.balance()) == limit
    assert str(loan.balance(on="1934-04-30")) == "900000 RUB_GOLD"
    assert str(loan.principal) == "900000 RUB_GOLD"


FLOUR_FOR = "В счет ссуды в 900.000 золотых рублей правительству МНР поставить муку"
# What is drawn, what is left, and whether it is within the loan.
AS_FAR_AS_KNOWN = [
    (" на сумму около 300.000 золотых рублей", "~600000 RUB_GOLD", None),
    (" на сумму до 300.000 золотых рублей", "unknown, from 600000 to 900000 RUB_GOLD", True),
    (" на сумму не менее 300.000 золотых рублей", "unknown, at most 600000 RUB_GOLD", None),
    ("", "unknown, at most 900000 RUB_GOLD: 2 ru/7/0 draws without a figure", None),
]


@pytest.mark.parametrize(("words", "left", "holds"), AS_FAR_AS_KNOWN)
def test_a_balance_is_as_exact_as_what_was_drawn(words: str, left: str, holds: object) -> None:
    loan = account(GRANTED, paper(9, "1 мая 1934", f"{FLOUR_FOR}{words}."))
    assert str(loan.balance()) == left
    assert not loan.balance().known
    (check,) = loan.checks()
    assert check.holds is holds


def test_a_loan_of_at_least_a_sum_can_have_any_balance() -> None:
    granted = GRANTED.replace("в 900.000", "не менее 900.000")
    loan = account(granted, paper(9, "1 мая 1934", f"{FLOUR_FOR}."))
    assert loan.balance().left is None
    assert str(loan.balance()) == "unknown: 2 ru/7/0 draws without a figure"


def test_a_loan_up_to_a_sum_is_known_again_by_the_sum() -> None:
    granted = GRANTED.replace("ссуду в 900.000", "ссуду до 900.000")
    loan = account(granted, paper(9, "1 мая 1934", f"{FLOUR_FOR} на 100.000 золотых рублей."))
    assert str(loan.balance()) == "unknown, at most 800000 RUB_GOLD"


WOOL = (
    "Принять в счет погашения ссуды в 900.000 золотых рублей правительству МНР шерсть на {} золотых рублей."
)
DRAWN = paper(9, "1 мая 1934", f"{FLOUR_FOR} на сумму 400.000 золотых рублей.")


def test_what_is_owed_is_what_was_drawn_less_what_was_repaid() -> None:
    loan = account(GRANTED, DRAWN, paper(15, "1 мая 1935", WOOL.format("300.000")))
    assert str(loan.owed()) == "100000 RUB_GOLD"
    assert loan.owed().known
    assert str(loan.owed(on="1934-12-31")) == "400000 RUB_GOLD"
    assert str(loan.balance()) == "500000 RUB_GOLD"


def test_a_debt_is_between_bounds_where_figures_are_missing() -> None:
    told = "more is repaid than the papers at hand show to be drawn"
    loan = account(GRANTED, paper(15, "1 мая 1935", WOOL.format("300.000")))
    assert str(loan.owed()) == f"unknown, from 0 to 600000 RUB_GOLD: {told}"
    loan = account(GRANTED, paper(9, "1 мая 1934", f"{FLOUR_FOR}."))
    assert str(loan.owed()) == "unknown, from 0 to 900000 RUB_GOLD: 2 ru/7/0 draws without a figure"


def test_a_restated_sum_that_the_paper_prints_is_not_drawn() -> None:
    flour = "В счет двухмиллионной ссуды (8.760.000 рублей) МНР отпустить муку на сумму 438.000 рублей."
    granted = paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей.")
    loan = account(granted, paper(9, "1 июля 1936", flour), rubles="SUR")
    assert str(loan.restated_balance()) == "8322000 SUR_1924"
    assert loan.of(EntryKind.RESTATEMENT)[0].notes[0].endswith("; the paper states it")
    assert loan.allocations == ()


def test_a_drawdown_of_before_the_reform_is_restated_with_the_loan() -> None:
    granted = paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей.")
    flour = "В счет двухмиллионной ссуды правительству МНР поставить муку на сумму"
    loan = account(
        granted,
        paper(9, "1 мая 1934", f"{flour} 300.000 золотых рублей."),
        paper(19, "1 июля 1936", f"{flour} 438.000 рублей."),
        rubles="SUR",
    )
    # (2,000,000 − 300,000) × 4.38 is 7,446,000; the rubles of 1936 are subtracted as they are.
    assert str(loan.restated_balance()) == "7008000 SUR_1924"


def test_a_drawdown_that_names_the_loan_as_restated_has_no_figure() -> None:
    granted = paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей.")
    flour = "В счет двухмиллионной ссуды правительству МНР, 8.760.000 рублей, отпустить муку."
    (drawn,) = account(granted, paper(9, "1 июля 1936", flour)).drawdowns()
    assert drawn.amount is None
    assert drawn.notes == ("the figure is that of the loan, restated",)
    assert str(drawn) == "1936-07-01 drawdown without a figure"
    assert drawn.decision == "ru/7"


PARTS = "2. В счет этой ссуды выделить:\n\nа) на рожь — {};\n\nб) на овёс — {}."
DIVIDED = [
    ("семенную ссуду в 2.400 пудов", ("1.400 пудов", "1.000 пудов"), ["1400 pood", "1000 pood"]),
    # Rubles set apart of a loan in gold rubles are gold.
    (
        "ссуду в 900.000 золотых рублей",
        ("500.000 рублей", "400.000 рублей"),
        ["500000 RUB_GOLD", "400000 RUB_GOLD"],
    ),
]


@pytest.mark.parametrize(("granted", "parts", "apart"), DIVIDED)
def test_parts_are_in_the_unit_of_the_loan(granted: str, parts: tuple[str, str], apart: list[str]) -> None:
    body = f"1. Предоставить правительству МНР {granted}.\n\n{PARTS.format(*parts)}"
    loan = account(paper(5, "1 марта 1932", body))
    assert [str(one.amount) for one in loan.allocations] == apart
    (check,) = loan.checks()
    assert check.holds


def test_a_later_drawdown_is_not_taken_for_a_part() -> None:
    parts = PARTS.format("500.000 золотых рублей", "400.000 золотых рублей")
    later = "3. В счет этой же ссуды отпустить сапоги на 100.000 золотых рублей."
    granted = "1. Предоставить правительству МНР ссуду в 900.000 золотых рублей."
    loan = account(paper(5, "1 марта 1932", f"{granted}\n\n{parts}\n\n{later}"))
    assert [one.purpose for one in loan.allocations] == ["на рожь", "на овёс"]
    assert str(loan.balance()) == "800000 RUB_GOLD"


def test_a_loan_without_a_borrower_is_known_by_its_amount_and_it_is_told() -> None:
    draw = "В счет ссуды в 900.000 золотых рублей отпустить муку на 100.000 золотых рублей."
    loan = account(GRANTED, paper(9, "1 мая 1934", draw))
    assert str(loan) == "900000 RUB_GOLD to MNR of 1934-03-01"
    assert loan.notes == ("2 ru/7/0 names no borrower: taken for this loan by its amount",)


def test_which_of_two_like_sums_is_drawn_on_must_be_clear() -> None:
    apart = (
        "Предоставить правительству МНР ссуду в 2.000.000 рублей.\n\n2. В счет двухмиллионной ссуды выделить:"
    )
    granted = paper(
        5, "1 марта 1934", f"1. {apart}\n\nа) на муку — 300.000 рублей;\n\nб) на ткани — 300.000 рублей."
    )
    draw = "В счет 300.000 рублей из двухмиллионной ссуды правительству МНР передать тракторы."
    loan = account(granted, paper(9, "1 мая 1934", draw))
    assert [one.purpose for one in loan.allocations][:2] == ["на муку", "на ткани"]
    assert loan.drawdowns()[0].notes == ("which 300000 RUB is meant is not clear",)


def test_an_english_paper_and_a_russian_one_speak_of_one_loan() -> None:
    draw = "Deliver flour for 300,000 gold rubles against the two-million loan of the Mongolian government."
    granted = paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 2.000.000 золотых рублей.")
    loan = account(granted, paper(9, "1 мая 1934", draw))
    assert str(loan.balance()) == "1700000 RUB_GOLD"


def test_papers_without_loans_have_no_accounts() -> None:
    assert len(LoanAccounts.from_documents([politburo.read("Отложить.")])) == 0


def test_a_balance_needs_a_principal() -> None:
    loan = account(GRANTED)
    with pytest.raises(ValueError, match="was not restated in the papers at hand"):
        loan.restated_balance()
    with pytest.raises(KeyError):
        loan.allocation("silver")


def of_unknown_amount(text: str) -> Document:
    """Return a paper whose loan has no sum, as who corrects what was read may find."""
    document = politburo.read(text).document
    (witness,) = document.witnesses
    loans = tuple(evolve(loan, principal=None) for loan in witness.loans)
    return evolve(document, witnesses=(evolve(witness, loans=loans),))


def test_a_loan_of_unknown_amount_has_no_balance() -> None:
    accounts = LoanAccounts.from_documents([of_unknown_amount(DRAWN)])
    (loan,) = accounts
    assert [str(entry.amount) for entry in loan.drawdowns()] == ["400000 RUB_GOLD"]
    for ask in (loan.balance, loan.owed):
        with pytest.raises(ValueError, match="no paper at hand gives the principal"):
            ask()
    with pytest.raises(KeyError):
        loan.part_of(1934)
    assert report(accounts).endswith("  left        unknown: no paper at hand gives the principal\n")


def test_a_loan_of_unknown_amount_is_told_by_the_decision_it_names() -> None:
    by = "предоставленной правительству МНР по постановлению от 1 марта 1934 г.,"
    draw = f"В счет ссуды в 900.000 золотых рублей, {by} поставить муку на 300.000 золотых рублей."
    named = of_unknown_amount(paper(9, "1 мая 1934", draw))
    granted = politburo.read(GRANTED)
    (loan,) = LoanAccounts.from_documents([granted, named])
    assert str(loan.balance()) == "600000 RUB_GOLD"
    assert len(LoanAccounts.from_documents([granted, of_unknown_amount(DRAWN)])) == 2


def test_of_records_without_their_text_what_is_charged_has_no_figure() -> None:
    made = records_from(statements(politburo.read(DRAWN).document))
    (loan,) = LoanAccounts.from_documents([("made", made)])
    assert str(loan.balance()) == "unknown, at most 900000 RUB_GOLD: made ru/7/0 draws without a figure"
    # Where nothing is charged to it either, no directive carries the loan.
    granted = records_from(statements(politburo.read(GRANTED).document))
    assert len(LoanAccounts.from_documents([granted])) == 0


def test_a_contract_that_another_paper_rests_on_is_not_booked() -> None:
    document = politburo.read(specimen.text()).document
    first, *others = document.witnesses
    loans = tuple(evolve(loan, bases=(Charge("ru/99"), *loan.bases)) for loan in first.loans)
    changed = evolve(document, witnesses=(evolve(first, loans=loans), *others))
    loan = LoanAccounts.from_documents([changed]).find(2_000_000)
    assert [entry.passage.entity for entry in loan.entries] == ["ru/43/0"]


def test_a_charge_without_its_words_is_booked_with_the_figure_of_its_directive() -> None:
    document = politburo.read(DRAWN).document
    (witness,) = document.witnesses
    loans = tuple(evolve(loan, drawdowns=(Charge("ru/7/0"),)) for loan in witness.loans)
    changed = evolve(document, witnesses=(evolve(witness, loans=loans),))
    (loan,) = LoanAccounts.from_documents([changed])
    assert [str(entry.amount) for entry in loan.drawdowns()] == ["400000 RUB_GOLD"]


def test_of_a_directive_without_its_words_nobody_knows_what_a_sum_is_for() -> None:
    document = politburo.read(paper(9, "1 мая 1934", FLOUR)).document
    (witness,) = document.witnesses
    (decision,) = witness.protocol.decisions
    directives = tuple(evolve(directive, span=None) for directive in decision.directives)
    protocol = evolve(witness.protocol, decisions=(evolve(decision, directives=directives),))
    (loan,) = LoanAccounts.from_documents([evolve(document, witnesses=(evolve(witness, protocol=protocol),))])
    assert [str(one) for one in loan.allocations] == ["300000 RUB_GOLD"]


def test_a_report_tells_rate_and_debt() -> None:
    told = report(accounts(GRANTED, DRAWN, paper(15, "1 мая 1935", WOOL.format("300.000"))))
    assert "  terms       4% a year, for P3Y\n" in told
    assert "  owed        100000 RUB_GOLD\n" in told
