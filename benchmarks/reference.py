"""What reading is measured against: one pass of `re` with ten branches that builds a value of each match."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

__all__ = ["Match", "scan"]

_MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "January|February|March|April|May|June|July|August|September|October|November|December",
)
_BRANCHES = {
    "money": r"(?:\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*(?:золотых|зол\.|gold)?\s*"
    r"(?:рубл\w*|руб\.|rubles?|dollars?|иен)",
    "percent": r"\d+(?:[.,]\d+)?\s*(?:%|процент\w*|per\s?cent)",
    "roman_date": r"\d{1,2}[./]\s?[IVXХ]{1,4}[./-]\s?\d{2,4}",
    "russian_date": rf"\d{{1,2}}\s(?:{_MONTHS[0]})(?:\s\d{{4}})?",
    "english_date": rf"\d{{1,2}}\s(?:{_MONTHS[1]})(?:\s\d{{4}})?",
    "shelfmark": r"(?:Ф|ф|f|Fond)\.?\s?\d+[,.]?\s(?:Оп|оп|op)\.?\s?\d+",
    "body": r"(?:НК[А-Я]{1,4}|ЦК|СНК|СТО|ОГПУ|ВСНХ|РВС|NK[A-Z]{1,4}|CC|SNK|STO|OGPU)\b",
    "person": r"(?:т\.т?\.?|тов\.|Cde\.|Com\.)\s?[А-ЯA-Z][а-яёa-z]+",
    "point": r"(?m:^\s{0,4}\d{1,3}[.)]-?\s)",
    "number": r"\d+",
}
_SIZES = {"money", "percent", "number"}


class Match(NamedTuple):
    """A match as a value: its kind, what it says and where it stands."""

    kind: str
    value: Decimal | dt.date | str
    start: int
    stop: int


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{branch})" for name, branch in _BRANCHES.items()))


def scan(text: str) -> list[Match]:
    """Return every match of the text as a value.

    >>> scan("отпустить 500.000 золотых рублей")[0][:2]
    ('money', Decimal('500000'))
    """
    return [_value(match) for match in _pattern().finditer(text)]


def _value(match: re.Match[str]) -> Match:
    kind, text = match.lastgroup or "", match.group()
    said: Decimal | dt.date | str = text
    if kind in _SIZES:
        said = Decimal("".join(letter for letter in text if letter in "0123456789") or 0)
    elif kind.endswith("date"):
        years = re.findall(r"\d{4}", text)
        said = dt.date(int(years[0]), 1, 1) if years else text
    return Match(kind, said, match.start(), match.end())
