"""DuckDB over the Parquet files: a file of views, one for each table and each worked question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from politburo.corpus.questions import questions
from politburo.errors import MissingExtraError
from politburo.writing.tables.schema import sources, tables

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["connect", "views"]

_HEAD = """\
-- Views over the Parquet files of this corpus. In its folder:  duckdb -init views.sql
-- From elsewhere: SET file_search_path = 'the/folder' before the file is read.
"""


def views() -> str:
    """Return the SQL that makes the views.

    >>> views().splitlines()[2]
    "CREATE OR REPLACE VIEW papers AS FROM 'parquet/papers.parquet';"
    """
    names = [table.name for table in (*tables(), sources())]
    lines = [f"CREATE OR REPLACE VIEW {name} AS FROM 'parquet/{name}.parquet';\n" for name in names]
    asked = [
        f"\n-- {question.title}\nCREATE OR REPLACE VIEW {question.name} AS\n{question.sql};\n"
        for question in questions()
    ]
    return _HEAD + "".join(lines + asked)


def connect(place: str | Path) -> DuckDBPyConnection:
    """Open a built corpus in DuckDB, with its views; nothing is loaded before it is asked for."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("duckdb", "duckdb") from None
    folder = Path(place).absolute()
    connection = duckdb.connect()
    quoted = str(folder).replace("'", "''")
    connection.execute(f"SET file_search_path = '{quoted}'")
    connection.execute((folder / "views.sql").read_text("utf-8"))
    return connection
