"""The accounts of loans across papers: what was granted, set apart, drawn, restated, and what is left.

``LoanAccounts.from_documents(documents)`` finds the decisions that speak of one loan and books each
with its passage; a drawdown without a figure makes the balance unknown, never equal to what was set apart.
"""

from politburo.accounts.account import LoanAccount
from politburo.accounts.balances import Balance, Check, Debt
from politburo.accounts.books import LoanAccounts
from politburo.accounts.entries import Allocation, Entry, EntryKind, Passage
from politburo.accounts.known import KnownLoan, known_loans
from politburo.accounts.plotting import chart, waterfall

__all__ = [
    "Allocation",
    "Balance",
    "Check",
    "Debt",
    "Entry",
    "EntryKind",
    "KnownLoan",
    "LoanAccount",
    "LoanAccounts",
    "Passage",
    "chart",
    "known_loans",
    "waterfall",
]
