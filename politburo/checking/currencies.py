"""The units of sums: not said, said without the kind of ruble, not in use at the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from politburo.checking.amounts import dropped_kinds
from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.checking.spells import Spell
from politburo.checking.sums import Sum, lent, rubles, sums
from politburo.findings import Level
from politburo.records import Document
from politburo.vocabulary import table

__all__ = ["RULES"]

_NEVER = frozenset({"RUB", "XXX", "RUB_FOREIGN"})
# Sums in a new unit are decided on before its first day; general knowledge may be some months off.
_BEFOREHAND = dt.timedelta(days=92)
_MARGIN = dt.timedelta(days=92)


def find_unstated(document: Document) -> Iterator[Remark]:
    """Yield the sums whose unit is not said."""
    for found in sums(document):
        if found.currency == "XXX":
            yield Remark(
                f"{said(document, found.money)} is money without a unit: expected a currency",
                found.money.span,
                found.entity,
            )


def find_unqualified(document: Document) -> Iterator[Remark]:
    """Yield the plain rubles where the text has other rubles too, or where they are lent."""
    every = list(sums(document))
    dropped = {found.money.span or found.money for found, _ in dropped_kinds(document)}
    for witness in document.witnesses:
        here = [found for found in every if found.witness is witness]
        kinds = sorted({found.currency for found in here} & rubles())
        plain = [f for f in here if f.currency == "RUB" and (f.money.span or f.money) not in dropped]
        passages, lent_sums = lent(witness)
        open_sums = [
            f for f in plain if kinds or (f.money.span in passages if f.money.span else f.money in lent_sums)
        ]
        for _, group in groupby(open_sums, key=lambda found: found.entity):
            first, *others = group
            yield _unqualified(document, first, len(others), kinds)


def _unqualified(document: Document, found: Sum, others: int, kinds: list[str]) -> Remark:
    why = f"the same text also has {', '.join(kinds)}" if kinds else "they are lent"
    more = f" ({others} more here)" if others else ""
    what = f"{said(document, found.money)} leaves open which rubles are meant{more}"
    return Remark(f"{what}: expected their kind, for {why}", found.money.span, found.entity)


@cache
def _never() -> frozenset[str]:
    """Return the units never accused; which issue of «марок» or "Soviet rubles" is meant goes by the date."""
    dated = table("money")["dated"].values()
    return _NEVER | {issue["id"] for issues in dated for issue in issues}


def find_anachronisms(document: Document) -> Iterator[Remark]:
    """Yield the sums in a currency that was not in use on the day of the decision."""
    for found in sums(document):
        currency = found.money.currency
        if found.day is None or found.currency in _never() or currency.facts.get("kind") == "coin":
            continue
        verified = currency.facts.get("status") == "verified"
        spell = Spell(currency.valid_from, currency.valid_to, verified, _MARGIN)
        if not spell.includes(found.day) and not spell.is_near(found.day, _BEFOREHAND):
            what = f"{said(document, found.money)} in a decision of {found.day}: expected another currency"
            message = f"{what}, for the {currency.name('en')} was in use {spell}{spell.doubt}"
            yield Remark(message, found.money.span, found.entity, None if verified else Level.NOTE)


_LENT = """\
Extract from protocol No. 64 of the meeting of the Presidium of the TsK KPSS of 1 November 1962

1. Grant the government of the Mongolian People's Republic a credit of {} at 2% per annum.
"""

_MIXED = """\
ПРОТОКОЛ № 124
заседания Политбюро ЦК ВКП(б) от 25 апреля 1930 г.

п. 1: О валютном плане.
а) Утвердить валютный план в сумме 212 млн. {}.
б) Отпустить ВСНХ 2 млн. 400 тыс. руб. в валюте.
"""

_GOLD = """\
ПРОТОКОЛ № 41
заседания Политбюро ЦК ВКП(б) от 21 июля {} г.

п. 4: О запасах.
Отпустить Совсиньторгу 3.000.000 золотых рублей.
"""

RULES = (
    Rule(
        "currency-unstated",
        Level.NOTE,
        "a number that is money with no unit said",
        "A sum must have a unit. «Пятимиллионная ссуда» has none: what is known from other papers is not "
        "supplied, the sum is read as `XXX`.",
        "Five million gold rubles and five million Soviet rubles differ by a factor of four and more.",
        _LENT.format("90 million"),
        _LENT.format("90 million US dollars"),
        find_unstated,
    ),
    Rule(
        "currency-unqualified",
        Level.NOTE,
        "«рублей» where the kind of ruble matters",
        "Where a text has sums in one kind of ruble (gold, chervonets, foreign-currency, Soviet, "
        "transferable) a sum in mere rubles leaves open whether the same is meant. So does a loan in mere"
        " rubles, its principal and its tranches, in any text.",
        "After 1926 one kind could not freely be had for another; the rate at which one was booked as the"
        " other was often what a decision was about.",
        _MIXED.format("руб"),
        _MIXED.format("руб. в валюте"),
        find_unqualified,
    ),
    Rule(
        "currency-anachronism",
        Level.WARNING,
        "a currency used outside its validity",
        "A sum must be in a currency that was in use on the day of the decision. The gold ruble as a unit"
        " of account ended with March 1936. Mere rubles, foreign-currency rubles, coins and sums without "
        "a unit are never accused, nor is a unit some weeks before its first day. Where the dates of a "
        "currency are general knowledge only, the finding is a note, and three months on either side are "
        "allowed for.",
        "The unit was misread or mistranslated, or the paper restates an older sum; both change what the "
        "sum is worth.",
        _GOLD.format("1936"),
        _GOLD.format("1935"),
        find_anachronisms,
    ),
)
