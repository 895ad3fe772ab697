"""Broken text put together again, and text that is not broken left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.sources import open_source
from politburo.sources.mending import mended
from politburo.text import Span

MENDED = [
    ("отпустить миллион-\nную ссуду", "отпустить миллионную\nссуду"),
    ("отпустить миллион-\nную.", "отпустить миллионную."),
    ("выдать кре¬\nдит", "выдать кредит"),
    ("выдать кре\u00ad\r\nдит 5", "выдать кредит\n5"),
    ("в северо-\nзападном крае", "в северо-западном\nкрае"),
    ("кому-\nлибо", "кому-либо"),
    ("из-\nза по-\nкупки по-\nпрежнему", "из-за\nпокупки\nпо-прежнему"),
    ("П О С Т А Н О В И Л И:", "ПОСТАНОВИЛИ:"),
    ("р е ш и л и :", "решили :"),
    ("С Т Р О Г О  С Е К Р Е Т Н О", "СТРОГО  СЕКРЕТНО"),
    ("С Т Р О Г О С Е К Р Е Т Н О", "СТРОГО СЕКРЕТНО"),
    ("T O P S E C R E T", "TOP SECRET"),
    ("the o\ufb03ce", "the office"),
    ("Пopучить HКТП", "Поручить НКТП"),
    ("Тhe Commissаriat of Finance", "The Commissariat of Finance"),
]
LEFT_ALONE = [
    "1935-\n1936 гг.",
    "Улан-\nБатор",
    "слово - \nдругое",
    "И. В. С. и т. д.",
    "а) б) в) г)",
    "я и в с ним",
    "8.VІ.32 и ХII и XІV",
    "Р3 СТО, П51/144, Bт",
    "Жuдкость",
    "А б В г",
    "U.S.S.R.",
]


@pytest.mark.parametrize(("broken", "whole"), MENDED)
def test_broken_text_is_mended_and_told(broken: str, whole: str) -> None:
    done = mended(broken)
    assert done.text == whole
    assert all(finding.span and finding.span.stop <= len(whole) for finding in done.findings())
    assert done.findings()


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    done = mended(text)
    assert (done.text, done.findings()) == (text, ())


def test_findings_point_at_what_was_mended() -> None:
    done = mended("П Р О Т О К О Л\n\nвыдать кре-\nдит Aфганистaну")
    assert [finding.span.of(done.text) for finding in done.findings() if finding.span] == [
        "кредит",
        "ПРОТОКОЛ",
        "Aфганистaну".replace("A", "А").replace("a", "а"),
    ]


def test_a_mended_word_leads_back_to_all_of_it() -> None:
    text = "выдать кре-\nдит Турции"
    source = open_source(text.encode())
    start = source.text.index("кредит")
    assert source.original_span(Span(start, start + 6)).of(text) == "кре-\nдит"
    assert [(place.line, place.column) for place in source.locate(Span(start, start + 6))] == [(1, 8), (2, 1)]


TYPED = """\
ПРОТОКОЛ № 34 заседания Политбюро

1. Поручить Наркомвнешторгу отпустить монгольскому
правительству пятьсот тысяч золотых рублей на по-
купку самолетов и автомобилей в течение двух лет с
рассрочкой платежа на пять лет из трех процентов.
2. Обязать Наркомфин и Госбанк в недельный срок на
основе настоящего постановления представить проект
договора о займе, предусмотрев в нем порядок расче
та и обеспечение.
3. Отложить.
4. Предложить Наркомтяжпрому поставить к 1 октября
1936 г. восемь самолетов и двадцать автомобилей из
"""


def test_lines_broken_at_a_width_are_paragraphs_again() -> None:
    text = open_source(TYPED.encode()).text
    assert "монгольскому правительству пятьсот тысяч золотых рублей на покупку самолетов" in text
    assert "к 1 октября 1936 г. восемь" in text
    assert [line[:2] for line in text.split("\n") if line] == ["ПР", "1.", "2.", "3.", "4."]


def test_emphasis_inside_a_line_of_markdown_goes() -> None:
    source = open_source(
        "# ПРОТОКОЛ\n\nОтпустить **500.000** золотых рублей, [1 млн.](https://a.b/c) иен".encode()
    )
    assert source.format == "markdown"
    assert source.text == "# ПРОТОКОЛ\n\nОтпустить 500.000 золотых рублей, 1 млн. иен"


PIECES = st.sampled_from(["кре", "дит", "-\n", "\n", " ", "П О С Т", "Aз", "ﬁ", "\r\n", "¬\n", "2", ".", "С"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_passage_leads_back_inside_the_original_and_in_its_order(text: str) -> None:
    done = mended(text)
    starts = [done.origin(Span(at, at + 1)) for at in range(len(done.text))]
    assert all(0 <= span.start <= span.stop <= len(text) for span in starts)
    assert starts == sorted(starts)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_letter_of_the_original_is_kept(text: str) -> None:
    def letters(of: str) -> int:
        return sum(character.isalnum() for character in of.replace("ﬁ", "fi"))

    assert letters(mended(text).text) == letters(text)
