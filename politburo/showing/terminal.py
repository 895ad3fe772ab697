"""The report on a paper for a terminal: what it is, what it decided, what is odd about it.

::

      9  О Синьцзяне                                                          1935-10-01
         2   charge NKTP → deliver
             sums        500,000 gold rubles
             quantities  4 aircraft

A value that is not simply stated says so: ``1936-07-01 (inferred)``, ``NKO (emended: НКЮ)``.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from politburo.findings import Finding, Level
from politburo.records import (
    Decision,
    Directive,
    Document,
    Loan,
    Order,
    Protocol,
    Reading,
    Witness,
)
from politburo.showing.passages import Lines, excerpt, printable
from politburo.showing.words import in_words
from politburo.values.base import Status, Value
from politburo.values.names import Body

__all__ = ["mention_line", "report"]

_LABEL = 12
_KEPT, _NO_BREAK = 40, "\xa0"
_STYLES = {"bold": "1", "dim": "2", "error": "1;31", "warning": "33", "note": "36"}


def report(reading: Reading, *, width: int = 100, color: bool = False) -> str:
    """Return the report on a reading, wrapped to ``width``; ``color`` adds ANSI escape sequences.

    >>> from politburo.records import Document, Reading
    >>> print(report(Reading(Document("Дорогой друг!"))), end="")
    No protocol, extract or decree was found in the text.
    <BLANKLINE>
    No findings.
    """
    page = _Page(reading.document, max(width, 40), color)
    blocks = [*page.catalogue(), *page.witnesses(), *page.bodies(), page.findings()]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def mention_line(value: Value, text: str, lines: Lines) -> tuple[str, str, str, str]:
    """Return place (``line:column``), kind, canonical form and quote of a value found in a text.

    >>> from politburo.text import Span
    >>> from politburo.values.terms import Wording
    >>> mention_line(Wording("34", span=Span(2, 4)), "№ 34", Lines("№ 34"))
    ('1:3', 'wording', '34', '34')
    """
    quote = value.span.of(text) if value.span else ""
    place = "{}:{}".format(*lines.place(value.span.start)) if value.span else ""
    return place, value.kind, printable(str(value)), printable(quote)


@frozen
class _Page:
    """The report being written: the document, how wide it may be, and whether in colour."""

    document: Document
    width: int
    color: bool

    def catalogue(self) -> Iterator[list[str]]:
        """Yield the block on the catalogue page, where the file has one."""
        page = self.document.item
        if page is None:
            return
        title = self.said([page.title]) or "(untitled)"
        original = " and ".join(map(self.quoted, page.languages))
        credit = (
            _prefixed("obtained by", self.said(page.obtained_by)),
            _prefixed("translated by", self.said(page.translated_by)),
            _prefixed("original in", original),
        )
        facts = " · ".join(filter(None, (self.said(page.dates), self.said(page.shelfmarks))))
        lines = [facts, _joined(", ", credit), self.said(page.urls)]
        head = [self.styled("bold", line) for line in self.wrapped(title, "")]
        yield head + [row for line in lines if line for row in self.wrapped(line, "  ")]

    def witnesses(self) -> Iterator[list[str]]:
        """Yield the blocks of each witness: its head, its decisions, its loans."""
        if not self.document.witnesses:
            yield ["No protocol, extract or decree was found in the text."]
        for witness in self.document.witnesses:
            yield self.head(witness)
            yield from map(self.decision, witness.protocol.decisions)
            yield from map(self.loan, witness.loans)

    def head(self, witness: Witness) -> list[str]:
        """Return the protocol line of a witness and what is said about the whole of it."""
        line = f"{witness.key}  {self.protocol_line(witness.protocol)}"
        rows = [self.styled("bold", row) for row in self.wrapped(line, "", "    ")]
        rows += self.field("secrecy", witness.protocol.secrecies)
        rows += self.field("special no.", [witness.protocol.special_number])
        for group in witness.protocol.attendance:
            rows += self.field("present", group.persons)
        rows += self.field("kept apart", witness.storage)
        rows += self.field("shelfmark", witness.shelfmarks)
        rows += self.field("signed", witness.protocol.signatories)
        if witness.accounted:
            rows += self.labelled("understood", f"{witness.coverage:.0%} of the text")
        return rows

    def protocol_line(self, protocol: Protocol) -> str:
        """Return kind, number, body, date and procedure in one line."""
        number = _prefixed("protocol", self.said(protocol.numbers)) or "unnumbered paper"
        body, date = _prefixed("of", self.said(protocol.bodies)), self.said(protocol.dates)
        procedure = _prefixed("by", self.said(protocol.procedures))
        return _joined(", ", (_joined(" ", (number, body)), date, procedure))

    def decision(self, decision: Decision) -> list[str]:
        """Return the block of a decision: its head line, its directives, its distribution list."""
        indent = " " * 4
        title = _joined(
            "  ", (printable(decision.number), self.said([decision.title]), self.said(decision.dates))
        )
        rows = [self.styled("bold", row) for row in self.wrapped(title, "  ", indent + "  ")]
        rows += self.field("reported", decision.speakers)
        rows += self.field("taken by", decision.procedures)
        rows += self.field("secrecy", decision.secrecies)
        for directive in decision.directives:
            rows += self.directive(directive)
        rows += self.field("sent to", decision.recipients)
        rows += self.field("shelfmark", decision.shelfmarks)
        return rows + self.field("signed", decision.signatories)

    def directive(self, directive: Directive) -> list[str]:
        """Return the lines of a directive: what is ordered, then every value in it.

        A line of a table has no order: its sums and quantities stand in the place of one.
        """
        orders = "; ".join(filter(None, map(self.order, directive.orders)))
        fields = [
            ("sums", self.said(directive.money, "; ")),
            ("quantities", self.said(directive.quantities, "; ")),
            ("deadlines", self.said(directive.deadlines, "; ")),
            ("dates", self.said(directive.dates, "; ")),
            ("bodies", self.said(directive.bodies, "; ")),
            ("persons", self.said(directive.persons, "; ")),
            ("shelfmarks", self.said(directive.shelfmarks, "; ")),
        ]
        said = [(label, values) for label, values in fields if values]
        if not orders and said:
            orders = said.pop(0)[1]
        path = "" if directive.path == ("0",) else f"({printable('/'.join(directive.path))})"
        rows = self.labelled(path, orders or "no order", style="bold")
        return rows + [row for label, values in said for row in self.labelled(f"  {label}", values)]

    def order(self, order: Order) -> str:
        """Return an order in words: ``charge NKTP → deliver``."""
        who = self.said(order.responsible)
        tasks = self.said(order.tasks)
        return _joined(" ", (self.said([order.action]), who, _prefixed("→", tasks)))

    def loan(self, loan: Loan) -> list[str]:
        """Return the block of a loan: parties, conditions, tranches, what is charged to it."""
        name = self.said([loan.principal]) or "unstated principal"
        rows = [self.styled("bold", row) for row in self.wrapped(f"Loan of {name}", "  ", "    ")]
        for label, values in (
            ("borrower", loan.borrowers),
            ("lender", loan.lenders),
            ("rate", [loan.rate]),
            ("term", [loan.term]),
            ("tranches", loan.tranches),
            ("charged", loan.drawdowns),
            ("rests on it", loan.bases),
        ):
            rows += self.field(label, values)
        return rows

    def bodies(self) -> Iterator[list[str]]:
        """Yield the block that says what the ids of bodies in the report stand for."""
        names = {
            value.id: value.entry["name_en"] for value in _bodies(self.document) if value.id and value.entry
        }
        if names:
            rows = [self.styled("bold", "Bodies")]
            widest = max(map(len, names))
            for name in sorted(names):
                rows += self.labelled(name.ljust(widest), names[name])
            yield rows

    def findings(self) -> list[str]:
        """Return the block of the findings, each with its passage."""
        findings, lines = self.document.findings, Lines(self.document.text)
        if not findings:
            return ["No findings."]
        rows = [self.styled("bold", _counted(findings))]
        for finding in sorted(findings, key=_place):
            rows += self.finding(finding, lines)
        return rows

    def finding(self, finding: Finding, lines: Lines) -> list[str]:
        """Return a finding as ``line:column: level [slug] message`` over its source line."""
        span = finding.span
        place = "{}:{}: ".format(*lines.place(span.start)) if span else ""
        level = self.styled(finding.level.value, finding.level.value)
        rows = ["", f"{place}{level} [{printable(finding.rule)}] {printable(finding.message)}"]
        if span is None:
            return rows
        line, carets = excerpt(self.document.text, span, self.width - 4)
        return [*rows, f"    {line}", f"    {self.styled(finding.level.value, carets)}"]

    def field(self, label: str, values: Iterable[Value | None]) -> list[str]:
        """Return the line of a label and its values, none where there are no values."""
        said = self.said(values, "; ")
        return self.labelled(label, said) if said else []

    def labelled(self, label: str, said: str, *, style: str = "dim") -> list[str]:
        """Return a text wrapped behind a label."""
        indent = " " * 4
        head = label.ljust(_LABEL) + "  "
        rows = self.wrapped(head + said, indent, indent + " " * len(head))
        rows[0] = indent + self.styled(style, head) + rows[0][len(indent + head) :]
        return rows

    def said(self, values: Iterable[Value | None], between: str = ", ") -> str:
        """Return values in words, one after the other; the same one said again is counted."""
        counts = Counter(self.one(value) for value in values if value is not None)
        return between.join(said if times == 1 else f"{said} (×{times})" for said, times in counts.items())

    def one(self, value: Value) -> str:
        """Return a value in words and, where it is not simply stated, how it was read."""
        words = printable(in_words(value))
        if value.status is Status.STATED:
            return _kept(words)
        quote = self.quoted(value)
        emended = value.status is Status.EMENDED and quote != words
        return _kept(f"{words} ({value.status.value}{f': {quote}' if emended else ''})")

    def quoted(self, value: Value) -> str:
        """Return the passage of a value in one line; its words, where it has no passage."""
        return printable(" ".join(value.span.of(self.document.text).split()) if value.span else str(value))

    def wrapped(self, text: str, indent: str, hanging: str | None = None) -> list[str]:
        """Return the text in lines of the page's width."""
        rows = textwrap.wrap(
            text,
            self.width,
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return [row.replace(_NO_BREAK, " ") for row in rows]

    def styled(self, style: str, text: str) -> str:
        """Return the text in a style, unchanged on a page without colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color else text


def _kept(words: str) -> str:
    """Keep a short value on one line."""
    return words.replace(" ", _NO_BREAK) if len(words) <= _KEPT else words


def _prefixed(word: str, said: str) -> str:
    return f"{word} {said}" if said else ""


def _joined(between: str, parts: Iterable[str]) -> str:
    return between.join(filter(None, parts))


def _counted(findings: tuple[Finding, ...]) -> str:
    levels = Counter(finding.level for finding in findings)
    parts = [_plural(levels[level], level.value) for level in Level if levels[level]]
    return f"{_plural(len(findings), 'finding')}: {', '.join(parts)}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _place(finding: Finding) -> tuple[bool, int]:
    return finding.span is None, finding.span.start if finding.span else 0


def _bodies(document: Document) -> Iterator[Body]:
    for witness in document.witnesses:
        yield from witness.protocol.bodies
        for loan in witness.loans:
            yield from (party for party in (*loan.borrowers, *loan.lenders) if isinstance(party, Body))
        for decision in witness.protocol.decisions:
            yield from _bodies_of(decision)


def _bodies_of(decision: Decision) -> Iterator[Body]:
    parties = [*decision.speakers, *(recipient.party for recipient in decision.recipients)]
    for directive in decision.directives:
        yield from directive.bodies
        for order in directive.orders:
            parties.extend(order.responsible)
    yield from (party for party in parties if isinstance(party, Body))
