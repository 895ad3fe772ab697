from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo.errors import FormatError
from politburo.findings import Finding, Level
from politburo.records import Charge, Decision, Directive, Document, Loan, Order, Protocol, Recipient, Witness
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.terms import Action, Secrecy, Wording
from politburo.writing.statements import Statement, files_to_csv, from_csv, statements, to_csv
from tests.writing.corpus_documents import PAPERS, document
from tests.writing.record_strategies import documents

HEADER = "entity,property,value,quote,start,stop,status"


def cells(paper: Document) -> list[tuple[str, str, str]]:
    return [(row.entity, row.property, row.value) for row in statements(paper)]


def paper(*decisions: Decision, loans: tuple[Loan, ...] = ()) -> Document:
    return Document("", witnesses=(Witness("ru", "ru", Protocol(decisions=decisions), loans=loans),))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_documents_of_the_corpus_give_the_expected_statements(path: Path) -> None:
    described, expected = document(path)
    assert Counter(statements(described)) == Counter(expected)


def test_a_decision_has_one_row_for_each_value_a_directive_one_for_each_naming() -> None:
    body, mark = Body(id="NKTP"), Secrecy("top_secret")
    said = paper(Decision("9", secrecies=(mark, mark), directives=(Directive(("1",), bodies=(body, body)),)))
    assert cells(said) == [
        ("ru/9", "secrecy", "top_secret"),
        ("ru/9/1", "body", "NKTP"),
        ("ru/9/1", "body", "NKTP"),
    ]


def test_an_order_has_rows_for_action_task_and_whoever_is_told() -> None:
    order = Order(Action("charge"), (Action("deliver"), Action("other")), (Body(id="NKTP"),))
    assert cells(paper(Decision("9", directives=(Directive(("8", "а"), orders=(order,)),)))) == [
        ("ru/9/8/а", "action", "charge"),
        ("ru/9/8/а", "task", "deliver"),
        ("ru/9/8/а", "responsible", "NKTP"),
    ]


def test_an_order_that_the_directive_above_governs_has_no_action() -> None:
    order = Order(None, (Action("pay"),))
    assert cells(paper(Decision("9", directives=(Directive(("1",), orders=(order,)),)))) == [
        ("ru/9/1", "task", "pay")
    ]


def test_a_loan_is_named_by_its_principal() -> None:
    loan = Loan(MonetaryAmount.parse("5000000 XXX"), drawdowns=(Charge("ru/9/1"),))
    assert cells(paper(loans=(loan, Loan(borrowers=(Body(id="URPRA"),))))) == [
        ("ru/loan/5000000", "principal", "5000000 XXX"),
        ("ru/loan/5000000", "drawdown", "ru/9/1"),
        ("ru/loan/unstated", "borrower", "URPRA"),
    ]


def test_a_recipient_carries_its_scope() -> None:
    said = paper(Decision("265", recipients=(Recipient(Person("Стомоняков"), ("б", "в")),)))
    assert cells(said) == [("ru/265", "recipient", "Стомоняков [б, в]")]


def test_rows_of_an_entity_stand_in_the_order_of_their_passages() -> None:
    title = Wording("О Монголии", span=Span(12, 22))
    date = PartialDate.parse("1935-10-01").read_from(Span(0, 7))
    placeless = Secrecy("secret", status=Status.INFERRED)
    decision = Decision("7", title, (date,), secrecies=(placeless,))
    text = "1.Х.35г.\n\nО Монголии"
    rows = statements(Document(text, witnesses=(Witness("ru", "ru", Protocol(decisions=(decision,))),)))
    assert [row.property for row in rows] == ["date", "title", "secrecy"]
    assert rows[2] == Statement("ru/7", "secrecy", "secret", "", None, None, Status.INFERRED)


def test_each_finding_is_a_row_of_the_document() -> None:
    noted = Finding("omission", Level.NOTE, "left out", Span(0, 5), "ru/9")
    rows = statements(Document("[...]", findings=(noted, noted)))
    assert rows == (Statement("document", "finding", "omission", "[...]", 0, 5),) * 2


@settings(max_examples=40)
@given(documents())
def test_every_quote_is_its_passage(said: Document) -> None:
    for row in statements(said):
        assert row.quote == ("" if row.start is None else said.text[row.start : row.stop])


@settings(max_examples=40)
@given(documents())
def test_statements_come_back_from_csv_as_they_were(said: Document) -> None:
    assert from_csv(to_csv(statements(said))) == statements(said)


offsets = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(lambda pair: (min(pair), max(pair)))
cell = st.text(max_size=8)


@st.composite
def any_rows(draw: st.DrawFn) -> Statement:
    entity, name, value, quote = (draw(cell) for _ in range(4))
    start, stop = draw(st.just((None, None)) | offsets)
    return Statement(entity, name, value, quote, start, stop, draw(st.sampled_from(Status)))


@given(st.lists(any_rows(), max_size=4))
def test_rows_of_any_characters_come_back_from_csv(rows: list[Statement]) -> None:
    assert from_csv(to_csv(rows)) == tuple(rows)


@given(st.lists(any_rows(), max_size=4))
def test_csv_is_what_other_readers_of_rfc_4180_read(rows: list[Statement]) -> None:
    read = list(csv.reader(io.StringIO(to_csv(rows), newline="")))
    assert [cells[:4] for cells in read[1:]] == [
        [row.entity, row.property, row.value, row.quote] for row in rows
    ]


@given(st.text(max_size=60) | st.text('",\n\r1a', max_size=20).map(f"{HEADER}\n".__add__))
def test_whatever_is_no_file_of_statements_is_a_format_error(text: str) -> None:
    try:
        rows = from_csv(text)
    except FormatError as error:
        where = error.where
    else:
        where = "line" if from_csv(to_csv(rows)) == rows else ""
    assert where.startswith("line")


def test_spreadsheets_may_write_a_byte_order_mark_and_windows_line_ends() -> None:
    row = Statement("item", "date", "1935", "1935", 0, 4)
    assert from_csv("\ufeff" + to_csv([row]).replace("\n", "\r\n")) == (row,)


def test_the_last_line_end_may_be_missing() -> None:
    assert len(from_csv(f"{HEADER}\nitem,date,1935,,,,inferred")) == 1


def test_several_files_have_a_column_of_their_names() -> None:
    row = Statement("item", "date", "1935", "1935", 0, 4)
    assert "".join(files_to_csv([("a, b.txt", [row]), ("c.txt", [])])) == (
        f'file,{HEADER}\n"a, b.txt",item,date,1935,1935,0,4,stated\n'
    )


FAULTS = {
    "": f"line 1, column 1: expected the header {HEADER}",
    "a,b\n": f"line 1, column 1: expected the header {HEADER}",
    f"{HEADER}\nitem,date\n": "line 2, column 6: expected 7 cells in the row, got 2",
    f"{HEADER}\n\n": "line 2, column 1: expected 7 cells in the row, got 1",
    f'{HEADER}\nitem,"date\n': "line 2, column 6: expected a closing quote",
    f'{HEADER}\nitem,"date" ,1\n': "line 2, column 6: expected a comma or a line end after the closing quote",
    f'{HEADER}\nitem,da"te,1\n': "line 2, column 6: expected a comma or a line end; "
    "a cell with a quote in it stands in quotes as a whole",
    f"{HEADER}\nitem,date,1935,,x,4,stated\n": "line 2, column 17 (start): "
    "expected an offset in digits or nothing, got 'x'",
    f"{HEADER}\nitem,date,1935,,0,,stated\n": "line 2, column 17 (start): "
    "expected both start and stop or neither",
    f"{HEADER}\nitem,date,1935,,5,4,stated\n": "line 2, column 17 (start): "
    "expected a start not behind the stop, got 5 and 4",
    f'{HEADER}\nitem,date,"1\n935",,0,4,said\n': "line 3, column 11 (status): "
    "expected one of stated, inferred, emended, got 'said'",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items())
def test_faults_are_told_with_line_and_column(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_csv(text)
    assert str(caught.value) == message


FORMULAS = ["=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_cells_are_no_formulas_where_a_spreadsheet_reads_them(cell: str) -> None:
    row = Statement("ru/9", "title", cell, cell, 0, len(cell))
    (read,) = from_csv(to_csv([row], for_spreadsheets=True))
    assert (read.value, read.quote, read.start) == (f"'{cell}", f"'{cell}", 0)
    assert from_csv(to_csv([row])) == (row,)
    (_, body) = files_to_csv([(cell, [row])], for_spreadsheets=True)
    assert body.lstrip('"').startswith("'")


@given(st.lists(any_rows(), max_size=4))
def test_no_cell_begins_as_a_formula_where_a_spreadsheet_reads_it(rows: list[Statement]) -> None:
    read = csv.reader(io.StringIO(to_csv(rows, for_spreadsheets=True), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cells in read for cell in cells)
