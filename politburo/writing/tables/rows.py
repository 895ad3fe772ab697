"""A document as rows of the tables: ``{"decisions": [("3f2a…:ru/9", …)], "money": […], …}``.

Every value goes to the table of its kind (:func:`_cells`), with the ids of what it is said of. A
new kind of value is a table in :mod:`politburo.writing.tables.schema` and a function here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from functools import cache, singledispatch
from typing import Any

from attrs import evolve, frozen

from politburo.records import (
    CataloguePage,
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
from politburo.values.quantities import Quantity
from politburo.values.shelfmarks import Shelfmark
from politburo.writing.statements import statements
from politburo.writing.tables.schema import table_of, tables

__all__ = ["PLACES", "Rows", "paper_id", "rows"]

Rows = Mapping[str, list[tuple[Any, ...]]]
"""Rows by table; the cells in the order of the table's columns."""

PLACES = 9
"""Decimal places of a number; 29 digits may stand before them."""

_ID_DIGITS = 20
_MOST = Decimal(10) ** (38 - PLACES)
_EXACT = Context(prec=1000)


def paper_id(data: bytes) -> str:
    """Return the id of the paper whose file, or text in UTF-8, this is.

    >>> paper_id("О Монголии".encode())
    '7c53105731f0796edf4d'
    """
    return hashlib.sha256(data).hexdigest()[:_ID_DIGITS]


def rows(document: Document, paper: str | None = None) -> Rows:
    """Return a document as rows of every table; its id is that of its text unless another is given.

    >>> [row[:3] for row in rows(Document("О Монголии"))["papers"]]
    [('7c53105731f0796edf4d', None, None)]
    """
    return _Sheets(document).filled(paper or paper_id(document.text.encode("utf-8", "surrogatepass")))


@frozen
class _Owner:
    """What a value is said of: its own id, and the ids of everything that it lies in."""

    id: str
    keys: Mapping[str, str]

    def within(self, kind: str, identifier: str) -> _Owner:
        return evolve(self, id=identifier, keys={**self.keys, kind: identifier})


class _Sheets:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.rows: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in tables()}
        self.counts: Counter[str] = Counter()
        # The statements' name of a directive and its id.
        self.directives: dict[str, str] = {}

    def filled(self, paper: str) -> Rows:
        self._paper(paper, self.document.item or CataloguePage())
        for witness in self.document.witnesses:
            self._witness(paper, witness)
        self._findings(paper)
        self._statements(paper)
        return self.rows

    def _put(self, table: str, cells: Mapping[str, Any]) -> None:
        self.rows[table].append(tuple([cells.get(name) for name in table_of(table).names]))

    def _unique(self, identifier: str) -> str:
        """Return the id, with ``~2`` where it comes a second time."""
        self.counts[identifier] += 1
        count = self.counts[identifier]
        return identifier if count == 1 else f"{identifier}~{count}"

    def _counted(self, prefix: str) -> str:
        self.counts[prefix] += 1
        return f"{prefix}/{self.counts[prefix]}"

    def _place(self, span: Span | None) -> dict[str, Any]:
        if span is None:
            return {}
        return {"start": span.start, "stop": span.stop, "quote": span.of(self.text)}

    def _paper(self, paper: str, page: CataloguePage) -> None:
        lists = {
            name: _strings(getattr(page, name))
            for name in ("languages", "urls", "obtained_by", "translated_by", "numbers")
        }
        texts = {"title": _string(page.title), "summary": _string(page.summary), "text": self.text}
        self._put(
            "papers", {"id": paper, "characters": len(self.text), **texts, **lists, **_dated(page.dates)}
        )
        owner = _Owner(f"{paper}:item", {"paper": paper})
        self._values(owner, date=page.dates, shelfmark=page.shelfmarks, money=page.money)

    def _witness(self, paper: str, witness: Witness) -> None:
        protocol = witness.protocol
        owner = _Owner("", {"paper": paper}).within("protocol", self._unique(f"{paper}:{witness.key}"))
        cells = {
            **owner.keys, "id": owner.id, "witness": witness.key, "language": witness.language,
            "body": _string(next(iter(protocol.bodies), None)), "numbers": _strings(protocol.numbers),
            "special_number": _string(protocol.special_number), "procedures": _strings(protocol.procedures),
            "secrecies": _strings(protocol.secrecies), "storage": _strings(witness.storage),
            "coverage": witness.coverage, **_dated(protocol.dates), **self._place(witness.span),
        }  # fmt: skip
        self._put("protocols", cells)
        self._values(owner, body=protocol.bodies, date=protocol.dates, signatory=protocol.signatories)
        self._values(owner, shelfmark=witness.shelfmarks, attendee=_present(protocol))
        for decision in protocol.decisions:
            self._decision(owner, witness, decision)
        for loan in witness.loans:
            self._loan(owner, loan)

    def _decision(self, above: _Owner, witness: Witness, decision: Decision) -> None:
        owner = above.within("decision", self._unique(f"{above.id}/{decision.number}"))
        dates = decision.dates or witness.protocol.dates
        cells = {
            **owner.keys, "id": owner.id, "number": decision.number, "title": _string(decision.title),
            "procedures": _strings(decision.procedures), "secrecies": _strings(decision.secrecies),
            "dated_by": ("decision" if decision.dates else "protocol") if dates else None,
            **_dated(dates), **self._place(decision.span),
        }  # fmt: skip
        self._put("decisions", cells)
        self._values(owner, date=decision.dates, speaker=decision.speakers, recipient=decision.recipients)
        self._values(owner, shelfmark=decision.shelfmarks, signatory=decision.signatories)
        for directive in decision.directives:
            self._directive(owner, f"{witness.key}/{decision.number}", directive)

    def _directive(self, above: _Owner, entity: str, directive: Directive) -> None:
        path = "/".join(directive.path)
        owner = above.within("directive", self._unique(f"{above.id}/{path}"))
        self.directives.setdefault(f"{entity}/{path}", owner.id)
        place = self._place(directive.span)
        self._put(
            "directives", {**owner.keys, "id": owner.id, "path": path, "text": place.get("quote"), **place}
        )
        for order in directive.orders:
            self._order(owner, order)
        self._values(owner, money=directive.money, quantity=directive.quantities, date=directive.dates)
        self._values(owner, deadline=directive.deadlines, body=directive.bodies, person=directive.persons)
        self._values(owner, shelfmark=directive.shelfmarks)

    def _order(self, owner: _Owner, order: Order) -> None:
        action = order.action
        verb = {} if action is None else {**self._place(action.span), "status": action.status.value}
        cells = {
            **owner.keys, "id": self._counted(f"{owner.id}/order"), "action": _string(action),
            "tasks": _strings(order.tasks), "responsible": _strings(order.responsible), **verb,
        }  # fmt: skip
        self._put("orders", cells)
        self._values(owner, responsible=order.responsible)

    def _loan(self, above: _Owner, loan: Loan) -> None:
        owner = above.within("loan", self._unique(f"{above.id}/loan/{loan.key}"))
        cells = {
            **owner.keys, "id": owner.id, "principal": _string(loan.principal), "term": _string(loan.term),
            "borrowers": _strings(loan.borrowers), "lenders": _strings(loan.lenders),
            "rate": _number(loan.rate.value) if loan.rate else None,
        }  # fmt: skip
        self._put("loans", cells)
        self._values(owner, principal=[loan.principal] if loan.principal else [], tranche=loan.tranches)
        self._values(owner, borrower=loan.borrowers, lender=loan.lenders)
        for name, charges in (("drawdown", loan.drawdowns), ("basis", loan.bases)):
            for entity in map(str, charges):
                charge = {"property": name, "entity": entity, "directive": self.directives.get(entity)}
                identifier = self._counted(f"{owner.id}/{name}")
                self._put("charges", {"id": identifier, **owner.keys, **charge})

    def _values(self, owner: _Owner, **properties: Iterable[Value]) -> None:
        for name, values in properties.items():
            for value in values:
                table, own = _cells(value)
                cells = {
                    "id": self._counted(f"{owner.id}/{name}"), **owner.keys, "property": name, **own,
                    "value": str(value), "status": value.status.value, **self._place(value.span),
                }  # fmt: skip
                self._put(table, cells)

    def _findings(self, paper: str) -> None:
        for finding in self.document.findings:
            said = {"rule": finding.rule, "level": finding.level.value, "message": finding.message}
            cells = {"id": self._counted(f"{paper}:finding"), "paper": paper, "entity": finding.entity}
            self._put("findings", {**cells, **said, **self._place(finding.span)})

    def _statements(self, paper: str) -> None:
        written = self.rows["statements"]
        for count, row in enumerate(statements(self.document), 1):
            said = (row.entity, row.property, row.value, row.quote, row.start, row.stop, row.status.value)
            written.append((f"{paper}:statement/{count}", paper, *said))


def _string(value: Value | None) -> str | None:
    return None if value is None else str(value)


def _present(protocol: Protocol) -> tuple[Person, ...]:
    return tuple(person for group in protocol.attendance for person in group.persons)


def _strings(values: Iterable[Value]) -> list[str]:
    return [str(value) for value in values]


def _dated(dates: tuple[PartialDate, ...]) -> dict[str, Any]:
    if not dates:
        return {}
    return {"earliest": dates[0].earliest, "latest": dates[0].latest, "date": str(dates[0])}


def _number(number: Decimal | None) -> Decimal | None:
    """Return a number that the column can hold exactly, else nothing."""
    if number is None or abs(number) >= _MOST or _places(number) > PLACES:
        return None
    return number


def _places(number: Decimal) -> int:
    exponent = number.normalize(_EXACT).as_tuple().exponent
    return -exponent if isinstance(exponent, int) else PLACES + 1


@singledispatch
def _cells(value: Value) -> tuple[str, dict[str, Any]]:
    """Return the table of a value and the cells that only its kind has."""
    raise TypeError(f"expected a value that has a table, got {type(value).__name__}")


@_cells.register
def _(value: MonetaryAmount) -> tuple[str, dict[str, Any]]:
    ends = {"low": _number(value.low), "high": _number(value.high), "approximate": value.approximate}
    return "money", {**ends, "currency": str(value.currency)}


@_cells.register
def _(value: Quantity) -> tuple[str, dict[str, Any]]:
    ends = {"low": _number(value.low), "high": _number(value.high), "approximate": value.approximate}
    return "quantities", {**ends, "unit": str(value.unit)}


@_cells.register
def _(value: PartialDate) -> tuple[str, dict[str, Any]]:
    return "dates", {**_dated((value,)), "approximate": value.is_approximate}


@_cells.register
def _(value: Duration) -> tuple[str, dict[str, Any]]:
    return "dates", {"duration": str(value), "approximate": False}


@_cells.register
def _(value: Body) -> tuple[str, dict[str, Any]]:
    labels = {"label_ru": value.label("ru"), "label_en": value.label("en")}
    return "bodies", {"body": value.id, "name": str(value), **labels}


@_cells.register
def _(value: Person) -> tuple[str, dict[str, Any]]:
    candidates = list(_candidates(value.surname, value.initials))
    return "persons", {"surname": value.surname, "initials": value.initials or None, "candidates": candidates}


@cache
def _candidates(surname: str, initials: str) -> tuple[str, ...]:
    return tuple(str(record["id"]) for record in Person(surname, initials).entry)


@_cells.register
def _(value: Recipient) -> tuple[str, dict[str, Any]]:
    party = value.party
    body = party.id if isinstance(party, Body) else None
    cells = {"party": str(party), "kind": party.kind, "body": body, "scope": list(value.scope)}
    return "recipients", cells


@_cells.register
def _(value: Shelfmark) -> tuple[str, dict[str, Any]]:
    names = ("archive", "fond", "opis", "delo", "leaves")
    return "shelfmarks", dict(zip(names, value.parts, strict=True))
