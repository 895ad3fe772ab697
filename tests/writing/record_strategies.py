"""Hypothesis strategies of records: small documents whose every part may be there or not."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from politburo.findings import Finding, Level
from politburo.records import (
    Attendance,
    CataloguePage,
    Charge,
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
from politburo.values.base import Status, Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording

__all__ = ["documents", "words"]

TEXT = '9.- О Синьцзяне.\r\n1. Продать из запасов \u00abНКЮ\u00bb, "4" самолета\n\n\ufeff=1+1\t№ 5'
_CANONICAL: dict[type[Any], tuple[str, ...]] = {
    PartialDate: ("1935-10-01", "1935", "../1936-05", "1924-03-01/..", "XXXX-12-12", "1956-03-05~"),
    Duration: ("P3D", "P2W", "P18M"),
    MonetaryAmount: ("500000 RUB_GOLD", "10.5 RUB", "../20000 JPY", "1600000/.. USD", "~200000 XXX"),
    Quantity: ("4 aircraft", "../1.5 tonne", "100 person"),
    Rate: ("4.5", "0"),
    Shelfmark: ("RGASPI/17/162/18/170-171", "RGASPI/17/162/18/", "AVPRF/8//5/12об"),
    Action: ("charge", "write_off"),
    Secrecy: ("top_secret",),
    Procedure: ("poll", "sitting"),
}
words = st.text(max_size=12)


def spans() -> st.SearchStrategy[Span]:
    offsets = st.integers(0, len(TEXT))
    return st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))


def read(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values that were read somewhere, somehow."""
    return st.builds(_placed, values, st.none() | spans(), st.sampled_from(Status))


def _placed(value: Value, span: Span | None, status: Status) -> Value:
    return value.read_from(span, status)


_NAMED: dict[type[Any], tuple[Value, ...]] = {
    Body: (Body(id="NKTP"), Body(name="Монгольское руководство"), Body(name="комиссия")),
    Person: (Person("Стомоняков"), Person("Косиор", "И."), Person("Sheng Shicai")),
}


def some(*kinds: type[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(*(read(st.sampled_from(_samples(kind))) for kind in kinds))


def _samples(kind: type[Any]) -> tuple[Value, ...]:
    return _NAMED.get(kind) or tuple(kind.parse(text) for text in _CANONICAL[kind])


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def wordings() -> st.SearchStrategy[Wording]:
    return read(words.map(Wording))


def charges() -> st.SearchStrategy[Charge]:
    return read(st.just(Charge("ru/9/1")))


def documents() -> st.SearchStrategy[Document]:
    parties = some(Person, Body)
    orders = st.builds(
        Order, action=st.none() | some(Action), tasks=few(some(Action)), responsible=few(parties)
    )
    directives = st.builds(
        Directive,
        path=st.lists(words, min_size=1, max_size=2).map(tuple),
        orders=few(orders),
        money=few(some(MonetaryAmount)),
        quantities=few(some(Quantity)),
        deadlines=few(some(PartialDate, Duration)),
        dates=few(some(PartialDate)),
        bodies=few(some(Body)),
        persons=few(some(Person)),
        shelfmarks=few(some(Shelfmark)),
        span=st.none() | spans(),
    )
    recipients = st.builds(Recipient, party=parties, scope=few(words))
    decisions = st.builds(
        Decision,
        number=words,
        title=st.none() | wordings(),
        dates=few(some(PartialDate)),
        procedures=few(some(Procedure)),
        secrecies=few(some(Secrecy)),
        shelfmarks=few(some(Shelfmark)),
        signatories=few(some(Person)),
        speakers=few(parties),
        recipients=few(read(recipients)),
        directives=few(directives),
        span=st.none() | spans(),
    )
    ranks = st.sampled_from(("", "member", "candidate"))
    attendances = st.builds(Attendance, persons=few(some(Person)), rank=ranks, body=st.none() | some(Body))
    protocols = st.builds(
        Protocol,
        numbers=few(wordings()),
        special_number=st.none() | wordings(),
        bodies=few(some(Body)),
        decisions=few(decisions),
        attendance=few(attendances),
    )
    loans = st.builds(
        Loan,
        principal=st.none() | some(MonetaryAmount, Quantity),
        borrowers=few(parties),
        rate=st.none() | some(Rate),
        term=st.none() | some(Duration),
        tranches=few(some(MonetaryAmount, Quantity)),
        drawdowns=few(charges()),
        bases=few(charges()),
    )
    witnesses = st.builds(
        Witness,
        key=st.sampled_from(["ru", "en", "ru#2"]),
        language=st.sampled_from(["ru", "en"]),
        protocol=protocols,
        storage=few(wordings()),
        shelfmarks=few(some(Shelfmark)),
        loans=few(loans),
        span=st.none() | spans(),
        accounted=few(spans()),
    )
    pages = st.builds(
        CataloguePage,
        title=st.none() | wordings(),
        dates=few(some(PartialDate)),
        urls=few(wordings()),
        summary=st.none() | wordings(),
        span=st.none() | spans(),
    )
    findings = st.builds(
        Finding,
        rule=words,
        level=st.sampled_from(Level),
        message=words,
        span=st.none() | spans(),
        entity=words,
    )
    return st.builds(
        Document,
        text=st.just(TEXT),
        item=st.none() | pages,
        witnesses=few(witnesses),
        findings=few(findings),
    )
