"""Those present who had not been elected, and those who act while under arrest: by verified data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from politburo.checking import check
from politburo.findings import Finding
from politburo.reader import read
from politburo.records import (
    Attendance,
    CataloguePage,
    Decision,
    Directive,
    Document,
    Order,
    Protocol,
    Recipient,
    Witness,
)
from politburo.values.dates import PartialDate
from politburo.values.names import Body, Person
from politburo.values.terms import Action
from politburo.vocabulary import table


def present(name: str, rank: str, organ: str, date: str, initials: str = "") -> list[Finding]:
    group = Attendance((Person(name, initials),), rank, Body(id=organ))
    protocol = Protocol(dates=(PartialDate.parse(date),), attendance=(group,))
    return list(check(Document("", witnesses=(Witness("ru", "ru", protocol),)), ["attendee-unlisted"]))


LISTED = [
    ("Ворошилов", "member", "PB", "1926-01-02", []),
    # By the handbooks a month later: who is elected at a congress may sit before its last day.
    ("Ворошилов", "member", "PB", "1925-12-20", []),
    ("Ворошилов", "member", "PB", "1925-06-04", ["warning"]),
    # The lists of 1922 name candidates among the members.
    ("Калинин", "member", "PB", "1922-03-20", []),
    ("Калинин", "candidate", "PB", "1930-01-05", []),
    # His terms are general knowledge, and so is that nobody else belonged to it.
    ("Киров", "member", "PB", "1925-06-04", ["note"]),
    ("Сидоркин", "member", "PB", "1925-06-04", ["note"]),
    # Of the Orgburo less is known: only verified terms speak.
    ("Сидоркин", "member", "ORGBURO", "1925-06-04", []),
    ("Пузанов", "candidate", "PREZIDIUM_TSK", "1952-12-01", []),
    ("Пузанов", "candidate", "PREZIDIUM_TSK", "1957-12-01", ["warning"]),
    # Who came otherwise, members of organs without lists, and times without an organ are not judged.
    ("Сидоркин", "", "PB", "1925-06-04", []),
    ("Сидоркин", "member", "TSK", "1925-06-04", []),
    ("Ворошилов", "member", "PB", "1957-06-04", []),
]


@pytest.mark.parametrize(("name", "rank", "organ", "date", "levels"), LISTED)
def test_members_must_have_been_elected(
    name: str, rank: str, organ: str, date: str, levels: list[str]
) -> None:
    assert [finding.level.value for finding in present(name, rank, organ, date)] == levels


def test_a_namesake_who_was_elected_excuses() -> None:
    assert present("Каганович", "member", "PB", "1937-05-01") == []
    assert [
        finding.level.value for finding in present("Каганович", "member", "PB", "1937-05-01", "М.М.")
    ] == ["note"]


def test_the_message_tells_who_had_been_elected_and_when_he_was() -> None:
    [finding] = present("Ворошилов", "member", "PB", "1925-06-04")
    assert finding.message == (
        "«Ворошилов» among the members in a list of 1925-06-04: expected one of Каменев, Сталин, Троцкий, "
        "Зиновьев, Рыков, Томский, Бухарин, for Ворошилов was member from 1926-01-01 to 1952-10-05"
    )
    assert finding.entity == "ru"
    [finding] = present("Сидоркин", "candidate", "PB", "1938-06-04")
    assert finding.message.endswith(
        "for Сидоркин is not known to have been one (general knowledge, not verified)"
    )


def test_the_catalogue_dates_a_list_that_has_no_day() -> None:
    group = Attendance((Person("Ворошилов"),), "member", Body(id="PB"))
    witness = Witness("ru", "ru", Protocol(attendance=(group,)))
    page = CataloguePage(dates=(PartialDate.parse("1925-06-04"),))
    assert [f.rule for f in check(Document("", page, (witness,)))] == ["attendee-unlisted"]
    assert check(Document("", None, (witness,))) == ()


def test_a_paper_is_read_with_its_list() -> None:
    paper = (
        "ПРОТОКОЛ № 65\nзаседания Политбюро ЦК РКП(б) от 4 июня 1925 г.\n\nПрисутствовали:\n"
        "Члены Политбюро: т.т. Бухарин, Ворошилов.\n\n"
        "СЛУШАЛИ:\n3. О скоте.\n\nПОСТАНОВИЛИ:\n3. Закупить скот.\n"
    )
    [finding] = [f for f in read(paper).findings if f.rule == "attendee-unlisted"]
    assert finding.span is not None
    assert finding.span.of(paper) == "Ворошилов"


# --- under arrest ---------------------------------------------------------------------------------


def acting(decision: Decision, date: str, present: Sequence[Attendance] = ()) -> list[Finding]:
    protocol = Protocol(dates=(PartialDate.parse(date),), decisions=(decision,), attendance=tuple(present))
    return list(check(Document("", witnesses=(Witness("ru", "ru", protocol),)), ["person-under-arrest"]))


def sent(name: str, initials: str, date: str) -> list[Finding]:
    return acting(Decision("3", recipients=(Recipient(Person(name, initials)),)), date)


ARRESTED = [
    ("Акулов", "И.А.", "1937-07-23", []),
    ("Акулов", "И.А.", "1937-07-24", ["warning"]),
    # A surname may be that of another.
    ("Акулов", "", "1937-08-14", ["note"]),
    # After his death another rule speaks.
    ("Акулов", "И.А.", "1938-01-01", []),
    # The day is general knowledge: a note, and a month is allowed for.
    ("Розенгольц", "А.П.", "1937-10-25", []),
    ("Розенгольц", "А.П.", "1937-11-25", ["note"]),
    ("Стомоняков", "Б.С.", "1937-11-25", []),
    ("Сидоркин", "", "1937-11-25", []),
]


@pytest.mark.parametrize(("name", "initials", "date", "levels"), ARRESTED)
def test_extracts_are_not_sent_to_prison(name: str, initials: str, date: str, levels: list[str]) -> None:
    assert [finding.level.value for finding in sent(name, initials, date)] == levels


def test_the_message_says_when_he_was_arrested_and_how_well_that_is_known() -> None:
    assert [finding.message for finding in sent("Розенгольц", "А.П.", "1938-01-05")] == [
        (
            "«Розенгольц А.П.» in a paper of 1938-01-05: expected somebody in office, for Розенгольц А.П. "
            "was arrested on 1937-10-07 (general knowledge, not verified)"
        )
    ]


def test_who_is_present_or_charged_counts_too() -> None:
    prisoner = Person("Акулов", "И.А.")
    directive = Directive(("1",), (Order(Action("charge"), (), (prisoner,)),))
    found = acting(Decision("3", directives=(directive,)), "1937-08-14", [Attendance((prisoner,))])
    assert sorted(finding.entity for finding in found) == ["ru", "ru/3/1"]


def test_an_arrest_lies_between_birth_and_death() -> None:
    arrested = [record for record in table("persons").values() if "arrested" in record]
    assert len(arrested) > 30
    assert all(record["born"] < record["arrested"] <= record.get("died", "9") for record in arrested)
    assert all(("arrested_sources" in r) == (r["arrested_status"] == "verified") for r in arrested)
