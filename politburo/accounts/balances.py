"""What is left of a sum, said as far as it is known: a range, and why it is no more exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from politburo.accounts.entries import Entry, Passage, Sum
from politburo.accounts.matching import unit_of
from politburo.values.base import Status

__all__ = ["Balance", "Check", "balance_of", "total"]


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
class Balance:
    """What is left of a sum. ``left`` is a range where drawdowns are not known; ``reasons`` say why.

    ``limit`` is what there was, ``drawn`` what is known to have been taken from it.

    >>> from politburo.values.money import MonetaryAmount
    >>> limit, drawn = MonetaryAmount.of(500000, "RUB_GOLD"), MonetaryAmount.of(0, "RUB_GOLD")
    >>> left = MonetaryAmount.parse("../500000 RUB_GOLD")
    >>> print(Balance(limit, drawn, left, ("a drawdown without a figure",)))
    unknown, at most 500000 RUB_GOLD: a drawdown without a figure
    """

    limit: Sum
    drawn: Sum
    left: Sum
    reasons: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is known exactly."""
        return self.left.low is not None and self.left.low == self.left.high

    def __str__(self) -> str:
        """Return what is left, and why it is not known more closely."""
        if self.known:
            return f"{self.left} ({'; '.join(self.reasons)})" if self.reasons else str(self.left)
        return f"unknown, at most {evolve(self.left, low=self.left.high)}: {'; '.join(self.reasons)}"


def balance_of(limit: Sum, entries: Sequence[Entry]) -> Balance:
    """Return what is left of a sum after some drawdowns; repayments are no part of it."""
    known, reasons = list[Sum](), list[str]()
    for entry in entries:
        if entry.amount is None:
            reasons.append(f"{_where(entry)} draws without a figure")
        elif unit_of(entry.amount) != unit_of(limit) or unit_of(limit) == "XXX":
            reasons.append(f"{_where(entry)} draws {entry.amount}, not in {unit_of(limit)}")
        else:
            known.append(entry.amount)
    drawn = total(limit, known)
    low = None if reasons else _less(limit.low, drawn.high)
    left = _of(limit, low, _less(limit.high, drawn.low))
    return Balance(limit, drawn, left, tuple(reasons))


def _where(entry: Entry) -> str:
    return f"{entry.passage.document} {entry.passage.entity}".lstrip()


def total(like: Sum, amounts: Iterable[Sum]) -> Sum:
    """Return the sum of sums in the unit of another; nothing is zero."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for amount in amounts:
        low = None if low is None or amount.low is None else low + amount.low
        high = None if high is None or amount.high is None else high + amount.high
    return _of(like, Decimal(0) if low is None else low, high)


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _of(like: Sum, low: Decimal | None, high: Decimal | None) -> Sum:
    if low is None and high is None:
        raise ValueError(f"nothing is known of what is left of {like}")
    return evolve(like, low=low, high=high, span=None, figure=None, status=Status.INFERRED)
