"""Records → findings: a paper held against itself."""

from politburo.findings import Finding
from politburo.records import Document


def check(document: Document) -> tuple[Finding, ...]:
    """Return no findings yet."""
    return ()
