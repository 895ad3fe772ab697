"""Nominatives of names and phrases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.tokens import key
from politburo.values.inflection import (
    CASES,
    common_case,
    inflected,
    nominative,
    nominative_noun,
    nominative_phrase,
    traced,
)
from politburo.vocabulary import table

KNOWN_LIMIT = 3  # Ходже-Ниязу, Исмет-паше, and Мамуту, which is the dative of another of his names

NAMES = [
    ("Стомонякову", "dative", "Стомоняков"),
    ("Крестинскому", "dative", "Крестинский"),
    ("Элиаве", "dative", "Элиава"),
    ("Ягоде", "dative", "Ягода"),
    ("Берии", "dative", "Берия"),
    ("Берия", "dative", "Берия"),
    ("Фрунзе", "genitive", "Фрунзе"),
    ("Орджоникидзе", "dative", "Орджоникидзе"),
    ("Гринько", "accusative", "Гринько"),
    ("Лепа", "dative", "Лепа"),
    ("Золотарева", "accusative", "Золотарев"),
    ("Золотарёва", "accusative", "Золотарёв"),
    ("Юренева", "genitive", "Юренев"),
    ("Литвинова", None, "Литвинов"),
    ("Рухимовичем", "instrumental", "Рухимович"),
    ("Рудзутаком", "instrumental", "Рудзутак"),
    ("Сурицу", "dative", "Суриц"),
    ("Чойбалсаном", "instrumental", "Чойбалсан"),
    ("Бегге", "accusative", "Бегге"),
    ("Судьину", "dative", "Судьин"),
    ("Петровых", "dative", "Петровых"),
    ("Черных", "genitive", "Черных"),
    ("Берману", "dative", "Берман"),
    ("Вегеру", None, "Вегер"),
    ("Фушмана", "genitive", "Фушман"),
    ("Маркевича", "accusative", "Маркевич"),
    ("Стасовой", "dative", "Стасова"),
    ("Фурцевой", None, "Фурцева"),
    ("Артюхину", "accusative", "Артюхина"),
    ("Луганцу-Орельскому", "dative", "Луганец-Орельский"),
    ("Шэн Шицаю", "dative", "Шэн Шицай"),
    ("СТОМОНЯКОВУ", "dative", "СТОМОНЯКОВ"),
    ("Шатов", "nominative", "Шатов"),
    ("Ma", "genitive", "Ma"),
    ("Stomonyakov", "dative", "Stomonyakov"),
]


@pytest.mark.parametrize(("written", "case", "expected"), NAMES)
def test_names(written: str, case: str | None, expected: str) -> None:
    assert nominative(written, case) == expected


def test_sex_decides_between_two_readings() -> None:
    assert nominative("Шатову", "accusative", "f") == "Шатова"
    assert nominative("Шатова", "accusative", "m") == "Шатов"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Монгольскому руководству", "Монгольское руководство"),
        ("Средней Азии", "Средняя Азия"),
        ("Нижегородскому краю", "Нижегородский край"),
        ("Западно-Сибирскому краю", "Западно-Сибирский край"),
        ("агенту НКВД в Александровске", "агент НКВД в Александровске"),
        ("комиссии", "комиссия"),
        ("комиссия", "комиссия"),
        ("колхозам", "колхозы"),
        ("колхозам и совхозам", "колхозы и совхозы"),
        ("советской части правления КВЖД", "советская часть правления КВЖД"),
        ("Украинской ССР", "Украинская ССР"),
        ("НКВД СССР", "НКВД СССР"),
        ("the collective farms of the East", "collective farms of the East"),
        ("", ""),
    ],
)
def test_phrases(written: str, expected: str) -> None:
    assert nominative_phrase(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Тракторцентру", "Тракторцентр"),
        ("Сибкрайкома", "Сибкрайком"),
        ("Туркстрою", "Туркстрой"),
        ("НКПочтелю", "НКПочтель"),
        ("Средазбюро", "Средазбюро"),
    ],
)
def test_nouns(written: str, expected: str) -> None:
    assert nominative_noun(written) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Элиаве", "Стомонякову"], "dative"),
        (["Ягода", "Цюрупа", "Сталин"], "nominative"),
        (["Лепа", "Вегеру", "Яковлеву"], "dative"),
        (["Рудзутаком", "Пятаковым"], "instrumental"),
        (["Ву", "Стомонякову"], "dative"),
        (["Ву", "Пу-И"], "nominative"),
        (["Krasin"], None),
        ([], None),
    ],
)
def test_the_case_of_a_list(names: list[str], expected: str | None) -> None:
    assert common_case(names) == expected


@pytest.mark.parametrize("phrase", ["", "НКВД", "вполне"])
def test_what_has_no_noun_to_turn_stays_in_every_case(phrase: str) -> None:
    assert inflected(phrase) == dict.fromkeys(CASES, phrase)


def untabled(record: dict[str, str], form: str, case: str) -> str:
    sex = record.get("sex")
    return re.sub(r"[^\s-]+", lambda part: traced(part.group(), case, sex), form)


def test_endings_alone_find_the_nominative_of_the_datives_in_the_vocabulary() -> None:
    records = table("persons").values()
    missed = [r for r in records if untabled(r, r["dative_ru"], "dative") != r["surname_ru"]]
    assert len(missed) <= KNOWN_LIMIT, [r["dative_ru"] for r in missed]


def test_every_case_of_a_known_name_reads_back_to_its_nominative() -> None:
    for form, entries in table("person_names")["forms"].items():
        for name, cases, sex in entries:
            for case in CASES:
                if case[0] in cases:
                    assert key(nominative(form, case, sex or None)) == key(name), (form, case)


@given(st.text(alphabet="абвгдеиклмнорстуюяёь- ", max_size=20), st.sampled_from([None, *CASES]))
def test_a_nominative_is_found_for_any_word(word: str, case: str | None) -> None:
    assert nominative(word, case).count("-") == word.count("-")


@given(st.sampled_from(sorted(table("persons"))))
def test_a_name_in_the_nominative_stays(identifier: str) -> None:
    name = table("persons")[identifier]["surname_ru"]
    assert nominative(name, "nominative") == name
