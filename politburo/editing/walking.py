"""Going through everything a document says, and putting other values in the place of some."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from politburo.findings import Finding
from politburo.records import Document
from politburo.text import Span
from politburo.values.base import Value

__all__ = ["mapped", "replaced", "values"]

R = TypeVar("R")


def values(record: Any) -> Iterator[Value]:
    """Yield every value of a record and of the records in it.

    >>> from politburo.records import Protocol
    >>> from politburo.values.terms import Wording
    >>> list(values(Protocol(numbers=(Wording("34"),))))
    [Wording('34')]
    """
    if isinstance(record, tuple):
        for item in record:
            yield from values(item)
    elif attrs.has(type(record)) and not isinstance(record, Span | Finding):
        if isinstance(record, Value):
            yield record
        for field in attrs.fields(type(record)):
            yield from values(getattr(record, field.name))


def replaced(record: R, change: Callable[[Value], Value | None]) -> R:
    """Return a record with each value in it changed; what becomes None is left out."""
    changed: R = _replaced(record, change)
    return changed


def _replaced(record: Any, change: Callable[[Value], Value | None]) -> Any:
    if isinstance(record, tuple):
        items = [_replaced(item, change) for item in record]
        return tuple(item for item in items if item is not None)
    if not attrs.has(type(record)) or isinstance(record, Span | Finding):
        return record
    fields = {field.name: getattr(record, field.name) for field in attrs.fields(type(record))}
    new = {name: _replaced(value, change) for name, value in fields.items()}
    if isinstance(record, Value):
        # A recipient whose name cannot be read is none.
        lost = any(isinstance(fields[name], Value) and value is None for name, value in new.items())
        return None if lost else change(_with(record, fields, new))
    return _with(record, fields, new)


def _with(record: Any, fields: dict[str, Any], new: dict[str, Any]) -> Any:
    changes = {name: value for name, value in new.items() if value is not fields[name]}
    return attrs.evolve(record, **changes) if changes else record


def mapped(document: Document, place: Callable[[Span], Span]) -> Document:
    """Return a document with every passage in it moved; the text stays."""
    moved: Document = _mapped(document, place)
    return moved


def _mapped(record: Any, place: Callable[[Span], Span]) -> Any:
    if isinstance(record, Span):
        return place(record)
    if isinstance(record, tuple):
        return tuple(_mapped(item, place) for item in record)
    if not attrs.has(type(record)):
        return record
    fields = {field.name: getattr(record, field.name) for field in attrs.fields(type(record))}
    return _with(record, fields, {name: _mapped(value, place) for name, value in fields.items()})
