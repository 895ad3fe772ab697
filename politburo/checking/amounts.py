"""Sums that are said twice: a summary against the text, «той же суммы» against the sum it means."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from politburo.checking.places import has_phrase, said, words_before
from politburo.checking.rule import Remark, Rule
from politburo.checking.sums import Sum, of_loans, rubles, sums
from politburo.findings import Level
from politburo.records import Document
from politburo.values.money import MonetaryAmount

__all__ = ["RULES", "dropped_kinds"]

# A summary rounds: 18.2 million for 18,245,000. Beyond this share of the sum it is another sum.
_ROUNDING = Decimal("0.05")


def find_amount_conflicts(document: Document) -> Iterator[Remark]:
    """Yield the sums of the catalogue page and of later passages that restate a sum otherwise."""
    yield from _summary(document)
    for found, meant in dropped_kinds(document):
        yield Remark(
            f"{said(document, found.money)} drops the kind of ruble: expected {meant}, as the sum was named",
            found.money.span,
            found.entity,
        )
    yield from _same_sums(document)


def _summary(document: Document) -> Iterator[Remark]:
    texts = [found.money for found in sums(document)]
    for money in document.item.money if document.item and texts else ():
        alike = [text for text in texts if _restates(money, text)]
        if any(_agrees(money, text) for text in alike) or (not alike and _is_made_of(money, document)):
            continue
        slips = [text for text in texts if _is_slip(money, text)]
        if alike:
            yield _restated(document, money, "drops the kind of ruble", alike[0])
        elif slips:
            yield _restated(document, money, "is not in the text", slips[0])


def _restated(document: Document, money: MonetaryAmount, what: str, expected: MonetaryAmount) -> Remark:
    return Remark(f"{said(document, money)} in the summary {what}: expected {expected}", money.span, "item")


def _agrees(money: MonetaryAmount, text: MonetaryAmount) -> bool:
    unit, other = money.currency.id, text.currency.id
    return unit == other or "XXX" in (unit, other) or (other == "RUB" and unit in rubles())


def _restates(money: MonetaryAmount, text: MonetaryAmount) -> bool:
    """Tell whether a sum may be the other one, rounded or not, with its kind of ruble or not."""
    if not _agrees(money, text) and not (money.currency.id == "RUB" and text.currency.id in rubles()):
        return False
    ends = [end for end in (money.low, money.high) if end is not None]
    others = [end for end in (text.low, text.high) if end is not None]
    return any(_rounds(end, other, about=money.approximate) for end in ends for other in others)


def _rounds(end: Decimal, other: Decimal, *, about: bool = False) -> bool:
    if end == other:
        return True
    _, digits, exponent = end.normalize().as_tuple()
    unit = Decimal(1).scaleb(int(exponent))
    near = abs(end - other) <= _ROUNDING * other
    return (
        near
        and (about or abs(end - other) <= unit / 2)
        and len(digits) < len(other.normalize().as_tuple().digits)
    )


def _is_made_of(money: MonetaryAmount, document: Document) -> bool:
    """Tell whether a summary's sum is two sums of the text, or all of them, added up."""
    texts = [found.money for found in sums(document) if found.currency == money.currency.id]
    numbers = [text.amount for text in texts if text.amount is not None]
    pairs = {one + other for one, other in combinations(numbers[:60], 2)}
    return money.amount is not None and (money.amount in pairs or money.amount == sum(numbers))


def _is_slip(money: MonetaryAmount, text: MonetaryAmount) -> bool:
    """Tell whether a sum looks like the other miswritten: digits changed, moved or lost, another unit."""
    here, there = (next(end for end in (one.low, one.high) if end is not None) for one in (money, text))
    if not _agrees(money, text):
        return here == there
    one, other = (f"{number.normalize():f}".replace(".", "") for number in (here, there))
    differing = sum(a != b for a, b in zip(one, other, strict=False))
    moved = sorted(one) == sorted(other)
    return moved or one.rstrip("0") == other.rstrip("0") or (len(one) == len(other) and differing == 1)


def dropped_kinds(document: Document) -> Iterator[tuple[Sum, MonetaryAmount]]:
    """Yield the plain rubles that repeat the sum of a loan whose kind of ruble was said, and that sum."""
    lent = {
        (witness.key, money.low, money.high): money
        for witness in document.witnesses
        for _, money in of_loans(witness)
        if money.currency.id in rubles()
    }
    for found in sums(document) if lent else ():
        meant = lent.get((found.witness.key, found.money.low, found.money.high))
        if found.currency == "RUB" and meant is not None:
            yield found, meant


def _same_sums(document: Document) -> Iterator[Remark]:
    """Yield the sums said to be one named before that were not."""
    before: list[Sum] = []
    for found in sums(document):
        if has_phrase(words_before(document, found.money.span)[-5:], "same", last=True):
            named = [other.money for other in before if other.witness is found.witness]
            if named and not any(_restates(found.money, other) for other in named):
                message = (
                    f"{said(document, found.money)} is said to be a sum named before: expected {named[-1]}"
                )
                yield Remark(message, found.money.span, found.entity)
        before.append(found)


_SUMMARY = """\
December 14, 1935

Decision on Xinjiang

Summary: The Politburo releases {} for instructors.

from Minutes N 35 of the Politburo meeting of 14 December 1935

93. On instructors

Release to the NKO 10,000 rubles in foreign currency for six instructors.
"""

RULES = (
    Rule(
        "amount-conflict",
        Level.WARNING,
        "a summary or another passage restates a sum differently, or drops its kind of ruble",
        "A sum in the catalogue's title or summary may be rounded ($18.2 million for 18,245,000), or add "
        "up sums of the text; it must not be one of them with digits changed, moved or lost, nor in mere "
        "rubles where the text says which. The same goes for a passage that repeats the sum of a loan, or"
        " that speaks of «той же суммы».",
        "Summaries are what is quoted. One that makes rubles of foreign-currency rubles makes a small sum"
        " of a large one.",
        _SUMMARY.format("10,000 rubles"),
        _SUMMARY.format("10,000 rubles in foreign currency"),
        find_amount_conflicts,
    ),
)
