"""Findings as a linter lists them: place, level, slug and message over the source line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from politburo.findings import Finding, Level
from politburo.showing.passages import excerpt, printable
from politburo.text import Lines

__all__ = ["listing", "summary"]

_STYLES = {"error": "1;31", "warning": "33", "note": "36", "clean": "32"}
_INDENT = 4


def listing(
    name: str, text: str, findings: Sequence[Finding], *, width: int = 100, color: bool = False
) -> str:
    r"""Return the findings on a text, each with the line it is about and carets under the passage.

    >>> from politburo.text import Span
    >>> finding = Finding("omission", Level.NOTE, "the text says that something is left out", Span(7, 12))
    >>> print(listing("a.txt", "п. 1: [...]\nп. 2: [...]", [finding]), end="")
    a.txt:1:8: note [omission] the text says that something is left out
        п. 1: [...]
               ^^^^
    """
    page = _Page(name, text, Lines(text), width, color)
    return "".join(map(page.entry, findings))


class _Page(NamedTuple):
    """A file whose findings are listed, how wide lines may be, and whether in colour."""

    name: str
    text: str
    lines: Lines
    width: int
    color: bool

    def entry(self, finding: Finding) -> str:
        """Return place, level, slug and message of a finding, then its line and the carets."""
        span, level = finding.span, finding.level.value
        place = "{}:{}: ".format(*self.lines.place(span.start)) if span else " "
        said = f"[{printable(finding.rule)}] {printable(finding.message)}"
        head = f"{self.name}:{place}{_styled(level, level, color=self.color)} {said}\n"
        if span is None:
            return head
        line, carets = excerpt(self.text, span, self.width - _INDENT)
        indent = " " * _INDENT
        return f"{head}{indent}{line}\n{indent}{_styled(level, carets, color=self.color)}\n"


def summary(files: Sequence[Sequence[Finding]], *, without: int = 0, color: bool = False) -> str:
    """Return the line that sums up the findings on some files; those ``without`` a protocol have none.

    >>> summary([[Finding("omission", Level.NOTE, "left out")], []])
    '1 finding in 1 of 2 files: 1 note'
    """
    found = [finding for findings in files for finding in findings]
    none = f" ({without} without a protocol, extract or decree)" if without else ""
    if not found:
        return _styled("clean", f"No findings in {_plural(len(files), 'file')}{none}.", color=color)
    levels = Counter(finding.level for finding in found)
    parts = [_plural(levels[level], level.value) for level in Level if levels[level]]
    where = f"{sum(map(bool, files))} of {_plural(len(files), 'file')}{none}"
    return f"{_plural(len(found), 'finding')} in {where}: {', '.join(parts)}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _styled(style: str, text: str, *, color: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text
