"""Numbers in digits: ``500.000``, ``569 209``, ``36,5``, ``24,000,000,000``, ``5¼``, ``З00``.

Grammar::

    digits   = run { separator run } [ vulgar ] | run run "/" run
    run      = one or more digits, letters that look like digits among them; before a unit of money
               such letters alone («З рублей»)
    separator = "." | "," | one space

Groups of exactly three digits behind one to three are thousands. Of a single group behind a stop
or comma nothing but the words that follow can tell whether it is thousands or a fraction; such a
number has both readings, and :mod:`politburo.values.numerals` and the units choose. A number with
groups of other lengths is a date or a section, and no number at all.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from politburo.text import Span
from politburo.tokens import Kind, Noise, Tokens
from politburo.values.faults import lookalike
from politburo.vocabulary import table

__all__ = ["Digits", "begins", "digits_at"]


# Bounds that no number of the papers reaches: longer stretches are tables or noise.
_MOST_GROUPS = 5
_MOST_TOKENS = 12


class Digits(NamedTuple):
    """A number in digits.

    ``fraction`` is the other reading, its separator taken for the decimal sign, and ``separator``
    that sign; None and empty where there is one reading only.
    """

    value: Decimal
    stop: int
    noise: tuple[Noise, ...] = ()
    fraction: Decimal | None = None
    separator: str = ""


class _Run(NamedTuple):
    text: str
    stop: int
    noise: tuple[Noise, ...] = ()


def begins(tokens: Tokens, at: int) -> bool:
    """Tell whether a number may start here, not inside another number, a date or a code.

    >>> [begins(Tokens(text), i) for text, i in (("У-2", 2), ("№ 34", 1), ("1929/30", 2))]
    [False, True, False]
    """
    return not (at and tokens.tight(at) and _inside(tokens, at - 1))


def _inside(tokens: Tokens, before: int) -> bool:
    """Tell whether what stands tight before a number makes it a part of something else."""
    if tokens.kinds[before] is Kind.NUMBER:
        return True
    if tokens.words[before] not in "-‑–/.,:" or not before or not tokens.tight(before):
        return False
    kind = tokens.kinds[before - 1]
    if tokens.words[before] in "-‑/":
        return kind in (Kind.NUMBER, Kind.WORD)
    return kind is Kind.NUMBER


def digits_at(tokens: Tokens, at: int) -> Digits | None:
    """Read the number in digits that starts at a token.

    >>> digits_at(Tokens("500.000 золотых рублей"), 0)[:2]
    (Decimal('500000'), 3)
    >>> digits_at(Tokens("18.02.63"), 0) is None
    True
    """
    first = _run(tokens, at)
    if first is None:
        return None
    follower = tokens.words[first.stop]
    if follower and follower in ".,":
        pieces = _pieces(tokens, first)
        return _separated(first, pieces) if pieces else _whole(tokens, first)
    if tokens.kinds[first.stop] is Kind.NUMBER:
        return _spaced(tokens, first) or _mixed(tokens, first) or _whole(tokens, first)
    return _whole(tokens, first)


def _whole(tokens: Tokens, run: _Run) -> Digits | None:
    """Return the number of a single run, with the vulgar fraction behind it."""
    at = run.stop
    part = _vulgar().get(tokens.words[at])
    if part is not None and tokens.breaks[at] == 0:
        return Digits(Decimal(run.text) + part, at + 1, run.noise)
    if tokens.words[at] in "/:" and tokens.tight(at) and tokens.kinds[at + 1] is Kind.NUMBER:
        return _quotient(tokens, run) if tokens.words[at] == "/" else None
    return Digits(Decimal(run.text), at, run.noise)


@cache
def _vulgar() -> dict[str, Decimal]:
    return {sign: Decimal(value) for sign, value in table("numerals")["vulgar"].items()}


def _quotient(tokens: Tokens, run: _Run) -> Digits | None:
    """Read ``1/2`` and ``3/4``; ``1929/30`` and ``12/15`` are no fractions."""
    below, stop = tokens.words[run.stop + 1], run.stop + 2
    above = int(run.text)
    if below not in {"2", "4", "5", "8", "10"} or not 0 < above < int(below):
        return None
    if tokens.tight(stop) and tokens.kinds[stop] is Kind.WORD:
        return None
    return Digits(Decimal(above) / Decimal(below), stop, run.noise)


def _mixed(tokens: Tokens, run: _Run) -> Digits | None:
    """Read ``5 1/2``."""
    part = tokens.words[run.stop + 1 : run.stop + 3]
    if part[0] != "/" or tokens.tight(run.stop) or not tokens.tight(run.stop + 1):
        return None
    over = _quotient(tokens, _Run(tokens.words[run.stop], run.stop + 1))
    return Digits(Decimal(run.text) + over.value, over.stop, run.noise) if over else None


def _spaced(tokens: Tokens, first: _Run) -> Digits | None:
    """Read groups of three digits parted by single spaces, and a decimal fraction behind them."""
    if len(first.text) > 3 or first.text[0] == "0":
        return None
    text, at = first.text, first.stop
    while at <= first.stop + _MOST_GROUPS and _is_group(tokens, at):
        text += tokens.words[at]
        at += 1
    if at == first.stop or at > first.stop + _MOST_GROUPS:
        return None
    pieces = _pieces(tokens, _Run(text, at))
    if not pieces:
        return _whole(tokens, _Run(text, at, first.noise))
    if len(pieces) > 1 or len(pieces[0][1].text) == 3:
        return None
    fraction = pieces[0][1]
    return Digits(Decimal(f"{text}.{fraction.text}"), fraction.stop, first.noise + fraction.noise)


def _is_group(tokens: Tokens, at: int) -> bool:
    """Tell whether a group of three digits stands behind exactly one space."""
    if tokens.kinds[at] is not Kind.NUMBER or len(tokens.words[at]) != 3:
        return False
    if tokens.breaks[at] or tokens.starts[at] - tokens.stops[at - 1] != 1:
        return False
    return not _is_calibre(tokens, at + 1) and not _is_coded(tokens, at + 1)


def _is_coded(tokens: Tokens, at: int) -> bool:
    """Tell whether the number before goes on as a code: «12 203-А», "300 512/7"."""
    joined = tokens.words[at] in ("/", "-", "‑") and tokens.tight(at) and tokens.tight(at + 1)
    return joined and at + 1 < tokens.count


def _is_calibre(tokens: Tokens, at: int) -> bool:
    """Tell whether the number before belongs to millimetres: «12 203-мм гаубиц»."""
    at += tokens.words[at] in ("-", "‑")
    return tokens.keys[at] in {"мм", "mm", "миллиметровых"}


def _pieces(tokens: Tokens, first: _Run) -> list[tuple[str, _Run]]:
    """Return the separators and runs that stand tight behind a run."""
    found: list[tuple[str, _Run]] = []
    at = first.stop
    while tokens.words[at] in (".", ",") and tokens.tight(at) and tokens.tight(at + 1):
        run = _run(tokens, at + 1)
        if run is None:
            break
        found.append((tokens.words[at], run))
        at = run.stop
    return found


def _separated(first: _Run, pieces: list[tuple[str, _Run]]) -> Digits | None:
    """Weigh the separators of a number: thousands, a fraction, both, or no number."""
    stop = pieces[-1][1].stop
    noise = sum((run.noise for _, run in pieces), first.noise)
    texts = [run.text for _, run in pieces]
    signs = [sign for sign, _ in pieces]
    grouped = len(first.text) <= 3 and first.text != "0" and all(len(text) == 3 for text in texts)
    joined = Decimal(first.text + "".join(texts))
    if len(pieces) == 1:
        fraction = Decimal(f"{first.text}.{texts[0]}")
        return Digits(joined, stop, noise, fraction, signs[0]) if grouped else Digits(fraction, stop, noise)
    if len(set(signs)) == 1:
        return Digits(joined, stop, noise) if grouped else None
    return _both(first, signs, texts, stop, noise)


def _both(
    first: _Run, signs: list[str], texts: list[str], stop: int, noise: tuple[Noise, ...]
) -> Digits | None:
    """Read ``1.250,5`` and ``1,250.50``: thousands by one sign, a fraction by the other."""
    if len(set(signs[:-1])) > 1 or signs[-1] in signs[:-1] or len(texts[-1]) == 3:
        return None
    if len(first.text) > 3 or any(len(text) != 3 for text in texts[:-1]):
        return None
    whole = first.text + "".join(texts[:-1])
    return Digits(Decimal(f"{whole}.{texts[-1]}"), stop, noise)


def _run(tokens: Tokens, at: int) -> _Run | None:
    """Read digits that stand tight, with the letters among them that look like digits."""
    following = at + 1
    if tokens.kinds[at] is Kind.NUMBER:
        if not tokens.tight(following) or tokens.kinds[following] is not Kind.WORD:
            return _Run(tokens.words[at], following)
    elif not _masked(tokens, at):
        return None
    return _unmasked(tokens, at)


def _unmasked(tokens: Tokens, at: int) -> _Run:
    """Read a run in which letters may stand for digits."""
    text, stop, letters = "", at, []
    while stop == at or (tokens.tight(stop) and stop < at + _MOST_TOKENS):
        if tokens.kinds[stop] is Kind.NUMBER:
            text += tokens.words[stop]
        elif tokens.kinds[stop] is Kind.WORD and _masked(tokens, stop):
            text += "".join(_confusables()[letter] for letter in tokens.words[stop])
            letters.append(tokens.words[stop])
        else:
            break
        stop += 1
    return _Run(text, stop, _noise(tokens, at, stop, text, letters))


def _noise(tokens: Tokens, at: int, stop: int, text: str, letters: list[str]) -> tuple[Noise, ...]:
    if not letters:
        return ()
    place = Span(tokens.starts[at], tokens.stops[stop - 1])
    return (lookalike(place.of(tokens.text), text, "digits", place),)


def _masked(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is made of letters that stand for digits here."""
    word = tokens.words[at]
    if tokens.kinds[at] is not Kind.WORD or len(word) > 3:
        return False
    known = _confusables()
    if any(letter not in known for letter in word):
        return False
    return _digits_follow(tokens, at) or _closes_digits(tokens, at, word) or _counts(tokens, at, word)


def _digits_follow(tokens: Tokens, at: int) -> bool:
    """Tell whether digits stand tight behind, or a stop and a group of three, or a fraction: «l,14 рубля»."""
    sign = at + 1
    if not tokens.tight(sign):
        return False
    if tokens.kinds[sign] is Kind.NUMBER:
        return True
    if tokens.words[sign] not in (".", ",") or not tokens.tight(sign + 1):
        return False
    if tokens.kinds[sign + 1] is not Kind.NUMBER:
        return False
    counts = tokens.keys[sign + 2] in _counted()
    return len(tokens.words[sign + 1]) == 3 or _behind_digits(tokens, at) or counts


def _behind_digits(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.tight(at) and tokens.kinds[at - 1] is Kind.NUMBER


def _closes_digits(tokens: Tokens, at: int, word: str) -> bool:
    """Tell whether capital letters close a number: «2O April», «8.V.ЗЗ»."""
    if not word.isupper() or any(letter in "IІ" for letter in word):
        return False
    grouped = at > 1 and tokens.tight(at) and tokens.words[at - 1] in (".", ",") and len(word) == 3
    return (_behind_digits(tokens, at) or grouped) and not (
        tokens.tight(at + 1) and tokens.kinds[at + 1] is Kind.WORD
    )


def _counts(tokens: Tokens, at: int, word: str) -> bool:
    """Tell whether letters count money: «З рублей», «27.67І золотых»; «О рублях» is about them.

    Alone they need a word behind that is no initial: «пункт б т. Иванову» is no sum.
    """
    alone = len(tokens.keys[at + 1]) > 2 and any(_confusables()[letter] != "0" for letter in word)
    parted = tokens.joined(at + 1) and not tokens.tight(at + 1)
    return (_behind_digits(tokens, at) or alone) and parted and tokens.keys[at + 1] in _counted()


@cache
def _counted() -> frozenset[str]:
    """Return the first words of what money is counted in: multipliers, kinds and currencies."""
    money = table("money")
    return frozenset((*table("numerals")["multipliers"], *money["before"], *money["nouns"]))


@cache
def _confusables() -> dict[str, str]:
    known: dict[str, str] = table("numerals")["confusables"]
    return known
