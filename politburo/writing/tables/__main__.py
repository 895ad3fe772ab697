"""Write the data dictionary again: ``python -m politburo.writing.tables [file]``."""

from __future__ import annotations

import sys
from pathlib import Path

from politburo.writing.tables.dictionary import data_dictionary

if __name__ == "__main__":  # pragma: no branch - it is run, never imported
    docs = Path(__file__).parents[3] / "docs"
    page = Path(sys.argv[1]) if sys.argv[1:] else docs / "data-dictionary.md"
    page.write_text(data_dictionary(), "utf-8")
