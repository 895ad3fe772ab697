"""Reckoning with sums of money: exact, within one unit, refusing what the paper does not warrant.

Rules::

    a + b, a - b     ends are reckoned apart: 10/20 + 1 = 11/21, 500 - 100/.. = ../400
    a < b            only where every reading of both agrees; else :class:`Undecided`
    a * factor       int, Decimal or Fraction; a factor below zero swaps the ends
    a.allocate(w)    parts of whole kopecks (sen, cents) that add up to the sum again

"About" stays: what is reckoned from an approximate sum is approximate. Sums in different units, and
sums of which no unit is said (``XXX``), raise :class:`CurrencyMismatch`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, Inexact, Rounded
from fractions import Fraction
from typing import Self, TypeVar

from attrs import evolve

from politburo.errors import PolitburoError
from politburo.text import Span
from politburo.values.amounts import range_text
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.dates import PartialDate
from politburo.values.issues import OF_NO_KIND, issue_of, resolvable

__all__ = [
    "CurrencyMismatch",
    "InexactAmount",
    "Reckoning",
    "Undecided",
    "decimal_of",
    "sum_of",
]

# Digits enough for any sum and any rate of the papers; what does not fit raises instead of being rounded.
_EXACT = Context(prec=200, traps=[Inexact, Rounded])

R = TypeVar("R", bound="Reckoning")


class CurrencyMismatch(PolitburoError, TypeError):  # noqa: N818 - the name says what is wrong
    """Two sums are not in the same unit, or it is not said in which.

    >>> print(CurrencyMismatch("RUB_GOLD", "RUB_CHERVONNY"))
    RUB_GOLD and RUB_CHERVONNY are different units: convert one with a named basis first
    """

    def __init__(self, left: str, right: str) -> None:
        super().__init__(left, right)
        self.left = left
        self.right = right

    def __str__(self) -> str:
        """Return both units and what to do."""
        unsaid = [unit for unit in (self.left, self.right) if unit in OF_NO_KIND]
        if unsaid:
            what = "no unit is stated" if "XXX" in unsaid else "it is not said which ruble"
            names = list(dict.fromkeys(unsaid))
            asked = f"{' and '.join(names)} {'are' if names[1:] else 'is'}"
            return f"{self.left} and {self.right}: {what}; say what {asked} with resolved() first"
        return f"{self.left} and {self.right} are different units: convert one with a named basis first"


class Undecided(PolitburoError, ValueError):  # noqa: N818 - the name says what is wrong
    """What is known of the sums does not decide the question."""


class InexactAmount(PolitburoError, ArithmeticError):  # noqa: N818 - the name says what is wrong
    """A result is no exact decimal number, or no whole number of the smallest parts."""


class Reckoning:
    """The arithmetic of :class:`politburo.values.money.MonetaryAmount`, apart from its grammar."""

    __slots__ = ()

    low: Decimal | None
    high: Decimal | None
    currency: Currency
    approximate: bool
    status: Status
    span: Span | None

    def __add__(self, other: Self) -> Self:
        """Return the sum of two sums in one unit; open ends stay open."""
        if not isinstance(other, Reckoning):
            return NotImplemented
        self._same_unit(other)
        return self._joined(other, _plus(self.low, other.low), _plus(self.high, other.high))

    def __radd__(self, other: object) -> Self:
        """Let the built-in ``sum`` begin with its zero."""
        return self if other == 0 and isinstance(other, int) else NotImplemented

    def __sub__(self, other: Self) -> Self:
        """Return the difference; a lower end is what is left if the most is taken away."""
        return self + (-other) if isinstance(other, Reckoning) else NotImplemented

    def __neg__(self) -> Self:
        """Return the sum below zero: what is owed instead of owned."""
        ends = [None if end is None else _EXACT.multiply(end, Decimal(-1)) for end in (self.high, self.low)]
        return self._with(*ends)

    def __mul__(self, factor: int | Decimal | Fraction) -> Self:
        """Return the sum times an exact number."""
        return self.scaled(factor) if _is_factor(factor) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, divisor: int | Decimal | Fraction) -> Self:
        """Return the sum divided by an exact number."""
        return self.scaled(1 / Fraction(divisor)) if _is_factor(divisor) else NotImplemented

    def scaled(self, factor: int | Decimal | Fraction, *, rounded: bool = False) -> Self:
        """Return the sum times a number; ``rounded`` to the smallest part where it is no exact decimal.

        Raises :class:`InexactAmount` for a third of 100 rubles unless rounding is asked for.
        """
        fraction = Fraction(factor)
        if not fraction:
            return self._with(Decimal(0), Decimal(0))
        ends = [_times(end, fraction, self.step if rounded else None) for end in (self.low, self.high)]
        return self._with(*(reversed(ends) if fraction < 0 else ends))

    def ratio(self, other: Self) -> Fraction:
        """Return how many times the other it is; both exact and in one unit."""
        self._same_unit(other)
        return Fraction(self._exactly()) / Fraction(other._exactly())

    def compared(self, other: Self) -> int | None:
        """Return -1, 0 or 1 as it is less, equal or more; None where ranges or "about" leave it open.

        >>> from politburo.values.money import MonetaryAmount
        >>> MonetaryAmount.parse("10-20 руб.").compared(MonetaryAmount.parse("15 руб.")) is None
        True
        """
        self._same_unit(other)
        if self.approximate or other.approximate:
            return None
        if self.low is not None and self.low == self.high == other.low == other.high:
            return 0
        if _below(self.high, other.low):
            return -1
        return 1 if _below(other.high, self.low) else None

    def may_equal(self, other: Self) -> bool:
        """Tell whether some reading of both is the same sum; "about" can be any."""
        self._same_unit(other)
        apart = _below(self.high, other.low) or _below(other.high, self.low)
        return self.approximate or other.approximate or not apart

    def __lt__(self, other: Self) -> bool:
        """Tell whether it is less, or raise :class:`Undecided`."""
        if not isinstance(other, Reckoning):
            return NotImplemented
        return self._decided(other, "<", never=_not_below(self.low, other.high)) == -1

    def __gt__(self, other: Self) -> bool:
        """Tell whether it is more, or raise :class:`Undecided`."""
        if not isinstance(other, Reckoning):
            return NotImplemented
        return self._decided(other, ">", never=_not_below(other.low, self.high)) == 1

    def __le__(self, other: Self) -> bool:
        """Tell whether it is at most the other, or raise :class:`Undecided`."""
        return not self.__gt__(other) if isinstance(other, Reckoning) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        """Tell whether it is at least the other, or raise :class:`Undecided`."""
        return not self.__lt__(other) if isinstance(other, Reckoning) else NotImplemented

    @property
    def step(self) -> Decimal:
        """The smallest part as a decimal of the unit: 0.01 of a ruble, 0.05 of a pound.

        Where the part is no decimal fraction of the unit (60 paisa), or there is none, the last
        digit that the sum itself has.
        """
        minor = self.currency.minor
        if minor and (Decimal(1) / minor.per_unit) * minor.per_unit == 1 and not 10**6 % minor.per_unit:
            return Decimal(1) / minor.per_unit
        return Decimal(1).scaleb(-max(_places(end) for end in (self.low, self.high)))

    @property
    def minor_units(self) -> int:
        """The exact sum in its smallest parts: 10.50 rubles are 1050 kopecks."""
        number = Fraction(self._exactly()) / Fraction(self.step)
        if number.denominator != 1:
            raise InexactAmount(f"{self} is no whole number of its smallest part, {self.step}")
        return int(number)

    def rounded(self) -> Self:
        """Return the sum to the nearest smallest part, halves to the even one."""
        return self.scaled(1, rounded=True)

    def allocate(self, weights: Sequence[int | Decimal | Fraction]) -> tuple[Self, ...]:
        """Return parts in the proportion of the weights, to the kopeck, that add up to the sum again.

        What does not divide goes to the parts with the largest remainders, the earlier first.

        >>> from politburo.values.money import MonetaryAmount
        >>> [str(part) for part in MonetaryAmount.parse("100 руб.").allocate([1, 1, 1])]
        ['33.34 RUB', '33.33 RUB', '33.33 RUB']
        """
        if not all(map(_is_factor, weights)):
            raise TypeError("expected weights that are exact numbers: int, Decimal or Fraction")
        shares = [Fraction(weight) for weight in weights]
        if not shares or min(shares) < 0 or not sum(shares):
            raise ValueError("expected weights that are not below zero and not all zero")
        units = _shared(self.minor_units, shares)
        return tuple(self._with(*[self.step * count] * 2) for count in units)

    def split(self, parts: int) -> tuple[Self, ...]:
        """Return that many equal parts, to the kopeck; the first ones take what is left over."""
        if parts < 1:
            raise ValueError(f"expected one part or more, got {parts}")
        return self.allocate([1] * parts)

    def resolved(self, currency: str, *, on: PartialDate | dt.date | str) -> Self:
        """Return the sum in the unit that the caller knows to be meant on a date; inferred.

        Only sums of no stated unit (``XXX``) and rubles of no stated kind (``RUB``, ``SUR``) can be
        resolved, and units that have an issue of that time («юаней» of 1941, «совзнаков» of 1921).
        ``"SUR"`` takes the Soviet ruble of the day. Raises ValueError where the unit was not in use.

        >>> from politburo.values.money import MonetaryAmount
        >>> amount = MonetaryAmount.parse("5.000.000 рублей").resolved("RUB_GOLD", on="1935-03-22")
        >>> str(amount), amount.status.value
        ('5000000 RUB_GOLD', 'inferred')
        """
        unit = Currency(issue_of(currency, on))
        if not resolvable(self.currency, unit.id, on):
            raise CurrencyMismatch(self.currency.id, unit.id)
        if not unit.in_use(on):
            used = f"{unit.valid_from or '..'} to {unit.valid_to or '..'}"
            raise ValueError(f"{unit} was not in use on {on} but from {used}")
        return _evolved(self, currency=unit, status=_inferred(self.status))

    def fine_gold(self, on: PartialDate | dt.date | str) -> Self:
        """Return the grams of fine gold that the sum stood for on a date, as ``XAU_GRAM``; inferred.

        Raises :class:`politburo.values.currencies.NoGoldContent` where the unit had none.

        >>> from politburo.values.money import MonetaryAmount
        >>> str(MonetaryAmount.parse("2 млн. золотых рублей").fine_gold("1935-10-01"))
        '1548468 XAU_GRAM'
        """
        grams = self.scaled(self.currency.gold_content(on).grams)
        return _evolved(grams, currency=Currency("XAU_GRAM"))

    # --- inside -----------------------------------------------------------------------------------

    def _with(self, low: Decimal | None, high: Decimal | None) -> Self:
        status = _inferred(self.status)
        return _evolved(self, low=_tidy(low), high=_tidy(high), span=None, figure=None, status=status)

    def _joined(self, other: Self, low: Decimal | None, high: Decimal | None) -> Self:
        if low is None and high is None:
            raise Undecided(f"nothing is known of {self} and {other} together: one end of each is open")
        approximate = self.approximate or other.approximate
        status = _inferred(self.status, other.status)
        return _evolved(self._with(low, high), approximate=approximate, status=status)

    def _same_unit(self, other: Self) -> None:
        if not isinstance(other, Reckoning):
            raise TypeError(f"expected a sum of money, got {type(other).__name__}")
        if self.currency != other.currency or self.currency.id == "XXX":
            raise CurrencyMismatch(self.currency.id, other.currency.id)

    def _exactly(self) -> Decimal:
        if self.low is None or self.low != self.high:
            raise Undecided(f"expected an exact sum, got {self}")
        return self.low

    def _decided(self, other: Self, sign: str, *, never: bool) -> int:
        found = self.compared(other)
        if found is not None:
            return found
        if never and not (self.approximate or other.approximate):
            return 0
        raise Undecided(f"{_shown(self)} {sign} {_shown(other)} is undecided: use compared() or may_equal()")


def sum_of(amounts: Iterable[R]) -> R:
    """Return the sum of one or more sums in one unit.

    >>> from politburo.values.money import MonetaryAmount
    >>> str(sum_of(MonetaryAmount.of(number, "JPY") for number in (5, 6, 7)))
    '18 JPY'
    """
    total: R | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    if total is None:
        raise ValueError("expected at least one sum: of none the unit is not known")
    return total


def decimal_of(number: Fraction) -> Decimal | None:
    """Return a fraction as a decimal number, None where it is none.

    >>> decimal_of(Fraction(1, 8)), decimal_of(Fraction(1, 3))
    (Decimal('0.125'), None)
    """
    try:
        return _EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    except (Inexact, Rounded):
        return None


def _evolved(amount: R, **changes: object) -> R:
    made: R = evolve(amount, **changes)  # type: ignore[misc]  # the class that mixes this in is attrs'
    return made


def _is_factor(factor: object) -> bool:
    return isinstance(factor, (int, Decimal, Fraction)) and not isinstance(factor, bool)


def _plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else _EXACT.add(left, right)


def _times(end: Decimal | None, factor: Fraction, step: Decimal | None) -> Decimal | None:
    if end is None:
        return None
    number = Fraction(end) * factor
    if step is not None:
        return step * round(number / Fraction(step))
    found = decimal_of(number)
    if found is None:
        raise InexactAmount(f"{end} times {factor} is no exact decimal: split() it, or scale it rounded=True")
    return found


def _places(number: Decimal | None) -> int:
    """Return the number of digits behind the decimal sign."""
    return 0 if number is None else max(0, -int(number.normalize().as_tuple().exponent))


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def _not_below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low >= high


def _tidy(number: Decimal | None) -> Decimal | None:
    """Return a number without trailing zeros, exponent and minus zero."""
    if number is None:
        return None
    whole = number.to_integral_value()
    return _EXACT.quantize(whole, Decimal(1)) + 0 if number == whole else number.normalize(_EXACT)


def _shared(units: int, shares: Sequence[Fraction]) -> list[int]:
    total = sum(shares)
    wanted = [units * share / total for share in shares]
    counts = [number.numerator // number.denominator for number in wanted]
    by_remainder = sorted(range(len(shares)), key=lambda i: counts[i] - wanted[i])
    for at in by_remainder[: units - sum(counts)]:
        counts[at] += 1
    return counts


def _inferred(*statuses: Status) -> Status:
    return Status.EMENDED if Status.EMENDED in statuses else Status.INFERRED


def _shown(amount: Reckoning) -> str:
    return f"{range_text(amount.low, amount.high, approximate=amount.approximate)} {amount.currency}"
