"""One day or month as the papers write it: ``26 НОЯБРЯ 1935 ГОДА``, ``8 / III-22``, «в мае 1930».

    point   = day month-word [year] | month-word day [","] year | month-word [year]
            | day sep roman [sep year] | day "." month "." year | year "." month "." day
    day     = 1-2 digits ["-го" | "th" …]
    roman   = Latin or Cyrillic letters, look-alikes undone
    year    = 4 digits | 2 digits | "[19]56" | "с. г." ; then "г." | "года" | "year" …

All-Arabic dates are day, month, year (``1.11.34`` is the first of November 1934); with slashes
only where one of the numbers cannot be a month. Two digits of a year are 19xx. A month or a year
that is given a new word needs only the word in ``vocabulary/data/dates.toml``.
"""

from __future__ import annotations

from typing import NamedTuple

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.date_words import (
    Roman,
    behind_the_year,
    counted,
    is_in,
    months,
    numbered,
    ordinals,
    read_digits,
    read_roman,
    words,
)

__all__ = [
    "Point",
    "Year",
    "end_of_year_word",
    "is_glued",
    "month_at",
    "read_day",
    "read_from_day",
    "read_from_month",
    "read_point",
    "year_tail",
]


class Point(NamedTuple):
    """What was read of one day, month or year; ``fault`` says why it cannot be a date."""

    year: int | None
    month: int | None
    day: int | None
    stop: int
    noise: tuple[Noise, ...] = ()
    this_year: bool = False
    fault: str | None = None


class Year(NamedTuple):
    """What was read of the year behind a day or month; no year: «с. г.»."""

    year: int | None
    stop: int
    noise: tuple[Noise, ...] = ()


def read_point(tokens: Tokens, at: int) -> Point | None:
    """Read what begins with a day or is all digits: «1.Х.35г.», «5» мая, ``1931.08.05``.

    >>> read_point(Tokens("1.Х.35г."), 0)[:3]
    (1935, 10, 1)
    """
    if tokens.kinds[at] is Kind.MARK:
        return _quoted_day(tokens, at)
    if is_glued(tokens, at):
        return None
    return read_from_day(tokens, at) or _year_first(tokens, at)


def month_at(tokens: Tokens, at: int) -> int | None:
    """Return the month that the word names; an English one has a capital ("may" is a verb).

    >>> month_at(Tokens("НОЯБРЯ"), 0), month_at(Tokens("may be sent"), 0)
    (11, None)
    """
    month = months().get(tokens.keys[at])
    english_verb = month is not None and tokens.words[at].isascii() and tokens.words[at].islower()
    return None if english_verb else month


def read_day(tokens: Tokens, at: int) -> tuple[int, int, tuple[Noise, ...]] | None:
    """Read the number of a day with its ending; return the day, where it stops, what was undone.

    >>> read_day(Tokens("2-го августа"), 0)
    (2, 3, ())
    """
    if tokens.kinds[at] is Kind.WORD and is_in(tokens, at + 1, "of"):
        # "by the first of June"
        worded = ordinals().get(tokens.keys[at], 0)
        return (worded, at + 2, ()) if worded else None
    digits = read_digits(tokens, at)
    if digits is None or len(digits.text) > 2:
        return None
    stop = digits.stop
    if is_in(tokens, stop, "dash") and tokens.tight(stop) and _is_ending(tokens, stop + 1):
        stop += 2
    elif _is_ending(tokens, stop):
        stop += 1
    return int(digits.text), stop, digits.noise


def _is_ending(tokens: Tokens, at: int) -> bool:
    return tokens.tight(at) and tokens.keys[at] in words("day_ending")


def is_glued(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is the inside of a longer number or code: ``П63/IV``, ``1.200``.

    >>> is_glued(Tokens("П63/IV"), 1), is_glued(Tokens("(4 XI)"), 1)
    (True, False)
    """
    if not tokens.tight(at):
        return False
    if tokens.kinds[at - 1] is not Kind.MARK:
        return True
    inside = tokens.words[at - 1] in (".", ",", "/") or is_in(tokens, at - 1, "dash")
    return inside and tokens.tight(at - 1) and tokens.kinds[at - 2] is Kind.NUMBER


def read_from_day(tokens: Tokens, at: int) -> Point | None:
    """Read a point that begins with its day, even right behind the dash of a range.

    >>> read_from_day(Tokens("13-16 September"), 2)[:3]
    (None, 9, 16)
    """
    day = read_day(tokens, at)
    if day is None:
        return None
    number, stop, noise = day
    # "1st of May", but not "minutes 30 of March 19, 1941".
    if is_in(tokens, stop, "of") and stop > at + 1:
        stop += 1
    if is_in(tokens, stop, "this") and month_at(tokens, stop + 1) is not None:
        return Point(None, month_at(tokens, stop + 1), number, stop + 2, noise, this_year=True)
    if month_at(tokens, stop) is not None and tokens.breaks[stop] < 2:
        point = _worded(tokens, stop, number)
        return point._replace(noise=noise + point.noise)
    if numbered(tokens, at):
        return None
    numeric = _numeric(tokens, at, day[1], number)
    if numeric is not None and noise and numeric.year is None:
        return None
    return numeric and numeric._replace(noise=noise + numeric.noise)


def _worded(tokens: Tokens, at: int, day: int | None) -> Point:
    """Read the month at ``at`` and the year behind it."""
    month = months()[tokens.keys[at]]
    latin = tokens.words[at].isascii()
    after = at + 1
    if tokens.keys[at] in words("abbreviated") and tokens.words[after] == "." and tokens.tight(after):
        after += 1
    if is_in(tokens, after, "month_word"):
        after += 1
    year = year_tail(tokens, after, bare=latin and day is not None)
    if year is None:
        return Point(None, month, day, after)
    return Point(year.year, month, day, year.stop, year.noise, year.year is None)


def _quoted_day(tokens: Tokens, at: int) -> Point | None:
    """Read a form's day: «5» мая 1933 г., or its blank: «    » мая 1933 г."""
    if not (tokens.keys[at] in words("opening") or tokens.words[at] in ("_", "\\")):
        return None
    if at and tokens.kinds[at - 1] is Kind.NUMBER and tokens.tight(at):
        return None  # the closing mark of "55" is no blank
    stop, day = at + 1, None
    if tokens.kinds[stop] is Kind.NUMBER and len(tokens.words[stop]) < 3 and tokens.words[at] != "_":
        day, stop = int(tokens.words[stop]), stop + 1
        if not is_in(tokens, stop, "closing"):
            return None
    while tokens.kinds[stop] is Kind.MARK and stop < at + 12 and _is_blank(tokens, stop):
        stop += 1
    if month_at(tokens, stop) is None or tokens.breaks[stop] > 1:
        return None
    point = _worded(tokens, stop, day)
    return None if point.year is None and day is None else point


def _is_blank(tokens: Tokens, at: int) -> bool:
    return is_in(tokens, at, "closing") or is_in(tokens, at, "blank")


def read_from_month(tokens: Tokens, at: int, month: int) -> Point:
    """Read a point that begins with the word of its month.

    >>> read_from_month(Tokens("October 1, 1935"), 0, 10)[:3]
    (1935, 10, 1)
    """
    if tokens.words[at].isascii():
        point = _american(tokens, at, month)
        if point is not None:
            return point
    return _worded(tokens, at, None)


def _american(tokens: Tokens, at: int, month: int) -> Point | None:
    """Read ``October 1, 1935`` or ``October 1`` (after "in": only with a year, "in May 20 trucks")."""
    number = at + 1
    if tokens.words[number] == "." and tokens.keys[at] in words("abbreviated"):
        number += 1
    day = read_day(tokens, number) if tokens.breaks[number] < 2 else None
    if day is None or not 1 <= day[0] <= 31 or counted(tokens, day[1]):
        return None
    year = year_tail(tokens, day[1], bare=False)
    if year is not None:
        return Point(year.year, month, day[0], year.stop, day[2] + year.noise, year.year is None)
    if at and tokens.keys[at - 1] in words("month_alone"):
        return None
    return Point(None, month, day[0], day[1], day[2])


def year_tail(tokens: Tokens, at: int, *, bare: bool) -> Year | None:
    """Read the year behind a month in words; ``bare``: two digits alone will do (``18 March 22``).

    >>> year_tail(Tokens("мая с. г."), 1, bare=False)
    Year(year=None, stop=5, noise=())
    """
    if tokens.breaks[at] > 1:
        return None
    if tokens.words[at] == "[":
        return _bracketed(tokens, at)
    return _this_year(tokens, at) or _worded_year(tokens, at, bare=bare)


def _worded_year(tokens: Tokens, at: int, *, bare: bool) -> Year | None:
    comma = tokens.words[at] == ","
    start = behind_the_year(tokens, at + 1) if comma or is_in(tokens, at, "of") else at
    digits = read_digits(tokens, start) if tokens.breaks[start] < 2 else None
    if digits is None or len(digits.text) not in (2, 4) or counted(tokens, digits.stop):
        return None
    stop = end_of_year_word(tokens, digits.stop)
    if len(digits.text) == 4:
        return Year(int(digits.text), stop, digits.noise) if _likely(digits.text) else None
    if comma or not (stop > digits.stop or (bare and _ends_here(tokens, stop, digits.text))):
        return None
    return Year(1900 + int(digits.text), stop, digits.noise)


def _likely(year: str) -> bool:
    return 1800 <= int(year) < 2100


def _ends_here(tokens: Tokens, at: int, year: str) -> bool:
    if int(year) < 17:
        return False
    return tokens.kinds[at] is Kind.END or tokens.breaks[at] > 0 or tokens.words[at] in set('.,;:()]»”"')


def _bracketed(tokens: Tokens, at: int) -> Year | None:
    """Read ``[19]56`` or ``[1943]``."""
    inner, closed, last = tokens.words[at + 1 : at + 4]
    if closed != "]" or tokens.kinds[at + 1] is not Kind.NUMBER:
        return None
    if len(inner) == 4 and _likely(inner):
        return Year(int(inner), end_of_year_word(tokens, at + 3))
    if len(inner) == 2 and len(last) == 2 and last.isdigit() and tokens.tight(at + 3):
        return Year(int(inner + last), end_of_year_word(tokens, at + 4))
    return None


def _this_year(tokens: Tokens, at: int) -> Year | None:
    """Read «с. г.», «с/г», «сего года», "of this year", "of the current year"."""
    key, following = tokens.keys[at], tokens.keys[at + 1 : at + 4]
    if key in ("с", "c", "т") and following[0] in (".", "/") and following[1] == "г":
        return Year(None, at + 4 if following[2] == "." else at + 3)
    start = at + 1 if key == "of" else at
    if tokens.keys[start] == "the" and tokens.keys[start + 1] in ("current", "present"):
        start += 1
    elif not is_in(tokens, start, "this"):
        return None
    stop = end_of_year_word(tokens, start + 1)
    return Year(None, stop) if stop > start + 1 else None


def end_of_year_word(tokens: Tokens, at: int) -> int:
    """Return the index behind «г.», «года», "year" and the stop that shortens it.

    >>> end_of_year_word(Tokens("1935 г."), 1)
    3
    """
    if is_in(tokens, at, "dash") and tokens.keys[at + 1] in words("year_ending") and tokens.tight(at + 1):
        stop = end_of_year_word(tokens, at + 2)
        return stop if stop > at + 2 else at
    if is_in(tokens, at, "year_kind"):
        dot = at + 2 if tokens.words[at + 1] == "." else at + 1
        stop = end_of_year_word(tokens, dot)
        return stop if stop > dot else at
    if not is_in(tokens, at, "year"):
        return at
    short = len(tokens.words[at]) < 3
    return at + 2 if short and tokens.words[at + 1] == "." and tokens.breaks[at + 1] == 0 else at + 1


def _year_first(tokens: Tokens, at: int) -> Point | None:
    """Read ``1931.08.05`` or ``2016-06-13``."""
    year, sep, month, sep_again, day = tokens.words[at : at + 5]
    if len(year) != 4 or sep not in (".", "-") or sep_again != sep:
        return None
    if not (len(month) == len(day) == 2 and (month + day + year).isdecimal()):
        return None
    if not all(tokens.tight(i) for i in range(at + 1, at + 5)) or counted(tokens, at + 5):
        return None
    return Point(int(year), int(month), int(day), at + 5)


def _numeric(tokens: Tokens, at: int, stop: int, day: int) -> Point | None:
    """Read what stands behind the day of ``8 / III-22``, «16.VI», ``1.12.34 г.``, ``09/30/50``."""
    mark = tokens.words[stop]
    separated = (mark in (".", "/") or is_in(tokens, stop, "dash")) and tokens.breaks[stop] < 2
    start = stop + 1 if separated else stop
    if tokens.breaks[start] > 1:
        return None
    roman = read_roman(tokens, start)
    if roman is not None:
        return _roman_date(tokens, stop, day, roman, mark if separated else " ")
    return _arabic_date(tokens, at, day, stop) if separated else None


def _roman_date(tokens: Tokens, stop: int, day: int, roman: Roman, mark: str) -> Point | None:
    year = _numeric_year(tokens, roman.stop)
    if year is not None:
        return Point(year.year, roman.month, day, year.stop, roman.noise + year.noise, year.year is None)
    tight = tokens.tight(stop) and tokens.tight(roman.stop - 1)
    spaced = mark == " " and tokens.words[stop - 2] == "(" and tokens.words[roman.stop] == ")"
    if roman.noise or not (mark == "/" or (mark == "." and tight) or spaced):
        return None
    return Point(None, roman.month, day, roman.stop)


def _numeric_year(tokens: Tokens, at: int) -> Year | None:
    """Read the year behind a Roman month: ``.35г.``, ``.-31 г.``, ``-22``, ``. с. г.``."""
    start = at
    while start < at + 2 and (tokens.words[start] in (".", "/") or is_in(tokens, start, "dash")):
        start += 1
    if tokens.breaks[start] > 1:
        return None
    this = _this_year(tokens, start)
    if this is not None:
        return this
    if tokens.words[start] == "[":
        return _bracketed(tokens, start)
    digits = read_digits(tokens, start)
    if digits is None or len(digits.text) not in (2, 4) or counted(tokens, digits.stop):
        return None
    stop = end_of_year_word(tokens, digits.stop)
    joined = start > at and (tokens.tight(start) or is_in(tokens, start - 1, "dash"))
    if len(digits.text) == 2:
        sure = joined or stop > digits.stop
        return Year(1900 + int(digits.text), stop, digits.noise) if sure else None
    return Year(int(digits.text), stop, digits.noise) if _likely(digits.text) else None


def _arabic_date(tokens: Tokens, at: int, day: int, stop: int) -> Point | None:
    """Read ``1.12.34 г.`` and ``3.5.1928``; with slashes as in ``09/30/50``."""
    month = read_digits(tokens, stop + 1)
    if month is None or len(month.text) > 2 or tokens.words[month.stop] != tokens.words[stop]:
        return None
    year = read_digits(tokens, month.stop + 1)
    if year is None or len(year.text) not in (2, 4) or tokens.breaks[month.stop + 1] > 1:
        return None
    end = end_of_year_word(tokens, year.stop)
    close = all(tokens.tight(i) for i in range(at + 1, year.stop))
    if not (close or len(year.text) == 4 or end > year.stop) or _continues(tokens, year.stop):
        return None
    number = int(year.text) if len(year.text) == 4 else 1900 + int(year.text)
    if not 1800 <= number < 2100:
        return None
    point = Point(number, int(month.text), day, end, month.noise + year.noise)
    return _american_order(point) if tokens.words[stop] == "/" else point


def _continues(tokens: Tokens, at: int) -> bool:
    """Tell whether a number goes on: ``1.2.34.5``, not the point number in ``04.04.80/77``."""
    return tokens.words[at] != "/" and counted(tokens, at)


def _american_order(point: Point) -> Point:
    first, second = point.day or 0, point.month or 0
    if second > 12:
        return point._replace(month=first, day=second)
    if first > 12 or first == second:
        return point
    return point._replace(fault=f"expected an unambiguous date: {first}/{second} has two readings")
