"""Read the gathered inputs at full size, a megabyte each and ten of the longest: ``make attacks``.

Each is read in a process of its own, at a quarter of its size and whole. Told are the seconds, how many times
as long the whole took (four is linear), and the memory for each character. It fails where a reading raises,
takes over six times as long as its quarter, or more than two kilobytes for a character.

    python tests/attacks/large.py [characters] [name …]
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

MEGABYTE = 1_000_000
# One token of ten megabytes, a hundred thousand nested brackets, a million item marks, below a heading.
LARGEST = {"one letter": 10 * MEGABYTE, "round brackets": 200_000, "item marks": 3 * MEGABYTE}
MARGIN = 6
BYTES = 2_000
SHORTEST = 0.05


def measured(name: str, length: int) -> tuple[float, float]:
    """Read an input of a length; return the processor's seconds, and the bytes it took for a character."""
    from politburo.reader import read
    from tests.attacks.inputs import heading, made

    text = heading(made(name, length))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    read(text)
    taken = time.process_time() - begun
    return taken, 1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / length


def apart(name: str, length: int) -> tuple[float, float] | None:
    """Measure in a process of its own; None where the reading raised."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        status = 1
        try:
            os.write(writing, " ".join(map(str, measured(name, length))).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    seconds, size = map(float, told.split())
    return seconds, size


def main(arguments: list[str]) -> int:
    """Read all inputs, or those named, and tell what each took."""
    from tests.attacks.inputs import INPUTS

    length = int(arguments[0]) if arguments else MEGABYTE
    faults = 0
    for name in arguments[1:] or INPUTS:
        size = max(length, LARGEST.get(name, 0))
        quarter, whole = apart(name, size // 4), apart(name, size)
        if quarter is None or whole is None:
            fault, told = True, "raised"
        else:
            ratio = whole[0] / max(quarter[0], SHORTEST)
            fault = ratio > MARGIN or whole[1] > BYTES
            told = f"{whole[0]:7.1f} s  {ratio:4.1f} times  {whole[1]:6.0f} bytes a character"
        faults += fault
        print(f"{'FAULT ' if fault else ''}{name} ({size:,}): {told}", flush=True)  # noqa: T201
    return int(faults > 0)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main(sys.argv[1:]))
