"""Composed papers written out in the formats in which archives and transcribers give them."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus"
PAPERS = sorted(CORPUS.glob("*.txt"))
WIDTH = 78
# The size of a character in the scans that are written here, and the margins.
WIDE, HIGH, LEFT, TOP = 10, 24, 100, 100

_FACES = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf",
)
FACE = next((face for face in _FACES if Path(face).exists()), None)


def text_of(paper: Path) -> str:
    return paper.read_bytes().decode("utf-8")


def blocks(text: str) -> list[list[str]]:
    """Return the lines between blank ones."""
    groups = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return [list(lines) for written, lines in groups if written]


def filled(line: str) -> list[str]:
    """Return a line broken at the width of a typewriter."""
    return textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)


def html(text: str) -> bytes:
    pieces = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>Item page</title></head><body>"]
    pieces.append("<nav><ul><li><a href='/'>Home 5 rubles</a></li></ul></nav><main>")
    for block in blocks(text):
        for is_row, lines in groupby(block, key=lambda line: line.count(" |") > 1):
            group = list(lines)
            pieces.append(_html_table(group) if is_row else f"<p>{'<br>'.join(map(escape, group))}</p>")
    pieces.append("</main><footer>1 million rubles</footer></body></html>")
    return "\n".join(pieces).encode()


def _html_table(lines: list[str]) -> str:
    rows = ([cell.strip() for cell in line.removesuffix(" |").split(" | ")] for line in lines)
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def packed(**parts: str) -> bytes:
    """Return a ZIP archive: ``word__document__xml`` is ``word/document.xml``."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(text: str) -> bytes:
    run = "<w:p><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:p>"
    body = "".join(run.format(escape(line)) for line in text.split("\n"))
    return packed(word__document_xml=f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>")


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def odt(text: str) -> bytes:
    body = "".join(f"<t:p>{escape(line)}</t:p>" for line in text.split("\n"))
    content = (
        f"<o:document-content xmlns:o='{OFFICE}' xmlns:t='{TEXT}'><o:body><o:text>{body}</o:text></o:body>"
        "</o:document-content>"
    )
    return packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def _scan(text: str) -> list[list[tuple[str, int]]]:
    """Return the paragraphs of a typed page: their lines and how far down each stands."""
    down, regions = TOP, []
    for block in blocks(text):
        lines = [part for line in block for part in filled(line)]
        regions.append([(line, down + at * HIGH) for at, line in enumerate(lines)])
        down += (len(lines) + 1) * HIGH
    return regions


def typed(text: str) -> dict[int, str]:
    """Return the lines of the typed page by how far down they stand."""
    return {down: line for region in _scan(text) for line, down in region}


PAGE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def page(text: str) -> bytes:
    pieces = [f"<?xml version='1.0' encoding='UTF-8'?><PcGts xmlns='{PAGE}'>"]
    pieces.append("<Page imageFilename='0001.jpg' imageWidth='1000' imageHeight='30000'>")
    for at, region in enumerate(_scan(text)):
        pieces.append(f"<TextRegion id='r{at}'>")
        for number, (line, top) in enumerate(region):
            right = LEFT + WIDE * len(line)
            points = f"{LEFT},{top} {right},{top} {right},{top + HIGH} {LEFT},{top + HIGH}"
            said = f"<TextEquiv><Unicode>{escape(line)}</Unicode></TextEquiv>"
            pieces.append(f"<TextLine id='r{at}l{number}'><Coords points='{points}'/>{said}</TextLine>")
        pieces.append("</TextRegion>")
    return "".join((*pieces, "</Page></PcGts>")).encode()


def alto(text: str) -> bytes:
    pieces = [
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'><Layout>",
        "<Page ID='p1' WIDTH='1000' HEIGHT='30000'><PrintSpace>",
    ]
    for at, region in enumerate(_scan(text)):
        pieces.append(f"<TextBlock ID='b{at}'>")
        for line, top in region:
            box = f"HPOS='{LEFT}' VPOS='{top}' WIDTH='{WIDE * len(line)}' HEIGHT='{HIGH}'"
            pieces.append(f"<TextLine {box}>{'<SP/>'.join(_alto_words(line, top))}</TextLine>")
        pieces.append("</TextBlock>")
    return "".join((*pieces, "</PrintSpace></Page></Layout></alto>")).encode()


def _alto_words(line: str, top: int) -> list[str]:
    return [
        f"<String CONTENT='{escape(word)}' HPOS='{left}' VPOS='{top}' "
        f"WIDTH='{WIDE * len(word)}' HEIGHT='{HIGH}'/>"
        for word, left in _words(line)
    ]


def _words(line: str) -> list[tuple[str, int]]:
    found, at = [], 0
    for word in line.split(" "):
        found.append((word, LEFT + WIDE * at))
        at += len(word) + 1
    return found


def hocr(text: str) -> bytes:
    pieces = ["<html><body><div class='ocr_page' title='image \"0001.png\"; bbox 0 0 1000 30000'>"]
    for at, region in enumerate(_scan(text)):
        pieces.append(f"<p class='ocr_par' id='par{at}'>")
        for number, (line, top) in enumerate(region):
            box = f"bbox {LEFT} {top} {LEFT + WIDE * len(line)} {top + HIGH}"
            words = (
                f"<span class='ocrx_word' title='bbox {left} {top} {left + WIDE * len(word)} {top + HIGH}; "
                f"x_wconf 91'>{escape(word)}</span>"
                for word, left in _words(line)
            )
            pieces.append(
                f"<span class='ocr_line' id='l{at}_{number}' title='{box}'>{' '.join(words)}</span>"
            )
        pieces.append("</p>")
    return "".join((*pieces, "</div></body></html>")).encode()


def tei(text: str) -> bytes:
    pieces = [
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><title>5 rubles</title></teiHeader><text><body>"
    ]
    pieces += [f"<p>{'<lb/>'.join(map(escape, block))}</p>" for block in blocks(text)]
    return "".join((*pieces, "</body></text></TEI>")).encode()


def pdf(text: str) -> bytes:
    """Return a PDF typed in a fixed face, as many pages as it takes."""
    from fpdf import FPDF

    assert FACE is not None
    document = FPDF(format="A4")
    document.add_font("mono", fname=FACE)
    document.set_font("mono", size=9)
    document.set_auto_page_break(auto=True, margin=20)
    document.add_page()
    for block in blocks(text):
        for line in block:
            for part in filled(line):
                document.cell(text=part, h=4.5, new_x="LMARGIN", new_y="NEXT")
        document.ln(4.5)
    return bytes(document.output())


def windows_1251(text: str) -> bytes:
    return text.encode("cp1251", errors="ignore")


FORMATS: dict[str, Callable[[str], bytes]] = {
    "alto": alto,
    "docx": docx,
    "hocr": hocr,
    "html": html,
    "odt": odt,
    "page": page,
    "pdf": pdf,
    "tei": tei,
}
