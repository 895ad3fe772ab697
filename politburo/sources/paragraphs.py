"""Paragraphs of a recognised page told by the white between its lines.

Tesseract takes a short last line for the end of a paragraph and a heading close above for its beginning.
On typed pages the white decides: what is as far apart as lines usually are belongs together.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from attrs import evolve

from politburo.sources.laying import Line, Region, Sheet
from politburo.sources.places import box_of

__all__ = ["regrouped"]

# So much more than the usual distance parts paragraphs; lines are so many heights apart at most.
_MORE = 1.45
_APART = 2.4


def regrouped(sheet: Sheet) -> Sheet:
    """Return a page with its lines in paragraphs by the white between them.

    >>> from politburo.sources.places import Page
    >>> place = lambda top: ((10, top), (90, top), (90, top + 20), (10, top + 20))
    >>> lines = [Line("", str(top), place(top)) for top in (0, 30, 60, 120, 150)]
    >>> whole = Sheet(Page(1), (Region("a", tuple(lines[:1])), Region("b", tuple(lines[1:]))))
    >>> [[line.text for line in region.lines] for region in regrouped(whole).regions]
    [['0', '30', '60'], ['120', '150']]
    """
    lines = [(region.name, line) for region in sheet.regions for line in region.lines]
    if not all(line.polygon for _, line in lines):
        return sheet
    most = _MORE * _pitch([line for _, line in lines])
    found: list[tuple[str, list[Line]]] = []
    for at, (name, line) in enumerate(lines):
        if at and _belongs(lines[at - 1][1], line, most):
            found[-1][1].append(line)
        else:
            found.append((name, [line]))
    return evolve(sheet, regions=tuple(Region(name, tuple(group)) for name, group in found))


def _middle(line: Line) -> float:
    _, top, _, bottom = box_of(line.polygon)
    return (top + bottom) / 2


def _pitch(lines: list[Line]) -> float:
    """Return the usual distance from line to line."""
    gaps = sorted(gap for above, below in pairwise(lines) if (gap := _middle(below) - _middle(above)) > 0)
    boxes = [box_of(line.polygon) for line in lines]
    height = median(bottom - top for _, top, _, bottom in boxes) if boxes else 0
    return min(gaps[len(gaps) // 4] if gaps else 0, _APART * height)


def _belongs(above: Line, below: Line, most: float) -> bool:
    """Tell whether a line stands right below another."""
    left, _, right, _ = box_of(above.polygon)
    start, _, stop, _ = box_of(below.polygon)
    return 0 < _middle(below) - _middle(above) <= most and start < right and left < stop
