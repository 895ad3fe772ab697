"""The catalogue page: title, date, citation, credits, language, address, summary."""

from __future__ import annotations

import pytest

from politburo.reading.assembling import read_document
from politburo.records import CataloguePage
from tests.reading.test_layout import ENGLISH, RUSSIAN

PAGE = """March 14, 1935

Politburo Decision on a Loan to Persia

Citation:
"Politburo Decision on a Loan to Persia," March 14, 1935, RGASPI, f. 17, op. 162, d. 17, l. 12.
Obtained by John Doe and translated by Jane M. Roe.
https://archive.example.org/document/7

Summary:
The Politburo grants Persia a loan of 20,000 rubles.

Original Language:
Russian

Contents:
Translation - English

"""


def page_of(text: str) -> CataloguePage:
    item = read_document(text).item
    assert item is not None
    return item


def test_a_page_says_what_a_paper_is() -> None:
    page = page_of(PAGE + ENGLISH)
    assert str(page.title) == "Politburo Decision on a Loan to Persia"
    assert [str(date) for date in page.dates] == ["1935-03-14"]
    assert [str(url) for url in page.urls] == ["https://archive.example.org/document/7"]
    assert [str(language) for language in page.languages] == ["ru"]
    assert [str(mark) for mark in page.shelfmarks] == ["RGASPI/17/162/17/12"]
    assert [str(name) for name in page.obtained_by] == ["John Doe"]
    assert [str(name) for name in page.translated_by] == ["Jane M. Roe"]
    assert str(page.summary) == "The Politburo grants Persia a loan of 20,000 rubles."
    assert [str(amount) for amount in page.money] == ["20000 RUB"]


def test_a_credit_without_a_name_credits_nobody() -> None:
    said = "Translated by the archive's own staff.\n\nTranslated by Jane Roe."
    page = page_of(f"Politburo Decision on Persia\n\n{said}\n\nOriginal Language:\nRussian\n\n{ENGLISH}")
    assert [str(name) for name in page.translated_by] == ["Jane Roe"]


def test_a_bare_paper_has_no_page() -> None:
    assert read_document(RUSSIAN).item is None
    assert read_document("").item is None


TITLES = [
    ("## Politburo Decision on Persia", "Politburo Decision on Persia"),
    ("**Politburo Decision on Persia**", "Politburo Decision on Persia"),
    ("Politburo Decision on Persia.", "Politburo Decision on Persia"),
    ("Politburo Decision on Persia*", "Politburo Decision on Persia"),
    ("Politburo Decision on Persia, March 14, 1935", "Politburo Decision on Persia, March 14, 1935"),
    ("A note for readers\n\n---\n\nPolitburo Decision on Persia", "Politburo Decision on Persia"),
    ("DOCUMENT 12\n\nPolitburo Decision on Persia", "Politburo Decision on Persia"),
    ("№ 195-07\n\nPolitburo Decision on Persia", "Politburo Decision on Persia"),
    ("14 March 1935\n\nPolitburo Decision on Persia", "Politburo Decision on Persia"),
]


@pytest.mark.parametrize(("above", "title"), TITLES)
def test_a_title_stands_above_the_labels(above: str, title: str) -> None:
    assert str(page_of(f"{above}\n\nOriginal Language:\nRussian\n\n{ENGLISH}").title) == title


DATES = [
    ("March 14, 1935\n\nPolitburo Decision on Persia", ["1935-03-14"]),
    ("Politburo Decision on Persia\n\nMarch 14, 1935", ["1935-03-14"]),
    ("Politburo Decision on Persia\n\nDate: 14 March 1935", ["1935-03-14"]),
    ("14 March 1935: Politburo Decision on Persia", ["1935-03-14"]),
    ("Politburo Decision on Persia", []),
]


@pytest.mark.parametrize(("above", "dates"), DATES)
def test_a_page_is_dated_by_a_line_of_its_own(above: str, dates: list[str]) -> None:
    page = page_of(f"{above}\n\nOriginal Language:\nRussian\n\n{ENGLISH}")
    assert [str(date) for date in page.dates] == dates


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Original Language:\nRussian", "ru"),
        ("Original Language: Mongolian", "mn"),
        ("Язык оригинала: русский", "ru"),
    ],
)
def test_a_page_names_the_language_of_the_original(label: str, language: str) -> None:
    page = page_of(f"Politburo Decision on Persia\n\n{label}\n\n{ENGLISH}")
    assert [str(found) for found in page.languages] == [language]


@pytest.mark.parametrize("label", ["Summary:\n", "Summary: ", "### Summary\n\n"])
def test_a_summary_stands_in_the_line_of_its_label_or_below(label: str) -> None:
    said = "The Politburo grants Persia a loan of 20,000 rubles."
    page = page_of(
        f"Politburo Decision on Persia\n\n{label}{said}\n\nOriginal Language:\nRussian\n\n{ENGLISH}"
    )
    assert str(page.summary) == said


def test_the_numbers_of_a_heading_are_kept_for_comparison() -> None:
    page = page_of(
        f"Politburo Decision on Persia, Minutes No. 20\n\nOriginal Language:\nRussian\n\n{ENGLISH}"
    )
    assert [str(number) for number in page.numbers] == ["20"]


RULES = ["____", "**", "##"]


@pytest.mark.parametrize("rule", RULES)
def test_a_line_of_marks_is_no_title(rule: str) -> None:
    page = page_of(f"{rule}\nPolitburo Decision on Persia\n\nOriginal Language:\nRussian\n\n{ENGLISH}")
    assert str(page.title) == "Politburo Decision on Persia"


@pytest.mark.parametrize("rule", RULES)
def test_a_page_with_nothing_but_marks_above_its_labels_has_no_title(rule: str) -> None:
    assert page_of(f"{rule}\nOriginal Language:\nRussian\n\n{ENGLISH}").title is None
