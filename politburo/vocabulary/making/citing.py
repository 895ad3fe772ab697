"""The table of the words with which papers are cited, as ``citing.toml`` has them."""

from __future__ import annotations

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]

TABLES = {"citing": lambda: toml("citing")}
"""The tables this module makes."""
