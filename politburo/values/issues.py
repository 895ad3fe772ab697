"""Which issue of a money is meant on a date: «советских рублей» of 1935, «юаней» of 1941.

What issues followed one another stands in ``vocabulary/data/money.toml`` under ``dated``.
"""

from __future__ import annotations

import datetime as dt

from politburo.values.currencies import Currency, days_of
from politburo.values.dates import PartialDate
from politburo.vocabulary import table

__all__ = ["OF_NO_KIND", "issue_of", "resolvable"]

OF_NO_KIND = ("XXX", "RUB", "SUR")


def issue_of(currency: str, on: PartialDate | dt.date | str) -> str:
    """Return the Soviet ruble of a date for ``SUR``; other units are told by the caller.

    Raises ValueError where the date does not tell which.

    >>> issue_of("SUR", "1947-12-15"), issue_of("SUR", "1947-12-16")
    ('SUR_1924', 'SUR_1947')
    """
    if currency != "SUR":
        return currency
    first, last = (_soviet_ruble(day) for day in days_of(on))
    if first != last:
        raise ValueError(f"{first} was followed by {last} within {on}: name the day")
    return last


def _soviet_ruble(day: dt.date) -> str:
    issues = table("money")["dated"]["SUR"]  # the last of them is open: one always fits
    return next(str(issue["id"]) for issue in issues if "to" not in issue or day.isoformat() <= issue["to"])


def resolvable(stated: Currency, meant: str, on: PartialDate | dt.date | str) -> bool:
    """Tell whether a unit that a paper states can be what the caller knows to be meant on a date.

    >>> resolvable(Currency("RUB"), "RUB_GOLD", "1935"), resolvable(Currency("RUB"), "USD", "1935")
    (True, False)
    """
    if stated.id in ("XXX", meant):
        return True
    if stated.id not in OF_NO_KIND:
        issues = (issue["id"] for issue in table("money")["dated"].get(stated.id, ()))
        return meant in issues and (_undated(stated) or not stated.in_use(on))
    rubles = meant.startswith(("RUB", "RUR", "SUR", "SOVZNAK", "XTR"))
    return meant.startswith("SUR") if stated.id == "SUR" else rubles


def _undated(stated: Currency) -> bool:
    """Tell whether a unit is only a word for several issues: «совзнаками»."""
    return bool(stated.facts.get("kind") == "undated")
