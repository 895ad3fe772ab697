"""Sums and quantities: long, short, in the style of the period and in words, with bounds and ranges.

::

    long    500 000 золотых рублей       every digit, the full name in the form that the number asks for
    short   1,5 млн. золотых рублей      thousands and more in a word, where no digit is lost by it
    period  500.000 зол. руб.            as the papers write it; MonetaryAmount.parse reads it back
    words   пятьсот тысяч золотых рублей
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any, Literal

from politburo.localizing.forms import english_form, foreign_name, noun_of, russian_form
from politburo.localizing.locales import Locale, digits
from politburo.localizing.spelling import LANGUAGES, spelled
from politburo.values.currencies import Currency
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity, Unit
from politburo.vocabulary import table

__all__ = ["amount_text", "grouped", "marks_of"]

Sum = MonetaryAmount | Quantity
Writer = Callable[..., str]
_NBSP = "\xa0"
# Between digits and unit Chinese and Japanese have no space.
_CLOSE = ("zh", "ja", "yue")
# Where a million is a million *of* rubles, and of changes with the word behind it.
_WITH_PREPOSITION = ("ca", "es", "fr", "gl", "it", "pt", "ro")


def amount_text(amount: Sum, locale: Locale, style: str) -> str:
    """Return a sum or quantity in a style, with the words of its bounds."""
    if style == "period" and not _has_period(amount, locale.language):
        return str(amount)
    unit = amount.currency if isinstance(amount, MonetaryAmount) else amount.unit
    return _bounded(amount, locale, partial(_STYLES[style], unit, locale))


def marks_of(language: str) -> dict[str, Any]:
    """Return the words for bounds and ranges of a language."""
    marks = table("localizing")["marks"]
    found: dict[str, Any] = marks.get(language, marks["other"])
    return found


def _bounded(amount: Sum, locale: Locale, write: Writer) -> str:
    """Return the number with what bounds it; the genitive is asked for where the words govern it."""
    marks = marks_of(locale.language)
    genitive = bool(marks.get("genitive"))
    if amount.low is None or amount.high is None:
        end = amount.high if amount.low is None else amount.low
        assert end is not None  # noqa: S101 - an amount has at least one end
        text = str(marks["most" if amount.low is None else "least"]).format(write(end, genitive=genitive))
    elif amount.low == amount.high:
        text = write(amount.low, genitive=genitive and amount.approximate)
    else:
        text = _ranged(
            amount.low, amount.high, locale, partial(write, genitive=genitive and amount.approximate)
        )
    return str(marks["about"]).format(text) if amount.approximate else text


def _ranged(low: Decimal, high: Decimal, locale: Locale, write: Writer) -> str:
    """Return both ends, the unit once where it is written behind the second alike: «1—2 млн. рублей».

    Of «500 тыс.—2 млн. рублей» both words stay.
    """
    first, second = write(low), write(high)
    shared = first[: -len(_tail(first))] if _tail(second) and _tail(first) else ""
    if _scale(first, low, locale) != _scale(second, high, locale):
        shared = ""
    mark = str(marks_of(locale.language)["range"])
    return mark.format(shared.rstrip(f" {_NBSP}") or first, second)


def _scale(text: str, number: Decimal, locale: Locale) -> Decimal | None:
    """Return by what the digits of a text are to be multiplied; None where they are not read."""
    from babel.numbers import NumberFormatError, parse_decimal

    figure = text.removesuffix(_tail(text))
    if _digits_of(figure) == _digits_of(f"{number:f}"):
        return Decimal(1)
    try:
        return number / parse_decimal(figure, locale)
    except (NumberFormatError, ArithmeticError):
        return None


def _digits_of(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _tail(text: str) -> str:
    """Return what stands behind the number that a text begins with, empty where it begins with none."""
    number = _leading_number().match(text)
    return text[number.end() :] if number else ""


@cache
def _leading_number() -> re.Pattern[str]:
    # Digits may be parted by stops, commas, apostrophes and spaces of all kinds.
    return re.compile(r"\D{0,2}\d(?:[\d.,'’٫٬\s]*\d)?")


def _name(unit: Currency | Unit, number: Decimal, locale: Locale, *, genitive: bool) -> str:
    if locale.language == "ru":
        return russian_form(noun_of(unit)["ru"], number, genitive=genitive)
    if locale.language == "en":
        return english_form(noun_of(unit)["en"], number)
    return foreign_name(unit, number, locale)


def _joined(number: str, name: str, locale: Locale) -> str:
    close = locale.language in _CLOSE and not name.isascii()
    return f"{number}{'' if close else ' '}{name}"


def _long(unit: Currency | Unit, locale: Locale, number: Decimal, *, genitive: bool = False) -> str:
    return _joined(digits(number, locale), _name(unit, number, locale, genitive=genitive), locale)


def _short(unit: Currency | Unit, locale: Locale, number: Decimal, *, genitive: bool = False) -> str:
    """Return the number in thousands, millions or thousand millions where it has few digits of them."""
    words = table("localizing")["short"].get(locale.language)
    if words is None:
        return _compact(unit, locale, number)
    for scale, word in sorted(((int(size), word) for size, word in words.items()), reverse=True):
        scaled = number / scale
        if abs(number) >= scale and len(_significant(scaled)) <= 3:
            # The noun is governed by «тысяч», not by the number.
            name = _name(unit, Decimal(5), locale, genitive=genitive)
            return _joined(f"{digits(scaled.normalize(), locale)}{_NBSP}{word}", name, locale)
    return _long(unit, locale, number, genitive=genitive)


def _compact(unit: Currency | Unit, locale: Locale, number: Decimal) -> str:
    from babel.numbers import format_compact_decimal

    if locale.language in _WITH_PREPOSITION or len(_significant(number)) > 3:
        return _long(unit, locale, number)
    # Chinese, Japanese and Korean have one length only.
    length: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
    text = format_compact_decimal(number, format_type=length, locale=locale, fraction_digits=2)
    return _joined(text, _name(unit, number, locale, genitive=False), locale)


def _significant(number: Decimal) -> str:
    return f"{abs(number):f}".replace(".", "").strip("0")


def _has_period(amount: Sum, language: str) -> bool:
    if isinstance(amount, Quantity):
        return language in LANGUAGES
    return f"period_{language}" in noun_of(amount.currency)


def _period(unit: Currency | Unit, locale: Locale, number: Decimal, *, genitive: bool = False) -> str:
    """Return digits as the papers group them and the unit as they shorten it."""
    noun, language = noun_of(unit), locale.language
    forms = noun.get(f"period_{language}") or noun[language]
    if len(forms) == 1:
        name = forms[0]
    else:
        name = (
            russian_form(forms, number, genitive=genitive)
            if language == "ru"
            else english_form(forms, number)
        )
    return f"{grouped(number, language)} {name}"


def grouped(number: Decimal, language: str) -> str:
    """Return a number with its thousands apart; a fraction of three digits gets a fourth (1,1250)."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, mark, part = text.partition(".")
    text = f"{whole}{mark}{part}{'0' if len(part) == 3 else ''}"
    return text.translate(str.maketrans(",.", ".,")) if language == "ru" else text


def _words(unit: Currency | Unit, locale: Locale, number: Decimal, *, genitive: bool = False) -> str:
    """Return the number in words, what is below the unit in its parts; bounds in words are not declined."""
    language, noun = locale.language, noun_of(unit)
    if genitive:
        raise ValueError("expected an exact amount or a plain range for words, not a bound or about")
    whole = int(number)
    minus = f"{spelled(-1, language).split()[0]} " if number < 0 and not whole else ""
    name = _name(unit, Decimal(whole), locale, genitive=False)
    text = f"{minus}{spelled(whole, language, noun['gender'])} {name}"
    rest = Fraction(abs(number)) - abs(whole)
    return f"{text} {_minor_words(unit, rest, language)}" if rest else text


def _minor_words(unit: Currency | Unit, rest: Fraction, language: str) -> str:
    minor, noun = (unit.minor if isinstance(unit, Currency) else None), noun_of(unit).get("minor")
    parts = rest * minor.per_unit if minor else rest
    if minor is None or noun is None or parts.denominator != 1:
        raise ValueError(f"expected a whole number of {unit} or of its parts for words")
    forms = noun[language]
    name = (
        russian_form(forms, Decimal(int(parts)))
        if language == "ru"
        else english_form(forms, Decimal(int(parts)))
    )
    joint = "and " if language == "en" else ""
    return f"{joint}{spelled(int(parts), language, noun['gender'])} {name}"


_STYLES: dict[str, Writer] = {"long": _long, "short": _short, "period": _period, "words": _words}
