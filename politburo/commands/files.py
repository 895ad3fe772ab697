"""The files of a command: texts of any format, or one line that says why one cannot be used."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from politburo.commands.output import complain
from politburo.errors import FormatError, PolitburoError
from politburo.files import is_paper

if TYPE_CHECKING:
    from politburo.editing import Readings
    from politburo.records import Reading
    from politburo.sources import Source
    from politburo.text import Span

__all__ = [
    "UNUSABLE",
    "InputError",
    "Texts",
    "add_input",
    "add_limit",
    "editors_readings",
    "label",
    "papers",
    "source_of",
    "text_of",
]

UNUSABLE = 2
_LIMIT = 10_000_000
_SAID = {FileNotFoundError: "no such file", IsADirectoryError: "a directory, expected a file"}


class InputError(PolitburoError):
    """A file cannot be read as a text; the message says what is wrong with it."""


class Texts:
    """The texts of files one by one; ``status`` is 2 once one of them could not be used.

    ``source`` is the file of the text that was yielded last. ``exact`` names files of the library's own
    formats, whose text is taken as it stands.
    """

    def __init__(
        self, names: Sequence[str], limit: int = _LIMIT, *, exact: Collection[str] = (), ocr: bool = False
    ) -> None:
        self.names = names
        self.limit = limit
        self.exact = exact
        self.ocr = ocr
        self.status = 0
        self.source: Source | None = None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield name and text of each usable file; complain of each of the others."""
        for name in self.names:
            text = self.text(name)
            if text is not None:
                yield name, text

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Read the usable files, each with the decisions of its editor in the file beside it."""
        from politburo.reader import read

        for name, text in self:
            try:
                reading = read(text, editors_readings(name))
            except FormatError as error:
                complain(str(error))
                self.status = UNUSABLE
            else:
                yield name, reading

    def text(self, name: str) -> str | None:
        """Return the text of one file, or complain of it."""
        self.source = None
        try:
            if name in self.exact:
                return text_of(name, self.limit)
            self.source = source_of(name, self.limit, ocr=self.ocr)
        except InputError as error:
            self.refuse(name, str(error))
            return None
        for said in told(self.source):
            complain(f"{label(name)}: {said}")
        return self.source.text

    def place(self, span: Span | None, usual: str) -> str:
        """Return the page, line and column where a passage of the last text begins in its file."""
        places = self.source.locate(span) if self.source is not None and span is not None else ()
        if not places:
            return usual
        page = "" if places[0].page is None else f"p{places[0].page}:"
        return f"{page}{places[0].line}:{places[0].column}"

    def refuse(self, name: str, reason: str) -> None:
        """Complain of a file that cannot be used."""
        complain(f"{label(name)}: {reason}")
        self.status = UNUSABLE


def editors_readings(name: str) -> Readings | None:
    """Return the readings in the file beside a paper; standard input has none."""
    from politburo.editing import beside

    return None if name == "-" else beside(Path(name))


def label(name: str) -> str:
    r"""Return a file's name as it may be shown: ``standard input`` for ``-``.

    >>> label("-"), label("a\x1b.txt")
    ('standard input', 'a\\x1b.txt')
    """
    from politburo.showing.passages import printable

    return "standard input" if name == "-" else printable(name)


def papers(names: Sequence[str], *, ocr: bool = False) -> list[str]:
    """Return the files that are named and, for folders, those below them whose ending is one of a text.

    With ``ocr`` images are among them. Hidden files and folders are passed over unless they are named.
    """
    found: list[str] = []
    for name in names:
        folder = Path(name)
        found += _below(folder, ocr=ocr) if name != "-" and folder.is_dir() else [name]
    return list(dict.fromkeys(found))


def _below(folder: Path, *, ocr: bool) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if is_paper(path.relative_to(folder), images=ocr) and path.is_file():
            yield str(path)


def add_input(command: argparse.ArgumentParser) -> None:
    """Give a command the options of its files: ``--max-chars`` and ``--ocr``."""
    add_limit(command)
    command.add_argument(
        "--ocr", action="store_true", help="read images and PDFs without a text layer with Tesseract"
    )


def add_limit(command: argparse.ArgumentParser) -> None:
    """Give a command the option ``--max-chars``."""
    command.add_argument(
        "--max-chars",
        type=_positive,
        default=_LIMIT,
        metavar="N",
        help=f"refuse texts of more than N characters (default {_LIMIT:,})",
    )


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"expected a number of characters from 1 on, got {text!r}")
    return int(text)


def source_of(name: str, limit: int = _LIMIT, *, ocr: bool = False) -> Source:
    """Return a file of any format as a text with the way back to it, or say why it cannot be one."""
    from politburo.sources import Limits, open_source

    limits = Limits(characters=limit)
    try:
        source = open_source(_given(name, limits.bytes), limits=limits, ocr=ocr)
    except PolitburoError as error:
        hint = " (see --max-chars)" if str(error).endswith(f"more than {limit:,} characters") else ""
        raise InputError(f"{error}{hint}") from None
    if not source.text.strip("\ufeff \t\r\n"):
        raise InputError("empty")
    return source


def told(source: Source) -> Iterator[str]:
    """Yield what a reader should know of a file: its encoding, what is doubtful, how much was mended."""
    mended: Counter[str] = Counter()
    for finding in source.findings:
        if finding.span is None:
            yield finding.message
        else:
            mended[finding.rule] += 1
    if source.encoding not in {"", "UTF-8", "utf-8"} and not any(
        f.rule == "encoding" for f in source.findings
    ):
        yield f"read as {source.encoding}"
    if mended:
        yield f"mended: {', '.join(f'{count} × {rule}' for rule, count in sorted(mended.items()))}"


def text_of(name: str, limit: int = _LIMIT) -> str:
    """Return the text of a UTF-8 file exactly as it stands, or say why it cannot be one."""
    data = _given(name, 4 * limit)  # no character of UTF-8 takes more than four
    try:
        text = data.decode("utf-8") if len(data) <= 4 * limit else ""
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}") from None
    if len(data) > 4 * limit or len(text) > limit:
        raise InputError(f"more than {limit:,} characters (see --max-chars)")
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("empty")
    return text


def _given(name: str, most: int) -> bytes:
    try:
        return _bytes(name, most)
    except OSError as error:
        raise InputError(_SAID.get(type(error), (error.strerror or str(error)).lower())) from None


def _bytes(name: str, most: int) -> bytes:
    """Return what a file holds, of a longer one a little more than ``most`` bytes."""
    if name != "-":
        with Path(name).open("rb") as file:
            return _start(file, most)
    if sys.stdin is None:
        raise InputError("closed")
    return _start(sys.stdin.buffer, most)


def _start(file: BinaryIO, most: int) -> bytes:
    data = bytearray()
    while len(data) <= most and (piece := file.read(1 << 20)):
        data += piece
    return bytes(data)
