"""Which stretch of a file is what: catalogue page, witness, attachment.

A file is an optional catalogue page (before and after the paper), then one witness or several:
the Russian text, its translation, a further protocol. A witness begins with a heading that has a
number («ПРОТОКОЛ № 34», "from Minutes N 31") or with the lines of the form that stand above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from politburo.reading.lines import Hit, Line
from politburo.reading.marks import read_mark
from politburo.reading.mentions import Mentions
from politburo.tokens import Kind, Tokens
from politburo.values.codes import read_code

__all__ = ["Layout", "Paper", "Stretch", "lay_out", "numbered_heading"]

# Phrases that only the form itself has: where one stands, the editor's heading is over.
_FORM = (
    "secrecy", "storage", "special_number", "party_head", "return_rule", "page_mark", "procedure", "listened",
    "presence", "draft", "copy_note", "distribution",
)  # fmt: skip
# Lines that may stand above a heading and belong to it.
_PREAMBLE = ("secrecy", "storage", "page_mark", "copy_note", "return_rule", "party_head", "special_number")
_NUMBER_SIGNS = frozenset({"№", "no", "n", "nº", "#", "nn", "nos", "number"})


@frozen
class Paper:
    """A text with what is known of it: its tokens, its lines, its mentions."""

    tokens: Tokens
    lines: tuple[Line, ...]
    mentions: Mentions

    def words(self, line: Line) -> list[str]:
        """Return the vocabulary forms of the words of a line."""
        return self.tokens.keys[line.first : line.stop]

    def cyrillic(self, line: Line) -> bool:
        """Tell whether the line is written in Cyrillic rather than Latin letters."""
        letters = [w for w in self.words(line) if w[:1].isalpha()]
        return sum(not w.isascii() for w in letters) * 2 > len(letters)


@frozen
class Stretch:
    """The lines of one witness, in order, and an edition's heading that speaks for it."""

    language: str
    lines: tuple[Line, ...]
    edition: tuple[Line, ...] = ()


@frozen
class Layout:
    """The parts of a file: the lines of its catalogue page and its witnesses."""

    item: tuple[Line, ...] = ()
    witnesses: tuple[Stretch, ...] = field(default=())


def lay_out(paper: Paper) -> Layout:
    """Tell the parts of a file apart."""
    top = _top(paper)
    bottom = _bottom(paper, top)
    notes = {line for line in paper.lines[top:bottom] if _source_note(paper, line)}
    rest = [line for line in paper.lines[top:bottom] if line not in notes]
    item = (*paper.lines[:top], *(line for line in paper.lines[top:bottom] if line in notes), *paper.lines[bottom:])
    edition = tuple(x for x in paper.lines[:top] if numbered_heading(paper, x) or _titled_heading(paper, x))
    return Layout(item, tuple(_witnesses(paper, rest, edition)))


def edition_heading(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase of a heading anywhere in an edition's line: "Resolution … From the minutes … No. 111"."""
    hits = (hit for hit in line.hits if hit.label == "heading" and _number_near(paper, hit.stop, line.stop))
    return next(hits, None)


def numbered_heading(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase of a heading that a number follows: «Протокол № 34», "Minutes N 31".

    An editor's note that merely cites a protocol is no heading.
    """
    if "editor" in paper.words(line)[:4] or "note" in paper.words(line)[:4]:
        return None
    reach = 24 if paper.tokens.words[line.first] == "[" else 12
    for hit in line.hits:
        near = hit.first - line.first <= reach or line.hit("storage") is not None
        if hit.label == "heading" and near and not _marked(paper, line) and _number_near(paper, hit.stop, line.stop):
            return hit
    return line.hit("decisions") or _decree(paper, line)


def _marked(paper: Paper, line: Line) -> bool:
    """Tell whether the line is an item: what it cites is no heading."""
    return read_mark(paper.tokens, line.first) is not None


def dated_hit(paper: Paper, line: Line) -> Hit | None:
    """Return the phrase that dates decisions («Решение от»), if a date stands behind it where it must."""
    hit = line.hit("decision_date")
    if hit is None or paper.tokens.keys[hit.stop - 1] not in {"от", "of", "dated"}:
        return hit
    return hit if any(m.value.kind == "date" for m in paper.mentions.within(hit.stop, hit.stop + 2)) else None


def annexed(paper: Paper, line: Line) -> bool:
    """Tell whether the line ties an attachment to a point of a protocol: «к п. 8 (о. п.) пр. ПБ № 132»."""
    words = {"пр", "протокола", "протокол", "minutes", "protocol", "record", "pr", "decision", "решению", "постановлению"}
    numbered = any(paper.tokens.kinds[i] is Kind.NUMBER for i in range(line.first, line.stop))
    return line.hit("annex") is not None and numbered and bool(words & set(paper.words(line)))


def drafted(line: Line) -> bool:
    """Tell whether the line marks the paper as a draft."""
    hit = line.hit("draft")
    return hit is not None and line.stop - hit.stop < 3


def _decree(paper: Paper, line: Line) -> Hit | None:
    """A decree is headed by its word alone in capitals, by a number, or by the organ that took it."""
    hit = line.hit("decree")
    if hit is None or not paper.tokens.words[hit.first].isupper():
        return None
    return hit


def _number_near(paper: Paper, at: int, stop: int) -> bool:
    """Tell whether a number with or without its sign follows within the heading's words."""
    tokens = paper.tokens
    for index in range(at, min(at + 16, stop)):
        if tokens.kinds[index] is Kind.NUMBER:
            before = tokens.keys[index - 1] if tokens.words[index - 1] != "." else tokens.keys[index - 2]
            return before in _NUMBER_SIGNS or index == at
        if tokens.words[index] == "№" and tokens.words[index + 1] == "[":
            # «Протокол № [неразборчиво]7»: a number stood there.
            return True
        if tokens.words[index] == ";":
            return False
    return False


def _is_label(paper: Paper, line: Line) -> bool:
    """Tell whether the line is a label of a catalogue page: alone on its line or with a colon."""
    hit = line.hit("catalogue")
    if hit is None:
        return False
    rest = {word for word in paper.tokens.words[hit.stop : line.stop] if word not in "*_:#"}
    return not rest or ":" in paper.tokens.words[hit.stop - 1 : hit.stop + 1] or hit.value in {"translator", "obtained"}


def _source_note(paper: Paper, line: Line) -> bool:
    hit = line.hit("catalogue")
    return hit is not None and hit.value == "archive" and paper.tokens.words[hit.first] == "["


def _is_form(paper: Paper, line: Line) -> bool:
    if line.hit(*_FORM) is not None or dated_hit(paper, line) is not None or annexed(paper, line):
        return True
    return numbered_heading(paper, line) is not None or _is_code(paper, line)


def _is_code(paper: Paper, line: Line) -> bool:
    """Tell whether the line gives the extract's number («№ П51/144», "# P78/131") and little else."""
    at = line.first
    while at < line.stop and paper.tokens.keys[at] in {"№", "#", "no", "."}:
        at += 1
    found = read_code(paper.tokens, at) if at > line.first or line.stop - line.first < 8 else None
    party = found is not None and found.value.prefix[:1].upper() in {"П", "P", "С", "S", "C"} and found.value.prefix != ""
    return found is not None and party and line.stop - found.stop < 8


def _top(paper: Paper) -> int:
    """Return how many lines from the top belong to the catalogue page or an edition's heading."""
    labels = [i for i, line in enumerate(paper.lines) if _is_label(paper, line)]
    first = labels[0] if labels else len(paper.lines)
    if first > _first_form(paper, 0, labelled=True) and first > 6:
        return _unlabelled_top(paper)
    last = _block_end(paper, first, labels) if labels else 0
    return _first_form(paper, last, labelled=bool(labels)) if labels else _unlabelled_top(paper)


def _unlabelled_top(paper: Paper) -> int:
    """An English paper without labels begins with its edition's heading; a Russian one is bare form."""
    lettered = [line for line in paper.lines if any(word.isalpha() for word in paper.words(line))]
    if not lettered or paper.cyrillic(lettered[0]):
        return 0
    stop = _first_form(paper, 0, labelled=False)
    titles = [i for i in range(min(4, len(paper.lines))) if _titled_heading(paper, paper.lines[i])]
    if titles and titles[0] < stop:
        return titles[0] + 1
    if stop < 3 and _edition_title(paper, stop):
        return _first_form(paper, stop + 1, labelled=False)
    inline = stop < len(paper.lines) and _titled_heading(paper, paper.lines[stop])
    return stop + 1 if inline else stop


def _edition_title(paper: Paper, index: int) -> bool:
    """Tell whether a heading is an editor's: "Excerpts from Minutes N 46 Concerning the Road to Hami"."""
    line = paper.lines[index]
    hit = numbered_heading(paper, line)
    if hit is None or hit.label != "heading" or index + 1 >= len(paper.lines) or paper.tokens.words[line.first] == "[":
        return False
    behind = set(paper.tokens.keys[hit.stop : line.stop])
    return bool(behind & {"concerning", "on", "about", "regarding", "re"})


def _titled_heading(paper: Paper, line: Line) -> bool:
    """Tell whether a title stands before the heading in the same line: "Resolution … From the minutes …"."""
    at = [hit.first for hit in line.hits if hit.label == "heading" and _number_near(paper, hit.stop, line.stop)]
    return bool(at) and at[0] - line.first > 6 and paper.tokens.words[line.first] != "["


def _first_form(paper: Paper, start: int, *, labelled: bool) -> int:
    for index in range(start, len(paper.lines)):
        line = paper.lines[index]
        if _is_form(paper, line) or (labelled and _shelfmark_line(paper, line) and start):
            return index
    return len(paper.lines)


def _shelfmark_line(paper: Paper, line: Line) -> bool:
    found = paper.mentions.within(line.first, line.stop)
    return bool(found) and found[0].value.kind == "shelfmark" and found[0].first - line.first < 2


def _block_end(paper: Paper, first: int, labels: Sequence[int]) -> int:
    """Return the index behind the labelled block that begins at line ``first``: labels and their texts."""
    at, known = first, set(labels)
    while at < len(paper.lines) and at in known:
        alone = _alone(paper, paper.lines[at]) and paper.lines[at].value("catalogue") != "contents"
        at += 1
        if alone and at not in known and at < len(paper.lines) and not _is_form(paper, paper.lines[at]):
            at += 1
        while at < len(paper.lines) and paper.lines[at].gap < 2 and at not in known and not _alone(paper, paper.lines[at - 1]):
            at += 1
    return at


def _alone(paper: Paper, line: Line) -> bool:
    hit = line.hit("catalogue")
    return hit is not None and all(w in "*_:#" for w in paper.tokens.words[hit.stop : line.stop])


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
        if any(drafted(line) for line in part[:12]):
            continue
        headed = any(numbered_heading(paper, line) or _is_code(paper, line) or annexed(paper, line) for line in part)
        if headed or (edition and not number):
            yield Stretch(_language(paper, part), tuple(part), () if number else edition)


def _language(paper: Paper, lines: Sequence[Line]) -> str:
    return "ru" if sum(paper.cyrillic(line) for line in lines) * 2 > len(lines) else "en"


def _parts(paper: Paper, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut the lines where a further witness begins."""
    starts = [0, *_starts(paper, lines), len(lines)]
    for begin, end in zip(starts, starts[1:], strict=False):
        if lines[begin:end]:
            yield list(lines[begin:end])


def _starts(paper: Paper, lines: Sequence[Line]) -> Iterator[int]:
    headed, bodied, begin, cyrillic = False, False, 0, False
    for index, line in enumerate(lines):
        heading = numbered_heading(paper, line) is not None and not (line.hit("annex") or dated_hit(paper, line))
        if heading and headed and (bodied or paper.cyrillic(line) != cyrillic):
            begin = _backtrack(paper, lines, index, begin, same=paper.cyrillic(line) == cyrillic)
            yield begin
            bodied = False
        if heading:
            headed, cyrillic = True, paper.cyrillic(line)
        elif headed:
            bodied = bodied or read_mark(paper.tokens, line.first) is not None or _prose(paper, line)


def _prose(paper: Paper, line: Line) -> bool:
    """Tell whether the line is text of the paper rather than form."""
    return line.stop - line.first > 14 and not _is_form(paper, line) and line.hit("recipients") is None


def _backtrack(paper: Paper, lines: Sequence[Line], index: int, floor: int, *, same: bool) -> int:
    """Return the line at which the form above a heading begins.

    A reference above the heading closes the paper before where both are in one language.
    """
    cyrillic = paper.cyrillic(lines[index])
    at = index
    while at - 1 > floor and (not same or _preamble(paper, lines[at - 1])) and paper.cyrillic(lines[at - 1]) == cyrillic:
        if same and _shelfmark_line(paper, lines[at - 1]):
            break
        at -= 1
    marks = [i for i in range(at, index) if _shelfmark_line(paper, lines[i])]
    # Two references between two witnesses: the first closes the one, the second opens the other.
    return marks[0] + 1 if len(marks) > 1 else at


def _preamble(paper: Paper, line: Line) -> bool:
    words = line.stop - line.first
    return line.hit(*_PREAMBLE) is not None or words < 3 or _shelfmark_line(paper, line) or _is_code(paper, line)
