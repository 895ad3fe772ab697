"""What the other witness says of an emended reading: agreement confirms it, and is told as grounds."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from politburo.checking.collation import Collation, Comparison, Section, Variant
from politburo.checking.comparing import Outcome
from politburo.checking.places import said
from politburo.findings import Finding
from politburo.records import Document
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.terms import Wording

__all__ = ["confirmed"]

_EMENDED = frozenset({"probable-misreading", "confusable-character"})


def confirmed(document: Document) -> tuple[Finding, ...]:
    """Return the findings of a document, those of emended readings with what the other witness has.

    >>> confirmed(Document(""))
    ()
    """
    if not any(finding.rule in _EMENDED for finding in document.findings):
        return document.findings
    grounds = dict(_grounds(document))
    return tuple(_with_grounds(finding, grounds) for finding in document.findings)


def _with_grounds(finding: Finding, grounds: dict[Span, str]) -> Finding:
    if finding.rule not in _EMENDED or finding.span is None:
        return finding
    told = [text for span, text in grounds.items() if span.overlaps(finding.span)]
    return evolve(finding, message="; ".join((finding.message, *dict.fromkeys(told))))


def _grounds(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the passages of emended values, with what stands in their place in the other witness."""
    for comparison in Collation.of(document).comparisons:
        for section, variant in comparison.variants:
            yield from _of_variant(comparison, section, variant)


def _of_variant(comparison: Comparison, section: Section, variant: Variant) -> Iterator[tuple[Span, str]]:
    one, other = variant.first, variant.second
    # A title is made of other words in every language.
    if one is None or other is None or variant.outcome is Outcome.OMISSION or isinstance(one, Wording):
        return
    here, there = comparison.documents
    if one.status is Status.EMENDED and one.span is not None:
        yield one.span, f"{section.second} has {said(there, other)}"
    if other.status is Status.EMENDED and other.span is not None:
        yield other.span, f"{section.first} has {said(here, one)}"
