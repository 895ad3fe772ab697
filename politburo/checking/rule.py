"""What a rule is: its name, what it looks for and why, and the function that looks.

To add a rule: write ``find_…(document)`` in the module of its family, which yields a
:class:`Remark` for each passage, add a :class:`Rule` to that module's ``RULES`` with a paper that
the rule remarks on and one that it passes, and make its page (``python -m politburo.checking``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrs import frozen

from politburo.findings import Finding, Level
from politburo.records import Document
from politburo.text import Span

__all__ = ["Find", "Remark", "Rule"]


class Remark(NamedTuple):
    """What a rule has to say about one passage; a ``level`` is given where it is not the rule's own."""

    message: str
    span: Span | None
    entity: str
    level: Level | None = None


Find = Callable[[Document], Iterator[Remark]]


@frozen
class Rule:
    """A rule: ``slug``, usual ``level``, one line that sums it up, what it checks and why that matters.

    ``bad`` is a paper in which the rule finds something, ``good`` the same paper put right. ``find``
    looks for it; a fault that is noticed while the paper is read has none. ``readings`` is what an
    editor decided on the bad one, for a rule that speaks of that.

    >>> rule = Rule("omission", Level.NOTE, "something is left out", "", "", "[...]", "")
    >>> rule.made_by_reading
    True
    """

    slug: str
    level: Level
    summary: str
    checks: str
    matters: str
    bad: str
    good: str
    find: Find | None = None
    readings: str = ""

    @property
    def made_by_reading(self) -> bool:
        """Whether the finding is made while the paper is read, not by this rule on its records."""
        return self.find is None

    def findings(self, document: Document) -> Iterator[Finding]:
        """Look through a document."""
        for remark in self.find(document) if self.find else ():
            yield Finding(self.slug, remark.level or self.level, remark.message, remark.span, remark.entity)
