"""The documents that the corpus's expected statements describe: records without reading.

Statements made of them must be the expected ones again, so that writing is held to the contract
whatever reading can do.
"""

from __future__ import annotations

from pathlib import Path

from politburo.records import Document
from politburo.writing.rebuilding import records_from
from politburo.writing.statements import Statement, from_csv

__all__ = ["PAPERS", "document"]

PAPERS = sorted((Path(__file__).parent.parent / "corpus").glob("*.csv"))


def document(path: Path) -> tuple[Document, tuple[Statement, ...]]:
    """Return the document that an expected file describes, and the rows of that file."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    rows = from_csv(path.read_bytes().decode("utf-8"))
    return records_from(rows, text), rows
