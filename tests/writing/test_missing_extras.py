"""What comes with an extra only says so where it is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest


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
