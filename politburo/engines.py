"""Reading under Spark, Dask and Ray Data: the one unit of work, handed to an engine.

Each adapter takes the engine's own collection of texts (a column ``text``, or ``content`` in bytes) and
returns its own collection of readings, a row for each paper (:mod:`politburo.writing.tables.arrow`). What
comes back is written by :func:`politburo.corpus.write_parquet`, or exploded table by table where it is.
An engine that carries Arrow batches needs a function of a few lines here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from politburo.corpus.batches import read_batches
from politburo.writing.tables.arrow import arrow, reading_schema

if TYPE_CHECKING:
    import pyarrow as pa
    from dask.bag import Bag
    from pyspark.sql import DataFrame
    from ray.data import Dataset

__all__ = ["read_with_dask", "read_with_ray", "read_with_spark"]


def read_with_spark(texts: DataFrame) -> DataFrame:  # pragma: no cover - needs Spark: make test-engines
    """Read the texts of a Spark data frame: ``read_with_spark(spark.read.format("binaryFile").load(…))``."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return texts.mapInArrow(read_batches, from_arrow_schema(reading_schema()))


def read_with_dask(batches: Iterable[pa.RecordBatch]) -> Bag:  # pragma: no cover - needs Dask, as above
    """Read batches of texts with Dask, each a partition; the bag holds nested batches."""
    from dask.bag import from_delayed
    from dask.delayed import delayed

    read: Bag = from_delayed([delayed(_read_one)(batch) for batch in batches])
    return read


def _read_one(batch: pa.RecordBatch) -> list[pa.RecordBatch]:  # pragma: no cover - runs in Dask's workers
    return list(read_batches(iter([batch])))


def read_with_ray(texts: Dataset) -> Dataset:
    """Read the texts of a Ray dataset: ``read_with_ray(ray.data.read_binary_files(…))`` or one of texts."""
    return texts.map_batches(_read_table, batch_format="pyarrow")


def _read_table(texts: pa.Table) -> pa.Table:
    named: dict[str, Any] = {"bytes": "content"}
    renamed = texts.rename_columns([named.get(name, name) for name in texts.column_names])
    return arrow().Table.from_batches(read_batches(iter(renamed.to_batches())), schema=reading_schema())
