"""Maps from a text back to the one it was made from: weave the new text, keep the alignment."""

from __future__ import annotations

from bisect import bisect_right

from politburo.text import Span

__all__ = ["Alignment", "Weaver"]


class Alignment:
    """Where each stretch of a woven text stands in the original.

    Segments follow each other without gaps. One as long as its original was copied, and offsets
    inside it count through; one of another length stands for its original as a whole.

    >>> weaver = Weaver()
    >>> weaver.copy("поста", 0)
    >>> weaver.replace("", 5, 7)
    >>> weaver.copy("новили", 7)
    >>> weaver.text, weaver.alignment().origin(Span(0, 11))
    ('постановили', Span(start=0, stop=13))
    """

    __slots__ = ("_origins", "_starts", "_stops")

    def __init__(self, segments: list[tuple[int, int, int, int]]) -> None:
        kept = [segment for segment in segments if segment[1] > segment[0]]
        self._starts = [segment[0] for segment in kept]
        self._stops = [segment[1] for segment in kept]
        self._origins = [(segment[2], segment[3]) for segment in kept]

    def origin(self, span: Span) -> Span:
        """Return the stretch of the original that a passage was made from."""
        if not self._starts:
            return Span(0, 0)
        start, _ = self._point(span.start)
        _, stop = self._point(max(span.start, span.stop - 1))
        return Span(start, max(start, stop if len(span) else start))

    def image(self, span: Span) -> Span:
        """Return what a stretch of the original has become; the original must run in the same order."""
        start = self._forward(span.start)
        return Span(start, max(start, self._forward(span.stop)))

    def _forward(self, offset: int) -> int:
        at = bisect_right(self._origins, offset, key=lambda origin: origin[0]) - 1
        if at < 0:
            return 0
        start, stop = self._starts[at], self._stops[at]
        first, last = self._origins[at]
        if stop - start != last - first:
            return start if offset <= first else stop
        return min(start + offset - first, stop)

    def _point(self, offset: int) -> tuple[int, int]:
        """Return the original of the one character at an offset."""
        at = max(0, bisect_right(self._starts, offset) - 1)
        start, stop = self._starts[at], self._stops[at]
        first, last = self._origins[at]
        if stop - start != last - first:
            return first, last
        point = min(first + offset - start, last)
        return point, min(point + 1, last)


class Weaver:
    """A text that is put together from stretches of an original and what stands in for others."""

    __slots__ = ("_pieces", "_segments", "length")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[tuple[int, int, int, int]] = []
        self.length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def copy(self, piece: str, origin: int) -> None:
        """Add a stretch of the original as it stands there from an offset on."""
        self.replace(piece, origin, origin + len(piece))

    def replace(self, piece: str, start: int, stop: int) -> None:
        """Add what stands for a stretch of the original; an empty piece leaves the stretch out."""
        if piece:
            self._pieces.append(piece)
            self._segments.append((self.length, self.length + len(piece), start, stop))
            self.length += len(piece)

    def alignment(self) -> Alignment:
        """Return the map from the text so far to its original."""
        return Alignment(self._segments)
