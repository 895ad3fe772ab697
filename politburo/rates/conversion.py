"""A conversion, what it rests on and what comes of it; a basis on which one could be made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from politburo.display import Shown
from politburo.rates.chains import Day, Leg, Way, factor_of, is_link, name_of
from politburo.rates.footnotes import Doubt, doubts_of, footnote, grouped
from politburo.rates.tables import ExchangeRate
from politburo.values.arithmetic import decimal_of
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.money import MonetaryAmount
from politburo.vocabulary import table

__all__ = ["Basis", "Conversion", "bases_of", "converted", "said_of"]

# Grams to the milligram where a unit has no smaller part.
_MILLI = Decimal("0.001")
# A part larger than that (a shilling, the ruble of a chervonets) is too coarse to round to.
_CENT = Decimal("0.01")
# What a small sum is rounded to: never so far that more than half a per cent is lost.
_LEAST_STEPS = 100


@frozen
class Conversion(Shown):
    """A sum in another unit, with all that it rests on.

    >>> from politburo.rates import convert
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
        """What one unit of the amount is, exactly; the result is rounded to the smallest part of its unit."""
        return factor_of(self.legs)

    @property
    def rates(self) -> tuple[ExchangeRate, ...]:
        """The rates it rests on, in the order of its steps."""
        return tuple(leg.rate for leg in self.legs)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of its rates, each once."""
        return tuple(dict.fromkeys(source for leg in self.legs for source in leg.rate.sources))

    def footnote(self, language: str = "en") -> str:
        """Return the conversion as a footnote in ``en`` or ``ru``.

        >>> from politburo.rates import convert
        >>> from politburo.rates import convert
        >>> loan = MonetaryAmount.parse("2 млн. золотых рублей")
        >>> print(convert(loan, "SUR_1924", on="1936-06-17", basis="restatement").footnote().split(";")[0])
        2,000,000 gold rubles = 8,760,000 Soviet rubles (1924-1947), as of June 17, 1936
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


def bases_of(amount: MonetaryAmount, found: Iterable[Way], on: Day, *, by_id: bool) -> tuple[Basis, ...]:
    """Return what ways mean for the amount; the same name and factor counts once."""
    made: dict[tuple[str, Fraction], Basis] = {}
    for way in found:
        conversion = converted(way, amount, on)
        rate = next((leg.rate for leg in way if not is_link(leg.rate)), way[0].rate)
        name = rate.id if by_id else conversion.basis
        said = table("rates")["basis"].get(conversion.basis, {}).get("consequence") or said_of(rate)
        basis = Basis(name, conversion, all(leg.rate.in_force(on) for leg in way), said)
        made.setdefault((name, conversion.factor), basis)
    return tuple(made.values())


def said_of(rate: ExchangeRate) -> str:
    """Return what a rate of the caller's own says of itself."""
    return rate.note or ", ".join(rate.sources) or "a rate of the caller's own, of which nothing more is said"


def converted(way: Way, amount: MonetaryAmount, on: Day) -> Conversion:
    """Return the conversion of an amount by a way."""
    moved = evolve(amount, currency=Currency(way[-1].target), span=None, figure=None)
    result, step = _rounded(moved, way)
    status = Status.EMENDED if amount.status is Status.EMENDED else Status.INFERRED
    names = dict.fromkeys(name_of(leg.rate.kind) for leg in way if not is_link(leg.rate))
    basis = ", ".join(names) or name_of(way[0].rate.kind)
    doubts = doubts_of(way, amount, on, step)
    return Conversion(amount, evolve(result, status=status), str(on), basis, way, doubts)


def _rounded(amount: MonetaryAmount, way: Way) -> tuple[MonetaryAmount, Decimal | None]:
    """Return the product to the smallest part of the unit, and that part where anything was rounded off.

    What is only counted otherwise (a chervonets is ten rubles) is not rounded.
    """
    exact = [None if end is None else Fraction(end) * factor_of(way) for end in (amount.low, amount.high)]
    counted = all(is_link(leg.rate) or leg.rate.kind == "redenomination" for leg in way)
    if counted and all(end is None or decimal_of(end) is not None for end in exact):
        return evolve(amount, low=_decimal(exact[0]), high=_decimal(exact[1])), None
    step = _step(amount, exact)
    ends = [None if end is None else round(end / Fraction(step)) * Fraction(step) for end in exact]
    made = evolve(amount, low=_decimal(ends[0]), high=_decimal(ends[1]))
    return made, None if ends == exact else step


def _decimal(number: Fraction | None) -> Decimal | None:
    return None if number is None else decimal_of(number)


def _step(amount: MonetaryAmount, exact: Sequence[Fraction | None]) -> Decimal:
    """Return the smallest part of the unit, or of it a tenth, a hundredth … where a sum is small."""
    step = min(amount.step, _CENT) if amount.currency.minor else _MILLI
    least = min((abs(end) for end in exact if end), default=Fraction(step) * _LEAST_STEPS)
    while least < Fraction(step) * _LEAST_STEPS:
        step /= 10
    return step
