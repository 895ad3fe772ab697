"""Monetary units: what they are called, what they are divided into, what gold they stood for.

The facts are ``vocabulary/data/currencies.toml`` and ``money.toml``, each with its sources and doubts.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from attrs import field, frozen

from politburo.display import Shown
from politburo.errors import ParseError, PolitburoError
from politburo.text import Span
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

__all__ = ["Currency", "GoldContent", "Minor", "NoGoldContent", "days_of"]


class Minor(NamedTuple):
    """The part of a currency's unit: names in Russian and English, and how many make one unit."""

    name_ru: str
    name_en: str
    per_unit: int


@frozen
class GoldContent:
    """Grams of fine gold that one unit stood for, from a day to a day (None: not known or open).

    >>> Currency("USD").gold_content("1935-10-01").grams
    Decimal('0.888671')
    """

    grams: Decimal
    since: str | None
    until: str | None
    status: str
    note: str = ""
    source: str = ""


class NoGoldContent(PolitburoError, LookupError):  # noqa: N818 - the name says what is missing
    """A currency stood for no fixed weight of gold on a day, or none is known.

    >>> Currency("USD").gold_content("1933-08-01")
    Traceback (most recent call last):
    ...
    politburo.values.currencies.NoGoldContent: no gold content of USD is known for 1933-08-01; \
known: 1.504632 g from 1879-01-01 to 1933-03-09, 0.888671 g from 1934-01-31 to 1971-12-17, \
0.818513 g from 1971-12-18 to 1973-02-12, 0.736662 g from 1973-02-13 to 1978-03-31
    """

    def __init__(self, currency: str, on: str, known: tuple[str, ...]) -> None:
        super().__init__(currency, on, known)
        self.currency = currency
        self.on = on
        self.known = known

    def __str__(self) -> str:
        """Return which currency, for when, and what is known of other times."""
        known = f"; known: {', '.join(self.known)}" if self.known else ""
        return f"no gold content of {self.currency} is known for {self.on}{known}"


def _known(instance: Currency, attribute: object, value: str) -> None:  # noqa: ARG001 - the signature of attrs
    if value not in table("currencies"):
        near = difflib.get_close_matches(value, list(table("currencies")), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ParseError(f"expected the id of a currency{hint}", value, Span(0, len(value)))


@frozen(repr=False)
class Currency(Shown):
    """A monetary unit, by its id in the vocabulary.

    Gold rubles, chervonets rubles, foreign-currency rubles and rubles of no stated kind are
    different currencies.

    >>> Currency("RUB_GOLD").name("ru"), Currency("RUB_GOLD").minor.per_unit
    ('золотой рубль', 100)
    """

    id: str = field(validator=_known)

    @property
    def facts(self) -> Mapping[str, Any]:
        """Return the vocabulary's entry, notes and sources included."""
        entry: Mapping[str, Any] = table("currencies")[self.id]
        return entry

    def name(self, language: str) -> str:
        """Return the name in ``ru`` or ``en``.

        >>> Currency("MXD_SILVER").name("en")
        'Mexican (silver) dollar'
        """
        return str(self.facts[f"name_{language}"])

    @property
    def minor(self) -> Minor | None:
        """Return the part of the unit, or None where it has none."""
        entry = self.facts.get("minor")
        return Minor(entry["name_ru"], entry["name_en"], entry["per_unit"]) if entry else None

    @property
    def valid_from(self) -> str | None:
        """Return the first day, month or year of use, as ISO 8601 text."""
        return self.facts.get("valid_from")

    @property
    def valid_to(self) -> str | None:
        """Return the last day, month or year of use, as ISO 8601 text."""
        return self.facts.get("valid_to")

    def in_use(self, on: PartialDate | dt.date | str) -> bool:
        """Tell whether it was in use on every day that a date can mean.

        >>> Currency("SUR_1961").in_use("1935-10-01"), Currency("RUB_GOLD").in_use("1935-10-01")
        (False, True)
        """
        return _covers(self.valid_from, self.valid_to, days_of(on))

    def gold_content(self, on: PartialDate | dt.date | str) -> GoldContent:
        """Return the fine gold in one unit on a date, or raise :class:`NoGoldContent`.

        >>> Currency("RUB_GOLD").gold_content("1935").grams
        Decimal('0.774234')
        """
        days = days_of(on)
        rows = [row for row in self.facts.get("gold", ()) if "grams" in row]
        for row in rows:
            if _covers(row.get("from"), row.get("to"), days):
                return _content(row)
        raise NoGoldContent(self.id, str(on), tuple(map(_described, rows)))

    def __str__(self) -> str:
        """Return the id."""
        return self.id

    def __repr__(self) -> str:
        return f"Currency({self.id!r})"


def days_of(on: PartialDate | dt.date | str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a date can mean.

    >>> days_of("1935-10")
    (datetime.date(1935, 10, 1), datetime.date(1935, 10, 31))
    """
    if isinstance(on, dt.date):
        day = on.date() if isinstance(on, dt.datetime) else on
        return day, day
    date = PartialDate.parse(on) if isinstance(on, str) else on
    if date.earliest is None or date.latest is None:
        raise ValueError(f"expected a date with a year and both ends, got {date}")
    return date.earliest, date.latest


def _covers(start: str | None, stop: str | None, days: tuple[dt.date, dt.date]) -> bool:
    """Tell whether a period, given by ISO 8601 days, months or years, holds every one of the days."""
    first = _written_days(start)[0] if start else dt.date.min
    last = _written_days(stop)[1] if stop else dt.date.max
    return first <= days[0] and days[1] <= last


@cache
def _written_days(text: str) -> tuple[dt.date, dt.date]:
    return days_of(text)


def _content(row: Mapping[str, Any]) -> GoldContent:
    note, source = row.get("note", ""), row.get("source", "")
    return GoldContent(Decimal(row["grams"]), row.get("from"), row.get("to"), row["status"], note, source)


def _described(row: Mapping[str, Any]) -> str:
    ends = [f"{word} {row[key]}" for word, key in (("from", "from"), ("to", "to")) if key in row]
    return " ".join([f"{row['grams']} g", *ends])
