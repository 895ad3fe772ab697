"""The schema's own checks: each accepts what it should and names what is wrong."""

from __future__ import annotations

import pytest

from tests.vocabulary.checks import Key, day, day_or_decade, decimal, faults, list_of, optional, period, text


@pytest.mark.parametrize("value", ["1932", "1932-02", "1932-02-29"])
def test_days_that_exist(value: str) -> None:
    assert day(value) == ""


@pytest.mark.parametrize("value", ["1933-02-29", "1932-13", "32", "1920s", "1932-4-1", 1932, None])
def test_days_that_do_not(value: object) -> None:
    assert day(value)


def test_a_decade_is_a_day_only_where_it_may_be() -> None:
    assert (day_or_decade("1920s"), bool(day("1920s"))) == ("", True)


def test_an_interval_runs_forward() -> None:
    assert period("1938-02/1938-03") == ""
    assert period("1938-03/1938-02")


def test_a_decimal_is_text() -> None:
    assert decimal("0.774234") == ""
    assert decimal(0.774234)
    assert decimal("about 3")


def test_an_empty_list_needs_leave() -> None:
    assert list_of(text)([])
    assert list_of(text, empty=True)([]) == ""


def test_faults_of_an_entry_are_all_told() -> None:
    schema = {"id": Key(text), "note": optional(text), "born": Key(day)}
    assert faults({"note": "", "rank": 3, "born": "1890"}, schema) == [
        "id is missing",
        "rank is unknown",
        "note: expected a text, got ''",
    ]
