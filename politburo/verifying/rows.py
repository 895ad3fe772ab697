"""Rows of statements as people, spreadsheets and language models write them: CSV, JSON, JSON Lines.

Needed are ``entity``, ``property`` and ``value``; ``quote``, ``start``, ``stop`` and ``status`` may be
absent, other columns are passed over. A document in the library's own JSON is taken as its statements.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from politburo.errors import FormatError
from politburo.values.base import Status
from politburo.writing.json import loads
from politburo.writing.statements import Statement, statements

__all__ = ["Row", "rows_from"]

_NEEDED = ("entity", "property", "value")


class Row(NamedTuple):
    """A statement and where in its file it stands: ``line 12``, ``row 3``."""

    statement: Statement
    where: str = ""


def rows_from(text: str) -> tuple[Row, ...]:
    r"""Read the rows of a file, CSV (also with semicolons or tabs) or JSON.

    Raises :class:`FormatError` with the line or row.

    >>> [row] = rows_from("entity;property;value\nru/9/2;money;500000 RUB_GOLD\n")
    >>> row.statement.value, row.where
    ('500000 RUB_GOLD', 'line 2')
    >>> rows_from('[{"entity": "ru", "property": "number"}]')
    Traceback (most recent call last):
    politburo.errors.FormatError: row 1: expected the key value
    """
    text = text.removeprefix("\ufeff")
    given = _json(text) if text.lstrip()[:1] in ("[", "{") else _csv(text)
    return tuple(Row(_statement(data, where), where) for data, where in given)


def _csv(text: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] = []
    try:
        for cells in reader:
            where = f"line {reader.line_num}"
            if not names:
                names = [name.strip() for name in cells]
                _need(names, where, "column")
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    raise FormatError(f"expected {len(names)} cells in the row, got {len(cells)}", where)
                yield dict(zip(names, cells, strict=False)), where
    except csv.Error as error:
        raise FormatError(f"expected CSV ({error})", f"line {reader.line_num}") from None
    if not names:
        raise FormatError("expected rows with a header", "line 1")


def _need(names: Iterable[str], where: str, what: str) -> None:
    known = set(names)
    for name in _NEEDED:
        if name not in known:
            raise FormatError(f"expected the {what} {name}", where)


def _json(text: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        data = _json_lines(text, error)
    if isinstance(data, dict) and data.get("format") == "politburo":
        rows = statements(loads(text))
        yield from ((_cells(row), f"row {number}") for number, row in enumerate(rows, 1))
        return
    if isinstance(data, dict):
        data = data.get("statements", data.get("rows", [data]))
    if not isinstance(data, list):
        raise FormatError("expected a list of rows", "$")
    for number, row in enumerate(data, 1):
        if not isinstance(row, dict):
            raise FormatError("expected an object", f"row {number}")
        _need(row, f"row {number}", "key")
        yield row, f"row {number}"


def _json_lines(text: str, error: json.JSONDecodeError) -> list[Any]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except json.JSONDecodeError:
                # One faulty line among many is told; a file that is no JSON Lines by its first fault.
                place = number if found else error.lineno
                raise FormatError(f"expected JSON ({error.msg})", f"line {place}") from None
    return found


def _cells(row: Statement) -> dict[str, Any]:
    return {
        "entity": row.entity,
        "property": row.property,
        "value": row.value,
        "quote": row.quote,
        "start": row.start,
        "stop": row.stop,
        "status": row.status.value,
    }


def _statement(data: Mapping[str, Any], where: str) -> Statement:
    entity, name, value = (_text(data[key], key, where) for key in _NEEDED)
    quote = _text(data.get("quote") or "", "quote", where)
    start, stop = (_offset(data.get(key), key, where) for key in ("start", "stop"))
    if (start is None) != (stop is None):
        raise FormatError("expected both start and stop or neither", where)
    return Statement(entity, name, value, quote, start, stop, _status(data.get("status"), where))


def _text(data: Any, name: str, where: str) -> str:
    if isinstance(data, bool) or not isinstance(data, str | int | float):
        raise FormatError(f"{name}: expected a text, got {data!r}", where)
    return str(data)


def _offset(data: Any, name: str, where: str) -> int | None:
    if data in (None, ""):
        return None
    digits = str(data).strip()
    if isinstance(data, bool | float) or not digits.isascii() or not digits.isdigit() or len(digits) > 15:
        raise FormatError(f"{name}: expected an offset in digits or nothing, got {data!r}", where)
    return int(digits)


def _status(data: Any, where: str) -> Status:
    try:
        return Status(data or "stated")
    except ValueError:
        expected = ", ".join(status.value for status in Status)
        raise FormatError(f"status: expected one of {expected}, got {data!r}", where) from None
