"""A folder of papers as a small site: a reader page for each, an index by date, body, person and loan.

The search looks through an index that stands in the page itself, so that it works from a disk too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath

from attrs import frozen

from politburo.records import Decision, Document, Witness
from politburo.showing.html import heading, rendered, show
from politburo.showing.interface import interface
from politburo.showing.marking import visible
from politburo.showing.saying import meaning, saying
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.names import Body, Person

__all__ = ["Paper", "site"]

_INDEX = "index.html"


@frozen
class Paper:
    """A paper of the site: the name of its file and the document.

    >>> Paper("folder/о Монголии.txt", Document("")).page
    'о-Монголии.html'
    """

    name: str
    document: Document

    @property
    def page(self) -> str:
        """The name of its page."""
        stem = re.sub(r"[^\w.-]+", "-", PurePath(self.name).stem).strip(".-") or "paper"
        return f"{stem}.html"


@frozen
class _Link:
    """An entry of an index: where it leads and what it says."""

    page: str
    anchor: str
    text: str
    under: str = ""


def site(papers: Iterable[Paper], *, language: str = "en") -> Iterator[tuple[str, str]]:
    """Yield names and texts of the files of a site: the page of each paper, and ``index.html`` last.

    >>> [name for name, page in site([Paper("a.txt", Document("")), Paper("b/a.txt", Document(""))])]
    ['a.html', 'a-2.html', 'index.html']
    """
    placed: dict[str, Paper] = {}
    for paper in papers:
        page = _free(paper.page, placed)
        placed[page] = paper
        yield page, show(paper.document, language=language, home=_INDEX)
    yield _INDEX, _index(placed, language)


def _free(page: str, taken: Mapping[str, Paper]) -> str:
    stem, number = page.removesuffix(".html"), 1
    used = {name.casefold() for name in taken} | {_INDEX}
    while page.casefold() in used:
        number += 1
        page = f"{stem}-{number}.html"
    return page


def _index(papers: Mapping[str, Paper], language: str) -> str:
    words = interface(language)
    return rendered(
        "site.html",
        words,
        title=words.phrase("index"),
        papers=[
            _Link(page, "", heading(paper.document, language), paper.name) for page, paper in papers.items()
        ],
        by_date=sorted(_by_date(papers, language), key=lambda link: link.text),
        by_addressee=_grouped(papers, language, (Body, Person), _sent),
        by_body=_grouped(papers, language, Body, _named),
        by_person=_grouped(papers, language, Person, _named),
        by_loan=list(_loans(papers, language)),
        entries=[entry for page, paper in papers.items() for entry in _entries(page, paper.document)],
    )


def _decisions(document: Document) -> Iterator[tuple[Witness, Decision, str]]:
    for witness in document.witnesses:
        for decision in witness.protocol.decisions:
            yield witness, decision, f"{witness.key}/{decision.number}"


def _by_date(papers: Mapping[str, Paper], language: str) -> Iterator[_Link]:
    """Yield one line for each decision, by the day it was taken or that of its protocol."""
    for page, paper in papers.items():
        for witness, decision, entity in _decisions(paper.document):
            date = _date(witness, decision) or interface(language).phrase("undated")
            yield _Link(page, entity, date, _title(decision))


def _date(witness: Witness, decision: Decision) -> str:
    dates = decision.dates or witness.protocol.dates
    return str(dates[0]) if dates else ""


def _title(decision: Decision) -> str:
    title = f" {decision.title}" if decision.title else ""
    return visible(f"{decision.number}.{title}")


def _grouped(
    papers: Mapping[str, Paper],
    language: str,
    kind: type[Body | Person] | tuple[type[Body | Person], ...],
    values: Callable[[Decision], Iterator[Value]],
) -> list[tuple[str, list[_Link]]]:
    """Return the points in which each body or person is named or sent an extract, by name.

    What transcription and translation both say is one point.
    """
    found: dict[str, dict[tuple[str, ...], _Link]] = {}
    for page, paper in papers.items():
        for witness, decision, entity in _decisions(paper.document):
            link = _Link(page, entity, _title(decision), _date(witness, decision))
            for value in values(decision):
                if isinstance(value, kind):
                    points = found.setdefault(_name(value, language), {})
                    points.setdefault((page, decision.number, link.under), link)
    by_date = {name: sorted(points.values(), key=lambda link: link.under) for name, points in found.items()}
    return sorted(by_date.items(), key=lambda group: group[0].casefold())


def _name(value: Value, language: str) -> str:
    said, full = saying(value, language), meaning(value, language)
    if isinstance(value, Person):
        return visible(full or said)
    return visible(f"{said} · {full}" if full and full != said else said)


def _sent(decision: Decision) -> Iterator[Value]:
    yield from (recipient.party for recipient in decision.recipients)


def _named(decision: Decision) -> Iterator[Value]:
    yield from (*decision.speakers, *decision.signatories)
    yield from (recipient.party for recipient in decision.recipients)
    for directive in decision.directives:
        yield from (*directive.bodies, *directive.persons)
        for order in directive.orders:
            yield from order.responsible


def _loans(papers: Mapping[str, Paper], language: str) -> Iterator[_Link]:
    for page, paper in papers.items():
        for witness in paper.document.witnesses:
            for loan in witness.loans:
                name = saying(loan.principal, language) if loan.principal else loan.key
                parties = ", ".join(saying(value, language) for value in (*loan.borrowers, *loan.lenders))
                yield _Link(page, f"{witness.key}/loan/{loan.key}", visible(name), visible(parties))


def _entries(page: str, document: Document) -> Iterator[dict[str, str]]:
    """Yield what the search looks through: each point, or the whole of a paper without points."""
    found = False
    for _, decision, entity in _decisions(document):
        found = True
        spans = [directive.span for directive in decision.directives if directive.span]
        text = " ".join(span.of(document.text) for span in spans)
        yield {"page": page, "anchor": entity, "title": _title(decision), "text": _plain(text)}
    if not found:
        text = Span(0, 20_000).of(document.text)
        yield {"page": page, "anchor": "", "title": heading(document, "en"), "text": _plain(text)}


def _plain(text: str) -> str:
    return visible(" ".join(text.split()))
