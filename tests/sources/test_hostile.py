"""Files that mean harm, and broken ones: refused in time and in one line."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from politburo.sources import Limits, SourceError, open_source
from tests.sources.writers import OFFICE, TEXT, W, docx, packed, pdf, text_of
from tests.sources.writers import PAPERS as CORPUS

LAUGHS = "<!DOCTYPE TEI [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(20)
)
DEEP = "<TEI>" + "<p>" * 100_000


def refused(data: bytes, **limits: int) -> str:
    started = time.perf_counter()
    with pytest.raises(SourceError) as error:
        open_source(data, limits=Limits(**limits))
    assert time.perf_counter() - started < 30
    return str(error.value)


@pytest.mark.parametrize(
    "declared",
    [
        LAUGHS + "]>",
        "<!DOCTYPE TEI [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE TEI [<!ENTITY % a SYSTEM 'http://localhost/a.dtd'> %a;]>",
    ],
    ids=["laughs", "file", "parameter"],
)
def test_entities_are_refused(declared: str) -> None:
    written = f"<?xml version='1.0'?>{declared}<TEI><text><body><p>&a;</p></body></text></TEI>"
    assert "is declared, which is refused" in refused(written.encode())


def test_an_entity_that_is_nowhere_declared_is_an_error() -> None:
    assert "undefined entity" in refused(b"<TEI><text>&a;</text></TEI>")


def test_entities_in_a_docx_are_refused() -> None:
    declared = "<!DOCTYPE d [<!ENTITY a 'b'>]>"
    data = packed(word__document_xml=f"{declared}<w:document xmlns:w='{W}'>&a;</w:document>")
    assert refused(data).startswith("word/document.xml, line 1, column ")


def test_deep_xml_is_refused() -> None:
    assert "more than 200 elements in one another" in refused(DEEP.encode())


def test_elements_as_deep_as_allowed_are_read() -> None:
    inner = f"{'<p>' * 190}Отложить.{'</p>' * 190}"
    assert open_source(f"<TEI><text><body>{inner}</body></text></TEI>".encode()).text == "Отложить."
    spans = f"<t:p>{'<t:span>' * 190}Отложить.{'</t:span>' * 190}</t:p>"
    content = f"<o:d xmlns:o='{OFFICE}' xmlns:t='{TEXT}'><o:body><o:text>{spans}</o:text></o:body></o:d>"
    data = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
    assert open_source(data).text == "Отложить."
    runs = f"{'<w:r>' * 190}<w:t>Отложить.</w:t>{'</w:r>' * 190}"
    body = f"<w:document xmlns:w='{W}'><w:body><w:p>{runs}</w:p></w:body></w:document>"
    assert open_source(packed(word__document_xml=body)).text == "Отложить."


def test_many_elements_are_refused() -> None:
    assert "more than 1,000 elements" in refused(b"<TEI>" + b"<p/>" * 2000 + b"</TEI>", elements=1000)
    assert refused(b"<html>" + b"<b>" * 2000, elements=1000) == "more than 1,000 elements"


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = packed(word__document_xml=f"<w:document xmlns:w='{W}'>{' ' * 3_000_000}</w:document>")
    assert len(data) < 10_000
    assert refused(data, markup=1_000_000) == "word/document.xml: more than 1,000,000 bytes when unpacked"


def test_a_lie_about_the_size_is_found_out() -> None:
    data = bytearray(docx("ПРОТОКОЛ"))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert "word/document.xml: " in refused(bytes(data))


def test_many_parts_are_refused() -> None:
    assert "more than 10 parts" in refused(packed(**{f"a{at}": "" for at in range(20)}), parts=10)


def test_other_archives_are_told() -> None:
    assert "neither DOCX nor ODT" in refused(packed(a="b"))
    assert "neither DOCX nor ODT" in refused(packed(content_xml="<a/>", mimetype="application/x-other"))


@pytest.mark.parametrize("cut", [5, 30, 100, 200])
def test_a_cut_archive_is_told(cut: int) -> None:
    assert refused(docx("ПРОТОКОЛ № 34")[:cut]).startswith("a broken ZIP archive")


def test_a_part_with_broken_bytes_is_told() -> None:
    data = bytearray(docx("ПРОТОКОЛ № 34 " * 100))
    data[60:90] = bytes(30)
    assert refused(bytes(data)).startswith("word/document.xml: cannot be unpacked")


def test_an_encrypted_part_is_told() -> None:
    data = bytearray(docx("ПРОТОКОЛ"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(mark) + offset] |= 1
    assert refused(bytes(data)) == "word/document.xml: encrypted"


def test_nested_tags_without_end_are_harmless() -> None:
    started = time.perf_counter()
    source = open_source(b"<html><body>" + b"<div><b>" * 20_000 + "Отложить.".encode())
    assert source.text == "Отложить."
    assert time.perf_counter() - started < 20


def test_a_hundred_megabytes_of_tags_are_refused_at_once() -> None:
    started = time.perf_counter()
    assert refused(b"<div>" * 20_000_000) == "more than 64,000,000 bytes of text"
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        '<a href="',
        "<!--",
        "<script>",
        "<![CDATA[",
        "&",
        "&#",
        "<a b='",
        "</",
        "<p><li><td>",
        "< ",
        "<x y=z",
    ],
)
def test_malformed_html_takes_time_by_its_length(piece: str) -> None:
    started = time.perf_counter()
    open_source(("<html><body><p>Отложить.</p>" + piece * 10_000).encode())
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    "piece", ["a-\n", "а ", "Aа", "**a ", "[a](", "П О С Т ", "*", "1.\n", "-" * 50, "\n" * 50]
)
def test_long_plain_text_takes_time_by_its_length(piece: str) -> None:
    started = time.perf_counter()
    open_source((piece * 10_000).encode())
    assert time.perf_counter() - started < 20


EMPTY = "a PDF without a text layer, only images of pages: see --ocr"
PDF_HEAD = b"%PDF-1.4\n"


def test_a_pdf_that_claims_a_million_pages() -> None:
    objects = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n",
    ]
    message = refused(PDF_HEAD + b"".join(objects) + b"trailer<</Root 1 0 R>>\n%%EOF")
    assert message in {
        "1,000,000 pages, more than 5,000",
        "a PDF without a text layer, only images of pages: see --ocr",
    }


def test_a_pdf_with_broken_cross_references_is_read_or_told() -> None:
    data = pdf(text_of(CORPUS[0]))
    at = data.rindex(b"startxref")
    assert "MINUTES" in open_source(data[:at] + b"startxref\n99999999\n%%EOF").text.upper()


@pytest.mark.parametrize("data", [PDF_HEAD, PDF_HEAD + b"\0" * 5000, PDF_HEAD + b"xref\n0 99999999\n" * 50])
def test_what_is_no_pdf_but_says_so_is_told(data: bytes) -> None:
    assert refused(data) == "a broken PDF: it cannot be opened"


def test_pages_without_text_are_told() -> None:
    from fpdf import FPDF

    document = FPDF()
    document.add_page()
    assert refused(bytes(document.output())) == EMPTY


def test_the_limit_of_pages() -> None:
    assert refused(pdf(text_of(CORPUS[5])), pages=2).endswith("pages, more than 2")


def test_the_limit_of_characters_holds_for_every_format() -> None:
    assert refused(b"a" * 11, characters=10) == "more than 10 characters"
    assert refused(docx("a" * 11), characters=10) == "more than 10 characters"
    assert refused(pdf(text_of(CORPUS[5])), characters=10) == "page 1: more than 10 characters"


def test_the_limits_of_bytes_and_of_markup() -> None:
    assert refused(b"a" * 11, bytes=10) == "more than 10 bytes"
    for root in ("html", "TEI"):
        page = f"<{root}>Отложить.</{root}>".encode()
        assert refused(page, markup=len(page) - 1) == f"more than {len(page) - 1} bytes of markup"


def test_an_archive_inside_is_no_part() -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("word/document.xml", "<a>")
    assert "not well-formed XML" in refused(inner.getvalue())
