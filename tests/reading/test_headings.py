"""Headings, organs, decrees, and the phrases that date decisions."""

from __future__ import annotations

import pytest

from politburo.reading.assembling import read_document
from politburo.reading.headings import (
    dated_hit,
    edition_heading,
    is_annexed,
    is_draft,
    is_enacting,
    is_government,
    is_organ,
    numbered_heading,
)
from politburo.reading.lines import Line
from politburo.reading.paper import Paper
from politburo.values.names import Body, Person


def line_of(text: str) -> tuple[Paper, Line]:
    paper = Paper.of(text)
    return paper, paper.lines[0]


@pytest.mark.parametrize("name", ["Политбюро", "Оргбюро", "Секретариат ЦК", "ЦК ВКП(б)"])
def test_party_organs_keep_protocols(name: str) -> None:
    assert is_organ(Body.parse(name))


@pytest.mark.parametrize("name", ["Комиссия по внешней торговле", "Commission on Foreign Aid"])
def test_commissions_keep_protocols(name: str) -> None:
    assert is_organ(Body(name=name))


@pytest.mark.parametrize("name", ["НКВТ", "Госбанк", "ОГПУ"])
def test_other_bodies_keep_none(name: str) -> None:
    assert not is_organ(Body.parse(name))
    assert not is_government(Body.parse(name))


def test_a_person_is_no_organ() -> None:
    assert not is_organ(Person("Политов"))


@pytest.mark.parametrize("name", ["СНК СССР", "Совет Министров СССР"])
def test_governments_issue_decrees(name: str) -> None:
    assert is_government(Body.parse(name))


HEADINGS = [
    "ПРОТОКОЛ № 21",
    "Протокол № 21 (особый № 22)",
    "## ПРОТОКОЛ № 21",
    "ПРОТОКОЛ заседания Политбюро ЦК № 21 от 14 марта 1935 г.",
    "Выписка из протокола № 21 заседания Политбюро",
    "Minutes No. 21",
    "Minutes Nº 40",
    "Minutes N 33",
    "Minutes (No. 44)",
    "Protocol #78",
    "Excerpt from Protocol No. 21",
    "ПРОТОКОЛ № [неразборчиво]7",
    "РЕШЕНИЯ ПОЛИТБЮРО за 2-14 марта 1935 г.",
    "ПОСТАНОВЛЕНИЕ СНК СССР И ЦК ВКП(б)",
]
NO_HEADINGS = [
    "Протокол заседания",
    "3. Протокол № 21 утвердить",
    "а) Протокол № 21 комиссии отменить",
    "Сообщить выписку т. Элиаве",
    "Protocol of the talks in Tehran",
    "в постановлении СНК СССР указано",
    pytest.param("Поручить т. Карахану разослать протокол № 21 членам ЦК."),
]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_has_its_word_and_its_number(text: str) -> None:
    assert numbered_heading(*line_of(text)) is not None


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_protocol_that_is_cited_is_no_heading(text: str) -> None:
    assert numbered_heading(*line_of(text)) is None


def test_an_edition_heads_its_paper_behind_a_title() -> None:
    text = (
        "Resolution of the Politburo on the sale of timber to Persia. From the minutes of the meeting No. 44"
    )
    hit = edition_heading(*line_of(text))
    assert hit is not None
    assert Paper.of(text).keys[hit.first] in {"from", "minutes"}


@pytest.mark.parametrize("text", ["Протокол с замечаниями; список № 3", "From the minutes; list No. 3"])
def test_a_number_behind_a_semicolon_is_another_thing_s(text: str) -> None:
    assert numbered_heading(*line_of(text)) is None


DATED = ["Решение от 5.III.35 г.", "Решения Политбюро от 5.III.35 г.", "Decision dated 5 March 1935"]
NOT_DATED = ["Решение от имени правительства", "Отметить решение суда"]


@pytest.mark.parametrize("text", DATED)
def test_a_line_dates_decisions(text: str) -> None:
    assert dated_hit(*line_of(text)) is not None


@pytest.mark.parametrize("text", NOT_DATED)
def test_a_decision_without_a_date_dates_nothing(text: str) -> None:
    assert dated_hit(*line_of(text)) is None


@pytest.mark.parametrize(
    ("text", "annexed"),
    [
        ("Приложение к п. 8 (о. п.) пр. ПБ № 132", True),
        ("к п. 8 (о. п.) пр. ПБ № 132", True),
        ("ATTACHMENT to point 17 of Politburo Minutes Nº 23", True),
        ("ANNEX TO PROTOCOL No. 114, clause 6", True),
        ("Приложение", False),
        ("Приложение № 2", False),
        ("к п. 8 вернуться позднее", False),
    ],
)
def test_an_attachment_is_tied_to_a_point_of_a_protocol(text: str, annexed: bool) -> None:  # noqa: FBT001
    assert is_annexed(*line_of(text)) is annexed


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("Проект", True),
        ("ПРОЕКТ ПОСТАНОВЛЕНИЯ", True),
        ("Draft resolution", True),
        ("Проект договора с Персией о торговле утвердить", False),
        ("Утвердить", False),
    ],
)
def test_a_draft_is_marked_as_one(text: str, draft: bool) -> None:  # noqa: FBT001
    assert is_draft(line_of(text)[1]) is draft


@pytest.mark.parametrize(
    ("text", "enacting"),
    [
        ("СНК СССР и ЦК ВКП(б) постановляют:", True),
        ("Совет Министров Союза ССР ПОСТАНОВЛЯЕТ:", True),
        ("The Council of Ministers of the USSR resolves:", True),
        ("СНК СССР постановляет", False),
        ("Обязать НКВТ:", False),
    ],
)
def test_a_line_enacts(text: str, enacting: bool) -> None:  # noqa: FBT001
    assert is_enacting(*line_of(text)) is enacting


DATELINES = [
    "17 мая 1940 г.",
    "17 мая 1940 г. Москва, Кремль",
    "Москва, Кремль. 17 мая 1940 г.",
    "от 17 мая 1940 г.",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_dateline_of_a_decree(dateline: str) -> None:
    organs = "СОВЕТ НАРОДНЫХ КОМИССАРОВ СОЮЗА ССР\nи\nЦЕНТРАЛЬНЫЙ КОМИТЕТ ВКП(б)"
    head = f"{organs}\n\nПОСТАНОВЛЕНИЕ № 834\n{dateline}"
    enacted = "Совет Народных Комиссаров Союза ССР и Центральный Комитет ВКП(б) постановляют:"
    document = read_document(f"{head}\n\nО мерах\n\n{enacted}\n\n1. Госбанку выдать 75 тыс. долларов.")
    assert [str(date) for date in document.witnesses[0].protocol.dates] == ["1940-05-17"]
