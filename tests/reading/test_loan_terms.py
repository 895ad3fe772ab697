"""The terms of loans: periods of time told apart, purpose, those through whom, repayment."""

from __future__ import annotations

import pytest

import politburo
from politburo.records import Loan
from tests.accounts.papers import paper


def loan(text: str) -> Loan:
    (found,) = politburo.read(paper(5, "1 марта 1934", text)).document.witnesses[0].loans
    return found


ENGLISH = "Grant the Mongolian government a loan of 2,000,000 tugriks"
LENT = "Предоставить МНР кредит в 2 млн. тугр."
# What is said behind the sum; term, grace and time of issue.
PERIODS = [
    (f"{LENT} сроком на четыре года.", ("P4Y", None, None)),
    (f"{LENT} на 3 года из 4% годовых.", ("P3Y", None, None)),
    (
        f"{LENT} с выдачей в течение трех лет, с погашением начиная через два года в течение четырех лет.",
        ("P4Y", "P2Y", "P3Y"),
    ),
    (f"{LENT} сроком на 20 лет с отсрочкой первого платежа на 2 года.", ("P20Y", "P2Y", None)),
    (f"{ENGLISH} for four years after a grace period of two years.", ("P4Y", "P2Y", None)),
    (
        f"{ENGLISH}. Repayment begins after two years and finishes four years after this.",
        ("P4Y", "P2Y", None),
    ),
    ("Выдать через Госбанк МНР кредит в 2 млн. тугр. на 3 года.", ("P3Y", None, None)),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_periods_are_told_apart(text: str, periods: tuple[str | None, ...]) -> None:
    found = loan(text)
    said = [found.term, found.grace, found.disbursement]
    assert tuple(None if one is None else str(one) for one in said) == periods


PURPOSES = [
    ("Предоставить МНР на содержание армии заем в 2 млн. тугр. на 3 года.", "на содержание армии"),
    (f"{LENT} на 3 года на закупку семян.", "на закупку семян"),
    (f"{LENT} на закупку семян", "на закупку семян"),
    ("Выдать МНР ссуду на общую сумму 2 млн. тугр. на 3 года.", None),
    (f"{ENGLISH} for the maintenance of the army at 4 per cent.", "for the maintenance of the army"),
    (f"{ENGLISH} for four years.", None),
]


@pytest.mark.parametrize(("text", "purpose"), PURPOSES)
def test_a_purpose_is_in_the_words_of_the_paper(text: str, purpose: str | None) -> None:
    found = loan(text).purpose
    assert (None if found is None else str(found)) == purpose


def test_who_passes_the_loan_on_does_not_borrow_it() -> None:
    found = loan('Выдать через "Совсиньторг" МНР кредит в 2 млн. тугр. на 3 года.')
    assert [str(party) for party in found.operators] == ["SOVSINTORG"]
    assert [str(party) for party in found.borrowers] == ["MNR"]


REPAID = [
    (f"{LENT} с погашением шерстью и скотом.", "погашением шерстью и скотом", True),
    (f"{LENT} на три года. Погашение производить сырьем.", "Погашение производить сырьем", True),
    (f"{LENT} с погашением в три года.", "погашением в три года", False),
]


@pytest.mark.parametrize(("text", "repayment", "goods"), REPAID)
def test_repayment_is_in_the_words_of_the_paper(text: str, repayment: str, *, goods: bool) -> None:
    found = loan(text)
    assert str(found.repayment) == repayment
    assert found.repaid_in_goods is goods


def test_a_loan_without_conditions_has_none() -> None:
    found = loan("Предоставить МНР кредит в 2 млн. тугр.")
    assert (found.term, found.grace, found.purpose, found.operators, found.repayment) == (
        None,
        None,
        None,
        (),
        None,
    )
    assert not found.repaid_in_goods
