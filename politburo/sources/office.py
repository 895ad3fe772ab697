"""Word processors' files: DOCX (Office Open XML) and ODT (OpenDocument), their text and nothing else.

Kept are paragraphs, tables (the cells of a row parted by ``|``), notes (with their mark in the text and
below it) and the numbers of Word's automatic lists; text that is marked as deleted is not. Pages are
counted where the file remembers how it was broken the last time, otherwise where the author begins one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from politburo.sources.archives import Archive
from politburo.sources.blocks import Blocks
from politburo.sources.errors import Limits
from politburo.sources.extract import Extract
from politburo.sources.numbering import Numbering
from politburo.sources.xml import Element, Text, parsed

__all__ = ["read_docx", "read_odt"]

# A row with more characters lays out the page: what was heard on the left, what was decided on the right.
_ROW = 400


def read_docx(archive: Archive, limits: Limits) -> Extract:
    """Return the text of a DOCX file."""
    root = parsed(archive.part("word/document.xml"), limits, "word/document.xml")
    numbering = None
    if "word/numbering.xml" in archive.names:
        numbering = Numbering(parsed(archive.part("word/numbering.xml"), limits, "word/numbering.xml"))
    notes: dict[str, Element] = {}
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if part in archive.names:
            found = parsed(archive.part(part), limits, part)
            notes |= {f"{kind}{note.get('id')}": note for note in found.children(kind)}
    return _Docx(numbering, notes).read(root)


class _Docx:
    def __init__(self, numbering: Numbering | None, notes: dict[str, Element]) -> None:
        self.blocks = Blocks()
        self.numbering = numbering
        self.notes = notes
        self.cited: list[str] = []
        self.broken = False

    def read(self, root: Element) -> Extract:
        self.broken = any(True for _ in root.all("lastRenderedPageBreak"))
        paged = self.broken or any(each.get("type") == "page" for each in root.all("br"))
        self.blocks.page = 1 if paged else None
        for body in root.children("body"):
            self._flow(body)
        for number, key in enumerate(self.cited, 1):
            self.blocks.ended()
            self.blocks.add(f"{number} ")
            for run in self.notes[key].all("t"):
                self.blocks.add(run.text())
        return self.blocks.extract("docx")

    def _flow(self, parent: Element) -> None:
        for element in parent.children():
            if element.name == "p":
                self._paragraph(element)
                self.blocks.end()
            elif element.name == "tbl":
                self._table(element)
            elif element.name not in {"sectPr", "del", "moveFrom"}:
                self._flow(element)

    def _table(self, table: Element) -> None:
        for row in table.children("tr"):
            _row(self.blocks, list(row.children("tc")), lambda cell: cell.all("p"), self._paragraph)

    def _paragraph(self, paragraph: Element) -> None:
        if self.numbering is not None:
            self.blocks.add(self.numbering.mark(paragraph))
        self._inline(paragraph)

    def _inline(self, parent: Element) -> None:
        for element in parent.children():
            name = element.name
            if name == "t":
                self.blocks.add(element.text())
            elif name in {"tab", "ptab"}:
                self.blocks.add("\t")
            elif name in {"br", "cr"}:
                self._break(element)
            elif name == "lastRenderedPageBreak":
                self.blocks.page = (self.blocks.page or 1) + 1
            elif name == "noBreakHyphen":
                self.blocks.add("\u2011")
            elif name == "softHyphen":
                self.blocks.add("\u00ad")
            elif name in {"footnoteReference", "endnoteReference"}:
                self._cite(name.removesuffix("Reference") + element.get("id"))
            elif name not in {"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText"}:
                self._inline(element)

    def _break(self, element: Element) -> None:
        if element.get("type") != "page":
            self.blocks.add("\n")
        elif not self.broken:
            self.blocks.page = (self.blocks.page or 1) + 1

    def _cite(self, key: str) -> None:
        if key in self.notes:
            self.cited.append(key)
            self.blocks.add(str(len(self.cited)))


def _row(
    blocks: Blocks,
    cells: list[Element],
    paragraphs: Callable[[Element], Iterator[Element]],
    write: Callable[[Element], None],
) -> None:
    """Write a row of a table on one line; cells with which a page is laid out as paragraphs of their own."""
    is_data = len(cells) > 1 and sum(len(cell.text()) for cell in cells) <= _ROW
    for cell in cells:
        for count, paragraph in enumerate(paragraphs(cell)):
            blocks.add(" " if count and is_data else "")
            write(paragraph)
            if not is_data:
                blocks.end()
        if is_data:
            blocks.add(" |" if cell is cells[-1] else " | ")
    if is_data:
        blocks.end()


def read_odt(archive: Archive, limits: Limits) -> Extract:
    """Return the text of an ODT file."""
    root = parsed(archive.part("content.xml"), limits, "content.xml")
    reader = _Odt()
    for text in root.all("text"):
        reader.flow(text)
        break
    return reader.extract()


def _odt_rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, those in groups too, but none of a table inside."""
    for element in table.children():
        if element.name == "table-row":
            yield element
        elif element.name in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _odt_rows(element)


class _Odt:
    def __init__(self) -> None:
        self.blocks = Blocks()
        self.notes: list[tuple[str, Element]] = []

    def extract(self) -> Extract:
        for mark, body in self.notes:
            self.blocks.ended()
            self.blocks.add(f"{mark} ")
            for paragraph in body.all("p"):
                self.inline(paragraph)
        return self.blocks.extract("odt")

    def flow(self, parent: Element) -> None:
        for element in parent.children():
            if element.name in {"p", "h"}:
                self.inline(element)
                self.blocks.end()
            elif element.name == "table":
                for row in _odt_rows(element):
                    cells = list(row.children("table-cell"))
                    _row(self.blocks, cells, lambda cell: cell.all("p", "h"), self.inline)
            elif element.name not in {"tracked-changes", "forms"}:
                self.flow(element)

    def inline(self, parent: Element) -> None:
        for item in parent.contents:
            if isinstance(item, Text):
                self._characters(item.text)
            elif item.name == "s":
                count = item.get("c")
                self.blocks.add(" " * (min(int(count), 1_000) if count.isdecimal() else 1))
            elif item.name == "tab":
                self.blocks.add("\t")
            elif item.name == "line-break":
                self.blocks.add("\n")
            elif item.name == "note":
                self._note(item)
            elif item.name not in {"annotation", "tracked-changes", "bookmark", "soft-page-break"}:
                self.inline(item)

    def _characters(self, text: str) -> None:
        """Add characters with white space as XML has it: any amount is one space."""
        squeezed = " ".join(text.split(" ")) if "\n" not in text else " ".join(text.split())
        self.blocks.add(squeezed)

    def _note(self, note: Element) -> None:
        mark = note.child("note-citation")
        body = note.child("note-body")
        if mark is not None and body is not None:
            self.blocks.add(mark.text())
            self.notes.append((mark.text(), body))
