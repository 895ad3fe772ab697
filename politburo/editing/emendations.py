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
from typing import NamedTuple

from attrs import field, frozen

from politburo.editing.places import find
from politburo.errors import FormatError
from politburo.text import Span

__all__ = ["Emendation", "Placed", "Verdict"]


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
