"""The decisions of many papers, each counted once."""

from __future__ import annotations

import politburo
from politburo import specimen
from politburo.values.terms import Wording

HEAD = "ПРОТОКОЛ № {number} заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.\n\n7.- О Монголии.\n\n{body}\n"


def paper(number: int, body: str = "Отложить.") -> politburo.Reading:
    return politburo.read(HEAD.format(number=number, body=body))


def test_transcription_and_translation_are_one_paper() -> None:
    found = [point.entity for point in politburo.points([politburo.read(specimen.text())])]
    assert found == ["ru/40", "ru/41", "ru/42", "ru/43"]


def test_two_protocols_of_one_file_are_two() -> None:
    both = HEAD.format(number=34, body="Отложить.") + "\n" + HEAD.format(number=35, body="Отложить.")
    assert len(list(politburo.points([politburo.read(both)]))) == 2


def test_papers_come_with_or_without_names() -> None:
    one, other = paper(34), paper(35)
    named = [("a", one), ("b", other)]
    assert [point.paper for point in politburo.points(named)] == ["a", "b"]
    assert [point.paper for point in politburo.points(dict(named))] == ["a", "b"]
    assert [point.paper for point in politburo.points([one.document, other.document])] == ["", ""]


def test_the_date_is_that_of_the_decision_else_of_the_protocol() -> None:
    [point] = politburo.points([paper(34)])
    assert str(point.date) == "1935-11-26"
    assert {str(point.date) for point in politburo.points([politburo.read(specimen.text())])} == {
        "1932-04-17"
    }
    [bare] = politburo.points(
        [politburo.read(HEAD.format(number=34, body="Отложить.").replace(" от 26 ноября 1935 г.", ""))]
    )
    assert bare.date is None


def test_a_quote_is_in_one_line() -> None:
    [point] = politburo.points([paper(34, "Отпустить 500\nзолотых рублей.")])
    [money] = point.decision.directives[0].money
    assert point.quote(money) == "500 золотых рублей"
    assert point.quote(Wording("О")) == ""
