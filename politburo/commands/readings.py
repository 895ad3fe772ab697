"""``politburo readings FILE``: a first file of readings beside a paper, with all proposals."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label
from politburo.commands.output import complain, put
from politburo.errors import FormatError
from politburo.files import write_atomically

if TYPE_CHECKING:
    from politburo.editing import Readings
    from politburo.records import Document

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the command ``readings``."""
    readings = commands.add_parser(
        "readings",
        help="write the doubtful readings of a paper into a file beside it, to be decided",
        description="Write the doubtful readings of a paper into NAME.readings.toml beside it. What stands "
        "there already stays; new proposals are added at the end. Exit status: 0 done, 2 unusable input or "
        "a passage of the file that no longer stands in the paper.",
    )
    readings.add_argument("file", metavar="FILE", help="a text of any format; - is standard input")
    readings.add_argument("--print", action="store_true", help="print the proposals and write no file")
    add_input(readings)
    readings.set_defaults(run=_readings)


def _readings(options: argparse.Namespace) -> int:
    texts = Texts([options.file], options.max_chars, ocr=options.ocr)
    for name, text in texts:
        try:
            return _propose(name, text, printed=options.print or name == "-")
        except FormatError as error:
            complain(str(error))
            return UNUSABLE
    return texts.status


def _propose(name: str, text: str, *, printed: bool) -> int:
    from politburo.editing import beside, proposals
    from politburo.reader import read

    document = read(text).document
    found, known = proposals(document), None if name == "-" else beside(Path(name))
    if known is not None:
        found = _new(document, found, known)
    if printed:
        put(str(found))
        return 0
    _write(name, found, known)
    return 0


def _new(document: Document, found: Readings, known: Readings) -> Readings:
    """Return the proposals on passages of which the file does not speak yet."""
    from politburo.editing import Readings

    told = [placed.span for placed in known.placed_in(document.text)]
    placed = found.placed_in(document.text)
    return Readings(
        tuple(each.emendation for each in placed if not any(each.span.overlaps(span) for span in told))
    )


def _write(name: str, found: Readings, known: Readings | None) -> None:
    from politburo.editing.files import written
    from politburo.editing.readings import readings_path

    path = readings_path(Path(name))
    if known is None:
        write_atomically(path, str(found))
    elif found.entries:
        write_atomically(path, path.read_bytes() + ("\n" + written(found.entries, head=False)).encode())
    count = len(found.entries)
    what = "proposal" if count == 1 else "proposals"
    put(f"{label(str(path))}: {count} {'new ' if known is not None else ''}{what}\n")
