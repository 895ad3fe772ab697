"""Strategies for protocols, and for what they are made of: only what a paper can say.

:func:`politburo.writing.text.write` says in full what that is. A protocol of these is written as a
paper and read back as itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from politburo.records import Attendance, Decision, Directive, Order, Protocol, Recipient
from politburo.testing.period import (
    Period,
    bodies,
    currencies,
    days,
    parties,
    periods,
    persons,
    ranked,
    signatories,
)
from politburo.testing.values import numbers, units
from politburo.values.calendar_dates import DatePoint
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table
from politburo.writing.orders import names_of
from politburo.writing.text import Form

__all__ = ["Said", "decisions", "directives", "orders", "protocols", "recipients", "said"]

T = TypeVar("T")
_LETTERS = {"ru": "абвг", "en": "abcd"}
_ALL = {"ru": "все", "en": "all"}
_FEW = 2


@frozen
class Said:
    """A protocol with the language and the form in which a paper says it."""

    protocol: Protocol
    language: str
    form: Form


def _few(values: st.SearchStrategy[T], least: int = 0, most: int = _FEW) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, min_size=least, max_size=most, unique=True).map(tuple)


# --- orders and directives ----------------------------------------------------------------------


@st.composite
def orders(draw: st.DrawFn, period: Period | None = None) -> Order:
    """Generate an order: a verb that governs has those told to act and their tasks."""
    period = draw(periods()) if period is None else period
    name = draw(st.sampled_from(_verbs()))
    if name not in table("actions")["governs"]:
        return Order(Action(name), (), draw(_few(parties(period))))
    tasks = draw(_few(st.sampled_from(_tasks()), 1))
    return Order(Action(name), tuple(map(Action, tasks)), draw(_few(parties(period), 1)))


def _verbs() -> list[str]:
    return list(table("writing")["verbs"])


def _tasks() -> list[str]:
    """Return the classes that another verb may govern; one without a class of its own has no task."""
    return [name for name in _verbs() if name not in table("actions")["governs"] and name != "other"]


@st.composite
def directives(draw: st.DrawFn, period: Period | None = None, path: tuple[str, ...] = ("0",)) -> Directive:
    """Generate a directive: one or two orders, a few values, and every name once for each time it is said."""
    period = draw(periods()) if period is None else period
    given = draw(_few(orders(period), 1))
    return _named(
        Directive(
            path,
            given,
            money=draw(_few(_sums(period))),
            quantities=draw(_few(_counted())),
            deadlines=draw(_few(_deadlines(period), most=1)),
            dates=draw(_few(_dates(period), most=1)),
        ),
        draw(_few(bodies(period), most=1)),
        draw(_few(persons(period), most=1)),
    )


def _named(directive: Directive, extra: Sequence[Body] = (), people: Sequence[Person] = ()) -> Directive:
    """Return the directive with the names that its orders say, and further ones."""
    told = names_of(directive.orders)
    return evolve(
        directive,
        bodies=(*(name for name in told if isinstance(name, Body)), *extra),
        persons=(*(name for name in told if isinstance(name, Person)), *people),
    )


@st.composite
def _sums(draw: st.DrawFn, period: Period) -> MonetaryAmount:
    unit, low = draw(currencies(period)), draw(numbers()) + 1
    kind = draw(st.sampled_from(("exact", "most", "least", "about", "range")))
    ends = {"most": (None, low), "least": (low, None), "range": (low, low + draw(numbers(whole=True)))}
    return MonetaryAmount(*ends.get(kind, (low, low)), unit, kind == "about")


@st.composite
def _counted(draw: st.DrawFn) -> Quantity:
    unit = draw(units())
    low = (
        draw(st.integers(1, 99))
        if unit.id == "percent"
        else draw(st.integers(1, 999) | st.integers(1, 99).map(lambda n: n * 1000))
    )
    kind = draw(st.sampled_from(("exact", "most", "least", "about")))
    exact = Quantity.of(low, unit.id)
    if kind == "about":
        return evolve(exact, approximate=True)
    if kind == "exact":
        return exact
    return evolve(exact, low=None) if kind == "most" else evolve(exact, high=None)


@st.composite
def _deadlines(draw: st.DrawFn, period: Period) -> PartialDate | Duration:
    kind = draw(st.sampled_from(("day", "month", "term")))
    if kind == "term":
        number = draw(st.integers(1, 20))
        return draw(st.sampled_from((Duration(days=number), Duration(weeks=number), Duration(months=number))))
    day = draw(days(period.day, period.day + dt.timedelta(days=500)))
    return PartialDate.of(day.year, day.month, day.day if kind == "day" else None)


@st.composite
def _dates(draw: st.DrawFn, period: Period) -> PartialDate:
    day = draw(days(period.day - dt.timedelta(days=300), period.day))
    later = day + dt.timedelta(days=draw(st.integers(1, 400)))
    start, end = (DatePoint(each.year, each.month, each.day) for each in (day, later))
    kind = draw(st.sampled_from(("day", "month", "year", "since", "interval")))
    if kind == "since":
        return PartialDate(start, None)
    if kind == "interval":
        return PartialDate(start, end)
    return PartialDate.of(day.year, None if kind == "year" else day.month, day.day if kind == "day" else None)


# --- decisions ----------------------------------------------------------------------------------


@st.composite
def recipients(draw: st.DrawFn, period: Period | None = None, labels: tuple[str, ...] = ()) -> Recipient:
    """Generate who was sent an extract, and of which sub-points."""
    period = draw(periods()) if period is None else period
    party = draw(parties(period))
    every = (_ALL[period.language],)
    scopes = (
        st.just(()) | st.just(every) | _few(st.sampled_from(labels), 1).map(lambda s: tuple(sorted(s)))
        if labels
        else st.just(())
    )
    return Recipient(party, draw(scopes))


@st.composite
def attendances(draw: st.DrawFn, period: Period | None = None) -> Attendance:
    """Generate who was present together: members or candidates of the organ, or those of a body."""
    period = draw(periods()) if period is None else period
    rank = draw(st.sampled_from(("member", "candidate", "")))
    elected = ranked(period, rank) if rank else ()
    names = st.sampled_from(elected) if elected else persons(period)
    body = Body(id=period.organ) if elected else draw(st.none() | bodies(period))
    present = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    return Attendance(tuple(present), rank if elected else "", body)


@st.composite
def decisions(draw: st.DrawFn, period: Period | None = None, number: str = "7") -> Decision:
    """Generate a point: title, directives, and who was sent an extract."""
    period = draw(periods()) if period is None else period
    titles: list[str] = table("writing")["topics"][period.language]
    given = draw(_lists(period))
    labels = tuple(dict.fromkeys(d.path[0] for d in given if d.path != ("0",)))
    return Decision(
        number,
        Wording(draw(st.sampled_from(titles))),
        speakers=draw(_few(persons(period))) if period.form is Form.MINUTES else (),
        recipients=draw(_sent(period, labels)),
        directives=given,
    )


@st.composite
def _lists(draw: st.DrawFn, period: Period) -> tuple[Directive, ...]:
    """Generate the directives of a point: unmarked, numbered, lettered, or letters below a number."""
    letters = _LETTERS[period.language]
    kind = draw(st.sampled_from(("plain", "letters", "numbers", "nested", "lead")))
    if kind == "plain":
        return (draw(directives(period)),)
    count = draw(st.integers(2, 3))
    if kind == "letters":
        return tuple(draw(directives(period, (letter,))) for letter in letters[:count])
    if kind == "numbers":
        return tuple(draw(directives(period, (str(n),))) for n in range(1, count + 1))
    first = draw(_leads(period) if kind == "lead" else directives(period, ("1",)))
    below = _led if kind == "lead" else directives
    inner = tuple(draw(below(period, ("1", letter))) for letter in letters[:count])
    return (first, *inner, draw(directives(period, ("2",))))


@st.composite
def _leads(draw: st.DrawFn, period: Period) -> Directive:
    """Generate a directive that ends in a colon: who is told, and below what."""
    governing = [name for name in _verbs() if name in table("actions")["governs"]]
    order = Order(Action(draw(st.sampled_from(governing))), (), draw(_few(parties(period), 1)))
    return _named(Directive(("1",), (order,)))


@st.composite
def _led(draw: st.DrawFn, period: Period, path: tuple[str, ...]) -> Directive:
    task = Action(draw(st.sampled_from(_tasks())))
    return Directive(
        path, (Order(None, (task,)),), money=draw(_few(_sums(period))), quantities=draw(_few(_counted()))
    )


@st.composite
def _sent(draw: st.DrawFn, period: Period, labels: tuple[str, ...]) -> tuple[Recipient, ...]:
    found = draw(st.lists(recipients(period, labels), max_size=3, unique_by=lambda each: each.party))
    if period.form in {Form.EXTRACT, Form.CPSU}:
        # The list above an extract begins with a comrade.
        found.sort(key=lambda each: isinstance(each.party, Body))
        found = found if found and isinstance(found[0].party, Person) else []
    return tuple(found)


# --- protocols ----------------------------------------------------------------------------------


@st.composite
def said(draw: st.DrawFn, language: str | None = None, form: Form | None = None) -> Said:
    """Generate a protocol with the language and form in which a paper says it."""
    period = draw(periods(language, form))
    makers: dict[Form, Callable[[Period], st.SearchStrategy[Protocol]]] = {
        Form.MINUTES: _minutes,
        Form.SPECIAL: _special,
        Form.EXTRACT: _extract,
        Form.CPSU: _cpsu,
    }
    return Said(draw(makers[period.form](period)), period.language, period.form)


def protocols(language: str | None = None, form: Form | None = None) -> st.SearchStrategy[Protocol]:
    """Generate a protocol that a paper of the form and language (or of any) says."""
    return said(language, form).map(lambda each: each.protocol)


@st.composite
def _framed(draw: st.DrawFn, period: Period, secrecy: Sequence[str]) -> Protocol:
    """Generate what every protocol has: number, organ, day, secrecy, signature."""
    return Protocol(
        numbers=(Wording(str(draw(st.integers(1, 199)))),),
        bodies=(Body(id=period.organ),),
        dates=(period.date,),
        secrecies=tuple(map(Secrecy, draw(_few(st.sampled_from(secrecy), most=1)))),
        signatories=draw(_few(signatories(period), most=1)),
    )


@st.composite
def _numbered(draw: st.DrawFn, period: Period) -> tuple[Decision, ...]:
    number, found = draw(st.integers(1, 300)), []
    for _ in range(draw(st.integers(1, 3))):
        found.append(draw(decisions(period, str(number))))
        number += draw(st.integers(1, 3))
    return tuple(found)


@st.composite
def _minutes(draw: st.DrawFn, period: Period) -> Protocol:
    sitting = (Procedure("sitting"),) if draw(st.booleans()) else ()
    present = draw(_few(attendances(period))) if sitting else ()
    frame = draw(_framed(period, ("secret", "strictly_secret", "top_secret")))
    return evolve(frame, procedures=sitting, attendance=present, decisions=draw(_numbered(period)))


@st.composite
def _special(draw: st.DrawFn, period: Period) -> Protocol:
    frame = draw(_framed(period, ("strictly_secret", "special_folder")))
    blank = Wording(draw(st.sampled_from(("blank", "12", "120"))))
    given, day = [], period.day - dt.timedelta(days=draw(st.integers(1, 20)))
    for decision in draw(_numbered(period)):
        given.append(evolve(decision, dates=(PartialDate.of(day.year, day.month, day.day),)))
        day += dt.timedelta(days=draw(st.integers(0, 1)))
    special = st.none() | st.just(blank)
    return evolve(
        frame,
        special_number=draw(special),
        procedures=(Procedure("poll"),),
        decisions=tuple(map(_marked(draw), given)),
    )


def _marked(draw: st.DrawFn) -> Callable[[Decision], Decision]:
    """Put some decisions into the special folder, as their number says: «178(ОП)»."""

    def marked(decision: Decision) -> Decision:
        if draw(st.integers(0, 4)) < 4:
            return decision
        return evolve(decision, number=f"{decision.number}(ОП)", secrecies=(Secrecy("special_folder"),))

    return marked


@st.composite
def _extract(draw: st.DrawFn, period: Period) -> Protocol:
    frame = draw(_framed(period, ("strictly_secret", "special_folder")))
    decision = draw(decisions(period, str(draw(st.integers(1, 300)))))
    # The heading of an extract gives the number; the day is the decision's.
    return evolve(frame, dates=(), decisions=(evolve(decision, dates=(period.date,)),))


@st.composite
def _cpsu(draw: st.DrawFn, period: Period) -> Protocol:
    frame = draw(_framed(period, ("strictly_secret", "top_secret", "special_folder", "special_importance")))
    number = draw(st.integers(1, 199).map(str) | st.sampled_from(("IV", "XVII", "XXI")))
    return evolve(frame, decisions=(draw(decisions(period, number)),))
