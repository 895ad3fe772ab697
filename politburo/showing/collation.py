"""A collation for a terminal: the two texts side by side, under each part what they say differently.

::

    ru/7/0  Обязать НКВТ отпустить       │ en/7/0  Oblige the NKVT to release
    20.000 иен.                          │ 2,000 yen.
      differs  money  20.000 иен (20000 JPY) │ 2,000 yen (2000 JPY)
      agree    action, body
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from politburo.checking import Collation, Comparison, Outcome, Section, Variant
from politburo.records import Document
from politburo.showing.columns import beside, wrapped
from politburo.text import Span
from politburo.values.base import Value

__all__ = ["side_by_side"]

_STYLES = {"bold": "1", "dim": "2", "differs": "33"}
_INDENT = "  "


def side_by_side(
    collation: Collation, names: tuple[str, str] = ("", ""), *, width: int = 100, color: bool = False
) -> str:
    """Return a collation as two columns with its apparatus; ``names`` are those of two files.

    >>> print(side_by_side(Collation()), end="")
    There are no two witnesses of one protocol to collate.
    """
    if not collation.comparisons:
        return "There are no two witnesses of one protocol to collate.\n"
    pages = [_Page(comparison, names, max(width, 40), color) for comparison in collation.comparisons]
    blocks = ["\n".join(block) for page in pages for block in page.blocks()]
    return "\n\n".join((*blocks, _summary(collation))) + "\n"


@frozen
class _Page:
    comparison: Comparison
    names: tuple[str, str]
    width: int
    color: bool

    def blocks(self) -> Iterator[list[str]]:
        """Yield the names of the witnesses, then each section."""
        first, second = self.comparison.first, self.comparison.second
        left, right = (
            f"{key} {name}".strip() for key, name in zip((first.key, second.key), self.names, strict=True)
        )
        yield [self.styled("bold", line) for line in beside(left, right, self.width)]
        yield from map(self.section, self.comparison.sections)

    def section(self, section: Section) -> list[str]:
        """Return the lines of a section: both passages, then the apparatus."""
        here, there = self.comparison.documents
        left = self.passages(section.first, section.passages[0], here)
        right = self.passages(section.second, section.passages[1], there)
        return [*beside(left, right, self.width), *self.apparatus(section)]

    def passages(self, entity: str | None, spans: tuple[Span, ...], document: Document) -> str:
        """Return what stands in one column."""
        if entity is None:
            return "[omitted]"
        return f"{entity}  {' '.join(span.of(document.text) for span in spans)}"

    def apparatus(self, section: Section) -> Iterator[str]:
        """Yield a line for each disagreement and omission, and one that counts what agrees."""
        for variant in section.having(Outcome.DISAGREEMENT):
            yield from self.line("differs", self.variant(variant), style="differs")
        for variant in section.having(Outcome.OMISSION):
            witness = self.comparison.second if variant.first is None else self.comparison.first
            yield from self.line(f"only {witness.key}", self.variant(variant))
        counts = Counter(variant.property for variant in section.having(Outcome.AGREEMENT))
        if counts:
            yield from self.line(
                "agree", ", ".join(name if n == 1 else f"{name} ×{n}" for name, n in counts.items())
            )

    def variant(self, variant: Variant) -> str:
        """Return property, passage and value, of both witnesses where they differ."""
        sides = zip((variant.first, variant.second), self.comparison.documents, strict=True)
        said = [_quoted(value, document) for value, document in sides if value is not None]
        return f"{variant.property}  {' │ '.join(said)}"

    def line(self, label: str, text: str, *, style: str = "dim") -> Iterator[str]:
        """Yield a line of the apparatus, wrapped behind its label."""
        head = f"{_INDENT}{label:<8}  "
        for at, row in enumerate(wrapped(text, self.width - len(head))):
            yield (self.styled(style, head) if at == 0 else " " * len(head)) + row

    def styled(self, style: str, text: str) -> str:
        """Return the text in a style, unchanged on a page without colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color else text


def _quoted(value: Value, document: Document) -> str:
    quote = " ".join(value.span.of(document.text).split()) if value.span else ""
    return f"{quote} ({value})" if quote and quote != str(value) else str(value)


def _summary(collation: Collation) -> str:
    outcomes = Counter(variant.outcome for variant in collation.variants)
    parts = [
        _plural(outcomes[Outcome.AGREEMENT], "agreement"),
        _plural(outcomes[Outcome.DISAGREEMENT], "disagreement"),
        _plural(outcomes[Outcome.OMISSION], "value") + " in one witness only",
        _plural(len(collation.omissions), "part") + " left out",
    ]
    return ", ".join(parts)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
