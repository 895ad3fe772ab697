"""The names of institutions: ``СНК СССР``, ``VKP(b) CC Politburo``, ``синьцзянскому правительству``.

::

    body    = known | misread | unknown
    known   = [ "USSR" ] name [ centre ] [ union | republic | state ] [ place ]
              [ superior ] [ gloss | mark ]
    superior = "НКВД" | "ЦК РКП(б)" | "при" name   (* of «ГУЛАГ», «Уралбюро», «Комитет …» *)
    centre  = [ "of" ] "ЦК" [ party ]              (* of a Politburo, a Secretariat *)
    union   = "СССР" | "Союза ССР" | "of the USSR"
    place   = ( "в" | "in" ) Name                  (* of a mission abroad *)
    gloss   = "[" words "]"                        (* explains the name, names nothing new *)

The known names are a tree of token keys (``body_names``), all cases and spellings worked out
beforehand: a token that begins none costs one look-up. What is not known but looks like an
institution is read by :mod:`politburo.values.body_patterns`, what cannot be right by
:mod:`politburo.values.misreadings`.

To add a form: ``also`` in ``vocabulary/data/agency_forms.toml``; then ``python -m politburo.vocabulary``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from politburo.text import Span
from politburo.tokens import Found, Kind, Noise, Tokens, key
from politburo.values.base import Status
from politburo.values.body_parties import committee, party
from politburo.values.body_patterns import head_keys, opening_keys, unknown
from politburo.values.body_states import behind_another_state, is_country
from politburo.values.body_titles import titled
from politburo.values.body_tree import (
    ANY,
    OF_CENTRE,
    PARTY,
    Draft,
    after_union,
    body_tree,
    group,
    groups,
    kind_of,
    walk,
    words,
)
from politburo.values.inflection import is_cyrillic, nominative_noun, nominative_phrase
from politburo.values.misreadings import misread, possible_misreadings
from politburo.values.names import Body
from politburo.values.note_marks import behind_marks
from politburo.values.person_words import after_honorific
from politburo.vocabulary import table

__all__ = ["body_words", "possible_misreadings", "read_body", "read_known_body", "read_whole_body"]

_LONGEST_GLOSS = 12
_OPENING, _CLOSING = "«“„\"‟”'", "»”“\"'"


def read_body(tokens: Tokens, at: int) -> Found[Body] | None:
    """Read the longest name of an institution that starts at a token.

    >>> found = read_body(Tokens("ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 26"), 1)
    >>> found.value, found.stop
    (Body.parse('PB'), 7)
    >>> [noise.rule for noise in read_body(Tokens("согласовать НКВР"), 1).noise]
    ['probable-misreading']
    """
    folded, (openers, heads) = tokens.keys[at], body_words()
    if tokens.words[at] == folded and folded not in openers and tokens.keys[at + 1] not in heads:
        return None
    draft = _known(tokens, at)
    if draft is not None and _is_no_body(tokens, at, draft):
        return None
    draft = draft or misread(tokens, at)
    if draft is None:
        draft = unknown(tokens, at)
        draft = None if draft is None else _of_union(tokens, draft)
    return None if draft is None else _finished(tokens, at, _attached(tokens, draft))


@cache
def body_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words in small letters that may begin a name, and those before which any word may.

    >>> openers, heads = body_words()
    >>> "правительству" in openers, "правительству" in heads, "поставки" in openers
    (True, True, False)
    """
    heads = head_keys()
    return frozenset(body_tree()) | opening_keys(), heads


def _is_no_body(tokens: Tokens, at: int, draft: Draft) -> bool:
    """Tell whether a name stands for a country, for comrades, or is part of a code: «ПБ-1193»."""
    stop = draft.stop
    code = tokens.words[stop] == "-" and tokens.tight(stop) and tokens.tight(stop + 1)
    if code and tokens.kinds[stop + 1] == Kind.NUMBER and tokens.words[stop - 1].isupper():
        return True
    return is_country(tokens, at, draft) or _is_honorific(tokens, at, draft)


def _is_honorific(tokens: Tokens, at: int, draft: Draft) -> bool:
    """Tell whether «C. C.» stands for comrades, not for the Central Committee: "C. C. Molotov"."""
    if draft.id != "TSK" or tokens.keys[at] != "c" or after_honorific(tokens, at) != draft.stop:
        return False
    known = walk(body_tree(), tokens, draft.stop)
    return (
        known is None
        and tokens.keys[draft.stop] not in groups("of_committee")
        and not tokens.words[draft.stop].isupper()
    )


def read_known_body(tokens: Tokens, at: int) -> Found[Body] | None:
    """Read a body that has an entry or is listed by name; unknown names are passed over.

    >>> read_known_body(Tokens("Госбанку"), 0).value, read_known_body(Tokens("Сибкрайкому"), 0)
    (Body.parse('GOSBANK'), None)
    """
    draft = _known(tokens, at)
    return None if draft is None else _finished(tokens, at, _attached(tokens, draft))


def read_whole_body(tokens: Tokens, at: int) -> Found[Body] | None:
    """Read a body that is the whole text: quotation marks around it and any capitalised phrase allowed."""
    quoted = tokens.words[at] in _OPENING and tokens.words[at] != "" and len(tokens) > at + 2
    start = at + 1 if quoted else at
    found = read_body(tokens, start)
    end = len(tokens) - 1 if quoted and tokens.words[len(tokens) - 1] in _CLOSING else len(tokens)
    if found is None:
        found = _phrase(tokens, start, end)
    if found is not None and found.stop == end:
        return found._replace(stop=len(tokens))
    return found


def _phrase(tokens: Tokens, at: int, end: int) -> Found[Body] | None:
    """Take a text of a few words for a name if it starts with a capital."""
    plain = all(tokens.kinds[i] != Kind.MARK or tokens.words[i] in "-()/'" for i in range(at, end))
    if not plain or not 0 < end - at <= 12 or not tokens.words[at][:1].isupper():
        return None
    phrase = _words(tokens, at, end)
    one_word = end - at == 1
    name = nominative_noun(phrase) if one_word and is_cyrillic(phrase) else phrase
    return Found(Body(name=name, span=tokens.span(at, end)), end)


def _finished(tokens: Tokens, at: int, draft: Draft) -> Found[Body]:
    stop, noise = _gloss(tokens, at, draft)
    status = Status.EMENDED if draft.emended else Status.STATED
    span, name = tokens.span(at, draft.stop), draft.name
    if tokens.keys[draft.stop - 1].endswith("'s"):
        span = Span(span.start, span.stop - 2)  # the possessive is no part of the name
        name = name[:-2] if name.endswith(("'s", "’s")) else name
    if stop == draft.stop:
        stop, noise = behind_marks(tokens, at, stop)
    body = Body(draft.id or None, name or None, span=span, status=status)
    return Found(body, stop, (*draft.noise, *noise))


def _of_union(tokens: Tokens, draft: Draft) -> Draft:
    stop = after_union(tokens, draft.stop)
    if stop == draft.stop:
        return draft
    return draft._replace(name=f"{draft.name} {_words(tokens, draft.stop, stop)}", stop=stop)


def _attached(tokens: Tokens, draft: Draft) -> Draft:
    """Take in the bodies that a body belongs to: «ГУЛАГ НКВД», «Уралбюро ЦК РКП(б)», «Комитет … при СНК»."""
    return _at(tokens, _of_superior(tokens, draft))


def _of_superior(tokens: Tokens, draft: Draft) -> Draft:
    start = draft.stop
    while tokens.keys[start] in ("of", "the"):
        start += 1
    if (
        tokens.words[start][:1].islower()
        or not tokens.joined(start)
        or not (draft.name or draft.id in words()["under"])
    ):
        return draft
    superior = walk(body_tree(), tokens, start)
    if superior is not None and superior.id == "TSK" and draft.name in groups("party_names"):
        return draft._replace(
            name=f"{draft.name} {_words(tokens, draft.stop, superior.stop)}", stop=superior.stop
        )
    if superior is None or not _belongs(draft, superior, start > draft.stop):
        return draft
    stop = after_union(tokens, superior.stop)
    name = f"{draft.name} {_words(tokens, draft.stop, stop)}" if draft.name else ""
    noise, emended = draft.noise + superior.noise, draft.emended or superior.emended
    return Draft(draft.id, name, stop, noise, emended)


def _belongs(draft: Draft, superior: Draft, linked: bool) -> bool:  # noqa: FBT001
    """Tell whether a body right behind a name is the one that it belongs to."""
    if superior.id in words()["under"].get(draft.id or draft.name, ()):
        return True
    folded = key(draft.name)
    if folded.endswith(" делами") or (linked and folded.startswith("administration of affairs")):
        return bool(superior.id)
    return superior.id == "TSK" and any(word.endswith(groups("centred")) for word in folded.split())


def _at(tokens: Tokens, draft: Draft) -> Draft:
    """Take in «при СНК СССР»: the body to which a committee is attached is part of its name."""
    joined = tokens.joined(draft.stop) and tokens.joined(draft.stop + 1)
    if tokens.keys[draft.stop] != "при" or not joined:
        return draft
    other = _known(tokens, draft.stop + 1)
    if other is None or not other.id:
        return draft
    name = f"{draft.name} {_words(tokens, draft.stop, other.stop)}" if draft.name else ""
    return draft._replace(name=name, stop=other.stop)


def _words(tokens: Tokens, start: int, stop: int) -> str:
    return tokens.reading(start, stop)


# ---- known names -----------------------------------------------------------------------------------


def _known(tokens: Tokens, at: int) -> Draft | None:
    key = tokens.keys[at]
    if key not in body_tree() and not key.endswith("'s"):
        return _of_the_union(tokens, at) if key in _before() else None
    draft = walk(body_tree(), tokens, at)
    if draft is None:
        return _of_the_union(tokens, at) if key in _before() else None
    return _extended(tokens, at, draft)


@cache
def _before() -> frozenset[str]:
    return frozenset(word.lower() for word in words()["bodies"]["union_before"])


@cache
def _organs() -> frozenset[str]:
    return frozenset(words()["organs"])


def _of_the_union(tokens: Tokens, at: int) -> Draft | None:
    """Read «USSR State Bank», «Soviet trade mission»: the Union before a name."""
    draft = _known(tokens, at + 1) if tokens.joined(at + 1) else None
    if draft is None or (draft.id and kind_of(draft.id) == "foreign") or draft.mode == PARTY:
        return None
    if draft.id:
        return draft
    return draft._replace(name=_words(tokens, at, draft.stop))


def _extended(tokens: Tokens, at: int, draft: Draft) -> Draft | None:
    """Take in what belongs to a known name behind it."""
    if draft.id == "TSK" or draft.mode == PARTY:
        draft = _with_organ(tokens, draft) or committee(tokens, at, draft) or draft
    elif draft.id in _organs():
        centred = _with_centre(tokens, draft)
        if centred is None and draft.mode == OF_CENTRE:
            return None
        draft = centred or draft
    if draft.id in ("TORGPREDSTVO", "POLPREDSTVO"):
        return draft._replace(stop=after_place(tokens, after_union(tokens, draft.stop)))
    return _of_republic(tokens, at, draft)


def _with_organ(tokens: Tokens, draft: Draft) -> Draft | None:
    """Read «VKP(b) CC | Politburo»."""
    organ = walk(body_tree(), tokens, draft.stop) if tokens.joined(draft.stop) else None
    if organ is None or organ.id not in _organs():
        return None
    return organ._replace(noise=draft.noise + organ.noise, emended=draft.emended or organ.emended)


def _with_centre(tokens: Tokens, draft: Draft) -> Draft | None:
    """Read «Politburo | of the CC CPSU», «Секретариата | ЦК КПСС», «POLITBURO, VKP(b) CC»."""
    organ = tokens.words[draft.stop - 1]
    start = draft.stop + (tokens.words[draft.stop] == "," and organ.isupper() and len(organ) > 4)
    while tokens.keys[start] in ("of", "the"):
        start += 1
    centre = walk(body_tree(), tokens, start) if tokens.joined(start) else None
    other = _of_another_party(tokens, start, centre)
    if other:
        return Draft("", tokens.reading(draft.stop - 1, other), other)
    if centre is None or (centre.id != "TSK" and centre.mode != PARTY):
        return None
    noise = draft.noise + centre.noise
    return draft._replace(stop=centre.stop, noise=noise, emended=draft.emended or centre.emended, mode=ANY)


def _of_another_party(tokens: Tokens, at: int, centre: Draft | None) -> int:
    """Return the index behind another party: "Politburo of the CC of the Bulgarian Communist Party"."""
    if centre is not None and centre.id == "TSK":
        named = committee(tokens, at, centre)
    elif centre is not None and centre.id:
        return 0
    else:
        named = party(tokens, at) if is_cyrillic(tokens.words[at]) else titled(tokens, at)
        named = named if named is not None and ("Party" in named.name or "партия" in named.name) else None
    # «Коммунистической партии Советского Союза» is the ruling one.
    own = named is not None and not group("of_union").isdisjoint(tokens.keys[at : named.stop + 1])
    return named.stop if named is not None and not own else 0


def _is_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 2 and not word.isupper()


def _of_republic(tokens: Tokens, at: int, draft: Draft) -> Draft:
    """Take in «СССР»; a republic's name makes it another body, kept as written."""
    stop = draft.stop
    if draft.id and kind_of(draft.id) == "foreign":
        return draft
    republic = _republic(tokens, stop)
    if republic and draft.id and _is_of(draft.id, republic):
        return draft._replace(stop=stop + 1)
    after = stop + len(republic.split()) if republic else behind_another_state(tokens, draft)
    if after > stop:
        name = f"{_turned(_words(tokens, at, stop))} {_words(tokens, stop, after)}"
        return draft._replace(id="", name=name, stop=after)
    if draft.id and kind_of(draft.id) == "party":
        party = walk(body_tree(), tokens, stop) if tokens.joined(stop) else None
        return draft._replace(stop=party.stop) if party is not None and party.mode == PARTY else draft
    after = after_union(tokens, stop)
    name = f"{draft.name} {_words(tokens, stop, after)}" if draft.name and after > stop else draft.name
    return draft._replace(stop=after, name=name)


def _is_of(identifier: str, republic: str) -> bool:
    """Tell whether the entry itself is named with the republic: Наркомпрос РСФСР."""
    record = table("agencies")[identifier]
    return any(republic in name.split() for name in (record["name_ru"], *record.get("abbr_ru", ())))


def _republic(tokens: Tokens, at: int) -> str:
    """Return the republic named at a token, «РСФСР», «Узбекской ССР», or nothing."""
    if not tokens.joined(at):
        return ""
    if tokens.words[at] in words()["bodies"]["republics"]:
        return tokens.words[at]
    union = tokens.keys[at].endswith(("ской", "цкой")) and tokens.words[at + 1] in ("ССР", "АССР")
    return _words(tokens, at, at + 2) if union and tokens.joined(at + 1) else ""


def _turned(written: str) -> str:
    return nominative_phrase(written) if " " in written else nominative_noun(written)


def after_place(tokens: Tokens, stop: int) -> int:
    """Return the index behind «в Берлине», "in Tokyo", where a mission's seat is named there."""
    if tokens.keys[stop] not in ("в", "во", "in", "на") or not tokens.joined(stop + 1):
        return stop
    if not _is_name(tokens.words[stop + 1]) and not tokens.words[stop + 1].isupper():
        return stop
    after = stop + 2
    if tokens.words[after].istitle() and tokens.words[after].isascii() and tokens.joined(after):
        return after + (tokens.keys[after] not in body_tree())  # "in Ulan Bator"
    while tokens.words[after] == "-" and tokens.tight(after) and tokens.tight(after + 1):
        after += 2
    return after


# ---- glosses ---------------------------------------------------------------------------------------


def _gloss(tokens: Tokens, at: int, draft: Draft) -> tuple[int, tuple[Noise, ...]]:
    """Pass over a bracketed explanation of the name, and remark on one that names another body."""
    start = draft.stop + 1
    if tokens.words[draft.stop] != "[" or not tokens.joined(draft.stop):
        return draft.stop, ()
    close = start
    while close - start <= _LONGEST_GLOSS and tokens.words[close] not in ("]", ":", ".", "…", "["):
        close += 1
    if tokens.words[close] != "]" or tokens.kinds[start] != Kind.WORD:
        return draft.stop, ()
    return close + 1, _contradiction(tokens, at, draft, start + (tokens.keys[start] == "the"))


def _contradiction(tokens: Tokens, at: int, draft: Draft, start: int) -> tuple[Noise, ...]:
    other: Any = _known(tokens, start)
    if other is None or not other.id or not draft.id or other.id == draft.id:
        return ()
    term, gloss = tokens.quote(at, draft.stop), tokens.quote(start, other.stop)
    names = f"«{term}» has the gloss «{gloss}», which names {other.id}"
    message = f"{names}: expected the name of {draft.id}; the term is followed"
    return (Noise("translation-doubtful", message, tokens.span(at, other.stop)),)
