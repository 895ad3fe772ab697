"""The specimen: marked as one, and read whole, without a row missed or too much."""

from __future__ import annotations

from pathlib import Path

import politburo
from politburo import specimen
from tests.scoring import Score, as_rows, keys, loose_quotes, rows_of

EXPECTED = rows_of((Path(__file__).parent / "data" / "specimen.csv").read_text("utf-8"))


def given() -> list[dict[str, str]]:
    return as_rows(politburo.statements(politburo.read(specimen.text()).document))


def test_the_first_lines_say_in_both_languages_that_it_is_no_document() -> None:
    english, russian = specimen.text().splitlines()[:2]
    assert "not a historical document" in english
    assert "не исторический документ" in russian


def test_expected_statements_quote_the_specimen() -> None:
    assert loose_quotes(EXPECTED, specimen.text()) == []


def test_the_mark_of_the_specimen_is_no_part_of_the_form() -> None:
    end = specimen.text().index("\n---\n")
    assert [row for row in given() if row["start"] and int(row["start"]) < end] == []


def test_the_specimen_is_read_whole() -> None:
    assert Score(keys(EXPECTED), keys(given())).differences() == ""


def test_every_statement_quotes_its_passage() -> None:
    assert loose_quotes(given(), specimen.text()) == []
