"""Read Politburo papers into typed records, each value tied to the passage it was read from.

The names below are loaded when they are first used, so that ``import politburo`` costs next to
nothing.

>>> import politburo
>>> str(politburo.MonetaryAmount.parse("500.000 золотых рублей"))
'500000 RUB_GOLD'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from politburo.accounts import Balance, LoanAccount, LoanAccounts
    from politburo.checking import Collation, check, explain
    from politburo.corpus import build, read_batches
    from politburo.decisions import Point, points
    from politburo.editing import Readings
    from politburo.errors import FormatError, LimitError, MissingExtraError, ParseError, PolitburoError
    from politburo.extending import extend, forget_extensions
    from politburo.findings import Finding, Level
    from politburo.limits import Limits
    from politburo.localizing import localize
    from politburo.rates import BasisRequired, Conversion, ExchangeRate, RateTable, convert
    from politburo.reader import read
    from politburo.reading.finding import find
    from politburo.records import (
        Attendance,
        CataloguePage,
        Charge,
        Decision,
        Directive,
        Document,
        Loan,
        Order,
        Protocol,
        Reading,
        Recipient,
        Witness,
    )
    from politburo.schedules import Payment, Schedule
    from politburo.showing.html import show
    from politburo.sources import Page, Place, Source, SourceError, open_source
    from politburo.text import Span
    from politburo.values.arithmetic import CurrencyMismatch, sum_of
    from politburo.values.base import Status, Value
    from politburo.values.codes import Code
    from politburo.values.dates import PartialDate
    from politburo.values.durations import Duration
    from politburo.values.money import Currency, MonetaryAmount
    from politburo.values.names import Body, Person
    from politburo.values.numerals import Numeral
    from politburo.values.quantities import Quantity, Rate, Unit
    from politburo.values.shelfmarks import Shelfmark
    from politburo.values.terms import Action, Procedure, Secrecy, Wording
    from politburo.verifying import Verification, verify
    from politburo.writing.citations import cite
    from politburo.writing.json import dumps, loads
    from politburo.writing.linked import to_annotations, to_rdf
    from politburo.writing.money_trail import to_ftm
    from politburo.writing.schema import json_schema
    from politburo.writing.statements import Statement, from_csv, statements, to_csv
    from politburo.writing.tables.frames import frames
    from politburo.writing.tei import from_tei, to_tei

# Where each public name lives.
_HOMES = {
    "politburo.accounts": "Balance LoanAccount LoanAccounts",
    "politburo.checking": "Collation check explain",
    "politburo.corpus": "build read_batches",
    "politburo.editing": "Readings",
    "politburo.errors": "FormatError LimitError MissingExtraError ParseError PolitburoError",
    "politburo.extending": "extend forget_extensions",
    "politburo.findings": "Finding Level",
    "politburo.limits": "Limits",
    "politburo.localizing": "localize",
    "politburo.rates": "BasisRequired Conversion ExchangeRate RateTable convert",
    "politburo.decisions": "Point points",
    "politburo.reader": "read",
    "politburo.reading.finding": "find",
    "politburo.records": (
        "Attendance CataloguePage Charge Decision Directive Document Loan Order Protocol Reading Recipient "
        "Witness"
    ),
    "politburo.schedules": "Payment Schedule",
    "politburo.showing.html": "show",
    "politburo.sources": "Page Place Source SourceError open_source",
    "politburo.text": "Span",
    "politburo.values.arithmetic": "CurrencyMismatch sum_of",
    "politburo.values.base": "Status Value",
    "politburo.values.codes": "Code",
    "politburo.values.dates": "PartialDate",
    "politburo.values.durations": "Duration",
    "politburo.values.money": "Currency MonetaryAmount",
    "politburo.values.names": "Body Person",
    "politburo.values.numerals": "Numeral",
    "politburo.values.quantities": "Quantity Rate Unit",
    "politburo.values.shelfmarks": "Shelfmark",
    "politburo.values.terms": "Action Procedure Secrecy Wording",
    "politburo.verifying": "Verification verify",
    "politburo.writing.citations": "cite",
    "politburo.writing.json": "dumps loads",
    "politburo.writing.linked": "to_annotations to_rdf",
    "politburo.writing.money_trail": "to_ftm",
    "politburo.writing.schema": "json_schema",
    "politburo.writing.statements": "Statement from_csv statements to_csv",
    "politburo.writing.tables.frames": "frames",
    "politburo.writing.tei": "from_tei to_tei",
}

__all__ = [
    "Action",
    "Attendance",
    "Balance",
    "BasisRequired",
    "Body",
    "CataloguePage",
    "Charge",
    "Code",
    "Collation",
    "Conversion",
    "Currency",
    "CurrencyMismatch",
    "Decision",
    "Directive",
    "Document",
    "Duration",
    "ExchangeRate",
    "Finding",
    "FormatError",
    "Level",
    "LimitError",
    "Limits",
    "Loan",
    "LoanAccount",
    "LoanAccounts",
    "MissingExtraError",
    "MonetaryAmount",
    "Numeral",
    "Order",
    "Page",
    "ParseError",
    "PartialDate",
    "Payment",
    "Person",
    "Place",
    "Point",
    "PolitburoError",
    "Procedure",
    "Protocol",
    "Quantity",
    "Rate",
    "RateTable",
    "Reading",
    "Readings",
    "Recipient",
    "Schedule",
    "Secrecy",
    "Shelfmark",
    "Source",
    "SourceError",
    "Span",
    "Statement",
    "Status",
    "Unit",
    "Value",
    "Verification",
    "Witness",
    "Wording",
    "build",
    "check",
    "cite",
    "convert",
    "dumps",
    "explain",
    "extend",
    "find",
    "forget_extensions",
    "frames",
    "from_csv",
    "from_tei",
    "json_schema",
    "loads",
    "localize",
    "open_source",
    "points",
    "read",
    "read_batches",
    "show",
    "statements",
    "sum_of",
    "to_annotations",
    "to_csv",
    "to_ftm",
    "to_rdf",
    "to_tei",
    "verify",
]


def __getattr__(name: str) -> object:
    """Load a public name from the module in which it lives."""
    import importlib

    home = next((module for module, names in _HOMES.items() if name in names.split()), None)
    if home is None:
        raise AttributeError(f"module 'politburo' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
