"""Processes that die while a corpus is built: what killed them is left out, all else is read."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra tables")

from politburo import Reading, read
from politburo.corpus import Progress, build, parts
from tests.building.generated import written

DIED = "the process that read it died"


def deadly(text: str) -> Reading:
    if re.search("Дело 1-(3|7)[.]", text):
        os.kill(os.getpid(), signal.SIGKILL)
    return read(text)


def test_a_paper_that_kills_its_process_costs_itself_only(tmp_path: Path) -> None:
    folder = written(tmp_path / "papers", 9, most=700)
    result = build([folder], tmp_path / "corpus", jobs=2, read=deadly)
    assert (result.papers, len(result.failures)) == (7, 2)
    assert {error for _, error in result.failures} == {DIED}
    assert build([folder], tmp_path / "corpus", jobs=1).papers == 9


def starving(text: str) -> Reading:
    """Read papers one by one, but die of all of them: at the first, the second and the last time."""
    calls = Path(os.environ["POLITBURO_TESTED"])
    calls.write_text(f"{calls.read_text('ascii')}.", "ascii")
    if len(calls.read_text("ascii")) in {1, 2, 6}:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(text)


def test_papers_that_only_together_kill_a_process_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, calls = written(tmp_path / "papers", 3, most=700), tmp_path / "calls"
    calls.write_text("", "ascii")
    monkeypatch.setenv("POLITBURO_TESTED", str(calls))
    result = build([folder], tmp_path / "corpus", jobs=2, read=starving)
    assert (result.papers, [error for _, error in result.failures]) == (0, [DIED] * 3)
    assert len(calls.read_text("ascii")) == 6  # in the pool, by itself, paper by paper, by itself again
    assert build([folder], tmp_path / "corpus", jobs=1).papers == 3


def test_a_process_that_is_killed_from_outside_costs_no_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_PAPERS", 1)  # so that parts are waiting when it happens
    folder, killed = written(tmp_path / "papers", 16, most=700), list[int]()

    def report(_: Progress) -> None:
        if not killed:
            victim = multiprocessing.active_children()[0]
            killed.append(victim.pid or 0)
            victim.kill()
            # The other one is stopped too, before the next part is given out.
            for _attempt in range(1200):
                if not multiprocessing.active_children():
                    break
                time.sleep(0.05)

    result = build([folder], tmp_path / "corpus", jobs=2, report=report)
    assert killed
    assert (result.papers, result.fresh, result.failures) == (16, 16, ())
