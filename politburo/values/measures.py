"""A number read once and told by what follows: money, a quantity, interest, or a bare amount.

Grammar::

    measure = money | quantity | rate | shape [ ditto ]
    change  = ( «с» | "from" ) figure [ unit ] ( «до» | "to" ) figure unit

``read_measure`` is what a scanner of whole texts calls. A number that nothing known follows is a
:class:`BareAmount` where it may still be a sum or a quantity whose unit the context gives:
``41 200 тыс.``, ``310,000 "``. Numbers of things («№ 34»), days, years, ages and calibres are none.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve

from politburo.text import Span
from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.amounts import BareAmount, ended, found_value
from politburo.values.base import Status
from politburo.values.money import MonetaryAmount, money_of
from politburo.values.quantities import Quantity, Rate, quantity_of, rate_of, rate_words, read_rate
from politburo.values.shapes import Pair, Shape, glue, pair_at, shape_at, shape_of, shape_words
from politburo.values.spelled import resembles_adjective

__all__ = [
    "Measure",
    "change_words",
    "governed_by_change",
    "measure_words",
    "read_change",
    "read_measure",
]

Measure = MonetaryAmount | Quantity | Rate | BareAmount

_SHORTEST_GLUED = 4
_LOOKED_BACK = 30
_SMALLEST_SPELLED = 1000


@cache
def measure_words() -> frozenset[str]:
    """Return the keys of the words that may open a measure, digits and numeral adjectives apart.

    >>> {"до", "around", "беспроцентного"} <= measure_words()
    True
    """
    return shape_words() | rate_words()


@cache
def change_words() -> frozenset[str]:
    """Return the keys of the words that may open a change: «с 820 до 745 тыс. марок».

    >>> {"с", "from"} <= change_words()
    True
    """
    return frozenset(glue()["changed"])


def read_measure(tokens: Tokens, at: int) -> Found[Measure] | None:
    """Read the sum, quantity, interest rate or bare amount that starts at a token.

    >>> tokens = Tokens("поставить 150 автомашин на 6,5 млн. тугр. из 2% годовых")
    >>> [str(read_measure(tokens, i).value) for i in (1, 4, 12)]
    ['150 motor_vehicle', '6500000 MNT', '2']
    """
    word = tokens.keys[at]
    if tokens.kinds[at] is not Kind.NUMBER and word not in measure_words() and not resembles_adjective(word):
        return None
    if word in rate_words():
        rate = read_rate(tokens, at)
        if rate is not None:
            return rate
    shape = shape_at(tokens, at)
    if shape is None or _numbered(tokens, at):
        return None
    money = money_of(tokens, shape)
    if money is not None or _glued(tokens, at):
        return money if money is not None and _glue_allowed(tokens, at) else None
    return rate_of(tokens, shape) or quantity_of(tokens, shape) or _bare(tokens, shape)


def _numbered(tokens: Tokens, at: int) -> bool:
    """Tell whether the number is the number of something: «№ 34», "No. 5"."""
    before = at - 1
    if before > 0 and tokens.words[before] == ".":
        before -= 1
    return before >= 0 and tokens.keys[before] in glue()["numbered"] and tokens.joined(at)


def _glued(tokens: Tokens, at: int) -> bool:
    """Tell whether the number is joined to the word before it: "Party500,000 dollars"."""
    return at > 0 and tokens.tight(at) and tokens.kinds[at - 1] is Kind.WORD


def _glue_allowed(tokens: Tokens, at: int) -> bool:
    """Tell whether the word before is a word and no code («П51», «У2»)."""
    return not _glued(tokens, at) or len(tokens.words[at - 1]) >= _SHORTEST_GLUED


def _bare(tokens: Tokens, shape: Shape) -> Found[Measure] | None:
    """Return a number without unit, unless it is plainly something else."""
    if _ditto_stop(tokens, shape.stop):
        return _ditto(tokens, shape, _ditto_stop(tokens, shape.stop))
    if shape.echo or shape.adjectival or not _is_amount(tokens, shape):
        return None
    value = BareAmount(shape.low, shape.high, shape.approximate, noun=_noun(tokens, shape.stop))
    found: Found[Measure] = found_value(value, ended(tokens, shape, shape.stop))
    return found


def _is_amount(tokens: Tokens, shape: Shape) -> bool:
    at = shape.stop
    if tokens.joined(at) and tokens.keys[at] in glue()["other"] and not shape.scaled:
        return False
    if tokens.tight(at) and tokens.words[at] in ("-", "‑", "/", ":") and tokens.kinds[at + 1] is not Kind.END:
        return False
    if shape.scaled:
        return True
    if tokens.tight(at) and tokens.kinds[at] is Kind.WORD:
        return False  # «41гс», «192з г.»: the number of something, or one misread
    if shape.spelled:
        return (shape.high or shape.low or Decimal(0)) >= _SMALLEST_SPELLED
    return (shape.exact or shape.low is None or shape.high is None) and not _is_label(tokens, shape)


def _is_label(tokens: Tokens, shape: Shape) -> bool:
    """Tell whether a plain number is a year, a day or the mark of an item."""
    at, stop = shape.number_at, shape.stop
    written = tokens.quote(at, stop)
    if not written.isdecimal() or len(written) > 4:
        return False
    if len(written) == 4 and written[:2] in {"18", "19", "20"}:
        return True
    if at and tokens.keys[at - 1] in glue()["months"] and tokens.joined(at):
        return True
    if at > 1 and tokens.tight(at) and tokens.words[at - 1] == "." and tokens.kinds[at - 2] is Kind.WORD:
        return True
    if tokens.words[stop] == "." and tokens.tight(stop):
        return at == 0 or tokens.breaks[at] > 0 or tokens.tight(stop + 1)
    return tokens.words[stop] in (")", "]") and tokens.tight(stop)


def _noun(tokens: Tokens, at: int) -> str:
    """Return the word behind a number where it looks like the thing counted."""
    word = tokens.words[at]
    if tokens.kinds[at] is not Kind.WORD or not tokens.joined(at) or not word[0].islower():
        return ""
    return "" if tokens.keys[at] in glue()["glue"] else word


def _ditto_stop(tokens: Tokens, at: int) -> int:
    """Return the index behind a ditto mark, 0 where a quotation opens or nothing stands there."""
    if tokens.words[at] not in glue()["quotes"] or tokens.breaks[at] or tokens.tight(at):
        return 0
    opens = tokens.tight(at + 1) and tokens.kinds[at + 1] in (Kind.WORD, Kind.NUMBER)
    return 0 if opens else at + 1


def _ditto(tokens: Tokens, shape: Shape, stop: int) -> Found[Measure]:
    end = ended(tokens, shape, stop)
    noise = end.noise
    if end.stop > stop:
        place = Span(tokens.starts[shape.number_at], tokens.stops[end.stop - 1])
        noise = (*noise[:-1], Noise(noise[-1].rule, noise[-1].message, place))
    value = BareAmount(shape.low, shape.high, shape.approximate, ditto=True)
    found: Found[Measure] = found_value(value, end._replace(noise=noise))
    return found


def read_change(tokens: Tokens, at: int) -> Found[tuple[Measure, Measure]] | None:
    """Read «с 820 до 745 тыс. марок»: the old amount (its unit inferred) and the new one.

    >>> tokens = Tokens("сократить смету с 820 до 745 тыс. марок")
    >>> old, new = read_change(tokens, 2).value
    >>> str(old), old.status.value, str(new)
    ('820000 DEM_REICHSMARK', 'inferred', '745000 DEM_REICHSMARK')
    """
    if tokens.keys[at] not in glue()["changed"]:
        return None
    pair = pair_at(tokens, at, glue()["changed"])
    if pair is None:
        return None
    new = _measured(tokens, shape_of(pair.high, pair.high_at, pair.high_sign))
    old = _old(tokens, pair, new.value) if new is not None else None
    if new is None or old is None:
        return None
    return Found((old, new.value), new.stop, (*pair.low.noise, *new.noise))


def _measured(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount | Quantity | BareAmount] | None:
    """Read the unit behind a single number; a bare one counts only with a multiplier."""
    known = money_of(tokens, shape) or quantity_of(tokens, shape)
    if known is not None or not shape.scaled:
        return known
    end = ended(tokens, shape, shape.stop)
    bare: Found[BareAmount] = found_value(BareAmount(shape.low, shape.high), end)
    return bare


def _old(tokens: Tokens, pair: Pair, new: MonetaryAmount | Quantity | BareAmount) -> Measure | None:
    """Return the first amount of a change, in the unit of the second unless it has its own.

    Words behind the first number that are no unit are no change: «с 1 апреля цену до 2 рублей».
    """
    shape = shape_of(pair.low, pair.low_at, pair.low_sign)
    if pair.echo or pair.low_sign:
        own = _measured(tokens, shape)
        if own is not None and own.stop == pair.low.stop + len(pair.echo):
            return own.value
        if own is None and len(pair.echo) > 1:
            return None
    span = tokens.span(pair.low_at, pair.low.stop)
    old = evolve(new, low=shape.low, high=shape.high, approximate=False, span=span, figure=span)
    return old.read_from(span, Status.INFERRED)


def governed_by_change(tokens: Tokens, at: int) -> bool:
    """Tell whether the «до» at a token is governed by a verb of raising or cutting: N is the new amount.

    >>> governed_by_change(Tokens("увеличить смету до 65 тыс. иен"), 2)
    True
    """
    stems = tuple(glue()["changes"])
    if tokens.keys[at] not in glue()["reached"]:
        return False
    for i in range(at - 1, max(-1, at - _LOOKED_BACK), -1):
        if tokens.words[i] in (";", ":") or not tokens.joined(i + 1) or _ends_sentence(tokens, i):
            return False
        if tokens.keys[i].startswith(stems):
            return True
    return False


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """Tell whether a stop ends a sentence: a longer word before it and a capital behind it."""
    if tokens.words[at] != "." or not at:
        return False
    return len(tokens.words[at - 1]) > 4 and tokens.words[at + 1][:1].isupper()
