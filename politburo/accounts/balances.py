"""What is left of a sum, said as far as it is known: a range, and why it is no more exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from politburo.accounts.entries import Entry, Passage, Sum
from politburo.accounts.matching import unit_of
from politburo.display import Shown
from politburo.values.base import Status
from politburo.values.numerals import plain

__all__ = ["Balance", "Check", "Debt", "balance_of", "debt_of", "said_of", "total"]


@frozen
class Check:
    """Something an account was held against: ``None`` where what is known does not decide it.

    >>> bool(Check("allocations-add-up", True, "10 allocations add up to 5000000 RUB_GOLD"))
    True
    """

    slug: str
    holds: bool | None
    message: str
    passages: tuple[Passage, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it holds."""
        return self.holds is True


@frozen
class Balance(Shown):
    """What is left of a sum. ``left`` is a range where drawdowns are not known; ``reasons`` say why.

    ``limit`` is what there was, ``drawn`` what is known to have been taken from it. Where nothing at
    all is known of what is left, not even a bound, ``left`` is None.

    >>> from politburo.values.money import MonetaryAmount
    >>> limit, drawn = MonetaryAmount.of(500000, "RUB_GOLD"), MonetaryAmount.of(0, "RUB_GOLD")
    >>> left = MonetaryAmount.parse("../500000 RUB_GOLD")
    >>> print(Balance(limit, drawn, left, ("a drawdown without a figure",)))
    unknown, at most 500000 RUB_GOLD: a drawdown without a figure
    """

    limit: Sum
    drawn: Sum
    left: Sum | None
    reasons: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is known exactly."""
        return _exact(self.left)

    def __str__(self) -> str:
        """Return what is left, and why it is not known more closely."""
        return said_of(self.left, self.reasons)


@frozen
class Debt:
    """What is owed of a loan: what was drawn less what was repaid, interest aside, as far as it is known.

    >>> from politburo.values.money import MonetaryAmount
    >>> print(Debt(MonetaryAmount.parse("0/500000 RUB_GOLD"), ("a drawdown without a figure",)))
    unknown, from 0 to 500000 RUB_GOLD: a drawdown without a figure
    """

    owed: Sum | None
    reasons: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is known exactly."""
        return _exact(self.owed)

    def __str__(self) -> str:
        """Return what is owed, and why it is not known more closely."""
        return said_of(self.owed, self.reasons)


def _exact(amount: Sum | None) -> bool:
    return (
        amount is not None and amount.low is not None and amount.low == amount.high and not amount.approximate
    )


def said_of(amount: Sum | None, reasons: Sequence[str]) -> str:
    """Return an amount as far as it is known, and why it is not known more closely.

    >>> from politburo.values.money import MonetaryAmount
    >>> said_of(MonetaryAmount.parse("600000/800000 JPY"), ()), said_of(None, ("no figure",))
    ('unknown, from 600000 to 800000 JPY', 'unknown: no figure')
    """
    why = "; ".join(reasons)
    if amount is not None and amount.low is not None and amount.low == amount.high:
        return f"{amount} ({why})" if why else str(amount)
    return f"unknown{_bounds(amount)}{f': {why}' if why else ''}"


def _bounds(amount: Sum | None) -> str:
    if amount is None:
        return ""
    about = "about " if amount.approximate else ""
    unit = unit_of(amount)
    ends = [None if end is None else plain(end) for end in (amount.low, amount.high)]
    if ends[0] is None:
        return f", at most {about}{ends[1]} {unit}"
    return (
        f", at least {about}{ends[0]} {unit}"
        if ends[1] is None
        else f", from {about}{ends[0]} to {ends[1]} {unit}"
    )


def balance_of(limit: Sum, entries: Sequence[Entry], *, void: Sequence[str] = ()) -> Balance:
    """Return what is left of a sum after some drawdowns; repayments are no part of it.

    ``void`` are reasons for which nothing may be left, whatever was drawn.
    """
    known, reasons = figures(entries, limit, "draws")
    drawn = total(limit, known)
    low = None if reasons or void else _less(limit.low, drawn.high)
    left = _of(limit, low, _less(limit.high, drawn.low), approximate=limit.approximate or drawn.approximate)
    return Balance(limit, drawn, left, (*reasons, *void))


def debt_of(limit: Sum, drawn: Sequence[Entry], repaid: Sequence[Entry], void: Sequence[str] = ()) -> Debt:
    """Return what is owed after some drawdowns and repayments; at most the whole loan was drawn."""
    taken, without = figures(drawn, limit, "draws")
    given, unsaid = figures(repaid, limit, "repays")
    out, back = total(limit, taken), total(limit, given)
    reasons = [*without, *unsaid, *void]
    if out.high is not None and back.low is not None and out.high < back.low:
        without = ["more is repaid than the papers at hand show to be drawn"]
        reasons += without
    high = _less(limit.high if without else out.high, back.low)
    low = Decimal(0) if unsaid or void else _less(out.low, back.high)
    owed = _of(limit, None if low is None else max(low, Decimal(0)), high,
               approximate=limit.approximate or out.approximate or back.approximate)  # fmt: skip
    return Debt(owed, tuple(reasons))


def figures(entries: Iterable[Entry], limit: Sum, verb: str) -> tuple[list[Sum], list[str]]:
    """Return the figures of some entries in the unit of a sum, and why others have none."""
    known, reasons = list[Sum](), list[str]()
    for entry in entries:
        if entry.amount is None:
            reasons.append(f"{_where(entry)} {verb} without a figure")
        elif unit_of(entry.amount) != unit_of(limit) or unit_of(limit) == "XXX":
            reasons.append(f"{_where(entry)} {verb} {entry.amount}, not in {unit_of(limit)}")
        else:
            known.append(entry.amount)
    return known, reasons


def _where(entry: Entry) -> str:
    return f"{entry.passage.document} {entry.passage.entity}".lstrip()


def total(like: Sum, amounts: Iterable[Sum]) -> Sum:
    """Return the sum of sums in the unit of another; nothing is zero, what is about makes it about.

    >>> from politburo.values.money import MonetaryAmount
    >>> str(total(MonetaryAmount.of(1, "JPY"), [MonetaryAmount.parse("около 5 иен")] * 2))
    '~10 JPY'
    """
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    approximate = False
    for amount in amounts:
        low = None if low is None or amount.low is None else low + amount.low
        high = None if high is None or amount.high is None else high + amount.high
        approximate = approximate or amount.approximate
    found = _of(like, Decimal(0) if low is None else low, high, approximate=approximate)
    assert found is not None  # noqa: S101 - it has a lower end
    return found


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _of(like: Sum, low: Decimal | None, high: Decimal | None, *, approximate: bool) -> Sum | None:
    """Return a sum in the unit of another, None where nothing is known of it."""
    if low is None and high is None:
        return None
    return evolve(
        like, low=low, high=high, approximate=approximate, span=None, figure=None, status=Status.INFERRED
    )
