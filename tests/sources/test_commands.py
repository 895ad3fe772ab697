"""The commands take every format, whatever a file is called, and say what they did with it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from politburo.cli import main
from politburo.commands.files import Texts
from politburo.reader import read
from politburo.sources import open_source
from politburo.text import Span
from politburo.writing.statements import statements, to_csv
from tests.sources.test_layouts import page_xml
from tests.sources.writers import FORMATS, PAPERS, docx, page, text_of

PAPER = PAPERS[19]


def ran(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main([*map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.mark.parametrize("format_", ["docx", "hocr", "html", "odt"])
def test_a_file_is_known_by_what_it_holds(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paper.jpg").write_bytes(FORMATS[format_](text_of(PAPER)))
    status, out, err = ran(capsys, "find", tmp_path / "paper.jpg", "--kind", "money")
    (tmp_path / "paper.txt").write_text(text_of(PAPER), "utf-8")
    _, expected, _ = ran(capsys, "find", tmp_path / "paper.txt", "--kind", "money")
    assert (status, err) == (0, "")
    assert [line.split("\t")[1:] for line in out.splitlines()] == [
        line.split("\t")[1:] for line in expected.splitlines()
    ]


def test_the_encoding_that_was_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = text_of(PAPER).encode("cp1251", errors="ignore")
    path = tmp_path / "paper.txt"
    path.write_bytes(data)
    _, out, err = ran(capsys, "read", path, "--format", "statements")
    assert out == to_csv(statements(read(data.decode("cp1251")).document))
    assert err == f"politburo: {path}: read as windows-1251\n"


def test_an_encoding_that_is_doubtful_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes("Отчет".encode("cp1251"))
    status, _, err = ran(capsys, "find", path)
    assert status == 0
    assert re.fullmatch(rf"politburo: {path}: read as [\w-]+, but it could be [\w-]+ as well\n", err)


def test_what_was_mended_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("П Р О Т О К О Л № 34\n\nвыдать 5 милли-\nонов золо-\nтых рублей", "utf-8")
    _, out, err = ran(capsys, "find", path)
    assert out == "3:8\tmoney\t5000000 RUB_GOLD\t5 миллионов\\nзолотых\\nрублей\n"
    assert err == f"politburo: {path}: mended: 2 × hyphenation, 1 × spaced-letters\n"


def test_places_on_pages_have_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scan.xml"
    path.write_bytes(page(text_of(PAPER)))
    _, out, _ = ran(capsys, "find", path, "--kind", "money")
    assert all(line.startswith("p1:") for line in out.splitlines())


def test_a_value_that_has_no_outline_stands_in_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever corrects a line leaves the outlines of its words as they were."""
    outline = "<Coords points='0,0 210,0 210,20 0,20'/>"
    word = "<Coords points='0,0 90,0 90,20 0,20'/><TextEquiv><Unicode>Отпустить</Unicode></TextEquiv>"
    said = "<TextEquiv><Unicode>Отпустить 20.000 иен.</Unicode></TextEquiv>"
    text_line = f"<TextLine id='l1'>{outline}<Word>{word}</Word>{said}</TextLine>"
    path = tmp_path / "scan.xml"
    path.write_text(page_xml(f"<TextRegion id='r1'>{text_line}</TextRegion>"), "utf-8")
    assert ran(capsys, "find", path) == (0, "p1:1:11\tmoney\t20000 JPY\t20.000 иен\n", "")
    [place] = open_source(path.read_bytes()).locate(Span(10, 20))
    assert (str(place), place.polygon) == (
        "page 1, region r1, line 1 (l1), column 11",
        ((0, 0), (210, 0), (210, 20), (0, 20)),
    )


def test_what_is_taken_as_it_stands_has_no_other_places(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("ru,money,20000 JPY", "utf-8")
    texts = Texts([str(path)], exact=[str(path)])
    assert list(texts) == [(str(path), "ru,money,20000 JPY")]
    assert texts.place(Span(3, 8), "1:4") == "1:4"


def test_hostile_files_in_a_folder_leave_the_others_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(docx(text_of(PAPER))[:500])
    (tmp_path / "b.xml").write_bytes(b"<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI>&a;</TEI>")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "d.html").write_bytes(b"<div>" * 100)
    (tmp_path / "e.txt").write_text(text_of(PAPER), "utf-8")
    status, out, err = ran(capsys, "check", tmp_path, "--format", "json")
    assert status == 2
    assert "e.txt" in json.dumps(json.loads(out))
    assert [line.split(": ", 2)[2] for line in err.splitlines()] == [
        "a broken ZIP archive: file is not a zip file",
        "line 1, column 48: an entity (a) is declared, which is refused",
        "a broken PDF: it cannot be opened",
        "empty",
    ]


def test_a_pdf_without_the_package_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    status, _, err = ran(capsys, "find", tmp_path / "a.pdf")
    assert status == 2
    assert err.endswith("pypdfium2 is not installed: pip install 'politburo[formats]'\n")
