"""The table ``checking``: the words by which the rules tell parts from a whole, the past from the present."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _checking() -> dict[str, Any]:
    return {name: sorted(set(phrases)) for name, phrases in toml("checking").items()}


TABLES = {"checking": _checking}
