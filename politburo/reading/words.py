"""Rows of words of the vocabulary, ready for look-up: «удастся» is one of ``russian_orders.modal``.

The grammars of :mod:`politburo.reading` name no words of the papers themselves: they ask here for
the row of a table, as a set, as beginnings (or ends) of words, or as phrases. A row is packed once.

To add a word, put it into its row of ``vocabulary/data`` (the head of each file says what its rows
are) and make the tables: ``python -m politburo.vocabulary``.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Tokens
from politburo.vocabulary import table

__all__ = ["affixes", "find_phrase", "phrase_at", "words"]

Phrases = dict[str, tuple[tuple[str, ...], ...]]


@cache
def words(name: str, row: str) -> frozenset[str]:
    """Return the words of a row of a table.

    >>> "удастся" in words("russian_orders", "modal")
    True
    """
    return frozenset(table(name)[row])


@cache
def affixes(name: str, row: str) -> tuple[str, ...]:
    """Return beginnings or ends of words, as ``startswith`` and ``endswith`` take them.

    >>> "пятимиллионной ссуде".split()[1].startswith(affixes("lending", "stems"))
    True
    """
    return tuple(table(name)[row])


@cache
def _phrases(name: str, row: str) -> Phrases:
    """Return the phrases of a row by their first words."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(name)[row]:
        first, *rest = phrase.split()
        made.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in made.items()}


def phrase_at(tokens: Tokens, at: int, stop: int, name: str, row: str) -> int:
    """Return the index behind the phrase of a row that stands at a token, or 0.

    >>> phrase_at(Tokens("в том числе НКПС"), 0, 4, "lending", "parts")
    3
    """
    for rest in _phrases(name, row).get(tokens.keys[at], ()):
        behind = at + 1 + len(rest)
        if behind <= stop and tuple(tokens.keys[at + 1 : behind]) == rest:
            return behind
    return 0


def find_phrase(tokens: Tokens, first: int, stop: int, name: str, row: str) -> tuple[int, int] | None:
    """Return the place of the first phrase of a row between two tokens: its first token, and the one behind.

    >>> find_phrase(Tokens("отпустить в счет той же суммы"), 0, 6, "lending", "charge")
    (1, 3)
    """
    begins, keys = _phrases(name, row), tokens.keys
    for at in range(first, stop):
        if keys[at] in begins and (behind := phrase_at(tokens, at, stop, name, row)):
            return at, behind
    return None
