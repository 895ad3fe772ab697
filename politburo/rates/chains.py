"""The ways from one unit to another through rates: every step is a rate, and every step is shown.

A way has one step that is a price or a parity, the basis; beside it only steps that join two units
of one money (a chervonets is ten rubles) are taken without being asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import prod

from attrs import frozen

from politburo.rates.tables import ExchangeRate, RateTable
from politburo.values.currencies import Currency, NoGoldContent
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

__all__ = ["Day", "Leg", "Way", "factor_of", "gold_way", "is_link", "kinds_of", "name_of", "ways"]

_MOST_STEPS = 4
_GOLD = "XAU_GRAM"
Day = PartialDate | dt.date | str


@frozen
class Leg:
    """One step of a conversion: a rate, and whether it is used against its direction.

    >>> leg = Leg(RateTable.standard()["RUB_GOLD-SUR_1924-1931-internal_coefficient"], inverse=True)
    >>> leg.source, leg.target, leg.factor
    ('SUR_1924', 'RUB_GOLD', Fraction(5, 33))
    """

    rate: ExchangeRate
    inverse: bool = False

    @property
    def source(self) -> str:
        """The unit it leads from."""
        return self.rate.quote if self.inverse else self.rate.base

    @property
    def target(self) -> str:
        """The unit it leads to."""
        return self.rate.base if self.inverse else self.rate.quote

    @property
    def factor(self) -> Fraction:
        """The exact number to multiply by."""
        value = Fraction(self.rate.value)
        return 1 / value if self.inverse else value

    def __str__(self) -> str:
        """Return the step, ``SUR_1924 / 6.60 = RUB_GOLD``."""
        return f"{self.source} {'/' if self.inverse else '×'} {self.rate.value} = {self.target}"


Way = tuple[Leg, ...]


def factor_of(way: Sequence[Leg]) -> Fraction:
    """Return what one unit becomes at the end of a way."""
    return prod((leg.factor for leg in way), start=Fraction(1))


def name_of(kind: str) -> str:
    """Return the basis that a kind of rate stands for.

    >>> name_of("internal_coefficient"), name_of("agreed_coefficient")
    ('torgsin', 'agreed_coefficient')
    """
    return next((name for name, row in table("rates")["basis"].items() if kind in row["kinds"]), kind)


def kinds_of(name: str) -> frozenset[str]:
    """Return the kinds of rate that a basis stands for; a name is also a kind of a caller's own rates."""
    row = table("rates")["basis"].get(name)
    return frozenset((name, *row["kinds"])) if row else frozenset({name})


def is_link(rate: ExchangeRate) -> bool:
    """Tell whether a rate joins two units of one money."""
    return bool(table("rates")["basis"].get(name_of(rate.kind), {}).get("link", False))


def ways(
    rates: RateTable, source: str, target: str, on: Day, wanted: Callable[[ExchangeRate], bool]
) -> Iterator[Way]:
    """Iterate over the ways with one wanted rate, links in force on either side of it.

    Redenominations follow one another: where one is wanted, several are taken.
    """
    links = [rate for rate in rates if is_link(rate) and rate.in_force(on)]
    priced = [rate for rate in rates if wanted(rate)]
    yield from _Search(target, links, priced).extended((), source)


@frozen
class _Search:
    target: str
    links: list[ExchangeRate]
    priced: list[ExchangeRate]

    def extended(self, way: Way, at: str) -> Iterator[Way]:
        """Iterate over the ways that begin with some steps."""
        used = [leg for leg in way if leg.rate in self.priced]
        if at == self.target and used:
            yield way
        if len(way) == _MOST_STEPS or (at == self.target and used):
            return
        seen = {leg.source for leg in way} | {at}
        for rate in dict.fromkeys((*self.links, *self.priced)):
            leg = Leg(rate, inverse=rate.quote == at)
            if at in (rate.base, rate.quote) and leg.target not in seen and self._follows(used, rate):
                yield from self.extended((*way, leg), leg.target)

    def _follows(self, used: list[Leg], rate: ExchangeRate) -> bool:
        """Tell whether a rate may follow: a link, the first price, or the next redenomination."""
        if not used or rate not in self.priced or is_link(rate):
            return True
        return {leg.rate.kind for leg in used} | {rate.kind} == {"redenomination"}


def gold_way(source: str, target: str, on: Day) -> Way | None:
    """Return the way through grams of fine gold, None where a unit stood for none on the day."""
    try:
        there, back = _gold_rate(source, on), _gold_rate(target, on)
    except NoGoldContent:
        return None
    return tuple(
        leg
        for leg in (Leg(there), Leg(back, inverse=True))
        if leg.source != leg.target  # one of the units is the gram itself
    )


def _gold_rate(unit: str, on: Day) -> ExchangeRate:
    content = Currency(unit).gold_content(on)
    since, sources = content.since or "1797", (content.source,) if content.source else ()
    name = f"{unit}-{_GOLD}-{since}-gold_content"
    return ExchangeRate(
        name, unit, _GOLD, content.grams, "gold_content", since, content.until, content.status,
        basis="fine gold by law", note=content.note, sources=sources,
    )  # fmt: skip
