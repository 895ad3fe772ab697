"""TEI: the text of the edition, page by page, without the header.

Read as one text are ``text`` with paragraphs, heads, lines, lists, tables and notes; of ``choice`` what
stands in the source is kept (``sic``, ``orig``, ``abbr``).
"""

from __future__ import annotations

from attrs import evolve

from politburo.sources.blocks import Blocks
from politburo.sources.extract import Extract
from politburo.sources.plain import broken_lines
from politburo.sources.xml import Element, Text

__all__ = ["read_tei"]

# fmt: off
_BLOCKS = frozenset((
    "p", "ab", "head", "item", "label", "l", "lg", "list", "div", "div1", "div2", "div3", "opener",
    "closer", "salute", "signed", "dateline", "byline", "docTitle", "titlePart", "row", "table", "note",
    "body", "front", "back", "text", "trailer", "q", "quote", "sp", "stage", "postscript",
))
_LEFT_OUT = frozenset((
    "teiHeader", "facsimile", "sourceDoc", "standOff", "corr", "reg", "expan", "figDesc", "fw",
))
# fmt: on


def read_tei(root: Element) -> Extract:
    """Return the text of a TEI document."""
    writer = _Writer()
    texts = [text for text in root.all("text") if text.child("body") is not None] or [root]
    for text in texts:
        writer.write(text)
    extract = writer.blocks.extract("tei")
    return evolve(extract, edits=tuple(broken_lines(extract.text)))


class _Writer:
    def __init__(self) -> None:
        self.blocks = Blocks()
        self.space = False
        self.fresh = True

    def write(self, parent: Element) -> None:
        cells = list(parent.children("cell"))
        for item in parent.contents:
            if isinstance(item, Text):
                self._characters(item)
            elif item.name not in _LEFT_OUT:
                self._element(item)
                if item.name == "cell":
                    self._bar(item, last=item is cells[-1])

    def _element(self, element: Element) -> None:
        name = element.name
        if name == "pb":
            self.blocks.page = (self.blocks.page or 0) + 1
        elif name == "lb" and element.get("break") != "no":
            self.blocks.add("\n" if self.blocks.begun else "", element.line, 1)
            self.space, self.fresh = False, True
        elif name in _BLOCKS and not (name == "note" and element.get("place") == "inline"):
            self._end()
            self.write(element)
            self._end()
        else:
            self.write(element)

    def _bar(self, cell: Element, *, last: bool) -> None:
        self.blocks.add(" |" if last else " | ", cell.line, 1)
        self.space, self.fresh = False, True

    def _end(self) -> None:
        self.blocks.ended()
        self.space, self.fresh = False, True

    def _characters(self, item: Text) -> None:
        """Add characters, any amount of white space as one space and none where a paragraph begins."""
        squeezed = " ".join(item.text.split())
        if not squeezed:
            self.space = True
            return
        ahead = len(item.text) - len(item.text.lstrip())
        gap = (self.space or ahead > 0) and not self.fresh
        self.blocks.add(" " if gap else "", item.line, item.column)
        self.blocks.add(squeezed, item.line, item.column + ahead)
        self.space, self.fresh = item.text[-1].isspace(), False
