"""From statements back to records: the document that a file of rows describes.

``ru/9/2,money,500000 RUB_GOLD,…`` is a sum of directive ``2`` of decision ``9`` of the witness ``ru``.

Statements do not say everything: which order a task belongs to, a catalogue page's summary, how much a
finding weighs. What they say comes back: the statements of the rebuilt document are the rows it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, fields_dict

from politburo.errors import FormatError, ParseError
from politburo.findings import Finding, Level
from politburo.records import (
    CataloguePage,
    Charge,
    Decision,
    Directive,
    Document,
    Loan,
    Order,
    Protocol,
    Recipient,
    Witness,
)
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table
from politburo.writing.statements import Statement

__all__ = ["records_from"]

R = TypeVar("R")

# The field of the records in which the values of a property are gathered, where that has another name.
_FIELDS = {
    "number": "numbers",
    "body": "bodies",
    "date": "dates",
    "procedure": "procedures",
    "secrecy": "secrecies",
    "signatory": "signatories",
    "shelfmark": "shelfmarks",
    "url": "urls",
    "language": "languages",
    "speaker": "speakers",
    "recipient": "recipients",
    "quantity": "quantities",
    "deadline": "deadlines",
    "person": "persons",
    "tranche": "tranches",
    "borrower": "borrowers",
    "lender": "lenders",
    "drawdown": "drawdowns",
    "basis": "bases",
}
_SINGLE = frozenset({"title", "special_number", "principal", "rate", "term"})
_ORDERS = frozenset({"action", "task", "responsible"})


def records_from(rows: Iterable[Statement], text: str = "") -> Document:
    """Return the document that statements describe; ``text`` is the paper they were read from.

    Raises :class:`FormatError` with the number of a row whose property or value is none of the
    statements'.

    >>> rows = [Statement("ru", "number", "34"), Statement("ru/9", "title", "О Монголии")]
    >>> records_from(rows).witnesses[0].protocol.decisions
    (Decision(number='9', title=Wording('О Монголии')),)
    """
    given = [(row, _value(number, row)) for number, row in enumerate(rows, 1)]
    by_entity: dict[str, list[_Said]] = {}
    for row, value in given:
        by_entity.setdefault(row.entity, []).append((row, value))
    item = by_entity.pop("item", None)
    findings = tuple(_finding(row) for row, _ in by_entity.pop("document", ()))
    keys = dict.fromkeys(entity.split("/")[0] for entity in by_entity)
    witnesses = tuple(_witness(key, by_entity) for key in keys)
    return Document(text, _record(CataloguePage, item) if item else None, witnesses, findings)


# A row and the value that stands in it.
_Said = tuple[Statement, Value]


def _span(row: Statement) -> Span | None:
    return None if row.start is None or row.stop is None else Span(row.start, row.stop)


def _finding(row: Statement) -> Finding:
    return Finding(row.value, Level.WARNING, "as stated", _span(row))


# --- records ------------------------------------------------------------------------------------


def _witness(key: str, by_entity: Mapping[str, Sequence[_Said]]) -> Witness:
    own = by_entity.get(key, ())
    mine = {name: rows for name, rows in by_entity.items() if name.startswith(f"{key}/")}
    loans = tuple(_record(Loan, rows) for name, rows in mine.items() if name.startswith(f"{key}/loan/"))
    rest = {name: rows for name, rows in mine.items() if not name.startswith(f"{key}/loan/")}
    decisions = tuple(_decision(name, rest) for name in _decision_names(rest))
    protocol = evolve(_record(Protocol, own), decisions=decisions)
    return evolve(_record(Witness, own, key=key, language=key[:2]), protocol=protocol, loans=loans)


def _decision_names(rows: Mapping[str, Sequence[_Said]]) -> list[str]:
    """Return the entities of decisions, in order: those that say what only decisions say, else one part long.

    A number with a slash («85/72») looks like a directive; its title tells it apart.
    """
    own = {"title", "speaker", "recipient", "procedure", "secrecy", "signatory"}
    named = [name for name, said in rows.items() if any(row.property in own for row, _ in said)]
    found: dict[str, None] = {}
    for name in rows:
        known = [each for each in named if name == each or name.startswith(f"{each}/")]
        found[known[0] if known else "/".join(name.split("/")[:2])] = None
    return list(found)


def _decision(entity: str, rows: Mapping[str, Sequence[_Said]]) -> Decision:
    below = (
        (name.removeprefix(f"{entity}/"), said)
        for name, said in rows.items()
        if name.startswith(f"{entity}/")
    )
    directives = tuple(_directive(path, said) for path, said in below)
    return evolve(
        _record(Decision, rows.get(entity, ()), number=entity.split("/", 1)[1]), directives=directives
    )


def _directive(path: str, said: Sequence[_Said]) -> Directive:
    """Rebuild a directive; an action begins an order, tasks and names go to the order before them."""
    orders: list[Order] = []
    for row, value in said:
        if row.property not in _ORDERS:
            continue
        if row.property == "action" or not orders:
            orders.append(Order())
        orders[-1] = _with(orders[-1], row.property, value)
    return evolve(_record(Directive, said, path=tuple(path.split("/"))), orders=tuple(orders))


def _with(order: Order, name: str, value: Any) -> Order:
    if name == "action":
        return evolve(order, action=value)
    if name == "task":
        return evolve(order, tasks=(*order.tasks, value))
    return evolve(order, responsible=(*order.responsible, value))


def _record(cls: type[R], said: Iterable[_Said], **known: Any) -> R:
    fields: dict[str, Any] = dict(known)
    for row, value in said:
        name = _FIELDS.get(row.property, row.property)
        if name in fields_dict(cls):  # type: ignore[arg-type]  # every record is an attrs class
            fields[name] = value if row.property in _SINGLE else (*fields.get(name, ()), value)
    return cls(**fields)


# --- values -------------------------------------------------------------------------------------


def _value(number: int, row: Statement) -> Value:
    if row.property == "finding":
        return Wording(row.value, span=_span(row), status=row.status)
    read = _readers().get(row.property)
    if read is None:
        raise FormatError(f"expected a property of the statements, got {row.property!r}", f"row {number}")
    try:
        return read(row.value).read_from(_span(row), row.status)
    except ParseError as error:
        raise FormatError(f"{error.message}, got {row.value!r}", f"row {number} ({row.property})") from None
    except ValueError as error:
        raise FormatError(str(error), f"row {number} ({row.property})") from None


def _body(name: str) -> Body:
    return Body(id=name) if name in table("agencies") else Body(name=name)


def _person(name: str) -> Person:
    surname, _, initials = name.rpartition(" ") if name.endswith(".") else (name, "", "")
    return Person(surname, initials)


def _party(name: str) -> Person | Body:
    """Return a body for an id or a name of several words, else a person."""
    several = " " in name and not name.endswith(".")
    return _body(name) if name in table("agencies") or several else _person(name)


def _recipient(said: str) -> Recipient:
    party, bracket, scope = said.removesuffix("]").partition(" [")
    return Recipient(_party(party), tuple(scope.split(", ")) if bracket else ())


def _amount(said: str) -> MonetaryAmount | Quantity:
    return MonetaryAmount.parse(said) if said.rsplit(" ", maxsplit=1)[-1].isupper() else Quantity.parse(said)


def _deadline(said: str) -> PartialDate | Duration:
    return Duration.parse(said) if said.startswith("P") else PartialDate.parse(said)


@cache
def _readers() -> Mapping[str, Callable[[str], Value]]:
    return {
        **dict.fromkeys(("title", "number", "special_number", "storage", "url", "language"), Wording),
        **dict.fromkeys(("obtained_by", "translated_by"), Wording),
        **dict.fromkeys(("action", "task"), Action),
        **dict.fromkeys(("responsible", "speaker", "borrower", "lender"), _party),
        **dict.fromkeys(("person", "signatory"), _person),
        **dict.fromkeys(("principal", "tranche"), _amount),
        **dict.fromkeys(("drawdown", "basis"), Charge),
        "body": _body,
        "recipient": _recipient,
        "date": PartialDate.parse,
        "deadline": _deadline,
        "procedure": Procedure,
        "secrecy": Secrecy,
        "shelfmark": Shelfmark.parse,
        "money": MonetaryAmount.parse,
        "quantity": Quantity.parse,
        "rate": Rate.parse,
        "term": Duration.parse,
    }
