"""Footnotes and the marks fused to numbers: «2 В подлиннике сумма вписана чернилами.», «53/261.», «11*.»."""

from __future__ import annotations

from politburo.findings import Finding, Level
from politburo.reading.drafting import Progress
from politburo.reading.lines import Line
from politburo.reading.marks import Mark
from politburo.reading.paper import Paper
from politburo.tokens import Kind, Tokens
from politburo.values.dates import PartialDate
from politburo.values.faults import fused

__all__ = ["is_footnote", "is_numbered_note", "unglued"]

_STARS = frozenset({"*", "+"})
_SUPERSCRIPTS = frozenset("¹²³⁴⁵⁶⁷⁸⁹")


def is_footnote(progress: Progress, line: Line) -> bool:
    """Tell whether a line is a footnote: a note mark, or a small number, a space, a sentence."""
    if _is_marked(progress.paper.tokens, line.first):
        return progress.decision is not None
    return is_numbered_note(progress.paper, line)


def _is_marked(tokens: Tokens, at: int) -> bool:
    """Tell whether a raised digit, a star or «[1]» stands at a token."""
    word = tokens.words[at]
    if word == "[":
        return tokens.kinds[at + 1] is Kind.NUMBER and tokens.words[at + 2] == "]"
    return word[0] in _SUPERSCRIPTS or (word == "*" and tokens.words[at + 1] != "*")


def is_numbered_note(paper: Paper, line: Line) -> bool:
    """Tell whether a small number and a sentence stand there; «5 АВГУСТА 1931 г.» is a date."""
    tokens, at = paper.tokens, line.first
    if tokens.kinds[at] is not Kind.NUMBER or len(tokens.words[at]) > 2 or tokens.tight(at + 1):
        return False
    sentence = tokens.kinds[at + 1] is Kind.WORD and tokens.words[at + 1][:1].isupper()
    return sentence and not any(date.first == at for date in paper.named(line, PartialDate))


def unglued(progress: Progress, mark: Mark) -> str:
    """Return the number of a point without the note mark fused to it: «53/261.», «11*.».

    A digit is one only where a footnote of that number stands below.
    """
    number, star = mark.label, progress.paper.words[mark.stop - 2]
    if star in _STARS:
        _remark(progress, mark, star, number)
    digit = number[-1:]
    if len(number.partition("/")[2]) < 3 or not digit.isdecimal() or not _has_footnote(progress, digit):
        return number
    _remark(progress, mark, digit, number[:-1])
    return number[:-1]


def _has_footnote(progress: Progress, digit: str) -> bool:
    written = progress.paper.words
    return any(
        written[line.first] == digit and is_numbered_note(progress.paper, line) for line in progress.lines
    )


def _remark(progress: Progress, mark: Mark, note: str, number: str) -> None:
    """Remark a note mark, and remember it for the decision: its footnote speaks of that."""
    rule, message, span = fused(number, note, progress.span(mark.first, mark.stop - 1))
    progress.draft.remarks.append(Finding(rule, Level.NOTE, message, span))
    progress.note = note
