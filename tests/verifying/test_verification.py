"""Records from elsewhere: every planted error is found, nothing sound is accused."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from politburo.errors import FormatError, PolitburoError
from politburo.reader import read
from politburo.values.base import Status
from politburo.verifying import Tally, Verification, rows_from, verify
from politburo.verifying.following import gives, is_known, refusal
from politburo.writing.json import dumps
from politburo.writing.statements import Statement, statements, to_csv
from tests.scoring import papers

PAPERS = papers(Path(__file__).parents[1] / "corpus")
TEXT = """\
ПРОТОКОЛ № 40
заседания Политбюро ЦК ВКП(б) от 27 июня 1936 г.

264.- О торговле с Синьцзяном.

а) Поручить НКТП поставить синьцзянскому правительству 50 грузовых автомашин на сумму 1.095.000 рублей.

б) Порядок расчетов согласовать НКВТ совместно с НКФ к 1 июля.

Выписки посланы:

т.т. Розенгольцу — все; Орджоникидзе — а.

265.- О студентах.

Разрешить САГУ зачислить с 1 сентября 1936 г. 100 студентов. Отпустить 220.590 рублей и 20.000 иен.
"""


@cache
def rows() -> tuple[Statement, ...]:
    return statements(read(TEXT).document)


def row(name: str, value: str) -> Statement:
    return next(row for row in rows() if (row.property, row.value) == (name, value))


def with_(old: Statement, *new: Statement) -> list[Statement]:
    at = rows().index(old)
    return [*rows()[:at], *new, *rows()[at + 1 :]]


def faults(found: Verification) -> list[tuple[str, str, str]]:
    return [(each.row.property, fault.slug, fault.message) for each in found.faulty for fault in each.faults]


def at(passage: str) -> int:
    return TEXT.index(passage)


# --- what is sound --------------------------------------------------------------------------------


def test_what_the_library_reads_is_sound() -> None:
    found = verify(rows(), TEXT)
    assert found.sound
    assert found.unconfirmed == ()
    assert (found.total.precision, found.total.recall, found.total.f1) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_expected_rows_of_a_paper_are_not_accused(paper: Path) -> None:
    found = verify(
        rows_from(paper.with_suffix(".csv").read_text("utf-8")), paper.read_bytes().decode("utf-8")
    )
    accused = [
        fault for fault in faults(found) if fault[1] not in ("unsupported", "property", "entity", "value")
    ]
    assert accused == []
    assert found.total.f1 > 0.9


def test_rows_without_offsets_and_without_quotes_are_sound() -> None:
    assert verify([evolve(row, start=None, stop=None) for row in rows()], TEXT).sound
    assert verify([evolve(row, start=None, stop=None, quote="") for row in rows()], TEXT).sound


def test_a_document_is_taken_as_its_statements() -> None:
    assert verify(read(TEXT).document, TEXT).sound


def test_the_order_of_rows_does_not_matter() -> None:
    assert verify(rows()[::-1], TEXT).sound


# --- ten errors of ten kinds ----------------------------------------------------------------------

DOLLARS = "1095000 USD"
PLANTED: dict[str, tuple[Callable[[], list[Statement]], tuple[str, str, str]]] = {
    "a sum that does not follow from its passage": (
        lambda: with_(row("money", "220590 RUB"), evolve(row("money", "220590 RUB"), value="2205900 RUB")),
        ("money", "value", "the passage «220.590 рублей» gives 220590 RUB"),
    ),
    "a currency that the passage does not say": (
        lambda: with_(row("money", "1095000 RUB"), evolve(row("money", "1095000 RUB"), value=DOLLARS)),
        ("money", "value", "the passage «1.095.000 рублей» gives 1095000 RUB"),
    ),
    "a passage that stands nowhere": (
        lambda: with_(row("body", "NKF"), evolve(row("body", "NKF"), quote="НКЗ")),
        ("body", "quote", "«НКЗ» stands nowhere in the text"),
    ),
    "a passage that stands elsewhere": (
        lambda: with_(row("quantity", "100 person"), evolve(row("quantity", "100 person"), start=5, stop=18)),
        (
            "quantity",
            "place",
            f"«100 студентов» stands in line 16, column 47 (offset {at('100 студентов')}), not at 5",
        ),
    ),
    "a place without its words": (
        lambda: with_(row("money", "20000 JPY"), evolve(row("money", "20000 JPY"), quote="")),
        ("money", "quote", "expected the passage as the quote, «20.000 иен»"),
    ),
    "what is inferred from nothing": (
        lambda: [*rows(), Statement("ru/264/а", "person", "Сидоров", status=Status.INFERRED)],
        ("person", "unsupported", "no passage of the text says it"),
    ),
    "offsets behind the end of the text": (
        lambda: with_(row("money", "20000 JPY"), evolve(row("money", "20000 JPY"), start=9000, stop=9010)),
        (
            "money",
            "offset",
            f"expected offsets up to the end of the text, {len(TEXT)}, got 9000 and 9010",
        ),
    ),
    "a value that is not in canonical form": (
        lambda: with_(
            row("date", "1936-09-01/.."), evolve(row("date", "1936-09-01/.."), value="1 сентября 1936")
        ),
        ("date", "form", "expected the canonical form '1936-09-01', got '1 сентября 1936'"),
    ),
    "a row about another point": (
        lambda: with_(
            row("deadline", "1936-07-01"), evolve(row("deadline", "1936-07-01"), entity="ru/264/а")
        ),
        ("deadline", "entity", "expected ru/264/б: there the text says it"),
    ),
    "a value said to be what it is not": (
        lambda: with_(row("deadline", "1936-07-01"), evolve(row("deadline", "1936-07-01"), property="date")),
        ("date", "property", "the text says it as deadline"),
    ),
    "a row that is there twice": (
        lambda: with_(row("action", "permit"), row("action", "permit"), row("action", "permit")),
        ("action", "repeated", "the same row stands before"),
    ),
    "a property that does not exist": (
        lambda: with_(row("money", "20000 JPY"), evolve(row("money", "20000 JPY"), property="amount")),
        ("amount", "property", "there is no property 'amount'"),
    ),
    "a year from context that is said to be stated": (
        lambda: with_(
            row("deadline", "1936-07-01"), evolve(row("deadline", "1936-07-01"), status=Status.STATED)
        ),
        ("deadline", "status", "expected inferred, got stated"),
    ),
    "something nobody says": (
        lambda: [*rows(), Statement("ru/264/а", "person", "Сидоров")],
        ("person", "passage", "expected a passage: only an inferred value can be without one"),
    ),
    "another recipient's points": (
        lambda: with_(
            row("recipient", "Орджоникидзе [а]"),
            evolve(row("recipient", "Орджоникидзе [а]"), value="Орджоникидзе [б]"),
        ),
        (
            "recipient",
            "value",
            f"the passage «{row('recipient', 'Орджоникидзе [а]').quote}» gives Орджоникидзе [а]",
        ),
    ),
    "another body": (
        lambda: with_(row("responsible", "NKTP"), evolve(row("responsible", "NKTP"), value="NKO")),
        ("responsible", "value", "the passage «НКТП» gives NKTP"),
    ),
    "another order": (
        lambda: with_(row("action", "charge"), evolve(row("action", "charge"), value="permit")),
        ("action", "value", "the passage «Поручить» gives charge"),
    ),
    "a point that is not there": (
        lambda: [*rows(), Statement("ru/999/1", "money", "7 RUB", "", None, None, Status.INFERRED)],
        ("money", "entity", "the text has no ru/999/1"),
    ),
    "a finding of a rule that does not exist": (
        lambda: [*rows(), Statement("document", "finding", "sum-conflict")],
        ("finding", "form", "expected the slug of a rule, got 'sum-conflict'"),
    ),
    "a finding that is not made": (
        lambda: [*rows(), Statement("document", "finding", "date-conflict")],
        ("finding", "unsupported", "nothing of the kind is found in the text"),
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_error_is_found_and_nothing_else(kind: str) -> None:
    planted, expected = PLANTED[kind]
    assert faults(verify(planted(), TEXT)) == [expected]


def test_a_row_left_out_is_lacking() -> None:
    lost = row("money", "20000 JPY")
    found = verify(with_(lost), TEXT)
    assert (found.lacking, found.faulty, found.sound) == ((lost,), (), False)
    assert found.scores["money"] == Tally(given=2, read=3, right=2)


def test_ten_errors_of_ten_kinds_at_once() -> None:
    """One records file with ten planted errors: all ten are told, and no row besides."""
    lost = row("money", "20000 JPY")
    changed: dict[Statement, Statement] = {}

    def plant(name: str, said: str, **to: Any) -> None:
        changed[row(name, said)] = evolve(row(name, said), **to)

    plant("money", "220590 RUB", value="220590 RUB_GOLD")
    plant("money", "1095000 RUB", quote="1.095.000 иен")
    plant("quantity", "50 motor_vehicle", start=0, stop=27)
    plant("quantity", "100 person", value="1000 person")
    plant("deadline", "1936-07-01", entity="ru/265/0")
    plant("responsible", "NKVT", value="НКВТ?")
    plant("date", "1936-09-01/..", property="deadline")
    plant("title", "О студентах", value="О студентках")
    plant("action", "permit", value="allow")
    given = [changed.get(each, each) for each in rows() if each != lost]
    found = verify(given, TEXT)
    assert {each.row for each in found.faulty} == set(changed.values())
    assert lost in found.lacking
    assert not found.sound


# --- what is neither ------------------------------------------------------------------------------


def test_what_the_passage_gives_but_the_library_does_not_read_is_unconfirmed() -> None:
    stamp = "заседания"
    given = Statement("ru", "procedure", "sitting", stamp, at(stamp), at(stamp) + len(stamp))
    found = verify([*rows(), evolve(given, property="storage", value=stamp)], TEXT)
    assert [each.row.value for each in found.unconfirmed] == [stamp]
    assert found.sound
    assert found.total.precision < 1


def test_only_some_properties_are_looked_at() -> None:
    found = verify(with_(row("money", "20000 JPY")), TEXT, properties=["quantity"])
    assert found.sound
    assert set(found.scores) == {"quantity"}
    with pytest.raises(PolitburoError, match="there is no property 'amount'"):
        verify(rows(), TEXT, properties=["amount"])


def test_partial_rows_need_not_have_everything() -> None:
    found = verify([row("money", "20000 JPY")], TEXT, partial=True)
    assert (found.sound, found.lacking) == (True, ())
    assert found.total.recall < 0.1


def test_a_text_without_a_protocol_confirms_nothing() -> None:
    found = verify(rows(), "Дорогой друг!")
    assert len(found.faulty) == len(rows())
    assert found.total.right == 0


def test_no_rows_and_no_text() -> None:
    assert verify([], "").sound
    assert verify([], "").total.f1 == 1.0


# --- values and passages --------------------------------------------------------------------------

GIVEN = [
    ("money", "500.000 золотых рублей", ("500000 RUB_GOLD",)),
    ("deadline", "в двухнедельный срок", ("P2W",)),
    ("principal", "2 миллиона рублей", ("2000000 RUB",)),
    ("tranche", "50 грузовых автомашин", ("50 motor_vehicle",)),
    ("action", "Обязать", ("oblige",)),
    ("money", "зайцы", ()),
]


@pytest.mark.parametrize(("name", "passage", "values"), GIVEN)
def test_what_a_passage_gives(name: str, passage: str, values: tuple[str, ...]) -> None:
    assert gives(name, passage) == values


REFUSED = [
    ("money", "", "expected a value"),
    ("money", "500000 RUB_GOLD", ""),
    ("money", "500.000 золотых рублей", "expected the canonical form '500000 RUB_GOLD'"),
    ("money", "зайцы", "expected the canonical form of a money"),
    ("deadline", "P2W", ""),
    ("deadline", "soon", "expected the canonical form of a date or a duration"),
    ("body", "Сибкрайком", ""),
    ("finding", "omission", ""),
]


@pytest.mark.parametrize(("name", "value", "message"), REFUSED)
def test_refusal(name: str, value: str, message: str) -> None:
    assert refusal(name, value) == message


def test_every_property_that_is_written_is_known() -> None:
    assert all(is_known(row.property) for row in rows())
    assert not is_known("amount")


# --- files of rows --------------------------------------------------------------------------------


def test_rows_come_back_from_csv_and_json() -> None:
    as_json = json.dumps(
        [{"entity": r.entity, "property": r.property, "value": r.value, "quote": r.quote} for r in rows()]
    )
    assert [each.statement for each in rows_from(to_csv(rows()))] == list(rows())
    assert [each.statement.quote for each in rows_from(as_json)] == [r.quote for r in rows()]
    assert [each.statement for each in rows_from(dumps(read(TEXT)))] == list(rows())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_as_spreadsheets_write_it(separator: str) -> None:
    head, cells = ("note", "value", "property", "entity"), ("x", "34", "number", "ru")
    text = "\ufeff" + "\r\n".join(separator.join(line) for line in (head, cells, ("", "", "", ""))) + "\r\n"
    assert [(each.statement, each.where) for each in rows_from(text)] == [
        (Statement("ru", "number", "34"), "line 2")
    ]


ROW = {"entity": "ru", "property": "number", "value": "34"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ROW]),
        json.dumps({"statements": [ROW]}),
        json.dumps({"rows": [ROW]}),
        json.dumps(ROW),
        json.dumps(ROW | {"value": 34, "start": None, "status": ""}),
    ],
)
def test_json_as_programs_write_it(text: str) -> None:
    assert [each.statement for each in rows_from(text)] == [Statement("ru", "number", "34")]


def test_json_lines() -> None:
    assert len(rows_from(f"{json.dumps(ROW)}\n\n{json.dumps(ROW)}\n")) == 2


MALFORMED = [
    ("", "line 1: expected rows with a header"),
    ("entity,value\nru,34\n", "line 1: expected the column property"),
    ("entity,property,value\nru,number,34,x\n", "line 2: expected 3 cells in the row, got 4"),
    ('entity,property,value\nru,number,"34\n', "line 2: expected CSV (unexpected end of data)"),
    ("entity,property,value,start\nru,number,34,5\n", "line 2: expected both start and stop or neither"),
    (
        "entity,property,value,start,stop\nru,number,34,x,5\n",
        "line 2: start: expected an offset in digits or nothing, got 'x'",
    ),
    (
        "entity,property,value,status\nru,number,34,sure\n",
        "line 2: status: expected one of stated, inferred, emended, got 'sure'",
    ),
    ('[{"entity": "ru"}]', "row 1: expected the key property"),
    ("[5]", "row 1: expected an object"),
    ('{"statements": 5}', "$: expected a list of rows"),
    ('[{"entity": "ru", "property": "number", "value": [34]}]', "row 1: value: expected a text, got [34]"),
    ('[{"entity": "ru"', "line 1: expected JSON (Expecting ',' delimiter)"),
    ('{"entity": "ru", "property": "number", "value": "34"}\n{5}', "line 2: expected JSON (Extra data)"),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_files_that_are_none(text: str, message: str) -> None:
    with pytest.raises(FormatError) as told:
        rows_from(text)
    assert str(told.value) == message
