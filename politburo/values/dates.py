"""Dates as exact as the papers give them: «1.Х.35г.», «май 1933 г.», «с 1 сентября 1936г.».

    canonical = point | side "/" side          ; EDTF level 1
    side      = point | ".."
    point     = (4 digits | "XXXX") ["-" month ["-" day]] ["~"]

``XXXX`` is a year that the text does not say; in an interval it goes beyond EDTF, which knows such
years only in single dates. Everything the papers write is read by
:mod:`politburo.values.date_grammar`; a new word or phrase is added to ``vocabulary/data/dates.toml``.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

from attrs import evolve, field, frozen

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.base import Status, Value, only_text
from politburo.values.calendar_dates import DatePoint, fault_of, gregorian, is_backwards
from politburo.values.date_grammar import read_draft, skipped
from politburo.values.date_periods import Draft, read_bare_year
from politburo.values.date_points import month_at
from politburo.values.date_words import counted, is_in
from politburo.values.edtf import read_edtf
from politburo.values.faults import fused

__all__ = ["DatePoint", "PartialDate", "read_date", "read_year"]

# The first day of the Gregorian calendar in Soviet Russia: 31 January 1918 was followed by it.
_REFORM = dt.date(1918, 2, 14)


@frozen(repr=False)
class PartialDate(Value):
    """A date or interval as exact as the paper gives it; ``str`` is EDTF level 1.

    An absent ``start`` or ``end`` is open; a single date has both alike. ``this_year`` tells that
    the passage says «с. г.» or "this year"; like the span it takes no part in equality.

    >>> PartialDate.parse("1.Х.35г."), str(PartialDate.parse("с 1 мая 1930 г."))
    (PartialDate.parse('1935-10-01'), '1930-05-01/..')
    >>> PartialDate.parse("III квартал 1929/30 г.").latest
    datetime.date(1930, 6, 30)
    """

    kind: ClassVar[str] = "date"

    start: DatePoint | None
    end: DatePoint | None
    this_year: bool = field(default=False, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("expected a date with a start or an end")
        if is_backwards(self.start, self.end):
            raise ValueError(f"expected an interval that ends after it starts, got {self}")

    @classmethod
    def of(cls, year: int | None, month: int | None = None, day: int | None = None) -> Self:
        """Return a single day, month or year.

        >>> str(PartialDate.of(1935, 10))
        '1935-10'
        """
        point = DatePoint(year, month, day)
        return cls(point, point)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a text that is exactly one date, in EDTF or as the papers write it.

        Raises :class:`ParseError` where it is none, is no day of the calendar, or can be read in
        two ways (``05/06/50``).

        >>> str(PartialDate.parse("8.V.ЗЗ г."))
        '1933-05-08'
        """
        only_text(text)
        ends = read_edtf(text)
        return _parse_written(text) if ends is None else cls(*ends, span=Span(0, len(text)))

    def __str__(self) -> str:
        """Return the date in EDTF, unknown years as ``XXXX``."""
        if self.start == self.end:
            return str(self.start)
        return f"{'..' if self.start is None else self.start}/{'..' if self.end is None else self.end}"

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean; None where the start is open or the year unknown."""
        return None if self.start is None else self.start.first

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean; None where the end is open or the year unknown."""
        return None if self.end is None else self.end.last

    @property
    def year(self) -> int | None:
        """The year it begins in (where the start is open: ends in); None where unknown."""
        point = self.start or self.end
        return None if point is None else point.year

    @property
    def is_interval(self) -> bool:
        """Whether it runs from one date to another or is open on one side."""
        return self.start != self.end

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return not self.is_interval and self.start is not None and self.start.day is not None

    @property
    def is_approximate(self) -> bool:
        """Whether either end is approximate."""
        return any(point is not None and point.approximate for point in (self.start, self.end))

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """A key for sorting by the first day; open starts come first, unknown years last.

        >>> dates = [PartialDate.parse(text) for text in ("1936", "май 1935 г.", "../1935")]
        >>> [str(date) for date in sorted(dates, key=lambda date: date.sort_key)]
        ['../1935', '1935-05', '1936']
        """
        if self.year is None:
            return dt.date.max, dt.date.max, str(self)
        return self.earliest or dt.date.min, self.latest or dt.date.max, str(self)

    def with_year(self, year: int) -> PartialDate:
        """Return the date with a year for its unknown one; an interval may end in the next year.

        >>> str(PartialDate.parse("1 мая").with_year(1936))
        '1936-05-01'
        """
        start, end = (_in_year(point, year) for point in (self.start, self.end))
        if is_backwards(start, end):
            end = _in_year(self.end, year + 1)
        return evolve(self, start=start, end=end)

    def completed(self, anchor: PartialDate, *, forward: bool) -> PartialDate:
        """Return an unknown-year date in the year that the date of its paper suggests; inferred.

        The first such date that is not over on the anchor where ``forward`` (orders look forward),
        else the last that has begun by then. «С. г.» takes the anchor's year. A date that has its
        year, and one whose anchor has none, stays as it is.

        >>> decision = PartialDate.parse("14 декабря 1935 г.")
        >>> str(PartialDate.parse("1 мая").completed(decision, forward=True))
        '1936-05-01'
        >>> str(PartialDate.parse("30 ноября").completed(decision, forward=False))
        '1935-11-30'
        """
        after, before = anchor.earliest or anchor.latest, anchor.latest or anchor.earliest
        if self.year is not None or after is None or before is None:
            return self
        for year in _years_around(after.year, before.year, forward=forward):
            date = _tried(self, after.year if self.this_year else year)
            if date is not None and (self.this_year or _suits(date, after, before, forward=forward)):
                return date.read_from(date.span, _inferred(self.status))
        return self

    def contains(self, other: PartialDate) -> bool:
        """Tell whether every day of the other lies in this one; unknown years only contain themselves.

        >>> PartialDate.parse("1935").contains(PartialDate.parse("октябрь 1935 г."))
        True
        """
        if self.year is None or other.year is None:
            return self == other
        first, last = self._bounds()
        other_first, other_last = other._bounds()
        return first <= other_first and other_last <= last

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether the two share a day; an unknown year overlaps only itself.

        >>> PartialDate.parse("1935-10/..").overlaps(PartialDate.parse("1936"))
        True
        """
        if self.year is None or other.year is None:
            return self == other
        first, last = self._bounds()
        other_first, other_last = other._bounds()
        return first <= other_last and other_first <= last

    def _bounds(self) -> tuple[dt.date, dt.date]:
        return self.earliest or dt.date.min, self.latest or dt.date.max

    @property
    def is_julian_era(self) -> bool:
        """Whether it lies before 14 February 1918, when Russia wrote dates in the Julian calendar."""
        return self.latest is not None and self.latest < _REFORM

    def gregorian(self) -> PartialDate:
        """Return a Julian date in the Gregorian calendar; a month or year becomes an interval of days.

        A date from 14 February 1918 on, one with an open end and one without a year stay as they are.

        >>> str(PartialDate.parse("25 октября 1917 г.").gregorian())
        '1917-11-07'
        """
        if not self.is_julian_era or self.latest is None:
            return self
        if self.start is None or self.end is None or self.earliest is None:
            return self
        start = gregorian(self.earliest, approximate=self.start.approximate)
        return evolve(self, start=start, end=gregorian(self.latest, approximate=self.end.approximate))


def _inferred(status: Status) -> Status:
    return Status.EMENDED if status is Status.EMENDED else Status.INFERRED


def _in_year(point: DatePoint | None, year: int) -> DatePoint | None:
    return point if point is None or point.year is not None else evolve(point, year=year)


def _years_around(first: int, last: int, *, forward: bool) -> range:
    # Eight years: 29 February may be as far away, across 1900.
    if forward:
        return range(max(1, first - 1), last + 9)
    return range(last + 1, max(0, first - 9), -1)


def _tried(date: PartialDate, year: int) -> PartialDate | None:
    """Return the date in a year, or None where that year has no such day."""
    try:
        return date.with_year(year)
    except ValueError:
        return None


def _suits(date: PartialDate, after: dt.date, before: dt.date, *, forward: bool) -> bool:
    if forward:
        last = date.latest or date.earliest
        return last is not None and last >= after
    first = date.earliest or date.latest
    return first is not None and first <= before


def read_date(tokens: Tokens, at: int) -> Found[PartialDate] | None:
    """Read the date that starts at ``at``, with the word that makes a bound of it; else None.

    >>> found = read_date(Tokens("вывезти до 1 июля 120 тыс. т"), 1)
    >>> str(found.value), found.value.span
    ('../XXXX-07-01', Span(start=8, stop=17))
    """
    draft = read_draft(tokens, at)
    if draft is None or draft.fault is not None or _draft_fault(draft) is not None:
        return None
    return _found(tokens, at, draft)


def read_year(tokens: Tokens, at: int) -> Found[PartialDate] | None:
    """Read a bare year from 1850 to 2000 whatever stands before it; the caller knows it is one.

    >>> str(read_year(Tokens("prices of 1940."), 2).value)
    '1940'
    """
    draft = read_bare_year(tokens, at) if tokens.kinds[at] is Kind.NUMBER else None
    return None if draft is None else _found(tokens, at, draft)


def _found(tokens: Tokens, at: int, draft: Draft) -> Found[PartialDate]:
    emended = any(noise.rule == "confusable-character" for noise in draft.noise)
    status = Status.EMENDED if emended else Status.INFERRED if draft.inferred else Status.STATED
    start, end = (part and DatePoint(*part, draft.approximate) for part in (draft.start, draft.end))
    value = PartialDate(
        start, end, this_year=draft.this_year, span=tokens.span(at, draft.stop), status=status
    )
    return Found(value, draft.stop, draft.noise + _glued_note(tokens, at, draft.stop))


def _draft_fault(draft: Draft) -> str | None:
    """Return why the draft is no date of the calendar, or None."""
    for part in (draft.start, draft.end):
        fault = part and fault_of(part)
        if fault:
            return fault
    if draft.start is None or draft.end is None or None in (draft.start[0], draft.end[0]):
        return None
    backwards = is_backwards(DatePoint(*draft.start), DatePoint(*draft.end))
    return "expected an interval that ends after it starts" if backwards else None


def _glued_note(tokens: Tokens, at: int, stop: int) -> tuple[Noise, ...]:
    """Return the remark on a footnote mark fused to the end of the date: ``1987*``, «г.¹»."""
    end = stop
    while end < stop + 2 and tokens.tight(end) and is_in(tokens, end, "note_mark"):
        end += 1
    markdown = at > 0 and tokens.words[at - 1] == "*" and tokens.tight(at)
    if end == stop and tokens.words[stop - 1] == "." and tokens.tight(stop):
        end += tokens.kinds[stop] is Kind.NUMBER and _is_note_number(tokens, stop)
    if end == stop or markdown or tokens.words[stop : stop + 2] == ["*", "*"]:
        return ()
    span = tokens.span(stop - 1, end)
    return (fused(tokens.words[stop - 1], tokens.quote(stop, end), span),)


def _is_note_number(tokens: Tokens, at: int) -> bool:
    """Tell whether the number fused to «г.» is a note's, not the day of another date or a sum."""
    after = at + 1
    goes_on = tokens.tight(after) and tokens.kinds[after] in (Kind.WORD, Kind.NUMBER)
    date_or_sum = counted(tokens, after) or month_at(tokens, after) is not None
    return len(tokens.words[at]) < 3 and not goes_on and not date_or_sum


def _parse_written(text: str) -> PartialDate:
    tokens = Tokens(text)
    draft, at = read_draft(tokens, 0), 0
    if draft is None:
        at = skipped(tokens)
        draft = read_draft(tokens, at) or read_bare_year(tokens, at)
    if draft is None:
        raise ParseError("expected a date", text, tokens.span(0, len(tokens)) if len(tokens) else Span(0, 0))
    fault = draft.fault or _draft_fault(draft)
    if fault:
        raise ParseError(fault, text, tokens.span(at, draft.stop))
    # The full stop of «13/III.» belongs to the Roman numeral or ends the sentence.
    if draft.stop + (tokens.words[draft.stop] == ".") < len(tokens):
        rest = tokens.span(draft.stop, len(tokens))
        raise ParseError("expected nothing more after the date", text, rest)
    return _found(tokens, at, draft).value
