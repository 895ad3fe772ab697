"""Finding a known name, ``ЦК ВКП/б/``, in the tree of names: token by token, the longest wins.

A branch of the tree is a dict from token keys to branches; its ``""`` holds the leaf, ``[mode, id,
name]``, of the name that ends there. The mode says how the name must be written: an acronym in
capitals, «Шерсть» only between quotation marks.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from politburo.tokens import Kind, Noise, Tokens, key
from politburo.values.faults import lookalike
from politburo.vocabulary import table

__all__ = [
    "ACRONYM",
    "ANY",
    "CAPITAL",
    "OF_CENTRE",
    "PARTY",
    "QUOTED",
    "Draft",
    "Tree",
    "after_union",
    "body_tree",
    "group",
    "groups",
    "in_quotes",
    "kind_of",
    "walk",
    "words",
]

Tree = dict[str, Any]

# How a name must be written to be read: anyhow; with a capital; as an acronym, in capitals; between quotes;
# together with the Central Committee or the party. PARTY marks the party's own name.
ANY, CAPITAL, ACRONYM, QUOTED, OF_CENTRE, PARTY = range(6)
_QUOTES = frozenset('«“„"‟”')


class Draft(NamedTuple):
    """A body as found: id or name, the index behind it, and what was undone to read it."""

    id: str
    name: str
    stop: int
    noise: tuple[Noise, ...] = ()
    emended: bool = False
    mode: int = ANY


@cache
def body_tree() -> Tree:
    """Return the tree of the bodies' names."""
    tree: Tree = table("body_names")
    return tree


@cache
def words() -> dict[str, Any]:
    """Return the words by which names are recognised."""
    found: dict[str, Any] = table("name_words")
    return found


@cache
def group(name: str) -> frozenset[str]:
    """Return the keys of a list of words about institutions, for looking up."""
    return frozenset(key(word) for word in groups(name))


@cache
def groups(name: str) -> tuple[str, ...]:
    """Return a list of words about institutions, as it stands in the data."""
    return tuple(words()["bodies"][name])


def walk(tree: Tree, tokens: Tokens, at: int, stem: str | None = None) -> Draft | None:
    """Return the longest name of the tree that starts at a token; ``stem`` stands for its key.

    >>> walk(body_tree(), Tokens("в СНК СССР"), 1).id
    'SNK'
    """
    folded = tokens.keys[at] if stem is None else stem
    node = tree.get(folded)
    if node is None and folded.endswith("'s"):
        node = tree.get(folded[:-2])
    best: Draft | None = None
    noise: tuple[Noise, ...] = ()
    index = at + 1
    while node is not None:
        leaf = node.get("")
        if leaf is not None and (stem is not None or _admitted(leaf[0], tokens, at, index)):
            best = Draft(leaf[1], leaf[2], index, noise, bool(noise), leaf[0])
        if not tokens.keys[index] or not tokens.joined(index):
            break
        node, index, noise = _step(node, tokens, index, noise)
    return best


def _step(
    node: Tree, tokens: Tokens, index: int, noise: tuple[Noise, ...]
) -> tuple[Tree | None, int, tuple[Noise, ...]]:
    folded = tokens.keys[index]
    branch = node.get(folded)
    if branch is not None:
        return branch, index + 1, noise
    if folded == "the":
        return node.get(tokens.keys[index + 1]), index + 2, noise
    if folded.endswith("'s"):
        return node.get(folded[:-2]), index + 1, noise
    if folded == "/":  # ВКП/б/
        return node.get("(") or node.get(")"), index + 1, noise
    letter = next((other for other in _MARK_OF_PARTY.get(folded, ()) if other in node), None)
    if letter is None:
        return None, index, noise
    found = lookalike(tokens.words[index], letter, "letters", tokens.span(index, index + 1))
    return node[letter], index + 1, (*noise, found)


# The «б» of ВКП(б) as the typist, the scanner or a foreign keyboard has it.
_MARK_OF_PARTY = {"6": ("б", "b"), "b": ("б",), "б": ("b",), "в": ("б",)}


def _admitted(mode: int, tokens: Tokens, at: int, stop: int) -> bool:
    word = tokens.words[at]
    if mode == CAPITAL:
        return word[:1].isupper()
    if mode == QUOTED:
        return in_quotes(tokens, at)
    if mode in (ACRONYM, PARTY):
        return word[:2].isupper() and not _ordinary_in_capitals(word, tokens, at, stop)
    return True


def in_quotes(tokens: Tokens, at: int) -> bool:
    """Tell whether the token stands right behind an opening quotation mark."""
    return at > 0 and tokens.words[at - 1] in _QUOTES and tokens.tight(at)


def _ordinary_in_capitals(word: str, tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether СТО or ОБ is an ordinary word of a line in capitals."""
    if stop - at > 1 or word not in _capital_words():
        return False
    # «Выписки посланы: СТО», and on the next line «СЕКРЕТАРЬ ЦК …»: only its own line counts.
    beside = [i for i in (at - 1, stop) if 0 <= i < len(tokens) and not tokens.breaks[max(i, at)]]
    loud = any(len(tokens.words[i]) > 4 and tokens.words[i].isupper() for i in beside)
    return loud or (at - 1 in beside and tokens.kinds[at - 1] == Kind.NUMBER)


@cache
def _capital_words() -> frozenset[str]:
    return frozenset(words()["words_in_capitals"])


@cache
def kind_of(identifier: str) -> str:
    """Return the kind of a body with an entry: a commissariat, a party, a foreign body.

    >>> kind_of("NKVT")
    'commissariat'
    """
    return str(table("agencies")[identifier]["kind"])


def after_union(tokens: Tokens, stop: int) -> int:
    """Return the index behind «СССР», "of the USSR" where that stands there, else the index itself."""
    union = walk(words()["unions"], tokens, stop) if tokens.joined(stop) else None
    return union.stop if union else stop
