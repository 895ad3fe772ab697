"""What a file is, told by what it holds; its name plays no part.

To add a format of XML: its root element in ``_ROOTS`` and its reader in :mod:`politburo.sources.opening`.
"""

from __future__ import annotations

import re
from functools import cache

from politburo.sources.archives import Archive
from politburo.sources.errors import SourceError

__all__ = ["archive_format", "declared_encoding", "is_image", "is_pdf", "markup_format", "refuse_foreign"]

_ROOTS = {"pcgts": "page", "alto": "alto", "tei": "tei", "tei.2": "tei", "teicorpus": "tei"}
_START = 4_096
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc): save it as DOCX"),
    (b"{\\rtf", "a file in RTF: save it as DOCX"),
    *((mark, "an image, which has to be recognised: see --ocr") for mark in _IMAGES),
    (b"AT&TFORM", "a DjVu file: its text can be had with djvutxt, as hOCR with ocrodjvu"),
    (b"\x1f\x8b", "a packed file (gzip): unpack it first"),
    (b"7z\xbc\xaf", "a packed file (7z): unpack it first"),
    (b"Rar!", "a packed file (RAR): unpack it first"),
)


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a PDF; its mark may stand a little behind the beginning."""
    return b"%PDF-" in data[:1_024]


def refuse_foreign(data: bytes) -> None:
    """Raise SourceError for a file that is no text, with what to do about it."""
    for mark, said in _FOREIGN:
        if data.startswith(mark):
            raise SourceError(said)


def is_image(data: bytes) -> bool:
    """Tell whether a file is an image that text recognition can read."""
    return data.startswith(_IMAGES)


def archive_format(archive: Archive) -> str:
    """Return ``docx`` or ``odt``."""
    if "word/document.xml" in archive.names:
        return "docx"
    if "content.xml" in archive.names and "mimetype" in archive.names:
        kind = archive.part("mimetype")
        if kind.startswith(b"application/vnd.oasis.opendocument.text"):
            return "odt"
    raise SourceError("a ZIP archive, but neither DOCX nor ODT: unpack it first")


@cache
def _root() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*<(?:\w+:)?([\w.-]+)", re.DOTALL
    )


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(
        r"</?(?:p|div|br|table|tr|td|html|body|h[1-6]|span|ul|li)(?:\s[^<>]*)?/?>", re.IGNORECASE
    )


def markup_format(text: str) -> str:
    """Return ``page``, ``alto``, ``tei``, ``hocr``, ``html``, or an empty string for what is no markup.

    >>> markup_format("<!DOCTYPE html><title>a</title>"), markup_format("<...> выдать 500 <рублей>")
    ('html', '')
    """
    start = text[:_START]
    match = _root().match(start)
    root = match[1].lower() if match else ""
    if root in _ROOTS:
        return _ROOTS[root]
    if (
        root == "html"
        or re.match(r"\s*<!doctype html", start, re.IGNORECASE)
        or len(_tags().findall(start)) > 2
    ):
        return "hocr" if re.search(r"class\s*=\s*['\"][^'\"]*\bocr_page\b", text) else "html"
    if start.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise SourceError(f"XML of another kind, with the root <{root}>: expected PAGE, ALTO, TEI or HTML")
    return ""


def declared_encoding(data: bytes) -> str:
    """Return the encoding that markup names itself, or nothing.

    >>> declared_encoding(b'<html><meta charset="windows-1251">')
    'windows-1251'
    """
    start = data[:_START]
    found = re.search(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})""", start)
    found = found or re.search(
        rb"""<meta[^>]{0,400}charset\s*=\s*["']?([\w.:-]{1,40})""", start, re.IGNORECASE
    )
    return found[1].decode("ascii") if found else ""
