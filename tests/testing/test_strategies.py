"""The strategies: every public type, of its period, and light until they are used."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import subprocess
import sys
from importlib.metadata import entry_points
from typing import Any

import attrs
import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import politburo
from politburo.checking import check
from politburo.reader import read
from politburo.records import Decision, Directive, Document, Order, Protocol
from politburo.registering import strategies
from politburo.testing import Period, bodies, currencies, papers, periods, persons, protocols, register
from politburo.testing import statements as rows
from politburo.values.base import Value
from politburo.values.money import MonetaryAmount
from politburo.verifying import rows_from
from politburo.writing.statements import Statement, to_csv
from politburo.writing.text import Form
from tests.laws.trying import on_papers

PUBLIC = [
    kind
    for name in politburo.__all__
    if inspect.isclass(kind := getattr(politburo, name)) and not issubclass(kind, (Exception, enum.Enum))
]
# Types of further packages are built from their fields where they are asked for.
VALUES_AND_RECORDS = [
    kind
    for kind in PUBLIC
    if kind.__module__.startswith(
        ("politburo.values", "politburo.records", "politburo.text", "politburo.findings")
    )
]


@pytest.mark.parametrize("kind", VALUES_AND_RECORDS, ids=lambda kind: kind.__name__)
def test_every_public_type_has_a_strategy(kind: type[Any]) -> None:
    @on_papers()
    @given(st.from_type(kind))
    def law(made: object) -> None:
        assert isinstance(made, kind)
        hash(made)

    assert kind in strategies()
    law()


@given(rows())
def test_a_row_comes_back_from_csv(row: Statement) -> None:
    assert [made.statement for made in rows_from(to_csv([row]))] == [row]


def test_registering_again_changes_nothing() -> None:
    register()
    assert isinstance(find(st.from_type(MonetaryAmount), lambda _: True), MonetaryAmount)


def test_hypothesis_finds_the_strategies_by_itself() -> None:
    assert [entry.value for entry in entry_points(group="hypothesis") if entry.name == "politburo"] == [
        "politburo.registering:register"
    ]


LOADS = """
import sys
import hypothesis
import politburo.vocabulary as vocabulary
heavy = {"babel", "cattrs", "pymorphy3", "dateutil", "politburo.testing", "politburo.reader"}
read = vocabulary.table.cache_info().currsize
print("politburo.records" in sys.modules, sorted(heavy & set(sys.modules)), read)
"""


def test_registering_loads_the_types_and_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "True [] 0\n"


# --- shrinking ----------------------------------------------------------------------------------


def test_what_fails_shrinks_to_the_plainest() -> None:
    found = find(protocols("ru", Form.SPECIAL), lambda said: bool(said.decisions[0].directives[0].money))
    decision = found.decisions[0]
    assert len(found.decisions) == len(decision.directives) == len(decision.directives[0].money) == 1
    assert decision.recipients == ()
    assert len(decision.directives[0].orders) == 1
    assert found.dates[0] == politburo.PartialDate.of(1930, 1, 1)


def test_a_paper_shrinks_to_a_few_lines() -> None:
    assert len(find(papers("ru", Form.CPSU), lambda _: True)) < 200


# --- the period ---------------------------------------------------------------------------------


@given(periods(), st.data())
def test_bodies_and_money_were_there_on_the_day(period: Period, data: st.DataObject) -> None:
    body = data.draw(bodies(period))
    day = period.day.isoformat()
    assert body.founded is not None
    assert body.founded[: len(day)] <= day
    assert body.abolished is None or day[: len(body.abolished)] <= body.abolished
    facts = data.draw(currencies(period)).facts
    assert (facts.get("valid_from") or "")[: len(day)] <= day


@given(periods(), st.data())
def test_persons_were_of_age(period: Period, data: st.DataObject) -> None:
    for record in data.draw(persons(period)).entry:
        if "born" in record and len(data.draw(persons(period)).entry) == 1:
            assert int(record["born"][:4]) < period.day.year
            break


def test_a_body_whose_name_is_not_read_back_is_not_said() -> None:
    names = ["Комсеверпуть", "Комсеверпутю"]
    row = {"names": names, "kind": "trade", "founded": "1920", "name_en": "Sev."}
    russian, english = (Period(language, Form.CPSU, dt.date(1930, 5, 1)) for language in ("ru", "en"))
    politburo.extend({"bodies": {"KSMP": row}})
    try:
        assert find(bodies(russian), lambda body: body.id == "KSMP")
        with pytest.raises(NoSuchExample):
            find(bodies(english), lambda body: body.id == "KSMP")
    finally:
        politburo.forget_extensions()


def test_the_presidium_decided_between_1952_and_1966() -> None:
    organs = {year: Period("ru", Form.CPSU, dt.date(year, 5, 1)).organ for year in (1951, 1953, 1965, 1967)}
    assert organs == {1951: "PB", 1953: "PREZIDIUM_TSK", 1965: "PREZIDIUM_TSK", 1967: "PB"}


@on_papers()
@given(papers())
def test_a_paper_of_its_period_has_no_anachronism(paper: str) -> None:
    slugs = {finding.rule for finding in check(read(paper).document)}
    assert not slugs & {
        "body-anachronism",
        "currency-anachronism",
        "probable-misreading",
        "deadline-before-decision",
    }


def test_a_strategy_is_told_the_language_and_the_form() -> None:
    english = find(papers("en", Form.EXTRACT), lambda _: True)
    assert english.isascii() or "—" in english


# --- what the strategies make is what the types allow -------------------------------------------


@given(st.from_type(Value))
def test_every_value_has_a_kind_and_a_canonical_form(value: Value) -> None:
    assert value.kind
    assert str(value)


@on_papers()
@given(
    st.from_type(Directive)
    | st.from_type(Decision)
    | st.from_type(Order)
    | st.from_type(Document)
    | st.from_type(Protocol)
)
def test_records_are_rebuilt_from_their_fields(record: Any) -> None:
    assert attrs.evolve(record) == record
