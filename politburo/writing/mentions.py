"""Every value of a document with the row of the statements that says what it is a value of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from politburo.records import Document
from politburo.text import Span
from politburo.values.base import Value
from politburo.writing.statements import Statement, statements

__all__ = ["Mention", "innermost", "mentions"]


@frozen
class Mention:
    """A row of the statements with the value it was written from; ``number`` is its place among the rows."""

    number: int
    row: Statement
    value: Value


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the values of a document in the order of its statements; findings are no values.

    >>> from politburo.records import CataloguePage
    >>> from politburo.values.terms import Wording
    >>> page = CataloguePage(title=Wording("О Монголии", span=Span(0, 10)))
    >>> [(mention.row.entity, mention.value) for mention in mentions(Document("О Монголии", page))]
    [('item', Wording('О Монголии'))]
    """
    values = {(value.span, str(value)): value for value in _values(document)}
    for number, row in enumerate((*statements(document), *_present(document)), 1):
        span = None if row.start is None or row.stop is None else Span(row.start, row.stop)
        value = values.get((span, row.value))
        if value is not None and row.property != "finding":
            yield Mention(number, row, value)


def _present(document: Document) -> Iterator[Statement]:
    """Yield who was present, which is no statement, in the form of one."""
    for witness in document.witnesses:
        for person in (person for group in witness.protocol.attendance for person in group.persons):
            if person.span is not None:
                start, stop = person.span.start, person.span.stop
                quote = person.span.of(document.text)
                yield Statement(witness.key, "attendee", str(person), quote, start, stop, person.status)


def _values(record: Any) -> Iterator[Value]:
    """Yield every value in a record, recipients' parties not apart from them."""
    if isinstance(record, Value):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _values(item)
    elif attrs.has(type(record)) and not isinstance(record, Span):
        for name in attrs.fields_dict(type(record)):
            yield from _values(getattr(record, name))


def innermost(document: Document) -> list[Mention]:
    """Return one value for each passage in the order of the text, the shorter where passages overlap.

    >>> innermost(Document("О Монголии"))
    []
    """
    found = {m.value.span: m for m in reversed(list(mentions(document))) if m.value.span}
    chosen: list[Span] = []
    for span in sorted((span for span in found if span), key=lambda span: (len(span), span.start)):
        if len(span) and not any(span.overlaps(other) for other in chosen):
            chosen.append(span)
    return [found[span] for span in sorted(chosen)]
