"""The table of units and of the words for what is counted, from ``units.toml``."""

from __future__ import annotations

from typing import Any

from politburo.tokens import key
from politburo.vocabulary.making import toml
from politburo.vocabulary.making.phrases import (
    PLAIN,
    SYMBOL,
    Phrases,
    add,
    add_all,
    add_lemmas,
    inflected,
    ordered,
)

__all__ = ["TABLES"]


def _unit_words(rows: list[dict[str, Any]]) -> Phrases:
    made: Phrases = {}
    for row in rows:
        name = row["id"]
        add_lemmas(made, row, name)
        add_all(made, row["words"], name)
        add_all(made, row.get("symbols", []), name, SYMBOL)
    return made


def _plural(word: str, irregular: dict[str, str]) -> list[str]:
    for ending, plurals in irregular.items():
        if word == ending or (ending == "man" and word.endswith("man") and word != "german"):
            return [word[: -len(ending)] + plural for plural in plurals.split()]
    if word.endswith(("s", "x", "ch", "sh")):
        return [word + "es"]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    return [word + "s"]


def _people(made: Phrases, data: dict[str, Any]) -> None:
    for lemma in data["ru"].split():
        add_all(made, inflected(lemma), "person")
    add_all(made, data["words"].split(), "person")
    for word in data["en"].split():
        add_all(made, [word, *_plural(word, data["irregular"])], "person")


def _singular(words: Phrases, irregular: dict[str, str]) -> list[str]:
    """Return the English singulars: before another noun they only qualify it ("rifle cartridges")."""
    return sorted(w for w in words if w.isascii() and words.keys() & {*_plural(w, irregular)} - {w})


def _rates(data: dict[str, Any]) -> dict[str, Any]:
    after: Phrases = {}
    free: Phrases = {}
    add_all(after, data["after"], "rate")
    add_all(free, data["free"], "rate")
    for lemma in data["free_lemmas"]:
        add_all(free, inflected(lemma), "rate")
    return {"after": ordered(after), "free": ordered(free), "changed_by": data["changed_by"]}


def _units() -> dict[str, Any]:
    data = toml("units")
    words = _unit_words(data["unit"])
    people: Phrases = {}
    _people(people, data["people"])
    for word, rows in people.items():
        if word not in words:
            for rest, payload, ending in rows:
                add(words, " ".join([word, *rest]), payload, ending or PLAIN)
    facts = ("name_ru", "name_en", "whole")
    return {
        "units": {row["id"]: {f: row[f] for f in facts if f in row} for row in data["unit"]},
        "words": ordered(words),
        "singular": _singular(words, data["people"]["irregular"]),
        "barred": [key(w) for w in data["adjectives"]["barred"]],
        "endings": data["adjectives"]["endings"],
        "abbreviated": data["adjectives"]["abbreviated"],
        "joining": data["adjectives"]["joining"],
        "not_before": data["not_before"],
        "rates": _rates(data["rates"]),
    }


TABLES = {"units": _units}
