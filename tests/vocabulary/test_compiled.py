"""The compiled tables are what the TOML files make, no more and no less."""

from __future__ import annotations

from politburo.vocabulary.__main__ import COMPILED, makers, stale


def test_compiled_tables_are_fresh() -> None:
    assert stale() == [], "run `make vocabulary`"


def test_every_compiled_file_has_a_maker() -> None:
    assert {path.stem for path in COMPILED.glob("*.json")} == set(makers())
