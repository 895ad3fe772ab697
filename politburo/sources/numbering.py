"""The numbers of Word's automatic lists, which stand in no paragraph: worked out as Word shows them."""

from __future__ import annotations

import re
from collections.abc import Callable

from politburo.sources.xml import Element

__all__ = ["Numbering"]

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: Element) -> None:
        abstract = {each.get("abstractNumId"): each for each in root.children("abstractNum")}
        self._levels: dict[tuple[str, str], Element] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for number in root.children("num"):
            kind = number.child("abstractNumId")
            lists = abstract.get(kind.get("val")) if kind else None
            for level in lists.children("lvl") if lists else ():
                self._levels[number.get("numId"), level.get("ilvl")] = level

    def mark(self, paragraph: Element) -> str:
        """Return the number of a paragraph with a space behind it, or nothing."""
        properties = paragraph.child("pPr")
        numbered = properties.child("numPr") if properties else None
        if numbered is None:
            return ""
        list_, depth = _value(numbered, "numId"), _value(numbered, "ilvl") or "0"
        level = self._levels.get((list_, depth))
        if level is None or not depth.isdecimal():
            return ""
        counts = self._count(list_, int(depth), level)
        pattern = _value(level, "lvlText")
        if _value(level, "numFmt") == "bullet":
            return "- "
        return (
            re.sub(r"%([1-9])", lambda match: self._written(list_, int(match[1]) - 1, counts), pattern) + " "
        )

    def _count(self, list_: str, depth: int, level: Element) -> dict[int, int]:
        counts = self._counts.setdefault(list_, {})
        start = _value(level, "start")
        counts[depth] = counts[depth] + 1 if depth in counts else int(start) if start.isdecimal() else 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return counts

    def _written(self, list_: str, depth: int, counts: dict[int, int]) -> str:
        level = self._levels.get((list_, str(depth)))
        write = _FORMS.get(_value(level, "numFmt") if level else "", str)
        return write(counts.get(depth, 1))


def _value(parent: Element, name: str) -> str:
    child = parent.child(name)
    return child.get("val") if child else ""


def _letter(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(number - 1) % len(letters)]


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value and len(written) < 40:
            written += letters
            number -= value
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "russianLower": _letter(_RUSSIAN),
    "russianUpper": _letter(_RUSSIAN.upper()),
    "lowerLetter": _letter(_LATIN),
    "upperLetter": _letter(_LATIN.upper()),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
