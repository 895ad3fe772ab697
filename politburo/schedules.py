"""What a loan is paid back in, and when: «погашение в три года равными долями», "begins after two years".

A schedule is worked out from the terms that a paper states; what it does not state is asked of the
caller, never assumed: without a term or a first day :class:`TermsUnknown` lists what is missing, and
without a rate of interest the interest is unknown, not zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from attrs import evolve, frozen

from politburo.display import Shown
from politburo.errors import PolitburoError
from politburo.values.amounts import exact_number
from politburo.values.arithmetic import InexactAmount, decimal_of
from politburo.values.base import Status
from politburo.values.currencies import days_of
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity, Rate

__all__ = ["Lent", "Payment", "Schedule", "TermsUnknown", "loan_schedule", "schedule_of"]

Sum = MonetaryAmount | Quantity
Day = PartialDate | dt.date | str
_NO_GRACE = Duration()
# Goods that can be divided are reckoned to a thousandth: a kilogram of a tonne.
_THOUSANDTH = Decimal("0.001")


class TermsUnknown(PolitburoError, ValueError):  # noqa: N818 - the name says what is missing
    """A schedule cannot be worked out: terms are not known.

    >>> print(TermsUnknown(("the term", "the day of issue")))
    no schedule without the term and the day of issue: the papers do not say, name them if you know
    """

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        """Return what is missing."""
        names = " and ".join(self.missing)
        return f"no schedule without {names}: the papers do not say, name them if you know"


class Lent(Protocol):
    """What a schedule needs of a loan: :class:`politburo.records.Loan` has it."""

    @property
    def principal(self) -> Sum | None:
        """What was lent."""

    @property
    def rate(self) -> Rate | None:
        """The interest."""

    @property
    def term(self) -> Duration | None:
        """The time in which it is paid back."""

    @property
    def grace(self) -> Duration | None:
        """The time before repayment begins."""


@frozen
class Payment(Shown):
    """One payment: its day, the part of the principal, the interest (None: unknown), what remains.

    >>> loan = MonetaryAmount.parse("6 млн. руб.")
    >>> first = schedule_of(loan, issued="1930-04-18", term="P3Y", rate="0").payments[0]
    >>> str(first.due), str(first.principal), str(first.outstanding)
    ('1931-04-18', '2000000 RUB', '4000000 RUB')
    """

    due: dt.date
    principal: Sum
    interest: Sum | None
    outstanding: Sum


@frozen
class Schedule(Shown):
    """The payments of a loan, in order; inferred from its terms.

    >>> loan = MonetaryAmount.parse("50 млн. ам. долл.")
    >>> years = schedule_of(loan, issued="1938-10-31", term="P5Y", rate="3")
    >>> [(str(one.due), str(one.principal), str(one.interest)) for one in years.payments][:2]
    [('1939-10-31', '10000000 USD', '1500000 USD'), ('1940-10-31', '10000000 USD', '1200000 USD')]
    """

    payments: tuple[Payment, ...]
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Payment]:
        """Iterate over the payments."""
        return iter(self.payments)

    def __len__(self) -> int:
        """Return the number of payments."""
        return len(self.payments)

    @property
    def last(self) -> dt.date:
        """The day on which the loan is paid back."""
        return self.payments[-1].due


def schedule_of(  # noqa: PLR0913 - each is one of the terms of a loan
    principal: Sum,
    *,
    issued: Day | None = None,
    term: Duration | str | None = None,
    rate: Rate | Decimal | str | None = None,
    grace: Duration | str = _NO_GRACE,
    payments_a_year: int = 1,
    day_of_first: Day | None = None,
    interest_from: Day | None = None,
) -> Schedule:
    """Return the schedule of equal parts of the principal, with interest on what remains.

    ``term`` is the time of repayment, which begins when the ``grace`` is over; interest is simple and
    runs from ``interest_from``, else from the day of issue. A day of the first payment moves the others
    with it. The last kopeck, or the last head of cattle, goes to the first payments.

    >>> wool = schedule_of(Quantity.parse("100 голов"), issued="1932-04-17", term="P3Y")
    >>> [str(payment.principal) for payment in wool]
    ['34 head', '33 head', '33 head']
    """
    start, length = _day(issued), Duration.parse(term) if isinstance(term, str) else term
    if start is None or length is None:
        missing = [
            name for name, value in (("the term", length), ("the day of issue", start)) if value is None
        ]
        raise TermsUnknown(tuple(missing))
    count = _count(length, payments_a_year)
    free = Duration.parse(grace) if isinstance(grace, str) else grace
    dues = _dues(free.after(start), count, payments_a_year, _day(day_of_first))
    accrues = _day(interest_from) or start
    if dues[0] <= max(start, accrues):
        raise ValueError(f"expected the first payment after {max(start, accrues)}, got {dues[0]}")
    periods = [_years(accrues, dues[0]), *[Fraction(1, payments_a_year)] * (count - 1)]
    return _scheduled(principal, list(zip(dues, periods, strict=True)), _percent(rate))


def _day(day: Day | None) -> dt.date | None:
    """Return a day, however it is written; a month or year is none."""
    if day is None:
        return None
    first, last = days_of(day)
    if first != last:
        raise ValueError(f"expected a day, got {day}")
    return first


def _percent(rate: Rate | Decimal | str | None) -> Fraction | None:
    if rate is None:
        return None
    if not isinstance(rate, (Rate, Decimal, int, str)) or isinstance(rate, bool):
        raise TypeError(f"expected a rate as text, Decimal or Rate, got {type(rate).__name__}")
    number = rate.value if isinstance(rate, Rate) else _number_of(rate)
    if number < 0:
        raise ValueError(f"expected a rate of interest of 0 or more, got {number}")
    return Fraction(number) / 100


def _number_of(rate: Decimal | str) -> Decimal:
    """Return a rate given as a number («3.5», «3,5%») or in words («4% годовых»)."""
    try:
        figure = rate.strip().removesuffix("%").replace(",", ".") if isinstance(rate, str) else rate
        return exact_number(figure)
    except ValueError:
        if isinstance(rate, str):
            return Rate.parse(rate).value
        raise


def _count(term: Duration, payments_a_year: int) -> int:
    """Return the number of payments in a term of whole years and months."""
    if payments_a_year not in (1, 2, 3, 4, 6, 12):
        raise ValueError(f"expected 1, 2, 3, 4, 6 or 12 payments a year, got {payments_a_year}")
    if term.weeks or term.days:
        raise ValueError(f"expected a term of years and months, got {term}")
    months = 12 * term.years + term.months
    step = 12 // payments_a_year
    if not months or months % step:
        raise ValueError(f"expected a term that {payments_a_year} payments a year divide, got {term}")
    return months // step


def _dues(start: dt.date, count: int, payments_a_year: int, first: dt.date | None) -> list[dt.date]:
    step = 12 // payments_a_year
    begin, offset = (first, 0) if first else (start, 1)
    return [Duration(months=step * (number + offset)).after(begin) for number in range(count)]


def _scheduled(
    principal: Sum, periods: Sequence[tuple[dt.date, Fraction]], rate: Fraction | None
) -> Schedule:
    """Return the payments on some days, each with the time in years since the one before."""
    left, payments = _number(principal), list[Payment]()
    for part, (due, years) in zip(_parts(principal, len(periods)), periods, strict=True):
        interest = None if rate is None else _interest(principal, left, rate * years)
        left -= _number(part)
        payments.append(Payment(due, part, interest, _of(principal, left)))
    note = "the rate of interest is not known: no interest is reckoned, none is denied"
    return Schedule(tuple(payments), () if rate is not None else (note,))


def _number(amount: Sum) -> Decimal:
    if amount.low is None or amount.low != amount.high:
        raise TermsUnknown((f"an exact principal ({amount} is none)",))
    return amount.low


def _parts(principal: Sum, count: int) -> list[Sum]:
    if isinstance(principal, MonetaryAmount):
        _number(principal)
        return list(principal.split(count))
    step, number = _step(principal), _number(principal)
    if number % step:
        raise InexactAmount(f"{principal} is no whole number of its smallest part, {step}")
    units, rest = divmod(int(number / step), count)
    return [_of(principal, step * (units + (at < rest))) for at in range(count)]


def _step(principal: Sum) -> Decimal:
    if isinstance(principal, MonetaryAmount):
        return principal.step
    return Decimal(1) if principal.unit.whole else _THOUSANDTH


def _interest(principal: Sum, left: Decimal, share: Fraction) -> Sum:
    """Return simple interest, to the smallest part."""
    step = _step(principal)
    return _of(principal, step * round(Fraction(left) * share / Fraction(step)))


def _years(since: dt.date, until: dt.date) -> Fraction:
    """Return a period in years: whole months as twelfths, odd days as parts of 365."""
    months = 12 * (until.year - since.year) + until.month - since.month
    reached = Duration(months=max(0, months)).after(since)
    if reached > until:
        months -= 1
        reached = Duration(months=months).after(since)
    return Fraction(months, 12) + Fraction((until - reached).days, 365)


def _of(principal: Sum, number: Decimal) -> Sum:
    tidy = decimal_of(Fraction(number)) or Decimal(0)
    return evolve(principal, low=tidy, high=tidy, span=None, figure=None, status=Status.INFERRED)


def loan_schedule(  # noqa: PLR0913 - as above
    loan: Lent,
    *,
    issued: Day | None = None,
    term: Duration | str | None = None,
    rate: Rate | Decimal | str | None = None,
    grace: Duration | str | None = None,
    payments_a_year: int = 1,
    day_of_first: Day | None = None,
    interest_from: Day | None = None,
) -> Schedule:
    """Return the schedule of a loan as read; terms that are given count before those of the paper."""
    if loan.principal is None:
        raise TermsUnknown(("the principal",))
    return schedule_of(
        loan.principal,
        issued=issued,
        term=loan.term if term is None else term,
        rate=loan.rate if rate is None else rate,
        grace=(loan.grace or _NO_GRACE) if grace is None else grace,
        payments_a_year=payments_a_year,
        day_of_first=day_of_first,
        interest_from=interest_from,
    )
