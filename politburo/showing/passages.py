"""Passages of a source as a terminal shows them: line and column, an excerpt with a caret.

A source may hold anything, escape sequences that would move the cursor or turn the text around
included. What is shown has been through :func:`printable`.
"""

from __future__ import annotations

import unicodedata

from politburo.text import Lines, Span

__all__ = ["Lines", "excerpt", "printable", "width_of"]

# Controls, lone surrogates, line and paragraph separators: a terminal obeys them or breaks.
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
# What turns the direction of writing, so that a line reads otherwise than it stands.
_TURNING = frozenset(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def printable(text: str) -> str:
    r"""Return the text with everything that a terminal would obey written as an escape.

    >>> print(printable("50\x1b[2J рублей\n"))
    50\x1b[2J рублей\n
    """
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if unicodedata.category(character) in _UNPRINTABLE or character in _TURNING:
        return character.encode("unicode_escape").decode("ascii")
    return character


def width_of(text: str) -> int:
    r"""Return the columns that a printable text takes in a terminal.

    >>> width_of("Синьцзян"), width_of("и\u0306"), width_of("新疆")
    (8, 1, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def excerpt(text: str, span: Span, width: int = 100) -> tuple[str, str]:
    r"""Return the source line of a passage, cut to ``width`` around it, and the carets that go under it.

    >>> print("\n".join(excerpt("на 5 кораблей и 6 лодок", Span(5, 13), width=20)))
    на 5 кораблей и 6 …
         ^^^^^^^^
    """
    begin, end = _line(text, span.start, 2 * width)
    left, right = _window(begin, end, span, width - 2)
    before = ("…" if left > begin else "") + _spaced(text[left : span.start])
    stop = max(span.start, min(span.stop, right))
    passage, after = _spaced(text[span.start : stop]), _spaced(text[stop:right])
    carets = " " * width_of(before) + "^" * max(1, width_of(passage))
    return before + passage + after + ("…" if right < end else ""), carets


def _line(text: str, at: int, reach: int) -> tuple[int, int]:
    """Return where the line around an offset begins and ends, of a long one only what is in reach."""
    least, most = max(0, at - reach), min(len(text), at + reach)
    begin = text.rfind("\n", least, at) + 1 or least
    end = text.find("\n", at, most)
    end = most if end < 0 else end
    return begin, end - text.endswith("\r", begin, end)


def _spaced(text: str) -> str:
    return printable(text.replace("\t", " "))


def _window(begin: int, end: int, span: Span, width: int) -> tuple[int, int]:
    """Return the part of a line to show: all of it, or ``width`` characters with the passage in them."""
    if end - begin <= width + 2:
        return begin, end
    room = max(0, width - len(span)) // 2
    left = max(begin, min(span.start - room, end - width))
    return left, min(end, left + width)
