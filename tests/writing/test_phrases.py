"""What stands in a written paper is read back as the value it was written from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from politburo.tokens import Tokens
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.inflection import nominative
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, read_quantity
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Secrecy
from politburo.vocabulary import table
from politburo.writing.declension import body_in, surname_in
from politburo.writing.phrases import (
    date_words,
    day_words,
    deadline_words,
    duration_words,
    money_words,
    name_words,
    number_words,
    quantity_words,
    roman_day,
    shelfmark_words,
)

SUMS = [
    ("500000 RUB_GOLD", "500.000 золотых рублей", "500,000 gold rubles"),
    ("10.5 RUB", "10,5 рублей", "10.5 rubles"),
    ("../20000 JPY", "не более 20.000 японских иен", "no more than 20,000 Japanese yen"),
    ("1600000/.. USD", "не менее 1.600.000 американских долларов", "no less than 1,600,000 US dollars"),
    ("10000/20000 GBP", "от 10.000 до 20.000 фунтов стерлингов", "between 10,000 and 20,000 pounds sterling"),
    ("~200000 RUB", "около 200.000 рублей", "about 200,000 rubles"),
]


@pytest.mark.parametrize(("said", "russian", "english"), SUMS)
def test_sums(said: str, russian: str, english: str) -> None:
    amount = MonetaryAmount.parse(said)
    assert (money_words(amount, "ru"), money_words(amount, "en")) == (russian, english)
    assert MonetaryAmount.parse(russian) == MonetaryAmount.parse(english) == amount


def test_a_sum_whose_unit_nobody_says_is_a_bare_number() -> None:
    assert money_words(MonetaryAmount.parse("2000000 XXX"), "ru") == "2.000.000"


QUANTITIES = [
    ("1 aircraft", "1 самолет", "1 airplane"),
    ("3 tractor", "3 трактора", "3 tractors"),
    ("11 tractor", "11 тракторов", "11 tractors"),
    ("1200 person", "1.200 человек", "1,200 specialists"),
    ("1800 tonne", "1800 тонн", "1800 tons"),
    ("1.5 tonne", "1,5 тонны", "1.5 tons"),
    ("../4 ship", "не более 4 пароходов", "no more than 4 steamers"),
    ("~21 gun", "около 21 орудия", "about 21 guns"),
]


@pytest.mark.parametrize(("said", "russian", "english"), QUANTITIES)
def test_quantities(said: str, russian: str, english: str) -> None:
    quantity = Quantity.parse(said)
    assert (quantity_words(quantity, "ru"), quantity_words(quantity, "en")) == (russian, english)
    assert Quantity.parse(russian) == Quantity.parse(english) == quantity


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("unit", table("units")["units"])
@pytest.mark.parametrize("number", [1, 2, 5, 11, 21, 1000])
def test_every_unit_is_read_back(unit: str, number: int, language: str) -> None:
    quantity = Quantity.of(number, unit)
    found = read_quantity(Tokens(quantity_words(quantity, language)), 0)
    assert found is not None
    assert found.value == quantity


@pytest.mark.parametrize("name", table("writing")["verbs"])
def test_every_verb_is_of_its_class(name: str) -> None:
    row, actions = table("writing")["verbs"][name], table("actions")
    if name != "note":  # «принять … к сведению»: the object decides
        assert Action.parse(row["ru"]) == Action(name)
    assert actions["en"][row["en"]] == actions["ing"][row["ing"]] == name


def test_every_class_has_a_verb() -> None:
    actions = {*table("actions")["ru"].values(), *table("actions")["en"].values()}
    assert set(table("writing")["verbs"]) == actions


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_stamp_is_read_back(language: str) -> None:
    for name, words in table("writing")["secrecy"][language].items():
        assert Secrecy.parse(words) == Secrecy(name)


NUMBERS = [
    ("7", "7", "7"),
    ("1000", "1.000", "1,000"),
    ("1095000.5", "1.095.000,5", "1,095,000.5"),
    ("10.125", "10,1250", "10.1250"),
]


@pytest.mark.parametrize(("number", "russian", "english"), NUMBERS)
def test_numbers(number: str, russian: str, english: str) -> None:
    assert number_words(Decimal(number), "ru") == russian
    assert number_words(Decimal(number), "en") == english


DATES = [
    (
        "1935-10-01",
        "на основании решения от 1 октября 1935 г.",
        "in accordance with the decision of 1 October 1935",
    ),
    ("1936-05", "в мае 1936 г.", "in May 1936"),
    ("1936", "в 1936 г.", "in 1936"),
    ("XXXX-05", "в мае", "in May"),
    ("1936-09-01/..", "с 1 сентября 1936 г.", "from 1 September 1936"),
    ("../1936-09-01", "до 1 сентября 1936 г.", "until 1 September 1936"),
    ("1936-09/1936-12", "с сентября 1936 г. по декабрь 1936 г.", "from September 1936 to December 1936"),
]


@pytest.mark.parametrize(("said", "russian", "english"), DATES)
def test_dates(said: str, russian: str, english: str) -> None:
    date = PartialDate.parse(said)
    assert (date_words(date, "ru"), date_words(date, "en")) == (russian, english)


def test_days_of_headings() -> None:
    assert day_words(PartialDate.parse("1935-11-26"), "ru") == "26 ноября 1935 г."
    assert day_words(PartialDate.parse("1935"), "ru") == "1935 год"
    assert day_words(PartialDate.parse("1949-04-14/1949-06-20"), "ru", interval="{start} — {end}") == (
        "14 апреля 1949 г. — 20 июня 1949 г."
    )
    assert day_words(PartialDate.parse("XXXX-05-01"), "en") == "1 May"


@pytest.mark.parametrize(("said", "written"), [("1936-06-17", "17.VI.36г."), ("1905-01-09", "9.I.1905г.")])
def test_the_typists_day(said: str, written: str) -> None:
    assert roman_day(PartialDate.parse(said)) == written
    assert PartialDate.parse(written) == PartialDate.parse(said)


TERMS = [
    ("P3D", "в 3-дневный срок", "within 3 days"),
    ("P1M", "в 1-месячный срок", "within 1 month"),
    ("P2W", "в 2-недельный срок", "within 2 weeks"),
]


@pytest.mark.parametrize(("said", "russian", "english"), TERMS)
def test_terms(said: str, russian: str, english: str) -> None:
    term = Duration.parse(said)
    assert (duration_words(term, "ru"), duration_words(term, "en")) == (russian, english)
    assert Duration.parse(russian) == Duration.parse(english) == term
    assert deadline_words(term, "ru") == russian


def test_deadlines() -> None:
    assert deadline_words(PartialDate.parse("1936-05-01"), "en") == "by 1 May 1936"
    assert deadline_words(PartialDate.parse("1936-05"), "ru") == "не позднее мая 1936 г."


def test_references() -> None:
    mark = Shelfmark.parse("RGASPI/17/162/18/170-171")
    assert shelfmark_words(mark, "ru") == "РГАСПИ, ф. 17, оп. 162, д. 18, л. 170-171"
    assert Shelfmark.parse(shelfmark_words(mark, "en")) == mark
    assert shelfmark_words(Shelfmark("Архив города", "5"), "ru") == "Архив города, ф. 5"


# --- cases --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["genitive", "dative", "accusative"])
def test_every_known_surname_comes_back_from_its_case(case: str) -> None:
    surnames = {record["surname_ru"] for record in table("persons").values()}
    lost = {name for name in surnames if nominative(surname_in(name, case), case) != name}
    assert not lost


def test_the_dative_is_that_of_the_vocabulary() -> None:
    given = {
        (r["surname_ru"], r["dative_ru"]) for r in table("persons").values() if "(" not in r["surname_ru"]
    }
    assert {(name, surname_in(name, "dative")) for name, _ in given} == given


UNKNOWN = [
    ("Ведерников", "Ведерникову"),
    ("Гамарник", "Гамарнику"),
    ("Мицкевич", "Мицкевичу"),
    ("Бойко", "Бойко"),
    ("Сухих", "Сухих"),
    ("Кеннеди", "Кеннеди"),
    ("Чжоу", "Чжоу"),
]


@pytest.mark.parametrize(("name", "dative"), UNKNOWN)
def test_unknown_surnames_are_declined_by_their_endings(name: str, dative: str) -> None:
    assert surname_in(name, "dative") == dative


def test_names() -> None:
    assert name_words(Person("Косиор", "С."), "ru", "dative") == "т. Косиору С."
    assert name_words(Person("Kosior"), "en", "dative") == "Cde. Kosior"
    assert name_words(Body(id="NKVT"), "en") == "the NKVT"
    assert name_words(Body(name="commission"), "en") == "commission"
    assert body_in(Body(name="Монгольское руководство"), "dative") == "Монгольское руководство"
