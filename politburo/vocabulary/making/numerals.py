"""The table of number words, made from ``numerals.toml``."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml
from politburo.vocabulary.making.phrases import Phrases, add, ordered, words

__all__ = ["TABLES"]


def _place(value: int) -> int:
    """Return the place a cardinal word fills: 1, 10 or 100; teens fill both lower ones (11)."""
    if value < 10:
        return 1
    if value < 20:
        return 11
    return 10 if value < 100 else 100


def _cardinals(data: dict[str, str]) -> dict[str, list[int]]:
    return {w: [int(v), _place(int(v))] for v, text in data.items() for w in words(text)}


def _multipliers(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the multipliers: form → [value, may have a stop, may open a number]."""
    made: dict[str, Any] = {}
    for row in rows:
        for word in words(row["forms"]):
            made[word] = [row["value"], 0, 0]
        for word in words(row["alone"]):
            made[word] = [row["value"], 0, 1]
        for word in words(row["abbreviations"]):
            known = made.get(word, [row["value"], 0, 0])
            made[word] = [row["value"], 1, known[2]]
    return made


def _phrases(data: dict[str, list[str]]) -> Phrases:
    made: Phrases = {}
    for value, phrases in data.items():
        for phrase in phrases:
            add(made, phrase, value)
    return ordered(made)


def _numerals() -> dict[str, Any]:
    data = toml("numerals")
    adjectives = data["adjectives"]
    return {
        "cardinals": _cardinals(data["cardinals"]),
        "multipliers": _multipliers(data["multiplier"]),
        "halves": {w: value for value, text in data["halves"].items() for w in words(text)},
        "vulgar": data["vulgar"],
        "parts": _phrases(data["parts"]),
        "additions": _phrases(data["additions"]),
        "words": {name: words(text) for name, text in data["words"].items()},
        "stems": adjectives["stems"],
        "endings": words(adjectives["endings"]),
        "prefixes": {text: value for value, text in adjectives["prefixes"].items()},
        "confusables": data["confusables"],
    }


TABLES = {"numerals": _numerals}
