"""Transcription and translation held against each other, point by point and value by value.

Decisions are paired by number, directives by the places of their marks (``9/а`` with ``9/a``). What
only one witness has was left out by the other, or not read in it: that is no conflict. A conflict is
one value in the place of another: each witness has something there that the other lacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.checking.series import position, positions
from politburo.findings import Level
from politburo.records import Decision, Directive, Document, Loan, Witness
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity

__all__ = ["RULES", "Pair", "pairs"]

V = TypeVar("V", bound=Value)
Same = Callable[[V, V], bool]


class Pair(NamedTuple):
    """Two witnesses of one protocol in different languages."""

    first: Witness
    second: Witness


def pairs(document: Document) -> Iterator[Pair]:
    """Yield the witnesses of one protocol that are in different languages."""
    for at, first in enumerate(document.witnesses):
        for second in document.witnesses[at + 1 :]:
            if first.language != second.language and _same_protocol(first, second):
                yield Pair(first, second)


def _same_protocol(first: Witness, second: Witness) -> bool:
    """Tell whether two witnesses share a number, or points where the numbers differ by a slip."""
    numbers, others = set(first.protocol.numbers), set(second.protocol.numbers)
    if not numbers or not others or not numbers.isdisjoint(others):
        return True
    points = {_point(decision.number) for decision in first.protocol.decisions}
    return not points.isdisjoint(_point(decision.number) for decision in second.protocol.decisions)


def find_conflicts(document: Document) -> Iterator[Remark]:
    """Yield what two witnesses of a paper say differently."""
    for pair in pairs(document):
        yield from _headings(document, pair)
        for entities, one, other in _decision_pairs(pair):
            yield from _decisions(document, entities, one, other)
            for below, first, second in _directive_pairs(entities, one, other):
                yield from _directives(document, below, first, second)
        yield from _loans(document, pair)


# --- pairing --------------------------------------------------------------------------------------

Entities = tuple[str, str]


def _point(number: str) -> Hashable:
    """Return what makes two point numbers the same: figures, or the place of a Roman numeral."""
    if "/" in number:
        return tuple(_point(part) for part in number.split("/"))
    places = positions(number)
    return places.get("number") or places.get("roman") or number.casefold()


def _decision_pairs(pair: Pair) -> Iterator[tuple[Entities, Decision, Decision]]:
    others = {_point(decision.number): decision for decision in reversed(pair.second.protocol.decisions)}
    for one in pair.first.protocol.decisions:
        other = others.pop(_point(one.number), None)
        if other is not None:
            yield (f"{pair.first.key}/{one.number}", f"{pair.second.key}/{other.number}"), one, other


def _place(path: Sequence[str]) -> Hashable:
    return tuple(position(label) or label.casefold() for label in path)


def _directive_pairs(
    entities: Entities, one: Decision, other: Decision
) -> Iterator[tuple[Entities, list[Directive], list[Directive]]]:
    """Yield the directives at the same place; those that go on below their sub-items are one with them."""
    firsts, seconds = _by_place(one), _by_place(other)
    for place, here in firsts.items():
        there = seconds.get(place)
        if there:
            below = (f"{entities[0]}/{'/'.join(here[0].path)}", f"{entities[1]}/{'/'.join(there[0].path)}")
            yield below, here, there


def _by_place(decision: Decision) -> dict[Hashable, list[Directive]]:
    found: dict[Hashable, list[Directive]] = {}
    for directive in decision.directives:
        found.setdefault(_place(directive.path), []).append(directive)
    return found


# --- comparing ------------------------------------------------------------------------------------


def _headings(document: Document, pair: Pair) -> Iterator[Remark]:
    entities = (pair.first.key, pair.second.key)
    one, other = pair.first.protocol, pair.second.protocol
    yield from _compare(document, entities, one.numbers, other.numbers, _equal)
    yield from _compare(document, entities, one.dates, other.dates, _same_date)
    yield from _compare(document, entities, one.bodies, other.bodies, _equal)
    yield from _compare(document, entities, _known(one.signatories), _known(other.signatories), _same_person)


def _decisions(document: Document, entities: Entities, one: Decision, other: Decision) -> Iterator[Remark]:
    yield from _compare(document, entities, one.dates, other.dates, _same_date)
    for parties in (_speakers, _recipients):
        yield from _compare(document, entities, _known(parties(one)), _known(parties(other)), _same_person)


def _speakers(decision: Decision) -> list[Person]:
    return [party for party in decision.speakers if isinstance(party, Person)]


def _recipients(decision: Decision) -> list[Person]:
    return [recipient.party for recipient in decision.recipients if isinstance(recipient.party, Person)]


def _directives(
    document: Document, entities: Entities, here: list[Directive], there: list[Directive]
) -> Iterator[Remark]:
    first, second = _Values.of(here), _Values.of(there)
    yield from _compare(document, entities, first.bodies, second.bodies, _equal)
    yield from _compare(document, entities, first.money, second.money, _same_sum)
    yield from _compare(document, entities, first.quantities, second.quantities, _equal)
    yield from _compare(document, entities, first.dates, second.dates, _same_date)
    yield from _compare(document, entities, first.durations, second.durations, _same_duration)
    yield from _compare(document, entities, _known(first.persons), _known(second.persons), _same_person)


class _Values(NamedTuple):
    """What the directives at one place say, by kind; bodies without an id cannot be compared."""

    bodies: list[Body]
    money: list[MonetaryAmount]
    quantities: list[Quantity]
    dates: list[PartialDate]
    durations: list[Duration]
    persons: list[Person]

    @classmethod
    def of(cls, directives: list[Directive]) -> _Values:
        """Gather the values of directives."""
        times = [time for directive in directives for time in (*directive.deadlines, *directive.dates)]
        return cls(
            bodies=[body for directive in directives for body in directive.bodies if body.id],
            money=[money for directive in directives for money in directive.money],
            quantities=[quantity for directive in directives for quantity in directive.quantities],
            dates=[time for time in times if isinstance(time, PartialDate)],
            durations=[time for time in times if isinstance(time, Duration)],
            persons=[person for directive in directives for person in directive.persons],
        )


def _compare(
    document: Document, entities: Entities, here: Sequence[V], there: Sequence[V], same: Same[V]
) -> Iterator[Remark]:
    """Yield each value that stands in the place of another one."""
    ours, theirs = _without(here, there, same), _without(there, here, same)
    new_here = [value for value in ours if not any(same(value, other) for other in there)]
    new_there = [value for value in theirs if not any(same(other, value) for other in here)]
    if not ours or not theirs or not (new_here or new_there):
        return
    unmatched = (new_here + _repeated(ours, new_here), new_there + _repeated(theirs, new_there))
    for value, other in zip(*unmatched, strict=False):
        if value in new_here or other in new_there:
            stands = f"{said(document, value)} ({value}) stands here"
            elsewhere = f"{said(document, other)} ({other}) in {entities[1]}"
            message = f"{stands}, {elsewhere}: expected the same in both witnesses"
            yield Remark(message, value.span, entities[0])


def _without(values: Sequence[V], others: Sequence[V], same: Same[V]) -> list[V]:
    """Return the values left when each of the others has taken away one that is the same."""
    left = list(values)
    for other in others:
        taken = next((value for value in left if same(value, other)), None)
        if taken is not None:
            left.remove(taken)
    return left


def _repeated(values: list[V], new: list[V]) -> list[V]:
    counted = Counter(new)
    return [value for value in values if not counted[value]]


def _equal(one: Value, other: Value) -> bool:
    return one == other


def _same_sum(one: MonetaryAmount, other: MonetaryAmount) -> bool:
    """Tell whether two sums agree; one without a unit agrees with every unit."""
    ends = (one.low, one.high) == (other.low, other.high)
    return ends and (one.currency == other.currency or "XXX" in (one.currency.id, other.currency.id))


def _same_date(one: PartialDate, other: PartialDate) -> bool:
    return one.overlaps(other)


def _same_duration(one: Duration, other: Duration) -> bool:
    """Tell whether two periods are as long: a декада is ten days, a year and a half eighteen months."""
    return abs(_days(one) - _days(other)) * 50 <= _days(one)


def _days(duration: Duration) -> int:
    return duration.years * 365 + duration.months * 30 + duration.weeks * 7 + duration.days


def _known(persons: Sequence[Person]) -> list[Person]:
    """Return the persons of whom the vocabulary knows: only they can be told apart in two scripts."""
    return [person for person in persons if person.entry]


def _same_person(one: Person, other: Person) -> bool:
    return bool({entry["id"] for entry in one.entry} & {entry["id"] for entry in other.entry})


def _loans(document: Document, pair: Pair) -> Iterator[Remark]:
    others = {loan.key: loan for loan in pair.second.loans}
    for loan in pair.first.loans:
        other = others.get(loan.key)
        if other is not None:
            entities = (f"{pair.first.key}/loan/{loan.key}", f"{pair.second.key}/loan/{loan.key}")
            yield from _terms(document, entities, loan, other)


def _terms(document: Document, entities: Entities, loan: Loan, other: Loan) -> Iterator[Remark]:
    if loan.rate and other.rate:
        yield from _compare(document, entities, [loan.rate], [other.rate], _equal)
    if loan.term and other.term:
        yield from _compare(document, entities, [loan.term], [other.term], _same_duration)


_WITNESSES = """\
ПРОТОКОЛ № 40
заседания Политбюро ЦК ВКП(б) от 27 июня 1936 г.

264.- О торговле с Синьцзяном.

а) Порядок расчетов согласовать НКВТ совместно с НКФ и {} к 1 июля.

Protocol No. 40

Meeting of the Politburo TsK VKP(b) on 27 June 1936

264. Concerning Trade with Xinjiang.

a) The procedure of payment is to be coordinated by the NKVT together with the NKF and the NKID by 1 July.
"""

RULES = (
    Rule(
        "witness-conflict",
        Level.WARNING,
        "transcription and translation disagree",
        'Points of the same number, sub-points at the same place («а» and "a"), headings and loans of two'
        " witnesses in different languages must have the same bodies, sums, quantities, dates, deadlines "
        "and persons. A value that only one of them has is no conflict, nor is a point that one leaves "
        "out; a sum without a unit agrees with the same sum in any unit. Each witness keeps its reading.",
        "Whoever has read only the translation follows it into the error; where two abbreviations differ "
        "by a letter, the disagreement is often all that shows it.",
        _WITNESSES.format("НКВД"),
        _WITNESSES.format("НКИД"),
        find_conflicts,
    ),
)
