"""From a text to a document: the stages of reading one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from politburo.reading.attending import attendance
from politburo.reading.cataloguing import read_catalogue
from politburo.reading.drafting import DecisionDraft, WitnessDraft, distinct
from politburo.reading.emending import Emending
from politburo.reading.layout import Stretch, lay_out
from politburo.reading.lending import Lending
from politburo.reading.orders import Orders, read_orders
from politburo.reading.paper import Paper
from politburo.reading.remarks import remarks
from politburo.reading.roles import Roles, nearest
from politburo.reading.structure import read_stretch
from politburo.reading.units import settle
from politburo.records import Decision, Directive, Document, Protocol, Witness
from politburo.text import Span
from politburo.values.dates import PartialDate

__all__ = ["read_document"]


def read_document(text: str) -> Document:
    """Read a whole file into a document, with the findings that reading itself makes."""
    paper = Paper.of(text)
    layout = lay_out(paper)
    drafts = [(stretch, read_stretch(paper, stretch)) for stretch in layout.witnesses]
    drafts = [(stretch, draft) for stretch, draft in drafts if _is_protocol(draft)]
    days = [day for _, draft in drafts if (day := _day(draft)) is not None]
    emending = Emending.of(paper, days)
    paper = evolve(paper, mentions=settle(emending.mentions, days))
    witnesses = tuple(_witness(paper, key, s, d) for key, (s, d) in _keyed(drafts))
    item = read_catalogue(paper, layout.item)
    findings = tuple(remarks(paper, layout, drafts)) if witnesses else ()
    return Document(text, item, witnesses, findings)


def _is_protocol(draft: WitnessDraft) -> bool:
    return bool(draft.bodies) and bool(draft.decisions)


def _keyed(drafts: list[tuple[Stretch, WitnessDraft]]) -> Iterator[tuple[str, tuple[Stretch, WitnessDraft]]]:
    """Give each witness its key: the language, with a number from the second on."""
    seen: dict[str, int] = {}
    for stretch, draft in drafts:
        seen[stretch.language] = seen.get(stretch.language, 0) + 1
        number = seen[stretch.language]
        yield stretch.language if number == 1 else f"{stretch.language}#{number}", (stretch, draft)


def _day(draft: WitnessDraft) -> PartialDate | None:
    """Return the day by which a witness's values are judged: its first decision's or its own."""
    return next((d.dates[0] for d in draft.decisions if d.dates), draft.dates[0] if draft.dates else None)


def _witness(paper: Paper, key: str, stretch: Stretch, draft: WitnessDraft) -> Witness:
    lending = Lending(paper)
    decisions = tuple(_decision(paper, key, draft, d, lending) for d in draft.decisions)
    protocol = Protocol(
        numbers=distinct(draft.numbers),
        special_number=draft.special_number,
        bodies=distinct(draft.bodies),
        dates=distinct(draft.dates),
        procedures=distinct(draft.procedures),
        secrecies=distinct(draft.secrecies),
        signatories=distinct(draft.signatories),
        decisions=decisions,
        attendance=tuple(attendance(draft.groups)),
    )
    span = Span(stretch.lines[0].span.start, stretch.lines[-1].span.stop)
    return Witness(
        key,
        stretch.language,
        protocol,
        storage=distinct(draft.storage),
        shelfmarks=distinct(draft.shelfmarks),
        loans=lending.closed(),
        span=span,
        accounted=tuple(draft.accounted),
    )


def _decision(
    paper: Paper, key: str, witness: WitnessDraft, draft: DecisionDraft, lending: Lending
) -> Decision:
    own = next(iter(draft.dates), None)
    head = next(iter(witness.dates), None)
    anchor = nearest(own, head) if own is not None else head
    return Decision(
        draft.number,
        draft.title,
        dates=distinct(nearest(date, head) for date in draft.dates),
        procedures=distinct(draft.procedures),
        secrecies=distinct(draft.secrecies),
        shelfmarks=distinct(draft.shelfmarks),
        signatories=distinct(draft.signatories),
        speakers=distinct(draft.speakers),
        recipients=distinct(draft.recipients),
        directives=tuple(_directives(paper, anchor, f"{key}/{draft.number}", draft, lending)),
        span=draft.span,
    )


def _directives(
    paper: Paper, anchor: PartialDate | None, entity: str, draft: DecisionDraft, lending: Lending
) -> Iterator[Directive]:
    roles, state = Roles(paper, anchor), Orders("en" if entity.startswith("en") else "ru")
    for block in draft.blocks:
        orders = read_orders(paper, block, state)
        name = f"{entity}/{'/'.join(block.path)}"
        lending.take(name, block, orders)
        yield roles.directive(block, orders)
