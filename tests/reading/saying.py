"""Papers of one point, and what they say in a form that tests can compare."""

from __future__ import annotations

from politburo.reading.assembling import read_document
from politburo.records import Document, Loan, Order
from politburo.writing.statements import statements

__all__ = ["english", "loans", "orders", "russian", "said", "values"]

_RUSSIAN = """ПРОТОКОЛ № {protocol}

ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от {day}

12.- О Персии.

{text}
"""
_ENGLISH = """PROTOCOL No. {protocol}

of the meeting of the Politburo of the CC VKP(b) of {day}

12.- On Persia.

{text}
"""


def russian(text: str, *, day: str = "14 марта 1935 г.", protocol: str = "21") -> Document:
    """Read a Russian protocol of one point, number 12, with this text."""
    return read_document(_RUSSIAN.format(text=text, day=day, protocol=protocol))


def english(text: str, *, day: str = "14 March 1935", protocol: str = "21") -> Document:
    """Read an English protocol of one point, number 12, with this text."""
    return read_document(_ENGLISH.format(text=text, day=day, protocol=protocol))


def said(document: Document, *properties: str) -> list[str]:
    """Return the statements of these properties as «entity property value», in order."""
    rows = [row for row in statements(document) if not properties or row.property in properties]
    return [f"{row.entity} {row.property} {row.value}" for row in rows]


def values(document: Document, *properties: str) -> list[str]:
    """Return the statements of these properties as «property value», in order."""
    return [line.partition(" ")[2] for line in said(document, *properties)]


def orders(document: Document) -> list[str]:
    """Return the orders of a paper, each as «verb [who is told to act] what he is to do»."""
    directives = (d for w in document.witnesses for p in w.protocol.decisions for d in p.directives)
    return [_order(order) for directive in directives for order in directive.orders]


def _order(order: Order) -> str:
    names = f"[{', '.join(map(str, order.responsible))}]" if order.responsible else ""
    parts = (str(order.action or "-"), names, " ".join(map(str, order.tasks)))
    return " ".join(part for part in parts if part)


def loans(document: Document) -> list[Loan]:
    """Return the loans of the first witness."""
    return list(document.witnesses[0].loans)
