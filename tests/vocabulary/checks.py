"""Checks of single values of the vocabulary, and of an entry by its schema.

A check takes a value and answers with what is wrong with it, or with an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

__all__ = [
    "Check",
    "Key",
    "Schema",
    "day",
    "day_or_decade",
    "decimal",
    "faults",
    "integer",
    "list_of",
    "matching",
    "one_of",
    "optional",
    "period",
    "record",
    "starting",
    "text",
    "true",
]

Check = Callable[[object], str]


class Key(NamedTuple):
    """One key of an entry: what it holds, and whether every entry has it."""

    check: Check
    required: bool = True


Schema = Mapping[str, Key]


def text(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() == value != "" else "expected a text"


def integer(value: object) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) else "expected a whole number"


def true(value: object) -> str:
    return "" if value is True else "expected true, or no such key"


def decimal(value: object) -> str:
    try:
        return "" if isinstance(value, str) and Decimal(value) >= 0 else "expected a decimal number as text"
    except InvalidOperation:
        return "expected a decimal number as text"


def matching(pattern: str, what: str) -> Check:
    def check(value: object) -> str:
        return "" if isinstance(value, str) and re.fullmatch(pattern, value) else f"expected {what}"

    return check


def one_of(*words: str) -> Check:
    return lambda value: "" if value in words else f"expected one of {', '.join(words)}"


def starting(*words: str) -> Check:
    """Accept one of the words, also with its reserves behind it: "verified (amount, month)"."""
    return matching(rf"(?:{'|'.join(words)})(?:[ ;].*)?", f"a text that starts with {' or '.join(words)}")


def list_of(check: Check, *, empty: bool = False) -> Check:
    def check_all(value: object) -> str:
        if not isinstance(value, list):
            return "expected a list"
        if not value and not empty:
            return "expected at least one entry"
        return "; ".join(fault for item in value if (fault := check(item)))

    return check_all


def record(schema: Schema) -> Check:
    return lambda value: "; ".join(faults(value, schema)) if isinstance(value, dict) else "expected a table"


def faults(entry: Mapping[str, object], schema: Schema) -> list[str]:
    """Return what is wrong with an entry: keys missing, keys unknown, values of another kind."""
    missing = [f"{key} is missing" for key, k in schema.items() if k.required and key not in entry]
    unknown = [f"{key} is unknown" for key in entry if key not in schema]
    wrong = [
        f"{key}: {fault}, got {value!r}"
        for key, value in entry.items()
        if key in schema and (fault := schema[key].check(value))
    ]
    return missing + unknown + wrong


def day(value: object) -> str:
    """Accept an ISO day, month or year that exists."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return "expected an ISO date"
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return "expected a day that exists"
    return ""


def day_or_decade(value: object) -> str:
    return "" if isinstance(value, str) and re.fullmatch(r"\d{3}0s", value) else day(value)


def period(value: object) -> str:
    """Accept a day, or an interval of two in order."""
    ends = value.split("/") if isinstance(value, str) else []
    wrong = not 1 <= len(ends) <= 2 or any(day(end) for end in ends) or ends != sorted(ends)
    return "expected an ISO date or interval" if wrong else ""


def optional(check: Check) -> Key:
    return Key(check, required=False)
