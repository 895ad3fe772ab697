"""The guard against slowdowns: reading may not take more `re` passes than it did, but for a tolerance.

``python -m benchmarks.guard`` fails where it does; ``--store`` stores the ratio of now, which is for whoever made
reading faster. A ratio of two times in one process, taken in turns, is the same on a fast and on a slow machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import politburo
from benchmarks.measuring import ratio
from benchmarks.papers import texts
from benchmarks.reference import scan

__all__ = ["main"]

_STORED = Path(__file__).with_name("guard.json")
_TOLERANCE = 1.2
# A busy machine may disturb one measurement; a slowdown is there every time.
_TRIES = 3


def measured() -> float:
    """Return how many `re` passes reading the composed papers takes."""
    many = texts() * 4
    return ratio(lambda: [politburo.read(text) for text in texts()], lambda: [scan(text) for text in many], 7) * 4


def main() -> int:
    """Compare with the stored ratio, or store the one of now."""
    parser = argparse.ArgumentParser(description="Fail where reading has become slower by more than 20 %.")
    parser.add_argument("--store", action="store_true", help="store the ratio of now")
    if parser.parse_args().store:
        _STORED.write_text(json.dumps({"read in re passes": round(measured(), 2)}) + "\n", "utf-8")
        return 0
    stored = float(json.loads(_STORED.read_text("utf-8"))["read in re passes"])
    for _ in range(_TRIES):
        now = measured()
        print(f"reading takes {now:.2f} re passes, {now / stored:.2f} × the stored {stored:.2f}")
        if now <= stored * _TOLERANCE:
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
