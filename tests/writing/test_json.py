from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo.errors import FormatError
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import (
    CataloguePage,
    Decision,
    Directive,
    Document,
    Loan,
    Order,
    Protocol,
    Reading,
    Recipient,
    Witness,
)
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.terms import Action, Wording
from politburo.writing.json import dumps, loads
from tests.writing.corpus_documents import PAPERS, document
from tests.writing.record_strategies import documents

SAID = Document(
    "9.- О Синьцзяне. 500.000 зол. руб.",
    CataloguePage(Wording("О Синьцзяне", span=Span(5, 16)), (PartialDate.of(1935, 10, 1),)),
    (
        Witness(
            "ru",
            "ru",
            Protocol(
                (Wording("34"),),
                decisions=(
                    Decision(
                        "9",
                        recipients=(Recipient(Person("Эйхе"), ("а", "б"), span=Span(0, 3)),),
                        directives=(
                            Directive(
                                ("1",),
                                (Order(Action("charge"), (Action("deliver"),), (Body(id="NKTP"),)),),
                                (
                                    MonetaryAmount.parse("500000 RUB_GOLD").read_from(
                                        Span(17, 34), Status.EMENDED
                                    ),
                                ),
                                deadlines=(PartialDate.of(1936, 5, 1), Duration(days=3)),
                                span=Span(5, 34),
                            ),
                        ),
                    ),
                ),
            ),
            loans=(Loan(MonetaryAmount.parse("5000000 XXX").read_from(None)),),
            accounted=(Span(0, 16),),
        ),
    ),
    (Finding("omission", Level.NOTE, "left out", Span(0, 2)),),
)
DIRECTIVE = "$.document.witnesses[0].protocol.decisions[0].directives[0]"


def provenance(record: Any) -> Iterator[Any]:
    """Every passage and status in a record, in order: what equality leaves out."""
    if isinstance(record, tuple):
        for part in record:
            yield from provenance(part)
    elif attrs.has(type(record)) and not isinstance(record, Span):
        yield (
            getattr(record, "span", None),
            getattr(record, "status", None),
            getattr(record, "accounted", None),
        )
        for field in attrs.fields(type(record)):
            yield from provenance(getattr(record, field.name))


@settings(max_examples=40)
@given(documents())
def test_a_document_comes_back_as_it_was(said: Document) -> None:
    assert loads(dumps(said)) == said


@settings(max_examples=40)
@given(documents())
def test_passages_and_statuses_come_back_too(said: Document) -> None:
    assert list(provenance(loads(dumps(said)))) == list(provenance(said))


@settings(max_examples=40)
@given(documents())
def test_what_is_written_again_is_the_same_text(said: Document) -> None:
    assert dumps(loads(dumps(said))) == dumps(said)


@settings(max_examples=40)
@given(documents(), st.integers(0, 4))
def test_indenting_changes_nothing(said: Document, indent: int) -> None:
    assert loads(dumps(said, indent=indent)) == said


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_documents_of_the_corpus_come_back(path: Path) -> None:
    said, _ = document(path)
    back = loads(dumps(said))
    assert back == said
    assert list(provenance(back)) == list(provenance(said))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_documents_that_were_read_come_back(path: Path) -> None:
    said = read(path.with_suffix(".txt").read_bytes().decode("utf-8")).document
    back = loads(dumps(said))
    assert back == said
    assert list(provenance(back)) == list(provenance(said))


def test_a_reading_is_written_as_its_document() -> None:
    assert dumps(Reading(SAID)) == dumps(SAID)


def test_what_is_neither_is_refused() -> None:
    with pytest.raises(TypeError, match="expected a document or a reading, got str"):
        dumps("О Монголии")  # type: ignore[arg-type]


def test_a_value_is_an_object_that_leaves_out_the_usual() -> None:
    witness = json.loads(dumps(SAID))["document"]["witnesses"][0]
    [directive] = witness["protocol"]["decisions"][0]["directives"]
    assert directive == {
        "path": ["1"],
        "orders": [
            {
                "action": {"value": "charge"},
                "tasks": [{"value": "deliver"}],
                "responsible": [{"kind": "body", "value": "NKTP"}],
            }
        ],
        "money": [{"value": "500000 RUB_GOLD", "start": 17, "stop": 34, "status": "emended"}],
        "deadlines": [{"kind": "date", "value": "1936-05-01"}, {"kind": "duration", "value": "P3D"}],
        "start": 5,
        "stop": 34,
    }


def test_the_name_of_the_file_may_be_written_too() -> None:
    text = dumps(SAID, file="a.txt")
    assert json.loads(text)["file"] == "a.txt"
    assert loads(text) == SAID


# What stands in the text, what is put there, and what loads says.
FAULTS = [
    ('"politburo"', '"undate"', '$.format: expected "politburo", got "undate"'),
    ('"version": 1', '"version": 2', "$.version: expected version 1 of the format, got 2"),
    ('"version": 1', '"version": true', "$.version: expected version 1 of the format, got true"),
    (
        '"version": 1',
        '"version": 1, "x": 0',
        '$: expected only the keys document, file, format, version, got "x"',
    ),
    ('"version": 1', '"version": 1, "file": 5', "$.file: expected a string, got 5"),
    (
        '"language": "ru"',
        '"language": "ru", "tongue": 0',
        "$.document.witnesses[0]: expected only the keys accounted, key, language, loans, protocol, ",
    ),
    ('"key": "ru", ', "", '$.document.witnesses[0]: expected the key "key"'),
    ('"path": ["1"]', '"path": "1"', f'{DIRECTIVE}.path: expected a list, got "1"'),
    ('"path": ["1"]', '"path": ["1", 2]', f"{DIRECTIVE}.path[1]: expected a string, got 2"),
    (
        '"charge"',
        '"chrge"',
        f"{DIRECTIVE}.orders[0].action.value: expected the verb of an order or an action class",
    ),
    ('"charge"', '"поручить"', f'{DIRECTIVE}.orders[0].action.value: expected the canonical form "charge"'),
    ('{"value": "charge"}', '"charge"', f'{DIRECTIVE}.orders[0].action: expected an object, got "charge"'),
    (
        '"kind": "body"',
        '"kind": "money"',
        f"{DIRECTIVE}.orders[0].responsible[0].kind: expected one of person, body",
    ),
    (
        '"kind": "body", "value": "NKTP"',
        '"kind": "body", "value": ""',
        f"{DIRECTIVE}.orders[0].responsible[0].value: expected either the id of a body or its name",
    ),
    (
        '"kind": "body", ',
        "",
        f"{DIRECTIVE}.orders[0].responsible[0].kind: expected one of person, body, got null",
    ),
    (
        '"status": "emended"',
        '"status": "sure"',
        f"{DIRECTIVE}.money[0].status: expected one of stated, inferred",
    ),
    ('"start": 17', '"start": "17"', f'{DIRECTIVE}.money[0].start: expected a whole number, got "17"'),
    (
        '"start": 17',
        '"start": -1',
        f"{DIRECTIVE}.money[0]: expected offsets with 0 <= start <= stop, got -1 and 34",
    ),
    ('"start": 17, ', "", f'{DIRECTIVE}.money[0]: expected the key "start"'),
    (
        '"stop": 34',
        '"stop": 35',
        f"{DIRECTIVE}.money[0].stop: expected an offset up to the end of the text, 34",
    ),
    (
        '"level": "note"',
        '"level": "bad"',
        "$.document.findings[0].level: expected one of error, warning, note",
    ),
    ('"text": "9', '"text": 9, "x": "', "$.document: expected only the keys findings, item, text, witnesses"),
    ('"accounted": [{', '"accounted": [{"x": 0}, {', "$.document.witnesses[0].accounted[0]: expected"),
]


@pytest.mark.parametrize(("there", "instead", "message"), FAULTS)
def test_faults_are_told_with_their_path(there: str, instead: str, message: str) -> None:
    text = dumps(SAID)
    assert there in text
    with pytest.raises(FormatError) as caught:
        loads(text.replace(there, instead, 1))
    assert str(caught.value).startswith(message)


def test_null_is_nothing() -> None:
    principal = dumps(SAID).partition('"principal": ')[2].partition("}")[0] + "}"
    (loan,) = loads(dumps(SAID).replace(principal, "null")).witnesses[0].loans
    assert loan == Loan()


HOSTILE = {
    "": "line 1, column 1: expected JSON (Expecting value)",
    "[]": "$: expected an object, got a list",
    "{}": '$.format: expected "politburo", got null',
    "[" * 100_000: "$: expected JSON that is nested less deeply",
    "1" * 5_000: "$: expected JSON (Exceeds the limit",
    '{"a": NaN}': "$: expected JSON, got NaN",
    '{"a": 1, "b": 2, "a": 3}': '$: expected each key once in an object, got "a" twice',
}


@pytest.mark.parametrize(("text", "message"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_hostile_texts_are_refused(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        loads(text)
    assert str(caught.value).startswith(message)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON value: its container and the key or index there."""
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from places(data[key])


@given(st.data(), json_values)
def test_any_part_replaced_gives_a_document_or_a_format_error(draw: st.DataObject, instead: Any) -> None:
    data = json.loads(dumps(SAID))
    container, key = draw.draw(st.sampled_from(list(places(data))))
    container[key] = instead
    try:
        back = loads(json.dumps(data))
    except FormatError as error:
        where = error.where
    else:
        where = "$" if isinstance(back, Document) else ""
    assert where.startswith("$")


def test_format_errors_survive_pickling() -> None:
    error = FormatError("expected a list, got 5", "$.document")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (copy.message, copy.where, str(copy)) == (error.message, error.where, str(error))


def test_cattrs_is_loaded_with_the_first_use_only() -> None:
    code = "import sys, politburo.writing.json; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
