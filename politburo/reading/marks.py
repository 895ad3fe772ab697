"""The marks that number points: ``7.-``, ``п. 85/72``, ``а)``, ``1)``, ``IV.``, ``Первое.``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from politburo.reading.words import words
from politburo.tokens import Kind, Tokens
from politburo.values.person_grammar import read_person
from politburo.vocabulary import table

__all__ = ["Mark", "order_of", "read_mark"]

_DASHES = frozenset("-–—‑")
# What closes a mark.
_CLOSING = frozenset(".)")


class Mark(NamedTuple):
    """An item mark: its style, its label as written, the index behind it, whether a dash follows.

    The style tells marks of one series from those of another: ``1.``, ``1)``, ``а)``, ``А.``,
    ``I.``, ``word``.
    """

    style: str
    label: str
    first: int
    stop: int
    dash: bool = False


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"(?=[IVXХ])[XХ]{0,3}(?:I[XХ]|IV|V?I{0,3})$")


def read_mark(tokens: Tokens, at: int) -> Mark | None:
    """Read the item mark at a token (the caller sees that a line begins there).

    >>> read_mark(Tokens("а) Утвердить"), 0)
    Mark(style='а)', label='а', first=0, stop=2, dash=False)
    >>> read_mark(Tokens("7.- О Монголии."), 0)
    Mark(style='1.', label='7', first=0, stop=3, dash=True)
    """
    kind, word = tokens.kinds[at], tokens.words[at]
    if word == "(":
        return _round(tokens, at)
    if kind is Kind.NUMBER:
        return _arabic(tokens, at)
    if kind is not Kind.WORD and word != "§":
        return None
    if tokens.keys[at] in words("marks", "points"):
        return _pointed(tokens, at)
    if tokens.words[at + 1] in _CLOSING:
        return _worded(tokens, at) or _short(tokens, at)
    return _worded(tokens, at) if word == "§" or tokens.keys[at] in words("marks", "sections") else None


def _worded(tokens: Tokens, at: int) -> Mark | None:
    """Read «§ 4», «Раздел II» or «Первое.»."""
    word, behind = tokens.words[at], tokens.words[at + 1]
    if word == "§" and tokens.kinds[at + 1] is Kind.NUMBER:
        return Mark("§", behind, at, at + (3 if tokens.words[at + 2] == "." else 2))
    if tokens.keys[at] in words("marks", "sections") and _roman().match(behind):
        return Mark("section", behind, at, at + 2)
    if tokens.keys[at] in ordinals() and behind == ".":
        return Mark("word", word, at, at + 2)
    return None


def _short(tokens: Tokens, at: int) -> Mark | None:
    """Read «IV.» or «а)», a Roman number or a letter and its stop."""
    word, behind = tokens.words[at], tokens.words[at + 1]
    dashed = tokens.words[at + 2] in _DASHES
    if behind not in _CLOSING or not tokens.tight(at + 1) or (tokens.tight(at + 2) and not dashed):
        return None
    if _roman().match(word):
        return _dashed(tokens, Mark("I" + behind, word, at, at + 2))
    lettered = len(word) == 1 and (behind == ")" or word.isupper())
    # «Т. Титову уплатить взнос» begins with a comrade.
    if behind == "." and tokens.keys[at] in words("mentions", "doubled") and read_person(tokens, at):
        return None
    return _dashed(tokens, Mark(_letter_style(word) + behind, word, at, at + 2)) if lettered else None


def _round(tokens: Tokens, at: int) -> Mark | None:
    """Read «(1)» or "(a)", a mark between brackets."""
    label = tokens.words[at + 1]
    short = len(label) == 1 or (tokens.kinds[at + 1] is Kind.NUMBER and len(label) < 3)
    closed = tokens.words[at + 2] == ")" and tokens.tight(at + 1) and tokens.tight(at + 2)
    if not (short and closed) or tokens.tight(at + 3):
        return None
    return Mark("(1)" if label.isdigit() else f"({_letter_style(label)})", label, at, at + 3)


def _pointed(tokens: Tokens, at: int) -> Mark | None:
    """Read «п. 12:» or «п. 85/72 (о. п.).», the mark of a point spelled out."""
    begin = at + 2 if tokens.words[at + 1] == "." else at + 1
    if tokens.kinds[begin] is not Kind.NUMBER or not tokens.joined(begin):
        return None
    label, stop = _slashed(tokens, begin)
    label, stop = _bracketed(tokens, label, stop)
    if tokens.words[stop] not in {":", "."} and tokens.words[stop] not in _DASHES:
        return None
    if tokens.keys[at] in words("marks", "dashed") and tokens.words[stop + 1] not in _DASHES:
        return None
    return _dashed(tokens, Mark("п.", label, at, stop + 1, dash=True))


def _slashed(tokens: Tokens, at: int) -> tuple[str, int]:
    label, stop = tokens.words[at], at + 1
    if tokens.words[stop] == "/" and tokens.kinds[stop + 1] is Kind.NUMBER and tokens.tight(stop + 1):
        return f"{label}/{tokens.words[stop + 1]}", stop + 2
    return label, stop


def _lettered(tokens: Tokens, label: str, at: int) -> tuple[str, int]:
    """Take the letter of «4-а.» into the label."""
    letter = tokens.words[at + 1]
    joined = tokens.words[at] in _DASHES and tokens.tight(at) and tokens.tight(at + 1)
    if joined and len(letter) <= 2 and letter.isalpha() and tokens.words[at + 2] == ".":
        return f"{label}-{letter}", at + 2
    return label, at


def _bracketed(tokens: Tokens, label: str, at: int) -> tuple[str, int]:
    """Take the «(ОП)» or «(о. п.)» behind a number into its label, without spaces."""
    if tokens.words[at] != "(" or tokens.keys[at + 1] not in words("marks", "special"):
        return label, at
    close = next((i for i in range(at, at + 7) if tokens.words[i] == ")"), 0)
    return (label + "".join(tokens.words[at : close + 1]), close + 1) if close else (label, at)


def _arabic(tokens: Tokens, at: int) -> Mark | None:
    if len(tokens.words[at]) > 4:
        return None
    label, stop = _slashed(tokens, at)
    label, stop = _lettered(tokens, label, stop)
    label, stop = _bracketed(tokens, label, stop)
    behind = tokens.words[stop]
    if behind in {"*", "+"} and tokens.tight(stop) and tokens.words[stop + 1] == ".":
        # A note mark is fused to the number: «11*.»
        stop, behind = stop + 1, "."
    if behind in {".", ")"} and tokens.tight(stop) and not _tight_word(tokens, stop + 1):
        return _dashed(tokens, Mark("1" + behind, label, at, stop + 1))
    if behind in _DASHES and not tokens.tight(stop) and not tokens.tight(stop + 1) and "/" not in label:
        capital = tokens.words[stop + 1][:1].isupper()
        return Mark("1-", label, at, stop + 1, dash=True) if capital else None
    return None


def _tight_word(tokens: Tokens, at: int) -> bool:
    """Tell whether more of the same number stands right behind: «1.200», «16.IV.30»."""
    return tokens.tight(at) and tokens.kinds[at] in {Kind.NUMBER, Kind.WORD}


def _dashed(tokens: Tokens, mark: Mark) -> Mark:
    if tokens.words[mark.stop] in _DASHES and tokens.joined(mark.stop):
        return mark._replace(stop=mark.stop + 1, dash=True)
    return mark


def _letter_style(word: str) -> str:
    latin = word.isascii()
    if word.isupper():
        return "A" if latin else "А"
    return "a" if latin else "а"


def ordinals() -> dict[str, int]:
    """Return the ordinal words that number items («Первое», "First") with their places."""
    found: dict[str, int] = table("marks")["ordinals"]
    return found


def order_of(mark: Mark) -> int:
    """Return the place of a mark in its series, counted from 1 (0 where it cannot be told).

    >>> order_of(read_mark(Tokens("в) Отменить"), 0)), order_of(read_mark(Tokens("IV. По экспорту"), 0))
    (3, 4)
    """
    if mark.label[:1].isdigit():
        return int("".join(c for c in mark.label.partition("(")[0].rpartition("/")[2] if c.isdigit()))
    if mark.style == "word":
        return ordinals().get(mark.label.lower(), 0)
    if mark.style[0] in "Is":
        return _roman_value(mark.label)
    series: list[str] = table("marks")["series"][mark.style.strip("(")[0]]
    return series.index(mark.label) + 1 if mark.label in series else 0


def _roman_value(label: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10, "Х": 10}[letter] for letter in label]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
