"""What reading itself remarks: omissions, what is illegible, faults undone, form that was not understood."""

from __future__ import annotations

import pytest

from politburo.findings import Level
from politburo.reading.assembling import read_document
from politburo.records import Document
from tests.reading.saying import english, russian, values


def remarked(document: Document) -> list[tuple[str, str]]:
    """Return the rules of the findings, each with its passage."""
    return [(f.rule, f.span.of(document.text) if f.span else "") for f in document.findings]


REMARKS = [
    ("Отпустить НКВТ средства.\n\n[...]", "omission"),
    ("Отпустить НКВТ <…> средства.", "omission"),
    ("1. Отпустить НКВТ средства.\n\nПункты 2 и 3 опущены.", "omission"),
    ("Отпустить НКВТ [неразборчиво] рублей.", "illegible"),
    ("Отпустить НКВТ (нрзб.) рублей.", "illegible"),
    ("Доставить груз к 8.V.З5 г.", "confusable-character"),
    ("Доставить груз к 1.VІ.35 г.", "confusable-character"),
    ("Отпустить НКВТ 20.000 рублей2.", "footnote-glued"),
    ("1. Отпустить НКВТ средства.\n\n2.", "unread-text"),
]
ENGLISH = [
    ("Release funds to the NKVT.\n\n[...]", "omission"),
    ("1) Release funds to the NKVT.\n\nPoint 2 omitted.", "omission"),
    ("Release [illegible] rubles to the NKVT.", "illegible"),
    ("Deliver the cargo by 2O April.", "confusable-character"),
    ("Release the NKVT 10-ruble banknotes [chervonnye rubli].", "translation-doubtful"),
    ("Release 20,000 yen [dollars] to the NKVT.", "translation-doubtful"),
    (
        "Release to the NKVT the funds that were promised for the purchase of wool [point 3 omitted].",
        "omission",
    ),
]
SILENT = [
    "Отпустить НКВТ 20.000 рублей.",
    "Доставить груз к 1.Х.35 г.",  # Cyrillic Х as Roman ten is ordinary usage
    "1. Отпустить НКВТ средства.\n\n2. Сообщить т. Карахану.",
]

ENGLISH_SILENT = [
    # Rubles of any kind may be glossed by their kind.
    "Release 20,000 rubles [chervonnye rubli] to the NKVT.",
    # The paper itself, not its editor, speaks of what was omitted.
    "Release to the NKVT the funds for wool that were omitted from the estimate of the past quarter.",
]


@pytest.mark.parametrize(("text", "rule"), REMARKS)
def test_a_russian_paper_is_remarked(text: str, rule: str) -> None:
    assert rule in dict(remarked(russian(text)))


@pytest.mark.parametrize(("text", "rule"), ENGLISH)
def test_an_english_paper_is_remarked(text: str, rule: str) -> None:
    assert rule in dict(remarked(english(text)))


@pytest.mark.parametrize("text", SILENT)
def test_an_ordinary_paper_is_not(text: str) -> None:
    assert remarked(russian(text)) == []


@pytest.mark.parametrize("text", ENGLISH_SILENT)
def test_an_ordinary_english_paper_is_not(text: str) -> None:
    assert remarked(english(text)) == []


def test_a_finding_cites_its_passage() -> None:
    assert remarked(russian("Доставить груз к 8.V.З5 г.")) == [("confusable-character", "З5")]


def test_findings_follow_the_text() -> None:
    document = russian("Отпустить НКВТ 20.000 рублей2.\n\n[...]\n\nДоставить груз к 8.V.З5 г.")
    starts = [finding.span.start for finding in document.findings if finding.span]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_a_mark_with_nothing_behind_it_is_told_by_its_label() -> None:
    (finding,) = russian("1. Отпустить НКВТ средства.\n\n2.").findings
    assert finding.message == "the mark «2» has no text behind it: expected some, or a mark of omission"
    assert finding.level is Level.NOTE


def test_a_point_with_nothing_behind_its_mark_is_remarked() -> None:
    listed = "СЛУШАЛИ:\n10.\n\n11. О Туве.\n\nПОСТАНОВИЛИ:\n11. Отложить."
    document = read_document(f"ПРОТОКОЛ № 34\nзаседания Политбюро ЦК ВКП(б)\n\n{listed}")
    assert remarked(document) == [("unread-text", "10.")]


def test_a_phrase_of_the_form_on_two_lines_is_remarked_once() -> None:
    point = "9. О Монголии.\n\nОтпустить НКВТ 20.000 рублей."
    heading = "ПРОТОКОЛ № 34\nзаседания Политбюро ЦК ВКП(б)"
    document = read_document(f"{heading}\n\nВыписка\nиз протокола\n\n{point}")
    assert remarked(document) == [("unread-text", "из протокола")]


def test_a_mark_before_a_gap_is_explained_by_it() -> None:
    rules = [rule for rule, _ in remarked(russian("1. Отпустить НКВТ средства.\n\n2. [...]"))]
    assert rules == ["omission"]


def test_a_line_of_the_form_that_no_reader_took_is_remarked() -> None:
    document = russian("Отпустить НКВТ средства.\n\nСЕКРЕТАРЬ ЦК И. СТАЛИН\n\nИз протокола")
    assert remarked(document) == [("unread-text", "Из протокола")]


def test_a_lone_mark_behind_the_signature_is_remarked() -> None:
    document = russian("Отпустить НКВТ средства.\n\nСЕКРЕТАРЬ ЦК И. СТАЛИН\n\n3.")
    assert remarked(document) == [("unread-text", "3.")]


def test_a_number_that_cannot_be_read_is_none() -> None:
    document = russian("Отпустить НКВТ средства.", protocol="[неразборчиво]7")
    assert values(document, "number") == []
    assert [finding.rule for finding in document.findings] == ["illegible"]


def test_other_papers_are_not_remarked() -> None:
    assert read_document("Дорогой товарищ! [...] Доставить груз к 8.V.З5 г. (нрзб.)").findings == ()


FUSED = [
    ("Отпустить 600 тыс. пуд. пшеницы1 с возвратом.", [("footnote-glued", "пшеницы1")]),
    ("Отпустить 600 тыс. пуд. пшеницы1.", [("footnote-glued", "пшеницы1")]),
    # No note of that number stands below; an abbreviation, a name of a machine.
    ("Отпустить 600 тыс. пуд. пшеницы2.", []),
    ("Отпустить десять самолетов ДБ1 и мотор М1.", []),
]


@pytest.mark.parametrize(("text", "found"), FUSED)
def test_a_footnote_fused_to_any_word_is_remarked(text: str, found: list[tuple[str, str]]) -> None:
    assert remarked(russian(f"{text}\n\nСЕКРЕТАРЬ ЦК\n\n1 Слово вписано от руки.")) == found


def test_a_heading_on_two_lines_is_read_and_not_remarked() -> None:
    head = "№ Ст-107/27гс\n\nВЫПИСКА\nиз протокола № 107 § 27гс Секретариата ЦК"
    document = read_document(f"{head}\n\nО приеме\n\n1. Поручить Госбанку СССР выдать 75 тыс. долларов.")
    (witness,) = document.witnesses
    assert [str(number) for number in witness.protocol.numbers] == ["107"]
    assert remarked(document) == []


CATALOGUED = """\
December 14, 1935

Concerning Instructors

from Minutes N 35 of the Politburo meeting of 14 December 1935

93. On instructors

Release to the NKO 10,000 rubles for six instructors.

Original Language: Russian
Summary: The Politburo releases a sum for instructors.
"""


def test_a_second_paper_below_the_catalogue_page_is_remarked() -> None:
    second = CATALOGUED.partition("\n\n")[2]
    [(rule, passage)] = remarked(read_document(f"{CATALOGUED}\n{second}"))
    assert rule == "unread-text"
    assert passage.startswith("from Minutes N 35")
    assert passage.endswith("a sum for instructors.")


def test_one_paper_with_its_catalogue_page_is_read_whole() -> None:
    assert remarked(read_document(CATALOGUED)) == []
