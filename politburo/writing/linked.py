"""Statements as linked data: RDF with provenance, and W3C Web Annotations of the values.

Every statement is one triple about its entity (``<…#ru/42/1> pb:money "1600000 RUB_GOLD"``) and one
resource that says where the text says so and how surely (PROV, with the passage as an annotation's
selector). Catalogue page, bodies, persons and sums are described in the words of schema.org.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from politburo.errors import MissingExtraError, PolitburoError
from politburo.records import Document, Reading
from politburo.text import Span
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.writing.mentions import Mention, mentions
from politburo.writing.statements import Statement, statements

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["NAMESPACE", "RDF_FORMATS", "to_annotations", "to_rdf"]

NAMESPACE = "tag:politburo,2026:terms#"
RDF_FORMATS = ("turtle", "json-ld", "nt", "xml")
_PURPOSES = {"body": "identifying", "person": "identifying", "shelfmark": "linking"}
_CONTEXT = 32


def to_rdf(document: Document | Reading, *, base: str, format: str = "turtle") -> str:  # noqa: A002
    """Write the statements of a document as RDF; ``base`` is the address of the document.

    Needs rdflib (the extra ``rdf``).

    >>> from politburo.records import CataloguePage
    >>> from politburo.values.terms import Wording
    >>> page = CataloguePage(title=Wording("О Монголии", span=Span(0, 10)))
    >>> 'schema:name "О Монголии"' in to_rdf(Document("О Монголии", page), base="https://example.org/a")
    True
    """
    if format not in RDF_FORMATS:
        raise PolitburoError(f"expected one of {', '.join(RDF_FORMATS)} as the format, got {format!r}")
    document = document.document if isinstance(document, Reading) else document
    return _graph(document, base).serialize(format=format, auto_compact=True)


def _graph(document: Document, base: str) -> Graph:
    try:
        import rdflib
    except ImportError:
        raise MissingExtraError("rdflib", "rdf") from None
    graph = rdflib.Graph()
    graph.bind("pb", NAMESPACE)
    graph.bind("schema", rdflib.SDO)
    graph.bind("prov", rdflib.PROV)
    graph.bind("oa", "http://www.w3.org/ns/oa#")
    writer = _Writer(graph, base)
    writer.paper(document)
    for number, row in enumerate(statements(document), 1):
        writer.statement(number, row)
    for mention in mentions(document):
        writer.value(mention)
    return graph


class _Writer:
    """A graph while it is written, and the address of the document it is about."""

    def __init__(self, graph: Graph, base: str) -> None:
        import rdflib

        self.graph, self.base = graph, base
        self.iri, self.literal, self.node = rdflib.URIRef, rdflib.Literal, rdflib.BNode
        self.rdf, self.prov, self.schema = rdflib.RDF, rdflib.PROV, rdflib.SDO
        self.term = rdflib.Namespace(NAMESPACE)
        self.selector = rdflib.Namespace("http://www.w3.org/ns/oa#")

    def entity(self, name: str) -> Any:
        """Return the address of an entity: the document's, with the entity as its fragment."""
        return self.iri(self.base if name in ("document", "item") else f"{self.base}#{quote(name, safe='/')}")

    def add(self, subject: Any, predicate: Any, value: Any) -> None:
        """Add a triple."""
        self.graph.add((subject, predicate, value if hasattr(value, "n3") else self.literal(value)))

    def paper(self, document: Document) -> None:
        """Describe the document as a thing in an archive."""
        paper = self.entity("document")
        self.add(paper, self.rdf.type, self.schema.ArchiveComponent)
        self.add(paper, self.rdf.type, self.prov.Entity)
        page = document.item
        if page is None:
            return
        if page.title:
            self.add(paper, self.schema.name, _clean(str(page.title)))
        for name, values in (("dateCreated", page.dates), ("inLanguage", page.languages)):
            for value in values:
                self.add(paper, self.schema[name], str(value))
        for mark in page.shelfmarks:
            self.add(paper, self.schema.itemLocation, str(mark))

    def statement(self, number: int, row: Statement) -> None:
        """Add what a row says, and a resource that says where and how surely."""
        subject, predicate, value = self.entity(row.entity), self.term[row.property], _clean(row.value)
        self.add(subject, predicate, value)
        said = self.iri(f"{self.base}#statement-{number}")
        self.add(said, self.rdf.type, self.rdf.Statement)
        self.add(said, self.rdf.type, self.prov.Entity)
        self.add(said, self.rdf.subject, subject)
        self.add(said, self.rdf.predicate, predicate)
        self.add(said, self.rdf.object, value)
        self.add(said, self.term.status, row.status.value)
        self.add(said, self.prov.wasDerivedFrom, self.entity("document"))
        if row.start is not None and row.stop is not None:
            self.add(said, self.prov.value, _clean(row.quote))
            place = self.node(f"place{number}")
            self.add(said, self.selector.hasSelector, place)
            self.add(place, self.rdf.type, self.selector.TextPositionSelector)
            self.add(place, self.selector.start, row.start)
            self.add(place, self.selector.end, row.stop)

    def value(self, mention: Mention) -> None:
        """Describe a sum, a body or a person in the words of schema.org."""
        value, said = mention.value, self.iri(f"{self.base}#statement-{mention.number}")
        if isinstance(value, MonetaryAmount) and value.amount is not None:
            amount = self.node(f"amount{mention.number}")
            self.add(said, self.schema.about, amount)
            self.add(amount, self.rdf.type, self.schema.MonetaryAmount)
            self.add(amount, self.schema.value, value.amount)
            self.add(amount, self.schema.currency, value.currency.id)
        elif isinstance(value, (Body, Person)):
            party = self.iri(f"{self.base}#{value.kind}/{quote(_clean(str(value)), safe='')}")
            kind = self.schema.Organization if isinstance(value, Body) else self.schema.Person
            self.add(said, self.schema.about, party)
            self.add(party, self.rdf.type, kind)
            self.add(
                party, self.schema.name, value.label("en") if isinstance(value, Body) else _clean(str(value))
            )


def _clean(text: str) -> str:
    """Return a text that any serialization can hold: RDF has no place for controls and lone surrogates."""
    return "".join(
        "\ufffd" if (ord(c) < 0x20 and c not in "\t\n\r") or 0xD800 <= ord(c) < 0xE000 else c for c in text
    )


def to_annotations(document: Document | Reading, *, source: str) -> str:
    """Write the values of a document as a page of W3C Web Annotations; ``source`` is the address of the text.

    >>> from politburo.records import CataloguePage
    >>> from politburo.values.terms import Wording
    >>> page = CataloguePage(title=Wording("О Монголии", span=Span(0, 10)))
    >>> made = json.loads(to_annotations(Document("О Монголии", page), source="https://example.org/a.txt"))
    >>> made["items"][0]["target"]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 10}
    """
    document = document.document if isinstance(document, Reading) else document
    items = [_annotation(document.text, m, m.value.span, source) for m in mentions(document) if m.value.span]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{source}#annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _annotation(text: str, mention: Mention, span: Span, source: str) -> dict[str, Any]:
    row = mention.row
    return {
        "id": f"{source}#annotation-{mention.number}",
        "type": "Annotation",
        "motivation": _PURPOSES.get(mention.value.kind, "classifying"),
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": f"{row.entity} {row.property}"},
            {"type": "TextualBody", "purpose": "describing", "value": row.value},
            {"type": "TextualBody", "purpose": "assessing", "value": row.status.value},
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.stop},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.of(text),
                    "prefix": text[max(0, span.start - _CONTEXT) : span.start],
                    "suffix": text[span.stop : span.stop + _CONTEXT],
                },
            ],
        },
    }
