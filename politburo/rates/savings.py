"""Savings in the reform of December 1947: «3.000 рублей» one to one, what was above them at less."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from politburo.values.arithmetic import CurrencyMismatch, decimal_of
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.money import MonetaryAmount
from politburo.vocabulary import table

__all__ = ["savings_of_1947"]

_OLD, _NEW = "SUR_1924", "SUR_1947"
_KOPECK = Fraction(1, 100)


def savings_of_1947(deposit: MonetaryAmount) -> MonetaryAmount:
    """Return what a savings deposit of before 16 December 1947 was after the reform, to the kopeck; inferred.

    The first 3,000 rubles counted one to one, up to 10,000 three for two, above that two for one (S23).

    >>> str(savings_of_1947(MonetaryAmount.of(13_000, "SUR_1924")))
    '9166.67 SUR_1947'
    """
    if deposit.currency.id != _OLD:
        raise CurrencyMismatch(deposit.currency.id, _OLD)
    low, high = (None if end is None else _after(Fraction(end)) for end in (deposit.low, deposit.high))
    status = Status.EMENDED if deposit.status is Status.EMENDED else Status.INFERRED
    return evolve(deposit, low=low, high=high, currency=Currency(_NEW), status=status, span=None, figure=None)


def _after(deposit: Fraction) -> Decimal | None:
    left, total = Fraction(0), Fraction(0)
    for part in table("rates")["savings_1947"]["parts"]:
        reached = min(deposit, Fraction(part["to"])) if "to" in part else deposit
        total += max(Fraction(0), reached - left) * Fraction(part["value"])
        left = max(left, reached)
    return decimal_of(round(total / _KOPECK) * _KOPECK)
