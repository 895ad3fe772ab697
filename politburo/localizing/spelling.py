"""Numbers in words: «двадцать одна иена», "twelve thousand three hundred and five"."""

from __future__ import annotations

from functools import cache
from typing import Any

from politburo.vocabulary import table

__all__ = ["LANGUAGES", "spelled"]

LANGUAGES = ("ru", "en")
_GENDERS = {"m": 0, "f": 1, "n": 2}


def spelled(number: int, language: str, gender: str = "m") -> str:
    """Return a whole number in words; Russian ones and twos agree with the gender of what is counted.

    >>> spelled(500_021, "ru", "f"), spelled(1_002, "en")
    ('пятьсот тысяч двадцать одна', 'one thousand two')
    """
    if number < 0:
        return f"{_words(language)['minus']} {spelled(-number, language, gender)}"
    if number == 0:
        return str(_words(language)["zero"])
    return " ".join(_groups(number, language, gender))


@cache
def _words(language: str) -> dict[str, Any]:
    if language not in LANGUAGES:
        raise ValueError(f"expected one of {', '.join(LANGUAGES)} for numbers in words, got {language!r}")
    found: dict[str, Any] = table("localizing")["words"][language]
    return found


def _groups(number: int, language: str, gender: str) -> list[str]:
    """Return the words of the thousands and of what is left, the highest first."""
    scales, rest, found = _words(language)["scales"], number, list[str]()
    if rest >= 1000 ** (len(scales) + 1):
        raise ValueError(f"expected a number below 10**{3 * (len(scales) + 1)}, got {number}")
    for power in range(len(scales), 0, -1):
        count, rest = divmod(rest, 1000**power)
        if count:
            # «Тысяча» is feminine: одна тысяча, две тысячи.
            found += _hundreds(count, language, "f" if power == 1 else "m")
            found.append(_scale(scales[power - 1], count))
    return found + _hundreds(rest, language, gender)


def _scale(forms: list[str], count: int) -> str:
    if len(forms) == 1 or (count % 10 == 1 and count % 100 != 11):
        return forms[0]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return forms[1] if few else forms[2]


def _hundreds(number: int, language: str, gender: str) -> list[str]:
    """Return the words of a number below a thousand."""
    words, found = _words(language), list[str]()
    hundreds, rest = divmod(number, 100)
    if hundreds:
        found.append(words["hundreds"][hundreds - 1])
    if 10 <= rest < 20:
        return [*found, words["teens"][rest - 10]]
    tens, ones = divmod(rest, 10)
    if tens >= 2:
        found.append(words["tens"][tens - 2])
    if ones:
        forms = words["ones"][ones - 1].split()
        found.append(forms[_GENDERS[gender]] if len(forms) > 1 else forms[0])
    if language == "en" and tens >= 2 and ones:
        found[-2:] = ["-".join(found[-2:])]
    return found
