"""What the reader page shows, before it is HTML: facing rows, margins, apparatus, the panel of records."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from decimal import Decimal

from attrs import frozen

from politburo.checking.aligning import pairs
from politburo.checking.series import positions
from politburo.records import Decision, Document, Loan, Witness
from politburo.showing.marking import Mark, Marks, Piece, Remark, paragraphs
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.money import MonetaryAmount

__all__ = ["Block", "Facing", "Paragraph", "Row", "Stretch", "anchors", "facings", "outside", "remainder"]


@frozen
class Paragraph:
    """A paragraph: its pieces, and the entities (``ru/42/1``) whose text begins in it."""

    entities: tuple[str, ...]
    pieces: tuple[Piece, ...]


@frozen
class Block:
    """The text of one point, or of what stands before the first: ``entity`` is its permalink."""

    entity: str
    number: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    emended: tuple[Mark, ...]


@frozen
class Row:
    """Blocks that face each other, with the findings that stand in their margin."""

    blocks: tuple[Block | None, ...]
    remarks: tuple[Remark, ...]


@frozen
class Facing:
    """One witness, or a transcription and its translation side by side."""

    witnesses: tuple[Witness, ...]
    rows: tuple[Row, ...]


@frozen
class Stretch:
    """A part of the file that belongs to no witness."""

    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Remark, ...]


def facings(document: Document, marks: Marks) -> tuple[Facing, ...]:
    """Return the witnesses, each once, those of one protocol in two languages side by side.

    >>> facings(Document(""), Marks(Document("")))
    ()
    """
    return tuple(_facing(document, marks, group) for group in _groups(document))


def _groups(document: Document) -> Iterator[tuple[Witness, ...]]:
    """Yield each witness once, with the first free one of its protocol in another language."""
    paired = [(pair.first.key, pair.second) for pair in pairs(document)]
    placed: set[str] = set()
    for witness in document.witnesses:
        if witness.key in placed or not witness.span:
            continue
        others = (o for key, o in paired if key == witness.key and o.key not in placed and o.span)
        other = next(others, None)
        group = (witness,) if other is None else (witness, other)
        placed.update(each.key for each in group)
        yield group


def _facing(document: Document, marks: Marks, group: tuple[Witness, ...]) -> Facing:
    columns = [_blocks(document, marks, witness) for witness in group]
    rows = _aligned(*columns) if len(columns) == 2 else [(block,) for block in columns[0]]
    return Facing(group, tuple(Row(row, _margin(marks, row)) for row in rows if any(row)))


def _margin(marks: Marks, row: tuple[_Placed | None, ...]) -> tuple[Remark, ...]:
    return tuple(remark for block in row if block for remark in marks.remarks_within(block.span))


@frozen
class _Placed(Block):
    """A block that still knows its stretch and by what it is aligned."""

    span: Span
    point: Hashable


def _aligned(left: list[_Placed], right: list[_Placed]) -> list[tuple[_Placed | None, ...]]:
    """Pair blocks of the same point; what only the second witness has follows what it follows there."""
    rows: list[tuple[_Placed | None, ...]] = []
    waiting = list(right)
    for block in left:
        at = next((i for i, other in enumerate(waiting) if other.point == block.point), None)
        if at is None:
            rows.append((block, None))
            continue
        rows += [(None, other) for other in waiting[:at] if not _faced(other, left)]
        rows.append((block, waiting[at]))
        waiting = [other for other in waiting[:at] if _faced(other, left)] + waiting[at + 1 :]
    return rows + [(None, other) for other in waiting]


def _faced(block: _Placed, others: list[_Placed]) -> bool:
    return any(other.point == block.point for other in others)


def _blocks(document: Document, marks: Marks, witness: Witness) -> list[_Placed]:
    assert witness.span is not None  # noqa: S101  # _groups leaves the others out
    placed = sorted(
        (
            (start, at)
            for at, d in enumerate(witness.protocol.decisions)
            if (start := _start(d)) in witness.span
        )
    )
    starts = [max(witness.span.start, _line_start(document.text, start)) for start, _ in placed]
    ends = [*starts, witness.span.stop]
    head = _block(document, marks, witness, None, Span(witness.span.start, ends[0]))
    decisions = [witness.protocol.decisions[at] for _, at in placed]
    bodies = [_block(document, marks, witness, d, Span(*ends[i : i + 2])) for i, d in enumerate(decisions)]
    return [head, *bodies]


def _start(decision: Decision) -> int:
    """Return where a point begins: at its number, or where it stands in the heading at its first words."""
    title = decision.title.span if decision.title else None
    spans = [decision.span] if decision.span else [title, *(d.span for d in decision.directives)]
    return min((span.start for span in spans if span), default=-1)


def _line_start(text: str, at: int) -> int:
    """Return where the line of a point begins: the signs of a heading before its number belong to it."""
    start = text.rfind("\n", 0, at) + 1
    return at if text[start:at].strip("#* \t") else start


def _block(
    document: Document, marks: Marks, witness: Witness, decision: Decision | None, span: Span
) -> _Placed:
    number = decision.number if decision else ""
    entity = f"{witness.key}/{number}" if decision else witness.key
    places = positions(number)
    point = places.get("number") or places.get("roman") or number.casefold()
    emended = tuple(
        m for m in marks.within(span) if m.value.status is Status.EMENDED and m.span.start in span
    )
    parts = _paragraphs(document, marks, span, _entities(entity, decision))
    return _Placed(entity, number, witness.language, parts, emended, span, point)


def _entities(entity: str, decision: Decision | None) -> list[tuple[int, str]]:
    directives = decision.directives if decision else ()
    return [(d.span.start, f"{entity}/{'/'.join(d.path)}") for d in directives if d.span]


def _paragraphs(
    document: Document, marks: Marks, span: Span, entities: list[tuple[int, str]]
) -> tuple[Paragraph, ...]:
    """Cut a stretch into paragraphs, also where a directive begins a line of its own."""
    text = document.text
    spans = [part for whole in paragraphs(text, span) for part in _divided(text, whole, entities)]
    first = {name: start for start, name in reversed(entities)}
    return tuple(
        Paragraph(tuple(name for name, at in first.items() if at in part), tuple(marks.pieces(text, part)))
        for part in spans
    )


def _divided(text: str, span: Span, entities: list[tuple[int, str]]) -> Iterator[Span]:
    lines = (text.rfind("\n", span.start, start) + 1 for start, _ in entities if start in span)
    at = span.start
    for line in sorted({line for line in lines if line > span.start}):
        yield Span(at, line - 1)
        at = line
    yield Span(at, span.stop)


def anchors(shown: tuple[Facing, ...]) -> frozenset[str]:
    """Return the entities that have a place on the page.

    >>> anchors(())
    frozenset()
    """
    blocks = [block for facing in shown for row in facing.rows for block in row.blocks if block]
    parts = [name for block in blocks for part in block.paragraphs for name in part.entities]
    return frozenset([*parts, *(block.entity for block in blocks)])


def outside(document: Document, marks: Marks) -> tuple[Stretch, ...]:
    """Return the parts of the file that belong to no witness: catalogue page, letters, notes.

    >>> [len(stretch.paragraphs) for stretch in outside(Document("а"), Marks(Document("а")))]
    [1]
    """
    found, at = [], 0
    spans = sorted(w.span for w in document.witnesses if w.span)
    for span in (*spans, Span(len(document.text), len(document.text))):
        if span.start > at:
            found.append(_stretch(document, marks, Span(at, span.start)))
        at = max(at, span.stop)
    return tuple(stretch for stretch in found if stretch.paragraphs)


def _stretch(document: Document, marks: Marks, span: Span) -> Stretch:
    return Stretch(_paragraphs(document, marks, span, []), marks.remarks_within(span))


def remainder(loan: Loan) -> MonetaryAmount | None:
    """Return what is left of a loan after its tranches, where all of them are plain sums of its unit.

    >>> gold = MonetaryAmount.parse
    >>> str(remainder(Loan(gold("1600000 RUB_GOLD"), tranches=(gold("450000 RUB_GOLD"),))))
    '1150000 RUB_GOLD'
    """
    principal = loan.principal
    if not loan.tranches or not isinstance(principal, MonetaryAmount) or principal.amount is None:
        return None
    left: Decimal = principal.amount
    for part in loan.tranches:
        if not isinstance(part, MonetaryAmount) or part.amount is None or part.currency != principal.currency:
            return None
        left -= part.amount
    return None if left < 0 else MonetaryAmount(left, left, principal.currency)
