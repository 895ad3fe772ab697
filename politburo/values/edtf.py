"""Dates in EDTF level 1: ``1935-10-01``, ``1924-03-01/..``, ``1956-03-05~``, ``XXXX-12-12``.

    date  = point | side "/" side
    side  = point | ".."

Only the forms that :class:`~politburo.values.dates.PartialDate` writes are read, seasons and
uncertain dates are not; intervals of unknown years (``XXXX-05/XXXX-06``) and approximate dates of unknown
years go beyond the standard.
"""

from __future__ import annotations

from politburo.errors import ParseError
from politburo.text import Span
from politburo.values.calendar_dates import DatePoint, Part, fault_of, is_backwards

__all__ = ["read_edtf"]


def read_edtf(text: str) -> tuple[DatePoint | None, DatePoint | None] | None:
    """Return start and end of a date in EDTF; None where the text does not have that form at all.

    Raises :class:`ParseError` where it has the form but is no date of the calendar.

    >>> read_edtf("../1942-01")
    (None, DatePoint(year=1942, month=1, day=None, approximate=False))
    """
    sides = text.strip().split("/")
    read = [_side(side) for side in sides]
    if len(sides) > 2 or None in read or all(side == ".." for side in sides):
        return None
    points = [_point(text, sides, index) for index in range(len(sides))]
    if is_backwards(points[0], points[-1]):
        raise ParseError("expected an interval that ends after it starts", text, Span(0, len(text)))
    return points[0], points[-1]


def _point(text: str, sides: list[str], index: int) -> DatePoint | None:
    part, approximate = _side(sides[index]) or (None, False)
    if part is None:
        return None
    fault = fault_of(part)
    if fault:
        start = text.index(sides[index]) if index == 0 else text.rindex(sides[index])
        raise ParseError(fault, text, Span(start, start + len(sides[index])))
    return DatePoint(*part, approximate)


def _side(side: str) -> tuple[Part | None, bool] | None:
    """Return the numbers of one side of an EDTF date and whether it is approximate, else None."""
    if side == "..":
        return None, False
    approximate = side.endswith("~")
    year, *rest = side.removesuffix("~").split("-")
    known = year.isascii() and (year.isdigit() or year == "XXXX") and len(year) == 4
    if not known or len(rest) > 2 or any(not _two_digits(part) for part in rest):
        return None
    # 1929-30 is a pair of years, not a month.
    if len(rest) == 1 and int(rest[0]) > 12:
        return None
    month, day = (*(int(part) for part in rest), None, None)[:2]
    return (None if year == "XXXX" else int(year), month, day), approximate


def _two_digits(part: str) -> bool:
    return len(part) == 2 and part.isascii() and part.isdigit()
