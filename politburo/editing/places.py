"""Where a passage stands in a text that may have been transcribed anew.

Line breaks and spaces do not count. Of several places the one is taken around which most of what stood
there before still stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from politburo.text import Span

__all__ = ["around", "find"]

_CONTEXT = 32


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\s+")


def around(text: str, span: Span) -> tuple[str, str]:
    r"""Return what stands before and behind a passage, on one line.

    >>> around("рубли)\nсогласовать НКВР совместно с НКО", Span(19, 23))
    ('рубли) согласовать ', ' совместно с НКО')
    """
    before = _spaces().sub(" ", text[max(0, span.start - _CONTEXT) : span.start])
    return before, _spaces().sub(" ", text[span.stop : span.stop + _CONTEXT])


def find(text: str, passage: str, before: str = "", after: str = "", start: int | None = None) -> list[Span]:
    """Return the places where a passage may stand: one, if it can be told which; none, if it is gone.

    >>> find("НКО, НКТП и НКО", "НКО", before="и ")
    [Span(start=12, stop=15)]
    >>> find("НКО, НКТП и НКО", "НКО")
    [Span(start=0, stop=3), Span(start=12, stop=15)]
    """
    places = _places(text, _pattern(passage, whole=True)) or _places(text, _pattern(passage, whole=False))
    if len(places) < 2:
        return places
    fits = [_fit(text, place, before, after) for place in places]
    best = [place for place, fit in zip(places, fits, strict=True) if fit == max(fits)]
    there = [place for place in best if place.start == start]
    return there or best


def _places(text: str, pattern: re.Pattern[str]) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _pattern(passage: str, *, whole: bool) -> re.Pattern[str]:
    """Return a pattern of the passage as whole words or inside words, whatever its line breaks."""
    words = r"\s+".join(re.escape(word) for word in passage.split())
    opened = r"(?<!\w)" if whole and passage.strip()[:1].isalnum() else ""
    closed = r"(?!\w)" if whole and passage.strip()[-1:].isalnum() else ""
    return re.compile(opened + words + closed)


def _fit(text: str, place: Span, before: str, after: str) -> int:
    """Return how many characters around a place are those that stood there."""
    here, there = around(text, place)
    ended = _common(reversed(here), reversed(_spaces().sub(" ", before)))
    return ended + _common(there, _spaces().sub(" ", after))


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """Return with how many of the same characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
