"""Accounts, schedules, collations, conversions and the like as tables for a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import escape
from typing import Any

from politburo.accounts import LoanAccount, LoanAccounts
from politburo.accounts.entries import Entry, EntryKind
from politburo.checking import Collation, Comparison, Outcome, Section
from politburo.editing import Readings
from politburo.rates import Conversion, RateTable
from politburo.schedules import Schedule
from politburo.showing.marking import visible
from politburo.showing.words import in_words
from politburo.sources import Source
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.currencies import Currency
from politburo.values.quantities import Unit
from politburo.verifying import Verification

__all__ = ["forms", "safe", "table"]

_SHOWN, _EXCERPT = 30, 400


@cache
def forms() -> Mapping[type, Callable[[Any], str]]:
    """Return what makes the HTML of each type that is neither a value nor a record."""
    return {
        LoanAccount: _account,
        LoanAccounts: _accounts,
        Schedule: _schedule,
        RateTable: _rates,
        Conversion: _conversion,
        Collation: _collation,
        Verification: _verification,
        Readings: _readings,
        Source: _source,
        Currency: lambda currency: _unit(currency, currency.name("en"), currency.id),
        Unit: lambda unit: _unit(unit, unit.name("en"), unit.id),
        Span: lambda span: f'<span title="Span">{span.start}–{span.stop}</span>',
    }


def safe(text: object) -> str:
    """Return a text as HTML that shows it, control characters included.

    >>> safe("<ЦК>")
    '&lt;ЦК&gt;'
    """
    return escape(visible(str(text)))


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table; of many rows the first thirty, and how many there are more.

    >>> table("О", ["a"], [["<"]])
    '<table><caption>О</caption><tr><th>a</th></tr><tr><td>&lt;</td></tr></table>'
    """
    cells = [[safe("" if cell is None else cell) for cell in row] for row in rows]
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in cells[:_SHOWN]]
    more = len(cells) - _SHOWN
    lines += [f"<td>… {more} more</td>"] if more > 0 else []
    top = "".join(f"<th>{safe(head)}</th>" for head in heads)
    body = "".join(f"<tr>{line}</tr>" for line in (top, *lines) if line)
    return f"<table><caption>{safe(caption)}</caption>{body}</table>"


def _unit(unit: object, name: str, canonical: str) -> str:
    return f'<span title="{type(unit).__name__}">{safe(name)} <code>{safe(canonical)}</code></span>'


def _words(value: Value | None, otherwise: str = "") -> str:
    return in_words(value) if value is not None else otherwise


def _accounts(accounts: LoanAccounts) -> str:
    return "".join(map(_account, accounts)) or "<span>no loans</span>"


def _account(account: LoanAccount) -> str:
    rows = [_entry(entry) for entry in account.entries]
    if account.principal is not None:
        rows.append(("", "left", account.balance(), "", ""))
    if account.of(EntryKind.RESTATEMENT):
        rows.append(("", "left, as restated", account.restated_balance(), "", ""))
    return table(account.name, ("date", "entry", "amount", "against", "passage"), rows)


def _entry(entry: Entry) -> tuple[object, ...]:
    amount = _words(entry.amount, "without a figure")
    return entry.date, entry.kind.value, amount, entry.allocation, entry.passage


def _schedule(schedule: Schedule) -> str:
    rows = [
        (one.due, _words(one.principal), _words(one.interest, "unknown"), _words(one.outstanding))
        for one in schedule
    ]
    made = table("Schedule", ("due", "principal", "interest", "outstanding"), rows)
    return made + "".join(f"<p>{safe(note)}</p>" for note in schedule.notes)


def _rates(rates: RateTable) -> str:
    rows = [
        (rate.id, f"1 {rate.base} = {rate.value} {rate.quote}", rate.kind, rate.valid_from, rate.valid_to)
        for rate in rates.rates
    ]
    return table("RateTable", ("id", "rate", "kind", "from", "to"), rows)


def _conversion(conversion: Conversion) -> str:
    equation = f"{in_words(conversion.amount)} = {in_words(conversion.result)}"
    return f'<div title="Conversion"><b>{safe(equation)}</b><p>{safe(conversion.footnote())}</p></div>'


def _collation(collation: Collation) -> str:
    return "".join(map(_comparison, collation.comparisons)) or "<span>no two witnesses to collate</span>"


def _comparison(comparison: Comparison) -> str:
    caption = f"{comparison.first.key} and {comparison.second.key}"
    heads = ("part", "part", "agree", "differ", "in one only")
    return table(caption, heads, map(_section, comparison.sections))


def _section(section: Section) -> tuple[object, ...]:
    first, second = (name or "[omitted]" for name in (section.first, section.second))
    differ = "; ".join(f"{v.property} {v.first} | {v.second}" for v in section.having(Outcome.DISAGREEMENT))
    alone = "; ".join(f"{v.property} {v.first or v.second}" for v in section.having(Outcome.OMISSION))
    return first, second, len(section.having(Outcome.AGREEMENT)), differ, alone


def _verification(found: Verification) -> str:
    caption = f"{len(found.rows)} rows, {len(found.faulty)} with faults, {len(found.lacking)} lacking"
    return table(caption, ("row", "", "what is wrong"), _faults(found)) + _scores(found)


def _faults(found: Verification) -> Iterator[tuple[object, ...]]:
    for checked in found.faulty:
        row = checked.row
        for fault in checked.faults:
            yield checked.where, f"{row.entity} {row.property} {row.value}", fault.message
    for row in found.lacking:
        yield "lacking", f"{row.entity} {row.property} {row.value}", " ".join(row.quote.split())


def _scores(found: Verification) -> str:
    rows = [
        (name, t.given, t.read, t.right, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}")
        for name, t in [*found.scores.items(), ("all", found.total)]
    ]
    return table("Scores", ("property", "given", "read", "right", "precision", "recall", "F1"), rows)


def _readings(readings: Readings) -> str:
    rows = [(one.passage, one.reading, one.decision.value, one.reason) for one in readings.entries]
    return table("Readings", ("passage", "reading", "decision", "reason"), rows)


def _source(source: Source) -> str:
    facts = [source.format, source.encoding, f"{len(source.text)} characters"]
    facts += [f"{len(source.pages)} pages"] if source.pages else []
    findings = "".join(f"<li>{safe(finding.message)}</li>" for finding in source.findings)
    begins = safe(source.text[:_EXCERPT]).replace("\n", "<br>")
    return (
        f'<div title="Source">{safe(", ".join(filter(None, facts)))}<ul>{findings}</ul><p>{begins}</p></div>'
    )
