"""Strategies for the values, each with what its type can say; the plain ones come first."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from politburo.records import Charge
from politburo.testing.period import currencies
from politburo.text import Span
from politburo.values.base import Status, Value
from politburo.values.calendar_dates import DatePoint, fault_of, is_backwards
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import Currency, MonetaryAmount
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate, Unit
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording, action_names
from politburo.vocabulary import table

__all__ = [
    "actions",
    "charges",
    "codes",
    "dates",
    "durations",
    "money",
    "numbers",
    "numerals",
    "procedures",
    "quantities",
    "rates",
    "read_values",
    "secrecies",
    "shelfmarks",
    "spans",
    "units",
    "wordings",
]

V = TypeVar("V", bound=Value)
_MOST = 10**9


def spans(length: int = 100) -> st.SearchStrategy[Span]:
    """Generate a stretch of a text of so many characters, empty ones included."""
    offsets = st.integers(0, length)
    return st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))


def read_values(values: st.SearchStrategy[V], length: int = 100) -> st.SearchStrategy[V]:
    """Generate the values as if they had been read: somewhere in a text, or worked out."""
    return st.builds(
        lambda value, span, status: value.read_from(span, status),
        values,
        st.none() | spans(length),
        st.sampled_from(Status),
    )


# --- numbers ------------------------------------------------------------------------------------


def numbers(*, whole: bool = False) -> st.SearchStrategy[Decimal]:
    """Generate a number as papers give them: mostly round, at most two decimals."""
    plain = st.integers(1, _MOST).map(Decimal)
    round_ = st.builds(
        lambda digits, zeros: Decimal(digits * 10**zeros), st.integers(1, 999), st.integers(0, 6)
    )
    if whole:
        return round_ | plain
    return round_ | plain | st.integers(1, 10**8).map(lambda cents: Decimal(cents) / 100)


@st.composite
def _ends(
    draw: st.DrawFn, numbers_of: st.SearchStrategy[Decimal]
) -> tuple[Decimal | None, Decimal | None, bool]:
    """Generate the two ends of an amount, and whether it is approximate."""
    kind = draw(st.sampled_from(("exact", "most", "least", "about", "range")))
    low = draw(numbers_of)
    if kind in {"exact", "about"}:
        return low, low, kind == "about"
    if kind == "range":
        low, high = sorted((low, draw(numbers_of)))
        return low, high, False
    return (None, low, False) if kind == "most" else (low, None, False)


def money(units_of: st.SearchStrategy[Currency] | None = None) -> st.SearchStrategy[MonetaryAmount]:
    """Generate a sum of money: exact, a range, open at one end or approximate."""
    amounts = _ends(numbers())
    units_drawn = currencies() if units_of is None else units_of
    return st.builds(lambda ends, unit: MonetaryAmount(ends[0], ends[1], unit, ends[2]), amounts, units_drawn)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Generate a quantity; whole things are counted in whole numbers."""
    unit = draw(units())
    low, high, approximate = draw(_ends(numbers(whole=unit.whole)))
    return Quantity(low, high, unit, approximate)


def units() -> st.SearchStrategy[Unit]:
    """Generate a unit of the vocabulary."""
    return st.deferred(lambda: st.sampled_from([Unit(name) for name in table("units")["units"]]))


def rates() -> st.SearchStrategy[Rate]:
    """Generate an interest rate from 0 to 20 per cent a year."""
    return st.integers(0, 80).map(lambda quarters: Rate(Decimal(quarters) / 4))


def numerals() -> st.SearchStrategy[Numeral]:
    """Generate a number by itself."""
    return numbers().map(Numeral)


# --- times --------------------------------------------------------------------------------------


@st.composite
def _points(draw: st.DrawFn, *, years: st.SearchStrategy[int | None] | None = None) -> DatePoint:
    year = draw(st.integers(1917, 1991) | st.none() if years is None else years)
    month = draw(st.integers(1, 12) if year is None else st.integers(1, 12) | st.none())
    days = st.integers(1, 31).filter(lambda day: fault_of((year, month, day)) is None)
    day = None if month is None else draw(days | st.none())
    return DatePoint(year, month, day, approximate=draw(st.integers(0, 9)) == 9)


@st.composite
def dates(draw: st.DrawFn, *, with_year: bool | None = None) -> PartialDate:
    """Generate a day, month or year from 1917 to 1991 or without its year, or an interval, open or closed.

    ``with_year`` says whether all have their year, or none; otherwise some have.
    """
    years = {None: None, True: st.integers(1917, 1991), False: st.none()}[with_year]
    start = draw(_points(years=years))
    kind = draw(st.sampled_from(("single", "single", "since", "until", "interval")))
    if kind == "single":
        return PartialDate(start, start)
    if kind != "interval":
        return PartialDate(start, None) if kind == "since" else PartialDate(None, start)
    end = draw(_points(years=st.none() if start.year is None else st.integers(1917, 1991)))
    return PartialDate(end, start) if is_backwards(start, end) else PartialDate(start, end)


def durations(*, single: bool = False) -> st.SearchStrategy[Duration]:
    """Generate a period of time, mostly of one unit; with ``single`` always."""
    of_one_unit = st.builds(
        lambda unit, number: Duration(**{unit: number}),
        st.sampled_from(("days", "weeks", "months", "years")),
        st.integers(1, 30),
    )
    return (
        of_one_unit if single else of_one_unit | st.builds(Duration, *(st.integers(0, 12) for _ in range(4)))
    )


# --- names of papers and places -----------------------------------------------------------------


@st.composite
def codes(draw: st.DrawFn) -> Code:
    """Generate the number of an extract: «П51/144», «Ст-209/41гс», «178(ОП)»."""
    paired = draw(st.booleans())
    point = (
        draw(st.integers(1, 999).map(str) | st.sampled_from(("IV", "XVII")))
        if paired
        else str(draw(st.integers(1, 999)))
    )
    suffix = draw(st.sampled_from(("(ОП)", "сс", "гс", "gs")))
    if not paired:
        return Code("", None, point, suffix)
    prefix = draw(st.sampled_from(("П", "Ст", "P", "Pb", "St")))
    return Code(prefix, str(draw(st.integers(1, 300))), point, draw(st.sampled_from(("", suffix))))


@st.composite
def shelfmarks(draw: st.DrawFn) -> Shelfmark:
    """Generate a reference to an archive of the vocabulary, with or without its leaves."""
    archive = draw(st.sampled_from(("RGASPI", "RGANI", "APRF", "AVPRF", "GARF", "RGAE", "RGVA", "TsAFSB")))
    fond, opis, delo, leaf = (draw(st.integers(1, 999)) for _ in range(4))
    leaves = draw(st.sampled_from(("", "{0}", "{0}-{1}", "{0}об"))).format(leaf, leaf + 3)
    return Shelfmark(archive, str(fond), str(opis), str(delo), leaves)


# --- terms --------------------------------------------------------------------------------------


def actions() -> st.SearchStrategy[Action]:
    """Generate a class of verbs."""
    return st.deferred(lambda: st.sampled_from([Action(name) for name in sorted(action_names())]))


def secrecies() -> st.SearchStrategy[Secrecy]:
    """Generate a grade of secrecy."""
    return st.sampled_from([Secrecy(name) for name in Secrecy.names])


def procedures() -> st.SearchStrategy[Procedure]:
    """Generate a way of deciding."""
    return st.sampled_from([Procedure(name) for name in Procedure.names])


def wordings() -> st.SearchStrategy[Wording]:
    """Generate a title as decisions have them, Russian or English."""
    return st.deferred(
        lambda: st.sampled_from([Wording(text) for of in table("writing")["topics"].values() for text in of])
    )


def charges() -> st.SearchStrategy[Charge]:
    """Generate the entity of a directive that is charged to a loan."""
    return st.builds(lambda point, item: Charge(f"ru/{point}/{item}"), st.integers(1, 300), st.integers(0, 9))
