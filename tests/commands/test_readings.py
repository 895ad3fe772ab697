"""``politburo readings``, and the file of readings that other commands find beside a paper."""

from __future__ import annotations

from pathlib import Path

from politburo.editing import Readings
from tests.commands.running import CLEAN, run, written

PAPER = CLEAN.replace("НКВТ", "НКТЛ")


def test_a_first_file_has_all_proposals(tmp_path: Path) -> None:
    done = run("readings", "a.txt", cwd=written(tmp_path, a=PAPER))
    assert done == (0, "a.readings.toml: 1 proposal\n", "")
    [entry] = Readings.parse((tmp_path / "a.readings.toml").read_text("utf-8")).entries
    assert (entry.passage, entry.reading, entry.decision.value) == ("НКТЛ", "НКТП", "proposed")


def test_what_stands_in_the_file_stays(tmp_path: Path) -> None:
    written(tmp_path, a=PAPER)
    run("readings", "a.txt", cwd=tmp_path)
    path = tmp_path / "a.readings.toml"
    mine = path.read_text("utf-8").replace('"proposed"', '"accepted"  # seen in the original')
    path.write_text(mine, "utf-8")
    assert run("readings", "a.txt", cwd=tmp_path).out == "a.readings.toml: 0 new proposals\n"
    assert path.read_text("utf-8") == mine
    written(tmp_path, a=PAPER.replace("1 января 1936 г.", "1.Х.З6 г."))
    assert run("readings", "a.txt", cwd=tmp_path).out == "a.readings.toml: 1 new proposal\n"
    assert path.read_text("utf-8").startswith(mine)
    assert [entry.passage for entry in Readings.parse(path.read_text("utf-8")).entries] == [
        "НКТЛ",
        "1.Х.З6 г.",
    ]


def test_proposals_can_be_printed(tmp_path: Path) -> None:
    written(tmp_path, a=PAPER)
    printed = run("readings", "a.txt", "--print", cwd=tmp_path)
    assert 'passage = "НКТЛ"' in printed.out
    assert not (tmp_path / "a.readings.toml").exists()
    assert run("readings", "-", cwd=tmp_path, text=PAPER) == printed


def test_other_commands_follow_the_file(tmp_path: Path) -> None:
    written(tmp_path, a=PAPER)
    assert run("check", "a.txt", cwd=tmp_path).status == 1
    run("readings", "a.txt", cwd=tmp_path)
    assert run("check", "a.txt", cwd=tmp_path).status == 1
    path = tmp_path / "a.readings.toml"
    path.write_text(path.read_text("utf-8").replace('"proposed"', '"rejected"'), "utf-8")
    done = run("check", "a.txt", cwd=tmp_path)
    assert done.status == 0
    assert "note [editorial-reading] «НКТЛ» is read as it stands" in done.out
    rows = run("read", "a.txt", "--format", "statements", cwd=tmp_path).out
    assert ",body,НКТЛ,НКТЛ," in rows


def test_a_passage_that_is_gone_is_told_with_the_line_of_the_file(tmp_path: Path) -> None:
    written(tmp_path, a=PAPER, b=CLEAN)
    run("readings", "a.txt", cwd=tmp_path)
    written(tmp_path, a=CLEAN)
    fault = "politburo: a.readings.toml: line 5: the passage «НКТЛ» no longer stands in the text\n"
    assert run("readings", "a.txt", cwd=tmp_path) == (2, "", fault)
    done = run("check", "a.txt", "b.txt", cwd=tmp_path)
    assert done == (2, "No findings in 1 file.\n", fault)
    assert run("read", "a.txt", cwd=tmp_path) == (2, "", fault)


def test_a_paper_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert run("readings", "none.txt", cwd=tmp_path) == (2, "", "politburo: none.txt: no such file\n")


def test_a_malformed_file_is_told(tmp_path: Path) -> None:
    written(tmp_path, a=PAPER)
    (tmp_path / "a.readings.toml").write_text("[[reading", "utf-8")
    assert run("check", "a.txt", cwd=tmp_path).err.startswith(
        "politburo: a.readings.toml: line 1: expected TOML"
    )
