"""Places in an original: page, region, line, column, polygon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from politburo.display import Shown
from politburo.text import Span

__all__ = ["Anchor", "Anchors", "Box", "Page", "Place", "Polygon", "around", "box_of"]

Polygon = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]


@frozen
class Page(Shown):
    """A page of an original: its number in the file, the image, and its size in the units of the polygons.

    >>> str(Page(2, image="0002.jpg"))
    'page 2 (0002.jpg)'
    """

    number: int
    image: str = ""
    width: float = 0
    height: float = 0

    def __str__(self) -> str:
        """Return the number and, where it is known, the image."""
        return f"page {self.number}" + (f" ({self.image})" if self.image else "")


@frozen
class Place(Shown):
    """Where a passage begins in its original; what the format does not have is absent or empty.

    ``line`` and ``column`` count from 1 on (in the page, or in the file where there are no pages),
    ``region`` and ``line_name`` are the names that PAGE, ALTO and hOCR give, ``polygon`` is in the
    units of the page, from the upper left corner.

    >>> print(Place(line=12, column=4, page=2, region="r1", line_name="r1l12"))
    page 2, region r1, line 12 (r1l12), column 4
    """

    line: int
    column: int
    page: int | None = None
    region: str = ""
    line_name: str = ""
    polygon: Polygon = ()

    def __str__(self) -> str:
        """Return the parts that are known, the largest first."""
        parts = [f"page {self.page}"] if self.page is not None else []
        parts += [f"region {self.region}"] if self.region else []
        parts.append(f"line {self.line}" + (f" ({self.line_name})" if self.line_name else ""))
        return ", ".join((*parts, f"column {self.column}"))


@frozen
class Anchor:
    """A stretch of an extracted text and the place where it stands: a line, or a word in it.

    ``confidence`` is how sure its reading is, from 0 to 1, where the file says so.
    """

    span: Span
    place: Place
    confidence: float | None = None


class Anchors:
    """The anchors of a text, in order."""

    __slots__ = ("_anchors", "_starts")

    def __init__(self, anchors: Iterable[Anchor] = ()) -> None:
        self._anchors = tuple(anchors)
        self._starts = [anchor.span.start for anchor in self._anchors]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._anchors)

    def places(self, span: Span) -> tuple[Place, ...]:
        """Return where a passage stands: one place for each line that it touches."""
        lines: dict[tuple[int | None, str, int], list[Place]] = {}
        for anchor in self._touched(span):
            place = _inside(anchor, span)
            lines.setdefault((place.page, place.region, place.line), []).append(place)
        return tuple(_merged(places) for places in lines.values())

    def confidence(self, span: Span) -> float | None:
        """Return the confidence of the least sure word of a passage, if the file says any."""
        said = [anchor.confidence for anchor in self._touched(span) if anchor.confidence is not None]
        return min(said, default=None)

    def _touched(self, span: Span) -> Iterator[Anchor]:
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(self._anchors) and self._starts[at] < max(span.stop, span.start + 1):
            anchor = self._anchors[at]
            if anchor.span.stop > span.start or len(span) == 0:
                yield anchor
            at += 1


def _inside(anchor: Anchor, span: Span) -> Place:
    ahead = min(max(0, span.start - anchor.span.start), max(0, len(anchor.span) - 1))
    return evolve(anchor.place, column=anchor.place.column + ahead)


def _merged(places: list[Place]) -> Place:
    """Return the words of a line as one place, in a box around them."""
    first = places[0]
    polygons = dict.fromkeys(place.polygon for place in places if place.polygon)
    if len(polygons) < 2:
        return first
    return evolve(first, polygon=around(point for polygon in polygons for point in polygon))


def box_of(polygon: Iterable[tuple[float, float]]) -> Box:
    """Return left, top, right and bottom of a polygon.

    >>> box_of(((10, 20), (50, 18), (30, 40)))
    (10, 18, 50, 40)
    """
    points = list(polygon)
    across, down = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def around(points: Iterable[tuple[float, float]]) -> Polygon:
    """Return the rectangle around some points, clockwise from the upper left corner."""
    left, top, right, bottom = box_of(points)
    return ((left, top), (right, top), (right, bottom), (left, bottom))
