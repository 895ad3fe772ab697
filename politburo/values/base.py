"""What every value has: a canonical text, and where and how surely it was read."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import ClassVar, Self, TypeVar

from attrs import evolve, field, frozen

from politburo.display import Shown
from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Tokens

__all__ = ["Status", "Value", "only_text", "parse_whole"]

V = TypeVar("V")


class Status(Shown, enum.Enum):
    """How a value comes from its passage.

    ``stated``: the passage says it. ``inferred``: worked out from context (a unit carried over,
    a year completed). ``emended``: the passage is taken to be miswritten.

    >>> Status("emended").name
    'EMENDED'
    """

    STATED = "stated"
    INFERRED = "inferred"
    EMENDED = "emended"


@frozen(kw_only=True, repr=False)
class Value(Shown):
    """The root of all values: canonical ``str``, a ``span`` and a ``status``.

    Provenance never takes part in equality or hashing: the same sum read in two places is the
    same sum.

    >>> from politburo import Numeral
    >>> isinstance(Numeral.parse("два миллиона"), Value)
    True
    >>> Numeral.parse("2 млн.") == Numeral.parse("2 млн.").read_from(Span(10, 16))
    True
    """

    kind: ClassVar[str] = "value"

    span: Span | None = field(default=None, eq=False)
    status: Status = field(default=Status.STATED, eq=False)

    def read_from(self, span: Span | None, status: Status | None = None) -> Self:
        """Return the same value, read from ``span``; the status stays unless one is given."""
        return evolve(self, span=span, status=self.status if status is None else status)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.parse({str(self)!r})"


def only_text(text: object) -> None:
    """Refuse what is no text before a grammar stumbles over it.

    >>> only_text(1935)
    Traceback (most recent call last):
    TypeError: expected a string, got int
    """
    if not isinstance(text, str):
        raise TypeError(f"expected a string, got {type(text).__name__}")


def parse_whole(text: str, grammar: Callable[[Tokens, int], Found[V] | None], expected: str) -> V:
    """Read a text that is exactly one value of ``grammar``, or raise ParseError.

    The error says what was ``expected`` and points at the first token that was not understood.
    """
    only_text(text)
    tokens = Tokens(text)
    found = grammar(tokens, 0)
    if found is None:
        raise ParseError(f"expected {expected}", text, _first(tokens))
    if found.stop < len(tokens):
        rest = tokens.span(found.stop, len(tokens))
        raise ParseError(f"expected nothing more after {expected}", text, rest)
    return found.value


def _first(tokens: Tokens) -> Span:
    return tokens.span(0, 1) if len(tokens) else Span(0, 0)
