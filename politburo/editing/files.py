"""Readings as TOML and back, each entry with the line at which it stands."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from politburo.editing.emendations import Emendation, Verdict
from politburo.errors import FormatError

__all__ = ["parsed", "written"]

_HEAD = """\
# Doubtful readings of the paper beside this file. A decision is "proposed" (nothing follows), "accepted"
# (the passage is read so) or "rejected" (it is read as it stands); add readings of your own below.
# start, before and after tell where the passage stands; they can be left out where it stands only once.
"""
_KEYS = ("passage", "reading", "reason", "editor", "decision", "start", "before", "after")
_NEEDED = ("passage", "reading")


def parsed(text: str, name: str) -> Iterator[Emendation]:
    """Read the entries of a file."""
    prefix = f"{name}: " if name else ""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rstrip(")").partition(" (at ")
        last = f"line {text.count(chr(10)) + 1}"
        where = place if place.startswith("line") else last
        raise FormatError(f"expected TOML ({message})", prefix + where) from None
    unknown = sorted(set(data) - {"reading"})
    if unknown:
        raise FormatError(f"expected only [[reading]], got {unknown[0]!r}", f"{prefix}line 1")
    entries = data.get("reading", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FormatError("expected entries headed [[reading]]", f"{prefix}line 1")
    lines = _header_lines(text)
    for at, entry in enumerate(entries):
        # Headers that are counted otherwise stand inside strings: then the entry is told by its number.
        place = f"line {lines[at]}" if len(lines) == len(entries) else f"reading {at + 1}"
        yield _entry(entry, prefix + place)


def _header_lines(text: str) -> list[int]:
    header = re.compile(r"\s*\[\[\s*reading\s*\]\]")
    return [number for number, line in enumerate(text.split("\n"), 1) if header.match(line)]


def _entry(data: dict[str, Any], where: str) -> Emendation:
    for name in _NEEDED:
        if name not in data:
            raise FormatError(f"expected the key {name}", where)
    for name, value in data.items():
        _check(name, value, where)
    given = data | {"decision": Verdict(data.get("decision", "proposed"))}
    return Emendation(**given, where=where)


def _check(name: str, value: Any, where: str) -> None:
    if name not in _KEYS:
        raise FormatError(f"expected only the keys {', '.join(_KEYS)}, got {name!r}", where)
    if name == "start":
        if type(value) is not int or value < 0:
            raise FormatError(f"start: expected an offset from 0 on, got {value!r}", where)
    elif not isinstance(value, str):
        raise FormatError(f"{name}: expected a string, got {value!r}", where)
    elif name in _NEEDED and not value.strip():
        raise FormatError(f"{name}: expected some text, got {value!r}", where)
    elif name == "decision" and value not in {verdict.value for verdict in Verdict}:
        expected = ", ".join(verdict.value for verdict in Verdict)
        raise FormatError(f"decision: expected one of {expected}, got {value!r}", where)


def written(entries: Iterable[Emendation], *, head: bool = True) -> str:
    """Return entries as TOML, with a head that says how to go on."""
    blocks = [_block(entry) for entry in entries]
    return "\n".join([_HEAD, *blocks] if head else blocks)


def _block(entry: Emendation) -> str:
    lines = ["[[reading]]"]
    for name in _KEYS:
        value = getattr(entry, name)
        if name in _NEEDED or value not in ("", None):
            lines.append(f"{name} = {_toml(value)}")
        elif name == "editor":
            lines.append('editor = ""')
    return "\n".join(lines) + "\n"


def _toml(value: str | int | Verdict) -> str:
    if isinstance(value, int):
        return str(value)
    # A basic string of TOML is one of JSON, but for the one control that JSON lets stand.
    text = value.value if isinstance(value, Verdict) else value
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
