"""Loans: principal, parties and terms, what is set apart in them and what is charged to them."""

from __future__ import annotations

import pytest

from politburo.records import Document
from tests.reading.saying import english, loans, russian, said

LOAN = ("principal", "tranche", "borrower", "lender", "rate", "term", "drawdown", "basis")


def terms(document: Document) -> list[str]:
    """Return what the paper says of its loans: «5000000 principal …», without the language."""
    return sorted(row.partition("/loan/")[2] for row in said(document, *LOAN))


def read(text: str) -> Document:
    return english(text) if text.isascii() else russian(text)


PRINCIPALS = [
    # Behind the noun.
    ("Предоставить Персии кредит в 300.000 рублей.", "300000 RUB"),
    ("Предоставить Персии кредит в размере 5 млн. тугр.", "5000000 MNT"),
    ("Дать Персии заем на сумму 2 млн. долларов.", "2000000 USD"),
    ("Grant Persia a loan of 300,000 rubles.", "300000 RUB"),
    ("Grant Persia a credit in the amount of $5 million.", "5000000 USD"),
    ("Extend to Persia an advance of up to 20,000 yen.", "../20000 JPY"),
    # Before it, as an adjective.
    ("Отпустить станки в счет пятимиллионной ссуды.", "5000000 XXX"),
    ("Release the lathes against the two-million military loan.", "2000000 XXX"),
    # In kind.
    ("Выдать колхозам ссуду в 300 тыс. пудов зерна.", "300000 pood"),
    ("Grant the collective farms an interest-free loan of 2,400 thousand poods of seed.", "2400000 pood"),
]


@pytest.mark.parametrize(("text", "principal"), PRINCIPALS)
def test_a_loan_has_its_principal(text: str, principal: str) -> None:
    assert [str(loan.principal) for loan in loans(read(text))] == [principal]


NO_LOANS = [
    "Отпустить НКВТ 20.000 рублей.",
    "Отпустить НКВТ кредит сверх сметы в 20.000 рублей.",
    "Выдать т. Элиаве 20.000 рублей под отчет.",
    "Принять к сведению сообщение о ссуде.",
    "Считать кредиторов Персии удовлетворенными.",
    "Release 20,000 rubles to the NKVT.",
    "Take note of the credit worthiness of Persia.",
]


@pytest.mark.parametrize("text", NO_LOANS)
def test_other_money_is_no_loan(text: str) -> None:
    assert loans(read(text)) == []


TERMS = [
    (
        "1. Предоставить правительству МНР товарный кредит в 300.000 рублей сроком на 3 года из 4% годовых.",
        ["300000 borrower MNR", "300000 principal 300000 RUB", "300000 rate 4", "300000 term P3Y"],
    ),
    (
        "1. Поручить Госбанку выдать Аркосу аванс в 20.000 фунтов стерлингов.",
        ["20000 borrower ARKOS", "20000 lender GOSBANK", "20000 principal 20000 GBP"],
    ),
    (
        "1) Grant the Mongolian government an interest-free loan of $5 million for three years.",
        ["5000000 borrower MNR", "5000000 principal 5000000 USD", "5000000 rate 0", "5000000 term P3Y"],
    ),
    # Who a loan is concluded with lends.
    (
        "1. Разрешить НКВТ заключить с чехословацким правительством заем на 10 млн. чехословацких крон.",
        ["10000000 lender чехословацкое правительство", "10000000 principal 10000000 CSK"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_loan_has_parties_and_terms(text: str, expected: list[str]) -> None:
    assert terms(read(text)) == expected


def test_the_terms_may_stand_in_the_sentence_behind() -> None:
    loan = loans(
        english("1) Grant Persia a loan of $5 million. Repayment is over ten years at 2% per annum.")
    )[0]
    assert (str(loan.rate), str(loan.term)) == ("2", "P10Y")


GRANTED = "1. Предоставить МНР кредит в 300.000 рублей.\n\n"
GRANTS = "1) Grant the Mongolian government a loan of 300,000 rubles.\n\n"
OF_THE_LOAN = ["300000 borrower MNR", "300000 principal 300000 RUB"]
LISTED = """1) Grant the collective farms a loan of 2,400 thousand poods of seed, namely:
a) Volga 1,100 thousand poods;
b) Kazakhstan 800 thousand."""
CHARGED = [
    # A directive that is charged to the loan, and what is drawn.
    (
        GRANTED + "2. В счет этого кредита отпустить станков на 40.000 рублей.",
        [*OF_THE_LOAN, "300000 drawdown ru/12/2", "300000 tranche 40000 RUB"],
    ),
    (
        GRANTS + "2) Against this loan release lathes worth 40,000 rubles.",
        [*OF_THE_LOAN, "300000 drawdown en/12/2", "300000 tranche 40000 RUB"],
    ),
    # What is left of the loan is no further part of it.
    (
        GRANTED
        + "2. В счет этого кредита купить станков на 40.000 рублей, причем остаток составит 260.000 рублей.",
        [*OF_THE_LOAN, "300000 drawdown ru/12/2", "300000 tranche 40000 RUB"],
    ),
    # The same sum is said twice, and is one tranche.
    (
        GRANTED
        + "2. В счет этого кредита отпустить 40.000 рублей.\n\n"
        + "3. В счет той же суммы в 40.000 рублей купить шерсть.",
        [*OF_THE_LOAN, "300000 drawdown ru/12/2", "300000 drawdown ru/12/3", "300000 tranche 40000 RUB"],
    ),
    # The contract of a loan is a basis and no charge.
    (
        GRANTED + "2. На основании договора об этом кредите купить шерсть.",
        [*OF_THE_LOAN, "300000 basis ru/12/2"],
    ),
    # A loan that is divided among sub-points.
    (
        LISTED,
        [
            "2400000 borrower collective farms",
            "2400000 principal 2400000 pood",
            "2400000 tranche 1100000 pood",
            "2400000 tranche 800000 pood",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHARGED)
def test_directives_are_charged_to_a_loan(text: str, expected: list[str]) -> None:
    assert terms(read(text)) == sorted(expected)


def test_a_loan_that_is_named_again_is_the_same_loan() -> None:
    text = "1. Предоставить Персии кредит в 300.000 рублей.\n\n2. Кредит в 300.000 рублей оформить договором."
    assert [loan.key for loan in loans(russian(text))] == ["300000"]


def test_the_term_that_was_said_first_stands() -> None:
    text = "1. Предоставить Персии кредит в 300.000 рублей сроком на 3 года."
    again = "2. Кредит в 300.000 рублей сроком на три года оформить договором."
    assert terms(russian(f"{text}\n\n{again}")) == [
        "300000 borrower Персия",
        "300000 principal 300000 RUB",
        "300000 term P3Y",
    ]


def test_two_loans_are_two() -> None:
    text = "1. Предоставить МНР кредит в 300.000 рублей.\n\n2. Предоставить ТНР кредит в 50.000 рублей."
    found = loans(russian(text))
    assert [(loan.key, [str(b) for b in loan.borrowers]) for loan in found] == [
        ("300000", ["MNR"]),
        ("50000", ["TNR"]),
    ]


def test_a_charge_keeps_the_words_that_charge() -> None:
    document = russian(
        "1. Предоставить МНР кредит в 300.000 рублей.\n\n2. В счет этого кредита купить шерсть."
    )
    (charge,) = loans(document)[0].drawdowns
    assert charge.span is not None
    assert charge.span.of(document.text).startswith("В счет")
