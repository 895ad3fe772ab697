"""Hypothesis strategies for every public type: test your own code with papers that could have been.

``@given(protocols())`` or ``@given(st.from_type(Protocol))``: bodies that existed, persons who lived, sums in
the money of the day, in the four forms of :class:`politburo.writing.text.Form`. What fails shrinks to the
shortest paper that still does.

The strategies are registered when this module is loaded, and Hypothesis loads it by itself wherever
politburo is installed (an entry point); neither reads the vocabulary or loads more than the types.
"""

from __future__ import annotations

from politburo.testing.texts import catalogue_pages, documents, findings, loans, papers, readings, statements, witnesses
from politburo.testing.period import Period, bodies, currencies, days, periods, persons
from politburo.testing.sayings import Said, decisions, directives, orders, protocols, recipients, said
from politburo.testing.registry import register
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

__all__ = [
    "Period",
    "Said",
    "actions",
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
