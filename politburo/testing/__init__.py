"""Hypothesis strategies for every public type: test your own code with papers that could have been.

``@given(protocols())`` or ``@given(st.from_type(Protocol))``: bodies that existed, persons who lived, sums in
the money of the day, in the four forms of :class:`politburo.writing.text.Form`. What fails shrinks to the
shortest paper that still does.

Hypothesis knows the strategies wherever politburo is installed, by an entry point
(:mod:`politburo.registering`); the vocabulary is read when the first of them is drawn from.
"""

from __future__ import annotations

from hypothesis import strategies as st

from politburo.registering import register
from politburo.testing.period import Period, bodies, currencies, days, periods, persons
from politburo.testing.sayings import (
    Said,
    attendances,
    decisions,
    directives,
    orders,
    protocols,
    recipients,
    said,
)
from politburo.testing.texts import (
    catalogue_pages,
    documents,
    every_value,
    findings,
    loans,
    papers,
    readings,
    statements,
    witnesses,
)
from politburo.testing.values import (
    actions,
    charges,
    codes,
    dates,
    durations,
    money,
    numerals,
    procedures,
    quantities,
    rates,
    read_values,
    secrecies,
    shelfmarks,
    spans,
    units,
    wordings,
)
from politburo.writing.statements import Statement

__all__ = [
    "Period",
    "Said",
    "actions",
    "attendances",
    "bodies",
    "catalogue_pages",
    "charges",
    "codes",
    "currencies",
    "dates",
    "days",
    "decisions",
    "directives",
    "documents",
    "durations",
    "every_value",
    "findings",
    "loans",
    "money",
    "numerals",
    "orders",
    "papers",
    "periods",
    "persons",
    "procedures",
    "protocols",
    "quantities",
    "rates",
    "read_values",
    "readings",
    "recipients",
    "register",
    "said",
    "secrecies",
    "shelfmarks",
    "spans",
    "statements",
    "units",
    "witnesses",
    "wordings",
]

register()
# What else has a strategy here and would be heavy to know of beforehand.
st.register_type_strategy(Statement, lambda _: statements())
