"""Composed papers about loans, cut to what a test needs."""

from __future__ import annotations

from pathlib import Path

import politburo
from politburo.accounts import LoanAccount, LoanAccounts

XINJIANG = Path(__file__).parents[2] / "examples" / "xinjiang_loans"

HEAD = """ПРОТОКОЛ № {number}

заседания Политбюро ЦК ВКП(б) от {day} г.

{point}.- О займах.

{body}
"""


def paper(number: int, day: str, body: str, point: int = 7) -> str:
    """Return a protocol with one point."""
    return HEAD.format(number=number, day=day, point=point, body=body)


def accounts(*texts: str, rubles: str | None = None) -> LoanAccounts:
    """Return the accounts of papers named by their place: 1, 2, …."""
    named = ((str(number), politburo.read(text)) for number, text in enumerate(texts, 1))
    return LoanAccounts.from_documents(named, rubles=rubles)


def account(*texts: str, rubles: str | None = None) -> LoanAccount:
    """Return the one account of papers."""
    (found,) = accounts(*texts, rubles=rubles)
    return found


def xinjiang() -> LoanAccounts:
    """Return the accounts of the papers of the worked example."""
    files = sorted(XINJIANG.glob("*.txt"))
    return LoanAccounts.from_documents((path.name, politburo.read(path.read_text("utf-8"))) for path in files)
