"""What a value does in a directive: a day by which, another date, and the years that are completed."""

from __future__ import annotations

import pytest

from politburo.reading.roles import complete, nearest
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from tests.reading.saying import english, russian, values

TIMES = ("deadline", "date")
RUSSIAN = [
    # The day by which it is to be done.
    ("Доставить груз к 1 мая 1936 г.", ["deadline 1936-05-01"]),
    ("Доставить груз не позднее 1 мая 1936 г.", ["deadline 1936-05-01"]),
    ("Доставить груз до 1 мая 1936 г.", ["deadline 1936-05-01"]),
    ("Доставить груз до конца сентября 1936 г.", ["deadline 1936-09"]),
    ("Доставить груз в трехдневный срок.", ["deadline P3D"]),
    ("Доставить груз в течение двух недель.", ["deadline P2W"]),
    # Years are completed forward from the paper of 14 March 1935.
    ("Доставить груз к 1 мая.", ["deadline 1935-05-01"]),
    ("Доставить груз к 1 февраля.", ["deadline 1936-02-01"]),
    ("Доставить груз к 1 мая с. г.", ["deadline 1935-05-01"]),
    ("Доставить груз к 1 февраля с.г.", ["deadline 1935-02-01"]),
    # Other dates.
    ("Открыть консульство с 1 мая 1936 г.", ["date 1936-05-01/.."]),
    ("Утвердить смету на 1936 год.", ["date 1936"]),
    # Earlier papers: back.
    ("Отменить постановление от 2.II.35 г.", ["date 1935-02-02"]),
    ("Отменить решение Политбюро от 5 мая.", ["date 1934-05-05"]),
    # «До» with what keeps things as they are.
    ("Отложить вопрос до 1 мая 1936 г.", ["date ../1936-05-01"]),
    ("Воспретить НКПС продавать билеты до 1 мая 1936 г.", ["date ../1936-05-01"]),
    ("Оставить в силе смету до 1 мая 1936 г.", ["date ../1936-05-01"]),
    # A time that is no time set for acting.
    ("Отпустить НКВТ средства на 3 года.", []),
]
ENGLISH = [
    ("Deliver the cargo by 1 May 1936.", ["deadline 1936-05-01"]),
    ("Deliver the cargo no later than 1 May 1936.", ["deadline 1936-05-01"]),
    ("Deliver the cargo before 1 May 1936.", ["deadline 1936-05-01"]),
    ("Deliver the cargo within a month.", ["deadline P1M"]),
    ("Deliver the cargo within a three-day period.", ["deadline P3D"]),
    ("Deliver the cargo by 1 May.", ["deadline 1935-05-01"]),
    ("Cancel the decision of 5 May.", ["date 1934-05-05"]),
    ("Cancel the contract dated February 2, 1935.", ["date 1935-02-02"]),
    ("Postpone the question until 1 May 1936.", ["date ../1936-05-01"]),
    ("Prohibit the NKPS from selling tickets until 1 May 1936.", ["date ../1936-05-01"]),
    ("Open the consulate from 1 May 1936.", ["date 1936-05-01/.."]),
]


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_a_russian_paper_sets_a_time(text: str, expected: list[str]) -> None:
    assert values(russian(f"1. {text}"), *TIMES)[1:] == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_paper_sets_a_time(text: str, expected: list[str]) -> None:
    assert values(english(f"1. {text}"), *TIMES)[1:] == expected


def test_a_holding_verb_holds_only_the_dates_of_its_sentence() -> None:
    text = "1. Отложить вопрос до 1 мая 1936 г. Доставить груз до 1 июня 1936 г."
    assert sorted(values(russian(text), *TIMES)[1:]) == ["date ../1936-05-01", "deadline 1936-06-01"]


DAY = PartialDate.parse("1935-03-14")


@pytest.mark.parametrize(
    ("text", "forward", "expected"),
    [
        ("1 мая", True, "1935-05-01"),
        ("1 февраля", True, "1936-02-01"),
        ("14 марта", True, "1935-03-14"),
        ("1 мая", False, "1934-05-01"),
        ("1 февраля", False, "1935-02-01"),
        ("1 мая 1930 г.", True, "1930-05-01"),
    ],
)
def test_a_year_is_completed_forward_or_back(text: str, forward: bool, expected: str) -> None:  # noqa: FBT001
    assert str(complete(PartialDate.parse(text), DAY, forward=forward)) == expected


def test_a_completed_year_is_inferred() -> None:
    assert complete(PartialDate.parse("1 мая"), DAY, forward=True).status is Status.INFERRED
    assert complete(PartialDate.parse("1 мая 1935"), DAY, forward=True).status is Status.STATED


def test_nothing_is_completed_without_a_day_to_go_by() -> None:
    date = PartialDate.parse("1 мая")
    assert complete(date, None, forward=True) is date
    assert nearest(date, None) is date


@pytest.mark.parametrize(
    ("text", "expected"),
    [("20 декабря", "1934-12-20"), ("1 апреля", "1935-04-01"), ("3.III.30 г.", "1930-03-03")],
)
def test_a_decision_was_taken_near_its_protocol(text: str, expected: str) -> None:
    assert str(nearest(PartialDate.parse(text), DAY)) == expected


def test_every_other_value_of_a_directive_is_named_each_time() -> None:
    text = "1. Отпустить НКВТ 20.000 рублей и 12 самолетов. НКВТ сообщить т. Карахану."
    assert values(russian(text), "body", "person", "money", "quantity")[1:] == [
        "body NKVT",
        "money 20000 RUB",
        "quantity 12 aircraft",
        "body NKVT",
        "person Карахан",
    ]
