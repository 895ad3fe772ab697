"""A file taken in as a text whose every passage leads back to where it stands in the file."""

from __future__ import annotations

from attrs import field, frozen

from politburo.display import Shown
from politburo.findings import Finding
from politburo.sources.alignment import Alignment
from politburo.sources.extract import Extract
from politburo.sources.mending import Mended
from politburo.sources.places import Anchors, Page, Place
from politburo.text import Lines, Span

__all__ = ["Source"]


@frozen(repr=False, eq=False)
class Source(Shown):
    r"""A text as it is read, with the way back to the file.

    ``text`` is what :func:`politburo.read` takes; ``original`` is what the file says before mending:
    the decoded file of plain text, Markdown and HTML, otherwise the text put together from its parts.
    ``format`` and ``encoding`` are what was recognised, ``findings`` tell what is doubtful about that and
    what was mended, ``pages`` are those of scans and PDFs.

    >>> from politburo.sources import open_source
    >>> source = open_source("ПОСТАНОВИЛИ:\nвыдать пяти-\nмиллионную ссуду".encode("cp1251"))
    >>> source.text
    'ПОСТАНОВИЛИ:\nвыдать пятимиллионную\nссуду'
    >>> source.encoding, [finding.rule for finding in source.findings]
    ('windows-1251', ['hyphenation'])
    >>> str(source.locate(Span(20, 34))[0])
    'line 2, column 8'
    """

    text: str
    original: str
    format: str
    encoding: str = ""
    findings: tuple[Finding, ...] = ()
    pages: tuple[Page, ...] = ()
    _mended: Mended | None = field(default=None, alias="mended")
    _alignment: Alignment | None = field(default=None, alias="alignment")
    _anchors: Anchors = field(factory=Anchors, alias="anchors")
    _lines: list[Lines] = field(factory=list, init=False)

    def __repr__(self) -> str:
        return f"<Source {self.format}, {len(self.text)} characters>"

    def original_span(self, span: Span) -> Span:
        """Return the stretch of ``original`` that a passage of ``text`` was made from."""
        extracted = self._extracted(span)
        return self._alignment.origin(extracted) if self._alignment else extracted

    def _extracted(self, span: Span) -> Span:
        return self._mended.origin(span) if self._mended else span

    def locate(self, span: Span) -> tuple[Place, ...]:
        """Return where a passage of ``text`` stands, one place for each line of the original it touches.

        Page, region, line and polygon where the file has them, otherwise its line and column.
        """
        if self._anchors:
            return self._anchors.places(self._extracted(span))
        origin = self.original_span(span)
        return tuple(self._place(offset) for offset in self._line_starts(origin))

    def confidence(self, span: Span) -> float | None:
        """Return how sure the reading of a passage is, from 0 to 1: that of its least sure word.

        Recognised pages, hOCR, ALTO and PAGE XML may say so; ``None`` where the file does not.
        """
        return self._anchors.confidence(self._extracted(span))

    def _line_starts(self, span: Span) -> list[int]:
        """Return where a stretch of the original begins, and the lines that it reaches into."""
        starts, at = [span.start], self.original.find("\n", span.start, span.stop)
        while 0 <= at < span.stop - 1:
            starts.append(at + 1)
            at = self.original.find("\n", at + 1, span.stop)
        return starts

    def _place(self, offset: int) -> Place:
        if not self._lines:
            self._lines.append(Lines(self.original))
        return Place(*self._lines[0].place(offset))


def made(extract: Extract, mended: Mended) -> Source:
    """Return the source that an extract and its mended text make."""
    return Source(
        mended.text,
        extract.text if extract.original is None else extract.original,
        extract.format,
        extract.encoding,
        (*extract.findings, *mended.findings()),
        extract.pages,
        mended,
        extract.alignment,
        Anchors(extract.anchors),
    )
