"""The numbers that lines of the form give: of protocols, of points, of leaves, in codes."""

from __future__ import annotations

import pytest

from politburo.reading.numbering import code_of, numbers_in, point_of, protocol_number
from politburo.reading.paper import Paper


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("№ 21", "21"),
        ("№ 21 от 14 марта", "21"),
        ("21 заседания", "21"),
        ("заседания Политбюро № 88а", "88а"),
        ("№ 1697-377сс", "1697-377сс"),
        ("No. 1439rs", "1439rs"),
        ("No. 44", "44"),
        ("(No. 44)", "44"),
        ("N 33", "33"),
        ("#78", "78"),
        ("№ 21. 14 марта", "21"),
        ("№ 21¹", "21"),
        ("№ 23 (особый № 22)", "23"),
    ],
)
def test_a_protocol_has_its_number(text: str, number: str) -> None:
    paper = Paper.of(text)
    found = protocol_number(paper, 0, len(paper.tokens))
    assert found is not None
    assert str(found) == number


@pytest.mark.parametrize("text", ["", "заседания от 14 марта", "комиссии за 1935 год", "№ [неразборчиво]7"])
def test_a_line_without_a_sign_gives_no_number(text: str) -> None:
    paper = Paper.of(text)
    assert protocol_number(paper, 0, len(paper.tokens)) is None


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("к п. 8 (о. п.) пр. ПБ № 132", "8(о.п.)"),
        ("протокол № 5, п. 7 от 2 мая", "7"),
        ("п.178(ОП)", "178(ОП)"),
        ("No. 95, paragraph 38/14 of April 8", "38/14"),
        ("to point 17 of Minutes 23", "17"),
        ("to Paragraph IV of Protocol No. 63", "IV"),
        ("To bullet 7 of Record No. 326", "7"),
        ("#78 on #118", "118"),
    ],
)
def test_a_heading_names_its_point(text: str, point: str) -> None:
    paper = Paper.of(text)
    found = point_of(paper, 0, len(paper.tokens))
    assert found is not None
    assert str(found) == point


@pytest.mark.parametrize("text", ["протокол № 5 от 2 мая", "п. закона", "a point of order"])
def test_a_heading_without_a_point_names_none(text: str) -> None:
    paper = Paper.of(text)
    assert point_of(paper, 0, len(paper.tokens)) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ПУНКТЫ 176, 178", ["176", "178"]),
        ("points NN 110, 111, and 112", ["110", "111", "112"]),
        ("ПУНКТЫ 3, 5 (Л. 12-13)", ["3", "5"]),
        ("sheets 174-182", ["174-182"]),
        ("листы 174 — 182", ["174 — 182"]),
        ("пункты", []),
    ],
)
def test_a_list_of_numbers_ends_at_a_bracket(text: str, numbers: list[str]) -> None:
    paper = Paper.of(text)
    assert [str(number) for number in numbers_in(paper, 0, len(paper.tokens))] == numbers


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("№ П51/144", ("П", "51", "144")),
        ("П51/144", ("П", "51", "144")),
        ("# P78/131", ("P", "78", "131")),
        ("Pb 98 / 18", ("Pb", "98", "18")),
        ("№ П46/Х", ("П", "46", "Х")),
    ],
)
def test_a_short_line_gives_the_code_of_an_extract(text: str, code: tuple[str, str, str]) -> None:
    paper = Paper.of(text)
    found = code_of(paper, paper.lines[0])
    assert found is not None
    assert (found.code.prefix, found.code.protocol, found.code.point) == code


@pytest.mark.parametrize(
    "text",
    [
        "85/72",
        "Ф. 17",
        "№ П51/144 послать всем секретарям обкомов и крайкомов, а также",
        "П о займе",
        # A paper's number has no point; a sign alone does not number the line below it.
        "№ П 6028",
        "№\n№ П 6028",
        "№\nП51/144",
    ],
)
def test_other_lines_give_no_code(text: str) -> None:
    paper = Paper.of(text)
    assert code_of(paper, paper.lines[0]) is None
