"""The pages for readers run: every example in the README, the contributing guide and the docs.

Sybil finds the fenced blocks, so that an error names the page and the line: ``python`` blocks (with
``>>>`` they are doctests) share one namespace for a page; in ``console`` blocks each command after
``$ `` is run and what it prints is compared. ``<!--- skip: next -->`` before a block leaves it out.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from functools import cache
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.typing import Parser

from politburo import specimen

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def run_console(example: Example) -> str | None:
    """Run the commands of a block; say what differs, or nothing."""
    block = str(example.parsed)
    for session in block.split("$ ")[1:]:
        command, _, expected = session.partition("\n")
        answer = run(command)
        if answer.strip() != expected.strip():
            return f"$ {command}\nexpected:\n{expected}\ngot:\n{answer}"
    return None


def run(command: str) -> str:
    program, *arguments = shlex.split(command)
    assert program == "politburo", f"only politburo itself is run, not {program}"
    done = subprocess.run(
        [sys.executable, "-m", "politburo", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        # Without a terminal's width pages look the same everywhere.
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
    )
    return done.stdout + done.stderr


@cache
def sybil() -> Sybil:
    parsers: list[Parser] = [
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE),
        CodeBlockParser("console", run_console),
        SkipParser(),
    ]
    return Sybil(parsers)


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(specimen.text(), "utf-8")
    (tmp_path / "papers").mkdir()
    for name in ("ru-08-sintszyan-1936.txt", "en-12-order-1949.txt"):
        shutil.copy(ROOT / "tests" / "corpus" / name, tmp_path / "papers")
    _, block = (
        part.partition("```")[0] for part in (ROOT / "README.md").read_text("utf-8").split("```sh")[1:]
    )
    commands = [line.partition("#")[0] for line in block.splitlines() if line.startswith("politburo")]
    assert len(commands) == 5
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", *shlex.split(command)],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        # 1: read, with errors among the findings, as the specimen has.
        assert (done.returncode in {0, 1}, done.stderr) == (True, ""), command


# Packages of extras that the examples of a page use.
NEEDED = {"corpus.md": ("pyarrow", "polars", "duckdb"), "engines.md": ("pyarrow",)}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_of_the_page(page: Path) -> None:
    for package in NEEDED.get(page.name, ()):
        pytest.importorskip(package, reason=f"the page needs {package}")
    for example in sybil().parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = [part.split(")")[0].split("#")[0] for part in page.read_text("utf-8").split("](")[1:]]
    local = [target for target in targets if target and "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []
