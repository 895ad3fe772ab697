"""Findings for other programs: JSON, and the lines by which GitHub marks a change.

``::warning file=a.txt,line=12,col=4,endLine=12,endColumn=18,title=date-conflict::…``
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from politburo.findings import Finding, Level
from politburo.text import Lines

__all__ = ["Checked", "to_github", "to_json"]

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


class Checked(NamedTuple):
    """A file, its text and the findings on it that are to be written."""

    name: str
    text: str
    findings: tuple[Finding, ...]


def to_json(files: Iterable[Checked]) -> str:
    """Write findings as a JSON list of objects.

    Lines and columns count from 1, ``start`` and ``stop`` are offsets from 0; all of them count code
    points. What has no passage has none of them.

    >>> print(to_json([Checked("a.txt", "", (Finding("omission", Level.NOTE, "left out"),))]))
    [
      {"file": "a.txt", "rule": "omission", "level": "note", "message": "left out", "entity": "document"}
    ]
    """
    rows = [json.dumps(row, ensure_ascii=False) for checked in files for row in _rows(checked)]
    return "[" + ",".join(f"\n  {row}" for row in rows) + ("\n]" if rows else "]")


def _rows(checked: Checked) -> Iterator[dict[str, Any]]:
    lines = Lines(checked.text)
    for finding in checked.findings:
        row: dict[str, Any] = {"file": checked.name, "rule": finding.rule, "level": finding.level.value}
        row |= {"message": finding.message, "entity": finding.entity}
        span = finding.span
        if span is not None:
            row |= _places(lines, finding) | {"start": span.start, "stop": span.stop}
            row["passage"] = span.of(checked.text)
        yield row


def _places(lines: Lines, finding: Finding) -> dict[str, int]:
    if finding.span is None:
        return {}
    line, column = lines.place(finding.span.start)
    end_line, end_column = lines.place(finding.span.stop)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def to_github(checked: Checked) -> str:
    """Write the findings on a file as workflow commands, one a line: GitHub shows them beside the text.

    >>> print(to_github(Checked("a,b.txt", "", (Finding("omission", Level.NOTE, "50 % left out"),))), end="")
    ::notice file=a%2Cb.txt,title=omission::50 %25 left out
    """
    lines = Lines(checked.text)
    return "".join(f"{_command(checked.name, finding, lines)}\n" for finding in checked.findings)


def _command(name: str, finding: Finding, lines: Lines) -> str:
    places = _places(lines, finding)
    names = {"line": "line", "column": "col", "end_line": "endLine", "end_column": "endColumn"}
    properties = {"file": name} | {names[place]: str(at) for place, at in places.items()}
    said = ",".join(
        f"{key}={_property(value)}" for key, value in (properties | {"title": finding.rule}).items()
    )
    return f"::{_COMMANDS[finding.level]} {said}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
