"""What a fuzzed input is tried on: every door through which text comes in."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from politburo.editing import Readings
from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.reading.finding import find
from politburo.records import Document
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy
from politburo.writing.json import dumps, loads
from politburo.writing.rebuilding import records_from
from politburo.writing.statements import from_csv, statements
from politburo.writing.text import write

__all__ = ["PARSERS", "try_all"]

PARSERS: list[type[Any]] = [
    Action, Body, Code, Duration, MonetaryAmount, Numeral, PartialDate, Person, Procedure, Quantity, Rate,
    Secrecy, Shelfmark,
]  # fmt: skip


def try_all(data: bytes) -> None:
    """Try one input on every door; only the documented errors are caught."""
    text = data.decode("utf-8", errors="replace")
    reading = read(text)
    _check_written(reading.document)
    list(find(text))
    for parser in PARSERS:
        _refused(lambda given=parser: given.parse(text[:200]))
    _refused(lambda: loads(text))
    _refused(lambda: records_from(from_csv(text), text))
    _refused(lambda: Readings.parse(text))


def _check_written(document: Document) -> None:
    rows = statements(document)
    assert all(
        row.quote == ("" if row.start is None else document.text[row.start : row.stop]) for row in rows
    )
    assert loads(dumps(document)) == document
    assert isinstance(write(document), str)


def _refused(door: Any) -> None:
    with suppress(PolitburoError):
        door()
