"""Which strategy makes which type: what ``st.from_type`` asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from politburo import records
from politburo.findings import Finding
from politburo.testing import period, sayings, texts, values
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import Currency, MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate, Unit
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.writing.statements import Statement

__all__ = ["STRATEGIES", "register"]

_VALUES: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Action: values.actions,
    Body: period.bodies,
    Code: values.codes,
    Duration: values.durations,
    MonetaryAmount: values.money,
    Numeral: values.numerals,
    PartialDate: values.dates,
    Person: period.persons,
    Procedure: values.procedures,
    Quantity: values.quantities,
    Rate: values.rates,
    records.Charge: values.charges,
    records.Recipient: sayings.recipients,
    Secrecy: values.secrecies,
    Shelfmark: values.shelfmarks,
    Wording: values.wordings,
}

STRATEGIES: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    **_VALUES,
    Currency: period.currencies,
    Finding: texts.findings,
    Span: values.spans,
    Statement: texts.statements,
    Unit: values.units,
    Value: lambda: st.one_of(*(strategy() for strategy in _VALUES.values())),
    records.CataloguePage: texts.catalogue_pages,
    records.Decision: sayings.decisions,
    records.Directive: sayings.directives,
    records.Document: texts.documents,
    records.Loan: texts.loans,
    records.Order: sayings.orders,
    records.Protocol: sayings.protocols,
    records.Reading: texts.readings,
    records.Witness: texts.witnesses,
}


def register() -> None:
    """Tell Hypothesis of every strategy; doing it again changes nothing."""
    for kind, strategy in STRATEGIES.items():
        st.register_type_strategy(kind, _made(strategy))


def _made(strategy: Callable[[], st.SearchStrategy[Any]]) -> Callable[[type[Any]], st.SearchStrategy[Any]]:
    return lambda _: strategy()
