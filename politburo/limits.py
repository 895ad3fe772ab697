"""How much is read at most: what a service sets that reads texts of strangers.

Time grows with the text and no faster, and so does memory: about a kilobyte for each word. Numbering is never
deeper than there are styles of marks, since a mark of a style that is open closes what stands below it; who
has room for fewer levels says so.
"""

from __future__ import annotations

from attrs import frozen

from politburo.display import Shown
from politburo.errors import LimitError

__all__ = ["Limits"]


@frozen
class Limits(Shown):
    """The most characters of a text, findings on it and levels of numbering; None where there is no limit.

    >>> Limits(max_chars=100).check("а" * 101)
    Traceback (most recent call last):
    politburo.errors.LimitError: expected at most 100 characters, got 101
    """

    max_chars: int | None = 50_000_000
    max_findings: int | None = None
    max_depth: int | None = None

    def check(self, text: str) -> None:
        """Raise :class:`LimitError` where a text is longer than it may be."""
        if self.max_chars is not None and len(text) > self.max_chars:
            raise LimitError("characters", self.max_chars, len(text))

    def check_depth(self, depth: int) -> None:
        """Raise :class:`LimitError` where points have more levels below them than they may have.

        >>> Limits(max_depth=2).check_depth(3)
        Traceback (most recent call last):
        politburo.errors.LimitError: expected at most 2 levels of numbering, got 3
        """
        if self.max_depth is not None and depth > self.max_depth:
            raise LimitError("levels of numbering", self.max_depth, depth)
