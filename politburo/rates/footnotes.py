"""How a conversion is written down: what it rests on, its sources, and what is to be doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Any, Protocol

from attrs import field, frozen

from politburo.localizing import localize
from politburo.rates.chains import Day, Leg
from politburo.rates.tables import RateTable
from politburo.values.base import Status
from politburo.values.currencies import Currency, days_of
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.numerals import plain
from politburo.vocabulary import table

__all__ = ["Converted", "Doubt", "caution_of", "doubts_of", "footnote", "grouped", "written"]


@frozen
class Doubt:
    """Something to be doubted in a conversion: a slug, and its text in English or Russian.

    >>> Doubt("rounded", {"step": "0.01"}).text("ru")
    'округлено до 0.01'
    """

    slug: str
    facts: Mapping[str, str] = field(factory=dict, hash=False)

    def text(self, language: str = "en") -> str:
        """Return the doubt in words."""
        facts = {"text": self.facts.get(language, "")} | dict(self.facts)
        return str(table("rates")["doubt"][language][self.slug]).format(**facts)


class Converted(Protocol):
    """What a footnote tells of: :class:`politburo.rates.converting.Conversion` has it."""

    @property
    def amount(self) -> MonetaryAmount:
        """The sum as it was."""

    @property
    def result(self) -> MonetaryAmount:
        """The sum in the other unit."""

    @property
    def on(self) -> str:
        """The date."""

    @property
    def basis(self) -> str:
        """The names of the bases."""

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The steps."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is to be doubted."""


def doubts_of(way: Sequence[Leg], amount: MonetaryAmount, on: Day, step: Decimal | None) -> tuple[Doubt, ...]:
    """Return what is to be doubted: each rate's time, proof and note, the units, the rounding."""
    found = [doubt for leg in way for doubt in _of_rate(leg, on)]
    # A coefficient that the caller knows of answers what was not found.
    own = any(leg.rate.kind != "gold_content" and leg.rate not in RateTable.standard().rates for leg in way)
    caution = None if own else caution_of({way[0].source, way[-1].target}, on)
    found += [caution] if caution else []
    if amount.status is not Status.STATED:
        found.append(Doubt("inferred_unit"))
    if not Currency(way[-1].target).in_use(on):
        found.append(Doubt("unit_not_in_use", {"unit": way[-1].target, "on": str(on)}))
    if step is not None:
        found.append(Doubt("rounded", {"step": plain(step)}))
    return tuple(found)


def caution_of(units: AbstractSet[str], on: Day) -> Doubt | None:
    """Return what was found out about conversions between two units at a time, where anything was."""
    last = days_of(on)[1].isoformat()
    for row in table("rates")["caution"]:
        sides = [set(side) & units for side in row["between"]]
        if all(sides) and row["from"] <= last <= row["to"]:
            cited = ", ".join(row["sources"])
            return Doubt("caution", {"en": row["en"], "ru": row["ru"], "sources": cited})
    return None


def _of_rate(leg: Leg, on: Day) -> list[Doubt]:
    rate, found = leg.rate, list[Doubt]()
    if not rate.in_force(on):
        period = {"on": str(on), "since": rate.valid_from, "until": rate.valid_to or ".."}
        found.append(Doubt("not_in_force", period))
    elif len(rate.valid_from) == 4 and rate.kind != "unit":
        found.append(Doubt("approximate_period"))
    if rate.status not in ("verified", "derived"):
        found.append(Doubt("status", {"status": ", ".join(filter(None, (rate.status, rate.confidence)))}))
    if rate.note:
        found.append(Doubt("note", {"en": rate.note, "ru": rate.note_ru or rate.note}))
    return found


def footnote(conversion: Converted, language: str) -> str:
    """Return a conversion as one sentence with its sources and doubts, in ``en`` or ``ru``."""
    words = table("rates")["footnote"]
    if language not in words:
        raise ValueError(f"expected one of {', '.join(sorted(words))} as language, got {language!r}")
    said: Mapping[str, str] = words[language]
    equation = f"{written(conversion.amount, language)} = {written(conversion.result, language)}"
    if not conversion.legs:
        return said["same"].format(equation=equation, on=_date(conversion.on, language))
    doubts = [doubt.text(language).rstrip(".") for doubt in conversion.doubts]
    return said["whole"].format(
        equation=equation,
        on=_date(conversion.on, language),
        basis=_basis_name(conversion.basis, language),
        chain="; ".join(_equation(leg, language) for leg in conversion.legs),
        sources=_sources(conversion.sources, said),
        doubts=said["doubts"].format(list="; ".join(doubts)) if doubts else "",
    )


def _date(on: str, language: str) -> str:
    return localize(PartialDate.parse(on), language)


def _basis_name(basis: str, language: str) -> str:
    rows: Mapping[str, Any] = table("rates")["basis"]
    return ", ".join(str(rows.get(name, {}).get(language, name)) for name in basis.split(", "))


def _equation(leg: Leg, language: str) -> str:
    one = MonetaryAmount.of(1, leg.rate.base)
    return (
        f"{written(one, language)} = {written(MonetaryAmount.of(leg.rate.value, leg.rate.quote), language)}"
    )


def _sources(ids: Sequence[str], said: Mapping[str, str]) -> str:
    titles = table("rates")["sources"]
    listed = [f"{name} ({titles[name].rstrip('.')})" if name in titles else name for name in ids]
    return said["cited"].format(list="; ".join(listed)) if ids else said["uncited"]


def written(amount: MonetaryAmount, language: str) -> str:
    """Return a sum as a footnote has it; of a unit that several issues share with the years of its issue.

    >>> written(MonetaryAmount.of(100, "SUR_1947"), "en")
    '100 Soviet rubles (1947-1960)'
    """
    years = amount.currency.name(language).rpartition("(")[2]
    dated = years.endswith(")") and years[:-1].replace("-", "").isdigit()
    return f"{localize(amount, language)}{f' ({years}' if dated else ''}"


def grouped(amount: MonetaryAmount, language: str) -> str:
    """Return a sum with grouped digits and the id of its unit.

    >>> grouped(MonetaryAmount.of("114155.25", "RUB_GOLD"), "ru")
    '114.155,25 RUB_GOLD'
    """
    numbers, unit = str(amount).split(" ")
    sign = numbers[: len(numbers) - len(numbers.lstrip("~"))]
    ends = [end if end == ".." else _number(Decimal(end), language) for end in numbers.lstrip("~").split("/")]
    return f"{sign}{'/'.join(ends)} {unit}"


def _number(number: Decimal, language: str) -> str:
    shown = f"{number:,f}"
    return shown.translate(str.maketrans(",.", ".,")) if language == "ru" else shown
