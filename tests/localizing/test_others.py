"""Numbers, rates, references and terms of the form for people; every value in every locale."""

from __future__ import annotations

import pytest
from babel.localedata import locale_identifiers

from politburo.localizing import Localizable, Style, localize
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording

NBSP = "\xa0"
SHELFMARK = Shelfmark.parse("РГАСПИ ф.17 оп.162 д.18 л.174-182")
CASES: list[tuple[Localizable, str, Style, str]] = [
    (Numeral.parse("1.500.000"), "ru", "period", "1.500.000"),
    (Numeral.parse("1.500.000"), "de", "long", "1.500.000"),
    (Numeral.parse("1.500.000"), "en", "words", "one million five hundred thousand"),
    (Rate.parse("4,5% годовых"), "ru", "long", "4,5% годовых"),
    (Rate.parse("4,5% годовых"), "en", "long", "4.5% a year"),
    (Rate.parse("4,5% годовых"), "de", "long", f"4,5{NBSP}%"),
    (Rate.parse("interest-free"), "ru", "long", "беспроцентный"),
    (SHELFMARK, "ru", "long", "РГАСПИ, ф. 17, оп. 162, д. 18, л. 174-182"),
    (SHELFMARK, "de", "long", "RGASPI, f. 17, op. 162, d. 18, l. 174-182"),
    (Secrecy("top_secret"), "ru", "long", "Совершенно секретно"),
    (Secrecy("top_secret"), "fr", "long", "Top secret"),
    (Procedure("poll"), "ru", "long", "опросом"),
    (Procedure("poll"), "en", "long", "by poll"),
    (Action("deliver"), "en", "long", "deliver"),
    (Code.parse("П34/9"), "en", "long", "П34/9"),
    (Wording("О Монголии"), "en", "long", "О Монголии"),
    (Body.parse("МНР"), "de", "long", "Mongolei"),
    (Body.parse("МНР"), "ja", "long", "モンゴル"),
    (Body.parse("МНР"), "en", "long", "Mongolian People's Republic"),
]


@pytest.mark.parametrize(("value", "locale", "style", "expected"), CASES)
def test_other_values(value: Localizable, locale: str, style: Style, expected: str) -> None:
    assert localize(value, locale, style) == expected


@pytest.mark.parametrize("text", ["4,5% годовых", "6.5 per cent a year", "interest-free"])
def test_a_rate_in_the_style_of_the_period_reads_back(text: str) -> None:
    rate = Rate.parse(text)
    for locale in ("ru", "en"):
        assert Rate.parse(localize(rate, locale, "period")) == rate


@pytest.mark.parametrize("value", [Numeral.parse("1,5"), Rate.parse("4")])
def test_what_has_no_words(value: Localizable) -> None:
    with pytest.raises(ValueError, match="expected"):
        localize(value, "ru", "words")


EVERY: list[Localizable] = [
    MonetaryAmount.parse("500000/2000000 RUB_GOLD"),
    MonetaryAmount.parse("~5 JPY"),
    MonetaryAmount.parse("../21 XXX"),
    Quantity.parse("21.5 tonne"),
    PartialDate.parse("1935-10-01"),
    PartialDate.parse("1930-05/.."),
    PartialDate.parse("1935-10~"),
    Duration.parse("P3Y6M"),
    Person.parse("т. Стомонякову"),
    Body.parse("МНР"),
    Numeral.parse("1.500.000"),
    Rate.parse("4,5% годовых"),
    SHELFMARK,
]


def test_every_value_in_every_locale_of_babel() -> None:
    for locale in locale_identifiers():
        for value in EVERY:
            assert localize(value, locale), (locale, value)
            assert localize(value, locale, "short"), (locale, value)
        assert localize(EVERY, locale)
