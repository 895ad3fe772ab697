"""Institutions that no list knows: ``Сибкрайкому``, ``“Катерпиллар”``, ``Communist Party of Bolivia``.

::

    unknown    = quoted | compound | governed | office | titled
    quoted     = quote Name { Name } quote              (* not a ship, a newspaper, an aircraft *)
    compound   = prefix rest | rest suffix              (* Нарком…, Глав…; …ком, …торг, …ehksport *)
    governed   = adjective head | "правительство" Name  (* болгарскому правительству, Курский обком *)
    office     = ( "Министерство" | … ) genitive
    titled     = Capitalised … Head [ "of" … ]          (* USSR Industrial Bank *)

The name is kept as written, in the nominative. The heads, prefixes and suffixes are in
``vocabulary/data/names.toml``: to add one, put it into the list and run the maker.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from politburo.tokens import Kind, Tokens, key
from politburo.values.body_tree import PARTY, Draft, body_tree, in_quotes, walk, words
from politburo.values.inflection import is_cyrillic, nominative_noun, noun_candidates

__all__ = ["head_keys", "unknown"]

_CLOSING = frozenset('»”“"‟')


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
        return _governed(tokens, at) or _government(tokens, at) or _mission(tokens, at)
    if is_cyrillic(word):
        return _russian(tokens, at)
    return _quoted(tokens, at) or _titled(tokens, at) or _government(tokens, at) or _compound(tokens, at)


def _russian(tokens: Tokens, at: int) -> Draft | None:
    return (
        _quoted(tokens, at)
        or _governed(tokens, at)
        or _government(tokens, at)
        or _mission(tokens, at)
        or _office(tokens, at)
        or _abbreviated(tokens, at)
        or _compound(tokens, at)
    )


@cache
def _set(group: str) -> frozenset[str]:
    return frozenset(key(word) for word in words()["bodies"][group])


@cache
def _list(group: str) -> tuple[str, ...]:
    return tuple(words()["bodies"][group])


def _written(tokens: Tokens, at: int, stop: int) -> str:
    return tokens.reading(at, stop)


# ---- quotation marks -------------------------------------------------------------------------------


def _quoted(tokens: Tokens, at: int) -> Draft | None:
    """Read a name between quotation marks, unless what stands before it is no firm."""
    if not in_quotes(tokens, at):
        return None
    stop = at
    while stop - at <= 5 and tokens.words[stop] not in _CLOSING and tokens.words[stop] not in ("", ".", ";"):
        stop += 1
    if tokens.words[stop] not in _CLOSING or not _is_a_name(tokens, at, stop):
        return None
    before = tokens.keys[at - 2] if at > 1 else ""
    if before in _set("no_firms"):
        return None
    if before in _set("firms") or stop - at > 1 or not is_cyrillic(tokens.words[at]):
        return Draft("", _written(tokens, at, stop), stop)
    return Draft("", _quoted_nominative(tokens.words[at]), stop)


def _is_a_name(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether every word between the marks has a capital, and it is no known paper or ship."""
    if _written(tokens, at, stop) in _list("not_quoted"):
        return False
    return all(tokens.words[i][:1].isupper() or tokens.words[i] in "-&" for i in range(at, stop))


def _quoted_nominative(word: str) -> str:
    # «Нафта» may be a nominative: a final -а is taken off only where a known ending appears.
    if word[-1:] in "аяоие" or word.isupper():
        return _ending_as(word) or word
    return nominative_noun(word)


# ---- one word --------------------------------------------------------------------------------------


def _compound(tokens: Tokens, at: int) -> Draft | None:
    """Read a capitalised word that begins or ends as the short names of institutions do."""
    word = tokens.words[at]
    plain = word[:-2] if word.endswith(("'s", "’s")) else word
    if len(plain) < 6 or key(plain) in _set("not_bodies"):
        return None
    name = _ending_as(plain) or _beginning_as(plain)
    return None if name is None else Draft("", name, at + 1)


@lru_cache(maxsize=4096)
def _ending_as(word: str) -> str | None:
    suffixes = _list("suffixes") if is_cyrillic(word) else _list("suffixes_en")
    for name in noun_candidates(word) if is_cyrillic(word) else (word,):
        folded = key(name)
        if folded.endswith(("ском", "цком")) and not folded.endswith("сском"):
            return None  # «в Минском», «Советскому»
        if folded.endswith(suffixes) and folded not in _set("not_bodies") and len(name) > 5:
            return name
    return None


@lru_cache(maxsize=4096)
def _beginning_as(word: str) -> str | None:
    folded = key(word)
    cyrillic = is_cyrillic(word)
    if not folded.startswith(_list("prefixes" if cyrillic else "prefixes_en")) or len(word) < 8:
        return None
    if folded.startswith(_list("not_prefixes")) or (cyrillic and _adjective().search(folded)):
        return None
    name = nominative_noun(word)
    return None if key(name) in _set("not_bodies") else name


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[ыио]й|[ая]я|[оы]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ыи]ми|ск[а-я]{1,3}|н[а-я]{2,3})$")


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
    ending = "ая" if head.id.endswith(("ия", "партия")) else "ое" if head.id.endswith("о") else "ий"
    if adjective.isupper():
        adjective = adjective.capitalize()
    name = f"{adjective}{ending} {_like_head(tokens, head_at, head.id)}"
    stop = _with_party(tokens, head.stop)
    behind = f" {_written(tokens, head.stop, stop)}" if stop > head.stop else ""
    return Draft("", name + behind, stop)


@cache
def head_keys() -> frozenset[str]:
    """Return the heads of names, before which a word in small letters may begin a name.

    >>> "правительству" in head_keys(), "government" in head_keys(), "поставки" in head_keys()
    (True, True, False)
    """
    russian = (k for group in ("heads", "missions", "government") for k in words()[group])
    return frozenset([*russian, "government"])


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
    ending = next((e for e in _SK if folded.endswith(("ск" + e, "цк" + e))), None)
    if ending is None or not tokens.joined(index + 1):
        return "", at
    return tokens.quote(at, index + 1)[: -len(ending)], index + 1


_SK = ("ий", "ого", "ому", "им", "ом", "ое", "ая", "ой", "ую")


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
    stop = union.stop if union is not None else stop
    placed = tokens.keys[stop] in ("в", "во", "in") and tokens.joined(stop + 1)
    if placed and tokens.words[stop + 1][:1].isupper():
        stop += 2
    return stop


def _government(tokens: Tokens, at: int) -> Draft | None:
    """Read «правительства Кубы», "government of the Republic of Cuba", "Cuban government"."""
    if tokens.keys[at] == "government" and tokens.keys[at + 1] == "of":
        start = at + 2 + (tokens.keys[at + 2] == "the")
        stop = _capitalised(tokens, start)
        return Draft("", _written(tokens, at, stop), stop) if stop > start else None
    if tokens.keys[at + 1] == "government" and _name_at(tokens, at) and tokens.joined(at + 1):
        if tokens.keys[at] in _set("not_first"):
            return None
        stop = _with_links(tokens, at + 2) if tokens.keys[at + 2] == "of" else at + 2
        return Draft("", _written(tokens, at, stop), stop)
    government = walk(words()["government"], tokens, at)
    if government is None or not _name_at(tokens, government.stop) or not tokens.joined(government.stop):
        return None
    stop = government.stop + 1
    while _name_at(tokens, stop) and tokens.joined(stop) and stop - government.stop < 4:
        stop += 1
    rest = _written(tokens, government.stop, stop)
    return Draft("", f"{_like_head(tokens, at, government.id)} {rest}", stop)


def _name_at(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == Kind.WORD and tokens.words[at][:1].isupper() and len(tokens.words[at]) > 2


def _office(tokens: Tokens, at: int) -> Draft | None:
    """Read «Министерству морского флота»: a head and the genitive it governs."""
    head = walk(words()["offices"], tokens, at)
    if head is None:
        return None
    stop = head.stop
    if tokens.keys[stop] == "по" and tokens.joined(stop):
        stop += 2
    while _genitive_adjective().search(tokens.keys[stop]) and tokens.joined(stop):
        stop += 1
    if tokens.kinds[stop] != Kind.WORD or not tokens.joined(stop) or len(tokens.keys[stop]) < 3:
        return None
    if tokens.keys[stop].endswith(("ть", "ти")) and not tokens.keys[stop].endswith("сти"):
        return None  # the order's verb: «Управлению закупить»
    name = f"{_like_head(tokens, at, head.id.lower())} {_written(tokens, head.stop, stop + 1)}"
    return Draft("", name, stop + 1)


@cache
def _genitive_adjective() -> re.Pattern[str]:
    return re.compile(r"(?:[ое]го|[ыи]х|[ное][йв]ой|ной|ской|цкой|вой|ней|шей|чей)$")


def _abbreviated(tokens: Tokens, at: int) -> Draft | None:
    """Read «Сев.-Кав. крайкому»: shortened words before a committee."""
    stop = at
    while tokens.words[stop][:1].isupper() and tokens.words[stop + 1] == "." and stop - at < 7:
        stop += 3 if tokens.words[stop + 2] == "-" else 2
    head = walk(words()["heads"], tokens, stop) if stop > at else None
    if head is None or not tokens.joined(stop):
        return None
    return Draft("", f"{_written(tokens, at, stop)} {_like_head(tokens, stop, head.id)}", head.stop)


# ---- English: words with capitals ------------------------------------------------------------------


def _titled(tokens: Tokens, at: int) -> Draft | None:
    """Read a run of capitalised words that ends in a head, with its «of …»."""
    if tokens.keys[at] in _set("not_first"):
        return None
    stop = _capitalised(tokens, at)
    if stop == at or not _is_head(tokens, stop - 1):
        return None
    after = _behind_seat(tokens, stop) if tokens.keys[stop] == "in" else _with_links(tokens, stop)
    return Draft("", _written(tokens, at, after), after) if after - at > 1 else None


def _behind_seat(tokens: Tokens, stop: int) -> int:
    """Return the index behind the seat of a mission: "Soviet Embassy in Kabul"."""
    return _capitalised(tokens, stop + 1) if tokens.keys[stop - 1] in _list("missions_en") else stop


def _is_head(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].capitalize() in _heads_en() and tokens.kinds[at] == Kind.WORD


@cache
def _heads_en() -> frozenset[str]:
    return frozenset(_list("heads_en"))


def _capitalised(tokens: Tokens, at: int) -> int:
    """Return the index behind the capitalised words that start at a token (and «X of X» within)."""
    stop = at
    while _in_title(tokens, stop) and (stop == at or tokens.joined(stop)) and stop - at < 12:
        stop += 1
        while tokens.words[stop] == "-" and tokens.tight(stop) and tokens.tight(stop + 1):
            stop += 2
        if tokens.keys[stop] == "of" and _in_title(tokens, stop + 1) and not _is_head(tokens, stop - 1):
            stop += 1
    return stop


def _in_title(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if tokens.kinds[at] != Kind.WORD or not word[0].isupper():
        return False
    return tokens.keys[at] not in _SMALL and tokens.keys[at] not in _honorifics()


_SMALL = frozenset(("of", "the", "and", "for", "on"))


@cache
def _honorifics() -> frozenset[str]:
    honorifics = words()["honorifics"]
    return frozenset([*honorifics["dotted"], *honorifics["full"]])


def _with_links(tokens: Tokens, stop: int) -> int:
    """Take in «of the Petroleum Industry», «for Oil and Gas»."""
    while tokens.keys[stop] in _list("links_en") and tokens.joined(stop):
        start = stop + 1 + (tokens.keys[stop + 1] == "the")
        after = _capitalised(tokens, start)
        if after == start:
            break
        stop = after
        further = tokens.keys[stop] == "and" and _in_title(tokens, stop + 1)
        if further and tokens.keys[stop + 1] not in body_tree():
            stop = _capitalised(tokens, stop + 1)
    return stop
