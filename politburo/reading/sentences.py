"""The sentences of a directive, cut where a stop is not part of a value or an abbreviation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from politburo.reading.paper import Paper
from politburo.reading.words import words
from politburo.tokens import Tokens

__all__ = ["sentences"]

# The longest sentences of the papers have some three hundred words: what has more is cut, wherever it is.
_LONGEST = 1000


def sentences(paper: Paper, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Iterate over the token stretches of the sentences, in order.

    A line break alone ends no sentence; a semicolon does, and so does a length that no sentence has.
    """
    joined = list(_joined(paper.tokens, stretches))
    for first, stop in joined:
        begin = first
        for end in _ends(paper, first, stop):
            yield begin, end
            begin = end
        if begin < stop:
            yield begin, stop


def _joined(tokens: Tokens, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of one paragraph."""
    open_: tuple[int, int] | None = None
    for first, stop in stretches:
        if open_ and open_[1] == first and tokens.breaks[first] < 2:
            open_ = (open_[0], stop)
            continue
        if open_:
            yield open_
        open_ = (first, stop)
    if open_:
        yield open_


def _ends(paper: Paper, first: int, stop: int) -> Iterator[int]:
    tokens, at, begin = paper.tokens, first, first
    while at < stop:
        mention = paper.mentions.at(at)
        if mention is not None and mention.stop > at:
            at = mention.stop
            ends = at - 1 < stop and tokens.words[at - 1] == "." and _capital(tokens, at, stop)
        else:
            at += 1
            mark = tokens.words[at - 1]
            ends = mark in {";", "!", "?"} or (mark == "." and _full_stop(paper, at - 1, stop))
        if ends or begin + _LONGEST <= at < stop:
            yield at
            begin = at


def _full_stop(paper: Paper, at: int, stop: int) -> bool:
    before = paper.keys[at - 1]
    if before in words("sentences", "abbreviations") or (len(before) == 1 and before.isalnum()):
        return False
    if before in words("sentences", "texts") and not _begins_anew(paper, at + 1, stop):
        return False
    return at + 1 >= stop or _capital(paper.tokens, at + 1, stop)


def _begins_anew(paper: Paper, at: int, stop: int) -> bool:
    """Tell whether a common word in capitals follows «… за пуд.»: no name, no abbreviation."""
    word = paper.words[at] if at < stop else ""
    return len(word) > 3 and word.istitle() and paper.mentions.at(at) is None


def _capital(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether a sentence may begin here: a capital, a digit or an opening quotation mark."""
    if at >= stop:
        return True
    word = tokens.words[at]
    return not tokens.tight(at) and (word[:1].isupper() or word in {"«", "“", '"', "["})
