"""The tables as Arrow: schemas, and readings as nested batches that any engine can carry.

A nested batch has a row for each paper and a column for each table, whose cell is the list of the
table's rows: ``paper``, ``error``, ``transient``, ``papers: list<struct<…>>``, ``money: list<…>`` …
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from politburo.errors import MissingExtraError
from politburo.writing.tables.rows import PLACES, Rows
from politburo.writing.tables.schema import Table, Type, tables

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Outcome", "arrow", "flat", "nested", "reading_schema", "schema_of"]


@functools.cache
def arrow() -> Any:
    """Return pyarrow, or say how it is installed."""
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("pyarrow", "tables") from None
    return pa


@frozen
class Outcome:
    """What came of one paper: its rows, or the error that kept it from being read.

    ``transient`` tells that the error may be gone at the next try.
    """

    paper: str
    rows: Rows | None = None
    error: str | None = None
    transient: bool = False


def schema_of(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table.

    >>> from politburo.writing.tables.schema import table_of
    >>> schema_of(table_of("money")).field("low").type
    Decimal128Type(decimal128(38, 9))
    """
    fields = [arrow().field(column.name, _type(column.type)) for column in table.columns]
    return arrow().schema(fields)


def _type(name: Type) -> Any:
    pa = arrow()
    known = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int32(),
        "number": pa.decimal128(38, PLACES),
        "day": pa.date32(),
        "flag": pa.bool_(),
        "share": pa.float64(),
    }
    return known[name]


@functools.cache
def reading_schema() -> pa.Schema:
    """Return the schema of a nested batch.

    >>> reading_schema().names[:5]
    ['paper', 'error', 'transient', 'papers', 'protocols']
    """
    pa = arrow()
    heads = [
        pa.field("paper", pa.string()),
        pa.field("error", pa.string()),
        pa.field("transient", pa.bool_()),
    ]
    return pa.schema(heads + [pa.field(table.name, pa.list_(_struct(table))) for table in tables()])


def _struct(table: Table) -> Any:
    return arrow().struct(list(schema_of(table)))


def nested(outcomes: Iterable[Outcome]) -> pa.RecordBatch:
    """Return what came of papers as one nested batch, a row for each.

    >>> nested([Outcome("3f2a", error="empty")]).num_rows
    1
    """
    pa, outcomes = arrow(), list(outcomes)
    heads = [
        pa.array([outcome.paper for outcome in outcomes], pa.string()),
        pa.array([outcome.error for outcome in outcomes], pa.string()),
        pa.array([outcome.transient for outcome in outcomes], pa.bool_()),
    ]
    lists = [
        _lists(table, [(outcome.rows or {}).get(table.name, []) for outcome in outcomes])
        for table in tables()
    ]
    return pa.RecordBatch.from_arrays([*heads, *lists], schema=reading_schema())


def _lists(table: Table, of_papers: list[list[tuple[Any, ...]]]) -> Any:
    """Return the rows of each paper as an array of lists of structs."""
    pa, offsets, every = arrow(), [0], list[tuple[Any, ...]]()
    for of_paper in of_papers:
        every += of_paper
        offsets.append(len(every))
    struct = pa.StructArray.from_arrays(_arrays(table, every), fields=list(schema_of(table)))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), struct)


def _arrays(table: Table, rows: list[tuple[Any, ...]]) -> list[Any]:
    cells = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    types = (_type(column.type) for column in table.columns)
    return [arrow().array(values, kind) for values, kind in zip(cells, types, strict=True)]


def flat(batch: pa.RecordBatch, table: Table) -> pa.Table:
    """Return the rows of one table in a nested batch.

    >>> from politburo.writing.tables.schema import table_of
    >>> flat(nested([Outcome("3f2a")]), table_of("money")).num_rows
    0
    """
    structs = batch.column(batch.schema.names.index(table.name)).flatten()
    return arrow().Table.from_arrays(structs.flatten(), schema=schema_of(table))
