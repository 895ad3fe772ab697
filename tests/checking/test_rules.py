"""Each rule on records made by hand: what it remarks on and what it passes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve

from politburo.checking import RULES, Rule, check, explain
from politburo.checking.pages import index
from politburo.checking.spells import Spell
from politburo.errors import PolitburoError
from politburo.findings import Finding, Level
from politburo.records import (
    CataloguePage,
    Decision,
    Directive,
    Document,
    Loan,
    Order,
    Protocol,
    Recipient,
    Witness,
)
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Wording

# A column of a table of cases: whether the rule remarks on it.
Flag = bool

PAGES = Path(__file__).parents[2] / "docs" / "rules"


def protocol(*decisions: Decision, date: str = "1935-10-01", number: str = "34") -> Protocol:
    return Protocol((Wording(number),), dates=(PartialDate.parse(date),), decisions=decisions)


def paper(*witnesses: Witness, text: str = "", item: CataloguePage | None = None) -> Document:
    return Document(text, item, witnesses)


def one(*directives: Directive, date: str = "1935-10-01", loans: Sequence[Loan] = ()) -> Document:
    decision = Decision("9", directives=directives)
    return paper(Witness("ru", "ru", protocol(decision, date=date), loans=tuple(loans)))


def money(*texts: str) -> tuple[MonetaryAmount, ...]:
    return tuple(MonetaryAmount.parse(text).read_from(None) for text in texts)


def placed(text: str, value: Value, passage: str, start: int = 0) -> Value:
    at = text.index(passage, start)
    return value.read_from(Span(at, at + len(passage)))


def slugs(document: Document) -> list[str]:
    return [finding.rule for finding in check(document)]


def found(document: Document, slug: str) -> list[Finding]:
    return list(check(document, [slug]))


# --- the list -------------------------------------------------------------------------------------


def test_every_slug_stands_once() -> None:
    names = [rule.slug for rule in RULES]
    assert len(names) == len(set(names)) == 27


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_page_of_the_docs_is_that_of_the_rule(rule: Rule) -> None:
    assert (PAGES / f"{rule.slug}.md").read_text("utf-8") == explain(rule.slug)


def test_maintainers_write_the_pages(tmp_path: Path) -> None:
    written = tmp_path / "docs" / "rules"
    subprocess.run([sys.executable, "-m", "politburo.checking", str(written)], check=True)
    assert {page.name for page in written.iterdir()} == {page.name for page in PAGES.iterdir()}
    assert all(
        page.read_text("utf-8") == (PAGES / page.name).read_text("utf-8") for page in written.iterdir()
    )


def test_list_of_the_docs_is_that_of_the_rules() -> None:
    assert (PAGES / "index.md").read_text("utf-8") == index(RULES)


def test_no_rule_of_that_name() -> None:
    with pytest.raises(PolitburoError, match=r"no rule 'sequence-gab'; did you mean sequence-gap\?"):
        check(one(), ["sequence-gab"])


def test_a_file_without_a_protocol_has_no_findings() -> None:
    item = CataloguePage(
        shelfmarks=(Shelfmark.parse("RGASPI/17/162/1/"), Shelfmark.parse("RGASPI/17/162/2/"))
    )
    assert check(paper(item=item)) == ()


def test_findings_come_by_their_place() -> None:
    text = "500 ... 400"
    sums = (
        placed(text, MonetaryAmount.parse("400 XXX"), "400"),
        placed(text, MonetaryAmount.parse("500 XXX"), "500"),
    )
    document = one(Directive(("1",), money=sums))  # type: ignore[arg-type]
    assert [f.span and f.span.start for f in check(document)] == [0, 8]


def test_findings_of_reading_are_not_repeated() -> None:
    omission = Finding("omission", Level.NOTE, "", Span(0, 5))
    assert check(one().remarked((omission,))) == ()


# --- shelfmarks -----------------------------------------------------------------------------------

SHELFMARKS = [
    ("RGASPI/17/162/18/170", "RGASPI/17/162/78/", True),
    ("RGASPI/17/162/18/170", "RGASPI/17/162/18/171", True),
    ("RGASPI/17/162/18/131-132", "RGASPI/17/162/18/131-134", False),
    ("RGASPI/17/162/18/170", "RGASPI/17/162/18/170об", False),
    ("RGASPI/17/162/18/170", "RGASPI/17/162/18/", False),
    ("RGASPI/17/162/18/170", "RGASPI/17/163/78/1", False),
    ("RGASPI/17/162/18/170", "APRF/17/162/78/1", False),
    ("GARF/R-5446/51a/4730/118-117", "GARF/R-5446/51a/4730/117", False),
]


@pytest.mark.parametrize(("catalogue", "text", "conflict"), SHELFMARKS)
def test_shelfmark_conflict(catalogue: str, text: str, conflict: Flag) -> None:
    witness = Witness("ru", "ru", protocol(), shelfmarks=(Shelfmark.parse(text),))
    document = paper(witness, item=CataloguePage(shelfmarks=(Shelfmark.parse(catalogue),)))
    assert slugs(document) == ["shelfmark-conflict"] * conflict


def test_the_shelfmark_that_stands_alone_is_remarked_on() -> None:
    right, wrong = Shelfmark.parse("RGASPI/17/162/18/170"), Shelfmark.parse("RGASPI/17/162/78/")
    russian = Witness("ru", "ru", protocol(), shelfmarks=(wrong,))
    english = Witness("en", "en", protocol(), shelfmarks=(right,))
    remarks = found(paper(russian, english, item=CataloguePage(shelfmarks=(right,))), "shelfmark-conflict")
    assert [remark.entity for remark in remarks] == ["ru"]
    assert remarks[0].message == (
        "«RGASPI/17/162/78/» leads to another file than «RGASPI/17/162/18/170» in item: "
        "expected the same place in the same opis"
    )


def test_two_protocols_lie_in_two_files() -> None:
    first = Witness("ru", "ru", protocol(number="54"), shelfmarks=(Shelfmark.parse("RGASPI/17/162/10/1"),))
    second = Witness("ru#2", "ru", protocol(number="57"), shelfmarks=(Shelfmark.parse("RGASPI/17/162/11/1"),))
    assert slugs(paper(first, second)) == []


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "conflict"),
    [
        ("1936-06-27", False),
        ("1936-06-17", False),
        ("1936-06", False),
        ("1935-06-17", True),
        ("1936-06-28", True),
    ],
)
def test_catalogue_date(date: str, conflict: Flag) -> None:
    decision = Decision("264", dates=(PartialDate.parse("1936-06-17"),))
    document = paper(
        Witness("ru", "ru", protocol(decision, date="1936-06-27")),
        item=CataloguePage(dates=(PartialDate.parse(date),)),
    )
    assert slugs(document) == ["date-conflict"] * conflict


@pytest.mark.parametrize(
    ("title", "conflict"), [("Minutes of 1935", False), ("Minutes of 1953", True), ("Of 1935 and 1953", True)]
)
def test_year_of_the_title(title: str, conflict: Flag) -> None:
    document = paper(Witness("en", "en", protocol()), item=CataloguePage(title=Wording(title)))
    assert slugs(document) == ["date-conflict"] * (conflict and "and" not in title)


def test_a_heading_a_year_off() -> None:
    decision = Decision("141", dates=(PartialDate.parse("1941-03-19"),))
    document = paper(Witness("en", "en", protocol(decision, date="1940-03-15/1940-04-08")))
    assert sorted(slugs(document)) == ["date-conflict", "decision-outside-protocol"]


OUTSIDE = [
    ("1936-07-08/1936-07-21", "1936-07-05", True),
    ("1936-07-08/1936-07-21", "1936-07-21", False),
    ("1931-08-15", "1931-08-18", True),
    ("1935-11-26", "1935-10-01", False),
    ("1935-12", "1935-12-14", False),
    ("1935-12", "1936-01-02", True),
    # Of a protocol that has no first day nobody can tell how far off a decision is.
    ("../1936-07-01", "1934-07-05", False),
]


@pytest.mark.parametrize(("head", "date", "outside"), OUTSIDE)
def test_decision_outside_protocol(head: str, date: str, outside: Flag) -> None:
    decision = Decision("9", dates=(PartialDate.parse(date),))
    assert (
        slugs(paper(Witness("ru", "ru", protocol(decision, date=head))))
        == ["decision-outside-protocol"] * outside
    )


@pytest.mark.parametrize(
    ("deadline", "past"),
    [
        ("1936-06-15", True),
        ("1936-07-05", False),
        ("1936-07", False),
        ("1936-06", True),
        ("../1936-07-04", True),
    ],
)
def test_deadline_before_decision(deadline: str, past: Flag) -> None:
    directive = Directive(("2",), deadlines=(PartialDate.parse(deadline), Duration.parse("P3D")))
    assert slugs(one(directive, date="1936-07-05")) == ["deadline-before-decision"] * past


# --- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "conflict"), [(("51", "52"), True), (("51", "051"), False), (("51",), False)]
)
def test_protocol_number_given_twice(numbers: Sequence[str], conflict: Flag) -> None:
    witness = Witness("ru", "ru", Protocol(tuple(Wording(number) for number in numbers)))
    assert slugs(paper(witness)) == ["number-conflict"] * conflict


@pytest.mark.parametrize(
    ("numbers", "conflict"), [(("97",), True), (("98",), False), ((), False), (("97", "98"), False)]
)
def test_number_of_the_title(numbers: Sequence[str], conflict: Flag) -> None:
    item = CataloguePage(numbers=tuple(Wording(number) for number in numbers))
    assert (
        slugs(paper(Witness("en", "en", protocol(number="98")), item=item)) == ["number-conflict"] * conflict
    )


SERIES = [
    (["1", "2", "4"], ["sequence-gap"]),
    (["1", "2", "2"], ["sequence-repeat"]),
    (["7", "8", "9"], []),
    (["1", "2", "3", "1", "2"], []),
    (["а", "б", "г"], ["sequence-gap"]),
    (["д", "е", "ж", "з", "и", "к"], []),
    (["a", "b", "c"], []),
    (["a", "б", "в"], []),
    (["I", "II", "IV"], ["sequence-gap"]),
    (["VIII", "IX", "X"], []),
    (["IX", "Х", "ХI"], []),
    (["Первое", "Второе", "Второе"], ["sequence-repeat"]),
    (["А", "Б", "В"], []),
    (["14", "14а", "15"], []),
    (["0", "1", "2"], []),
]


@pytest.mark.parametrize(("marks", "expected"), SERIES)
def test_series_of_sub_points(marks: Sequence[str], expected: list[str]) -> None:
    assert slugs(one(*(Directive((mark,)) for mark in marks))) == expected


def test_series_below_a_sub_point_are_their_own() -> None:
    paths = [("1",), ("1", "а"), ("1", "б"), ("2", "а"), ("2", "в"), ("3",)]
    assert [f.entity for f in check(one(*(Directive(path) for path in paths)))] == ["ru/9/2/в"]


def test_a_total_line_repeats_no_mark() -> None:
    text = "1. Grant:\na) 5\nb) 6\nTOTAL 11\n"
    spans = [(("1",), 0, 9), (("1", "a"), 10, 14), (("1", "b"), 15, 19), (("1",), 20, 28)]
    directives = [Directive(path, span=Span(start, stop)) for path, start, stop in spans]
    decision = Decision("9", directives=tuple(directives))
    assert slugs(paper(Witness("en", "en", protocol(decision)), text=text)) == []


@pytest.mark.parametrize(
    ("numbers", "gap"),
    [
        (["16", "18"], False),  # two points of one protocol: a selection
        (["15", "16", "18"], True),
        (["5", "9", "14", "15"], False),
        (["1", "2", "3", "4", "5", "6", "11"], True),
        (["176", "177", "178(ОП)", "179"], False),
        (["85/72", "91/78"], False),
    ],
)
def test_series_of_points(numbers: Sequence[str], gap: Flag) -> None:
    witness = Witness("ru", "ru", protocol(*(Decision(number) for number in numbers)))
    assert slugs(paper(witness)) == ["sequence-gap"] * gap


def test_points_in_secret_storage_are_no_gap() -> None:
    decisions = [Decision(number) for number in ("7", "8", "10")]
    assert slugs(paper(Witness("ru", "ru", protocol(*decisions), storage=(Wording("9"),)))) == []


def test_an_omission_is_no_gap() -> None:
    decisions = [
        Decision("7", span=Span(0, 3)),
        Decision("8", span=Span(4, 6)),
        Decision("10", span=Span(20, 30)),
    ]
    document = paper(Witness("ru", "ru", protocol(*decisions)), text=" " * 40)
    assert slugs(document) == ["sequence-gap"]
    assert check(document.remarked((Finding("omission", Level.NOTE, "", Span(10, 15)),))) == ()


# --- sums restated --------------------------------------------------------------------------------

SUMMARIES = [
    ("10000 RUB", "10000 RUB_FOREIGN", True),
    ("10000 RUB_FOREIGN", "10000 RUB_FOREIGN", False),
    ("1350000 USD", "1530000 USD", True),
    ("18200000 USD", "18245000 USD", False),
    ("18300000 USD", "18245000 USD", False),
    ("2000000 XXX", "2000000 USD", False),
    ("500000 USD", "50000 USD", True),
    ("500000 USD", "730000 USD", False),
    ("500000 JPY", "500000 USD", True),
    ("500000/.. JPY", "500000 USD", True),
]


@pytest.mark.parametrize(("summary", "text", "conflict"), SUMMARIES)
def test_summary_against_the_text(summary: str, text: str, conflict: Flag) -> None:
    decision = Decision("9", directives=(Directive(("1",), money=money(text)),))
    document = paper(Witness("en", "en", protocol(decision)), item=CataloguePage(money=money(summary)))
    assert slugs(document) == ["amount-conflict"] * conflict


def test_a_summary_may_add_up() -> None:
    decision = Decision("9", directives=(Directive(("1",), money=money("300 USD", "400 USD", "5 USD")),))
    document = paper(Witness("en", "en", protocol(decision)), item=CataloguePage(money=money("700 USD")))
    assert slugs(document) == []


def test_a_later_passage_drops_the_kind_of_ruble() -> None:
    (principal,) = money("1800000 RUB_GOLD")
    directives = Directive(("1",), money=(principal,)), Directive(("2",), money=money("1800000 RUB"))
    document = one(*directives, loans=[Loan(principal)])
    assert [(f.rule, f.entity) for f in check(document)] == [("amount-conflict", "ru/9/2")]


@pytest.mark.parametrize(("second", "conflict"), [("500000", False), ("50000", True)])
def test_the_same_sum(second: str, conflict: Flag) -> None:
    text = f"500000 USD; в счет той же суммы в {second} USD"
    first = placed(text, MonetaryAmount.parse("500000 USD"), "500000 USD")
    again = placed(text, MonetaryAmount.parse(f"{second} USD"), f"{second} USD", 12)
    decision = Decision("9", directives=(Directive(("1",), money=(first, again)),))  # type: ignore[arg-type]
    assert slugs(paper(Witness("ru", "ru", protocol(decision)), text=text)) == ["amount-conflict"] * conflict


# --- units ----------------------------------------------------------------------------------------


def test_currency_unstated() -> None:
    (remark,) = check(one(Directive(("1",), money=money("5000000 XXX"))))
    assert (remark.rule, remark.entity, remark.level) == ("currency-unstated", "ru/9/1", Level.NOTE)


def test_a_principal_without_a_unit_is_remarked_on_once() -> None:
    (principal,) = money("5000000 XXX")
    assert slugs(one(loans=[Loan(principal)])) == ["currency-unstated"]


@pytest.mark.parametrize(
    ("sums", "remarks"),
    [
        (("100 RUB", "200 RUB_GOLD"), 1),
        (("100 RUB", "200 SUR_1924"), 1),
        (("100 RUB", "200 USD"), 0),
        (("100 RUB_GOLD", "200 RUB_FOREIGN"), 0),
        (("100 RUB", "300 RUB", "200 RUB_CHERVONNY"), 1),
        (("100 RUB", "200 CHERVONETS"), 0),
    ],
)
def test_currency_unqualified(sums: Sequence[str], remarks: int) -> None:
    document = one(Directive(("1",), money=money(*sums)))
    assert slugs(document) == ["currency-unqualified"] * remarks


def test_lent_rubles_need_their_kind() -> None:
    (principal,) = money("90000000 RUB")
    document = one(Directive(("1",), money=(principal,)), date="1962-11-01", loans=[Loan(principal)])
    (remark,) = check(document)
    assert (
        remark.message
        == "«90000000 RUB» leaves open which rubles are meant: expected their kind, for they are lent"
    )


@pytest.mark.parametrize(
    ("sum_", "date", "expected"),
    [
        ("3000000 RUB_GOLD", "1936-07-05", [Level.WARNING]),
        ("3000000 RUB_GOLD", "1936-03-31", []),
        ("300 CHERVONETS", "1922-10-20", []),  # decided before the first notes
        ("300 CHERVONETS", "1921-10-20", [Level.WARNING]),
        ("300 RUB_FOREIGN", "1960-01-01", []),
        ("300 RUB", "1900-01-01", []),
        ("300 IRR", "1925-01-01", [Level.NOTE]),
        ("300 DEM_REICHSMARK", "1924-03-01", []),  # which mark is meant goes by the date
        ("300 MXD_SILVER", "1937-01-01", []),  # a coin
    ],
)
def test_currency_anachronism(sum_: str, date: str, expected: list[Level]) -> None:
    document = one(Directive(("1",), money=money(sum_)), date=date)
    assert [f.level for f in found(document, "currency-anachronism")] == expected


# --- bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "date", "expected"),
    [
        ("NKSNAB", "1937-09-28", [Level.WARNING]),
        ("NKSNAB", "1931-09-28", []),
        ("NKVT", "1928-01-01", [Level.WARNING]),  # interrupted: merged in the NKTorg
        ("PB", "1960-01-01", [Level.WARNING]),
        ("SM", "1941-03-19", [Level.NOTE]),
        ("SM", "1949-03-19", []),
        ("GPU", "1930-01-01", []),  # an unverified end: the name lived on
        ("URPRA", "1930-01-01", []),
    ],
)
def test_body_anachronism(body: str, date: str, expected: list[Level]) -> None:
    document = one(Directive(("1",), bodies=(Body(id=body),)), date=date)
    assert [f.level for f in found(document, "body-anachronism")] == expected


def in_text(
    text: str, name: str, body: str, date: str, *orders: Order, dates: Sequence[Value] = ()
) -> Document:
    value = placed(text, Body(id=body), name)
    directive = Directive(("1",), orders, bodies=(value,), dates=tuple(dates), span=Span(0, len(text)))  # type: ignore[arg-type]
    decision = Decision("9", directives=(directive,))
    return paper(Witness("ru", "ru", protocol(decision, date=date)), text=text)


@pytest.mark.parametrize(
    ("text", "name", "body", "date", "accused"),
    [
        ("Передать НКТП", "НКТП", "NKTP", "1940-05-01", False),  # the commissariat of the textile industry
        ("Передать Наркомтяжпрому", "Наркомтяжпрому", "NKTP", "1940-05-01", True),
        ("Передать бывш. Наркомснабу", "Наркомснабу", "NKSNAB", "1937-05-01", False),
        ("Во изменение приказа Наркомснаба", "Наркомснаба", "NKSNAB", "1937-05-01", False),
        ("Передать Наркомснабу", "Наркомснабу", "NKSNAB", "1937-05-01", True),
        ("Образовать Наркомснаб", "Наркомснаб", "NKSNAB", "1930-11-15", False),
        ("Поручить НКВД", "НКВД", "NKVD", "1927-05-01", False),
        ("Поручить НКВД", "НКВД", "NKVD", "1932-05-01", True),
    ],
)
def test_bodies_that_are_excused(text: str, name: str, body: str, date: str, accused: Flag) -> None:
    assert slugs(in_text(text, name, body, date)) == ["body-anachronism"] * accused


def test_a_cited_decree_of_a_body_is_of_its_time() -> None:
    text = "Отменить решение Политбюро от 5.IV.40"
    date = placed(text, PartialDate.parse("1940-04-05"), "5.IV.40")
    assert slugs(in_text(text, "Политбюро", "PB", "1956-05-05", dates=[date])) == []


@pytest.mark.parametrize(
    ("day", "dates", "accused"),
    [
        ("1930-05-01", ["1933-05-05"], False),  # the day of the paper is wrong, not the body
        ("1930-05-01", ["1921-05-05"], True),
        ("1930-05-01", [], True),
    ],
)
def test_an_order_of_a_body_to_come_has_a_date_of_its_time(day: str, dates: list[str], accused: Flag) -> None:
    text = "Во изменение приказа Наркомснаба от 5 мая"
    cited = [placed(text, PartialDate.parse(date), "5 мая") for date in dates]
    document = in_text(text, "Наркомснаба", "NKSNAB", day, dates=cited)
    assert slugs(document) == ["body-anachronism"] * accused


def test_a_body_of_a_heading_has_no_dates_beside_it() -> None:
    text = "Приказ Наркомснаба"
    heading = Protocol(dates=(PartialDate.parse("1930-05-01"),),
                       bodies=(placed(text, Body(id="NKSNAB"), "Наркомснаба"),))  # type: ignore[arg-type]  # fmt: skip
    assert slugs(paper(Witness("ru", "ru", heading), text=text)) == ["body-anachronism"]


def test_a_decade_bounds_no_lifetime() -> None:
    assert Spell("1920s", "1930s").includes(PartialDate.parse("1950-05-01"))


def test_a_decision_that_founds_a_body() -> None:
    order = Order(Action("create"))
    assert slugs(in_text("Учр. НКСнаб", "НКСнаб", "NKSNAB", "1930-11-15", order)) == []


# --- totals and loans -----------------------------------------------------------------------------

SENTENCES = [
    ("Утвердить 212 USD, в том числе: импорт 187 USD, фрахты 16 USD и прочее 9 USD.", []),
    ("Утвердить 212 USD, в том числе: импорт 187 USD, фрахты 16 USD и прочее 8 USD.", ["total-mismatch"]),
    (
        "Approve 1530 USD, including: cotton, 930 USD; sugar, 525 USD; other goods, 102 USD.",
        ["total-mismatch"],
    ),
    ("Release 2750 USD, of which 900 USD for horses.", []),
    ("Release 2750 USD, including 900 USD for horses and 100 USD for camels.", []),  # need not be all
    # The parts of a part are not parts of the whole.
    ("Release 1000 USD, including 700 USD for horses, of which 400 USD at once and 200 USD in May.", []),
    ("Grant 2400 USD, namely: the Volga 1100 USD, Bashkiria 450 USD.", ["total-mismatch"]),
    ("Заплатить 300 USD и 200 USD, а всего 500 USD.", []),
    ("Заплатить 300 USD и 200 USD, а всего 600 USD.", ["total-mismatch"]),
    ("Купить 2 машины по 300 USD и 1 по 200 USD, всего 800 USD.", []),  # prices of one piece
    ("Release 500 USD. The costs include, namely, 300 USD and 100 USD.", []),
    ("Долг 500 USD уплатить в два срока: 300 USD к 1 апреля и 200 USD к 1 июля.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_parts_in_a_sentence(text: str, expected: list[str]) -> None:
    sums, at = [], 0
    while (at := text.find(" USD", at + 1)) >= 0:
        start = text.rindex(" ", 0, at) + 1
        sums.append(MonetaryAmount.parse(text[start : at + 4]).read_from(Span(start, at + 4)))
    directive = Directive(("1",), money=tuple(sums), span=Span(0, len(text)))
    decision = Decision("9", directives=(directive,))
    assert slugs(paper(Witness("ru", "ru", protocol(decision)), text=text)) == expected


@pytest.mark.parametrize(
    ("lead", "total", "expected"),
    [
        ("It is divided as follows:", "", ["total-mismatch"]),
        ("It is for roads:", "", []),
        ("It is for roads:", "TOTAL 1800 USD", ["total-mismatch"]),
        ("It is for roads:", "TOTAL 1790 USD", []),
    ],
)
def test_parts_in_sub_items(lead: str, total: str, expected: list[str]) -> None:
    text = f"1. Release 1800 USD. {lead}\na) 640 USD\nb) 310 USD\nc) 840 USD\n{total}"
    directives, at = [], 0
    for path, line in zip(
        [("1",), ("1", "a"), ("1", "b"), ("1", "c"), ("1",)], text.splitlines(), strict=False
    ):
        number = next((word for word in line.split() if word.isdigit()), "")
        start = text.index(number, at)
        value = MonetaryAmount.parse(f"{number} USD").read_from(Span(start, start + len(number) + 4))
        directives.append(Directive(path, money=(value,), span=Span(at, at + len(line))))
        at += len(line) + 1
    decision = Decision("9", directives=tuple(directives))
    assert slugs(paper(Witness("en", "en", protocol(decision)), text=text)) == expected
    # Where the directives stand decides which sum is the whole.
    nowhere = tuple(evolve(directive, span=None) for directive in directives)
    unplaced = protocol(evolve(decision, directives=nowhere))
    assert found(paper(Witness("en", "en", unplaced), text=text), "total-mismatch") == []


LOANS = [
    ("8000000 USD", ("5250000 USD", "2400000 USD", "500000 USD"), True),
    ("8000000 USD", ("5250000 USD", "2750000 USD"), False),
    ("5000000 XXX", ("6000000 USD",), True),
    ("5000000 RUB_GOLD", ("6000000 RUB_CHERVONNY",), False),
    ("5000000 USD", ("6000000 XXX",), True),
    ("5000000 USD", ("../6000000 USD",), False),
    ("../5000000 USD", ("6000000 USD",), True),
    ("5000000/.. USD", ("6000000 USD",), False),
]


@pytest.mark.parametrize(("principal", "tranches", "overdrawn"), LOANS)
def test_loan_overdrawn(principal: str, tranches: Sequence[str], overdrawn: Flag) -> None:
    document = one(loans=[Loan(money(principal)[0], tranches=money(*tranches))])
    assert [f.rule for f in found(document, "loan-overdrawn")] == ["loan-overdrawn"] * overdrawn


def test_a_loan_of_unknown_amount_is_not_overdrawn() -> None:
    assert slugs(one(loans=[Loan(tranches=money("6000000 USD"))])) == []


def test_loan_in_kind_overdrawn() -> None:
    loan = Loan(Quantity.parse("450 pood"), tranches=(Quantity.parse("300 pood"), Quantity.parse("200 pood")))
    assert slugs(one(loans=[loan])) == ["loan-overdrawn"]


# --- witnesses ------------------------------------------------------------------------------------


def two(russian: Directive, english: Directive) -> Document:
    return paper(
        Witness("ru", "ru", protocol(Decision("264", directives=(russian,)))),
        Witness("en", "en", protocol(Decision("264", directives=(english,)))),
    )


def bodies(*ids: str) -> tuple[Body, ...]:
    return tuple(Body(id=name) for name in ids)


@pytest.mark.parametrize(
    ("russian", "english", "conflict"),
    [
        (("NKVT", "NKVD"), ("NKVT", "NKID"), True),
        (("NKO", "NKO", "URPRA"), ("NKO", "URPRA", "URPRA"), False),  # a pronoun is no other body
        (("NKO", "NKO"), ("NKO", "NKID"), True),
        (("NKO", "SNK"), ("NKO",), False),
    ],
)
def test_bodies_of_two_witnesses(russian: Sequence[str], english: Sequence[str], conflict: Flag) -> None:
    document = two(Directive(("в",), bodies=bodies(*russian)), Directive(("c",), bodies=bodies(*english)))
    assert slugs(document) == ["witness-conflict"] * conflict


@pytest.mark.parametrize(
    ("russian", "english", "conflict"),
    [
        ("903000 USD", "930000 USD", True),
        ("5000000 XXX", "5000000 USD", False),
        ("500000 RUB_GOLD", "500000 RUB", True),
        ("500000 USD", "500000 USD", False),
    ],
)
def test_sums_of_two_witnesses(russian: str, english: str, conflict: Flag) -> None:
    document = two(Directive(("а",), money=money(russian)), Directive(("a",), money=money(english)))
    assert found(document, "witness-conflict") != [] if conflict else not found(document, "witness-conflict")


def test_times_of_two_witnesses() -> None:
    may, june = PartialDate.parse("1936-05-01"), PartialDate.parse("1936-06-01")
    assert slugs(two(Directive(("1",), deadlines=(may,)), Directive(("1",), dates=(may,)))) == []
    assert slugs(two(Directive(("1",), deadlines=(may,)), Directive(("1",), deadlines=(june,)))) == [
        "witness-conflict"
    ]
    ten, month = Duration.parse("P10D"), Duration.parse("P1M")
    assert slugs(two(Directive(("1",), deadlines=(ten,)), Directive(("1",), deadlines=(month,)))) == [
        "witness-conflict"
    ]


def test_persons_of_two_witnesses() -> None:
    russian, english = (
        Directive(("1",), persons=(Person("Стомоняков"),)),
        Directive(("1",), persons=(Person("Stomonyakov"),)),
    )
    assert slugs(two(russian, english)) == []
    other = Directive(("1",), persons=(Person("Krestinsky"),))
    assert slugs(two(russian, other)) == ["witness-conflict"]


def test_recipients_of_two_witnesses() -> None:
    def sent(key: str, surname: str) -> Witness:
        return Witness(key, key, protocol(Decision("9", recipients=(Recipient(Person(surname)),))))

    assert slugs(paper(sent("ru", "Розенгольц"), sent("en", "Rozengol'ts"))) == []
    assert slugs(paper(sent("ru", "Розенгольц"), sent("en", "Stomonyakov"))) == ["witness-conflict"]


def test_an_omitted_point_is_no_conflict() -> None:
    russian = protocol(Decision("8", directives=(Directive(("0",), bodies=bodies("NKO")),)), Decision("9"))
    english = protocol(Decision("9"))
    assert slugs(paper(Witness("ru", "ru", russian), Witness("en", "en", english))) == []


def test_numbers_and_rates_of_two_witnesses() -> None:
    loans = [Loan(money("100 USD")[0], rate=Rate.parse(f"{rate}% per annum")) for rate in ("2", "3")]
    one_, other = (protocol(Decision("9"), number=number) for number in ("34", "43"))
    document = paper(
        Witness("ru", "ru", one_, loans=(loans[0],)), Witness("en", "en", other, loans=(loans[1],))
    )
    assert [f.entity for f in check(document)] == ["ru", "ru/loan/100"]


@pytest.mark.parametrize(("path", "remarked"), [(("0",), True), (("2",), True), (("3",), False)])
def test_a_total_line_has_no_mark_of_its_own(path: tuple[str, ...], remarked: Flag) -> None:
    """A sum "for a total of" something in the next item sums up nothing of the items above."""
    text = "a) 250 USD\nb) 60 USD\nfor a total of 300 USD"
    places = {("2", "a"): (0, "250 USD"), ("2", "b"): (11, "60 USD"), path: (21, "300 USD")}
    directives = [
        Directive(
            where,
            money=(placed(text, MonetaryAmount.parse(said), said),),  # type: ignore[arg-type]
            span=Span(start, text.index(said) + len(said)),
        )
        for where, (start, said) in places.items()
    ]
    decision = Decision("9", directives=(Directive(("2",), span=Span(0, 0)), *directives))
    document = paper(Witness("ru", "ru", protocol(decision)), text=text)
    assert [f.rule for f in check(document, ["total-mismatch"])] == ["total-mismatch"] * remarked
