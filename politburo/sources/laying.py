"""Pages of lines laid out as a text: regions, paragraphs, running heads, places.

What PAGE, ALTO, hOCR and PDF have in common. The lines of a region follow each other on lines of the
text, a blank line parts regions. That two lines are one paragraph is told by the width: where the first
word of the next line would still have found room, the line was ended on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from attrs import evolve, frozen

from politburo.sources.extract import Edit, Extract
from politburo.sources.heads import running_heads
from politburo.sources.places import Anchor, Page, Place, Polygon, box_of
from politburo.text import Span

__all__ = ["Line", "Region", "Sheet", "Word", "lay", "wraps"]

# On a page of more lines than this each region is a column of its own.
_MANY = 3_000


@frozen
class Word:
    """A word of a line, its outline on the page and how sure its reading is, from 0 to 1."""

    text: str
    polygon: Polygon = ()
    confidence: float | None = None


@frozen
class Line:
    """A line as it stands on a page."""

    name: str
    text: str
    polygon: Polygon = ()
    words: tuple[Word, ...] = ()


@frozen
class Region:
    """Lines that belong together: a paragraph, a column, a table (whose lines are its rows)."""

    name: str
    lines: tuple[Line, ...]


@frozen
class Sheet:
    """A page and what stands on it."""

    page: Page
    regions: tuple[Region, ...]


@frozen
class _Laid:
    """A line with its place in the text."""

    line: Line
    span: Span
    sheet: int
    region: int
    margins: tuple[float, float]


def lay(format_: str, sheets: Iterable[Sheet]) -> Extract:
    """Return the text of some pages with the places of its lines and words."""
    layout = _Layout()
    pages = []
    for count, sheet in enumerate(sheets):
        pages.append(sheet.page)
        layout.add(count, sheet)
    return Extract(
        "".join(layout.pieces),
        format_,
        anchors=tuple(layout.anchors),
        pages=tuple(pages),
        edits=tuple(_edits(layout.laid, len(pages))),
    )


class _Layout:
    """The text so far, the places in it and its lines."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.anchors: list[Anchor] = []
        self.laid: list[_Laid] = []
        self.length = 0

    def add(self, count: int, sheet: Sheet) -> None:
        """Add a page, a blank line between its regions."""
        page = _extents(line for region in sheet.regions for line in region.lines)
        number = 0
        for at, region in enumerate(sheet.regions):
            margins, gap = _margins(region, page), "\n\n"
            for line in region.lines:
                if not line.text.strip():
                    continue
                number += 1
                span = self._write(gap, line.text)
                place = Place(number, 1, sheet.page.number, region.name, line.name, line.polygon)
                self.anchors += _anchors(line, span, place)
                self.laid.append(_Laid(line, span, count, at, margins))
                gap = "\n"

    def _write(self, gap: str, text: str) -> Span:
        pieces = [gap, text] if self.pieces else [text]
        self.pieces += pieces
        self.length += sum(map(len, pieces))
        return Span(self.length - len(text), self.length)


def _anchors(line: Line, span: Span, place: Place) -> list[Anchor]:
    """Return an anchor for each word that is found in the line, or one for all of it.

    Words that the file gives no outline of stand somewhere in that of the line.
    """
    found, at = list[Anchor](), 0
    for word in line.words:
        start = line.text.find(word.text, at)
        if start < 0 or not word.polygon:
            return [Anchor(span, place)]
        found += _unlined(line, span, place, Span(at, start))
        at = start + len(word.text)
        here = Span(span.start + start, span.start + at)
        found.append(
            Anchor(
                here,
                Place(place.line, start + 1, place.page, place.region, place.line_name, word.polygon),
                word.confidence,
            )
        )
    return [*found, *_unlined(line, span, place, Span(at, len(line.text)))] or [Anchor(span, place)]


def _unlined(line: Line, span: Span, place: Place, gap: Span) -> Iterator[Anchor]:
    """Yield an anchor for what stands between the words of a line, unless it is only spaces and signs."""
    if any(map(str.isalnum, gap.of(line.text))):
        yield Anchor(gap.shifted(span.start), evolve(place, column=gap.start + 1))


_Extents = list[tuple[float, float]]


def _extents(lines: Iterable[Line]) -> _Extents:
    """Return the left and right edges of lines."""
    boxes = (box_of(line.polygon) for line in lines if line.polygon)
    return [(left, right) for left, _, right, _ in boxes]


def _margins(region: Region, page: _Extents) -> tuple[float, float]:
    """Return the left and right edge of the column in which a region stands.

    The right one is where three lines end or more, give or take a few characters: a single longer
    line is a heading over several columns.
    """
    own = _extents(region.lines)
    if not own:
        return 0, 0
    left, right = min(each[0] for each in own), max(each[1] for each in own)
    beside = [each for each in page if each[0] < right and each[1] > left] if len(page) < _MANY else own
    widths = [(right - left) / len(line.text) for line in region.lines if line.text]
    near = 4 * min(widths)
    ends = sorted((end for _, end in beside), reverse=True)
    shared = next((ends[at] for at in range(len(ends) - 2) if ends[at] - ends[at + 2] <= near), ends[0])
    return min(start for start, _ in beside), shared


def _edits(laid: list[_Laid], pages: int) -> list[Edit]:
    heads = running_heads([(each.sheet, each.line.text) for each in laid], pages)
    kept = [each for at, each in enumerate(laid) if at not in heads]
    edits = [_dropped(laid, at) for at in sorted(heads)]
    for before, behind in pairwise(kept):
        if _continues(before, behind):
            gap = Span(before.span.stop, behind.span.start)
            edits.append(Edit(gap, " "))
    return _without_overlap(edits)


def _dropped(laid: list[_Laid], at: int) -> Edit:
    span = laid[at].span
    stop = laid[at + 1].span.start if at + 1 < len(laid) else span.stop
    return Edit(Span(span.start, stop), "", "running-head", "left out: a page head or number")


def _without_overlap(edits: list[Edit]) -> list[Edit]:
    """Join line ends over a head that is left out into one edit."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.span.start, -edit.span.stop)):
        if found and edit.span.start < found[-1].span.stop:
            kept = found[-1]
            if edit.rule and not kept.rule:
                found[-1] = Edit(kept.span, kept.text, edit.rule, edit.message)
        else:
            found.append(edit)
    return found


def _continues(before: _Laid, behind: _Laid) -> bool:
    """Tell whether a line goes on in the next: on the next page with a small letter or inside brackets."""
    same = (before.sheet, before.region) == (behind.sheet, behind.region)
    turned = before.sheet < behind.sheet and (
        behind.line.text.lstrip()[:1].islower() or _is_open(before.line.text)
    )
    if not (same or turned) or not (before.line.polygon and behind.line.polygon):
        return False
    left, _, right, _ = box_of(before.line.polygon)
    width = (right - left) / max(1, len(before.line.text))
    indented = box_of(behind.line.polygon)[0] - behind.margins[0] > 1.5 * width
    return wraps(
        before.line.text,
        behind.line.text,
        room=before.margins[1] - right,
        width=width,
        indented=indented and not turned,
    )


def _is_open(text: str) -> bool:
    """Tell whether a line ends inside brackets, which recognition may take for braces."""
    opened, closed = (sum(text.count(bracket) for bracket in pair) for pair in ("[{", "]}"))
    return opened > closed


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"\s*(?:\(?(?:\d{1,3}|[IVXХІ]+|[а-яa-z])[.)]|[—–•*-]\s|[пp]\.\s*\d)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\s*[A-ZА-ЯЁ][^\W\d_]+(?: [^\W\d_]+)?:")


def wraps(text: str, following: str, *, room: float, width: float, indented: bool = False) -> bool:
    """Tell whether a line was ended only for want of room.

    ``room`` is left to the margin, ``width`` that of a character. Behind the end of a sentence a
    point or an indented line is a new paragraph. The row of a table is a line of its own.

    >>> wraps("отпустить 500.000 золотых", "рублей к 1 мая", room=2, width=1)
    True
    >>> wraps("1. Утвердить план.", "2. Отложить.", room=0, width=1)
    False
    """
    first = (following.split() or [""])[0]
    if room >= (len(first) + 1) * width or _label().match(following):
        return False
    if any(line.rstrip().endswith(" |") for line in (text, following)):
        return False
    ended = text.rstrip()[-1:] in set('.;:!?»”"')
    return not (ended and (indented or _marker().match(following)))
