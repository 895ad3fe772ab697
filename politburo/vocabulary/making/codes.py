"""The table ``codes``: prefixes and suffixes of protocol-and-point codes."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _codes() -> dict[str, Any]:
    data = toml("codes")
    return {name: data[name] if name == "roman" else sorted(set(data[name])) for name in data}


TABLES = {"codes": _codes}
