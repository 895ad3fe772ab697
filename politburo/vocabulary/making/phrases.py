"""What the makers of the number tables share: phrases ready for look-up, and Russian word forms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from politburo.tokens import Tokens, key
from politburo.vocabulary.making import toml

__all__ = [
    "ABBREVIATED",
    "PLAIN",
    "SYMBOL",
    "TABLES",
    "Phrases",
    "add",
    "add_all",
    "add_lemmas",
    "inflected",
    "ordered",
    "words",
]

TABLES: dict[str, Any] = {}

Phrases = dict[str, list[list[Any]]]

_INDECLINABLE = "еиоу"

# How the stop behind a phrase is taken: never, always, or only inside a sentence.
PLAIN, ABBREVIATED, SYMBOL = 0, 1, 2


def add(phrases: Phrases, phrase: str, payload: object, ending: int = PLAIN) -> None:
    """Add a phrase: first word → rows of [further words, payload, how its stop is taken]."""
    tokens = Tokens(phrase)
    first, *rest = [k for k, w in zip(tokens.keys, tokens.words, strict=True) if w and w not in ".-"]
    rows = phrases.setdefault(first, [])
    for row in rows:
        if row[0] == rest:
            # A word that is both whole and an abbreviation («лир») takes the stop only inside a sentence.
            row[2] = ending if row[2] == ending else SYMBOL
            return
    rows.append([rest, payload, ending])


def add_all(phrases: Phrases, many: Iterable[str], payload: object, ending: int = PLAIN) -> None:
    """Add several phrases with one payload."""
    for phrase in many:
        add(phrases, phrase, payload, ending)


def add_lemmas(phrases: Phrases, row: dict[str, Any], payload: object) -> None:
    """Add the inflected lemmas and the abbreviations of an entry.

    A lemma that is also given as an abbreviation («пуд.») is read as one.
    """
    abbreviations = row.get("abbreviations", [])
    for lemma in row.get("lemmas", []):
        add_all(phrases, [f for f in inflected(lemma) if f not in abbreviations or f != key(lemma)], payload)
    add_all(phrases, abbreviations, payload, ABBREVIATED)


def ordered(phrases: Phrases) -> Phrases:
    """Return the phrases with the longest first, so that the first match is the longest."""
    return {k: sorted(rows, key=lambda r: (-len(r[0]), r[0])) for k, rows in sorted(phrases.items())}


@cache
def inflected(lemma: str) -> tuple[str, ...]:
    """Return every case and number of a Russian noun or adjective, as vocabulary keys."""
    forms = {key(lemma)}
    for parse in _analyser().parse(lemma):
        if parse.normal_form.replace("ё", "е") == key(lemma) and parse.tag.POS in {"NOUN", "ADJF"}:
            forms |= {key(f.word) for f in parse.lexeme if f.tag.POS in {"NOUN", "ADJF"}}
            break
    return tuple(sorted(forms if len(forms) > 1 or lemma[-1] in _INDECLINABLE else _regular(lemma)))


def _regular(lemma: str) -> set[str]:
    """Return the forms of a masculine noun that the analyser does not know («лит»)."""
    return {lemma + ending for ending in ("", "а", "у", "е", "ы", "ом", "ов", "ам", "ами", "ах")}


@cache
def _analyser() -> Any:
    import pymorphy3  # needed by maintainers only, and slow to import

    return pymorphy3.MorphAnalyzer()


def words(text: str) -> list[str]:
    """Return the keys of the words of a blank-separated list."""
    return [key(word) for word in text.split()]


def _amounts() -> dict[str, Any]:
    data = toml("amounts")
    bounds: Phrases = {}
    for side in ("highest", "lowest", "about"):
        for phrase in data["bounds"][side]:
            add(bounds, phrase, side)
    made: dict[str, Any] = {name: data["words"][name] for name in sorted(data["words"])}
    made |= data["ranges"]
    return made | {"bounds": ordered(bounds), "fillers": data["bounds"]["fillers"]}


TABLES["amounts"] = _amounts
