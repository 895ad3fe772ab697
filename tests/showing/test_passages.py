from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.findings import Finding, Level
from politburo.showing.listing import listing
from politburo.showing.passages import Lines, excerpt, printable, width_of
from politburo.text import Span

PRINTABLE = [
    ("НКЮ — 5 ф. ст.", "НКЮ — 5 ф. ст."),
    ("\x1b[2J", r"\x1b[2J"),
    ("а\nб\rв\tг", r"а\nб\rв\tг"),
    ("\x07\x9b", r"\x07\x9b"),
    ("\u202eабв\u2066", r"\u202eабв\u2066"),
    ("\u2028", r"\u2028"),
    ("\ud800", r"\ud800"),
    ("зо\u00adлотых\u00a0руб.", "зо\u00adлотых\u00a0руб."),
]


@pytest.mark.parametrize(("text", "shown"), PRINTABLE)
def test_what_a_terminal_would_obey_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_printable_controls_the_terminal(text: str) -> None:
    assert not {unicodedata.category(character) for character in printable(text)} & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(alphabet="аб\n\r", max_size=30), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    before = text.split("\n")[: line - 1]
    assert sum(len(part) + 1 for part in before) + column - 1 == offset


EXCERPTS = [
    # text, span, width, line, carets
    ("на 5 кораблей\nи 6 лодок", Span(16, 23), 80, "и 6 лодок", "  ^^^^^^^"),
    ("а\r\nб в\r\nг", Span(3, 6), 80, "б в", "^^^"),
    ("а\tб", Span(2, 3), 80, "а б", "  ^"),
    ("конец", Span(5, 5), 80, "конец", "     ^"),
    ("", Span(0, 0), 80, "", "^"),
    ("5 \x1b[1m рублей", Span(7, 13), 80, r"5 \x1b[1m рублей", "          ^^^^^^"),
    ("新疆 5 иен", Span(3, 8), 80, "新疆 5 иен", "     ^^^^^"),
    ("первая строка\nвторая", Span(7, 20), 80, "первая строка", "       ^^^^^^"),
    ("один два три четыре пять", Span(13, 19), 16, "…три четыре пят…", "     ^^^^^^"),
    ("один два три четыре пять", Span(0, 4), 16, "один два три ч…", "^^^^"),
    ("один два три четыре пять", Span(20, 24), 16, "…ри четыре пять", "           ^^^^"),
]


@pytest.mark.parametrize(("text", "span", "width", "line", "carets"), EXCERPTS)
def test_excerpts(text: str, span: Span, width: int, line: str, carets: str) -> None:
    assert excerpt(text, span, width) == (line, carets)


@given(st.text(max_size=80), st.integers(20, 60), st.data())
def test_the_carets_stand_under_the_line_and_start_under_the_passage(
    text: str, width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    line, carets = excerpt(text, Span(start, data.draw(st.integers(start, len(text)))), width)
    assert carets.strip(" ").strip("^") == ""
    assert len(carets) <= max(1, width_of(line) + 1)


@given(st.text("аб ", min_size=200, max_size=400), st.integers(20, 60), st.integers(0, 190))
def test_long_lines_are_cut_to_the_width(text: str, width: int, start: int) -> None:
    line, _ = excerpt(text, Span(start, start + 5), width)
    assert len(line) <= width
    assert text[start : start + 5] in line


def test_an_excerpt_of_one_endless_line_does_not_search_it_whole() -> None:
    text = "а" * 5_000_000
    assert all(excerpt(text, Span(at, at + 3))[0].startswith("…") for at in range(1000, 1_001_000, 1000))


def test_a_finding_without_a_passage_is_listed_without_a_line() -> None:
    finding = Finding("illegible", Level.NOTE, "a leaf is missing")
    assert listing("a.txt", "п. 1", [finding]) == "a.txt: note [illegible] a leaf is missing\n"
