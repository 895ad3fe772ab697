"""Marks and their places in their series."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.checking.series import position, positions, step
from politburo.checking.spells import Spell
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]

EQUAL = [
    ("1", 1),
    ("178(ОП)", 178),
    ("41gs", 41),
    ("85/72", 85),
    ("а", 1),
    ("ж", 7),
    ("c", 3),
    ("IV", 4),
    ("ХII", 12),
    ("ІV", None),
    ("Третье", 3),
    ("", None),
    ("аб", None),
]


@pytest.mark.parametrize(("label", "place"), EQUAL)
def test_place_of_a_mark(label: str, place: int | None) -> None:
    assert position(label) == place


@pytest.mark.parametrize("series", [ROMAN, *table("marks")["series"].values()])
def test_neighbours_of_a_series_are_one_step_apart(series: list[str]) -> None:
    assert [step(one, other) for one, other in pairwise(series)] == [1] * (len(series) - 1)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_steps_between_numbers_are_their_difference(one: int, other: int) -> None:
    assert step(str(one), str(other)) == other - one


@given(st.text(max_size=6))
def test_any_mark_stands_at_its_own_place(label: str) -> None:
    assert step(label, label) == (0 if positions(label) else None)


@given(st.dates(dt.date(1918, 1, 1), dt.date(1990, 1, 1)), st.integers(0, 400))
def test_a_spell_includes_the_days_from_its_first_to_its_last(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(days=length)
    spell = Spell(first.isoformat(), last.isoformat())
    assert spell.includes(PartialDate.parse(first.isoformat()))
    assert spell.includes(PartialDate.parse(last.isoformat()))
    assert not spell.includes(PartialDate.parse((last + dt.timedelta(days=1)).isoformat()))
    assert not spell.includes(PartialDate.parse((first - dt.timedelta(days=1)).isoformat()))
