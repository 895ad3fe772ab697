"""Converting a sum on a named basis: «500.000 червонных рублей» in gold rubles, at 1:1, 6.60 or 4.38.

``convert(amount, to, on=date, basis=name)``. Without a basis nothing is converted:
:class:`BasisRequired` lists what there is and what would come of it. ``via`` names the units in
between, with one basis for each step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen

from politburo.errors import PolitburoError
from politburo.rates.chains import Leg, Way, factor_of, gold_way, is_link, kinds_of, name_of, ways
from politburo.rates.footnotes import Doubt, doubts_of, footnote, grouped
from politburo.rates.tables import ExchangeRate, RateTable
from politburo.values.arithmetic import CurrencyMismatch, InexactAmount
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.vocabulary import table

__all__ = ["Basis", "BasisRequired", "ChainRefused", "Conversion", "Doubt", "NoRate", "convert"]

Day = PartialDate | dt.date | str
_UNSAID = ("RUB", "SUR", "XXX")
_SAME = Fraction(1, 1000)
# Grams to the milligram where a unit has no smaller part.
_MILLI = Decimal("0.001")


@frozen
class Conversion:
    """A sum in another unit, with all that it rests on.

    >>> sum_1935 = MonetaryAmount.parse("500.000 червонных рублей")
    >>> conversion = convert(sum_1935, "RUB_GOLD", on="1935-10-01", basis="torgsin")
    >>> str(conversion.result), [str(leg) for leg in conversion.legs]
    ('75757.58 RUB_GOLD', ['RUB_CHERVONNY × 1 = SUR_1924', 'SUR_1924 / 6.60 = RUB_GOLD'])
    """

    amount: MonetaryAmount
    result: MonetaryAmount
    on: str
    basis: str
    legs: tuple[Leg, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def factor(self) -> Fraction:
        """What one unit of the amount is, exactly; the result is rounded to the smallest part."""
        return factor_of(self.legs)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of its rates, each once."""
        return tuple(dict.fromkeys(source for leg in self.legs for source in leg.rate.sources))

    def footnote(self, language: str = "en") -> str:
        """Return the conversion as a footnote in ``en`` or ``ru``.

        >>> loan = MonetaryAmount.parse("2 млн. золотых рублей")
        >>> print(convert(loan, "SUR_1924", on="1936-06-17", basis="restatement").footnote().split(".")[0])
        2,000,000 RUB_GOLD = 8,760,000 SUR_1924, on 1936-06-17; restatement after the decree of 1935: \
1 gold ruble = 4
        """
        return footnote(self, language)

    def __str__(self) -> str:
        """Return the equation with its basis and day."""
        return f"{self.amount} = {self.result} ({self.basis}, {self.on})"


@frozen
class Basis:
    """One way in which a conversion can be made, and its consequence."""

    name: str
    conversion: Conversion
    in_force: bool
    consequence: str = ""

    def __str__(self) -> str:
        """Return the name, the rates, what comes of it and what that means."""
        chain = ", ".join(f"1 {leg.rate.base} = {leg.rate.value} {leg.rate.quote}" for leg in self.legs)
        note = "" if self.in_force else f"not in force on {self.conversion.on}; "
        return (
            f"{self.name}: {chain}; gives {grouped(self.conversion.result, 'en')} ({note}{self.consequence})"
        )

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The steps that are not mere links, unless there are only such."""
        return tuple(leg for leg in self.conversion.legs if not is_link(leg.rate)) or self.conversion.legs


class BasisRequired(PolitburoError, ValueError):  # noqa: N818 - the name says what is missing
    """A conversion has no basis, or the basis named has several rates; lists what there is.

    >>> try:
    ...     convert(MonetaryAmount.parse("500.000 черв. руб."), "RUB_GOLD", on="1935-10-01")
    ... except BasisRequired as error:
    ...     print([(basis.name, str(basis.conversion.result)) for basis in error.bases])
    [('nominal', '500000 RUB_GOLD'), ('torgsin', '75757.58 RUB_GOLD'), ('restatement', '114155.25 RUB_GOLD')]
    """

    def __init__(self, amount: str, to: str, on: str, bases: tuple[Basis, ...]) -> None:
        super().__init__(amount, to, on, bases)
        self.amount = amount
        self.to = to
        self.on = on
        self.bases = bases

    def __str__(self) -> str:
        """Return what was asked and, a line each, what it can rest on."""
        lines = [f"expected a basis to convert {self.amount} to {self.to} on {self.on}; there are:"]
        return "\n".join([*lines, *(f"  {basis}" for basis in self.bases)])


class NoRate(PolitburoError, LookupError):  # noqa: N818 - the name says what is missing
    """No rate is known for a conversion."""

    def __init__(self, source: str, target: str, on: str, basis: str, hint: str = "") -> None:
        super().__init__(source, target, on, basis, hint)
        self.source = source
        self.target = target
        self.on = on
        self.basis = basis
        self.hint = hint

    def __str__(self) -> str:
        """Return which rate is missing, and what there is instead."""
        basis = f" on the basis “{self.basis}”" if self.basis else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"no rate from {self.source} to {self.target} is known for {self.on}{basis}{hint}"


class ChainRefused(PolitburoError, ValueError):  # noqa: N818 - the name says what happened
    """The steps of a chain do not go together: a gold parity and a price inside the country."""


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
    known = RateTable.standard() if rates is None else rates
    if units[0] == units[-1] and not via:
        return Conversion(amount, amount, str(on), "none", ())
    bases = _one_each(basis, len(units) - 1)
    steps = [_Step(amount, one, other, on, known) for one, other in pairwise(units)]
    way = tuple(leg for step, name in zip(steps, bases, strict=True) for leg in step.way(name))
    return _converted(_checked(way), amount, on)


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
    on: Day
    rates: RateTable

    def way(self, basis: str | ExchangeRate | None) -> Way:
        """Return the one way on a basis, or raise what is missing."""
        if isinstance(basis, ExchangeRate):
            return evolve(self, rates=self.rates + RateTable((basis,))).way(basis.id)
        found = [] if basis is None else self.on_basis(basis)
        if len({factor_of(way) for way in found}) == 1:
            return found[0]
        bases = _bases(self.amount, found or self.on_any(), self.on, by_id=len(found) > 1)
        if not bases or (basis is not None and not found):
            raise NoRate(self.source, self.target, str(self.on), basis or "", self.hint(bases))
        raise BasisRequired(str(self.amount), self.target, str(self.on), bases)

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
            return f"there are: {', '.join(basis.name for basis in bases)}"
        rates = [rate for rate in self.rates.of(self.source) if rate.in_force(self.on)]
        others = sorted({unit for rate in rates for unit in (rate.base, rate.quote)} - {self.source})
        if not others:
            return ""
        return f"rates of {self.source} lead to {', '.join(others)}: name the units in between as via"


def _retrospective(name: str) -> bool:
    row = table("rates")["basis"].get(name_of(name), {}) or table("rates")["basis"].get(name, {})
    return bool(row.get("retrospective", False))


def _bases(amount: MonetaryAmount, found: Iterable[Way], on: Day, *, by_id: bool) -> tuple[Basis, ...]:
    """Return what ways mean for the amount; the same name and factor counts once."""
    made: dict[tuple[str, Fraction], Basis] = {}
    for way in found:
        conversion = _converted(way, amount, on)
        rate = next((leg.rate for leg in way if not is_link(leg.rate)), way[0].rate)
        name = rate.id if by_id else conversion.basis
        said = table("rates")["basis"].get(conversion.basis, {}).get("consequence") or rate.note
        basis = Basis(name, conversion, all(leg.rate.in_force(on) for leg in way), said)
        made.setdefault((name, conversion.factor), basis)
    return tuple(made.values())


def _checked(way: Way) -> Way:
    kinds = {leg.rate.kind for leg in way}
    for pair in table("rates")["never_chained"]:
        if kinds.issuperset(pair):
            names = " and ".join(table("rates")["basis"][name_of(kind)]["en"] for kind in pair)
            raise ChainRefused(f"{names} are never chained: one says nothing of the other")
    return way


def _converted(way: Way, amount: MonetaryAmount, on: Day) -> Conversion:
    target = Currency(way[-1].target)
    factor = factor_of(way)
    moved = evolve(amount, currency=target, span=None, figure=None)
    result, step = _rounded(moved, factor)
    status = Status.EMENDED if amount.status is Status.EMENDED else Status.INFERRED
    names = dict.fromkeys(name_of(leg.rate.kind) for leg in way if not is_link(leg.rate))
    basis = ", ".join(names) or name_of(way[0].rate.kind)
    doubts = doubts_of(way, amount, str(on), step)
    return Conversion(amount, evolve(result, status=status), str(on), basis, way, doubts)


def _rounded(amount: MonetaryAmount, factor: Fraction) -> tuple[MonetaryAmount, Decimal | None]:
    """Return the product to the smallest part of the unit, and that part where anything was rounded off."""
    step = amount.step if amount.currency.minor else _MILLI
    try:
        exact = amount.scaled(factor)
        if all(end is None or end % step == 0 for end in (exact.low, exact.high)):
            return exact, None
    except InexactAmount:
        pass
    ends = [None if end is None else round(Fraction(end) * factor / Fraction(step)) * step
            for end in (amount.low, amount.high)]  # fmt: skip
    return evolve(amount * 1, low=ends[0], high=ends[1]), step
