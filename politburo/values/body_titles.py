"""English names by their capitals: ``USSR Industrial Bank``, ``Workers' Party of Korea``.

::

    titled = Capitalised { Capitalised | "of" Capitalised } Head [ link Capitalised … ]
    link   = "of" | "for" | "on"                 (* of the Petroleum Industry, of the CC RCP(b) *)

A run of capitalised words is a name if it ends in a head (Bank, Party, Ministry …). Heads and links are
``heads_en`` and ``links_en`` of ``vocabulary/data/names.toml``: put a new one there and run the maker.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Tokens
from politburo.values.body_tree import Draft, body_tree, group, groups, walk, words

__all__ = ["behind_capitals", "ends_in_head", "in_title", "titled"]

_LONGEST_TITLE = 12
_SMALL = frozenset(("of", "the", "and", "for", "on"))


def titled(tokens: Tokens, at: int) -> Draft | None:
    """Read a run of capitalised words that ends in a head, with its «of …».

    >>> titled(Tokens("the Korean Workers' Party has"), 1).name
    "Korean Workers' Party"
    """
    if tokens.keys[at] in group("not_first"):
        return None
    stop = behind_capitals(tokens, at)
    if stop == at or not _is_head(tokens, stop - 1):
        return None
    after = _behind_seat(tokens, stop) if tokens.keys[stop] == "in" else with_links(tokens, stop)
    return Draft("", tokens.reading(at, after), after) if after - at > 1 else None


def _behind_seat(tokens: Tokens, stop: int) -> int:
    """Return the index behind the seat of a mission: "Soviet Embassy in Kabul"."""
    after = behind_capitals(tokens, stop + 1)
    return after if after > stop + 1 and tokens.keys[stop - 1] in groups("missions_en") else stop


def ends_in_head(tokens: Tokens, stop: int) -> bool:
    """Tell whether the word before an index is the head of an institution's name: "State Bank"."""
    return _is_head(tokens, stop - 1)


def _is_head(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == Kind.WORD and tokens.keys[at].removesuffix("'s") in group("heads_en")


def behind_capitals(tokens: Tokens, at: int) -> int:
    """Return the index behind the capitalised words that start at a token (and «X of X» within)."""
    stop = at
    while in_title(tokens, stop) and (stop == at or tokens.joined(stop)) and stop - at < _LONGEST_TITLE:
        stop = _behind_marks(tokens, stop + 1)
        if tokens.keys[stop] == "of" and in_title(tokens, stop + 1) and not _is_head(tokens, stop - 1):
            stop += 1
    return stop


def _behind_marks(tokens: Tokens, stop: int) -> int:
    """Pass over a hyphen with its second half, and the apostrophe of «Workers' Party»."""
    while tokens.words[stop] == "-" and tokens.tight(stop) and tokens.tight(stop + 1):
        stop += 2
    plural = tokens.words[stop] in ("'", "’") and tokens.tight(stop) and tokens.keys[stop - 1].endswith("s")
    return stop + 1 if plural and in_title(tokens, stop + 1) else stop


def in_title(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is a capitalised word that may be part of a name."""
    if tokens.kinds[at] != Kind.WORD or not tokens.words[at][0].isupper():
        return False
    return tokens.keys[at] not in _SMALL and tokens.keys[at] not in _honorifics()


@cache
def _honorifics() -> frozenset[str]:
    honorifics = words()["honorifics"]
    return frozenset([*honorifics["dotted"], *honorifics["full"]])


def with_links(tokens: Tokens, stop: int) -> int:
    """Return the index behind «of the Petroleum Industry», «for Oil and Gas», "of the CC RCP(b)"."""
    while tokens.keys[stop] in groups("links_en") and tokens.joined(stop):
        start = stop + 1 + (tokens.keys[stop + 1] == "the")
        centre = walk(body_tree(), tokens, start) if tokens.keys[stop] == "of" else None
        after = centre.stop if centre is not None and centre.id == "TSK" else behind_capitals(tokens, start)
        if after == start:
            break
        stop = after
        further = tokens.keys[stop] == "and" and in_title(tokens, stop + 1)
        if further and tokens.keys[stop + 1] not in body_tree():
            stop = behind_capitals(tokens, stop + 1)
    return stop
