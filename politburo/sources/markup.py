"""HTML as a tree that remembers where its characters stand in the file.

The parsers at hand repair HTML as browsers do, but do not say where a character came from, and that
is what is needed here. So tags are found and closed by the few rules that decide where text breaks.
Each character is looked at a bounded number of times, whatever the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from politburo.sources.errors import Limits, SourceError

__all__ = ["BLOCKS", "Node", "tree"]

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))
_RAW = frozenset((
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
))
# fmt: on
# An element that opens closes those of the second column, unless one of the third is in between.
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
}
# How many open elements are looked through for the one that a tag closes.
_REACH = 40


class Node:
    """An element: its contents are nodes and stretches (start, stop) of the file's text.

    ``size`` counts the characters of text inside, ``linked`` those of them in links.
    """

    __slots__ = ("contents", "linked", "links", "name", "size", "start", "written")

    def __init__(self, name: str, written: str, start: int) -> None:
        self.name = name
        self.written = written
        self.start = start
        self.contents: list[Node | tuple[int, int]] = []
        self.size = 0
        self.linked = 0
        self.links = 0

    def get(self, name: str) -> str:
        """Return an attribute, an empty string where there is none."""
        from html import unescape

        for match in _attribute().finditer(self.written):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or "")
        return ""

    def walk(self) -> Iterator[tuple[str, Node | tuple[int, int]]]:
        """Yield what is inside in order: ``open`` and ``close`` with a node, ``text`` with a stretch."""
        open_: list[tuple[Node, Iterator[Node | tuple[int, int]]]] = [(self, iter(self.contents))]
        while open_:
            item = next(open_[-1][1], None)
            if item is None:
                node = open_.pop()[0]
                if open_:
                    yield "close", node
            elif isinstance(item, tuple):
                yield "text", item
            else:
                yield "open", item
                open_.append((item, iter(item.contents)))

    def all(self) -> Iterator[Node]:
        """Yield the elements inside at any depth."""
        return (item for event, item in self.walk() if event == "open" and isinstance(item, Node))


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(r"([^\s=/>\"']+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?+")


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[\s/>]", re.IGNORECASE)


def tree(source: str, limits: Limits) -> Node:
    """Return the tree of a web page or of a part of one.

    >>> [node.name for node in tree("<ul><li>one<li>two</ul>", Limits()).all()]
    ['ul', 'li', 'li']
    """
    builder = _Builder(limits)
    at = 0
    while at < len(source):
        opened = source.find("<", at)
        stop = len(source) if opened < 0 else opened
        builder.text(source, at, stop)
        at = builder.markup(source, stop) if stop < len(source) else stop
    return builder.done()


class _Builder:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.count = 0
        self.open = [Node("", "", 0)]

    def text(self, source: str, start: int, stop: int) -> None:
        if stop > start:
            self.open[-1].contents.append((start, stop))
            self.open[-1].size += stop - start - source.count(" ", start, stop)

    def markup(self, source: str, at: int) -> int:
        """Take in the tag, comment or lone mark at an offset; return the offset behind it."""
        if source.startswith("<!--", at):
            return _behind(source, "-->", at + 4)
        if source.startswith(("<!", "<?"), at):
            return _behind(source, ">", at + 2)
        match = _tag().match(source, at)
        if match is None:
            if not source[at + 1 : at + 2].isalpha():
                self.text(source, at, at + 1)
                return at + 1
            return _behind(source, ">", at + 1)  # a quotation mark that is never closed
        name = match[2].lower()
        if match[1]:
            self.end(name)
        else:
            self.start(name, match[3], at)
            if name in _RAW:
                return self.raw(source, name, match.end())
        return match.end()

    def raw(self, source: str, name: str, at: int) -> int:
        """Pass over what is no markup: the text of a script."""
        end = _end_of(name).search(source, at)
        return end.start() if end else len(source)

    def start(self, name: str, written: str, at: int) -> None:
        self.count += 1
        if self.count > self.limits.elements:
            raise SourceError(f"more than {self.limits.elements:,} elements")
        self._close_before(name)
        node = Node(name, written, at)
        self.open[-1].contents.append(node)
        # Nested any deeper, elements stand side by side, as browsers have it.
        if name not in _VOID and len(self.open) < self.limits.depth:
            self.open.append(node)

    def _close_before(self, name: str) -> None:
        if name in BLOCKS and self.open[-1].name == "p":
            self._pop(len(self.open) - 1)
        closed, bounds = _CLOSES.get(name, (None, None))
        if closed is None or bounds is None:
            return
        for depth in range(len(self.open) - 1, max(0, len(self.open) - _REACH), -1):
            if self.open[depth].name in bounds:
                return
            if self.open[depth].name in closed:
                self._pop(depth)
                return

    def end(self, name: str) -> None:
        for depth in range(len(self.open) - 1, max(0, len(self.open) - _REACH), -1):
            if self.open[depth].name == name:
                self._pop(depth)
                return
            if name not in BLOCKS and self.open[depth].name in BLOCKS:
                return

    def _pop(self, depth: int) -> None:
        while len(self.open) > depth:
            node, parent = self.open.pop(), self.open[-1]
            link = node.name == "a"
            parent.size += node.size
            parent.linked += node.size if link else node.linked
            parent.links += node.links + link

    def done(self) -> Node:
        self._pop(1)
        return self.open[0]


def _behind(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)
