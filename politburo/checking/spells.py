"""How long something lasted, as far as the vocabulary knows: ``1918`` to ``1936-03-31``."""

from __future__ import annotations

import datetime as dt
from functools import cache

from attrs import frozen

from politburo.errors import ParseError
from politburo.values.dates import PartialDate

__all__ = ["Spell"]

# Dates that are general knowledge may be some weeks off.
_MARGIN = dt.timedelta(days=31)


@frozen
class Spell:
    """A stretch of time; an absent end is open, a year or month stands for its whole length.

    >>> Spell("1918", "1936-03-31").includes(PartialDate.parse("1936-07-05"))
    False
    >>> print(Spell(None, "1936-03-31"))
    until 1936-03-31
    """

    start: str | None
    end: str | None
    verified: bool = True
    margin: dt.timedelta = _MARGIN

    def includes(self, day: PartialDate) -> bool:
        """Tell whether the day may lie in it; a margin is left where the dates are not verified."""
        margin = dt.timedelta() if self.verified else self.margin
        first, last = day.earliest or day.latest, day.latest or day.earliest
        if first is None or last is None:
            return True
        begun, over = _bounds(self.start)[0], _bounds(self.end)[1]
        return (begun is None or last >= begun - margin) and (over is None or first <= over + margin)

    def is_near(self, day: PartialDate, lead: dt.timedelta) -> bool:
        """Tell whether the day lies before the beginning by no more than ``lead``."""
        begun, last = _bounds(self.start)[0], day.latest or day.earliest
        return begun is not None and last is not None and begun - lead <= last < begun

    @property
    def doubt(self) -> str:
        """What a message adds where the dates are not verified."""
        return "" if self.verified else " (general knowledge, not verified)"

    def __str__(self) -> str:
        """Say it in words."""
        if self.start and self.end:
            return f"from {self.start} to {self.end}"
        return f"from {self.start}" if self.start else f"until {self.end}" if self.end else "at all times"


@cache
def _bounds(text: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day; a date as vague as ``1920s`` bounds nothing."""
    try:
        date = PartialDate.parse(text) if text else None
    except ParseError:
        date = None
    return (date.earliest, date.latest) if date else (None, None)
