"""Every composed paper says the same in every format, and every passage leads back to its place."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from politburo.reader import read
from politburo.sources import Source, open_source
from politburo.text import Span
from politburo.writing.statements import Statement, statements
from tests.sources.writers import FACE, FORMATS, HIGH, LEFT, PAPERS, WIDE, text_of, typed

FINDINGS = "finding"


@cache
def said(text: str) -> tuple[Statement, ...]:
    return statements(read(text).document)


def rows(text: str) -> Counter[tuple[str, str, str]]:
    return Counter((row.entity, row.property, row.value) for row in said(text))


def spans(source: Source) -> list[Span]:
    found = [(row.start, row.stop) for row in said(source.text)]
    return [Span(start, stop) for start, stop in found if start is not None and stop is not None]


def without_space(text: str) -> str:
    return "".join(text.split())


@cache
def opened(format_: str, paper: Path) -> Source:
    if format_ == "pdf" and FACE is None:
        pytest.skip("there is no typewriter face to write a PDF with")
    return open_source(FORMATS[format_](text_of(paper)))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_paper_says_the_same_in_every_format(format_: str, paper: Path) -> None:
    source = opened(format_, paper)
    assert source.format == format_
    assert rows(source.text) == rows(text_of(paper))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_plain_text_is_taken_as_it_stands(paper: Path) -> None:
    source = open_source(paper)
    assert (source.text, source.findings, source.encoding) == (text_of(paper), (), "UTF-8")
    assert repr(source) == f"<Source {source.format}, {len(text_of(paper))} characters>"


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"html", "tei"}))
def test_passages_lead_back_to_the_same_words(format_: str) -> None:
    source = opened(format_, PAPERS[15])
    for span in spans(source):
        origin = source.original_span(span)
        assert without_space(origin.of(source.original)) == without_space(span.of(source.text))


def test_passages_of_a_web_page_lead_into_its_markup() -> None:
    source = opened("html", PAPERS[4])
    page = source.original.split("\n")
    for span in spans(source):
        [first, *_] = source.locate(span)
        written = page[first.line - 1][first.column - 1 :]
        assert written.startswith(span.of(source.text)[:1].replace("&", "&amp;"))


@pytest.mark.parametrize("format_", ["page", "alto", "hocr"])
@pytest.mark.parametrize("paper", [PAPERS[4], PAPERS[15], PAPERS[19]], ids=lambda path: path.stem)
def test_passages_lead_to_the_line_of_the_scan(format_: str, paper: Path) -> None:
    lines, source = typed(text_of(paper)), opened(format_, paper)
    for span in spans(source):
        quote = span.of(source.text).split()[0]
        place = source.locate(span)[0]
        down = int(place.polygon[0][1])
        assert lines[down][place.column - 1 :].startswith(quote)
        assert place.page == 1


@pytest.mark.parametrize("format_", ["alto", "hocr"])
def test_words_have_boxes_of_their_own(format_: str) -> None:
    text = text_of(PAPERS[19])
    lines, source = typed(text), opened(format_, PAPERS[19])
    for span in spans(source):
        boxed = ""
        for place in source.locate(span):
            (left, top), _, (right, bottom), _ = place.polygon
            assert bottom - top == HIGH
            boxed += lines[int(top)][int(left - LEFT) // WIDE : int(right - LEFT) // WIDE] + " "
        assert without_space(span.of(source.text)) in without_space(boxed)


def test_a_pdf_has_pages_and_lines_on_them() -> None:
    source = opened("pdf", PAPERS[5])
    assert [page.number for page in source.pages] == list(range(1, len(source.pages) + 1))
    assert len(source.pages) > 2
    assert {source.locate(span)[0].page for span in spans(source)} == {page.number for page in source.pages}
