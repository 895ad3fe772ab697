"""How the compiled tables are made from ``data/*.toml``. Run by maintainers and CI, not by users.

Each module here has ``TABLES``: table name → function without arguments returning JSON data.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["toml"]


def toml(name: str) -> dict[str, Any]:
    """Return the parsed ``data/NAME.toml``."""
    return tomllib.loads((files("politburo.vocabulary") / "data" / f"{name}.toml").read_text("utf-8"))
