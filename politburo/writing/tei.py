"""Documents as TEI P5 and back: ``from_tei(to_tei(document)) == document``.

``<measure type="currency" quantity="500000" unit="RUB_GOLD">500.000 золотых рублей</measure>``

The text stands in ``<body>`` character by character, in a division for each witness and each point,
with what was read marked in place: dates, measures, bodies, persons, shelfmarks, orders. What was
undone is a ``<choice>`` of ``<sic>`` and ``<corr>``, what the paper leaves out a ``<gap>``. The records
themselves are feature structures in ``<standOff>``, which is what is read back. A character that XML
cannot hold is a ``<g>`` with its code. How values are marked says :mod:`politburo.writing.tei_marks`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from politburo.errors import FormatError, MissingExtraError
from politburo.findings import Finding
from politburo.records import Decision, Document, Reading, Witness
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.shelfmarks import Shelfmark
from politburo.writing.json import dumps, loads
from politburo.writing.mentions import Mention, innermost
from politburo.writing.tei_facsimile import Scan, Zones
from politburo.writing.tei_marks import marked_as, number_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["from_tei", "schema", "to_tei"]

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_GAPS = {"omission": "omitted", "illegible": "illegible"}


def to_tei(document: Document | Reading, scan: Scan | None = None) -> str:
    """Write a document as a TEI P5 file. Needs lxml (the extra ``tei``).

    With the ``scan`` that the text is from, a :class:`politburo.sources.Source` with pages, the file has a
    ``<facsimile>``, and values point to their zones on it.

    >>> "<p>О Монголии</p>" in to_tei(Document("О Монголии"))
    True
    """
    document = document.document if isinstance(document, Reading) else document
    etree = _etree()
    root = etree.Element(_name("TEI"), nsmap={None: _TEI})
    _header(root, document)
    facsimile, zones = _below(root, "facsimile"), Zones(scan)
    stand_off = _below(root, "standOff")
    data = json.loads(dumps(document))
    del data["document"]["text"]
    _feature(stand_off, data)
    body = _below(_below(root, "text"), "body")
    _Body(document, zones).write(body)
    _surfaces(root, facsimile, zones)
    return str(etree.tostring(root, encoding="unicode")) + "\n"


def from_tei(text: str) -> Document:
    """Read a document that :func:`to_tei` wrote; anything else raises FormatError.

    >>> from_tei(to_tei(Document("О Монголии")))
    <Document of 10 characters: no witnesses; 0 findings>
    >>> from_tei("<TEI/>")
    Traceback (most recent call last):
    politburo.errors.FormatError: /TEI: expected a TEI file with records in standOff and a text
    """
    etree = _etree()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise FormatError(f"expected XML ({error})", "/") from None
    structure = root.find(f"{_name('standOff')}/{_name('fs')}")
    body = root.find(f"{_name('text')}/{_name('body')}")
    if structure is None or body is None:
        raise FormatError("expected a TEI file with records in standOff and a text", "/TEI")
    data = _content(structure)
    if not isinstance(data, dict) or not isinstance(data.get("document"), dict):
        raise FormatError("expected the records of a document", "/TEI/standOff/fs")
    data["document"] = {"text": "".join(_characters(body)), **data["document"]}
    return loads(json.dumps(data))


def schema() -> str:
    """Return the RelaxNG schema of the part of TEI that is used.

    >>> "http://relaxng.org/ns/structure/1.0" in schema()
    True
    """
    from importlib.resources import files

    return (files("politburo.writing") / "tei.rng").read_text("utf-8")


@cache
def _etree() -> Any:
    try:
        from lxml import etree
    except ImportError:
        raise MissingExtraError("lxml", "tei") from None
    return etree


def _name(tag: str) -> str:
    return f"{{{_TEI}}}{tag}"


def _below(parent: _Element, tag: str, text: str = "", **attributes: str) -> _Element:
    written = {name.rstrip("_"): _unwritable().sub("?", said) for name, said in attributes.items()}
    found: _Element = _etree().SubElement(parent, _name(tag), written)
    _write(found, text)
    return found


# --- characters -----------------------------------------------------------------------------------


@cache
def _unwritable() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _write(parent: _Element, text: str) -> None:
    """Write characters behind what an element holds already; what XML cannot hold becomes a ``<g>``."""
    at = 0
    for match in _unwritable().finditer(text):
        _append(parent, text[at : match.start()])
        _etree().SubElement(parent, _name("g"), {"ref": f"char:{ord(match[0]):04X}"})
        at = match.end()
    _append(parent, text[at:])


def _append(parent: _Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _characters(element: _Element) -> Iterator[str]:
    """Yield the characters of the text below an element; a correction is none of them."""
    if element.tag == _name("g"):
        yield _given(element)
    elif element.tag != _name("corr") and isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _characters(child)
            yield child.tail or ""


def _given(element: _Element) -> str:
    code = element.get("ref", "").removeprefix("char:")
    if re.fullmatch("[0-9A-F]{4,6}", code) is None or int(code, 16) > 0x10FFFF:
        raise FormatError("expected the code of a character, as in char:001B", "/TEI//g/@ref")
    return chr(int(code, 16))


# --- records as feature structures ----------------------------------------------------------------


def _feature(parent: _Element, data: Any) -> None:
    if isinstance(data, dict):
        structure = _below(parent, "fs")
        for key, item in data.items():
            _feature(_below(structure, "f", name=key), item)
    elif isinstance(data, list):
        collection = _below(parent, "vColl", org="list")
        for item in data:
            _feature(collection, item)
    elif isinstance(data, int):
        _below(parent, "numeric", value=str(data))
    else:
        _below(parent, "string", data)


def _content(element: _Element) -> Any:
    readers: Mapping[str, Callable[[_Element], Any]] = {
        "fs": lambda e: {f.get("name", ""): _content(f[0]) for f in e if len(f)},
        "vColl": lambda e: [_content(item) for item in e],
        "numeric": _number,
        "string": lambda e: "".join(_characters(e)),
    }
    tag = str(element.tag).removeprefix(f"{{{_TEI}}}")
    if tag not in readers:
        raise FormatError(f"expected one of {', '.join(readers)}, got {tag}", "/TEI/standOff")
    return readers[tag](element)


def _number(element: _Element) -> int:
    value = element.get("value", "")
    if re.fullmatch("[0-9]{1,15}", value) is None:
        raise FormatError(f"expected a whole number, got {value!r}", "/TEI/standOff//numeric/@value")
    return int(value)


# --- the header -----------------------------------------------------------------------------------


def _header(root: _Element, document: Document) -> None:
    description = _below(_below(root, "teiHeader"), "fileDesc")
    titles = _below(description, "titleStmt")
    page = document.item
    _below(titles, "title", str(page.title) if page and page.title else "Politburo paper")
    for role, names in (
        (("obtained by", page.obtained_by), ("translated by", page.translated_by)) if page else ()
    ):
        for name in names:
            _credit(titles, role, str(name))
    _credit(titles, "values marked by", "politburo").getparent()
    responsible = titles[-1]
    responsible.set(f"{{{_XML}}}id", "politburo")
    _below(_below(description, "publicationStmt"), "p", "Written by politburo from the text as given.")
    source = _below(description, "sourceDesc")
    for mark in _shelfmarks(document):
        _manuscript(source, mark)
    if not len(source):
        _below(source, "p", "The paper names no archive.")


def _credit(titles: _Element, role: str, name: str) -> _Element:
    statement = _below(titles, "respStmt")
    _below(statement, "resp", role)
    return _below(statement, "name", name)


def _shelfmarks(document: Document) -> list[Shelfmark]:
    page = document.item.shelfmarks if document.item else ()
    return list(dict.fromkeys([*page, *(mark for w in document.witnesses for mark in w.shelfmarks)]))


def _manuscript(source: _Element, mark: Shelfmark) -> None:
    identifier = _below(_below(source, "msDesc"), "msIdentifier")
    _below(identifier, "repository", mark.archive)
    fond = f"fond {mark.fond}" + (f", opis {mark.opis}" if mark.opis else "")
    _below(identifier, "collection", fond)
    _below(identifier, "idno", str(mark), type="shelfmark")


def _surfaces(root: _Element, facsimile: _Element, zones: Zones) -> None:
    """Write the pages with their zones; a text that is of no scan has no facsimile."""
    for attributes, image, places in zones.surfaces():
        surface = _below(facsimile, "surface", **attributes)
        if image:
            _below(surface, "graphic", url=image)
        for name, points in places:
            _below(surface, "zone", points=points).set(f"{{{_XML}}}id", name)
    if not len(facsimile):
        root.remove(facsimile)


# --- the text -------------------------------------------------------------------------------------


class _Body:
    """The text of a document on its way into ``<body>``."""

    def __init__(self, document: Document, zones: Zones) -> None:
        self.document = document
        self.zones = zones
        self.text = document.text
        self.mentions = innermost(document)
        self.gaps = [f for f in document.findings if f.rule in _GAPS and f.span and len(f.span)]
        self.ids: set[str] = set()

    def write(self, body: _Element) -> None:
        """Write the whole text: the witnesses in divisions of their own, and what stands between them."""
        at = 0
        witnesses = [w for w in self.document.witnesses if w.span]
        for witness in sorted(witnesses, key=lambda w: w.span.start if w.span else 0):
            if witness.span and witness.span.start >= at:
                self.stretch(body, Span(at, witness.span.start), type="file")
                self.witness(body, witness, witness.span)
                at = witness.span.stop
        self.stretch(body, Span(at, len(self.text)), type="file")

    def stretch(self, parent: _Element, span: Span, **attributes: str) -> _Element | None:
        """Write a part of the text as a division of paragraphs; blank lines stand between them."""
        if not span.of(self.text).strip("\t\n\r "):
            _append(parent, span.of(self.text))
            return None
        division = _below(parent, "div", **attributes)
        self.paragraphs(division, span)
        return division

    def witness(self, body: _Element, witness: Witness, span: Span) -> None:
        """Write a witness: its heading, then a division for each point."""
        division = _below(body, "div", type="witness", n=witness.key)
        division.set(f"{{{_XML}}}lang", witness.language)
        self.identify(division, witness.key)
        placed = sorted(
            ((d.span.start, d.number, d) for d in witness.protocol.decisions if d.span and d.span in span),
            key=lambda item: item[0],
        )
        ends = [start for start, _, _ in placed] + [span.stop]
        self.stretch(division, Span(span.start, ends[0]), type="heading")
        for (start, number, decision), stop in zip(placed, ends[1:], strict=True):
            part = self.stretch(division, Span(start, stop), type="point", n=number)
            if part is not None:
                self.identify(part, f"{witness.key}/{number}")
                self.face(part, witness, decision)

    def identify(self, division: _Element, entity: str) -> None:
        """Give a division its name, as far as XML allows."""
        name = _identifier(entity)
        if name not in self.ids:
            self.ids.add(name)
            division.set(f"{{{_XML}}}id", name)

    def face(self, division: _Element, witness: Witness, decision: Decision) -> None:
        """Point to the same point in the witnesses of other languages."""
        others = [
            f"#{_identifier(f'{other.key}/{facing.number}')}"
            for other in self.document.witnesses
            for facing in other.protocol.decisions
            if other.language != witness.language and facing.number == decision.number and facing.span
        ]
        if others:
            division.set("corresp", " ".join(others))

    def paragraphs(self, division: _Element, span: Span) -> None:
        """Write the paragraphs of a stretch, what parts them as it stands."""
        at = span.start
        for match in re.finditer(
            r"[\t\n\r ]*\n[\t\r ]*\n[\t\n\r ]*|\A[\t\n\r ]+|[\t\n\r ]+\Z", span.of(self.text)
        ):
            self.paragraph(division, Span(at, span.start + match.start()))
            _append(division, match[0])
            at = span.start + match.end()
        self.paragraph(division, Span(at, span.stop))

    def paragraph(self, division: _Element, span: Span) -> None:
        """Write a paragraph with everything that is marked in it."""
        if not len(span):
            return
        parent, at = _below(division, "p"), span.start
        for place, mark in self.marked(span):
            if place.start >= at:
                _write(parent, self.text[at : place.start])
                self.mark(parent, place, mark)
                at = place.stop
        _write(parent, self.text[at : span.stop])

    def marked(self, span: Span) -> Iterable[tuple[Span, Mention | Finding]]:
        """Return what is marked within a stretch, in order; values come before gaps."""
        found: list[tuple[Span, Mention | Finding]] = []
        found += [(m.value.span, m) for m in self.mentions if m.value.span and m.value.span in span]
        taken = [place for place, _ in found]
        for gap in self.gaps:
            if gap.span and gap.span in span and not any(gap.span.overlaps(other) for other in taken):
                found.append((gap.span, gap))
        return sorted(found, key=lambda item: item[0])

    def mark(self, parent: _Element, span: Span, mark: Mention | Finding) -> None:
        """Write a marked passage."""
        passage = span.of(self.text)
        if isinstance(mark, Finding):
            gap = _below(parent, "gap", reason=_GAPS[mark.rule], resp="#politburo")
            _below(gap, "desc", passage)
            return
        tag, attributes = marked_as(mark.value)
        if mark.value.status is Status.EMENDED and tag == "idno":  # an identifier can hold no choice
            corrected = _choice(parent, passage, "")
            _below(corrected, tag, str(mark.value), **attributes)
            return
        element = _below(parent, tag, **attributes)
        if facing := self.zones.facing(span):
            element.set("facs", facing)
        number = number_of(mark.value)
        holder = _below(element, "num", **number) if number else element
        if mark.value.status is Status.EMENDED:
            _choice(holder, passage, str(mark.value))
        else:
            _write(holder, passage)


def _choice(parent: _Element, passage: str, correction: str) -> _Element:
    """Write what stands there and what it was read as; return the latter."""
    choice = _below(parent, "choice")
    _below(choice, "sic", passage)
    return _below(choice, "corr", correction, resp="#politburo", cert="medium")


def _identifier(entity: str) -> str:
    return "w." + re.sub(r"[^\w-]", ".", entity)
