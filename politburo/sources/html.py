"""Web pages: the text that a reader sees, without what only leads elsewhere.

Left out by structure: navigation, footers, forms, menus and lists of nothing but links; where the
page marks its main part, all that is outside. Rows of tables become lines with their cells parted
by ``|``; long rows, with which pages are laid out, become paragraphs.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import islice

from politburo.sources.alignment import Weaver
from politburo.sources.errors import Limits
from politburo.sources.extract import Extract
from politburo.sources.markup import BLOCKS, Node, tree

__all__ = ["read_html"]

# fmt: off
_LEFT_OUT = frozenset((
    "script", "style", "head", "title", "nav", "aside", "footer", "form", "select", "button", "svg",
    "iframe", "template", "noscript", "object", "audio", "video", "textarea",
))
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar",
))
# fmt: on
_MENU = (
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|cookies?|footer|share|social|pager)"
    r"(?:$|[\s_-])"
)
# A blank line stands before and behind these; the other blocks begin a line.
# fmt: off
_PARTED = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "pre", "section",
    "article", "hr", "figure",
))
# fmt: on
_ROW = 400


def read_html(source: str, limits: Limits) -> Extract:
    r"""Return the visible text of a web page.

    >>> read_html("<nav><a>Home</a></nav><h1>ПРОТОКОЛ</h1><p>№ 34&nbsp;от<br>26.XI.35", Limits()).text
    'ПРОТОКОЛ\n\n№ 34\xa0от\n26.XI.35'
    """
    writer = _Writer(source)
    for main in _main(tree(source, limits)):
        writer.write(main)
    return Extract(writer.weaver.text, "html", original=source, alignment=writer.weaver.alignment())


def _main(root: Node) -> list[Node]:
    """Return the parts that the page itself calls the main ones, or all of it."""
    marked = [node for node in root.all() if node.name == "main" or "main" in node.get("role").split()]
    articles = [node for node in root.all() if node.name == "article"]
    for found in (marked, articles):
        if len(found) == 1 and found[0].size * 4 > root.size:
            return found
    return [root]


@cache
def _menu() -> re.Pattern[str]:
    return re.compile(_MENU, re.IGNORECASE)


@cache
def _pieces() -> re.Pattern[str]:
    # Words with single spaces between them are one piece.
    word = r"[^ \t\n\r\f&]++"
    return re.compile(rf"(?P<space>[ \t\n\r\f]+)|(?P<entity>&#?\w{{1,32}};?)|{word}(?: {word})*+|&")


def _is_left_out(node: Node) -> bool:
    if node.name in _LEFT_OUT:
        return True
    if node.name in {"ul", "ol"} and node.links > 2 and node.linked * 10 > node.size * 9:
        return True
    if not node.written.strip() or node.name not in BLOCKS or node.name == "body":
        return False
    hidden = "none" in node.get("style").replace(" ", "").partition("display:")[2][:4]
    menu = _menu().search(f"{node.get('class')} {node.get('id')}") and node.links and node.size < 5_000
    return hidden or node.get("role") in _ROLES or bool(menu)


class _Writer:
    """The text so far, and what is to stand before the next character."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.weaver = Weaver()
        self.breaks = 0
        self.space = ""
        self.row: Node | None = None
        self.cells = 0
        self.kept = 0

    def write(self, root: Node) -> None:
        skipped: Node | None = None
        for event, item in root.walk():
            if isinstance(item, tuple):
                if skipped is None:
                    self.text(*item)
            elif event == "open" and skipped is None:
                skipped = item if _is_left_out(item) else None
                if skipped is None:
                    self.open(item)
            elif event == "close" and item is skipped:
                skipped = None
            elif event == "close" and skipped is None:
                self.close(item)
        self.block(2)

    def open(self, node: Node) -> None:
        if self.row is not None:
            self._in_row(node)
        elif node.name == "br":
            self.breaks = min(2, self.breaks + 1)
        elif node.name == "tr" and _is_data(node):
            self.block(1)
            self.row, self.cells = node, 0
        elif node.name in BLOCKS:
            self.block(2 if node.name in _PARTED else 1)
        self.kept += node.name == "pre"

    def _in_row(self, node: Node) -> None:
        if node.name in {"td", "th"}:
            self.space = " | " if self.cells else ""
            self.cells += 1
        elif (node.name in BLOCKS or node.name == "br") and not self.space:
            self.space = " "

    def close(self, node: Node) -> None:
        self.kept -= node.name == "pre"
        if node is self.row:
            self.row = None
            self.weaver.replace(" |", node.start, node.start)
            self.block(1)
        elif self.row is None and node.name in BLOCKS:
            self.block(2 if node.name in _PARTED else 1)

    def block(self, breaks: int) -> None:
        self.breaks, self.space = max(self.breaks, breaks), ""

    def text(self, start: int, stop: int) -> None:
        for match in _pieces().finditer(self.source, start, stop):
            piece, at = match.group(), match.start()
            if match["space"] and self.kept:
                self.breaks = max(self.breaks, min(2, piece.count("\n")))
                self.space = piece if not self.breaks else ""
            elif match["space"]:
                self.space = self.space or " "
            else:
                self._before(at)
                self._piece(piece, at, match.end(), entity=bool(match["entity"]))

    def _piece(self, piece: str, start: int, stop: int, *, entity: bool) -> None:
        meant = unescape(piece) if entity else piece
        if meant == piece:
            self.weaver.copy(piece, start)
        else:
            self.weaver.replace(meant, start, stop)

    def _before(self, at: int) -> None:
        """Write the line ends or the space that are due, except at the very beginning."""
        if self.weaver.length:
            self.weaver.replace("\n" * self.breaks or self.space, at, at)
        self.breaks, self.space = 0, ""


def _is_data(row: Node) -> bool:
    """Tell whether a row holds data: two cells or more, short, nothing structured in them."""
    if row.size > _ROW:
        return False
    # One with more elements than this is judged by the first of them.
    names = [node.name for node in islice(row.all(), _ROW)]
    cells = names.count("td") + names.count("th")
    return cells > 1 and not {"table", "ul", "ol"} & set(names)
