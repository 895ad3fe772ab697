"""The accounts for a terminal."""

from __future__ import annotations

from politburo.accounts.report import report
from politburo.showing.ledger import ledger
from politburo.showing.passages import width_of
from tests.accounts.papers import accounts, paper, xinjiang


def test_lines_are_wrapped_behind_their_labels() -> None:
    lines = ledger(xinjiang(), width=80).splitlines()
    assert max(map(width_of, lines)) <= 80
    at = next(i for i, line in enumerate(lines) if line.startswith("  drawdown"))
    assert lines[at + 1].startswith(" " * 14)


def test_without_a_width_a_line_is_a_line() -> None:
    assert ledger(xinjiang()) == report(xinjiang())


def test_nothing_is_lost_by_wrapping() -> None:
    assert "".join(ledger(xinjiang(), width=60).split()) == "".join(report(xinjiang()).split())


def test_what_holds_and_what_fails_have_colours() -> None:
    grant = "Предоставить правительству МНР ссуду в 900.000 рублей."
    drawn = "В счет ссуды в 900.000 рублей правительству МНР поставить муку на сумму 950.000 рублей."
    found = accounts(paper(5, "1 марта 1934", grant), paper(9, "1 мая 1934", drawn))
    shown = ledger(found, width=80, color=True)
    assert "\x1b[1;31m  FAILS" in shown
    assert "\x1b[1m  left" in shown
    assert "\x1b[32m  holds" in ledger(xinjiang(), color=True)


def test_control_characters_of_a_paper_are_shown() -> None:
    found = accounts(paper(5, "1 марта 1934", "Предоставить правительству\x1b[2J МНР ссуду в 900 рублей."))
    assert "\x1b" not in ledger(found, width=40)
