"""Records as tables: typed, with ids that hold, every value beside its passage."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra tables")

from hypothesis import given  # noqa: E402

from politburo import Document, MonetaryAmount, read, statements  # noqa: E402
from politburo.errors import MissingExtraError  # noqa: E402
from politburo.records import Charge, Decision, Directive, Loan, Protocol, Witness  # noqa: E402
from politburo.values.money import Currency  # noqa: E402
from politburo.writing.tables import arrow, frames, tables  # noqa: E402
from politburo.writing.tables.arrow import schema_of  # noqa: E402
from politburo.writing.tables.dictionary import data_dictionary  # noqa: E402
from politburo.writing.tables.rows import rows as rows_of  # noqa: E402
from tests.writing.corpus_documents import PAPERS, document  # noqa: E402
from tests.writing.record_strategies import documents  # noqa: E402

DICTIONARY = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
PAPER = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.\n\n7.- О Монголии.\n\n"


def rows(table: Any) -> list[dict[str, Any]]:
    return list(table.to_pylist())


def check_keys(framed: dict[str, Any]) -> None:
    """Check that every id is there once, and that every id named elsewhere is there at all."""
    ids = {name: framed[name]["id"].to_pylist() for name in framed}
    assert all(len(set(found)) == len(found) for found in ids.values())
    for table in tables():
        for column in table.columns:
            named = set(framed[table.name][column.name].to_pylist()) if column.references else set()
            assert named - {None} <= set(ids.get(column.references, ()))
            if column.needed:
                assert framed[table.name][column.name].null_count == 0


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_tables_of_a_paper(paper: Path) -> None:
    reading = read(paper.with_suffix(".txt").read_text("utf-8"))
    framed = frames(reading)
    check_keys(framed)
    text = reading.document.text
    for table in framed.values():
        assert table.schema.names[0] == "id"
        for row in rows(table):
            if row.get("quote") is not None:
                assert row["quote"] == text[row["start"] : row["stop"]]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_nothing_that_the_statements_say_is_lost(paper: Path) -> None:
    """What the expected statements say of sums, dates and shelfmarks stands in the tables of values too."""
    of_paper, _ = document(paper)
    framed = frames(of_paper)
    assert framed["statements"].num_rows == len(statements(of_paper))
    said = {(row.property, row.value) for row in statements(of_paper) if row.property in ("money", "tranche")}
    assert said <= {
        (row["property"], row["value"]) for row in rows(framed["money"]) + rows(framed["quantities"])
    }
    dated = {
        (row.property, row.value) for row in statements(of_paper) if row.property in ("date", "deadline")
    }
    assert dated == {(row["property"], row["value"]) for row in rows(framed["dates"])}


@given(documents())
def test_ids_hold_in_documents_of_every_shape(of_paper: Document) -> None:
    """No two rows of a table have the same id, and no row names an id that is not there."""
    check_keys(frames(of_paper))


def test_types_are_those_of_the_schema() -> None:
    framed = frames(read(PAPER + "Отпустить до 500.000 зол. руб. к 1 мая 1936 г."))
    for table in tables():
        assert framed[table.name].schema == schema_of(table)
    (sum_of_money,) = rows(framed["money"])
    assert (sum_of_money["low"], sum_of_money["high"]) == (None, Decimal(500000))
    assert sum_of_money["id"].partition(":")[2] == "ru/7/0/money/1"
    (deadline,) = [row for row in rows(framed["dates"]) if row["property"] == "deadline"]
    assert (str(deadline["earliest"]), str(deadline["latest"]), deadline["date"]) == (
        "1936-05-01",
        "1936-05-01",
        "1936-05-01",
    )


def test_a_decision_is_dated_by_its_protocol_where_it_has_no_date() -> None:
    (decision,) = rows(frames(read(PAPER + "Отложить."))["decisions"])
    assert (decision["date"], decision["dated_by"]) == ("1935-11-26", "protocol")


def test_a_number_that_comes_again_gets_an_id_of_its_own() -> None:
    decisions = (Decision("7"), Decision("7", directives=(Directive(("1",)),)))
    of_paper = Document("", witnesses=(Witness("ru", "ru", Protocol(decisions=decisions)),))
    framed = frames(of_paper)
    names = [row["id"].partition(":")[2] for row in rows(framed["decisions"]) + rows(framed["directives"])]
    assert names == ["ru/7", "ru/7~2", "ru/7~2/1"]


@pytest.mark.parametrize(
    ("number", "cell"), [("0.5", "0.500000000"), ("1e28", "1e28"), ("1e30", None), ("0.0000000001", None)]
)
def test_a_number_out_of_range_is_left_to_its_canonical_form(number: str, cell: str | None) -> None:
    sums = (MonetaryAmount(Decimal(number), None, Currency("JPY")),)
    decisions = (Decision("7", directives=(Directive(("0",), money=sums),)),)
    of_paper = Document("", witnesses=(Witness("ru", "ru", Protocol(decisions=decisions)),))
    (row,) = rows(frames(of_paper)["money"])
    assert row["low"] == (None if cell is None else Decimal(cell))
    assert row["value"] == str(sums[0])


def test_a_loan_and_what_is_charged_to_it() -> None:
    of_paper, _ = document(next(path for path in PAPERS if path.stem == "ru-08-sintszyan-1936"))
    framed = frames(of_paper)
    charged = {row["directive"] for row in rows(framed["charges"])} - {None}
    assert charged <= {row["id"] for row in rows(framed["directives"])}
    assert framed["loans"].num_rows == sum(len(witness.loans) for witness in of_paper.witnesses) > 0


def test_a_paper_that_comes_twice_is_one() -> None:
    reading = read(PAPER)
    assert frames([reading, reading.document])["papers"].num_rows == 1


def test_no_documents_give_empty_tables() -> None:
    assert {table.num_rows for table in frames([]).values()} == {0}


@pytest.mark.skipif(find_spec("pandas") is None, reason="needs the extra pandas")
def test_pandas_frames_hold_the_same() -> None:
    reading = read(PAPER + "Отпустить 500.000 зол. руб. и 20.000 иен.")
    framed, expected = frames(reading, "pandas"), frames(reading)
    assert {name: len(frame) for name, frame in framed.items()} == {
        name: table.num_rows for name, table in expected.items()
    }
    assert framed["money"]["low"].sum() == Decimal(520000)


@pytest.mark.skipif(find_spec("polars") is None, reason="needs the extra polars")
def test_polars_frames_hold_the_same() -> None:
    reading = read(PAPER + "Отпустить 500.000 зол. руб. и 20.000 иен.")
    for name, frame in frames(reading, "polars").items():
        assert frame.to_dicts() == rows(frames(reading)[name])


def test_an_unknown_library_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of arrow, pandas, polars, got 'excel'"):
        frames([], "excel")  # type: ignore[call-overload]


def test_a_missing_package_says_how_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'politburo\[polars\]'"):
        frames([], "polars")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    arrow.arrow.cache_clear()
    with pytest.raises(MissingExtraError, match=r"pyarrow is not installed"):
        frames([])


def test_the_data_dictionary_is_fresh() -> None:
    assert DICTIONARY.read_text("utf-8") == data_dictionary(), "run python -m politburo.writing.tables"


def test_a_value_that_has_no_table_is_refused() -> None:
    directive = Directive(("1",), money=(Charge("ru/9/2"),))  # type: ignore[arg-type]
    protocol = Protocol(decisions=(Decision("9", directives=(directive,)),))
    with pytest.raises(TypeError, match="expected a value that has a table, got Charge"):
        rows_of(Document("", None, (Witness("ru", "ru", protocol),)))


def test_the_dictionary_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    page = tmp_path / "dictionary.md"
    subprocess.run([sys.executable, "-m", "politburo.writing.tables", str(page)], check=True)
    assert page.read_text("utf-8") == data_dictionary()


def test_every_column_is_described() -> None:
    assert all(column.about for table in tables() for column in table.columns)


def test_a_loan_without_a_principal_has_a_name() -> None:
    of_paper = Document("", witnesses=(Witness("ru", "ru", loans=(Loan(), Loan())),))
    assert [row["id"].partition(":")[2] for row in rows(frames(of_paper)["loans"])] == [
        "ru/loan/unstated",
        "ru/loan/unstated~2",
    ]
