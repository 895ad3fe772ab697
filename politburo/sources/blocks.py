"""Paragraphs of an XML document put together, each run of characters with its place."""

from __future__ import annotations

from politburo.sources.extract import Extract
from politburo.sources.places import Anchor, Page, Place
from politburo.text import Span

__all__ = ["Blocks"]


class Blocks:
    """The text of a document that is written paragraph by paragraph.

    Where the author parts paragraphs with empty ones, those are the blank lines; where there are
    none, a blank line is put between any two.
    """

    def __init__(self) -> None:
        self._paragraphs: list[list[tuple[str, Place]]] = [[]]
        self.page: int | None = None

    def add(self, text: str, line: int = 0, column: int = 0) -> None:
        """Add characters to the paragraph; without a line its number counts as one."""
        if text:
            here = self._paragraphs[-1]
            done = sum(len(piece) for piece, _ in here)
            place = Place(line or len(self._paragraphs), column or done + 1, self.page)
            here.append((text, place))

    @property
    def begun(self) -> bool:
        """Whether the paragraph has any characters."""
        return bool(self._paragraphs[-1])

    def end(self) -> None:
        """End the paragraph."""
        self._paragraphs.append([])

    def ended(self) -> None:
        """End the paragraph if there is something in it."""
        if self._paragraphs[-1]:
            self.end()

    def extract(self, format_: str) -> Extract:
        """Return the text and its places."""
        paragraphs = self._paragraphs
        while paragraphs and not any(piece.strip() for piece, _ in paragraphs[-1]):
            paragraphs.pop()
        parted = any(not paragraph for paragraph in paragraphs)
        pieces, anchors, length, between = list[str](), list[Anchor](), 0, "\n" if parted else "\n\n"
        for count, paragraph in enumerate(paragraphs):
            if count:
                pieces.append(between)
                length += len(between)
            for piece, place in paragraph:
                pieces.append(piece)
                anchors.append(Anchor(Span(length, length + len(piece)), place))
                length += len(piece)
        pages = tuple(Page(number) for number in range(1, (self.page or 0) + 1))
        return Extract("".join(pieces), format_, anchors=tuple(anchors), pages=pages)
