"""The files of a command: texts exactly as they stand, or one line that says why one cannot be used."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from politburo.commands.output import complain
from politburo.errors import FormatError, PolitburoError

if TYPE_CHECKING:
    from politburo.editing import Readings
    from politburo.records import Reading

__all__ = ["UNUSABLE", "InputError", "Texts", "add_limit", "editors_readings", "label", "papers", "text_of"]

UNUSABLE = 2
_LIMIT = 10_000_000
_SAID = {FileNotFoundError: "no such file", IsADirectoryError: "a directory, expected a file"}
_PAPERS = (".txt", ".md")


class InputError(PolitburoError):
    """A file cannot be read as a text; the message says what is wrong with it."""


class Texts:
    """The texts of files one by one; ``status`` is 2 once one of them could not be used."""

    def __init__(self, names: Sequence[str], limit: int = _LIMIT) -> None:
        self.names = names
        self.limit = limit
        self.status = 0

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
        try:
            return text_of(name, self.limit)
        except InputError as error:
            self.refuse(name, str(error))
            return None

    def refuse(self, name: str, reason: str) -> None:
        """Complain of a file that cannot be used."""
        complain(f"{label(name)}: {reason}")
        self.status = UNUSABLE


def editors_readings(name: str) -> Readings | None:
    """Return the readings in the file beside a paper; standard input has none."""
    from politburo.editing import beside

    return None if name == "-" else beside(Path(name))


def label(name: str) -> str:
    """Return a file's name as it may be shown: ``standard input`` for ``-``.

    >>> label("-"), label("a\\x1b.txt")
    ('standard input', 'a\\\\x1b.txt')
    """
    from politburo.showing.passages import printable

    return "standard input" if name == "-" else printable(name)


def papers(names: Sequence[str]) -> list[str]:
    """Return the files that are named and, for folders, those of texts (``*.txt``, ``*.md``) below them.

    Hidden files and folders are passed over unless they are named.
    """
    found: list[str] = []
    for name in names:
        folder = Path(name)
        found += _below(folder) if name != "-" and folder.is_dir() else [name]
    return list(dict.fromkeys(found))


def _below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.casefold() in _PAPERS and not hidden and path.is_file():
            yield str(path)


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


def text_of(name: str, limit: int = _LIMIT) -> str:
    """Return the text of a file exactly as it stands, or say why it cannot be one."""
    try:
        data = _bytes(name, 4 * limit)  # no character of UTF-8 takes more than four
    except OSError as error:
        raise InputError(_SAID.get(type(error), (error.strerror or str(error)).lower())) from None
    text = _decoded(name, data) if len(data) <= 4 * limit else ""
    if len(data) > 4 * limit or len(text) > limit:
        raise InputError(f"more than {limit:,} characters (see --max-chars)")
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("empty")
    return text


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


def _decoded(name: str, data: bytes) -> str:
    # UTF-16 is told by its byte order mark: half of its bytes are zero, yet it is a text.
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_utf8(name, "UTF-16", "a UTF-16 byte order mark at offset 0")
    if b"\0" in data:
        raise InputError(f"not a text: NUL byte at offset {data.index(0)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise _not_utf8(name, "WINDOWS-1251", where) from None


def _not_utf8(name: str, encoding: str, where: str) -> InputError:
    source = "" if name == "-" else f" {shlex.quote(name)}"
    convert = f"iconv -f {encoding} -t UTF-8{source}"
    return InputError(f"not UTF-8: {where}; convert it first, for example with: {convert}")
