"""Values of one witness set against those of another: which are the same, which stand for each other.

Two witnesses name the same things in another order, more often or less. So values that are the same are
paired first; of what is left, a value that only one witness knows stands in the place of one of the
other's that is left as well. What has no counterpart was left out by the other.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from politburo.records import Recipient
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Person

__all__ = ["Outcome", "align", "same"]

V = TypeVar("V", bound=Value)
Same = Callable[[V, V], bool]


class Outcome(enum.Enum):
    """What two witnesses say about one thing: the same, something else, or only one of them speaks of it.

    >>> [outcome.value for outcome in Outcome]
    ['agreement', 'disagreement', 'omission']
    """

    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"
    OMISSION = "omission"


def align(here: Sequence[V], there: Sequence[V]) -> Iterator[tuple[V | None, V | None, Outcome]]:
    """Yield the values of two witnesses in pairs; one of a pair is absent where it was left out.

    >>> sums = [MonetaryAmount.parse("5 иен"), MonetaryAmount.parse("7 иен")], [MonetaryAmount.parse("7 yen")]
    >>> [(str(one), str(other), outcome.value) for one, other, outcome in align(*sums)]
    [('7 JPY', '7 JPY', 'agreement'), ('5 JPY', 'None', 'omission')]
    """
    ours, theirs = list(here), []
    for other in there:
        taken = next((value for value in ours if same(value, other)), None)
        if taken is None:
            theirs.append(other)
        else:
            ours.remove(taken)
            yield taken, other, Outcome.AGREEMENT
    yield from _apart(ours, theirs, here, there)


def _apart(
    ours: list[V], theirs: list[V], here: Sequence[V], there: Sequence[V]
) -> Iterator[tuple[V | None, V | None, Outcome]]:
    """Yield what agrees with nothing: one in the place of another, and what is left over."""
    new_here = [value for value in ours if not any(same(value, other) for other in there)]
    new_there = [value for value in theirs if not any(same(other, value) for other in here)]
    first, second = new_here + _again(ours, new_here), new_there + _again(theirs, new_there)
    for at in range(max(len(first), len(second))):
        value, other = (side[at] if at < len(side) else None for side in (first, second))
        if value is not None and other is not None and (value in new_here or other in new_there):
            yield value, other, Outcome.DISAGREEMENT
        else:
            yield from ((one, None, Outcome.OMISSION) for one in (value,) if one is not None)
            yield from ((None, one, Outcome.OMISSION) for one in (other,) if one is not None)


def _again(values: list[V], new: list[V]) -> list[V]:
    """Return the values that the other witness has too, only not as often."""
    counted: Counter[Hashable] = Counter(new)
    return [value for value in values if not counted[value]]


def same(one: Value, other: Value) -> bool:
    """Tell whether two values may say the same in two witnesses.

    A sum without a unit agrees with the same sum in any; a day with its month; a year and a half with
    eighteen months; a person whom the vocabulary knows with the same one in another script.

    >>> same(MonetaryAmount.parse("500 иен"), MonetaryAmount.parse("500 XXX"))
    True
    >>> same(Person.parse("Стомонякову"), Person.parse("Stomonyakov"))
    True
    """
    if isinstance(one, MonetaryAmount) and isinstance(other, MonetaryAmount):
        return _same_sum(one, other)
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.overlaps(other)
    if isinstance(one, Duration) and isinstance(other, Duration):
        return abs(_days(one) - _days(other)) * 50 <= _days(one)
    if isinstance(one, Recipient) and isinstance(other, Recipient):
        return same(one.party, other.party)
    if isinstance(one, Person) and isinstance(other, Person):
        return one == other or _same_person(one, other)
    return one == other


def _same_sum(one: MonetaryAmount, other: MonetaryAmount) -> bool:
    ends = (one.low, one.high) == (other.low, other.high)
    return ends and (one.currency == other.currency or "XXX" in (one.currency.id, other.currency.id))


def _days(duration: Duration) -> int:
    return duration.years * 365 + duration.months * 30 + duration.weeks * 7 + duration.days


def _same_person(one: Person, other: Person) -> bool:
    return bool({entry["id"] for entry in one.entry} & {entry["id"] for entry in other.entry})
