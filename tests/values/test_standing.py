"""A value says the same wherever it stands: in brackets, in a list, between sentences, beside its like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from politburo import (
    Body,
    Duration,
    MonetaryAmount,
    Numeral,
    PartialDate,
    Person,
    Quantity,
    Shelfmark,
    find,
)
from politburo.text import Span
from politburo.values.base import Value
from tests.values import (
    test_bodies,
    test_dates,
    test_durations,
    test_money,
    test_numerals,
    test_persons,
    test_quantities,
    test_shelfmarks,
)

Case = tuple[type[Value], str, str]
# The library's own forms, and what only a parser that is told to expect it takes for a value.
OWN_FORMS: tuple[str, ...] = (
    "500000 RUB_GOLD",
    "10000/20000 JPY",
    "1600000/.. USD",
    "0.5 XXX",
    "10/.. percent",
    "P1Y6M",
    "P2W",
)
OWN_FORMS += ("P0D", "RGASPI/17/162/18/", "GARF/Р-5446/1/496/67-69")
EXPECTED = ("19З2", "трехдневный", "недельный", "двухнедельный", "ЗАСЕДАНИЯ", "36-й дивизии", "Петренко")
# A bare year or a reference without its archive takes from its neighbours what it lacks.
DEPENDENT: tuple[str, ...] = ("1944", "18 March 22", "f.17 op.128 d. 824 l.151-154.")
DEPENDENT += ("government of the Republic of Cuba",)


def cases(kind: type[Value], *tables: Iterable[tuple[str, str]]) -> list[Case]:
    """Return the rows of tables but those that cannot stand anywhere."""
    apart = {*OWN_FORMS, *EXPECTED, *DEPENDENT}
    return [(kind, text, value) for table in tables for text, value in table if text not in apart]


DATES = (test_dates.DAYS, test_dates.LOOKALIKES, test_dates.APPROXIMATE)
PERIODS = (test_dates.PERIODS, test_dates.INTERVALS)
CASES = [
    *cases(PartialDate, *DATES, *PERIODS),
    *cases(MonetaryAmount, test_money.EQUAL),
    *cases(Quantity, test_quantities.EQUAL),
    *cases(Duration, test_durations.EQUAL),
    *cases(Shelfmark, test_shelfmarks.EQUAL),
    *cases(Body, test_bodies.EQUAL),
    *cases(Person, test_persons.EQUAL),
    *cases(Numeral, test_numerals.EQUAL),
]
KINDS = list(dict.fromkeys(kind for kind, _, _ in CASES))
AROUND = [
    ("", ""),
    ("(", ")"),
    ("[", "]"),
    (", ", ","),
    ("— ", " —"),
    ("Отложить. ", ". Принять."),
    ("В силе: ", "; и прочее"),
    ("Hold: ", "; and so on"),
    ("а) Утвердить ", ";"),
]
BETWEEN = ("; ", ". Принять. ")
GAP = re.compile(r"(?<=\S) (?=\S)")
NEIGHBOURS = [
    (kind, (one, two), (first, second))
    for (kind, one, first), (other, two, second) in pairwise(CASES)
    if kind is other
]


@pytest.mark.parametrize(("kind", "text", "value"), CASES)
def test_what_stands_around_a_value_is_no_part_of_it(kind: type[Value], text: str, value: str) -> None:
    told = {ends: [str(found) for found in find(text.join(ends), kind)] for ends in AROUND}
    assert told == {ends: [value] for ends in AROUND}


@pytest.mark.parametrize(("kind", "text", "value"), CASES)
def test_a_value_is_at_its_place(kind: type[Value], text: str, value: str) -> None:
    before = "Отложить; "
    (alone,), (behind,) = find(text, kind), find(before + text, kind)
    assert (str(behind), behind.status) == (value, alone.status)
    assert alone.span is not None
    assert behind.span == Span(alone.span.start + len(before), alone.span.stop + len(before))


@pytest.mark.parametrize(("kind", "texts", "values"), NEIGHBOURS)
def test_two_values_are_two(kind: type[Value], texts: tuple[str, str], values: tuple[str, str]) -> None:
    told = {mark: tuple(str(found) for found in find(mark.join(texts), kind)) for mark in BETWEEN}
    assert told == dict.fromkeys(BETWEEN, values)


# Where a value of the tables goes on behind an empty line («500.000 золотых¶рублей»): it should not.
CROSSING = Path(__file__).parents[1] / "data" / "crossing.txt"
# What must stand in one line: groups of digits, Roman numerals, the dash of a range; initials.
ONE_LINE = re.compile(r"\d \d|тыс\. [\d—]|Х II")


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_ends_with_its_paragraph(kind: type[Value]) -> None:
    known = CROSSING.read_text("utf-8").splitlines()
    crossing = [
        broken.replace("\n\n", "¶")
        for of_kind, text, _ in CASES
        if of_kind is kind
        for broken in (text[: gap.start()] + "\n\n" + text[gap.end() :] for gap in GAP.finditer(text))
        for found in find(broken, kind)
        if found.span is not None and "\n\n" in found.span.of(broken)
    ]
    assert [broken for broken in crossing if broken not in known] == []


@pytest.mark.parametrize(("kind", "text", "value"), [case for case in CASES if case[0] is not Person])
def test_the_end_of_a_line_is_a_space(kind: type[Value], text: str, value: str) -> None:
    kept = {at.start() for near in ONE_LINE.finditer(text) for at in GAP.finditer(text, *near.span())}
    for gap in GAP.finditer(text):
        if gap.start() not in kept:
            wrapped = text[: gap.start()] + "\n" + text[gap.end() :]
            assert [str(found) for found in find(wrapped, kind)] == [value], wrapped
