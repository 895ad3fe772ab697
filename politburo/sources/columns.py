"""Lines, columns and paragraphs of a page, told by where its stretches of text stand.

White that runs from top to bottom between stretches of text parts columns, if on both sides there is
running text; otherwise what stands on one level is a line, with a bar where cells of a table are parted.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from attrs import frozen

from politburo.sources.places import Polygon

__all__ = ["Fragment", "regions"]

# Running text has lines of this many characters on average, and this many of them.
_LONG = 18
_LINES = 4
# A page with more stretches than this is none that somebody reads in columns.
_MOST = 20_000


@frozen
class Fragment:
    """A stretch of text on one level."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def polygon(self) -> Polygon:
        """The box, clockwise from the upper left corner."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )


def regions(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return the paragraphs of a page in the order of reading, each a list of lines.

    >>> left = [Fragment("левый столбец, строка", 0, 12 * at, 90, 12 * at + 10) for at in range(5)]
    >>> right = [Fragment("правый столбец, строка", 120, 12 * at, 210, 12 * at + 10) for at in range(5)]
    >>> [lines[0].text for lines in regions(right + left)]
    ['левый столбец, строка', 'правый столбец, строка']
    """
    found: list[list[Fragment]] = []
    pending = [sorted(fragments, key=lambda fragment: (fragment.top, fragment.left))]
    while pending:
        part = pending.pop()
        columns = _columns(part)
        if columns:
            pending += reversed(columns)
        else:
            found += _paragraphs(_levels(part))
    return found


def _columns(part: list[Fragment]) -> list[list[Fragment]]:
    """Return two columns, with what stands above and below them; nothing where there are none."""
    if not 2 * _LINES <= len(part) <= _MOST:
        return []
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(part):
        run = _longest(part, gutter)
        if run and (best is None or run[1] - run[0] > best[1] - best[0]):
            best = (*run, gutter)
    if best is None:
        return []
    first, last, gutter = best
    inside = part[first:last]
    left = [each for each in inside if each.right <= gutter]
    right = [each for each in inside if each.left >= gutter]
    if not (_is_running(left) and _is_running(right)):
        return []
    return [block for block in (part[:first], left, right, part[last:]) if block]


def _gutters(part: list[Fragment]) -> list[float]:
    """Return where right columns may begin: the left edges that several stretches share."""
    counts: dict[int, list[float]] = {}
    for fragment in part:
        counts.setdefault(round(fragment.left / 4), []).append(fragment.left)
    leftmost = min(fragment.left for fragment in part)
    edges = [min(lefts) - 1 for lefts in counts.values() if len(lefts) >= _LINES]
    return [edge for edge in edges if edge > leftmost + 4][:8]


def _longest(part: list[Fragment], gutter: float) -> tuple[int, int] | None:
    """Return the longest run of stretches of which none crosses the gutter."""
    best, start = (0, 0), 0
    for at, fragment in enumerate((*part, None)):
        if fragment is None or fragment.left < gutter < fragment.right:
            if at - start > best[1] - best[0]:
                best = (start, at)
            start = at + 1
    return best if best[1] - best[0] >= 2 * _LINES else None


def _is_running(column: list[Fragment]) -> bool:
    return len(column) >= _LINES and sum(len(each.text) for each in column) >= _LONG * len(column)


def _levels(part: list[Fragment]) -> list[Fragment]:
    """Join what stands on one level into lines."""
    lines: list[list[Fragment]] = []
    for fragment in part:
        middle = (fragment.top + fragment.bottom) / 2
        if lines and lines[-1][0].top <= middle <= lines[-1][0].bottom:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [_line(sorted(line, key=lambda fragment: fragment.left)) for line in lines]


def _line(cells: list[Fragment]) -> Fragment:
    if len(cells) == 1:
        return cells[0]
    text = " | ".join(cell.text for cell in cells)
    if "|" not in "".join(cell.text for cell in cells):
        text += " |"
    left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
    return Fragment(text, left, min(c.top for c in cells), right, max(c.bottom for c in cells))


def _pitch(lines: list[Fragment]) -> float:
    """Return the usual distance from line to line; few full lines far apart are paragraphs of one line."""
    gaps = sorted(below.top - above.top for above, below in pairwise(lines))
    if not gaps:
        return 0
    pitch = gaps[len(gaps) // 4]
    height = median(line.bottom - line.top for line in lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - left > 0.85 * (right - left) for line in lines)
    return 1.2 * height if pitch > 1.5 * height and full * 2 < len(lines) else pitch


def _paragraphs(lines: list[Fragment]) -> list[list[Fragment]]:
    """Part lines where the white between them is larger than usual."""
    pitch = _pitch(lines)
    found: list[list[Fragment]] = []
    for at, line in enumerate(lines):
        if at and line.top - lines[at - 1].top <= 1.45 * pitch:
            found[-1].append(line)
        else:
            found.append([line])
    return found
