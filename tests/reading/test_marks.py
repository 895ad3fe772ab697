"""Item marks: «7.-», «п. 85/72», «а)», «(1)», «IV.», «Первое.», and what only looks like one."""

from __future__ import annotations

import pytest

from politburo.reading.marks import Mark, order_of, ordinals, read_mark
from politburo.reading.mentions import scan
from politburo.tokens import Tokens


def mark_of(text: str) -> Mark | None:
    return read_mark(Tokens(text), 0)


MARKS = [
    # text, style, label, dash, what stands behind
    ("12. Утвердить", "1.", "12", False, "Утвердить"),
    ("12) Утвердить", "1)", "12", False, "Утвердить"),
    ("12.- О Персии", "1.", "12", True, "О"),
    ("12. — О Персии", "1.", "12", True, "О"),
    ("12 - О Персии", "1-", "12", True, "О"),
    ("12 – On Persia", "1-", "12", True, "On"),
    ("110 - On Persia", "1-", "110", True, "On"),
    ("85/72. О Персии", "1.", "85/72", False, "О"),
    ("2/6.- О Персии", "1.", "2/6", True, "О"),
    ("178(ОП).- О Туве", "1.", "178(ОП)", True, "О"),
    ("8 (о. п.). О Туве", "1.", "8(о.п.)", False, "О"),
    ("5(op). On Tuva", "1.", "5(op)", False, "On"),
    ("4-а. О займе", "1.", "4-а", False, "О"),
    ("11*. О займе", "1.", "11", False, "О"),
    ("11+. О займе", "1.", "11", False, "О"),
    ("п. 12: О займе", "п.", "12", True, "О"),
    ("п. 85/72 (о. п.). О займе", "п.", "85/72(о.п.)", True, "О"),
    ("п. 1/13 — О займе", "п.", "1/13", True, "О"),
    ("Пункт 4. Утвердить", "п.", "4", True, "Утвердить"),
    ("Point 1. Approve", "п.", "1", True, "Approve"),
    ("§ 3 Утвердить", "§", "3", False, "Утвердить"),
    ("§3. Утвердить", "§", "3", False, "Утвердить"),
    ("(1) Approve", "(1)", "1", False, "Approve"),
    ("(12) Approve", "(1)", "12", False, "Approve"),
    ("(а) Утвердить", "(а)", "а", False, "Утвердить"),
    ("(b) Approve", "(a)", "b", False, "Approve"),
    ("а) Утвердить", "а)", "а", False, "Утвердить"),
    ("b) Approve", "a)", "b", False, "Approve"),
    ("А. По экспорту", "А.", "А", False, "По"),
    ("B. On exports", "A.", "B", False, "On"),
    ("Б) По экспорту", "А)", "Б", False, "По"),
    ("IV. По экспорту", "I.", "IV", False, "По"),
    pytest.param("IV.- По экспорту", "I.", "IV", True, "По"),
    pytest.param("А.- По экспорту", "А.", "А", True, "По"),
    ("ХII. По экспорту", "I.", "ХII", False, "По"),  # Х is Cyrillic: ordinary usage
    ("II) On exports", "I)", "II", False, "On"),
    ("Section II On exports", "section", "II", False, "On"),
    ("Раздел IV По экспорту", "section", "IV", False, "По"),
    ("Первое. Утвердить", "word", "Первое", False, "Утвердить"),
    ("Second. Approve", "word", "Second", False, "Approve"),
]


@pytest.mark.parametrize(("text", "style", "label", "dash", "behind"), MARKS)
def test_a_mark_is_read_with_its_style_and_label(
    text: str,
    style: str,
    label: str,
    dash: bool,  # noqa: FBT001  # a column of the table
    behind: str,
) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.style, mark.label, mark.dash, mark.first) == (style, label, dash, 0)
    assert Tokens(text).words[mark.stop] == behind


NO_MARKS = [
    "1.200 пулеметов",
    "1,5 млн. рублей",
    "500.000 рублей",
    "16.IV.30 г.",
    "16.04.30",
    "12345. Утвердить",
    "12 самолетов",
    "12 - отпустить",
    "12-15 самолетов",
    "85/72 - О Персии",
    "т. Элиаве",
    "т. е. немедленно",
    "г. Ташкент",
    "а также отпустить",
    "и отпустить",
    "Первое полугодие",
    "First quarter",
    "Пункт о закупках",
    "п. закона",
    "Section on exports",
    "(ОП)",
    "(т. Элиаве)",
    "(100) рублей",
    "(5%)",
    "(1)5",
    "IIII. По экспорту",
    "VX. По экспорту",
    "IV квартал",
    "§ о закупках",
    "а)б) вместе",
    "",
    ".",
    ")",
]


@pytest.mark.parametrize("text", NO_MARKS)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert mark_of(text) is None


ORDER = [
    ("1.", 1),
    ("12.- О", 12),
    ("85/72. О", 72),
    ("178(ОП). О", 178),
    ("4-а. О", 4),
    ("(3) О", 3),
    ("а) О", 1),
    ("в) О", 3),
    ("е) О", 6),
    ("ж) О", 7),
    ("c) On", 3),
    ("А. О", 1),
    ("D. On", 4),
    ("I. О", 1),
    ("IV. О", 4),
    ("IX. О", 9),
    ("ХIV. О", 14),
    ("Section III On", 3),
    ("Третье. О", 3),
    ("Second. On", 2),
]


@pytest.mark.parametrize(("text", "place"), ORDER)
def test_a_mark_has_its_place_in_its_series(text: str, place: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert order_of(mark) == place


def test_a_letter_that_no_list_uses_has_no_place() -> None:
    mark = mark_of("ñ) On")
    assert mark is not None
    assert order_of(mark) == 0


def test_every_ordinal_word_is_a_mark_with_its_place() -> None:
    for word, place in ordinals().items():
        mark = mark_of(f"{word.capitalize()}. Утвердить")
        assert mark is not None
        assert order_of(mark) == place


INITIALS = ["И. СТАЛИН", "В. Молотов", "I. Stalin"]


@pytest.mark.parametrize("text", INITIALS)
def test_an_initial_that_opens_a_line_belongs_to_its_name(text: str) -> None:
    tokens = Tokens(text)
    mark = read_mark(tokens, 0)
    assert mark is not None
    found = scan(tokens, [mark]).all
    assert [(mention.first, mention.value.kind) for mention in found] == [(0, "person")]
