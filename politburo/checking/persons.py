"""Persons held against their days: an extract sent to somebody who had died or was under arrest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from politburo.checking.places import day_of_paper, decisions, said
from politburo.checking.rule import Remark, Rule
from politburo.checking.spells import Spell
from politburo.findings import Level
from politburo.records import Decision, Document
from politburo.values.dates import PartialDate
from politburo.values.names import Person

__all__ = ["RULES"]


class _Acting(NamedTuple):
    """A person who acts or is written to, and of what the records say it."""

    person: Person
    entity: str


# So many years after a death a surname without initials may still be the dead man's.
_REMEMBERED = 5


def find_dead(document: Document) -> Iterator[Remark]:
    """Yield the persons who act or are sent an extract after their death."""
    seen = set[object]()
    for acting, day in _all_acting(document):
        place = acting.person.span or acting
        dead = _dead(acting.person, day) if place not in seen else None
        if dead is not None:
            seen.add(place)
            yield _remark(document, acting, day, dead)


def _all_acting(document: Document) -> Iterator[tuple[_Acting, PartialDate]]:
    """Yield who was present or acts, and the day by which that is judged."""
    for witness in document.witnesses:
        day = day_of_paper(document, witness)
        present = (person for group in witness.protocol.attendance for person in group.persons)
        yield from ((_Acting(person, witness.key), day) for person in present if day is not None)
    for entity, witness, decision in decisions(document):
        own = day_of_paper(document, witness, decision)
        yield from ((acting, own) for acting in _acting(entity, decision) if own is not None)


def _acting(entity: str, decision: Decision) -> Iterator[_Acting]:
    told = (recipient.party for recipient in decision.recipients)
    for party in (*decision.speakers, *told, *decision.signatories):
        if isinstance(party, Person):
            yield _Acting(party, entity)
    for directive in decision.directives:
        for order in directive.orders:
            for party in order.responsible:
                if isinstance(party, Person):
                    yield _Acting(party, f"{entity}/{'/'.join(directive.path)}")


def _dead(person: Person, day: PartialDate) -> dict[str, Any] | None:
    """Return the record of the one who may be meant, if nobody of the name was alive by verified dates."""
    records = person.entry
    if not records or not all(_had_died(record, day) for record in records):
        return None
    last = max(records, key=lambda record: str(record["died"]))
    # Long after his death a surname alone is another's of whom the vocabulary knows nothing.
    forgotten = (day.year or 0) - int(str(last["died"])[:4]) > _REMEMBERED
    return None if forgotten and not person.initials else last


def _had_died(record: dict[str, Any], day: PartialDate) -> bool:
    verified = record.get("life_status", record["dates_status"]) == "verified"
    return verified and "died" in record and not Spell(None, record["died"]).includes(day)


def _remark(document: Document, acting: _Acting, day: PartialDate, record: dict[str, Any]) -> Remark:
    stands = f"{said(document, acting.person)} in a paper of {day}"
    message = f"{stands}: expected somebody alive, for {_name(record)} died on {record['died']}"
    level = None if acting.person.initials else Level.NOTE
    return Remark(message + _namesake(acting.person), acting.person.span, acting.entity, level)


def _name(record: dict[str, Any]) -> str:
    return " ".join(filter(None, (record["surname_ru"], record.get("initials_ru", ""))))


def _namesake(person: Person) -> str:
    """Return the doubt about a surname alone: it may be that of another, of whom nothing is known."""
    return "" if person.initials else ", or another of that name is meant"


def find_arrested(document: Document) -> Iterator[Remark]:
    """Yield the persons who act or are sent an extract while they were under arrest."""
    seen = set[object]()
    for acting, day in _all_acting(document):
        place, records = acting.person.span or acting, acting.person.entry
        if place not in seen and records and all(_was_arrested(record, day) for record in records):
            seen.add(place)
            yield _arrest(document, acting, day, records[0])


def _was_arrested(record: dict[str, Any], day: PartialDate) -> bool:
    if "arrested" not in record or not Spell(None, record.get("died")).includes(day):
        return False
    arrested = Spell(None, record["arrested"], record["arrested_status"] == "verified")
    return not arrested.includes(day)


def _arrest(document: Document, acting: _Acting, day: PartialDate, record: dict[str, Any]) -> Remark:
    verified = record["arrested_status"] == "verified"
    doubt = Spell(None, None, verified).doubt
    stands = f"{said(document, acting.person)} in a paper of {day}"
    why = f"{_name(record)} was arrested on {record['arrested']}{doubt}"
    message = f"{stands}: expected somebody in office, for {why}{_namesake(acting.person)}"
    level = None if verified and acting.person.initials else Level.NOTE
    return Remark(message, acting.person.span, acting.entity, level)


_EXTRACT = """\
ПРОТОКОЛ № 12
заседания Политбюро ЦК ВКП(б) от 14 мая {} г.

3.- О торговле.

Обязать Госбанк выплатить 20.000 иен.

Выписки посланы: т. Крестинскому Н.Н.
"""

_ORDER = """\
ПРОТОКОЛ № 12
заседания Политбюро ЦК ВКП(б) от 14 августа {} г.

3.- О торговле.

Обязать Госбанк выплатить 20.000 иен.

Выписки посланы: т. Акулову И.А.
"""

RULES = (
    Rule(
        "person-after-death",
        Level.WARNING,
        "somebody is present, charged, reports, signs or is sent an extract after his death",
        "Whoever acts in a decision, is present or is sent an extract must have been alive on its day. Only "
        "dates of death that were verified count, and everybody of that name whom the vocabulary knows must "
        "have died. A surname without initials is remarked on in a note: another of that name may be meant.",
        "The year of the paper or the name was read wrongly, or the addressee is a namesake whom an index "
        "would put under the wrong man.",
        _EXTRACT.format("1939"),
        _EXTRACT.format("1935"),
        find_dead,
    ),
    Rule(
        "person-under-arrest",
        Level.WARNING,
        "somebody is present, charged, reports, signs or is sent an extract while under arrest",
        "Whoever acts in a decision, is present or is sent an extract must have been in office. That one "
        "office had ended shows little, since most officials went on to another; an arrest from which they "
        "did not come back shows it. The finding is a note where the day of the arrest is general knowledge "
        "only (a month is then allowed for), or where a surname stands without initials.",
        "The year of the paper or the name was read wrongly, or the addressee is a namesake whom an index "
        "would put under the wrong man.",
        _ORDER.format("1937"),
        _ORDER.format("1935"),
        find_arrested,
    ),
)
