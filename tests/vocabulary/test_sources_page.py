"""The page of the sources is the one that the data makes."""

from __future__ import annotations

from pathlib import Path

from politburo.vocabulary import table
from politburo.vocabulary.sources_page import page

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary-sources.md"


def test_the_page_is_fresh() -> None:
    expected = "python -m politburo.vocabulary.sources_page > docs/vocabulary-sources.md"
    assert PAGE.read_text("utf-8") == page(), expected


def test_every_rate_and_body_stands_on_the_page_with_its_sources() -> None:
    written = page()
    assert (
        "| RUB_GOLD | 4.38 SUR_1924 | official coefficient | 1936 | 1937-07-18 | verified | S12 |" in written
    )
    for rate in table("rates")["rates"]:
        assert f"| {rate['base']} | {rate['value']} {rate['quote']} |" in written
    assert all(f"\n| {body} | " in written for body in table("agencies"))
