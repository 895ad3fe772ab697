"""Presence lists: who is named, as what, and of which organ."""

from __future__ import annotations

import pytest

from politburo.reading.assembling import read_document

HEAD = "ПРОТОКОЛ № 57\nзаседания Политбюро ЦК РКП(б) от 4 июня 1925 г.\n\n"
ENGLISH_HEAD = "PROTOCOL No. 57\nof the meeting of the Politburo of the CC RKP(b) of 4 June 1925\n\n"
TAIL = "\n\nСЛУШАЛИ:\n3. О закупке скота.\n\nПОСТАНОВИЛИ:\n3. Поручить т. Фрумкину закупить скот.\n"
ENGLISH_TAIL = "\n\nHEARD:\n3. On cattle.\n\nRESOLVED:\n3. Charge Cde. Frumkin with buying cattle.\n"

Groups = list[tuple[str, str, list[str]]]


def present(lines: str, head: str = HEAD, tail: str = TAIL) -> Groups:
    document = read_document(f"{head}{lines}{tail}")
    (witness,) = document.witnesses
    return [
        (group.rank, str(group.body or ""), [str(person) for person in group.persons])
        for group in witness.protocol.attendance
    ]


MEMBERS = ("member", "PB", ["Бухарин", "Сталин"])
LISTS: list[tuple[str, Groups]] = [
    ("Присутствовали:\nЧлены Политбюро: т.т. Бухарин, Сталин.", [MEMBERS]),
    ("ПРИСУТСТВОВАЛИ: члены Политбюро ЦК т.т. Бухарин, Сталин.", [MEMBERS]),
    ("Присутствовали:\nчлены Политбюро — т.т. Бухарин,\nСталин;", [MEMBERS]),
    (
        (
            "Присутствовали: члены Политбюро т.т. Бухарин, Сталин; кандидаты т.т. Калинин, Молотов; "
            "от ЦКК т. Янсон; зав. отделами т.т. Каганович, Сырцов."
        ),
        [
            MEMBERS,
            ("candidate", "PB", ["Калинин", "Молотов"]),
            ("", "TSKK", ["Янсон"]),
            ("", "", ["Каганович", "Сырцов"]),
        ],
    ),
    (
        "Присутствовали:\nЧлены Политбюро: т.т. Бухарин, Сталин. Кандидат: т. Калинин.\nЧлены ЦК: т. Радек.",
        [MEMBERS, ("candidate", "PB", ["Калинин"]), ("member", "TSK", ["Радек"])],
    ),
    (
        "Присутствовали:\nКандидаты в члены Политбюро ЦК РКП(б): т.т. Калинин, Косиор И.",
        [("candidate", "PB", ["Калинин", "Косиор И."])],
    ),
    # What stands in brackets behind a name is where he worked.
    (
        "Присутствовали: т.т. Рудзутак (председатель), Межлаук В. (ВСНХ), Уборевич (РВС СССР).",
        [("", "", ["Рудзутак", "Межлаук В.", "Уборевич"])],
    ),
    ("Присутствовали: члены и кандидаты Политбюро.", []),
]


@pytest.mark.parametrize(("lines", "groups"), LISTS)
def test_presence_lists(lines: str, groups: Groups) -> None:
    assert present(lines) == groups


ENGLISH: list[tuple[str, Groups]] = [
    (
        (
            "Present:\nMembers of the Politburo: Comrades Bukharin, Stalin.\nCandidates: Comrade Kalinin.\n"
            "Members of the CC: Comrade Radek."
        ),
        [
            ("member", "PB", ["Bukharin", "Stalin"]),
            ("candidate", "PB", ["Kalinin"]),
            ("member", "TSK", ["Radek"]),
        ],
    ),
    (
        (
            "PRESENT: members of the Politbureau tt. Bukharin, Stalin; candidate members of the "
            "Politbureau t. Kalinin."
        ),
        [("member", "PB", ["Bukharin", "Stalin"]), ("candidate", "PB", ["Kalinin"])],
    ),
]


@pytest.mark.parametrize(("lines", "groups"), ENGLISH)
def test_english_presence_lists(lines: str, groups: Groups) -> None:
    assert present(lines, ENGLISH_HEAD, ENGLISH_TAIL) == groups


def test_those_present_have_their_places_and_what_follows_is_no_list() -> None:
    text = f"{HEAD}{LISTS[0][0]}{TAIL}"
    (witness,) = read_document(text).witnesses
    (group,) = witness.protocol.attendance
    assert [person.span.of(text) for person in group.persons if person.span] == ["Бухарин", "Сталин"]
    assert [decision.number for decision in witness.protocol.decisions] == ["3"]


def test_a_paper_without_a_list_names_nobody() -> None:
    assert present("") == []
