"""A run may be killed at any moment: the next one goes on, and what comes out is the same."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra tables")

from tests.building.generated import written
from tests.building.test_build import everything, rows

PAPERS = 300
KILLS = 5


def started(folder: Path, place: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "politburo", "build", str(folder), "--to", str(place), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text("ascii").split()] if listed.exists() else []


def wait_until_gone(pids: list[int]) -> None:
    for _ in range(200):
        if not any(is_running(pid) for pid in pids):
            return
        time.sleep(0.05)
    pytest.fail(f"processes that outlive their parent: {pids}")


def is_running(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_killed_at_random_moments_and_gone_on_with(tmp_path: Path) -> None:
    folder, place = written(tmp_path / "papers", PAPERS, most=700), tmp_path / "corpus"
    began = time.monotonic()
    undisturbed = started(folder, tmp_path / "undisturbed")
    assert undisturbed.wait(120) == 0
    length, chance = time.monotonic() - began, random.Random(7)  # noqa: S311 - moments for a test
    for _ in range(KILLS):
        process = started(folder, place)
        time.sleep(chance.uniform(0.3, length))
        workers = children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        wait_until_gone(workers)
    last = started(folder, place)
    assert last.wait(120) == 0
    last.communicate()
    undisturbed.communicate()
    assert everything(place) == everything(tmp_path / "undisturbed")
    assert len(rows(place, "papers")) == len({row["id"] for row in rows(place, "papers")}) == PAPERS
