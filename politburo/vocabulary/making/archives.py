"""The table ``archives``: the archives' names by first word, and the words of their references."""

from __future__ import annotations

from typing import Any

from politburo.tokens import key
from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _words(form: str) -> list[str]:
    """Return the words and marks of a name as the tokens of a text would have them."""
    return [key(word) for word in form.replace("-", " - ").split()]


def _by_first(entries: list[tuple[str, Any]]) -> dict[str, list[tuple[list[str], Any]]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], Any]]] = {}
    for phrase, value in entries:
        first, *rest = _words(phrase)
        ways = found.setdefault(first, [])
        if (rest, value) not in ways:
            ways.append((rest, value))
    return {first: sorted(ways, key=lambda way: -len(way[0])) for first, ways in found.items()}


def _archives() -> dict[str, Any]:
    data = toml("archives")
    names = [(form, entry["id"]) for entry in data["archive"] for form in [entry["id"], *entry["forms"]]]
    return {
        "names": _by_first(names),
        "with_folder": [entry["id"] for entry in data["archive"] if entry.get("folder")],
        "parts": _by_first([(form, part) for part, forms in data["part"].items() for form in forms]),
        "ditto": _by_first([(form, "") for form in data["words"]["ditto"]]),
        "words": {name: forms for name, forms in data["words"].items() if name != "ditto"},
    }


TABLES = {"archives": _archives}
