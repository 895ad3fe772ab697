"""Converting a sum on a named basis: «500.000 червонных рублей» in gold rubles, at 1:1, 6.60 or 4.38.

``convert(amount, to, on=date, basis=name)``. Without a basis nothing is converted:
:class:`BasisRequired` lists what there is and what would come of it. ``via`` names the units in
between, with one basis for each step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen

from politburo.rates.chains import Day, Way, factor_of, gold_way, is_link, kinds_of, name_of, ways
from politburo.rates.conversion import Basis, Conversion, bases_of, converted
from politburo.rates.footnotes import caution_of
from politburo.rates.refusals import BasisRequired, ChainRefused, NoRate
from politburo.rates.tables import ExchangeRate, RateTable
from politburo.values.arithmetic import CurrencyMismatch
from politburo.values.currencies import Currency
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.vocabulary import table

__all__ = ["convert"]

_UNSAID = ("RUB", "SUR", "XXX")
_SAME = Fraction(1, 1000)


def convert(  # noqa: PLR0913 - each is a word of the question
    amount: MonetaryAmount,
    to: str | Currency,
    *,
    on: Day,
    basis: str | ExchangeRate | Sequence[str | ExchangeRate] | None = None,
    via: Sequence[str] = (),
    rates: RateTable | None = None,
) -> Conversion:
    """Convert a sum into another unit on a date, on a named basis.

    ``basis`` is a name (``nominal``, ``torgsin``, ``restatement``, ``official``, ``gold_parity``, …),
    the id of a rate or a rate; with ``via`` one for each step. A rate named by its id is used also
    outside its time, and the conversion says so. Raises :class:`BasisRequired`, :class:`NoRate`, and
    :class:`politburo.values.arithmetic.CurrencyMismatch` where a unit is not stated.

    >>> yen, averages = MonetaryAmount.parse("20.000 иен"), ("annual_average", "gold_parity")
    >>> str(convert(yen, "RUB_GOLD", on="1935-10-01", basis=averages, via=["USD"]).result)
    '6596.61 RUB_GOLD'
    """
    units = [amount.currency.id, *map(str, via), Currency(str(to)).id]
    if units[0] in _UNSAID or units[-1] in _UNSAID:
        raise CurrencyMismatch(units[0], units[-1])
    known, day = RateTable.standard() if rates is None else rates, _day(on)
    if units[0] == units[-1] and not via:
        return Conversion(amount, amount, str(day), "none", ())
    way: Way = ()
    for (one, other), name in zip(pairwise(units), _one_each(basis, len(units) - 1), strict=True):
        moved = converted(way, amount, day).result if way else amount
        way += _Step(moved, one, other, day, known).way(name)
    return converted(_checked(way), amount, day)


def _day(on: Day) -> PartialDate | dt.date:
    """Return a date by which rates are looked up; its text is ISO 8601."""
    if isinstance(on, dt.datetime):
        return on.date()
    return PartialDate.parse(on) if isinstance(on, str) else on


def _one_each(
    basis: str | ExchangeRate | Sequence[str | ExchangeRate] | None, steps: int
) -> list[str | ExchangeRate | None]:
    if basis is None or isinstance(basis, (str, ExchangeRate)):
        return [basis] * steps
    if len(basis) != steps:
        raise ValueError(f"expected one basis for each of the {steps} steps, got {len(basis)}")
    return list(basis)


@frozen
class _Step:
    """One step of what was asked: from a unit to a unit on a day, by some rates."""

    amount: MonetaryAmount
    source: str
    target: str
    on: PartialDate | dt.date
    rates: RateTable

    def way(self, basis: str | ExchangeRate | None) -> Way:
        """Return the one way on a basis, or raise what is missing."""
        if isinstance(basis, ExchangeRate):
            return evolve(self, rates=self.rates + RateTable((basis,))).way(basis.id)
        found = [] if basis is None else self.on_basis(basis)
        if len({factor_of(way) for way in found}) == 1:
            return found[0]
        bases = bases_of(self.amount, found or self.on_any(), self.on, by_id=len(found) > 1)
        on = str(self.on)
        if not bases or (basis is not None and not found):
            raise NoRate(self.source, self.target, on, basis or "", self.hint(bases))
        raise BasisRequired(str(self.amount), self.target, on, bases, self.caution())

    def caution(self) -> str:
        """Return what was found out about conversions between the two units at the time."""
        found = caution_of({self.source, self.target}, self.on)
        return found.text("en") if found else ""

    def on_basis(self, name: str) -> list[Way]:
        """Return the shortest ways on a basis; those in force, unless it was made to restate."""
        if name == "gold_content":
            gold = gold_way(self.source, self.target, self.on)
            return [gold] if gold else []
        kinds = kinds_of(name)
        return (
            self.wanted(lambda rate: rate.id == name)
            or self.wanted(lambda rate: rate.kind in kinds and rate.in_force(self.on))
            or (self.wanted(lambda rate: rate.kind in kinds) if _retrospective(name) else [])
        )

    def wanted(self, is_wanted: Callable[[ExchangeRate], bool]) -> list[Way]:
        """Return the shortest ways with rates of a sort."""
        found = list(ways(self.rates, self.source, self.target, self.on, is_wanted))
        least = min(map(len, found), default=0)
        return [way for way in found if len(way) == least]

    def on_any(self) -> list[Way]:
        """Return the ways on every basis that there is; gold contents where no rate says the same."""
        names = dict.fromkeys(name_of(rate.kind) for rate in self.rates)
        found = [way for name in names for way in self.on_basis(name)]
        gold = gold_way(self.source, self.target, self.on)
        alike = any(gold and abs(factor_of(way) / factor_of(gold) - 1) < _SAME for way in found)
        return found if gold is None or alike else [*found, gold]

    def hint(self, bases: tuple[Basis, ...]) -> str:
        """Return what the caller could do instead."""
        if bases:
            return f"there are: {', '.join(dict.fromkeys(basis.name for basis in bases))}"
        others, between = self.of_other_times(), self.in_between()
        told = [f"rates of other times, to be named by their id: {', '.join(others)}"] if others else []
        if between:
            told.append(f"rates of {self.source} lead there by {', '.join(between)}: name the unit as via")
        return "; ".join(told)

    def of_other_times(self) -> list[str]:
        """Return the ids of the rates that would do but for the date."""
        found = self.wanted(lambda rate: not is_link(rate))
        return list(dict.fromkeys(leg.rate.id for way in found for leg in way if not is_link(leg.rate)))

    def in_between(self) -> list[str]:
        """Return the units that rates of the day lead to and that lead on."""
        near = [rate for rate in self.rates.of(self.source) if rate.in_force(self.on)]
        units = sorted(
            {unit for rate in near for unit in (rate.base, rate.quote)} - {self.source, self.target}
        )
        return [unit for unit in units if evolve(self, source=unit).on_any()]


def _retrospective(name: str) -> bool:
    row = table("rates")["basis"].get(name_of(name), {}) or table("rates")["basis"].get(name, {})
    return bool(row.get("retrospective", False))


def _checked(way: Way) -> Way:
    kinds = {leg.rate.kind for leg in way}
    for pair in table("rates")["never_chained"]:
        if kinds.issuperset(pair):
            names = " and ".join(table("rates")["basis"][name_of(kind)]["en"] for kind in pair)
            raise ChainRefused(f"{names} are never chained: one says nothing of the other")
    return way
