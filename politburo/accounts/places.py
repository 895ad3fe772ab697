"""A directive with the decision, witness and paper it stands in: where an account finds what it books."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from politburo.accounts.entries import Passage
from politburo.records import Decision, Directive, Witness
from politburo.text import Span
from politburo.values.dates import PartialDate

__all__ = ["Place", "places_of"]


@frozen
class Place:
    """A directive with the decision, witness and paper it stands in."""

    name: str
    text: str
    witness: Witness
    decision: Decision
    directive: Directive

    @property
    def entity(self) -> str:
        """Name the directive as the statements do."""
        return "/".join((self.witness.key, self.decision.number, *self.directive.path))

    @property
    def date(self) -> PartialDate | None:
        """Return the day of the decision, else of the protocol."""
        return next(iter((*self.decision.dates, *self.witness.protocol.dates)), None)

    @property
    def position(self) -> tuple[str, int]:
        """Return the point and the number of the directive in it, alike in all witnesses of a paper."""
        point = "".join(filter(str.isdigit, self.decision.number))
        return point, next(i for i, one in enumerate(self.decision.directives) if one is self.directive)

    @property
    def protocol(self) -> str:
        """Return protocol and point in digits, by which a decision is known in every paper."""
        number = next((str(number) for number in self.witness.protocol.numbers), "")
        return "".join(c for c in f"{number}/{self.decision.number}" if c.isdigit() or c == "/")

    def passage(self, span: Span | None) -> Passage:
        """Return a passage of the directive."""
        place = span or self.directive.span
        return Passage(self.name, self.entity, place, place.of(self.text) if place else "")

    def actions(self) -> Iterator[tuple[str, str]]:
        """Iterate over the verbs of the directive: name and word."""
        for order in self.directive.orders:
            for action in (order.action, *order.tasks):
                if action is not None:
                    yield action.name, (action.span.of(self.text) if action.span else "").lower()


def places_of(name: str, text: str, witness: Witness) -> Iterator[Place]:
    """Iterate over the directives of a witness."""
    for decision in witness.protocol.decisions:
        for directive in decision.directives:
            yield Place(name, text, witness, decision, directive)
