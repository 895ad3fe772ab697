"""What sums of money and quantities have in common, and how they are written canonically.

Grammar of the canonical form::

    canonical = [ "~" ] ( number | end "/" end ) " " id       ``../20000 JPY``, ``~200000 RUB``
    end       = number | ".."             ; below zero («-500 RUB») only in what was reckoned

The words that make a bound or a range are read by :mod:`politburo.values.shapes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from attrs import evolve, field, frozen

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.base import Status, Value, only_text
from politburo.values.faults import fused
from politburo.values.numerals import plain
from politburo.values.shapes import Shape, shape_at

__all__ = [
    "Amount",
    "BareAmount",
    "Ended",
    "canonical",
    "ended",
    "exact_number",
    "found_value",
    "parse_measured",
    "range_text",
]

M = TypeVar("M", bound="Amount")

_MARKS = frozenset("+*¹²³⁰⁴⁵⁶⁷⁸⁹")


@frozen(repr=False)
class Amount(Value):
    """A number of something: exact (``low == high``), a range, or open at one end (None).

    ``figure`` is the passage without the bound: of «до 300 тысяч червонцев» it is
    «300 тысяч червонцев».
    """

    low: Decimal | None
    high: Decimal | None

    figure: Span | None = field(default=None, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse an amount without any end, or with its ends in the wrong order."""
        if self.low is None and self.high is None:
            raise ValueError("expected at least one end of the amount")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"expected the lower end first: {self.low}/{self.high}")

    def exactly(self) -> Self:
        """Return the amount without its bound: of «довести до 300 тысяч» the 300 thousand.

        Its span leaves the bound out. A range stays what it is.

        >>> str(BareAmount(None, Decimal(300)).exactly())
        '300'
        """
        if self.low is not None and self.high is not None:
            return self
        number = self.high if self.low is None else self.low
        return evolve(self, low=number, high=number, span=self.figure or self.span)


@frozen(repr=False)
class BareAmount(Amount):
    """A number whose unit is not said; the reading stage finds it in the context.

    ``ditto`` tells that the unit is that of the line above (``310,000 "``); ``noun`` is the word
    that follows where it looks like the thing counted and is no unit we know («46 тыс. пар сапог»).
    """

    approximate: bool = False
    ditto: bool = False
    noun: str = ""

    kind: ClassVar[str] = "bare"

    def __str__(self) -> str:
        """Return the number or range alone."""
        return range_text(self.low, self.high, approximate=self.approximate)

    def __repr__(self) -> str:
        return f"BareAmount({self})"


def exact_number(number: Decimal | int | str) -> Decimal:
    """Return a number as it is meant to the last digit, or refuse it.

    >>> exact_number("114155.25")
    Decimal('114155.25')
    >>> exact_number(0.1)
    Traceback (most recent call last):
    TypeError: expected an int, a Decimal or a text of digits, got float: 0.1 is not exact
    """
    if isinstance(number, bool) or not isinstance(number, (Decimal, int, str)):
        what = f"{type(number).__name__}: {number!r} is not exact"
        raise TypeError(f"expected an int, a Decimal or a text of digits, got {what}")
    try:
        found = Decimal(number)
    except InvalidOperation:
        raise ValueError(f"expected a number like 1234.5, got {number!r}") from None
    if not found.is_finite():
        raise ValueError(f"expected a number, got {found}")
    return found or Decimal(0)


class Ended(NamedTuple):
    """Where a value ends once the note marks fused to it are cut off."""

    span: Span
    stop: int
    noise: tuple[Noise, ...]
    figure: Span


def ended(tokens: Tokens, shape: Shape, stop: int) -> Ended:
    """Return the span of a value from its shape to ``stop``; note marks behind it are noise.

    >>> tokens = Tokens("6.150 тыс. рублей2 за счет")
    >>> end = ended(tokens, shape_at(tokens, 0), 6)
    >>> end.span.of(tokens.text), end.noise[0].rule
    ('6.150 тыс. рублей', 'footnote-glued')
    """
    last = tokens.stops[stop - 1]
    behind = _marks_behind(tokens, stop)
    noise = shape.noise
    if behind > stop:
        place = Span(tokens.starts[stop - 1], tokens.stops[behind - 1])
        mark = tokens.text[last : place.stop]
        noise = (*noise, fused(tokens.words[stop - 1], mark, place))
    figure = Span(tokens.starts[shape.number_at], last)
    return Ended(Span(tokens.starts[shape.at], last), behind, noise, figure)


def _marks_behind(tokens: Tokens, at: int) -> int:
    """Return the index behind the note marks that are fused to the token before."""
    stop = at
    while tokens.words[stop] in _MARKS and tokens.tight(stop) and stop < at + 4:
        stop += 1
    if stop > at or tokens.kinds[at] is not Kind.NUMBER or not tokens.tight(at) or len(tokens.words[at]) > 3:
        return stop
    if tokens.kinds[at - 1] is not Kind.WORD or (tokens.tight(at + 1) and _continues(tokens, at + 1)):
        return at
    return at + 1


def _continues(tokens: Tokens, at: int) -> bool:
    if tokens.kinds[at] is not Kind.MARK:
        return True
    return tokens.words[at] in ".,-/" and tokens.kinds[at + 1] is Kind.NUMBER and tokens.tight(at + 1)


def found_value(value: Amount, end: Ended) -> Found[Any]:
    """Return a value with its place and status, as a grammar answers."""
    emended = any(noise.rule != "footnote-glued" for noise in end.noise)
    status = Status.EMENDED if emended else Status.STATED
    placed = evolve(value, span=end.span, status=status, figure=end.figure)
    return Found(placed, end.stop, end.noise)


def range_text(low: Decimal | None, high: Decimal | None, *, approximate: bool) -> str:
    """Return the canonical text of a number, a range or an open range.

    >>> range_text(Decimal(10), None, approximate=False), range_text(Decimal(5), Decimal(5), approximate=True)
    ('10/..', '~5')
    """
    sign = "~" if approximate else ""
    if low == high and low is not None:
        return sign + plain(low)
    ends = [".." if end is None else plain(end) for end in (low, high)]
    return sign + "/".join(ends)


def parse_measured(
    text: str, grammar: Callable[[Tokens, int], Found[M] | None], expected: str, unit: str
) -> M:
    """Read a text that is exactly one measured value; an error points at what is not understood."""
    tokens = Tokens(text)
    found = grammar(tokens, 0)
    if found is None:
        shape = shape_at(tokens, 0)
        start = min(shape.stop if shape else 0, len(tokens))
        message = f"expected {unit} after the number" if shape else f"expected {expected}"
        raise ParseError(message, text, Span(tokens.starts[start], tokens.stops[start]))
    if found.stop < len(tokens):
        rest = tokens.span(found.stop, len(tokens))
        raise ParseError(f"expected nothing more after {expected}", text, rest)
    return found.value


@cache
def _canonical_pattern() -> re.Pattern[str]:
    number = r"-?\d+(?:\.\d*[1-9])?"
    return re.compile(rf"(~)?(?:({number})|({number}|\.\.)/({number}|\.\.)) (\w+)")


def canonical(text: str) -> tuple[Decimal | None, Decimal | None, bool, str] | None:
    """Read the canonical form of an amount: low, high, approximate, id of the unit.

    >>> canonical("../20000 JPY")
    (None, Decimal('20000'), False, 'JPY')
    """
    only_text(text)
    match = _canonical_pattern().fullmatch(text)
    if match is None or not text.isascii():
        return None
    about, exact, low, high, unit = match.groups()
    ends = [None if end == ".." else Decimal(end) for end in ((exact, exact) if exact else (low, high))]
    if ends == [None, None] or (None not in ends and ends[0] > ends[1]):  # type: ignore[operator]
        return None
    return ends[0], ends[1], bool(about), unit
