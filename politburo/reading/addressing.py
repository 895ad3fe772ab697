"""The lines of addressees: «Выписки посланы: т.т. Стомонякову, Крестинскому» and the names below or above."""

from __future__ import annotations

from politburo.reading.distribution import read_recipients
from politburo.reading.drafting import DecisionDraft, Part, Progress
from politburo.reading.lines import Line
from politburo.reading.titles import ordered, topical
from politburo.reading.words import affixes, words
from politburo.tokens import Kind
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity

__all__ = ["add_recipients", "read_addressees", "read_distribution"]

# How far into its line a list may begin: behind the word for extracts further than behind others.
_INDENT = 3
_EXCERPTS_INDENT = 8
_LISTS = frozenset({"recipients", "distribution"})


def read_distribution(progress: Progress, line: Line) -> bool:
    """Read «Выписки посланы: …» and the names behind it."""
    hit, keys = line.hit("distribution"), progress.paper.keys
    if hit is None or keys[hit.stop] in words("headings", "from_protocol"):
        return False
    excerpts = keys[line.first].startswith(affixes("distribution", "excerpts"))
    far = hit.first - line.first > (_EXCERPTS_INDENT if excerpts else _INDENT)
    if (far and progress.part not in {Part.CLOSED, Part.LEGEND}) or _is_order(progress, line, hit.stop):
        return False
    add_recipients(progress, hit.stop, line.stop, progress.decision)
    return True


def _is_order(progress: Progress, line: Line, at: int) -> bool:
    """Tell whether a line orders something rather than lists names: «Послать: одну копию …»."""
    paper = progress.paper
    if progress.part in {Part.CLOSED, Part.LEGEND}:
        return False
    sums = (next(paper.named(line, kind), None) for kind in (MonetaryAmount, Quantity))
    if any(found is not None for found in sums) or ordered(paper.tokens, at, line.stop):
        return True
    while at < line.stop and paper.tokens.kinds[at] is Kind.MARK:
        at += 1
    word = paper.words[at]
    names = words("distribution", "honorifics") | words("distribution", "short_honorifics")
    small = word.islower() and paper.keys[at] not in names | words("distribution", "fillers")
    return at < line.stop and small and len(word) > 2


def read_addressees(progress: Progress, line: Line) -> bool:
    """Read names under «Выписки посланы:», or a list of addressees above the text."""
    if progress.listing and _lists_names(progress, line):
        return add_recipients(progress, line.first, line.stop, progress.decision)
    if progress.part is Part.HEAD and progress.decision is None and line.hit("recipients"):
        add_recipients(progress, line.first, line.stop, None)
        return True
    return False


def _lists_names(progress: Progress, line: Line) -> bool:
    """Tell whether a line goes on with the list above it: capitals, and no other phrase of the form."""
    if line.mark is not None or progress.paper.is_shelfmark(line) or topical(progress.paper, line.first):
        return False
    if any(hit.label not in _LISTS for hit in line.hits) or _is_order(progress, line, line.first):
        return False
    word = progress.paper.words[line.first]
    return word[:1].isupper() or word in words("distribution", "articles")


def add_recipients(progress: Progress, first: int, stop: int, decision: DecisionDraft | None) -> bool:
    """Add the names between two tokens to a decision, or keep them for the first; tell if there are any."""
    found = read_recipients(progress.paper.tokens, first, stop)
    (progress.early if decision is None else decision.recipients).extend(found)
    return bool(found)
