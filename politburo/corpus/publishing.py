"""Writing a corpus from its parts, and putting its files in place."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.corpus.datasette import metadata
from politburo.corpus.duckdb import views
from politburo.corpus.parquet import ParquetFile, ParquetFiles
from politburo.corpus.parts import Plan, load, replaced
from politburo.corpus.sources import Source
from politburo.corpus.sqlite import SqliteFile
from politburo.writing.tables.arrow import arrow, schema_of
from politburo.writing.tables.rows import paper_id
from politburo.writing.tables.schema import sources

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["is_published", "publish"]

_MANIFEST = "manifest.json"
_FORMAT = {"format": "politburo corpus", "version": 1}
_FAILURES = 1000
_ROWS = 10_000

Manifest = dict[str, Any]


def is_published(place: Path, digest: str) -> Manifest | None:
    """Return the manifest if the corpus that the digest stands for is there whole."""
    try:
        manifest: Manifest = json.loads((place / _MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if manifest.get("digest") != digest:
        return None
    sizes = {place / name: file["bytes"] for name, file in manifest["files"].items()}
    whole = all(path.is_file() and path.stat().st_size == size for path, size in sizes.items())
    return manifest if whole else None


def publish(files: list[Source], planned: Plan, place: Path, work: Path, digest: str) -> Manifest:
    """Write the corpus beside the one that is there, put it in its place and return its manifest."""
    new = work / "new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    (new / "views.sql").write_text(views(), "utf-8")
    (new / "metadata.json").write_text(metadata(), "utf-8")
    counts, failures = _written(files, planned, new)
    names = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
    manifest = {
        **_FORMAT, "library": version("politburo"), "digest": digest, "papers": counts["papers"],
        "findings": counts["findings"], "rows": counts, "failed": len(failures),
        "failures": failures[:_FAILURES],
        "files": {name: _file(new / name) for name in names},
    }  # fmt: skip
    _put_in_place(new, names, place)
    with replaced(place / _MANIFEST) as temporary:
        temporary.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return manifest


def _written(files: list[Source], planned: Plan, new: Path) -> tuple[dict[str, int], list[tuple[str, str]]]:
    errors: dict[str, str] = {}
    database = SqliteFile(new / "corpus.sqlite")
    with ParquetFiles(new / "parquet") as parquet:
        for batch in _batches(planned):
            parquet.add(batch)
            database.add(batch)
            errors |= _errors(batch)
    _write_sources((_source_row(file, errors) for file in files), new / "parquet", database)
    database.close()
    counts = {table.name: file.rows for table, file in parquet.files.items()} | {"sources": len(files)}
    failed = [(row[0], row[-1]) for file in files if (row := _source_row(file, errors))[-1] is not None]
    return counts, failed


def _batches(planned: Plan) -> Iterator[pa.RecordBatch]:
    for part in planned.parts:
        yield from load(part.file).to_batches()
        # Arrow keeps what a part took for the next one; over thousands of parts that would add up.
        arrow().default_memory_pool().release_unused()


def _errors(batch: pa.RecordBatch) -> dict[str, str]:
    rows = batch.select(["paper", "error"]).to_pylist()
    return {row["paper"]: row["error"] for row in rows if row["error"] is not None}


def _source_row(file: Source, errors: dict[str, str]) -> tuple[Any, ...]:
    paper = file.content[: len(paper_id(b""))] if file.content else None
    error = file.error if paper is None else errors.get(paper)
    address = file.address.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return address, file.content, file.bytes, paper if error is None else None, error


def _write_sources(rows: Iterator[tuple[Any, ...]], folder: Path, database: SqliteFile) -> None:
    parquet = ParquetFile(sources(), folder)
    while batch := list(islice(rows, _ROWS)):
        columns = [list(cells) for cells in zip(*batch, strict=True)]
        parquet.add(
            arrow().Table.from_pydict(dict(zip(sources().names, columns, strict=True)), schema_of(sources()))
        )
        database.insert(sources(), batch)
    parquet.close()


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}


def _put_in_place(new: Path, names: Iterable[str], place: Path) -> None:
    for name in names:
        target = place / name
        target.parent.mkdir(exist_ok=True)
        (new / name).replace(target)
