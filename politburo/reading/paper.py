"""A paper while it is read: its tokens, its lines and the values in them («п. 9 … 500.000 руб.»)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import frozen

from politburo.reading.lines import Line, lines_of, marks_of, rest_of
from politburo.reading.mentions import Mention, Mentions, scan
from politburo.reading.units import carry_units
from politburo.tokens import Tokens
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Wording

__all__ = ["Paper"]

V = TypeVar("V", bound=Value)


@frozen
class Paper:
    """A text with what is known of it: its tokens, its lines, its mentions."""

    tokens: Tokens
    lines: tuple[Line, ...]
    mentions: Mentions

    @classmethod
    def of(cls, text: str) -> Paper:
        """Cut a text into tokens and lines and read every value in it.

        >>> [str(mention.value) for mention in Paper.of("Отпустить НКВТ 20.000 иен").mentions.all]
        ['NKVT', '20000 JPY']
        """
        tokens = Tokens(text)
        lines = lines_of(tokens)
        found = scan(tokens, marks_of(lines))
        return cls(tokens, lines, carry_units(tokens, found))

    @property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self.tokens.words

    @property
    def keys(self) -> list[str]:
        """The tokens in the vocabulary's form."""
        return self.tokens.keys

    def line_keys(self, line: Line) -> list[str]:
        """Return the tokens of a line in the vocabulary's form."""
        return self.tokens.keys[line.first : line.stop]

    def cyrillic(self, line: Line) -> bool:
        """Tell whether the line is written in Cyrillic rather than Latin letters."""
        letters = [word for word in self.line_keys(line) if word[:1].isalpha()]
        return sum("\u0400" <= word[0] <= "\u04ff" for word in letters) * 2 >= max(len(letters), 1)

    def named(self, line: Line, kind: type[Value]) -> Iterator[Mention]:
        """Iterate over the mentions of one type of value in a line."""
        return (m for m in self.mentions.within(line.first, line.stop) if isinstance(m.value, kind))

    def values(self, line: Line, kind: type[V]) -> list[V]:
        """Return the values of one type in a line."""
        found = self.mentions.within(line.first, line.stop)
        return [m.value for m in found if isinstance(m.value, kind)]

    def date(self, line: Line) -> PartialDate | None:
        """Return the first date of a line."""
        return next(iter(self.values(line, PartialDate)), None)

    def is_shelfmark(self, line: Line) -> bool:
        """Tell whether a line begins with an archival reference."""
        found = next(self.named(line, Shelfmark), None)
        return found is not None and found.first - line.first <= 2

    def rest(self, line: Line, at: int) -> Line:
        """Return what stands in a line from a token on, as a line of its own."""
        return rest_of(self.tokens, line, at)

    def wording(self, first: int, stop: int) -> Wording:
        """Return the text between two tokens, without soft hyphens, as a value of its own."""
        span = self.tokens.span(first, stop)
        return Wording(span.of(self.tokens.text).replace("\u00ad", ""), span=span)
