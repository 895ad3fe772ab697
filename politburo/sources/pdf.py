"""PDF with a text layer: characters with their boxes, put together into lines, columns and pages.

The order in which a PDF holds its text is not used: lines are made of characters that stand beside each
other, and columns are told by the white that runs between them from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from politburo.errors import MissingExtraError
from politburo.sources.columns import Fragment, regions
from politburo.sources.errors import Limits, SourceError
from politburo.sources.extract import Extract
from politburo.sources.laying import Line, Region, Sheet, lay
from politburo.sources.places import Page

if TYPE_CHECKING:
    import pypdfium2

__all__ = ["NoTextError", "read_pdf"]


class NoTextError(SourceError):
    """A PDF has no text layer."""


def read_pdf(data: bytes, limits: Limits) -> Extract:
    """Return the text layer of a PDF with its lines on their pages."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("pypdfium2", "formats") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise SourceError(_said(str(error))) from None
    try:
        return _extract(document, limits)
    finally:
        document.close()


def _said(message: str) -> str:
    if "password" in message.lower():
        return "a PDF that is protected with a password"
    return "a broken PDF: it cannot be opened"


def _extract(document: pypdfium2.PdfDocument, limits: Limits) -> Extract:
    if len(document) > limits.pages:
        raise SourceError(f"{len(document):,} pages, more than {limits.pages:,}")
    sheets = list(_sheets(document, limits))
    if not any(sheet.regions for sheet in sheets):
        raise NoTextError("a PDF without a text layer, only images of pages: see --ocr")
    return lay("pdf", sheets)


def _sheets(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Sheet]:
    import pypdfium2

    characters = 0
    for at in range(len(document)):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            yield Sheet(Page(at + 1), ())
            continue
        width, height = page.get_size()
        fragments = list(_fragments(page, height))
        page.close()
        characters += sum(len(fragment.text) for fragment in fragments)
        if characters > limits.characters:
            raise SourceError(f"more than {limits.characters:,} characters", f"page {at + 1}")
        yield Sheet(Page(at + 1, "", width, height), _regions(fragments))


def _regions(fragments: list[Fragment]) -> tuple[Region, ...]:
    named = enumerate(regions(fragments), 1)
    return tuple(
        Region(f"block {number}", tuple(Line("", each.text, each.polygon) for each in lines))
        for number, lines in named
    )


def _fragments(page: pypdfium2.PdfPage, height: float) -> Iterator[Fragment]:
    """Yield the stretches of characters that stand beside each other without a wide gap."""
    textpage = page.get_textpage()
    try:
        run: list[tuple[str, float, float, float, float]] = []
        for at in range(textpage.count_chars()):
            text = _character(textpage, at)
            if text in {"\r", "\n", ""}:
                continue
            left, bottom, right, top = textpage.get_charbox(at, loose=True)
            glyph = (text, left, height - top, right, height - bottom)
            if run and _parted(run[-1], glyph):
                yield from _fragment(run)
                run = []
            if run or not text.isspace():
                run.append(glyph)
        yield from _fragment(run)
    finally:
        textpage.close()


def _character(textpage: pypdfium2.PdfTextPage, at: int) -> str:
    import pypdfium2.raw as pdfium

    code = pdfium.FPDFText_GetUnicode(textpage.raw, at)
    # A hyphen at the end of a line comes as U+0002, and code 0 is a glyph that no character is given for.
    return (
        "-"
        if code in {2, 0xFFFE}
        else chr(code)
        if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
        else ""
    )


_Glyph = tuple[str, float, float, float, float]


def _parted(before: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a character begins another line or column."""
    size = max(before[4] - before[2], glyph[4] - glyph[2], 1.0)
    if glyph[0].isspace():
        return False
    gap = glyph[1] - before[3]
    level = abs((before[2] + before[4]) / 2 - (glyph[2] + glyph[4]) / 2)
    return level > 0.6 * size or gap > 2.0 * size or gap < -2.0 * size


def _fragment(run: list[_Glyph]) -> Iterator[Fragment]:
    while run and run[-1][0].isspace():
        run.pop()
    if not run:
        return
    pieces, last = list[str](), run[0]
    for glyph in run:
        size = max(last[4] - last[2], 1.0)
        if pieces and glyph[1] - last[3] > 0.25 * size and not (glyph[0].isspace() or last[0].isspace()):
            pieces.append(" ")
        pieces.append(glyph[0])
        last = glyph
    text = "".join(" " if piece.isspace() and piece != "\u00a0" else piece for piece in pieces)
    ink = [glyph for glyph in run if not glyph[0].isspace()]
    box = min(g[1] for g in ink), min(g[2] for g in ink), max(g[3] for g in ink), max(g[4] for g in ink)
    left, top, right, bottom = (round(side, 2) for side in box)
    yield Fragment(" ".join(text.split(" ")), left, top, right, bottom)
