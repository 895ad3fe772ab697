"""Walking through a document: every decision and directive with its entity, and the words around a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from politburo.records import Decision, Directive, Document, Witness
from politburo.text import Span
from politburo.tokens import keys_of
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

__all__ = [
    "Place",
    "between",
    "day_of_paper",
    "decisions",
    "directives",
    "has_phrase",
    "mark_span",
    "passage",
    "said",
    "words_before",
]

_LOOKED_BACK = 48


class Place(NamedTuple):
    """Where a directive stands: its entity, witness and decision, and the day by which it is judged."""

    entity: str
    witness: Witness
    decision: Decision
    directive: Directive

    @property
    def day(self) -> PartialDate | None:
        """The day of the decision, else of the protocol."""
        return day_of(self.witness, self.decision)


def day_of(witness: Witness, decision: Decision) -> PartialDate | None:
    """Return the day of the decision, else of the protocol."""
    return next(iter((*decision.dates, *witness.protocol.dates)), None)


def day_of_paper(
    document: Document, witness: Witness, decision: Decision | None = None
) -> PartialDate | None:
    """Return the day by which names are judged: of the decision or protocol, else the catalogue's."""
    own = day_of(witness, decision) if decision else next(iter(witness.protocol.dates), None)
    days = document.item.dates if document.item and not _has_days(witness) else ()
    return own or next(iter(days), None)


def _has_days(witness: Witness) -> bool:
    return bool(witness.protocol.dates) or any(decision.dates for decision in witness.protocol.decisions)


def decisions(document: Document) -> Iterator[tuple[str, Witness, Decision]]:
    """Yield each decision of each witness with its entity (``ru/9``)."""
    for witness in document.witnesses:
        for decision in witness.protocol.decisions:
            yield f"{witness.key}/{decision.number}", witness, decision


def directives(document: Document) -> Iterator[Place]:
    """Yield each directive of each witness with its place (``ru/9/1``)."""
    for entity, witness, decision in decisions(document):
        for directive in decision.directives:
            yield Place(f"{entity}/{'/'.join(directive.path)}", witness, decision, directive)


def said(document: Document, value: Value) -> str:
    """Return what stands in the text for a value, in quotation marks; without a text its canonical form.

    >>> from politburo.values.terms import Wording
    >>> said(Document("Протокол № 52"), Wording("52", span=Span(11, 13)))
    '«52»'
    """
    return f"«{passage(document, value.span) or value}»"


def passage(document: Document, span: Span | None) -> str:
    """Return the text of a passage on one line."""
    return " ".join(span.of(document.text).split()) if span else ""


def words_before(document: Document, span: Span | None) -> list[str]:
    """Return the folded words and marks that stand in the text before a passage, nearest last.

    >>> words_before(Document("Бывш. Наркомснабу"), Span(6, 17))
    ['бывш', '.']
    """
    if span is None:
        return []
    return keys_of(document.text[max(0, span.start - _LOOKED_BACK) : span.start])


def between(document: Document, first: Span | None, second: Span | None) -> list[str]:
    """Return the folded words and marks between two passages."""
    return (
        keys_of(document.text[first.stop : second.start]) if first is not None and second is not None else []
    )


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(table("checking")[name])


def has_phrase(keys: Iterable[str], name: str, *, last: bool = False) -> bool:
    """Tell whether words hold a phrase of the vocabulary's list ``name``, or with ``last`` end in one.

    >>> has_phrase(["рублей", ",", "в", "том", "числе", ":"], "parts_some")
    True
    """
    line = f" {' '.join(word for word in keys if word[:1].isalnum())} "
    if last:
        return any(line.endswith(f" {phrase} ") for phrase in _phrases(name))
    return any(f" {phrase} " in line for phrase in _phrases(name))


def mark_span(document: Document, span: Span | None, label: str) -> Span | None:
    """Return the place of the mark that opens a passage, without a text the passage itself.

    >>> mark_span(Document("п. 18: О завозе"), Span(0, 15), "18")
    Span(start=0, stop=5)
    """
    if span is None:
        return None
    at = document.text.find(label, span.start, span.start + len(label) + 8)
    return Span(span.start, at + len(label)) if at >= 0 else Span(span.start, min(span.stop, span.start + 1))
