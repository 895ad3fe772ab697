"""Periods longer than a day that have a name: «III квартал 1929/30 г.», «конца сентября», ``1980-81``.

    period   = point | year | pair | quarter | half | part
    year     = 4 digits (1850-2000) with «г.», «год…» or "year" behind or «в», "in", "for" … before
    pair     = year ("/" | dash) digits        ; 1929/30: the economic year, October to September
    quarter  = ordinal («квартал» | «кв.» | "quarter") [year | pair]
    half     = ordinal («полугодие» | «половина» year | "half of" year)
    part     = («конец» | «начало» | "end of" …) (month | year)   ; stands for the month or year

Economic years ran from 1 October 1921/22 to 1930/31; the quarters and halves of one are counted
from October, and «особый квартал 1930 г.» is October to December. A pair later than that is two
calendar years. New words go into ``vocabulary/data/dates.toml``.
"""

from __future__ import annotations

from typing import NamedTuple

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.calendar_dates import Part
from politburo.values.date_points import (
    Point,
    end_of_year_word,
    is_glued,
    month_at,
    read_from_month,
    read_point,
    year_tail,
)
from politburo.values.date_words import (
    behind_the_year,
    counted,
    is_in,
    numbered,
    opens_digits,
    ordinals,
    read_digits,
    read_roman,
    words,
)

__all__ = ["Draft", "of_point", "read_bare_year", "read_period"]


class Draft(NamedTuple):
    """What was read of a date, not yet held against the calendar; an absent end is open."""

    start: Part | None
    end: Part | None
    stop: int
    noise: tuple[Noise, ...] = ()
    this_year: bool = False
    approximate: bool = False
    inferred: bool = False
    weak: bool = False
    ranged: bool = False
    fault: str | None = None


def of_point(point: Point, *, weak: bool = False) -> Draft:
    """Return the draft of a single day or month."""
    part = point.year, point.month, point.day
    return Draft(part, part, point.stop, point.noise, point.this_year, weak=weak, fault=point.fault)


def read_period(tokens: Tokens, at: int) -> Draft | None:
    """Read one day, month, year, quarter or half-year; ``weak``: a bare month, a date only in context.

    >>> read_period(Tokens("III квартал 1929/30 г."), 0)[:2]
    ((1930, 4, None), (1930, 6, None))
    """
    if tokens.kinds[at] is Kind.NUMBER or opens_digits(tokens, at):
        point = read_point(tokens, at)
        if point is not None:
            return of_point(point)
        return _year(tokens, at) or _subdivision(tokens, at)
    if tokens.keys[at] in words("part"):
        return _part(tokens, at)
    if tokens.keys[at] in words("mid"):
        return _mid(tokens, at)
    month = month_at(tokens, at)
    if month is not None:
        return _month(tokens, at, month)
    found = read_point(tokens, at)
    return _subdivision(tokens, at) if found is None else of_point(found)


def _month(tokens: Tokens, at: int, month: int) -> Draft | None:
    if at and (_impossible_day(tokens, at - 1) or _impossible_quoted_day(tokens, at - 1)):
        return None
    point = read_from_month(tokens, at, month)
    return of_point(point, weak=point.day is None and point.year is None and not point.this_year)


def _impossible_day(tokens: Tokens, at: int) -> bool:
    """Tell whether a number that is no day of the month stands before it: «31 февраля»."""
    return tokens.kinds[at] is Kind.NUMBER and len(tokens.words[at]) <= 2 and tokens.breaks[at + 1] == 0


def _impossible_quoted_day(tokens: Tokens, at: int) -> bool:
    """Tell whether a form's day that is none ends there: «55» мая."""
    quoted = at > 1 and is_in(tokens, at, "closing") and is_in(tokens, at - 2, "opening")
    return quoted and tokens.breaks[at + 1] == 0 and _impossible_day(tokens, at - 1)


def _part(tokens: Tokens, at: int) -> Draft | None:
    """Read «конца сентября» or ``end of October 1941``: the whole month or year."""
    start = at + 1
    if tokens.words[at].isascii():
        if tokens.keys[start] != "of":
            return None
        start = behind_the_year(tokens, start + 1)
    whole = read_period(tokens, start) if tokens.breaks[start] < 2 else None
    is_day = whole is not None and whole.start is not None and whole.start[2] is not None
    return None if whole is None or is_day else whole._replace(weak=False)


def _mid(tokens: Tokens, at: int) -> Draft | None:
    """Read ``mid-October 1941`` or ``mid-1936``: the whole month or year."""
    if not is_in(tokens, at + 1, "dash"):
        return None
    whole = read_period(tokens, at + 2) or read_bare_year(tokens, at + 2)
    return whole and whole._replace(weak=False)


def _year(tokens: Tokens, at: int) -> Draft | None:
    """Read a year that the words around it make one, or a pair of years."""
    if is_glued(tokens, at) or (numbered(tokens, at) and not _year_before(tokens, at)):
        return None
    # «31 февраля 1936 г.» is no date at all, not a year.
    if at and month_at(tokens, at - 1) is not None and tokens.breaks[at] < 2:
        return None
    pair = _pair(tokens, at)
    if pair is not None:
        return pair
    draft = read_bare_year(tokens, at)
    if draft is None or end_of_year_word(tokens, at + 1) == draft.stop > at + 1:
        return draft
    return draft if _year_before(tokens, at) and not _counts_unknown(tokens, at, draft.stop) else None


def _year_before(tokens: Tokens, at: int) -> bool:
    """Tell whether «в», "in" … stands before the year, or before the first of «в 1936, 1937 и 1938 гг.»."""
    first = at
    while first > max(1, at - 8) and _is_listed(tokens, first):
        first -= 2
    return first > 0 and tokens.keys[first - 1] in words("before_year")


def _is_listed(tokens: Tokens, at: int) -> bool:
    joined = tokens.words[at - 1] == "," or tokens.keys[at - 1] in words("and")
    return joined and tokens.kinds[at - 2] is Kind.NUMBER and len(tokens.words[at - 2]) == 4


def _counts_unknown(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether «до 1930 …» may count things that are in no list."""
    word = tokens.words[stop]
    if tokens.keys[at - 1] not in words("strict_bound"):
        return False
    return tokens.kinds[stop] is Kind.WORD and word.islower() and tokens.keys[stop] not in words("up_to")


def read_bare_year(tokens: Tokens, at: int) -> Draft | None:
    """Read a year from 1850 to 2000 with its «г.» or "year", whatever stands before it.

    >>> read_bare_year(Tokens("1936 tons"), 0) is None
    True
    """
    digits = read_digits(tokens, at)
    if digits is None or len(digits.text) != 4 or not 1850 <= int(digits.text) <= 2000:
        return None
    stop = end_of_year_word(tokens, digits.stop)
    if counted(tokens, stop) or (tokens.kinds[stop] is Kind.WORD and tokens.tight(stop)):
        return None
    if is_in(tokens, stop, "dash") and tokens.tight(stop) and tokens.tight(stop + 1):
        return None
    part = int(digits.text), None, None
    return Draft(part, part, stop, digits.noise)


def _pair(tokens: Tokens, at: int) -> Draft | None:
    """Read ``1929/30 г.``, ``1980-81``, ``1974-5``, ``1980—1981 гг.``, «29/30 г.»."""
    first, second = read_digits(tokens, at), read_digits(tokens, at + 2)
    slash = tokens.words[at + 1] == "/"
    if not (slash or is_in(tokens, at + 1, "dash")) or first is None or second is None:
        return None
    stop = end_of_year_word(tokens, second.stop)
    years = _years_of(first.text, second.text, worded=stop > second.stop)
    if years is None or counted(tokens, stop) or tokens.breaks[at + 2] > 1:
        return None
    known = stop > second.stop or _year_before(tokens, at)
    if years[1] != years[0] + 1 and not known:
        return None
    if years[1] == years[0] + 1 and 1921 <= years[0] <= 1930 and (slash or len(second.text) == 2):
        return Draft((years[0], 10, None), (years[1], 9, None), stop, first.noise + second.noise)
    return Draft((years[0], None, None), (years[1], None, None), stop, first.noise + second.noise)


def _years_of(first: str, second: str, *, worded: bool) -> tuple[int, int] | None:
    if len(first) == 2 and len(second) == 2 and worded:
        first = f"19{first}"
    if len(first) != 4 or len(second) not in (1, 2, 4):
        return None
    years = int(first), int(first[: 4 - len(second)] + second)
    return years if 1850 <= years[0] < years[1] <= 2000 else None


def _subdivision(tokens: Tokens, at: int) -> Draft | None:
    """Read a quarter or a half of a year."""
    ordinal = _ordinal(tokens, at)
    if ordinal is None:
        return _special_quarter(tokens, at)
    number, stop, noise = ordinal
    last, after = _second_ordinal(tokens, stop, number)
    if is_in(tokens, after, "quarter") and last <= 4:
        return _of_year(tokens, _dotted(tokens, after), (number * 3 - 2, last * 3), noise, alone=True)
    if number > 2 or after != stop:
        return None
    months = number * 6 - 5, number * 6
    if is_in(tokens, stop, "half_year"):
        return _of_year(tokens, stop + 1, months, noise, alone=True)
    if is_in(tokens, stop, "half"):
        year = stop + 3 if is_in(tokens, stop + 1, "dash") and tokens.keys[stop + 2] == "year" else stop + 1
        return _of_year(tokens, year, months, noise, alone=year > stop + 1)
    return None


def _ordinal(tokens: Tokens, at: int) -> tuple[int, int, tuple[Noise, ...]] | None:
    word = ordinals().get(tokens.keys[at])
    if word is not None:
        return word, at + 1, ()
    if tokens.kinds[at] is Kind.NUMBER and tokens.words[at] in ("1", "2", "3", "4"):
        return int(tokens.words[at]), _behind_ending(tokens, at + 1), ()
    roman = read_roman(tokens, at)
    if roman is None or roman.month > 4:
        return None
    return roman.month, _behind_ending(tokens, roman.stop), roman.noise


def _behind_ending(tokens: Tokens, at: int) -> int:
    """Return the index behind the «-й» of «3-й квартал» or the «-го» of «III-го квартала»."""
    if is_in(tokens, at, "dash") and tokens.keys[at + 1] in words("ordinal_ending"):
        return at + 2
    return at + 1 if tokens.tight(at) and tokens.keys[at] in words("ordinal_ending") else at


def _second_ordinal(tokens: Tokens, at: int, first: int) -> tuple[int, int]:
    """Read the second number of «I—II кварталы»."""
    if is_in(tokens, at, "dash") or is_in(tokens, at, "and"):
        second = _ordinal(tokens, at + 1)
        if second is not None and second[0] > first:
            return second[0], second[1]
    return first, at


def _special_quarter(tokens: Tokens, at: int) -> Draft | None:
    if tokens.keys[at] in words("special_quarter") and is_in(tokens, at + 1, "quarter"):
        return _of_year(tokens, at + 2, (10, 12), (), alone=False)
    return None


def _dotted(tokens: Tokens, at: int) -> int:
    return at + 2 if tokens.words[at + 1] == "." and len(tokens.words[at]) < 3 else at + 1


def _of_year(
    tokens: Tokens, at: int, months: tuple[int, int], noise: tuple[Noise, ...], *, alone: bool
) -> Draft | None:
    """Read the year of months first to last; in an economic year they are counted from October."""
    start = behind_the_year(tokens, at + is_in(tokens, at, "of"))
    while tokens.keys[start] in words("into"):
        start += 1
    pair = _pair(tokens, start)
    if pair is not None and pair.start is not None and pair.start[1] == 10:
        first, last = (_counted_from_october(pair.start[0], month) for month in months)
        return Draft(first, last, pair.stop, noise + pair.noise)
    year = year_tail(tokens, max(at, start), bare=False)
    if year is None or tokens.breaks[start] > 1:
        return Draft((None, months[0], None), (None, months[1], None), at, noise) if alone else None
    first, last = (year.year, months[0], None), (year.year, months[1], None)
    return Draft(first, last, year.stop, noise + year.noise, year.year is None)


def _counted_from_october(year: int | None, month: int) -> Part:
    later = month > 3
    return (year or 0) + later, month - 3 if later else month + 9, None
