"""The subjects of points and the names of those who reported."""

from __future__ import annotations

import pytest

from politburo.reading.paper import Paper
from politburo.reading.titles import Title, ordered, read_title, topical
from politburo.tokens import Tokens
from politburo.values.base import Status


def title_of(text: str) -> Title | None:
    paper = Paper.of(text)
    return read_title(paper, 0, paper.lines[0].stop)


TITLES = [
    # text, subject, speakers
    ("О Персии.", "О Персии", []),
    ("О Персии", "О Персии", []),
    ("Об отпуске средств НКВТ.", "Об отпуске средств НКВТ", []),
    ("О т. Карахане.", "О т. Карахане", []),
    ("О 10 млн. руб. для ОГПУ.", "О 10 млн. руб. для ОГПУ", []),
    ("О займе 1930 г. для МНР.", "О займе 1930 г. для МНР", []),
    ("О Персии. Отпустить 20.000 руб.", "О Персии", []),
    ("О Персии (т. Карахан).", "О Персии", ["Карахан"]),
    ("О Персии (т.т. Карахан, Элиава).", "О Персии", ["Карахан", "Элиава"]),
    ("О Персии (НКИД, т. Стомоняков)", "О Персии", ["NKID", "Стомоняков"]),
    ("О займе (ПБ от 12.II.35 г., пр. № 20, п. 9).", "О займе (ПБ от 12.II.35 г., пр. № 20, п. 9)", []),
    ("О займе (ПБ от 12.II.35 г., пр. № 20, п. 9; т. Элиава).", "О займе", ["Элиава"]),
    ("Заявка ОГПУ.", "Заявка ОГПУ", []),
    ("Вопрос НКО.", "Вопрос НКО", []),
    ("**О Персии.**", "О Персии", []),
    ("On Persia.", "On Persia", []),
    (
        "Concerning the loan to Persia (Cdes. Karakhan, Eliava).",
        "Concerning the loan to Persia",
        ["Karakhan", "Eliava"],
    ),
    ("A question of the NKO.", "A question of the NKO", []),
]
NO_TITLES = [
    "Отпустить 20.000 руб.",
    "Поручить т. Карахану отпустить 20.000 руб.",
    "НКФ отпустить 20.000 руб.",
    "Release 20,000 rubles.",
    "The NKVT is to release 20,000 rubles.",
    "The NKVT shall release 20,000 rubles.",
    "отпуск средств",
    "",
]


@pytest.mark.parametrize(("text", "subject", "speakers"), TITLES)
def test_a_point_has_its_subject_and_those_who_reported(text: str, subject: str, speakers: list[str]) -> None:
    title = title_of(text)
    assert title is not None
    assert title.wording.text == subject
    assert [str(speaker) for speaker in title.speakers] == speakers
    assert title.wording.span is not None
    assert title.wording.span.of(text) == subject


@pytest.mark.parametrize("text", [text for text in NO_TITLES if text])
def test_an_order_is_no_subject(text: str) -> None:
    assert title_of(text) is None


def test_a_look_alike_in_a_title_is_undone() -> None:
    title = title_of("Заявка Р3 СТО.")  # a digit for З
    assert title is not None
    assert title.wording.text == "Заявка РЗ СТО"
    assert title.wording.status is Status.EMENDED


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("О Персии", True),
        ("Об экспорте", True),
        ("Доклад НКВТ", True),
        ("Regarding timber", True),
        ("Отпустить", False),
        ("НКВТ", False),
    ],
)
def test_a_line_begins_as_subjects_do(text: str, first: bool) -> None:  # noqa: FBT001
    assert topical(Paper.of(text), 0) is first


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Поручить т. Карахану", True),
        ("Release 20,000 rubles", True),
        ("The NKVT is to sell", True),
        ("The NKVT shall sell", True),
        ("О продаже", False),
        ("The sale of timber", False),
    ],
)
def test_an_order_stands_in_a_line(text: str, order: bool) -> None:  # noqa: FBT001
    tokens = Tokens(text)
    assert ordered(tokens, 0, len(tokens)) is order
