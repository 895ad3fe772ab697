"""A text as evidence: where a passage stands in it, and what the library reads there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from politburo.text import Lines, Span
from politburo.writing.statements import Statement

__all__ = ["Evidence", "key_of"]

# A quote as short as «и» stands in thousands of places.
_MOST = 1000


def key_of(row: Statement) -> tuple[str, str, str]:
    """Return what makes two rows the same: entity, property and value."""
    return row.entity, row.property, " ".join(row.value.split())


class Evidence:
    """A text and the library's own statements of it.

    >>> evidence = Evidence("НКО и НКТП", [Statement("ru", "body", "NKO", "НКО", 0, 3)])
    >>> [row.value for row in evidence.at(Statement("ru", "body", "NKF", "НКО и"))]
    ['NKO']
    """

    def __init__(self, text: str, own: list[Statement]) -> None:
        self.text = text
        self.own = own
        self.lines = Lines(text)
        # One row for each rule is all that is asked for of the findings.
        counted = Counter(map(key_of, own))
        self.keys = Counter({key: 1 if key[1] == "finding" else n for key, n in counted.items()})
        self.entities = {row.entity for row in own}
        self._placed = sorted(
            (row for row in own if row.start is not None), key=lambda row: (row.start or 0, row.stop or 0)
        )
        self._starts = [row.start or 0 for row in self._placed]
        self._longest = max((len(row.quote) for row in self._placed), default=0)

    def has(self, entity: str) -> bool:
        """Tell whether the text has that entity, or one below it."""
        return any(each == entity or each.startswith(f"{entity}/") for each in self.entities)

    def places(self, row: Statement) -> list[Span]:
        """Return where the passage of a row stands: at its offsets, else next to them, else anywhere."""
        if row.start is not None and row.stop is not None:
            if self.text[row.start : row.stop] == row.quote:
                return [Span(row.start, row.stop)]
            nearest = self.nearest(row.quote, row.start)
            return [nearest] if nearest else []
        return list(self._occurrences(row.quote))[:_MOST] if row.quote else []

    def _occurrences(self, quote: str) -> Iterator[Span]:
        at = self.text.find(quote)
        while at >= 0:
            yield Span(at, at + len(quote))
            at = self.text.find(quote, at + len(quote))

    def nearest(self, quote: str, start: int) -> Span | None:
        """Return the place of a quote that is nearest to an offset."""
        if not quote:
            return None
        before, after = self.text.rfind(quote, 0, start + len(quote)), self.text.find(quote, start)
        found = [at for at in (before, after) if at >= 0]
        at = min(found, key=lambda at: abs(at - start), default=None)
        return None if at is None else Span(at, at + len(quote))

    def at(self, row: Statement) -> list[Statement]:
        """Return what the library reads in the passage of a row; all there is, for a row without one."""
        if row.start is None and not row.quote:
            return self.own
        return [other for place in self.places(row) for other in self._within(place)]

    def _within(self, place: Span) -> Iterator[Statement]:
        first = bisect_left(self._starts, place.start - self._longest)
        for other in self._placed[first : bisect_left(self._starts, place.stop)]:
            if Span(other.start or 0, other.stop or 0).overlaps(place):
                yield other

    def said(self, place: Span) -> str:
        """Return a place in words."""
        line, column = self.lines.place(place.start)
        return f"in line {line}, column {column} (offset {place.start})"
