"""Sub-points: under which mark a line stands."""

from __future__ import annotations

import pytest

from tests.reading.saying import russian, said

PATHS = [
    ("1. Купить шерсть.\n\n2. Продать хлопок.", ["1 action buy", "2 action sell"]),
    (
        "1. Обязать НКВТ:\n\nа) купить шерсть;\n\nб) продать хлопок.",
        ["1 action oblige", "1/а task buy", "1/б task sell"],
    ),
    # A list that goes on in another style goes on at its level.
    ("А. Купить шерсть.\n\nII. Продать хлопок.", ["А action buy", "II action sell"]),
    # Under a mark without text stands its list, even where the first of that is lost.
    ("1.\n\nа) Купить шерсть.", ["1/а action buy"]),
    ("1.\n\nб) Продать хлопок.", ["1/б action sell"]),
]


@pytest.mark.parametrize(("text", "expected"), PATHS)
def test_a_sub_point_stands_under_its_mark(text: str, expected: list[str]) -> None:
    assert said(russian(text), "action", "task") == [f"ru/12/{row}" for row in expected]
