"""The findings of reading itself: faults undone, omissions, passages that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from politburo.findings import Finding, Level
from politburo.reading.drafting import WitnessDraft
from politburo.reading.emending import Emending
from politburo.reading.layout import Layout, Paper, Stretch
from politburo.reading.lines import Line

__all__ = ["remarks"]

_MESSAGES = {
    "omission": "the text says that something is left out here",
    "illegible": "the text says that something cannot be read here",
}


def remarks(
    paper: Paper, layout: Layout, drafts: Sequence[tuple[Stretch, WitnessDraft]], emending: Emending
) -> Iterator[Finding]:
    """Return what a reader must know of the witnesses, in the order of the text."""
    found = [f for stretch, _ in drafts for line in stretch.lines for f in _of_line(paper, line)]
    found += [f for _, draft in drafts for f in draft.remarks]
    yield from sorted(found, key=lambda f: f.span.start if f.span else 0)


def _of_line(paper: Paper, line: Line) -> Iterator[Finding]:
    for hit in line.hits:
        if hit.label in _MESSAGES:
            yield Finding(hit.label, Level.NOTE, _MESSAGES[hit.label], paper.tokens.span(hit.first, hit.stop))
    for mention in paper.mentions.within(line.first, line.stop):
        for noise in mention.noise:
            level = Level.NOTE if noise.rule == "footnote-glued" else Level.WARNING
            yield Finding(noise.rule, level, noise.message, noise.span)
