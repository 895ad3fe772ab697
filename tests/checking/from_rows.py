"""From expected statements to records: rules can be measured without the reading.

Statements do not say where a directive ends, so its passage runs from its mark, found in the text, to
its last value. A mark that stands again before a later row of the same entity opens another directive.
The sums and numbers of the catalogue page have no statements; they are given by the caller.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve, field

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
from politburo.values.base import Status, Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table

__all__ = ["READING", "document_of"]

# The findings that are made while a paper is read.
READING = frozenset({
    "confusable-character", "footnote-glued", "illegible", "omission", "probable-misreading",
    "translation-doubtful", "unread-text",
})  # fmt: skip

Row = dict[str, str]


@define
class _Block:
    path: tuple[str, ...]
    start: int
    rows: list[Row] = field(factory=list)


def document_of(text: str, rows: Iterable[Row] | str, item: CataloguePage | None = None) -> Document:
    """Return the document that statements describe; ``item`` has what statements do not tell of it."""
    listed = list(csv.DictReader(io.StringIO(rows))) if isinstance(rows, str) else list(rows)
    findings = [_finding(row) for row in listed if row["property"] == "finding"]
    findings += [
        Finding("omission", Level.NOTE, "", Span(*m.span()))
        for m in re.finditer(r"[\[<](?:\.\.\.|…)[\]>]", text)
    ]
    keys = dict.fromkeys(row["entity"].split("/")[0] for row in listed)
    witnesses = [_witness(text, key, listed) for key in keys if key not in ("item", "document")]
    page = _item([row for row in listed if row["entity"] == "item"], item)
    return Document(text, page, tuple(witnesses), tuple(f for f in findings if f.rule in READING))


def _finding(row: Row) -> Finding:
    return Finding(row["value"], Level.WARNING, "", _span(row))


def _span(row: Row) -> Span | None:
    return Span(int(row["start"]), int(row["stop"])) if row["start"] else None


def _read(row: Row, value: Value) -> Any:
    return value.read_from(_span(row), Status(row["status"]))


def _all(rows: Iterable[Row], prop: str) -> tuple[Any, ...]:
    return tuple(_read(row, _value(row)) for row in rows if row["property"] == prop)


def _value(row: Row) -> Value:
    kind, value = row["property"], row["value"]
    if kind in _KINDS:
        parsed: Value = _KINDS[kind].parse(value)
        return parsed
    if kind == "deadline":
        return Duration.parse(value) if value.startswith("P") else PartialDate.parse(value)
    if kind in ("body", "responsible", "speaker", "borrower", "lender", "recipient", "person", "signatory"):
        return _party(kind, value)
    if kind in ("principal", "tranche"):
        return _measure(value)
    if kind in ("drawdown", "basis"):
        return Charge(value)
    return Wording(value)


_KINDS: dict[str, Any] = {
    "money": MonetaryAmount, "quantity": Quantity, "date": PartialDate, "shelfmark": Shelfmark,
    "action": Action, "task": Action, "procedure": Procedure, "secrecy": Secrecy, "term": Duration,
}  # fmt: skip


def _party(kind: str, value: str) -> Value:
    if kind == "recipient":
        name, _, scope = value.partition(" [")
        party = _party("recipient-name", name)
        assert isinstance(party, Person | Body)
        return Recipient(party, tuple(scope.rstrip("]").split(", ")) if scope else ())
    if value in table("agencies"):
        return Body(id=value)
    if kind in ("body", "responsible", "borrower", "lender"):
        return Body(name=value)
    surname, _, initials = value.partition(" ")
    return Person(surname, initials)


def _measure(value: str) -> MonetaryAmount | Quantity:
    unit = value.rsplit(" ", maxsplit=1)[-1]
    return MonetaryAmount.parse(value) if unit in table("currencies") else Quantity.parse(value)


def _item(rows: list[Row], item: CataloguePage | None) -> CataloguePage | None:
    if not rows and item is None:
        return None
    return evolve(
        item or CataloguePage(),
        title=next(iter(_all(rows, "title")), None),
        dates=_all(rows, "date"),
        shelfmarks=_all(rows, "shelfmark"),
    )


def _witness(text: str, key: str, rows: list[Row]) -> Witness:
    own = [row for row in rows if row["entity"] == key]
    loans = [row for row in rows if row["entity"].startswith(f"{key}/loan/")]
    below = [row for row in rows if row["entity"].startswith(f"{key}/") and row not in loans]
    numbers = _numbers(key, below)
    special = _all(own, "special_number")
    protocol = Protocol(
        numbers=_all(own, "number"),
        special_number=special[0] if special else None,
        bodies=_all(own, "body"),
        dates=_all(own, "date"),
        procedures=_all(own, "procedure"),
        secrecies=_all(own, "secrecy"),
        signatories=_all(own, "signatory"),
        decisions=tuple(_decision(text, f"{key}/{number}", number, below) for number in numbers),
    )
    return Witness(key, key[:2], protocol, _all(own, "storage"), _all(own, "shelfmark"), _loans(loans))


_OF_DECISION = ("title", "speaker", "recipient", "procedure", "secrecy", "signatory")


def _numbers(key: str, rows: list[Row]) -> list[str]:
    """Return the numbers of the decisions in the order of the text; some have slashes."""
    entities = list(dict.fromkeys(row["entity"] for row in rows))
    titled = {row["entity"] for row in rows if row["property"] in _OF_DECISION}
    heads = [e for e in entities if e in titled or e.count("/") == 1]
    heads = [e for e in heads if not any(e != h and e.startswith(f"{h}/") for h in heads)]
    for entity in entities:
        if not any(entity == head or entity.startswith(f"{head}/") for head in heads):
            parts = entity.split("/")
            slashed = len(parts) > 3 and parts[2].isdigit()
            heads.append("/".join(parts[: 3 if slashed else 2]))
    first = {head: min(_starts(rows, head)) for head in dict.fromkeys(heads)}
    return [head.removeprefix(f"{key}/") for head in sorted(first, key=lambda h: first[h])]


def _starts(rows: list[Row], head: str) -> Iterator[int]:
    inner = [row for row in rows if row["entity"].startswith(f"{head}/") or row["property"] == "title"]
    own = [row for row in rows if row["entity"] == head or row["entity"].startswith(f"{head}/")]
    for row in [row for row in own if row in inner] or own:
        if row["start"]:
            yield int(row["start"])


def _decision(text: str, entity: str, number: str, rows: list[Row]) -> Decision:
    own = [row for row in rows if row["entity"] == entity]
    inner = [row for row in rows if row["entity"].startswith(f"{entity}/")]
    inner.sort(key=lambda row: int(row["start"] or 0))
    titles = _all(own, "title")
    starts = [
        int(row["start"])
        for row in (*inner, *own)
        if row["start"] and row["property"] in ("title", "action", "task")
    ]
    span = Span(_mark_before(text, number.partition("(")[0], min(starts)), max(starts)) if starts else None
    return Decision(
        number,
        titles[0] if titles else None,
        dates=_all(own, "date"),
        procedures=_all(own, "procedure"),
        secrecies=_all(own, "secrecy"),
        shelfmarks=_all(own, "shelfmark"),
        signatories=_all(own, "signatory"),
        speakers=_all(own, "speaker"),
        recipients=_all(own, "recipient"),
        directives=tuple(_directive(block) for block in _blocks(text, entity, inner)),
        span=span,
    )


def _mark_before(text: str, label: str, at: int) -> int:
    """Return where the mark of a passage stands: the nearest one before it that is not inside a line."""
    found = [m.start() for m in re.finditer(rf"(?<!\w)(?:п\. )?{re.escape(label)}(?!\w)[.):]?", text[:at])]
    return found[-1] if found else at


def _blocks(text: str, entity: str, rows: list[Row]) -> list[_Block]:
    blocks: list[_Block] = []
    for row in rows:
        path = tuple(row["entity"].removeprefix(f"{entity}/").split("/"))
        at, last = int(row["start"] or 0), blocks[-1] if blocks else None
        if last is None or last.path != path or _marked_again(text, path[-1], last, at):
            known = any(block.path[: len(path)] == path for block in blocks)
            again = last is not None and last.path == path
            start = at if known and not again else _mark_before(text, path[-1], at)
            blocks.append(_Block(path, start))
        blocks[-1].rows.append(row)
    return blocks


def _marked_again(text: str, label: str, block: _Block, at: int) -> bool:
    last = int(block.rows[-1]["stop"])
    return label != "0" and re.search(rf"\n{re.escape(label)}[.)]", text[last:at]) is not None


def _directive(block: _Block) -> Directive:
    rows = block.rows
    actions, tasks = _all(rows, "action"), _all(rows, "task")
    orders = [Order(action) for action in actions] or (
        [Order()] if tasks or _all(rows, "responsible") else []
    )
    if orders:
        orders[0] = evolve(orders[0], tasks=tasks, responsible=_all(rows, "responsible"))
    return Directive(
        block.path,
        tuple(orders),
        money=_all(rows, "money"),
        quantities=_all(rows, "quantity"),
        deadlines=_all(rows, "deadline"),
        dates=_all(rows, "date"),
        bodies=_all(rows, "body"),
        persons=_all(rows, "person"),
        shelfmarks=_all(rows, "shelfmark"),
        span=Span(block.start, max(block.start, *(int(row["stop"] or 0) for row in rows))),
    )


def _loans(rows: list[Row]) -> tuple[Loan, ...]:
    found = []
    for entity in dict.fromkeys(row["entity"] for row in rows):
        own = [row for row in rows if row["entity"] == entity]
        principals, terms = _all(own, "principal"), _all(own, "term")
        rates = [
            _read(row, Rate.parse(f"{row['value']}% per annum"))
            for row in own
            if row["property"] == "rate" and row["value"] != "0"
        ]
        found.append(
            Loan(
                principals[0] if principals else None,
                borrowers=_all(own, "borrower"),
                lenders=_all(own, "lender"),
                rate=rates[0] if rates else None,
                term=terms[0] if terms else None,
                tranches=_all(own, "tranche"),
                drawdowns=_all(own, "drawdown"),
                bases=_all(own, "basis"),
            )
        )
    return tuple(found)
