"""Text recognition, with a program in Tesseract's place that answers as it would."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image, PngImagePlugin

from politburo.cli import main
from politburo.commands.files import papers
from politburo.sources import SourceError, open_source, recognition
from politburo.text import Span
from tests.sources.writers import PAPERS, hocr, text_of

PAPER = PAPERS[19]
PROGRAM = """\
#!/bin/sh
case "$1" in
--list-langs) printf '%s\\n' 'List of available languages (2):' {languages} ;;
*) cat > '{folder}/given'; echo "$*" > '{folder}/arguments'; {answer} ;;
esac
"""


def image(*pages: tuple[int, int], form: str = "PNG") -> bytes:
    """Return an image file with white pages of these sizes."""
    first, *others = (Image.new("L", size, 255) for size in pages)
    data = io.BytesIO()
    first.save(data, form, **({"save_all": True, "append_images": others} if others else {}))
    return data.getvalue()


PNG = image((30, 20))


def installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, answer: str = "", languages: str = "eng rus"
) -> None:
    """Put a program called tesseract on the path."""
    (folder / "answer.hocr").write_bytes(hocr(text_of(PAPER)))
    answer = answer or f"cat '{folder}/answer.hocr'"
    program = folder / "tesseract"
    program.write_text(PROGRAM.format(folder=folder, answer=answer, languages=languages))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    recognition._languages.cache_clear()  # noqa: SLF001 - another program stands there now


def test_an_image_is_read_with_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch)
    source = open_source(PNG, ocr=True)
    assert source.format == "ocr"
    assert (tmp_path / "given").read_bytes() == b"P5 30 20 255\n" + b"\xff" * 600
    assert (tmp_path / "arguments").read_text() == "stdin stdout -l rus+eng --dpi 300 hocr\n"
    assert source.locate(Span(0, 5))[0].polygon[0] == (100, 100)
    assert "".join(source.text.split()) == "".join(text_of(PAPER).split())


def test_pages_of_a_pdf_are_drawn_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch)
    document = FPDF(format=(72, 36), unit="pt")
    document.add_page()
    document.add_page()
    source = open_source(bytes(document.output()), ocr=True)
    assert (tmp_path / "given").read_bytes().startswith(b"P5 300 150 255\n")
    assert len((tmp_path / "given").read_bytes()) == 15 + 300 * 150
    assert [page.number for page in source.pages] == [1, 2]


def test_an_image_that_names_pdf_inside_is_an_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch)
    comment = PngImagePlugin.PngInfo()
    comment.add_text("Comment", "made of %PDF-1.4")
    data = io.BytesIO()
    Image.new("L", (30, 20), 255).save(data, "PNG", pnginfo=comment)
    assert open_source(data.getvalue(), ocr=True).text


def test_the_other_pages_of_a_pdf_are_read_where_one_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch)
    document = FPDF()
    for _ in range(3):
        document.add_page()
    data = bytes(document.output()).replace(b"/Kids [3 0 R\n5 0 R", b"/Kids [3 0 R\n0 0 R")
    source = open_source(data, ocr=True)
    assert [page.number for page in source.pages] == [1, 2, 3]
    assert {source.locate(Span(at, at + 1))[0].page for at in (0, len(source.text) - 1)} == {1, 3}


def test_lines_without_places_are_left_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, answer=f"sed s/bbox/box/g '{tmp_path}/answer.hocr'")
    source = open_source(PNG, ocr=True)
    assert "".join(source.text.split()) == "".join(text_of(PAPER).split())
    assert source.locate(Span(0, 5))[0].polygon == ()


def test_a_program_that_does_not_come_to_an_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, answer="exec sleep 60")
    monkeypatch.setattr(recognition, "_TIMEOUT", 0.2)
    with pytest.raises(SourceError, match=r"page 1: tesseract took more than 0\.2 seconds"):
        open_source(PNG, ocr=True)


def test_every_page_of_a_tiff_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch)
    source = open_source(image((30, 20), (40, 20), (50, 20), form="TIFF"), ocr=True)
    assert [page.number for page in source.pages] == [1, 2, 3]
    assert (tmp_path / "given").read_bytes().startswith(b"P5 50 20 255\n")


def test_words_that_are_not_sure_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, answer=f"sed s/x_wconf.91/x_wconf\\ 30/ '{tmp_path}/answer.hocr'")
    [finding] = [each for each in open_source(PNG, ocr=True).findings if each.rule == "recognition"]
    assert finding.message.endswith("words were recognised with a confidence below 60%")


def test_a_passage_is_as_sure_as_its_least_sure_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, answer=f"sed s/x_wconf.91/x_wconf\\ 30/ '{tmp_path}/answer.hocr'")
    source = open_source(PNG, ocr=True)  # sed changes the first word of each line
    assert {source.confidence(Span(at, at + 1)) for at in range(len(source.text))} == {0.3, 0.91, None}
    assert source.confidence(Span(0, len(source.text))) == 0.3
    assert open_source("Отложить.".encode()).confidence(Span(0, 5)) is None


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("echo 'Error in pixRead' >&2; exit 1", "page 1: tesseract could not read it: Error in pixRead"),
        ("true", "no text was recognised"),
    ],
)
def test_what_goes_wrong_is_told(
    answer: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, answer=answer)
    with pytest.raises(SourceError) as error:
        open_source(PNG, ocr=True)
    assert str(error.value) == message


def test_russian_has_to_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, languages="eng")
    with pytest.raises(SourceError, match="tesseract has no Russian"):
        open_source(PNG, ocr=True)


def test_without_tesseract_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "scan.png"
    path.write_bytes(PNG)
    assert main(["find", str(path), "--ocr"]) == 2
    said = "tesseract is not installed (Debian: apt install tesseract-ocr tesseract-ocr-rus)"
    assert capsys.readouterr().err == f"politburo: {path}: {said}\n"
    assert main(["find", str(path)]) == 2
    assert "an image, which has to be recognised: see --ocr" in capsys.readouterr().err


def test_a_folder_gives_its_images_where_text_is_recognised(tmp_path: Path) -> None:
    for name in ("a.txt", "b.PNG", "c.tiff", "d.gif", ".e.jpg"):
        (tmp_path / name).write_bytes(PNG)
    assert [Path(each).name for each in papers([str(tmp_path)])] == ["a.txt"]
    assert [Path(each).name for each in papers([str(tmp_path)], ocr=True)] == ["a.txt", "b.PNG", "c.tiff"]
