"""How far a run is: ``1,234 of 100,000 papers · 1.21 MB/s · 3,456 findings · 2 min left``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

from attrs import define

from politburo.corpus.parts import Done

__all__ = ["Progress", "Report", "bar"]

_MINUTE = 60
_PAUSE = 0.1


@define
class Progress:
    """What is to be read and what has been.

    >>> progress = Progress(papers=4, bytes=4_000_000)
    >>> progress.add(Done(1, 1, 3, 1_000_000))
    >>> progress.line(seconds=10.0)
    '1 of 4 papers · 0.10 MB/s · 3 findings · 30 s left'
    """

    papers: int
    bytes: int
    papers_done: int = 0
    bytes_done: int = 0
    findings: int = 0

    def add(self, done: Done) -> None:
        """Count what has been done."""
        self.papers_done += done.papers
        self.bytes_done += done.bytes
        self.findings += done.findings

    def line(self, seconds: float) -> str:
        """Return one line of where the run is after so many seconds."""
        speed = self.bytes_done / seconds / 1e6 if seconds else 0.0
        left = _left(self.bytes - self.bytes_done, self.bytes_done, seconds)
        read = f"{self.papers_done:,} of {self.papers:,} papers"
        return f"{read} · {speed:.2f} MB/s · {self.findings:,} findings · {left}"


def _left(rest: int, done: int, seconds: float) -> str:
    if not done:
        return "time left unknown"
    left = rest * seconds / done
    return f"{left:.0f} s left" if left < 2 * _MINUTE else f"{left / _MINUTE:.0f} min left"


Report = Callable[[Progress], None]


def bar(stream: TextIO | None = None) -> Report:
    """Return what shows progress in one line of a terminal; elsewhere it says nothing."""
    out = sys.stderr if stream is None else stream
    if out is None or not out.isatty():
        return lambda _: None
    began, shown = time.monotonic(), [0.0]

    def show(progress: Progress) -> None:
        now, is_last = time.monotonic(), progress.papers_done >= progress.papers
        if is_last or now - shown[0] > _PAUSE:
            shown[0] = now
            out.write(f"\r\x1b[K{progress.line(now - began)}" + "\n" * is_last)
            out.flush()

    return show
