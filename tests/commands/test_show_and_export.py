"""``politburo show``, ``politburo export`` and ``politburo cite`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from politburo import specimen
from politburo.cli import main
from politburo.reader import read
from politburo.records import Document
from politburo.writing.tei import from_tei

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "specimen.txt"
    path.write_text(specimen.text(), "utf-8")
    return path


def test_a_paper_is_shown_as_a_page(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "out" / "page.html"
    assert main(["show", str(paper), "--to", str(page), "--language", "ru"]) == 0
    assert capsys.readouterr().out == f"{page}\n"
    assert '<html lang="ru">' in page.read_text("utf-8")


def test_a_folder_is_shown_as_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(CORPUS), "--to", str(tmp_path / "site")]) == 0
    names = {path.name for path in (tmp_path / "site").iterdir()}
    assert {"index.html", "ru-08-sintszyan-1936.html"} <= names
    assert len(capsys.readouterr().out.splitlines()) == len(names)


def test_a_site_does_not_tell_where_the_papers_were_kept(tmp_path: Path) -> None:
    for place in ("kept/a.txt", "kept/below/b.txt"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(specimen.text(), "utf-8")
    assert main(["show", str(tmp_path / "kept"), "--to", str(tmp_path / "site")]) == 0
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert str(tmp_path) not in index
    assert '<span class="under">below/b.txt</span>' in index


def test_a_page_follows_the_readings_of_the_editor(paper: Path, tmp_path: Path) -> None:
    assert main(["readings", str(paper)]) == 0
    decided = tmp_path / "specimen.readings.toml"
    decided.write_text(decided.read_text("utf-8").replace('"proposed"', '"accepted"'), "utf-8")
    assert main(["show", str(paper), "--to", str(tmp_path / "page.html")]) == 0
    assert "an editor has decided" in (tmp_path / "page.html").read_text("utf-8")


def test_several_papers_are_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(CORPUS), "--to", str(tmp_path / "page.html")]) == 2
    assert "expected a folder to write the site of" in capsys.readouterr().err


def test_what_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path / "none.txt"), "--to", str(tmp_path / "page.html")]) == 2
    assert capsys.readouterr().err.endswith("none.txt: no such file\n")
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize("form", ["tei", "turtle", "json-ld", "annotations", "ftm"])
def test_a_paper_is_exported(paper: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(paper), "--as", form]) == 0
    written = capsys.readouterr().out
    document: Document = read(specimen.text()).document
    if form == "tei":
        assert from_tei(written) == document
    elif form == "ftm":
        assert json.loads(written.splitlines()[0])["schema"] == "Document"
    elif form != "turtle":
        json.loads(written)
    assert form == "ftm" or "1600000" in written


def test_only_lines_and_triples_can_be_put_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(CORPUS), "--as", "tei"]) == 2
    assert "expected one paper to write as tei, got" in capsys.readouterr().err


@pytest.mark.parametrize("style", ["chicago", "gost", "archival", "csl", "bibtex", "ris"])
def test_a_paper_is_cited(paper: Path, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(paper), "--style", style]) == 0
    assert "17" in capsys.readouterr().out
