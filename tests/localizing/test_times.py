"""Dates, periods of time, persons and bodies for people."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.localizing import Style, localize
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.names import Body, Person

DATES: list[tuple[str, str, Style, str]] = [
    ("1935-10-01", "ru", "long", "1 октября 1935 г."),
    ("1935-10-01", "ru", "short", "1 окт. 1935 г."),
    ("1935-10-01", "ru", "period", "1.X.35 г."),
    ("1935-10-01", "en", "period", "1 October 1935"),
    ("1935-10-01", "en", "long", "October 1, 1935"),
    ("1935-10-01", "en_GB", "long", "1 October 1935"),
    ("1935-10-01", "de", "long", "1. Oktober 1935"),
    ("1935-10-01", "zh", "long", "1935年10月1日"),
    ("1930-05", "ru", "long", "май 1930 г."),
    ("1935", "ru", "long", "1935 год"),
    ("1935", "ja", "long", "1935年"),
    ("1930-05/..", "ru", "long", "с мая 1930 г."),
    ("../1936", "ru", "period", "до 1936 года"),
    ("1935-05/1936-07", "ru", "long", "с мая 1935 г. по июль 1936 г."),
    ("1935-05-01/1936-07-01", "en", "long", "from May 1, 1935 to July 1, 1936"),
    ("1935-10~", "ru", "long", "около октября 1935 г."),
    ("1935-10~", "en", "long", "about October 1935"),
    ("1930-05/..", "de", "long", "seit Mai 1930"),
    ("1930-05/..", "pl", "long", "maj 1930 – …"),
    ("1935-05/1936-07", "zh", "long", "1935年5月至1936年7月"),
    ("1935-05/1936-07", "ja", "long", "1935年5月から1936年7月まで"),
    ("XXXX-05-01", "ru", "long", "1 мая"),
    ("1889-05-01", "ru", "period", "1.V.1889 г."),
]


@pytest.mark.parametrize(("date", "locale", "style", "expected"), DATES)
def test_dates(date: str, locale: str, style: Style, expected: str) -> None:
    assert localize(PartialDate.parse(date), locale, style) == expected


DURATIONS = [
    ("P3Y", "ru", "3 года"),
    ("P5Y", "ru", "5 лет"),
    ("P21M", "ru", "21 месяц"),
    ("P3Y6M", "de", "3 Jahre und 6 Monate"),
    ("P2W", "en", "2 weeks"),
    ("P18M", "ja", "18 か月"),
    ("P0D", "en", "0 days"),
]


@pytest.mark.parametrize(("duration", "locale", "expected"), DURATIONS)
def test_periods_of_time(duration: str, locale: str, expected: str) -> None:
    assert localize(Duration.parse(duration), locale) == expected


def test_persons_and_bodies() -> None:
    assert localize(Person.parse("т. Стомонякову"), "en") == "Stomonyakov"
    assert localize(Person.parse("Каганович Л."), "ru") == "Л. Каганович"
    assert localize(Person.parse("Иванов"), "en") == "Иванов"
    assert localize(Body.parse("НКВТ"), "ru", "short") == "НКВТ"
    assert localize(Body.parse("НКВТ"), "de") == "People's Commissariat of Foreign Trade"
    assert localize(Body(name="Сибкрайком"), "en") == "Сибкрайком"


@pytest.mark.parametrize("value", [PartialDate.parse("1935"), Duration(1)])
def test_only_amounts_are_written_in_words(value: PartialDate | Duration) -> None:
    with pytest.raises(ValueError, match="expected long, short or period as style"):
        localize(value, "ru", "words")


@given(st.dates(dt.date(1900, 1, 1), dt.date(1991, 12, 26)), st.sampled_from(["ru", "en"]))
def test_a_day_in_the_style_of_the_period_reads_back(day: dt.date, language: str) -> None:
    date = PartialDate.parse(str(day))
    assert PartialDate.parse(localize(date, language, "period")) == date
