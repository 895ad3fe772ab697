"""Make the compiled tables from the TOML files: ``python -m politburo.vocabulary [--check]``.

Each module of :mod:`politburo.vocabulary.making` that has a ``TABLES`` mapping (table name →
function without arguments that returns the table) contributes its tables.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from politburo.files import write_atomically
from politburo.vocabulary import making

COMPILED = Path(__file__).parent / "compiled"


def makers() -> dict[str, Callable[[], Any]]:
    """Return the function that makes each table, by the table's name."""
    found: dict[str, Callable[[], Any]] = {}
    for module in sorted(pkgutil.iter_modules(making.__path__), key=lambda m: m.name):
        found |= importlib.import_module(f"{making.__name__}.{module.name}").TABLES
    return found


def render(made: object) -> str:
    """Return the text of a compiled table."""
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def stale() -> list[str]:
    """Return the names of the tables whose file differs from what the TOML files say."""
    rendered = {name: render(make()) for name, make in makers().items()}
    paths = {name: COMPILED / f"{name}.json" for name in rendered}
    return [n for n, p in paths.items() if not p.exists() or p.read_text("utf-8") != rendered[n]]


def main(arguments: list[str]) -> int:
    """Write the tables, or with ``--check`` tell which are stale (exit status 1)."""
    if "--check" in arguments:
        names = stale()
        print("\n".join(f"stale: {name}" for name in names) or "the compiled vocabulary is fresh")
        return 1 if names else 0
    COMPILED.mkdir(exist_ok=True)
    for name, make in makers().items():
        write_atomically(COMPILED / f"{name}.json", render(make()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
