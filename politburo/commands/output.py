"""What a command writes: to standard output, and one line on standard error when something is wrong."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

__all__ = ["complain", "in_color", "is_terminal", "put", "width"]


def put(text: str) -> None:
    r"""Write to standard output, if there is one.

    >>> put("500000 RUB_GOLD\n")
    500000 RUB_GOLD
    """
    if sys.stdout is not None:
        sys.stdout.write(text)


def complain(message: str) -> None:
    """Write one line to standard error, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"politburo: {message}\n")


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether somebody reads the stream in a terminal."""
    return stream is not None and stream.isatty()


def in_color() -> bool:
    """Tell whether the output may have colour: in a terminal that has it, unless it is not wanted."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return is_terminal(sys.stdout) and not plain


def width() -> int:
    """Return the columns to write in, 100 where there is no terminal."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
