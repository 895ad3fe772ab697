"""``politburo check``, ``rules`` and ``explain``: what they find, how they write it, how they leave."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from politburo.checking import RULES, check, explain
from politburo.cli import main
from politburo.reader import read
from politburo.text import Span
from politburo.writing.json import dumps, loads
from tests.commands.running import CLEAN, CORPUS, FAULTY, run, written

SLUGS = {"deadline-before-decision": "error", "omission": "note"}


def test_a_clean_paper_is_exit_status_0(tmp_path: Path) -> None:
    assert run("check", "clean.txt", cwd=written(tmp_path, clean=CLEAN)) == (
        0,
        "No findings in 1 file.\n",
        "",
    )


def test_findings_are_listed_with_their_lines_and_summed_up(tmp_path: Path) -> None:
    done = run("check", "faulty.txt", cwd=written(tmp_path, faulty=FAULTY))
    lines = done.out.splitlines()
    assert (done.status, done.err) == (1, "")
    assert lines[0].startswith("faulty.txt:6:37: error [deadline-before-decision] ")
    assert lines[1:3] == [f"    {FAULTY.splitlines()[5]}", f"    {' ' * 36}{'^' * len('1 января 1934 г.')}"]
    assert lines[3] == "faulty.txt:8:1: note [omission] the text says that something is left out here"
    assert lines[-1] == "2 findings in 1 of 1 file: 1 error, 1 note"


def test_folders_are_searched_for_texts(tmp_path: Path) -> None:
    (tmp_path / "below" / ".hidden").mkdir(parents=True)
    written(tmp_path, b=FAULTY)
    (tmp_path / "below" / "a.md").write_text(FAULTY, "utf-8")
    (tmp_path / "below" / ".hidden" / "c.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "below" / "d.csv").write_text(FAULTY, "utf-8")
    done = run("check", ".", "b.txt", cwd=tmp_path)
    assert [line.partition(":")[0] for line in done.out.splitlines() if "[omission]" in line] == [
        "b.txt",
        "below/a.md",
    ]
    assert done.out.splitlines()[-1] == "4 findings in 2 of 2 files: 2 errors, 2 notes"


def test_a_text_in_which_there_is_nothing_to_check_is_told(tmp_path: Path) -> None:
    done = run("check", ".", cwd=written(tmp_path, a=CLEAN, b="Дорогой друг!"))
    assert done.out == "No findings in 2 files (1 without a protocol, extract or decree).\n"
    assert done.status == 0


def test_a_folder_without_texts_is_clean(tmp_path: Path) -> None:
    assert run("check", tmp_path, cwd=tmp_path) == (0, "No findings in 0 files.\n", "")


def test_standard_input_is_checked(tmp_path: Path) -> None:
    assert run("check", "-", cwd=tmp_path, text=FAULTY).out.startswith("standard input:6:37: error")


@pytest.mark.parametrize(
    ("options", "slugs"),
    [
        ((), ["deadline-before-decision", "omission"]),
        (("--select", "omission"), ["omission"]),
        (("--ignore", "omission"), ["deadline-before-decision"]),
        (("--ignore", "omission, deadline-before-decision"), []),
        (("--select", "omission,date-conflict", "--ignore", "omission"), []),
    ],
)
def test_rules_are_selected_and_ignored(options: tuple[str, ...], slugs: list[str], tmp_path: Path) -> None:
    done = run("check", "a.txt", "--format", "json", *options, cwd=written(tmp_path, a=FAULTY))
    assert [row["rule"] for row in json.loads(done.out)] == slugs


@pytest.mark.parametrize(
    ("slug", "level", "status"),
    [
        ("omission", "note", 1),
        ("omission", "warning", 0),
        ("omission", "error", 0),
        ("deadline-before-decision", "note", 1),
        ("deadline-before-decision", "error", 1),
    ],
)
def test_the_level_that_fails_is_chosen(slug: str, level: str, status: int, tmp_path: Path) -> None:
    done = run("check", "a.txt", "--select", slug, "--fail-on", level, cwd=written(tmp_path, a=FAULTY))
    assert (done.status, f"[{slug}]" in done.out) == (status, True)


def test_an_unknown_rule_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    done = run("check", "a.txt", "--select", "omision", cwd=written(tmp_path, a=FAULTY))
    assert done.status == 2
    assert "--select: there is no rule 'omision'; did you mean omission?" in done.err


def test_unusable_files_are_told_and_the_others_are_checked(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN, b="")
    (tmp_path / "c.txt").write_bytes(b"PK\x03\x04\x00")
    done = run("check", ".", "none.txt", cwd=tmp_path)
    assert (done.status, done.out) == (2, "No findings in 1 file.\n")
    assert [line.rpartition(": ")[2] for line in done.err.splitlines()] == [
        "empty",
        "file is not a zip file",
        "no such file",
    ]


# --- settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("politburo.toml", 'ignore = ["deadline-before-decision"]\nfail-on = "note"\n'),
        ("pyproject.toml", '[tool.politburo]\nignore = ["deadline-before-decision"]\nfail-on = "note"\n'),
    ],
)
def test_settings_are_found_above_the_first_path(name: str, settings: str, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (tmp_path / name).write_text(settings, "utf-8")
    done = run("check", "papers", cwd=written(folder, a=FAULTY).parent)
    assert (done.status, done.out.splitlines()[-1]) == (1, "1 finding in 1 of 1 file: 1 note")
    done = run("check", "papers", "--fail-on", "warning", cwd=tmp_path)
    assert done.status == 0


def test_the_nearest_file_with_settings_holds(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    written(folder, a=FAULTY)
    (tmp_path / "politburo.toml").write_text('format = "github"\n', "utf-8")
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert run("check", "papers", cwd=tmp_path).out.startswith("::error file=papers/a.txt,line=6,")
    (folder / "pyproject.toml").write_text("[tool.politburo]\nformat = 'json'\n", "utf-8")
    assert json.loads(run("check", "papers", cwd=tmp_path).out)[0]["line"] == 6
    other = run("check", "papers", "--config", "politburo.toml", cwd=tmp_path)
    assert other.out.startswith("::error")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("politburo.toml", "ignore = 5", "politburo.toml: ignore: expected a list of slugs, got 5"),
        (
            "politburo.toml",
            "ignore = ['omision']",
            "politburo.toml: ignore: there is no rule 'omision'; did you mean omission?",
        ),
        (
            "politburo.toml",
            "fail_on = 'note'",
            "politburo.toml: fail_on: there is no such key; did you mean fail-on?",
        ),
        (
            "politburo.toml",
            "colour = 'red'",
            "politburo.toml: colour: there is no such key; there are select, ignore, format, fail-on",
        ),
        (
            "pyproject.toml",
            "[tool.politburo]\nformat = 'xml'",
            "pyproject.toml: tool.politburo.format: expected one of text, json, sarif, github, got 'xml'",
        ),
        (
            "pyproject.toml",
            "[tool]\npolitburo = 5",
            "pyproject.toml: tool.politburo: expected a table, got 5",
        ),
        ("politburo.toml", "ignore = [", "politburo.toml: expected TOML ("),
    ],
)
def test_wrong_settings_name_file_and_key(name: str, content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = run("check", "a.txt", cwd=written(tmp_path, a=CLEAN))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"politburo: {tmp_path / message}")


def test_settings_that_are_asked_for_must_be_there(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN)
    assert run("check", "a.txt", "--config", "x.toml", cwd=tmp_path).err == (
        "politburo: x.toml: no such file or directory\n"
    )
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    assert (
        "expected a table [tool.politburo]"
        in run("check", "a.txt", "--config", "pyproject.toml", cwd=tmp_path).err
    )


# --- forms of output ------------------------------------------------------------------------------


def test_json_has_places_and_passages(tmp_path: Path) -> None:
    [row] = json.loads(
        run("check", "a.txt", "--format", "json", "--select", "omission", cwd=written(tmp_path, a=FAULTY)).out
    )
    at = FAULTY.index("[...]")
    assert row == {
        "file": "a.txt",
        "rule": "omission",
        "level": "note",
        "message": "the text says that something is left out here",
        "entity": "document",
        "line": 8,
        "column": 1,
        "end_line": 8,
        "end_column": 6,
        "start": at,
        "stop": at + 5,
        "passage": "[...]",
    }


def test_json_of_a_clean_paper_is_an_empty_list(tmp_path: Path) -> None:
    assert run("check", "a.txt", "--format", "json", cwd=written(tmp_path, a=CLEAN)).out == "[]\n"


def test_github_gets_workflow_commands(tmp_path: Path) -> None:
    done = run("check", "a.txt", "--format", "github", cwd=written(tmp_path, a=FAULTY))
    assert done.out.splitlines()[1] == (
        "::notice file=a.txt,line=8,col=1,endLine=8,endColumn=6,title=omission"
        "::the text says that something is left out here"
    )
    assert done.status == 1


def sarif(folder: Path, *arguments: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(run("check", *arguments, "--format", "sarif", cwd=folder).out)
    return log


def test_sarif_regions_tell_the_same_place_twice() -> None:
    [run_] = sarif(CORPUS.parent, "corpus")["runs"]
    assert run_["columnKind"] == "unicodeCodePoints"
    assert len(run_["results"]) > 30
    for result in run_["results"]:
        [location] = result["locations"]
        place = location["physicalLocation"]
        region = place["region"]
        text = (CORPUS.parent / place["artifactLocation"]["uri"]).read_bytes().decode("utf-8")
        lines = text.split("\n")
        start, stop = region["charOffset"], region["charOffset"] + region["charLength"]
        begun = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"] - 1
        ended = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"] - 1
        assert (begun, ended) == (start, stop)
        assert region["snippet"]["text"] == text[start:stop]


def test_sarif_describes_the_rules_it_looked_for(tmp_path: Path) -> None:
    [run_] = sarif(written(tmp_path, a=FAULTY), "a.txt", "--ignore", "omission")["runs"]
    rules = run_["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.slug for rule in RULES if rule.slug != "omission"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"].startswith("# ") for rule in rules)
    [result] = run_["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "deadline-before-decision"
    assert result["level"] == "error"


def test_sarif_tells_of_files_that_could_not_be_used(tmp_path: Path) -> None:
    log = sarif(written(tmp_path, a=CLEAN), "a.txt", "ни одного.txt")
    [invocation] = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    [told] = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "No such file."
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%D0%BD%D0%B8%20%D0%BE%D0%B4%D0%BD%D0%BE%D0%B3%D0%BE.txt"


def test_sarif_has_the_structure_of_the_schema(tmp_path: Path) -> None:
    """Hold a log against what the schema of SARIF 2.1.0 requires of the objects that we write."""
    log = sarif(written(tmp_path, a=FAULTY), "a.txt", "none.txt")
    assert follow(log, "log") == []


# What sarif-schema-2.1.0.json says of these objects: their required and their possible properties.
SCHEMA: dict[str, tuple[set[str], dict[str, str]]] = {
    "log": ({"version", "runs"}, {"$schema": "uri", "version": "2.1.0", "runs": "run*"}),
    "run": (
        {"tool"},
        {
            "tool": "tool",
            "invocations": "invocation*",
            "columnKind": "unicodeCodePoints",
            "results": "result*",
        },
    ),
    "tool": ({"driver"}, {"driver": "component"}),
    "component": ({"name"}, {"name": "text", "semanticVersion": "text", "rules": "descriptor*"}),
    "descriptor": (
        {"id"},
        {
            "id": "text",
            "name": "text",
            "shortDescription": "message",
            "fullDescription": "message",
            "help": "message",
            "defaultConfiguration": "configuration",
        },
    ),
    "configuration": (set(), {"level": "level"}),
    "message": ({"text"}, {"text": "text", "markdown": "text"}),
    "invocation": (
        {"executionSuccessful"},
        {"executionSuccessful": "flag", "toolExecutionNotifications": "notification*"},
    ),
    "notification": ({"message"}, {"message": "message", "level": "level", "locations": "location*"}),
    "result": (
        {"message"},
        {
            "ruleId": "text",
            "ruleIndex": "count",
            "level": "level",
            "message": "message",
            "locations": "location*",
            "partialFingerprints": "strings",
        },
    ),
    "location": (set(), {"physicalLocation": "physical", "logicalLocations": "logical*"}),
    "logical": (set(), {"fullyQualifiedName": "text", "kind": "text"}),
    "physical": (set(), {"artifactLocation": "artifact", "region": "region"}),
    "artifact": (set(), {"uri": "uri"}),
    "region": (
        set(),
        {
            "startLine": "place",
            "startColumn": "place",
            "endLine": "place",
            "endColumn": "place",
            "charOffset": "count",
            "charLength": "count",
            "snippet": "snippet",
        },
    ),
    "snippet": ({"text"}, {"text": "text"}),
}
PLAIN: dict[str, Any] = {
    "text": lambda data: isinstance(data, str) and data != "",
    "uri": lambda data: isinstance(data, str) and re.fullmatch(r"[!-~]+", data) is not None,
    "flag": lambda data: isinstance(data, bool),
    "count": lambda data: type(data) is int and data >= 0,
    "place": lambda data: type(data) is int and data >= 1,
    "level": lambda data: data in ("none", "note", "warning", "error"),
    "strings": lambda data: all(isinstance(item, str) for item in data.values()),
}


def follow(data: Any, kind: str, at: str = "$") -> list[str]:
    """Return the places at which data is not what the schema wants."""
    if kind.endswith("*"):
        return [fault for n, item in enumerate(data) for fault in follow(item, kind[:-1], f"{at}[{n}]")]
    if kind not in SCHEMA:
        fits = PLAIN[kind](data) if kind in PLAIN else data == kind
        return [] if fits else [f"{at}: not {kind}"]
    needed, known = SCHEMA[kind]
    faults = [f"{at}: {name} is missing" for name in needed - set(data)]
    faults += [f"{at}: {name} is not in the schema" for name in set(data) - set(known)]
    return faults + [
        fault for name in known if name in data for fault in follow(data[name], known[name], f"{at}.{name}")
    ]


MULTITOOL = os.environ.get("SARIF_MULTITOOL") or shutil.which("sarif-multitool")


@pytest.mark.skipif(MULTITOOL is None, reason="sarif-multitool (an npm package) is not installed")
def test_sarif_is_accepted_by_the_validator_of_its_makers(tmp_path: Path) -> None:
    log, report = tmp_path / "log.sarif", tmp_path / "report.sarif"
    log.write_text(json.dumps(sarif(CORPUS.parent, "corpus", "none.txt")), "utf-8")
    command = [str(MULTITOOL), "validate", str(log), "--output", str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(report.read_text("utf-8-sig"))["runs"][0]["results"]
    assert [result for result in results if result.get("level") == "error"] == []
    # A library without a home of its own has no informationUri to give.
    assert {result["ruleId"] for result in results if result.get("level", "warning") == "warning"} <= {
        "SARIF2005"
    }


# --- rules and their pages ------------------------------------------------------------------------


def test_rules_are_listed(tmp_path: Path) -> None:
    done = run("rules", cwd=tmp_path)
    assert [line.split()[:2] for line in done.out.splitlines()] == [[r.slug, r.level.value] for r in RULES]


def test_explain_prints_the_page(tmp_path: Path) -> None:
    assert run("explain", "omission", cwd=tmp_path) == (0, explain("omission"), "")


def test_explain_knows_the_nearest_name(tmp_path: Path) -> None:
    assert run("explain", "omision", cwd=tmp_path) == (
        2,
        "",
        "politburo: there is no rule 'omision'; did you mean omission?\n",
    )


def test_colour_only_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(written(tmp_path, a=FAULTY) / "a.txt")
    main(["check", path])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    main(["check", path])
    assert "\x1b[1;31merror\x1b[0m [deadline-before-decision]" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", path])
    assert "\x1b" not in capsys.readouterr().out


# --- records from elsewhere -----------------------------------------------------------------------


@pytest.mark.parametrize("paper", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_records_that_came_back_from_json_have_the_same_findings(paper: Path) -> None:
    document = read(paper.read_bytes().decode("utf-8")).document
    assert check(loads(dumps(document))) == check(document)


def test_findings_of_the_command_are_those_of_read(tmp_path: Path) -> None:
    rows = json.loads(run("check", "a.txt", "--format", "json", cwd=written(tmp_path, a=FAULTY)).out)
    findings = read(FAULTY).findings
    assert [(row["rule"], row["level"]) for row in rows] == list(SLUGS.items())
    assert [Span(row["start"], row["stop"]) for row in rows] == [finding.span for finding in findings]
    assert all(one["start"] <= other["start"] for one, other in pairwise(rows))
