"""The guard against slowdowns: reading may not take longer than it did, but for a tolerance of 20 %.

``make slowdown`` fails where it does; ``python -m benchmarks.guard --store`` stores the figures of now,
which is for whoever made reading faster. Where valgrind is installed instructions are counted, which no
other work on the machine disturbs; elsewhere reading is timed in `re` passes, the two in turns.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import politburo
from benchmarks.measuring import ratio
from benchmarks.papers import ROOT, texts
from benchmarks.reference import scan

__all__ = ["main"]

_STORED = Path(__file__).with_name("guard.json")
_TOLERANCE = 1.2
# A busy machine may disturb one measurement; a slowdown is there every time.
_TRIES = 3
# So many papers are read under valgrind, which makes a program fifty times as slow.
_PAPERS = 12
_READ = """
import sys, politburo
from benchmarks.papers import texts
papers = texts()[: {papers}]
for text in papers * int(sys.argv[1]):
    politburo.read(text)
"""


def main() -> int:
    """Compare with what is stored, or store the figures of now."""
    parser = argparse.ArgumentParser(description="Fail where reading has become slower by more than 20 %.")
    parser.add_argument("--store", action="store_true", help="store the figures of now")
    if parser.parse_args().store:
        figures = {"python": platform.python_version(), "instructions": _instructions(), "passes": _passes()}
        _STORED.write_text(json.dumps(figures) + "\n", "utf-8")
        return 0
    stored = json.loads(_STORED.read_text("utf-8"))
    comparable = stored["instructions"] and stored["python"] == platform.python_version()
    if comparable and shutil.which("valgrind"):
        return 0 if _holds("instructions", _instructions() or 0, stored["instructions"]) else 1
    return 0 if any(_holds("re passes", _passes(), stored["passes"]) for _ in range(_TRIES)) else 1


def _holds(unit: str, now: float, stored: float) -> bool:
    print(f"reading takes {now:,.2f} {unit}, {now / stored:.2f} × the stored {stored:,.2f}")
    return now <= stored * _TOLERANCE


def _passes() -> float:
    """Return how many `re` passes reading the composed papers takes."""
    several = texts() * 4
    took = ratio(
        lambda: [politburo.read(text) for text in texts()], lambda: [scan(text) for text in several], 7
    )
    return round(took * 4, 2)


def _instructions() -> int | None:
    """Return the instructions of reading papers a second time, or nothing where they cannot be counted."""
    if shutil.which("valgrind") is None:
        return None
    once, twice = (_counted(times) for times in (1, 2))
    return twice - once


def _counted(times: int) -> int:
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable]
    command = [*valgrind, "-c", _READ.format(papers=_PAPERS), str(times)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        raise RuntimeError(f"valgrind counted nothing: {done.stderr[-200:]}")
    return int(found[1])


if __name__ == "__main__":
    sys.exit(main())
