"""The vocabulary: what the papers' words are known to mean, as data.

People edit ``data/*.toml``, where every entry has its sources and doubts. What is loaded at run
time is ``compiled/*.json``, made from it by ``python -m politburo.vocabulary``; each table is read
once, on first use, never at import.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> Any:
    """Return a compiled table by its name.

    >>> table("currencies")["RUB_GOLD"]["name_en"]
    'gold ruble'
    """
    from importlib.resources import files  # costs 14 ms, which whoever reads nothing need not pay

    path = files(__name__) / "compiled" / f"{name}.json"
    return json.loads(path.read_text("utf-8"))
