"""The decisions of many papers one by one, each counted once.

A file often holds a paper twice, as transcription and translation; whoever counts decisions, sums or
extracts wants each of them once, and wants to know where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from politburo.checking.aligning import pairs
from politburo.display import Shown
from politburo.records import Decision, Document, Reading, Witness
from politburo.values.base import Value
from politburo.values.dates import PartialDate

__all__ = ["Papers", "Point", "points"]

Papers = (
    Mapping[str, Document | Reading]
    | Iterable[Document]
    | Iterable[Reading]
    | Iterable[tuple[str, Document]]
    | Iterable[tuple[str, Reading]]
)


@frozen(repr=False)
class Point(Shown):
    """A decision with the paper, the document and the witness in which it stands.

    >>> Point("a.txt", Document(""), Witness("ru", "ru"), Decision("42")).entity
    'ru/42'
    """

    paper: str
    document: Document
    witness: Witness
    decision: Decision

    @property
    def entity(self) -> str:
        """The decision as the statements call it: ``ru/42``."""
        return f"{self.witness.key}/{self.decision.number}"

    @property
    def date(self) -> PartialDate | None:
        """The day of the decision, or that of its protocol; None where neither is said."""
        dates = self.decision.dates or self.witness.protocol.dates
        return dates[0] if dates else None

    def quote(self, value: Value) -> str:
        """Return the words of the paper that a value was read from, in one line."""
        return " ".join(value.span.of(self.document.text).split()) if value.span else ""

    def __repr__(self) -> str:
        title = f" {self.decision.title}" if self.decision.title else ""
        return f"<Point {self.paper} {self.entity}{title}>"


def points(papers: Papers) -> Iterator[Point]:
    """Yield the decisions of papers: readings or documents, pairs with their names, or a mapping of names.

    Of a transcription and its translation those of the first are taken.

    >>> from politburo import specimen
    >>> from politburo.reader import read
    >>> [point.entity for point in points({"specimen.txt": read(specimen.text())})]
    ['ru/40', 'ru/41', 'ru/42', 'ru/43']
    """
    for name, document in _named(papers):
        repeated = {pair.second.key for pair in pairs(document)}
        for witness in document.witnesses:
            if witness.key not in repeated:
                for decision in witness.protocol.decisions:
                    yield Point(name, document, witness, decision)


def _named(papers: Papers) -> Iterator[tuple[str, Document]]:
    given = papers.items() if isinstance(papers, Mapping) else papers
    for one in given:
        name, paper = one if isinstance(one, tuple) else ("", one)
        yield name, paper.document if isinstance(paper, Reading) else paper
