"""Parties and their committees: ``Гватемальской партии труда``, ``ЦК КП(б) Казахстана``, "CC of Kazakhstan".

::

    party     = adjective { adjective } "партия" [ "труда" ] [ Country ]
              | ( "компартия" | "коммунистическая партия" ) Country
    committee = "ЦК" ( party | "КП" [ "(б)" ] [ Country ] | "ПОРП" | Republic )
              | "CC of" ( Country | [ "the" ] titled )

The name is kept as written, in the nominative; behind ЦК the party stays in the genitive. The ruling
party is none of these: its Central Committee is TSK. Words: ``party_names``, ``own_parties``,
``party_tails``, ``party_adjectives`` of ``vocabulary/data/names.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from politburo.tokens import Kind, Tokens
from politburo.values.body_titles import titled
from politburo.values.body_tree import PARTY, Draft, body_tree, group, groups, walk, words

__all__ = ["FEMININE", "committee", "party", "party_openers"]

FEMININE = ("ой", "ую", "ая", "ей", "юю", "яя")
_MOST_ADJECTIVES = 4
_LONGEST_TAIL = 3


@cache
def party_openers() -> frozenset[str]:
    """Return the words in small letters that may begin a party's name.

    >>> {"итальянской", "компартии", "рабочей"} <= party_openers(), "большой" in party_openers()
    (True, False)
    """
    return frozenset(words()["party_openers"])


def party(tokens: Tokens, at: int) -> Draft | None:
    """Read a Russian party by its adjectives and its country.

    >>> party(Tokens("Гватемальской партии труда в"), 0).name
    'Гватемальская партия труда'
    >>> party(Tokens("нашей партии"), 0) is None
    True
    """
    folded = tokens.keys[at]
    if folded in _communist():
        return _of_country(tokens, at, at + 1, _communist()[folded])
    if tokens.words[at + 1] != "-" and not folded.endswith(FEMININE):
        return None
    stop, turned = _adjectives(tokens, at)
    if not turned or tokens.keys[stop] not in _nouns() or not tokens.joined(stop):
        return None
    if folded in group("own_parties"):
        return None
    after = _behind_country(tokens, _behind_tail(tokens, stop + 1))
    telling = len(turned) > 1 or after > stop + 1 or _is_national(tokens, stop - 1)
    if not telling or (tokens.words[at].islower() and len(turned) < 2 and after == stop + 1):
        return None
    rest = tokens.reading(stop + 1, after) if after > stop + 1 else ""
    return Draft("", " ".join([*turned, "партия", rest]).strip(), after)


def _of_country(tokens: Tokens, at: int, stop: int, nominative: str) -> Draft | None:
    after = _behind_country(tokens, stop)
    if after == stop:
        return None
    head = nominative.capitalize() if tokens.words[at][:1].isupper() else nominative
    return Draft("", f"{head} {tokens.reading(stop, after)}", after)


@cache
def _communist() -> dict[str, str]:
    found: dict[str, str] = words()["communist"]
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words()["party_nouns"])


def _adjectives(tokens: Tokens, at: int) -> tuple[int, list[str]]:
    """Return the index behind a run of adjectives, and each of them in the nominative."""
    stop = at
    turned: list[str] = []
    while len(turned) < _MOST_ADJECTIVES and tokens.kinds[stop] == Kind.WORD and tokens.joined(stop):
        last = stop
        while tokens.words[last + 1] == "-" and tokens.tight(last + 1) and tokens.tight(last + 2):
            last += 2
            if last - stop > 2 * _MOST_ADJECTIVES:
                return stop, turned
        if not tokens.keys[last].endswith(FEMININE) or len(tokens.keys[last]) < 5:
            break
        turned.append(_nominative(tokens.reading(stop, last + 1)))
        stop = last + 1
    return stop, turned


def _nominative(adjective: str) -> str:
    stem, ending = adjective[:-2], adjective[-2:].lower()
    soft = ending in ("ей", "юю", "яя") and stem[-1:].lower() not in "шщчж"
    return stem + ("яя" if soft else "ая")


def _is_national(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][:1].isupper() and tokens.keys[at][:-2].endswith(("ск", "цк"))


def _behind_tail(tokens: Tokens, stop: int) -> int:
    """Return the index behind what the party is of: «труда», «трудового народа» before its country."""
    if tokens.keys[stop] in group("party_tails") and tokens.joined(stop):
        return stop + 1
    after = stop
    while after - stop < _LONGEST_TAIL and _is_genitive(tokens, after):
        after += 1
    return after if tokens.joined(after) and _is_country(tokens, after) else stop


def _is_genitive(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word.islower() and len(word) > 2 and tokens.joined(at) and word.endswith(groups("genitive_ends"))


def _behind_country(tokens: Tokens, stop: int) -> int:
    """Return the index behind «Кореи», «Доминиканской Республики», «(большевиков)» not."""
    after = stop
    while after - stop < 2 and tokens.joined(after) and _is_country(tokens, after):
        after += 1
        if not tokens.keys[after - 1].endswith(FEMININE):
            break
    return after


def _is_country(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if tokens.kinds[at] != Kind.WORD or not word[:1].isupper() or len(word) < 3 or word in ("СССР", "РСФСР"):
        return False
    return tokens.keys[at] in group("places") or (
        not word.isupper() and walk(body_tree(), tokens, at) is None
    )


# ---- central committees ----------------------------------------------------------------------------


def committee(tokens: Tokens, at: int, draft: Draft) -> Draft | None:
    """Read the Central Committee of another party: «ЦК КП(б) Казахстана», "CC of Kazakhstan"."""
    if draft.mode == PARTY or not tokens.joined(draft.stop):
        return None
    stop = _behind_letters(tokens, draft.stop) or _behind_named(tokens, draft.stop)
    if stop is None:
        return None
    return Draft("", f"{_centre(tokens, at, draft)} {_rest(tokens, draft.stop, stop)}", stop, draft.noise)


def _centre(tokens: Tokens, at: int, draft: Draft) -> str:
    """Return the words for a Central Committee in the nominative."""
    if not tokens.keys[at].startswith("центральн"):
        return tokens.reading(at, draft.stop)
    written = tokens.words[at]
    full = "Центральный Комитет" if tokens.words[at + 1][:1].isupper() else "Центральный комитет"
    return full.upper() if written.isupper() else full


def _rest(tokens: Tokens, start: int, stop: int) -> str:
    known = walk(body_tree(), tokens, start)
    if known is not None and known.stop == stop and known.name and known.mode != PARTY:
        return known.name  # «ЦК Помголу»
    return tokens.reading(start, stop)


def _behind_letters(tokens: Tokens, start: int) -> int | None:
    """Return the index behind «КП(б)У», «КП(б) Казахстана», «ПОРП»."""
    stop = start
    if tokens.keys[stop : stop + 2] == ["of", "the"] and "(" in tokens.words[stop + 3 : stop + 5]:
        stop += 2  # "CC of the CP(b) of Ukraine"
    begun = stop
    linked = tokens.keys[stop] == "of" and stop + 1 + (tokens.keys[stop + 1] == "the")
    if linked and tokens.words[linked] in groups("party_names"):
        return linked + 1  # "CC of the PDPA"
    known = walk(body_tree(), tokens, stop)
    if known is not None and known.mode == PARTY:
        stop = known.stop
    elif tokens.keys[stop] in ("кп", "cp", "kp") and tokens.words[stop].isupper():
        stop += 4 if tokens.keys[stop + 2] in ("б", "b") else 1
        stop += bool(tokens.kinds[stop] == Kind.WORD and tokens.tight(stop))
    elif tokens.keys[stop] in group("soviet_republics") or _is_abbreviated_party(tokens, stop, known):
        return stop + 1
    if tokens.keys[stop] in ("of", "компартии") and _is_name(tokens, stop + 1):
        return stop + 2
    if stop == begun:
        return None
    return stop + 1 if _is_name(tokens, stop) else stop


def _is_abbreviated_party(tokens: Tokens, at: int, known: Draft | None) -> bool:
    if known is not None:
        return bool(known.name) and (
            known.name in groups("centred_names") or known.name in groups("party_names")
        )
    return _letters().fullmatch(tokens.words[at]) is not None


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[А-Я]{0,4}П[А-Я]{1,3}|[А-Я]{1,4}П[А-Я]{0,3}|[А-Я]{0,4}КСМ")


def _behind_named(tokens: Tokens, start: int) -> int | None:
    """Return the index behind «Трудовой партии Кореи», "of the Korean Workers' Party"."""
    if tokens.keys[start] == "of":
        name = titled(tokens, start + 1 + (tokens.keys[start + 1] == "the"))
        return name.stop if name is not None and "Party" in name.name else None
    name = party(tokens, start)
    return None if name is None else name.stop


def _is_name(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word[:1].isupper() and len(word) > 2 and not word.isupper() and tokens.joined(at)
