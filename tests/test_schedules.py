"""Schedules: what a loan is paid back in, when, and what is not known of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.records import Loan
from politburo.schedules import TermsUnknown, loan_schedule, schedule_of
from politburo.values.arithmetic import sum_of
from politburo.values.base import Status
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


@pytest.mark.parametrize(("term", "payments"), [("P10D", 1), ("P1Y", 5), ("P7M", 4), ("P0D", 1)])
def test_terms_that_do_not_divide(term: str, payments: int) -> None:
    with pytest.raises(ValueError, match="expected a term"):
        schedule_of(money("5 USD"), issued="1935-01-01", term=term, payments_a_year=payments)


@given(st.integers(1, 10**12), st.integers(1, 30), st.sampled_from([1, 2, 4]))
def test_the_parts_of_the_principal_add_up_to_it(kopecks: int, years: int, payments: int) -> None:
    principal = MonetaryAmount.of(Decimal(kopecks) / 100, "RUB_GOLD")
    schedule = schedule_of(principal, issued="1935-01-31", term=Duration(years), payments_a_year=payments)
    parts = [payment.principal for payment in schedule if isinstance(payment.principal, MonetaryAmount)]
    assert sum_of(parts) == principal
    assert schedule.payments[-1].outstanding == MonetaryAmount.of(0, "RUB_GOLD")
    assert len(schedule) == years * payments
