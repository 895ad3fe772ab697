"""Values in any text, in order, whatever its form: for research code and notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, overload

from politburo.reading.lines import lines_of
from politburo.reading.mentions import scan
from politburo.reading.units import carry_units
from politburo.tokens import Tokens
from politburo.values.base import Value

__all__ = ["find"]

V = TypeVar("V", bound=Value)


@overload
def find(text: str) -> Iterator[Value]: ...
@overload
def find(text: str, *types: type[V]) -> Iterator[V]: ...
def find(text: str, *types: type[Value]) -> Iterator[Value]:
    """Iterate over the values of some types (all, where none is named) in a text, in order.

    Each value has its ``span``, so that ``text[value.span.start:value.span.stop]`` is its passage.
    The text need not be a protocol.

    >>> from politburo.values.money import MonetaryAmount
    >>> letter = "просим отпустить 250 тыс. рублей золотом и 40.000 иен"
    >>> [(str(sum_), sum_.span.of(letter)) for sum_ in find(letter, MonetaryAmount)]
    [('250000 RUB_GOLD', '250 тыс. рублей золотом'), ('40000 JPY', '40.000 иен')]
    """
    tokens = Tokens(text)
    starts = frozenset(line.first for line in lines_of(tokens))
    for mention in carry_units(tokens, scan(tokens, starts)).all:
        if not types or isinstance(mention.value, types):
            yield mention.value
