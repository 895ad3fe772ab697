"""Presence lists held against who had been elected: a member of the Politburo who was none that year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from politburo.checking.places import day_of_paper, said
from politburo.checking.rule import Remark, Rule
from politburo.checking.spells import Spell
from politburo.findings import Level
from politburo.records import Attendance, Document, Witness
from politburo.values.dates import PartialDate
from politburo.values.names import Body, Person
from politburo.vocabulary import table

__all__ = ["RULES"]

# Who was not re-elected leaves by the handbooks with the congress's first day, and sat on until its last.
_CONGRESS = dt.timedelta(days=31)
# Whose composition was held against lists read in sources; of the others only verified terms are used.
_COMPLETE = frozenset({"PB", "PREZIDIUM_TSK"})
Term = dict[str, str]


class _Listed(NamedTuple):
    """A person of a presence list: in which witness and group, and on which day."""

    person: Person
    group: Attendance
    witness: Witness
    day: PartialDate


def find_unlisted(document: Document) -> Iterator[Remark]:
    """Yield those listed as members or candidates of an organ who had not been elected to it."""
    for listed in _listed(document):
        terms, known = _terms(listed.group.body), {record["id"] for record in listed.person.entry}
        own = [term for term in terms if term["person"] in known]
        elected = _elected(listed.group.body, listed.group.rank, listed.day)
        # Lists of 1922 name the candidates among the members: any rank will do.
        if elected and _is_known(listed, own) and not any(_held(term, listed.day) for term in own):
            yield _remark(document, listed, elected, own)


def _is_known(listed: _Listed, own: list[Term]) -> bool:
    """Tell whether enough is known of the organ, or of the person's terms in it, to remark at all."""
    complete = listed.group.body is not None and listed.group.body.id in _COMPLETE
    return complete or _is_verified(own)


def _is_verified(own: list[Term]) -> bool:
    return bool(own) and all(term["status"] == "verified" for term in own)


def _listed(document: Document) -> Iterator[_Listed]:
    for witness in document.witnesses:
        day = day_of_paper(document, witness)
        for group in witness.protocol.attendance if day is not None else ():
            for person in group.persons:
                if group.rank and day is not None:
                    yield _Listed(person, group, witness, day)


@lru_cache(maxsize=256)
def _elected(body: Body | None, rank: str, day: PartialDate) -> tuple[Term, ...]:
    """Return the terms of those who held a rank on a day."""
    return tuple(term for term in _terms(body) if _rank(term) == rank and _held(term, day))


def _terms(body: Body | None) -> list[Term]:
    terms: list[Term] = table("members").get(body.id, []) if body else []
    return terms


def _rank(term: Term) -> str:
    return "candidate" if term["rank"] == "candidate" else "member"


def _held(term: Term, day: PartialDate) -> bool:
    return Spell(term["from"], term["to"], verified=False, margin=_CONGRESS).includes(day)


def _remark(document: Document, listed: _Listed, elected: Sequence[Term], own: list[Term]) -> Remark:
    verified = _is_verified(own)
    among = f"{said(document, listed.person)} among the {listed.group.rank}s in a list of {listed.day}"
    expected = ", ".join(dict.fromkeys(_name(term, listed.witness.language) for term in elected))
    why = f"was {_times(own)}" if own else "is not known to have been one"
    doubt = "" if verified else " (general knowledge, not verified)"
    name = _name(own[0], listed.witness.language) if own else str(listed.person)
    message = f"{among}: expected one of {expected}, for {name} {why}{doubt}"
    return Remark(message, listed.person.span, listed.witness.key, None if verified else Level.NOTE)


def _name(term: Term, language: str) -> str:
    record: dict[str, Any] = table("persons")[term["person"]]
    return str(record["surname_ru" if language == "ru" else "name_en"])


def _times(terms: list[Term]) -> str:
    return ", ".join(f"{_rank(term)} {Spell(term['from'], term['to'])}" for term in terms)


_PRESENT = """\
ПРОТОКОЛ № 65
заседания Политбюро ЦК РКП(б) от 4 июня 1925 г.

Присутствовали:
Члены Политбюро: т.т. Бухарин, {}, Каменев, Сталин.

СЛУШАЛИ:
3. О закупке скота.

ПОСТАНОВИЛИ:
3. Отпустить НКВТ 20.000 червонцев.
"""

RULES = (
    Rule(
        "attendee-unlisted",
        Level.WARNING,
        "somebody is listed as a member or candidate who was not elected",
        "Whoever a presence list names among the members or candidates of the Politburo, the Presidium, the "
        "Orgburo or the Secretariat must have been elected to it by then, in whichever of the two ranks; a "
        "month on either side is allowed for. Others may be present: members of the Central Committee and "
        "those who came for a body are not looked at. Where somebody's terms are general knowledge only, or "
        "nobody of that name is known to have been elected, the finding is a note, and only on lists of the "
        "Politburo and the Presidium, whose members are known best.",
        "A name was misread, or the year of the paper was; and who was present is what such lists are "
        "consulted for.",
        _PRESENT.format("Ворошилов"),
        _PRESENT.format("Зиновьев"),
        find_unlisted,
    ),
)
