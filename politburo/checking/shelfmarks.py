"""References to where the paper is kept, held against each other: ``d. 78`` against ``d.18 l. 170``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.findings import Level
from politburo.records import Document, Witness
from politburo.values.base import Status
from politburo.values.shelfmarks import Shelfmark

__all__ = ["RULES"]


class _Reference(NamedTuple):
    """A shelfmark, who gives it, and whether it stands for the whole paper or for one point."""

    mark: Shelfmark
    entity: str
    whole: bool = True


def find_shelfmark_conflicts(document: Document) -> Iterator[Remark]:
    """Yield the references to one fond and opis that lead to different files or leaves."""
    references, seen = _references(document), set[Shelfmark]()
    for pair in combinations(references, 2):
        if _conflict(*pair):
            # The one that fewer others agree with is remarked on, among equals the later.
            right, wrong = sorted(pair, key=lambda one: -sum(_agree(one, other) for other in references))
            if wrong.mark not in seen:
                seen.add(wrong.mark)
                yield _remark(document, right, wrong)


def _agree(one: _Reference, other: _Reference) -> bool:
    return one.mark.same_file(other.mark) and not _conflict(one, other)


def _remark(document: Document, right: _Reference, wrong: _Reference) -> Remark:
    part = "another leaf" if right.mark.same_file(wrong.mark) else "another file"
    there = f"{part} than {said(document, right.mark)} in {right.entity}"
    message = f"{said(document, wrong.mark)} leads to {there}: expected the same place in the same opis"
    return Remark(message, wrong.mark.span, wrong.entity)


def _references(document: Document) -> list[_Reference]:
    """Return the references that should agree: the catalogue's and those of the first protocol."""
    found = [_Reference(mark, "item") for mark in document.item.shelfmarks] if document.item else []
    for witness in document.witnesses:
        if not _same_protocol(document.witnesses[0], witness):
            continue
        found += [_Reference(mark, witness.key) for mark in witness.shelfmarks]
        for decision in witness.protocol.decisions:
            entity = f"{witness.key}/{decision.number}"
            found += [_Reference(mark, entity, whole=False) for mark in decision.shelfmarks]
    return found


def _same_protocol(first: Witness, other: Witness) -> bool:
    numbers, others = set(first.protocol.numbers), set(other.protocol.numbers)
    return not numbers or not others or not numbers.isdisjoint(others)


def _conflict(first: _Reference, second: _Reference) -> bool:
    one, other = first.mark, second.mark
    if (one.archive, one.fond, one.opis) != (other.archive, other.fond, other.opis) or not one.opis:
        return False
    if one.delo != other.delo:
        return bool(one.delo and other.delo) and not _listed(first, second) and (first.whole or second.whole)
    return first.whole and second.whole and first.entity != second.entity and _leaves_differ(one, other)


def _listed(first: _Reference, second: _Reference) -> bool:
    """Tell whether the second goes on from the first: «Д. 8. Л. 133; Д. 9. Л. 4» names two places."""
    return first.entity == second.entity and Status.INFERRED in (first.mark.status, second.mark.status)


def _leaves_differ(one: Shelfmark, other: Shelfmark) -> bool:
    leaves, others = _leaves(one.leaves), _leaves(other.leaves)
    return bool(leaves and others) and not (leaves <= others or others <= leaves)


def _leaves(text: str) -> set[int]:
    """Return the numbers of the leaves, fronts and backs alike."""
    found = set[int]()
    for part in text.split(","):
        ends = [int(number) for number in _digits().findall(part)]
        if ends:
            found |= set(range(min(ends), min(max(ends), min(ends) + 9999) + 1))
    return found


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d{1,6}")


_PAPER = """\
Постановление Политбюро ЦК ВКП(б) «О лесе»

Дата: 1931.08.05
Архив: АП РФ. Ф. 3. Оп. 30. Д. 195. Л. 24

ВЫПИСКА ИЗ ПРОТОКОЛА № 54 ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) ОТ 5 АВГУСТА 1931 г.

10. О лесе.

Обязать ВСНХ закончить сплав к 15 октября с. г.

АП РФ. Ф. 3. Оп. 30. Д. {}. Л. 24
"""

RULES = (
    Rule(
        "shelfmark-conflict",
        Level.WARNING,
        "references to the same fond and opis disagree on file or leaf",
        "The catalogue page, the transcription and the translation often cite the paper each for itself. "
        "References to the same archive, fond and opis must name the same file, and leaves of which one "
        "lies within the other. A reference without leaves agrees with every leaf; references to other "
        "archives or opisi name other copies.",
        "Whoever orders the file by the wrong number gets another paper, and the slip is copied from "
        "footnote to footnote.",
        _PAPER.format("159"),
        _PAPER.format("195"),
        find_shelfmark_conflicts,
    ),
)
