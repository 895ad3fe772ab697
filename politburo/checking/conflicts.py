"""What two witnesses of one paper say differently, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.checking.collation import Collation, Comparison, Section, Variant
from politburo.checking.comparing import Outcome
from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.checking.series import position
from politburo.findings import Finding, Level
from politburo.records import Document
from politburo.values.base import Value
from politburo.values.names import Body

__all__ = ["RULES", "findings_of"]

# Verbs, marks of secrecy and procedures are a matter of the translator's words.
_REPORTED = frozenset({
    "number", "date", "body", "signatory", "speaker", "recipient", "money", "quantity", "duration", "person",
    "rate", "term",
})  # fmt: skip
# Bodies among them are abbreviated and spelled out as a translator likes.
_OF_PERSONS = frozenset({"speaker", "recipient"})


def find_conflicts(document: Document) -> Iterator[Remark]:
    """Yield what two witnesses of a paper say differently."""
    for comparison in Collation.of(document).comparisons:
        yield from _remarks(comparison)


def findings_of(collation: Collation) -> tuple[Finding, ...]:
    """Return the disagreements of a collation as findings, with the passages of the first text.

    >>> findings_of(Collation())
    ()
    """
    [rule] = RULES
    return tuple(
        Finding(rule.slug, rule.level, remark.message, remark.span, remark.entity)
        for comparison in collation.comparisons
        for remark in _remarks(comparison)
    )


def _remarks(comparison: Comparison) -> Iterator[Remark]:
    for section, variant in comparison.variants:
        if variant.outcome is Outcome.DISAGREEMENT and _is_reported(variant):
            yield _remark(comparison, section, variant)
    for section in comparison.sections:
        yield from _renumbered(section)


def _is_reported(variant: Variant) -> bool:
    of_person = variant.property in _OF_PERSONS and isinstance(variant.first, Body)
    return variant.property in _REPORTED and not of_person


def _remark(comparison: Comparison, section: Section, variant: Variant) -> Remark:
    value, other = variant.first, variant.second
    # Witnesses disagree where each has a value.
    assert value is not None  # noqa: S101
    assert other is not None  # noqa: S101
    here, there = comparison.documents
    stands = f"{_quoted(here, value)} stands here"
    elsewhere = f"{_quoted(there, other)} in {section.second}"
    message = f"{stands}, {elsewhere}: expected the same in both witnesses"
    return Remark(message, value.span, section.first or "")


def _quoted(document: Document, value: Value) -> str:
    return f"{said(document, value)} ({value})"


def _renumbered(section: Section) -> Iterator[Remark]:
    """Yield a point whose number is another one in the other witness."""
    if section.kind != "point" or section.first is None or section.second is None:
        return
    number, other = (entity.partition("/")[2] for entity in (section.first, section.second))
    # A code has the protocol's number before the slash: П51/144 is point 144.
    place, another = (position(text.rpartition("/")[2]) for text in (number, other))
    if "0" in (number, other):
        return  # one of the two witnesses gives the point no number
    if place is not None and another is not None and place != another:
        span = next((span for side in section.passages for span in side), None)
        message = (
            f"point {number} stands here, {section.second} has the same sums and goods: expected one number"
        )
        yield Remark(message, span, section.first)


_WITNESSES = """\
ПРОТОКОЛ № 40
заседания Политбюро ЦК ВКП(б) от 27 июня 1936 г.

264.- О торговле с Синьцзяном.

а) Порядок расчетов согласовать НКВТ совместно с НКФ и {} к 1 июля.

Protocol No. 40

Meeting of the Politburo TsK VKP(b) on 27 June 1936

264. Concerning Trade with Xinjiang.

a) The procedure of payment is to be coordinated by the NKVT together with the NKF and the NKID by 1 July.
"""

RULES = (
    Rule(
        "witness-conflict",
        Level.WARNING,
        "transcription and translation disagree",
        'Points of the same number, sub-points at the same place («а» and "a"), headings and loans of two'
        " witnesses in different languages must have the same bodies, sums, quantities, dates, deadlines "
        "and persons. A value that only one of them has is no conflict, nor is a point that one leaves "
        "out; a sum without a unit agrees with the same sum in any unit. Each witness keeps its reading.",
        "Whoever has read only the translation follows it into the error; where two abbreviations differ "
        "by a letter, the disagreement is often all that shows it.",
        _WITNESSES.format("НКВД"),
        _WITNESSES.format("НКИД"),
        find_conflicts,
    ),
)
