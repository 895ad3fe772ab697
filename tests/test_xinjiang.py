"""The real archive page, where it is at hand: its text is not ours to copy into the project."""

from __future__ import annotations

from pathlib import Path

import pytest

import politburo
from tests.scoring import Score, as_rows, keys, loose_quotes, rows_of, table

PAPER = Path(__file__).parents[2] / "shared" / "corpus" / "xinjiang-1935-10-01.txt"
FLOOR = 0.98

pytestmark = pytest.mark.skipif(not PAPER.exists(), reason="the archive page is not beside the project")


@pytest.fixture(scope="module")
def text() -> str:
    return PAPER.read_text("utf-8")


@pytest.fixture(scope="module")
def given(text: str) -> list[dict[str, str]]:
    return as_rows(politburo.statements(politburo.read(text).document))


def test_the_page_is_read_nearly_whole(given: list[dict[str, str]]) -> None:
    score = Score(keys(rows_of(PAPER.with_suffix(".csv").read_text("utf-8"))), keys(given))
    assert score.tally().f1 >= FLOOR, f"{score.differences()}\n{table(score)}"


def test_every_statement_quotes_its_passage(given: list[dict[str, str]], text: str) -> None:
    assert loose_quotes(given, text) == []
