"""Bodies that cannot be right, judged by the day of the paper."""

from __future__ import annotations

import pytest

from politburo.reading.emending import alive
from politburo.records import Document
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from tests.reading.saying import russian, values


def bodies(document: Document) -> list[tuple[str, Status]]:
    directive = document.witnesses[0].protocol.decisions[0].directives[0]
    return [(str(body), body.status) for body in directive.bodies]


def rules(document: Document) -> list[str]:
    return [finding.rule for finding in document.findings]


def test_a_body_that_did_not_exist_is_taken_for_the_one_that_one_glyph_makes_of_it() -> None:
    document = russian("Поручить НКЮ поставить 12 самолетов.", day="14 марта 1935 г.")
    assert bodies(document) == [("NKO", Status.EMENDED)]
    assert rules(document) == ["probable-misreading"]


def test_a_body_that_existed_is_never_replaced() -> None:
    document = russian("Поручить НКЮ поставить 12 самолетов.", day="14 марта 1937 г.")
    assert bodies(document) == [("NKYU", Status.STATED)]
    assert rules(document) == []


def test_the_misread_body_is_told_to_act_as_the_right_one() -> None:
    document = russian("Поручить НКЮ поставить 12 самолетов.")
    assert values(document, "responsible") == ["responsible NKO"]


def test_the_message_says_what_was_read_and_why() -> None:
    finding = russian("Поручить НКЮ и НКО поставить 12 самолетов.").findings[0]
    assert finding.message.startswith(
        "there was no Union «НКЮ» on 1935-03-14: expected most likely «НКО», a known confusion"
    )
    assert finding.message.endswith("which the paper names elsewhere")
    assert finding.span is not None


@pytest.mark.parametrize(
    ("name", "day", "lived"),
    [
        ("NKVT", "1935-10-01", True),
        ("NKVT", "1950", False),
        ("NKYU", "1935-03-14", False),
        ("NKYU", "1937-03-14", True),
        ("NKO", "1935", True),
        ("NKO", "1933", False),
        ("OGPU", "1930-05", True),
        ("OGPU", "1936", False),
        ("no such body", "1936", True),
    ],
)
def test_a_body_lived_from_its_founding_to_its_end(name: str, day: str, lived: bool) -> None:  # noqa: FBT001
    assert alive(name, PartialDate.parse(day)) is lived
