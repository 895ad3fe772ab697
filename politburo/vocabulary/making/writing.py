"""The table ``writing``: how papers are worded where the library writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from politburo.values.inflection import inflected
from politburo.vocabulary.making import toml
from politburo.vocabulary.making.names import agencies

__all__ = ["TABLES"]

_CASES = ("nominative", "genitive", "dative", "accusative")


def _writing() -> dict[str, Any]:
    """Return the words as they stand, and the cases of the bodies that have an entry."""
    return {**toml("writing"), "bodies": dict(_bodies()), "currency_names": dict(_currencies())}


def _bodies() -> Iterator[tuple[str, dict[str, str]]]:
    for identifier, record in agencies().items():
        label = str((record.get("abbr_ru") or [record["name_ru"]])[0])
        cases = inflected(label)
        # A name with capitals inside («НКСовхозов») comes back changed: it is not declined.
        declined = cases["nominative"] == label
        yield identifier, {case: cases[case] if declined else label for case in _CASES}


def _currencies() -> Iterator[tuple[str, dict[str, str]]]:
    """Return what stands behind a number: the genitive plural, the English plural."""
    own = toml("writing")["currencies"]
    for record in (*toml("currencies")["currency"], *toml("money")["currency"]):
        words = {"ru": record.get("pl_ru", {}).get("gen"), "en": record.get("plural_en")}
        known = {language: word for language, word in words.items() if word}
        yield record["id"], {**known, **own.get(record["id"], {})}


TABLES = {"writing": _writing}
