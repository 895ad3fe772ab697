"""What one paper says of each loan: its mentions, sums set apart and charges, with their passages.

Of several witnesses of a paper the first that names a loan is booked (the transcription stands
before its translation); the others confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import evolve, frozen

from politburo.accounts.entries import Allocation, Entry, EntryKind, Passage, Sum
from politburo.accounts.places import Place, places_of
from politburo.records import Charge, Directive, Document, Loan
from politburo.text import Span
from politburo.tokens import Tokens
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.vocabulary import table

__all__ = ["LoanSaid", "loans_said"]

_NEAR = 4
_SET_APART = ("выдел", "распредел", "назнач", "alloc", "earmark", "set aside", "distribut", "ассигн")
_PAID_BACK = ("погаш", "возвра", "repay", "repaid", "уплат")
_ANNULLED = {"cancel", "write_off"}
_GRANTED = {"grant", "issue", "conclude"}
_INCREASED = {"increase"}
_NICKNAMES = ("миллионн", "тысячн", "миллиардн", "-million", "-thousand", "-billion")


@frozen
class LoanSaid:
    """A loan as one paper speaks of it.

    ``allocations`` are the sums that the paper sets apart, ``named`` those it draws on, which
    another paper may have set apart; ``sums`` are all sums of the directives concerned,
    ``near`` the foreign governments that they name.
    """

    loan: Loan
    date: PartialDate | None
    protocol: str
    passage: Passage
    granted: bool
    entries: tuple[Entry, ...]
    allocations: tuple[Allocation, ...]
    named: tuple[Allocation, ...] = ()
    authorised: tuple[PartialDate, ...] = ()
    sums: tuple[Sum, ...] = ()
    near: frozenset[Body] = frozenset()
    position: tuple[str, int] = ("", 0)
    notes: tuple[str, ...] = ()

    @property
    def parties(self) -> frozenset[Body | Person]:
        """Return who borrows."""
        return frozenset(self.loan.borrowers)


def loans_said(name: str, document: Document) -> Iterator[LoanSaid]:
    """Iterate over the loans that a paper names, each once."""
    booked: list[LoanSaid] = []
    for witness in document.witnesses:
        places = list(places_of(name, document.text, witness))
        said = [one for loan in witness.loans if (one := _Reader(loan, places).said()) is not None]
        before = list(booked)
        for one in said:
            at = _twin(one, before)
            if at is None:
                booked.append(one)
            else:
                booked[at] = _confirmed(booked[at], one)
    yield from booked


def _twin(said: LoanSaid, before: Sequence[LoanSaid]) -> int | None:
    """Return which loan of the witnesses before is meant: the same sum, else the same place in the paper."""
    by_sum = (at for at, one in enumerate(before) if one.loan.key == said.loan.key)
    by_place = (at for at, one in enumerate(before) if one.position == said.position)
    return next(chain(by_sum, by_place), None)


def _confirmed(first: LoanSaid, other: LoanSaid) -> LoanSaid:
    """Return what the first witness says with the passages of another that say the same."""
    entries = list(first.entries)
    for at, entry in enumerate(entries[: len(other.entries)]):
        twin = other.entries[at]
        if twin.kind is entry.kind:
            entries[at] = evolve(entry, confirmed=(*entry.confirmed, twin.passage))
    borrowers = first.loan.borrowers or other.loan.borrowers
    loan = evolve(first.loan, borrowers=borrowers, lenders=first.loan.lenders or other.loan.lenders)
    notes = first.notes
    if first.loan.key != other.loan.key:
        notes += (f"{other.passage} does not agree with {first.passage}: the first witness is booked",)
    return evolve(first, loan=loan, entries=tuple(entries), notes=notes)


@frozen
class _Reader:
    """Books one loan of a witness."""

    loan: Loan
    places: Sequence[Place]

    def said(self) -> LoanSaid | None:
        """Return what is said, None where no directive of the paper carries it."""
        home = self._place_of(self.loan.principal)
        charged = [place for charge in self._charges() if (place := self._named(charge))]
        first = home or next(iter(charged), None)
        if first is None:
            return None
        own = [*self._of_principal(home)] if home and not any(place is home for place in charged) else []
        drawn = self._drawn()
        places = list({id(place): place for place in (first, *charged)}.values())
        return LoanSaid(
            loan=self.loan,
            date=first.date,
            protocol=first.protocol,
            passage=own[0].passage if own else first.passage(_span(self.loan.principal) if home else None),
            granted=any(entry.kind is EntryKind.GRANT for entry in own),
            entries=(*own, *drawn, *self._rested()),
            allocations=tuple(self._set_apart()),
            named=tuple(dict.fromkeys(entry.allocation for entry in drawn if entry.allocation)),
            authorised=tuple(day for place in places for day in place.directive.dates if day.is_day),
            sums=tuple(value for place in places for value in place.directive.money),
            position=first.position,
            near=frozenset(body for place in places for body in place.directive.bodies if _foreign(body)),
        )

    def _charges(self) -> tuple[Charge, ...]:
        return (*self.loan.drawdowns, *self.loan.bases)

    def _named(self, charge: Charge) -> Place | None:
        return next((place for place in self.places if place.entity == charge.directive), None)

    def _place_of(self, value: Value | None) -> Place | None:
        """Return the directive whose text holds a value."""
        span = value.span if value is not None else None
        if span is None:
            return None
        return next((p for p in self.places if p.directive.span and span in p.directive.span), None)

    def _of_principal(self, home: Place) -> Iterator[Entry]:
        """Book the place where the principal is named and nothing is charged to it."""
        principal = self.loan.principal
        assert principal is not None  # noqa: S101 - it stands there
        verbs = {name for name, _ in home.actions()}
        passage = home.passage(principal.span)
        kind = EntryKind.MENTION if _is_nickname(passage.quote) else EntryKind.GRANT
        if verbs & _GRANTED:
            kind = EntryKind.GRANT
        if verbs & (_ANNULLED | _INCREASED):
            kind = EntryKind.ANNULMENT if verbs & _ANNULLED else EntryKind.INCREASE
            principal = _other_sum(home, principal, increased=kind is EntryKind.INCREASE) or principal
            passage = home.passage(principal.span)
        yield Entry(kind, home.date, principal, passage)

    def _set_apart(self) -> Iterator[Allocation]:
        """Iterate over the sums that a directive sets apart, itself or in its sub-items."""
        for charge in self.loan.drawdowns:
            place = self._named(charge)
            if place is None or not _sets_apart(place):
                continue
            for value in self.loan.tranches:
                home = self._place_of(value)
                if home is not None and _under(home, place):
                    yield _allocation(home, value)

    def _against(self) -> Iterator[tuple[Charge, Sum]]:
        """Iterate over the sums that stand right behind «в счет»: what is drawn on, not what is drawn."""
        for charge in self.loan.drawdowns:
            place = self._named(charge)
            for value in self.loan.tranches:
                if place is not None and self._is_drawn_on(place, charge, value):
                    yield charge, value

    def _is_drawn_on(self, place: Place, charge: Charge, value: Sum) -> bool:
        """Tell whether a sum stands right behind a charge, and the loan itself does not."""
        principal = _span(self.loan.principal)
        behind = _right_behind(place.text, charge.span, value.span)
        return behind and not _right_behind(place.text, charge.span, principal)

    def _drawn(self) -> list[Entry]:
        """Book what is charged; a sum that «в счет той же суммы» draws on again is set apart, not drawn."""
        against = list(self._against())
        booked: list[Entry] = []
        for charge in self.loan.drawdowns:
            place = self._named(charge)
            if place is None or (_sets_apart(place) and not _repays(place, charge)):
                continue
            own = next((value for other, value in against if other is charge), None)
            allocation = _allocation(place, own) if own is not None else None
            if own is None and _same_sum(place.text, charge.span) and booked:
                booked[-1] = _drawn_on(booked[-1], self._place_of(booked[-1].amount))
                allocation = booked[-1].allocation
            free = [value for value in self.loan.tranches if not _is_one_of(value, against)]
            sums = [
                value for value in free if self._within(place, value) and not _bracketed(place.text, value)
            ]
            booked += self._booked(place, charge, sums, allocation)
        return booked

    def _within(self, place: Place, value: Sum) -> bool:
        home = self._place_of(value)
        return home is not None and _under(home, place)

    def _booked(
        self, place: Place, charge: Charge, sums: Sequence[Sum], allocation: Allocation | None
    ) -> Iterator[Entry]:
        """Book a charge: its own sum, else a sum for each of its sub-items, else no figure."""
        kind = EntryKind.REPAYMENT if _repays(place, charge) else EntryKind.DRAWDOWN
        own = [value for value in sums if self._place_of(value) is place][:1]
        for value in own or sums:
            yield Entry(kind, place.date, value, place.passage(value.span), allocation)
        if not own and not sums:
            yield Entry(kind, place.date, None, place.passage(_clause_span(place, charge.span)), allocation)

    def _rested(self) -> Iterator[Entry]:
        for charge in self.loan.bases:
            place = self._named(charge)
            if place is not None:
                yield Entry(EntryKind.BASIS, place.date, None, place.passage(charge.span))


def _is_one_of(value: Sum, against: Sequence[tuple[Charge, Sum]]) -> bool:
    return any(value is other for _, other in against)


def _bracketed(text: str, value: Sum) -> bool:
    """Tell whether a sum stands in brackets: it explains another, it is not what is drawn."""
    return value.span is not None and text[: value.span.start].rstrip().endswith("(")


def _drawn_on(entry: Entry, home: Place | None) -> Entry:
    """Return an entry whose sum turns out to be drawn on by others too: what it takes is not said."""
    if entry.allocation is not None or entry.amount is None or home is None:
        return entry
    return evolve(entry, amount=None, allocation=_allocation(home, entry.amount))


def _foreign(body: Body) -> bool:
    return bool(body.id) and table("agencies").get(body.id, {}).get("kind") == "foreign"


def _other_sum(home: Place, principal: Sum, *, increased: bool) -> Sum | None:
    """Return the sum that a loan is increased to, or the part of it that is annulled.

    Of «увеличить … до 1.200.000» it is the sum itself; «увеличить … на 300.000» adds to the loan.
    """
    sums = (one for one in home.directive.money if one.span != principal.span)
    other = next(iter(sums), None)
    if other is None or not isinstance(principal, MonetaryAmount):
        return None
    figure = evolve(other.exactly(), span=other.span)
    before = home.text[: other.span.start].split()[-1:] if other.span else []
    if not increased or before not in (["на"], ["by"]) or figure.currency != principal.currency:
        return figure
    return evolve(principal.exactly() + figure, span=other.span)


def _span(value: Value | None) -> Span | None:
    return None if value is None else value.span


def _is_nickname(quote: str) -> bool:
    """Tell whether a loan is only spoken of: «пятимиллионной», "two-million [ruble]"."""
    return any(stem in quote.lower() for stem in _NICKNAMES)


def _clause_span(place: Place, charge: Span | None) -> Span | None:
    """Return the words from a charge to the end of its clause."""
    whole = place.directive.span
    if charge is None or whole is None:
        return charge
    text = place.text[charge.start : whole.stop]
    ends = [at for mark in (",", ";", ". ", "\n\n") if (at := text.find(mark, len(charge))) > 0]
    return Span(charge.start, charge.start + min([len(text.rstrip(" .;")), *ends]))


def _sets_apart(place: Place) -> bool:
    return any(name == "allocate" and word.startswith(_SET_APART) for name, word in place.actions())


def _under(place: Place, above: Place) -> bool:
    """Tell whether a directive is another or one of its sub-items."""
    path = above.directive.path
    return place.decision is above.decision and place.directive.path[: len(path)] == path


def _right_behind(text: str, charge: Span | None, value: Span | None) -> bool:
    if charge is None or value is None or not 0 <= value.start - charge.stop < 40:
        return False
    between = Tokens(text[charge.stop : value.start])
    return len(between) <= _NEAR and not set(between.keys[: len(between)]) & _stop_words()


def _stop_words() -> frozenset[str]:
    """Return the words behind which a sum is what is drawn: «в счет ссуды на сумму …»."""
    return frozenset({"на", "for", "worth", ",", ":"})


def _behind(text: str, charge: Span | None) -> list[str]:
    if charge is None:
        return []
    tokens = Tokens(text[charge.start : charge.stop + 60])
    return list(tokens.keys[: min(len(tokens), 9)])


def _same_sum(text: str, charge: Span | None) -> bool:
    words = " ".join(_behind(text, charge))
    return any(phrase in words for phrase in table("lending")["same"])


def _repays(place: Place, charge: Charge) -> bool:
    """Tell whether what is charged pays the loan back: «в счет погашения ссуды»."""
    return any(word.startswith(_PAID_BACK) for word in _behind(place.text, charge.span)[:4])


def _allocation(place: Place, value: Sum) -> Allocation:
    span, directive = value.span, place.directive
    others = [one for one in directive.money if one.span != span and one.amount and type(one) is type(value)]
    parts = [(date, one) for one in others if (date := _year_behind(directive, one.span)) is not None]
    return Allocation(value, _purpose(place, span), place.passage(span), tuple(parts))


def _year_behind(directive: Directive, span: Span | None) -> PartialDate | None:
    """Return the date that stands next behind a sum, near enough to belong to it."""
    behind = (one for one in directive.dates if span and one.span and 0 <= one.span.start - span.stop < 15)
    return next(behind, None)


def _purpose(place: Place, span: Span | None) -> str:
    """Return the words of the directive that say what a sum is for: before it, else behind it."""
    whole = place.directive.span
    if span is None or whole is None:
        return ""
    mark = len(place.directive.path[-1]) + 1
    before = place.text[whole.start : span.start]
    if before.startswith(place.directive.path[-1]):
        before = before[mark:]
    first, second = (_trimmed(part) for part in (before, place.text[span.stop : whole.stop]))
    charged = any(first.lower().startswith(phrase) for phrase in table("lending")["charge"])
    behind = second.split(",", maxsplit=1)[0].strip()
    return first if len(first) > 3 and not (charged and behind) else behind


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" —–-:;,.\\")
