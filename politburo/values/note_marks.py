"""Note marks fused to a name: ``т. Антипов1``, ``Гохрану²``, ``Молотову*``.

::

    marks = digit [ digit ] | superscript { superscript } [ "*" ] | "*" { "*" }

A mark stands right behind the name, without a space, and nothing continues it: ``15,000`` behind a name
is a sum, ``-3`` the number of a machine.
"""

from __future__ import annotations

from politburo.text import Span
from politburo.tokens import Kind, Noise, Tokens
from politburo.values.faults import fused

__all__ = ["behind_marks"]

_MARKS = frozenset("*¹²³⁰⁴⁵⁶⁷⁸⁹")
_MOST_MARKS = 4


def behind_marks(tokens: Tokens, start: int, stop: int) -> tuple[int, tuple[Noise, ...]]:
    """Return the index behind the note marks fused to a name (of the tokens given), and the remark.

    >>> stop, (noise,) = behind_marks(Tokens("т. Антипов1, Ягода"), 2, 3)
    >>> stop, noise.rule
    (4, 'footnote-glued')
    >>> behind_marks(Tokens("Антипов 1"), 0, 1)
    (1, ())
    """
    end = _end(tokens, stop)
    emphasis = start > 0 and tokens.words[start - 1] == "*" and tokens.words[stop] == "*"
    if end == stop or emphasis:
        return stop, ()
    span = Span(tokens.starts[start], tokens.stops[end - 1])
    return end, (fused(tokens.quote(start, stop), tokens.quote(stop, end), span),)


def _end(tokens: Tokens, stop: int) -> int:
    if not tokens.tight(stop) or tokens.words[stop - 1] == ".":
        return stop
    end = stop
    if tokens.kinds[stop] == Kind.NUMBER:
        if len(tokens.words[stop]) > 2 or _continues(tokens, stop + 1):
            return stop
        end = stop + 1
    while tokens.words[end] in _MARKS and tokens.tight(end) and end - stop < _MOST_MARKS:
        end += 1
    return end


def _continues(tokens: Tokens, at: int) -> bool:
    if not tokens.tight(at) or tokens.kinds[at] == Kind.END:
        return False
    if tokens.kinds[at] != Kind.MARK or tokens.words[at] in "%°":
        return True  # «Ан26б»
    return tokens.words[at] in ".,-/" and tokens.kinds[at + 1] == Kind.NUMBER and tokens.tight(at + 1)
