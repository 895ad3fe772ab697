"""Institutions that no list knows: ``Сибкрайкому``, ``“Катерпиллар”``, ``Communist Party of Bolivia``.

::

    unknown    = quoted | firm | party | titled | compound
               | governed | government | mission | office | shortened
    governed   = adjective head [ party ]               (* Курский обком, болгарское правительство *)
    government = "правительство" Name | Name "government"
    mission    = "посольство" [ "СССР" ] [ "в" Name ]
    office     = ( "Министерство" | … ) genitive | "Банк" Country
    shortened  = { Word "." } head                      (* Сев.-Кав. крайком *)

The name is kept as written, in the nominative. Firms, parties, one-word names and English titles have
modules of their own (``body_firms``, ``body_parties``, ``body_compounds``, ``body_titles``). The heads are in
``vocabulary/data/names.toml``: to add one, put it into its list and run the maker.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from politburo.tokens import Kind, Tokens, key
from politburo.values.body_compounds import compound, may_be_compound
from politburo.values.body_firms import firm, quoted
from politburo.values.body_parties import FEMININE, party, party_openers
from politburo.values.body_titles import behind_capitals, titled, with_links
from politburo.values.body_tree import PARTY, Draft, body_tree, group, groups, walk, words
from politburo.values.inflection import is_cyrillic
from politburo.vocabulary import table

__all__ = ["head_keys", "opening_keys", "unknown"]

# An abbreviation ends in a consonant: «Сев.», «Вост.»; the words of a sentence before may end in any letter.
_NEVER_LAST = frozenset("аеиоуыэюяьъй")
_LONGEST_SHORTENED = 8


def unknown(tokens: Tokens, at: int) -> Draft | None:
    """Read a name that has no entry, or return None.

    >>> unknown(Tokens("просьбу Сибкрайкома"), 1).name
    'Сибкрайком'
    >>> unknown(Tokens("the Communist Party of Bolivia are"), 1).name
    'Communist Party of Bolivia'
    """
    word = tokens.words[at]
    if tokens.kinds[at] != Kind.WORD:
        return None
    if not word[:1].isupper():
        return party(tokens, at) or _governed(tokens, at) or _headed(tokens, at)
    draft = quoted(tokens, at) or firm(tokens, at)
    if draft is not None:
        return draft
    return (
        _russian(tokens, at)
        if is_cyrillic(word)
        else titled(tokens, at) or _headed(tokens, at) or compound(tokens, at)
    )


def _russian(tokens: Tokens, at: int) -> Draft | None:
    if (
        _is_plain(tokens.words[at])
        and tokens.words[at + 1] not in ("-", ".")
        and tokens.keys[at + 1] not in head_keys()
    ):
        return None
    draft = party(tokens, at) or _governed(tokens, at) or _headed(tokens, at)
    if draft is None and tokens.words[at + 1] == ".":
        draft = _abbreviated(tokens, at)
    return draft or compound(tokens, at)


@lru_cache(maxsize=8192)
def _is_plain(word: str) -> bool:
    """Tell whether a Russian word shows by its form that no unknown name begins with it.

    >>> _is_plain("Поручить"), _is_plain("Курского"), _is_plain("Сибкрайкома")
    (True, False, False)
    """
    folded = key(word)
    if folded in party_openers() or folded in _first_heads() or folded.endswith((*FEMININE, *_SK)):
        return False
    return not may_be_compound(word)


def _headed(tokens: Tokens, at: int) -> Draft | None:
    """Read a name that begins with its head, or ends in "government"."""
    if tokens.keys[at] not in _first_heads() and tokens.keys[at + 1] not in ("government", "government's"):
        return None
    return _government(tokens, at) or _mission(tokens, at) or _office(tokens, at)


@cache
def _first_heads() -> frozenset[str]:
    return frozenset(
        ["government", *(k for name in ("government", "missions", "offices") for k in words()[name])]
    )


def _written(tokens: Tokens, at: int, stop: int) -> str:
    return tokens.reading(at, stop)


# ---- Russian: adjective or genitive ----------------------------------------------------------------


def _governed(tokens: Tokens, at: int) -> Draft | None:
    """Read «болгарскому правительству», «Курского обкома»: an adjective and its head, both turned."""
    if not tokens.keys[at + 1] or not (tokens.words[at + 1] == "-" or tokens.keys[at + 1] in head_keys()):
        return None
    adjective, head_at = _adjective_stem(tokens, at)
    if not adjective:
        return None
    government = walk(words()["government"], tokens, head_at)
    mission = walk(words()["missions"], tokens, head_at)
    if mission is not None and not government:
        return _mission_of(tokens, mission, adjective)
    head = government or (walk(words()["heads"], tokens, head_at) if tokens.words[at][0].isupper() else None)
    if head is None:
        return None
    ending = _nominative_ending(adjective, head.id)
    if adjective.isupper():
        adjective = adjective.capitalize()
    name = f"{adjective}{ending} {_like_head(tokens, head_at, head.id)}"
    stop = _with_party(tokens, head.stop)
    behind = f" {_written(tokens, head.stop, stop)}" if stop > head.stop else ""
    return Draft("", name + behind, stop)


def _nominative_ending(stem: str, head: str) -> str:
    if head.endswith("ия"):
        return "ая"
    if head.endswith("о"):
        return "ое"
    return "ый" if stem.endswith("н") else "ий"


@cache
def head_keys() -> frozenset[str]:
    """Return the heads of names, before which a word in small letters may begin a name.

    >>> "правительству" in head_keys(), "government" in head_keys(), "поставки" in head_keys()
    (True, True, False)
    """
    russian = (k for group in ("heads", "missions", "government") for k in words()[group])
    return frozenset([*russian, "government", "government's"])


def opening_keys() -> frozenset[str]:
    """Return the words in small letters that may begin a name that no list knows."""
    return (
        head_keys() | party_openers() | frozenset(k for k in words()["offices"] if k.startswith("управлени"))
    )


def _like_head(tokens: Tokens, at: int, nominative: str) -> str:
    word = tokens.words[at]
    return nominative.capitalize() if word[:1].isupper() else nominative


def _with_party(tokens: Tokens, stop: int) -> int:
    party = walk(body_tree(), tokens, stop) if tokens.words[stop][:1].isupper() else None
    return party.stop if party is not None and party.mode == PARTY else stop


def _adjective_stem(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the stem in -ск- of an adjective (Западно-Сибирск-) and the index behind it."""
    index = at
    while tokens.words[index + 1] == "-" and tokens.tight(index + 2) and index - at < 4:
        index += 2
    folded = tokens.keys[index]
    stems = ("ск", "цк", "точн", "падн", "верн", "южн") if "-" in tokens.words[at:index] else ("ск", "цк")
    ending = next((e for e in _SK if folded.endswith(tuple(stem + e for stem in stems))), None)
    if ending is None or not tokens.joined(index + 1):
        return "", at
    return tokens.quote(at, index + 1)[: -len(ending)], index + 1


_SK = ("ий", "ый", "ого", "ому", "им", "ым", "ом", "ое", "ая", "ой", "ую")


def _mission_of(tokens: Tokens, mission: Draft, adjective: str) -> Draft | None:
    """Read «берлинского торгпредства»: the adjective tells the seat."""
    known = walk(body_tree(), tokens, mission.stop - len(mission.id.split()))
    if known is not None and known.id:
        return Draft(known.id, "", _behind_place(tokens, mission.stop))
    stop = _behind_place(tokens, mission.stop)
    behind = f" {_written(tokens, mission.stop, stop)}" if stop > mission.stop else ""
    return Draft("", f"{adjective}ое {mission.id}{behind}", stop)


def _mission(tokens: Tokens, at: int) -> Draft | None:
    """Read «посольству СССР в Кабуле»: a mission named by whose it is or where."""
    mission = walk(words()["missions"], tokens, at)
    if mission is None:
        return None
    stop = _behind_place(tokens, mission.stop)
    if stop == mission.stop:
        return None
    rest = _written(tokens, mission.stop, stop)
    return Draft("", f"{_like_head(tokens, at, mission.id)} {rest}", stop)


def _behind_place(tokens: Tokens, stop: int) -> int:
    union = walk(words()["unions"], tokens, stop)
    if union is not None:
        stop = union.stop
    elif tokens.keys[stop] in group("genitives") and tokens.words[stop][:1].isupper() and tokens.joined(stop):
        stop += 1  # «посольству Монголии», «консульства МНР»
    placed = tokens.keys[stop] in ("в", "во", "in") and tokens.joined(stop + 1)
    if placed and tokens.words[stop + 1][:1].isupper():
        stop += 2
    return stop


def _government(tokens: Tokens, at: int) -> Draft | None:
    """Read «правительства Кубы», "government of the Republic of Cuba", "Cuban government"."""
    if tokens.keys[at] == "government" and tokens.keys[at + 1] == "of":
        start = at + 2 + (tokens.keys[at + 2] == "the")
        stop = behind_capitals(tokens, start)
        return Draft("", _written(tokens, at, stop), stop) if stop > start else None
    if (
        tokens.keys[at + 1] in ("government", "government's")
        and _name_at(tokens, at)
        and tokens.joined(at + 1)
    ):
        if tokens.keys[at] in group("not_first"):
            return None
        stop = with_links(tokens, at + 2) if tokens.keys[at + 2] == "of" else at + 2
        return Draft("", _written(tokens, at, stop), stop)
    government = walk(words()["government"], tokens, at)
    if government is None or not _name_at(tokens, government.stop) or not tokens.joined(government.stop):
        return None
    stop = government.stop + 1
    while _name_at(tokens, stop) and tokens.joined(stop) and stop - government.stop < 4:
        stop += 1
    stop += tokens.keys[stop] in group("state_nouns") and tokens.joined(stop)
    rest = _written(tokens, government.stop, stop)
    return Draft("", f"{_like_head(tokens, at, government.id)} {rest}", stop)


def _name_at(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == Kind.WORD and tokens.words[at][:1].isupper() and len(tokens.words[at]) > 2


def _office(tokens: Tokens, at: int) -> Draft | None:
    """Read «Министерству морского флота»: a head and the genitive it governs."""
    head = walk(words()["offices"], tokens, at)
    if head is None:
        return None
    if head.id in groups("of_countries"):
        return _of_country(tokens, at, head)
    if tokens.words[at][:1].islower() and tokens.keys[head.stop] != "делами":
        return None
    stop = _behind_genitive(tokens, head.stop)
    if stop == head.stop:
        return None
    rest = f" {_written(tokens, head.stop, stop)}" if stop > head.stop else ""
    return Draft("", f"{_like_head(tokens, at, head.id.lower())}{rest}", max(stop, head.stop))


def _behind_genitive(tokens: Tokens, begun: int) -> int:
    """Return the index behind «морского флота», «по делам искусств»; -1 where the ЦК follows at once."""
    if not tokens.joined(begun):
        return begun
    centre = walk(body_tree(), tokens, begun)
    if centre is not None and centre.id == "TSK":
        return -1
    stop = begun + 2 if tokens.keys[begun] == "по" else begun
    if not tokens.joined(begun + 1):
        return begun
    while _genitive_adjective().search(tokens.keys[stop]) and tokens.joined(stop):
        stop += 1
    if tokens.kinds[stop] != Kind.WORD or not tokens.joined(stop) or len(tokens.keys[stop]) < 3:
        return begun
    folded = tokens.keys[stop]
    if folded.endswith(("ть", "ти")) and not folded.endswith("сти"):
        return begun  # the order's verb: «Управлению закупить»
    return stop + 1


def _of_country(tokens: Tokens, at: int, head: Draft) -> Draft | None:
    """Read «Банку Финляндии»: the bank of a country."""
    stop = head.stop
    if (
        tokens.keys[stop] not in group("genitives")
        or not tokens.joined(stop)
        or not tokens.words[stop][:1].isupper()
    ):
        return None
    name = f"{_like_head(tokens, at, head.id.lower())} {tokens.words[stop]}"
    return Draft("", name, stop + 1)


@cache
def _genitive_adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[ое]го|[ыи]х|[ное][йв]ой|ной|ской|цкой|вой|ней|шей|чей)$")


def _is_shortened(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is broken off behind a consonant: «Сев.», not the verb of «Отложить. Обкому»."""
    word, folded = tokens.words[at], tokens.keys[at]
    if not word[:1].isupper() or tokens.words[at + 1] != "." or len(word) > _LONGEST_SHORTENED:
        return False
    return folded[-1] not in _NEVER_LAST and folded not in table("actions")["ru"]


def _abbreviated(tokens: Tokens, at: int) -> Draft | None:
    """Read «Сев.-Кав. крайкому»: shortened words before a committee."""
    stop = at
    while _is_shortened(tokens, stop) and stop - at < 7:
        stop += 3 if tokens.words[stop + 2] == "-" else 2
    head = walk(words()["heads"], tokens, stop) if stop > at else None
    if head is None or not tokens.joined(stop):
        return None
    after = _with_party(tokens, head.stop)
    party_name = f" {_written(tokens, head.stop, after)}" if after > head.stop else ""
    name = f"{_written(tokens, at, stop)} {_like_head(tokens, stop, head.id)}{party_name}"
    return Draft("", name, after)
