"""How much of what a paper says was read: expected statements against those that reading gives.

A row is right when entity, property and value are equal. Rows are compared as a multiset, findings
as a set: an expected file names one passage for each rule, the library may find more.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "FIELDS",
    "Key",
    "Score",
    "Tally",
    "as_rows",
    "keys",
    "loose_quotes",
    "other_passages",
    "papers",
    "rows_of",
    "table",
]

FIELDS = ("entity", "property", "value", "quote", "start", "stop", "status")
STATUSES = {"stated", "inferred", "emended"}


class Key(NamedTuple):
    """What makes two rows the same row."""

    entity: str
    property: str
    value: str


class Tally(NamedTuple):
    """Rows of one property, or of all: how many were expected, given and right."""

    expected: int
    given: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else float(not self.given)

    @property
    def f1(self) -> float:
        total = self.expected + self.given
        return 2 * self.right / total if total else 1.0


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the rows of a statements file, its header checked."""
    rows = csv.DictReader(io.StringIO(text))
    assert tuple(rows.fieldnames or ()) == FIELDS, f"unexpected header {rows.fieldnames}"
    return list(rows)


def as_rows(statements: Iterable[object]) -> list[dict[str, str]]:
    """Return statement objects as rows of text; an absent place is empty, as in a file."""
    return [{name: _cell(getattr(s, name)) for name in FIELDS} for s in statements]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value.value if isinstance(value, Enum) else value)


def keys(rows: Iterable[Mapping[str, str]]) -> Counter[Key]:
    """Return the rows as a multiset of keys; each finding counts once."""
    counted = Counter(_key(row) for row in rows)
    return Counter({k: 1 if k.property == "finding" else n for k, n in counted.items()})


def _key(row: Mapping[str, str]) -> Key:
    return Key(row["entity"], row["property"], " ".join(row["value"].split()))


class Score(NamedTuple):
    """Expected and given keys of one paper, or of several added up."""

    expected: Counter[Key]
    given: Counter[Key]

    def tally(self, prop: str | None = None) -> Tally:
        """Return the tally of one property, or of all rows."""
        wanted, got = (_only(rows, prop) for rows in self)
        return Tally(wanted.total(), got.total(), (wanted & got).total())

    def properties(self) -> list[str]:
        """Return the properties that occur, in order of the alphabet."""
        return sorted({k.property for rows in self for k in rows})

    def differences(self) -> str:
        """Return what was missed (-) and what was too much (+), a line each."""
        missed = [("-", k) for k in (self.expected - self.given).elements()]
        surplus = [("+", k) for k in (self.given - self.expected).elements()]
        both = sorted(missed + surplus, key=lambda line: (line[1], line[0]))
        return "\n".join(f"{sign} {k.entity}\t{k.property}\t{k.value}" for sign, k in both)


def _only(rows: Counter[Key], prop: str | None) -> Counter[Key]:
    return Counter({k: n for k, n in rows.items() if prop in (None, k.property)})


def table(score: Score) -> str:
    """Return precision, recall and F1 of each property and overall, as lines of text."""
    lines = [f"{'property':16}{'expected':>9}{'given':>7}{'right':>7}{'P':>7}{'R':>7}{'F1':>7}"]
    for prop in [*score.properties(), None]:
        tally = score.tally(prop)
        rates = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        lines.append(f"{prop or 'ALL':16}{tally.expected:9}{tally.given:7}{tally.right:7}{rates}")
    return "\n".join(lines)


def loose_quotes(rows: Iterable[Mapping[str, str]], text: str) -> list[str]:
    """Return a line for each row whose quote is not ``text[start:stop]`` or whose status is unknown."""
    return [f"{_key(row)}: {fault}" for row in rows if (fault := _fault(row, text))]


def _fault(row: Mapping[str, str], text: str) -> str:
    if row["status"] not in STATUSES:
        return f"status {row['status']!r}"
    if not row["start"]:
        carried = row["status"] == "inferred" or row["property"] == "finding"
        return "" if carried else "no passage"
    passage = text[int(row["start"]) : int(row["stop"])]
    return "" if passage == row["quote"] else f"quote {row['quote']!r}, text {passage!r}"


def other_passages(expected: Iterable[Mapping[str, str]], given: Iterable[Mapping[str, str]]) -> list[str]:
    """Return a line for each given row that is not expected from that passage, with that status."""
    surplus = _passages(given) - _passages(expected)
    return sorted(" ".join(row) for row in surplus.elements())


def _passages(rows: Iterable[Mapping[str, str]]) -> Counter[tuple[str, ...]]:
    # A finding may be told at another passage than the one that an expected file names for its rule.
    told = (row for row in rows if row["property"] != "finding")
    return Counter((*_key(row), row["start"], row["stop"], row["status"]) for row in told)


def papers(folder: Path) -> list[Path]:
    """Return the papers of a folder that have expected statements, in order."""
    return [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".csv").exists()]
