"""Which loan a paper speaks of: told by amount, unit, borrower, and the decision that authorised it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from politburo.accounts.entries import Allocation, Entry, EntryKind, Sum
from politburo.accounts.gathering import LoanSaid
from politburo.tokens import Tokens
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity

__all__ = ["UNSAID", "allocation_for", "candidates", "same_sum", "unit_of"]

UNSAID = ("XXX", "RUB", "SUR")
_STEM = 5


def unit_of(amount: Sum) -> str:
    """Return the unit of a sum or quantity.

    >>> unit_of(MonetaryAmount.of(5, "RUB_GOLD"))
    'RUB_GOLD'
    """
    return amount.currency.id if isinstance(amount, MonetaryAmount) else amount.unit.id


def same_sum(one: Sum, other: Sum) -> bool:
    """Tell whether two sums can be the same: alike in number, and in unit where both say it.

    >>> same_sum(MonetaryAmount.of(5, "XXX"), MonetaryAmount.of(5, "RUB_GOLD"))
    True
    """
    if isinstance(one, Quantity) or isinstance(other, Quantity):
        return type(one) is type(other) and one.exactly() == other.exactly()
    units = {unit_of(one), unit_of(other)}
    return _numbers(one) == _numbers(other) and (len(units) == 1 or bool(units & set(UNSAID)))


def _numbers(amount: MonetaryAmount) -> tuple[Decimal | None, Decimal | None]:
    """Return the figures, without a bound: «до 900.000» granted is later «ссуда в 900.000»."""
    figure = amount.exactly()
    return figure.low, figure.high


def candidates(said: LoanSaid, loans: Sequence[tuple[int, Sequence[LoanSaid], Sequence[Entry]]]) -> list[int]:
    """Return the numbers of the loans that a paper may speak of, the likeliest first.

    A loan that is granted again on another day is another loan. An authorising decision that is named
    decides; without one the loan granted last before.
    """
    found = [(number, known) for number, known, entries in loans if _fits(said, known, entries)]
    if said.authorised:
        named = [(number, known) for number, known in found if _authorised(said, known)]
        found = named or found
    found.sort(key=lambda pair: _day(pair[1][0].date), reverse=True)
    return [number for number, _ in found]


def _fits(said: LoanSaid, known: Sequence[LoanSaid], entries: Sequence[Entry]) -> bool:
    if said.granted and any(one.granted and one.protocol != said.protocol for one in known):
        return False
    return _principal_fits(said, known, entries) and _parties_fit(said, known)


def _principal_fits(said: LoanSaid, known: Sequence[LoanSaid], entries: Sequence[Entry]) -> bool:
    principal = said.loan.principal
    if principal is None:
        return _authorised(said, known)
    restated = [entry.amount for entry in entries if entry.kind is EntryKind.RESTATEMENT and entry.amount]
    principals = [one.loan.principal for one in known if one.loan.principal is not None]
    return any(same_sum(principal, other) for other in (*principals, *restated))


def _parties_fit(said: LoanSaid, known: Sequence[LoanSaid]) -> bool:
    """Tell whether the borrowers can be the same: those named, else a government named beside the loan."""
    parties = frozenset(party for one in known for party in one.parties)
    named = said.parties or said.near
    if not parties:
        parties = frozenset(body for one in known for body in one.near)
    return not named or not parties or bool(named & parties)


def _authorised(said: LoanSaid, known: Sequence[LoanSaid]) -> bool:
    return any(one.date in said.authorised for one in known if one.date is not None)


def _day(date: PartialDate | None) -> str:
    return str(date or "")


def allocation_for(named: Allocation, known: Sequence[Allocation], context: str) -> Allocation | None:
    """Return the sum set apart earlier that a later paper means, by its amount and purpose.

    Of several of one amount the one whose purpose shares the most words with the passage counts.
    """
    alike = [one for one in known if same_sum(one.amount, named.amount)]
    shared = [(len(_stems(one.purpose) & _stems(context)), -at) for at, one in enumerate(alike)]
    words, at = max(shared, default=(0, 0))
    return alike[-at] if words or len(alike) == 1 else None


def _stems(text: str) -> frozenset[str]:
    tokens = Tokens(text)
    return frozenset(key[:_STEM] for key in tokens.keys[: len(tokens)] if len(key) > 3 and key.isalpha())
