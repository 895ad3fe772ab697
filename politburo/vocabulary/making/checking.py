"""The table ``checking``: the words by which the rules tell a part from a total, a body gone from one alive."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _checking() -> dict[str, Any]:
    return {name: sorted(set(phrases)) for name, phrases in toml("checking").items()}


TABLES = {"checking": _checking}
