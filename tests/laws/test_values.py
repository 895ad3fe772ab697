"""The laws that every value keeps, whatever it is."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from politburo.records import Charge, Document, Protocol, Recipient, Witness
from politburo.testing import codes, dates, days, durations, money, persons, quantities, read_values, spans
from politburo.testing.values import numbers
from politburo.text import Span
from politburo.tokens import Tokens
from politburo.values.base import Status, Value
from politburo.values.calendar_dates import DatePoint
from politburo.values.codes import Code
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import Currency, MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import Numeral
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table
from politburo.writing.json import dumps, loads
from politburo.writing.phrases import (
    date_words,
    day_words,
    duration_words,
    money_words,
    quantity_words,
    shelfmark_words,
)

PARSED: list[type[Any]] = [
    Action, Code, Duration, MonetaryAmount, Numeral, PartialDate, Procedure, Quantity, Rate, Secrecy,
    Shelfmark,
]  # fmt: skip
values = st.from_type(Value)
ALL_DAYS = days(dt.date(1917, 1, 1), dt.date(1991, 12, 31))


@pytest.mark.parametrize("kind", PARSED, ids=lambda kind: kind.__name__)
def test_the_canonical_form_is_read_back_as_the_value(kind: type[Any]) -> None:
    @given(st.from_type(kind))
    def law(value: Any) -> None:
        again = kind.parse(str(value))
        assert again == value
        assert str(again) == str(value)

    law()


@given(persons())
def test_a_person_is_read_back_from_his_canonical_form(person: Person) -> None:
    # A name of two words in Latin letters may be surname and given name; a single one never is.
    assume(" " not in person.surname)
    comrade = "Cde. " if person.surname.isascii() else "т. "
    assert Person.parse(comrade + str(person)) == person


@given(st.from_type(Body))
def test_a_body_with_an_entry_is_read_back_from_its_id(body: Body) -> None:
    assume(body.id)
    assert Body.parse(str(body)) == body


# --- equality, hashing, provenance --------------------------------------------------------------


@given(values, spans(), st.sampled_from(Status))
def test_where_a_value_was_read_takes_no_part_in_what_it_is(value: Value, span: Span, status: Status) -> None:
    placed = value.read_from(span, status)
    assert placed == value
    assert hash(placed) == hash(value)
    assert (placed.span, placed.status) == (span, status)
    assert len({placed, value}) == 1


@given(values, values)
def test_equal_values_have_one_hash_and_one_canonical_form(one: Value, other: Value) -> None:
    if one == other:
        assert hash(one) == hash(other)
        assert str(one) == str(other)
    assert (one == other) is (other == one)


@given(read_values(values))
def test_a_value_survives_copying_and_pickling_with_its_place(value: Value) -> None:
    for again in (copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301  # our own bytes
        assert again == value
        assert (again.span, again.status) == (value.span, value.status)


@given(read_values(values))
def test_a_value_cannot_be_changed(value: Value) -> None:
    with pytest.raises(AttributeError):
        value.span = None  # type: ignore[misc]


# --- JSON ---------------------------------------------------------------------------------------


@given(read_values(st.from_type(Shelfmark)), read_values(st.from_type(Wording)), read_values(dates()))
def test_values_come_back_from_json_with_their_place(
    mark: Shelfmark, words: Wording, date: PartialDate
) -> None:
    witness = Witness("ru", "ru", Protocol((words,), dates=(date,)), shelfmarks=(mark,))
    document = Document("·" * 100, witnesses=(witness,))
    again = loads(dumps(document))
    assert again == document
    assert again.witnesses[0].shelfmarks[0].span == mark.span
    assert again.witnesses[0].protocol.dates[0].status is date.status


# --- dates and intervals ------------------------------------------------------------------------


@given(dates(), dates(), dates())
def test_intervals_contain_and_overlap_as_sets_of_days_do(
    one: PartialDate, two: PartialDate, three: PartialDate
) -> None:
    assert one.contains(one)
    assert one.overlaps(two) is two.overlaps(one)
    if one.contains(two):
        assert one.overlaps(two)
        if two.contains(three):
            assert one.contains(three)
    if one.contains(two) and two.contains(one) and one.year is not None:
        assert (one.earliest, one.latest) == (two.earliest, two.latest)


@given(st.lists(dates(), max_size=6))
def test_dates_have_one_order(given_: list[PartialDate]) -> None:
    ordered = sorted(given_, key=lambda date: date.sort_key)
    backwards = list(reversed(given_))
    assert ordered == sorted(backwards, key=lambda date: date.sort_key)
    keys = [date.sort_key for date in ordered]
    assert all(a <= b for a, b in itertools.pairwise(keys))


@given(dates(), st.integers(1917, 1991))
def test_a_year_completes_a_date_and_nothing_else(date: PartialDate, year: int) -> None:
    try:
        completed = date.with_year(year)
    except ValueError:
        return  # 29 February of a year that has none, or an interval that would run backwards
    if date.year is not None:
        assert completed == date
    else:
        assert completed.year in {year, None}
        assert completed.is_interval == date.is_interval


@given(dates(with_year=False), ALL_DAYS)
def test_completing_looks_forward_or_back(date: PartialDate, day: dt.date) -> None:
    anchor = PartialDate.of(day.year, day.month, day.day)
    ahead, back = date.completed(anchor, forward=True), date.completed(anchor, forward=False)
    assert (ahead.latest or anchor.earliest) >= anchor.earliest  # type: ignore[operator]
    assert (back.earliest or anchor.latest) <= anchor.latest  # type: ignore[operator]


@given(durations())
def test_a_period_ends_after_it_begins(duration: Duration) -> None:
    day = PartialDate.of(1935, 10, 1).earliest
    assert day is not None
    assert (duration.after(day) > day) is (duration != Duration())


# --- amounts ------------------------------------------------------------------------------------


@given(money() | quantities())
def test_an_amount_has_its_ends_in_order_and_one_number_where_it_is_exact(
    amount: MonetaryAmount | Quantity,
) -> None:
    if amount.low is not None and amount.high is not None:
        assert amount.low <= amount.high
    assert (amount.amount is None) is (amount.low != amount.high or amount.approximate)


@given(numbers(), st.sampled_from(["RUB_GOLD", "USD", "JPY"]))
def test_trailing_zeros_are_no_other_sum(number: Decimal, currency: str) -> None:
    one, other = MonetaryAmount.of(number, currency), MonetaryAmount.of(number + Decimal("0.00"), currency)
    assert one == other
    assert hash(one) == hash(other)
    assert str(one) == str(other)


# --- in the words of the papers -----------------------------------------------------------------


# What one word names by the day: a sum's own words do not tell which.
_UNSAYABLE = {
    "XXX", "SUR_1924", "SUR_1947", "SUR_1961", "RUR_IMPERIAL", "RUB_TREASURY_1924", "XAG_TAEL",
}  # fmt: skip
SAYABLE = [Currency(name) for name in table("currencies") if name not in _UNSAYABLE]


@given(money(st.sampled_from(SAYABLE)), st.sampled_from(("ru", "en")))
def test_a_sum_is_read_back_from_its_words(amount: MonetaryAmount, language: str) -> None:
    assert MonetaryAmount.parse(money_words(amount, language)) == amount


@given(quantities(), st.sampled_from(("ru", "en")))
def test_a_quantity_is_read_back_from_its_words(quantity: Quantity, language: str) -> None:
    assume(quantity.unit.id != "head")  # «голов скота»: the unit is its first word
    assert Quantity.parse(quantity_words(quantity, language)) == quantity


@st.composite
def sayable_dates(draw: st.DrawFn) -> PartialDate:
    """Generate a date with its year, or an interval, its ends days or months."""
    first, last = sorted(draw(st.lists(ALL_DAYS, min_size=2, max_size=2)))
    kind = draw(st.sampled_from(("year", "single", "since", "until", "interval")))
    if kind == "year":
        return PartialDate.of(first.year)
    # A day and the month it lies in are no interval.
    alike = first.replace(day=1) == last.replace(day=1)
    exact = draw(st.lists(st.booleans(), min_size=2, max_size=2))
    start, end = (
        DatePoint(day.year, day.month, day.day if days_ else None)
        for day, days_ in zip((first, last), [exact[0]] * 2 if alike else exact, strict=True)
    )
    ends = {"single": (start, start), "since": (start, None), "until": (None, end), "interval": (start, end)}
    return PartialDate(*ends[kind])


@given(sayable_dates(), st.sampled_from(("ru", "en")))
def test_a_date_is_read_back_from_its_words(date: PartialDate, language: str) -> None:
    words = day_words(date, language) if not date.is_interval else date_words(date, language)
    assert PartialDate.parse(words) == date


@given(durations(single=True), st.sampled_from(("ru", "en")))
def test_a_term_of_one_unit_is_read_back_from_its_words(duration: Duration, language: str) -> None:
    assert Duration.parse(duration_words(duration, language)) == duration


@given(st.from_type(Shelfmark), st.sampled_from(("ru", "en")))
def test_a_reference_is_read_back_from_its_words(mark: Shelfmark, language: str) -> None:
    assert Shelfmark.parse(shelfmark_words(mark, language)) == mark


@given(codes())
def test_a_code_is_read_back_with_its_number_sign(code: Code) -> None:
    assert Code.parse(f"№ {code}") == code


# --- places -------------------------------------------------------------------------------------


@given(spans(), spans(), spans(), st.integers(0, 50))
def test_spans_are_sets_of_places(one: Span, two: Span, three: Span, by: int) -> None:
    assert one in one  # noqa: PLR0124  # a stretch lies in itself
    assert one.overlaps(two) is two.overlaps(one)
    assert len(one.shifted(by)) == len(one)
    if one in two and two in three:
        assert one in three
    assert len(one.of("·" * 100)) == len(one)


@given(st.text(max_size=60))
def test_tokens_are_passages_of_the_text_in_order(text: str) -> None:
    tokens = Tokens(text)
    places = [tokens.span(at, at + 1) for at in range(len(tokens))]
    assert all(a.stop <= b.start for a, b in itertools.pairwise(places))
    between = "".join(
        text[a.stop : b.start]
        for a, b in itertools.pairwise([Span(0, 0), *places, Span(len(text), len(text))])
    )
    assert all(letter.isspace() or letter in "\ufeff\u200b" for letter in between)


@given(st.from_type(Recipient) | st.from_type(Charge))
def test_records_that_are_values_keep_their_laws_too(value: Recipient | Charge) -> None:
    assert value.read_from(Span(0, 1)) == value
