"""The waterfall: a Vega-Lite specification that Altair accepts, with what is not known marked."""

from __future__ import annotations

import sys

import pytest

from politburo.accounts import LoanAccount, chart, waterfall
from tests.accounts.papers import account, paper, xinjiang


def test_a_drawdown_without_a_figure_has_a_colour_of_its_own() -> None:
    loan = xinjiang().find(5_000_000)
    spec = waterfall(loan, loan.allocation("военное"))
    rows = spec["data"]["values"]
    assert [(row["before"], row["after"], row["known"]) for row in rows] == [
        (0.0, 500000.0, "figure given"),
        (500000.0, 500000.0, "no figure: bound only"),
        (500000.0, 500000.0, "no figure: bound only"),
    ]
    assert spec["encoding"]["y"]["title"] == "RUB_GOLD"
    assert spec["title"] == "500000 RUB_GOLD на военное имущество: at most left"


def test_known_drawdowns_step_down() -> None:
    loan = account(
        paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 900.000 рублей."),
        paper(
            9,
            "1 мая 1934",
            "В счет ссуды в 900.000 рублей правительству МНР поставить муку на сумму 300.000 рублей.",
        ),
    )
    rows = waterfall(loan)["data"]["values"]
    assert [(row["before"], row["after"]) for row in rows] == [(0.0, 900000.0), (900000.0, 600000.0)]
    assert rows[1]["quote"] == "300.000 рублей"


def test_a_loan_without_an_upper_end_has_no_waterfall() -> None:
    loan = account(paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду не менее 900.000 рублей."))
    with pytest.raises(ValueError, match=r"no waterfall: there is no upper end of 900000/\.\. RUB"):
        waterfall(loan)
    with pytest.raises(ValueError, match="no waterfall: no paper at hand gives the principal"):
        waterfall(LoanAccount((), None, (), ()))


def test_an_increase_steps_up() -> None:
    loan = account(
        paper(5, "1 марта 1934", "Предоставить правительству МНР ссуду в 900.000 рублей."),
        paper(9, "1 мая 1934", "Увеличить ссуду правительству МНР в 900.000 рублей до 1.000.000 рублей."),
    )
    rows = waterfall(loan)["data"]["values"]
    assert [(row["kind"], row["before"], row["after"]) for row in rows] == [
        ("grant", 0.0, 900000.0),
        ("increase", 900000.0, 1000000.0),
    ]


def test_altair_takes_it() -> None:
    loan = xinjiang().find(2_000_000)
    assert chart(loan).to_dict()["mark"]["type"] == "bar"


def test_the_accounts_do_without_altair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    loan = xinjiang().find(2_000_000)
    assert waterfall(loan)["mark"]["type"] == "bar"
    with pytest.raises(ImportError):
        chart(loan)
