"""Bodies, persons, loans and payments as FollowTheMoney entities, for the tools of investigators.

A loan is a ``Debt``, a directive that allots, pays or hands over sums a ``Payment``. It has an amount
where it names one sum: of several one may be the whole of the others, so they stand in its description.
The sum by which a loan is called is no payment. Each entity names the document it comes from as
``proof``; ids are made of the document's key and the entity, so that the same document gives the
same ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from politburo.records import Decision, Directive, Document, Loan, Reading, Witness
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person

__all__ = ["entities", "to_ftm"]

_PAYING = {"allocate", "pay", "issue", "transfer", "return"}
_PUBLIC = {"party", "state", "commissariat", "security", "military", "commission"}

Entity = dict[str, Any]


def to_ftm(document: Document | Reading, *, key: str) -> str:
    r"""Write the entities of a document, one JSON object a line; ``key`` names the document among others.

    >>> print(to_ftm(Document(""), key="a.txt").count("\n"))
    1
    """
    document = document.document if isinstance(document, Reading) else document
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities(document, key=key))


def entities(document: Document, *, key: str) -> Iterator[Entity]:
    """Yield the entities of a document: the document itself first, parties, loans and payments after.

    >>> [entity["schema"] for entity in entities(Document(""), key="a.txt")]
    ['Document']
    """
    trail = _Trail(document, key)
    yield trail.paper()
    yield from trail.parties.values()
    yield from trail.found


class _Trail:
    """What is gathered of a document; a loan or payment that two witnesses name is one."""

    def __init__(self, document: Document, key: str) -> None:
        self.document, self.key = document, key
        self.parties: dict[str, Entity] = {}
        self.found: list[Entity] = []
        for witness in document.witnesses[:1]:
            for loan in witness.loans:
                self.loan(witness, loan)
            for decision in witness.protocol.decisions:
                for directive in decision.directives:
                    self.payment(witness, decision, directive)

    def id(self, *parts: str) -> str:
        """Return an id that the same parts always give."""
        said = "\0".join(parts).encode("utf-8", "surrogatepass")
        return f"politburo-{hashlib.sha256(said).hexdigest()[:24]}"

    def entity(self, schema: str, *parts: str, **properties: list[str]) -> Entity:
        """Return an entity with the properties that say something."""
        kept = {name: [v for v in values if v] for name, values in properties.items()}
        return {
            "id": self.id(schema, *parts),
            "schema": schema,
            "properties": {name: values for name, values in kept.items() if values},
        }

    def paper(self) -> Entity:
        """Return the document."""
        page = self.document.item
        title = str(page.title) if page and page.title else self.key
        return self.entity(
            "Document",
            self.key,
            title=[" ".join(title.split())],
            fileName=[self.key],
            date=[_date(date) for date in page.dates] if page else [],
            sourceUrl=[str(url) for url in page.urls] if page else [],
            language=["rus"],
        )

    def party(self, value: Body | Person) -> str:
        """Return the id of a party, which is listed once."""
        entry = value.entry if isinstance(value, Body) else None
        schema = (
            "Person" if isinstance(value, Person) else "PublicBody" if _is_public(entry) else "Organization"
        )
        names = [str(value)] if entry is None else [entry["name_en"], entry["name_ru"], str(value)]
        weak = [n for n in names[2:] if n not in names[:2]]
        made = self.entity(
            schema,
            str(value),
            name=[" ".join(n.split()) for n in names[:2]],
            weakAlias=weak,
            proof=[self.paper_id],
        )
        self.parties.setdefault(made["id"], made)
        return str(made["id"])

    @property
    def paper_id(self) -> str:
        """The id of the document."""
        return self.id("Document", self.key)

    def loan(self, witness: Witness, loan: Loan) -> None:
        """Note a loan as a debt; a party that the paper does not name is left open."""
        self.found.append(
            self.entity(
                "Debt",
                self.key,
                f"{witness.key}/loan/{loan.key}",
                debtor=[self.party(value) for value in loan.borrowers],
                creditor=[self.party(value) for value in loan.lenders],
                **_sum(loan.principal),
                date=[_date(date) for date in witness.protocol.dates],
                description=[" ".join(filter(None, (_rate(loan), str(loan.term or ""))))],
                proof=[self.paper_id],
            )
        )

    def payment(self, witness: Witness, decision: Decision, directive: Directive) -> None:
        """Note the sums of a directive that allots, pays or hands over."""
        orders = [order for order in directive.orders if _pays(order)]
        principals = {loan.principal for loan in witness.loans}
        sums = [money for money in directive.money if money not in principals]
        if not orders or not sums:
            return
        entity = f"{witness.key}/{decision.number}/{'/'.join(directive.path)}"
        responsible = [value for order in orders for value in order.responsible]
        others = [body for body in directive.bodies if body not in responsible]
        self.found.append(
            self.entity(
                "Payment",
                self.key,
                entity,
                payer=[self.party(value) for value in responsible],
                beneficiary=[self.party(value) for value in others] if len(others) == 1 else [],
                **(_sum(sums[0]) if len(sums) == 1 else {}),
                purpose=[" ".join(str(decision.title or entity).split())],
                description=["; ".join(map(str, sums))],
                date=[_date(date) for date in decision.dates],
                proof=[self.paper_id],
            )
        )


def _pays(order: Any) -> bool:
    return any(action and action.name in _PAYING for action in (order.action, *order.tasks))


def _is_public(entry: dict[str, Any] | None) -> bool:
    return entry is not None and entry["kind"] in _PUBLIC


def _sum(value: object) -> dict[str, list[str]]:
    if not isinstance(value, MonetaryAmount) or value.amount is None:
        return {}
    return {"amount": [f"{value.amount:f}"], "currency": [value.currency.id]}


def _rate(loan: Loan) -> str:
    return f"{loan.rate}% a year" if loan.rate else ""


def _date(date: object) -> str:
    """Return a date as far as the format knows it: a day, month or year, of an interval its beginning."""
    start = str(date).rstrip("~").partition("/")[0]
    return start if start[:4].isdigit() else ""
