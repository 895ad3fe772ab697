"""Names in the case in which a paper has them: ``Стомоняков`` is sent an extract as «т. Стомонякову».

The cases of bodies with an entry, and of the surnames of the vocabulary, are looked up; any other
surname is declined by the endings of ``names.toml``, read forwards. Whatever comes out is read back
before it is used: a form that would be read as another name is left undeclined.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from politburo.tokens import key
from politburo.values.inflection import is_cyrillic, nominative
from politburo.values.names import Body, Person
from politburo.vocabulary import table

__all__ = ["body_in", "person_in", "surname_in"]

_LETTERS = {"nominative": "n", "genitive": "g", "dative": "d", "accusative": "a"}


def surname_in(surname: str, case: str) -> str:
    """Return a surname in a case; as it is where it is not Russian or has no such form.

    >>> [surname_in("Стомоняков", case) for case in ("dative", "genitive")]
    ['Стомонякову', 'Стомонякова']
    >>> [surname_in(name, "dative") for name in ("Элиава", "Ведерников", "Дуглас-Хьюм")]
    ['Элиаве', 'Ведерникову', 'Дуглас-Хьюму']
    """
    if not is_cyrillic(surname) or case == "nominative":
        return surname
    known = _known().get((key(surname), _LETTERS[case]))
    if known is not None:
        return _with_capitals(surname, known)
    return next((form for form in _formed(surname, case) if nominative(form, case) == surname), surname)


def person_in(person: Person, case: str) -> str:
    """Return a person's name in a case, the initials behind the surname.

    >>> person_in(Person("Косиор", "С.В."), "dative")
    'Косиору С.В.'
    """
    return f"{surname_in(person.surname, case)} {person.initials}".strip()


def body_in(body: Body, case: str) -> str:
    """Return the Russian name of a body in a case; a name without an entry stays in the nominative.

    >>> body_in(Body(id="GOSBANK"), "dative"), body_in(Body(id="NKVT"), "dative")
    ('Госбанку', 'НКВТ')
    """
    cases = table("writing")["bodies"].get(body.id) if body.id else None
    return str(cases[case]) if cases else str(body)


@cache
def _known() -> dict[tuple[str, str], str]:
    """Return the forms of known surnames by nominative and case, a man's before a woman's."""
    found: dict[tuple[str, str], str] = {}
    for form, rows in table("person_names")["forms"].items():
        for surname, cases, _ in rows:
            for case in cases:
                found.setdefault((key(surname), case), form)
    return found


def _with_capitals(surname: str, form: str) -> str:
    """Give a form of the vocabulary (lower case) the letters and the capitals of the surname."""
    folded = key(surname)
    same = next((i for i, (a, b) in enumerate(zip(folded, form, strict=False)) if a != b), len(folded))
    same = min(same, len(surname), len(form))
    return surname[:same] + form[same:] if "-" not in form[same:] else form.title()


def _formed(surname: str, case: str) -> Iterator[str]:
    """Yield the forms that the endings of surnames allow, the longest ending first."""
    head, dash, last = surname.rpartition("-")
    for length in range(min(5, len(last) - 1), -1, -1):
        ending = last[len(last) - length :].lower()
        for written, after in _endings().get((ending, _LETTERS[case]), ()):
            stem = last[: len(last) - length]
            if not after or stem[-1:].lower() in after:
                yield f"{head}{dash}{stem}{written}"


@cache
def _endings() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return the endings of each case by that of the nominative, with the letters they may stand behind."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for ending, rules in table("name_words")["endings"]["surname"].items():
        for plain, cases, after, sex, *_ in rules:
            for case in cases if sex != "f" else ():
                found.setdefault((plain, case), []).append((ending, after))
    return found
