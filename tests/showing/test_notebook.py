"""What notebooks are given."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum

import pytest
from attrs import frozen

import politburo
from politburo import Collation, RateTable, Readings, Source, open_source, specimen, verify
from politburo.display import Shown
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import Charge, Decision, Directive, Document, Loan, Protocol, Witness
from politburo.showing.notebook import html_of
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body
from politburo.values.terms import Wording

# A row that the text does not bear out.
WRONG = politburo.Statement("ru/3/1", "money", "5 MNT", "5 тугриков")


def test_a_value_is_its_words_form_status_and_place() -> None:
    money = MonetaryAmount.of(40000, "JPY").read_from(Span(3, 9), Status.INFERRED)
    said = "40,000 yen <code>40000 JPY</code> <i>inferred</i> <small>3–9</small>"
    assert html_of(money) == f'<span title="MonetaryAmount">{said}</span>'


def test_a_body_has_its_full_name() -> None:
    assert "<small>People&#x27;s Commissariat of Foreign Trade</small>" in html_of(Body("NKVT"))


def test_a_record_is_a_table_of_what_it_says() -> None:
    directive = Directive(("9", "а"), money=(MonetaryAmount.of(5, "JPY"),), dates=(PartialDate.of(1935),))
    shown = directive._repr_html_()
    assert shown.startswith("<table><caption>Directive</caption>")
    assert shown.count("<tr>") == 3
    assert "5 yen" in shown


def test_a_reading_is_its_report() -> None:
    shown = read(specimen.text())._repr_html_()
    assert shown.startswith("<pre>Politburo Decisions")
    assert "protocol 97 of PB" in shown


def test_nothing_of_a_paper_is_markup() -> None:
    for shown in (
        html_of(Wording("<script>")),
        Document("<script>")._repr_html_(),
        Finding("<b>", Level.NOTE, "<script>", entity="<i>")._repr_html_(),
    ):
        assert "<script>" not in shown
        assert "<b>" not in shown.replace("<b>&lt;b&gt;</b>", "")


def test_a_bundle_has_the_forms_that_are_asked_for() -> None:
    finding = Finding("omission", Level.NOTE, "left out")
    bundle = finding._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/plain"] == repr(finding)
    assert set(finding._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert set(finding._repr_mimebundle_(exclude={"text/plain"})) == {"text/html"}


CLASSES = {name: getattr(politburo, name) for name in politburo.__all__}
SHOWN = [name for name, cls in CLASSES.items() if isinstance(cls, type) and issubclass(cls, Shown)]


def test_every_public_type_is_shown() -> None:
    types = {
        name for name, cls in CLASSES.items() if isinstance(cls, type) and not issubclass(cls, Exception)
    }
    assert types == set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_stays_slotted(name: str) -> None:
    cls = getattr(politburo, name)
    assert issubclass(cls, Enum) or "__dict__" not in dir(cls)


PAPER = "ПРОТОКОЛ № 5 заседания Политбюро ЦК ВКП(б) от 1 мая 1930 г.\n\n3.- О <b>ссуде</b>.\n\n{}"
GRANT = PAPER.format("1) Госбанку выдать Монголбанку ссуду в 3 млн. тугр. на три года.")
MONEY = MonetaryAmount.of(500, "RUB_GOLD")
ACCOUNTS = politburo.LoanAccounts.from_documents({"<u>": read(GRANT)})
CONVERSION = politburo.convert(MONEY, "SUR_1924", on="1936-06-17", basis="restatement")


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (ACCOUNTS, "<td>3,000,000 tugriks</td>"),
        (ACCOUNTS.accounts[0], "&lt;u&gt; ru/3/1"),
        (ACCOUNTS.accounts[0].balance(), '<th style="text-align:left">left</th>'),
        (politburo.LoanAccounts(), "no loans"),
        (Loan(MONEY, term=Duration.parse("P2Y")).schedule(issued="1930-05-01"), "<td>1931-05-01</td>"),
        (RateTable.standard(), "more</td>"),
        (RateTable.standard().rates[0], "<caption>ExchangeRate</caption>"),
        (CONVERSION, "<b>500 gold rubles = 2,190 Soviet rubles (1924-1947)</b>"),
        (Collation.of(read(specimen.text()).document), "<td>ru/41</td><td>[omitted]</td>"),
        (Collation(), "no two witnesses"),
        (verify([], GRANT, properties=["money"]), "0 rows, 0 with faults, 1 lacking"),
        (verify([WRONG], GRANT, properties=["money"]), "stands nowhere in the text"),
        (Readings.parse('[[reading]]\npassage = "НКВР"\nreading = "НКВТ"\n'), "<td>proposed</td>"),
        (open_source("Выдать пяти-\nмиллионную <ссуду>".encode("cp1251")), "windows-1251"),
        (Source("", "", "text"), "0 characters"),
        (politburo.Currency("RUB_GOLD"), "gold ruble <code>RUB_GOLD</code>"),
        (politburo.Unit("pood"), "pood <code>pood</code>"),
        (Span(3, 9), "3–9"),
        (Status.INFERRED, '<span title="Status">inferred</span>'),
        (politburo.Limits(max_chars=5), ">5<"),
        (politburo.Place(1, 2, page=3), "<caption>Place</caption>"),
        (politburo.statements(read(GRANT).document)[0], "<caption>Statement</caption>"),
    ],
    ids=lambda shown: type(shown).__name__ if not isinstance(shown, str) else "",
)
def test_each_is_shown_with_what_it_says(shown: Shown, said: str) -> None:
    html = shown._repr_html_()
    assert said in html
    assert "<ссуд" not in html
    assert "<u>" not in html


def test_an_account_without_a_principal_has_no_balance() -> None:
    point = Decision("3", directives=(Directive(("0",)),))
    loan = Loan(borrowers=(Body("MONGOLBANK"),), drawdowns=(Charge("ru/3/0"),))
    paper = Document(GRANT, witnesses=(Witness("ru", "ru", Protocol(decisions=(point,)), loans=(loan,)),))
    html = politburo.LoanAccounts.from_documents([paper])._repr_html_()
    assert "<caption>a loan of unknown amount to MONGOLBANK</caption>" in html
    assert "<td>without a figure</td>" in html
    assert "<td>left</td>" not in html


def test_long_lists_are_cut() -> None:
    many = Directive(("1",), dates=tuple(PartialDate.of(year) for year in range(1900, 1950)))
    assert "… 20 more" in many._repr_html_()


@frozen
class Plain:
    """A record of nobody's."""

    name: str


def test_other_records_are_shown_too() -> None:
    assert "<td>О</td>" in html_of(Plain("О"))


def test_nothing_that_shows_is_loaded_until_a_notebook_asks() -> None:
    loaded = "any(name.startswith('politburo.showing') for name in sys.modules)"
    code = f"import sys, politburo.records; sys.exit({loaded})"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_large_says_in_a_line_what_it_is() -> None:
    reading = read(specimen.text())
    assert repr(reading) == f"<Reading <Document of {len(specimen.text())} characters: ru, en; 7 findings>>"
    assert repr(ACCOUNTS) == "<LoanAccounts ['3000000 MNT to MONGOLBANK of 1930-05-01']>"
    assert repr(ACCOUNTS.accounts[0]) == "<LoanAccount 3000000 MNT to MONGOLBANK of 1930-05-01: 1 entries>"
    assert repr(Collation.of(reading.document)) == "<Collation of ru and en: 1 disagreements>"
    checked = verify([WRONG], GRANT, properties=["money"], partial=True)
    assert repr(checked) == "<Verification of 1 rows: 1 with faults, 0 lacking>"


def test_a_record_says_what_it_has() -> None:
    directive = Directive(("9", "а"), money=(MonetaryAmount.of(5, "JPY"),))
    assert repr(directive) == "Directive(path=('9', 'а'), money=(MonetaryAmount.parse('5 JPY'),))"
