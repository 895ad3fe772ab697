"""Values in the words of a reader of the page, in English or Russian, with who or what is meant.

``500 000 золотых рублей`` for ``500000 RUB_GOLD``. English words are those of the report in the
terminal; a kind of value that Russian readers are to see otherwise has an entry in :func:`_russian`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from politburo.records import Recipient
from politburo.showing.interface import interface
from politburo.showing.words import in_words
from politburo.values.base import Value
from politburo.values.names import Body, Person
from politburo.vocabulary import table

__all__ = ["meaning", "saying"]


def saying(value: Value, language: str) -> str:
    r"""Return a value in words.

    >>> from politburo.values.money import MonetaryAmount
    >>> saying(MonetaryAmount.parse("до 20 тыс. иен"), "ru")
    'до 20\xa0000 японских иен'
    >>> saying(Body("NKVT"), "en"), saying(Person("Карахан"), "ru")
    ('NKVT', 'Карахан')
    """
    if isinstance(value, Recipient):
        scope = f" [{', '.join(value.scope)}]" if value.scope else ""
        return saying(value.party, language) + scope
    if isinstance(value, Body):
        return value.label(language)
    if language == "en":
        return in_words(value)
    say = _russian().get(value.kind)
    return say(str(value)) if say else str(value)


def meaning(value: Value, language: str) -> str:
    """Return who or what is meant, as far as the vocabulary knows: the full name of a body or person.

    >>> meaning(Body("NKVT"), "en"), meaning(Person("Карахан"), "ru")
    ("People's Commissariat of Foreign Trade", 'Карахан Лев Михайлович')
    """
    party = value.party if isinstance(value, Recipient) else value
    if isinstance(party, Body):
        return str(party.entry[f"name_{language}"]) if party.entry else ""
    if isinstance(party, Person) and len(party.entry) == 1:
        entry = party.entry[0]
        russian = f"{entry.get('surname_ru', '')} {entry.get('given_ru', '')}".strip()
        return russian if language == "ru" else str(entry.get("loc", entry.get("name_en", "")))
    return ""


@cache
def _russian() -> Mapping[str, Callable[[str], str]]:
    name = interface("ru").name
    return {
        "money": _money,
        "quantity": _quantity,
        "rate": _rate,
        "date": _date,
        "duration": _duration,
        "action": lambda canonical: name("actions", canonical),
        "secrecy": lambda canonical: name("terms", canonical),
        "procedure": lambda canonical: name("terms", canonical),
    }


_PERIODS = {"Y": "г.", "M": "мес.", "W": "нед.", "D": "дн."}


def _duration(canonical: str) -> str:
    parts = re.findall(r"([0-9.]+)([YMWD])", canonical)
    return " ".join(f"{count}\xa0{_PERIODS[mark]}" for count, mark in parts) or canonical


def _rate(canonical: str) -> str:
    return f"{canonical.replace('.', ',')} {interface('ru').phrase('a_year')}"


def _money(canonical: str) -> str:
    figures, _, unit = canonical.partition(" ")
    if unit == "XXX":
        return f"{_figures(figures)} (единица не названа)"
    return f"{_figures(figures)} {_counted(table('currencies')[unit], figures)}"


def _quantity(canonical: str) -> str:
    figures, _, unit = canonical.partition(" ")
    return f"{_figures(figures)} ({table('units')['units'][unit]['name_ru']})"


def _counted(entry: Mapping[str, Mapping[str, str]], figures: str) -> str:
    """Return the name of a currency in the form that its number wants: рубль, рубля, рублей."""
    last = figures.rpartition("/")[2].lstrip("~").lstrip(".")
    if "pl_ru" not in entry:
        return str(entry["name_ru"])
    if "." in last:
        return entry["sg_ru"]["gen"]
    ones, tens = last[-1:], last[-2:]
    if ones == "1" and tens != "11":
        return entry["sg_ru"]["nom"]
    if ones in {"2", "3", "4"} and tens not in {"12", "13", "14"}:
        return _few(entry["sg_ru"]["gen"], entry["pl_ru"]["gen"])
    return entry["pl_ru"]["gen"]


def _few(singular: str, plural: str) -> str:
    """Return a name after 2, 3 and 4, where its adjective stands in the plural: золотых рубля."""
    ones, many = singular.split(), plural.split()
    if len(ones) != len(many):
        return plural
    adjectives = [word for word in many if word.endswith(("ых", "их"))]
    return " ".join(b if b in adjectives else a for a, b in zip(ones, many, strict=True))


def _figures(figures: str) -> str:
    about = f"{interface('ru').phrase('about')} " if figures.startswith("~") else ""
    low, _, high = figures.lstrip("~").partition("/")
    return about + _range(_grouped(low), _grouped(high), "up_to", "at_least")


def _grouped(figure: str) -> str:
    whole, point, rest = figure.partition(".")
    if not whole.isdigit():
        return figure
    return f"{int(whole):,}".replace(",", "\xa0") + ("," if point else "") + rest


def _range(low: str, high: str, until: str, since: str) -> str:
    phrase = interface("ru").phrase
    if high in ("", low):
        return low
    if ".." in (low, high):
        return f"{phrase(until)} {high}" if low == ".." else f"{phrase(since)} {low}"
    return f"{low}–{high}"


def _date(canonical: str) -> str:
    about = f"{interface('ru').phrase('about')} " if canonical.endswith("~") else ""
    low, _, high = canonical.replace("~", "").partition("/")
    return about + _range(low, high, "until", "since")
