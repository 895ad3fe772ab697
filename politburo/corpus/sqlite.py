"""The tables of a corpus as one SQLite file, with foreign keys and full-text search.

The search finds Russian and English words whatever their capitals, and with е also those with ё. The
file is written anew by every run that changes something: the same papers give the same bytes.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.writing.tables.arrow import flat
from politburo.writing.tables.schema import Column, Table, Type, sources, tables

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["SqliteFile", "indexed"]

_TYPES: dict[Type, str] = {
    "text": "TEXT",
    "texts": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "day": "TEXT",
    "flag": "INTEGER",
    "share": "REAL",
}
# What is searched: the table, and the columns that hold words.
_SEARCHED = {"papers": ("title", "text"), "decisions": ("title",), "directives": ("text",)}


class SqliteFile:
    """A database that is being filled; it is whole only when it has been closed."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        # What is left half written by a crash is thrown away as a whole, so nothing need be undone.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8000", "page_size = 4096"):
            self.connection.execute(f"PRAGMA {setting}")
        for table in (*tables(), sources()):
            self.connection.execute(_created(table))
        for name, columns in _SEARCHED.items():
            self.connection.execute(_search_created(name, columns))

    def add(self, batch: pa.RecordBatch) -> None:
        """Insert the rows of a nested batch."""
        for table in tables():
            self.insert(table, _rows(flat(batch, table)))

    def insert(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert rows into a table, and their words into its index."""
        columns = _SEARCHED.get(table.name)
        marks = ", ".join("?" * len(table.columns))
        insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 - the names are our own
        if columns is None:
            self.connection.executemany(insert, rows)
            return
        at = [table.names.index(column) for column in columns]
        for row in rows:
            number = self.connection.execute(insert, row).lastrowid
            self._index(table.name, columns, number, [indexed(row[place]) for place in at])

    def _index(
        self, table: str, columns: tuple[str, ...], number: int | None, words: list[str | None]
    ) -> None:
        marks = ", ".join("?" * len(words))
        into = f"{table}_fts (rowid, {', '.join(columns)})"
        self.connection.execute(f"INSERT INTO {into} VALUES (?, {marks})", (number, *words))  # noqa: S608

    def close(self) -> None:
        """Make the indexes of the foreign keys and close the file."""
        for table in (*tables(), sources()):
            for column in table.columns:
                if column.references:
                    name = f"{table.name}_{column.name}"
                    self.connection.execute(f"CREATE INDEX {name} ON {table.name} ({column.name})")
        for name in _SEARCHED:
            self.connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')")  # noqa: S608
        self.connection.execute("ANALYZE")
        self.connection.commit()
        self.connection.close()


def _created(table: Table) -> str:
    columns = ",\n  ".join(_column(table, column) for column in table.columns)
    return f"CREATE TABLE {table.name} (\n  {columns}\n)"


def _column(table: Table, column: Column) -> str:
    words = [column.name, _TYPES[column.type]]
    if column.name == table.key:
        words.append("PRIMARY KEY")
    if column.needed:
        words.append("NOT NULL")
    if column.references:
        words.append(f"REFERENCES {column.references} (id)")
    return " ".join(words)


def _search_created(name: str, columns: tuple[str, ...]) -> str:
    return (
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ("
        f"{', '.join(columns)}, content=\"{name}\", tokenize='unicode61 remove_diacritics 2')"
    )


def indexed(text: str | None) -> str | None:
    r"""Return a text as it is indexed: composed, ё as е; words with ё follow once more as they are spelled.

    So what is spelled with ё is found in either spelling, also where what is looked for cannot be folded.

    >>> indexed("Заём ещё не дан")
    'Заем еще не дан\nещё заём'
    """
    if text is None:
        return None
    composed = unicodedata.normalize("NFC", text)
    folded = composed.replace("ё", "е").replace("Ё", "Е")
    if folded == composed:
        return composed
    spelled = {word for word in _word().findall(composed.lower()) if "ё" in word}
    return f"{folded}\n{' '.join(sorted(spelled))}"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    cells = [
        _cells(table.column(name).to_pylist(), str(table.schema.field(name).type))
        for name in table.schema.names
    ]
    return zip(*cells, strict=True)


def _cells(values: list[Any], kind: str) -> list[Any]:
    if kind.startswith("decimal"):
        return [None if value is None else _number(value) for value in values]
    if kind.startswith("list"):
        return [None if value is None else json.dumps(value, ensure_ascii=False) for value in values]
    if kind.startswith("date"):
        return [None if value is None else value.isoformat() for value in values]
    return values


def _number(number: Decimal) -> int | float:
    """Return a whole number that SQLite can hold as such, else the nearest floating-point number."""
    whole = int(number)
    return whole if whole == number and abs(whole) < 2**63 else float(number)
