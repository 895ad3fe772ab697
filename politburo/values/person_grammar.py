"""The names of persons: ``т. Стомонякову``, ``Косиор И.``, ``Т.Т.Элиаве, Стомонякову``, ``I. Stalin``.

::

    person    = honorific name | known name
    honorific = "т." | "тт." | "т.т." | "тов." | "товарищ" … | "Cde." | "Comrade" | "C. C." | "г-н" | "г-жа" …
    name      = { initial } surname | surname { initial } | clan given { given }
    surname   = { particle } Name { "-" Name }   (* фон Дирксен *)
    list      = name { note } { "," name { note } } [ "и" name ]
    note      = "(" words ")"                    (* (председатель), (a, c) *)

Without an honorific only surnames of persons.toml are read, and not where they name a ship, a town or an
order; unknown ones with two initials, and East Asian names (Ким Ир Сен). A note mark fused to a name is
cut off. In a list (:func:`read_name`, :func:`read_person_list`) any capitalised word is a name; its case is
given by the caller or found by what all the names of the list can stand in.

To add an honorific or a word that makes a name no person's: ``vocabulary/data/names.toml``.
"""

from __future__ import annotations

from typing import NamedTuple

from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens, key
from politburo.values.body_grammar import read_body, read_known_body
from politburo.values.body_tree import walk
from politburo.values.inflection import common_case, is_cyrillic, nominative
from politburo.values.names import Body, Person
from politburo.values.note_marks import behind_marks
from politburo.values.person_words import (
    after_honorific,
    behind_clan,
    behind_particles,
    honorifics,
    is_bearer,
    is_known,
    is_namesake,
    is_ordinary_word,
    known_forms,
    long_initials,
    not_names,
    sex_before,
    surname_endings,
)
from politburo.vocabulary import table

__all__ = [
    "after_honorific",
    "read_name",
    "read_person",
    "read_person_list",
    "read_whole_person",
]

_MOST_WORDS = 3


class _Name(NamedTuple):
    """A name in the text: the tokens of the surname, of the initials, and the whole."""

    start: int
    surname: tuple[int, int]
    initials: str
    stop: int


def read_person(tokens: Tokens, at: int, case: str | None = None) -> Found[Person] | None:
    """Read the person named behind an honorific at a token, or a known name that starts there.

    The span is the name's without the honorific. ``case`` is the grammatical case of the name, where the
    sentence tells it (``"dative"``).

    >>> found = read_person(Tokens("Поручить т. Юреневу добиваться"), 1)
    >>> found.value, found.stop
    (Person.parse('Юренев'), 4)
    >>> read_person(Tokens("наградить орденом Ленина"), 2) is None
    True
    """
    folded = tokens.keys[at]
    if tokens.words[at] == folded and folded not in honorifics():
        return None
    start = after_honorific(tokens, at)
    if start is not None:
        name = _name(tokens, start)
        return None if name is None else _found(tokens, name, case)
    return _known_person(tokens, at, case)


def _name(tokens: Tokens, at: int) -> _Name | None:
    """Find the extent of a name that the context says starts at a token."""
    before, start = _initials(tokens, at)
    stop = _surname(tokens, start)
    if stop == start or not tokens.joined(start):
        return None
    after, end = ("", stop) if before else _initials(tokens, stop, behind=True)
    return _Name(at, (start, stop), before or after, end)


def _initials(tokens: Tokens, at: int, *, behind: bool = False) -> tuple[str, int]:
    """Return the initials that start at a token, without spaces, and the index behind them."""
    index, letters = at, ""
    while _is_initial(tokens, index, behind=behind) and index - at < 6:
        if (index > at or behind) and tokens.breaks[index]:
            break
        letters += tokens.words[index] + "."
        index += 2
        if tokens.words[index] in ("-", "‑") and tokens.tight(index) and tokens.tight(index + 1):
            # «Э.-А.А. Силлари»: a double name.
            letters, index = letters + "-", index + 1
    return letters.rstrip("-"), index


def _is_initial(tokens: Tokens, at: int, *, behind: bool) -> bool:
    word = tokens.words[at]
    if tokens.words[at + 1] != "." or not tokens.tight(at + 1) or not word[:1].isupper():
        return False
    if len(word) == 1:
        # «т. Косиор. И поручить»: an initial behind a name is no sentence's first word
        return tokens.kinds[at] == Kind.WORD
    return key(word) in long_initials() and (behind or len(word) <= 2)


def _surname(tokens: Tokens, at: int) -> int:
    """Return the index behind a surname: one word with its hyphens, or a known name of several."""
    known = walk(table("person_names")["tree"], tokens, at)
    if known is not None and tokens.words[at][:1].isupper():
        return known.stop
    clan = behind_clan(tokens, at)
    if clan is not None:
        return clan
    begun, at = at, behind_particles(tokens, at)
    if not _could_be_name(tokens, at):
        return begun
    stop = _hyphened(tokens, at)
    if tokens.keys[at] in known_forms() or is_bearer(tokens.keys[at]):
        return stop
    while stop - at < _MOST_WORDS and _goes_on(tokens, stop):
        stop = _hyphened(tokens, stop)
    return stop


def _hyphened(tokens: Tokens, at: int) -> int:
    stop = at + 1
    while tokens.words[stop] in ("-", "‑") and tokens.tight(stop) and tokens.tight(stop + 1):
        if tokens.kinds[stop + 1] != Kind.WORD:
            break
        stop += 2
    return stop


def _could_be_name(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return (
        tokens.kinds[at] == Kind.WORD
        and word[0].isupper()
        and len(word) > 1
        and tokens.keys[at] not in not_names()
    )


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a further capitalised word belongs to the name: «Мао Цзэдун», not «Элиава Выписки»."""
    if not _could_be_name(tokens, at) or tokens.breaks[at] or tokens.words[at].isupper():
        return False
    return tokens.words[at + 1] != "." and read_known_body(tokens, at) is None


def _found(tokens: Tokens, name: _Name, case: str | None) -> Found[Person]:
    start, stop = name.surname
    written = tokens.reading(start, stop)
    possessive = written.endswith(("'s", "’s"))
    # «Ван Мина» is no woman's name
    sex = "m" if behind_clan(tokens, start) is not None else sex_before(tokens, name.start)
    surname = nominative(_lowered(written[:-2] if possessive else written), case, sex)
    span = tokens.span(name.start, name.stop)
    if possessive and stop == name.stop:
        span = Span(span.start, span.stop - 2)
    after, noise = behind_marks(tokens, name.start, name.stop)
    return Found(Person(surname.replace("’", "'"), name.initials, span=span), after, noise)


def _lowered(surname: str) -> str:
    """Return a surname set in capitals as it is usually written: СТАЛИН → Сталин."""
    if not surname.isupper() or len(surname) < 3:
        return surname
    return "".join(
        letter if i == 0 or surname[i - 1] in " -" else letter.lower() for i, letter in enumerate(surname)
    )


# ---- known names without an honorific --------------------------------------------------------------


def _known_person(tokens: Tokens, at: int, case: str | None) -> Found[Person] | None:
    if not tokens.words[at][:1].isupper() or tokens.kinds[at] != Kind.WORD:
        return None
    if _is_initial(tokens, at, behind=False):
        return _behind_initials(tokens, at, case)
    known = is_known(tokens, at) or behind_clan(tokens, at) is not None
    if not known and not _before_initials(tokens, at):
        return None
    name = None if is_namesake(tokens, at) else _name(tokens, at)
    if name is None or (not name.initials and is_ordinary_word(tokens.keys[at])):
        return None
    return _found(tokens, name, case)


def _before_initials(tokens: Tokens, at: int) -> bool:
    """Tell whether an unknown surname stands before its initials: «Свердлову Я.М.», «Рейнгольда И.»."""
    if tokens.words[at + 2] != "." or len(tokens.words[at + 1]) > 2 or tokens.breaks[at + 1]:
        return False
    letters, _ = _initials(tokens, at + 1, behind=True)
    if not letters or len(tokens.keys[at]) < 5:
        return False
    return key(nominative(tokens.words[at])).endswith(surname_endings())


def _behind_initials(tokens: Tokens, at: int, case: str | None) -> Found[Person] | None:
    """Read «И. СТАЛИН», «Н. И. Вавилову»: an unknown surname needs two initials or a telling ending."""
    letters, start = _initials(tokens, at)
    if start == at or not _could_be_name(tokens, start) or tokens.breaks[start]:
        return None
    telling = tokens.keys[start].endswith(surname_endings()) and len(tokens.words[start]) > 4
    two = letters.count(".") > 1 and len(tokens.words[start]) > 3
    if not (is_known(tokens, start) or telling or two) or is_namesake(tokens, at):
        return None
    name = _name(tokens, at)
    return None if name is None else _found(tokens, name, case)


def read_name(tokens: Tokens, at: int, case: str | None = None) -> Found[Person | Body] | None:
    """Read one entry of a list of names: a body, or any capitalised words as a person.

    >>> read_name(Tokens("Вегеру (шифр)"), 0, "dative").value
    Person.parse('Вегер')
    >>> read_name(Tokens("the CC of Uzbekistan"), 1).value
    Body.parse('TSK_UZ')
    """
    start = after_honorific(tokens, at)
    entry = _entry(tokens, at if start is None else start, case or _case_beside(tokens, at))
    if entry is None or start is not None or isinstance(entry.value, Body) or is_known(tokens, at):
        return entry
    # «Монгольскому руководству»: in a list a name is followed by a mark or «и», not by a common word
    after = tokens.kinds[entry.stop] == Kind.WORD and not tokens.breaks[entry.stop]
    return None if after and tokens.keys[entry.stop] not in ("и", "and") else entry


def _case_beside(tokens: Tokens, at: int) -> str | None:
    """Return the dative for a word in -а or -я beside one that is surely a dative: «Лепа, Яковлеву»."""
    if tokens.keys[at][-1:] not in ("а", "я") or tokens.kinds[at] != Kind.WORD:
        return None
    beside = [tokens.words[at + 2]] if tokens.words[at + 1] in (",", ";") and tokens.joined(at + 2) else []
    if at > 1 and tokens.words[at - 1] in (",", ";") and tokens.joined(at):
        beside.append(tokens.words[at - 2])
    names = [word for word in beside if word[:1].isupper() and len(word) > 2]
    return "dative" if names and common_case(names) == "dative" else None


def _entry(tokens: Tokens, start: int, case: str | None) -> Found[Person | Body] | None:
    if not tokens.words[start][:1].isupper() and tokens.words[start][:1] not in '«“"':
        return read_known_body(tokens, start)
    body = None if is_known(tokens, start) else read_body(tokens, start)
    if body is not None and (body.value.id or not is_cyrillic(tokens.words[start]) or body.stop - start == 1):
        return body
    name = _name(tokens, start)
    if body is not None and (name is None or body.stop > name.stop):
        return body
    return None if name is None else _found(tokens, name, case)


def read_person_list(
    tokens: Tokens, at: int, case: str | None = None
) -> Found[tuple[Person | Body, ...]] | None:
    """Read the persons (and bodies) of a list behind an honorific, or from its first name on.

    Names are joined by commas and «и»; notes in brackets behind a name are passed over. Without a ``case``
    the one that all the names can stand in is taken.

    >>> found = read_person_list(Tokens("т.т. Рудзутака (председатель), Пятакова и Шатова в срок"), 0)
    >>> [str(person) for person in found.value]
    ['Рудзутак', 'Пятаков', 'Шатов']
    """
    start = after_honorific(tokens, at)
    start = at if start is None else start
    entries: list[tuple[int, Found[Person | Body]]] = []
    index: int | None = start
    while index is not None:
        entry = _listed(tokens, index, case)
        if entry is None:
            break
        entries.append((index, entry))
        index = _next_entry(tokens, _behind_note(tokens, entry.stop))
    if not entries:
        return None
    if case is None:
        entries = _in_common_case(tokens, entries)
    noise = tuple(noise for _, entry in entries for noise in entry.noise)
    return Found(tuple(entry.value for _, entry in entries), entries[-1][1].stop, noise)


def _listed(tokens: Tokens, at: int, case: str | None) -> Found[Person | Body] | None:
    start = after_honorific(tokens, at)
    return _entry(tokens, at if start is None else start, case)


def _in_common_case(
    tokens: Tokens, entries: list[tuple[int, Found[Person | Body]]]
) -> list[tuple[int, Found[Person | Body]]]:
    persons = [e.value for _, e in entries if isinstance(e.value, Person)]
    case = common_case(_written(tokens, person) for person in persons)
    if case is None or len(persons) < 2:
        return entries
    again = [(at, _listed(tokens, at, case)) for at, _ in entries]
    return [(at, entry) for at, entry in again if entry is not None]


def _written(tokens: Tokens, person: Person) -> str:
    """Return the last word of the surname as it stands in the text, the initials taken off."""
    written = person.span.of(tokens.text) if person.span else person.surname
    if key(written) in known_forms():
        return written
    surname = [word for word in written.replace(".", " ").split() if len(word) > 1]
    return surname[-1] if surname else written


def _behind_note(tokens: Tokens, at: int) -> int:
    if tokens.words[at] != "(":
        return at
    stop = at + 1
    while tokens.words[stop] not in (")", "") and tokens.joined(stop) and stop - at < 14:
        stop += 1
    return stop + 1 if tokens.words[stop] == ")" else at


def _next_entry(tokens: Tokens, at: int) -> int | None:
    """Return the index of the next name of the list, or None where the list ends."""
    index = at
    while tokens.keys[index] in (",", "и", "and", "the") and tokens.joined(index):
        index += 1
    return index if index > at and tokens.joined(index) else None


def read_whole_person(tokens: Tokens, at: int) -> Found[Person] | None:
    """Read a person that is the whole text: any capitalised name, in any case."""
    found = read_person(tokens, at)
    if found is not None and found.stop == len(tokens):
        return found
    name = _name(tokens, at)
    return found if name is None else _found(tokens, name, None)
