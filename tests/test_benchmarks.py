"""The benchmarks measure what they say: all ten branches of the reference match, the quotes are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import politburo
from benchmarks.beside import others
from benchmarks.measuring import best, held, ratio
from benchmarks.papers import expected, repeated, texts
from benchmarks.reference import scan

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def test_every_branch_of_the_reference_matches() -> None:
    assert len({match.kind for text in texts() for match in scan(text)}) == 10


def test_papers_are_repeated_up_to_a_size() -> None:
    size = sum(len(text.encode("utf-8")) for text in repeated(0.2))
    assert 200_000 <= size < 220_000


@pytest.mark.parametrize("name", ["money", "quantity", "date"])
def test_there_are_quotes_to_compare(name: str) -> None:
    assert len(expected()[name]) > 50


def test_time_and_memory_are_measured() -> None:
    assert 0 < best(lambda: sum(range(10_000)), 1) < 1
    assert ratio(lambda: sum(range(400_000)), lambda: sum(range(100_000)), 3) > 1
    assert held(lambda: bytearray(100_000)) >= 100_000


def test_every_other_library_has_its_script() -> None:
    assert all((BENCHMARKS / "others" / other.script).exists() for other in others())


def test_the_guard_has_figures_to_compare_with() -> None:
    stored = json.loads((BENCHMARKS / "guard.json").read_text("utf-8"))
    assert stored["passes"] > 0
    assert politburo.read(texts()[0]).document.text == texts()[0]
