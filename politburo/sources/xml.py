"""XML as a tree, read with the parser of the standard library and what is dangerous in XML refused.

A document type may be named; entities may not be declared (they can be made to grow without bounds
or to fetch files) and nothing outside the file is ever loaded. Depth and number of elements are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from politburo.sources.errors import Limits, SourceError

__all__ = ["Element", "Text", "parsed"]


class Text:
    """A run of characters, with line and column of the file."""

    __slots__ = ("column", "line", "text")

    def __init__(self, text: str, line: int, column: int) -> None:
        self.text = text
        self.line = line
        self.column = column


class Element:
    """An element: its name without namespace, its attributes, and what it contains in order."""

    __slots__ = ("attributes", "contents", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str], line: int = 1) -> None:
        self.name = name
        self.attributes = attributes
        self.contents: list[Element | Text] = []
        self.line = line

    def get(self, name: str) -> str:
        """Return an attribute, an empty string where there is none."""
        return self.attributes.get(name, "")

    def children(self, *names: str) -> Iterator[Element]:
        """Yield the elements right below, all or those of some names."""
        for item in self.contents:
            if isinstance(item, Element) and (not names or item.name in names):
                yield item

    def child(self, name: str) -> Element | None:
        """Return the first element of a name right below."""
        return next(self.children(name), None)

    def all(self, *names: str) -> Iterator[Element]:
        """Yield the elements of some names at any depth, in the order of the file."""
        open_ = [iter(self.contents)]
        while open_:
            item = next(open_[-1], None)
            if item is None:
                open_.pop()
            elif isinstance(item, Element):
                if item.name in names:
                    yield item
                open_.append(iter(item.contents))

    def text(self) -> str:
        """Return all characters inside."""
        pieces: list[str] = []
        open_ = [iter(self.contents)]
        while open_:
            item = next(open_[-1], None)
            if item is None:
                open_.pop()
            elif isinstance(item, Text):
                pieces.append(item.text)
            else:
                open_.append(iter(item.contents))
        return "".join(pieces)


class _Builder:
    def __init__(self, parser: expat.XMLParserType, limits: Limits, where: str) -> None:
        self.parser = parser
        self.limits = limits
        self.where = where
        self.count = 0
        self.root = Element("", {})
        self.open = [self.root]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > self.limits.elements:
            raise self.error(f"more than {self.limits.elements:,} elements")
        if len(self.open) > self.limits.depth:
            raise self.error(f"more than {self.limits.depth} elements in one another")
        local = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), local, self.parser.CurrentLineNumber)
        self.open[-1].contents.append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def characters(self, data: str) -> None:
        contents = self.open[-1].contents
        contents.append(Text(data, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))

    def entity(self, name: str, *_: object) -> None:
        raise self.error(f"an entity ({name}) is declared, which is refused")

    def error(self, message: str) -> SourceError:
        parser = self.parser
        place = f"line {parser.CurrentLineNumber}, column {parser.CurrentColumnNumber + 1}"
        return SourceError(message, f"{self.where}, {place}" if self.where else place)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def parsed(data: bytes, limits: Limits, where: str = "") -> Element:
    """Return the root element of an XML file, or raise SourceError with the place.

    >>> parsed(b"<TEI><p>One</p><p>Two</p></TEI>", Limits()).text()
    'OneTwo'
    >>> parsed(b"<TEI><p>One</TEI>", Limits())
    Traceback (most recent call last):
    ...
    politburo.sources.errors.SourceError: line 1, column 14: not well-formed XML: mismatched tag
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    builder = _Builder(parser, limits, where)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.EntityDeclHandler = builder.entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes no keywords
    except expat.ExpatError as error:
        raise builder.error(f"not well-formed XML: {expat.ErrorString(error.code)}") from None
    return next(builder.root.children())
