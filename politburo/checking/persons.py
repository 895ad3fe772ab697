"""Persons held against their days: an extract sent to somebody who had died."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from politburo.checking.places import day_of, decisions, said
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


def find_dead(document: Document) -> Iterator[Remark]:
    """Yield the persons who report, are charged, sign or are sent an extract after their death."""
    seen = set[object]()
    for entity, witness, decision in decisions(document):
        day = day_of(witness, decision)
        for person, where in _acting(entity, decision) if day is not None else ():
            place = person.span or (where, person)
            dead = _dead(person, day) if day is not None and place not in seen else None
            if dead is not None and day is not None:
                seen.add(place)
                yield _remark(document, _Acting(person, where), day, dead)


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
    return max(records, key=lambda record: str(record["died"]))


def _had_died(record: dict[str, Any], day: PartialDate) -> bool:
    verified = record.get("life_status", record["dates_status"]) == "verified"
    return verified and "died" in record and not Spell(None, record["died"]).includes(day)


def _remark(document: Document, acting: _Acting, day: PartialDate, record: dict[str, Any]) -> Remark:
    name = " ".join(filter(None, (record["surname_ru"], record.get("initials_ru", ""))))
    # A surname alone may be that of another, of whom the vocabulary does not know.
    namesake = "" if acting.person.initials else ", or another of that name is meant"
    stands = f"{said(document, acting.person)} in a paper of {day}"
    message = f"{stands}: expected somebody alive, for {name} died on {record['died']}{namesake}"
    level = None if acting.person.initials else Level.NOTE
    return Remark(message, acting.person.span, acting.entity, level)


_EXTRACT = """\
ПРОТОКОЛ № 12
заседания Политбюро ЦК ВКП(б) от 14 мая {} г.

3.- О торговле.

Обязать Госбанк выплатить 20.000 иен.

Выписки посланы: т. Крестинскому Н.Н.
"""

RULES = (
    Rule(
        "person-after-death",
        Level.WARNING,
        "somebody is charged, reports, signs or is sent an extract after his death",
        "Whoever acts in a decision or is sent an extract must have been alive on its day. Only dates of "
        "death that were verified count, and everybody of that name whom the vocabulary knows must have "
        "died. A surname without initials is remarked on in a note: another of that name may be meant.",
        "The year of the paper or the name was read wrongly, or the addressee is a namesake whom an index "
        "would put under the wrong man.",
        _EXTRACT.format("1939"),
        _EXTRACT.format("1935"),
        find_dead,
    ),
)
