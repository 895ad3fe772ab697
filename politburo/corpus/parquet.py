"""The tables of a corpus as Parquet files, one for each table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from politburo.writing.tables.arrow import arrow, flat, schema_of
from politburo.writing.tables.schema import Table, tables

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetFile", "ParquetFiles", "write_parquet"]

# Rows of a row group, of which each table holds one in memory; fewer of the papers, which carry their texts.
_ROWS = 16_384
_PAPERS = 1_024


class ParquetFile:
    """A table's file; row groups have a fixed number of rows, so that its bytes follow from the rows."""

    def __init__(self, table: Table, folder: Path) -> None:
        from pyarrow.parquet import ParquetWriter

        self.group = _PAPERS if table.name == "papers" else _ROWS
        self.rows = self.written = 0
        self.waiting: list[pa.Table] = []
        path = folder / f"{table.name}.parquet"
        self.writer: Any = ParquetWriter(str(path), schema_of(table), compression="zstd")

    def add(self, rows: pa.Table) -> None:
        """Write rows, or keep them until there are enough of them."""
        # Tables without rows would add up too: most papers speak of no loan.
        if not rows.num_rows:
            return
        self.rows += rows.num_rows
        self.waiting.append(rows)
        while self.rows - self.written >= self.group:
            self._write(self.group)

    def close(self) -> None:
        """Write what is left."""
        if self.waiting:
            self._write(self.rows - self.written)
        self.writer.close()

    def _write(self, count: int) -> None:
        waiting = arrow().concat_tables(self.waiting)
        self.writer.write_table(waiting.slice(0, count).combine_chunks(), row_group_size=self.group)
        self.written += count
        self.waiting = [waiting.slice(count)] if waiting.num_rows > count else []


class ParquetFiles:
    """The files of all tables in a folder, filled from nested rows."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.files = {table: ParquetFile(table, folder) for table in tables()}

    def add(self, batch: pa.RecordBatch) -> None:
        """Write the rows of a nested batch."""
        for table, file in self.files.items():
            file.add(flat(batch, table))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self.files.values():
            file.close()


def write_parquet(batches: Iterable[pa.RecordBatch], folder: str | Path) -> None:
    """Write nested batches of :func:`~politburo.corpus.read_batches` as one file for each table.

    The same papers in the same order give the same bytes, however they are parted into batches.
    """
    with ParquetFiles(Path(folder)) as files:
        for batch in batches:
            files.add(batch)
