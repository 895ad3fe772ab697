"""A loan over time as a picture: how much of it can be left after each decision.

:func:`waterfall` returns a Vega-Lite specification as a plain mapping; :func:`chart` an Altair chart
(``pip install politburo[plots]``).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from politburo.accounts.account import LoanAccount
from politburo.accounts.balances import balance_of
from politburo.accounts.entries import Allocation, Entry, EntryKind, Sum

if TYPE_CHECKING:
    import altair as alt

__all__ = ["chart", "waterfall"]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_KNOWN, _UNKNOWN = "figure given", "no figure: bound only"


def waterfall(account: LoanAccount, allocation: Allocation | None = None) -> dict[str, Any]:
    """Return the waterfall of a loan, or of a sum set apart in it, as a Vega-Lite specification.

    A bar reaches from what can be left at most before a decision to what can be left at most after it;
    decisions that draw without a figure have a colour of their own.
    """
    limit = account.principal if allocation is None else allocation.amount
    if limit is None:
        raise ValueError("no waterfall: no paper at hand gives the principal")
    if limit.high is None:
        raise ValueError(f"no waterfall: there is no upper end of {limit}")
    unit = str(limit).split(" ")[1]
    return {
        "$schema": _SCHEMA,
        "title": f"{account.name}: at most left" if allocation is None else f"{allocation}: at most left",
        "data": {"values": _rows(account, allocation, limit)},
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {"field": "step", "type": "ordinal", "sort": None, "title": "decision"},
            "y": {"field": "before", "type": "quantitative", "title": unit},
            "y2": {"field": "after"},
            "color": {"field": "known", "type": "nominal", "title": None},
            "tooltip": [{"field": name} for name in ("date", "entity", "kind", "amount", "quote")],
        },
    }


def _rows(account: LoanAccount, allocation: Allocation | None, limit: Sum) -> list[dict[str, Any]]:
    rows = [_row("granted", "grant", None, limit.high, str(limit))]
    drawn: list[Entry] = []
    for at, entry in enumerate(_steps(account, allocation), 1):
        before = _most_left(limit, drawn)
        if entry.kind is EntryKind.INCREASE:
            limit = entry.amount or limit
        else:
            drawn.append(entry)
        after = _most_left(limit, drawn)
        row = _row(f"{at}. {entry.date}", entry.kind.value, before, after, str(entry.amount or "no figure"))
        place = {"date": str(entry.date), "entity": entry.passage.entity, "quote": entry.passage.quote}
        rows.append(row | place | {"known": _KNOWN if before != after else _UNKNOWN})
    return rows


def _steps(account: LoanAccount, allocation: Allocation | None) -> Sequence[Entry]:
    """Return what changes the sum, in order of date: drawdowns, of the whole loan also increases."""
    if allocation is not None:
        return account.drawdowns(allocation)
    return [e for e in account.entries if e.kind in (EntryKind.DRAWDOWN, EntryKind.INCREASE)]


def _most_left(limit: Sum, drawn: Sequence[Entry]) -> Decimal | None:
    left = balance_of(limit, drawn).left
    return left.high if left else None


def _row(step: str, kind: str, before: Decimal | None, after: Decimal | None, amount: str) -> dict[str, Any]:
    ends = {"before": float(before or 0), "after": float(after or 0)}
    return {"step": step, "kind": kind, **ends, "amount": amount, "known": _KNOWN}


def chart(account: LoanAccount, allocation: Allocation | None = None) -> alt.Chart:
    """Return the waterfall as an Altair chart, ready to show or save."""
    # Imported here: only who plots has it.
    import altair as alt

    made: alt.Chart = alt.Chart.from_dict(waterfall(account, allocation))
    return made
