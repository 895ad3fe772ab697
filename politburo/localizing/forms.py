"""The names of units: in the form that a number asks for, in Russian, English and other languages."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from politburo.localizing.locales import Locale
from politburo.values.currencies import Currency
from politburo.values.quantities import Unit
from politburo.vocabulary import table

__all__ = ["Noun", "english_form", "noun_of", "russian_form"]

Noun = dict[str, Any]
_ONE, _FEW, _MANY, _PART = range(4)


@cache
def _table() -> dict[str, Any]:
    made: dict[str, Any] = table("localizing")
    return made


def noun_of(unit: Currency | Unit) -> Noun:
    """Return the forms of a unit's name.

    >>> noun_of(Currency("RUB_GOLD"))["ru"]
    ['золотой рубль', 'золотых рубля', 'золотых рублей', 'золотого рубля']
    """
    found: Noun = _table()["currencies" if isinstance(unit, Currency) else "units"][unit.id]
    return found


def russian_form(forms: list[str], number: Decimal, *, genitive: bool = False) -> str:
    """Return the form behind a number: 1 рубль, 2 рубля, 5 рублей, 1,5 рубля; до 21 рубля.

    >>> forms = noun_of(Currency("RUB_GOLD"))["ru"]
    >>> [russian_form(forms, Decimal(n)) for n in ("101", "112", "1004", "1.5")]
    ['золотой рубль', 'золотых рублей', 'золотых рубля', 'золотого рубля']
    """
    whole = abs(number)
    if whole != whole.to_integral_value():
        return forms[_PART]
    last, two = int(whole % 10), int(whole % 100)
    if genitive:
        return forms[_PART if last == 1 and two != 11 else _MANY]
    if last == 1 and two != 11:
        return forms[_ONE]
    return forms[_FEW if last in (2, 3, 4) and two not in (12, 13, 14) else _MANY]


def english_form(forms: list[str], number: Decimal) -> str:
    """Return the form behind a number: 1 ruble, 2 rubles, 1.5 rubles."""
    return forms[0] if abs(number) == 1 else forms[-1]


def foreign_name(unit: Currency | Unit, number: Decimal, locale: Locale) -> str:
    """Return the name in a language other than Russian and English: ours, Babel's, else the English one."""
    own = _table()["names"].get(locale.language, {}).get(unit.id)
    if own:
        return str(own)
    measure = _table()["measures"].get(unit.id)
    if measure:
        return _measure(measure, number, locale) or english_form(noun_of(unit)["en"], number)
    code = unit.facts.get("iso4217") if isinstance(unit, Currency) else None
    if code and code in locale.currencies:
        from babel.numbers import get_currency_name

        return get_currency_name(code, number, locale)
    return english_form(noun_of(unit)["en"], number)


def _measure(measure: str, number: Decimal, locale: Locale) -> str:
    """Return the name of a measure as Babel has it behind the number; empty where it stands elsewhere."""
    from babel.numbers import format_decimal
    from babel.units import format_unit

    text = format_unit(number, measure, "long", locale=locale)
    name = text.removeprefix(format_decimal(number, locale=locale))
    return name.strip() if name != text else ""
