"""The accounts as a text for people: each loan, its sums set apart, its entries with their passages."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.accounts.account import LoanAccount
from politburo.accounts.books import LoanAccounts
from politburo.accounts.entries import Allocation, Entry, EntryKind

__all__ = ["report"]

_QUOTED = 60


def report(accounts: LoanAccounts) -> str:
    r"""Return the accounts of some papers as text.

    >>> report(LoanAccounts())
    'no loans\n'
    """
    if not len(accounts):
        return "no loans\n"
    return "\n\n".join("\n".join(_account(account)) for account in accounts) + "\n"


def _account(account: LoanAccount) -> Iterator[str]:
    yield account.name
    yield from _facts(account)
    for allocation in account.allocations:
        yield f"  set apart   {allocation}{_parts(allocation)}"
    for entry in account.entries:
        yield f"  {entry.kind.value:<11} {_entry(entry)}"
        yield from (f"              ({note})" for note in entry.notes)
    yield from _left(account)
    for check in account.checks():
        told = {True: "holds", False: "FAILS", None: "undecided"}[check.holds]
        yield f"  {told:<11} {check.message}"


def _facts(account: LoanAccount) -> Iterator[str]:
    if known := account.known:
        yield f"  known       {known.id} ({', '.join(known.sources)}); {known.status}"
    through = dict.fromkeys((*account.lenders, *account.operators))
    if through:
        yield f"  through     {', '.join(map(str, through))}"
    if account.purpose:
        yield f"  purpose     {' '.join(account.purpose.split())}"
    if terms := ", ".join(_terms(account)):
        yield f"  terms       {terms}"
    if account.repayment:
        yield f"  repayment   {' '.join(account.repayment.split())}"
    yield from (f"  note        {note}" for note in account.notes)


def _terms(account: LoanAccount) -> Iterator[str]:
    if account.rate:
        yield f"{account.rate}% a year"
    if account.disbursement:
        yield f"issued over {account.disbursement}"
    if account.grace:
        yield f"repayment after {account.grace}"
    if account.term:
        yield f"for {account.term}"


def _parts(allocation: Allocation) -> str:
    return "".join(f"; {amount} of it in {date}" for date, amount in allocation.parts)


def _entry(entry: Entry) -> str:
    quote = _cut(entry.passage.quote)
    against = f", against {_cut(str(entry.allocation))}" if entry.allocation else ""
    booked = f"{entry.date or 'undated'}  {entry.amount or 'without a figure'}{against}"
    return f"{booked}: {entry.passage.document} {entry.passage.entity} «{quote}»"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1].rstrip()}…"


def _left(account: LoanAccount) -> Iterator[str]:
    if account.principal is None:
        yield "  left        unknown: no paper at hand gives the principal"
        return
    yield f"  left        {account.balance()}"
    for allocation in account.allocations:
        if account.drawdowns(allocation):
            yield f"  left        of {_cut(str(allocation))}: {account.balance(allocation)}"
    if account.of(EntryKind.REPAYMENT):
        yield f"  owed        {account.owed()}"
    if account.of(EntryKind.RESTATEMENT):
        yield f"  left        as restated: {account.restated_balance()}"
