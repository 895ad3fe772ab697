"""What a corpus is asked: SQLite with its search, DuckDB over Parquet, Datasette over HTTP."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra tables")

from pyarrow.parquet import ParquetFile  # noqa: E402

from politburo.corpus import connect, parquet, read_batches, write_parquet  # noqa: E402
from politburo.corpus.questions import questions  # noqa: E402
from politburo.corpus.sqlite import indexed  # noqa: E402
from politburo.errors import MissingExtraError  # noqa: E402
from politburo.writing.tables import tables  # noqa: E402
from tests.building.generated import papers  # noqa: E402
from tests.building.test_build import rows  # noqa: E402

needs_duckdb = pytest.mark.skipif(find_spec("duckdb") is None, reason="needs duckdb")
needs_datasette = pytest.mark.skipif(find_spec("datasette") is None, reason="needs datasette")


@pytest.fixture
def database(built: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(built / "corpus.sqlite")) as connection:
        yield connection


def test_every_key_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("table", [table.name for table in tables()])
def test_both_stores_hold_the_same(table: str, database: sqlite3.Connection, built: Path) -> None:
    names = [column[0] for column in database.execute(f"SELECT * FROM {table}").description]  # noqa: S608
    stored = [dict(zip(names, row, strict=True)) for row in database.execute(f"SELECT * FROM {table}")]  # noqa: S608
    expected = [{name: as_sqlite(cell) for name, cell in row.items()} for row in rows(built, table)]
    assert stored == expected


def as_sqlite(cell: Any) -> Any:
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    if isinstance(cell, Decimal):
        return int(cell) if cell == int(cell) else float(cell)
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def test_rows_are_written_in_groups_whatever_the_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 5)
    monkeypatch.setattr(parquet, "_PAPERS", 3)
    texts = pa.record_batch({"text": list(papers(7, most=700))})
    [all_at_once] = read_batches(iter([texts]))
    write_parquet([all_at_once], tmp_path / "one")
    write_parquet((all_at_once.slice(at, 2) for at in range(0, 7, 2)), tmp_path / "four")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "four" / path.name).read_bytes()
    written = ParquetFile(tmp_path / "one" / "papers.parquet").metadata
    assert [written.row_group(at).num_rows for at in range(written.num_row_groups)] == [3, 3, 1]


def found(database: sqlite3.Connection, words: str) -> int:
    query = "SELECT count(*) FROM papers_fts WHERE papers_fts MATCH ?"
    return int(database.execute(query, (words,)).fetchone()[0])


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("ПРОТОКОЛ", "протокол"),
        ("заём OR займа", "заем OR займа"),
        ("railway", "Railway"),
        ("монгол*", "МОНГОЛ*"),
    ],
)
def test_search_looks_through_capitals_and_yo(words: str, same: str, database: sqlite3.Connection) -> None:
    assert found(database, words) == found(database, same) > 0


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ещё ЗАЁМ", "Еще ЗАЕМ\nещё заём"), ("и\u0306од", "йод"), ("без", "без"), (None, None)],
)
def test_words_with_yo_are_indexed_in_both_spellings(text: str | None, words: str | None) -> None:
    assert indexed(text) == words


@needs_duckdb
def test_duckdb_sees_every_table(built: Path) -> None:
    with closing(connect(built)) as connection:
        for table in tables():
            counted = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()  # noqa: S608
            assert counted == (len(rows(built, table.name)),)


def test_without_duckdb_it_is_said_what_to_install(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(
        MissingExtraError, match=r"duckdb is not installed: pip install 'politburo\[duckdb\]'"
    ):
        connect(built)


@needs_duckdb
@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_both_engines_answer_alike(question: Any, built: Path, database: sqlite3.Connection) -> None:
    asked = database.execute(question.sql)
    with closing(connect(built)) as connection:
        answers = connection.execute(f"SELECT * FROM {question.name}").fetchall()  # noqa: S608
    assert answers or question.name in ("papers_not_read", "deadlines_missed")
    assert [tuple(map(plain, row)) for row in asked] == [tuple(map(plain, row)) for row in answers]


def plain(cell: Any) -> Any:
    return float(cell) if isinstance(cell, Decimal | int) else cell


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", str(built / "corpus.sqlite")]
    options = ["--metadata", str(built / "metadata.json"), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/-/versions.json", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "datasette has stopped"
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - loopback
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("datasette does not answer")


def get(address: str, **parameters: str) -> Any:
    query = urllib.parse.urlencode({"_shape": "objects", **parameters})
    with urllib.request.urlopen(f"{address}.json?{query}", timeout=30) as answer:  # noqa: S310 - loopback
        return json.load(answer)


@needs_datasette
def test_datasette_answers_every_canned_query(site: str, built: Path) -> None:
    metadata = json.loads((built / "metadata.json").read_text("utf-8"))
    for name, query in metadata["databases"]["corpus"]["queries"].items():
        given = {"words": "заём OR credit"} if ":words" in query["sql"] else {}
        answer = get(f"{site}/corpus/{name}", **given)
        assert answer["ok"], name
        assert answer["rows"] or name in ("papers_not_read", "deadlines_missed"), name


@needs_datasette
def test_datasette_serves_tables_with_facets_and_search(site: str, built: Path) -> None:
    money = get(f"{site}/corpus/money")
    assert money["filtered_table_rows_count"] == len(rows(built, "money"))
    assert "RUB_GOLD" in {row["value"] for row in money["facet_results"]["currency"]["results"]}
    papers = get(f"{site}/corpus/papers", _search="Синьцзян*")
    assert 0 < papers["filtered_table_rows_count"] < len(rows(built, "papers"))
    with urllib.request.urlopen(f"{site}/corpus/decisions", timeout=30) as page:  # noqa: S310 - loopback
        assert b"A point of a protocol." in page.read()
