"""Tables whose head gives the unit: «(в тыс. руб.)», "(in tons)", and rows of bare numbers below.

::

    head = "(" [ «в» | "in" ] [ multiplier ] unit ")" [ ":" ]     at the end of a line
    row  = text { number }                                        the line ends in its numbers

The rows run on from the head, a line of column names aside, to the first line that is none. A space
in a row may part thousands or two columns: the rows that can be cut in one way only tell how many
columns there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from politburo.reading.mentions import Mention
from politburo.tokens import Kind, Tokens
from politburo.values.amounts import BareAmount
from politburo.values.base import Status
from politburo.values.currency_words import currency_at
from politburo.values.dates import PartialDate
from politburo.values.digits import digits_at
from politburo.values.money import Currency, MonetaryAmount
from politburo.values.numerals import multiplier_at
from politburo.values.quantities import Quantity, Unit, unit_at

__all__ = ["with_table_units"]

# Names of columns, and lines of them, that may stand between the head and the first row.
_COLUMN_LINES = 3
_ENDS = frozenset({".", ";", ",", "*", "|"})


@frozen
class _Head:
    """What the head of a table says: its unit, the multiplier, the token behind it."""

    unit: Currency | Unit
    multiplier: Decimal
    stop: int


def with_table_units(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the bare numbers of a table the unit of its head, inferred; others stay as they are."""
    opened = [at for at, word in enumerate(tokens.words) if word == "("]
    heads = iter([head for at in opened if (head := _head(tokens, at)) is not None])
    head, index = next(heads, None), 0
    while index < len(mentions):
        if head is None or mentions[index].first < head.stop:
            yield mentions[index]
            index += 1
            continue
        rows, index_behind = _rows(tokens, mentions, index, head.stop)
        columns = _columns(tokens, rows)
        for row in rows:
            yield from (_valued(tokens, cell, head) for cell in _cells(tokens, row, columns))
        head, index = next(heads, None), index_behind


def _head(tokens: Tokens, at: int) -> _Head | None:
    """Read the head that opens with the bracket at a token."""
    start = at + 1 + (tokens.keys[at + 1] in ("в", "in"))
    multiplier, start = multiplier_at(tokens, start) or (Decimal(1), start)
    start += tokens.keys[start] == "of"
    money = currency_at(tokens, start)
    thing = unit_at(tokens, start) if money is None else None
    unit, stop = (Currency(money.currency), money.stop) if money else thing or (None, start)
    if unit is None or tokens.words[stop] != ")":
        return None
    stop += 1 + (tokens.words[stop + 1] == ":")
    return _Head(unit, multiplier, stop) if tokens.breaks[stop] else None


# --- rows -----------------------------------------------------------------------------------------


def _rows(
    tokens: Tokens, mentions: Sequence[Mention], index: int, at: int
) -> tuple[list[list[Mention]], int]:
    """Return the mentions of each row below a head, and the index of the first behind the table."""
    rows: list[list[Mention]] = []
    names = 0
    while at < len(tokens):
        stop = _line_stop(tokens, at)
        line: list[Mention] = []
        while index < len(mentions) and mentions[index].first < stop:
            line.append(mentions[index])
            index += 1
        named = all(isinstance(mention.value, PartialDate) for mention in line)
        if _is_row(tokens, line, stop):
            rows.append(_last_cells(tokens, line))
        elif rows or not named or names == _COLUMN_LINES:
            return rows, index - len(line)
        names, at = names + 1, stop
    return rows, index


def _line_stop(tokens: Tokens, at: int) -> int:
    stop = at + 1
    while stop < len(tokens) and not tokens.breaks[stop]:
        stop += 1
    return stop


def _is_row(tokens: Tokens, line: Sequence[Mention], stop: int) -> bool:
    """Tell whether a line ends in a bare number, a stop or a note mark aside."""
    if not line or not isinstance(line[-1].value, BareAmount):
        return False
    return all(tokens.words[i] in _ENDS for i in range(line[-1].stop, stop))


def _last_cells(tokens: Tokens, line: Sequence[Mention]) -> list[Mention]:
    """Return the numbers at the end of a row: «Мука 1 сорта 300» has one."""
    cells = [line[-1]]
    for mention in reversed(line[:-1]):
        between = range(mention.stop, cells[0].first)
        if not isinstance(mention.value, BareAmount) or any(tokens.kinds[at] is Kind.WORD for at in between):
            break
        cells.insert(0, mention)
    return cells


# --- columns --------------------------------------------------------------------------------------


def _columns(tokens: Tokens, rows: Sequence[Sequence[Mention]]) -> int:
    """Return how many numbers a row has, by the rows that can be cut in one way only; 0: no row tells."""
    counts = {len(row) for row in rows if len(row) == sum(len(_groups(tokens, cell)) for cell in row)}
    return counts.pop() if len(counts) == 1 else 0


def _cells(tokens: Tokens, row: Sequence[Mention], columns: int) -> Iterator[Mention]:
    """Iterate over the cells of a row, cut at its spaces where only that gives every column its number."""
    split = [group for cell in row for group in _groups(tokens, cell)]
    yield from split if len(row) != columns == len(split) else row


def _groups(tokens: Tokens, mention: Mention) -> list[Mention]:
    """Return a bare number cut at its spaces, each group a number of its own."""
    inside = range(mention.first + 1, mention.stop)
    parted = [at for at in inside if not tokens.tight(at) and tokens.kinds[at] is Kind.NUMBER]
    if any(tokens.words[at] == "000" for at in parted):
        return [mention]
    starts, stops = [mention.first, *parted], [*parted, mention.stop]
    cells = [_number(tokens, start, stop) for start, stop in zip(starts, stops, strict=True)]
    known = [cell for cell in cells if cell is not None]
    return known if parted and len(known) == len(cells) else [mention]


def _number(tokens: Tokens, start: int, stop: int) -> Mention | None:
    found = digits_at(Tokens(tokens.text, tokens.starts[start], tokens.stops[stop - 1]), 0)
    if found is None:
        return None
    return Mention(BareAmount(found.value, found.value, span=tokens.span(start, stop)), start, stop)


def _valued(tokens: Tokens, cell: Mention, head: _Head) -> Mention:
    """Return a bare number of a table as a sum or quantity in the unit of its head."""
    bare = cell.value
    assert isinstance(bare, BareAmount)  # noqa: S101  # narrows the type
    low, high = (bound if bound is None else bound * head.multiplier for bound in (bare.low, bare.high))
    value: MonetaryAmount | Quantity = (
        MonetaryAmount(low, high, head.unit, bare.approximate)
        if isinstance(head.unit, Currency)
        else Quantity(low, high, head.unit, bare.approximate)
    )
    return cell._replace(
        value=value.read_from(bare.span or tokens.span(cell.first, cell.stop), Status.INFERRED)
    )
