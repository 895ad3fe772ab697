"""``politburo verify``: rows held against a text, told one by one, with scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from politburo.reader import read
from politburo.writing.json import dumps
from politburo.writing.statements import statements, to_csv
from tests.commands.running import CLEAN, run, written

ROWS = to_csv(statements(read(CLEAN).document))


def given(folder: Path, rows: str) -> Path:
    (folder / "a.csv").write_text(rows, "utf-8")
    return written(folder, a=CLEAN)


def test_sound_rows_are_exit_status_0(tmp_path: Path) -> None:
    done = run("verify", "a.csv", "a.txt", cwd=given(tmp_path, ROWS))
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[-1] == f"{len(ROWS.splitlines()) - 1} rows, 0 with faults, 0 lacking"
    assert lines[1].split() == ["property", "given", "read", "right", "precision", "recall", "F1"]
    assert lines[-3].split()[-3:] == ["1.000", "1.000", "1.000"]


def test_wrong_rows_are_told_with_their_lines(tmp_path: Path) -> None:
    done = run("verify", "a.csv", "a.txt", cwd=given(tmp_path, ROWS.replace("20000 JPY", "2000 JPY")))
    number = next(n for n, line in enumerate(ROWS.splitlines(), 1) if "20000 JPY" in line)
    assert done.status == 1
    fault = "ru/7/0 money 2000 JPY: the passage «20.000 иен» gives 20000 JPY"
    assert done.out.splitlines()[:2] == [
        f"a.csv: line {number}: error [value] {fault}",
        "a.txt:6:24: error [lacking] ru/7/0 money 20000 JPY: the text says it, «20.000 иен»",
    ]


def test_only_some_properties_and_partial_rows(tmp_path: Path) -> None:
    few = "\n".join(line for line in ROWS.splitlines() if ",money," not in line) + "\n"
    given(tmp_path, few)
    assert run("verify", "a.csv", "a.txt", cwd=tmp_path).status == 1
    assert run("verify", "a.csv", "a.txt", "--partial", cwd=tmp_path).status == 0
    assert run("verify", "a.csv", "a.txt", "--property", "body", cwd=tmp_path).status == 0
    done = run("verify", "a.csv", "a.txt", "--property", "bodies", cwd=tmp_path)
    assert done == (2, "", "politburo: there is no property 'bodies'\n")


def test_the_result_as_json(tmp_path: Path) -> None:
    done = run(
        "verify",
        "a.csv",
        "a.txt",
        "--format",
        "json",
        cwd=given(tmp_path, ROWS.replace("20000 JPY", "2000 JPY")),
    )
    found = json.loads(done.out)
    [wrong] = [row for row in found["rows"] if row["faults"]]
    assert (wrong["value"], wrong["confirmed"], wrong["faults"][0]["fault"]) == ("2000 JPY", False, "value")
    assert [row["value"] for row in found["lacking"]] == ["20000 JPY"]
    assert found["scores"]["money"] == {"given": 1, "read": 1, "right": 0, "f1": 0.0}


def test_a_document_as_json_is_verified(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(dumps(read(CLEAN)), "utf-8")
    assert run("verify", "a.json", "a.txt", cwd=written(tmp_path, a=CLEAN)).status == 0


def test_what_the_library_does_not_read_is_noted(tmp_path: Path) -> None:
    done = run(
        "verify", "a.csv", "a.txt", cwd=given(tmp_path, f"{ROWS}ru,storage,заседания,заседания,,,stated\n")
    )
    number = len(ROWS.splitlines()) + 1
    said = "ru storage заседания: the library does not read it there"
    assert done.out.splitlines()[0] == f"a.csv: line {number}: note [unconfirmed] {said}"
    assert done.status == 0


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (b"entity\xff", "not UTF-8: byte 0xff at offset 6"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"entity,value" * 100, "more than 1,000 characters (see --max-chars)"),
        (b"entity,value" * 1000, "more than 1,000 characters (see --max-chars)"),
    ],
)
def test_records_are_taken_as_they_stand(rows: bytes, message: str, tmp_path: Path) -> None:
    (written(tmp_path, a=CLEAN) / "a.csv").write_bytes(rows)
    done = run("verify", "a.csv", "a.txt", "--max-chars", "1000", cwd=tmp_path)
    assert done == (2, "", f"politburo: a.csv: {message}\n")


def test_unusable_files_are_told(tmp_path: Path) -> None:
    given(tmp_path, "entity,value\nru,34\n")
    assert run("verify", "a.csv", "a.txt", cwd=tmp_path) == (
        2,
        "",
        "politburo: a.csv: line 1: expected the column property\n",
    )
    assert run("verify", "none.csv", "a.txt", cwd=tmp_path) == (2, "", "politburo: none.csv: no such file\n")
