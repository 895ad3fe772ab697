"""The data dictionary: a Markdown page of every table and column, made from the schemas."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.writing.tables.rows import PLACES
from politburo.writing.tables.schema import Column, Table, Type, sources, tables

__all__ = ["data_dictionary"]

_HEAD = """\
# Data dictionary

<!-- Written by `python -m politburo.writing.tables` from politburo/writing/tables/schema.py. -->

The tables that `politburo.frames` returns and `politburo build` writes, alike in Parquet, SQLite and DuckDB;
`sources` belongs to a built corpus only. How to use them: [a corpus](corpus.md).

- Ids are stable: the same text gives the same ids wherever and whenever it is read. Behind → stands the
  table whose ids a column holds.
- Offsets count code points of the paper's text as given: `text[start:stop]` is the passage.
- An empty cell (null) means that the paper does not say it, never zero.

| type here | Arrow and Parquet | SQLite |
|---|---|---|
"""
_KINDS: dict[Type, tuple[str, str]] = {
    "text": ("string", "TEXT"),
    "texts": ("list of string", "TEXT, a JSON list"),
    "integer": ("int32", "INTEGER"),
    "number": (f"decimal128(38, {PLACES})", "INTEGER where whole, else REAL"),
    "day": ("date32", "TEXT, `1935-10-01`"),
    "flag": ("bool", "INTEGER, 0 or 1"),
    "share": ("double", "REAL"),
}


def data_dictionary() -> str:
    """Return the page.

    >>> data_dictionary().splitlines()[0]
    '# Data dictionary'
    """
    return _HEAD + "".join(_kinds()) + "".join(map(_section, (*tables(), sources())))


def _kinds() -> Iterator[str]:
    for kind, (arrow, sqlite) in _KINDS.items():
        yield f"| {kind} | {arrow} | {sqlite} |\n"


def _section(table: Table) -> str:
    rows = "".join(_row(table, column) for column in table.columns)
    return f"\n## {table.name}\n\n{table.about}\n\n| column | type | says |\n|---|---|---|\n{rows}"


def _row(table: Table, column: Column) -> str:
    key = " (key)" if column.name == table.key else ""
    to = f" → `{column.references}`" if column.references else ""
    return f"| `{column.name}`{key} | {column.type}{to} | {column.about} |\n"
