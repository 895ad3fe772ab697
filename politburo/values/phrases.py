"""Phrases of the vocabulary in a stream of tokens: the longest that stands at a place.

A compiled phrase table maps the first word to rows ``[further words, payload, ending]``, the
longest row first. Between the words of a phrase a stop or a hyphen may stand («ф.ст.»,
"hard-currency"); ``ending`` tells whether the stop behind it belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from politburo.tokens import Kind, Tokens

__all__ = ["PhraseTable", "longest", "matches"]

PhraseTable = Mapping[str, Sequence[Sequence[Any]]]

_HYPHENS: Final = "-‑"
_ABBREVIATED: Final = 1
_SYMBOL: Final = 2


def longest(tokens: Tokens, at: int, phrases: PhraseTable) -> tuple[Any, int] | None:
    """Return the payload of the longest phrase at a place and the index behind it.

    >>> table = {"ф": [[["ст"], "GBP", 1]]}
    >>> longest(Tokens("ф. ст. за унцию"), 0, table)
    ('GBP', 4)
    """
    rows = phrases.get(tokens.keys[at])
    if rows is None:
        return None
    for rest, payload, ending in rows:
        stop = _behind(tokens, at + 1, rest) if rest else at + 1
        if stop:
            return payload, stop + _stop_taken(tokens, stop, ending)
    return None


def matches(tokens: Tokens, at: int, phrases: PhraseTable) -> Iterator[tuple[Any, int]]:
    """Iterate over the phrases at a place, the longest first, as (payload, index behind it)."""
    for rest, payload, ending in phrases.get(tokens.keys[at]) or ():
        stop = _behind(tokens, at + 1, rest)
        if stop:
            yield payload, stop + _stop_taken(tokens, stop, ending)


def _behind(tokens: Tokens, at: int, rest: Sequence[str]) -> int:
    """Return the index behind the further words of a phrase, 0 where they do not stand there."""
    for word in rest:
        if (tokens.words[at] == "." and tokens.tight(at)) or (
            tokens.words[at] in _HYPHENS and tokens.kinds[at] is Kind.MARK
        ):
            at += 1
        if not tokens.joined(at) or tokens.keys[at] != word:
            return 0
        at += 1
    return at


def _stop_taken(tokens: Tokens, at: int, ending: int) -> int:
    """Return 1 where the stop at ``at`` belongs to the phrase before it."""
    if not ending or tokens.words[at] != "." or not tokens.tight(at):
        return 0
    return 1 if ending == _ABBREVIATED else int(_goes_on(tokens, at + 1))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether the sentence goes on: a small letter or a comma follows."""
    word = tokens.words[at]
    return tokens.breaks[at] == 0 and bool(word) and (word[0].islower() or word in ",;)")
