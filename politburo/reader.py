"""Reading a paper whole: the document, and what is to be remarked on it."""

from __future__ import annotations

from politburo.checking import check, confirmed
from politburo.editing import Readings, edited
from politburo.findings import Finding, Level
from politburo.limits import Limits
from politburo.reading.assembling import read_document
from politburo.records import Document, Reading

__all__ = ["read"]


def read(text: str, readings: Readings | None = None, *, limits: Limits | None = None) -> Reading:
    r"""Read a paper: its records, each value with its passage, and the findings on it.

    Never raises on bad source text; what was not understood is still in ``document.text``. With the
    ``readings`` of an editor the records say what he decided, and the findings follow; a passage of
    his that does not stand in the text raises :class:`FormatError`, a text longer than the ``limits``
    allow (50,000,000 characters where none are given), or numbered deeper, :class:`LimitError`.

    >>> heading = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г."
    >>> paper = heading + "\n\n7.- О Монголии.\n\nОтложить."
    >>> reading = read(paper)
    >>> [str(decision.title) for decision in reading.document.witnesses[0].protocol.decisions]
    ['О Монголии']
    """
    limits = limits or Limits()
    limits.check(text)
    document = read_document(text)
    limits.check_depth(_depth(document))
    if readings is not None:
        document = edited(document, readings, read_document)
    found = (*confirmed(document), *check(document))
    ordered = sorted(found, key=lambda finding: finding.span.start if finding.span else -1)
    return Reading(document.remarked(tuple(_limited(ordered, limits))))


def _depth(document: Document) -> int:
    """Return how many levels the deepest sub-item of a paper has above it, its own among them."""
    decisions = (decision for witness in document.witnesses for decision in witness.protocol.decisions)
    return max((len(directive.path) for each in decisions for directive in each.directives), default=0)


def _limited(findings: list[Finding], limits: Limits) -> list[Finding]:
    """Leave out findings over the limit, and say how many."""
    most = limits.max_findings
    if most is None or len(findings) <= most:
        return findings
    message = f"{len(findings) - most} further findings are left out: more than {most}"
    return [*findings[:most], Finding("unread-text", Level.NOTE, message)]
