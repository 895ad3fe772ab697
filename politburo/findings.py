"""Findings: what a paper says that cannot be right, or that a reader must know of."""

from __future__ import annotations

import enum

from attrs import frozen

from politburo.display import Shown
from politburo.text import Span

__all__ = ["Finding", "Level"]


class Level(Shown, enum.Enum):
    """How much a finding weighs.

    ``error``: it cannot be right. ``warning``: it hardly can be. ``note``: a reader should know.

    >>> [level.value for level in Level]
    ['error', 'warning', 'note']
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Finding(Shown):
    """One remark on a paper: the rule's slug, what stands there and why it is remarked on.

    ``entity`` names what the remark is about, in the manner of the statements (``ru/9/1``),
    ``document`` where it is about the whole. ``span`` is absent where no passage carries it.

    >>> Finding("omission", Level.NOTE, "the text says that something is left out", Span(5, 10))
    Finding(rule='omission', level=<Level.NOTE: 'note'>, message='the text says that something is left out', \
span=Span(start=5, stop=10), entity='document')
    """

    rule: str
    level: Level
    message: str
    span: Span | None = None
    entity: str = "document"
