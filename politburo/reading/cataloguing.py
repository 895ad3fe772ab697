"""The catalogue page: title, date, citation, credits, language, address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from politburo.reading.headings import edition_heading
from politburo.reading.lines import Hit, Line
from politburo.reading.mentions import Mention
from politburo.reading.numbering import protocol_number
from politburo.reading.paper import Paper
from politburo.reading.words import words
from politburo.records import CataloguePage
from politburo.text import Span
from politburo.tokens import Kind
from politburo.values.codes import read_code
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Wording
from politburo.vocabulary import table

__all__ = ["read_catalogue"]

_NUMBERED = 10
# A summary has more words than a label or a name.
_SHORTEST_SUMMARY = 8


def read_catalogue(paper: Paper, lines: Sequence[Line]) -> CataloguePage | None:
    """Read the catalogue page from its lines; None where the file has none."""
    if not lines:
        return None
    top = _above_labels(_below_rule(paper, lines))
    title = _title(paper, top) or _labelled_title(paper, lines)
    return CataloguePage(
        title=title,
        dates=_dates(paper, lines, top),
        urls=tuple(_urls(paper, lines)),
        languages=tuple(_languages(paper, lines)),
        shelfmarks=_shelfmarks(paper, lines),
        obtained_by=tuple(_credited(paper, lines, "obtained")),
        translated_by=tuple(_credited(paper, lines, "translator")),
        summary=_summary(paper, lines),
        money=_sums(paper, lines, top),
        numbers=tuple(_numbers(paper, top)),
        span=Span(lines[0].span.start, lines[-1].span.stop),
    )


def _below_rule(paper: Paper, lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out what stands above a rule («---») over the heading: a notice, not the title."""
    rules = (i for i, line in enumerate(lines[:6]) if set(paper.line_keys(line)) == {"-"})
    return lines[next(rules, -1) + 1 :]


def _above_labels(lines: Sequence[Line]) -> Sequence[Line]:
    labels = (i for i, line in enumerate(lines) if line.hit("catalogue"))
    return lines[: next(labels, len(lines))]


def _content(paper: Paper, line: Line) -> tuple[int, int]:
    """Return the tokens of a line without Markdown marks and brackets around it."""
    first, stop = line.first, line.stop
    while first < stop and paper.words[first] in {"#", "*", "_"}:
        first += 1
    while stop > first and paper.words[stop - 1] in {"#", "*", "_"}:
        stop -= 1
    return first, stop


def _dated_only(paper: Paper, line: Line) -> bool:
    """Tell whether the line is a date and nothing else."""
    first, stop = _content(paper, line)
    found = next(paper.named(line, PartialDate), None)
    return found is not None and found.first == first and stop - found.stop <= 1


def _numbered(paper: Paper, line: Line) -> bool:
    """Tell whether the line numbers the document in its edition: "DOCUMENT 12", «№ 195-07»."""
    worded = {key for key in paper.line_keys(line) if key.isalpha()}
    return worded <= words("headings", "numbered") and len(line) < _NUMBERED


def _title(paper: Paper, top: Sequence[Line]) -> Wording | None:
    for line in top:
        first, stop = _content(paper, line)
        if first == stop or _dated_only(paper, line) or _numbered(paper, line):
            continue
        heading = edition_heading(paper, line)
        if heading is not None and heading.first - first > 6:
            stop = _sentence_before(paper, first, heading.first)
        while stop > first + 1 and paper.words[stop - 1] == ".":
            stop -= 1
        return _unmarked(paper, first, stop)
    contents = (_content(paper, line) for line in top)
    return next((paper.wording(first, stop) for first, stop in contents if first < stop), None)


def _labelled_title(paper: Paper, lines: Sequence[Line]) -> Wording | None:
    """Return the title behind its label: «Название: Решения Политбюро о торговле с Тувой»."""
    for line, below in pairwise((*lines, None)):
        hit = line.hit("catalogue") if line else None
        if line and hit and hit.value == "title":
            return _labelled(paper, line, hit, below)
    return None


def _unmarked(paper: Paper, first: int, stop: int) -> Wording:
    """Return the title without the stars of note marks fused to its words."""
    plain = paper.wording(first, stop)
    tokens = paper.tokens
    fused = {
        tokens.starts[i] for i in range(first + 1, stop) if tokens.words[i] in {"*", "+"} and tokens.tight(i)
    }
    if not fused or plain.span is None:
        return plain
    places = range(plain.span.start, plain.span.stop)
    kept = [tokens.text[at] for at in places if at not in fused and tokens.text[at] != "\u00ad"]
    return Wording("".join(kept), span=plain.span)


def _sentence_before(paper: Paper, first: int, at: int) -> int:
    ends = [i for i in range(first, at) if paper.words[i] == "." and paper.words[i + 1][:1].isupper()]
    return ends[-1] if ends else at


def _dates(paper: Paper, lines: Sequence[Line], top: Sequence[Line]) -> tuple[PartialDate, ...]:
    labelled = [line for line in lines if line.value("catalogue") == "date"]
    alone = [line for line in top if _dated_only(paper, line)]
    heading = [line for line in top if line not in alone and not _numbered(paper, line)][:1]
    for line in (*alone, *labelled, *heading):
        date = paper.date(line)
        found = next(paper.named(line, PartialDate), None)
        if (
            date is not None
            and found is not None
            and (
                line in alone
                or line in labelled
                or found.first <= line.first + 1
                or _closes(paper, line, found)
            )
        ):
            return (date,)
    return ()


def _closes(paper: Paper, line: Line, found: Mention) -> bool:
    """Tell whether a title ends in its day: "Politburo Decision on a Loan to Korea, 12 March 1949"."""
    behind = line.stop - found.stop
    return behind <= 1 and paper.words[found.first - 1] == ","


def _urls(paper: Paper, lines: Sequence[Line]) -> Iterator[Wording]:
    text = paper.tokens.text
    for line in lines:
        begin = text.find("http", line.span.start, line.span.stop)
        if begin >= 0:
            end = next((i for i in range(begin, line.span.stop) if text[i] in " <>)\t"), line.span.stop)
            yield Wording(
                text[begin:end].rstrip(".,"), span=Span(begin, begin + len(text[begin:end].rstrip(".,")))
            )
            return


def _languages(paper: Paper, lines: Sequence[Line]) -> Iterator[Wording]:
    known = table("languages")
    for index, line in enumerate(lines):
        if line.value("catalogue") != "language":
            continue
        for place in lines[index : index + 2]:
            for at in range(place.first, place.stop):
                if paper.tokens.keys[at] in known:
                    yield Wording(known[paper.tokens.keys[at]], span=paper.tokens.span(at, at + 1))
                    return


def _shelfmarks(paper: Paper, lines: Sequence[Line]) -> tuple[Shelfmark, ...]:
    found = [m.value for line in lines for m in paper.named(line, Shelfmark)]
    return tuple(dict.fromkeys(v for v in found if isinstance(v, Shelfmark)))


def _credited(paper: Paper, lines: Sequence[Line], value: str) -> Iterator[Wording]:
    """Read the name behind "Obtained by" or "translated by", as written."""
    for line in lines:
        for hit in line.hits:
            if hit.label == "catalogue" and hit.value == value:
                stop = _name_stop(paper, hit.stop, line.stop)
                if stop > hit.stop:
                    yield paper.wording(hit.stop, stop)
                    return


def _name_stop(paper: Paper, at: int, stop: int) -> int:
    tokens = paper.tokens
    while at < stop and (
        tokens.words[at][:1].isupper() or (tokens.words[at] in ".-" and len(tokens.words[at - 1]) < 3)
    ):
        at += 1
    return at


def _sums(paper: Paper, lines: Sequence[Line], top: Sequence[Line]) -> tuple[MonetaryAmount, ...]:
    """Return the sums that title and summary name."""
    spans = [w.span for w in (_title(paper, top), _summary(paper, lines)) if w is not None and w.span]
    found = (m.value for line in lines for m in paper.named(line, MonetaryAmount))
    return tuple(v for v in found if isinstance(v, MonetaryAmount) and any(v.span in span for span in spans))


def _numbers(paper: Paper, top: Sequence[Line]) -> Iterator[Wording]:
    """Return the protocol numbers that the heading gives: "Minutes No. 111", "(Pb 97/18)"."""
    for line in top:
        hit = edition_heading(paper, line)
        number = protocol_number(paper, hit.stop, line.stop) if hit else None
        if number is not None:
            yield number
        for at in range(line.first, line.stop):
            code = read_code(paper.tokens, at) if paper.tokens.kinds[at] is Kind.WORD else None
            if code is not None and code.value.protocol and code.value.prefix:
                yield Wording(code.value.protocol, span=code.value.protocol_span or code.value.span)


def _summary(paper: Paper, lines: Sequence[Line]) -> Wording | None:
    """Return the summary: behind its label, or a paragraph of sentences that has none."""
    for line, below in pairwise((*lines, None)):
        hit = line.hit("catalogue") if line else None
        if line and hit and hit.value == "summary":
            return _labelled(paper, line, hit, below)
    plain = [line for line in lines if _is_paragraph(paper, line)]
    return paper.wording(plain[-1].first, plain[-1].stop) if plain else None


def _labelled(paper: Paper, line: Line, hit: Hit, below: Line | None) -> Wording | None:
    """Return the words behind a label, or those of the line below it."""
    inline = [i for i in range(hit.stop, line.stop) if paper.tokens.kinds[i] is Kind.WORD]
    if inline:
        return paper.wording(inline[0], line.stop)
    return paper.wording(below.first, below.stop) if below else None


def _is_paragraph(paper: Paper, line: Line) -> bool:
    ended = paper.words[line.stop - 1] in {".", "]"}
    return ended and not line.hit("catalogue") and line.stop - line.first > _SHORTEST_SUMMARY
