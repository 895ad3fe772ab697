"""The end of a paper: «СЕКРЕТАРЬ ЦК И. СТАЛИН», footnotes, the editor's legend, attachments."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.reading.addressing import add_recipients
from politburo.reading.drafting import DecisionDraft, Part, Progress
from politburo.reading.footnotes import is_footnote
from politburo.reading.governing import procedures_in
from politburo.reading.headings import dated_hit, numbered_heading
from politburo.reading.lines import Hit, Line
from politburo.reading.numbering import point_of
from politburo.values.money import MonetaryAmount
from politburo.values.names import Person
from politburo.values.shelfmarks import Shelfmark

__all__ = ["goes_on", "read_attachment", "read_legend", "read_signature"]

# A line with an office is a signature up to this length, a bare name below it up to that.
_SIGNATURE = 24
_NAME = 8
_LABEL = 4
_POINT = 5
_BULLETS = frozenset("–-•*_")


def read_attachment(progress: Progress, line: Line) -> bool:
    """Pass over what follows the decision as an attachment: it gives no rows; the notes below it do."""
    if progress.part is Part.ATTACHMENT and _ends_attachment(progress, line):
        progress.part = Part.LEGEND
    return progress.part is Part.ATTACHMENT


def _ends_attachment(progress: Progress, line: Line) -> bool:
    if line.hit("legend") is not None or progress.paper.is_shelfmark(line):
        return True
    written = progress.paper.words
    return written[line.first] == "*" and written[line.first + 1][:1].isupper()


# --- signatures ---------------------------------------------------------------------------------


def read_signature(progress: Progress, line: Line) -> bool:
    """Read who signed: an office and a name, or a name alone under the office."""
    draft = progress.draft
    if progress.decision is not None and line.hit("signature") and len(line) < _SIGNATURE:
        names = _signatories(progress, line)
        if names or progress.paper.words[line.first].isupper():
            draft.signatories.extend(names)
            progress.part = Part.CLOSED
            return True
    if progress.part is not Part.CLOSED or draft.signatories or len(line) >= _NAME:
        return False
    draft.signatories.extend(_signatories(progress, line))
    return bool(draft.signatories)


def _signatories(progress: Progress, line: Line) -> list[Person]:
    office = line.hit("signature") is not None
    return [person for person in progress.paper.values(line, Person) if person.initials or office]


# --- notes --------------------------------------------------------------------------------------


def read_legend(progress: Progress, line: Line) -> bool:
    """Read notes below the paper: footnotes, archival notes, the editor's legend."""
    if not (progress.part is Part.LEGEND or is_footnote(progress, line) or _begins_legend(progress, line)):
        return False
    if line.hit("omission") or numbered_heading(progress.paper, line):
        return False
    if progress.part is Part.BODY and goes_on(progress, line):
        # A note under a table says more of its sums; one about the typing gives no rows.
        return next(progress.paper.named(line, MonetaryAmount), None) is None
    if progress.part is not Part.HEAD:
        progress.part = Part.LEGEND
    _take_note(progress, line)
    return True


def goes_on(progress: Progress, line: Line) -> bool:
    """Tell whether points or sub-points follow a footnote before the paper is signed or sent."""
    if progress.running is None:
        progress.running = frozenset(_running(progress))
    return line.first in progress.running


def _running(progress: Progress) -> Iterator[int]:
    """Iterate over the lines behind which a mark stands before the paper closes, in one pass from its end."""
    follows = False
    for line in reversed(progress.lines):
        if follows:
            yield line.first
        if line.hit("signature", "legend", "distribution") or progress.paper.is_shelfmark(line):
            follows = False
        else:
            follows = follows or line.mark is not None


def _begins_legend(progress: Progress, line: Line) -> bool:
    closed = progress.part is Part.CLOSED
    if line.hit("legend") is not None and (closed or len(line) < _LABEL or _tells_of_point(progress, line)):
        return True
    bulleted = progress.paper.words[line.first] in _BULLETS
    return closed and bulleted and progress.decision is not None


def _tells_of_point(progress: Progress, line: Line) -> bool:
    """Tell whether a note says how a point was taken: «Примечание. Пункт 4 принят опросом 8.IX.31 г.»."""
    taken = line.hit("procedure", "decision_date") is not None
    return taken and point_of(progress.paper, line.first, line.stop) is not None


def _take_note(progress: Progress, line: Line) -> None:
    """Take what a note says: references, addressees, how and when the decision was taken."""
    paper = progress.paper
    progress.draft.shelfmarks.extend(paper.values(line, Shelfmark))
    addressed = _addressed(progress, line)
    if addressed is not None:
        _take_addressees(progress, line, addressed)
    date, decision = paper.date(line), _noted(progress, line)
    said = line.hit("procedure") or dated_hit(paper, line)
    if said is not None and decision is not None and date is not None:
        decision.dates[:] = [date]
        decision.procedures[:] = procedures_in(progress, line)


def _addressed(progress: Progress, line: Line) -> Hit | None:
    """Return the word that a list of addressees follows: «Машинописная выписка. … Разослано: т. Гринько»."""
    hits = [hit for hit in line.hits if hit.label == "distribution"]
    listing = (hit for hit in hits if ":" in progress.paper.words[hit.stop - 1 : hit.stop + 1])
    return next(listing, hits[0] if hits else None)


def _take_addressees(progress: Progress, line: Line, hit: Hit) -> None:
    """Take a list of addressees; «В пометах о рассылке к п. 5: …» speaks of the extract of that point."""
    point = point_of(progress.paper, hit.stop, min(hit.stop + _POINT, line.stop))
    if point is None:
        add_recipients(progress, hit.stop, line.stop, progress.decision)
        return
    written = progress.paper.words
    begin = next((at + 1 for at in range(hit.stop, line.stop) if written[at] == ":"), hit.stop)
    numbered = (decision for decision in progress.draft.decisions if decision.number == point.text)
    add_recipients(progress, begin, line.stop, next(numbered, progress.decision))


def _noted(progress: Progress, line: Line) -> DecisionDraft | None:
    """Return the decision to whose number the note's mark is fused, or that it names, or the last one."""
    mark, point = progress.paper.words[line.first], point_of(progress.paper, line.first, line.stop)
    for decision in progress.draft.decisions:
        if decision.note == mark or (point is not None and decision.number == point.text):
            return decision
    return progress.decision
