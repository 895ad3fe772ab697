"""Conversions: every one on a named basis, with its rates, sources and doubts.

The figures come from ``rates.toml``; S14 and the like are the sources named there (``sources.toml``).
"""

from __future__ import annotations

import datetime as dt
import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.rates import BasisRequired, ChainRefused, NoRate, RateTable, convert, savings_of_1947
from politburo.values.arithmetic import CurrencyMismatch, sum_of
from politburo.values.base import Status
from politburo.values.money import MonetaryAmount
from politburo.vocabulary.making import toml

# What is converted, on which basis, what comes of it, and the sources that give the rate (sources.toml);
# where none gives it, the reckoning by which it follows.
CASES = [
    # chervonets to gold rubles before the reform
    ("500000 RUB_CHERVONNY", "RUB_GOLD", "1935-10-01", "nominal", "500000", "S26 S14"),
    ("500000 RUB_CHERVONNY", "RUB_GOLD", "1935-10-01", "torgsin", "75757.58", "S18"),
    ("500000 RUB_CHERVONNY", "RUB_GOLD", "1935-10-01", "restatement", "114155.25", "S12"),
    ("500000 RUB_GOLD", "SUR_1924", "1935-10-01", "torgsin", "3300000", "S18"),
    ("500000 RUB_GOLD", "SUR_1924", "1935-10-01", "restatement", "2190000", "S12"),
    ("500000 RUB_GOLD", "RUB_CHERVONNY", "1935-10-01", "nominal", "500000", "S26 S14"),
    ("500000 RUB_GOLD", "RUB_CHERVONNY", "1935-10-01", "restatement", "2190000", "S12"),
    # restated loans
    ("2000000 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "8760000", "S12"),
    ("250000 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "1095000", "S12"),
    ("250000 RUB_GOLD", "SUR_1924", "1936-06-17", "applied_to_loan", "1095000", "S06"),
    ("8760000 SUR_1924", "RUB_GOLD", "1936-06-17", "restatement", "2000000", "S12"),
    ("5000000 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "21900000", "S12"),
    ("1 RUB_GOLD", "SUR_1924", "1937-07-18", "official_coefficient", "4.38", "S12"),
    # chervontsy and treasury rubles
    ("1 CHERVONETS", "SUR_1924", "1924-02-05", "legal", "10", "S14"),
    ("300000 CHERVONETS", "RUB_CHERVONNY", "1923-08-01", "unit", "3000000", "S14"),
    ("10 RUB_TREASURY_1924", "CHERVONETS", "1925", "legal", "1", "S14"),
    ("12345.67 SUR_1924", "CHERVONETS", "1925", "legal", "1234.567", "S14"),
    ("1 CHERVONETS", "RUB_GOLD", "1923", "nominal", "10", "S26 S14"),
    # rubles in foreign currency: until 1936 the same number as gold rubles
    ("10000 RUB_FOREIGN", "RUB_GOLD", "1935-09-13", "accounting", "10000", "the note of the unit"),
    # the sovznaki
    ("10000 SOVZNAK_1919", "SOVZNAK_1922", "1922-01-01", "redenomination", "1", "S14"),
    ("100 SOVZNAK_1922", "SOVZNAK_1923", "1923-01-01", "redenomination", "1", "S14"),
    ("1000000 SOVZNAK_1919", "SOVZNAK_1923", "1923-05-01", "redenomination", "1", "S14"),
    ("50000 SOVZNAK_1923", "RUB_TREASURY_1924", "1924-03-10", "redenomination", "1", "S14"),
    ("50000000000 SOVZNAK_1919", "RUB_TREASURY_1924", "1924-03-10", "redenomination", "1", "S14"),
    ("50000000000 SOVZNAK_1919", "SUR_1924", "1924-03-10", "redenomination", "1", "S14"),
    ("1 SOVZNAK_1919", "RUB_TREASURY_1924", "1924-03-10", "redenomination", "0.00000000002", "S14"),
    ("500000 SOVZNAK_1923", "CHERVONETS", "1924-03-10", "redenomination", "1", "S14"),
    # the reforms of 1947 and 1961
    ("1000 SUR_1924", "SUR_1947", "1947-12-16", "redenomination", "100", "S23"),
    ("1000 SUR_1924", "SUR_1947", "1947-12-16", "prices", "1000", "S21 S23 S24"),
    ("1000 SUR_1947", "SUR_1961", "1961-01-01", "redenomination", "100", "ten to one"),
    ("1000 SUR_1924", "SUR_1961", "1961-01-01", "redenomination", "10", "S23"),
    # dollars before and after January 1934
    ("8000000 USD", "RUB_GOLD", "1933-03-08", "official", "15520000", "S18"),
    ("8000000 USD", "RUB_GOLD", "1933-03-08", "gold_parity", "15547040", "S14"),
    ("100 USD", "RUB_GOLD", "1933-03-08", "gold_parity", "194.34", "S14"),
    ("100 USD", "RUB_GOLD", "1934-01-31", "gold_parity", "114.78", "S14"),
    ("8000000 USD", "RUB_GOLD", "1934-01-31", "gold_parity", "9182480", "S14"),
    ("8000000 USD", "RUB_GOLD", "1934-01-31", "gold_content", "9182453.88", "S14"),
    ("500000 RUB_GOLD", "USD", "1935-10-01", "gold_parity", "435612.17", "S14"),
    ("500000 RUB_GOLD", "USD", "1935-10-01", "gold_content", "435613.4", "S14"),
    ("100 USD", "SUR_1924", "1935-06-01", "official", "115", "quotations of 1.13 to 1.16"),
    ("100 USD", "SUR_1924", "1936-02-01", "official", "500", "S20"),
    ("100 USD", "SUR_1924", "1936-05-01", "gold_parity", "502.5", "S13"),
    ("100 USD", "SUR_1924", "1936-05-01", "official", "504", "quotation of 5.04"),
    ("100 USD", "SUR_1924", "1938", "official", "530", "S21 S13 S22"),
    ("100 USD", "SUR_1924", "1941-06-22", "diplomatic", "1200", "S22 S23"),
    ("100 USD", "SUR_1924", "1940", "market_abroad", "2525", "S22"),
    ("100 USD", "SUR_1947", "1949", "official", "530", "S24"),
    ("100 USD", "SUR_1947", "1950-03-01", "official", "400", "S24 S25"),
    ("100 USD", "SUR_1947", "1950-03-01", "gold_content", "400", "S25"),
    ("100 USD", "SUR_1961", "1961-01-01", "official", "90", "S59"),
    ("100 USD", "SUR_1961", "1972-06-01", "official", "82.9", "0.829"),
    # pounds, francs, yen, tugriks and others
    ("100 GBP", "SUR_1947", "1949-12-01", "official", "1484", "S24"),
    ("100 GBP", "SUR_1947", "1950-04-01", "official", "1120", "S24 S25"),
    ("100 GBP", "SUR_1947", "1950-04-01", "diplomatic", "1680", "S24"),
    ("300 FRF", "SUR_1924", "1936-05-01", "official", "100", "S14 S13"),
    ("425 FRF", "SUR_1924", "1937-01-01", "official", "100", "S13 S14"),
    ("100 FRF", "RUB_GOLD", "1935-10-01", "gold_parity", "7.61", "0.05895 g / 0.774234 g"),
    ("1 FRF", "RUB_GOLD", "1935-10-01", "gold_parity", "0.0761", "0.05895 g / 0.774234 g"),
    ("100 JPY", "RUB_GOLD", "1930-05-01", "gold_parity", "96.87", "0.75 g / 0.774234 g"),
    ("3480 JPY", "USD", "1935-10-01", "annual_average", "1000", "S28"),
    ("100 MNT", "SUR_1924", "1935-10-01", "official", "100", "S27 S17"),
    ("100 MXD_SILVER", "MNT", "1926", "exchange", "88", "S17"),
    ("5 IR_TOMAN", "IRR", "1935", "unit", "50", "ten rials"),
    ("4000 XJ_TAEL", "XJ_DOLLAR", "1939-02-01", "redenomination", "1", "4,000 to 1"),
    ("100 SUR_1947", "XAU_GRAM", "1950-03-01", "gold_content", "22.217", "S25"),
    ("445 SUR_1947", "XAU_GRAM", "1950-03-01", "purchase_price", "100", "S25"),
    # ranges and "about" go along
    ("../2000000 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "../8760000", "S12"),
    ("100/200 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "438/876", "S12"),
    ("~100 RUB_GOLD", "SUR_1924", "1936-06-17", "restatement", "~438", "S12"),
]


def money(text: str) -> MonetaryAmount:
    return MonetaryAmount.parse(text)


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_conversion_on_a_basis(case: tuple[str, ...]) -> None:
    amount, to, on, basis, expected, source = case
    conversion = convert(money(amount), to, on=on, basis=basis)
    assert str(conversion.result) == f"{expected} {to}"
    assert conversion.result.status is Status.INFERRED
    assert (conversion.legs[0].source, conversion.legs[-1].target) == (amount.split(" ")[1], to)
    # A case whose rate has a source names it; others say how the rate follows.
    named = {word for word in source.split(" ") if word[:1] == "S" and word[1:].isdigit()}
    assert named <= set(conversion.sources)
    assert bool(named) or not any(rate.sources for rate in conversion.rates if rate.kind != "unit")


def test_there_are_enough_cases_and_their_sources_are_known() -> None:
    known = {entry["id"] for entry in toml("sources")["source"]}
    named = {word for case in CASES for word in case[-1].split(" ") if word[1:].isdigit()}
    assert len(CASES) >= 60
    assert named <= known


def test_october_1935_needs_a_basis_and_is_told_which_there_are() -> None:
    with pytest.raises(BasisRequired) as caught:
        convert(money("500.000 червонных рублей"), "RUB_GOLD", on="1935-10-01")
    found = {basis.name: str(basis.conversion.result) for basis in caught.value.bases}
    assert found == {
        "nominal": "500000 RUB_GOLD",
        "torgsin": "75757.58 RUB_GOLD",
        "restatement": "114155.25 RUB_GOLD",
    }
    assert [basis.in_force for basis in caught.value.bases] == [True, True, False]
    lines = str(caught.value).splitlines()
    assert (
        lines[0] == "expected a basis to convert 500000 RUB_CHERVONNY to RUB_GOLD on 1935-10-01; there are:"
    )
    assert lines[1].startswith("  nominal: 1 RUB_CHERVONNY = 1 RUB_GOLD; gives 500,000 RUB_GOLD (the law's")
    assert lines[2].startswith("  torgsin: 1 RUB_GOLD = 6.60 SUR_1924; gives 75,757.58 RUB_GOLD (")
    assert lines[3].startswith(
        "  restatement: 1 RUB_GOLD = 4.38 SUR_1924; gives 114,155.25 RUB_GOLD (not in force"
    )
    assert lines[4].startswith(
        "  (no single rate at which departments booked the one as the other was found: "
    )
    assert lines[4].endswith(" (S01, S06, S12, S13, S14, S18, S19))")


def test_after_the_reform_nothing_is_said_of_october_1935() -> None:
    conversion = convert(money("500000 RUB_GOLD"), "SUR_1924", on="1936-06-17", basis="restatement")
    assert "caution" not in [doubt.slug for doubt in conversion.doubts]
    before = convert(money("500000 RUB_GOLD"), "SUR_1924", on="1935-10-01", basis="torgsin")
    assert "caution" in [doubt.slug for doubt in before.doubts]


def test_even_a_single_rate_needs_its_name() -> None:
    with pytest.raises(BasisRequired, match=r"gold_parity: 1 USD = 1\.14781 RUB_GOLD"):
        convert(money("100 USD"), "RUB_GOLD", on="1934-01-31")


def test_two_official_rates_of_one_day_are_told_apart_by_id() -> None:
    with pytest.raises(BasisRequired) as caught:
        convert(money("100 USD"), "SUR_1924", on="1935-12-01", basis="official")
    ids = [basis.name for basis in caught.value.bases]
    assert ids == ["USD-SUR_1924-1935-01-01-official", "USD-SUR_1924-1935-11-official"]
    assert str(convert(money("100 USD"), "SUR_1924", on="1935-12-01", basis=ids[1]).result) == "500 SUR_1924"


def test_a_rate_named_by_id_is_used_outside_its_time_and_the_conversion_says_so() -> None:
    conversion = convert(
        money("100 USD"), "SUR_1924", on="1936-01-01", basis="USD-SUR_1924-1935-01-01-official"
    )
    assert str(conversion.result) == "115 SUR_1924"
    told = "the rate was not in force on 1936-01-01 but from 1935-01-01 to 1935-12-31"
    assert told in [doubt.text() for doubt in conversion.doubts]


def test_a_chain_names_its_units_and_shows_its_steps() -> None:
    with pytest.raises(NoRate, match="rates of JPY lead there by USD: name the unit as via"):
        convert(money("20.000 иен"), "RUB_GOLD", on="1935-10-01")
    conversion = convert(
        money("20.000 иен"), "RUB_GOLD", on="1935-10-01", basis=("annual_average", "gold_parity"), via=["USD"]
    )
    assert [str(leg) for leg in conversion.legs] == ["JPY / 3.48 = USD", "USD × 1.14781 = RUB_GOLD"]
    # The note of the rate says "about 6597 gold rubles at parity".
    assert str(conversion.result) == "6596.61 RUB_GOLD"
    assert conversion.basis == "annual_average, gold_parity"
    assert conversion.sources == ("S28", "S14")
    assert conversion.factor == Fraction("1.14781") / Fraction("3.48")


def test_a_parity_and_a_price_at_home_are_never_chained() -> None:
    with pytest.raises(ChainRefused, match="gold parity and Torgsin equivalence are never chained"):
        convert(
            money("100 USD"), "SUR_1924", on="1935-10-01", basis=("gold_parity", "torgsin"), via=["RUB_GOLD"]
        )


def test_a_later_step_of_a_chain_is_told_with_what_the_steps_before_gave() -> None:
    with pytest.raises(BasisRequired) as caught:
        convert(
            money("20.000 иен"),
            "SUR_1924",
            on="1935-12-01",
            basis=("annual_average", "official"),
            via=["USD"],
        )
    # 20,000 yen at 3.48 are 5,747.13 dollars, and these at 5 are 28,735.65 rubles.
    assert caught.value.amount == "5747.13 USD"
    assert [str(basis.conversion.result) for basis in caught.value.bases] == [
        "6609.2 SUR_1924",
        "28735.65 SUR_1924",
    ]


def test_a_chain_needs_a_basis_for_each_step() -> None:
    with pytest.raises(ValueError, match="expected one basis for each of the 2 steps, got 1"):
        convert(money("5 JPY"), "RUB_GOLD", on="1935", basis=["official"], via=["USD"])


@pytest.mark.parametrize(("amount", "to"), [("1 RUB", "RUB_GOLD"), ("1 XXX", "USD"), ("1 USD", "SUR")])
def test_units_not_stated_are_not_converted(amount: str, to: str) -> None:
    with pytest.raises(CurrencyMismatch):
        convert(money(amount), to, on="1935-10-01", basis="nominal")


def test_a_basis_that_there_is_not_names_those_there_are() -> None:
    with pytest.raises(NoRate, match=r"on the basis “market”; there are: nominal, torgsin, restatement"):
        convert(money("1 RUB_CHERVONNY"), "RUB_GOLD", on="1935-10-01", basis="market")
    with pytest.raises(NoRate, match=r"no rate from KPW to RUB_GOLD is known for 1935$"):
        convert(money("1 KPW"), "RUB_GOLD", on="1935")


def test_rates_of_other_times_are_named() -> None:
    with pytest.raises(NoRate) as caught:
        convert(money("100 USD"), "RUB_GOLD", on="1933-06-01")
    told = "no rate from USD to RUB_GOLD is known for 1933-06-01; rates of other times, to be named by their"
    assert str(caught.value).startswith(told)
    assert "USD-RUB_GOLD-1924-official" in str(caught.value)
    conversion = convert(money("100 USD"), "RUB_GOLD", on="1933-06-01", basis="USD-RUB_GOLD-1924-official")
    assert conversion.doubts[0].slug == "not_in_force"


DATES = ["1 октября 1935 г.", "1.X.35 г.", dt.date(1935, 10, 1), dt.datetime(1935, 10, 1, 12)]  # noqa: DTZ001


@pytest.mark.parametrize("on", DATES)
def test_the_date_is_kept_in_iso_however_it_is_given(on: dt.date | str) -> None:
    assert convert(money("5 RUB_GOLD"), "USD", on=on, basis="gold_parity").on == "1935-10-01"


def test_a_unit_that_was_no_more_in_use_is_a_doubt() -> None:
    conversion = convert(money("100 SUR_1924"), "RUB_GOLD", on="1940", basis="restatement")
    assert "RUB_GOLD was not in use on 1940" in [doubt.text() for doubt in conversion.doubts]


SAVINGS = [
    ("2999.99 SUR_1924", "2999.99"),
    ("3000 SUR_1924", "3000"),
    ("6000 SUR_1924", "5000"),  # 3,000 and 3,000 × 2/3
    ("10000 SUR_1924", "7666.67"),  # 3,000 and 7,000 × 2/3
    ("20000 SUR_1924", "12666.67"),  # … and 10,000 / 2
    ("../6000 SUR_1924", "../5000"),
    ("~3000 SUR_1924", "~3000"),
]


@pytest.mark.parametrize(("deposit", "left"), SAVINGS)
def test_savings_of_1947_count_part_by_part(deposit: str, left: str) -> None:
    # One to one to 3,000, then two for three, above 10,000 one for two: S23.
    found = savings_of_1947(money(deposit))
    assert str(found) == f"{left} SUR_1947"
    assert found.status is Status.INFERRED


def test_only_rubles_of_before_are_such_savings() -> None:
    with pytest.raises(CurrencyMismatch):
        savings_of_1947(money("5 SUR_1947"))


def test_a_redenomination_is_not_used_before_its_day() -> None:
    with pytest.raises(NoRate):
        convert(money("1 SUR_1947"), "SUR_1961", on="1960-12-31", basis="redenomination")


def test_the_same_unit_needs_nothing() -> None:
    conversion = convert(money("5 USD"), "USD", on="1935")
    assert (conversion.result, conversion.legs, conversion.doubts) == (money("5 USD"), (), ())


def test_errors_survive_pickling() -> None:
    for error in (
        BasisRequired("5 USD", "RUB_GOLD", "1935", ()),
        NoRate("JPY", "RUB_GOLD", "1935", "official", "hint"),
    ):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert str(again) == str(error)


FOOTNOTE = """\
2,000,000 gold rubles = 8,760,000 Soviet rubles (1924-1947), as of June 17, 1936; restatement after the \
decree of 1935: 1 gold ruble = 4.38 Soviet rubles (1924-1947). Sources: S12 (istmat.org: ch. XI Foreign \
trade (Prokopovich): 'gold rubles before 1937 converted at 4.38 Soviet rubles'). Doubts: the time in which \
the rate held is known to the year only; Restatement of gold-ruble sums after the 1935 decree; used for \
trade statistics before 1937 (S12). Day of first use not verified (1 Jan or 1 Apr 1936)."""


def test_footnote_in_english() -> None:
    conversion = convert(money("2000000 RUB_GOLD"), "SUR_1924", on="1936-06-17", basis="restatement")
    assert conversion.footnote() == FOOTNOTE
    assert str(conversion) == "2000000 RUB_GOLD = 8760000 SUR_1924 (restatement, 1936-06-17)"


def test_footnote_in_russian() -> None:
    conversion = convert(money("500000 RUB_CHERVONNY"), "RUB_GOLD", on="1935-10-01", basis="torgsin")
    note = conversion.footnote("ru")
    assert note.startswith(
        "500 000 червонных рублей = 75 757,58 золотого рубля, на 1 октября 1935 г.; "
        "приравнивание Торгсина: ".replace("500 000", "500\xa0000").replace("75 757", "75\xa0757")
    )
    assert "1 золотой рубль = 6,6 советского рубля (1924-1947). Источники: S14 (" in note
    assert "Это не курс Госбанка, и для счетов НКВТ и НКО он не доказан; " in note
    assert "единого курса, по которому ведомства пересчитывали одно в другое, не найдено" in note
    assert note.endswith("округлено до 0.01.")


def test_footnote_of_the_same_unit() -> None:
    conversion = convert(money("5 USD"), "USD", on="1935")
    assert (
        conversion.footnote()
        == "5 US dollars = 5 US dollars, as of 1935: the same unit, nothing is converted."
    )


def test_footnote_in_a_language_without_words() -> None:
    conversion = convert(money("1 RUB_GOLD"), "SUR_1924", on="1936-06-17", basis="restatement")
    with pytest.raises(ValueError, match="expected one of en, ru as language, got 'de'"):
        conversion.footnote("de")


def test_a_unit_that_was_inferred_is_a_doubt() -> None:
    loan = money("5.000.000 рублей").resolved("RUB_GOLD", on="1935-03-22")
    conversion = convert(loan, "SUR_1924", on="1936-06-17", basis="restatement")
    assert "the unit of the sum is inferred, not stated" in [doubt.text() for doubt in conversion.doubts]


class TestInvariants:
    """The invariants 3 to 6 of the notes on loans; 1 and 2 are those of the accounts."""

    def test_rubles_in_foreign_currency_and_soviet_rubles_never_add(self) -> None:
        with pytest.raises(CurrencyMismatch):
            sum_of([money("10.000 руб. в валюте"), money("220.590 советских рублей")])

    def test_chervonets_to_gold_without_a_basis_raises(self) -> None:
        with pytest.raises(BasisRequired):
            convert(money("500000 RUB_CHERVONNY"), "RUB_GOLD", on="1935-10-01")

    def test_two_million_restated(self) -> None:
        result = convert(money("2000000 RUB_GOLD"), "SUR_1924", on="1936-06-17", basis="restatement").result
        assert result == money("8760000 SUR_1924")

    def test_restatement_keeps_the_gold(self) -> None:
        loan = money("2000000 RUB_GOLD")
        restated = convert(loan, "SUR_1924", on="1936-06-17", basis="restatement").result
        ratio = restated.fine_gold("1936-06-17").ratio(loan.fine_gold("1935-09-13"))
        assert abs(ratio - 1) < Fraction(5, 10_000)


kopecks = st.integers(1, 10**14)


@given(kopecks, st.sampled_from([case[:4] for case in CASES[:40]]))
def test_there_and_back_loses_no_more_than_the_rounding(number: int, case: tuple[str, str, str, str]) -> None:
    unit, to, on, basis = case[0].split(" ")[1], *case[1:]
    amount = MonetaryAmount.of(number, unit)
    there = convert(amount, to, on=on, basis=basis)
    back = convert(there.result, unit, on=on, basis=basis)
    lost = abs(back.result.ratio(amount) - 1) * number
    assert lost <= Fraction("0.0051") + Fraction("0.0051") / there.factor


@given(kopecks)
def test_the_rates_of_the_library_are_not_changed_by_a_callers(number: int) -> None:
    assert len(RateTable.standard() + RateTable()) == len(RateTable.standard())
    assert convert(MonetaryAmount.of(number, "USD"), "USD", on="1935").result.amount == number
