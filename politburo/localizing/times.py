"""Dates and periods of time: «1 октября 1935 г.», "from May 1930", «1.X.35 г.», „3 Jahre und 6 Monate“."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from politburo.localizing.amounts import marks_of
from politburo.localizing.locales import Locale
from politburo.localizing.spelling import LANGUAGES
from politburo.values.dates import DatePoint, PartialDate
from politburo.values.durations import Duration
from politburo.vocabulary import table

__all__ = ["date_text", "duration_text"]

_UNITS = ("year", "month", "week", "day")
# A year in which every day of the calendar exists, for dates without one.
_LEAP = 1936


def date_text(date: PartialDate, locale: Locale, style: str) -> str:
    """Return a date or interval as exact as it is."""
    if style == "words":
        raise ValueError("expected long, short or period as style of a date, not words")
    marks = marks_of(locale.language)
    start, end = date.start, date.end
    if start is not None and end is not None:
        if start == end:
            text = _governed(start, locale, style) if start.approximate else _point(start, locale, style)
            return str(marks["about"]).format(text) if start.approximate else text
        # Russian «по» takes the accusative, which for months and years is the nominative.
        return str(marks["between"]).format(_governed(start, locale, style), _point(end, locale, style))
    if start is not None:
        return str(marks["since"]).format(_governed(start, locale, style))
    return str(marks["until"]).format(_governed(end, locale, style) if end is not None else "")


def _governed(point: DatePoint, locale: Locale, style: str) -> str:
    """Return a date behind a preposition: Russian months and years go into the genitive."""
    if locale.language != "ru" or point.day is not None:
        return _point(point, locale, style)
    if point.month is None:
        return f"{point.year} года"
    from babel.dates import format_date

    # The form of the month that stands behind a day is the genitive.
    month = format_date(dt.date(_LEAP, point.month, 1), "MMMM", locale=locale)
    return month if point.year is None else f"{month} {point.year} г."


def _point(point: DatePoint, locale: Locale, style: str) -> str:
    if style == "period" and locale.language in LANGUAGES:
        return _period_point(point, locale)
    from babel.dates import format_date, format_skeleton

    day = dt.date(point.year or _LEAP, point.month or 1, point.day or 1)
    if point.day is not None and point.year is not None:
        return _spaced(format_date(day, _length(style), locale=locale))
    if point.month is None:
        return f"{point.year} год" if locale.language == "ru" else format_skeleton("y", day, locale=locale)
    skeleton = ("y" if point.year is not None else "") + "MMMM" + ("d" if point.day is not None else "")
    return _spaced(format_skeleton(skeleton, day, locale=locale))


def _length(style: str) -> Literal["medium", "long"]:
    # The short form of CLDR has two digits for the year in many locales: 01.10.35 could be 2035.
    return "medium" if style == "short" else "long"


def _spaced(text: str) -> str:
    """Return a text with the narrow space of CLDR before «г.» as an ordinary one."""
    return text.replace("\u202f", " ")


def _period_point(point: DatePoint, locale: Locale) -> str:
    """Return a date as the papers write it: «1.X.35 г.», «октябрь 1935 г.», "1 October 1935"."""
    if locale.language == "en" or point.day is None or point.year is None:
        return _english_period(point, locale) if locale.language == "en" else _point(point, locale, "long")
    month = table("localizing")["period"]["roman"][(point.month or 1) - 1]
    year = f"{point.year % 100:02}" if 1900 <= point.year < 2000 else str(point.year)
    return f"{point.day}.{month}.{year} г."


def _english_period(point: DatePoint, locale: Locale) -> str:
    from babel.dates import format_date

    day = dt.date(point.year or _LEAP, point.month or 1, point.day or 1)
    parts = ["d" if point.day else "", "MMMM" if point.month else "", "y" if point.year else ""]
    return format_date(day, " ".join(filter(None, parts)), locale=locale)


def duration_text(duration: Duration, locale: Locale, style: str) -> str:
    """Return a period of time in the units that it has, joined as the locale joins a list."""
    if style == "words":
        raise ValueError("expected long, short or period as style of a period of time, not words")
    from babel.lists import format_list

    counts = (duration.years, duration.months, duration.weeks, duration.days)
    parts = [
        _counted(count, unit, locale, style) for count, unit in zip(counts, _UNITS, strict=True) if count
    ]
    return format_list(parts or [_counted(0, "day", locale, style)], locale=locale)


def _counted(count: int, unit: str, locale: Locale, style: str) -> str:
    from babel.units import format_unit

    name = f"duration-{unit}"
    text = format_unit(count, name, "short" if style == "short" else "long", locale=locale)
    # Some locales have one length only, and Babel then answers with the name of the unit.
    return format_unit(count, name, "short", locale=locale) if name in text else text
