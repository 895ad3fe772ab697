"""The scorer itself: small cases counted by hand, and the expected files held to their own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoring import Score, Tally, keys, loose_quotes, other_passages, papers, rows_of, table

HERE = Path(__file__).parent
HEADER = "entity,property,value,quote,start,stop,status\n"
TEXT = "1. Отпустить 5 000 руб.\n2. Отпустить 5 000 руб."


def rows(*lines: str) -> list[dict[str, str]]:
    return rows_of(HEADER + "\n".join(lines))


TWICE = rows(
    "ru/0/1,action,allocate,Отпустить,3,12,stated",
    "ru/0/1,money,5000 RUB,5 000 руб.,13,23,stated",
    "ru/0/1,money,5000 RUB,5 000 руб.,13,23,stated",
)
FINDINGS = rows(
    "document,finding,omission,,,,stated",
    "document,finding,omission,,,,stated",
)


def test_equal_rows_are_all_right() -> None:
    assert Score(keys(TWICE), keys(TWICE)).tally() == Tally(3, 3, 3)


def test_a_row_said_twice_must_be_given_twice() -> None:
    assert Score(keys(TWICE), keys(TWICE[:2])).tally("money") == Tally(2, 1, 1)


def test_a_row_of_another_passage_is_told() -> None:
    moved = rows("ru/0/1,action,allocate,Отпустить,3,12,stated", "ru/0/1,money,5000 RUB,руб.,19,23,stated")
    assert other_passages(TWICE, TWICE[:2]) == []
    assert other_passages(TWICE, moved) == ["ru/0/1 money 5000 RUB 19 23 stated"]
    assert other_passages(FINDINGS, rows("document,finding,omission,[...],3,8,stated")) == []


def test_a_finding_counts_once() -> None:
    assert Score(keys(FINDINGS), keys(FINDINGS[:1])).tally() == Tally(1, 1, 1)


def test_rates_of_a_half_right_answer() -> None:
    tally = Tally(expected=4, given=2, right=1)
    assert (tally.precision, tally.recall) == (0.5, 0.25)
    assert tally.f1 == pytest.approx(1 / 3)


def test_nothing_expected_and_nothing_given_is_right() -> None:
    assert (Tally(0, 0, 0).f1, Tally(0, 1, 0).f1, Tally(1, 0, 0).f1) == (1.0, 0.0, 0.0)


def test_differences_name_what_is_missing_and_what_is_too_much() -> None:
    score = Score(keys(TWICE[:1]), keys(TWICE[1:2]))
    assert score.differences() == "- ru/0/1\taction\tallocate\n+ ru/0/1\tmoney\t5000 RUB"


def test_the_table_ends_with_all_rows() -> None:
    assert table(Score(keys(TWICE), keys(TWICE[:2]))).splitlines()[-1].split() == [
        "ALL", "3", "2", "2", "1.000", "0.667", "0.800",
    ]  # fmt: skip


def test_loose_quotes_are_told() -> None:
    assert loose_quotes(TWICE, TEXT) == []
    wrong = rows("ru/0/1,money,5000 RUB,6 000 руб.,13,23,stated", "ru/0/1,date,1932,,,,stated")
    assert len(loose_quotes(wrong, TEXT)) == 2


@pytest.mark.parametrize("paper", papers(HERE / "corpus"), ids=lambda path: path.stem)
def test_expected_statements_quote_their_paper(paper: Path) -> None:
    expected = rows_of(paper.with_suffix(".csv").read_text("utf-8"))
    assert loose_quotes(expected, paper.read_text("utf-8")) == []
