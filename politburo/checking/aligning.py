"""Which parts of two witnesses correspond: points by number, sub-points by the places of their marks.

A point whose number was miswritten is known by what stands around it and by its sums and goods: it is
the only one left between two points that correspond, on both sides.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from politburo.checking.series import position, positions
from politburo.records import Decision, Directive, Document, Witness
from politburo.values.base import Value

__all__ = ["Pair", "between", "decision_pairs", "directive_pairs", "is_same_protocol", "pairs"]


class Pair(NamedTuple):
    """Two witnesses of one protocol."""

    first: Witness
    second: Witness


def pairs(document: Document) -> Iterator[Pair]:
    """Yield the witnesses of one protocol that are in different languages."""
    for at, first in enumerate(document.witnesses):
        for second in document.witnesses[at + 1 :]:
            if first.language != second.language and is_same_protocol(first, second):
                yield Pair(first, second)


def between(one: Document, other: Document) -> Iterator[Pair]:
    """Yield the witnesses of one protocol in two files: the nearest in the same language, if there is one."""
    free = list(other.witnesses)
    for first in one.witnesses:
        alike = [second for second in other.witnesses if is_same_protocol(first, second)]
        own = [second for second in alike if second.language == first.language]
        near = max((second for second in own if second in free), key=_Nearness(first), default=None)
        if near is None and not own:
            near = max(alike, key=_Nearness(first), default=None)
        if near is not None:
            free = [second for second in free if second is not near]
            yield Pair(first, near)


class _Nearness:
    """How near witnesses are to one: by the points that they share, then by their place in the file."""

    def __init__(self, first: Witness) -> None:
        self.key = first.key
        self.points = _points(first)

    def __call__(self, second: Witness) -> tuple[int, bool]:
        return len(self.points & _points(second)), second.key == self.key


def is_same_protocol(first: Witness, second: Witness) -> bool:
    """Tell whether two witnesses share a number, or points where the numbers differ by a slip."""
    numbers, others = set(first.protocol.numbers), set(second.protocol.numbers)
    if not numbers or not others or not numbers.isdisjoint(others):
        return True
    return not _points(first).isdisjoint(_points(second))


def _points(witness: Witness) -> set[Hashable]:
    return {_point(decision.number) for decision in witness.protocol.decisions}


def _point(number: str) -> Hashable:
    """Return what makes two point numbers the same: figures, or the place of a Roman numeral."""
    if "/" in number:
        return tuple(_point(part) for part in number.split("/"))
    places = positions(number)
    return places.get("number") or places.get("roman") or number.casefold()


def decision_pairs(pair: Pair) -> list[tuple[Decision | None, Decision | None]]:
    """Return the points of two witnesses in the order of the first; one that is left out stands alone."""
    ours, theirs = pair.first.protocol.decisions, pair.second.protocol.decisions
    places = {_point(decision.number): at for at, decision in reversed(list(enumerate(theirs)))}
    partners = [places.pop(_point(decision.number), None) for decision in ours]
    found: list[tuple[Decision | None, Decision | None]] = []
    here = there = 0
    for at, partner in [*enumerate(partners), (len(ours), len(theirs))]:
        if partner is None or partner < there:  # what stands in another order is taken as it comes
            continue
        taken = {p for p in partners if p is not None}
        left = [theirs[i] for i in range(there, partner) if i not in taken]
        found += _gap(list(zip(ours[here:at], partners[here:at], strict=True)), left, theirs)
        if at < len(ours):
            found.append((ours[at], theirs[partner]))
        here, there = at + 1, partner + 1
    return found


def _gap(
    ours: Sequence[tuple[Decision, int | None]], left: Sequence[Decision], theirs: Sequence[Decision]
) -> Iterator[tuple[Decision | None, Decision | None]]:
    """Yield the points between two that correspond."""
    alone = [decision for decision, partner in ours if partner is None]
    miswritten = len(alone) == len(left) == 1 and _share_values(alone[0], left[0])
    for decision, partner in ours:
        slipped = left[0] if miswritten and partner is None else None
        yield decision, theirs[partner] if partner is not None else slipped
    yield from ((None, decision) for decision in left if not miswritten)


def _share_values(one: Decision, other: Decision) -> bool:
    """Tell whether two points speak of the same sums and goods, most of them."""
    ours, theirs = _measures(one), _measures(other)
    return 2 * len(ours & theirs) > max(len(ours), len(theirs), 1)


def _measures(decision: Decision) -> set[Value]:
    return {value for directive in decision.directives for value in (*directive.money, *directive.quantities)}


Group = list[Directive]


def directive_pairs(one: Decision, other: Decision) -> Iterator[tuple[Group, Group]]:
    """Yield the directives at the same place; those that go on below their sub-items are one with them.

    An empty group stands for what one of the points leaves out.
    """
    firsts, seconds = _by_place(one), _by_place(other)
    for place, here in firsts.items():
        yield here, seconds.pop(place, [])
    yield from (([], there) for there in seconds.values())


def _by_place(decision: Decision) -> dict[Hashable, Group]:
    found: dict[Hashable, Group] = {}
    for directive in decision.directives:
        found.setdefault(_place(directive.path), []).append(directive)
    return found


def _place(path: Sequence[str]) -> Hashable:
    return tuple(position(label) or label.casefold() for label in path)
