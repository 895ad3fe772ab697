"""Lines, where they are cut, and the phrases of the form in them."""

from __future__ import annotations

import pytest

from politburo.reading.lines import Line, lines_of, rest_of
from politburo.tokens import Tokens


def parts(text: str) -> list[str]:
    return [line.span.of(text) for line in lines_of(Tokens(text))]


CUT = [
    # Written lines: blank ones are none.
    ("Первая\nВторая\n\nТретья\n", ["Первая", "Вторая", "Третья"]),
    ("  \n\n Первая \r\nВторая", ["Первая", "Вторая"]),
    # Columns that were flattened into one line.
    ("СЛУШАЛИ: О займе. ПОСТАНОВИЛИ: Отклонить.", ["СЛУШАЛИ: О займе.", "ПОСТАНОВИЛИ: Отклонить."]),
    (
        "5. СЛУШАЛИ: О займе. ПОСТАНОВИЛИ: а) Отклонить. б) Сообщить.",
        ["5.", "СЛУШАЛИ: О займе.", "ПОСТАНОВИЛИ:", "а) Отклонить.", "б) Сообщить."],
    ),
    # Lists that run on.
    (
        "а) продать 20 самолетов, б) отпустить 100 винтовок, в) сообщить.",
        ["а) продать 20 самолетов,", "б) отпустить 100 винтовок,", "в) сообщить."],
    ),
    ("Обязать НКВТ: 1) продать; 2) купить.", ["Обязать НКВТ:", "1) продать;", "2) купить."]),
    (
        "Oblige the NKVT (1) to sell ten trucks; (2) to buy wool.",
        ["Oblige the NKVT", "(1) to sell ten trucks;", "(2) to buy wool."],
    ),
    ("Oblige the NKVT: a) to sell; b) to buy", ["Oblige the NKVT:", "a) to sell;", "b) to buy"]),
    ("1) Утвердить: а) план; б) смету.", ["1) Утвердить:", "а) план;", "б) смету."]),
]
WHOLE = [
    "Обязать НКВТ и НКПС доставить груз.",
    "Пункты а) и б) отменить.",  # labels that are spoken of open no list
    "Считать пункт 1) принятым.",
    "Отпустить: 1. винтовок 100; 2. патронов 5.000.",  # numbers with a stop never run on
    "Отпустить (а) винтовки.",  # a first mark without a second
    "Итого: 1.200, из них 200 в запас",
    "Сообщить, в) не публиковать.",  # a third mark without a second
    "В Монголии слушали: доклад",  # no column: small letters
]


@pytest.mark.parametrize(("text", "lines"), CUT)
def test_a_text_is_cut_where_lines_columns_and_lists_begin(text: str, lines: list[str]) -> None:
    assert parts(text) == lines


@pytest.mark.parametrize("text", WHOLE)
def test_a_line_without_a_list_stays_whole(text: str) -> None:
    assert parts(text) == [text]


def test_the_gap_tells_paragraphs_from_lines() -> None:
    lines = lines_of(Tokens("Первая\nВторая\n\nТретья. а) да, б) нет"))
    assert [line.gap for line in lines[1:3]] == [1, 2]


def test_a_part_that_was_cut_off_continues_its_line() -> None:
    _, *behind = lines_of(Tokens("\n\nОбязать НКВТ: 1) продать; 2) купить."))
    assert [line.gap for line in behind] == [1, 1]


# --- phrases --------------------------------------------------------------------------------------


def line_of(text: str) -> Line:
    found = lines_of(Tokens(text))
    assert len(found) == 1
    return found[0]


PHRASES = [
    ("ПРОТОКОЛ № 21", "heading"),
    ("Выписка из протокола № 21", "heading"),
    ("Excerpt from Minutes No. 21", "heading"),
    ("Выписки посланы: т. Элиаве", "distribution"),
    ("Extracts sent to: Cde. Eliava", "distribution"),
    ("Строго секретно", "secrecy"),
    ("STRICTLY SECRET", "secrecy"),
    ("(Особый № 7)", "special_number"),
    ("ПУНКТ 12 – на секретном хранении", "storage"),
    ("Points 12 and 13 are in classified storage", "storage"),
    ("Опросом членов Политбюро от 5.III.35 г.", "procedure"),
    ("СЛУШАЛИ:", "listened"),
    ("ПОСТАНОВИЛИ:", "resolved"),
    ("Подлежит возврату в течение 24 часов", "return_rule"),
    ("[...]", "omission"),
    ("Пункты 3 и 4 опущены", "omitted"),
    ("подпись неразборчива", "illegible"),
    ("Проект постановления", "draft"),
    ("Citation:", "catalogue"),
    ("СЕКРЕТАРЬ ЦК", "signature"),
    ("[Л. 12]", "page_mark"),
]


@pytest.mark.parametrize(("text", "label"), PHRASES)
def test_a_phrase_of_the_form_is_found(text: str, label: str) -> None:
    hit = line_of(text).hit(label)
    assert hit is not None
    assert hit.first < hit.stop


NO_PHRASES = [
    ("Послать выписку секретарю обкома", "signature"),
    ("Сообщить об этом т. Карахану", "heading"),
    ("Составить проект договора", "draft"),
    ("О присутствии на параде", "presence"),
    ("Протест Японии", "heading"),
    ("See the summary of the talks", "catalogue"),
]


@pytest.mark.parametrize(("text", "label"), NO_PHRASES)
def test_the_same_words_elsewhere_are_no_phrase(text: str, label: str) -> None:
    assert line_of(text).hit(label) is None


def test_the_longest_phrase_is_taken() -> None:
    line = line_of("Совершенно секретно")
    assert [(hit.label, hit.value) for hit in line.hits] == [("secrecy", "top_secret")]


STAMPS = [
    "Top Secret (Special Folder)",
    "Строго секретно (Особая папка)",
    "Строго секретно Особая папка",
    pytest.param(
        "Строго секретно. Особая папка.",
    ),
]


@pytest.mark.parametrize("text", STAMPS)
def test_a_stamp_may_stand_behind_a_stamp(text: str) -> None:
    values = [hit.value for hit in line_of(text).hits if hit.label == "secrecy"]
    assert len(values) == 2
    assert values[1] == "special_folder"


def test_a_line_knows_its_phrases_by_label() -> None:
    line = line_of("Top Secret")
    assert line.value("secrecy") == "top_secret"
    assert line.value("storage") == ""
    assert line.hit("storage", "secrecy") is line.hits[0]


def test_the_rest_of_a_line_is_a_line_with_its_own_mark_and_phrases() -> None:
    tokens = Tokens("12. а) Особая папка")
    whole = lines_of(tokens)[0]
    rest = rest_of(tokens, whole, 2)
    assert rest.span.of(tokens.text) == "а) Особая папка"
    assert rest.mark is not None
    assert rest.mark.label == "а"
    assert (len(whole), len(rest)) == (6, 4)
