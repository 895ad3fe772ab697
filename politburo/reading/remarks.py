"""The findings of reading itself: faults undone, omissions, passages that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from politburo.findings import Finding, Level
from politburo.reading.drafting import WitnessDraft
from politburo.reading.emending import Emending
from politburo.reading.layout import Layout, Paper, Stretch
from politburo.reading.lines import Line

__all__ = ["remarks", "speaks_of_omission"]

_LABELS = {"omitted": "omission"}
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


def speaks_of_omission(paper: Paper, line: Line, at: int) -> bool:
    """Tell whether "omitted" is the editor's word: on a short line, or in square brackets."""
    if line.stop - line.first <= 8:
        return True
    words = paper.tokens.words
    opened = any(words[i] == "[" for i in range(max(line.first, at - 16), at))
    return opened and any(words[i] == "]" for i in range(at, min(line.stop, at + 16)))


def _of_line(paper: Paper, line: Line) -> Iterator[Finding]:
    for hit in line.hits:
        if hit.label in _MESSAGES or (hit.label == "omitted" and speaks_of_omission(paper, line, hit.first)):
            yield Finding(label := _LABELS.get(hit.label, hit.label), Level.NOTE, _MESSAGES[label], paper.tokens.span(hit.first, hit.stop))
    for mention in paper.mentions.within(line.first, line.stop):
        for noise in mention.noise:
            level = Level.NOTE if noise.rule == "footnote-glued" else Level.WARNING
            yield Finding(noise.rule, level, noise.message, noise.span)
