"""All readings of a paper and their file: ``protocol.readings.toml`` for ``protocol.txt``."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Self

from attrs import frozen

from politburo.display import Shown
from politburo.editing.emendations import Emendation, Placed, Verdict
from politburo.editing.files import parsed, written
from politburo.errors import FormatError

__all__ = ["Readings", "beside", "readings_path"]


@frozen
class Readings(Shown):
    r"""The readings of a paper, in the order of the file.

    >>> readings = Readings.parse('[[reading]]\npassage = "НКВР"\nreading = "НКВТ"\n')
    >>> readings.entries[0].decision.value
    'proposed'
    >>> Readings.parse(str(readings)) == readings
    True
    """

    entries: tuple[Emendation, ...] = ()

    @classmethod
    def parse(cls, text: str, name: str = "") -> Self:
        """Read a file of readings; ``name`` stands before the line in errors (:class:`FormatError`)."""
        return cls(tuple(parsed(text, name)))

    def __str__(self) -> str:
        """Return the readings as a file."""
        return written(self.entries)

    def placed_in(self, text: str) -> tuple[Placed, ...]:
        """Return the readings with their places in a text, in its order.

        Raises :class:`FormatError` for a passage that no longer stands there, or stands in several
        places, and where two decisions are about one passage.
        """
        found = [Placed(entry, entry.span_in(text)) for entry in self.entries]
        found.sort(key=lambda placed: placed.span)
        decided = [placed for placed in found if placed.emendation.decision is not Verdict.PROPOSED]
        for one, other in pairwise(decided):
            if one.span.overlaps(other.span):
                passages = f"«{one.emendation.passage}» and «{other.emendation.passage}»"
                fault = f"the decisions on {passages} are about one passage: expected one of them"
                raise FormatError(fault, other.emendation.where or "readings")
        return tuple(found)


def readings_path(paper: Path) -> Path:
    """Return the name of the file of readings that belongs to a paper.

    >>> readings_path(Path("papers/protocol-34.txt")).name
    'protocol-34.readings.toml'
    """
    return paper.with_name(f"{paper.stem}.readings.toml")


def beside(paper: Path) -> Readings | None:
    """Return the readings in the file beside a paper, None where there is none.

    Raises :class:`FormatError` with the file's name and line.
    """
    path = readings_path(paper)
    if not path.is_file():
        return None
    try:
        return Readings.parse(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise FormatError(f"expected UTF-8 (byte at offset {error.start})", str(path)) from None
