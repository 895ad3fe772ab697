"""The places of marks in their series: ``в)`` is the third, ``IV`` the fourth, ``178(ОП)`` the 178th."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from politburo.vocabulary import table

__all__ = ["position", "positions", "step"]

# Letters that look alike in both alphabets: a transcriber takes the one his keyboard gives.
_ALIKE = str.maketrans("aeopcyxABEKMHOPCTYX", "аеорсухАВЕКМНОРСТУХ")
_DIGITS = {"I": 1, "V": 5, "X": 10, "Х": 10, "У": 5}


def positions(label: str) -> dict[str, int]:
    """Return the places that a mark can have, by the series it can belong to.

    >>> positions("в"), positions("85/72"), positions("178(ОП)")
    ({'cyrillic': 3}, {'number': 85}, {'number': 178})
    >>> positions("I"), positions("a")
    ({'roman': 1, 'LATIN': 9}, {'latin': 1, 'cyrillic': 1})
    """
    bare = label.partition("(")[0].strip()
    number = _number().match(bare)
    if number:
        return {"number": int(number[0])}
    word = table("marks")["ordinals"].get(bare.casefold().replace("ё", "е"))
    if word:
        return {"word": int(word)}
    return _roman_place(bare) | _letter_places(bare)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,9}")


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"(?=[IVXХУ])[XХ]{0,3}(?:I[XХ]|I[VУ]|[VУ]?I{0,3})$")


def _roman_place(label: str) -> dict[str, int]:
    if not label or not _roman().match(label):
        return {}
    digits = [_DIGITS[letter] for letter in label]
    following = [*digits[1:], 0]
    place = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    return {"roman": place}


def _letter_places(label: str) -> dict[str, int]:
    """Return the places of a single letter in the alphabets it can be of."""
    if len(label) != 1:
        return {}
    series = table("marks")["series"]
    tried = {"latin": ("a", label), "LATIN": ("A", label)}
    tried |= {"cyrillic": ("а", label.translate(_ALIKE)), "CYRILLIC": ("А", label.translate(_ALIKE))}
    places = {
        name: list(series[key]).index(letter) + 1
        for name, (key, letter) in tried.items()
        if letter in series[key]
    }
    return (
        places
        if label.isascii()
        else {name: at for name, at in places.items() if name.casefold() == "cyrillic"}
    )


def position(label: str) -> int | None:
    """Return the place that a mark has in its series: «б» and "b" are both the second.

    >>> position("б"), position("b"), position("Второе"), position("II")
    (2, 2, 2, 2)
    """
    return next(iter(positions(label).values()), None)


@lru_cache(maxsize=4096)
def step(first: str, second: str) -> int | None:
    """Return how far the second mark stands behind the first, None where they are of different series.

    >>> step("а", "в"), step("2", "2"), step("H", "I"), step("3", "а")
    (2, 0, 1, None)
    """
    places, others = positions(first), positions(second)
    steps = [others[name] - places[name] for name in places if name in others]
    return min(steps, key=lambda n: abs(n - 1)) if steps else None
