"""Passages that look like part of the form and were not understood: «ВЫПИСКИ ИЗ ПРОТОКОЛА», «3.» alone.

Nothing is lost in silence: what no reader took stays text, and where it has a phrase of the form, or a
mark that counts nothing, it is remarked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from politburo.findings import Finding, Level
from politburo.reading.drafting import DecisionDraft, Progress
from politburo.reading.headings import numbered_heading
from politburo.reading.layout import Layout
from politburo.reading.lines import Line
from politburo.reading.marks import Mark
from politburo.reading.paper import Paper
from politburo.text import Span

__all__ = ["unread_line", "unread_marks", "unread_papers"]

_RULE = "unread-text"
# Phrases that only the form has. An office without a name under a paper is an ordinary signature.
_FORM = (
    *("heading", "decisions", "decree", "special_number", "storage", "annex", "listened", "resolved"),
    *("decision_date", "secret_decision", "secrecy", "distribution", "procedure", "presence"),
)
# What a line says of gaps explains why something is missing there.
_GAPS = ("omission", "omitted", "illegible")
# A longer line is prose that merely speaks of a protocol.
_LONGEST = 24


def unread_line(progress: Progress, line: Line) -> Iterator[Finding]:
    """Remark a line that no reader took if it looks like part of the form."""
    if len(line) > _LONGEST or line.hit(*_GAPS) is not None:
        return
    hit = line.hit(*_FORM)
    if hit is not None and hit.stop > line.stop:
        return  # it goes on in the next line, which is read
    if hit is not None:
        words = progress.paper.tokens.quote(hit.first, hit.stop)
        message = f"«{' '.join(words.split())}» looks like part of the form: expected one that is known"
        yield Finding(_RULE, Level.NOTE, message, line.span)
    elif line.mark is not None and line.mark.stop == line.stop:
        yield _without_text(progress, line.mark)


def unread_marks(progress: Progress) -> Iterator[Finding]:
    """Remark the marks of points and sub-points behind which nothing stands."""
    gaps = _marks_before_gaps(progress)
    for decision in progress.draft.decisions:
        empty = _empty_marks(decision)
        yield from (_without_text(progress, mark) for mark in empty if mark.first not in gaps)


def _without_text(progress: Progress, mark: Mark) -> Finding:
    message = f"the mark «{mark.label}» has no text behind it: expected some, or a mark of omission"
    return Finding(_RULE, Level.NOTE, message, progress.place(mark))


def _marks_before_gaps(progress: Progress) -> frozenset[int]:
    """Return the marks in whose line or below it the text says that something is missing."""
    lines = progress.lines
    own = {line.first for line in lines if line.hit(*_GAPS)}
    return frozenset(own | {line.first for line, below in pairwise(lines) if below.first in own})


def _empty_marks(decision: DecisionDraft) -> Iterator[Mark]:
    """Iterate over the marks of a point without anything, and of blocks without text or sub-points."""
    if decision.mark is not None and not (decision.title or decision.blocks or decision.secrecies):
        yield decision.mark
    for index, block in enumerate(decision.blocks):
        below = decision.blocks[index + 1 : index + 2]
        deeper = any(len(other.path) > len(block.path) for other in below)
        if block.mark is not None and not block.stretches and not deeper:
            yield block.mark


def unread_papers(paper: Paper, layout: Layout) -> Iterator[Finding]:
    """Remark the papers that stand below the catalogue page that closes a file: one file is one paper."""
    heads = (at for at, line in enumerate(layout.below) if numbered_heading(paper, line) is not None)
    first = next(heads, None)
    if first is not None and any(line.mark is not None for line in layout.below[first:]):
        span = Span(layout.below[first].span.start, layout.below[-1].span.stop)
        message = "another paper begins below the catalogue page and is not read: expected one paper a file"
        yield Finding(_RULE, Level.WARNING, message, span)
