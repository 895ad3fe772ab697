"""Parts held against the whole: «в сумме 212 млн. руб., в том числе …», the tranches of a loan."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from politburo.checking.parts import Division, Measured, divisions
from politburo.checking.places import said
from politburo.checking.rule import Remark, Rule
from politburo.checking.sums import unit_of
from politburo.findings import Level
from politburo.records import Document, Loan
from politburo.values.money import MonetaryAmount

__all__ = ["RULES"]

# A list behind "including" need not be complete; one that misses the whole by this share was meant to be.
_NEAR = Decimal("0.1")


def find_mismatches(document: Document) -> Iterator[Remark]:
    """Yield the totals that the parts listed for them do not add up to."""
    loans = {(w.key, loan.principal) for w in document.witnesses for loan in w.loans}
    seen = set[object]()
    for division in divisions(document):
        if not _differs(division) or division.whole.span in seen:
            continue
        overdrawn = (division.witness, division.whole) in loans and division.sum > (
            division.whole.amount or 0
        )
        if not overdrawn:
            seen.add(division.whole.span)
            yield _mismatch(document, division)


def _differs(division: Division) -> bool:
    whole, parts = division.whole.amount, division.sum
    if whole is None or parts == whole:
        return False
    return division.complete or parts > whole or whole - parts <= _NEAR * whole


def _mismatch(document: Document, division: Division) -> Remark:
    parts = f"{division.sum.normalize():f} {unit_of(division.whole)}"
    listed = " + ".join(f"{part.amount:f}" for part in division.parts if part.amount is not None)
    what = f"{said(document, division.whole)} is stated as the whole"
    message = f"{what}: expected {parts}, the sum of its parts ({listed})"
    return Remark(message, division.whole.span, division.entity)


def find_overdrawn(document: Document) -> Iterator[Remark]:
    """Yield the loans whose tranches are more than the principal."""
    for witness in document.witnesses:
        for loan in witness.loans:
            if loan.principal is None or loan.principal.high is None:
                continue
            drawn = _drawn(loan, loan.principal)
            if drawn > loan.principal.high:
                first = loan.tranches[0]
                come_to = f"the tranches from {said(document, first)} on come to {drawn.normalize():f}"
                message = f"{come_to}: expected no more than the principal of the loan, {loan.principal}"
                yield Remark(message, first.span, f"{witness.key}/loan/{loan.key}")


def _drawn(loan: Loan, principal: Measured) -> Decimal:
    """Return the least that the tranches come to; sums in other units than the principal's do not count."""
    unit = unit_of(principal)
    units = {unit_of(tranche) for tranche in loan.tranches if isinstance(tranche, MonetaryAmount)} - {"XXX"}
    if unit == "XXX" and len(units) == 1:
        unit = units.pop()
    counted = [tranche for tranche in loan.tranches if unit_of(tranche) in (unit, "XXX")]
    return sum((_least(tranche) for tranche in counted), Decimal(0))


def _least(tranche: Measured) -> Decimal:
    return tranche.low or Decimal(0)


_PLAN = """\
ПРОТОКОЛ № 124
заседания Политбюро ЦК ВКП(б) от 25 апреля 1930 г.

п. 1: О платежах.
Утвердить платежи в сумме {} тыс. марок, из коих:
ВСНХ — 41 200 тыс. марок, НКПС — 9 850 тыс. марок и прочим — 10 250 тыс. марок.
"""

_CREDIT = """\
ПРОТОКОЛ № 132
заседания Политбюро ЦК ВКП(б) от 8 марта 1933 г.

8. О Турции.

1. Предоставить турецкому правительству кредит в {} млн. ам. долл. на двадцать лет.

2. Из суммы кредита выделить:
а) на фабрику в Кайсери — 5 250 000 ам. долл.;
б) на фабрику в Назилли — 3 250 000 ам. долл.
"""

RULES = (
    Rule(
        "total-mismatch",
        Level.ERROR,
        "stated parts do not add up to the stated total",
        "Where the words make some sums or quantities of one unit the parts of another (in a sentence, in"
        " sub-items, above a TOTAL line), they must add up to it. Lists introduced by «в том числе» or "
        '"including" need not be complete: they are remarked on where they exceed the whole, miss it by a'
        " tenth or less, or end in «прочие». Parts above the principal of a loan are `loan-overdrawn`.",
        "One of the figures was misread, or a line of the list is missing; the sum tells which readings "
        "are possible.",
        _PLAN.format("62 300"),
        _PLAN.format("61 300"),
        find_mismatches,
    ),
    Rule(
        "loan-overdrawn",
        Level.ERROR,
        "tranches or drawdowns exceed the principal",
        "The sums set apart within a loan or drawn from it must not come to more than its principal. Only"
        " sums in the loan's own unit, or without a unit, are counted; a tranche of «до 2 млн.» counts as"
        " nothing.",
        "Either a sum is wrong or one of them belongs to another loan.",
        _CREDIT.format("8"),
        _CREDIT.format("8,5"),
        find_overdrawn,
    ),
)
