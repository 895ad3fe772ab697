"""The leaves of a shelfmark: «Л. 24, 26-27», ``ll. 34-36ob``, «Л. 195а—1956».

    leaves = leaf { (dash | ",") leaf }
    leaf   = digits [letter] [[dash] back ["."]]     ; back: об, ob, rev, verso …

A copy mark «(А)» behind them is not part. Words for the back of a leaf and letters that count leaves
are in ``vocabulary/data/archives.toml``.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.faults import lookalike
from politburo.vocabulary import table

__all__ = ["read_leaves"]

Read = tuple[str, int, tuple[Noise, ...]]
"""What was read, the index behind it, what was undone."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("archives")["words"][name])


def read_leaves(tokens: Tokens, at: int) -> Read | None:
    """Read leaf numbers from ``at`` on: canonical text, where they stop, what was undone.

    >>> read_leaves(Tokens("24, 26–27 об."), 0)
    ('24,26-27об', 7, ())
    """
    first = _leaf(tokens, at)
    if first is None:
        return None
    text, stop = first
    noise: tuple[Noise, ...] = ()
    while True:
        ranged = tokens.words[stop] in _words("dash")
        following = _leaf(tokens, stop + 1) if ranged or tokens.words[stop] == "," else None
        if following is None or (not ranged and not _is_leaf(tokens, stop + 1, following)):
            return text, stop, noise
        leaf, after = following
        mended = _mended(text, leaf) if ranged else None
        if mended is not None:
            span = tokens.span(stop + 1, after)
            noise += (lookalike(leaf, mended, "letters that count leaves", span),)
        text, stop = f"{text}{'-' if ranged else ','}{mended or leaf}", after


def _leaf(tokens: Tokens, at: int) -> tuple[str, int] | None:
    if tokens.kinds[at] is not Kind.NUMBER or len(tokens.words[at]) > 4 or tokens.breaks[at] > 1:
        return None
    text, stop = tokens.words[at], at + 1
    if tokens.keys[stop] in _words("letter") and _ends(tokens, stop):
        text, stop = text + tokens.words[stop], stop + 1
    back = _back(tokens, stop)
    return (text, stop) if back is None else (text + "об", back)


def _ends(tokens: Tokens, at: int) -> bool:
    """Tell whether the letter belongs to the leaf before it: right behind it, or followed by no word."""
    after = at + 1
    if tokens.tight(at):
        return not tokens.tight(after) or tokens.kinds[after] in (Kind.MARK, Kind.END)
    return tokens.words[after] in _words("dash") or tokens.keys[after] in _words("back")


def _back(tokens: Tokens, at: int) -> int | None:
    """Return the index behind the mark of a leaf's back, or None."""
    start = at + 1 if tokens.words[at] in _words("dash") else at
    if tokens.keys[start] not in _words("back") or tokens.breaks[start] > 1:
        return None
    short = len(tokens.words[start]) < 4
    return start + 2 if short and tokens.words[start + 1] == "." else start + 1


def _is_leaf(tokens: Tokens, at: int, leaf: tuple[str, int]) -> bool:
    """Tell whether a number behind a comma is another leaf, not a year or the day of a date."""
    if len(tokens.words[at]) == 4 and tokens.words[at].startswith(("18", "19", "20")):
        return False
    return leaf[0].endswith("об") or tokens.kinds[leaf[1]] is not Kind.WORD


def _mended(before: str, leaf: str) -> str | None:
    """Return 195б for the 1956 of «195а—1956»: б taken for a 6."""
    first = before.rpartition(",")[2].removesuffix("об")
    digits = first.rstrip("абвгabv")
    return digits + "б" if first != digits and leaf == digits + "6" else None
