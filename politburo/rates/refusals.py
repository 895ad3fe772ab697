"""Conversions that are not made: no basis is named, no rate is known, or the steps do not go together."""

from __future__ import annotations

from politburo.errors import PolitburoError
from politburo.rates.conversion import Basis

__all__ = ["BasisRequired", "ChainRefused", "NoRate"]


class BasisRequired(PolitburoError, ValueError):  # noqa: N818 - the name says what is missing
    """A conversion has no basis, or the basis named has several rates; lists what there is.

    ``caution`` is what was found out about such conversions, where anything was.

    >>> from politburo.rates import convert
    >>> from politburo.values.money import MonetaryAmount
    >>> try:
    ...     convert(MonetaryAmount.parse("500.000 черв. руб."), "RUB_GOLD", on="1935-10-01")
    ... except BasisRequired as error:
    ...     print([(basis.name, str(basis.conversion.result)) for basis in error.bases])
    [('nominal', '500000 RUB_GOLD'), ('torgsin', '75757.58 RUB_GOLD'), ('restatement', '114155.25 RUB_GOLD')]
    """

    def __init__(self, amount: str, to: str, on: str, bases: tuple[Basis, ...], caution: str = "") -> None:
        super().__init__(amount, to, on, bases, caution)
        self.amount = amount
        self.to = to
        self.on = on
        self.bases = bases
        self.caution = caution

    def __str__(self) -> str:
        """Return what was asked and, a line each, what it can rest on."""
        lines = [f"expected a basis to convert {self.amount} to {self.to} on {self.on}; there are:"]
        lines += [f"  {basis}" for basis in self.bases]
        return "\n".join([*lines, f"  ({self.caution})"] if self.caution else lines)


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
