"""Single sentences of the genre, written without knowing the grammar: all their values, and no others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from politburo import MonetaryAmount, Numeral, ParseError, PartialDate, Quantity, find
from politburo.values.base import Value

SENTENCES = Path(__file__).parents[1] / "data" / "sentences.csv"
KINDS: dict[str, type[Value]] = {"money": MonetaryAmount, "date": PartialDate, "quantity": Quantity}


def rows() -> list[dict[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(row: dict[str, str]) -> str:
    if row["kind"] == "numeral":
        try:
            return str(Numeral.parse(row["sentence"]))
        except ParseError:
            return ""
    return "|".join(str(value) for value in find(row["sentence"], KINDS[row["kind"]]))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['language']} {row['sentence'][:40]}")
def test_a_sentence_says_what_it_says(row: dict[str, str]) -> None:
    assert said(row) == row["expected"]
