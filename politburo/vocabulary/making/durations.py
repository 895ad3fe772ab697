"""The table ``durations``: units of time, the adjectives made of them, and the words around them."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _times(length: dict[str, int], count: int) -> dict[str, int]:
    return {unit: number * count for unit, number in length.items()}


def _leads(entries: list[dict[str, Any]]) -> dict[str, list[tuple[list[str], bool, bool]]]:
    """Return first word → (further words, whether a number may follow, whether only read over)."""
    found: dict[str, list[tuple[list[str], bool, bool]]] = {}
    for entry in entries:
        for phrase in entry["phrases"]:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((rest, entry["number"], entry.get("over", False)))
    return found


def _durations() -> dict[str, Any]:
    data = toml("durations")
    return {
        "units": {form: unit["length"] for unit in data["unit"] for form in unit["forms"]},
        "english": {form: unit["length"] for unit in data["unit"] for form in unit["english"]},
        "stems": {
            numeral + adjective: _times(unit["length"], count)
            for unit in data["unit"]
            for adjective in unit["adjective"]
            for numeral, count in data["stem"].items()
        },
        "adjectives": {a: unit["length"] for unit in data["unit"] for a in unit["adjective"]},
        "leads": _leads(data["lead"]),
        "words": {name: sorted(set(forms)) for name, forms in data["words"].items()},
    }


TABLES = {"durations": _durations}
