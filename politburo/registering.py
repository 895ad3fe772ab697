"""What Hypothesis is told when it is loaded: which strategy of :mod:`politburo.testing` makes which type.

Hypothesis calls :func:`register` by itself wherever politburo is installed (an entry point), so nothing
is loaded here but the types. The strategies follow when the first of them is asked for.

To add a type: its strategy in :mod:`politburo.testing`, and its line in :func:`strategies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from politburo import records
from politburo.findings import Finding
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

__all__ = ["register", "strategies"]


def strategies() -> dict[type[Any], str]:
    """Return the name of the strategy of each type, as :mod:`politburo.testing` has it.

    >>> strategies()[Shelfmark]
    'shelfmarks'
    """
    return {
        Action: "actions",
        Body: "bodies",
        Code: "codes",
        Currency: "currencies",
        Duration: "durations",
        Finding: "findings",
        MonetaryAmount: "money",
        Numeral: "numerals",
        PartialDate: "dates",
        Person: "persons",
        Procedure: "procedures",
        Quantity: "quantities",
        Rate: "rates",
        Secrecy: "secrecies",
        Shelfmark: "shelfmarks",
        Span: "spans",
        Unit: "units",
        Value: "every_value",
        Wording: "wordings",
        records.Attendance: "attendances",
        records.CataloguePage: "catalogue_pages",
        records.Charge: "charges",
        records.Decision: "decisions",
        records.Directive: "directives",
        records.Document: "documents",
        records.Loan: "loans",
        records.Order: "orders",
        records.Protocol: "protocols",
        records.Reading: "readings",
        records.Recipient: "recipients",
        records.Witness: "witnesses",
    }


def register() -> None:
    """Tell Hypothesis of every strategy; doing it again changes nothing."""
    from hypothesis.strategies import register_type_strategy

    for kind, name in strategies().items():
        register_type_strategy(kind, _asked(name))


def _asked(name: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    """Return what loads a strategy when it is asked for."""

    def strategy(_: type[Any]) -> SearchStrategy[Any]:
        from importlib import import_module

        made: SearchStrategy[Any] = getattr(import_module("politburo.testing"), name)()
        return made

    return strategy
