"""Numbers as the papers write them: ``250 тыс.``, ``36,5 млн.``, «двухмиллионного», ``5¼ millions``.

Grammar::

    figure     = part { part }                 parts by falling multiplier: «2 млн. 400 тыс.»
    part       = ( digits | group | portion ) [ multiplier ]
    portion    = "half a" | «четверть» | …     always with a multiplier
    adjective  = «пятимиллионн-ый» | digits "-" «миллионн-ый»

A stop or a space between groups of three digits parts thousands; a comma is the decimal sign in
Russian and parts thousands in English, a stop the other way about. What a single group of three
behind one separator is, the word behind it decides: «6.150 тыс.» and "2,400 thousand" are
thousands, «1,250 млн.» and "18.245 million" are fractions, and without any word it is thousands.

To add a word, see ``vocabulary/data/numerals.toml``; a new sign goes into
:mod:`politburo.values.digits`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import ClassVar, NamedTuple, Self

from attrs import frozen

from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.base import Status, Value, parse_whole
from politburo.values.digits import Digits, begins, digits_at
from politburo.values.phrases import longest
from politburo.values.spelled import adjective_value, group_at, half_behind, words
from politburo.vocabulary import table

__all__ = ["Figure", "Numeral", "adjective_at", "figure_at", "numeral_words", "plain", "read_numeral"]


class Figure(NamedTuple):
    """A number as it stands: its value, its last multiplier, the index of the token behind it.

    ``fraction`` is the reading with the separator as decimal sign where both readings are
    possible and no multiplier decides; ``spelled`` tells that it is written in words,
    ``adjectival`` that it is an adjective («пятимиллионный», "five-million").
    """

    value: Decimal
    scale: Decimal
    stop: int
    noise: tuple[Noise, ...] = ()
    fraction: Decimal | None = None
    separator: str = ""
    spelled: bool = False
    adjectival: bool = False


@frozen(repr=False)
class Numeral(Value):
    """A number, in digits or in words, Russian or English.

    >>> str(Numeral.parse("36,5 млн.")), str(Numeral.parse("пятимиллионная"))
    ('36500000', '5000000')
    """

    value: Decimal

    kind: ClassVar[str] = "numeral"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text that is exactly one number, or raise ParseError.

        >>> str(Numeral.parse("6.150 тыс.")), str(Numeral.parse("half a million"))
        ('6150000', '500000')
        """
        found = parse_whole(text, read_numeral, "a number")
        return cls(found.value, span=found.span, status=found.status)

    def __str__(self) -> str:
        """Return the plain decimal number.

        Exactly three decimals get a closing zero, since ``5.125`` is five thousand in these papers.
        """
        text = plain(self.value)
        whole, _, decimals = text.partition(".")
        return text + "0" if len(decimals) == 3 and len(whole) <= 3 and whole != "0" else text


def plain(value: Decimal) -> str:
    """Return a decimal number without grouping, exponent or trailing zeros.

    >>> plain(Decimal("500000.00")), plain(Decimal("5.250"))
    ('500000', '5.25')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def numeral_words() -> frozenset[str]:
    """Return the keys of the words that may open a number in words.

    >>> "двести" in numeral_words(), "миллионов" in numeral_words()
    (True, False)
    """
    alone = {word for word, row in words()["multipliers"].items() if row[2]}
    opening = {*words()["cardinals"], *words()["halves"], *words()["parts"], *words()["words"]["article"]}
    return frozenset(alone | opening | set(words()["vulgar"]) | {c.lower() for c in words()["confusables"]})


def read_numeral(tokens: Tokens, at: int) -> Found[Numeral] | None:
    """Read the number that starts at a token.

    >>> read_numeral(Tokens("в 569 209 руб."), 1).value
    Numeral.parse('569209')
    """
    figure = (figure_at(tokens, at) or adjective_at(tokens, at)) if begins(tokens, at) else None
    if figure is None or _is_compounded(tokens, figure.stop):
        return None
    status = Status.EMENDED if figure.noise else Status.STATED
    value = Numeral(figure.value, span=tokens.span(at, figure.stop), status=status)
    return Found(value, figure.stop, figure.noise)


def figure_at(tokens: Tokens, at: int, *, conjunction: bool = True) -> Figure | None:
    """Read the cardinal number that starts at a token, multipliers included.

    >>> figure_at(Tokens("2 млн. 400 тыс. руб."), 0)[:3]
    (Decimal('2400000'), Decimal('1000'), 6)
    """
    if tokens.kinds[at] is not Kind.NUMBER and tokens.keys[at] not in numeral_words():
        return None
    part = _part(tokens, at, conjunction=conjunction)
    while part is not None and part.scale > 1:
        follower = _next_part(tokens, part, conjunction=conjunction)
        if follower is None:
            break
        part = follower
    return part


def _part(tokens: Tokens, at: int, *, conjunction: bool) -> Figure | None:
    if tokens.kinds[at] is Kind.NUMBER or tokens.words[at][:1] in words()["confusables"]:
        digits = digits_at(tokens, at)
        if digits or tokens.kinds[at] is Kind.NUMBER:
            return _scaled_digits(tokens, digits) if digits else None
    return _portion(tokens, at) or _spelled(tokens, at, conjunction=conjunction)


def _scaled_digits(tokens: Tokens, digits: Digits) -> Figure | None:
    """Read the multiplier behind digits and choose between the readings of a separator."""
    stop = _restated(tokens, digits, _ending(tokens, digits.stop))
    addition = longest(tokens, stop, words()["additions"])
    value = digits.value + Decimal(addition[0]) if addition else digits.value
    scale = multiplier_at(tokens, addition[1] if addition else stop)
    if scale is None:
        if _is_compounded(tokens, stop):
            return _compound(tokens, digits, stop)
        return Figure(digits.value, Decimal(1), stop, digits.noise, digits.fraction, digits.separator)
    if digits.fraction is not None and _is_decimal(
        digits.separator, tokens.words[scale[1] - 1], tokens, scale[1]
    ):
        value = digits.fraction
    return Figure(value * scale[0], scale[0], scale[1], digits.noise)


def _restated(tokens: Tokens, digits: Digits, at: int) -> int:
    """Step over the same number in words before a multiplier: «1 (один) миллион»."""
    group = group_at(tokens, at + 1) if tokens.words[at] == "(" else None
    if group is None or tokens.words[group.stop] != ")" or group.value != digits.value:
        return at
    return group.stop + 1 if multiplier_at(tokens, group.stop + 1) else at


def _is_decimal(separator: str, word: str, tokens: Tokens, stop: int) -> bool:
    """Tell whether a separator is the decimal sign in the language of the multiplier."""
    script = word if word != "." else tokens.words[stop - 2]
    return (separator == ".") == script.isascii()


def _ending(tokens: Tokens, at: int) -> int:
    """Return the index behind the ending of a cardinal in digits: «2-х», «5-ти»."""
    if tokens.words[at] in ("-", "‑") and tokens.tight(at) and tokens.tight(at + 1):
        return at + 2 if tokens.keys[at + 1] in words()["words"]["endings"] else at
    return at


def _compound(tokens: Tokens, digits: Digits, at: int) -> Figure:
    """Read "5-million" and «5-миллионный»; of "500,000-ruble" and «203-мм» the number alone."""
    scale = multiplier_at(tokens, at + 1) or _adjective_stem(tokens, at + 1)
    if scale is None:
        return Figure(digits.value, Decimal(1), at, digits.noise, digits.fraction, digits.separator)
    value = digits.value if digits.fraction is None or digits.separator == "," else digits.fraction
    return Figure(value * scale[0], scale[0], scale[1], digits.noise, adjectival=True)


def _adjective_stem(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read «миллионный», «тимиллионный» behind digits and a hyphen."""
    word = tokens.keys[at]
    for ending in ("ти", "х"):
        word = word.removeprefix(ending)
    known = adjective_value(word)
    return (known[1], at + 1) if known and known[0] == known[1] else None


def _is_compounded(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen joins a word to the number: «15-го», «50-рублевый»."""
    joined = tokens.words[at] in ("-", "‑") and tokens.tight(at) and tokens.tight(at + 1)
    return joined and tokens.kinds[at + 1] is Kind.WORD


def multiplier_at(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read the multiplier at a token, its stop included.

    >>> multiplier_at(Tokens("тыс. пуд."), 0)
    (Decimal('1000'), 2)
    """
    if not tokens.joined(at):
        return None
    row = words()["multipliers"].get(tokens.keys[at].strip("¼½¾"))
    if row is None:
        return (Decimal(1000), _letter_stop(tokens, at)) if _letter_stop(tokens, at) else None
    stop = at + 1
    if row[1] and tokens.words[stop] == "." and tokens.tight(stop):
        stop += 1
    return Decimal(row[0]), stop


def _letter_stop(tokens: Tokens, at: int) -> int:
    """Return the index behind «т.» where it is a thousand of rubles («500 т. р.»), else 0."""
    if tokens.keys[at] not in words()["words"]["thousand_letter"]:
        return 0
    stop = at + 1 + (tokens.words[at + 1] == ".")
    return stop if tokens.keys[stop] in words()["words"]["thousand_letter_before"] else 0


def _portion(tokens: Tokens, at: int) -> Figure | None:
    """Read a part of a multiplier: "half a million", «четверть миллиона»."""
    portion = longest(tokens, at, words()["parts"])
    vulgar = words()["vulgar"].get(tokens.words[at])
    if portion is None and vulgar is None:
        return None
    part, stop = portion or (vulgar, at + 1)
    stop += tokens.words[stop] in ("-", "‑")
    scale = multiplier_at(tokens, stop)
    if scale is None:
        return None
    return Figure(Decimal(part) * scale[0], scale[0], scale[1], spelled=True)


def _spelled(tokens: Tokens, at: int, *, conjunction: bool) -> Figure | None:
    """Read a group of words and its multiplier; a bare «миллион» counts one."""
    group = group_at(tokens, at, conjunction=conjunction)
    if group is None:
        return _bare_multiplier(tokens, at)
    hyphen = (
        tokens.words[group.stop] in ("-", "‑") and tokens.tight(group.stop) and tokens.tight(group.stop + 1)
    )
    scale = multiplier_at(tokens, group.stop + hyphen)
    if scale is None:
        return Figure(group.value, Decimal(1), group.stop, spelled=True)
    adjectival = hyphen and tokens.words[at].isascii()
    figure = Figure(group.value * scale[0], scale[0], scale[1], spelled=True, adjectival=adjectival)
    return figure if adjectival or group.value % 1 else _with_half(tokens, figure)


def _bare_multiplier(tokens: Tokens, at: int) -> Figure | None:
    row = words()["multipliers"].get(tokens.keys[at])
    if row is None or not row[2]:
        return None
    return _with_half(tokens, Figure(Decimal(row[0]), Decimal(row[0]), at + 1, spelled=True))


def _with_half(tokens: Tokens, figure: Figure) -> Figure:
    """Add the half said behind the multiplier: "a million and a half", «миллион с четвертью»."""
    half = half_behind(tokens, figure.stop)
    if half is None:
        return figure
    return figure._replace(value=figure.value + half[0] * figure.scale, stop=half[1])


def _next_part(tokens: Tokens, part: Figure, *, conjunction: bool) -> Figure | None:
    """Read a further part with a smaller multiplier: «… 400 тыс.», «… двести пять»."""
    at = part.stop
    if conjunction and part.spelled and tokens.keys[at] in words()["words"]["conjunction"]:
        at += 1
    if part.adjectival or not tokens.joined(at) or (tokens.tight(at) and tokens.words[at - 1] != "."):
        return None
    if tokens.kinds[at] is not Kind.NUMBER and tokens.keys[at] not in words()["cardinals"]:
        return None
    further = _part(tokens, at, conjunction=conjunction)
    if further is None or further.value >= part.scale or further.spelled != part.spelled:
        return None
    if further.scale == 1 and not further.spelled and not _rounds_off(tokens, at, part, further):
        return None
    return further._replace(value=part.value + further.value, noise=part.noise + further.noise)


def _rounds_off(tokens: Tokens, at: int, part: Figure, further: Figure) -> bool:
    """Tell whether plain digits end a number in thousands: «1 млн. 200 тыс. 500 руб.»."""
    if part.scale != 1000 or tokens.breaks[at] or further.stop != at + 1:
        return False
    return tokens.keys[further.stop] not in table("amounts")["other"]


def adjective_at(tokens: Tokens, at: int) -> Figure | None:
    """Read a numeral adjective of one word: «пятимиллионной».

    >>> adjective_at(Tokens("двухмиллионного займа"), 0)[:3]
    (Decimal('2000000'), Decimal('1000000'), 1)
    """
    known = adjective_value(tokens.keys[at])
    return Figure(*known, at + 1, spelled=True, adjectival=True) if known else None
