"""The page of the sources is the one that the data makes."""

from __future__ import annotations

from pathlib import Path

from politburo.vocabulary.sources_page import page

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary-sources.md"


def test_the_page_is_fresh() -> None:
    expected = "python -m politburo.vocabulary.sources_page > docs/vocabulary-sources.md"
    assert PAGE.read_text("utf-8") == page(), expected
