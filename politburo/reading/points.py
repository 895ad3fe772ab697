"""Points and sub-points: «7.- О Монголии.», «п. 85/72», «СЛУШАЛИ: … ПОСТАНОВИЛИ: …», «а) Отпустить …».

A mark opens a point of the protocol or a sub-point of the decision in hand. What tells them apart:
the dash behind a number and the words of a subject are a point's; the next number of a series in hand
and an order are a sub-point's. A mark of a known style closes all that is below that style.
"""

from __future__ import annotations

from politburo.reading.drafting import Block, DecisionDraft, Part, Progress
from politburo.reading.footnotes import unglued
from politburo.reading.headings import is_enacting, is_government
from politburo.reading.lines import Line
from politburo.reading.marks import Mark, order_of, read_mark
from politburo.reading.titles import Title, ordered, read_speakers, read_title, titled, topical
from politburo.reading.verbs import commands
from politburo.reading.words import words
from politburo.values.names import Body
from politburo.values.terms import Secrecy

__all__ = ["read_point", "read_speakers_line", "read_speech", "read_subpoint", "read_text", "read_title_line"]

# «СЛУШАЛИ» stands at the beginning of its line, a bracket or number aside.
_INDENT = 2
_BEHIND_SPEECH = frozenset({":", "-", "—", "."})
_UNREAD = frozenset({Part.CLOSED, Part.PRESENCE, Part.LEGEND})
_ROMAN = frozenset("IVXХ")
# Under «СЛУШАЛИ» points may be counted by letters or Roman numbers too.
_POINT_STYLES = frozenset({"1.", "1)", "1-", "п.", "А.", "A.", "I."})


def read_speech(progress: Progress, line: Line) -> bool:
    """Read СЛУШАЛИ / ПОСТАНОВИЛИ, alone on the line or with the point behind it."""
    hit = line.hit("listened", "resolved")
    if hit is None or hit.first - line.first > _INDENT:
        return _is_passed_over(progress, line)
    progress.speech = hit.label
    progress.part = Part.BODY if progress.decision is not None else Part.HEAD
    at = _behind_speech(progress, hit.stop, line.stop)
    if at < line.stop and not _is_passed_over(progress, line):
        _read_rest(progress, line, at)
    return True


def _read_rest(progress: Progress, line: Line, at: int) -> None:
    """Read what stands behind a token of a line as a line of its own."""
    rest = progress.paper.rest(line, at)
    _ = read_point(progress, rest) or read_subpoint(progress, rest) or read_text(progress, rest)


def _behind_speech(progress: Progress, at: int, stop: int) -> int:
    while at < stop and progress.paper.words[at] in _BEHIND_SPEECH:
        at += 1
    return at


def _is_passed_over(progress: Progress, line: Line) -> bool:
    """Tell whether a line says what an annexed commission heard: only what it resolved is the decision's."""
    ended = line.hit("distribution", "legend", "signature") or progress.paper.is_shelfmark(line)
    return progress.annexed and progress.speech == "listened" and not ended


# --- points -------------------------------------------------------------------------------------


def read_point(progress: Progress, line: Line) -> bool:
    """Read a line that opens a point of the protocol: its mark, its title, what stands behind."""
    mark = read_mark(progress.paper.tokens, _over_markdown(progress, line))
    if mark is None:
        return False
    if progress.speech == "resolved" and _says_again(progress, mark):
        _read_inner(progress, line, mark.stop)
        return True
    if not _opens_point(progress, line, mark):
        return False
    decision = _open(progress, mark)
    at = _behind_listened(progress, mark.stop, line.stop)
    title = read_title(progress.paper, at, line.stop)
    if title is None:
        _read_inner(progress, line, at)
    else:
        _take_title(decision, title)
        _read_behind_title(progress, line, title.stop)
    return True


def _behind_listened(progress: Progress, at: int, stop: int) -> int:
    """Return the index behind «Слушали:» where that stands between the number and the subject."""
    paper = progress.paper
    if paper.keys[at] not in words("headings", "listened") or paper.words[at + 1] != ":":
        return at
    progress.speech = "listened"
    return _behind_speech(progress, at + 1, stop)


def _over_markdown(progress: Progress, line: Line) -> int:
    at = line.first
    while at < line.stop and progress.paper.words[at] in {"#", "*"}:
        at += 1
    return at


def _says_again(progress: Progress, mark: Mark) -> bool:
    """Tell whether the column ПОСТАНОВИЛИ only repeats the number of the point."""
    decision = progress.decision
    if decision is None or mark.label != decision.number or _continues(decision, mark):
        return False
    # Behind «1. Слушали:» a list «1) …, 2) …» begins.
    return decision.mark is None or mark.style == decision.mark.style


def _opens_point(progress: Progress, line: Line, mark: Mark) -> bool:
    """Tell a point of the protocol from a sub-point of the decision that is being read."""
    listened = progress.speech == "listened" and not progress.annexed
    if listened and mark.style in _POINT_STYLES:
        decision = progress.decision
        numbered = decision is not None and decision.number.isdigit()
        return mark.style[0] in "1п" or not numbered
    if mark.style == "I.":
        return _opens_roman_point(progress, mark)
    if mark.style[0] not in "1п":
        return mark.style == "§" and not ordered(progress.paper.tokens, mark.stop, line.stop)
    named = mark.style == "п." or not {"/", "("}.isdisjoint(mark.label)
    return named or _numbers_point(progress, line, mark)


def _numbers_point(progress: Progress, line: Line, mark: Mark) -> bool:
    """Tell whether a plain number is that of a point: «7.- О Монголии.», not «2) Купить …»."""
    if progress.pending is not None and progress.decision is None:
        return mark.dash or mark.label == progress.pending.text
    if progress.decision is not None and _continues(progress.decision, mark):
        return False
    return mark.dash or progress.paper.words[line.first] == "#" or _has_subject(progress, line, mark)


def _has_subject(progress: Progress, line: Line, mark: Mark) -> bool:
    """Tell whether the words behind a mark are the subject of a point.

    An extract or annex has one point: in it a number without its dash counts sub-points, and "Note" orders.
    """
    if progress.pending is None:
        return titled(progress.paper, mark.stop, line.stop)
    return topical(progress.paper, mark.stop) and not commands(progress.paper.tokens, mark.stop)


def _opens_roman_point(progress: Progress, mark: Mark) -> bool:
    """Tell whether a Roman number is that of a point considered at the sitting."""
    decision = progress.decision
    first = decision is None and progress.pending is None
    goes_on = decision is not None and _ROMAN.issuperset(decision.number)
    return (first or goes_on) and topical(progress.paper, mark.stop)


def _continues(decision: DecisionDraft, mark: Mark) -> bool:
    """Tell whether the mark is the next one of the sub-points in hand."""
    siblings = [other for other in decision.marks if other.style == mark.style]
    return bool(siblings) and order_of(mark) == order_of(siblings[-1]) + 1 and not mark.dash


def _open(progress: Progress, mark: Mark | None = None) -> DecisionDraft:
    """Begin a decision at its mark, or at the point that the heading announced."""
    announced = progress.pending
    number = unglued(progress, mark) if mark else (announced.text if announced else "0")
    decision = progress.open(number, mark)
    if "(" in number or number.endswith(("-ОП", "-OP")):
        place = progress.place(mark) or (announced.span if announced else None)
        decision.secrecies.append(Secrecy("special_folder", span=place))
    return decision


# --- titles -------------------------------------------------------------------------------------


def read_title_line(progress: Progress, line: Line) -> bool:
    """Read the subject of an extract, on a line of its own."""
    decision = progress.decision
    if not progress.headed or progress.part is Part.CLOSED or len(line) < 2:
        return False
    if (decision is not None and (decision.title or decision.blocks)) or not topical(
        progress.paper, line.first
    ):
        return False
    title = read_title(progress.paper, line.first, line.stop)
    if title is None or title.stop < line.stop:
        return False
    _take_title(decision or _open(progress), title)
    return True


def read_speakers_line(progress: Progress, line: Line) -> bool:
    """Read the names in brackets under the title: who reported."""
    decision = progress.decision
    if (
        decision is None
        or decision.blocks
        or line.mark is not None
        or progress.paper.words[line.first] != "("
    ):
        return False
    decision.speakers.extend(read_speakers(progress.paper, line.first, line.stop))
    behind = _behind_bracket(progress, line)
    if behind < line.stop:
        _read_rest(progress, line, behind)
    return True


def _behind_bracket(progress: Progress, line: Line) -> int:
    """Return the index behind a bracket and its stop, where the column ПОСТАНОВИЛИ was run into the line."""
    words = progress.paper.words
    close = next((at for at in range(line.first, line.stop) if words[at] == ")"), line.stop)
    return close + 1 + (words[close + 1] == ".")


def _take_title(decision: DecisionDraft, title: Title) -> None:
    decision.title = title.wording
    decision.speakers.extend(title.speakers)


def _read_behind_title(progress: Progress, line: Line, at: int) -> None:
    """Read what stands behind a title in its line: who reported, or the text of the decision."""
    if at < line.stop and not read_speakers_line(progress, progress.paper.rest(line, at)):
        _read_inner(progress, line, at)


# --- sub-points and text --------------------------------------------------------------------------


def read_subpoint(progress: Progress, line: Line) -> bool:
    """Read a line that opens a sub-point of the decision in hand."""
    if line.mark is None or progress.part in {Part.CLOSED, Part.PRESENCE}:
        return False
    if not (progress.headed or progress.decision):
        return False
    _push(progress, line.mark)
    _read_inner(progress, line, line.mark.stop)
    return True


def _push(progress: Progress, mark: Mark) -> None:
    """Open the sub-point of a mark: a mark of a known style closes what is below that style."""
    decision = progress.decision or _open(progress)
    styles = [other.style for other in decision.marks]
    if mark.style in styles:
        del decision.marks[styles.index(mark.style) :]
    elif decision.marks and order_of(mark) > 1 and not _is_led(progress, decision):
        # A list that goes on in another style («А.», then «VIII.») goes on at its level.
        decision.marks.pop()
    decision.marks.append(mark)
    decision.begin(mark)


def _is_led(progress: Progress, decision: DecisionDraft) -> bool:
    """Tell whether the text before the mark ends in a colon: a list below it follows."""
    if not decision.blocks or not decision.blocks[-1].stretches:
        return True
    return progress.paper.words[decision.blocks[-1].stretches[-1][1] - 1] == ":"


def _read_inner(progress: Progress, line: Line, at: int) -> None:
    """Read the rest of a line behind a mark: further marks that begin lists, then text."""
    mark = read_mark(progress.paper.tokens, at) if at < line.stop else None
    while mark is not None and order_of(mark) == 1 and mark.stop < line.stop:
        _push(progress, mark)
        at = mark.stop
        mark = read_mark(progress.paper.tokens, at)
    if at < line.stop:
        read_text(progress, progress.paper.rest(line, at))


def read_text(progress: Progress, line: Line) -> bool:
    """Read a line of text into the directive in hand.

    An order opens the decision that a heading announced.
    """
    if progress.part in _UNREAD:
        return False
    if is_enacting(progress.paper, line) and any(_enacts(body) for body in progress.draft.bodies):
        return True
    decision = progress.decision
    if decision is None:
        announced = progress.headed and progress.pending is not None
        if not announced or not ordered(progress.paper.tokens, line.first, line.stop):
            return False
        decision = _open(progress)
    _add_text(progress, decision, line)
    return True


def _holds_table(progress: Progress, block: Block) -> bool:
    """Tell whether rows already stand under a line of the block that ends in a colon."""
    above = block.stretches[:-1]
    return any(progress.paper.words[stop - 1] == ":" for _, stop in above)


def _enacts(body: Body) -> bool:
    """Tell whether a body issues decrees: the government, or the Central Committee itself."""
    return is_government(body) or body.id == "TSK"


def _add_text(progress: Progress, decision: DecisionDraft, line: Line) -> None:
    """Add a line to the block in hand; a total goes to the block that holds its table."""
    if not decision.blocks:
        decision.begin()
    total = progress.paper.keys[line.first] in words("lending", "totals")
    if total and len(decision.marks) > 1 and not _holds_table(progress, decision.blocks[-1]):
        if decision.blocks[-1].mark is not None:
            decision.marks.pop()
        decision.begin()
    decision.blocks[-1].stretches.append((line.first, line.stop))
