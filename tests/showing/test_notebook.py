"""What notebooks are given."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import frozen

import politburo
from politburo import specimen
from politburo.display import Shown
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import Directive, Document
from politburo.showing.notebook import html_of
from politburo.text import Span
from politburo.values.base import Status
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body
from politburo.values.terms import Wording


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


def test_records_and_findings_are_shown() -> None:
    assert {"Document", "Witness", "Decision", "Directive", "Loan", "Finding", "Reading"} <= set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_stays_slotted(name: str) -> None:
    assert "__dict__" not in dir(getattr(politburo, name))


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
