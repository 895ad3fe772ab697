"""What is read: the composed papers of the tests, as often as it takes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from politburo import read

__all__ = ["ROOT", "expected", "protocols", "repeated", "texts"]

ROOT = Path(__file__).parents[1]
_CORPUS = ROOT / "tests" / "corpus"


@cache
def texts() -> tuple[str, ...]:
    """Return the composed papers."""
    return tuple(path.read_text("utf-8") for path in sorted(_CORPUS.glob("*.txt")))


def repeated(megabytes: float) -> list[str]:
    """Return the composed papers again and again, up to a size in UTF-8."""
    return _up_to(megabytes, texts())


def _up_to(megabytes: float, papers: Sequence[str]) -> list[str]:
    given: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        text = papers[len(given) % len(papers)]
        given.append(text)
        size += len(text.encode("utf-8"))
    return given


def protocols(megabytes: float) -> list[str]:
    """Return those without a catalogue page, which may stand one behind the other in a file, up to a size."""
    bare = [text for text in texts() if (document := read(text).document).witnesses and not document.item]
    return _up_to(megabytes, bare)


@cache
def expected() -> dict[str, list[tuple[str, str]]]:
    """Return quotes with the value that is expected of them, by property."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(_CORPUS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["status"] == "stated" and row["quote"]:
                    found[row["property"]].append((row["quote"], row["value"]))
    return found
