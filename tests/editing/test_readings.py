"""Readings that somebody answers for: found in the text, applied to the records, written and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.checking import check
from politburo.editing import Emendation, Readings, Verdict, beside, proposals
from politburo.editing.applying import edited
from politburo.editing.places import around, find
from politburo.editing.walking import values
from politburo.errors import FormatError
from politburo.findings import Finding
from politburo.reader import read
from politburo.records import Decision, Directive, Document, Protocol, Witness
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.names import Body, Person
from politburo.writing.json import dumps, loads
from tests.scoring import papers

PAPERS = papers(Path(__file__).parents[1] / "corpus")
PAPER = """\
ПРОТОКОЛ № 40
заседания Политбюро ЦК ВКП(б) от 27 июня 1936 г.

264.- О торговле с Синьцзяном.

а) Обязать НКТЛ отпустить 20.000 иен к 1.Х.З6 г.

б) Порядок расчетов согласовать НКВТ совместно с НКВД к 1 июля.
"""


def decided(
    passage: str, reading: str, decision: str = "accepted", *, reason: str = "", editor: str = ""
) -> Readings:
    where = "a.readings.toml: line 1"
    return Readings((Emendation(passage, reading, reason, editor, Verdict(decision), where=where),))


def directives(text: str = PAPER, readings: Readings | None = None) -> tuple[Directive, ...]:
    return read(text, readings).document.witnesses[0].protocol.decisions[0].directives


def remarks(readings: Readings | None = None) -> list[tuple[str, str]]:
    document = read(PAPER, readings).document
    return [(f.rule, f.span.of(PAPER) if f.span else "") for f in document.findings]


# --- where a passage stands -----------------------------------------------------------------------

FOUND: list[tuple[str, str, tuple[str, str], int | None, list[int]]] = [
    ("НКО, НКТП и НКО", "НКО", ("", ""), None, [0, 12]),
    ("НКО, НКТП и НКО", "НКО", ("и ", ""), None, [12]),
    ("НКО, НКТП и НКО", "НКО", ("", ","), None, [0]),
    ("НКО, НКТП и НКО", "НКО", ("", ""), 12, [12]),
    ("НКО, НКТП и НКО", "НКО", ("", ""), 5, [0, 12]),
    ("НКО, НКТП и НКО", "НКФ", ("", ""), 0, []),
    ("НКО, НКОМ", "НКО", ("", ""), None, [0]),
    ("к 1.Х.З6г.", "З6", ("", ""), None, [6]),
    ("золотых\n  рублей", "золотых рублей", ("", ""), None, [0]),
    # A new transcription: the start is another one, what stands around it is much the same.
    ("Поручить НКО. Согласовать с НКО, НКТП", "НКО", ("согласовать с ", " и НКТП"), 99, [28]),
]


@pytest.mark.parametrize(("text", "passage", "context", "start", "starts"), FOUND)
def test_find(
    text: str, passage: str, context: tuple[str, str], start: int | None, starts: list[int]
) -> None:
    assert [span.start for span in find(text, passage, *context, start)] == starts


@given(st.text("НКО, \n", max_size=60), st.integers(0, 60), st.integers(1, 8))
def test_a_passage_is_found_where_it_was_taken_from(text: str, start: int, length: int) -> None:
    passage = text[start : start + length]
    if passage.strip() == passage != "" and not (text[max(0, start - 1) : start] + passage[:1]).isalnum():
        before, after = around(text, Span(start, start + len(passage)))
        places = find(text, passage, before, after, start)
        if start in [place.start for place in find(text, passage)]:
            assert [place.start for place in places] == [start]


def test_a_passage_that_no_longer_stands_there_is_an_error() -> None:
    with pytest.raises(FormatError) as told:
        read(PAPER, decided("НКВР", "НКВТ"))
    assert str(told.value) == "a.readings.toml: line 1: the passage «НКВР» no longer stands in the text"


def test_a_passage_that_stands_twice_is_an_error_without_its_place() -> None:
    with pytest.raises(FormatError, match="the passage «к» stands in 2 places: expected a start"):
        read(PAPER, decided("к", "до"))


def test_proposals_are_held_against_the_text_too() -> None:
    with pytest.raises(FormatError, match="no longer stands in the text"):
        read(PAPER, decided("НКВР", "НКВТ", "proposed"))


def test_two_decisions_on_one_passage_are_an_error() -> None:
    readings = Readings(decided("НКТЛ", "НКТП").entries + decided("НКТЛ отпустить", "НКТП дать").entries)
    with pytest.raises(FormatError, match="«НКТЛ» and «НКТЛ отпустить» are about one passage"):
        read(PAPER, readings)


# --- what follows from a decision -----------------------------------------------------------------


def test_the_paper_as_the_reader_has_it() -> None:
    first, _ = directives()
    assert [(str(body), body.status) for body in first.bodies] == [("NKTP", Status.EMENDED)]
    assert remarks() == [
        ("probable-misreading", "НКТЛ"),
        ("confusable-character", "З6"),
    ]


def test_a_proposal_changes_nothing() -> None:
    assert read(PAPER, decided("НКТЛ", "НКТП", "proposed")) == read(PAPER)


def test_an_accepted_proposal_stays_emended_and_says_who_answers_for_it() -> None:
    readings = decided("НКТЛ", "НКТП", reason="no such body", editor="A. Berg")
    first, _ = directives(readings=readings)
    assert [(str(body), body.status) for body in first.bodies] == [("NKTP", Status.EMENDED)]
    findings = read(PAPER, readings).findings
    [note] = [finding for finding in findings if finding.rule == "editorial-reading"]
    assert note.message == "«НКТЛ» is read as «НКТП» by A. Berg: no such body"
    assert (note.level.value, note.span and note.span.of(PAPER)) == ("note", "НКТЛ")
    assert "probable-misreading" not in [finding.rule for finding in findings]


def test_a_rejected_body_is_read_as_it_stands() -> None:
    first, _ = directives(readings=decided("НКТЛ", "НКТП", "rejected"))
    assert [(str(body), body.status) for body in first.bodies] == [("НКТЛ", Status.STATED)]
    [order] = first.orders
    assert list(map(str, order.responsible)) == ["НКТЛ"]
    assert remarks(decided("НКТЛ", "НКТП", "rejected"))[0] == ("editorial-reading", "НКТЛ")


def test_a_rejected_date_is_none() -> None:
    first, _ = directives(readings=decided("1.Х.З6 г.", "1936-10-01", "rejected"))
    assert first.deadlines == ()


def test_a_reading_of_the_editors_own_takes_the_place_of_the_passage() -> None:
    _, second = directives(readings=decided("НКВД", "НКИД"))
    assert [(str(body), body.status) for body in second.bodies] == [
        ("NKVT", Status.STATED),
        ("NKID", Status.EMENDED),
    ]
    assert [body.span.of(PAPER) if body.span else "" for body in second.bodies] == ["НКВТ", "НКВД"]


@pytest.mark.parametrize("reading", ["50.000 иен", "50000 JPY"])
def test_a_sum_is_read_in_any_form(reading: str) -> None:
    first, second = directives(readings=decided("20.000 иен", reading))
    assert [(str(money), money.span and money.span.of(PAPER)) for money in first.money] == [
        ("50000 JPY", "20.000 иен")
    ]
    # What stands behind a longer or shorter reading stays where it was.
    assert [body.span.of(PAPER) for body in second.bodies if body.span] == ["НКВТ", "НКВД"]


def test_a_reading_that_is_no_sum_takes_the_sum_away() -> None:
    first, _ = directives(readings=decided("20.000 иен", "сколько потребуется"))
    assert first.money == ()


def test_a_rejected_name_is_what_stands_there() -> None:
    """Of a program's own emendations: a person, and a body of which too little is left to read."""
    text = "Поручить Мнкояну и Н—Ф."
    person = Person("Микоян", span=Span(9, 16), status=Status.EMENDED)
    body = Body(id="NKF", span=Span(19, 22), status=Status.EMENDED)
    made = Directive(("1",), bodies=(body,), persons=(person,))
    document = Document(
        text, None, (Witness("ru", "ru", Protocol(decisions=(Decision("9", directives=(made,)),))),)
    )
    readings = Readings(
        decided("Мнкояну", "Микояну", "rejected").entries + decided("Н—Ф", "НКФ", "rejected").entries
    )
    undone = edited(document, readings, lambda text: read(text).document)
    (directive,) = undone.witnesses[0].protocol.decisions[0].directives
    assert [(str(value), value.status) for value in (*directive.persons, *directive.bodies)] == [
        ("Мнкояну", Status.STATED),
        ("Н—Ф", Status.STATED),
    ]


def test_findings_follow_a_reading() -> None:
    readings = decided("к 1 июля", "к 1 мая 1934 г.")
    assert "deadline-before-decision" not in [rule for rule, _ in remarks()]
    assert ("deadline-before-decision", "1 июля") in [
        (rule, passage.removeprefix("к ")) for rule, passage in remarks(readings)
    ]


def test_a_reading_makes_structure() -> None:
    """A mark that was misread opens a point once it is read right."""
    text = PAPER + "\n26S.- О студентах.\n\nРазрешить САГУ зачислить 100 студентов.\n"
    points = [decision.number for decision in read(text).document.witnesses[0].protocol.decisions]
    put_right = read(text, decided("26S", "265")).document.witnesses[0].protocol.decisions
    assert points == ["264"]
    assert [decision.number for decision in put_right] == ["264", "265"]


def test_the_text_stays_as_given_and_every_passage_in_it() -> None:
    readings = Readings(decided("НКВД", "Наркоминдел").entries + decided("20.000 иен", "5 йен").entries)
    document = read(PAPER, readings).document
    assert document.text == PAPER
    spans = [value.span for value in values(document) if value.span]
    assert all(0 <= span.start < span.stop <= len(PAPER) for span in spans)
    plain = {span.of(PAPER) for value in values(read(PAPER).document) if (span := value.span)}
    assert {span.of(PAPER) for span in spans} <= plain


def test_edited_records_go_through_json() -> None:
    document = read(PAPER, decided("НКТЛ", "НКТП", "rejected")).document
    again = loads(dumps(document))
    assert (again, check(again)) == (document, check(document))


def test_a_new_transcription_keeps_the_decisions() -> None:
    entries = proposals(read(PAPER).document).entries
    readings = Readings.parse(str(Readings(entries)).replace('"proposed"', '"accepted"'))
    anew = "[л. 195]\n\n" + PAPER.replace("отпустить 20.000", "отпустить\n20.000").replace("а)", "a)")
    notes = [finding for finding in read(anew, readings).findings if finding.rule == "editorial-reading"]
    assert [note.span.of(anew) for note in notes if note.span] == ["НКТЛ", "1.Х.З6 г."]


# --- proposals ------------------------------------------------------------------------------------


def test_proposals_have_reading_reason_and_place() -> None:
    first, second = proposals(read(PAPER).document).entries
    assert (first.passage, first.reading, first.decision) == ("НКТЛ", "НКТП", Verdict.PROPOSED)
    assert "most likely «НКТП»" in first.reason
    assert (first.before[-8:], first.after[:10]) == ("Обязать ", " отпустить")
    assert first.start == PAPER.index("НКТЛ")
    assert (second.passage, second.reading) == ("1.Х.З6 г.", "1936-10-01")


def test_what_witnesses_read_differently_is_proposed_and_not_decided() -> None:
    paper = Path(__file__).parents[1] / "corpus" / "ru-08-sintszyan-1936.txt"
    entries = proposals(read(paper.read_text("utf-8")).document).entries
    assert [(entry.passage, entry.reading) for entry in entries if "either may be right" in entry.reason] == [
        ("903.000 рублей", "930000 RUB"),
        ("НКВД", "НКИД"),
    ]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_accepted_proposals_change_no_value(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    document = read(text).document
    entries = [entry for entry in proposals(document).entries if "either may be right" not in entry.reason]
    accepted = Readings.parse(str(Readings(tuple(entries))).replace('"proposed"', '"accepted"'))
    edited = read(text, accepted).document
    assert edited.witnesses == document.witnesses
    assert edited.item == document.item
    settled = {"probable-misreading", "confusable-character"}
    assert [f.rule for f in edited.findings if f.rule in settled] == []
    kept = [f for f in document.findings if f.rule not in settled]
    assert [f for f in edited.findings if f.rule != "editorial-reading"] == kept


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_rejected_proposals_leave_nothing_emended(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    readings = str(proposals(read(text).document)).replace('"proposed"', '"rejected"')
    document = read(text, Readings.parse(readings)).document
    assert [value for value in values(document) if value.status is Status.EMENDED] == []


# --- files ----------------------------------------------------------------------------------------

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_SAID = _TEXTS.filter(lambda text: bool(text.strip()))
_ENTRIES = st.builds(
    Emendation,
    _SAID,
    _SAID,
    reason=_TEXTS,
    editor=_TEXTS,
    decision=st.sampled_from(Verdict),
    start=st.none() | st.integers(0, 10**6),
    before=_TEXTS,
    after=_TEXTS,
)


@given(st.lists(_ENTRIES, max_size=3).map(tuple).map(Readings))
def test_readings_that_are_written_are_read_again(readings: Readings) -> None:
    assert Readings.parse(str(readings)) == readings


def test_entries_know_their_lines() -> None:
    text = '# a\n\n[[reading]]\npassage = "а"\nreading = "б"\n\n[[reading]]\npassage = "в"\nreading = "г"\n'
    assert [entry.where for entry in Readings.parse(text, "x.toml").entries] == [
        "x.toml: line 3",
        "x.toml: line 7",
    ]


ONE = '[[reading]]\npassage = "НКВР"\nreading = "НКВТ"\n'
MALFORMED = [
    ("[[reading", "x.toml: line 1: expected TOML (Expected ']]' at the end of an array declaration)"),
    ('[[reading]]\npassage = "', "x.toml: line 2: expected TOML (Unterminated string)"),
    ("readings = 5", "x.toml: line 1: expected only [[reading]], got 'readings'"),
    ("reading = 5", "x.toml: line 1: expected entries headed [[reading]]"),
    ('[[reading]]\nreading = "a"', "x.toml: line 1: expected the key passage"),
    ('[[reading]]\npassage = "a"', "x.toml: line 1: expected the key reading"),
    ('[[reading]]\npassage = "a"\nreading = " "', "x.toml: line 1: reading: expected some text, got ' '"),
    (ONE + "\n" + ONE + "editor = 5", "x.toml: line 5: editor: expected a string, got 5"),
    (ONE + "start = -1", "x.toml: line 1: start: expected an offset from 0 on, got -1"),
    (ONE + "start = true", "x.toml: line 1: start: expected an offset from 0 on, got True"),
    (
        ONE + 'decision = "maybe"',
        "x.toml: line 1: decision: expected one of proposed, accepted, rejected, got 'maybe'",
    ),
    (
        ONE + 'why = "x"',
        (
            "x.toml: line 1: expected only the keys passage, reading, reason, editor, decision, start, "
            "before, after, got 'why'"
        ),
    ),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_malformed_files_are_told(text: str, message: str) -> None:
    with pytest.raises(FormatError) as told:
        Readings.parse(text, "x.toml")
    assert str(told.value) == message


def test_files_beside_a_paper(tmp_path: Path) -> None:
    paper = tmp_path / "protocol.34.txt"
    assert beside(paper) is None
    (tmp_path / "protocol.34.readings.toml").write_bytes(b"\xef\xbb\xbf" + ONE.encode("utf-8"))
    found = beside(paper)
    assert found is not None
    assert found.entries[0].reading == "НКВТ"
    (tmp_path / "protocol.34.readings.toml").write_bytes(b"\xcf\xf0")
    with pytest.raises(FormatError, match="expected UTF-8"):
        beside(paper)


def test_readings_of_an_empty_document() -> None:
    assert proposals(Document("")) == Readings()
    assert read("", Readings()).findings == ()


def test_a_finding_without_a_passage_is_no_hindrance() -> None:
    finding = Finding("probable-misreading", read(PAPER).findings[0].level, "somewhere")
    assert proposals(Document(PAPER, findings=(finding,))) == Readings()
