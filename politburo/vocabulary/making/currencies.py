"""The tables of currencies and of the words for money, from ``currencies.toml`` and ``money.toml``."""

from __future__ import annotations

from typing import Any

from politburo.tokens import Tokens, key
from politburo.vocabulary.making import toml
from politburo.vocabulary.making.phrases import (
    ABBREVIATED,
    PLAIN,
    Phrases,
    add,
    add_all,
    add_lemmas,
    inflected,
    ordered,
)

__all__ = ["TABLES"]


def _currencies() -> dict[str, Any]:
    """Return every currency by its id; an entry of money.toml may stand for one of currencies.toml."""
    made = {row["id"]: row for row in toml("currencies")["currency"]}
    for row in toml("money")["currency"]:
        base = made.pop(row["replaces"], {}) if "replaces" in row else {}
        kept = {k: v for k, v in base.items() if not k.startswith("valid_")}
        made[row["id"]] = kept | row
    return {name: made[name] for name in sorted(made)}


def _forms(row: dict[str, Any]) -> set[str]:
    """Return the inflected phrases of a currency as its entry gives them."""
    return {form for name in ("sg_ru", "pl_ru") for form in row.get(name, {}).values()}


def _nouns(data: dict[str, Any], qualifiers: Phrases) -> Phrases:
    made: Phrases = {}
    for row in data["noun"]:
        family = row["family"]
        add_lemmas(made, row, family)
        add_all(made, row.get("english", []), family)
    _attest(made, qualifiers)
    return ordered(made)


def _attest(nouns: Phrases, qualifiers: Phrases) -> None:
    """Add the forms of the nouns that currencies.toml gives and the analyser does not know."""
    stems = {word[:4]: rows[0][1] for word, rows in nouns.items() if len(word) > 2}
    for row in toml("currencies")["currency"]:
        for form in _forms(row):
            for word in map(key, form.split()):
                stem = next((word[:n] for n in (4, 3) if word[:n] in stems), "")
                if stem and word.isalpha() and word not in nouns and word not in qualifiers:
                    add(nouns, word, stems[stem])


def _qualifiers(data: dict[str, Any]) -> tuple[Phrases, Phrases]:
    before: Phrases = {}
    after: Phrases = {}
    seen: dict[str, list[str]] = {}
    for name, row in data["qualifiers"].items():
        for lemma in row["lemmas"]:
            for form in inflected(lemma):
                _note(seen, form, name, PLAIN)
        for phrase in row["before"]:
            _note(seen, phrase, name, ABBREVIATED)
        for phrase in row["after"]:
            add(after, phrase, name, ABBREVIATED if phrase.endswith(".") else PLAIN)
    for phrase, names in seen.items():
        add(before, phrase, [n for n in names if n], ABBREVIATED if "" in names else PLAIN)
    return ordered(before), ordered(after)


def _note(seen: dict[str, list[str]], phrase: str, name: str, ending: int) -> None:
    """Note what a phrase may mean; an empty name stands for "may have a stop"."""
    names = seen.setdefault(phrase, [])
    for entry in [name, ""] if ending else [name]:
        if entry not in names:
            names.append(entry)


def _families(data: dict[str, Any]) -> dict[str, Any]:
    return {
        row["family"]: {
            "default": row["default"],
            "kinds": row.get("kinds", {}),
            "least": row.get("least", 0),
            "not_before": row.get("not_before", []),
        }
        for row in data["noun"]
    }


def _parts(data: dict[str, Any]) -> Phrases:
    made: Phrases = {}
    for row in data["part"]:
        payload = [row["of"], row["per_unit"], row.get("alone", "")]
        add_lemmas(made, row, payload)
        add_all(made, row.get("english", []), payload)
    return ordered(made)


def _signs(data: dict[str, Any]) -> Phrases:
    made: Phrases = {}
    for sign, currency in data["signs"].items():
        if currency:
            tokens = Tokens(sign)
            made.setdefault(tokens.keys[0], []).append([tokens.keys[1 : len(tokens)], currency, PLAIN])
    return ordered(made)


def _money() -> dict[str, Any]:
    data = toml("money")
    before, after = _qualifiers(data)
    return {
        "nouns": _nouns(data, before),
        "before": before,
        "after": after,
        "families": _families(data),
        "parts": _parts(data),
        "signs": _signs(data),
        "codes": data["codes"],
        "dated": {row["id"]: row["issues"] for row in data["dated"]},
        "issue": data["issue"],
    }


TABLES = {"currencies": _currencies, "money": _money}
