"""Values in any text, in order, whatever its form: for research code and notebooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

from politburo.reading.lines import Line, lines_of, marks_of
from politburo.reading.mentions import Mention, scan
from politburo.reading.units import carry_units
from politburo.tokens import Found, Kind, Tokens
from politburo.values.base import Value
from politburo.values.codes import Code, read_code
from politburo.values.numerals import Numeral, read_numeral
from politburo.values.terms import Action, Procedure, Secrecy, action_at

__all__ = ["find"]

V = TypeVar("V", bound=Value)
Reader = Callable[[Tokens, int], "Found[Value] | None"]

# Only found where they are asked for: every sum has a numeral in it, every sentence a verb.
_ON_REQUEST: tuple[tuple[type[Value], Reader], ...] = ((Numeral, read_numeral), (Action, action_at))
# Digits there number things: they count nothing.
_NUMBERING = frozenset({"date", "shelfmark", "code"})


@overload
def find(text: str) -> Iterator[Value]: ...
@overload
def find(text: str, *types: type[V]) -> Iterator[V]: ...
def find(text: str, *types: type[Value]) -> Iterator[Value]:
    """Iterate over the values of some types in a text, in order, each with its ``span``.

    Without types: sums, quantities, interest, dates, durations, bodies, persons, shelfmarks,
    codes, stamps of secrecy and procedure. Numerals and the verbs of orders come where they are
    asked for. The text need not be a protocol.

    >>> from politburo import MonetaryAmount, Numeral
    >>> letter = "просим отпустить 250 тыс. рублей золотом и 40.000 иен на две школы"
    >>> [(str(amount), amount.span.of(letter)) for amount in find(letter, MonetaryAmount)]
    [('250000 RUB_GOLD', '250 тыс. рублей золотом'), ('40000 JPY', '40.000 иен')]
    >>> [str(numeral) for numeral in find(letter, Numeral)]
    ['250000', '40000', '2']
    """
    tokens = Tokens(text)
    lines = lines_of(tokens)
    mentions = scan(tokens, marks_of(lines))
    wanted = types or (Value,)
    found = [m.value for m in carry_units(tokens, mentions).all if isinstance(m.value, wanted)]
    found += _codes(tokens, lines, mentions.all, wanted) + _stamps(tokens, lines, wanted)
    for kind, reader in _ON_REQUEST:
        if kind in types:
            found += _sweep(tokens, reader, mentions.all)
    yield from sorted(found, key=lambda value: value.span.start if value.span else -1)


def _stamps(tokens: Tokens, lines: Sequence[Line], wanted: tuple[type[Value], ...]) -> list[Value]:
    made: dict[str, type[Secrecy | Procedure]] = {"secrecy": Secrecy, "procedure": Procedure}
    hits = [hit for line in lines for hit in line.hits if hit.label in made]
    found = [made[hit.label](hit.value, span=tokens.span(hit.first, hit.stop)) for hit in hits]
    return [value for value in found if isinstance(value, wanted)]


def _codes(
    tokens: Tokens, lines: Sequence[Line], mentions: Sequence[Mention], wanted: tuple[type[Value], ...]
) -> list[Value]:
    """Codes with their letters («П51/144») anywhere, bare ones («85/72») where a line begins."""
    if not issubclass(Code, wanted):
        return []
    starts = {line.first for line in lines}
    found = _sweep(tokens, read_code, mentions, frozenset({"date", "shelfmark"}))
    first = {tokens.starts[at] for at in starts}
    return [c for c in found if isinstance(c, Code) and (c.prefix or (c.span and c.span.start in first))]


def _sweep(
    tokens: Tokens, reader: Reader, mentions: Sequence[Mention], taken: frozenset[str] = _NUMBERING
) -> list[Value]:
    """Read every value of one grammar, left to right, outside the dates and references."""
    behind = {mention.first: mention.stop for mention in mentions if mention.value.kind in taken}
    found, at = list[Value](), 0
    while at < len(tokens):
        value = reader(tokens, at) if at not in behind and tokens.kinds[at] is not Kind.MARK else None
        if value is not None:
            found.append(value.value)
        at = behind.get(at) or (value.stop if value else at + 1)
    return found
