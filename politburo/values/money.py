"""Sums of money: ``500.000 золотых рублей``, ``10.000 руб. в валюте``, ``$18.2 million``.

Grammar::

    money     = shape currency [ part ]        «10 руб. 50 коп.»
              | shape part                     «50 коп.»
              | sign figure                    "$18.2 million"
              | adjective [ "(" [«в»] currency ")" | "[" currency "]" ]    «пятимиллионной (в тугриках)»
    currency  = { qualifier [ gloss ] } noun [ qualifier-behind ] [ "'" ]
    part      = figure part-noun

A currency is told by its noun and by what qualifies it: «рублей» alone is ``RUB``, «золотых
рублей», «зол. руб.» and «рублей золотом» are ``RUB_GOLD``. A qualifier that the vocabulary does
not know for a noun makes it no known money («канадских долларов»).

To add a currency, see ``vocabulary/data/money.toml``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Self

from attrs import evolve, frozen

from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.amounts import (
    Amount,
    canonical,
    ended,
    exact_number,
    found_value,
    parse_measured,
    range_text,
)
from politburo.values.arithmetic import Reckoning
from politburo.values.currencies import Currency, Minor
from politburo.values.currency_words import IssueWords, currency_at, kind_behind, misread_issue, part_at
from politburo.values.numerals import figure_at
from politburo.values.shapes import Shape, glue, shape_at
from politburo.vocabulary import table

__all__ = [
    "Currency",
    "Minor",
    "MonetaryAmount",
    "money_of",
    "read_money",
    "resolve_by_date",
    "resolve_soviet",
]

_LOOKED_FOR_LOAN = 4


@frozen(repr=False)
class MonetaryAmount(Reckoning, Amount):
    """A sum of money: exact, a range, open at one end, or approximate.

    Sums in one unit are reckoned with (:mod:`politburo.values.arithmetic`); those in different
    units raise :class:`politburo.values.arithmetic.CurrencyMismatch`.

    >>> str(MonetaryAmount.parse("до 10.000 рублей золотом"))
    '../10000 RUB_GOLD'
    >>> str(MonetaryAmount.parse("500.000 зол. руб.") - MonetaryAmount.parse("до 20.000 зол. руб."))
    '480000/.. RUB_GOLD'
    """

    currency: Currency
    approximate: bool = False

    kind: ClassVar[str] = "money"

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Self:
        """Return an exact sum; a float, which is none, is refused.

        >>> str(MonetaryAmount.of(500000, "RUB_GOLD"))
        '500000 RUB_GOLD'
        """
        number = exact_number(amount)
        return cls(number, number, Currency(currency))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text that is exactly one sum of money, canonical or worded, or raise ParseError.

        >>> str(MonetaryAmount.parse("10 руб. 50 коп.")), str(MonetaryAmount.parse("10000/20000 JPY"))
        ('10.5 RUB', '10000/20000 JPY')
        """
        known = canonical(text)
        if known is not None and known[3] in table("currencies"):
            return cls(known[0], known[1], Currency(known[3]), known[2], span=Span(0, len(text)))
        found = parse_measured(text, read_money, "a sum of money", "a currency")
        return cls(
            found.low, found.high, found.currency, found.approximate,
            span=found.span, status=found.status, figure=found.figure,
        )  # fmt: skip

    @property
    def amount(self) -> Decimal | None:
        """Return the number of an exact sum, None of a range, an open or an approximate one."""
        return self.low if self.low == self.high and not self.approximate else None

    def __str__(self) -> str:
        """Return the canonical form of the statements."""
        return f"{range_text(self.low, self.high, approximate=self.approximate)} {self.currency}"


def read_money(tokens: Tokens, at: int) -> Found[MonetaryAmount] | None:
    """Read the sum of money that starts at a token.

    >>> tokens = Tokens("выделить до 300 тысяч червонцев на чеканку")
    >>> str(read_money(tokens, 1).value)
    '../300000 CHERVONETS'
    """
    shape = shape_at(tokens, at)
    return money_of(tokens, shape) if shape else None


def money_of(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount] | None:
    """Read what makes a number money: a sign before it or a currency, a part or a loan behind it."""
    if shape.sign:
        return _finish(tokens, shape, shape.sign, shape.stop)
    if not tokens.joined(shape.stop):
        return _unstated(tokens, shape)
    return (
        _with_currency(tokens, shape)
        or _bracketed(tokens, shape)
        or _part_alone(tokens, shape)
        or _unstated(tokens, shape)
    )


def _with_currency(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount] | None:
    start = shape.stop
    if tokens.words[start] in ("-", "‑") and tokens.tight(start):
        if not (shape.scaled or _loan_behind(tokens, start + 2)):
            return None
        start += 1
    unit = currency_at(tokens, start, shape.low if shape.high is None else shape.high)
    if unit is None or not _echoed(tokens, shape):
        return None
    part = part_at(tokens, unit.stop, unit.family) if _is_single(shape) else None
    if part is None:
        issue = misread_issue(tokens, unit.stop, unit.family) or IssueWords(unit.currency, unit.stop, ())
        undone = shape._replace(noise=(*shape.noise, *issue.noise))
        return _finish(tokens, undone, issue.currency, issue.stop)
    ends = [None if end is None else end + part[0] for end in (shape.low, shape.high)]
    kind, stop = kind_behind(tokens, part[1], unit.family) or (unit.currency, part[1])
    return _finish(tokens, shape._replace(low=ends[0], high=ends[1], fractions=None), kind, stop)


def _is_single(shape: Shape) -> bool:
    return shape.low == shape.high or shape.low is None or shape.high is None


def _echoed(tokens: Tokens, shape: Shape) -> bool:
    """Tell whether the unit said behind the lower end stands behind the higher one too."""
    here = tuple(k for k in tokens.keys[shape.stop : shape.stop + len(shape.echo)])
    return here == shape.echo


def _bracketed(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount] | None:
    """Read the currency in brackets: «(в тугриках)», "[ruble]"."""
    closing = {"(": ")", "[": "]"}.get(tokens.words[shape.stop])
    if closing is None:
        return None
    start = shape.stop + 1
    start += tokens.keys[start] in ("в", "in")
    unit = currency_at(tokens, start, shape.high or shape.low)
    if unit is None or tokens.words[unit.stop] != closing:
        return None
    return _finish(tokens, shape, unit.currency, unit.stop + 1)


def _part_alone(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount] | None:
    """Read «50 коп.»: a sum below one unit."""
    found = part_at(tokens, shape.stop, "", counted=True) if not shape.adjectival else None
    if found is None:
        return None
    per_unit, stop, currency = found
    ends = [None if end is None else end / per_unit for end in (shape.low, shape.high)]
    return _finish(tokens, shape._replace(low=ends[0], high=ends[1], fractions=None), currency, stop)


def _unstated(tokens: Tokens, shape: Shape) -> Found[MonetaryAmount] | None:
    """Read money without a unit: «пятимиллионной ссуде», "two-million military loan"."""
    if not shape.scaled or shape.echo:
        return None
    loan = _loan_behind(tokens, shape.stop)
    if not loan and not (shape.adjectival and _may_be_money(tokens, shape)):
        return None
    return _finish(tokens, shape, "XXX", shape.stop)


def _may_be_money(tokens: Tokens, shape: Shape) -> bool:
    """Tell whether a numeral adjective stands without the noun of something else."""
    following = tokens.keys[shape.stop]
    if tokens.tight(shape.stop) and tokens.words[shape.stop] in ("-", "‑"):
        return False
    if shape.low == shape.high and shape.low in {1_000_000, 1000}:
        return False
    return following not in glue()["uncounted"] and tokens.keys[shape.stop + 1] not in glue()["uncounted"]


def _loan_behind(tokens: Tokens, at: int) -> bool:
    """Tell whether what is lent follows, at most a few adjectives in between."""
    for i in range(at, at + _LOOKED_FOR_LOAN):
        if tokens.keys[i] in glue()["loans"]:
            return True
        if tokens.kinds[i] is not Kind.WORD or not tokens.joined(i) or tokens.keys[i] in glue()["glue"]:
            return False
    return False


def _finish(tokens: Tokens, shape: Shape, currency: str, stop: int) -> Found[MonetaryAmount] | None:
    """Return the sum with its place; one group of three behind a separator is thousands in money."""
    end = ended(tokens, shape, stop)
    end = end._replace(stop=_behind_restatement(tokens, end.stop, shape))
    value = MonetaryAmount(shape.low, shape.high, Currency(currency), shape.approximate)
    found: Found[MonetaryAmount] = found_value(value, end)
    return found


def _behind_restatement(tokens: Tokens, at: int, shape: Shape) -> int:
    """Step over the same number in brackets: «300 тыс. рублей (триста тысяч)»."""
    if tokens.words[at] != "(" or not shape.exact:
        return at
    again = figure_at(tokens, at + 1)
    if again is None or again.value != shape.low:
        return at
    unit = currency_at(tokens, again.stop)
    stop = unit.stop if unit else again.stop
    return stop + 1 if tokens.words[stop] == ")" else at


def resolve_soviet(amount: MonetaryAmount, year: int) -> MonetaryAmount:
    """Return a sum "in Soviet currency" in the issue of the year; other sums as they are.

    The reform of 16 December 1947 counts from 1948.

    >>> str(resolve_soviet(MonetaryAmount.of(48600, "SUR"), 1935))
    '48600 SUR_1924'
    """
    return resolve_by_date(amount, f"{year:04}") if amount.currency.id == "SUR" else amount


def resolve_by_date(amount: MonetaryAmount, date: str) -> MonetaryAmount:
    """Return a sum in the issue that was in use on a date (ISO 8601, a year or month will do).

    «Советских рублей», «юаней», «марок» and «совзнаков» name several issues one after another.

    >>> str(resolve_by_date(MonetaryAmount.of(100, "CNY"), "1941"))
    '100 CNY_NATIONAL'
    """
    for issue in table("money")["dated"].get(amount.currency.id, ()):
        if "to" not in issue or date[:10] <= issue["to"][: len(date[:10])]:
            return evolve(amount, currency=Currency(issue["id"]))
    return amount
