"""What tells a person's name: honorifics, known surnames, and the ships and towns that bear them too.

``т. Сталину`` and ``Сталину`` name a person, ``орден Ленина`` and ``в г. Кирове`` do not. The words are in
``vocabulary/data/names.toml`` (``honorifics``, ``persons``), the surnames in ``persons.toml``.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Tokens, key
from politburo.values.body_tree import in_quotes, walk, words
from politburo.vocabulary import table

__all__ = [
    "after_honorific",
    "behind_clan",
    "behind_particles",
    "honorifics",
    "is_bearer",
    "is_known",
    "is_namesake",
    "is_ordinary_word",
    "known_forms",
    "long_initials",
    "not_names",
    "sex_before",
    "surname_endings",
]


def after_honorific(tokens: Tokens, at: int) -> int | None:
    """Return the index behind an honorific («т.», «тов.», "Cdes."), or None where there is none.

    >>> after_honorific(Tokens("Т.Т.Стомонякову"), 0), after_honorific(Tokens("3 т. муки"), 1)
    (4, None)
    """
    folded = tokens.keys[at]
    if folded not in honorifics() or _is_unit(tokens, at):
        return None
    stop = _behind(tokens, at, folded)
    if stop is None or not tokens.joined(stop) or tokens.kinds[stop] != Kind.WORD:
        return None
    if not tokens.words[behind_particles(tokens, stop)][:1].isupper():
        return None
    # «Т. Я. Киселев» are initials, «т. Я. Киселеву» a comrade with one
    initials = tokens.words[at] in ("Т", "T") and stop == at + 2 and tokens.words[stop + 1] == "."
    return None if initials and len(tokens.words[stop]) < 3 else stop


def behind_particles(tokens: Tokens, at: int) -> int:
    """Return the index behind the small words that begin a surname: «фон Дирксен», «ван дер Гофф».

    >>> behind_particles(Tokens("фон Дирксену"), 0), behind_particles(Tokens("Дирксену"), 0)
    (1, 0)
    """
    stop = at
    while tokens.words[stop] in _particles() and tokens.joined(stop + 1) and stop - at < 3:
        stop += 1
    return stop


@cache
def _particles() -> frozenset[str]:
    return frozenset(words()["persons"]["particles"])


def _is_unit(tokens: Tokens, at: int) -> bool:
    """Tell whether «т.» is tonnes: a number or a multiplier stands before it."""
    before = at - 1 - (at > 1 and tokens.words[at - 1] == ".")
    if at == 0 or len(tokens.words[at]) > 1 or not tokens.words[at].islower():
        return False
    return tokens.kinds[before] == Kind.NUMBER or tokens.keys[before] in ("тыс", "млн", "тысяч", "тысячи")


def _behind(tokens: Tokens, at: int, folded: str) -> int | None:
    dotted = tokens.words[at + 1] == "."
    if dotted and folded in _doubled() and tokens.keys[at + 2] == folded:
        return at + 4 if tokens.words[at + 3] == "." else at + 3
    if dotted and folded in _dotted():
        return at + 2
    if folded == "г" and tokens.words[at + 1] == "-" and tokens.keys[at + 2] in _hyphened():
        return at + 3
    return at + 1 if folded in _full() else None


def sex_before(tokens: Tokens, at: int) -> str | None:
    """Return ``"f"`` where the honorific before a name tells a woman: «г-жу Петрову», else None.

    >>> sex_before(Tokens("г-жу Петрову"), 3), sex_before(Tokens("г-ну Петрову"), 3)
    ('f', None)
    """
    last = at - 1 - (at > 1 and tokens.words[at - 1] == ".")
    if at == 0 or tokens.keys[last] not in words()["honorifics"]["women"]:
        return None
    start = last - 2 if tokens.keys[last] in _hyphened() else last
    return "f" if start >= 0 and after_honorific(tokens, start) == at else None


@cache
def honorifics() -> frozenset[str]:
    """Return the words that may begin an honorific."""
    return _dotted() | _full() | _doubled() | {"г"}


@cache
def _dotted() -> frozenset[str]:
    return frozenset(words()["honorifics"]["dotted"])


@cache
def _hyphened() -> frozenset[str]:
    return frozenset(words()["honorifics"]["hyphened"])


@cache
def _doubled() -> frozenset[str]:
    return frozenset(words()["honorifics"]["doubled"])


@cache
def _full() -> frozenset[str]:
    return frozenset(words()["honorifics"]["full"])


# ---- one name --------------------------------------------------------------------------------------


@cache
def long_initials() -> frozenset[str]:
    """Return the short first names that are written like initials."""
    return frozenset(words()["persons"]["long_initials"])


@cache
def not_names() -> frozenset[str]:
    """Return the words that are no name even with a capital."""
    return frozenset(words()["persons"]["not_names"])


@cache
def surname_endings() -> tuple[str, ...]:
    """Return the endings by which a surname shows itself."""
    return tuple(words()["persons"]["surname_endings"])


def is_known(tokens: Tokens, at: int) -> bool:
    """Tell whether a known name starts at a token."""
    folded = tokens.keys[at]
    if folded in known_forms() or is_bearer(folded):
        return True
    tree = table("person_names")["tree"]
    return folded in tree and walk(tree, tokens, at) is not None


def is_bearer(folded: str) -> bool:
    """Tell whether someone in the vocabulary bears the name, in the nominative."""
    bearers = table("person_names")["bearers"]
    return folded in bearers or (folded.endswith("'s") and folded[:-2] in bearers)


@cache
def known_forms() -> dict[str, list[list[str]]]:
    """Return every case of the known Russian surnames."""
    forms: dict[str, list[list[str]]] = table("person_names")["forms"]
    return forms


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(key(word) for word in words()["persons"]["words"])


def is_ordinary_word(folded: str) -> bool:
    """Tell whether a known surname is an ordinary word too (Ягода, Кулик)."""
    known = known_forms().get(folded)
    names = {folded} | {key(name) for name, _, _ in known or ()}
    return bool(names & _ordinary_words())


def is_namesake(tokens: Tokens, at: int) -> bool:
    """Tell whether the name is a ship's, a town's or an order's."""
    if at == 0:
        return False
    before = at - 1
    if in_quotes(tokens, at):
        return True
    if tokens.words[before] == ".":
        before -= 1
        return before >= 0 and tokens.keys[before] in _namesakes() and tokens.words[before][0].islower()
    if tokens.keys[before] in _namesakes():
        return True
    return tokens.keys[before] in _before_towns() and _is_town(tokens.keys[at])


@cache
def _namesakes() -> frozenset[str]:
    return frozenset(words()["persons"]["namesakes"])


@cache
def _before_towns() -> frozenset[str]:
    return frozenset(words()["persons"]["before_towns"])


@cache
def _towns() -> frozenset[str]:
    return frozenset(key(word) for word in words()["persons"]["towns"])


def _is_town(folded: str) -> bool:
    return folded in _towns() or any(key(name) in _towns() for name, _, _ in known_forms().get(folded, ()))


# ---- East Asian names ------------------------------------------------------------------------------


def behind_clan(tokens: Tokens, at: int) -> int | None:
    """Return the index behind a clan name with its given names, «Ким Ир Сен», "Mao Tse-tung", or None.

    >>> behind_clan(Tokens("с Ким Ир Сеном"), 1), behind_clan(Tokens("Мао Цзэ-дуну"), 0)
    (4, 4)
    >>> behind_clan(Tokens("Ли в Москве"), 0) is None
    True
    """
    if tokens.words[at] not in _clans():
        return None
    stop = at + 1
    for _ in range(2):
        after = _given(tokens, stop)
        if after is None:
            break
        stop = after
        if tokens.words[stop - 2] == "-":
            break
    return stop if stop > at + 1 else None


def _given(tokens: Tokens, at: int) -> int | None:
    """Return the index behind one given name: a capitalised syllable or two, the second after a hyphen."""
    word = tokens.words[at]
    if not word.istitle() or tokens.breaks[at] or tokens.tight(at) or not _is_given(tokens.keys[at]):
        return None
    hyphen = tokens.words[at + 1] == "-" and tokens.tight(at + 1) and tokens.tight(at + 2)
    if hyphen and tokens.kinds[at + 2] == Kind.WORD and _is_given(tokens.keys[at + 2]):
        return at + 3
    return None if tokens.words[at + 1] == "." and len(word) == 1 else at + 1


def _is_given(folded: str) -> bool:
    vowels = sum(
        letter in _VOWELS and (i == 0 or folded[i - 1] not in _VOWELS) for i, letter in enumerate(folded)
    )
    return len(folded) <= _LONGEST_GIVEN and 1 <= vowels <= 3 and folded not in not_names()


_LONGEST_GIVEN = 8
_VOWELS = frozenset("аеиоуыэюяaeiouy")


@cache
def _clans() -> frozenset[str]:
    return frozenset(words()["persons"]["clans"])
