"""Strategies for whole papers, and for what is read in them."""

from __future__ import annotations

from hypothesis import strategies as st

from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import CataloguePage, Document, Loan, Reading, Witness
from politburo.registering import strategies
from politburo.testing.period import parties
from politburo.testing.sayings import said
from politburo.testing.values import (
    charges,
    dates,
    durations,
    money,
    quantities,
    rates,
    shelfmarks,
    spans,
    wordings,
)
from politburo.values.base import Status, Value
from politburo.values.terms import Wording
from politburo.writing.statements import Statement
from politburo.writing.text import Form, write

__all__ = [
    "catalogue_pages",
    "documents",
    "every_value",
    "findings",
    "loans",
    "papers",
    "readings",
    "statements",
    "witnesses",
]

_MOST = 2


@st.composite
def papers(draw: st.DrawFn, language: str | None = None, form: Form | None = None) -> str:
    """Generate the text of a paper of a form and language, or of any; some have the archive's references."""
    given = draw(said(language, form))
    marks = tuple(draw(st.lists(shelfmarks(), max_size=1)))
    witness = Witness(given.language, given.language, given.protocol, shelfmarks=marks)
    return write(witness, form=given.form)


def readings(language: str | None = None, form: Form | None = None) -> st.SearchStrategy[Reading]:
    """Generate what :func:`politburo.read` gives for a paper."""
    return papers(language, form).map(read)


def documents(language: str | None = None, form: Form | None = None) -> st.SearchStrategy[Document]:
    """Generate a document as it is read from a paper: every value with its passage."""
    return readings(language, form).map(lambda reading: reading.document)


def witnesses(language: str | None = None, form: Form | None = None) -> st.SearchStrategy[Witness]:
    """Generate a witness as it is read from a paper."""
    return documents(language, form).map(lambda document: document.witnesses[0])


def every_value() -> st.SearchStrategy[Value]:
    """Generate a value of any type."""
    kinds = [kind for kind in strategies() if issubclass(kind, Value) and kind is not Value]
    return st.one_of(*map(st.from_type, kinds))


def loans() -> st.SearchStrategy[Loan]:
    """Generate a loan as one witness speaks of it."""
    amounts = st.none() | money() | quantities()
    return st.builds(
        Loan,
        principal=amounts,
        borrowers=st.lists(parties(), max_size=_MOST).map(tuple),
        lenders=st.lists(parties(), max_size=_MOST).map(tuple),
        rate=st.none() | rates(),
        term=st.none() | durations(),
        tranches=st.lists(money(), max_size=_MOST).map(tuple),
        drawdowns=st.lists(charges(), max_size=_MOST).map(tuple),
        bases=st.lists(charges(), max_size=_MOST).map(tuple),
        grace=st.none() | durations(),
        disbursement=st.none() | durations(),
        purpose=st.none() | wordings(),
        operators=st.lists(parties(), max_size=1).map(tuple),
        repayment=st.none() | wordings(),
    )


def catalogue_pages() -> st.SearchStrategy[CataloguePage]:
    """Generate an archive's page about a paper."""
    named = st.sampled_from([Wording("Anna Berg"), Wording("Peter Holm")])
    return st.builds(
        CataloguePage,
        title=st.none() | wordings(),
        dates=st.lists(dates(), max_size=_MOST).map(tuple),
        languages=st.just((Wording("ru"),)),
        shelfmarks=st.lists(shelfmarks(), max_size=_MOST).map(tuple),
        obtained_by=st.lists(named, max_size=1).map(tuple),
        translated_by=st.lists(named, max_size=1).map(tuple),
        summary=st.none() | wordings(),
        money=st.lists(money(), max_size=_MOST).map(tuple),
    )


def findings() -> st.SearchStrategy[Finding]:
    """Generate a remark on a paper."""
    slugs = ("omission", "date-conflict", "total-mismatch", "currency-unstated", "footnote-glued")
    return st.builds(
        Finding,
        st.sampled_from(slugs),
        st.sampled_from(Level),
        st.sampled_from(("the text says that something is left out here", "the parts do not add up")),
        st.none() | spans(),
        st.sampled_from(("document", "ru", "ru/9", "ru/9/1", "item")),
    )


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Generate one row: a property of an entity with its passage."""
    name, values = draw(
        st.sampled_from(
            (("title", wordings()), ("date", dates()), ("money", money()), ("shelfmark", shelfmarks()))
        )
    )
    span = draw(st.none() | spans())
    entity, status = draw(st.sampled_from(("ru/9/1", "item", "ru"))), draw(st.sampled_from(Status))
    if span is None:
        return Statement(entity, name, str(draw(values)), status=status)
    return Statement(entity, name, str(draw(values)), "·" * len(span), span.start, span.stop, status)
