"""Values in the words of a report: ``500,000 gold rubles`` for ``500000 RUB_GOLD``.

A kind of value that is to be shown otherwise than in its canonical form has an entry in
:func:`_sayings`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from politburo.values.base import Value
from politburo.vocabulary import table

__all__ = ["in_words"]

_LETTERS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_UNCOUNTED = ("aircraft", "head of livestock", "per cent")


def in_words(value: Value) -> str:
    """Return a value in English words, in its canonical form where there are no others.

    >>> from politburo.values.dates import PartialDate
    >>> from politburo.values.money import MonetaryAmount
    >>> from politburo.values.terms import Secrecy
    >>> in_words(MonetaryAmount.parse("500.000 золотых рублей")), in_words(Secrecy("strictly_secret"))
    ('500,000 gold rubles', 'strictly secret')
    >>> in_words(PartialDate.parse("с 1 мая 1930 г.")), in_words(MonetaryAmount.parse("до 20 тыс. иен"))
    ('from 1930-05-01', 'up to 20,000 yen')
    """
    canonical = str(value)
    say = _sayings().get(value.kind)
    return say(canonical) if say else canonical


@cache
def _sayings() -> Mapping[str, Callable[[str], str]]:
    return {
        "money": lambda canonical: _amount(canonical, _currency),
        "quantity": lambda canonical: _amount(canonical, _unit),
        "rate": lambda canonical: f"{canonical} % a year",
        "date": _date,
        "duration": _duration,
        "secrecy": _spaced,
        "action": _spaced,
    }


def _spaced(canonical: str) -> str:
    return canonical.replace("_", " ")


def _amount(canonical: str, name: Callable[[str, bool], str]) -> str:
    figures, _, unit = canonical.partition(" ")
    about = "about " if figures.startswith("~") else ""
    low, _, high = figures.lstrip("~").partition("/")
    named = name(unit, low == "1" and not high)
    return f"{about}{_between(_grouped(low), _grouped(high), 'up to', 'at least')} {named}"


def _grouped(figure: str) -> str:
    whole, point, rest = figure.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdigit() else figure


def _between(low: str, high: str, until: str, since: str) -> str:
    """Return a range in words; ``..`` stands for an open end, an empty ``high`` for no range."""
    if high in ("", low):
        return low
    if ".." in (low, high):
        return f"{until} {high}" if low == ".." else f"{since} {low}"
    return f"{low} to {high}"


def _currency(unit: str, one: bool) -> str:  # noqa: FBT001
    if unit == "XXX":
        return "(unit not stated)"
    entry = table("currencies")[unit]
    # A name in brackets tells apart what has one plural: Soviet rubles of 1924, 1947 and 1961.
    _, bracket, era = entry["name_en"].partition(" (")
    plural = entry.get("plural_en", entry["name_en"])
    return str(entry["name_en"] if one else plural + bracket + era if era[:1].isdigit() else plural)


def _unit(unit: str, one: bool) -> str:  # noqa: FBT001
    name = str(table("units")["units"][unit]["name_en"])
    if one or name in _UNCOUNTED:
        return name
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _date(canonical: str) -> str:
    about = "about " if canonical.endswith("~") else ""
    low, _, high = canonical.replace("~", "").partition("/")
    return (about + _between(low, high, "until", "from")).replace("XXXX-", "of some year, ")


def _duration(canonical: str) -> str:
    parts, count = [], ""
    for mark in canonical.removeprefix("P"):
        if mark in _LETTERS:
            parts.append(f"{count} {_LETTERS[mark]}{'' if count == '1' else 's'}")
            count = ""
        else:
            count += mark
    return " ".join(parts)
