"""Which stretch of a file is what: catalogue page, witness, attachment.

A file is an optional catalogue page (before and after the paper), then one witness or several:
the Russian text, its translation, a further protocol. A witness begins with a heading that has a
number («ПРОТОКОЛ № 34», "from Minutes N 31") or with the lines of the form that stand above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import field, frozen

from politburo.reading.headings import (
    dated_hit,
    edition_heading,
    is_annexed,
    is_draft,
    is_session,
    numbered_heading,
)
from politburo.reading.lines import Line
from politburo.reading.numbering import annexed_to, code_of, protocol_number
from politburo.reading.paper import Paper
from politburo.reading.titles import ordered
from politburo.reading.words import words

__all__ = ["Layout", "Stretch", "lay_out"]

# Phrases that only the form itself has: where one stands, the editor's heading is over.
_FORM = (
    "secrecy", "storage", "special_number", "party_head", "return_rule", "return_by", "page_mark",
    "procedure", "listened", "presence", "draft", "copy_note", "distribution", "recipients",
)  # fmt: skip
# Lines that may stand above a heading and belong to it.
_PREAMBLE = ("secrecy", "storage", "page_mark", "copy_note", "return_rule", "party_head", "special_number")
# Codes of the party's own extracts begin so: «П51/144», «Ст-209/41gs».
_PARTY = frozenset("ПPСSC")
# How many lines, or tokens, a thing of the page has at most.
_TOP = 6
_EDITION = 4
_CODE_LINE = 8
_DRAFT = 12
_PROSE = 14
_LEAF = 3


@frozen
class Stretch:
    """The lines of one witness, in order, and an edition's heading that speaks for it."""

    language: str
    lines: tuple[Line, ...]
    edition: tuple[Line, ...] = ()


@frozen
class Layout:
    """The parts of a file: the lines of its catalogue page, those of them below the paper, its witnesses."""

    item: tuple[Line, ...] = ()
    witnesses: tuple[Stretch, ...] = field(default=())
    below: tuple[Line, ...] = ()


class _Head(NamedTuple):
    """A heading: whether it is written in Cyrillic, and the number of its protocol, or nothing."""

    cyrillic: bool
    number: str


def lay_out(paper: Paper) -> Layout:
    """Tell the parts of a file apart."""
    top = _top(paper)
    bottom = _bottom(paper, top)
    between = paper.lines[top:bottom]
    notes = [line for line in between if _is_source_note(paper, line)]
    rest = [line for line in between if not _is_source_note(paper, line)]
    item = (*paper.lines[:top], *notes, *paper.lines[bottom:])
    edition = tuple(x for x in paper.lines[:top] if numbered_heading(paper, x) or _is_titled(paper, x))
    return Layout(item, tuple(_witnesses(paper, rest, edition)), paper.lines[bottom:])


def _is_label(paper: Paper, line: Line) -> bool:
    """Tell whether the line is a label of a catalogue page: alone on its line or with a colon."""
    hit = line.hit("catalogue")
    if hit is None:
        return False
    colon = ":" in paper.words[hit.stop - 1 : hit.stop + 1]
    return colon or _is_alone(paper, line) or hit.value in {"translator", "obtained"}


def _is_source_note(paper: Paper, line: Line) -> bool:
    hit = line.hit("catalogue")
    return hit is not None and hit.value == "archive" and paper.words[hit.first] == "["


def _is_form(paper: Paper, line: Line) -> bool:
    if line.hit(*_FORM) is not None or dated_hit(paper, line) is not None or is_annexed(paper, line):
        return True
    return numbered_heading(paper, line) is not None or is_session(line) or _is_code(paper, line)


def _is_code(paper: Paper, line: Line) -> bool:
    """Tell whether the line gives a party extract's number («№ П51/144», "# P78/131") and little else."""
    found = code_of(paper, line)
    signed = found is not None and (found.first > line.first or len(line) < _CODE_LINE)
    return found is not None and signed and found.code.prefix[:1].upper() in _PARTY


def _top(paper: Paper) -> int:
    """Return how many lines from the top belong to the catalogue page or an edition's heading."""
    labels = [i for i, line in enumerate(paper.lines) if _is_label(paper, line)]
    first = labels[0] if labels else len(paper.lines)
    form = _first_form(paper, 0, labelled=True)
    if first > form and (first > _TOP or _has_point(paper, form, first)):
        return _unlabelled_top(paper)
    last = _block_end(paper, first, labels) if labels else 0
    return _first_form(paper, last, labelled=bool(labels)) if labels else _unlabelled_top(paper)


def _has_point(paper: Paper, first: int, stop: int) -> bool:
    """Tell whether a point or an order stands between two lines: labels below it are no catalogue's."""
    between = paper.lines[first:stop]
    return any(line.mark is not None or ordered(paper.tokens, line.first, line.stop) for line in between)


def _unlabelled_top(paper: Paper) -> int:
    """Return how many lines of catalogue an English paper has above its form; a Russian one has none."""
    lettered = [line for line in paper.lines if any(word.isalpha() for word in paper.line_keys(line))]
    if not lettered or paper.cyrillic(lettered[0]):
        return 0
    stop = _first_form(paper, 0, labelled=False)
    titles = [i for i, line in enumerate(paper.lines[:_EDITION]) if _is_titled(paper, line)]
    if titles and titles[0] <= stop:
        return titles[0] + 1
    if stop < _EDITION - 1 and _is_edition_title(paper, stop):
        return _first_form(paper, stop + 1, labelled=False)
    return stop


def _is_edition_title(paper: Paper, index: int) -> bool:
    """Tell whether a heading is an editor's: "Excerpts from Minutes N 46 Concerning the Road to Hami"."""
    if index + 1 >= len(paper.lines):
        return False
    line = paper.lines[index]
    hit = numbered_heading(paper, line)
    if hit is None or hit.label == "decree" or paper.words[line.first] in {"[", "#"}:
        return False
    capitals = paper.words[hit.first].isupper()
    return not capitals and not words("headings", "concerning").isdisjoint(paper.keys[hit.stop : line.stop])


def _is_titled(paper: Paper, line: Line) -> bool:
    """Tell whether a title stands before the heading in the same line: "Resolution … From the minutes …"."""
    hit = edition_heading(paper, line)
    return hit is not None and hit.first - line.first > _TOP and paper.words[line.first] != "["


def _first_form(paper: Paper, start: int, *, labelled: bool) -> int:
    for index in range(start, len(paper.lines)):
        line = paper.lines[index]
        if _is_label(paper, line):
            continue
        if _is_form(paper, line) or (labelled and paper.is_shelfmark(line) and start):
            return index
    return len(paper.lines)


def _block_end(paper: Paper, first: int, labels: Sequence[int]) -> int:
    """Return the index behind the labelled block that begins at line ``first``: labels and their texts."""
    at, known, lines = first, frozenset(labels), paper.lines
    while at in known:
        below = _is_alone(paper, lines[at]) and lines[at].value("catalogue") != "contents"
        at += 1
        if below and at not in known and at < len(lines) and not _is_form(paper, lines[at]):
            at += 1
        while (
            at < len(lines) and at not in known and lines[at].gap < 2 and not _is_alone(paper, lines[at - 1])
        ):
            at += 1
    return at


def _is_alone(paper: Paper, line: Line) -> bool:
    """Tell whether nothing but marks stands behind a label."""
    hit = line.hit("catalogue")
    return hit is not None and all(word in "*_:#" for word in paper.words[hit.stop : line.stop])


def _bottom(paper: Paper, top: int) -> int:
    """Return the index of the line at which catalogue labels below the paper begin."""
    for index in range(top, len(paper.lines)):
        line = paper.lines[index]
        hit = line.hit("catalogue")
        if hit and hit.value in {"summary", "information", "citation"} and _is_label(paper, line):
            return index
    return len(paper.lines)


def _witnesses(paper: Paper, lines: Sequence[Line], edition: tuple[Line, ...]) -> Iterator[Stretch]:
    for number, part in enumerate(_parts(paper, lines)):
        if any(is_draft(line) for line in part[:_DRAFT]):
            continue
        if any(_is_head(paper, line) for line in part) or (edition and not number):
            yield Stretch(_language(paper, part), tuple(part), () if number else edition)


def _is_head(paper: Paper, line: Line) -> bool:
    """Tell whether the line makes its stretch a witness."""
    headed = numbered_heading(paper, line) is not None or is_annexed(paper, line)
    return headed or _is_code(paper, line)


def _language(paper: Paper, lines: Sequence[Line]) -> str:
    return "ru" if sum(paper.cyrillic(line) for line in lines) * 2 > len(lines) else "en"


def _parts(paper: Paper, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut the lines where a further witness begins."""
    starts = [0, *_starts(paper, lines), len(lines)]
    for begin, end in pairwise(starts):
        if lines[begin:end]:
            yield list(lines[begin:end])


def _starts(paper: Paper, lines: Sequence[Line]) -> Iterator[int]:
    head: _Head | None = None
    bodied, begin = False, 0
    for index, line in enumerate(lines):
        found = _head(paper, line, head)
        if found is None:
            bodied = head is not None and (bodied or _is_body(paper, line))
            continue
        if head is not None and (bodied or found.cyrillic != head.cyrillic):
            begin = _backtrack(paper, lines, index, begin, same=found.cyrillic == head.cyrillic)
            yield begin
            bodied = False
        head = found


def _head(paper: Paper, line: Line, above: _Head | None) -> _Head | None:
    """Return what a line heads, if it heads a paper; ``above`` is the heading before it."""
    cyrillic = paper.cyrillic(line)
    if is_annexed(paper, line):
        number = str(annexed_to(paper, line) or "")
        # The attachment to another protocol is none of the paper above it.
        other = above is None or (above.number != number and "" not in {above.number, number})
        return _Head(cyrillic, number) if other else None
    hit = numbered_heading(paper, line)
    # Below a heading «Пр. № 33, п. 6» only refers to another paper.
    cited = hit is not None and above is not None and hit.label == "short_heading"
    if hit is None or cited or line.hit("annex") or dated_hit(paper, line):
        return None
    return _Head(cyrillic, str(protocol_number(paper, hit.stop, line.stop) or ""))


def _is_body(paper: Paper, line: Line) -> bool:
    """Tell whether the line is text of the paper rather than form: a point, an order, prose."""
    orders = ordered(paper.tokens, line.first, line.stop)
    # «Тов. Талызину принять …» begins as a list of addressees does.
    addressed = orders and line.hits != () and line.hits[0].label == "recipients"
    if line.mark is not None or addressed:
        return True
    return (orders or len(line) > _PROSE) and not _is_form(paper, line)


def _backtrack(paper: Paper, lines: Sequence[Line], index: int, floor: int, *, same: bool) -> int:
    """Return the line at which the form above a heading begins.

    A reference above the heading closes the paper before where both are in one language.
    """
    cyrillic, at = paper.cyrillic(lines[index]), index
    for place in range(index - 1, floor, -1):
        above = lines[place]
        if paper.cyrillic(above) != cyrillic or (same and _closes(paper, above)):
            break
        formal = not same or _is_preamble(paper, above)
        if not formal and above.hit("recipients") is None:
            break
        # Addressees stand above a heading where more of the form stands above them.
        at = place if formal else at
    marks = [i for i in range(at, index) if paper.is_shelfmark(lines[i])]
    # Two references between two witnesses: the first closes the one, the second opens the other.
    return marks[0] + 1 if len(marks) > 1 else at


def _closes(paper: Paper, line: Line) -> bool:
    """Tell whether the line is the last of a paper: its reference, or its text."""
    return paper.is_shelfmark(line) or (line.hit("recipients") is not None and _is_body(paper, line))


def _is_preamble(paper: Paper, line: Line) -> bool:
    return line.hit(*_PREAMBLE) is not None or len(line) < _LEAF or _is_code(paper, line)
