"""Values in the words of a reader of the page, in English or Russian, with who or what is meant.

``500 000 золотых рублей`` for ``500000 RUB_GOLD``. English words are those of the report in the
terminal; Russian ones are localized, or the interface's own for terms of the form (:func:`_russian`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from politburo.records import Recipient
from politburo.showing.interface import interface
from politburo.showing.words import in_words
from politburo.values.base import Value
from politburo.values.names import Body, Person

__all__ = ["meaning", "saying"]


def saying(value: Value, language: str) -> str:
    r"""Return a value in words.

    >>> from politburo.values.money import MonetaryAmount
    >>> saying(MonetaryAmount.parse("до 20 тыс. иен"), "ru")
    'до 20\xa0000 иен'
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
    return say(value) if say else str(value)


def meaning(value: Value, language: str) -> str:
    """Return who or what is meant, as far as the vocabulary knows: the full name of a body or person.

    >>> meaning(Body("NKVT"), "en"), meaning(Person("Карахан"), "ru")
    ("People's Commissariat of Foreign Trade", 'Карахан Лев Михайлович')
    """
    party = value.party if isinstance(value, Recipient) else value
    if isinstance(party, Body):
        return str(party.entry[f"name_{language}"]) if party.entry else ""
    if isinstance(party, Person) and len(party.entry) == 1:
        return party.label(language)
    return ""


@cache
def _russian() -> Mapping[str, Callable[[Any], str]]:
    from politburo.localizing import localize

    name = interface("ru").name
    localized = dict.fromkeys(("money", "quantity", "date", "duration"), lambda value: localize(value, "ru"))
    return {
        **localized,
        "rate": lambda value: f"{str(value).replace('.', ',')} {interface('ru').phrase('a_year')}",
        "action": lambda value: name("actions", str(value)),
        "secrecy": lambda value: name("terms", str(value)),
        "procedure": lambda value: name("terms", str(value)),
    }
