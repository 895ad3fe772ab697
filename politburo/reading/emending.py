"""Readings that cannot be right: a body that did not exist, where one glyph makes another that did.

The other witness decides where it can; a body that existed is never replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from politburo.reading.mentions import Mention, Mentions
from politburo.reading.paper import Paper
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.faults import likely
from politburo.values.misreadings import named_like, possible_misreadings
from politburo.values.names import Body
from politburo.vocabulary import table

__all__ = ["Emending"]


@frozen
class Emending:
    """The mentions after emendation."""

    mentions: Mentions

    @classmethod
    def of(cls, paper: Paper, days: Sequence[PartialDate | None]) -> Emending:
        """Emend the bodies that did not exist on the day of the paper."""
        day = next((d for d in days if d is not None), None)
        if day is None:
            return cls(paper.mentions)
        named = {str(m.value) for m in paper.mentions.all if isinstance(m.value, Body)}
        return cls(Mentions.of([_emended(paper, m, day, named) for m in paper.mentions.all]))


def _emended(paper: Paper, mention: Mention, day: PartialDate, named: set[str]) -> Mention:
    body = mention.value
    if not isinstance(body, Body) or body.id is None or body.status is Status.EMENDED or alive(body.id, day):
        return mention
    written = paper.tokens.words[mention.first]
    possible = [name for name in possible_misreadings(written) if alive(name, day)]
    if len(possible) != 1 or mention.stop - mention.first != 1:
        return mention
    [name], span = possible, body.span
    assert span is not None  # noqa: S101  # mentions always have spans
    why = "a known confusion" + (", which the paper names elsewhere" if name in named else "")
    remark = likely(
        f"there was no {_union(body.id)}«{written}» on {day}", named_like(name, written), why, span
    )
    emended = Body(id=name, span=span, status=Status.EMENDED)
    return mention._replace(value=emended, noise=(*mention.noise, remark))


def _union(name: str) -> str:
    """Return what tells a commissariat of the Union from those of the republics."""
    return "Union " if _union_spans(name) else ""


@lru_cache(maxsize=4096)
def alive(name: str, day: PartialDate) -> bool:
    """Tell whether a body existed on a day, as far as the vocabulary knows.

    A commissariat of the republics alone does not count where it later was one of the Union: the
    papers mean the Union's.

    >>> alive("NKVT", PartialDate.parse("1935-10-01")), alive("NKVT", PartialDate.parse("1950"))
    (True, False)
    """
    entry = table("agencies").get(name, {})
    own = {"from": entry.get("founded", ""), "to": entry.get("abolished", "")}
    spans = _union_spans(name) or [own]
    return any(_within(day, span.get("from", ""), span.get("to", "")) for span in spans)


def _union_spans(name: str) -> list[dict[str, str]]:
    entry = table("agencies").get(name, {})
    return [span for span in entry.get("level_history", ()) if span["level"] == "USSR"]


def _within(day: PartialDate, founded: str, abolished: str) -> bool:
    first, last = day.earliest, day.latest
    if first is None or last is None:
        return True
    begun = not founded or _first_day(founded) <= last.isoformat()
    return begun and (not abolished or first.isoformat()[: len(abolished)] <= abolished)


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date
