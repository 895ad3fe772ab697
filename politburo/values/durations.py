"""Periods of time: «в трехдневный срок», «сроком на полтора года», ``within a ten-day period``.

    duration = ["в"] adjective «срок»            ; трехдневный, 3-дневный, 2-х недельный, декадный
             | lead [number] unit                ; в течение четырех лет, within a month
             | number [dash] unit ["period"]     ; 3 года, ten-day period
             | «полтора» unit | «полгода»
             | number ["equal"] "yearly" "parts" ; three equal yearly parts
    canonical = "P" [n "Y"] [n "M"] [n "W"] [n "D"]   ; ISO 8601, weeks allowed beside the others

Units are kept as said: two weeks are ``P2W``, a декада is ``P10D``, and eighteen months are not a year
and a half. Only halves are broken up: half a year is six months, half a month fifteen days. A new unit
or numeral stem goes into ``vocabulary/data/durations.toml``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from attrs import evolve, frozen

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.base import Status, Value, parse_whole
from politburo.values.numerals import figure_at, numeral_words
from politburo.vocabulary import table

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

__all__ = ["Duration", "duration_words", "read_duration"]

_LETTERS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
# A number of years above this is a year (1936 года), a number of days above it a slip.
_MOST = 999
_MOST_YEARS = 99
# «Равными годовыми взносами» has two; a longer run of such words is no phrase.
_MOST_WORDS_OF_PARTS = 3


@frozen(repr=False)
class Duration(Value):
    """A period of time in the units it is given in; ``str`` is ISO 8601.

    >>> Duration.parse("в трехдневный срок"), str(Duration.parse("полтора года"))
    (Duration.parse('P3D'), 'P18M')
    """

    kind: ClassVar[str] = "duration"

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __attrs_post_init__(self) -> None:
        if min(self.years, self.months, self.weeks, self.days) < 0:
            raise ValueError("expected a period of time that does not run backwards")

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read a text that is exactly one period of time, in ISO 8601 or in words.

        >>> str(Duration.parse("three equal yearly parts"))
        'P3Y'
        """
        if isinstance(text, str) and text.strip().startswith("P"):
            return _parse_iso(text)
        return parse_whole(text, _read_anything, "a period of time")

    def __str__(self) -> str:
        """Return the duration in ISO 8601."""
        parts = [f"{getattr(self, name)}{letter}" for letter, name in _LETTERS.items() if getattr(self, name)]
        return "P" + ("".join(parts) or "0D")

    def relativedelta(self) -> relativedelta:
        """Return the period for reckoning with :mod:`dateutil`.

        >>> Duration.parse("P18M").relativedelta()
        relativedelta(years=+1, months=+6)
        """
        # Imported here: loading it takes longer than reading a paper.
        from dateutil.relativedelta import relativedelta

        return relativedelta(years=self.years, months=self.months, weeks=self.weeks, days=self.days)

    def after(self, day: dt.date) -> dt.date:
        """Return the day on which the period ends that begins on ``day``.

        >>> Duration.parse("в месячный срок").after(dt.date(1931, 1, 31))
        datetime.date(1931, 2, 28)
        """
        return day + self.relativedelta()


def _parse_iso(text: str) -> Duration:
    rest, found = text.strip()[1:], dict[str, int]()
    for letter, name in _LETTERS.items():
        number, mark, tail = rest.partition(letter)
        if mark and number.isascii() and number.isdigit():
            found[name], rest = int(number), tail
    if rest or not found:
        at = len(text.rstrip()) - len(rest)
        raise ParseError("expected a period of time like P3D", text, Span(at, at + len(rest)))
    return _of(found).read_from(Span(0, len(text)))


def _of(length: Mapping[str, int]) -> Duration:
    return Duration(*(length.get(unit, 0) for unit in _LETTERS.values()))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("durations")["words"][name])


@cache
def _column(name: str) -> dict[str, Mapping[str, int]]:
    return dict(table("durations")[name])


@cache
def _leads() -> dict[str, list[tuple[tuple[str, ...], bool, bool]]]:
    found: dict[str, list[tuple[list[str], bool, bool]]] = table("durations")["leads"]
    return {
        first: [(tuple(rest), number, over) for rest, number, over in ways] for first, ways in found.items()
    }


def read_duration(tokens: Tokens, at: int) -> Found[Duration] | None:
    """Read the period of time that starts at ``at``; None before "ago" and behind "every".

    «В … срок», «в течение» and the "within" of ``within a month`` belong to it where the reading
    starts there; before a number "within" and «сроком на» do not.

    >>> found = read_duration(Tokens("within a two-week period"), 2)
    >>> str(found.value), found.value.span
    ('P2W', Span(start=9, stop=24))
    """
    if tokens.kinds[at] is not Kind.NUMBER and tokens.keys[at] not in duration_words():
        return None
    found = _introduced(tokens, at) or _adjective(tokens, at) or _counted(tokens, at)
    if found is None or _is_past(tokens, found.stop) or _recurring(tokens, at):
        return None
    return _spanned(tokens, at, found)


@cache
def duration_words() -> frozenset[str]:
    """Return the keys of the words that may open a period of time.

    >>> {"в", "полгода", "within"} <= duration_words()
    True
    """
    adjectives = {stem + ending for stem in _column("stems") for ending in _words("adjective_ending")}
    words = _words("in") | _words("half_a_year") | numeral_words()
    return words | adjectives | _leads().keys()


def _spanned(tokens: Tokens, at: int, found: Found[Duration]) -> Found[Duration]:
    status = Status.EMENDED if found.noise else Status.STATED
    return found._replace(value=found.value.read_from(tokens.span(at, found.stop), status))


def _read_anything(tokens: Tokens, at: int) -> Found[Duration] | None:
    """Read a whole text: a period with whatever words lead to it, or a lone «трехдневный»."""
    for start in (at, *_over(tokens, at)):
        found = read_duration(tokens, start) or _bare_adjective(tokens, start)
        if found is not None:
            return _spanned(tokens, start, found)
    return None


def _over(tokens: Tokens, at: int) -> list[int]:
    stops = [at + 1] if tokens.keys[at] in _words("article") else []
    for rest, _, _ in _leads().get(tokens.keys[at], ()):
        stop = at + 1 + len(rest)
        if tuple(tokens.keys[at + 1 : stop]) == rest:
            stops += [stop, stop + 1] if tokens.keys[stop] in _words("article") else [stop]
    return stops


def _is_past(tokens: Tokens, at: int) -> bool:
    """Tell whether "ago" or «тому назад» stands there: a point of time, no period."""
    said = tokens.keys[at : at + 2]
    return said[0] in _words("ago") or " ".join(said) in _words("ago")


def _recurring(tokens: Tokens, at: int) -> bool:
    """Tell whether it is a rhythm ("every five days") or the end of a range («5-8 лет», «два-три года»)."""
    if at and tokens.keys[at - 1] in _words("every"):
        return True
    if at < 2:
        return False
    if tokens.kinds[at - 2] is Kind.NUMBER and tokens.kinds[at] is Kind.NUMBER:
        return tokens.words[at - 1] in _words("joined")
    spelled = tokens.words[at - 1] in _words("dash") and tokens.keys[at] in numeral_words()
    return spelled and tokens.keys[at - 2] in numeral_words()


def _introduced(tokens: Tokens, at: int) -> Found[Duration] | None:
    key = tokens.keys[at]
    if key in _words("in"):
        found = _adjective(tokens, at + 1)
        if found is not None:
            return found
    for rest, number, over in _leads().get(key, ()):
        start = at + 1 + len(rest)
        if over or tuple(tokens.keys[at + 1 : start]) != rest or tokens.breaks[start] > 1:
            continue
        return (number and _counted(tokens, start)) or _single(tokens, start, article=not number)
    return None


def _single(tokens: Tokens, at: int, *, article: bool) -> Found[Duration] | None:
    """Read one unit without a number: «(в течение) месяца», "(within) a month"."""
    start = at + 1 if article else at
    if article and tokens.keys[at] not in _words("article"):
        return None
    length = _column("units").get(tokens.keys[start])
    if length is None or _hyphen(tokens, start + 1):
        return None
    return Found(_of(length), start + 1)


def _hyphen(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _words("dash") and tokens.tight(at)


def _counted(tokens: Tokens, at: int) -> Found[Duration] | None:
    """Read a number and a unit."""
    key = tokens.keys[at]
    if key in _words("half_a_year"):
        return Found(Duration(months=6), at + 1)
    if tokens.kinds[at] is Kind.NUMBER:
        return _numbered(tokens, at)
    figure = figure_at(tokens, at) if tokens.kinds[at] is Kind.WORD else None
    if figure is None:
        return None
    found = _times(tokens, figure.stop, figure.value) or _in_parts(tokens, figure.stop, figure.value)
    return found and found._replace(noise=figure.noise)


def _numbered(tokens: Tokens, at: int) -> Found[Duration] | None:
    if len(tokens.words[at]) > 3:
        return None
    value, stop = Decimal(tokens.words[at]), at + 1
    if tokens.words[stop] in _words("dash") and tokens.keys[stop + 1] in _words("number_ending"):
        stop += 2
    elif tokens.tight(stop) and tokens.keys[stop] in _words("number_ending"):
        stop += 1
    return (
        _times(tokens, stop, value)
        or _adjective_behind(tokens, stop, value)
        or _in_parts(tokens, stop, value)
    )


def _times(tokens: Tokens, at: int, count: Decimal) -> Found[Duration] | None:
    """Read the unit behind a number, or behind its hyphen with "period": ``ten-day period``."""
    start = at + 1 if _hyphen(tokens, at) else at
    length = (_column("english") if start > at else _column("units")).get(tokens.keys[start])
    if length is None or tokens.breaks[start] > 1:
        return None
    value, stop = _multiplied(length, count), start + 1
    if start > at:
        if tokens.keys[stop] not in _words("term"):
            return None
        stop += 1
    elif tokens.words[start] == "мес" and tokens.words[stop] == ".":
        stop += 1
    return None if value is None else Found(value, stop)


def _multiplied(length: Mapping[str, int], count: Decimal) -> Duration | None:
    """Return so many units, a half year as six months and a half month as fifteen days."""
    whole, half = int(count), count % 1
    if count > (_MOST_YEARS if "years" in length else _MOST) or count <= 0 or half not in (0, Decimal("0.5")):
        return None
    value = _of({unit: number * whole for unit, number in length.items()})
    if not half:
        return value
    if "years" in length:
        return Duration(months=12 * whole + 6)
    return evolve(value, days=15) if "months" in length else None


def _adjective(tokens: Tokens, at: int) -> Found[Duration] | None:
    """Read «трехдневный срок» or «5-дневный срок»."""
    found = _bare_adjective(tokens, at)
    if found is None or tokens.keys[found.stop] not in _words("term") or tokens.breaks[found.stop] > 1:
        return None
    return found._replace(stop=found.stop + 1)


def _bare_adjective(tokens: Tokens, at: int) -> Found[Duration] | None:
    if tokens.kinds[at] is Kind.NUMBER:
        found = _numbered(tokens, at)
        return found if found is not None and tokens.keys[found.stop - 1] not in _words("term") else None
    length = _stem(tokens.keys[at], "stems") if tokens.kinds[at] is Kind.WORD else None
    return None if length is None else Found(_of(length), at + 1)


def _adjective_behind(tokens: Tokens, at: int, count: Decimal) -> Found[Duration] | None:
    """Read «дневный» behind the «5-» of «5-дневный» or the «2-х» of «2-х дневный»."""
    start = at + 1 if tokens.words[at] in _words("dash") else at
    length = _stem(tokens.keys[start], "adjectives")
    value = length and _multiplied(length, count)
    return Found(value, start + 1) if value else None


def _stem(word: str, column: str) -> Mapping[str, int] | None:
    """Return what the stem of an adjective means, its ending taken off."""
    stems = _column(column)
    for ending in (2, 3):
        if word[-ending:] in _words("adjective_ending") and word[:-ending] in stems:
            return stems[word[:-ending]]
    return None


def _in_parts(tokens: Tokens, at: int, count: Decimal) -> Found[Duration] | None:
    """Read ``equal yearly parts`` behind a number, «равными годовыми взносами»."""
    stop, months = at, 0
    while stop < at + _MOST_WORDS_OF_PARTS:
        key = tokens.keys[stop]
        if key in _words("yearly"):
            months = 12
        elif key in _words("monthly"):
            months = 1
        elif key not in _words("equal"):
            break
        stop += 1
    if not months or tokens.keys[stop] not in _words("parts") or count % 1:
        return None
    whole = int(count)
    return Found(Duration(years=whole) if months == 12 else Duration(months=whole), stop + 1)
