"""The page of the sources is the one that the data makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from politburo.vocabulary import table
from politburo.vocabulary.sources_page import page

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary-sources.md"


def test_the_page_is_fresh() -> None:
    command = [sys.executable, "-X", "utf8", "-m", "politburo.vocabulary.sources_page"]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert made == PAGE.read_text("utf-8"), (
        "python -m politburo.vocabulary.sources_page > docs/vocabulary-sources.md"
    )


def test_every_rate_and_body_stands_on_the_page_with_its_sources() -> None:
    written = page()
    assert (
        "| RUB_GOLD | 4.38 SUR_1924 | official coefficient | 1936 | 1937-07-18 | verified | S12 |" in written
    )
    for rate in table("rates")["rates"]:
        assert f"| {rate['base']} | {rate['value']} {rate['quote']} |" in written
    assert all(f"\n| {body} | " in written for body in table("agencies"))
