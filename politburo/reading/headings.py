"""What a heading says: number, organ, date, and the number of the point."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.reading.layout import Paper
from politburo.reading.lines import Line
from politburo.reading.mentions import Mention
from politburo.tokens import Kind, Tokens
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.names import Body
from politburo.values.terms import Wording

__all__ = ["date_of", "is_organ", "numbers_in", "organs_in", "point_of", "protocol_number"]

_SIGNS = frozenset({"№", "no", "n", "nº", "#", "nn", "nos", "number", "(", ".", "o"})
_ORGANS = frozenset({"PB", "ORGBURO", "SEKRETARIAT", "PREZIDIUM_TSK", "TSK", "TSKK"})
_POINT_WORDS = frozenset({"п", "пункт", "point", "paragraph", "p", "item", "clause", "bullet", "§", "on"})


def wording(tokens: Tokens, first: int, stop: int) -> Wording:
    """Return the text between two tokens as a value of its own."""
    span = tokens.span(first, stop)
    return Wording(span.of(tokens.text), span=span)


def protocol_number(paper: Paper, at: int, stop: int) -> Wording | None:
    """Return the number that stands behind a heading word, with the letters that are part of it."""
    tokens = paper.tokens
    for index in range(at, min(at + 16, stop)):
        if tokens.kinds[index] is Kind.NUMBER:
            sign = tokens.keys[index - 1]
            sign = tokens.keys[index - 2] if sign == "." else sign
            if index > at and sign not in _SIGNS:
                return None
            return wording(tokens, index, _number_stop(tokens, index, stop))
    return None


def _number_stop(tokens: Tokens, index: int, stop: int) -> int:
    """Take «1697-377сс» and «88а» whole, but no bracket, stop or note mark."""
    end = index + 1
    while end < stop and tokens.tight(end):
        word = tokens.words[end]
        joins = word == "-" and tokens.kinds[end + 1] is Kind.NUMBER and tokens.tight(end + 1)
        letters = tokens.kinds[end] is Kind.WORD and len(word) <= 2 and word.islower()
        if not (joins or letters or tokens.kinds[end] is Kind.NUMBER):
            break
        end += 1
    return end


def mentions_of(paper: Paper, line: Line, kind: str) -> Iterator[Mention]:
    """Iterate over the mentions of one kind in a line."""
    return (m for m in paper.mentions.within(line.first, line.stop) if m.value.kind == kind)


def is_organ(value: Value) -> bool:
    """Tell whether a body keeps protocols of its own: a party organ or a commission.

    >>> is_organ(Body.parse("Политбюро")), is_organ(Body.parse("НКВТ"))
    (True, False)
    """
    if not isinstance(value, Body):
        return False
    return value.id in _ORGANS or any(w in str(value).lower() for w in ("komiss", "комисс", "commission"))


def organs_in(paper: Paper, line: Line) -> list[Body]:
    """Return the organs that a heading names."""
    return [m.value for m in mentions_of(paper, line, "body") if isinstance(m.value, Body) and is_organ(m.value)]


def date_of(paper: Paper, line: Line) -> PartialDate | None:
    """Return the first date of a line."""
    return next((m.value for m in mentions_of(paper, line, "date") if isinstance(m.value, PartialDate)), None)


def point_of(paper: Paper, first: int, stop: int) -> Wording | None:
    """Return the number of the point that a heading names: «п. 8 (о. п.)», "paragraph 38/14"."""
    tokens = paper.tokens
    for index in range(first, stop):
        if tokens.keys[index] in _POINT_WORDS:
            begin = index + 2 if tokens.words[index + 1] in {".", "#"} else index + 1
            if tokens.keys[index] == "on" and tokens.words[index + 1] != "#":
                continue
            if tokens.kinds[begin] is Kind.NUMBER or _roman(tokens.words[begin]):
                return _point(tokens, begin, stop)
    return None


def _roman(word: str) -> bool:
    return bool(word) and set(word) <= set("IVXХ")


def _point(tokens: Tokens, begin: int, stop: int) -> Wording:
    end = begin + 1
    while end < stop and tokens.tight(end) and (tokens.words[end] == "/" or tokens.kinds[end] in {Kind.NUMBER, Kind.WORD}):
        end += 1
    if tokens.words[end] == "(" and tokens.keys[end + 1] in {"о", "o", "оп", "op"}:
        end = next((i + 1 for i in range(end, min(end + 8, stop)) if tokens.words[i] == ")"), end)
    span = tokens.span(begin, end)
    return Wording("".join(span.of(tokens.text).split()), span=span)


def numbers_in(paper: Paper, first: int, stop: int) -> list[Wording]:
    """Return the numbers of a list («ПУНКТЫ 176, 178»), a leaf range as one.

    The list ends where a bracket opens.
    """
    tokens, at, found = paper.tokens, first, list[Wording]()
    while at < stop and tokens.words[at] != "(":
        if tokens.kinds[at] is Kind.NUMBER:
            ranged = tokens.words[at + 1] in {"-", "–", "—"} and tokens.kinds[at + 2] is Kind.NUMBER  # noqa: RUF001
            end = at + 3 if ranged else at + 1
            found.append(wording(tokens, at, end))
            at = end
        else:
            at += 1
    return found
