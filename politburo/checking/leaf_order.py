"""The order of leaves held against the order of protocols and points in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.checking.series import position
from politburo.findings import Level
from politburo.records import Decision, Document, Witness
from politburo.values.shelfmarks import Shelfmark

__all__ = ["RULES"]

# The Politburo's protocols and its special folder: bound by number, leaves counted from the first on.
# Files of other archives are often counted from the last paper backwards.
_BOUND_IN_ORDER = frozenset({("RGASPI", "17", "3"), ("RGASPI", "17", "162")})


class _Kept(NamedTuple):
    """A point by protocol and number, and the leaf on which it begins."""

    protocol: int
    point: int
    leaf: int
    mark: Shelfmark
    entity: str


def find_disorder(document: Document) -> Iterator[Remark]:
    """Yield the points kept on a leaf before that of a point which they follow."""
    kept = [point for witness in document.witnesses for point in _kept(witness)]
    for language in dict.fromkeys(point.entity[:2] for point in kept):
        own = sorted((point for point in kept if point.entity[:2] == language), key=lambda point: point[:3])
        for before, point in pairwise(own):
            if before.mark.same_file(point.mark) and point.leaf < before.leaf:
                there = f"behind {said(document, before.mark)} of {before.entity}, which comes before it"
                message = f"{said(document, point.mark)}: expected a leaf {there}"
                yield Remark(message, point.mark.span, point.entity)


def _kept(witness: Witness) -> Iterator[_Kept]:
    numbers = [int(str(number)) for number in witness.protocol.numbers if str(number).isdecimal()]
    for decision, mark in _marked(witness) if numbers else ():
        point, leaf = position(decision.number.rpartition("/")[2]), _first_leaf(mark)
        if point is not None and leaf is not None:
            yield _Kept(numbers[0], point, leaf, mark, f"{witness.key}/{decision.number}")


def _marked(witness: Witness) -> Iterator[tuple[Decision, Shelfmark]]:
    """Yield the references with the points above them; a witness's only one is that of its first point."""
    decisions = witness.protocol.decisions
    yield from ((decision, mark) for decision in decisions for mark in decision.shelfmarks[:1])
    for mark in witness.shelfmarks if decisions else ():
        above = [decision for decision in decisions if _stands_before(decision, mark)]
        if len(witness.shelfmarks) == 1 or above:
            yield (decisions[0] if len(witness.shelfmarks) == 1 else above[-1]), mark


def _stands_before(decision: Decision, mark: Shelfmark) -> bool:
    return decision.span is not None and mark.span is not None and decision.span.start < mark.span.start


def _first_leaf(mark: Shelfmark) -> int | None:
    match = _leaf().match(mark.leaves)
    bound = (mark.archive, mark.fond, mark.opis) in _BOUND_IN_ORDER
    return int(match[0]) if match and bound and mark.delo else None


@cache
def _leaf() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,6}")


_TWO_POINTS = """\
ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

7.- О Монголии.

Отпустить 20.000 иен.

РГАСПИ, ф. 17, оп. 162, д. 18, л. {}

9.- О Туве.

Отпустить 10.000 иен.

РГАСПИ, ф. 17, оп. 162, д. 18, л. 172
"""

RULES = (
    Rule(
        "leaf-order",
        Level.WARNING,
        "leaves stand in another order than the protocols and points that are on them",
        "In the files of the Politburo's protocols and of its special folder (RGASPI, fond 17, opisi 3 and "
        "162) a later protocol, and in a protocol a later point, must stand on a later leaf or the same one. "
        "Only references of points within one file are compared.",
        "A leaf number with two figures changed over sends the next reader to another paper.",
        _TWO_POINTS.format("217"),
        _TWO_POINTS.format("171"),
        find_disorder,
    ),
)
