from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo.findings import Finding, Level
from politburo.records import (
    CataloguePage,
    Charge,
    Decision,
    Directive,
    Document,
    Loan,
    Order,
    Protocol,
    Reading,
    Recipient,
    Witness,
)
from politburo.showing.passages import Lines
from politburo.showing.terminal import mention_line, report
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table
from tests.writing.corpus_documents import PAPERS, document
from tests.writing.record_strategies import documents

TEXT = "9. О Синьцзяне\nПоручить НКЮ поставить к 1 июля"
EMENDED = Body(id="NKO").read_from(Span(24, 27), Status.EMENDED)


def shown(*decisions: Decision, loans: tuple[Loan, ...] = (), text: str = TEXT) -> str:
    witness = Witness("ru", "ru", Protocol((Wording("34"),), decisions=decisions), loans=loans)
    return report(Reading(Document(text, witnesses=(witness,))))


def test_a_paper_is_shown_from_the_catalogue_to_the_findings() -> None:
    directive = Directive(
        ("8", "а"),
        (Order(Action("charge"), (Action("deliver"),), (EMENDED,)),),
        (MonetaryAmount.parse("500000 RUB_GOLD"), MonetaryAmount.parse("500000 RUB_GOLD")),
        deadlines=(PartialDate.of(1936, 7, 1).read_from(Span(40, 46), Status.INFERRED),),
        bodies=(EMENDED,),
    )
    decision = Decision(
        "9",
        Wording("О Синьцзяне"),
        (PartialDate.of(1935, 10, 1),),
        secrecies=(Secrecy("special_folder"),),
        speakers=(Person("Косиор", "И."),),
        recipients=(Recipient(Person("Эйхе"), ("а", "б")),),
        directives=(directive,),
    )
    loan = Loan(MonetaryAmount.parse("5000000 XXX"), (Body(id="URPRA"),), drawdowns=(Charge("ru/9/8/а"),))
    witness = Witness(
        "ru",
        "ru",
        Protocol(
            (Wording("34"),),
            Wording("blank"),
            (Body(id="PB"),),
            (PartialDate.of(1935, 11, 26),),
            (Procedure("poll"),),
            decisions=(decision,),
        ),
        (Wording("9"),),
        loans=(loan,),
    )
    finding = Finding("probable-misreading", Level.WARNING, "most likely НКО", Span(24, 27), "ru/9/8/а")
    page = CataloguePage(
        Wording("Concerning Xinjiang"),
        (PartialDate.of(1935, 10, 1),),
        translated_by=(Wording("Gary Goldberg"),),
    )
    assert report(Reading(Document(TEXT, page, (witness,), (finding,)))) == (
        "Concerning Xinjiang\n"
        "  1935-10-01\n"
        "  translated by Gary Goldberg\n"
        "\n"
        "ru  protocol 34 of PB, 1935-11-26, by poll\n"
        "    special no.   blank\n"
        "    kept apart    9\n"
        "\n"
        "  9  О Синьцзяне  1935-10-01\n"
        "    reported      Косиор И.\n"
        "    secrecy       special folder\n"
        "    (8/а)         charge NKO (emended: НКЮ) → deliver\n"
        "      sums        500,000 gold rubles (×2)\n"
        "      deadlines   1936-07-01 (inferred)\n"
        "      bodies      NKO (emended: НКЮ)\n"
        "    sent to       Эйхе [а, б]\n"
        "\n"
        "  Loan of 5,000,000 (unit not stated)\n"
        "    borrower      URPRA\n"
        "    charged       ru/9/8/а\n"
        "\n"
        "Bodies\n"
        f"    NKO           {table('agencies')['NKO']['name_en']}\n"
        f"    PB            {table('agencies')['PB']['name_en']}\n"
        f"    URPRA         {table('agencies')['URPRA']['name_en']}\n"
        "\n"
        "1 finding: 1 warning\n"
        "\n"
        "2:10: warning [probable-misreading] most likely НКО\n"
        "    Поручить НКЮ поставить к 1 июля\n"
        "             ^^^\n"
    )


def test_a_text_that_is_no_paper_says_so() -> None:
    assert report(Reading(Document("Дорогой друг!"))) == (
        "No protocol, extract or decree was found in the text.\n\nNo findings.\n"
    )


def test_a_line_of_a_table_shows_its_sum_in_place_of_an_order() -> None:
    line = Directive(("1", "б"), money=(MonetaryAmount.parse("310000 RUB"),))
    assert "    (1/б)         310,000 rubles\n" in shown(Decision("9", directives=(line,)))


def test_what_was_understood_is_told_as_a_share() -> None:
    witness = Witness("ru", "ru", span=Span(0, 40), accounted=(Span(0, 10),))
    assert "understood    25% of the text" in report(Reading(Document(TEXT, witnesses=(witness,))))


def test_findings_are_counted_by_level_and_stand_in_the_order_of_the_text() -> None:
    findings = (
        Finding("omission", Level.NOTE, "later", Span(15, 20)),
        Finding("date-conflict", Level.ERROR, "first", Span(0, 2)),
        Finding("illegible", Level.NOTE, "without a place"),
    )
    text = report(Reading(Document(TEXT, findings=findings)))
    assert "3 findings: 1 error, 2 notes\n" in text
    assert text.index("1:1: error [date-conflict]") < text.index("2:1: note [omission]")
    assert text.endswith("\nnote [illegible] without a place\n")


def test_escape_sequences_of_the_source_are_shown_not_obeyed() -> None:
    text = "\x1b[2J НКЮ"
    title = Wording(text, span=Span(0, len(text)))
    finding = Finding("illegible", Level.NOTE, text, Span(0, len(text)))
    said = Document(text, witnesses=(Witness("ru", "ru", Protocol(decisions=(Decision(text, title),))),))
    written = report(Reading(said.remarked((finding,))))
    assert "\x1b" not in written
    assert written.count(r"\x1b[2J") == 4


def test_color_changes_nothing_but_the_color() -> None:
    for path in PAPERS[:4]:
        reading = Reading(document(path)[0])
        colored = report(reading, color=True)
        assert "\x1b[1m" in colored
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == report(reading)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [60, 100])
def test_reports_of_the_corpus_keep_to_their_width(path: Path, width: int) -> None:
    reading = Reading(document(path)[0])
    assert [line for line in report(reading, width=width).splitlines() if len(line) > width] == []


@settings(max_examples=40)
@given(documents(), st.integers(1, 120))
def test_every_document_has_a_report_without_controls(said: Document, width: int) -> None:
    written = report(Reading(said), width=width).replace("\n", "")
    assert not {unicodedata.category(character) for character in written} & {"Cc", "Cs"}


def test_a_mention_has_place_kind_value_and_quote() -> None:
    value = MonetaryAmount.parse("500.000 золотых рублей")
    text = "Отпустить\n500.000 золотых\nрублей"
    found = value.read_from(Span(10, len(text)))
    expected = ("2:1", "money", "500000 RUB_GOLD", r"500.000 золотых\nрублей")
    assert mention_line(found, text, Lines(text)) == expected
