"""What comes with an extra only says so where it is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from politburo import specimen


@pytest.mark.parametrize(
    ("package", "extra", "call"),
    [
        ("jinja2", "html", "from politburo.showing.html import show; show(Document(''))"),
        ("lxml", "tei", "from politburo.writing.tei import to_tei; to_tei(Document(''))"),
        ("rdflib", "rdf", "from politburo.writing.linked import to_rdf; to_rdf(Document(''), base='urn:a')"),
    ],
)
def test_a_missing_package_is_told(package: str, extra: str, call: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; from politburo.records import Document; {call}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.rstrip().endswith(f"{package} is not installed: pip install 'politburo[{extra}]'")


@pytest.mark.parametrize(
    ("package", "extra", "arguments"),
    [
        ("jinja2", "html", ["show", "a.txt", "--to", "a.html"]),
        ("jinja2", "html", ["show", "a.txt", "--to", "site"]),
        ("rdflib", "rdf", ["export", "a.txt", "--as", "turtle"]),
        ("altair", "plots", ["plot", "sums", "a.txt", "--to", "a.svg"]),
        ("vl_convert", "plots", ["plot", "sums", "a.txt", "--to", "a.svg"]),
    ],
)
def test_commands_tell_it_in_a_line(package: str, extra: str, arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(specimen.text(), "utf-8")
    hidden = f"import sys; sys.modules[{package!r}] = None"
    code = f"{hidden}; from politburo.cli import main; sys.exit(main({arguments}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    name = {"vl_convert": "vl-convert-python"}.get(package, package)
    said = f"politburo: {name} is not installed: pip install 'politburo[{extra}]'\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
