"""Letters of the other alphabet inside a word: Latin and Cyrillic ones that look alike.

A word is mended where all of its letters can be of one alphabet; where they can be of either, the
alphabet of the text decides. Roman numerals are left to the grammars of dates, which tell of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from politburo.sources.extract import Edit
from politburo.text import Span

__all__ = ["mixed_words"]

_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУасеорхуіІ", "ABCEHKMOPTXYaceopxyiI")
_ROMAN = frozenset("IVXLCDMivxlcdmІіХхСсМм")


@cache
def _mixed() -> re.Pattern[str]:
    cyrillic, letter = "\u0400-\u04ff", "A-Za-z\u0400-\u04ff"
    return re.compile(rf"(?<![\w'’])(?:[A-Za-z]++[{cyrillic}]|[{cyrillic}]++[A-Za-z])[{letter}]*+(?![\d_'’])")


def mixed_words(text: str) -> Iterator[Edit]:
    """Yield the words of mixed letters with all letters in one alphabet.

    >>> [edit.text for edit in mixed_words("Пopучить НКТП поставку по п. VІ и Р3")]
    ['Поручить']
    """
    russian = sum("а" <= letter <= "я" for letter in text) * 4 > len(text)
    for match in _mixed().finditer(text):
        word = match.group()
        if len(word) > 2 and not _ROMAN.issuperset(word):
            meant = _in_one_alphabet(word, russian=russian)
            if meant:
                span = Span(*match.span())
                message = f"letters of two alphabets in one word: {word} is read as {meant}"
                yield Edit(span, meant, "mixed-alphabets", message)


def _in_one_alphabet(word: str, *, russian: bool) -> str:
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    is_cyrillic = not any(letter.isascii() for letter in cyrillic)
    if is_cyrillic and latin.isascii():
        return cyrillic if russian else latin
    return cyrillic if is_cyrillic else latin if latin.isascii() else ""
