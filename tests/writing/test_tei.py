"""TEI P5 out and in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from politburo import specimen
from politburo.cli import main
from politburo.errors import FormatError
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import Decision, Document, Protocol, Witness
from politburo.sources import open_source
from politburo.text import Span
from politburo.writing.json import dumps
from politburo.writing.tei import from_tei, schema, to_tei
from tests.sources.writers import alto, page, typed

CORPUS = Path(__file__).parents[1] / "corpus"
TEXTS = {path.stem: path for path in sorted(CORPUS.glob("*.txt"))}
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def text_of(name: str) -> str:
    return TEXTS[name].read_text("utf-8") if name in TEXTS else specimen.text()


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(schema().encode()))


@pytest.mark.parametrize("name", [*TEXTS, "specimen"])
def test_out_and_in_is_the_same_document(name: str, grammar: etree.RelaxNG) -> None:
    document = read(text_of(name)).document
    written = to_tei(document)
    again = from_tei(written)
    assert again == document
    assert dumps(again) == dumps(document)  # passages and statuses too
    grammar.assertValid(etree.fromstring(written.encode()))


@pytest.fixture(scope="module")
def consortium() -> etree.RelaxNG:
    """Compile the consortium's schema of all TEI, which takes some 15 seconds."""
    path = os.environ.get("POLITBURO_TEI_SCHEMA")
    if not path:
        pytest.skip("POLITBURO_TEI_SCHEMA names no RelaxNG schema of TEI P5: see .ci/run")
    return etree.RelaxNG(etree.parse(path))


@pytest.mark.parametrize("name", [*TEXTS, "specimen"])
def test_the_consortiums_own_schema_accepts_it(name: str, consortium: etree.RelaxNG) -> None:
    root = etree.fromstring(to_tei(read(text_of(name)).document).encode())
    # The schema that packages bring is of TEI 3.0, standOff came with 4.0: there the records, feature
    # structures of TEI since its beginning, stand at the end of the body.
    records, body = root.find(f"{TEI}standOff"), root.find(f"{TEI}text/{TEI}body")
    assert records is not None
    assert body is not None
    root.remove(records)
    body.extend(list(records))
    consortium.assertValid(root)


def test_a_range_is_a_number_within_its_measure() -> None:
    heading = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г."
    body = "Отпустить до 20 тыс. иен и около 500 золотых рублей в двухнедельный срок."
    written = to_tei(read(f"{heading}\n\n7.- О Монголии.\n\n{body}"))
    assert '<measure type="currency" unit="JPY"><num max="20000">до 20 тыс. иен</num></measure>' in written
    about = '<num value="500" type="approximate">около 500 золотых рублей</num>'
    assert f'<measure type="currency" unit="RUB_GOLD" quantity="500">{about}</measure>' in written
    assert '<date dur-iso="P2W">' in written


@given(st.text(max_size=80))
def test_any_text_comes_back_character_by_character(text: str) -> None:
    assert from_tei(to_tei(Document(text))).text == text


def test_a_paper_with_controls_comes_back(grammar: etree.RelaxNG) -> None:
    document = read(
        "ПРОТОКОЛ № 3\x014\nзаседания Политбюро ЦК ВКП(б)\r\n\n7.- О <b>\x1b\ud800.\n\nОтпустить 5 руб."
    ).document
    written = to_tei(document)
    assert from_tei(written) == document
    grammar.assertValid(etree.fromstring(written.encode()))


def test_what_is_read_is_marked_in_place() -> None:
    root = etree.fromstring(to_tei(read(specimen.text())).encode())
    measures = [each for each in root.iter(f"{TEI}measure") if each.get("quantity") == "1600000"]
    principal = next(each for each in measures if each.text == "1.600.000 золотых рублей")
    assert (principal.get("type"), principal.get("unit")) == ("currency", "RUB_GOLD")
    body = next(e for e in root.iter(f"{TEI}orgName") if e.find(f".//{TEI}sic") is not None)
    assert (body.get("key"), body.get("cert"), body.get("resp")) == ("NKTP", "medium", "#politburo")
    assert [each.text for each in body[0]] == ["НКТЛ", "NKTP"]
    [gap] = root.iter(f"{TEI}gap")
    assert (gap.get("reason"), gap[0].text) == ("omitted", "[...]")
    assert next(each.text for each in root.iter(f"{TEI}idno")) == "RGASPI/17/162/12/88-90"
    facing = next(e for e in root.iter(f"{TEI}div") if e.get("n") == "42" and e.get("type") == "point")
    assert facing.get("corresp") == "#w.en.42"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "expected XML"),
        ("<a", "expected XML"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "expected a TEI file with records"),
        (
            to_tei(Document("о")).replace('<numeric value="1"/>', '<numeric value="one"/>'),
            "expected a whole number",
        ),
        (
            to_tei(Document("о")).replace("<string>politburo</string>", "<string>x</string>"),
            'expected "politburo"',
        ),
        (to_tei(Document("\0")).replace("char:0000", "char:FFFFFF"), "expected the code of a character"),
        (
            to_tei(Document("о")).replace('<f name="document">', '<f name="paper">'),
            "expected the records of a document",
        ),
        (
            to_tei(Document("о")).replace('<numeric value="1"/>', '<binary value="true"/>'),
            "expected one of fs, vColl, numeric, string, got binary",
        ),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "expected a TEI file"),
    ],
)
def test_other_files_are_refused(written: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        from_tei(written)


def test_values_point_to_their_zones_on_the_scan(grammar: etree.RelaxNG) -> None:
    source = open_source(page(text_of("ru-12-delegatsiya-mnr-1949")))
    document = read(source.text).document
    written = to_tei(document, source)
    root = etree.fromstring(written.encode())
    grammar.assertValid(root)
    assert from_tei(written) == document
    [surface] = root.iter(f"{TEI}surface")
    assert {str(name): str(side) for name, side in surface.items()} == {
        "n": "1",
        "ulx": "0",
        "uly": "0",
        "lrx": "1000",
        "lry": "30000",
    }
    assert [each.get("url") for each in surface.iter(f"{TEI}graphic")] == ["0001.jpg"]
    zones = {f"#{each.get(ID)}": each.get("points") for each in surface.iter(f"{TEI}zone")}
    lines = typed(text_of("ru-12-delegatsiya-mnr-1949"))
    marked = [each for each in root.iter(f"{TEI}measure") if each.get("facs")]
    assert marked
    for measure in marked:
        tops = [
            int((zones[name] or "").split()[0].split(",")[1]) for name in (measure.get("facs") or "").split()
        ]
        said = "".join(map(str, measure.itertext()))
        assert said.split()[0] in lines[tops[0]]
        assert said.split()[-1] in lines[tops[-1]]


def test_a_text_of_no_scan_has_no_facsimile() -> None:
    document = read(specimen.text()).document
    for scan in (None, open_source(specimen.text().encode())):
        assert "facsimile" not in to_tei(document, scan)
        assert "facs=" not in to_tei(document, scan)


def test_a_scan_may_name_no_image(grammar: etree.RelaxNG) -> None:
    source = open_source(alto(text_of("ru-12-delegatsiya-mnr-1949")))
    root = etree.fromstring(to_tei(read(source.text).document, source).encode())
    grammar.assertValid(root)
    [surface] = root.iter(f"{TEI}surface")
    assert {each.tag for each in surface} == {f"{TEI}zone"}


# Records that reading does not make, but a program may.
MADE = [
    # Two witnesses of one passage: it is written once.
    Document("О МНР", None, (Witness("ru", "ru", Protocol(), span=Span(0, 5)),
                             Witness("en", "en", Protocol(), span=Span(2, 5)))),
    # A point of which nothing stands in the text.
    Document("О МНР  ", None, (Witness("ru", "ru", Protocol(decisions=(Decision("9", span=Span(6, 7)),)),
                                       span=Span(0, 7)),)),
    # Two points of one number: a file has each name once.
    Document("9. О МНР", None, (Witness("ru", "ru", Protocol(decisions=(Decision("9", span=Span(0, 2)),
                                                                        Decision("9", span=Span(3, 8)))),
                                        span=Span(0, 8)),)),
    # Two omissions that overlap.
    Document("О […] МНР", None, (), (Finding("omission", Level.NOTE, "", Span(2, 5)),
                                     Finding("omission", Level.NOTE, "", Span(4, 6)))),
]  # fmt: skip


@pytest.mark.parametrize("made", MADE)
def test_records_made_by_a_program_come_back(made: Document, grammar: etree.RelaxNG) -> None:
    written = to_tei(made)
    assert from_tei(written) == made
    root = etree.fromstring(written.encode())
    grammar.assertValid(root)
    names = [each.get(ID) for each in root.iter() if each.get(ID)]
    assert len(names) == len(set(names))


def test_the_command_writes_the_zones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "scan.xml").write_bytes(page(text_of("ru-12-delegatsiya-mnr-1949")))
    assert main(["export", str(tmp_path / "scan.xml"), "--as", "tei"]) == 0
    assert '<zone points="' in capsys.readouterr().out
