"""The list of all rules; a document held against them; their pages.

>>> from politburo.records import Document
>>> check(Document(""))
()
>>> len({rule.slug for rule in RULES}) == len(RULES)
True
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from politburo.checking import (
    amounts,
    attending,
    conflicts,
    currencies,
    dating,
    leaf_order,
    lifetimes,
    numbering,
    persons,
    remarks,
    shelfmarks,
    totals,
)
from politburo.checking.pages import page
from politburo.checking.rule import Rule
from politburo.errors import PolitburoError
from politburo.findings import Finding
from politburo.records import Document

__all__ = ["RULES", "check", "explain", "rule_of"]

RULES: tuple[Rule, ...] = (
    *shelfmarks.RULES,
    *leaf_order.RULES,
    *dating.RULES,
    *numbering.RULES,
    *amounts.RULES,
    *conflicts.RULES,
    *lifetimes.RULES,
    *persons.RULES,
    *attending.RULES,
    *currencies.RULES,
    *totals.RULES,
    *remarks.RULES,
)


def check(document: Document, rules: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Hold a document against itself: the findings of all rules, or of those named, by their place.

    A file without a protocol (a draft, a letter) has none. Findings that were made while the paper
    was read are in ``document.findings`` and are not repeated. Raises :class:`PolitburoError` for a
    rule that does not exist.

    >>> from politburo.records import Directive, Decision, Protocol, Witness
    >>> from politburo.values.dates import PartialDate
    >>> directive = Directive(("1",), deadlines=(PartialDate.parse("1936-06-15"),))
    >>> decision = Decision("265", dates=(PartialDate.parse("1936-07-05"),), directives=(directive,))
    >>> document = Document("", witnesses=(Witness("en", "en", Protocol(decisions=(decision,))),))
    >>> [(finding.rule, finding.entity) for finding in check(document)]
    [('deadline-before-decision', 'en/265/1')]
    """
    chosen = RULES if rules is None else [rule_of(slug) for slug in dict.fromkeys(rules)]
    if not document.witnesses:
        return ()
    found = [finding for each in chosen for finding in each.findings(document)]
    return tuple(sorted(found, key=_by_place))


def _by_place(finding: Finding) -> tuple[int, int, str]:
    return (finding.span.start, finding.span.stop, finding.rule) if finding.span else (-1, -1, finding.rule)


def rule_of(slug: str) -> Rule:
    """Return the rule of a slug, or raise :class:`PolitburoError` with the nearest name.

    >>> rule_of("omission").level.value
    'note'
    >>> rule_of("omision")
    Traceback (most recent call last):
    politburo.errors.PolitburoError: there is no rule 'omision'; did you mean omission?
    """
    for each in RULES:
        if each.slug == slug:
            return each
    near = difflib.get_close_matches(slug, [each.slug for each in RULES], 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise PolitburoError(f"there is no rule {slug!r}{hint}")


def explain(slug: str) -> str:
    """Return the page of a rule in Markdown: what it checks, why it matters, a bad and a good example.

    >>> print(explain("sequence-gap").splitlines()[0])
    # sequence-gap
    """
    return page(rule_of(slug))
