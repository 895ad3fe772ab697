"""The lines with which a paper opens: «ПРОТОКОЛ № 34», «№ П51/144», «к п. 8 (о. п.) пр. ПБ № 132».

They give the witness its number, its organs, its date; an extract or attachment the number of its
point too. What only an edition's heading says is taken from there.
"""

from __future__ import annotations

from politburo.reading.closing import goes_on
from politburo.reading.drafting import Governing, Part, Progress, WitnessDraft
from politburo.reading.headings import (
    dated_hit,
    edition_heading,
    is_annexed,
    is_enacting,
    is_government,
    is_organ,
    is_session,
    numbered_heading,
)
from politburo.reading.lines import Hit, Line
from politburo.reading.numbering import CodePlace, annexed_to, code_of, point_of, protocol_number
from politburo.reading.paper import Paper
from politburo.reading.titles import ordered, topical
from politburo.reading.words import affixes
from politburo.values.names import Body
from politburo.values.terms import Secrecy, Wording

__all__ = ["read_annex", "read_code_line", "read_edition", "read_heading", "read_special_number"]

# How far the name of an organ stands from the beginning of a line of the heading.
_INDENT = 8


def read_heading(progress: Progress, line: Line) -> bool:
    """Read a line of the heading: number and date, or, below it, the organ."""
    if progress.part not in {Part.HEAD, Part.PRESENCE}:
        return False
    hit = numbered_heading(progress.paper, line)
    named = (progress.headed or is_session(line)) and _names_organ(progress, line)
    if hit is None and not named:
        return False
    progress.headed = True
    if hit is not None and hit.label == "decree" and not progress.draft.bodies:
        progress.draft.bodies.extend(progress.above)
    if hit is not None:
        _take_numbers(progress, line, hit)
    read_special_number(progress, line)
    _take_organs_and_date(progress, line)
    return True


def _names_organ(progress: Progress, line: Line) -> bool:
    """Tell whether a line of the heading names the organ: «ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 26 НОЯБРЯ»."""
    paper = progress.paper
    named = next(paper.named(line, Body), None)
    if named is None or named.first - line.first > _INDENT or line.mark is not None:
        return False
    if line.hit("procedure", "annex") or dated_hit(paper, line):
        return False
    if topical(paper, line.first) or is_enacting(paper, line) or _orders(paper, line):
        return False
    return is_organ(named.value) or paper.words[named.first].isupper()


def _orders(paper: Paper, line: Line) -> bool:
    """Tell whether a line is an order: «Отпустить НКВТ …»; "Commission of the …" names one that sat."""
    names = paper.keys[line.first].startswith(affixes("headings", "commissions"))
    return not names and ordered(paper.tokens, line.first, line.stop)


def _take_numbers(progress: Progress, line: Line, hit: Hit) -> None:
    """Take the numbers of protocol and point; a decree's may end in its secrecy («377сс»)."""
    number = protocol_number(progress.paper, hit.stop, line.stop)
    if number is not None:
        progress.draft.numbers.append(number)
        if hit.label == "decree" and number.text.endswith(("сс", "ss")):
            progress.draft.secrecies.append(Secrecy("top_secret", span=number.span))
    progress.pending = point_of(progress.paper, line.first, line.stop) or progress.pending


def _take_organs_and_date(progress: Progress, line: Line) -> None:
    """Take the organs of a heading, in a decree the government too, and a date that governs no points."""
    paper, draft = progress.paper, progress.draft
    decree = paper.words[line.first].isupper() or line.hit("decree") is not None
    named = paper.values(line, Body)
    draft.bodies.extend(body for body in named if is_organ(body) or (decree and is_government(body)))
    date = paper.date(line)
    governs = line.hit("procedure") is not None or dated_hit(paper, line) is not None
    if date is not None and not draft.dates and not governs:
        draft.dates.append(date)


def read_special_number(progress: Progress, line: Line) -> bool:
    """Read «(Особый № 120)», or the blank that was left empty."""
    hit = line.hit("special_number")
    if hit is None:
        return False
    number = protocol_number(progress.paper, hit.stop - 1, line.stop)
    progress.draft.special_number = number or _blank(progress, line, hit)
    return True


def _blank(progress: Progress, line: Line, hit: Hit) -> Wording:
    written = progress.paper.words
    close = next((at for at in range(hit.stop, line.stop) if written[at] == ")"), line.stop)
    # Where nothing is left to show the blank by, its label shows it.
    return Wording("blank", span=progress.span(hit.stop if close > hit.stop else hit.first, close))


def read_code_line(progress: Progress, line: Line) -> bool:
    """Read an extract's own number: «№ П51/144», "# P78/131", «#Ст-209/41gs, 05.05.80»."""
    found = code_of(progress.paper, line) if progress.part is Part.HEAD else None
    if found is None:
        return False
    _take_code(progress, found)
    date = progress.paper.date(line)
    if date is not None:
        progress.governing = Governing((date,), ())
    return True


def _take_code(progress: Progress, found: CodePlace) -> None:
    """Take the protocol number before the slash and the point behind it."""
    code, written = found.code, progress.paper.words
    inside = range(found.first, found.stop)
    digits = next((at for at in inside if written[at].isdecimal()), found.first)
    slash = next((at for at in inside if written[at] == "/"), found.stop)
    assert code.protocol is not None  # noqa: S101  # narrows the type: a line's code has a slash
    progress.draft.numbers.append(Wording(code.protocol, span=progress.span(digits, slash)))
    place = progress.span(slash + 1 if slash + 1 < found.stop else found.first, found.stop)
    progress.pending = Wording(code.label, span=place)
    progress.headed = True


def read_annex(progress: Progress, line: Line) -> bool:
    """Read the head of an attachment: one that stands alone is read as its point, one behind it is not."""
    if line.hit("annex") is None or line.mark is not None:
        return False
    if progress.part in {Part.CLOSED, Part.LEGEND} or _follows_decision(progress, line):
        progress.part = Part.ATTACHMENT
        return True
    if progress.part is not Part.HEAD:
        return False
    progress.pending = point_of(progress.paper, line.first, line.stop) or progress.pending
    number = annexed_to(progress.paper, line)
    progress.draft.numbers.extend([number] if number else [])
    progress.headed = progress.annexed = True
    _take_organs_and_date(progress, line)
    return True


def _follows_decision(progress: Progress, line: Line) -> bool:
    """Tell whether an attachment that names its point stands behind an extract without a signature."""
    decision = progress.decision
    addressed = decision is not None and bool(decision.recipients)
    behind = progress.part is Part.BODY and addressed and is_annexed(progress.paper, line)
    return behind and not goes_on(progress, line)


def read_edition(progress: Progress, line: Line) -> None:
    """Take from an edition's heading what the text itself does not say."""
    own, progress.draft = progress.draft, WitnessDraft()
    hit = edition_heading(progress.paper, line)
    if hit is not None:
        _take_numbers(progress, line, hit)
        _take_organs_and_date(progress, line)
    said, progress.draft = progress.draft, own
    own.numbers = own.numbers or said.numbers
    own.bodies = own.bodies or said.bodies
    own.dates = own.dates or said.dates
