"""``make ocr``: every composed paper typed, scanned, recognised and read; prints the table."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor

from tests.recognition.measuring import ABSENT, PAPERS, measured, table


def main() -> None:
    """Measure the papers whose names begin with an argument, or all."""
    if ABSENT:
        sys.exit(ABSENT)
    begin = tuple(sys.argv[1:]) or ("",)
    with ProcessPoolExecutor() as processes:
        found = list(processes.map(measured, [paper for paper in PAPERS if paper.stem.startswith(begin)]))
    sys.stdout.write(f"{table(found)}\n")
    for each in found:
        if differences := each.recognised.differences():
            sys.stdout.write(f"\n{each.name}\n{differences}\n")


if __name__ == "__main__":
    main()
