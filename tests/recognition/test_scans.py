"""Six composed papers as scans: what is read of them comes near to what is read of their texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from politburo.corpus import build
from tests.recognition.measuring import ABSENT, CORPUS, Measured, added, measured, table
from tests.recognition.scanning import pages_of

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=ABSENT)

NAMES = (
    "en-02-seed-loan-1932",
    "en-07-korea-1950",
    "en-10-fund-1987",
    "ru-01-zolotaya-moneta-1923",
    "ru-07-oprosom-1935",
    "ru-12-delegatsiya-mnr-1949",
)
# Shares of what is read of the text: `make ocr` measures all papers.
F1, PRECISION = 0.90, 0.95


@cache
def scanned() -> list[Measured]:
    return [measured(CORPUS / f"{name}.txt") for name in NAMES]


def test_most_of_what_a_paper_says_is_read_from_its_scan() -> None:
    whole = added(scanned())
    clean, scan = whole.clean.tally(), whole.recognised.tally()
    assert scan.f1 >= F1 * clean.f1, table(scanned())
    assert scan.precision >= PRECISION * clean.precision, table(scanned())


def test_what_was_mistaken_is_told() -> None:
    assert all(each.told for each in scanned() if each.name.startswith("ru"))
    assert added(scanned()).told["misrecognised"] > 10


def test_a_corpus_is_built_from_scans(tmp_path: Path) -> None:
    name = "ru-07-oprosom-1935"
    text = (CORPUS / f"{name}.txt").read_text("utf-8")
    folder = tmp_path / "scans"
    folder.mkdir()
    pages_of(text, name)[0].save(folder / "page.png")
    (folder / f"{name}.txt").write_text(text, "utf-8")
    without = build([folder], tmp_path / "texts", jobs=1)
    assert (without.papers, without.failures) == (1, ())
    with_scans = build([folder], tmp_path / "both", jobs=1, ocr=True)
    assert (with_scans.papers, with_scans.failures) == (2, ())
