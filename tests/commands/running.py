"""The commands as a user meets them: real processes in a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).parents[1] / "corpus"

CLEAN = """\
ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

7.- О Монголии.

Обязать НКВТ отпустить 20.000 иен к 1 января 1936 г.
"""
# A decision dated behind its protocol (warning), a deadline before it (error), an omission (note).
FAULTY = CLEAN.replace("к 1 января 1936 г.", "к 1 января 1934 г.\n\n[...]")


class Done(NamedTuple):
    status: int
    out: str
    err: str


def run(
    *arguments: str | Path, cwd: Path, text: str = "", environment: Mapping[str, str] | None = None
) -> Done:
    """Run ``politburo`` in a folder and return what it says."""
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        [sys.executable, "-m", "politburo", *map(str, arguments)],
        input=text.encode("utf-8"),
        capture_output=True,
        check=False,
        timeout=120,
        cwd=cwd,
        env=kept | dict(environment or {}),
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def written(folder: Path, **files: str) -> Path:
    """Write papers into a folder: ``clean=…`` becomes ``clean.txt``."""
    for name, text in files.items():
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8"))
    return folder
