"""hOCR: web pages whose classes say what is a page, a line and a word, and whose titles say where.

Read are ``ocr_page``, the areas and paragraphs (``ocr_carea``, ``ocr_par``), the lines (``ocr_line``,
``ocr_header``, ``ocr_caption``, ``ocr_textfloat``) and ``ocrx_word`` with ``bbox`` and ``x_wconf``.
"""

from __future__ import annotations

from html import unescape

from politburo.sources.errors import Limits
from politburo.sources.extract import Extract
from politburo.sources.laying import Line, Region, Sheet, Word, lay
from politburo.sources.markup import Node, tree
from politburo.sources.places import Page, Polygon

__all__ = ["read_hocr", "sheets_of"]

_REGIONS = ("ocr_carea", "ocr_par", "ocr_block")
_LINES = ("ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat")


def read_hocr(source: str, limits: Limits) -> Extract:
    """Return the text of an hOCR file with regions, lines and words."""
    return lay("hocr", sheets_of(source, limits))


def sheets_of(source: str, limits: Limits) -> list[Sheet]:
    """Return the pages of an hOCR file."""
    pages = [node for node in tree(source, limits).all() if "ocr_page" in node.get("class").split()]
    return [_sheet(source, number, page) for number, page in enumerate(pages, 1)]


def _sheet(source: str, number: int, node: Node) -> Sheet:
    said = _said(node)
    bounds = _numbers(said.get("bbox", "")) or [0, 0, 0, 0]
    image = said.get("image", "").strip("\"'")
    page = Page(number, image, bounds[2] - bounds[0], bounds[3] - bounds[1])
    return Sheet(page, tuple(_regions(source, node)))


def _regions(source: str, page: Node) -> list[Region]:
    """Return the paragraphs of a page; lines outside any are a region of their own."""
    found: dict[str, list[Line]] = {}
    name = ""
    for count, node in enumerate(page.all()):
        kinds = node.get("class").split()
        if any(kind in _REGIONS for kind in kinds):
            name = node.get("id") or f"region {count}"
        elif any(kind in _LINES for kind in kinds):
            found.setdefault(name, []).append(_line(source, node))
    return [Region(name, tuple(lines)) for name, lines in found.items()]


def _line(source: str, node: Node) -> Line:
    nodes = [child for child in node.all() if "ocrx_word" in child.get("class").split()]
    words = tuple(Word(_text(source, word), _polygon(word), _confidence(word)) for word in nodes)
    words = tuple(word for word in words if word.text)
    text = " ".join(word.text for word in words) if nodes else _text(source, node)
    return Line(node.get("id"), text, _polygon(node), words)


def _text(source: str, node: Node) -> str:
    stretches = [source[item[0] : item[1]] for _, item in node.walk() if isinstance(item, tuple)]
    return " ".join(unescape("".join(stretches)).split())


def _said(node: Node) -> dict[str, str]:
    """Return the properties of a title: ``bbox 0 0 10 10; x_wconf 95``."""
    parts = (part.strip().partition(" ") for part in node.get("title").split(";"))
    return {name: value.strip() for name, _, value in parts if name}


def _numbers(text: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.split()]
    except ValueError:
        return []
    return numbers if len(numbers) == 4 else []


def _polygon(node: Node) -> Polygon:
    box = _numbers(_said(node).get("bbox", ""))
    if not box:
        return ()
    left, top, right, bottom = box
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _confidence(node: Node) -> float | None:
    said = _said(node).get("x_wconf", "")
    return float(said) / 100 if said.isascii() and said.isdigit() else None
