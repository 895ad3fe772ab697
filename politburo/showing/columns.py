"""Two texts side by side: wrapped to their columns by what each character takes in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from politburo.showing.passages import printable, width_of

__all__ = ["beside", "filled", "wrapped"]

_BETWEEN = " │ "


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most ``width`` columns; a word that is longer is broken.

    >>> wrapped("О торговле с Синьцзяном", 12)
    ['О торговле с', 'Синьцзяном']
    >>> wrapped("Синьцзян", 5)
    ['Синьц', 'зян']
    """
    lines, line = [], ""
    for word in _pieces(text, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in printable(" ".join(text.split())).split(" "):
        piece = ""
        for character in word:
            if piece and width_of(piece + character) > width:
                yield piece
                piece = ""
            piece += character
        if piece:
            yield piece


def filled(text: str, width: int) -> str:
    """Return a text with spaces behind it up to a width in columns.

    >>> filled("新疆", 6)
    '新疆  '
    """
    return text + " " * (width - width_of(text))


def beside(left: str, right: str, width: int) -> Iterator[str]:
    r"""Yield the lines of two texts side by side.

    >>> print("\n".join(beside("О Монголии", "Concerning Mongolia", 27)))
    О Монголии   │ Concerning
                 │ Mongolia
    """
    column = (width - len(_BETWEEN)) // 2
    for one, other in zip_longest(wrapped(left, column), wrapped(right, column), fillvalue=""):
        yield f"{filled(one, column)}{_BETWEEN}{other}".rstrip()
