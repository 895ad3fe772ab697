"""The tables of the form's words: what verbs order, what stamps and headings say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from politburo.tokens import Tokens
from politburo.vocabulary.making import toml

__all__ = ["TABLES"]

Phrases = dict[str, list[Any]]


def _keys(phrase: str) -> str:
    tokens = Tokens(phrase)
    return " ".join(tokens.keys[: len(tokens)])


def _forms() -> Phrases:
    """Return phrase → [label, value, where]; a phrase may serve several labels."""
    made: Phrases = {}
    for row in toml("forms")["form"]:
        for phrase in row["phrases"]:
            entry = [row["label"], row.get("value", ""), row["where"]]
            made.setdefault(_keys(phrase), []).append(entry)
    return made


def _participles(base: str, irregular: dict[str, list[str]]) -> list[str]:
    """Return the -ing form and the past participle of an English base form, particle included."""
    head, _, particle = base.partition(" ")
    made = irregular.get(head) or _regular(head)
    return [f"{form} {particle}".strip() for form in made]


def _regular(head: str) -> list[str]:
    if head.endswith("ee"):
        return [f"{head}ing", f"{head}d"]
    if head.endswith("e"):
        return [f"{head[:-1]}ing", f"{head}d"]
    if head.endswith("y") and head[-2] not in "aeiou":
        return [f"{head}ing", f"{head[:-1]}ied"]
    return [f"{head}ing", f"{head}ed"]


def _actions() -> dict[str, Any]:
    """Return the verbs by language and form: infinitive, base, -ing form, participle → class."""
    made: dict[str, Any] = {n: {} for n in ("ru", "en", "ing", "participle", "governs", "case")}
    data = toml("actions")
    for row in data["action"]:
        name = row["id"]
        _fill(made["ru"], row.get("ru", []), name)
        _fill(made["en"], row.get("en", []), name)
        for base in row.get("en", []):
            for column, form in zip(
                ("ing", "participle"), _participles(base, data["irregular"]), strict=True
            ):
                made[column].setdefault(form, name)
        if "governs" in row:
            made["governs"][name] = row["governs"]
            made["case"][name] = row["object_case"]
    made["ru_phrase"] = [[*p, r["id"]] for r in data["action"] for p in r.get("ru_phrase", [])]
    made["en_phrase"] = [[*p, r["id"]] for r in data["action"] for p in r.get("en_phrase", [])]
    return made


def _fill(column: dict[str, str], words: list[str], name: str) -> None:
    for word in words:
        column.setdefault(_keys(word), name)


def _marks() -> dict[str, Any]:
    """Return the letters of each numbering alphabet as lists, the words as they stand."""
    data = toml("marks")
    series = {alphabet: list(letters) for alphabet, letters in data["series"].items()}
    return {**data, "series": series}


def _languages() -> dict[str, str]:
    """Return the codes of languages by the names that catalogue pages use."""
    found: dict[str, str] = toml("languages")["languages"]
    return found


# Tables that are used as they stand in their TOML file.
_AS_THEY_STAND = (
    "distribution",
    "english_orders",
    "headings",
    "lending",
    "mentions",
    "notes",
    "offices",
    "orders",
    "presence",
    "roles",
    "russian_orders",
    "sentences",
    "titles",
    "unstated",
)
TABLES: dict[str, Callable[[], Any]] = {
    "actions": _actions,
    "forms": _forms,
    "languages": _languages,
    "marks": _marks,
    **{name: partial(toml, name) for name in _AS_THEY_STAND},
}
