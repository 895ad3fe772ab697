"""How a conversion is written down: what it rests on, its sources, and what is to be doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from attrs import field, frozen

from politburo.rates.chains import Leg
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.money import MonetaryAmount
from politburo.values.numerals import plain
from politburo.vocabulary import table

__all__ = ["Converted", "Doubt", "doubts_of", "footnote", "grouped"]


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
        return str(table("rates")["doubt"][language][self.slug]).format(**self.facts)


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


def doubts_of(way: Sequence[Leg], amount: MonetaryAmount, on: str, step: Decimal | None) -> tuple[Doubt, ...]:
    """Return what is to be doubted: each rate's time, proof and note, the unit, the rounding."""
    found = [doubt for leg in way for doubt in _of_rate(leg, on)]
    if amount.status is not Status.STATED:
        found.append(Doubt("inferred_unit"))
    if step is not None:
        found.append(Doubt("rounded", {"step": plain(step)}))
    return tuple(found)


def _of_rate(leg: Leg, on: str) -> list[Doubt]:
    rate, found = leg.rate, list[Doubt]()
    if not rate.in_force(on):
        period = {"on": on, "since": rate.valid_from, "until": rate.valid_to or ".."}
        found.append(Doubt("not_in_force", period))
    elif len(rate.valid_from) == 4 and rate.kind != "unit":
        found.append(Doubt("approximate_period"))
    if rate.status not in ("verified", "derived"):
        found.append(Doubt("status", {"status": ", ".join(filter(None, (rate.status, rate.confidence)))}))
    if rate.note:
        found.append(Doubt("note", {"note": rate.note}))
    return found


def footnote(conversion: Converted, language: str) -> str:
    """Return a conversion as one sentence with its sources and doubts, in ``en`` or ``ru``."""
    words = table("rates")["footnote"]
    if language not in words:
        raise ValueError(f"expected one of {', '.join(sorted(words))} as language, got {language!r}")
    said: Mapping[str, str] = words[language]
    doubts = [doubt.text(language).rstrip(".") for doubt in conversion.doubts]
    return said["whole"].format(
        amount=grouped(conversion.amount, language),
        result=grouped(conversion.result, language),
        on=conversion.on,
        basis=_basis_name(conversion.basis, language),
        chain="; ".join(_equation(leg, said, language) for leg in conversion.legs),
        sources=_sources(conversion.sources, said),
        doubts=said["doubts"].format(list="; ".join(doubts)) if doubts else "",
    )


def _basis_name(basis: str, language: str) -> str:
    rows: Mapping[str, Any] = table("rates")["basis"]
    return ", ".join(str(rows.get(name, {}).get(language, name)) for name in basis.split(", "))


def _equation(leg: Leg, said: Mapping[str, str], language: str) -> str:
    names = [Currency(unit).name(language) for unit in (leg.rate.base, leg.rate.quote)]
    return said["equation"].format(base=names[0], value=_number(leg.rate.value, language), quote=names[1])


def _sources(ids: Sequence[str], said: Mapping[str, str]) -> str:
    titles = table("rates")["sources"]
    listed = [f"{name} ({titles[name].rstrip('.')})" if name in titles else name for name in ids]
    return said["cited"].format(list="; ".join(listed)) if ids else said["uncited"]


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
    written = f"{number:,f}"
    return written.translate(str.maketrans(",.", ".,")) if language == "ru" else written
