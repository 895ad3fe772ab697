"""One-word names by their parts: ``Сибкрайкома``, ``Лензолоту``, ``Комсеверопути``, ``Sin'tszyanolovo``.

::

    compound = prefix rest | rest suffix           (* Нарком…, Глав…; …ком, …золото, …ehksport *)
    opener   = first part … "у" infinitive         (* no word of the dictionary, at the head of a sentence *)

The last part tells how the word declines: Лензолоту is Лензолото, Комсеверопути is Комсеверопуть. Parts
are ``prefixes``, ``suffixes``, ``first_parts`` (of openers) and what only looks like them (``not_prefixes``,
``not_bodies``) in ``vocabulary/data/names.toml``: put a part into its list and run the maker.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from politburo.tokens import Kind, Tokens, key
from politburo.values.body_tree import Draft, group, groups, words
from politburo.values.inflection import is_cyrillic, is_dictionary_word, nominative_noun, noun_candidates

__all__ = ["compound", "ending_as", "may_be_compound"]

_SHORTEST_OPENER = 8


def compound(tokens: Tokens, at: int) -> Draft | None:
    """Read a capitalised word that begins or ends as the short names of institutions do.

    >>> compound(Tokens("Лензолоту"), 0).name, compound(Tokens("Автогужтрансу выделить"), 0).name
    ('Лензолото', 'Автогужтранс')
    """
    word = tokens.words[at]
    plain = word[:-2] if word.endswith(("'s", "’s")) else word
    if len(plain) < 6 or key(plain) in group("not_bodies"):
        return None
    name = ending_as(plain) or beginning_as(plain) or _opener(tokens, at)
    return None if name is None else Draft("", name, at + 1)


def may_be_compound(word: str) -> bool:
    """Tell whether a word may be a name by its parts, whatever stands around it."""
    if len(word) < 6:
        return False
    opener = len(word) >= _SHORTEST_OPENER and word[-1] in "ую"
    return opener or ending_as(word) is not None or beginning_as(word) is not None


@lru_cache(maxsize=4096)
def ending_as(word: str) -> str | None:
    """Return the nominative that ends in a known part, or None.

    >>> ending_as("Комсеверопути"), ending_as("Лензолоту"), ending_as("Минском")
    ('Комсеверопуть', 'Лензолото', None)
    """
    suffixes = groups("suffixes") if is_cyrillic(word) else groups("suffixes_en")
    for name in noun_candidates(word) if is_cyrillic(word) else (word,):
        folded = key(name)
        if folded.endswith(("ском", "цком")) and not folded.endswith("сском"):
            return None  # «в Минском», «Советскому»
        if folded.endswith(suffixes) and folded not in group("not_bodies") and len(name) > 5:
            return name
    return None


@lru_cache(maxsize=4096)
def beginning_as(word: str) -> str | None:
    """Return the nominative of a word that begins as the names of institutions do, or None."""
    folded = key(word)
    cyrillic = is_cyrillic(word)
    if not folded.startswith(groups("prefixes" if cyrillic else "prefixes_en")) or len(word) < 8:
        return None
    if folded.startswith(groups("not_prefixes")) or (cyrillic and _adjective().search(folded)):
        return None
    name = nominative_noun(word)
    return None if key(name) in group("not_bodies") else name


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[ыио]й|[ая]я|[оы]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ыи]ми|ск[а-я]{1,3}|н[а-я]{2,3})$")


# ---- at the beginning of a sentence --------------------------------------------------------------


def _opener(tokens: Tokens, at: int) -> str | None:
    """Read a word that no dictionary has and that is told to act: «Автогужтрансу выделить»."""
    word = tokens.words[at]
    if (
        len(word) < _SHORTEST_OPENER
        or word[-1] not in "ую"
        or not word[1:].islower()
        or not is_cyrillic(word)
    ):
        return None
    if not _is_infinitive(tokens, at + 1) or not _begins_sentence(tokens, at):
        return None
    name = nominative_noun(word)
    folded = key(word)
    if not folded.startswith(groups("first_parts")) or folded.endswith((*_surname_endings(), "ому", "ему")):
        return None
    return None if is_dictionary_word(word) or is_dictionary_word(name) else name


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    folded = tokens.keys[at]
    return tokens.joined(at) and folded.endswith(("ть", "ти", "чь", "ться")) and not folded.endswith("сть")


def _begins_sentence(tokens: Tokens, at: int) -> bool:
    return (
        at == 0
        or tokens.breaks[at] > 0
        or (tokens.kinds[at - 1] == Kind.MARK and tokens.words[at - 1] in ".;:)-–—")
    )


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(words()["persons"]["surname_endings"])
