"""All sums of a document with their entities: in directives, and in the loans that a witness speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from politburo.checking.places import directives
from politburo.records import Document, Witness
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity

__all__ = ["RUBLES", "Sum", "lent", "of_loans", "sums", "unit_of"]

# The kinds of ruble; a sum in plain RUB leaves open which of them is meant.
RUBLES = frozenset({
    "RUB_GOLD", "RUB_CHERVONNY", "RUB_FOREIGN", "RUB_INVALYUTNY", "RUB_TORGSIN", "RUB_CLEARING", "RUB_INDEX_PREWAR", "RUB_TREASURY_1924",
    "RUR_IMPERIAL", "SOVZNAK_1919", "SOVZNAK_1922", "SOVZNAK_1923", "SUR", "SUR_1924", "SUR_1947", "SUR_1961", "XTR_RUBLE",
})  # fmt: skip


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


