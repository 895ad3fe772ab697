"""Texts in the encodings of fifty years, and what is said where they are doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest

from politburo.sources import SourceError, open_source
from tests.sources.writers import PAPERS, text_of

RUSSIAN = [paper for paper in PAPERS if paper.stem.startswith("ru")]
NAMES = {"cp1251": "windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866"}


@pytest.mark.parametrize("paper", RUSSIAN, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", NAMES)
def test_russian_papers_in_eight_bits(encoding: str, paper: Path) -> None:
    data = text_of(paper).encode(encoding, errors="ignore")
    source = open_source(data)
    assert source.original == data.decode(encoding)
    assert source.encoding == NAMES[encoding]
    assert not any(finding.rule == "encoding" for finding in source.findings)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("paper", [PAPERS[0], RUSSIAN[0]], ids=lambda path: path.stem)
def test_unicode_in_two_and_four_bytes(encoding: str, paper: Path) -> None:
    source = open_source(text_of(paper).encode(encoding))
    assert source.text == text_of(paper)
    assert source.encoding == encoding[:6].upper()


def test_a_byte_order_mark_of_utf8_is_part_of_the_text() -> None:
    assert open_source(b"\xef\xbb\xbf\xe2\x84\x96 34").text == "\ufeff№ 34"


def test_latin_letters_with_a_few_marks_are_doubtful() -> None:
    source = open_source("Minutes Nº 35 – “Grant 5 million rubles”".encode("cp1252"))
    assert source.text == "Minutes Nº 35 – “Grant 5 million rubles”"
    assert [(finding.rule, finding.level.value) for finding in source.findings] == [("encoding", "warning")]


def test_a_few_letters_are_doubtful() -> None:
    source = open_source("Отчет".encode("cp1251"))
    [finding] = source.findings
    assert "could be" in finding.message


def test_a_broken_byte_in_utf8_is_told() -> None:
    data = text_of(RUSSIAN[0]).encode()
    source = open_source(data[:1000] + b"\xff" + data[1000:])
    assert source.encoding == "UTF-8"
    assert source.text.count("\ufffd") >= 1
    assert "U+FFFD stands there" in source.findings[0].message


def test_a_declared_encoding_is_believed_where_it_can_be() -> None:
    page = "<html><meta charset='koi8-r'><p>Отложить.</p></html>"
    assert open_source(page.encode("koi8-r")).text == "Отложить."
    assert open_source(page.encode("utf-8").replace(b"koi8-r", b"ascii")).text == "Отложить."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\0\0\1", "not a text: NUL byte at offset 4"),
        (b"\xff\xfe\x00\xd8", "byte 2: not UTF-16: unexpected end of data"),
        (b"\x89PNG\r\n\x1a\n", "an image, which has to be recognised: see --ocr"),
        (b"{\\rtf1", "a file in RTF: save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc): save it as DOCX"),
        (b"\x1f\x8b\x08", "a packed file (gzip): unpack it first"),
        (
            b"<?xml version='1.0'?><svg/>",
            "XML of another kind, with the root <svg>: expected PAGE, ALTO, TEI or HTML",
        ),
    ],
)
def test_what_is_no_text_is_told(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as error:
        open_source(data)
    assert str(error.value) == message
