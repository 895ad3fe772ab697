"""Tables whose head gives the unit: which of the numbers below it are sums or goods."""

from __future__ import annotations

import pytest

from tests.reading.test_units import amounts

TABLES = [
    # To the end of the text, or to the first line that is no row.
    ("Смета (в тыс. руб.):\nМука 300\nСахар 120", ["300000 RUB ?", "120000 RUB ?"]),
    ("Смета (в тыс. руб.):\nМука 300\nСахар 120\nУтвердить смету.", ["300000 RUB ?", "120000 RUB ?"]),
    ("Goods (in tons)\nFlour 300\nSugar 120", ["300 tonne ?", "120 tonne ?"]),
    # A number with a word behind it belongs to the name of its row.
    ("Смета (в тыс. руб.)\nМука 1 сорта 300", ["300000 RUB ?"]),
    # A space before three zeros parts thousands, not two columns.
    ("Смета (в руб.)\nМука 1 000\nСахар 2 500", ["1000 RUB ?", "2500 RUB ?"]),
    (
        "Смета (в тыс. руб.)\nМука 12 15\nСахар 120 150",
        ["12000 RUB ?", "15000 RUB ?", "120000 RUB ?", "150000 RUB ?"],
    ),
    # Bounds stay bounds.
    ("Смета (в тыс. руб.)\nМука до 300\nСахар не менее 120", ["../300000 RUB ?", "120000/.. RUB ?"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_the_numbers_of_a_table_have_the_unit_of_its_head(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected
