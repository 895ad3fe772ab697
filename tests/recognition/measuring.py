"""How much of a paper is still read when it has been typed, scanned and recognised.

Values and entities are compared, findings aside: a scan brings findings of its own, which are counted.
A value is *wrong* where another value of the same property stands at the same entity instead, *missing* where
none does, *surplus* where more is given than the paper says.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import politburo
from politburo.sources import Source, open_source
from tests.recognition.scanning import FACE, pdf_of
from tests.scoring import Key, Score, as_rows, keys, papers, rows_of

__all__ = ["ABSENT", "CORPUS", "PAPERS", "Measured", "added", "measured", "table"]

CORPUS = Path(__file__).parents[1] / "corpus"
PAPERS = papers(CORPUS)
ABSENT = (
    "no typewriter face: apt-get install fonts-liberation"
    if FACE is None
    else ""
    if shutil.which("tesseract")
    else "no Tesseract: apt-get install tesseract-ocr tesseract-ocr-rus"
)


class Measured(NamedTuple):
    """The scores of a paper as text and as recognised, and what its findings say of recognition."""

    name: str
    clean: Score
    recognised: Score
    told: Counter[str]

    def faults(self) -> tuple[int, int, int]:
        """Return how many values are wrong, missing and surplus."""
        expected, given = (Counter[tuple[str, str]]() for _ in range(2))
        for key, number in (self.recognised.expected - self.recognised.given).items():
            expected[key.entity, key.property] += number
        for key, number in (self.recognised.given - self.recognised.expected).items():
            given[key.entity, key.property] += number
        wrong = (expected & given).total()
        return wrong, expected.total() - wrong, given.total() - wrong


def measured(paper: Path) -> Measured:
    """Type, scan, recognise and read a paper."""
    text = paper.read_text("utf-8")
    source = open_source(pdf_of(text, paper.stem), ocr=True)
    expected = _values(rows_of(paper.with_suffix(".csv").read_text("utf-8")))
    return Measured(
        paper.stem, Score(expected, _read(text)), Score(expected, _read(source.text)), _told(source)
    )


def _read(text: str) -> Counter[Key]:
    return _values(as_rows(politburo.statements(politburo.read(text).document)))


def _values(rows: list[dict[str, str]]) -> Counter[Key]:
    return Counter({key: number for key, number in keys(rows).items() if key.property != "finding"})


def _told(source: Source) -> Counter[str]:
    """Return the findings on the file, and those that reading has on its text, by their rules."""
    document = politburo.read(source.text).document
    confused = {"confusable-character", "probable-misreading"}
    found = [finding.rule for finding in (*source.findings, *document.findings)]
    return Counter(rule for rule in found if rule in {"misrecognised", "mixed-alphabets", *confused})


def added(papers_: list[Measured], name: str = "ALL") -> Measured:
    """Return several papers as one; entities of different papers stay apart."""
    clean, recognised, told = _sum(papers_, "clean"), _sum(papers_, "recognised"), Counter[str]()
    for each in papers_:
        told += each.told
    return Measured(name, clean, recognised, told)


def _sum(papers_: list[Measured], which: str) -> Score:
    sides = []
    for side in range(2):
        rows = Counter[Key]()
        for each in papers_:
            for key, number in getattr(each, which)[side].items():
                rows[key._replace(entity=f"{each.name}:{key.entity}")] += number
        sides.append(rows)
    return Score(*sides)


def table(papers_: list[Measured]) -> str:
    """Return a line for each paper and one for all."""
    rates = "".join(f"{name:>8}" for name in ("F1 text", "F1 scan", "P text", "P scan"))
    head = f"{'paper':32}{rates}{'wrong':>7}{'missing':>8}{'surplus':>8}{'told':>6}"
    return "\n".join([head, *map(_line, [*papers_, added(papers_)])])


def _line(each: Measured) -> str:
    clean, scan = each.clean.tally(), each.recognised.tally()
    wrong, missing, surplus = each.faults()
    rates = f"{clean.f1:8.3f}{scan.f1:8.3f}{clean.precision:8.3f}{scan.precision:8.3f}"
    return f"{each.name:32}{rates}{wrong:7}{missing:8}{surplus:8}{each.told.total():6}"
