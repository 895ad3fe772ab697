"""Values in any text, whatever its form."""

from __future__ import annotations

import pytest

from politburo.reading.finding import find
from politburo.values.base import Value
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy

LETTER = (
    "Строго секретно. Дорогой т. Карахан! Просим к 1 мая 1935 г. продать 12 самолетов, 3 трактора "
    "и 20.000 иен сроком на два года из 4% годовых, как решено НКВТ опросом членов Политбюро "
    "(№ П21/12). РГАСПИ, ф. 17, оп. 162, д. 17, л. 12."
)
EVERY: list[tuple[type[Value], list[tuple[str, str]]]] = [
    (MonetaryAmount, [("20000 JPY", "20.000 иен")]),
    (Quantity, [("12 aircraft", "12 самолетов"), ("3 tractor", "3 трактора")]),
    (Rate, [("4", "4% годовых")]),
    (PartialDate, [("1935-05-01", "1 мая 1935 г.")]),
    (Duration, [("P2Y", "два года")]),
    (Body, [("NKVT", "НКВТ"), ("PB", "Политбюро")]),
    (Person, [("Карахан", "Карахан")]),
    (Shelfmark, [("RGASPI/17/162/17/12", "РГАСПИ, ф. 17, оп. 162, д. 17, л. 12")]),
    (Code, [("П21/12", "П21/12")]),
    (Secrecy, [("strictly_secret", "Строго секретно")]),
    (Procedure, [("poll", "опросом членов Политбюро")]),
    (Numeral, [("12", "12"), ("3", "3"), ("20000", "20.000"), ("2", "два"), ("4", "4")]),
    (Action, [("sell", "продать")]),
]


@pytest.mark.parametrize(("kind", "expected"), EVERY, ids=[kind.__name__ for kind, _ in EVERY])
def test_values_of_a_type_are_found_where_they_stand(
    kind: type[Value], expected: list[tuple[str, str]]
) -> None:
    found = [(str(value), value.span.of(LETTER)) for value in find(LETTER, kind) if value.span]
    assert found == expected


def test_every_type_is_found_in_the_order_of_the_text() -> None:
    starts = [value.span.start for value in find(LETTER) if value.span]
    assert starts == sorted(starts)
    assert len(starts) == sum(len(rows) for kind, rows in EVERY if kind not in {Numeral, Action})


def test_several_types_are_found_together() -> None:
    assert [value.kind for value in find(LETTER, MonetaryAmount, Quantity)] == [
        "quantity",
        "quantity",
        "money",
    ]


def test_numerals_and_verbs_come_only_where_they_are_asked_for() -> None:
    assert not [value for value in find("продать два миллиона") if isinstance(value, (Numeral, Action))]
    assert [str(value) for value in find("продать два миллиона", Value, Numeral, Action)] == [
        "sell",
        "2000000",
    ]


def test_units_are_carried_over() -> None:
    assert [str(amount) for amount in find("20.000 иен, начиная с 10 тысяч", MonetaryAmount)] == [
        "20000 JPY",
        "10000 JPY",
    ]


def test_bare_codes_are_found_only_where_a_line_begins() -> None:
    assert [str(code) for code in find("85/72. О Персии", Code)] == ["85/72"]
    assert list(find("в 1935/36 году и 85/72 раза", Code)) == []


@pytest.mark.parametrize("text", ["", " \n", "Дорогой друг!", "7", "№", "«»()"])
def test_nothing_is_found_where_nothing_is_said(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 ф. ст. 10 ш. 6 п.\n\n745 тыс. марок", ["12.525 GBP", "745000 DEM_REICHSMARK"]),
        ("см. п.\n745 тыс. марок", []),  # the end of a line is a space: the number of a point
    ],
)
def test_the_number_of_a_point_stands_in_its_paragraph(text: str, expected: list[str]) -> None:
    assert [str(value) for value in find(text, MonetaryAmount)] == expected
