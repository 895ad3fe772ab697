"""What is no paper is read like one: without an error, in time that grows with it and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from politburo.errors import FormatError, LimitError, ParseError
from politburo.limits import Limits
from politburo.reader import read
from politburo.reading.finding import find
from politburo.text import Span
from politburo.writing.json import dumps, loads
from politburo.writing.statements import from_csv, statements, to_csv
from tests.attacks.inputs import INPUTS, heading, made
from tests.attacks.targets import PARSERS

REGRESSIONS = sorted((Path(__file__).parent / "regressions").glob("*"))
SHORT, LONG = 3_000, 12_000
# Four times the text may take four times the time; eight on a busy machine. Sixteen is a square.
MARGIN = 8


def survives(text: str) -> None:
    """Read a text and write what was read; every place must lie inside the text."""
    reading = read(text)
    assert reading.document.text == text
    for row in statements(reading.document):
        assert row.quote == ("" if row.start is None else text[row.start : row.stop])
    for finding in reading.findings:
        assert finding.span is None or finding.span in Span(0, len(text))
    assert loads(dumps(reading)) == reading.document
    assert from_csv(to_csv(statements(reading.document))) == statements(reading.document)


def test_there_are_a_hundred() -> None:
    assert len(INPUTS) >= 100


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("below", [str, heading], ids=["alone", "below a heading"])
def test_is_read(name: str, below: Callable[[str], str]) -> None:
    survives(below(made(name, 1_000)))
    survives(below(made(name, 7)))


@pytest.mark.parametrize("path", REGRESSIONS, ids=lambda path: path.stem)
def test_what_once_broke_something(path: Path) -> None:
    survives(path.read_bytes().decode("utf-8", errors="replace"))


# --- values -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", INPUTS)
def test_is_parsed_or_refused(name: str) -> None:
    for text in (made(name, 300), made(name, 9), "5" + made(name, 30)):
        assert all(value.span is not None for value in find(text))
        for parser in PARSERS:
            refused: ParseError | None = None
            try:
                parser.parse(text)
            except ParseError as error:
                refused = error
            assert refused is None or refused.span in Span(0, len(text) + 1)


# --- time ---------------------------------------------------------------------------------------


def seconds(text: str, times: int) -> float:
    """Return the shortest of some readings: what disturbs only ever adds."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        read(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("name", INPUTS)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    ratio = 0.0
    for times in (1, 2, 4):  # a busy machine is measured again, a square stays one
        short, long = (heading(made(name, length)) for length in (SHORT, LONG))
        ratio = seconds(long, times) / max(seconds(short, times), 0.001)
        if ratio <= MARGIN:
            return
    pytest.fail(f"{LONG // SHORT} times the text took {ratio:.1f} times as long")


# --- limits -------------------------------------------------------------------------------------


def test_a_text_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(LimitError, match="expected at most 1,000 characters, got 1,001"):
        read("а" * 1001, limits=Limits(max_chars=1000))
    assert read("а" * 1000, limits=Limits(max_chars=1000)).document.text == "а" * 1000


def test_findings_over_the_limit_are_counted() -> None:
    text = heading("1.- О Монголии.\n\n" + "[...]\n\n" * 50)
    every = read(text).findings
    some = read(text, limits=Limits(max_findings=10)).findings
    assert some[:10] == every[:10]
    assert len(some) == 11
    assert some[10].message == f"{len(every) - 10} further findings are left out: more than 10"


def test_ten_thousand_marks_below_each_other_are_no_deeper_than_there_are_kinds_of_marks() -> None:
    text = heading("1.- О Монголии.\n\n" + "1. а) I. 1) А. (1) (а)\n" * 1000)
    decisions = [point for witness in read(text).document.witnesses for point in witness.protocol.decisions]
    depths = [len(directive.path) for decision in decisions for directive in decision.directives]
    assert max(depths, default=0) <= 12


def test_numbering_over_the_limit_is_refused() -> None:
    text = heading("1.- О Монголии.\n\n1. Утвердить:\n\nа) план;\n\nб) смету.\n")
    assert read(text, limits=Limits(max_depth=2)).document.witnesses
    with pytest.raises(LimitError, match="expected at most 1 levels of numbering, got 2"):
        read(text, limits=Limits(max_depth=1))


# --- hostile files ------------------------------------------------------------------------------

_HEAD = '{"format": "politburo", "version": 1, "document": '

HOSTILE: dict[str, str] = {
    "deep lists": "[" * 100_000,
    "deep objects": '{"a":' * 100_000,
    "a number of a million digits": '{"format": "politburo", "version": ' + "9" * 1_000_000 + "}",
    "no number": '{"format": NaN}',
    "a list": "[]",
    "a string": '"politburo"',
    "another format": '{"format": "politbureau"}',
    "a boolean for a version": '{"format": "politburo", "version": true, "document": {"text": ""}}',
    "an unknown key": '{"format": "politburo", "version": 1, "document": {"text": ""}, "x": 1}',
    "a key twice": '{"format": "politburo", "format": "politburo"}',
    "a number for a text": _HEAD + '{"text": 5}}',
    "an object for a list": _HEAD + '{"text": "", "witnesses": {}}}',
    "a huge offset": _HEAD + '{"text": "", "item": {"start": 0, "stop": '
    + "9" * 30
    + "}}}",
    "a negative offset": (
        _HEAD + '{"text": "", "item": {"start": -1, "stop": 0}}}'
    ),
    "a lone surrogate": '{"format": "\\ud800"}',
    "nothing": "",
    "a thousand levels of a record": _HEAD * 900 + "{}" + "}" * 900,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_is_one_error_with_its_place(name: str) -> None:
    with pytest.raises(FormatError) as caught:
        loads(HOSTILE[name])
    assert caught.value.where
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize("name", INPUTS)
def test_whatever_is_no_file_is_a_format_error(name: str) -> None:
    for load in (loads, from_csv):
        with pytest.raises(FormatError):
            load(made(name, 500))
