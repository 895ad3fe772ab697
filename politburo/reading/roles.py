"""What a value does in a directive: deadline or other date, sum, goods, body, person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from attrs import define, evolve

from politburo.reading.drafting import Block
from politburo.reading.mentions import Mention
from politburo.reading.paper import Paper
from politburo.reading.sentences import sentences
from politburo.reading.words import affixes, words
from politburo.records import Directive, Order
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity
from politburo.values.shelfmarks import Shelfmark

__all__ = ["Roles", "complete", "nearest"]

V = TypeVar("V")


@define
class Roles:
    """Sorts the mentions of directives; ``anchor`` is the day from which years are completed."""

    paper: Paper
    anchor: PartialDate | None

    def directive(self, block: Block, orders: tuple[Order, ...]) -> Directive:
        """Return the directive of a block with its orders."""
        mentions = self.mentions(block)
        deadlines, dates = self._times(block, mentions, orders)
        return Directive(
            block.path,
            orders,
            money=_of(mentions, MonetaryAmount),
            quantities=_of(mentions, Quantity),
            deadlines=deadlines,
            dates=dates,
            bodies=_of(mentions, Body),
            persons=_of(mentions, Person),
            shelfmarks=_of(mentions, Shelfmark),
            span=self._span(block),
        )

    def mentions(self, block: Block) -> list[Mention]:
        """Return the mentions of a block in order."""
        return [m for first, stop in block.stretches for m in self.paper.mentions.within(first, stop)]

    def _span(self, block: Block) -> Span | None:
        """Return the place of a block, from its mark to its last word."""
        tokens, marked = self.paper.tokens, block.mark
        firsts = [first for first, _ in block.stretches] + ([marked.first] if marked else [])
        stops = [stop for _, stop in block.stretches] + ([marked.stop] if marked else [])
        return tokens.span(min(firsts), max(stops)) if firsts else None

    def _held(self, block: Block, orders: tuple[Order, ...]) -> frozenset[int]:
        """Return the tokens of the sentences in which a verb stands that keeps things as they are."""
        told = (o.action for o in orders if o.action and o.action.name in words("roles", "holding"))
        verbs = {action.span.start for action in told if action.span}
        starts = self.paper.tokens.starts
        return frozenset(
            at
            for first, stop in (sentences(self.paper, block.stretches) if verbs else ())
            if not verbs.isdisjoint(starts[first:stop])
            for at in range(first, stop)
        )

    def _times(
        self, block: Block, mentions: Sequence[Mention], orders: tuple[Order, ...]
    ) -> tuple[tuple[PartialDate | Duration, ...], tuple[PartialDate, ...]]:
        deadlines: list[PartialDate | Duration] = []
        dates: list[PartialDate] = []
        held = self._held(block, orders)
        for mention in mentions:
            value = mention.value
            if isinstance(value, Duration) and self._is_term(mention):
                deadlines.append(value)
            elif isinstance(value, PartialDate):
                dated = self._completed(mention, value)
                if self._is_deadline(mention, dated, held):
                    deadlines.append(_last(dated))
                else:
                    dates.append(dated)
        return tuple(deadlines), tuple(dates)

    def _is_term(self, mention: Mention) -> bool:
        """Tell whether a duration is a time set for acting: «в трехдневный срок», "within a month"."""
        keys = self.paper.tokens.keys
        near = frozenset(keys[max(mention.first - 3, 0) : mention.stop + 1])
        before = keys[mention.first - 1]
        if before in words("roles", "every") or near & words("roles", "no_term"):
            return False
        within = before in words("roles", "within") and bool(near & words("roles", "units_of_term"))
        return within or bool(near & words("roles", "term"))

    def _is_deadline(self, mention: Mention, value: PartialDate, held: frozenset[int]) -> bool:
        keys = self.paper.tokens.keys
        at = mention.first - (keys[mention.first - 1] in words("english_orders", "articles"))
        if keys[at - 1] in words("roles", "by") or " ".join(keys[at - 2 : at]) in words("roles", "not_later"):
            return True
        until = keys[mention.first] in words("roles", "until") or keys[at - 1] in words("roles", "up_to")
        return until and value.end is not None and mention.first not in held

    def _completed(self, mention: Mention, value: PartialDate) -> PartialDate:
        keys = self.paper.tokens.keys
        near = keys[max(mention.first - 8, 0) : mention.first - 1]
        papers = any(word.startswith(affixes("roles", "papers")) for word in near)
        cited = keys[mention.first - 1] in words("roles", "backward") and papers
        ahead = keys[mention.stop : mention.stop + 8]
        told = papers and keys[mention.first - 1] in words("roles", "on_day")
        told = told and not words("roles", "reports").isdisjoint(near)
        told = told and words("roles", "future").isdisjoint(ahead)
        past = keys[mention.first - 2] in words("roles", "past") and keys[mention.first - 3] != "be"
        cited = cited or told or past
        return complete(value, self.anchor, forward=not cited)


def complete(value: PartialDate, anchor: PartialDate | None, *, forward: bool) -> PartialDate:
    """Give a year to a date that has none: that of the paper, or the next or last such day.

    >>> str(complete(PartialDate.parse("1 мая"), PartialDate.parse("1935-03-20"), forward=True))
    '1935-05-01'
    """
    if anchor is None or value.year is not None:
        return value
    done = (
        value.with_year(anchor.year)
        if value.this_year and anchor.year
        else value.completed(anchor, forward=forward)
    )
    done = evolve(done, status=Status.INFERRED)
    status = Status.EMENDED if value.status is Status.EMENDED else done.status
    return done.read_from(value.span, status)


def nearest(value: PartialDate, anchor: PartialDate | None) -> PartialDate:
    """Give a decision's date without a year the one nearest to the protocol's.

    >>> str(nearest(PartialDate.parse("17/VI"), PartialDate.parse("1922-06-15")))
    '1922-06-17'
    """
    day = anchor.latest or anchor.earliest if anchor is not None else None
    if day is None or value.year is not None:
        return value
    tried = [
        value.completed(PartialDate.of(year), forward=True) for year in (day.year - 1, day.year, day.year + 1)
    ]
    done = min(tried, key=lambda date: abs(((date.latest or day) - day).days))
    return done.read_from(value.span, Status.INFERRED)


def _last(value: PartialDate) -> PartialDate:
    """Return the end of «до 1 мая» or of an interval: the day by which it is to be done."""
    return evolve(value, start=value.end) if value.end is not None else value


def _of(mentions: Sequence[Mention], kind: type[V]) -> tuple[V, ...]:
    return tuple(m.value for m in mentions if isinstance(m.value, kind))
