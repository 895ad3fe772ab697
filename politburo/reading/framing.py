"""The frame of a page: «ПУНКТ 9 – на секретном хранении», «Строго секретно», leaf numbers, presence lists.

Each reader takes a line where it understands it and tells so.
"""

from __future__ import annotations

from politburo.reading.attending import read_present
from politburo.reading.drafting import Part, Progress
from politburo.reading.headings import dated_hit, is_government, is_organ
from politburo.reading.lines import Hit, Line
from politburo.reading.numbering import numbers_in
from politburo.reading.opening import read_heading
from politburo.reading.remarks import speaks_of_omission
from politburo.reading.titles import titled
from politburo.reading.words import words
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body
from politburo.values.quantities import Quantity
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Procedure, Secrecy

__all__ = [
    "read_dressing",
    "read_page_mark",
    "read_presence",
    "read_return_rule",
    "read_secrecy",
    "read_shelfmark",
    "read_storage",
]

# A stamp of secrecy stands on a line of its own, not in a sentence of this length.
_STAMP = 14
_OMISSION = 5


def read_page_mark(progress: Progress, line: Line) -> bool:
    """Take page marks, editors' notes, omissions and votes; a page behind the end is an attachment."""
    if line.hit("votes") and progress.decision is not None:
        progress.part = Part.CLOSED
        return True
    page = line.hit("page_mark") is not None
    if page and progress.part in {Part.CLOSED, Part.LEGEND}:
        progress.part = Part.ATTACHMENT
    lone = all(word.isdigit() for word in progress.paper.line_keys(line))
    return lone or page or _is_editorial(progress, line) or _omits(progress, line)


def _is_editorial(progress: Progress, line: Line) -> bool:
    """Tell whether the line is an editor's or translator's own: "[Editor's note: …]"."""
    bracketed = progress.paper.words[line.first] in {"[", "(", "<"}
    return bracketed and line.hit("editorial") is not None


def _omits(progress: Progress, line: Line) -> bool:
    """Tell whether the line only says that something is left out: «[...]», "Point 1 omitted"."""
    if line.hit("omission") is not None and len(line) <= _OMISSION:
        return True
    told = line.hit("omitted")
    return told is not None and line.mark is None and speaks_of_omission(progress.paper, line, told.first)


def read_return_rule(progress: Progress, line: Line) -> bool:
    """Take the form text of an extract: «Подлежит возврату в течение 24 часов»."""
    if line.mark is not None:
        return False
    # Planes and loans are returned as well: «Возвратить в натуре 20 самолетов».
    paper = progress.paper
    named = [value for kind in (MonetaryAmount, Quantity, PartialDate) for value in paper.named(line, kind)]
    dated = line.hit("return_by") is not None and not named
    returned = dated and not words("distribution", "return_to").isdisjoint(paper.line_keys(line))
    return returned or line.hit("return_rule") is not None


def read_dressing(progress: Progress, line: Line) -> bool:
    """Take party heads, copy numbers and slogans; the organs that stand above a decree are remembered."""
    if progress.part is not Part.HEAD or progress.decision is not None:
        return False
    organs = _organs_above(progress, line)
    progress.above.extend(organs)
    if line.hit("party_head", "copy_note") is not None or _is_bare_heading(progress, line):
        return True
    return line.mark is None and bool(organs)


def _is_bare_heading(progress: Progress, line: Line) -> bool:
    """Tell whether the line is nothing but the name of the paper, its number on the next: «ВЫПИСКА»."""
    named = line.hit("heading", "distribution")
    bare = named is not None and named.first == line.first and named.stop >= line.stop
    return bare and progress.paper.words[line.first].isupper()


def _organs_above(progress: Progress, line: Line) -> list[Body]:
    """Return the organs named in capitals, or below such a line, before any heading."""
    if progress.headed or not (progress.above or progress.paper.words[line.first].isupper()):
        return []
    return [body for body in progress.paper.values(line, Body) if is_organ(body) or is_government(body)]


def read_presence(progress: Progress, line: Line) -> bool:
    """Take the list of those present, to the first line that is none of it: it says that they sat."""
    hit = line.hit("presence")
    if hit is not None and progress.part is Part.HEAD:
        progress.draft.procedures.append(Procedure("sitting", span=progress.span(hit.first, hit.stop)))
        progress.part = Part.PRESENCE
        read_present(progress, hit.stop, line.stop)
        return True
    if progress.part is Part.PRESENCE and _ends_presence(progress, line):
        progress.part = Part.HEAD
    if progress.part is not Part.PRESENCE:
        return False
    read_present(progress, line.first, line.stop)
    return True


def _ends_presence(progress: Progress, line: Line) -> bool:
    mark = line.mark
    if mark is not None and (mark.dash or titled(progress.paper, mark.stop, line.stop)):
        return True
    return line.hit("procedure") is not None or dated_hit(progress.paper, line) is not None


def read_storage(progress: Progress, line: Line) -> bool:
    """Read a storage note: the points or leaves that are «на секретном хранении»."""
    hit = line.hit("storage")
    if hit is None:
        return False
    nouns, keys = words("headings", "storage_nouns"), progress.paper.keys
    begin = max((at for at in range(line.first, hit.first) if keys[at] in nouns), default=line.first)
    progress.draft.storage.extend(numbers_in(progress.paper, begin, hit.first))
    read_heading(progress, line)
    return True


def read_shelfmark(progress: Progress, line: Line) -> bool:
    """Read a line that begins with an archival reference."""
    if not progress.paper.is_shelfmark(line):
        return False
    progress.draft.shelfmarks.extend(progress.paper.values(line, Shelfmark))
    return True


def read_secrecy(progress: Progress, line: Line) -> bool:
    """Read a stamp of secrecy, of the witness or, inside a decision, of that."""
    decision, own = progress.decision, line.hit("secret_decision")
    if own is not None and decision is not None:
        decision.secrecies.append(_secrecy(progress, own))
        return True
    hits = [hit for hit in line.hits if hit.label == "secrecy"]
    if not hits or len(line) > _STAMP or (line.mark is not None and hits[0].first > line.first):
        return False
    inside = decision is not None and progress.part is Part.BODY and not decision.blocks
    target = decision if decision is not None and inside else progress.draft
    target.secrecies.extend(_secrecy(progress, hit) for hit in hits)
    return True


def _secrecy(progress: Progress, hit: Hit) -> Secrecy:
    return Secrecy(hit.value, span=progress.span(hit.first, hit.stop))
