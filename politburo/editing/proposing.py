"""The first file of readings: everything that was emended, and what the witnesses read differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from politburo.checking import Collation, Outcome
from politburo.editing.emendations import Emendation
from politburo.editing.places import around
from politburo.editing.readings import Readings
from politburo.editing.walking import values
from politburo.findings import Finding
from politburo.records import Document
from politburo.text import Span
from politburo.values.base import Status, Value
from politburo.values.names import Body

__all__ = ["proposals"]

_FAULTS = ("probable-misreading", "confusable-character")
_COLLATED = ("body", "money", "quantity", "date", "duration")


def proposals(document: Document) -> Readings:
    """Return a reading for every passage that was emended or that another witness reads differently.

    >>> proposals(Document("О Монголии"))
    Readings(entries=())
    """
    found: dict[Span, Emendation] = {}
    for entry, span in (*_emended(document), *_faults(document), *_disputed(document)):
        if not any(span.overlaps(other) for other in found):
            found[span] = entry
    return Readings(tuple(found[span] for span in sorted(found)))


def _proposal(document: Document, span: Span, reading: str, reason: str) -> Emendation:
    before, after = around(document.text, span)
    return Emendation(
        " ".join(span.of(document.text).split()),
        reading,
        reason,
        start=span.start,
        before=before,
        after=after,
    )


def _emended(document: Document) -> Iterator[tuple[Emendation, Span]]:
    """Yield the values that were emended with their grounds; longer passages, as titles, come last."""
    languages = {witness.key: witness.language for witness in document.witnesses}
    emended = [
        (value, span, languages[witness.key])
        for witness in document.witnesses
        for value in values(witness)
        if (span := _emended_at(value)) is not None
    ]
    emended += [
        (value, span, "en") for value in values(document.item) if (span := _emended_at(value)) is not None
    ]
    for value, span, language in sorted(emended, key=lambda each: len(each[1])):
        yield _proposal(document, span, _form(value, language), _grounds(document, span)), span


def _emended_at(value: Value) -> Span | None:
    return value.span if value.status is Status.EMENDED else None


def _form(value: Value, language: str) -> str:
    return value.label(language) if isinstance(value, Body) else str(value)


def _grounds(document: Document, span: Span) -> str:
    found = [f for f in document.findings if f.rule in _FAULTS and f.span and f.span.overlaps(span)]
    return "; ".join(dict.fromkeys(finding.message for finding in found))


def _faults(document: Document) -> Iterator[tuple[Emendation, Span]]:
    """Yield the faults in passages that no value covers: «ВКП(6)» in a signature."""
    for finding in document.findings:
        reading = _told(finding)
        if finding.rule in _FAULTS and finding.span is not None and reading:
            yield _proposal(document, finding.span, reading, finding.message), finding.span


def _told(finding: Finding) -> str:
    """Return the reading that a message tells."""
    match = _reading().search(finding.message)
    return match[1] if match else ""


@cache
def _reading() -> re.Pattern[str]:
    return re.compile(r"^«[^»]*» is read as «([^»]+)»")


def _disputed(document: Document) -> Iterator[tuple[Emendation, Span]]:
    """Yield what the first of two witnesses reads differently: either may be right."""
    for comparison in Collation.of(document).comparisons:
        language = comparison.first.language
        for section, variant in comparison.variants:
            value, other = variant.first, variant.second
            disputed = variant.outcome is Outcome.DISAGREEMENT and variant.property in _COLLATED
            if disputed and value is not None and other is not None and value.span is not None:
                quote = other.span.of(document.text) if other.span else str(other)
                reason = f"{section.second} has «{' '.join(quote.split())}»; either may be right"
                yield _proposal(document, value.span, _form(other, language), reason), value.span
