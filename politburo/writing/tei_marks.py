"""The elements of TEI by which values are marked in a text: ``<measure type="currency" …>``.

A further kind of value is a line of :func:`_elements`; one without a line is a ``<seg>`` of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from politburo.values.base import Status, Value

__all__ = ["marked_as", "number_of"]


def marked_as(value: Value) -> tuple[str, dict[str, str]]:
    """Return the element of a value and its attributes; what is not simply stated has ``cert`` and ``resp``.

    >>> from politburo.values.money import MonetaryAmount
    >>> marked_as(MonetaryAmount.parse("20 тыс. иен"))
    ('measure', {'type': 'currency', 'unit': 'JPY', 'quantity': '20000'})
    """
    tag, attributes = _elements().get(value.kind, _segment)(value)
    if value.status is not Status.STATED:
        attributes |= {"cert": "medium", "resp": "#politburo"}
    return tag, attributes


def number_of(value: Value) -> dict[str, str]:
    """Return the attributes of the ``<num>`` in a measure that is a range or approximate.

    A ``<measure>`` can say one quantity only.

    >>> from politburo.values.money import MonetaryAmount
    >>> number_of(MonetaryAmount.parse("до 20 тыс. иен")), number_of(MonetaryAmount.parse("~500 RUB"))
    ({'max': '20000'}, {'value': '500', 'type': 'approximate'})
    """
    if value.kind not in {"money", "quantity"}:
        return {}
    figures = str(value).partition(" ")[0]
    low, slash, high = figures.lstrip("~").partition("/")
    ends = (("min", low), ("max", high)) if slash else (("value", low),)
    found = {name: end for name, end in ends if end != ".."}
    if figures.startswith("~"):
        return found | {"type": "approximate"}
    return found if slash else {}


_Marked = tuple[str, dict[str, str]]


@cache
def _elements() -> Mapping[str, Callable[[Value], _Marked]]:
    return {
        "money": lambda value: _measure("currency", str(value)),
        "quantity": lambda value: _measure("quantity", str(value)),
        "rate": lambda value: ("measure", {"type": "rate", "quantity": str(value), "unit": "percent_a_year"}),
        "date": lambda value: ("date", _when(str(value))),
        "duration": lambda value: ("date", {"dur-iso" if "W" in str(value) else "dur": str(value)}),
        "body": lambda value: ("orgName", {"key": str(value)}),
        "person": lambda value: ("persName", {"key": str(value)}),
        "shelfmark": lambda value: ("idno", {"type": "shelfmark", "n": str(value)}),
    }


def _segment(value: Value) -> _Marked:
    return "seg", {"type": value.kind, "n": " ".join(str(value).split())}


def _measure(kind: str, canonical: str) -> _Marked:
    figures, _, unit = canonical.partition(" ")
    attributes = {"type": kind, "unit": unit}
    if "/" not in figures:
        attributes["quantity"] = figures.lstrip("~")
    return "measure", attributes


def _when(canonical: str) -> dict[str, str]:
    """Return the attributes of a date; what TEI has no word for, a day of no year say, has only ``n``."""
    low, slash, high = canonical.rstrip("~").partition("/")
    plain = r"\d{4}(-\d\d(-\d\d)?)?"
    ends = [("when", low)] if not slash else [("from", low), ("to", high)]
    found = {name: end for name, end in ends if re.fullmatch(plain, end)}
    return {"n": canonical} | {"from_" if name == "from" else name: end for name, end in found.items()}
