"""Dated rates of exchange: ``1 RUB_GOLD = 4.38 SUR_1924, official coefficient, 1936 to 18 July 1937, S12``.

The library's own are ``vocabulary/data/rates.toml``. A caller's come from a TOML file of the same
form; what such an entry must have::

    [[rate]]
    base = "RUB_CHERVONNY"
    quote = "RUB_GOLD"
    value = "0.2"                  # units of quote for ONE unit of base
    kind = "agreed_coefficient"    # the basis by which convert() is asked for it
    valid_from = "1935-10-01"      # year, month or day; valid_to likewise, or left out

``id``, ``status``, ``confidence``, ``basis``, ``note``, ``note_ru`` and ``sources`` may stand too.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from politburo.display import Shown
from politburo.errors import FormatError
from politburo.values.currencies import Currency, days_of
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

__all__ = ["ExchangeRate", "RateTable"]

_NEEDED = ("base", "quote", "value", "kind", "valid_from")
_ALLOWED = (*_NEEDED, "id", "valid_to", "status", "confidence", "basis", "note", "note_ru", "sources")


@frozen
class ExchangeRate(Shown):
    """How many units of ``quote`` one unit of ``base`` was, in what sense, when, and who says so.

    >>> rate = RateTable.standard()["RUB_GOLD-SUR_1924-1936-official_coefficient"]
    >>> str(rate.value), rate.valid_from, rate.sources
    ('4.38', '1936', ('S12',))
    """

    id: str
    base: str
    quote: str
    value: Decimal
    kind: str
    valid_from: str
    valid_to: str | None = None
    status: str = "uncertain"
    confidence: str = ""
    basis: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    note_ru: str = ""

    def in_force(self, on: PartialDate | dt.date | str) -> bool:
        """Tell whether it held on every day that a date can mean.

        >>> RateTable.standard()["USD-RUB_GOLD-1934-01-31-gold_parity"].in_force("1935-10-01")
        True
        """
        first, last = days_of(on)
        return self._starts <= first and last <= self._ends

    @property
    def _starts(self) -> dt.date:
        return _days(self.valid_from)[0]

    @property
    def _ends(self) -> dt.date:
        return _days(self.valid_to)[1] if self.valid_to else dt.date.max

    def __str__(self) -> str:
        """Return the rate as an equation with its kind and time."""
        period = f"{self.valid_from} to {self.valid_to or '..'}"
        return f"1 {self.base} = {self.value} {self.quote} ({self.kind}, {period})"


@frozen
class RateTable(Shown):
    """Rates of exchange, looked up by id and by the units they join; tables add up.

    >>> table = RateTable.standard()
    >>> [str(rate.value) for rate in table.between("RUB_GOLD", "SUR_1924") if rate.in_force("1935-10-01")]
    ['6.60']
    """

    rates: tuple[ExchangeRate, ...] = ()

    @classmethod
    def standard(cls) -> RateTable:
        """Return the rates of the vocabulary."""
        return _standard()

    @classmethod
    def from_toml(cls, path: Path | str) -> RateTable:
        """Return the rates of a TOML file, or raise :class:`politburo.errors.FormatError`.

        Add them to the library's: ``RateTable.standard() + RateTable.from_toml("own.toml")``.
        """
        try:
            read = tomllib.loads(Path(path).read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise FormatError(str(error), str(path)) from None
        rows = enumerate(_entries(read, str(path)), 1)
        rates = tuple(_checked(entry, f"{path}, rate {number}") for number, entry in rows)
        for number, rate in enumerate(rates, 1):
            if any(rate.id == other.id for other in rates[: number - 1]):
                raise FormatError(f"expected ids that differ, got {rate.id} again", f"{path}, rate {number}")
        return cls(rates)

    def __add__(self, other: RateTable) -> RateTable:
        """Return both tables in one; of two rates with the same id the other's counts."""
        ids = {rate.id for rate in other.rates}
        return RateTable((*(rate for rate in self.rates if rate.id not in ids), *other.rates))

    def __iter__(self) -> Iterator[ExchangeRate]:
        """Iterate over the rates."""
        return iter(self.rates)

    def __len__(self) -> int:
        """Return the number of rates."""
        return len(self.rates)

    def __getitem__(self, name: str) -> ExchangeRate:
        """Return the rate with an id."""
        for rate in self.rates:
            if rate.id == name:
                return rate
        raise KeyError(name)

    def of(self, unit: str) -> Iterator[ExchangeRate]:
        """Iterate over the rates that have a unit on either side."""
        return (rate for rate in self.rates if unit in (rate.base, rate.quote))

    def between(self, one: str, other: str) -> Iterator[ExchangeRate]:
        """Iterate over the rates that join two units, in either direction."""
        return (rate for rate in self.rates if {rate.base, rate.quote} == {one, other})


@cache
def _days(text: str) -> tuple[dt.date, dt.date]:
    return days_of(text)


@cache
def _standard() -> RateTable:
    return RateTable(tuple(map(_made, table("rates")["rates"])))


def _made(entry: Mapping[str, Any]) -> ExchangeRate:
    name = entry.get("id") or "-".join(str(entry[key]) for key in ("base", "quote", "valid_from", "kind"))
    kept = {key: entry[key] for key in entry if key not in ("id", "value", "sources")}
    sources: Iterable[str] = entry.get("sources", ())
    return ExchangeRate(id=name, value=Decimal(entry["value"]), sources=tuple(sources), **kept)


def _entries(read: Mapping[str, Any], where: str) -> list[Mapping[str, Any]]:
    """Return the entries of a caller's file; a file without any is a slip (``[[rates]]``)."""
    entries = read.get("rate", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FormatError("expected [[rate]] tables", where)
    if not entries:
        raise FormatError(f"expected [[rate]] tables, found {', '.join(read) or 'nothing'}", where)
    return entries


def _checked(entry: Mapping[str, Any], where: str) -> ExchangeRate:
    """Return the rate of a caller's entry, or say what is wrong with it."""
    missing = [key for key in _NEEDED if key not in entry]
    unknown = [key for key in entry if key not in _ALLOWED]
    if missing or unknown:
        message = f"expected {', '.join(missing)}" if missing else f"unexpected {', '.join(unknown)}"
        raise FormatError(message, where)
    dated = {key: str(value) if isinstance(value, dt.date) else value for key, value in entry.items()}
    if any(not isinstance(dated[key], str) for key in dated if key != "sources"):
        raise FormatError("expected texts in quotes, the value too", where)
    sources = dated.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(source, str) for source in sources):
        raise FormatError('expected a list as sources: ["letter of 5 October 1935"]', where)
    try:
        rate = _made(dated)
        Currency(rate.base), Currency(rate.quote), _days(rate.valid_from), _days(rate.valid_to or "1991")
    except InvalidOperation:
        raise FormatError(f"expected a number as value, got {entry['value']!r}", where) from None
    except ValueError as error:
        raise FormatError(str(error), where) from None
    _sensible(rate, where)
    return rate


def _sensible(rate: ExchangeRate, where: str) -> None:
    """Refuse a rate that can be none."""
    if not rate.value.is_finite() or rate.value <= 0:
        raise FormatError(f"expected a value above zero, got {rate.value}", where)
    if rate.base == rate.quote:
        raise FormatError(f"expected two units, got {rate.base} twice", where)
    if rate.valid_to and _days(rate.valid_to)[1] < _days(rate.valid_from)[0]:
        raise FormatError(f"expected an end after {rate.valid_from}, got {rate.valid_to}", where)
