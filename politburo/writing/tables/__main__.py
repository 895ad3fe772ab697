"""Write the data dictionary again: ``python -m politburo.writing.tables``."""

from __future__ import annotations

from pathlib import Path

from politburo.writing.tables.dictionary import data_dictionary

if __name__ == "__main__":
    page = Path(__file__).parents[3] / "docs" / "data-dictionary.md"
    page.write_text(data_dictionary(), "utf-8")
