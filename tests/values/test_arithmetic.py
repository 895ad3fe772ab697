"""Reckoning with sums: exact, within one unit, ends apart, nothing guessed."""

from __future__ import annotations

import operator
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from politburo.values.arithmetic import CurrencyMismatch, InexactAmount, Undecided, sum_of
from politburo.values.base import Status
from politburo.values.currencies import Currency, NoGoldContent
from politburo.values.money import MonetaryAmount

# The ten allocations of the attachment to point 178(OP) of 22 March 1935, source S02 of the vocabulary.
ALLOCATIONS_1935 = (
    *(100_000, 350_000, 800_000, 300_000, 50_000),
    *(1_650_000, 500_000, 700_000, 500_000, 50_000),
)


def money(text: str) -> MonetaryAmount:
    return MonetaryAmount.parse(text)


ADDED = [
    ("500000 RUB_GOLD", "250000 RUB_GOLD", "750000 RUB_GOLD"),
    ("0.1 RUB", "0.2 RUB", "0.3 RUB"),
    ("10/20 JPY", "1 JPY", "11/21 JPY"),
    ("10/20 JPY", "1/2 JPY", "11/22 JPY"),
    ("../20 JPY", "5 JPY", "../25 JPY"),
    ("10/.. JPY", "../5 JPY", None),
    ("10/.. JPY", "5/6 JPY", "15/.. JPY"),
    ("~900000 GBP", "1 GBP", "~900001 GBP"),
    ("999999999999.99 RUB", "0.01 RUB", "1000000000000 RUB"),
]
SUBTRACTED = [
    ("500000 RUB_GOLD", "120000 RUB_GOLD", "380000 RUB_GOLD"),
    ("500000 RUB_GOLD", "500000 RUB_GOLD", "0 RUB_GOLD"),
    ("100 JPY", "10/20 JPY", "80/90 JPY"),
    ("500000 RUB_GOLD", "120000/.. RUB_GOLD", "../380000 RUB_GOLD"),
    ("500000 RUB_GOLD", "../120000 RUB_GOLD", "380000/.. RUB_GOLD"),
    ("500 RUB", "~100 RUB", "~400 RUB"),
    ("100 RUB", "150 RUB", "-50 RUB"),
]
SCALED = [
    ("8 USD", 3, "24 USD"),
    ("10/20 JPY", 2, "20/40 JPY"),
    ("10/20 JPY", -1, "-20/-10 JPY"),
    ("../20 JPY", -1, "-20/.. JPY"),
    ("100 RUB", Fraction(1, 8), "12.5 RUB"),
    # 2,000,000 gold rubles restated at 4.38: S06
    ("2000000 RUB_GOLD", Decimal("4.38"), "8760000 RUB_GOLD"),
    ("250000 RUB_GOLD", Decimal("4.38"), "1095000 RUB_GOLD"),
    ("~5 USD", 2, "~10 USD"),
]
COMPARED = [
    ("5 RUB", "6 RUB", -1),
    ("6 RUB", "5 RUB", 1),
    ("5 RUB", "5.00 руб.", 0),
    ("1/4 RUB", "5/9 RUB", -1),
    ("1/5 RUB", "5/9 RUB", None),
    ("../4 RUB", "5 RUB", -1),
    ("5/.. RUB", "4 RUB", 1),
    ("5/.. RUB", "6 RUB", None),
    ("~5 RUB", "600 RUB", None),
    ("1/5 RUB", "5 RUB", None),
    ("5 RUB", "5/9 RUB", None),
    ("1/5 RUB", "1/5 RUB", None),
    ("6/9 RUB", "1/5 RUB", 1),
    ("5/9 RUB", "1/5 RUB", None),
    ("../4 RUB", "4/.. RUB", None),
    ("../4 RUB", "5/.. RUB", -1),
    ("../4 RUB", "../5 RUB", None),
    ("5 RUB", "~5 RUB", None),
]
ALLOCATED = [
    ("100 RUB", [1, 1, 1], ["33.34", "33.33", "33.33"]),
    ("0.05 RUB", [1, 1], ["0.03", "0.02"]),
    ("1 GBP", [1, 1, 1], ["0.35", "0.35", "0.3"]),  # shillings: twenty to a pound
    ("1 INR_RUPEE", [1, 1, 1], ["0.375", "0.3125", "0.3125"]),  # annas: sixteen to a rupee
    ("10 RUB", [0, 1], ["0", "10"]),
    ("10 RUB", [1, 0, 1], ["5", "0", "5"]),
    ("0.03 RUB", [1, 2], ["0.01", "0.02"]),
    ("0.04 RUB", [1, 2], ["0.01", "0.03"]),
    ("0.05 RUB", [1, 2, 3], ["0.01", "0.02", "0.02"]),
    ("0 RUB", [1, 1], ["0", "0"]),
    ("5000000 RUB", ALLOCATIONS_1935, [str(n) for n in ALLOCATIONS_1935]),
]
DIFFERENT = [
    ("1 RUB_GOLD", "1 RUB_CHERVONNY"),
    ("1 RUB_GOLD", "1 RUB"),
    ("10000 RUB_FOREIGN", "220590 SUR_1924"),  # stand side by side for one purpose in S04
    ("1 SUR_1947", "1 SUR_1961"),
    ("1 XXX", "1 RUB"),
    ("1 XXX", "1 XXX"),
]


@pytest.mark.parametrize(("left", "right", "expected"), ADDED)
def test_sums_add_end_by_end(left: str, right: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Undecided, match="nothing is known"):
            money(left) + money(right)
    else:
        assert str(money(left) + money(right)) == expected


@pytest.mark.parametrize(("left", "right", "expected"), SUBTRACTED)
def test_what_is_left_is_known_as_far_as_what_is_taken(left: str, right: str, expected: str) -> None:
    assert str(money(left) - money(right)) == expected


@pytest.mark.parametrize(("amount", "factor", "expected"), SCALED)
def test_scaling_is_exact(amount: str, factor: int | Decimal | Fraction, expected: str) -> None:
    assert str(money(amount) * factor) == str(factor * money(amount)) == expected


@pytest.mark.parametrize(("left", "right", "expected"), COMPARED)
def test_comparison_says_when_it_cannot_tell(left: str, right: str, expected: int | None) -> None:
    assert money(left).compared(money(right)) == expected
    if expected is not None:
        assert (money(left) < money(right)) is (expected < 0)
        assert (money(left) > money(right)) is (expected > 0)
        assert (money(left) <= money(right)) is (expected <= 0)
        assert (money(left) >= money(right)) is (expected >= 0)


def test_less_is_decided_where_every_reading_agrees() -> None:
    assert not money("5/.. RUB") < money("../5 RUB")
    assert money("5/.. RUB") >= money("1/5 RUB")
    with pytest.raises(Undecided, match=r"5/\.\. RUB < 6 RUB is undecided"):
        assert money("5/.. RUB") < money("6 RUB")
    with pytest.raises(Undecided):
        assert money("~5 RUB") < money("6 RUB")


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("1/5 RUB", "5/9 RUB", True),
        ("1 RUB", "2 RUB", False),
        ("2 RUB", "1 RUB", False),
        ("~1 RUB", "2 RUB", True),
        ("1 RUB", "~2 RUB", True),
        ("1/5 RUB", "6/9 RUB", False),
        ("../5 RUB", "5/.. RUB", True),
        ("../5 RUB", "6/.. RUB", False),
        ("6/.. RUB", "../5 RUB", False),
    ],
)
def test_may_equal(left: str, right: str, *, may: bool) -> None:
    assert money(left).may_equal(money(right)) is may


@pytest.mark.parametrize(("amount", "weights", "expected"), ALLOCATED)
def test_allocation_in_smallest_parts(amount: str, weights: list[int], expected: list[str]) -> None:
    assert [str(part).split(" ")[0] for part in money(amount).allocate(weights)] == expected


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_different_units_are_refused_and_named(left: str, right: str) -> None:
    units = (left.split(" ")[1], right.split(" ")[1])
    with pytest.raises(CurrencyMismatch) as caught:
        money(left) + money(right)
    assert (caught.value.left, caught.value.right) == units
    for refused in (
        lambda: money(left) - money(right),
        lambda: money(left) < money(right),
        lambda: money(left).compared(money(right)),
        lambda: money(left).may_equal(money(right)),
        lambda: money(left).ratio(money(right)),
    ):
        with pytest.raises(CurrencyMismatch):
            refused()


def test_mismatch_says_what_to_do_and_survives_pickling() -> None:
    error = CurrencyMismatch("RUB_GOLD", "RUB_CHERVONNY")
    assert (
        str(error) == "RUB_GOLD and RUB_CHERVONNY are different units: convert one with a named basis first"
    )
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes
    said = "RUB and XXX: no unit is stated; say what RUB and XXX are with resolved() first"
    assert str(CurrencyMismatch("RUB", "XXX")) == said
    said = "RUB_GOLD and RUB: it is not said which ruble; say what RUB is with resolved() first"
    assert str(CurrencyMismatch("RUB_GOLD", "RUB")) == said


@pytest.mark.parametrize("factor", [0.5, True, "2"])
def test_factors_that_are_no_exact_numbers_are_refused(factor: object) -> None:
    with pytest.raises(TypeError):
        money("5 RUB") * factor  # type: ignore[operator]


def test_plain_numbers_do_not_add_or_compare() -> None:
    with pytest.raises(TypeError):
        money("5 RUB") + 1  # type: ignore[operator]
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(TypeError, match="not supported between instances"):
            compare(money("5 RUB"), 5)
    with pytest.raises(TypeError, match="expected a sum of money, got int"):
        money("5 RUB").compared(5)  # type: ignore[arg-type]
    assert sum([money("5 RUB"), money("6 RUB")]) == money("11 RUB")


def test_what_is_no_exact_number_makes_no_sum() -> None:
    for fault in (0.1, True):
        with pytest.raises(TypeError, match="expected an int, a Decimal or a text of digits"):
            MonetaryAmount.of(fault, "RUB")  # type: ignore[arg-type]
    for text, told in (("1,5", "a number like 1234.5, got '1,5'"), ("NaN", "a number, got NaN")):
        with pytest.raises(ValueError, match=f"expected {told}"):
            MonetaryAmount.of(text, "RUB")
    assert str(MonetaryAmount.of("-0", "RUB")) == "0 RUB"
    with pytest.raises(TypeError, match="weights that are exact numbers"):
        money("5 RUB").allocate([0.1, 0.9])  # type: ignore[list-item]


def test_nothing_of_a_sum_is_nothing_whatever_is_known_of_it() -> None:
    assert str(money("10/.. JPY") * 0) == "0 JPY"


def test_a_third_is_split_or_rounded_never_cut() -> None:
    with pytest.raises(InexactAmount, match="no exact decimal"):
        money("100 RUB") / 3
    assert str(money("100 RUB").scaled(Fraction(1, 3), rounded=True)) == "33.33 RUB"
    with pytest.raises(InexactAmount, match=r"smallest part, 0\.01"):
        money("0.005 RUB").split(2)


def test_only_exact_sums_are_shared_out() -> None:
    with pytest.raises(Undecided, match="expected an exact sum"):
        money("10/20 RUB").split(2)
    assert [str(part) for part in money("~10 RUB").split(2)] == ["~5 RUB", "~5 RUB"]


@pytest.mark.parametrize("parts", [0, -1])
def test_a_sum_is_split_into_one_part_or_more(parts: int) -> None:
    with pytest.raises(ValueError, match=f"expected one part or more, got {parts}"):
        money("10 RUB").split(parts)


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]])
def test_weights_that_share_nothing(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="expected weights"):
        money("10 RUB").allocate(weights)


def test_the_sum_of_nothing_has_no_unit() -> None:
    with pytest.raises(ValueError, match="expected at least one sum"):
        sum_of([])


def test_allocations_of_march_1935_are_the_principal() -> None:
    assert sum_of(MonetaryAmount.of(n, "RUB") for n in ALLOCATIONS_1935) == money("5 млн. рублей")
    assert sum_of([money("200.000 руб."), money("650.000 руб.")]) == money("850.000 руб.")


@pytest.mark.parametrize(
    ("amount", "step"),
    [
        ("5 RUB", "0.01"),
        ("0.125 XAU_GRAM", "0.001"),  # gold is weighed, not coined
        ("5 XAU_GRAM", "1"),
        ("../1.5 AFA_RUPEE", "0.1"),  # a paisa is a sixtieth: no decimal fraction
    ],
)
def test_the_smallest_part_is_that_of_the_unit_or_the_last_digit(amount: str, step: str) -> None:
    assert str(money(amount).step) == step


@pytest.mark.parametrize(
    ("amount", "expected"), [("0.125 RUB", "0.12 RUB"), ("0.135 RUB", "0.14 RUB"), ("7.06 GBP", "7.05 GBP")]
)
def test_rounding_goes_to_the_nearest_smallest_part_and_halves_to_the_even_one(
    amount: str, expected: str
) -> None:
    assert str(money(amount).rounded()) == expected


def test_minor_units() -> None:
    assert money("10 руб. 50 коп.").minor_units == 1050
    assert money("12 ф. ст. 10 ш.").minor_units == 250
    assert MonetaryAmount.of("0.25", "USD").minor_units == 25


RESOLVED = [
    ("5000000 XXX", "RUB_GOLD", "1935-03-22", "5000000 RUB_GOLD"),
    ("220590 RUB", "SUR", "1935-09-13", "220590 SUR_1924"),
    ("100 RUB", "SUR", "1947-12-15", "100 SUR_1924"),
    ("100 RUB", "SUR", "1947-12-16", "100 SUR_1947"),
    ("100 SUR", "SUR", "1961-01-01", "100 SUR_1961"),
    ("../20000 RUB", "RUB_CHERVONNY", "1935", "../20000 RUB_CHERVONNY"),
    # a word for several issues: the one of the time
    ("100 SOVZNAK", "SOVZNAK_1919", "1921", "100 SOVZNAK_1919"),
    ("100 CNY", "CNY_NATIONAL", "1941", "100 CNY_NATIONAL"),
    ("100 DEM_REICHSMARK", "DEM_PAPIERMARK", "1922-08", "100 DEM_PAPIERMARK"),
]


@pytest.mark.parametrize(("stated", "unit", "on", "expected"), RESOLVED)
def test_the_caller_resolves_and_the_sum_says_so(stated: str, unit: str, on: str, expected: str) -> None:
    found = money(stated).resolved(unit, on=on)
    assert str(found) == expected
    assert found.status is Status.INFERRED


def test_what_is_stated_is_not_resolved_away() -> None:
    with pytest.raises(CurrencyMismatch):
        money("5 RUB_GOLD").resolved("SUR_1924", on="1935")
    with pytest.raises(CurrencyMismatch):
        money("5 RUB").resolved("USD", on="1935")
    with pytest.raises(CurrencyMismatch):
        money("5 SOVZNAK_1923").resolved("SOVZNAK_1922", on="1923-05-01")
    with pytest.raises(ValueError, match="SUR_1961 was not in use on 1935 but from 1961-01-01 to 1991-12-26"):
        money("5 RUB").resolved("SUR_1961", on="1935")


def test_a_year_in_which_the_ruble_changed_does_not_tell_which() -> None:
    with pytest.raises(ValueError, match="SUR_1924 was followed by SUR_1947 within 1947: name the day"):
        money("5 RUB").resolved("SUR", on="1947")


# Grams: the gold contents of currencies.toml with their sources there (S14, S13, S21, S25, S59).
FINE_GOLD = [
    ("1 RUR_IMPERIAL", "1914", "0.774234"),
    ("1 CHERVONETS", "1923-05-01", "7.74234"),
    ("2000000 RUB_GOLD", "1935-09-13", "1548468"),
    ("8760000 SUR_1924", "1936-06-17", "1549206"),
    ("1 SUR_1924", "1936-04-01", "0.17685"),
    ("1 SUR_1924", "1936-12-01", "0.17595"),
    ("1 SUR_1924", "1938", "0.167674"),
    ("1 SUR_1947", "1949", "0.167674"),
    ("1 SUR_1947", "1950-03-01", "0.222168"),
    ("1 SUR_1961", "1961-01-01", "0.987412"),
    ("100 USD", "1933-03-01", "150.4632"),
    ("100 USD", "1934-01-31", "88.8671"),
    ("100 USD", "1935-10-01", "88.8671"),
    ("1 GBP", "1926", "7.322382"),
]


@pytest.mark.parametrize(("amount", "on", "grams"), FINE_GOLD)
def test_fine_gold_by_date(amount: str, on: str, grams: str) -> None:
    assert str(money(amount).fine_gold(on)) == f"{grams} XAU_GRAM"


def test_restatement_keeps_the_gold_but_for_the_rounding_of_the_coefficient() -> None:
    before = money("2000000 RUB_GOLD").fine_gold("1935-09-13")
    after = money("8760000 SUR_1924").fine_gold("1936-06-17")
    assert abs(after.ratio(before) - 1) < Fraction(5, 10_000)


@pytest.mark.parametrize(
    ("unit", "on"), [("USD", "1933-08-01"), ("JPY", "1935-10-01"), ("RUB", "1935"), ("USD", "1934")]
)
def test_no_gold_is_said_not_guessed(unit: str, on: str) -> None:
    with pytest.raises(NoGoldContent, match=f"no gold content of {unit} is known for {on}"):
        MonetaryAmount.of(1, unit).fine_gold(on)


def test_a_date_needs_a_year() -> None:
    with pytest.raises(ValueError, match="expected a date with a year"):
        Currency("USD").gold_content("XXXX-05-01")


amounts = st.builds(
    lambda kopecks: MonetaryAmount.of(Decimal(kopecks) / 100, "RUB_GOLD"), st.integers(0, 10**14)
)


@given(amounts, st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_allocated_parts_add_up_to_the_sum(amount: MonetaryAmount, weights: list[int]) -> None:
    assume(any(weights))
    parts = amount.allocate(weights)
    assert sum_of(parts) == amount
    assert all(part.minor_units >= 0 for part in parts)


@given(amounts, amounts)
def test_what_is_added_can_be_taken_away_again(left: MonetaryAmount, right: MonetaryAmount) -> None:
    assert left + right - right == left
    assert left + right == right + left


@given(amounts, amounts)
def test_a_difference_reads_back_even_below_zero(left: MonetaryAmount, right: MonetaryAmount) -> None:
    assert MonetaryAmount.parse(str(left - right)) == left - right


@given(st.lists(amounts, min_size=4, max_size=4))
def test_a_range_holds_every_sum_of_its_readings(four: list[MonetaryAmount]) -> None:
    lowest, between, highest, other = sorted(four, key=lambda amount: amount.minor_units)
    span = MonetaryAmount(lowest.low, highest.high, lowest.currency)
    assert (span + other).may_equal(between + other)
    assert (span - other).may_equal(between - other)


@pytest.mark.parametrize("other", [1, 5, -1, Decimal(0), 0.0, "0", None])
def test_only_the_zero_of_the_built_in_sum_is_no_sum_of_money(other: object) -> None:
    with pytest.raises(TypeError):
        operator.add(other, money("5 RUB"))
    assert 0 + money("5 RUB") == money("5 RUB")


@pytest.mark.parametrize("factor", [True, 1.5, "2", None])
def test_a_factor_is_an_exact_number(factor: object) -> None:
    for work in (operator.mul, operator.truediv):
        with pytest.raises(TypeError):
            work(money("5 RUB"), factor)
    with pytest.raises(TypeError, match="expected weights that are exact numbers"):
        money("5 RUB").allocate([1, factor])  # type: ignore[list-item]


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [-1]])
def test_weights_must_divide_something(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="expected weights that are not below zero and not all zero"):
        money("5 RUB").allocate(weights)


def test_one_part_is_the_sum_itself() -> None:
    assert money("5 RUB").split(1) == (money("5 RUB"),)
    assert money("5 RUB").split(2) == (money("2.5 RUB"), money("2.5 RUB"))


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("1.005 RUB", "1 RUB"),  # halves to the even kopeck
        ("1.015 RUB", "1.02 RUB"),
        ("1.0149 RUB", "1.01 RUB"),
        ("1.0151 RUB", "1.02 RUB"),
        ("10.004/10.006 RUB", "10/10.01 RUB"),
        ("1.07 GBP", "1.05 GBP"),
    ],
)
def test_rounding_is_to_the_smallest_part(amount: str, rounded: str) -> None:
    assert str(money(amount).rounded()) == rounded


@pytest.mark.parametrize(
    ("amount", "step", "units"),
    [("10.50 RUB", "0.01", 1050), ("1 GBP", "0.05", 20), ("0 RUB", "0.01", 0), ("-1.5 RUB", "0.01", -150)],
)
def test_a_sum_in_its_smallest_parts(amount: str, step: str, units: int) -> None:
    assert (money(amount).step, money(amount).minor_units) == (Decimal(step), units)
    assert (money(amount) * 3).minor_units == 3 * units
