"""SARIF of findings that a program made; those of papers are tested with the command."""

from __future__ import annotations

import json

from politburo.findings import Finding, Level
from politburo.writing.findings import Checked
from politburo.writing.sarif import to_sarif


def test_a_finding_without_a_passage_is_about_the_whole_file() -> None:
    finding = Finding("sequence-gap", Level.WARNING, "point 8 is missing", entity="ru")
    log = json.loads(to_sarif([Checked("a.txt", "О МНР", (finding,))], [], version="1.0"))
    [result] = log["runs"][0]["results"]
    [location] = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "a.txt"}}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "ru", "kind": "entity"}]
