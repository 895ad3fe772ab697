"""The numbers that lines of the form give: «№ 34», «№ 1697-377сс», «п. 8 (о. п.)», «№ П51/144».

::

    protocol = {word} [sign] digits {"-" digits | letters}   ; the sign is «№», "No.", "N", "#"
    point    = ("п" | "point" | …) ["."] (digits {"/" digits} | roman) ["(о. п.)"]
    code     = [sign] prefix digits "/" digits [suffix]

The words stand in ``vocabulary/data/headings.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from politburo.reading.lines import Line
from politburo.reading.paper import Paper
from politburo.reading.words import words
from politburo.tokens import Kind, Tokens
from politburo.values.codes import Code, read_code
from politburo.values.terms import Wording

__all__ = ["CodePlace", "annexed_to", "code_of", "numbers_in", "point_of", "protocol_number"]

# How far a number stands behind the word that it numbers, and a code's line goes on behind it.
_REACH = 28
_REST = 8
_BRACKET = 8
# What may stand between the sign and the number: "No. 34", «№ (34)»; an o is half of "N o".
_SIGN_MARKS = frozenset({"(", ".", "o"})
_DASHES = frozenset({"-", "–", "—"})
_ROMAN = frozenset("IVXХ")


def protocol_number(paper: Paper, at: int, stop: int) -> Wording | None:
    """Return the number that stands behind a heading word, with the letters that are part of it."""
    tokens = paper.tokens
    near = range(at, min(at + _REACH, stop))
    index = next((i for i in near if tokens.kinds[i] is Kind.NUMBER), None)
    if index is None or (index > at and not _signed(tokens, index)):
        return None
    return paper.wording(index, _number_stop(tokens, index, stop))


def annexed_to(paper: Paper, line: Line) -> Wording | None:
    """Return the number of the protocol to which a line ties an attachment: «к п. 8 (о. п.) пр. ПБ № 132»."""
    nouns, keys = words("headings", "protocol_words"), paper.keys
    noun = next((at for at in range(line.first, line.stop) if keys[at] in nouns), None)
    return protocol_number(paper, noun + 1, line.stop) if noun is not None else None


def _signed(tokens: Tokens, at: int) -> bool:
    """Tell whether a sign stands before a number."""
    sign = tokens.keys[at - 2 if tokens.keys[at - 1] == "." else at - 1]
    return sign in words("headings", "number_signs") or sign in _SIGN_MARKS


def _number_stop(tokens: Tokens, index: int, stop: int) -> int:
    """Take «1697-377сс» and «88а» whole, but no bracket, stop or note mark."""
    end = index + 1
    while end < stop and tokens.tight(end) and _is_part(tokens, end):
        end += 1
    return end


def _is_part(tokens: Tokens, at: int) -> bool:
    word, kind = tokens.words[at], tokens.kinds[at]
    if kind is Kind.WORD:
        return len(word) <= 2 and word.islower()
    joins = word == "-" and tokens.kinds[at + 1] is Kind.NUMBER and tokens.tight(at + 1)
    return joins or kind is Kind.NUMBER


def point_of(paper: Paper, first: int, stop: int) -> Wording | None:
    """Return the number of the point that a heading names: «п. 8 (о. п.)», "paragraph 38/14"."""
    tokens = paper.tokens
    for index in range(first, stop):
        begin = _behind_point_word(tokens, index)
        if begin and (tokens.kinds[begin] is Kind.NUMBER or _ROMAN.issuperset(tokens.words[begin] or " ")):
            return _point(tokens, begin, stop)
    return None


def _behind_point_word(tokens: Tokens, at: int) -> int:
    """Return the index behind the word for a point and its stop, or 0: «п.», "bullet", "on #"."""
    signed = tokens.words[at + 1] == "#"
    if tokens.keys[at] in words("headings", "point_words") or (
        signed and tokens.keys[at] in words("headings", "point_signs")
    ):
        return at + 2 if signed or tokens.words[at + 1] == "." else at + 1
    return 0


def _point(tokens: Tokens, begin: int, stop: int) -> Wording:
    """Take «38/14», «178(ОП)» and «8 (о. п.)» whole."""
    end = begin + 1
    while (
        end < stop and tokens.tight(end) and (tokens.words[end] == "/" or tokens.kinds[end] is not Kind.MARK)
    ):
        end += 1
    if tokens.words[end] == "(" and tokens.keys[end + 1] in words("marks", "special"):
        end = next((i + 1 for i in range(end, min(end + _BRACKET, stop)) if tokens.words[i] == ")"), end)
    span = tokens.span(begin, end)
    return Wording("".join(tokens.words[begin:end]), span=span)


def numbers_in(paper: Paper, first: int, stop: int) -> Iterator[Wording]:
    """Iterate over the numbers of a list («ПУНКТЫ 176, 178»), a leaf range as one.

    The list ends where a bracket opens.
    """
    tokens, at = paper.tokens, first
    while at < stop and tokens.words[at] != "(":
        end = at + 1
        if tokens.kinds[at] is Kind.NUMBER:
            ranged = tokens.words[at + 1] in _DASHES and tokens.kinds[at + 2] is Kind.NUMBER
            end = at + 3 if ranged else at + 1
            yield paper.wording(at, end)
        at = end


@frozen
class CodePlace:
    """A code and the tokens that it covers, its sign not counted."""

    code: Code
    first: int
    stop: int


def code_of(paper: Paper, line: Line) -> CodePlace | None:
    """Return the code with a prefix that opens a short line: «№ П51/144», "#Ст-209/41gs, 05.05.80"."""
    at, signs = line.first, words("headings", "code_signs")
    while at < line.stop and (paper.keys[at] in signs or paper.keys[at] == "."):
        at += 1
    found = read_code(paper.tokens, at) if at < line.stop else None
    if found is None or not found.value.prefix or line.stop - found.stop > _REST:
        return None
    return CodePlace(found.value, at, found.stop)
