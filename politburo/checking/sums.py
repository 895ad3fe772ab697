"""All sums of a document with their entities: in directives, and in the loans that a witness speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from politburo.checking.places import directives
from politburo.records import Document, Witness
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity
from politburo.vocabulary import table

__all__ = ["Sum", "lent", "of_loans", "rubles", "sums", "unit_of"]


@cache
def rubles() -> frozenset[str]:
    """Return the ids of the kinds of ruble; a sum in plain ``RUB`` leaves open which of them is meant.

    >>> "RUB_GOLD" in rubles(), "RUB" in rubles(), "CHERVONETS" in rubles()
    (True, False, False)
    """
    known = table("currencies").items()
    return frozenset(name for name, entry in known if "ruble" in entry["name_en"].split() and name != "RUB")


class Sum(NamedTuple):
    """A sum of money, the entity that speaks of it, its witness, and the day by which it is judged."""

    money: MonetaryAmount
    entity: str
    witness: Witness
    day: PartialDate | None

    @property
    def currency(self) -> str:
        """The id of the currency."""
        return self.money.currency.id


def sums(document: Document) -> Iterator[Sum]:
    """Yield every sum once, those of directives first; a loan's principal may stand in a title only."""
    seen = set[object]()
    for place in directives(document):
        for money in place.directive.money:
            seen.add((place.witness.key, money.span or money))
            yield Sum(money, place.entity, place.witness, place.day)
    for witness in document.witnesses:
        for entity, money in of_loans(witness):
            if (witness.key, money.span or money) not in seen:
                seen.add((witness.key, money.span or money))
                yield Sum(money, entity, witness, next(iter(witness.protocol.dates), None))


def of_loans(witness: Witness) -> Iterator[tuple[str, MonetaryAmount]]:
    """Yield the principal and the tranches in money of each loan with the loan's entity."""
    for loan in witness.loans:
        for value in (loan.principal, *loan.tranches):
            if isinstance(value, MonetaryAmount):
                yield f"{witness.key}/loan/{loan.key}", value


def lent(witness: Witness) -> tuple[set[object], set[MonetaryAmount]]:
    """Return the passages of the sums that are part of a loan, and those sums themselves."""
    values = [money for _, money in of_loans(witness)]
    return {money.span for money in values if money.span}, set(values)


def unit_of(value: MonetaryAmount | Quantity) -> str:
    """Return the id of a sum's currency or of a quantity's unit.

    >>> unit_of(Quantity.parse("4 aircraft")), unit_of(MonetaryAmount.parse("20.000 иен"))
    ('aircraft', 'JPY')
    """
    return value.currency.id if isinstance(value, MonetaryAmount) else value.unit.id
