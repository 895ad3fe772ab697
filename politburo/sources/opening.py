"""Files of any kind opened as texts: what ``politburo.open_source`` does.

A format is a function that returns an :class:`~politburo.sources.extract.Extract`; to add one, make
:mod:`politburo.sources.recognising` know it and call it from :func:`_extract`.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from attrs import evolve

from politburo.findings import Finding, Level
from politburo.sources import recognising
from politburo.sources.encodings import Decoded, decoded
from politburo.sources.errors import Limits, SourceError
from politburo.sources.extract import Extract
from politburo.sources.mending import mended
from politburo.sources.source import Source, made

__all__ = ["open_source"]

# Formats of what a program has read on a page image.
_RECOGNISED = frozenset(("alto", "hocr", "ocr", "page"))


def open_source(
    file: str | os.PathLike[str] | bytes, *, limits: Limits | None = None, ocr: bool = False
) -> Source:
    r"""Open a file, given by its path or as bytes, as a text that can be read.

    Taken are plain text, Markdown, HTML, PDF with a text layer, DOCX, ODT, TEI, PAGE XML, ALTO and hOCR;
    which it is, is told by what it holds. With ``ocr`` images and PDFs without a text layer are read by
    Tesseract, if it is installed. A file that cannot be taken raises SourceError, one that cannot be
    opened OSError.

    >>> source = open_source(b"<h1>\xd0\x9e\xd0\x9f</h1><p>Item 5<br>Postpone.</p>")
    >>> source.format, source.text
    ('html', 'ОП\n\nItem 5\nPostpone.')
    """
    limits = limits or Limits()
    data = file if isinstance(file, bytes) else _read(file, limits)
    if len(data) > limits.bytes:
        raise SourceError(f"more than {limits.bytes:,} bytes")
    extract = _extract(data, limits, ocr=ocr)
    if len(extract.text) > limits.characters:
        raise SourceError(f"more than {limits.characters:,} characters")
    recognised = extract.format in _RECOGNISED
    return made(extract, mended(extract.text, extract.edits, recognised=recognised))


def _read(file: str | os.PathLike[str], limits: Limits) -> bytes:
    with Path(file).open("rb") as opened:
        return opened.read(limits.bytes + 1)


def _extract(data: bytes, limits: Limits, *, ocr: bool) -> Extract:
    if ocr and recognising.is_image(data):
        return _recognised(data, limits)
    if recognising.is_pdf(data):
        return _pdf(data, limits, ocr=ocr)
    if data.startswith(b"PK\x03\x04"):
        return _archived(data, limits)
    recognising.refuse_foreign(data)
    return _written(data, limits)


def _pdf(data: bytes, limits: Limits, *, ocr: bool) -> Extract:
    from politburo.sources.pdf import NoTextError, read_pdf

    try:
        return read_pdf(data, limits)
    except NoTextError:
        if not ocr:
            raise
    return _recognised(data, limits)


def _recognised(data: bytes, limits: Limits) -> Extract:
    from politburo.sources.recognition import recognised

    return recognised(data, limits)


def _archived(data: bytes, limits: Limits) -> Extract:
    from politburo.sources.archives import Archive
    from politburo.sources.office import read_docx, read_odt

    archive = Archive(data, limits)
    read = {"docx": read_docx, "odt": read_odt}[recognising.archive_format(archive)]
    return read(archive, limits)


def _written(data: bytes, limits: Limits) -> Extract:
    """Return the text of what is written in characters."""
    text = _characters(data, limits)
    kind = recognising.markup_format(text.text)
    if kind and len(data) > limits.markup:
        raise SourceError(f"more than {limits.markup:,} bytes of markup")
    if kind in {"page", "alto", "tei"}:
        return evolve(_xml(kind, data, limits), encoding=text.encoding)
    extract = _marked_up(kind, text.text, limits)
    doubts = (Finding("encoding", Level.WARNING, text.doubt),) if text.doubt else ()
    return evolve(extract, encoding=text.encoding, findings=(*extract.findings, *doubts))


def _characters(data: bytes, limits: Limits) -> Decoded:
    most = max(limits.markup, 4 * limits.characters)
    if len(data) > most:
        raise SourceError(f"more than {most:,} bytes of text")
    declared = recognising.declared_encoding(data)
    try:
        name = codecs.lookup(declared).name if declared else ""
        return Decoded(data.decode(name), declared.lower()) if name and name != "utf-16" else decoded(data)
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


def _xml(kind: str, data: bytes, limits: Limits) -> Extract:
    from politburo.sources import scans, tei
    from politburo.sources.xml import parsed

    read = {"page": scans.read_page, "alto": scans.read_alto, "tei": tei.read_tei}[kind]
    return read(parsed(data, limits))


def _marked_up(kind: str, text: str, limits: Limits) -> Extract:
    if kind == "html":
        from politburo.sources.html import read_html

        return read_html(text, limits)
    if kind == "hocr":
        from politburo.sources.hocr import read_hocr

        return read_hocr(text, limits)
    from politburo.sources.plain import is_markdown, read_markdown, read_plain

    return read_markdown(text) if is_markdown(text) else read_plain(text)
