"""Persons after their death, leaves out of order: remarked on by verified data only."""

from __future__ import annotations

import pytest

from politburo.checking import check
from politburo.findings import Finding
from politburo.records import Decision, Directive, Document, Order, Protocol, Recipient, Witness
from politburo.text import Span
from politburo.values.dates import PartialDate
from politburo.values.names import Person
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Wording
from politburo.vocabulary import table


def paper(decision: Decision, date: str) -> Document:
    protocol = Protocol(dates=(PartialDate.parse(date),), decisions=(decision,))
    return Document("", witnesses=(Witness("ru", "ru", protocol),))


def sent_to(name: str, initials: str, date: str) -> list[Finding]:
    decision = Decision("3", recipients=(Recipient(Person(name, initials)),))
    return list(check(paper(decision, date), ["person-after-death"]))


CASES = [
    ("Крестинский", "Н.Н.", "1938-03-14", []),
    ("Крестинский", "Н.Н.", "1938-03-15", []),
    ("Крестинский", "Н.Н.", "1938-03-16", ["warning"]),
    ("Крестинский", "Н.Н.", "1938-03", []),
    ("Крестинский", "", "1939", ["note"]),
    # Somebody of whom nothing is verified, and somebody of whom nothing is known.
    ("Стомоняков", "Б.С.", "1960-01-01", []),
    ("Сидоркин", "", "1960-01-01", []),
]


@pytest.mark.parametrize(("name", "initials", "date", "levels"), CASES)
def test_extracts_are_sent_to_the_living(name: str, initials: str, date: str, levels: list[str]) -> None:
    assert [finding.level.value for finding in sent_to(name, initials, date)] == levels


def test_the_message_says_who_and_when() -> None:
    [finding] = sent_to("Крестинский", "", "1940-01-01")
    assert finding.message == (
        "«Крестинский» in a paper of 1940-01-01: expected somebody alive, for Крестинский Н.Н. died on "
        "1938-03-15, or another of that name is meant"
    )
    assert finding.entity == "ru/3"


def test_who_is_charged_or_signs_counts_too() -> None:
    dead = Person("Крестинский", "Н.Н.")
    directive = Directive(("1",), (Order(Action("charge"), (), (dead,)),))
    decision = Decision("3", speakers=(dead,), signatories=(dead,), directives=(directive,))
    found = check(paper(decision, "1940-01-01"), ["person-after-death"])
    assert sorted({finding.entity for finding in found}) == ["ru/3", "ru/3/1"]


def test_whoever_is_only_named_may_be_dead() -> None:
    directive = Directive(("1",), persons=(Person("Крестинский", "Н.Н."),))
    assert check(paper(Decision("3", directives=(directive,)), "1940-01-01"), ["person-after-death"]) == ()


def test_a_namesake_who_lives_excuses() -> None:
    bearers = {identifier for found in table("person_names")["bearers"].values() for identifier in found}
    assert {"KAGANOVICH_LM", "KAGANOVICH_MM"} <= bearers
    assert sent_to("Каганович", "", "1950-01-01") == []


def kept(
    *leaves: str, numbers: tuple[str, ...] = ("7", "9", "13"), file: str = "RGASPI/17/162/18"
) -> Document:
    decisions = tuple(
        Decision(number, shelfmarks=(Shelfmark.parse(f"{file}/{leaf}"),))
        for number, leaf in zip(numbers, leaves, strict=False)
    )
    return Document("", witnesses=(Witness("ru", "ru", Protocol((Wording("34"),), decisions=decisions)),))


ORDERED = [
    (kept("170", "172", "172-174"), []),
    (kept("217", "172"), ["ru/9"]),
    (kept("170", "217", "172"), ["ru/13"]),
    (kept("170об", "170"), []),
    # By number, not by their place on the page.
    (kept("172", "170", numbers=("9", "7")), []),
    # Other archives count from the last paper backwards; without a leaf there is nothing to compare.
    (kept("217", "172", file="GARF/R-5446/51а/4730"), []),
    (kept("", "172"), []),
]


@pytest.mark.parametrize(("document", "entities"), ORDERED)
def test_leaves_follow_the_points(document: Document, entities: list[str]) -> None:
    assert [finding.entity for finding in check(document, ["leaf-order"])] == entities


def test_leaves_follow_the_protocols() -> None:
    def witness(key: str, number: str, leaf: str) -> Witness:
        mark = Shelfmark.parse(f"RGASPI/17/3/970/{leaf}")
        return Witness(
            key, "ru", Protocol((Wording(number),), decisions=(Decision("9"),)), shelfmarks=(mark,)
        )

    ordered = Document("", witnesses=(witness("ru", "35", "50"), witness("ru#2", "34", "12")))
    reversed_ = Document("", witnesses=(witness("ru", "35", "12"), witness("ru#2", "34", "50")))
    assert check(ordered, ["leaf-order"]) == ()
    assert [finding.entity for finding in check(reversed_, ["leaf-order"])] == ["ru/9"]


def test_references_below_points_are_theirs() -> None:
    marks = [
        Shelfmark.parse(f"RGASPI/17/162/18/{leaf}").read_from(Span(at, at + 9))
        for at, leaf in ((50, 217), (90, 172))
    ]
    decisions = (Decision("7", span=Span(10, 12)), Decision("9", span=Span(70, 72)))
    witness = Witness("ru", "ru", Protocol((Wording("34"),), decisions=decisions), shelfmarks=tuple(marks))
    document = Document(" " * 100, witnesses=(witness,))
    assert [finding.entity for finding in check(document, ["leaf-order"])] == ["ru/9"]
