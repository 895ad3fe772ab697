"""Bodies held against their lifetimes: no Council of Ministers in 1941, no «Наркомснаб» in 1937."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from politburo.checking.places import (
    Place,
    between,
    day_of_paper,
    decisions,
    directives,
    has_phrase,
    passage,
    said,
    words_before,
)
from politburo.checking.rule import Remark, Rule
from politburo.checking.spells import Spell
from politburo.findings import Level
from politburo.records import Decision, Directive, Document
from politburo.values.dates import PartialDate
from politburo.values.names import Body
from politburo.vocabulary import table

__all__ = ["RULES"]

# Case endings are cut before two forms are compared; a short form is no ground by itself.
_ENDING = 2
_TOO_SHORT = 2


class _Naming(NamedTuple):
    """A body named, by which entity, on which day, and in which directive."""

    body: Body
    entity: str
    day: PartialDate | None
    directive: Directive | None = None


def find_anachronisms(document: Document) -> Iterator[Remark]:
    """Yield the bodies named outside their lifetime."""
    seen = set[object]()
    for naming in _namings(document):
        body, day = naming.body, naming.day
        place = (body.span or naming.entity, body.id)
        if body.entry is None or day is None or place in seen:
            continue
        seen.add(place)
        spells = _spells(body.entry)
        if not any(spell.includes(day) for spell in spells) and not _excused(document, naming, spells):
            yield _remark(document, naming, spells)


def _namings(document: Document) -> Iterator[_Naming]:
    for witness in document.witnesses:
        day = day_of_paper(document, witness)
        yield from (_Naming(body, witness.key, day) for body in witness.protocol.bodies)
    for place in directives(document):
        yield from _in_directive(place, day_of_paper(document, place.witness, place.decision))
    for entity, witness, decision in decisions(document):
        yield from _around(entity, decision, day_of_paper(document, witness, decision))


def _in_directive(place: Place, day: PartialDate | None) -> Iterator[_Naming]:
    told = [party for order in place.directive.orders for party in order.responsible]
    for body in (*place.directive.bodies, *told):
        if isinstance(body, Body):
            yield _Naming(body, place.entity, day, place.directive)


def _around(entity: str, decision: Decision, day: PartialDate | None) -> Iterator[_Naming]:
    """Yield the bodies that reported or were sent an extract."""
    for body in (*decision.speakers, *(recipient.party for recipient in decision.recipients)):
        if isinstance(body, Body):
            yield _Naming(body, entity, day)


def _spells(entry: dict[str, Any]) -> list[Spell]:
    """Return the times in which a body existed: two where it was interrupted, none known where undated."""
    founded, abolished, gap = entry.get("founded"), entry.get("abolished"), entry.get("interrupted")
    if entry.get("lifetime_status") != "verified":
        return [Spell(_exact_founding(entry), None, verified=False)]
    if gap:
        return [Spell(founded, gap[0]), Spell(gap[1], abolished)]
    return [Spell(founded, abolished)]


def _exact_founding(entry: dict[str, Any]) -> str | None:
    """Return the founding day of a body whose lifetime was not verified, if it is known to the day.

    Unverified ends are not used: names live on. Governments and commissions had namesakes before.
    """
    founded: str | None = entry.get("founded")
    vague = entry["kind"] in ("foreign", "commission") or entry.get("lifetime_status") == "uncertain"
    return None if vague or founded is None or len(founded) < len("1946-03-15") else founded


def _excused(document: Document, naming: _Naming, spells: list[Spell]) -> bool:
    return (
        _borne_by_another(document, naming)
        or _is_past(document, naming, spells)
        or _is_being_founded(document, naming, spells)
    )


def _borne_by_another(document: Document, naming: _Naming) -> bool:
    """Tell whether another body bore the name then, or the form is too short to tell whose it is."""
    body, form = naming.body, passage(document, naming.body.span)
    if not form or body.entry is None or naming.day is None:
        return False
    for same in body.entry.get("same_name", ()):
        if _is_form(form, same["names"]) and Spell(same.get("from"), same.get("to")).includes(naming.day):
            return True
    others = [table("agencies")[other] for other in _bearers().get(_folded(form), ()) if other != body.id]
    alive = any(spell.includes(naming.day) for other in others for spell in _spells(other))
    return alive or sum(letter.isalpha() for letter in form) <= _TOO_SHORT


def _is_form(form: str, names: list[str]) -> bool:
    """Tell whether a form is one of the names, in any case."""
    words = [_folded(word) for word in form.split()]
    stems = [
        _folded(name) if name.isupper() else _folded(name)[: max(4, len(name) - _ENDING)] for name in names
    ]
    return any(word.startswith(stem) for stem in stems for word in words)


def _folded(form: str) -> str:
    return form.casefold().replace("ё", "е").strip('«»"“”.')


@cache
def _bearers() -> dict[str, tuple[str, ...]]:
    """Return which bodies an abbreviation can stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in table("agencies").items():
        for form in (*entry.get("abbr_ru", ()), *entry.get("abbr_en", ())):
            found[_folded(form)] = (*found.get(_folded(form), ()), name)
    return found


def _is_past(document: Document, naming: _Naming, spells: list[Spell]) -> bool:
    """Tell whether the body is named as a thing of the past: «бывш. …», a paper of its time."""
    before = words_before(document, naming.body.span)
    if has_phrase(before[-2:], "former"):
        return True
    if not has_phrase(before[-4:], "papers"):
        return False
    gone = any(_is_over(spell, naming.day) for spell in spells)
    return gone or any(_dates(document, naming.body, date, spells) for date in _cited(naming.directive))


def _is_over(spell: Spell, day: PartialDate | None) -> bool:
    return day is not None and not Spell(None, spell.end, spell.verified).includes(day)


def _cited(directive: Directive | None) -> tuple[PartialDate, ...]:
    return directive.dates if directive is not None else ()


def _dates(document: Document, body: Body, date: PartialDate, spells: list[Spell]) -> bool:
    """Tell whether a date right behind the body is that of its paper, in its lifetime."""
    near = body.span is not None and date.span is not None and date.span.start - body.span.stop >= 0
    return (
        near and len(between(document, body.span, date.span)) <= 3 and any(s.includes(date) for s in spells)
    )


def _is_being_founded(document: Document, naming: _Naming, spells: list[Spell]) -> bool:
    """Tell whether the decision founds a body that did not exist yet."""
    directive = naming.directive
    if directive is None or all(_is_over(spell, naming.day) for spell in spells):
        return False
    actions = [
        action for order in directive.orders for action in (order.action, *order.tasks) if action is not None
    ]
    if any(action.name == "create" for action in actions):
        return True
    return directive.span is not None and has_phrase(words_before(document, naming.body.span), "to_create")


def _remark(document: Document, naming: _Naming, spells: list[Spell]) -> Remark:
    body, verified = naming.body, all(spell.verified for spell in spells)
    lifetime = " and ".join(str(spell) for spell in spells)
    existed = f"{body.label('en')} existed {lifetime}{spells[0].doubt}"
    message = f"{said(document, body)} in a paper of {naming.day}: expected another body, for {existed}"
    return Remark(message, body.span, naming.entity, None if verified else Level.NOTE)


_SUPPLY = """\
ПРОТОКОЛ № {}
заседания Политбюро ЦК ВКП(б) от 28 сентября {} г.

п. 4: О хлебе.
Наркомснабу отпустить сдатчикам хлопка 85 тыс. т хлеба.
"""

RULES = (
    Rule(
        "body-anachronism",
        Level.WARNING,
        "a body named outside its lifetime",
        "Every institution that the vocabulary knows must have existed on the day of the decision (of the "
        "catalogue where the paper has none), its "
        "interruptions counted. It is not accused where another body bore the same name then, where it is"
        " named as past («бывш.», a resolution or a debt of its time), or where the decision founds it. A"
        " body whose reading was emended is judged by the emendation. Where a lifetime is general "
        "knowledge only, a body is remarked on in a note, and only where it is named a month or more "
        "before a founding known to the day.",
        "A translator writes the name he knows: the Council of Ministers for the SNK. Or two "
        "abbreviations that look alike were mixed up, and the order went to somebody else.",
        _SUPPLY.format("51", "1937"),
        _SUPPLY.format("51", "1931"),
        find_anachronisms,
    ),
)
