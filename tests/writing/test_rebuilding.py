"""From statements back to records, and to the same statements again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from politburo.errors import FormatError
from politburo.records import Document
from politburo.testing import documents
from politburo.values.names import Body, Person
from politburo.writing.rebuilding import records_from
from politburo.writing.statements import Statement, from_csv, statements
from tests.laws.trying import on_papers
from tests.writing.corpus_documents import PAPERS

ROWS = [
    Statement("item", "title", "О Монголии"),
    Statement("ru", "number", "34"),
    Statement("ru", "body", "PB"),
    Statement("ru/85/72", "title", "О Монголии"),
    Statement("ru/85/72", "recipient", "Стомоняков [б, в]"),
    Statement("ru/85/72/1", "action", "charge"),
    Statement("ru/85/72/1", "task", "deliver"),
    Statement("ru/85/72/1", "responsible", "NKTP"),
    Statement("ru/85/72/1", "responsible", "Косиор С."),
    Statement("ru/85/72/1", "money", "500000 RUB_GOLD"),
    Statement("ru/85/72/1", "deadline", "P3D"),
    Statement("ru/loan/5000000", "principal", "5000000 XXX"),
    Statement("ru/loan/5000000", "tranche", "4 aircraft"),
    Statement("ru/loan/5000000", "drawdown", "ru/85/72/1"),
    Statement("document", "finding", "omission"),
]


def test_each_row_finds_its_record() -> None:
    document = records_from(ROWS)
    decision = document.witnesses[0].protocol.decisions[0]
    assert (decision.number, decision.directives[0].path) == ("85/72", ("1",))
    assert decision.directives[0].orders[0].responsible == (Body(id="NKTP"), Person("Косиор", "С."))
    assert statements(document) == tuple(ROWS)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_expected_rows_of_the_corpus_come_back(path: Path) -> None:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    rows = from_csv(path.read_bytes().decode("utf-8"))
    again = statements(records_from(rows, text))
    assert sorted(again, key=repr) == sorted(rows, key=repr)


@on_papers()
@given(documents())
def test_statements_describe_a_document_that_says_the_same(document: Document) -> None:
    rows = statements(document)
    assert statements(records_from(rows, document.text)) == rows


FAULTS = {
    ("ru", "colour", "red"): "row 1: expected a property of the statements, got 'colour'",
    ("ru/9/1", "money", "500000"): "row 1 (money): expected a currency after the number, got '500000'",
    ("ru/9/1", "action", "rob"): "row 1 (action): unknown action 'rob': expected one of",
    ("ru/9", "speaker", ""): "row 1 (speaker): expected a surname",
}


@pytest.mark.parametrize(("cells", "message"), FAULTS.items())
def test_a_row_that_says_nothing_is_told_by_its_number(cells: tuple[str, str, str], message: str) -> None:
    with pytest.raises(FormatError) as caught:
        records_from([Statement(*cells)])
    assert str(caught.value).startswith(message)
