"""A witness while it is read: what was gathered of «ПРОТОКОЛ № 34 …» so far, and where the reading stands.

The records themselves are frozen; these drafts are filled line by line and then closed.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import TypeVar

from attrs import define, field

from politburo.findings import Finding
from politburo.reading.lines import Line
from politburo.reading.marks import Mark
from politburo.reading.paper import Paper
from politburo.records import Recipient
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.names import Body, Person
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Procedure, Secrecy, Wording

__all__ = ["Block", "DecisionDraft", "Governing", "Group", "Part", "Progress", "WitnessDraft", "distinct"]

V = TypeVar("V", bound=Value)


class Part(enum.Enum):
    """Where in a paper the reading stands."""

    HEAD = "head"
    PRESENCE = "presence list"
    BODY = "body"
    CLOSED = "signed"
    LEGEND = "notes"
    ATTACHMENT = "attachment"


@define
class Block:
    """A directive while it is read: its path, its mark and the token stretches of its text."""

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
    """A decision while it is read; ``marks`` are those of the sub-point in hand."""

    number: str
    mark: Mark | None = None
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

    def begin(self, mark: Mark | None = None) -> None:
        """Begin a block at the marks in hand; without any it is the text before the first mark."""
        path = tuple(other.label for other in self.marks) or ("0",)
        self.blocks.append(Block(path, mark=mark))


@define
class Group:
    """Names of a presence list while it is read: as what they are listed, and of which body."""

    rank: str = ""
    body: Body | None = None
    persons: list[Person] = field(factory=list)


@define
class WitnessDraft:
    """A witness while it is read."""

    numbers: list[Wording] = field(factory=list)
    special_number: Wording | None = None
    bodies: list[Body] = field(factory=list)
    dates: list[PartialDate] = field(factory=list)
    procedures: list[Procedure] = field(factory=list)
    secrecies: list[Secrecy] = field(factory=list)
    storage: list[Wording] = field(factory=list)
    shelfmarks: list[Shelfmark] = field(factory=list)
    signatories: list[Person] = field(factory=list)
    groups: list[Group] = field(factory=list)
    decisions: list[DecisionDraft] = field(factory=list)
    accounted: list[Span] = field(factory=list)
    remarks: list[Finding] = field(factory=list)


@define
class Progress:
    """The state of reading one witness: what is known so far and what the next line may mean.

    ``governing`` holds for the decisions below, ``pending`` is the point that a heading announced,
    ``early`` are addressees named above the text, ``above`` the organs above a decree, ``speech`` the
    column in hand (listened, resolved), ``listing`` whether a list of addressees may go on, ``annexed``
    whether the paper is an attachment to the point announced, ``running`` the first tokens of the lines
    behind which points follow.
    """

    paper: Paper
    lines: tuple[Line, ...]
    draft: WitnessDraft = field(factory=WitnessDraft)
    part: Part = Part.HEAD
    governing: Governing = field(factory=Governing)
    pending: Wording | None = None
    early: list[Recipient] = field(factory=list)
    above: list[Body] = field(factory=list)
    speech: str = ""
    headed: bool = False
    listing: bool = False
    annexed: bool = False
    running: frozenset[int] | None = None
    note: str = ""

    @property
    def decision(self) -> DecisionDraft | None:
        """The decision that is being read, if one has begun."""
        return self.draft.decisions[-1] if self.draft.decisions else None

    def span(self, first: int, stop: int) -> Span:
        """Return the place of some tokens."""
        return self.paper.tokens.span(first, stop)

    def place(self, mark: Mark | None) -> Span | None:
        """Return the place of a mark."""
        return self.span(mark.first, mark.stop) if mark else None

    def open(self, number: str, mark: Mark | None) -> DecisionDraft:
        """Begin a decision, with what the lines above it say."""
        decision = DecisionDraft(number, mark, note=self.note, span=self.place(mark))
        decision.dates.extend(self.governing.dates)
        decision.procedures.extend(self.governing.procedures)
        decision.recipients.extend(self.early)
        self.early, self.note = [], ""
        self.draft.decisions.append(decision)
        self.part, self.listing = Part.BODY, False
        return decision


def distinct(values: Iterable[V]) -> tuple[V, ...]:
    """Return the values without repetition, each in its first place.

    >>> [str(value) for value in distinct([Wording("34"), Wording("34"), Wording("35")])]
    ['34', '35']
    """
    return tuple(dict.fromkeys(values))
