"""The laws of reading: what the layout of a file may not change, and where every value stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from politburo.reader import read
from politburo.records import Document
from politburo.testing import papers
from politburo.text import Span
from politburo.writing.statements import statements
from politburo.writing.text import write
from tests.laws.trying import on_papers


def plain(text: str) -> str:
    """Undo what a file's layout does to the words that are taken over as they stand."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\ufeff", "")).split())


def said(document: Document) -> list[tuple[str, str, str, str]]:
    """Return the statements without their places; findings, which cite passages, aside."""
    rows = (row for row in statements(document) if row.entity != "document")
    return [(plain(row.entity), row.property, plain(row.value), row.status.value) for row in rows]


# --- laws of one paper --------------------------------------------------------------------------


def every_value_stands_where_it_says(paper: str, document: Document) -> None:
    for row in statements(document):
        if row.start is not None:
            assert row.stop is not None
            assert 0 <= row.start <= row.stop <= len(paper)
            assert row.quote == paper[row.start : row.stop]
    for witness in document.witnesses:
        assert witness.span is not None
        assert witness.span in Span(0, len(paper))
        assert all(span in witness.span for span in witness.accounted)
        assert 0 < witness.coverage <= 1


def reading_twice_gives_the_same(paper: str, document: Document) -> None:
    assert read(paper).document == document


def every_written_line_is_accounted_for(paper: str, document: Document) -> None:
    covered = sorted(document.witnesses[0].accounted)
    lost = [line for line in _lines(paper) if not any(line in span for span in covered)]
    assert [line.of(paper) for line in lost] == []


def _lines(paper: str) -> list[Span]:
    spans, at = [], 0
    for line in paper.split("\n"):
        if any(letter.isalnum() for letter in line):
            spans.append(Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def what_was_read_is_written_as_a_paper_that_says_the_same(paper: str, document: Document) -> None:
    again = read(write(document)).document
    assert [w.protocol for w in again.witnesses] == [w.protocol for w in document.witnesses], paper


LAYOUTS: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "wide spaces": lambda text: text.replace(" ", "  "),
    "byte order mark": lambda text: "\ufeff" + text,
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "closing blank lines": lambda text: text + "\n\n\n",
    "opening blank lines": lambda text: "\n\n" + text,
}


def the_layout_changes_no_value(paper: str, document: Document) -> None:
    plainly = said(document)
    for layout, laid_out in LAYOUTS.items():
        assert said(read(laid_out(paper)).document) == plainly, layout


# To make a paper takes longer than to read it: each is held against every law.
LAWS: tuple[Callable[[str, Document], None], ...] = (
    every_value_stands_where_it_says,
    reading_twice_gives_the_same,
    every_written_line_is_accounted_for,
    what_was_read_is_written_as_a_paper_that_says_the_same,
    the_layout_changes_no_value,
)


@on_papers()
@given(papers(), st.integers(0, 9999).map(Random))
def test_a_paper_keeps_the_laws_of_reading(paper: str, random: Random) -> None:
    document = read(paper).document
    for law in LAWS:
        law(paper, document)
    # Nor do soft hyphens.
    assert said(read(_hyphenated(paper, random)).document) == said(document)


def _hyphenated(paper: str, random: Random) -> str:
    """Put soft hyphens between letters, some of them."""
    made = []
    for before, behind in zip(paper, paper[1:] + " ", strict=True):
        between = before.isalpha() and behind.isalpha() and before.islower() and behind.islower()
        made.append(before + ("\u00ad" if between and random.random() < 0.1 else ""))
    return "".join(made)


# --- other laws ---------------------------------------------------------------------------------


@on_papers()
@given(papers("ru"), papers("en"))
def test_two_papers_in_a_file_say_what_each_says(russian: str, english: str) -> None:
    both = read(f"{russian}\n\n{english}").document
    assert [witness.key for witness in both.witnesses] == ["ru", "en"]
    alone = [read(paper).document.witnesses[0].protocol for paper in (russian, english)]
    assert [witness.protocol for witness in both.witnesses] == alone


@on_papers()
@given(st.sampled_from(["ru", "en"]).flatmap(lambda language: st.tuples(papers(language), papers(language))))
def test_two_papers_in_one_language_say_what_each_says(two: tuple[str, str]) -> None:
    both = read("\n\n".join(two)).document
    alone = [read(paper).document.witnesses[0].protocol for paper in two]
    assert [witness.protocol for witness in both.witnesses] == alone


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    assert reading.document.text == text
    for finding in reading.findings:
        assert finding.span is None or finding.span in Span(0, len(text))
