"""The table ``dates``: month names, Roman months in every typing, and the words of dates."""

from __future__ import annotations

from itertools import product
from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]

_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _typings(numeral: str, roman: dict[str, Any]) -> dict[str, bool]:
    """Return every typing of a Roman numeral, and whether a look-alike is in it."""
    if not numeral:
        return {"": False}
    found: dict[str, bool] = {}
    for noisy, column in ((False, roman["ordinary"]), (True, roman["lookalike"])):
        for letters, looks in column.items():
            if numeral.startswith(letters):
                rest = _typings(numeral[len(letters) :], roman)
                for look, (tail, tail_noisy) in product(looks, rest.items()):
                    found.setdefault(look + tail, noisy or tail_noisy)
    return found


def _roman_months(roman: dict[str, Any]) -> dict[str, tuple[int, bool]]:
    found: dict[str, tuple[int, bool]] = {}
    for number, numeral in enumerate(_MONTHS, start=1):
        for typing, noisy in _typings(numeral, roman).items():
            # Digits alone are an Arabic month: 1.11.34 is the first of November.
            if not typing.isdigit():
                found.setdefault(typing, (number, noisy))
    return found


def _bounds(entries: list[dict[str, Any]]) -> dict[str, list[tuple[list[str], str]]]:
    """Return the bounding phrases by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for entry in entries:
        for phrase in entry["phrases"]:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((rest, entry["side"]))
    return {first: sorted(ways, key=lambda way: -len(way[0])) for first, ways in found.items()}


def _dates() -> dict[str, Any]:
    data = toml("dates")
    return {
        "months": {form: month["number"] for month in data["month"] for form in month["forms"]},
        "roman": _roman_months(data["roman"]),
        "digits": data["digits"],
        "ordinals": {form: int(number) for number, forms in data["ordinal"].items() for form in forms},
        "bounds": _bounds(data["bound"]),
        "words": {name: sorted(set(forms)) for name, forms in data["words"].items()},
    }


TABLES = {"dates": _dates}
