"""The table ``mending``: words by which broken text is put together again."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _mending() -> dict[str, Any]:
    return {name: sorted(set(words)) for name, words in toml("mending").items()}


TABLES = {"mending": _mending}
