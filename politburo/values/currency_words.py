"""Which currency a phrase names: «золотых руб.», «ф. ст.», "rubles in foreign currency".

The grammar is given in :mod:`politburo.values.money`; the words are ``vocabulary/data/money.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.date_words import read_digits
from politburo.values.numerals import figure_at
from politburo.values.phrases import longest, matches
from politburo.vocabulary import table

__all__ = ["CurrencyWords", "IssueWords", "currency_at", "kind_behind", "misread_issue", "part_at"]

_MOST_QUALIFIERS = 3
_APOSTROPHES = "'’‘"
_GLOSS = 4
_MOST_PARTS = 2


class CurrencyWords(NamedTuple):
    """A currency's id, the family of its noun, and the index behind its words."""

    currency: str
    family: str
    stop: int


class IssueWords(NamedTuple):
    """An issue's id, the index behind its words, and what was undone to read them."""

    currency: str
    stop: int
    noise: tuple[Noise, ...]


@cache
def _words() -> Mapping[str, Any]:
    made: Mapping[str, Any] = table("money")
    return made


def currency_at(tokens: Tokens, at: int, number: Decimal | None = None) -> CurrencyWords | None:
    """Read the currency that is named at a token.

    ``number`` is the number before it, since «5 кранов» are cranes and «5.000 кранов» money.

    >>> currency_at(Tokens("зол. руб. за"), 0).currency, currency_at(Tokens("rubles in gold"), 0).currency
    ('RUB_GOLD', 'RUB_GOLD')
    """
    if not tokens.joined(at):
        return None
    sign = longest(tokens, at, _words()["signs"])
    if sign or tokens.kinds[at] is Kind.MARK:
        return CurrencyWords(sign[0], "", sign[1]) if sign else None
    for names, start in _qualified(tokens, at, _MOST_QUALIFIERS):
        for family, stop in matches(tokens, start, _words()["nouns"]):
            found = _named(tokens, names, family, stop, number)
            if found:
                return found
    code = _words()["codes"].get(tokens.keys[at]) if tokens.words[at].isupper() else None
    return CurrencyWords(code, "", at + 1) if code else None


def _qualified(
    tokens: Tokens, at: int, most: int, names: tuple[Sequence[str], ...] = ()
) -> Iterator[tuple[tuple[Sequence[str], ...], int]]:
    """Iterate over the readings of the qualifiers before a noun, the longest first."""
    if not tokens.joined(at):
        return
    if most:
        for meant, stop in matches(tokens, at, _words()["before"]):
            yield from _qualified(tokens, _behind_gloss(tokens, stop), most - 1, (*names, meant))
    yield names, at


def _behind_gloss(tokens: Tokens, at: int) -> int:
    """Step over an editor's gloss: "commodity [tovarnyye] rubles"."""
    if tokens.words[at] in ("-", "‑"):
        return at + 1
    if tokens.words[at] != "[":
        return at
    for i in range(at + 1, at + _GLOSS):
        if tokens.words[i] == "]":
            return i + 1
    return at


def _named(
    tokens: Tokens, names: tuple[Sequence[str], ...], family: str, stop: int, number: Decimal | None
) -> CurrencyWords | None:
    """Return the currency of a noun with its qualifiers, those behind it included."""
    rules = _words()["families"][family]
    kinds = rules["kinds"]
    behind = _after(tokens, stop, kinds)
    known = [kinds[n] for n in (*_chosen(names, kinds), *behind[0]) if n in kinds]
    if len(known) < len(names) or (not known and not rules["default"]):
        return None
    stop = _possessive(tokens, behind[1])
    if not known and not _stands_alone(tokens, rules, stop, number):
        return None
    return CurrencyWords(_leading(known, rules["default"]), family, stop)


def _chosen(names: tuple[Sequence[str], ...], kinds: Mapping[str, str]) -> list[str]:
    """Return, of what each qualifier may mean, what this noun has a kind for."""
    return [next((name for name in meant if name in kinds), "") for meant in names]


def _leading(known: Sequence[str], default: str) -> str:
    """Return the kind that tells most: «советских червонных рублей» are chervonets rubles."""
    special = [name for name in known if name != default and name not in _words()["dated"]]
    return [*special, *known, default][0]


def kind_behind(tokens: Tokens, at: int, family: str) -> tuple[str, int] | None:
    """Read what tells the kind behind the parts of a unit: «1 р. 20 к. золотом».

    >>> kind_behind(Tokens("золотом"), 0, "рубль")
    ('RUB_GOLD', 1)
    """
    kinds = _words()["families"][family]["kinds"]
    names, stop = _after(tokens, at, kinds)
    return (kinds[names[0]], stop) if names else None


def misread_issue(tokens: Tokens, at: int, family: str) -> IssueWords | None:
    """Read, behind a unit, the issue of a year that has letters for digits: «рублей образца I923 г.».

    >>> misread_issue(Tokens("образца I923 г."), 0, "рубль")[:2]
    ('SOVZNAK_1923', 5)
    """
    said = _words()["issue"]
    if not family or tokens.keys[at] not in said["words"]:
        return None
    year = read_digits(tokens, at + 1 + (tokens.words[at + 1] == "."))
    currency = _words()["families"][family]["kinds"].get(year.text) if year and year.noise else None
    if year is None or currency is None:
        return None
    stop = year.stop + (tokens.keys[year.stop] in said["year"])
    return IssueWords(currency, stop + (stop > year.stop and tokens.words[stop] == "."), year.noise)


def _stands_alone(tokens: Tokens, rules: Mapping[str, Any], stop: int, number: Decimal | None) -> bool:
    if tokens.keys[stop] in rules["not_before"]:
        return False
    if tokens.words[stop] in ("-", "‑") and tokens.tight(stop):
        return False
    return number is None or number >= rules["least"]


def _after(tokens: Tokens, at: int, kinds: Mapping[str, str]) -> tuple[list[str], int]:
    """Read the qualifier behind the noun: «рублей золотом», "rubles (in foreign currency)"."""
    if not tokens.joined(at):
        return [], at
    bracket = tokens.words[at] == "("
    for name, stop in matches(tokens, at + bracket, _words()["after"]):
        if bracket and tokens.words[stop] != ")":
            continue
        if name in kinds and not (tokens.words[stop] in ("-", "‑") and tokens.tight(stop)):
            return [name], stop + bracket
    return _inverted(tokens, at, kinds)


def _inverted(tokens: Tokens, at: int, kinds: Mapping[str, str]) -> tuple[list[str], int]:
    """Read an adjective behind its noun, where no other noun follows: «рублей золотых»."""
    if not tokens.keys[at].endswith(("ых", "их")):
        return [], at
    for meant, stop in matches(tokens, at, _words()["before"]):
        known = [name for name in meant if name in kinds]
        if known and (tokens.kinds[stop] is not Kind.WORD or len(tokens.words[stop]) <= 3):
            return known[:1], stop
    return [], at


def _possessive(tokens: Tokens, at: int) -> int:
    """Return the index behind the apostrophe of "1,300,000 rubles' of goods"."""
    mark = tokens.words[at]
    if mark and mark in _APOSTROPHES and tokens.tight(at) and tokens.words[at - 1].isascii():
        follows = tokens.kinds[at + 1] is Kind.WORD and not tokens.tight(at + 1)
        return at + 1 if follows or tokens.kinds[at + 1] is Kind.END else at
    return at


def part_at(tokens: Tokens, at: int, family: str, *, counted: bool = False) -> Any:
    """Read the parts of a unit: behind a sum «50 коп.» → (0.5, stop).

    With ``counted`` the number has been read and the noun alone is looked for:
    (parts in a unit, stop, currency).

    >>> part_at(Tokens("50 коп. за пуд"), 0, "рубль")
    (Decimal('0.5'), 3)
    """
    if counted:
        return _part_noun(tokens, at)
    total, stop = Decimal(0), at
    for _ in range(_MOST_PARTS):
        part = _one_part(tokens, stop, family)
        if part is None:
            break
        total, stop = total + part[0], part[1]
    return (total, stop) if total else None


def _one_part(tokens: Tokens, at: int, family: str) -> tuple[Decimal, int] | None:
    figure = figure_at(tokens, at) if tokens.joined(at) else None
    if figure is None or figure.scale > 1 or figure.value >= 100:
        return None
    for (families, per_unit, _), stop in matches(tokens, figure.stop, _words()["parts"]):
        if family in families and tokens.joined(figure.stop):
            return figure.value / per_unit, stop
    return None


def _part_noun(tokens: Tokens, at: int) -> tuple[int, int, str] | None:
    if len(tokens.keys[at]) < 2 or not tokens.joined(at):
        return None
    for (_, per_unit, currency), stop in matches(tokens, at, _words()["parts"]):
        if currency:
            return per_unit, stop, currency
    return None
