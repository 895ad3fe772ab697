"""The command line: ``politburo read protocol.txt --format statements``.

Arguments are handled here, the work is done elsewhere. Exit status: 0 read, 1 read with errors
among the findings, 2 unusable input or arguments. A further kind of value for ``find`` and
``parse`` is one line in ``_KINDS``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from politburo.commands.files import Texts, add_input
from politburo.commands.files import label as _label
from politburo.commands.output import complain as _complain
from politburo.commands.output import in_color, width
from politburo.commands.output import is_terminal as _is_terminal
from politburo.commands.output import put as _put
from politburo.errors import ParseError

if TYPE_CHECKING:
    from politburo.records import Reading

__all__ = ["main"]

_KINDS = {
    "money": "money.MonetaryAmount",
    "date": "dates.PartialDate",
    "duration": "durations.Duration",
    "quantity": "quantities.Quantity",
    "rate": "quantities.Rate",
    "shelfmark": "shelfmarks.Shelfmark",
    "person": "names.Person",
    "body": "names.Body",
    "numeral": "numerals.Numeral",
    "code": "codes.Code",
    "action": "terms.Action",
    "secrecy": "terms.Secrecy",
    "procedure": "terms.Procedure",
}
_FOUND = ("money", "date", "duration", "quantity", "rate", "shelfmark", "person", "body")
# Modules of politburo.commands.
_GROUPS = (
    "building",
    "checking",
    "collating",
    "readings",
    "verifying",
    "accounting",
    "showing",
    "plotting",
    "exporting",
    "annotating",
)
_READ, _ERRORS_FOUND, _UNUSABLE, _INTERRUPTED, _PIPE_CLOSED = 0, 1, 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command with the arguments of the process, or with these; return its exit status.

    >>> main(["parse", "money", "500.000", "золотых", "рублей"])
    500000 RUB_GOLD
    0
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone: head, less
        _drop_output()
        return _PIPE_CLOSED
    except OSError as error:
        _drop_output()
        _complain(f"cannot write: {(error.strerror or str(error)).lower()}")
        return _UNUSABLE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _drop_output() -> None:
    """Let what Python would still flush at exit go nowhere."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends in every locale; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "politburo", description="Read Politburo papers into records, each value tied to its passage."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and leave")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_read(commands)
    _add_find(commands)
    _add_parse(commands)
    for group in _GROUPS:
        import_module(f"politburo.commands.{group}").add(commands)
    demo = commands.add_parser("demo", help="read the specimen that comes with the library")
    demo.set_defaults(run=_demo)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print the version of the installed package and leave."""
        from importlib.metadata import version

        _put(f"politburo {version('politburo')}\n")
        parser.exit()


def _add_read(commands: Any) -> None:
    read = commands.add_parser(
        "read",
        help="read whole papers",
        description="Read whole papers. Exit status: 0 read, 1 read with errors among the findings, "
        "2 unusable input.",
    )
    _add_files(read)
    read.add_argument(
        "--format",
        choices=sorted(_WRITERS),
        default="text",
        help="text: a report (default); json: one document a line; statements: CSV",
    )
    read.set_defaults(run=_read)


def _add_find(commands: Any) -> None:
    find = commands.add_parser("find", help="find every value in texts of any form")
    _add_files(find)
    find.add_argument(
        "--kind", action="append", choices=_FOUND, help="only this kind of value; may be given several times"
    )
    find.set_defaults(run=_find)


def _add_parse(commands: Any) -> None:
    parse = commands.add_parser("parse", help="read one value and print its canonical form")
    parse.add_argument("kind", choices=_KINDS, metavar="KIND", help=f"one of {', '.join(_KINDS)}")
    parse.add_argument("text", nargs="+", metavar="TEXT", help="the phrase; several words need no quotes")
    parse.set_defaults(run=_parse)


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a text of any format; - is standard input")
    add_input(command)


def _demo(_: argparse.Namespace) -> int:
    from politburo import specimen
    from politburo.reader import read

    _show(read(specimen.text()))
    return _READ


def _parse(options: argparse.Namespace) -> int:
    try:
        _put(f"{_type(options.kind).parse(' '.join(options.text))}\n")
    except ParseError as error:
        _complain(_explained(error))
        return _UNUSABLE
    return _READ


def _type(kind: str) -> Any:
    module, name = _KINDS[kind].split(".")
    return getattr(import_module(f"politburo.values.{module}"), name)


def _explained(error: ParseError) -> str:
    from politburo.showing.passages import excerpt, printable

    line, carets = excerpt(error.text, error.span)
    return f"{printable(error.message)}\n    {line}\n    {carets}"


def _find(options: argparse.Namespace) -> int:
    from politburo.reading.finding import find
    from politburo.showing.passages import Lines
    from politburo.showing.terminal import mention_line

    types = [_type(kind) for kind in options.kind or _FOUND]
    work, several = _Work(options), len(options.files) > 1
    for name, text in work:
        lines = Lines(text)
        for value in find(text, *types):
            place, *cells = mention_line(value, text, lines)
            place = work.place(value.span, place)
            _write_cells(f"{_label(name)}:{place}" if several else place, cells)
    return work.status


def _write_cells(place: str, cells: list[str]) -> None:
    if _is_terminal(sys.stdout):
        kind, value, quote = cells
        _put(f"{place:<10} {kind:<10} {value:<28} {quote}\n")
    else:
        _put("\t".join((place, *cells)) + "\n")


def _read(options: argparse.Namespace) -> int:
    work = _Work(options)
    _WRITERS[options.format](work.readings(), several=len(options.files) > 1)
    return work.status


class _Work(Texts):
    """The files of a command: their texts and readings one by one, and the exit status that follows."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options.files, options.max_chars, ocr=options.ocr)

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Yield name and reading of each usable file."""
        from politburo.findings import Level

        for name, reading in super().readings():
            if any(finding.level is Level.ERROR for finding in reading.findings):
                self.status = max(self.status, _ERRORS_FOUND)
            yield name, reading


_Readings = Iterator[tuple[str, "Reading"]]


def _write_text(readings: _Readings, *, several: bool) -> None:
    for at, (name, reading) in enumerate(readings):
        if several:
            _put("\n" * bool(at) + f"== {_label(name)} ==\n\n")
        _show(reading)


def _show(reading: Reading) -> None:
    from politburo.showing.terminal import report

    _put(report(reading, width=width(), color=in_color()))


def _write_json(readings: _Readings, *, several: bool) -> None:  # noqa: ARG001
    from politburo.writing.json import dumps

    for name, reading in readings:
        _put(f"{dumps(reading, file=name)}\n")


def _write_statements(readings: _Readings, *, several: bool) -> None:
    from politburo.writing.statements import files_to_csv, statements, to_csv

    rows = ((name, statements(reading.document)) for name, reading in readings)
    for piece in files_to_csv(rows) if several else (to_csv(of_file) for _, of_file in rows):
        _put(piece)


_WRITERS = {"text": _write_text, "json": _write_json, "statements": _write_statements}
