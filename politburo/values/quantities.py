"""Quantities and interest: «40 тыс. голов скота», "four U-2 aircraft", ``2% годовых``.

Grammar::

    quantity = shape { modifier } unit [ «и» unit ]        «300 инженеров и техников»
    rate     = figure percent ( «годовых» | "per annum" | … ) | "interest-free" | «беспроцентный»
    modifier = adjective | model name («У-2», "Douglas")   at most two

A noun that the vocabulary does not list is no unit («46 тыс. пар сапог»), and the number before it
no quantity. To add a unit or an occupation, see ``vocabulary/data/units.toml``.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, NamedTuple, Self

from attrs import field, frozen

from politburo.display import Shown
from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.amounts import (
    Amount,
    canonical,
    ended,
    exact_number,
    found_value,
    parse_measured,
    range_text,
)
from politburo.values.base import Status, Value, only_text, parse_whole
from politburo.values.numerals import plain
from politburo.values.phrases import longest
from politburo.values.shapes import Shape, glue, shape_at
from politburo.vocabulary import table

__all__ = [
    "Quantity",
    "Rate",
    "Unit",
    "quantity_of",
    "rate_of",
    "rate_words",
    "read_quantity",
    "read_rate",
    "unit_at",
]

_MOST_MODIFIERS = 2
_QUOTES = '"“”«»„'


def _known(instance: Unit, attribute: object, value: str) -> None:  # noqa: ARG001 - the signature of attrs
    if value not in table("units")["units"]:
        near = difflib.get_close_matches(value, list(table("units")["units"]), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ParseError(f"expected the id of a unit{hint}", value, Span(0, len(value)))


@frozen(repr=False)
class Unit(Shown):
    """A unit in which things are counted or measured, by its id in the statements.

    >>> Unit("head").name("ru"), Unit("tonne").whole
    ('голова скота', False)
    """

    id: str = field(validator=_known)

    @property
    def facts(self) -> Mapping[str, Any]:
        """Return the vocabulary's entry."""
        entry: Mapping[str, Any] = table("units")["units"][self.id]
        return entry

    def name(self, language: str) -> str:
        """Return the name in ``ru`` or ``en``."""
        return str(self.facts[f"name_{language}"])

    @property
    def whole(self) -> bool:
        """Tell whether only whole numbers of it make sense."""
        return bool(self.facts.get("whole", False))

    def __str__(self) -> str:
        """Return the id."""
        return self.id

    def __repr__(self) -> str:
        return f"Unit({self.id!r})"


@frozen(repr=False)
class Quantity(Amount):
    """A number of things: exact, a range, open at one end, or approximate.

    >>> str(Quantity.parse("39.3 thousand metric tons")), str(Quantity.parse("6—8 пароходов"))
    ('39300 tonne', '6/8 ship')
    """

    unit: Unit
    approximate: bool = False

    kind: ClassVar[str] = "quantity"

    @classmethod
    def of(cls, number: Decimal | int | str, unit: str) -> Self:
        """Return an exact quantity; a float, which is none, is refused.

        >>> str(Quantity.of(4, "aircraft"))
        '4 aircraft'
        """
        exact = exact_number(number)
        return cls(exact, exact, Unit(unit))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text that is exactly one quantity, canonical or worded, or raise ParseError.

        >>> str(Quantity.parse("не менее чем на 10%"))
        '10/.. percent'
        """
        known = canonical(text)
        if known is not None and known[3] in table("units")["units"]:
            return cls(known[0], known[1], Unit(known[3]), known[2], span=Span(0, len(text)))
        found = parse_measured(text, read_quantity, "a quantity", "a unit")
        return cls(
            found.low, found.high, found.unit, found.approximate,
            span=found.span, status=found.status, figure=found.figure,
        )  # fmt: skip

    @property
    def amount(self) -> Decimal | None:
        """Return the number of an exact quantity, None of a range, an open or an approximate one."""
        return self.low if self.low == self.high and not self.approximate else None

    def __str__(self) -> str:
        """Return the canonical form of the statements."""
        return f"{range_text(self.low, self.high, approximate=self.approximate)} {self.unit}"


@frozen(repr=False)
class Rate(Value):
    """An interest rate in per cent a year; 0 for a loan without interest.

    >>> str(Rate.parse("4,5% годовых")), str(Rate.parse("interest-free"))
    ('4.5', '0')
    """

    value: Decimal

    kind: ClassVar[str] = "rate"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text that is exactly one interest rate, or raise ParseError.

        >>> str(Rate.parse("6.5 per cent a year"))
        '6.5'
        """
        only_text(text)
        if text.replace(".", "", 1).isdecimal() and text.isascii() and text[0] != ".":
            return cls(Decimal(text), span=Span(0, len(text)))
        found = parse_whole(text, read_rate, "an interest rate")
        return cls(found.value, span=found.span, status=found.status)

    def __str__(self) -> str:
        """Return the plain number of per cent."""
        return plain(self.value)


class _Thing(NamedTuple):
    unit: str
    stop: int
    script: str


def read_quantity(tokens: Tokens, at: int) -> Found[Quantity] | None:
    """Read the quantity that starts at a token.

    >>> tokens = Tokens("поставить четыре самолета У-2")
    >>> str(read_quantity(tokens, 1).value)
    '4 aircraft'
    """
    shape = shape_at(tokens, at)
    return quantity_of(tokens, shape) if shape and not shape.sign else None


def quantity_of(tokens: Tokens, shape: Shape) -> Found[Quantity] | None:
    """Read the unit behind a number, with the modifiers between."""
    start = shape.stop
    if tuple(tokens.keys[start : start + len(shape.echo)]) != shape.echo:
        return None
    start += tokens.words[start] in ("-", "‑") and shape.adjectival and tokens.tight(start)
    modifiers = _MOST_MODIFIERS if _may_be_modified(tokens, shape) else 0
    thing = _thing(tokens, start, modifiers, several=shape.high != 1)
    if thing is None:
        return None
    shape = _with_fractions(shape, thing)
    if Unit(thing.unit).whole and not _is_whole(shape):
        return None
    value = Quantity(shape.low, shape.high, Unit(thing.unit), shape.approximate)
    found: Found[Quantity] = found_value(value, ended(tokens, shape, thing.stop))
    return found


def _is_whole(shape: Shape) -> bool:
    return all(end is None or end == end.to_integral_value() for end in (shape.low, shape.high))


def _may_be_modified(tokens: Tokens, shape: Shape) -> bool:
    """Refuse modifiers behind what may be a year: "in 1936 Soviet specialists …"."""
    written = tokens.quote(shape.number_at, shape.stop)
    return not (len(written) == 4 and written.isdecimal() and written[:2] in {"18", "19"})


def _thing(tokens: Tokens, at: int, modifiers: int = 0, *, several: bool = False) -> _Thing | None:
    """Read a unit, or up to two modifiers and a unit."""
    barred, left = False, modifiers
    while tokens.joined(at):
        found = longest(tokens, at, _words()["words"])
        if found and not _compounded(tokens, found[1]) and not (several and _is_adjunct(tokens, at, found)):
            # Railway cars are no motor vehicles, railway engineers are people.
            return None if barred and found[0] != "person" else _counted(tokens, found[0], found[1], at)
        follower = _behind_modifier(tokens, at) if left else 0
        if not follower:
            return None
        barred = barred or tokens.keys[at] in _words()["barred"]
        at, left = follower, left - 1
    return None


def unit_at(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Read the unit that is named at a token without a number, as the head of a table does.

    >>> unit_at(Tokens("(в тоннах)"), 2)
    (Unit('tonne'), 3)
    """
    found = longest(tokens, at, _words()["words"])
    return (Unit(found[0]), found[1]) if found else None


def _is_adjunct(tokens: Tokens, at: int, found: tuple[str, int]) -> bool:
    """Tell whether an English unit word qualifies the noun behind it: "aircraft engines"."""
    word, stop = tokens.keys[at], found[1]
    if tokens.keys[stop] in _words()["not_before"].get(word, ()):
        return True
    if stop != at + 1 or not Unit(found[0]).whole or not tokens.joined(stop):
        return False
    if word in _words()["singular"]:
        return tokens.kinds[stop] is Kind.WORD and tokens.keys[stop] not in glue()["glue"]
    return word == "aircraft" and tokens.keys[stop].endswith("s") and tokens.keys[stop].isalpha()


@cache
def _words() -> Mapping[str, Any]:
    made: dict[str, Any] = dict(table("units"))
    made["endings"] = tuple(made["endings"])
    for name in ("barred", "abbreviated", "joining", "singular"):
        made[name] = frozenset(made[name])
    return made


def _compounded(tokens: Tokens, at: int) -> bool:
    """Tell whether a word goes on behind a hyphen and is another: "man-days"."""
    if tokens.words[at] not in ("-", "‑") or not tokens.tight(at) or not tokens.tight(at + 1):
        return False
    return tokens.kinds[at + 1] is Kind.WORD and tokens.words[at + 1].isascii()


def _counted(tokens: Tokens, unit: str, stop: int, at: int) -> _Thing:
    """Take in what belongs to the noun: «самолетов-истребителей», «инженеров и техников»."""
    script = tokens.words[at]
    if tokens.words[stop] in ("-", "‑") and tokens.tight(stop) and tokens.kinds[stop + 1] is Kind.WORD:
        stop += 2
    if unit != "person":
        return _Thing(unit, stop, script)
    if tokens.keys[stop] in _words()["joining"] and tokens.joined(stop):
        more = longest(tokens, stop + 1, _words()["words"])
        if more and more[0] == "person" and not _compounded(tokens, more[1]) and tokens.joined(stop + 1):
            stop = more[1]
    return _Thing(unit, stop, script)


def _behind_modifier(tokens: Tokens, at: int) -> int:
    """Return the index behind a word that may stand between a number and its noun, else 0."""
    quoted = tokens.words[at] in _QUOTES and tokens.kinds[at] is Kind.MARK
    start = at + quoted
    if tokens.kinds[start] is Kind.END or not tokens.joined(start):
        return 0
    stop = _behind_hyphened(tokens, start)
    if not quoted:
        return stop if _modifies(tokens, start, stop) else 0
    return stop + 1 if tokens.words[stop] in _QUOTES and tokens.kinds[stop] is Kind.MARK else 0


def _behind_hyphened(tokens: Tokens, at: int) -> int:
    """Return the index behind a word with all that hyphens join to it: "U-2", «203-мм»."""
    stop = at + 1
    while tokens.words[stop] in ("-", "‑") and tokens.tight(stop) and tokens.tight(stop + 1):
        stop += 2
        while tokens.tight(stop) and tokens.kinds[stop] in (Kind.WORD, Kind.NUMBER):
            stop += 1
    return stop


def _modifies(tokens: Tokens, at: int, stop: int) -> bool:
    word, known = tokens.keys[at], _words()
    if stop > at + 1:
        return tokens.kinds[at] in (Kind.WORD, Kind.NUMBER)
    if tokens.kinds[at] is not Kind.WORD or word in glue()["glue"] or word in glue()["other"]:
        return False
    if word in table("money")["nouns"]:
        return False
    if word.isascii():
        return True
    return word.endswith(known["endings"]) and len(word) > 4


def _with_fractions(shape: Shape, thing: _Thing) -> Shape:
    """Choose between thousands and a fraction where only the unit can tell.

    Whole things are thousands. Of measures, three digits ending in a zero are thousands, and
    otherwise the separator is the decimal sign where it is one in the language of the unit.
    """
    if shape.fractions is None or Unit(thing.unit).whole:
        return shape
    low, high = shape.fractions
    if thing.unit == "percent":
        return shape._replace(low=low, high=high)
    number = shape.low if shape.high is None else shape.high
    if number is None or number % 10 == 0 or (shape.separator == ".") != thing.script.isascii():
        return shape
    return shape._replace(low=low, high=high)


def read_rate(tokens: Tokens, at: int) -> Found[Rate] | None:
    """Read the interest rate that starts at a token.

    >>> tokens = Tokens("кредит на пять лет из 2% годовых")
    >>> str(read_rate(tokens, 5).value)
    '2'
    """
    free = longest(tokens, at, _words()["rates"]["free"])
    if free is not None:
        return Found(Rate(Decimal(0), span=tokens.span(at, free[1])), free[1])
    shape = shape_at(tokens, at)
    return rate_of(tokens, shape) if shape and not shape.sign else None


@cache
def rate_words() -> frozenset[str]:
    """Return the keys of the words that open "interest-free" and its like.

    >>> "беспроцентного" in rate_words()
    True
    """
    return frozenset(_words()["rates"]["free"])


def rate_of(tokens: Tokens, shape: Shape) -> Found[Rate] | None:
    """Read what makes a percentage interest: «годовых», "per annum", "a year"."""
    thing = _thing(tokens, shape.stop)
    if thing is None or thing.unit != "percent" or not shape.exact or shape.approximate:
        return None
    after = longest(tokens, thing.stop, _words()["rates"]["after"])
    if after is None or not tokens.joined(thing.stop):
        return None
    if shape.at and tokens.keys[shape.at - 1] in _words()["rates"]["changed_by"]:
        return None
    value = shape.fractions[1] if shape.fractions else shape.high
    end = ended(tokens, shape, after[1])
    status = Status.EMENDED if shape.noise else Status.STATED
    return Found(Rate(value or Decimal(0), span=end.span, status=status), end.stop, end.noise)
