"""Findings as SARIF 2.1.0, the format in which code hosts and editors take what a checker found.

Regions have lines and columns from 1 on and offsets from 0; all count code points, as the log itself says
(``columnKind``). The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple
from urllib.parse import quote

from politburo.findings import Finding, Level
from politburo.text import Lines, Span
from politburo.writing.findings import Checked

__all__ = ["Described", "Refused", "to_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Described(NamedTuple):
    """A rule as other programs show it, with its page in Markdown."""

    slug: str
    level: Level
    summary: str
    checks: str
    matters: str
    page: str


class Refused(NamedTuple):
    """A file that could not be used, and why."""

    name: str
    reason: str


def to_sarif(
    files: Iterable[Checked], rules: Sequence[Described], *, version: str, refused: Iterable[Refused] = ()
) -> str:
    """Write findings as one SARIF log with one run; ``rules`` are those that were looked for.

    >>> log = json.loads(to_sarif([Checked("a.txt", "", ())], [], version="1.0"))
    >>> log["version"], log["runs"][0]["columnKind"], log["runs"][0]["results"]
    ('2.1.0', 'unicodeCodePoints', [])
    """
    places = {rule.slug: at for at, rule in enumerate(rules)}
    results = [result for checked in files for result in _results(checked, places)]
    complaints = [_notification(each) for each in refused]
    driver = {"name": "politburo", "semanticVersion": version, "rules": [_descriptor(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not complaints, "toolExecutionNotifications": complaints}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _descriptor(rule: Described) -> dict[str, Any]:
    return {
        "id": rule.slug,
        **_name(rule.slug),
        "shortDescription": {"text": f"{_sentence(rule.summary)}."},
        "fullDescription": {"text": rule.checks},
        "help": {"text": f"{rule.checks}\n\n{rule.matters}", "markdown": rule.page},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _name(slug: str) -> dict[str, str]:
    """Return the name of a rule; the format does not want one that is but the id again."""
    return {"name": "".join(part.capitalize() for part in slug.split("-"))} if "-" in slug else {}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _notification(refused: Refused) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{_sentence(refused.reason)}."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(refused.name)}}}],
    }


def _results(checked: Checked, places: dict[str, int]) -> list[dict[str, Any]]:
    lines = Lines(checked.text)
    return [_result(checked, lines, finding, places) for finding in checked.findings]


def _result(checked: Checked, lines: Lines, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(checked.name)}}
    if finding.span is not None:
        physical["region"] = _region(checked.text, lines, finding.span)
    location = {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": finding.entity, "kind": "entity"}],
    }
    index = {"ruleIndex": places[finding.rule]} if finding.rule in places else {}
    return {
        "ruleId": finding.rule,
        **index,
        "level": finding.level.value,
        "message": {"text": f"{_sentence(finding.message)}."},
        "locations": [location],
        "partialFingerprints": {"passage/v1": _fingerprint(checked.text, finding)},
    }


def _region(text: str, lines: Lines, span: Span) -> dict[str, Any]:
    line, column = lines.place(span.start)
    end_line, end_column = lines.place(span.stop)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": span.of(text)},
    }


def _fingerprint(text: str, finding: Finding) -> str:
    """Name the finding without its place, so that it is known again when lines above it change."""
    passage = finding.span.of(text) if finding.span else ""
    said = f"{finding.rule}\0{finding.entity}\0{passage}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote("stdin" if name == "-" else path.as_posix())
