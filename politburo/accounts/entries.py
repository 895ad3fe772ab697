"""What stands in an account: entries and sums set apart, each with the passage it comes from."""

from __future__ import annotations

import enum

from attrs import field, frozen

from politburo.text import Span
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity

__all__ = ["Allocation", "Entry", "EntryKind", "Passage", "Sum"]

Sum = MonetaryAmount | Quantity


class EntryKind(enum.Enum):
    """What an entry of an account is.

    ``grant``: the loan is given. ``drawdown``: something is charged to it. ``basis``: something rests
    on its contract without being charged to it. ``increase``: its sum becomes another.
    ``restatement``: its sum is put into another unit.

    >>> EntryKind("drawdown").name
    'DRAWDOWN'
    """

    GRANT = "grant"
    DRAWDOWN = "drawdown"
    BASIS = "basis"
    REPAYMENT = "repayment"
    ANNULMENT = "annulment"
    INCREASE = "increase"
    RESTATEMENT = "restatement"
    MENTION = "mention"


@frozen
class Passage:
    """A place in a paper: the paper's name, the directive's entity, the span and the words.

    >>> str(Passage("1935-10-01.txt", "ru/9/1", Span(269, 275), "В счет"))
    '1935-10-01.txt ru/9/1 «В счет»'
    """

    document: str
    entity: str
    span: Span | None = None
    quote: str = ""

    def __str__(self) -> str:
        """Return paper, entity and words."""
        return f"{self.document} {self.entity} «{' '.join(self.quote.split())}»".lstrip()


@frozen
class Allocation:
    """A sum set apart within a loan: for what, and the parts of it that fall into a year."""

    amount: Sum
    purpose: str
    passage: Passage
    parts: tuple[tuple[PartialDate, Sum], ...] = ()

    def part_of(self, year: int) -> tuple[Sum, ...]:
        """Return the parts that fall into a year."""
        return tuple(amount for date, amount in self.parts if date.year == year)

    def __str__(self) -> str:
        """Return the sum and the purpose."""
        return f"{self.amount} {self.purpose}".rstrip()


@frozen
class Entry:
    """One booking: what, when, how much (None: the paper gives no figure) and against which sum.

    ``notes`` say what is inferred or doubtful; ``confirmed`` are other passages that say the same.
    """

    kind: EntryKind
    date: PartialDate | None
    amount: Sum | None
    passage: Passage
    allocation: Allocation | None = None
    notes: tuple[str, ...] = ()
    confirmed: tuple[Passage, ...] = field(default=())

    @property
    def decision(self) -> str:
        """The entity of the decision: ``ru/9``."""
        return "/".join(self.passage.entity.split("/")[:2])

    def __str__(self) -> str:
        """Return date, kind and sum."""
        return f"{self.date or 'undated'} {self.kind.value} {self.amount or 'without a figure'}"
