"""The words of dates: what stands in ``vocabulary/data/dates.toml``, ready for looking up.

«8.V.ЗЗ г.» needs the Roman months and the letters that stand for digits, «с 1 мая» the words that
make a bound. To add a word, put it in its list in ``dates.toml`` and run
``python -m politburo.vocabulary``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from politburo.tokens import Kind, Noise, Tokens
from politburo.values.faults import lookalike
from politburo.vocabulary import table

__all__ = [
    "Digits",
    "Roman",
    "behind_the_year",
    "bounds",
    "counted",
    "is_in",
    "months",
    "numbered",
    "opens_digits",
    "ordinals",
    "read_digits",
    "read_roman",
    "words",
]

_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class Digits(NamedTuple):
    """A run of digits, letters that stand for digits undone."""

    text: str
    stop: int
    noise: tuple[Noise, ...] = ()


class Roman(NamedTuple):
    """A month in Roman numerals."""

    month: int
    stop: int
    noise: tuple[Noise, ...] = ()


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of words of ``dates.toml``.

    >>> "сего" in words("this")
    True
    """
    return frozenset(table("dates")["words"][name])


@cache
def months() -> dict[str, int]:
    """Return the number of the month that a word names, in every case and short form.

    >>> months()["октября"], months()["sept"]
    (10, 9)
    """
    return dict(table("dates")["months"])


@cache
def ordinals() -> dict[str, int]:
    """Return the number that an ordinal word before «квартал» or "half" gives.

    >>> ordinals()["второе"]
    2
    """
    return dict(table("dates")["ordinals"])


@cache
def bounds() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases that make a bound of a date, by their first word, longest first.

    >>> bounds()["начиная"]
    [(('с',), 'from'), (('со',), 'from')]
    """
    found = table("dates")["bounds"]
    return {first: [(tuple(rest), side) for rest, side in ways] for first, ways in found.items()}


@cache
def _romans() -> dict[str, tuple[int, bool]]:
    return {typed: (month, noisy) for typed, (month, noisy) in table("dates")["roman"].items()}


@cache
def _digits() -> dict[str, str]:
    return dict(table("dates")["digits"])


def is_in(tokens: Tokens, at: int, name: str) -> bool:
    """Tell whether the token is in one list of ``dates.toml`` and in the paragraph of the one before.

    >>> is_in(Tokens("1 мая с. г."), 1, "dash")
    False
    """
    return tokens.keys[at] in words(name) and tokens.breaks[at] < 2


def counted(tokens: Tokens, at: int) -> bool:
    """Tell whether the number that ends before token ``at`` counts something: «1930 тонн», ``1.930,5``.

    >>> counted(Tokens("1930 тонн"), 1), counted(Tokens("1930 году"), 1)
    (True, False)
    """
    if tokens.words[at] in (".", ",", "/", ":") and tokens.tight(at):
        return tokens.kinds[at + 1] is Kind.NUMBER and tokens.tight(at + 1)
    return is_in(tokens, at, "counted") or tokens.words[at] in ("%", "°", "½", "¼", "¾")


def numbered(tokens: Tokens, at: int) -> bool:
    """Tell whether the number at ``at`` is a paper's, a point's or a leaf's: «№ 5/IV», «п. 1.12».

    >>> numbered(Tokens("№ 5/IV"), 1), numbered(Tokens("от 5/IV"), 1)
    (True, False)
    """
    before = at - 1
    if before > 0 and tokens.words[before] == "." and tokens.tight(before):
        before -= 1
    if before < 0:
        return False
    # «Пб 13/IX» is a code, «ПБ 13.IX.36 г.» the Politburo and a date.
    coded = tokens.keys[before] in words("coded") and "/" in tokens.words[at + 1 : at + 3]
    return coded or tokens.keys[before] in words("numbering")


def read_digits(tokens: Tokens, at: int) -> Digits | None:
    """Read a run of digits, reading З as 3, О as 0, I and l as 1: «19З2», «ЗЗ», «2O».

    >>> read_digits(Tokens("19З2"), 0).text
    '1932'
    """
    if tokens.kinds[at] is Kind.NUMBER and not _goes_on(tokens, at + 1):
        return Digits(tokens.words[at], at + 1)
    text, stop = "", at
    while stop == at or (tokens.tight(stop) and stop < at + 6):
        piece = _as_digits(tokens, stop)
        if piece is None:
            break
        text, stop = text + piece, stop + 1
    if not text:
        return None
    span = tokens.span(at, stop)
    written = tokens.quote(at, stop)
    return Digits(text, stop, () if written == text else (lookalike(written, text, "digits", span),))


def opens_digits(tokens: Tokens, at: int) -> bool:
    """Tell whether a letter that stands for a digit opens a number: «O2.05.1931», «l930 г.».

    >>> opens_digits(Tokens("в l930 г."), 1), opens_digits(Tokens("п5"), 0)
    (True, False)
    """
    return tokens.words[at] in _digits() and tokens.tight(at + 1) and tokens.kinds[at + 1] is Kind.NUMBER


def _goes_on(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] is Kind.WORD and tokens.tight(at) and tokens.words[at][0] in _digits()


def _as_digits(tokens: Tokens, at: int) -> str | None:
    word = tokens.words[at]
    if tokens.kinds[at] is Kind.NUMBER:
        return word
    letters = _digits()
    if not word or any(letter not in letters for letter in word):
        return None
    return "".join(letters[letter] for letter in word)


def read_roman(tokens: Tokens, at: int) -> Roman | None:
    """Read a month in Roman numerals, in Latin or Cyrillic letters: «VIII», «Х», «УШ», «1Х».

    >>> read_roman(Tokens("Ш.35"), 0).month
    3
    """
    if tokens.kinds[at] not in (Kind.WORD, Kind.NUMBER) or len(tokens.words[at]) > 4:
        return None
    stop, typed = at + 1, tokens.words[at]
    while tokens.tight(stop) and tokens.kinds[stop] in (Kind.WORD, Kind.NUMBER) and len(typed) < 6:
        typed, stop = typed + tokens.words[stop], stop + 1
    if typed in ("Х", "X") and tokens.words[stop] in ("I", "II") and tokens.breaks[stop] == 0:
        typed, stop = typed + tokens.words[stop], stop + 1
    known = _romans().get(typed) or _lower_roman(typed)
    if known is None:
        return None
    span = tokens.span(at, stop)
    noise = (lookalike(typed, _MONTHS[known[0] - 1], "Roman numerals", span),) if known[1] else ()
    return Roman(known[0], stop, noise)


def _lower_roman(typed: str) -> tuple[int, bool] | None:
    known = _romans().get(typed.upper()) if typed.islower() else None
    return None if known is None or known[1] else known


def behind_the_year(tokens: Tokens, at: int) -> int:
    """Return the index of 1931 in "(of) the year 1931", else the index itself.

    >>> behind_the_year(Tokens("the year 1931"), 0), behind_the_year(Tokens("1931"), 0)
    (2, 0)
    """
    said = tokens.keys[at : at + 2] == ["the", "year"] and all(tokens.joined(i) for i in range(at, at + 3))
    return at + 2 if said else at
