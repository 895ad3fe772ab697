"""Running heads: what is repeated at the top or at the foot of pages, and their numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

__all__ = ["running_heads"]

# Lines from the top and from the foot of a page that may be heads.
_EDGE = 2


def running_heads(lines: list[tuple[int, str]], pages: int) -> set[int]:
    """Return which lines (page, text) to leave out: page numbers, and heads after their first time.

    A head stands at the same edge of three pages or more, alike but for numbers, and of one in four.

    >>> lines = lambda page: (f"Протокол 34, л. {page}", "а" * page, f"- {page} -")
    >>> pages = [(page, line) for page in (1, 2, 3) for line in lines(page)]
    >>> sorted(running_heads(pages, 3))
    [2, 3, 5, 6, 8]
    """
    found: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for at, top in _edges(lines):
        found[top, _shape(lines[at][1])].append(at)
    left_out: set[int] = set()
    for (_, shape), places in found.items():
        on_pages = len({lines[at][0] for at in places})
        if _number().fullmatch(shape):
            left_out.update(places if on_pages > 1 else ())
        elif shape and on_pages >= max(3, pages // 4):
            left_out.update(sorted(places)[1:])
    return left_out


def _edges(lines: list[tuple[int, str]]) -> list[tuple[int, bool]]:
    """Return the lines at the top (True) and at the foot of each page."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for at, (page, _) in enumerate(lines):
        by_page[page].append(at)
    tops = [(at, True) for found in by_page.values() for at in found[:_EDGE]]
    feet = [(at, False) for found in by_page.values() for at in found[_EDGE:][-_EDGE:]]
    return tops + feet


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[-–—\s(\[]*(?:с|л|стр|лист|p|page)?\.?\s*#\s*(?:об)?[-–—\s)\].]*")


def _shape(text: str) -> str:
    """Return a line with each number as one mark."""
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()
