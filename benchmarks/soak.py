"""A large corpus, killed as it is built: ``python -m benchmarks.soak [--papers 100000] [--kills 5]``.

Builds papers that :mod:`politburo.testing` generates, with other numbers in each, once undisturbed and once
with kills at random moments, and says what the parent's memory was as the run went on, how long it took, and
whether both came out the same.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.building.generated import drawn, written

__all__ = ["main"]

_STEPS = 6


def main() -> int:
    """Build twice, print what was seen, fail where the two differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--models", type=int, default=400, help="papers that are generated, to be varied")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        papers = written(Path(folder) / "papers", options.papers, models=drawn(options.models))
        began = time.monotonic()
        memory = _watched(_started(papers, Path(folder) / "once"))
        length = time.monotonic() - began
        print(
            f"{options.papers:,} papers in {length:.0f} s; memory of the parent in MB: {_along(memory)}",
            flush=True,
        )
        _killed(papers, Path(folder) / "killed", options.kills, length)
        files = [_files(Path(folder) / name) for name in ("once", "killed")]
    same = files[0] == files[1]
    print(f"killed {options.kills} times and gone on with: {'the same' if same else 'another'} result")
    return 0 if same else 1


def _started(papers: Path, place: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "politburo", "build", str(papers), "--to", str(place)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def _watched(process: subprocess.Popen[bytes]) -> list[float]:
    """Wait for a run and return the memory that it had, in MB, twice a second."""
    seen = []
    while process.poll() is None:
        seen.append(_memory(process.pid))
        time.sleep(0.5)
    return seen


def _memory(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


def _along(memory: list[float]) -> str:
    steps = [memory[len(memory) * step // _STEPS] for step in range(_STEPS)]
    return ", ".join(f"{size:.0f}" for size in steps) + f"; most {max(memory):.0f}"


def _killed(papers: Path, place: Path, kills: int, length: float) -> None:
    chance = random.Random(1)  # noqa: S311 - moments to kill at
    for _ in range(kills):
        process = _started(papers, place)
        time.sleep(chance.uniform(0.5, length / 2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    _started(papers, place).wait()


def _files(place: Path) -> object:
    return json.loads((place / "manifest.json").read_text("utf-8"))["files"]


if __name__ == "__main__":
    sys.exit(main())
