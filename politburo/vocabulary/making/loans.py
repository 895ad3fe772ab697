"""The table of loans that are known from the literature, from ``loans.toml`` as it stands."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _loans() -> list[dict[str, Any]]:
    loans: list[dict[str, Any]] = toml("loans")["loan"]
    return loans


TABLES = {"loans": _loans}
