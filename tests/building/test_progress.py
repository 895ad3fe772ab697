"""How far a run is: a line in a terminal, with the time that is left."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra tables")

from politburo.corpus import Progress
from politburo.corpus.progress import bar


class Terminal:
    def __init__(self, *, shown: bool) -> None:
        self.shown, self.text = shown, ""

    def isatty(self) -> bool:
        return self.shown

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize("shown", [True, False])
def test_progress_shows_in_a_terminal_only(shown: bool) -> None:  # noqa: FBT001
    terminal: Any = Terminal(shown=shown)
    bar(terminal)(Progress(2, 10, 2, 10))
    assert ("2 of 2 papers" in terminal.text) is shown


def test_progress_does_not_flicker() -> None:
    terminal: Any = Terminal(shown=True)
    show = bar(terminal)
    for done in range(100):
        show(Progress(100, 1000, done, 10 * done))
    assert 1 <= terminal.text.count(" of 100 papers") < 100


@pytest.mark.parametrize(
    ("done", "left"),
    [(0, "time left unknown"), (500, "10 s left"), (40, "4 min left")],
)
def test_the_time_left_follows_from_the_bytes_read(done: int, left: str) -> None:
    assert Progress(9, 1000, 1, done).line(seconds=10).endswith(f" · 0 findings · {left}")
