"""Loans that are known from the literature, to hold an account against: «пятимиллионная ссуда» of 1935 (S02).

The facts are ``vocabulary/data/loans.toml``, each with its sources and with what is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.vocabulary import table

__all__ = ["KnownLoan", "known_loans"]

_DATED = ("signed", "agreement", "date")


@frozen
class KnownLoan:
    """A loan as the literature has it: granted by the USSR (``out``) or to it (``in``).

    ``facts`` are all that the entry says: form, interest, terms, repayment, drawdowns, events.

    >>> loan = next(loan for loan in known_loans() if loan.id == "china-1938-1")
    >>> str(loan.principal), loan.date, loan.sources, loan.facts["interest"]
    ('50000000 USD', PartialDate.parse('1938-03-01'), ('S47', 'S48'), '3 per cent a year')
    """

    id: str
    direction: str
    borrower: str
    principal: MonetaryAmount | None
    date: PartialDate | None
    allocations: tuple[tuple[str, MonetaryAmount], ...]
    status: str
    sources: tuple[str, ...]
    facts: Mapping[str, Any] = field(hash=False, repr=False)


def known_loans() -> tuple[KnownLoan, ...]:
    """Return the loans that the vocabulary knows.

    >>> len(known_loans()), sorted({loan.borrower for loan in known_loans()})[:3]
    (14, ['MNR', 'NANKIN_GOV', "People's Republic of China"])
    """
    return tuple(map(_made, table("loans")))


def _made(entry: Mapping[str, Any]) -> KnownLoan:
    unit = entry.get("currency", "XXX")
    parts = ((row["purpose"], row["amount"]) for row in entry.get("allocations", ()))
    return KnownLoan(
        entry["id"],
        entry["direction"],
        entry["borrower"],
        MonetaryAmount.of(entry["principal"], unit) if "principal" in entry else None,
        _date(entry),
        tuple((purpose, MonetaryAmount.of(amount, unit)) for purpose, amount in parts),
        entry["status"],
        tuple(entry["sources"]),
        entry,
    )


def _date(entry: Mapping[str, Any]) -> PartialDate | None:
    """Return the day of the decision, else of signing, where the entry has it as a date and not in words."""
    said = entry.get("decision", {}).get("date") or next((entry[key] for key in _DATED if key in entry), "")
    return PartialDate.parse(said) if said[:4].isdigit() else None
