r"""The flat form of everything read: one row for one thing the text says.

``ru/9/2,money,500000 RUB_GOLD,500.000 золотых рублей,2237,2259,stated``

A file of statements is CSV after RFC 4180 in UTF-8 with ``\n`` line ends::

    file   = header , line end , { row , line end }
    header = "entity,property,value,quote,start,stop,status"
    row    = cell , { "," , cell }          (* seven cells *)
    cell   = plain | '"' , { character - '"' | '""' } , '"'

A new property is one line in the function of its record (:func:`_directive`, say): its name and
where its values are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import astuple, fields_dict, frozen

from politburo.display import Shown
from politburo.errors import FormatError
from politburo.records import CataloguePage, Decision, Directive, Document, Loan, Order, Protocol, Witness
from politburo.text import Span
from politburo.values.base import Status, Value

__all__ = ["Statement", "files_to_csv", "from_csv", "statements", "to_csv"]


@frozen
class Statement(Shown):
    """One row: what is said (property and value) of what (entity), and where the text says it.

    ``quote`` is ``text[start:stop]``; ``start`` and ``stop`` are absent where no passage carries
    the value.

    >>> Statement("ru/9/2", "money", "500000 RUB_GOLD", "500.000 золотых рублей", 2237, 2259).status
    <Status.STATED: 'stated'>
    """

    entity: str
    property: str
    value: str
    quote: str = ""
    start: int | None = None
    stop: int | None = None
    status: Status = Status.STATED


def statements(document: Document) -> tuple[Statement, ...]:
    """Return everything the document says as rows: catalogue page, witnesses, findings.

    Entities follow each other as in the paper; the rows of one entity stand in the order of
    their passages. A witness or a decision has one row for each distinct value of a property,
    a directive one each time the value is named.

    >>> from politburo.values.terms import Wording
    >>> page = CataloguePage(title=Wording("О Монголии", span=Span(0, 10)))
    >>> [row.value for row in statements(Document("О Монголии", page))]
    ['О Монголии']
    """
    return tuple(_document(document))


# A property of an entity and the values it has there, before they are written as rows.
_Said = Iterator[tuple[str, Value]]


def _document(document: Document) -> Iterator[Statement]:
    text = document.text
    if document.item:
        yield from _rows(text, "item", _item(document.item))
    for witness in document.witnesses:
        yield from _witness_rows(text, witness)
    for finding in document.findings:
        yield _row(text, "document", ("finding", finding.rule), finding.span, Status.STATED)


def _witness_rows(text: str, witness: Witness) -> Iterator[Statement]:
    yield from _rows(text, witness.key, _distinct(_witness(witness)))
    for decision in witness.protocol.decisions:
        entity = f"{witness.key}/{decision.number}"
        yield from _rows(text, entity, _distinct(_decision(decision)))
        for directive in decision.directives:
            path = "/".join(directive.path)
            yield from _rows(text, f"{entity}/{path}", _directive(directive))
    for loan in witness.loans:
        yield from _rows(text, f"{witness.key}/loan/{loan.key}", _loan(loan))


def _rows(text: str, entity: str, said: _Said) -> list[Statement]:
    rows = [_row(text, entity, (name, str(value)), value.span, value.status) for name, value in said]
    return sorted(rows, key=_place)


def _row(text: str, entity: str, said: tuple[str, str], span: Span | None, status: Status) -> Statement:
    if span is None:
        return Statement(entity, *said, status=status)
    return Statement(entity, *said, span.of(text), span.start, span.stop, status)


def _place(row: Statement) -> tuple[bool, int]:
    return row.start is None, row.start or 0


def _distinct(said: _Said) -> _Said:
    seen: set[tuple[str, str]] = set()
    for name, value in said:
        key = name, str(value)
        if key not in seen:
            seen.add(key)
            yield name, value


def _each(**properties: Iterable[Value | None] | Value | None) -> _Said:
    for name, values in properties.items():
        for value in (values,) if values is None or isinstance(values, Value) else values:
            if value is not None:
                yield name, value


def _item(page: CataloguePage) -> _Said:
    yield from _each(title=page.title, date=page.dates, shelfmark=page.shelfmarks)
    yield from _each(obtained_by=page.obtained_by, translated_by=page.translated_by)
    yield from _each(url=page.urls, language=page.languages)


def _witness(witness: Witness) -> _Said:
    yield from _each(storage=witness.storage)
    yield from _protocol(witness.protocol)
    yield from _each(shelfmark=witness.shelfmarks)


def _protocol(protocol: Protocol) -> _Said:
    yield from _each(number=protocol.numbers, body=protocol.bodies, date=protocol.dates)
    yield from _each(special_number=protocol.special_number, procedure=protocol.procedures)
    yield from _each(secrecy=protocol.secrecies, signatory=protocol.signatories)


def _decision(decision: Decision) -> _Said:
    yield from _each(date=decision.dates, title=decision.title, speaker=decision.speakers)
    yield from _each(procedure=decision.procedures, secrecy=decision.secrecies)
    yield from _each(recipient=decision.recipients, shelfmark=decision.shelfmarks)
    yield from _each(signatory=decision.signatories)


def _directive(directive: Directive) -> _Said:
    for order in directive.orders:
        yield from _order(order)
    yield from _each(money=directive.money, quantity=directive.quantities)
    yield from _each(deadline=directive.deadlines, date=directive.dates)
    yield from _each(body=directive.bodies, person=directive.persons, shelfmark=directive.shelfmarks)


def _order(order: Order) -> _Said:
    yield from _each(action=order.action)
    # A task whose verb has no class of its own has no row.
    yield from _each(task=(task for task in order.tasks if task.name != "other"))
    yield from _each(responsible=order.responsible)


def _loan(loan: Loan) -> _Said:
    yield from _each(principal=loan.principal, borrower=loan.borrowers, lender=loan.lenders)
    yield from _each(rate=loan.rate, term=loan.term, tranche=loan.tranches)
    yield from _each(drawdown=loan.drawdowns, basis=loan.bases)


def to_csv(rows: Iterable[Statement], *, for_spreadsheets: bool = False) -> str:
    r"""Write rows as a CSV file: header, ``\n`` line ends, quoted where RFC 4180 wants it.

    Cells are written as they are, line breaks and leading ``=`` included. ``for_spreadsheets`` puts an
    apostrophe before a cell that a spreadsheet could take for a formula (``= + - @``, tab, carriage return at
    its beginning): such a file is for reading by people, :func:`from_csv` gives the apostrophes back.

    >>> print(to_csv([Statement("ru/9", "title", "О Синьцзяне", "О Синьцзяне", 1864, 1875)]), end="")
    entity,property,value,quote,start,stop,status
    ru/9,title,О Синьцзяне,О Синьцзяне,1864,1875,stated
    """
    return "".join(
        f"{line}\n" for line in (_line(_columns()), *(_written(row, for_spreadsheets) for row in rows))
    )


def files_to_csv(
    files: Iterable[tuple[str, Iterable[Statement]]], *, for_spreadsheets: bool = False
) -> Iterator[str]:
    """Write the statements of several files as one CSV file, piece by piece: a column ``file`` comes first.

    ``for_spreadsheets`` as in :func:`to_csv`.

    >>> print("".join(files_to_csv([("a.txt", [Statement("ru", "number", "34", "34", 814, 816)])])), end="")
    file,entity,property,value,quote,start,stop,status
    a.txt,ru,number,34,34,814,816,stated
    """
    yield _line(("file", *_columns())) + "\n"
    for name, rows in files:
        named = _quoted(_harmless(name) if for_spreadsheets else name)
        yield "".join(f"{named},{_written(row, for_spreadsheets)}\n" for row in rows)


def _columns() -> tuple[str, ...]:
    return tuple(fields_dict(Statement))


def _written(row: Statement, for_spreadsheets: bool) -> str:  # noqa: FBT001  # passed on as it came
    cells = ["" if cell is None else str(cell) for cell in astuple(row, recurse=False)[:-1]]
    cells = [*cells, row.status.value]
    return _line(map(_harmless, cells) if for_spreadsheets else cells)


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells))


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def from_csv(text: str) -> tuple[Statement, ...]:
    r"""Read a CSV file of statements; what was written by :func:`to_csv` comes back equal.

    Line ends may also be ``\r\n`` and a byte order mark may stand first, as spreadsheets write them.
    Anything else that is not a file of statements raises FormatError with its line and column.

    >>> from_csv("entity,property,value,quote,start,stop,status\nitem,date,1935,1935,x,4,stated\n")
    Traceback (most recent call last):
    politburo.errors.FormatError: line 2, column 21 (start): expected an offset in digits or nothing, got 'x'
    """
    records = list(_records(text))
    header = [cell for cell, _ in records[0]] if records else []
    if header != list(_columns()):
        raise FormatError(f"expected the header {','.join(_columns())}", "line 1, column 1")
    return tuple(_statement(text, record) for record in records[1:])


# A cell and the offset at which it begins.
_Cell = tuple[str, int]


@cache
def _cell_pattern() -> re.Pattern[str]:
    # Possessive, so that a quote that is never closed fails in one pass.
    return re.compile(r'(?:"(?P<quoted>(?:[^"]++|"")*+)"|(?P<plain>[^",\r\n]*+))(?P<end>,|\r?\n|\Z)')


def _records(text: str) -> Iterator[list[_Cell]]:
    at = 1 if text.startswith("\ufeff") else 0
    record: list[_Cell] = []
    while at < len(text) or record:
        match = _cell_pattern().match(text, at)
        if match is None:
            raise FormatError(_cell_fault(text, at), _where(text, at))
        record.append((_cell_text(match), at))
        at = match.end()
        if match["end"] != ",":
            yield record
            record = []


def _cell_text(match: re.Match[str]) -> str:
    quoted = match["quoted"]
    return match["plain"] if quoted is None else quoted.replace('""', '"')


def _cell_fault(text: str, at: int) -> str:
    if text[at] != '"':
        return "expected a comma or a line end; a cell with a quote in it stands in quotes as a whole"
    if re.compile(r'"(?:[^"]++|"")*+"').match(text, at):
        return "expected a comma or a line end after the closing quote"
    return "expected a closing quote"


def _where(text: str, at: int, name: str = "") -> str:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return f"line {line}, column {column}" + (f" ({name})" if name else "")


def _statement(text: str, record: list[_Cell]) -> Statement:
    columns = _columns()
    if len(record) != len(columns):
        place = _where(text, record[-1][1])
        raise FormatError(f"expected {len(columns)} cells in the row, got {len(record)}", place)
    cells = dict(zip(columns, record, strict=True))
    start, stop = (_offset(text, name, cells[name]) for name in ("start", "stop"))
    _check_passage(text, cells, start, stop)
    entity, name, value, quote = (cells[column][0] for column in columns[:4])
    return Statement(entity, name, value, quote, start, stop, _status(text, cells["status"]))


def _offset(text: str, name: str, cell: _Cell) -> int | None:
    value, at = cell
    if not value:
        return None
    if re.fullmatch("[0-9]{1,15}", value) is None:
        raise FormatError(f"expected an offset in digits or nothing, got {value!r}", _where(text, at, name))
    return int(value)


def _check_passage(text: str, cells: dict[str, _Cell], start: int | None, stop: int | None) -> None:
    fault = ""
    if (start is None) != (stop is None):
        fault = "expected both start and stop or neither"
    elif start is not None and stop is not None and start > stop:
        fault = f"expected a start not behind the stop, got {start} and {stop}"
    if fault:
        raise FormatError(fault, _where(text, cells["start"][1], "start"))


def _status(text: str, cell: _Cell) -> Status:
    value, at = cell
    try:
        return Status(value)
    except ValueError:
        expected = ", ".join(status.value for status in Status)
        message = f"expected one of {expected}, got {value!r}"
        raise FormatError(message, _where(text, at, "status")) from None
