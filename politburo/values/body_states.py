"""States as bodies and as countries: ``предоставить МНР кредит`` names a body, ``посол в МНР`` a country.

A state's short name stands for its government where it receives, grants or agrees. Behind «в», «из»,
«через», "in" or «границе» it is the country. Behind "to" it is a body only where something is given
(``give_en``). The words are ``[bodies.states]`` of ``vocabulary/data/names.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from politburo.tokens import Tokens
from politburo.values.body_titles import behind_capitals, ends_in_head
from politburo.values.body_tree import Draft, after_union, body_tree, group, kind_of, walk, words

__all__ = ["behind_another_state", "is_country"]

_NEAR = 8


def is_country(tokens: Tokens, at: int, draft: Draft) -> bool:
    """Tell whether the name of a state that was read at a token names only the country.

    >>> tokens = Tokens("посол в МНР")
    >>> is_country(tokens, 2, Draft("MNR", "", 3)), is_country(tokens, 2, Draft("NKVT", "", 3))
    (True, False)
    """
    states = _states()
    if draft.id not in states["ids"] or at == 0 or _names_government(tokens, at, draft.stop):
        return False
    before = at - 2 if tokens.keys[at - 1] == "the" and at > 1 else at - 1
    folded = tokens.keys[before]
    if folded == "of":
        return tokens.keys[before - 1] in states["lands"] if before else False
    if folded == "to":
        return not any(word in states["give_en"] for word in tokens.keys[max(0, before - _NEAR) : before])
    return folded in states["places"] or folded in states["lands"]


def _names_government(tokens: Tokens, at: int, stop: int) -> bool:
    return any(word.startswith(("правительств", "government")) for word in tokens.keys[at:stop])


@cache
def _states() -> dict[str, Any]:
    return {name: frozenset(found) for name, found in words()["bodies"]["states"].items()}


def behind_another_state(tokens: Tokens, draft: Draft) -> int:
    """Return the index behind the state whose body it is, «Министерства обороны Афганистана», or 0."""
    start = draft.stop + (tokens.keys[draft.stop] == "of")
    article = start > draft.stop and tokens.keys[start] == "the"
    start += article
    if not draft.id or kind_of(draft.id) not in ("commissariat", "state", "bank") or not tokens.joined(start):
        return 0
    group_name = "genitives" if start == draft.stop else "places_en"
    if tokens.keys[start] in group(group_name) and tokens.words[start][:1].isupper():
        return start + 1
    return _behind_land(tokens, draft.stop, start) if article else 0


def _behind_land(tokens: Tokens, stop: int, start: int) -> int:
    """Return the index behind a state that no list knows, "of the Netherlands", or 0 for the Union's own."""
    after = behind_capitals(tokens, start)
    if after == start or after_union(tokens, stop) > stop or tokens.keys[start] in group("own_lands"):
        return 0
    known = walk(body_tree(), tokens, start)
    foreign = known is None or (bool(known.id) and kind_of(known.id) == "foreign")
    return after if foreign and not ends_in_head(tokens, after) else 0
