"""What sums of money and quantities have in common: a number, a bound or a range, «около».

Grammar::

    shape   = { bound | about } [ sign ] ( opened | pair | figure ) [ "(" figure ")" ]
    opened  = «от» figure «до» figure | "between" figure "and" figure | "from" figure "to" figure
    pair    = figure ( "-" | "—" | "to" ) figure              falling pairs are no range

A bound makes one end open: «до 300 тысяч» is ``../300000``, "at least 10" is ``10/..``. The
multiplier of the higher end counts for the lower («от 15 до 20 тысяч» is 15000/20000) unless the
lower one is larger as it stands («от 500 до 2 тыс.»).

To add a bound or another phrase, see ``vocabulary/data/amounts.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.digits import begins
from politburo.values.numerals import Figure, adjective_at, figure_at, numeral_words
from politburo.values.phrases import longest
from politburo.values.spelled import resembles_adjective, words
from politburo.vocabulary import table

__all__ = ["Pair", "Shape", "glue", "pair_at", "shape_at", "shape_of", "shape_words"]


_MOST_BOUNDS = 3
_LONGEST_UNIT = 5
# «с 1 сентября, приняв до 120 чел.»: behind one of these marks another clause begins.
_CLAUSE_ENDS = frozenset({",", ";", ":", "("})


class Shape(NamedTuple):
    """A number with its bounds as it stands in a text, before its unit is known.

    ``at`` is where it starts, ``number_at`` where the number behind the bound does; ``fractions``
    are the ends with their separators taken for decimal signs, where that is possible; ``echo``
    is the unit said behind the lower end, which must follow the higher one too.
    """

    low: Decimal | None
    high: Decimal | None
    approximate: bool
    at: int
    number_at: int
    stop: int
    noise: tuple[Noise, ...] = ()
    sign: str = ""
    scaled: bool = False
    spelled: bool = False
    adjectival: bool = False
    fractions: tuple[Decimal | None, Decimal | None] | None = None
    separator: str = ""
    echo: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Tell whether it is one number without bound."""
        return self.low == self.high


class Pair(NamedTuple):
    """Two numbers that belong together, where they start, and the unit said between them."""

    low: Figure
    high: Figure
    low_at: int = 0
    high_at: int = 0
    low_sign: str = ""
    high_sign: str = ""
    echo: tuple[str, ...] = ()


class _Prefix(NamedTuple):
    side: str
    about: bool
    stop: int


@cache
def glue() -> Mapping[str, Any]:
    """Return the compiled table of bounds, ranges and small words."""
    made: dict[str, Any] = dict(table("amounts"))
    for name in (
        "glue",
        "other",
        "loans",
        "uncounted",
        "numbered",
        "quotes",
        "fillers",
        "dashes",
        "months",
    ):
        made[name] = frozenset(made[name])
    made["joiners"] = made["dashes"] | frozenset(made["between"])
    return made


@cache
def shape_words() -> frozenset[str]:
    """Return the keys of the words and signs that may open an amount, digits apart.

    >>> {"до", "around", "$", "пять"} <= shape_words()
    True
    """
    return frozenset({*glue()["bounds"], *glue()["opened"], *table("money")["signs"], *numeral_words()})


def shape_at(tokens: Tokens, at: int) -> Shape | None:
    """Read the number, range or bounded number that starts at a token.

    >>> shape = shape_at(Tokens("от 15 до 20 тысяч рублей"), 0)
    >>> str(shape.low), str(shape.high), shape.stop
    ('15000', '20000', 5)
    """
    word = tokens.keys[at]
    plain_number = tokens.kinds[at] is Kind.NUMBER
    if not plain_number and word not in shape_words() and not resembles_adjective(word):
        return None
    if not begins(tokens, at):
        return None
    if plain_number:
        return _numbered(tokens, at, _Prefix("", about=False, stop=at))
    if word in glue()["opened"]:
        return _opened(tokens, at, _Prefix("", about=False, stop=at)) or _bounded(tokens, at)
    return _bounded(tokens, at)


def _bounded(tokens: Tokens, at: int) -> Shape | None:
    prefix = _prefix(tokens, at)
    if tokens.keys[prefix.stop] in glue()["opened"] and prefix.stop > at:
        return _opened(tokens, at, prefix)
    return _numbered(tokens, at, prefix)


def _prefix(tokens: Tokens, at: int) -> _Prefix:
    """Read the bounds and approximations before a number: «примерно до», «не менее чем на»."""
    side, about, stop = "", False, at
    for _ in range(_MOST_BOUNDS):
        found = longest(tokens, stop, glue()["bounds"]) if tokens.joined(stop) or stop == at else None
        if found is None:
            break
        about = about or found[0] == "about"
        side = side if found[0] == "about" else found[0]
        stop = found[1] + (tokens.words[found[1]] == "." and tokens.tight(found[1]))
    if stop > at and tokens.keys[stop] in glue()["fillers"]:
        stop += 1
    return _Prefix(side, about, stop)


def _numbered(tokens: Tokens, at: int, prefix: _Prefix) -> Shape | None:
    """Read the number or pair of numbers behind the bound, if any."""
    if prefix.stop > at and not tokens.joined(prefix.stop):
        return None
    sign, start = _sign(tokens, prefix.stop)
    figure = figure_at(tokens, start)
    if figure is None:
        figure = None if sign else adjective_at(tokens, start)
        return _shape(at, prefix, sign, Pair(figure, figure)) if figure else None
    if sign and figure.scale == 1 and tokens.keys[figure.stop] in words()["words"]["sign_million"]:
        figure = _in_millions(tokens, figure)
    pair = _pair(tokens, figure) or (None if _half_pair(tokens, figure.stop) else Pair(figure, figure))
    return _restated(tokens, _shape(at, prefix, sign, pair)) if pair else None


def _in_millions(tokens: Tokens, figure: Figure) -> Figure:
    """Read the letter of "£3m"."""
    stop = figure.stop + 1
    stop += tokens.words[stop] == "." and tokens.tight(stop)
    value = figure.value if figure.fraction is None else figure.fraction
    million = Decimal(1_000_000)
    return Figure(value * million, million, stop, figure.noise)


def _sign(tokens: Tokens, at: int) -> tuple[str, int]:
    """Read a currency sign before the number: "$", "US$", "£"."""
    found = longest(tokens, at, table("money")["signs"])
    if found and tokens.words[at].isalpha() and not tokens.words[at].isupper():
        return "", at  # «Rm 305» is a room, "RM 305" are Reichsmarks
    return found if found and tokens.joined(found[1]) else ("", at)


def _shape(at: int, prefix: _Prefix, sign: str, pair: Pair) -> Shape:
    low, high = pair.low, pair.high
    fractions = None
    if low.fraction is not None or high.fraction is not None:
        fractions = (low.fraction or low.value, high.fraction or high.value)
    shape = Shape(
        low.value, high.value, prefix.about, at, prefix.stop, high.stop,
        low.noise if low is high else low.noise + high.noise, sign, high.scale > 1, high.spelled,
        high.adjectival, fractions, high.separator or low.separator, pair.echo,
    )  # fmt: skip
    if prefix.side == "highest":
        return shape._replace(low=None, fractions=(None, fractions[1]) if fractions else None)
    if prefix.side == "lowest":
        return shape._replace(high=None, fractions=(fractions[0], None) if fractions else None)
    return shape


def _pair(tokens: Tokens, low: Figure) -> Pair | None:
    """Read the second number of «75-100 млн.», "5 to 6 million"."""
    at = low.stop
    if not tokens.joined(at) or tokens.words[at] not in glue()["joiners"]:
        return None
    if tokens.breaks[at] and tokens.words[at] in glue()["dashes"]:
        return None  # the dash that opens a line is a list's
    start = _sign(tokens, at + 1)[1]
    high = figure_at(tokens, start) if tokens.joined(start) else None
    if high is None or low.adjectival:
        return None
    shared = share(low, high)
    return Pair(shared, high) if shared.value < high.value else None


def _half_pair(tokens: Tokens, at: int) -> bool:
    """Tell whether a number is the first half of a pair that is no range («1929-30»)."""
    dash = tokens.words[at] in glue()["dashes"] and tokens.tight(at) and tokens.tight(at + 1)
    return dash and tokens.kinds[at + 1] is Kind.NUMBER


def share(low: Figure, high: Figure) -> Figure:
    """Give the first number the multiplier of the second where that brings them closer.

    >>> tokens = Tokens("820 745 тыс.")
    >>> share(figure_at(Tokens("820"), 0), figure_at(Tokens("745 тыс."), 0)).value
    Decimal('820000')
    """
    if low.scale > 1 or not low.value or not high.value or not (high.scale > 1 or _in_hundreds(low, high)):
        return low
    value = _same_reading(low, high)
    shared = value * high.scale
    if _in_hundreds(low, high):
        shared *= 100
    if _distance(shared, high.value) <= _distance(low.value, high.value):
        return low._replace(value=shared, scale=high.scale, fraction=None)
    return low


def _in_hundreds(low: Figure, high: Figure) -> bool:
    """Tell whether "hundred" counts for both: "five to six hundred thousand"."""
    if not (low.spelled and high.spelled) or low.value >= 10:
        return False
    hundreds = high.value / high.scale
    return hundreds % 100 == 0 and hundreds > low.value * 100


def _same_reading(low: Figure, high: Figure) -> Decimal:
    """Read a separator in the first number as the second's: «1,250-1,5 млн.» are fractions."""
    if low.fraction is None:
        return low.value
    as_fraction = low.fraction * high.scale
    return (
        low.fraction
        if _distance(as_fraction, high.value) < _distance(low.value * high.scale, high.value)
        else low.value
    )


def _distance(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _opened(tokens: Tokens, at: int, prefix: _Prefix) -> Shape | None:
    """Read «от 15 до 20 тысяч», "between 5 and 6 million"."""
    pair = pair_at(tokens, prefix.stop, glue()["opened"])
    if pair is None or pair.low.value >= pair.high.value:
        return None
    return _shape(at, prefix._replace(stop=at), pair.low_sign, pair)


def pair_at(tokens: Tokens, at: int, openings: Mapping[str, str]) -> Pair | None:
    """Read an opening word, a number, the middle word that belongs to it, and a second number."""
    middle = openings[tokens.keys[at]]
    low_sign, start = _sign(tokens, at + 1)
    low = figure_at(tokens, start, conjunction=middle != "and") if tokens.joined(start) else None
    stop = _middle(tokens, low.stop, middle) if low and not low.adjectival else 0
    if low is None or not stop:
        return None
    high_sign, start = _sign(tokens, stop + 1)
    high = figure_at(tokens, start) if tokens.joined(start) else None
    if high is None or high.adjectival:
        return None
    echo = tuple(tokens.keys[low.stop : stop])
    return Pair(share(low, high), high, at + 1, stop + 1, low_sign, high_sign, echo)


def _middle(tokens: Tokens, at: int, middle: str) -> int:
    """Return the index of the word between two numbers, a unit's words at most before it; else 0."""
    for stop in range(at, at + _LONGEST_UNIT + 1):
        if not tokens.joined(stop):
            return 0
        if tokens.keys[stop] == middle:
            return stop
        if tokens.kinds[stop] in (Kind.NUMBER, Kind.END) or tokens.words[stop] in _CLAUSE_ENDS:
            return 0
    return 0


def _restated(tokens: Tokens, shape: Shape) -> Shape:
    """Step over the same number said again: «500.000 (пятьсот тысяч) рублей»."""
    if tokens.words[shape.stop] != "(" or not shape.exact:
        return shape
    again = figure_at(tokens, shape.stop + 1)
    if (
        again
        and again.spelled != shape.spelled
        and again.value == shape.low
        and tokens.words[again.stop] == ")"
    ):
        return shape._replace(stop=again.stop + 1, fractions=None)
    return shape


def shape_of(figure: Figure, at: int, sign: str = "") -> Shape:
    """Return the shape of one number without bounds that starts at ``at``, a sign before it or not."""
    return _shape(at, _Prefix("", about=False, stop=at), sign, Pair(figure, figure))
