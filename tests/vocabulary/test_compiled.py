"""The compiled tables are what the TOML files make, no more and no less."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from politburo.vocabulary import __main__ as command
from politburo.vocabulary.__main__ import COMPILED, main, makers


def test_compiled_tables_are_fresh() -> None:
    check = [sys.executable, "-m", "politburo.vocabulary", "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "the compiled vocabulary is fresh\n"), (
        "run `make vocabulary`"
    )


def test_tables_are_written_and_stale_ones_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "compiled"
    monkeypatch.setattr(command, "COMPILED", place)
    assert main([]) == 0
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {
        path.name: path.read_bytes() for path in COMPILED.glob("*.json")
    }
    (place / "agencies.json").unlink()
    (place / "units.json").write_text("{}\n", "utf-8")
    assert main(["--check"]) == 1
    assert sorted(capsys.readouterr().out.splitlines()) == ["stale: agencies", "stale: units"]


def test_every_compiled_file_has_a_maker() -> None:
    assert {path.stem for path in COMPILED.glob("*.json")} == set(makers())
