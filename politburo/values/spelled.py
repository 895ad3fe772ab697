"""Numbers in words: «двести пятьдесят тысяч», "two hundred and fifty", «пятимиллионной».

Grammar::

    group     = [hundreds] [tens] [units] | teens | english-group
    adjective = prefix { prefix } stem ending     («сто-пятидесяти-тысячн-ый», joined)

A group is what stands before one multiplier; multipliers belong to :mod:`politburo.values.numerals`.
The words and their cases are ``numerals.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from politburo.tokens import Tokens
from politburo.values.phrases import longest
from politburo.vocabulary import table

__all__ = ["Group", "adjective_value", "group_at", "half_behind", "resembles_adjective", "words"]

_SHORTEST_ADJECTIVE = 10


class Group(NamedTuple):
    """A number below a thousand in words, and the index behind it."""

    value: Decimal
    stop: int


@cache
def words() -> Mapping[str, Any]:
    """Return the compiled table of number words."""
    made: Mapping[str, Any] = table("numerals")
    return made


def group_at(tokens: Tokens, at: int, *, conjunction: bool = True) -> Group | None:
    """Read the words of a number up to its multiplier.

    With ``conjunction`` off, "and" is left to what stands around ("between two hundred and …").

    >>> group_at(Tokens("two hundred and fifty thousand"), 0)
    Group(value=Decimal('250'), stop=4)
    """
    half = words()["halves"].get(tokens.keys[at])
    if half is not None:
        return Group(Decimal(half), at + 1)
    total, place, stop = (100, 100, at + 2) if _a_hundred(tokens, at) else (0, 1000, at)
    while True:
        follower = _joint(tokens, stop, at, place, conjunction=conjunction)
        known = words()["cardinals"].get(tokens.keys[follower]) if _near(tokens, follower, at) else None
        if known is None or known[1] >= place:
            break
        total, place, stop = total + known[0], min(known[1], 10) if known[1] != 11 else 1, follower + 1
        if known[1] == 100:
            place = 100
        if _is_hundred(tokens, stop, total):
            total, place, stop = total * 100, 100, stop + 1
    if stop == at:
        return _article(tokens, at)
    return _added(tokens, Group(Decimal(total), stop))


def _near(tokens: Tokens, at: int, start: int) -> bool:
    return at == start or tokens.joined(at)


def _is_hundred(tokens: Tokens, at: int, total: int) -> bool:
    at += tokens.words[at] == "-"
    return tokens.keys[at] in words()["words"]["hundred"] and 0 < total < 100


def _joint(tokens: Tokens, at: int, start: int, place: int, *, conjunction: bool) -> int:
    """Return the index behind "-" in "twenty-five" and "and" in "two hundred and fifty"."""
    if at == start:
        return at
    if tokens.words[at] in ("-", "‑") and tokens.tight(at) and tokens.tight(at + 1):
        return at + 1 if place == 10 else at
    if conjunction and place == 100 and tokens.keys[at] in words()["words"]["conjunction"]:
        return at + 1
    return at


def _a_hundred(tokens: Tokens, at: int) -> bool:
    """Tell whether "a hundred" opens the number: "a hundred and fifty thousand"."""
    article = tokens.keys[at] in words()["words"]["article"]
    return article and tokens.keys[at + 1] in words()["words"]["hundred"]


def _article(tokens: Tokens, at: int) -> Group | None:
    """Read the article before a multiplier: "a million"."""
    if tokens.keys[at] not in words()["words"]["article"]:
        return None
    return Group(Decimal(1), at + 1) if tokens.keys[at + 1] in words()["multipliers"] else None


def half_behind(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read «с половиной» or "and a half" behind a multiplier: "a million and a half".

    >>> half_behind(Tokens("a million and a half yen"), 2)
    (Decimal('0.5'), 5)
    """
    addition = longest(tokens, at, words()["additions"])
    return (Decimal(addition[0]), addition[1]) if addition else None


def _added(tokens: Tokens, group: Group) -> Group:
    """Add «с половиной» or "and a half"."""
    half = half_behind(tokens, group.stop)
    return Group(group.value + half[0], half[1]) if half else group


def resembles_adjective(word: str) -> bool:
    """Tell quickly whether a word may be a numeral adjective.

    >>> resembles_adjective("пятимиллионной"), resembles_adjective("номенклатуре")
    (True, False)
    """
    return len(word) >= _SHORTEST_ADJECTIVE and ("илли" in word or "тысяч" in word)


def adjective_value(word: str) -> tuple[Decimal, Decimal] | None:
    """Return the value and the multiplier of a numeral adjective of one word.

    >>> adjective_value("пятимиллионной"), adjective_value("миллионерами")
    ((Decimal('5000000'), Decimal('1000000')), None)
    """
    if not resembles_adjective(word):
        return None
    for stem, multiplier in words()["stems"].items():
        place = word.find(stem)
        if place >= 0 and word[place + len(stem) :] in words()["endings"]:
            count = _prefixes(word[:place])
            return None if count is None else (count * multiplier, Decimal(multiplier))
    return None


def _prefixes(text: str) -> Decimal | None:
    """Return the sum of the joined genitives before the stem; a bare stem counts one."""
    total = Decimal(0) if text else Decimal(1)
    while text:
        known = [p for p in words()["prefixes"] if text.startswith(p)]
        if not known:
            return None
        prefix = max(known, key=len)
        total += Decimal(words()["prefixes"][prefix])
        text = text[len(prefix) :]
    return total
