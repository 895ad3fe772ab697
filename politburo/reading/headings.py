"""What makes a line a heading: «Протокол № 34», "from Minutes N 31", «Решение от 5.VII.37 г.»."""

from __future__ import annotations

from politburo.reading.lines import Hit, Line
from politburo.reading.paper import Paper
from politburo.reading.titles import ordered
from politburo.reading.words import affixes, words
from politburo.tokens import Kind
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.names import Body

__all__ = [
    "dated_hit",
    "edition_heading",
    "is_annexed",
    "is_draft",
    "is_enacting",
    "is_government",
    "is_organ",
    "is_session",
    "numbered_heading",
]

# How far into its line a heading may begin: behind an archivist's note in brackets further than else.
_INDENT = 12
_NOTE_INDENT = 24
# How far behind the word of the heading its number stands.
_REACH = 28
_EDITORS = 4
_SHORT_HEADING = 12
_SESSION = 20
# A longer line is no heading where a protocol is merely named in it.
_PROSE = 40
_NEAR = 3
_ENACTING = 3


def is_organ(value: Value) -> bool:
    """Tell whether a body keeps protocols of its own: a party organ or a commission.

    >>> is_organ(Body.parse("Политбюро")), is_organ(Body.parse("НКВТ"))
    (True, False)
    """
    if not isinstance(value, Body):
        return False
    named = str(value).lower()
    commission = any(part in named for part in affixes("headings", "commissions"))
    return value.id in words("headings", "organs") or commission


def is_government(body: Body) -> bool:
    """Tell whether a body issues decrees together with the Central Committee.

    >>> is_government(Body.parse("СНК СССР"))
    True
    """
    return body.id in words("headings", "governments")


def numbered_heading(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase of a heading that a number follows, or of a decree.

    An item or an order that merely cites a protocol is no heading, nor is an editor's note.
    """
    if line.mark is not None or not words("headings", "editors").isdisjoint(paper.line_keys(line)[:_EDITORS]):
        return line.hit("decisions")
    reach = _NOTE_INDENT if paper.words[line.first] == "[" else _INDENT
    short = line.hit("short_heading")
    if short is not None and len(line) <= _SHORT_HEADING and _is_numbered(paper, short.stop, line.stop):
        return short
    if _is_prose(paper, line):
        return line.hit("decisions") or _decree(paper, line)
    stored = line.hit("storage") is not None
    for hit in line.hits:
        near = hit.first - line.first <= reach or stored
        if hit.label == "heading" and near and _is_numbered(paper, hit.stop, line.stop):
            cited = hit.first > line.first and ordered(paper.tokens, line.first, line.stop)
            return None if cited else hit
    return line.hit("decisions") or _decree(paper, line)


def _is_prose(paper: Paper, line: Line) -> bool:
    """Tell whether a long line only cites a protocol: "In execution of the decision (protocol No. 23) …"."""
    if len(line) <= _PROSE:
        return False
    hit = line.hit("heading")
    return hit is not None and hit.first > line.first + _NEAR and paper.words[hit.first].islower()


def edition_heading(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase of a heading anywhere in an edition's line: "Resolution … From the minutes …"."""
    hits = (hit for hit in line.hits if hit.label == "heading" and _is_numbered(paper, hit.stop, line.stop))
    return next(hits, None)


def _decree(paper: Paper, line: Line) -> Hit | None:
    """Return the word that heads a decree: it is in capitals."""
    hit = line.hit("decree")
    return hit if hit is not None and paper.words[hit.first].isupper() else None


def _is_numbered(paper: Paper, at: int, stop: int) -> bool:
    """Tell whether a number with or without its sign follows, or stood there («№ [неразборчиво]7»)."""
    written, keys = paper.words, paper.keys
    for index in range(at, min(at + _REACH, stop)):
        if paper.tokens.kinds[index] is Kind.NUMBER:
            sign = keys[index - 1] if written[index - 1] != "." else keys[index - 2]
            return index == at or sign in words("headings", "number_signs")
        if written[index] == "№" and written[index + 1] == "[":
            return True
        if written[index] == ";":
            return False
    return False


def is_session(line: Line) -> bool:
    """Tell whether the line heads a sitting, its number on another: "Politburo session of 8 September"."""
    return line.hit("session") is not None and line.mark is None and len(line) <= _SESSION


def dated_hit(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase that dates decisions («Решение от»), if a date stands behind it where it must."""
    hit = line.hit("decision_date")
    if hit is None or paper.keys[hit.stop - 1] not in words("headings", "dated_by"):
        return hit
    behind = paper.mentions.within(hit.stop, hit.stop + 2)
    return hit if any(isinstance(mention.value, PartialDate) for mention in behind) else None


def is_annexed(paper: Paper, line: Line) -> bool:
    """Tell whether the line ties an attachment to a point of a protocol: «к п. 8 (о. п.) пр. ПБ № 132»."""
    numbered = any(paper.tokens.kinds[at] is Kind.NUMBER for at in range(line.first, line.stop))
    tied = not words("headings", "act_words").isdisjoint(paper.line_keys(line))
    return line.hit("annex") is not None and numbered and tied


def is_draft(line: Line) -> bool:
    """Tell whether the line marks the paper as a draft."""
    hit = line.hit("draft")
    return hit is not None and line.stop - hit.stop < _ENACTING


def is_enacting(paper: Paper, line: Line) -> bool:
    """Tell whether the line enacts: «СНК и ЦК постановляют:»."""
    keys = paper.line_keys(line)
    verbs = affixes("headings", "enacting")
    return keys[-1:] == [":"] and any(key.startswith(verbs) for key in keys[-_ENACTING:])
