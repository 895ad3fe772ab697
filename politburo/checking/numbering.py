"""The numbers of protocol, points and sub-points: given twice, skipped, repeated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from politburo.checking.places import mark_span, said
from politburo.checking.rule import Remark, Rule
from politburo.checking.series import positions, step
from politburo.findings import Level
from politburo.records import CataloguePage, Decision, Directive, Document, Witness
from politburo.text import Span

__all__ = ["RULES"]


class _Mark(NamedTuple):
    """The mark of a point or sub-point, the entity it numbers and the passage it opens."""

    label: str
    entity: str
    span: Span | None


_Series = list[_Mark]


def find_number_conflicts(document: Document) -> Iterator[Remark]:
    """Yield the protocol numbers after the first that a paper gives itself, and another in the title."""
    for witness in document.witnesses:
        first, *others = witness.protocol.numbers or (None,)
        for number in others:
            if first is not None and number is not None and _plain(str(number)) != _plain(str(first)):
                here = f"the protocol's number is {said(document, number)} here"
                message = f"{here}: expected {said(document, first)}, the number given before"
                yield Remark(message, number.span, witness.key)
    if document.item is not None:
        yield from _catalogue_number(document, document.item)


def _catalogue_number(document: Document, item: CataloguePage) -> Iterator[Remark]:
    given = [number for witness in document.witnesses for number in witness.protocol.numbers]
    known = {_plain(str(number)) for number in given}
    wrong = [number for number in item.numbers if _plain(str(number)) not in known]
    if given and wrong and len(wrong) == len(item.numbers):
        here = f"the protocol's number is {said(document, given[0])} here"
        message = f"{here}: expected {said(document, wrong[0])}, the number that the title gives"
        yield Remark(message, given[0].span, document.witnesses[0].key)


def _plain(number: str) -> str:
    """Return a number without marks and leading zeros."""
    return "".join(letter for letter in number.casefold() if letter.isalnum()).lstrip("0")


def find_gaps(document: Document) -> Iterator[Remark]:
    """Yield the marks before which numbers of the same series are missing."""
    for witness in document.witnesses:
        for series in _all_series(document, witness):
            for before, mark in _gaps(series):
                if not _explained(document, witness, before, mark):
                    follows = f"«{mark.label}» follows «{before.label}»"
                    message = f"{follows}: expected what comes between them, or a mark of omission"
                    yield Remark(message, mark_span(document, mark.span, mark.label), mark.entity)


def _gaps(series: _Series) -> list[tuple[_Mark, _Mark]]:
    """Return the neighbours between which numbers are missing, none of a mere selection of points."""
    pairs = list(pairwise(series))
    steps = [step(one.label, other.label) or 0 for one, other in pairs]
    wide = [pair for pair, far in zip(pairs, steps, strict=True) if far > 1]
    # One point left out is a gap; points far apart are a selection, unless most follow one another.
    weight = sum(1 if far < 4 else 4 for far in steps if far > 1)
    selection = series[0].entity.count("/") == 1 and steps.count(1) < weight
    return [] if selection else [pair for pair in wide if "/" not in pair[0].label + pair[1].label]


def _explained(document: Document, witness: Witness, before: _Mark, mark: _Mark) -> bool:
    """Tell whether an omission stands between the two, or the points kept apart are those missing."""
    if before.span and mark.span:
        between = Span(before.span.start, max(before.span.start, mark.span.start))
        left_out = [f.span for f in document.findings if f.rule in ("omission", "illegible") and f.span]
        if any(span.overlaps(between) for span in left_out):
            return True
    last, first = positions(before.label).get("number"), positions(mark.label).get("number")
    if last is None or first is None:
        return False
    kept = {positions(str(number)).get("number") for number in witness.storage}
    return mark.entity.count("/") == 1 and set(range(last + 1, first)) <= kept


def find_repeats(document: Document) -> Iterator[Remark]:
    """Yield the marks that stand twice in one series."""
    for witness in document.witnesses:
        for series in _all_series(document, witness):
            for before, mark in pairwise(series):
                if before.label == mark.label:
                    message = f"«{mark.label}» follows «{before.label}»: expected the next number"
                    yield Remark(message, mark_span(document, mark.span, mark.label), mark.entity)


def _all_series(document: Document, witness: Witness) -> Iterator[_Series]:
    """Yield the series of a witness: its points, and the sub-points of each at each depth."""
    points = [_Mark(d.number, f"{witness.key}/{d.number}", d.span) for d in witness.protocol.decisions]
    yield from _runs(points)
    for decision in witness.protocol.decisions:
        for marks in _sub_series(document, f"{witness.key}/{decision.number}", decision):
            yield from _runs(marks)


def _runs(marks: _Series) -> Iterator[_Series]:
    """Cut marks where a new series begins: the numbers start again or are of another kind."""
    run: _Series = []
    for mark in marks:
        far = step(run[-1].label, mark.label) if run else None
        if run and (far is None or far < 0):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _sub_series(document: Document, entity: str, decision: Decision) -> list[_Series]:
    """Return the marks that stand under the same heading, in the order of the text."""
    found: dict[tuple[str, ...], _Series] = {}
    for directive in decision.directives:
        for depth, label in enumerate(directive.path):
            series = found.setdefault(directive.path[:depth], [])
            own = depth == len(directive.path) - 1
            if label == "0" or (
                series and series[-1].label == label and not (own and _marked(document, directive))
            ):
                continue
            if series and series[-1].label == label:
                found.pop(directive.path[: depth + 1], None)
            series.append(_Mark(label, "/".join((entity, *directive.path[: depth + 1])), directive.span))
    return list(found.values())


def _marked(document: Document, directive: Directive) -> bool:
    """Tell whether a directive begins with its own mark, and does not go on after its sub-points."""
    if directive.span is None or not document.text:
        return True
    label, start = directive.path[-1], directive.span.start
    opening = document.text[start : start + len(label) + 8].removeprefix("п.").lstrip()
    return opening.startswith(label) and opening[len(label) :].lstrip()[:1] in set(".):-–—")


_EXTRACT = """\
№ П51/144

ВЫПИСКА ИЗ ПРОТОКОЛА № {} ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)

Решение от 5.VII.37 г.

144. — О льне.

Исключить из плана вывоза 3 тыс. т льна.
"""

_LIST = """\
ПРОТОКОЛ № 41
заседания Политбюро ЦК ВКП(б) от 21 июля 1936 г.

265. О военном займе.

{}. Разрешить НКВТ закупить шерсть.

{}. Совсиньторгу заключить договоры.

{}. Снять вопрос о кредите.
"""

RULES = (
    Rule(
        "number-conflict",
        Level.WARNING,
        "a protocol number is given in two ways",
        "The number in the heading of an extract must be the one in its code (`П51/144` is protocol 51, "
        "point 144), and that in the catalogue's title one of those in the text.",
        "Protocols are cited by number and point. One of the two leads to another protocol.",
        _EXTRACT.format("52"),
        _EXTRACT.format("51"),
        find_number_conflicts,
    ),
    Rule(
        "sequence-gap",
        Level.WARNING,
        "numbering skips",
        "Points and sub-points (figures, letters, Roman numerals, ordinal words) must follow one another."
        " A series may begin above 1 and may start again. Numbers that are skipped at a mark of omission,"
        " or that are said to be in secret storage, are no gap; neither is a selection of points in which"
        " hardly any follow one another.",
        "A missing number is a point that was not copied, or was cut out on purpose and not marked.",
        _LIST.format(1, 2, 4),
        _LIST.format(1, 2, 3),
        find_gaps,
    ),
    Rule(
        "sequence-repeat",
        Level.WARNING,
        "numbering repeats",
        "No mark may stand twice in one series of points or sub-points.",
        "A reference to «п. 2» is ambiguous, and the distribution list (who was sent which point) along "
        "with it.",
        _LIST.format(1, 2, 2),
        _LIST.format(1, 2, 3),
        find_repeats,
    ),
)
