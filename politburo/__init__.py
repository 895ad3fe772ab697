"""Read Politburo papers into typed records, each value tied to the passage it was read from.

>>> import politburo
>>> str(politburo.MonetaryAmount.parse("500.000 золотых рублей"))
'500000 RUB_GOLD'
"""

from politburo.errors import ParseError, PolitburoError
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.reading.finding import find
from politburo.records import (
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
from politburo.text import Span
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
from politburo.writing.json import dumps, loads
from politburo.writing.statements import Statement, statements

__all__ = [
    "Action",
    "Body",
    "CataloguePage",
    "Charge",
    "Code",
    "Currency",
    "Decision",
    "Directive",
    "Document",
    "Duration",
    "Finding",
    "Level",
    "Loan",
    "MonetaryAmount",
    "Numeral",
    "Order",
    "ParseError",
    "PartialDate",
    "Person",
    "PolitburoError",
    "Procedure",
    "Protocol",
    "Quantity",
    "Rate",
    "Reading",
    "Recipient",
    "Secrecy",
    "Shelfmark",
    "Span",
    "Statement",
    "Status",
    "Unit",
    "Value",
    "Witness",
    "Wording",
    "dumps",
    "find",
    "loads",
    "read",
    "statements",
]
