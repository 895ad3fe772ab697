"""``politburo collate``: two columns and the apparatus, as wide as the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from politburo import specimen
from politburo.showing.columns import beside, wrapped
from politburo.showing.passages import width_of
from tests.commands.running import CLEAN, CORPUS, run, written

PAPER = CORPUS / "ru-08-sintszyan-1936.txt"


def test_witnesses_of_a_file_stand_side_by_side(tmp_path: Path) -> None:
    done = run("collate", PAPER, cwd=tmp_path)
    lines = done.out.splitlines()
    assert (done.status, done.err) == (1, "")
    assert [part.strip() for part in lines[0].split("│")] == ["ru", "en"]
    assert "  differs   money 903.000 рублей (903000 RUB) │ 930,000 rubles (930000 RUB)" in lines
    assert "  differs   body НКВД (NKVD) │ NKID" in lines
    assert lines[-1].startswith("38 agreements, 2 disagreements, ")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_are_as_wide_as_they_may_be(width: int, tmp_path: Path) -> None:
    done = run("collate", PAPER, cwd=tmp_path, environment={"COLUMNS": str(width)})
    assert max(map(width_of, done.out.splitlines()[:-1])) <= width


def test_two_files_that_agree(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN, b=CLEAN)
    done = run("collate", "a.txt", "b.txt", cwd=tmp_path)
    assert done.status == 0
    assert [part.strip() for part in done.out.splitlines()[0].split("│")] == ["ru a.txt", "ru b.txt"]


def test_two_files_that_disagree(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN, b=CLEAN.replace("20.000 иен", "2.000 иен"))
    done = run("collate", "a.txt", "b.txt", cwd=tmp_path)
    assert done.status == 1
    assert "differs   money 20.000 иен (20000 JPY) │ 2.000 иен (2000 JPY)" in done.out


def test_what_is_left_out_is_shown(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN, b=CLEAN.replace(" 20.000 иен", ""))
    done = run("collate", "a.txt", "b.txt", cwd=tmp_path)
    assert done.status == 0
    assert "  only ru   money 20.000 иен (20000 JPY)" in done.out.splitlines()


def test_a_point_left_out_is_shown(tmp_path: Path) -> None:
    lines = run("collate", "a.txt", cwd=written(tmp_path, a=specimen.text())).out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("ru/41 "))
    assert lines[at].endswith("│ [omitted]")
    block = lines[at : lines.index("", at)]
    assert not any(line.startswith(("  agree", "  differs")) for line in block)


def test_a_file_with_one_witness_has_nothing_to_collate(tmp_path: Path) -> None:
    done = run("collate", "a.txt", cwd=written(tmp_path, a=CLEAN))
    assert (done.status, done.out) == (2, "There are no two witnesses of one protocol to collate.\n")


def test_an_unusable_file_is_told(tmp_path: Path) -> None:
    done = run("collate", "a.txt", "none.txt", cwd=written(tmp_path, a=CLEAN))
    assert done == (2, "", "politburo: none.txt: no such file\n")


def test_wide_characters_are_counted_as_wide() -> None:
    lines = list(beside("新疆 新疆 新疆", "х" * 30, 23))
    assert all(width_of(line) <= 23 for line in lines)
    assert wrapped("新疆新疆", 5) == ["新疆", "新疆"]


def test_control_characters_are_escaped() -> None:
    assert list(beside("\x1b[2J", "", 40)) == ["\\x1b[2J" + " " * 12 + "│"]
