"""The list of rules."""

from __future__ import annotations

from collections.abc import Iterable

from politburo.findings import Finding
from politburo.records import Document

__all__ = ["RULES", "check", "explain"]

RULES: tuple[object, ...] = ()


def check(document: Document, rules: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Return the findings of the rules on a document."""
    return ()


def explain(slug: str) -> str:
    """Return the page of a rule."""
    return slug
