"""Collation: two witnesses of one paper set side by side, point by point and value by value.

A transcription and its translation, or two editions in two files. Each keeps its reading: what both say
is confirmed, what they say differently stands with both passages, what only one says is an omission of
the other and no conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Self

from attrs import frozen

from politburo.checking.aligning import Pair, between, decision_pairs, directive_pairs, pairs
from politburo.checking.comparing import Outcome, align
from politburo.display import Shown
from politburo.records import Decision, Directive, Document, Loan, Witness
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.names import Body, Person

__all__ = ["Collation", "Comparison", "Section", "Variant"]


@frozen
class Variant:
    """One thing that is said: its property and the value of each witness, absent where it is left out.

    >>> Variant("number", None, None, Outcome.OMISSION).outcome.value
    'omission'
    """

    property: str
    first: Value | None
    second: Value | None
    outcome: Outcome


@frozen
class Section:
    """A part of the paper in both witnesses: the heading, a point, a sub-point or a loan.

    ``first`` and ``second`` name it (``ru/9/а``, ``en/9/a``); one of them is absent where a witness leaves
    the whole part out. ``passages`` are where it stands in each.
    """

    kind: str
    first: str | None
    second: str | None
    variants: tuple[Variant, ...] = ()
    passages: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())

    @property
    def omitted(self) -> bool:
        """Whether only one of the witnesses has this part."""
        return self.first is None or self.second is None

    def having(self, outcome: Outcome) -> tuple[Variant, ...]:
        """Return the variants of one outcome."""
        return tuple(variant for variant in self.variants if variant.outcome is outcome)


@frozen
class Comparison:
    """Two witnesses with the texts in which they stand, and their sections in order."""

    first: Witness
    second: Witness
    documents: tuple[Document, Document]
    sections: tuple[Section, ...]

    @property
    def variants(self) -> Iterator[tuple[Section, Variant]]:
        """Every variant with its section."""
        return ((section, variant) for section in self.sections for variant in section.variants)


@frozen(repr=False)
class Collation(Shown):
    """Witnesses of one paper held against each other, two at a time.

    >>> from politburo.records import Protocol
    >>> def witness(key, *numbers):
    ...     decisions = tuple(Decision(number) for number in numbers)
    ...     return Witness(key, key, Protocol(decisions=decisions))
    >>> collation = Collation.of(Document("", witnesses=(witness("ru", "9", "13"), witness("en", "9"))))
    >>> [(section.first, section.second) for section in collation.sections]
    [('ru', 'en'), ('ru/9', 'en/9'), ('ru/13', None)]
    >>> collation.disagreements, [section.first for section in collation.omissions]
    ((), ['ru/13'])
    """

    comparisons: tuple[Comparison, ...] = ()

    @classmethod
    def of(cls, document: Document) -> Self:
        """Collate the witnesses of one protocol that a file has in different languages."""
        return cls(tuple(_comparison(pair, document, document) for pair in pairs(document)))

    @classmethod
    def between(cls, one: Document, other: Document) -> Self:
        """Collate two files of one paper, each witness with that in its language, if there is one."""
        return cls(tuple(_comparison(pair, one, other) for pair in between(one, other)))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of all comparisons."""
        return tuple(section for comparison in self.comparisons for section in comparison.sections)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The variants of all sections."""
        return tuple(variant for section in self.sections for variant in section.variants)

    @property
    def disagreements(self) -> tuple[Variant, ...]:
        """The variants in which one value stands in the place of another."""
        return tuple(variant for section in self.sections for variant in section.having(Outcome.DISAGREEMENT))

    @property
    def omissions(self) -> tuple[Section, ...]:
        """The points, sub-points and loans that only one witness has."""
        return tuple(section for section in self.sections if section.omitted)

    @property
    def agreement(self) -> float | None:
        """The share of agreements in what both witnesses speak of, from 0 to 1; None for nothing."""
        spoken = [variant for variant in self.variants if variant.outcome is not Outcome.OMISSION]
        agreed = sum(variant.outcome is Outcome.AGREEMENT for variant in spoken)
        return agreed / len(spoken) if spoken else None

    def __repr__(self) -> str:
        held = ", ".join(f"{each.first.key} and {each.second.key}" for each in self.comparisons) or "nothing"
        return f"<Collation of {held}: {len(self.disagreements)} disagreements>"

    def outcome(self, value: Value) -> Outcome | None:
        """Return how a value fares in the other witness, by its passage; None for one that is not collated.

        Agreement confirms a reading: two people read the same. An omission neither confirms nor
        contradicts it.
        """
        found = [
            variant.outcome
            for variant in self.variants
            for side in (variant.first, variant.second)
            if side is value or (side == value and value.span is not None and side.span == value.span)
        ]
        return min(found, key=list(Outcome).index) if found else None


# --- building -------------------------------------------------------------------------------------


Party = Person | Body


class _Said(NamedTuple):
    """A property and the values that two records have of it."""

    property: str
    first: tuple[Value, ...]
    second: tuple[Value, ...]


def _comparison(pair: Pair, one: Document, other: Document) -> Comparison:
    comparing = _Comparing(pair, pair.first.language == pair.second.language)
    return Comparison(pair.first, pair.second, (one, other), tuple(comparing.sections()))


class _Comparing:
    """Two witnesses being compared; in one language even unknown names can be told apart."""

    def __init__(self, pair: Pair, one_language: bool) -> None:  # noqa: FBT001
        self.pair = pair
        self.one_language = one_language

    def sections(self) -> Iterator[Section]:
        """Yield the sections: the heading, each point with its sub-points, the loans."""
        yield self._heading()
        for one, other in decision_pairs(self.pair):
            yield self._decision(one, other)
            if one is not None and other is not None:
                for here, there in directive_pairs(one, other):
                    yield self._directives((one, here), (other, there))
        yield from self._loans()

    def _heading(self) -> Section:
        one, other = self.pair.first.protocol, self.pair.second.protocol
        said = [
            _Said("number", one.numbers, other.numbers),
            _Said("date", one.dates, other.dates),
            _Said("body", one.bodies, other.bodies),
            _Said("procedure", one.procedures, other.procedures),
            _Said("secrecy", one.secrecies, other.secrecies),
            _Said("signatory", one.signatories, other.signatories),
        ]
        passages = (_spans(*(each.first for each in said)), _spans(*(each.second for each in said)))
        return Section("heading", self.pair.first.key, self.pair.second.key, self._variants(said), passages)

    def _decision(self, one: Decision | None, other: Decision | None) -> Section:
        first = f"{self.pair.first.key}/{one.number}" if one else None
        second = f"{self.pair.second.key}/{other.number}" if other else None
        passages = (_passages_of(one), _passages_of(other))
        if one is None or other is None:
            return Section("point", first, second, (), passages)
        said = [
            _Said("date", one.dates, other.dates),
            _Said("procedure", one.procedures, other.procedures),
            _Said("secrecy", one.secrecies, other.secrecies),
            *_split("speaker", one.speakers, other.speakers),
            *_split("recipient", _parties(one), _parties(other)),
            _Said("signatory", one.signatories, other.signatories),
        ]
        if self.one_language and one.title and other.title:
            said.append(_Said("title", (one.title,), (other.title,)))
        return Section("point", first, second, self._variants(said), passages)

    def _directives(
        self, here: tuple[Decision, list[Directive]], there: tuple[Decision, list[Directive]]
    ) -> Section:
        first, second = self._entity(self.pair.first, *here), self._entity(self.pair.second, *there)
        passages = (_spans_of(here[1]), _spans_of(there[1]))
        whole = first is not None and second is not None
        variants = self._variants(_said_in(here[1], there[1])) if whole else ()
        return Section("subpoint", first, second, variants, passages)

    def _entity(self, witness: Witness, decision: Decision, group: list[Directive]) -> str | None:
        return f"{witness.key}/{decision.number}/{'/'.join(group[0].path)}" if group else None

    def _loans(self) -> Iterator[Section]:
        others = {loan.key: loan for loan in self.pair.second.loans}
        for loan in self.pair.first.loans:
            other = others.pop(loan.key, None)
            first = f"{self.pair.first.key}/loan/{loan.key}"
            second = f"{self.pair.second.key}/loan/{loan.key}" if other else None
            passages = (_principal(loan), _principal(other) if other else ())
            yield Section(
                "loan", first, second, self._variants(_terms(loan, other)) if other else (), passages
            )
        for key in others:
            yield Section("loan", None, f"{self.pair.second.key}/loan/{key}")

    def _variants(self, said: list[_Said]) -> tuple[Variant, ...]:
        return tuple(
            Variant(each.property, one, other, outcome)
            for each in said
            for one, other, outcome in align(self._comparable(each.first), self._comparable(each.second))
        )

    def _comparable(self, values: tuple[Value, ...]) -> list[Value]:
        """Return the values that can be told apart: in two languages only names of the vocabulary."""
        if self.one_language:
            return list(values)
        return [value for value in values if not isinstance(value, Body | Person) or value.entry]


def _said_in(here: list[Directive], there: list[Directive]) -> list[_Said]:
    times = [
        tuple(time for directive in side for time in (*directive.deadlines, *directive.dates))
        for side in (here, there)
    ]
    dates, durations = (
        [tuple(time for time in side if isinstance(time, kind)) for side in times]
        for kind in (PartialDate, Duration)
    )
    return [
        _Said("action", *(_actions(side) for side in (here, there))),
        _Said("body", *(tuple(body for each in side for body in each.bodies) for side in (here, there))),
        _Said("money", *(tuple(money for each in side for money in each.money) for side in (here, there))),
        _Said(
            "quantity", *(tuple(item for each in side for item in each.quantities) for side in (here, there))
        ),
        _Said("date", *dates),
        _Said("duration", *durations),
        _Said(
            "person", *(tuple(person for each in side for person in each.persons) for side in (here, there))
        ),
    ]


def _actions(group: list[Directive]) -> tuple[Value, ...]:
    orders = [order for directive in group for order in directive.orders]
    return tuple(verb for order in orders for verb in (order.action, *order.tasks) if verb is not None)


def _terms(loan: Loan, other: Loan) -> list[_Said]:
    """Return the parties of a loan and the conditions that both witnesses state."""
    conditions = (
        ("principal", loan.principal, other.principal),
        ("rate", loan.rate, other.rate),
        ("term", loan.term, other.term),
    )
    stated = [
        _Said(name, (one,), (another,))
        for name, one, another in conditions
        if one is not None and another is not None
    ]
    parties = (("borrower", loan.borrowers, other.borrowers), ("lender", loan.lenders, other.lenders))
    return stated + [said for name, one, another in parties for said in _split(name, one, another)]


def _principal(loan: Loan) -> tuple[Span, ...]:
    return (loan.principal.span,) if loan.principal is not None and loan.principal.span else ()


def _split(name: str, here: tuple[Party, ...], there: tuple[Party, ...]) -> Iterator[_Said]:
    """Yield the persons and the bodies apart: one does not stand in the place of the other."""
    for kind in (Person, Body):
        first, second = (tuple(party for party in side if isinstance(party, kind)) for side in (here, there))
        yield _Said(name, first, second)


def _parties(decision: Decision) -> tuple[Party, ...]:
    return tuple(recipient.party for recipient in decision.recipients)


def _passages_of(decision: Decision | None) -> tuple[Span, ...]:
    if decision is None:
        return ()
    marks = (decision.span,) if decision.span else ()
    return marks + _spans((decision.title,) if decision.title else ())


def _spans_of(group: list[Directive]) -> tuple[Span, ...]:
    return tuple(directive.span for directive in group if directive.span)


def _spans(*values: tuple[Value, ...]) -> tuple[Span, ...]:
    return tuple(value.span for group in values for value in group if value.span)
