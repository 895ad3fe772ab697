"""Readings that somebody answers for: a passage, what it is to be read as, why, who says so.

::

    [[reading]]
    passage = "НКВР"
    reading = "НКВТ"
    reason = "there is no such body; the translation has NKVT"
    editor = "A. Berg"
    decision = "accepted"        # or "proposed", which changes nothing, or "rejected"
    start = 2034                 # where the passage stood, and what stood around it: by these
    before = "согласовать "      # it is found again in a new transcription
    after = " совместно с"

``start``, ``before`` and ``after`` can be left out where the passage stands only once in the text.
"""

from __future__ import annotations

import enum
from itertools import pairwise
from typing import NamedTuple, Self

from attrs import field, frozen

from politburo.editing.places import find
from politburo.errors import FormatError
from politburo.text import Span

__all__ = ["Emendation", "Placed", "Readings", "Verdict"]


class Verdict(enum.Enum):
    """What has been decided on a reading.

    >>> [verdict.value for verdict in Verdict]
    ['proposed', 'accepted', 'rejected']
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@frozen
class Emendation:
    """A passage and what it is to be read as; ``where`` is its place in the file it comes from.

    >>> Emendation("НКВР", "НКВТ", "there is no such body", "A. Berg", Verdict.ACCEPTED).reading
    'НКВТ'
    """

    passage: str
    reading: str
    reason: str = ""
    editor: str = ""
    decision: Verdict = Verdict.PROPOSED
    start: int | None = None
    before: str = ""
    after: str = ""
    where: str = field(default="", eq=False)

    def span_in(self, text: str) -> Span:
        """Return where the passage stands in a text, or raise :class:`FormatError` if that cannot be told.

        >>> Emendation("НКВР", "НКВТ").span_in("согласовать НКВР с НКО")
        Span(start=12, stop=16)
        """
        places = find(text, self.passage, self.before, self.after, self.start)
        if len(places) == 1:
            return places[0]
        stands = f"the passage «{' '.join(self.passage.split())}»"
        if places:
            fault = (
                f"{stands} stands in {len(places)} places: expected a start or more of what stands around it"
            )
        else:
            fault = f"{stands} no longer stands in the text"
        raise FormatError(fault, self.where or "readings")


class Placed(NamedTuple):
    """An emendation and where its passage stands."""

    emendation: Emendation
    span: Span


@frozen
class Readings:
    r"""The readings of a paper, in the order of the file.

    >>> readings = Readings.parse('[[reading]]\npassage = "НКВР"\nreading = "НКВТ"\n')
    >>> readings.entries[0].decision.value
    'proposed'
    >>> Readings.parse(str(readings)) == readings
    True
    """

    entries: tuple[Emendation, ...] = ()

    @classmethod
    def parse(cls, text: str, name: str = "") -> Self:
        """Read a file of readings; ``name`` stands before the line in errors (:class:`FormatError`)."""
        from politburo.editing.files import parsed

        return cls(tuple(parsed(text, name)))

    def __str__(self) -> str:
        """Return the readings as a file."""
        from politburo.editing.files import written

        return written(self.entries)

    def placed_in(self, text: str) -> tuple[Placed, ...]:
        """Return the readings with their places in a text, in its order.

        Raises :class:`FormatError` for a passage that no longer stands there, or stands in several
        places, and where two decisions are about one passage.
        """
        found = [Placed(entry, entry.span_in(text)) for entry in self.entries]
        found.sort(key=lambda placed: placed.span)
        decided = [placed for placed in found if placed.emendation.decision is not Verdict.PROPOSED]
        for one, other in pairwise(decided):
            if one.span.overlaps(other.span):
                passages = f"«{one.emendation.passage}» and «{other.emendation.passage}»"
                fault = f"the decisions on {passages} are about one passage: expected one of them"
                raise FormatError(fault, other.emendation.where or "readings")
        return tuple(found)
