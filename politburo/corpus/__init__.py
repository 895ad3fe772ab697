"""Many papers: read in parallel, kept so that nothing is read twice, written as a corpus to ask questions of.

``politburo build protocols/ --to corpus`` writes Parquet, SQLite for Datasette, and views for DuckDB.
"""

from politburo.corpus.batches import read_batches
from politburo.corpus.building import Built, build
from politburo.corpus.duckdb import connect
from politburo.corpus.parquet import write_parquet
from politburo.corpus.progress import Progress, bar

__all__ = ["Built", "Progress", "bar", "build", "connect", "read_batches", "write_parquet"]
