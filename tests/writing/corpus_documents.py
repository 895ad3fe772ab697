"""The documents that the corpus's expected statements describe: records without reading.

Statements made of them must be the expected ones again, so that writing is held to the contract
whatever reading can do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, fields_dict

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
from politburo.writing.statements import Statement, from_csv

__all__ = ["PAPERS", "document"]

PAPERS = sorted((Path(__file__).parent.parent / "corpus").glob("*.csv"))

_PLURALS = {
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
    "money": "money",
    "quantity": "quantities",
    "deadline": "deadlines",
    "person": "persons",
    "tranche": "tranches",
    "borrower": "borrowers",
    "lender": "lenders",
    "drawdown": "drawdowns",
    "basis": "bases",
}


def document(path: Path) -> tuple[Document, tuple[Statement, ...]]:
    """Return the document that an expected file describes, and the rows of that file."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    rows = from_csv(path.read_bytes().decode("utf-8"))
    item = _record(CataloguePage, [row for row in rows if row.entity == "item"])
    keys = dict.fromkeys(row.entity.split("/")[0] for row in rows if row.entity not in ("item", "document"))
    findings = [_finding(row) for row in rows if row.entity == "document"]
    return Document(text, item, tuple(_witness(key, rows) for key in keys), tuple(findings)), rows


def _finding(row: Statement) -> Finding:
    return Finding(row.value, Level.WARNING, "as expected", _span(row))


def _span(row: Statement) -> Span | None:
    return None if row.start is None or row.stop is None else Span(row.start, row.stop)


def _witness(key: str, rows: Iterable[Statement]) -> Any:
    mine = {name: list(found) for name, found in _by_entity(rows) if name.split("/")[0] == key}
    own = mine.pop(key, [])
    loans = [_record(Loan, mine.pop(name)) for name in list(mine) if name.split("/")[1] == "loan"]
    decisions = [_decision(name, mine) for name in _decision_numbers(mine)]
    protocol = evolve(_record(Protocol, own), decisions=tuple(decisions))
    return evolve(_record(Witness, own, key=key, language=key[:2]), protocol=protocol, loans=tuple(loans))


def _by_entity(rows: Iterable[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    found: dict[str, list[Statement]] = {}
    for row in rows:
        found.setdefault(row.entity, []).append(row)
    yield from found.items()


def _decision_numbers(rows: dict[str, list[Statement]]) -> list[str]:
    """Return the entities of decisions: of those that say what only decisions say, or one part long."""
    own = {"title", "speaker", "recipient", "procedure", "secrecy", "signatory"}
    named = [entity for entity, found in rows.items() if any(row.property in own for row in found)]
    rest = [entity for entity in rows if not entity.startswith(tuple(f"{name}/" for name in named))]
    return list(
        dict.fromkeys([*named, *("/".join(name.split("/")[:2]) for name in rest if name not in named)])
    )


def _decision(entity: str, rows: dict[str, list[Statement]]) -> Any:
    number = entity.split("/", 1)[1]
    directives = [
        _directive(name.removeprefix(f"{entity}/"), found)
        for name, found in rows.items()
        if name.startswith(f"{entity}/")
    ]
    return evolve(_record(Decision, rows.get(entity, []), number=number), directives=tuple(directives))


def _directive(path: str, rows: list[Statement]) -> Any:
    order = Order(
        None,
        tuple(_value(row) for row in rows if row.property == "task"),
        tuple(_value(row) for row in rows if row.property == "responsible"),
    )
    actions = [Order(_value(row)) for row in rows if row.property == "action"]
    return evolve(_record(Directive, rows, path=tuple(path.split("/"))), orders=(*actions, order))


def _record(cls: type[Any], rows: Iterable[Statement], **known: Any) -> Any:
    said: dict[str, Any] = dict(known)
    for row in rows:
        name = _PLURALS.get(row.property, row.property)
        if name in fields_dict(cls):
            single = name in ("title", "special_number", "principal", "rate", "term")
            said[name] = _value(row) if single else (*said.get(name, ()), _value(row))
        elif row.property in fields_dict(cls):
            said[row.property] = _value(row)
    return cls(**said)


def _value(row: Statement) -> Any:
    return _unplaced(row).read_from(_span(row), row.status)


def _unplaced(row: Statement) -> Value:
    said, name = row.value, row.property
    if name == "recipient":
        party, _, scope = said.removesuffix("]").partition(" [")
        return Recipient(_party(party), tuple(scope.split(", ")) if scope else ())
    if name in ("principal", "tranche"):
        return _TYPES["money" if said.split(" ")[-1].isupper() else "quantity"](said)
    if name == "deadline":
        return _TYPES["term" if said.startswith("P") else "date"](said)
    return _TYPES.get(name, Wording)(said)


def _body(name: str) -> Body:
    return Body(id=name) if name in table("agencies") else Body(name=name)


def _party(name: str) -> Person | Body:
    if name in table("agencies") or (" " in name and not name.endswith(".")):
        return _body(name)
    return _person(name)


def _person(name: str) -> Person:
    surname, _, initials = name.rpartition(" ") if name.endswith(".") else (name, "", "")
    return Person(surname, initials)


_TYPES: dict[str, Callable[[str], Value]] = {
    "action": Action.parse,
    "task": Action.parse,
    "body": _body,
    "person": _person,
    "signatory": _person,
    "responsible": _party,
    "speaker": _party,
    "borrower": _party,
    "lender": _party,
    "date": PartialDate.parse,
    "procedure": Procedure.parse,
    "secrecy": Secrecy.parse,
    "shelfmark": Shelfmark.parse,
    "money": MonetaryAmount.parse,
    "quantity": Quantity.parse,
    "rate": Rate.parse,
    "term": Duration.parse,
    "drawdown": Charge,
    "basis": Charge,
}
