"""Periods of time: what the papers write and how long it is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.durations import Duration, read_duration

EQUAL = [
    ("в трехдневный срок", "P3D"),
    ("трехдневный", "P3D"),
    ("3-дневный", "P3D"),
    ("5-дневный срок", "P5D"),
    ("2‑х дневный", "P2D"),
    ("в 2‑х дневный срок", "P2D"),
    ("2х лет", "P2Y"),
    ("в пятидневный срок", "P5D"),
    ("недельный", "P1W"),
    ("двухнедельный", "P2W"),
    ("в месячный срок", "P1M"),
    ("в шестимесячный срок", "P6M"),
    ("в декадный срок", "P10D"),
    ("годичный срок", "P1Y"),
    ("в течение четырех лет", "P4Y"),
    ("в течение месяца", "P1M"),
    ("в течение двух недель", "P2W"),
    ("сроком на три месяца", "P3M"),
    ("сроком на один год", "P1Y"),
    ("четыре года", "P4Y"),
    ("шесть месяцев", "P6M"),
    ("полтора года", "P18M"),
    ("полутора лет", "P18M"),
    ("два с половиной года", "P30M"),
    ("полтора месяца", "P1M15D"),
    ("полгода", "P6M"),
    ("двенадцать лет", "P12Y"),
    ("двадцать пять лет", "P25Y"),
    ("3 года", "P3Y"),
    ("10 лет", "P10Y"),
    ("12 месяцев", "P12M"),
    ("6 мес.", "P6M"),
    ("тремя равными годовыми взносами", "P3Y"),
    ("шестью равными месячными взносами", "P6M"),
    ("five years", "P5Y"),
    ("ten-day period", "P10D"),
    ("a three-day period", "P3D"),
    ("two-week period", "P2W"),
    ("within a month", "P1M"),
    ("within three days", "P3D"),
    ("one month", "P1M"),
    ("twenty-five years", "P25Y"),
    ("3 days", "P3D"),
    ("three equal yearly parts", "P3Y"),
    ("four annual installments", "P4Y"),
    ("P1Y6M", "P1Y6M"),
    ("P2W", "P2W"),
    ("P0D", "P0D"),
]


@pytest.mark.parametrize(("text", "expected"), EQUAL)
def test_a_written_period_is_read(text: str, expected: str) -> None:
    assert str(Duration.parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("4% годовых", "expected a period of time", "4"),
        ("every five days", "expected a period of time", "every"),
        ("5-8 лет", "expected a period of time", "5"),
        ("1936 года", "expected a period of time", "1936"),
        ("35 г.", "expected a period of time", "35"),
        ("месячный оклад", "expected nothing more after a period of time", "оклад"),
        ("P3", "expected a period of time like P3D", "3"),
        ("P3DX", "expected a period of time like P3D", "X"),
        ("PD", "expected a period of time like P3D", "D"),
        ("", "expected a period of time", ""),
    ],
)
def test_what_is_no_period_is_refused_at_its_place(text: str, message: str, place: str) -> None:
    with pytest.raises(ParseError) as caught:
        Duration.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == place


def scanned(text: str) -> list[tuple[str, str]]:
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        period = read_duration(tokens, at)
        if period is None:
            at += 1
        else:
            assert period.value.span is not None
            found.append((str(period.value), period.value.span.of(text)))
            at = period.stop
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Поручить т. Сокольникову в недельный срок внести проект.", [("P1W", "в недельный срок")]),
        ("Отгрузить рожь в декадный срок.", [("P10D", "в декадный срок")]),
        ("поставить в течение четырех лет, в счет", [("P4Y", "в течение четырех лет")]),
        ("со сроком погашения в двадцать лет, оборудование", [("P20Y", "двадцать лет")]),
        ("сроком на полтора года из 6% годовых", [("P18M", "полтора года")]),
        ("сроком на 3 года из 4% годовых", [("P3Y", "3 года")]),
        ("400 ам. долл. в месяц, 48.000 руб. в год", []),
        ("Сократить месячную смету и пятилетний план", []),
        ("Approve the five-year plan; 300 years of the dynasty", []),
        ("75 ЛЕТ НАЗАД, 5-8 лет, в 1936 году", []),
        ("пять лет тому назад, five years ago", []),
        ("на два-три года, на 2-3 года, for two-three years, два — три месяца", []),
        ("for twenty-five years, тому пять лет", [("P25Y", "twenty-five years"), ("P5Y", "пять лет")]),
        ("determining within a ten-day period the rate", [("P10D", "ten-day period")]),
        ("conclude the agreements within one month;", [("P1M", "one month")]),
        ("Restore traffic within a month.", [("P1M", "within a month")]),
        ("informing the Politburo every five days", []),
        ("10,000 rubles per year, 90,000 dollars a month", []),
        ("Repayment is in three equal yearly parts from", [("P3Y", "three equal yearly parts")]),
        ("The USSR Industrial Bank is to issue it in four equal parts", []),
        ("a credit for four years at 3% per annum", [("P4Y", "four years")]),
    ],
)
def test_the_periods_of_a_sentence_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert scanned(text) == expected


def test_a_period_is_reckoned_from_a_day() -> None:
    assert Duration(days=3).after(dt.date(1935, 2, 27)) == dt.date(1935, 3, 2)
    assert Duration(months=18).after(dt.date(1930, 8, 31)) == dt.date(1932, 2, 29)
    assert Duration(weeks=2).relativedelta().days == 14


def test_a_period_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="does not run backwards"):
        Duration(days=-1)


durations = st.builds(Duration, *(st.integers(0, 999),) * 4)


@given(durations)
def test_the_canonical_text_is_read_back(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


words = st.sampled_from(
    [
        "3",
        "5",
        "-",
        "дневный",
        "срок",
        "в",
        "течение",
        "лет",
        "полтора",
        "года",
        "three",
        "equal",
        "yearly",
        "parts",
        "within",
        "a",
        "month",
        "day",
        "period",
        "недельный",
        "х",
        "\n\n",
        "два",
        "с",
        "половиной",
    ]
)


@given(st.lists(words, max_size=10), st.sampled_from(["", " "]))
def test_any_text_is_read_inside_itself_without_an_error(pieces: list[str], glue: str) -> None:
    tokens = Tokens(glue.join(pieces))
    for at in range(len(tokens)):
        found = read_duration(tokens, at)
        if found is not None:
            assert at < found.stop <= len(tokens)
            assert found.value.span == tokens.span(at, found.stop)
            assert Duration.parse(str(found.value)) == found.value


# What decides at the edge of a rule.
BOUNDARIES: list[tuple[str, list[str]]] = [
    ("в трехдневный срок", ["P3D"]),
    ("трехдневный срок", ["P3D"]),
    ("трехдневный отпуск", []),
    ("в трехдневный\n\nсрок", []),
    ("в\nтрехдневный срок", ["P3D"]),
    ("в 5-дневный срок", ["P5D"]),
    ("в 5 дневный срок", ["P5D"]),
    ("5-дневный план", ["P5D"]),
    ("99 лет", ["P99Y"]),
    ("100 лет", []),
    ("999 дней", ["P999D"]),
    ("1000 дней", []),
    ("999 месяцев", ["P999M"]),
    ("0 лет", []),
    ("0 дней", []),
    ("1 день", ["P1D"]),
    ("1936 года", []),
    ("5\n\nлет", []),
    ("5\nлет", ["P5Y"]),
    ("5 - 8 лет", []),
    ("каждые 5 лет", []),
    ("every five days", []),
    ("five days ago", []),
    ("полтора года", ["P18M"]),
    ("полтора месяца", ["P1M15D"]),
    ("полторы недели", []),
    ("два с половиной года", ["P30M"]),
    ("два с половиной месяца", ["P2M15D"]),
    ("два с половиной дня", []),
    ("полгода", ["P6M"]),
    ("6 мес.", ["P6M"]),
    ("6 мес .", ["P6M"]),
    ("6 мес", ["P6M"]),
    ("6 месяцев.", ["P6M"]),
    ("within a month", ["P1M"]),
    ("within month", []),
    ("within three days", ["P3D"]),
    ("within\n\nthree days", ["P3D"]),
    ("в течение месяца", ["P1M"]),
    ("в течение\n\nмесяца", []),
    ("в течение трех месяцев", ["P3M"]),
    ("в течение 3 месяцев", ["P3M"]),
    ("a three-day period", ["P3D"]),
    ("three-day trip", []),
    ("ten-day period", ["P10D"]),
    ("10-day period", ["P10D"]),
    ("10 -day period", []),
    ("тремя равными годовыми взносами", ["P3Y"]),
    ("тремя годовыми взносами", ["P3Y"]),
    ("тремя равными взносами", []),
    ("тремя равными месячными взносами", ["P3M"]),
    ("полутора годовыми взносами", []),
    ("three equal yearly parts", ["P3Y"]),
    ("three yearly equal parts", ["P3Y"]),
    ("three equal equal equal yearly parts", []),
    ("three equal yearly shares", ["P3Y"]),
    ("three equal parts", []),
    ("2-х лет", ["P2Y"]),
    ("2х лет", ["P2Y"]),
    ("2-й год", []),
    ("5-ти лет", ["P5Y"]),
    ("2-х дневный срок", ["P2D"]),
    ("2‑х дневный", ["P2D"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES, ids=repr)
def test_a_boundary_is_kept(text: str, expected: list[str]) -> None:
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        read = read_duration(tokens, at)
        if read is not None:
            found.append(read.value)
        at = at + 1 if read is None else read.stop
    assert [str(value) for value in found] == expected
