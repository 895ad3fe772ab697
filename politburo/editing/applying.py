"""A document as its editor has it read: readings accepted, rejected and added.

What the reader proposes and the editor accepts stands already. Another reading is put into the text in
the place of its passage, the paper is read once more, and every passage is moved back to where it
stands in the text as given: so a reading counts in all that follows from it. A rejected one is undone in
the records: the value is what stands in the text, or nothing where that cannot be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from attrs import evolve

from politburo.editing.emendations import Placed, Verdict
from politburo.editing.readings import Readings
from politburo.editing.walking import mapped, replaced, values
from politburo.errors import ParseError
from politburo.findings import Finding, Level
from politburo.records import Document
from politburo.text import Span
from politburo.values.base import Status, Value
from politburo.values.names import Body, Person
from politburo.values.terms import Wording

__all__ = ["edited", "reads_as"]

# What is settled by a decision on the passage.
_SETTLED = frozenset({"probable-misreading", "confusable-character"})


def edited(document: Document, readings: Readings, read: Callable[[str], Document]) -> Document:
    """Return a document with the decisions of its editor; ``read`` is what reads a text.

    The findings that reading made and an editor has decided on become notes which say so. Raises
    :class:`FormatError` where a passage no longer stands in the text.
    """
    placed = readings.placed_in(document.text)
    decided = [each for each in placed if each.emendation.decision is not Verdict.PROPOSED]
    accepted = [each for each in decided if each.emendation.decision is Verdict.ACCEPTED]
    own = [each for each in accepted if not _stands(document, each)]
    if own:
        document = _reread(document.text, own, read)
    rejected = [each for each in decided if each.emendation.decision is Verdict.REJECTED]
    if rejected:
        document = _undone(document, [each.span for each in rejected])
    return _remarked(document, decided)


def _stands(document: Document, placed: Placed) -> bool:
    """Tell whether the reader has read the passage like that by itself."""
    found = [value for value in values(document) if value.span == placed.span]
    return bool(found) and all(reads_as(value, placed.emendation.reading) for value in found)


def reads_as(value: Value, reading: str) -> bool:
    """Tell whether a text is the form of a value, canonical or another.

    >>> reads_as(Body(id="NKVT"), "НКВТ"), reads_as(Body(id="NKVT"), "НКО")
    (True, False)
    """
    if str(value) == reading:
        return True
    parse = getattr(type(value), "parse", None)
    try:
        return parse is not None and bool(parse(reading) == value)
    except (ParseError, ValueError):
        return False


# --- readings put into the text -------------------------------------------------------------------


class _Edit(NamedTuple):
    """A passage of the text as given and the place of its reading in the text as read."""

    given: Span
    read: Span


def _reread(text: str, accepted: Sequence[Placed], read: Callable[[str], Document]) -> Document:
    edits, pieces, at, length = [], [], 0, 0
    for placed in accepted:
        kept, reading = text[at : placed.span.start], placed.emendation.reading
        start = length + len(kept)
        edits.append(_Edit(placed.span, Span(start, start + len(reading))))
        pieces += [kept, reading]
        at, length = placed.span.stop, start + len(reading)
    moves = _Moves(edits)
    document = replaced(read("".join([*pieces, text[at:]])), lambda value: _marked(value, moves))
    return evolve(mapped(document, moves.back), text=text)


class _Moves:
    """The way from offsets in the text as read to those in the text as given."""

    def __init__(self, edits: Sequence[_Edit]) -> None:
        self.edits = edits
        self.starts = [edit.read.start for edit in edits]

    def back(self, span: Span) -> Span:
        """Return where a passage stands in the text as given."""
        return Span(self._back(span.start, opening=True), self._back(span.stop, opening=False))

    def touches(self, span: Span) -> bool:
        """Tell whether a passage has an editor's reading in it."""
        return any(edit.read.overlaps(span) for edit in self.edits)

    def _back(self, offset: int, *, opening: bool) -> int:
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        given, read = self.edits[at]
        if offset == read.start:
            return given.start
        if offset < read.stop:
            return given.start if opening else given.stop
        return offset - read.stop + given.stop


def _marked(value: Value, moves: _Moves) -> Value:
    if value.span is None or not moves.touches(value.span):
        return value
    return value.read_from(value.span, Status.EMENDED)


# --- readings undone ------------------------------------------------------------------------------


def _undone(document: Document, spans: Sequence[Span]) -> Document:
    """Return a document in which passages are read as they stand."""

    def as_it_stands(value: Value) -> Value | None:
        touched = value.span is not None and any(value.span.overlaps(span) for span in spans)
        if not touched or value.span is None or value.status is not Status.EMENDED:
            return value
        return _literal(value, value.span, " ".join(value.span.of(document.text).split()))

    return replaced(document, as_it_stands)


def _literal(value: Value, span: Span, passage: str) -> Value | None:
    """Return what stands in a passage, taken literally: a body or person of that name, or nothing."""
    if isinstance(value, Body):
        return _named(passage).read_from(span, Status.STATED)
    if isinstance(value, Person):
        return Person(passage, span=span)
    return Wording(passage, span=span) if isinstance(value, Wording) else None


def _named(passage: str) -> Body:
    try:
        body = Body.parse(passage)
    except ParseError:
        return Body(name=passage)
    return body if body.status is Status.STATED else Body(name=passage)


# --- findings -------------------------------------------------------------------------------------


def _remarked(document: Document, decided: Sequence[Placed]) -> Document:
    kept = [finding for finding in document.findings if not _is_settled(finding, decided)]
    return document.remarked((*kept, *map(_note, decided)))


def _is_settled(finding: Finding, decided: Sequence[Placed]) -> bool:
    span = finding.span
    return finding.rule in _SETTLED and span is not None and any(span.overlaps(each.span) for each in decided)


def _note(placed: Placed) -> Finding:
    entry = placed.emendation
    accepted = entry.decision is Verdict.ACCEPTED
    what = f"is read as «{entry.reading}»" if accepted else f"is read as it stands, not as «{entry.reading}»"
    grounds = "".join(
        (f" by {entry.editor}" if entry.editor else "", f": {entry.reason}" if entry.reason else "")
    )
    passage = " ".join(entry.passage.split())
    return Finding("editorial-reading", Level.NOTE, f"«{passage}» {what}{grounds}", placed.span)
