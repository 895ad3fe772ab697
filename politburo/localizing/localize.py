"""One door for all values: ``localize(value, locale, style)``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from politburo.localizing.amounts import amount_text
from politburo.localizing.locales import Locale, locale_of
from politburo.localizing.others import numeral_text, rate_text, shelfmark_words, term_text
from politburo.localizing.times import date_text, duration_text
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table

__all__ = ["Localizable", "Style", "localize"]

Style = Literal["long", "short", "period", "words"]
Localizable = (
    MonetaryAmount
    | Quantity
    | PartialDate
    | Duration
    | Person
    | Body
    | Numeral
    | Rate
    | Shelfmark
    | Secrecy
    | Procedure
    | Action
    | Code
    | Wording
)
_STYLES = ("long", "short", "period", "words")


def localize(value: Localizable | Sequence[Localizable], locale: str, style: Style = "long") -> str:
    """Return a value, or a list of values, as a reader of a locale would write it.

    Styles: ``long`` (every digit and the full name), ``short`` (thousands in a word), ``period`` (as the
    papers write it; reads back) and ``words`` (Russian and English). Any locale that Babel knows will do;
    what neither Babel nor the vocabulary has in a language is English.

    >>> sum_ = MonetaryAmount.parse("500.000 золотых рублей")
    >>> localize(sum_, "ru", "period"), localize(sum_, "en"), localize(sum_, "ru", "words")
    ('500.000 зол. руб.', '500,000 gold rubles', 'пятьсот тысяч золотых рублей')
    >>> localize(PartialDate.parse("1.Х.35г."), "de"), localize(Duration.parse("полтора года"), "ja")
    ('1. Oktober 1935', '18 か月')
    """
    if style not in _STYLES:
        raise ValueError(f"expected one of {', '.join(_STYLES)} as style, got {style!r}")
    known = locale_of(locale)
    if isinstance(value, (list, tuple)):
        from babel.lists import format_list

        return format_list([_text(one, known, style) for one in value], locale=known)
    return _text(value, known, style)  # type: ignore[arg-type]  # a sequence of values is a list or a tuple


def _text(value: Localizable, locale: Locale, style: str) -> str:
    for kinds, write in _WRITERS:
        if isinstance(value, kinds):
            return write(value, locale, style)
    raise TypeError(f"expected a value that can be written for people, got {type(value).__name__}")


def _language(locale: Locale) -> str:
    """Return the language of what has Russian and English words only."""
    return "ru" if locale.language == "ru" else "en"


def _person(person: Person, locale: Locale, _: str) -> str:
    """Return the name in Russian, or as English works have it where one person can be meant."""
    records = person.entry
    if locale.language == "ru" or len(records) != 1:
        return f"{person.initials} {person.surname}".strip()
    return str(records[0]["name_en"])


def _body(body: Body, locale: Locale, style: str) -> str:
    """Return the name, in the long style in full; but for states there are Russian and English ones only."""
    territory = table("localizing")["territories"].get(body.id)
    if territory and locale.language not in ("ru", "en") and territory in locale.territories:
        return str(locale.territories[territory])
    language = _language(locale)
    if style == "long" and body.entry is not None:
        return str(body.entry[f"name_{language}"])
    return body.label(language)


def _reference(mark: Shelfmark, locale: Locale, _: str) -> str:
    return shelfmark_words(mark, _language(locale))


def _term(term: Secrecy | Procedure | Action, locale: Locale, _: str) -> str:
    return term_text(term, _language(locale))


def _as_it_stands(value: Code | Wording, _: Locale, __: str) -> str:
    return str(value)


_WRITERS: tuple[tuple[Any, Callable[..., str]], ...] = (
    ((MonetaryAmount, Quantity), amount_text),
    (PartialDate, date_text),
    (Duration, duration_text),
    (Person, _person),
    (Body, _body),
    (Numeral, numeral_text),
    (Rate, rate_text),
    (Shelfmark, _reference),
    ((Secrecy, Procedure, Action), _term),
    ((Code, Wording), _as_it_stands),
)
