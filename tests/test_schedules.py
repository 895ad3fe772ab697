"""Schedules: what a loan is paid back in, when, and what is not known of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.records import Loan
from politburo.schedules import TermsUnknown, loan_schedule, schedule_of
from politburo.values.arithmetic import InexactAmount, sum_of
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity, Rate


def money(text: str) -> MonetaryAmount:
    return MonetaryAmount.parse(text)


def test_china_1938_pays_ten_million_a_year_and_interest_on_the_rest() -> None:
    # The first credit to China: 50 million dollars, 3 per cent, five years from 31 October 1938 (S47, S48).
    schedule = schedule_of(money("50000000 USD"), issued="1938-10-31", term="P5Y", rate="3")
    assert [str(payment.due) for payment in schedule] == [f"{year}-10-31" for year in range(1939, 1944)]
    assert {str(payment.principal) for payment in schedule} == {"10000000 USD"}
    assert [str(payment.interest) for payment in schedule] == [
        "1500000 USD",
        "1200000 USD",
        "900000 USD",
        "600000 USD",
        "300000 USD",
    ]
    assert str(schedule.payments[-1].outstanding) == "0 USD"
    assert schedule.last == dt.date(1943, 10, 31)


def test_grace_moves_the_first_payment_and_its_interest() -> None:
    # The two million of 13 September 1935: repayment begins after two years and ends four years later (S04).
    schedule = schedule_of(money("2000000 RUB_GOLD"), issued="1935-09-13", term="P4Y", grace="P2Y", rate="4")
    assert [str(payment.due) for payment in schedule] == [f"{year}-09-13" for year in range(1938, 1942)]
    assert str(schedule.payments[0].interest) == "240000 RUB_GOLD"
    assert str(schedule.payments[1].interest) == "60000 RUB_GOLD"
    assert schedule.payments[0].principal.status is Status.INFERRED


def test_unknown_interest_is_not_zero() -> None:
    schedule = schedule_of(money("300000 RUB"), issued="1935-03-20", term="P3Y")
    assert [payment.interest for payment in schedule] == [None, None, None]
    assert schedule.notes == ("the rate of interest is not known: no interest is reckoned, none is denied",)
    free = schedule_of(money("300000 RUB"), issued="1935-03-20", term="P3Y", rate=Rate.parse("interest-free"))
    assert [str(payment.interest) for payment in free] == ["0 RUB"] * 3
    assert free.notes == ()


def test_payments_within_the_year_and_the_end_of_the_month() -> None:
    schedule = schedule_of(money("100 USD"), issued="1934-11-30", term="P1Y", rate="6", payments_a_year=4)
    assert [str(payment.due) for payment in schedule] == [
        "1935-02-28",
        "1935-05-30",
        "1935-08-30",
        "1935-11-30",
    ]
    assert [str(payment.interest) for payment in schedule] == ["1.5 USD", "1.12 USD", "0.75 USD", "0.38 USD"]


def test_a_first_day_moves_the_others() -> None:
    schedule = schedule_of(
        money("4 USD"), issued="1933-01-10", term="P2Y", day_of_first="1933-12-31", rate="0"
    )
    assert [str(payment.due) for payment in schedule] == ["1933-12-31", "1934-12-31"]


IN_KIND = [
    ("100 head", "P3Y", ["34 head", "33 head", "33 head"]),
    ("10000 pood", "P3Y", ["3333.334 pood", "3333.333 pood", "3333.333 pood"]),
    ("1800 tonne", "P2Y", ["900 tonne", "900 tonne"]),
]


@pytest.mark.parametrize(("principal", "term", "parts"), IN_KIND)
def test_goods_are_paid_back_in_goods(principal: str, term: str, parts: list[str]) -> None:
    schedule = schedule_of(Quantity.parse(principal), issued="1932-04-01", term=term)
    assert [str(payment.principal) for payment in schedule] == parts


def test_interest_in_kind() -> None:
    # A seed loan: ten pounds on a hundred.
    schedule = schedule_of(Quantity.parse("10000 pood"), issued="1932-04-01", term="P1Y", rate="10")
    assert str(schedule.payments[0].interest) == "1000 pood"


def test_a_loan_brings_its_terms_and_the_caller_may_know_better() -> None:
    loan = Loan(principal=money("300000 RUB"), rate=Rate(Decimal(4)), term=Duration.parse("3 года"))
    schedule = loan_schedule(loan, issued=dt.date(1935, 3, 20))
    assert [str(payment.interest) for payment in schedule] == ["12000 RUB", "8000 RUB", "4000 RUB"]
    assert len(loan_schedule(loan, issued="1935-03-20", term="P5Y")) == 5


MISSING = [
    (Loan(), "the principal"),
    (Loan(principal=MonetaryAmount.of(5, "USD")), "the term and the day of issue"),
    (Loan(principal=MonetaryAmount.of(5, "USD"), term=Duration(1)), "the day of issue"),
]


@pytest.mark.parametrize(("loan", "missing"), MISSING)
def test_what_is_not_known_is_named(loan: Loan, missing: str) -> None:
    with pytest.raises(TermsUnknown, match=f"no schedule without {missing}: the papers do not say"):
        loan_schedule(loan)


def test_a_principal_that_is_not_exact_has_no_schedule() -> None:
    with pytest.raises(TermsUnknown, match=r"an exact principal \(\.\./5 USD is none\)"):
        schedule_of(money("../5 USD"), issued="1935-01-01", term="P1Y")


@pytest.mark.parametrize(("term", "payments"), [("P10D", 1), ("P7M", 4), ("P0D", 1)])
def test_terms_that_do_not_divide(term: str, payments: int) -> None:
    with pytest.raises(ValueError, match="expected a term"):
        schedule_of(money("5 USD"), issued="1935-01-01", term=term, payments_a_year=payments)


@pytest.mark.parametrize("payments", [0, -1, 5, 24])
def test_payments_a_year_fall_into_whole_months(payments: int) -> None:
    with pytest.raises(ValueError, match=f"expected 1, 2, 3, 4, 6 or 12 payments a year, got {payments}"):
        schedule_of(money("5 USD"), issued="1935-01-01", term="P1Y", payments_a_year=payments)


RATES = ["3.5", "3,5%", "3,5% годовых", "3.5 per cent a year", Decimal("3.5"), Rate(Decimal("3.5"))]


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_may_be_written_in_many_ways(rate: str | Decimal | Rate) -> None:
    (payment,) = schedule_of(money("1000 USD"), issued="1935-01-01", term="P1Y", rate=rate)
    assert str(payment.interest) == "35 USD"


def test_rates_that_are_none() -> None:
    for rate, told in (
        ("-4", "0 or more, got -4"),
        ("NaN", "an interest rate"),
        ("high", "an interest rate"),
        (Decimal("NaN"), "a number, got NaN"),
    ):
        with pytest.raises(ValueError, match=f"expected .*{told}"):
            schedule_of(money("5 USD"), issued="1935-01-01", term="P1Y", rate=rate)
    with pytest.raises(TypeError, match="got float"):
        schedule_of(money("5 USD"), issued="1935-01-01", term="P1Y", rate=3.5)  # type: ignore[arg-type]


DAYS = ["1935-09-13", "13.IX.35г.", dt.date(1935, 9, 13), PartialDate.parse("13 сентября 1935 г.")]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_may_be_written_in_many_ways(day: PartialDate | dt.date | str) -> None:
    assert schedule_of(money("5 USD"), issued=day, term="P1Y").last == dt.date(1936, 9, 13)


def test_a_month_is_no_day_of_issue() -> None:
    with pytest.raises(ValueError, match="expected a day, got 1935-09"):
        schedule_of(money("5 USD"), issued="1935-09", term="P1Y")


def test_interest_can_run_from_another_day_than_the_issue() -> None:
    # China: signed on 1 March 1938, 3 per cent from 31 October 1937, five years from 31 October 1938 (S47).
    schedule = schedule_of(
        money("50000000 USD"),
        issued="1938-10-31",
        term="P5Y",
        rate="3",
        interest_from="1937-10-31",
    )
    # Two years of 3 per cent on the whole, then a year on what is left.
    assert [str(payment.interest) for payment in schedule][:2] == ["3000000 USD", "1200000 USD"]


def test_odd_days_are_parts_of_365() -> None:
    # From 13 September to 3 September are 11 months and the 21 days from 13 August: 12 per cent on 36,500.
    (payment,) = schedule_of(
        money("36500 USD"), issued="1935-09-13", term="P1Y", rate="12", day_of_first="1936-09-03"
    )
    assert str(payment.interest) == "4267 USD"


def test_nothing_is_paid_back_before_it_is_lent() -> None:
    with pytest.raises(ValueError, match="expected the first payment after 1935-09-13, got 1934-01-01"):
        schedule_of(money("5 USD"), issued="1935-09-13", term="P1Y", day_of_first="1934-01-01")


@pytest.mark.parametrize("principal", ["100.5 head", "0.0005 pood"])
def test_goods_that_do_not_divide_are_not_lost(principal: str) -> None:
    with pytest.raises(InexactAmount, match="is no whole number of its smallest part"):
        schedule_of(Quantity.parse(principal), issued="1932-04-01", term="P1Y")


def test_the_grace_of_the_paper_counts_unless_the_caller_knows_better() -> None:
    loan = Loan(principal=money("4 USD"), term=Duration(4), grace=Duration(2))
    assert loan_schedule(loan, issued="1935-09-13").payments[0].due == dt.date(1938, 9, 13)
    assert loan.schedule(issued="1935-09-13", grace="P0D").payments[0].due == dt.date(1936, 9, 13)


@given(st.integers(1, 10**12), st.integers(1, 30), st.sampled_from([1, 2, 4]))
def test_the_parts_of_the_principal_add_up_to_it(kopecks: int, years: int, payments: int) -> None:
    principal = MonetaryAmount.of(Decimal(kopecks) / 100, "RUB_GOLD")
    schedule = schedule_of(principal, issued="1935-01-31", term=Duration(years), payments_a_year=payments)
    parts = [payment.principal for payment in schedule if isinstance(payment.principal, MonetaryAmount)]
    assert sum_of(parts) == principal
    assert schedule.payments[-1].outstanding == MonetaryAmount.of(0, "RUB_GOLD")
    assert len(schedule) == years * payments
