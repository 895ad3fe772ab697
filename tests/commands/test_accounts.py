"""``politburo accounts``: the loans of several papers as text and as a plot."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.running import CLEAN, run, written

EXAMPLES = Path(__file__).parents[2] / "examples"
XINJIANG = EXAMPLES / "xinjiang_loans"


def test_a_folder_is_booked(tmp_path: Path) -> None:
    done = run("accounts", XINJIANG, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "5000000 RUB_GOLD to URPRA of 1935-03-22"
    assert lines[1].startswith("  known       xinjiang-5m-1935 (S01, S02, S03, S60); verified (principal,")
    assert "  purpose     на содержание армии" in lines
    assert "  terms       issued over P3Y, repayment after P2Y, for P4Y" in lines
    assert "  holds       10 allocations add up to the principal, 5000000 RUB_GOLD" in lines
    assert any(line.startswith("  restatement 1936-06-17  8760000 SUR_1924: ") for line in lines)


def test_a_plot_for_each_loan(tmp_path: Path) -> None:
    done = run("accounts", "--format", "vega-lite", XINJIANG, cwd=tmp_path)
    specs = [json.loads(line) for line in done.out.splitlines()]
    assert [spec["title"].split(" ")[0] for spec in specs] == ["5000000", "250000", "2000000"]


def test_a_loan_without_an_upper_end_is_not_plotted(tmp_path: Path) -> None:
    written(tmp_path, a=CLEAN.replace("отпустить 20.000 иен", "выдать МНР заем не менее 900.000 иен"))
    assert run("accounts", "a.txt", cwd=tmp_path).out.startswith("900000/.. JPY to MNR")
    assert run("accounts", "--format", "vega-lite", "a.txt", cwd=tmp_path) == (0, "", "")


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    done = run("accounts", "none.txt", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (2, "no loans\n", "politburo: none.txt: no such file\n")


def test_rubles_of_no_kind_are_one_of_a_few(tmp_path: Path) -> None:
    done = run("accounts", "--rubles", "USD", "none.txt", cwd=tmp_path)
    assert done.status == 2
    assert "invalid choice: 'USD'" in done.err


def test_control_characters_of_a_paper_are_not_obeyed(tmp_path: Path) -> None:
    text = (XINJIANG / "1935-09-13.txt").read_text("utf-8").replace("займ", "займ\x1b[2J")
    (tmp_path / "paper.txt").write_text(text.replace("2.000.000 золотых", "2.000.000\x07 золотых"), "utf-8")
    assert "\x1b" not in run("accounts", "paper.txt", cwd=tmp_path).out
