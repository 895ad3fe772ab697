from __future__ import annotations

import pytest

from politburo.showing.words import in_words
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity, Rate
from politburo.values.terms import Action, Secrecy, Wording
from politburo.vocabulary import table

WORDS: list[tuple[Value, str]] = [
    (MonetaryAmount.parse("500000 RUB_GOLD"), "500,000 gold rubles"),
    (MonetaryAmount.parse("1 RUB_GOLD"), "1 gold ruble"),
    (MonetaryAmount.parse("10.5 RUB"), "10.5 rubles"),
    (MonetaryAmount.parse("1234567.25 USD"), "1,234,567.25 US dollars"),
    (MonetaryAmount.parse("5000000 XXX"), "5,000,000 (unit not stated)"),
    (MonetaryAmount.parse("20000 SUR_1924"), "20,000 Soviet rubles (1924-1947)"),
    (MonetaryAmount.parse("10000/20000 JPY"), "10,000 to 20,000 yen"),
    (MonetaryAmount.parse("../20000 JPY"), "up to 20,000 yen"),
    (MonetaryAmount.parse("7/.. GBP"), "at least 7 pounds sterling"),
    (MonetaryAmount.parse("~200000 RUB"), "about 200,000 rubles"),
    (Quantity.parse("4 aircraft"), "4 aircraft"),
    (Quantity.parse("50 motor_vehicle"), "50 motor vehicles"),
    (Quantity.parse("12000 head"), "12,000 head of livestock"),
    (Quantity.parse("3 family"), "3 families"),
    (Quantity.parse("1 person"), "1 person"),
    (Quantity.parse("../1.5 tonne"), "up to 1.5 tonnes"),
    (Rate.parse("4.5"), "4.5 % a year"),
    (PartialDate.parse("1935-10-01"), "1935-10-01"),
    (PartialDate.parse("1936-09-01/.."), "from 1936-09-01"),
    (PartialDate.parse("../1936-09"), "until 1936-09"),
    (PartialDate.parse("1936-07/1936-12"), "1936-07 to 1936-12"),
    (PartialDate.parse("1956-03-05~"), "about 1956-03-05"),
    (PartialDate.parse("XXXX-12-12"), "of some year, 12-12"),
    (Duration.parse("P18M"), "18 months"),
    (Duration.parse("P1Y"), "1 year"),
    (Secrecy("special_folder"), "special folder"),
    (Action("write_off"), "write off"),
    (Wording("по_слову"), "по_слову"),
]


@pytest.mark.parametrize(("value", "words"), WORDS, ids=str)
def test_values_in_words(value: Value, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize("currency", table("currencies"))
def test_every_currency_has_words(currency: str) -> None:
    one, many = (in_words(MonetaryAmount.parse(f"{figure} {currency}")) for figure in (1, 2500))
    assert one.startswith("1 ")
    assert many.startswith("2,500 ")
    assert "_" not in many


@pytest.mark.parametrize("unit", table("units")["units"])
def test_every_unit_has_words(unit: str) -> None:
    assert in_words(Quantity.parse(f"2500 {unit}")).startswith("2,500 ")
