"""The scan behind a TEI file: ``<surface>`` for a page, ``<zone>`` for the place of a value on it.

The outlines come from whatever has pages and can say where a passage stands, as
:class:`politburo.sources.Source` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from politburo.text import Span

__all__ = ["Scan", "Zones"]

_Polygon = Sequence[tuple[float, float]]


class _Page(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def image(self) -> str: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class _Place(Protocol):
    @property
    def page(self) -> int | None: ...
    @property
    def polygon(self) -> _Polygon: ...


class Scan(Protocol):
    """Pages, and where a passage stands on them."""

    @property
    def pages(self) -> Sequence[_Page]:
        """The pages, in order."""
        ...

    def locate(self, span: Span) -> Sequence[_Place]:
        """Return the places of a passage, one for each line."""
        ...


class Zones:
    """The zones of a scan, numbered as values ask for them; none without a scan."""

    def __init__(self, scan: Scan | None) -> None:
        self._scan = scan
        self._names: dict[tuple[int, str], str] = {}

    def facing(self, span: Span) -> str:
        """Return what ``@facs`` says of a passage: its zones, one for each line; nothing without outlines."""
        places = self._scan.locate(span) if self._scan else ()
        found = [(place.page, _points(place.polygon)) for place in places if place.page and place.polygon]
        names = (self._names.setdefault(zone, f"zone.{len(self._names) + 1}") for zone in found)
        return " ".join(f"#{name}" for name in names)

    def surfaces(self) -> list[tuple[dict[str, str], str, list[tuple[str, str]]]]:
        """Return for each page its attributes, its image, and the names and points of its zones."""
        pages = self._scan.pages if self._scan else ()
        return [(_corners(page), page.image, self._on(page.number)) for page in pages]

    def _on(self, number: int) -> list[tuple[str, str]]:
        return [(name, points) for (page, points), name in self._names.items() if page == number]


def _corners(page: _Page) -> dict[str, str]:
    size = (
        {"ulx": 0.0, "uly": 0.0, "lrx": page.width, "lry": page.height} if page.width and page.height else {}
    )
    return {"n": str(page.number)} | {name: _number(side) for name, side in size.items()}


def _points(polygon: _Polygon) -> str:
    return " ".join(f"{_number(across)},{_number(down)}" for across, down in polygon)


def _number(side: float) -> str:
    return f"{side:.2f}".rstrip("0").rstrip(".")
