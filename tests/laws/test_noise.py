"""The law of noise: a confused letter changes no value unless a finding says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from politburo.reader import read
from politburo.records import Document
from politburo.testing import papers
from politburo.tokens import key
from politburo.values.body_tree import body_tree
from politburo.vocabulary.making import toml
from politburo.writing.statements import statements
from tests.laws.trying import on_papers


def _reversed(meant: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for what is meant everything that is written for it."""
    found: dict[str, list[str]] = {}
    for wrong, right in meant.items():
        found.setdefault(right, []).append(wrong)
    return found


def _both_ways(pairs: Iterable[str]) -> dict[str, list[str]]:
    """Return for each letter of some pairs the letters that it is written for and that are written for it."""
    found: dict[str, list[str]] = {}
    for one, other in map(tuple, pairs):
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


# Per digit, numeral or letter, everything that is written for it.
DIGITS = _reversed(toml("numerals")["confusables"])
LOOKALIKE: dict[str, list[str]] = toml("dates")["roman"]["lookalike"]
LATIN = _reversed(toml("names")["glyphs"]["latin"])
SIMILAR = _both_ways(toml("names")["glyphs"]["similar_ru"])
DIGITS_IN_NAMES = _reversed(toml("names")["glyphs"]["digits"])
BODIES = _reversed(
    {row["wrong"]: row["right"] for row in toml("agencies")["confusion"] if row["right"].isalpha()}
)


def _values(document: Document) -> Counter[tuple[str, str, str]]:
    return Counter(
        (row.entity, row.property, row.value) for row in statements(document) if row.entity != "document"
    )


def _findings(document: Document) -> Counter[str]:
    return Counter(finding.rule for finding in document.findings)


def keeps_the_law(paper: str, noisy: Iterable[str]) -> None:
    """In each noisy paper either every value is as it was, or the reading says that something is wrong."""
    clean = read(paper).document
    for each in noisy:
        read_ = read(each).document
        same = _values(clean) == _values(read_)
        assert same or _findings(read_) - _findings(clean), (
            each,
            _values(clean) - _values(read_),
            _values(read_) - _values(clean),
        )


def confused(paper: str, stretches: str, right: str, wrong: str, pick: int) -> str:
    """Write one thing for another once in the stretches that a pattern finds, in the place that is picked.

    НКВД for НКИД is a body that there was: no reader of one paper can tell, the other witness can.
    """
    noisy = [
        paper[:start] + wrong + paper[start + len(right) :]
        for stretch in re.finditer(stretches, paper)
        for start in _occurrences(paper, right, stretch.start(), stretch.end())
        if key(_word(paper[:start] + wrong + paper[start + len(right) :], start)) not in body_tree()
    ]
    return noisy[pick % len(noisy)] if noisy else paper


def _word(text: str, at: int) -> str:
    """Return the word in which a place stands."""
    return next(word[0] for word in re.finditer(r"\w+", text) if at < word.end())


def _occurrences(paper: str, right: str, start: int, stop: int) -> list[int]:
    return [at for at in range(start, stop) if paper.startswith(right, at, stop)]


# Where a confusion is made, and what is written for what there.
PLACES: dict[str, tuple[str, Mapping[str, list[str]]]] = {
    "a digit of a sum": (r"(?<![\d.,])\d[\d.,]*(?= [а-я]+ рубл)", DIGITS),
    "a digit of a year": (r"\b\d{4}(?= г\.)", DIGITS),
    "a digit of a day": (r"(?<=от )\d+(?=\.[IVX]+\.\d\d)", DIGITS),
    "a numeral of a month": (r"(?<=\d\.)[IVX]+(?=\.)", LOOKALIKE),
    "a body": (r"\bRIGHT\b", BODIES),
    "a letter of a commissariat": (r"(?<=\bНК)[А-Я]{2,4}\b", SIMILAR),
    "a Latin letter in a body": (r"\bНК[А-Я]+\b", LATIN),
    "a digit in a body": (r"(?<=\bНК)[А-Я]+\b", DIGITS_IN_NAMES),
}

# Every confusion: a pattern of its place, what is meant and what is written.
CONFUSIONS = [
    (pattern.replace("RIGHT", right), right, wrong)
    for pattern, written in PLACES.values()
    for right, every in written.items()
    for wrong in every
]


@on_papers()
@given(papers("ru"), st.integers(0, 30))
def test_a_confusion_changes_no_value_without_a_finding(paper: str, pick: int) -> None:
    noisy = {confused(paper, *confusion, pick) for confusion in CONFUSIONS}
    keeps_the_law(paper, sorted(noisy - {paper}))
