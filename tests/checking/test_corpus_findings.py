"""The rules on the composed papers, as expected statements describe them: nothing missed, no false alarm."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from politburo.checking import RULES, check
from politburo.records import CataloguePage
from politburo.values.money import MonetaryAmount
from politburo.values.terms import Wording
from tests.checking.from_rows import READING, document_of
from tests.scoring import papers

PAPERS = papers(Path(__file__).parents[1] / "corpus")

# What the catalogue pages say of sums and protocol numbers; statements do not tell of them.
PAGES = {
    "en-01-purchases-1922": ((), ("111",)),
    "en-03-xinjiang-railway-1935": (("10000 RUB", "48600 RUB"), ()),
    "en-04-military-loan-1936": (("1300000 RUB",), ()),
    "en-05-credit-table-1935": (("1800000 RUB_GOLD",), ()),
    "en-06-concession-1941": ((), ("30",)),
    "en-08-presidium-1962": ((), ("64",)),
    "en-10-fund-1987": (("12750000 RUB", "18200000 USD"), ("97",)),
    "ru-08-sintszyan-1936": (("1350000 RUB", "2000000 XXX"), ()),
}


def page_of(name: str) -> CataloguePage | None:
    sums, numbers = PAGES.get(name, ((), ()))
    if not sums and not numbers:
        return None
    return CataloguePage(money=tuple(map(MonetaryAmount.parse, sums)), numbers=tuple(map(Wording, numbers)))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_rules_find_what_is_expected(paper: Path) -> None:
    text, rows = paper.read_text("utf-8"), paper.with_suffix(".csv").read_text("utf-8")
    expected = {row["value"] for row in csv.DictReader(io.StringIO(rows)) if row["property"] == "finding"}
    document = document_of(text, rows, page_of(paper.stem))
    found = check(document)
    assert {finding.rule for finding in found} == expected - READING
    assert all(finding.span is None or finding.span.stop <= len(text) for finding in found)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_one_rule_alone_finds_what_it_finds_among_all(paper: Path) -> None:
    document = document_of(paper.read_text("utf-8"), paper.with_suffix(".csv").read_text("utf-8"))
    found = check(document)
    for rule in RULES:
        assert check(document, [rule.slug]) == tuple(each for each in found if each.rule == rule.slug)
