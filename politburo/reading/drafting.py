"""Records while they are being read: what the structure has gathered so far of a witness.

The records themselves are frozen; these drafts are filled line by line and then closed.
"""

from __future__ import annotations

from attrs import define, field

from politburo.findings import Finding
from politburo.reading.marks import Mark
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.names import Body, Person
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Procedure, Secrecy, Wording

from politburo.records import Recipient

__all__ = ["Block", "DecisionDraft", "Governing", "WitnessDraft"]


@define
class Block:
    """A directive while it is read: its path and the token stretches of its text."""

    path: tuple[str, ...]
    stretches: list[tuple[int, int]] = field(factory=list)
    mark: Mark | None = None


@define
class Governing:
    """What a line above says of every decision below it: «Опросом членов Политбюро от 16.IV.30 г.»."""

    dates: tuple[PartialDate, ...] = ()
    procedures: tuple[Procedure, ...] = ()


@define
class DecisionDraft:
    """A decision while it is read."""

    number: str
    title: Wording | None = None
    dates: list[PartialDate] = field(factory=list)
    procedures: list[Procedure] = field(factory=list)
    secrecies: list[Secrecy] = field(factory=list)
    shelfmarks: list[Shelfmark] = field(factory=list)
    signatories: list[Person] = field(factory=list)
    speakers: list[Person | Body] = field(factory=list)
    recipients: list[Recipient] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    note: str = ""
    span: Span | None = None


@define
class WitnessDraft:
    """A witness while it is read."""

    language: str
    numbers: list[Wording] = field(factory=list)
    special_number: Wording | None = None
    bodies: list[Body] = field(factory=list)
    dates: list[PartialDate] = field(factory=list)
    procedures: list[Procedure] = field(factory=list)
    secrecies: list[Secrecy] = field(factory=list)
    storage: list[Wording] = field(factory=list)
    shelfmarks: list[Shelfmark] = field(factory=list)
    signatories: list[Person] = field(factory=list)
    decisions: list[DecisionDraft] = field(factory=list)
    accounted: list[Span] = field(factory=list)
    remarks: list[Finding] = field(factory=list)


def distinct(values: list[Value]) -> list[Value]:
    """Return the values without repetition, each in its first place.

    >>> [str(v) for v in distinct([Wording("34"), Wording("34"), Wording("35")])]
    ['34', '35']
    """
    return list(dict.fromkeys(values))
