"""Days, months and years of the calendar: ``1935-10-01``, ``XXXX-05``, and how they compare.

    point = (4 digits | "XXXX") ["-" month ["-" day]] ["~"]

What the papers write is read elsewhere; this module knows which numbers are a date at all, and turns
a day of the Julian calendar into one of the Gregorian. There is nothing to add to it.
"""

from __future__ import annotations

import calendar
import datetime as dt

from attrs import frozen

__all__ = ["DatePoint", "Part", "fault_of", "gregorian", "is_backwards"]

Part = tuple[int | None, int | None, int | None]
"""Year, month, day."""

# The longest February, for a day whose year is not known.
_LEAP_YEAR = 2000


@frozen
class DatePoint:
    """A day, a month or a year; the year may be unknown, the whole approximate.

    >>> str(DatePoint(1956, 3, 5, approximate=True)), str(DatePoint(None, 12, 12))
    ('1956-03-05~', 'XXXX-12-12')
    >>> DatePoint(1935, 2, 31)
    Traceback (most recent call last):
      ...
    ValueError: expected a day from 1 to 28 in month 2 of 1935, got 31
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __attrs_post_init__(self) -> None:
        fault = fault_of((self.year, self.month, self.day))
        if fault:
            raise ValueError(fault)

    def __str__(self) -> str:
        """Return the point in EDTF."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("~" if self.approximate else "")

    @property
    def first(self) -> dt.date | None:
        """The first day it can mean; None where the year is unknown."""
        return None if self.year is None else dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date | None:
        """The last day it can mean; None where the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def fault_of(part: Part) -> str | None:
    """Return why the numbers are no date, or None.

    >>> fault_of((1935, 13, None))
    'expected a month from 1 to 12, got 13'
    """
    year, month, day = part
    if year is not None and not 1 <= year <= 9999:
        return f"expected a year from 1 to 9999, got {year}"
    if month is None:
        return "expected a month or a year" if year is None or day is not None else None
    if not 1 <= month <= 12:
        return f"expected a month from 1 to 12, got {month}"
    longest = calendar.monthrange(_LEAP_YEAR if year is None else year, month)[1]
    if day is None or 1 <= day <= longest:
        return None
    return f"expected a day from 1 to {longest} in month {month} of {year or 'any year'}, got {day}"


def gregorian(day: dt.date, *, approximate: bool = False) -> DatePoint:
    """Return the Gregorian day for a day of the Julian calendar, by way of its Julian day number.

    >>> str(gregorian(dt.date(1918, 1, 31)))
    '1918-02-13'
    """
    shift = (14 - day.month) // 12
    year, month = day.year + 4800 - shift, day.month + 12 * shift - 3
    number = day.day + (153 * month + 2) // 5 + 365 * year + year // 4 - 32083
    # The proleptic ordinal 1 (1 January of the year 1) is Julian day 1 721 426.
    new = dt.date.fromordinal(number - 1721425)
    return DatePoint(new.year, new.month, new.day, approximate)


def is_backwards(start: DatePoint | None, end: DatePoint | None) -> bool:
    """Tell whether an interval ends before it starts; without years it may cross the turn of a year.

    >>> is_backwards(DatePoint(1936), DatePoint(1935)), is_backwards(DatePoint(None, 12), DatePoint(None, 1))
    (True, False)
    """
    if start is None or end is None:
        return False
    if start.year is None or end.year is None:
        return start.year != end.year
    first, last = start.first, end.last
    return first is not None and last is not None and first > last
