"""States as bodies and as countries: ``предоставить МНР кредит`` names a body, ``посол в МНР`` a country.

A state's short name stands for its government where it receives, grants or agrees. Behind «в», «из»,
«через», "in" or «границе» it is the country. Behind "to" it is a body only where something is given
(``give_en``). The words are ``[bodies.states]`` of ``vocabulary/data/names.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from politburo.tokens import Tokens
from politburo.values.body_tree import Draft, words

__all__ = ["is_country"]

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
