"""The dates of a paper, held against each other: catalogue, protocol, decision, deadline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from politburo.checking.places import decisions, directives, said
from politburo.checking.rule import Remark, Rule
from politburo.findings import Level
from politburo.records import CataloguePage, Directive, Document, Witness
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration

__all__ = ["RULES"]

# Protocols were closed some months after the first decisions in them; nearly a year is a slip of the year.
_LONGEST_PROTOCOL = dt.timedelta(days=300)


def find_date_conflicts(document: Document) -> Iterator[Remark]:
    """Yield what says another day than the text: the catalogue's date or title, a heading a year off."""
    if document.item is not None:
        yield from _catalogue_dates(document, document.item)
        yield from _title_year(document, document.item)
    for witness in document.witnesses:
        yield from _heading_years_off(document, witness)


def _catalogue_dates(document: Document, item: CataloguePage) -> Iterator[Remark]:
    days = _days(document)
    for date in item.dates:
        if days and not any(date.overlaps(day) for day in days):
            expected = ", ".join(dict.fromkeys(str(day) for day in days[:3]))
            yield Remark(
                f"the catalogue dates the paper {said(document, date)} ({date}): "
                f"expected the day of the protocol or of a decision ({expected})",
                date.span,
                "item",
            )


def _days(document: Document) -> list[PartialDate]:
    """Return the dates of all protocols and decisions; one without a year can be of any."""
    heads = [date for witness in document.witnesses for date in witness.protocol.dates]
    every = heads + [date for _, _, decision in decisions(document) for date in decision.dates]
    return [date for date in every if date.earliest or date.latest]


def _title_year(document: Document, item: CataloguePage) -> Iterator[Remark]:
    """Yield the one year that a title names where the text speaks of that year nowhere."""
    years = {int(year) for year in _years().findall(str(item.title or ""))}
    known = {year for date in _all_dates(document) for year in _years_of(date)}
    if item.title is None or len(years) != 1 or not known or years <= known:
        return
    expected = ", ".join(str(year) for year in sorted(known)[:3])
    yield Remark(
        f"the title says {years.pop()}: expected a year of which the text speaks ({expected})",
        item.title.span,
        "item",
    )


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"\b19[12345678]\d\b")


def _all_dates(document: Document) -> list[PartialDate]:
    inner = [
        date
        for place in directives(document)
        for date in (*place.directive.dates, *_days_of(place.directive))
    ]
    return _days(document) + inner


def _days_of(directive: Directive) -> list[PartialDate]:
    return [deadline for deadline in directive.deadlines if isinstance(deadline, PartialDate)]


def _years_of(date: PartialDate) -> set[int]:
    return {point.year for point in (date.start, date.end) if point is not None and point.year is not None}


def _heading_years_off(document: Document, witness: Witness) -> Iterator[Remark]:
    """Yield a heading's date that lies most of a year or more from the decisions below it."""
    for head in witness.protocol.dates:
        for decision in witness.protocol.decisions:
            far = [date for date in decision.dates if _distance(head, date) >= _LONGEST_PROTOCOL]
            if far:
                near = f"expected a date near that of the decisions ({far[0]}), one of the two years is wrong"
                message = f"the heading says {said(document, head)} ({head}): {near}"
                yield Remark(message, head.span, witness.key)
                break


def _distance(one: PartialDate, other: PartialDate) -> dt.timedelta:
    """Return the time between two dates, none where they meet or where a day is not known."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return dt.timedelta()
    return max(other.earliest - one.latest, one.earliest - other.latest, dt.timedelta())


def find_decisions_outside_protocol(document: Document) -> Iterator[Remark]:
    """Yield the decisions dated after the day of their protocol, or outside the time it covers."""
    seen = set[tuple[str, PartialDate]]()
    for entity, witness, decision in decisions(document):
        heads = witness.protocol.dates
        for date in decision.dates:
            outside = [head for head in heads if _outside(date, head)]
            if heads and len(outside) == len(heads) and (witness.key, date) not in seen:
                seen.add((witness.key, date))
                what = f"the decision is dated {said(document, date)} ({date})"
                yield Remark(f"{what}: expected a day {_within(heads[0])}", date.span, entity)


def _outside(date: PartialDate, head: PartialDate) -> bool:
    if head.is_day:
        return _after(date, head)
    return not date.overlaps(head)


def _after(date: PartialDate, head: PartialDate) -> bool:
    return date.earliest is not None and head.latest is not None and date.earliest > head.latest


def _within(head: PartialDate) -> str:
    return (
        f"not after that of the protocol, {head}" if head.is_day else f"within that of the protocol, {head}"
    )


def find_deadlines_before_decision(document: Document) -> Iterator[Remark]:
    """Yield the deadlines that were past when the decision was taken."""
    for place in directives(document):
        day = place.day
        for deadline in place.directive.deadlines:
            if day is not None and _past(deadline, day):
                yield Remark(
                    f"the deadline {said(document, deadline)} ({deadline}) lies before the decision ({day}): "
                    "expected a later day",
                    deadline.span,
                    place.entity,
                )


def _past(deadline: PartialDate | Duration, day: PartialDate) -> bool:
    if isinstance(deadline, Duration) or deadline.latest is None:
        return False
    return day.earliest is not None and deadline.latest < day.earliest


_CATALOGUED = """\
Protocol on assistance to Mongolia
Date: {}
Source: RGANI, F. 3, Op. 18, D. 81, L 12.

Extract from protocol No. 64 of the meeting of the Presidium of the TsK KPSS of 1 November 1962

1. Approve the draft agreement with Mongolia.
"""

_CLOSED = """\
ПРОТОКОЛ № 57
заседания Политбюро ЦК ВКП(б) от 15 августа 1931 г.

Опросом членов Политбюро от {} г.

п. 9: О полпредстве в Японии.
Увеличить смету полпредства СССР в Японии на 15.000 иен.
"""

_DUE = """\
ПРОТОКОЛ № 57
заседания Политбюро ЦК ВКП(б) от 15 августа 1931 г.

п. 9: О сплаве.
Обязать ВСНХ закончить сплав не позднее {} 1931 г.
"""

RULES = (
    Rule(
        "date-conflict",
        Level.WARNING,
        "the catalogue's date, title or citation disagrees with the text",
        "The date of the catalogue page must be that of the protocol or of one of its decisions; which of"
        " them it is varies from archive to archive and is no conflict. A year in the title must be one "
        "that the text speaks of. A heading whose date lies 300 days or more from the decisions under it "
        "has a wrong year.",
        "Papers are found, ordered and cited by the catalogue's date; a wrong year puts a decision before"
        " its cause.",
        _CATALOGUED.format("2 November 1962"),
        _CATALOGUED.format("1 November 1962"),
        find_date_conflicts,
    ),
    Rule(
        "decision-outside-protocol",
        Level.WARNING,
        "a decision date after the protocol's date or outside its interval",
        "A protocol that names one day was closed on that day: what it contains was decided then or "
        "before, by poll often weeks before. A protocol that names an interval or a month contains the "
        "decisions of that time.",
        "A poll after the day on which the protocol was closed hints at a misread date, or at a point "
        "that was added later; papers of both kinds exist, so it is a warning.",
        _CLOSED.format("18.VIII.31"),
        _CLOSED.format("8.VIII.31"),
        find_decisions_outside_protocol,
    ),
    Rule(
        "deadline-before-decision",
        Level.ERROR,
        "a deadline earlier than the decision",
        "A day by which something is to be done must not lie before the day of the decision, or before "
        "that of the protocol where the decision has none. A month or year is over only with its last "
        "day.",
        "Nobody orders what was due already: the day, the month or the year was misread in one of the two"
        " dates.",
        _DUE.format("1 июля"),
        _DUE.format("1 октября"),
        find_deadlines_before_decision,
    ),
)
