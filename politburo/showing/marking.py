"""The text of a document cut up for the page: paragraphs, and in them every value and finding in place.

A stretch of text carries the innermost value that covers it and all findings that do. Nothing of
the text is left out: the pieces of all paragraphs and the blank lines between them are the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from attrs import frozen

from politburo.findings import Finding
from politburo.records import Document
from politburo.showing.passages import printable
from politburo.text import Span
from politburo.values.base import Value
from politburo.writing.mentions import Mention, mentions

__all__ = ["Mark", "Marks", "Piece", "Remark", "paragraphs", "visible"]


@frozen
class Remark:
    """A finding and its number on the page."""

    number: int
    finding: Finding


@frozen
class Mark:
    """All that is said at one passage."""

    span: Span
    mentions: tuple[Mention, ...]

    @property
    def value(self) -> Value:
        """The value that gives the passage its colour: the first that is no charge to a loan."""
        values = [mention.value for mention in self.mentions]
        return next((value for value in values if value.kind != "charge"), values[0])


@frozen
class Piece:
    """A stretch of text: ``mark`` is the value it belongs to, ``first`` where that value begins.

    ``remarks`` are the findings that cover it, ``ending`` those whose passage ends with it;
    ``markup`` tells signs of the file's Markdown from the text of the paper.
    """

    text: str
    mark: Mark | None = None
    first: bool = False
    remarks: tuple[Remark, ...] = ()
    ending: tuple[Remark, ...] = ()
    markup: bool = False


class Marks:
    """The values and findings of a document by their places.

    >>> Marks(Document("О Монголии")).mentions
    ()
    """

    def __init__(self, document: Document) -> None:
        self.mentions = tuple(mentions(document))
        self.remarks = tuple(Remark(number, f) for number, f in enumerate(document.findings, 1))
        self.marks = _by_span(self.mentions)
        self._starts = [mark.span.start for mark in self.marks]
        self._longest = max((len(mark.span) for mark in self.marks), default=0)

    def within(self, span: Span) -> list[Mark]:
        """Return the marks that touch a stretch, in the order of their places."""
        first = bisect_left(self._starts, span.start - self._longest)
        stop = bisect_left(self._starts, span.stop)
        return [mark for mark in self.marks[first:stop] if mark.span.overlaps(span)]

    def remarks_within(self, span: Span) -> tuple[Remark, ...]:
        """Return the findings whose passage begins in a stretch."""
        return tuple(r for r in self.remarks if r.finding.span and r.finding.span.start in span)

    def pieces(self, text: str, span: Span) -> list[Piece]:
        """Cut a stretch of the text into pieces.

        >>> from politburo.findings import Level
        >>> finding = Finding("omission", Level.NOTE, "left out", Span(3, 8))
        >>> marks = Marks(Document("О: [...]", findings=(finding,)))
        >>> [(piece.text, len(piece.ending)) for piece in marks.pieces("О: [...]", Span(0, 8))]
        [('О: ', 0), ('[...]', 1)]
        """
        marks = self.within(span)
        remarks = [r for r in self.remarks if r.finding.span and r.finding.span.overlaps(span)]
        markup = [found for found in _markup(text, span) if found.overlaps(span)]
        spans = [mark.span for mark in marks] + [r.finding.span for r in remarks if r.finding.span] + markup
        cuts = sorted({span.start, span.stop, *(at for s in spans for at in (s.start, s.stop) if at in span)})
        cut = _Cut(text, marks, remarks, markup)
        return [cut.piece(Span(*ends)) for ends in pairwise(cuts)]


class _Cut:
    def __init__(self, text: str, marks: list[Mark], remarks: list[Remark], markup: list[Span]) -> None:
        self.text, self.marks, self.remarks, self.markup = text, marks, remarks, markup
        self.begun: set[Span] = set()

    def piece(self, span: Span) -> Piece:
        mark = min(
            (m for m in self.marks if span in m.span), key=lambda m: (len(m.span), m.span.start), default=None
        )
        hidden = any(span in found for found in self.markup) and not (mark and mark.span == span)
        first = mark is not None and not hidden and mark.span not in self.begun
        if mark is not None and first:
            self.begun.add(mark.span)
        covering = tuple(r for r in self.remarks if r.finding.span and span in r.finding.span)
        ending = tuple(r for r in covering if r.finding.span and r.finding.span.stop == span.stop)
        return Piece(visible(span.of(self.text)), mark, first, covering, ending, hidden)


@cache
def _markup_pattern() -> re.Pattern[str]:
    # Signs of headings and of bold lines, and the backslash before a sign that Markdown would obey.
    heading = r"^#{1,6}[ \t]+(?:\*\*(?=.*\*\*[ \t]*$))?"
    bold = r"^\*\*(?=[^*\n]+\*\*[ \t]*$)|(?<=\S)\*\*[ \t]*$"
    return re.compile(rf"{heading}|{bold}|\\(?=[_*#\[\]])", re.MULTILINE)


def _markup(text: str, span: Span) -> Iterator[Span]:
    passage = span.of(text)
    for match in _markup_pattern().finditer(passage):
        line = passage[passage.rfind("\n", 0, match.start()) + 1 : match.end()]
        if match[0].startswith("*") and match.start() and not line.startswith(("#", "**")):
            continue  # a note mark at the end of a line
        yield Span(span.start + match.start(), span.start + match.end())


def _by_span(mentions: Iterable[Mention]) -> list[Mark]:
    found: dict[Span, list[Mention]] = {}
    for mention in mentions:
        if mention.value.span:  # neither absent nor empty
            found.setdefault(mention.value.span, []).append(mention)
    ordered = sorted(found.items(), key=lambda item: (item[0].start, -item[0].stop))
    return [Mark(span, tuple(said)) for span, said in ordered]


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    r"""Yield the paragraphs of a stretch: what stands between blank lines.

    >>> [part.of("а\n\nб\nв\n") for part in paragraphs("а\n\nб\nв\n", Span(0, 6))]
    ['а', 'б\nв']
    """
    at = span.start
    for match in re.finditer(r"[^\S\n]*\n(?:[^\S\n]*\n)+", span.of(text)):
        yield from _trimmed(text, Span(at, span.start + match.start()))
        at = span.start + match.end()
    yield from _trimmed(text, Span(at, span.stop))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    passage = span.of(text)
    if passage.strip():
        start = span.start + len(passage) - len(passage.lstrip("\r\n"))
        yield Span(start, span.start + len(passage.rstrip()))


def visible(text: str) -> str:
    r"""Return the text with what a page cannot show written as an escape; line breaks and tabs stay.

    >>> print(visible("50\x1b[2J рублей\r\n"), end="")
    50\x1b[2J рублей
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    return "".join(part if part in {"\n", "\t"} else printable(part) for part in re.split("([\n\t])", text))
