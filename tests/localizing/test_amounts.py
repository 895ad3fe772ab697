"""Sums and quantities for people: agreement, styles, bounds, locales, and what reads back."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from politburo.localizing import Style, localize
from politburo.localizing.spelling import spelled
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity, Unit
from politburo.vocabulary import table

CURRENCIES = sorted(table("currencies"))
UNITS = sorted(table("units")["units"])
NBSP = "\xa0"


def money(text: str) -> MonetaryAmount:
    return MonetaryAmount.parse(text)


AGREEMENT = [
    ("1 RUB_GOLD", "1 золотой рубль"),
    ("2 RUB_GOLD", "2 золотых рубля"),
    ("4 RUB_GOLD", "4 золотых рубля"),
    ("5 RUB_GOLD", "5 золотых рублей"),
    ("11 RUB_GOLD", "11 золотых рублей"),
    ("12 RUB_GOLD", "12 золотых рублей"),
    ("21 RUB_GOLD", "21 золотой рубль"),
    ("101 RUB_GOLD", "101 золотой рубль"),
    ("111 RUB_GOLD", "111 золотых рублей"),
    ("0 RUB_GOLD", "0 золотых рублей"),
    ("1.5 RUB_GOLD", "1,5 золотого рубля"),
    ("21 JPY", "21 иена"),
    ("22 JPY", "22 иены"),
    ("25 JPY", "25 иен"),
    ("2 SEK", "2 шведские кроны"),
    ("5 SEK", "5 шведских крон"),
    ("2 GBP", "2 фунта стерлингов"),
    ("2 CUP", "2 кубинских песо"),
    ("3 PLZ_ZLOTY", "3 польских злотых"),
    ("2 ROL_LEU", "2 румынские леи"),
    ("2 DEM_PAPIERMARK", "2 германские бумажные марки"),
    ("2 XAU_GRAM", "2 грамма чистого золота"),
    ("2 CHERVONETS", "2 червонца"),
    ("2 MNT", "2 тугрика"),
    ("500000 RUB_GOLD", f"500{NBSP}000 золотых рублей"),
]
STYLES: list[tuple[str, str, Style, str]] = [
    ("1500000 RUB", "ru", "short", f"1,5{NBSP}млн. рублей"),
    ("500000 RUB_GOLD", "ru", "short", f"500{NBSP}тыс. золотых рублей"),
    ("1000000 RUB_GOLD", "ru", "short", f"1{NBSP}млн. золотых рублей"),
    ("220590 RUB", "ru", "short", f"220{NBSP}590 рублей"),
    ("1500000 RUB", "en", "short", f"1.5{NBSP}million rubles"),
    ("1500000 RUB", "de", "short", "1,5 Millionen Rubel"),
    ("1500000 RUB", "zh", "short", "150万卢布"),
    ("1500000 RUB", "fr", "short", "1\u202f500\u202f000 roubles"),
    ("500000 RUB_GOLD", "ru", "period", "500.000 зол. руб."),
    ("500000 RUB_GOLD", "en", "period", "500,000 gold rubles"),
    ("1.5 RUB_GOLD", "ru", "period", "1,5 зол. руб."),
    ("20000 JPY", "ru", "period", "20.000 иен"),
    ("1200 GBP", "ru", "period", "1.200 ф. ст."),
    ("48600 SUR_1924", "ru", "period", "48.600 руб. обр. 1924 г."),
    ("500000 RUB_GOLD", "en", "long", "500,000 gold rubles"),
    ("1 RUB_GOLD", "en", "long", "1 gold ruble"),
    ("500000 RUB_GOLD", "de", "long", "500.000 Goldrubel"),
    ("500000 RUB_GOLD", "zh", "long", "500,000金卢布"),
    ("500000 RUB_GOLD", "ja", "long", "500,000金ルーブル"),
    ("500000 USD", "de", "long", "500.000 US-Dollar"),
    ("500000 CN_TAEL", "de", "long", "500.000 taels"),
    ("5000000 XXX", "en", "long", "5,000,000 (unit not stated)"),
    ("5000000 XXX", "ru", "period", "5000000 XXX"),
    ("500000 RUB_GOLD", "ru", "words", "пятьсот тысяч золотых рублей"),
    ("21 JPY", "ru", "words", "двадцать одна иена"),
    ("2002 JPY", "ru", "words", "две тысячи две иены"),
    ("10.5 RUB", "ru", "words", "десять рублей пятьдесят копеек"),
    ("1.01 RUB", "ru", "words", "один рубль одна копейка"),
    ("12.35 GBP", "en", "words", "twelve pounds sterling and seven shillings"),
    ("220590 RUB", "en", "words", "two hundred twenty thousand five hundred ninety rubles"),
    ("../21 RUB_GOLD", "ru", "long", "до 21 золотого рубля"),
    ("21/.. RUB_GOLD", "ru", "long", "не менее 21 золотого рубля"),
    ("~2 RUB_GOLD", "ru", "long", "около 2 золотых рублей"),
    ("10/21 RUB_GOLD", "ru", "long", "10—21 золотой рубль"),
    ("10000/20000 RUB_GOLD", "ru", "period", "10.000—20.000 зол. руб."),
    ("../5 USD", "en", "long", "up to 5 US dollars"),
    ("../5 USD", "de", "long", "bis zu 5 US-Dollar"),
    ("../5 USD", "pl", "long", "≤ 5 dolarów amerykańskich"),
    ("~5 RUB_GOLD", "zh", "long", "约5金卢布"),
    ("5 SOVZNAK_1922", "zh", "long", "5 sovznak rubles of 1922"),
    ("1000000/2000000 RUB", "ru", "short", f"1—2{NBSP}млн. рублей"),
    # Half a million is no half: where the words differ both stay.
    ("500000/2000000 RUB", "ru", "short", f"500{NBSP}тыс. рублей—2{NBSP}млн. рублей"),
    ("500000/2000000 RUB", "en", "short", f"500{NBSP}thousand rubles-2{NBSP}million rubles"),
    ("500000/2000000 RUB", "de", "short", "500 Tausend Rubel–2 Millionen Rubel"),
    ("500000/2000000 RUB", "zh", "short", "50–200万卢布"),
    ("500000/2000000 RUB", "ru", "long", f"500{NBSP}000—2{NBSP}000{NBSP}000 рублей"),
    ("100/200 SOVZNAK_1922", "ru", "long", "100—200 рублей образца 1922 г."),
    ("-0.5 RUB", "ru", "words", "минус ноль рублей пятьдесят копеек"),
    ("-2.5 RUB", "en", "words", "minus two rubles and fifty kopecks"),
]


@pytest.mark.parametrize(("amount", "expected"), AGREEMENT)
def test_russian_units_agree_with_their_number(amount: str, expected: str) -> None:
    assert localize(money(amount), "ru") == expected


@pytest.mark.parametrize(("amount", "locale", "style", "expected"), STYLES)
def test_styles_and_locales(amount: str, locale: str, style: Style, expected: str) -> None:
    assert localize(money(amount), locale, style) == expected


QUANTITIES = [
    ("4 aircraft", "ru", "4 самолета"),
    ("21 head", "ru", "21 голова скота"),
    ("5 person", "ru", "5 человек"),
    ("22 ship", "ru", "22 судна"),
    ("1.5 tonne", "ru", "1,5 тонны"),
    ("1 machine_gun", "en", "1 machine gun"),
    ("1800 tonne", "de", "1.800 Tonnen"),
    ("../900 tonne", "ru", "до 900 тонн"),
    # Measures have the names of Babel, which agree with the number.
    ("1 tonne", "de", "1 Tonne"),
    ("1800 tonne", "pl", f"1{NBSP}800 ton"),
    ("22 hectare", "pl", "22 hektary"),
    ("5 percent", "es", "5 por ciento"),
    ("1800 tonne", "zh", "1,800公吨"),
]


@pytest.mark.parametrize(("quantity", "locale", "expected"), QUANTITIES)
def test_quantities(quantity: str, locale: str, expected: str) -> None:
    assert localize(Quantity.parse(quantity), locale) == expected


def test_goods_are_written_as_the_papers_write_them_in_their_two_languages_only() -> None:
    goods = Quantity.parse("1800 tonne")
    assert (localize(goods, "ru", "period"), localize(goods, "en", "period")) == (
        "1.800 тонн",
        "1,800 tonnes",
    )
    assert localize(goods, "de", "period") == "1800 tonne"


def test_lists_are_joined_as_the_locale_joins_them() -> None:
    values = [Quantity.parse("4 aircraft"), Quantity.parse("21 tractor"), Quantity.parse("2 gun")]
    assert localize(values, "ru") == "4 самолета, 21 трактор и 2 орудия"
    assert localize(values, "en") == "4 aircraft, 21 tractors, and 2 guns"


@pytest.mark.parametrize(
    ("amount", "locale", "style", "message"),
    [
        ("5 RUB", "xx", "long", "expected a locale that Babel knows, like ru, en_GB or zh_Hant, got 'xx'"),
        ("5 RUB", "ru", "brief", "expected one of long, short, period, words as style, got 'brief'"),
        ("5 RUB", "de", "words", "expected one of ru, en for numbers in words, got 'de'"),
        ("../5 RUB", "ru", "words", "expected an exact amount or a plain range for words"),
        ("-0.5 RUB", "de", "words", "expected one of ru, en for numbers in words, got 'de'"),
        ("1000000000000000000000 RUB", "ru", "words", r"expected a number below 10\*\*18, got 10{21}"),
        ("0.005 RUB", "ru", "words", "expected a whole number of RUB or of its parts"),
    ],
)
def test_what_cannot_be_written_is_said(amount: str, locale: str, style: Style, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        localize(money(amount), locale, style)


def test_only_values_are_localized() -> None:
    with pytest.raises(TypeError, match="expected a value that can be written for people, got int"):
        localize(5, "ru")  # type: ignore[arg-type]


def test_every_unit_has_its_words() -> None:
    for name in CURRENCIES:
        for locale in ("ru", "en", "de", "fr", "zh", "ja", "tr", "mn", "uk", "ar"):
            assert localize(MonetaryAmount.of(5, name), locale)
    for name in UNITS:
        assert localize(Quantity.of(5, name), "ru") != localize(Quantity.of(5, name), "en")


def test_only_two_units_have_no_style_of_the_period() -> None:
    nouns = table("localizing")["currencies"]
    without = {
        name for name in CURRENCIES for language in ("ru", "en") if f"period_{language}" not in nouns[name]
    }
    assert without == {"XAG_TAEL", "XXX"}


numbers = st.one_of(
    st.integers(1, 10**12), st.sampled_from([10**n + d for n in range(12) for d in (0, 1, 2)])
)


@given(numbers)
def test_the_style_of_the_period_reads_back_for_every_currency(number: int) -> None:
    for currency in CURRENCIES:
        amount = MonetaryAmount.of(number, currency)
        for language in ("ru", "en"):
            assert MonetaryAmount.parse(localize(amount, language, "period")) == amount


@given(st.integers(1, 10**14), st.sampled_from(["RUB_GOLD", "USD", "JPY"]), st.sampled_from(["ru", "en"]))
def test_hundredths_read_back_too(hundredths: int, currency: str, language: str) -> None:
    amount = MonetaryAmount.of(Decimal(hundredths) / 100, currency)
    assert MonetaryAmount.parse(localize(amount, language, "period")) == amount


@given(numbers, numbers, st.booleans(), st.sampled_from(["ru", "en"]))
def test_bounds_and_about_read_back(one: int, other: int, highest: bool, language: str) -> None:  # noqa: FBT001
    low, high = sorted((Decimal(one), Decimal(other)))
    gold = MonetaryAmount.of(1, "RUB_GOLD").currency
    for amount in (
        MonetaryAmount(None, high, gold) if highest else MonetaryAmount(low, None, gold),
        MonetaryAmount(low, low, gold, approximate=True),
    ):
        assert MonetaryAmount.parse(localize(amount, language, "period")) == amount


@given(st.integers(0, 10**15 - 1))
def test_numbers_in_words_are_those_of_others(number: int) -> None:
    assert spelled(number, "ru") == num2words(number, lang="ru")
    assert spelled(number, "en") == num2words(number, lang="en").replace(" and ", " ").replace(",", "")


@given(st.integers(1, 10**12), st.sampled_from(["RUB_GOLD", "JPY", "RUB", "USD", "MNT"]))
def test_russian_words_read_back(number: int, currency: str) -> None:
    amount = MonetaryAmount.of(number, currency)
    assert MonetaryAmount.parse(localize(amount, "ru", "words")) == amount


@given(st.integers(0, 10**6), st.sampled_from(UNITS))
def test_russian_agreement_follows_the_last_digits(number: int, unit: str) -> None:
    noun = table("localizing")["units"][unit]["ru"]
    text = localize(Quantity(Decimal(number), Decimal(number), Unit(unit)), "ru")
    teens = number % 100 in range(11, 15)
    form = 2 if teens or number % 10 in (0, 5, 6, 7, 8, 9) else 0 if number % 10 == 1 else 1
    assert text.endswith(f" {noun[form]}")


def test_babel_is_loaded_by_the_first_text_only() -> None:
    import subprocess

    code = "import sys, politburo.localizing; sys.exit('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0
