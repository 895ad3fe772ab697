"""Each script of ``examples/`` runs as a reader would run it and prints what stands in ``NAME.out``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


# Packages of extras that a script uses.
NEEDED = {"tables_and_corpus": ("pyarrow",)}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_example_prints_what_it_promises(script: Path, tmp_path: Path) -> None:
    for package in NEEDED.get(script.stem, ()):
        pytest.importorskip(package, reason=f"the example needs {package}")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", str(script)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == script.with_suffix(".out").read_text("utf-8")


def test_no_promise_without_a_script() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.out")} == {path.stem for path in SCRIPTS}
