"""Numbers, rates of interest, references and terms of the form for people: «4,5% годовых», "Top secret"."""

from __future__ import annotations

from decimal import Decimal

from politburo.localizing.amounts import grouped
from politburo.localizing.locales import Locale, digits
from politburo.localizing.spelling import LANGUAGES, spelled
from politburo.values.numerals import Numeral
from politburo.values.quantities import Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy
from politburo.vocabulary import table

__all__ = ["numeral_text", "rate_text", "shelfmark_words", "term_text"]


def numeral_text(numeral: Numeral, locale: Locale, style: str) -> str:
    """Return a number in digits, as the papers group them, or in words (Russian and English)."""
    if style == "words":
        if numeral.value != numeral.value.to_integral_value():
            raise ValueError(f"expected a whole number for words, got {numeral}")
        return spelled(int(numeral.value), locale.language)
    period = style == "period" and locale.language in LANGUAGES
    return grouped(numeral.value, locale.language) if period else digits(numeral.value, locale)


def rate_text(rate: Rate, locale: Locale, style: str) -> str:
    """Return a rate of interest: «4,5% годовых», "interest-free", „4,5 %“."""
    words = table("localizing")["interest"].get(locale.language)
    if style == "words":
        raise ValueError("expected long, short or period as style of a rate of interest, not words")
    if words is None:
        return _percent(rate.value, locale)
    return str(words["none"] if not rate.value else words["rate"].format(digits(rate.value, locale)))


def _percent(number: Decimal, locale: Locale) -> str:
    from babel.numbers import format_percent

    return format_percent(number / 100, locale=locale, decimal_quantization=False)


def shelfmark_words(mark: Shelfmark, language: str) -> str:
    """Return a reference as archives write it in Russian or English.

    >>> shelfmark_words(Shelfmark.parse("RGASPI/17/162/18/170-171"), "ru")
    'РГАСПИ, ф. 17, оп. 162, д. 18, л. 170-171'
    """
    archive, *rest = mark.parts
    name = table("writing")["shelfmarks"].get(archive, {}).get(language, archive)
    parts = zip(table("writing")["parts"][language], rest, strict=True)
    return ", ".join([str(name), *(f"{word} {part}" for word, part in parts if part)])


def term_text(term: Secrecy | Procedure | Action, language: str) -> str:
    """Return a term of the form in Russian or English words.

    >>> term_text(Secrecy("top_secret"), "ru"), term_text(Action("deliver"), "en")
    ('Совершенно секретно', 'deliver')
    """
    if isinstance(term, Action):
        return str(table("writing")["verbs"].get(term.name, {}).get(language, term.name.replace("_", " ")))
    rows = "secrecy" if isinstance(term, Secrecy) else "procedure"
    source = table("writing") if isinstance(term, Secrecy) else table("localizing")
    return str(source[rows][language][term.name])
