"""``politburo build SOURCE… --to PLACE``: many papers read into a corpus."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.commands.files import UNUSABLE, add_input, label
from politburo.commands.output import complain, put
from politburo.errors import PolitburoError

if TYPE_CHECKING:
    from politburo.corpus.building import Built

__all__ = ["add"]

_FAILED = 1
_SHOWN = 20


def add(commands: Any) -> None:
    """Add the command ``build``."""
    build = commands.add_parser(
        "build",
        help="read many papers into a corpus: Parquet, SQLite, views for DuckDB",
        description="Read many papers into a corpus: Parquet files, a SQLite file that Datasette serves, "
        "views for DuckDB. A run that was interrupted is gone on with; papers that have been read are not "
        "read again. Exit status: 0 built, 1 built without the papers that are listed, 2 unusable input.",
    )
    build.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a text of any format, a folder, a glob in quotes, a zip file, or an address such as s3://…",
    )
    build.add_argument("--to", required=True, type=Path, metavar="PLACE", help="the folder of the corpus")
    build.add_argument(
        "--jobs", type=_positive, metavar="N", help="processes to read in (default: one a core)"
    )
    add_input(build)
    build.set_defaults(run=_build)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, got {text!r}")
    return int(text)


def _build(options: argparse.Namespace) -> int:
    try:
        built = _built(options)
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    for address, error_of in built.failures[:_SHOWN]:
        complain(f"{label(address)}: {error_of}")
    if built.failed > _SHOWN:
        complain(f"and {built.failed - _SHOWN:,} more: see the table sources")
    put(f"{options.to}: {_said(built)}\n")
    return _FAILED if built.failures else 0


def _built(options: argparse.Namespace) -> Built:
    from politburo.corpus.building import build
    from politburo.corpus.progress import bar

    return build(
        options.sources,
        options.to,
        jobs=options.jobs,
        limit=options.max_chars,
        ocr=options.ocr,
        report=bar(),
    )


def _said(built: Built) -> str:
    read = f"{built.papers:,} papers, {built.fresh:,} read now, {built.findings:,} findings"
    return f"{read}, {built.failed:,} files failed" if built.failed else read
