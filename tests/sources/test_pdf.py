"""What PDFs have of their own: columns, tables, words set apart, passwords, broken pages."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from politburo.sources import SourceError, open_source
from tests.sources.writers import FACE, pdf

pytestmark = pytest.mark.skipif(FACE is None, reason="there is no face to write a PDF with")


def typed(*said: tuple[float, float, str]) -> str:
    """Return the text of a page on which words stand so far from the left and the top."""
    assert FACE is not None
    document = FPDF(format="A4")
    document.add_font("mono", fname=FACE)
    document.set_font("mono", size=9)
    document.add_page()
    for left, top, words in said:
        document.text(left, top, words)
    return open_source(bytes(document.output())).text


def test_columns_of_a_pdf_follow_each_other() -> None:
    words = ["отпустить", "правительству", "Синьцзяна", "золотых", "рублей", "на", "покупку"]
    left = [(15, 30 + 5 * at, f"левый {at} " + " ".join(words[at % 5 : at % 5 + 3])[:32]) for at in range(12)]
    right = [
        (110, 30 + 5 * at, f"правый {at} " + " ".join(words[at % 4 : at % 4 + 3])[:32]) for at in range(12)
    ]
    across = "подписано секретарем ЦК и протокольной частью Секретариата, заверено печатью"
    found = typed((60, 15, "ПРОТОКОЛ № 34"), *left, *right, (15, 100, across))
    marks = ("ПРОТОКОЛ", "левый 0", "левый 11", "правый 0", "правый 11", "подписано")
    order = [found.index(mark) for mark in marks]
    assert order == sorted(order)


ROWS = [("станки", "12 шт.", "85 т. р."), ("шины", "9 шт.", "4 т. р."), ("моторы", "7 шт.", "30 т. р.")]


def test_a_table_of_a_pdf_is_rows() -> None:
    cells = [
        (15 + 60 * column, 30 + 5 * at, said)
        for at, row in enumerate(ROWS * 2)
        for column, said in enumerate(row)
    ]
    assert typed(*cells) == "\n".join(" | ".join(row) + " |" for row in ROWS * 2)


def test_a_table_of_a_pdf_that_has_bars_gets_no_more() -> None:
    assert typed((15, 30, "| станки"), (100, 30, "5 р. |")) == "| станки | 5 р. |"


def test_spaces_before_a_line_do_not_count_and_a_word_a_little_lower_stands_apart() -> None:
    assert typed((15, 30, "  ПРОТОКОЛ")) == "ПРОТОКОЛ"
    assert typed((15, 30, "пять"), (25, 32, "тысяч")) == "пять тысяч"


def test_a_pdf_with_a_password_is_told() -> None:
    document = FPDF()
    document.add_page()
    document.set_encryption(owner_password="owner", user_password="reader")  # noqa: S106
    with pytest.raises(SourceError, match="a PDF that is protected with a password"):
        open_source(bytes(document.output()))


def test_the_other_pages_are_read_where_one_is_broken() -> None:
    # Every line is another: lines alike at the edges of pages would be taken for running heads.
    points = [f"{at}. Дело {chr(0x430 + at % 32) * (1 + at // 32)}." for at in range(120)]
    data = pdf("\n".join(points))
    whole = open_source(data)
    broken = open_source(data.replace(b"/Kids [3 0 R\n5 0 R", b"/Kids [3 0 R\n0 0 R"))
    assert [page.number for page in whole.pages] == [page.number for page in broken.pages] == [1, 2, 3]
    assert whole.text.split() == " ".join(points).split()
    assert [points[at] in broken.text for at in (0, 60, 119)] == [True, False, True]
