"""Time and memory: the best of several runs, since whatever disturbs a run makes it slower."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from typing import NamedTuple

__all__ = ["Measured", "best", "held", "ratio", "start"]


class Measured(NamedTuple):
    """What was measured: its name, the figure and the unit."""

    name: str
    figure: float
    unit: str


def best(work: Callable[[], object], times: int = 5) -> float:
    """Return the seconds of processor time of the fastest run."""
    return min(_once(work) for _ in range(times))


def ratio(work: Callable[[], object], reference: Callable[[], object], times: int = 5) -> float:
    """Return how many times as long as the reference the work takes, the two run in turns."""
    pairs = [(_once(work), _once(reference)) for _ in range(times)]
    return min(first for first, _ in pairs) / min(second for _, second in pairs)


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def held(make: Callable[[], object]) -> int:
    """Return the bytes that what is made keeps."""
    gc.collect()
    tracemalloc.start()
    try:
        kept = make()
        gc.collect()
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del kept
    return size


def start(code: str, times: int = 10) -> float:
    """Return the seconds that a new process takes to run the code and end, its modules compiled before.

    Installing a package compiles it; a checkout is compiled by the first process that may write there.
    """
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        _process(code, environment)
        return min(_process(code, environment) for _ in range(times))


def _process(code: str, environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began
