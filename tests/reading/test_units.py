"""Units carried over, ditto marks, and sums whose unit nobody says."""

from __future__ import annotations

import pytest

from politburo.reading.mentions import scan
from politburo.reading.units import carry_units, settle
from politburo.tokens import Tokens
from politburo.values.base import Status
from politburo.values.dates import PartialDate


def amounts(text: str) -> list[str]:
    tokens = Tokens(text)
    found = carry_units(tokens, scan(tokens)).all
    return [
        str(m.value) + (" ?" if m.value.status is Status.INFERRED else "")
        for m in found
        if m.value.kind in {"money", "quantity"}
    ]


CARRIED = [
    ("20.000 иен, начиная с 10 тысяч", ["20000 JPY", "10000 JPY ?"]),
    ("отпустить 5.000 руб., из них 2.000 в запас", ["5000 RUB", "2000 RUB ?"]),
    ("1,100 thousand poods; Kazakhstan 800 thousand", ["1100000 pood", "800000 pood ?"]),
    # Small numbers and those that count something else are none.
    ("20.000 иен на 12 школ", ["20000 JPY"]),
    ("20.000 рублей на 3.000 учебников", ["20000 RUB"]),
    # A full stop ends what is carried.
    ("Отпустить 20.000 рублей. Послать 10 тысяч", ["20000 RUB"]),
    pytest.param(
        "Отпустить 20.000 иен. Послать 10 тысяч",
        ["20000 JPY"],
    ),
    # Ditto marks.
    ('350,000 rubles\n120,000 "', ["350000 RUB", "120000 RUB ?"]),
    # A number that is money without a unit.
    ("кредит в 5 млн.", ["5000000 XXX"]),
    ("the 6.4 million order", ["6400000 XXX"]),
    ("бюджет 12 млн.", ["12000000 XXX"]),
    ("120 тыс. стандартов", []),
    ("10 тысяч", []),
    # A kind that was said once.
    ("10 млн. чехословацких крон, из них 8 млн. крон", ["10000000 CSK", "8000000 CSK"]),
    ("500 золотых рублей и 20 рублей", ["500 RUB_GOLD", "20 RUB"]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_unit_is_carried_over(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("day", "currency"),
    [("1935-03-14", "SUR_1924"), ("1950-03-14", "SUR_1947"), ("1965-03-14", "SUR_1961")],
)
def test_the_day_decides_which_soviet_currency_is_meant(day: str, currency: str) -> None:
    mentions = scan(Tokens("220,590 rubles in Soviet currency"))
    settled = settle(mentions, [PartialDate.parse(day)]).all
    assert [str(m.value) for m in settled] == [f"220590 {currency}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A decree of 24 October 1922 made the rubles of 1923: papers of that autumn name them.
        ("500 рублей образца 1923 г.", "500 SOVZNAK_1923"),
        ("500 sovznak rubles of the 1923 issue", "500 SOVZNAK_1923"),
        ("500 рублей образца 1922 г.", "500 SOVZNAK_1922"),
        ("500 рублей совзнаками", "500 SOVZNAK_1922"),
    ],
)
def test_an_issue_that_is_named_is_meant_on_any_day(text: str, expected: str) -> None:
    settled = settle(scan(Tokens(text)), [PartialDate.parse("1922-11-02")]).all
    assert [str(m.value) for m in settled] == [expected]


def test_without_a_day_nothing_is_decided() -> None:
    mentions = scan(Tokens("220,590 rubles in Soviet currency"))
    assert settle(mentions, []) is mentions
