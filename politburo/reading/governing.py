"""Lines that govern what follows: «Опросом членов Политбюро от 16.IV.30 г.», «от 1.Х.35г.»."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from politburo.reading.drafting import DecisionDraft, Governing, Part, Progress
from politburo.reading.headings import dated_hit
from politburo.reading.lines import Hit, Line
from politburo.reading.words import words
from politburo.values.dates import PartialDate
from politburo.values.terms import Procedure

__all__ = ["procedures_in", "read_governing"]

# A line that governs is short, and says so at its beginning.
_LONGEST = 26
_INDENT = 8
_BESIDE_DATE = frozenset(".,:[]()*")


def read_governing(progress: Progress, line: Line) -> bool:
    """Read a line that dates the decisions below it or says how they were taken."""
    paper = progress.paper
    said = dated_hit(paper, line) or line.hit("procedure") or _approval(progress, line)
    date = _date_said(progress, line, said)
    bare = _is_bare_date(progress, line)
    if not bare and (line.mark is not None or said is None):
        return False
    if said is not None and not (_is_short(line, said) and (date or line.hit("procedure"))):
        return False
    if ((bare and said is None) or _spans_days(progress, line, date)) and _dates_witness(progress):
        progress.draft.dates.extend([date] if date else [])
        progress.draft.procedures.extend(procedures_in(progress, line))
    elif (decision := _noted_decision(progress, line)) is not None:
        _note(decision, procedures_in(progress, line), date)
    else:
        _govern(progress, line, opened(date), bare=said is None)
    return True


def _is_short(line: Line, said: Hit) -> bool:
    near = said.label == "approval" or said.first - line.first <= _INDENT
    return near and len(line) <= _LONGEST


def _approval(progress: Progress, line: Line) -> Hit | None:
    """Return who approved it, in a bracket: «(Протокол комиссии от 1 ноября, утвержден ПБ 5.XI.31 г.)»."""
    return line.hit("approval") if progress.paper.words[line.first] == "(" else None


def _date_said(progress: Progress, line: Line, said: Hit | None) -> PartialDate | None:
    """Return the date behind an approval, in other lines the first one."""
    if said is None or said.label != "approval":
        return progress.paper.date(line)
    behind = progress.paper.mentions.within(said.stop, line.stop)
    return next((m.value for m in behind if isinstance(m.value, PartialDate)), None)


def _is_bare_date(progress: Progress, line: Line) -> bool:
    """Tell whether the line is a date and nothing else: «от 1.Х.35г.», "from 17 June 1936"."""
    found = next(progress.paper.named(line, PartialDate), None)
    if found is None:
        return False
    keys, dressing = progress.paper.keys, words("headings", "date_dressing")
    if progress.decision is None:
        dressing = dressing | words("headings", "date_places")
    beside = keys[line.first : found.first] + keys[found.stop : line.stop]
    return all(word in dressing or word in _BESIDE_DATE for word in beside)


def _spans_days(progress: Progress, line: Line, date: PartialDate | None) -> bool:
    """Tell whether a line of the heading dates the whole: «ПРИНЯТЫЕ ОПРОСОМ С 3 ПО 21 СЕНТЯБРЯ 1948 ГОДА»."""
    interval = date is not None and date.start != date.end and None not in (date.start, date.end)
    return interval and progress.paper.words[line.first].isupper()


def _dates_witness(progress: Progress) -> bool:
    """Tell whether a bare date is that of the heading above it."""
    draft = progress.draft
    return bool(draft.bodies) and not draft.dates and not draft.decisions


def _noted_decision(progress: Progress, line: Line) -> DecisionDraft | None:
    """Return the decision above a bracket that says how it was taken, and nothing of those below."""
    paper, decision = progress.paper, progress.decision
    taken = paper.words[line.first] == "(" and paper.keys[line.first + 1] in words("headings", "taken")
    return decision if taken and decision is not None and decision.blocks else None


def _note(decision: DecisionDraft, procedures: Sequence[Procedure], date: PartialDate | None) -> None:
    """Take a note under a decision: its day and procedure are the decision's own."""
    decision.dates[:] = [date] if date else decision.dates
    decision.procedures[:] = procedures or decision.procedures


def _govern(progress: Progress, line: Line, date: PartialDate | None, *, bare: bool) -> None:
    """Let the line govern: a poll before the first decision is the witness's, a later one each decision's."""
    spoken, decision = procedures_in(progress, line), progress.decision
    if progress.part is Part.HEAD and decision is None:
        progress.draft.procedures.extend(() if progress.draft.procedures else spoken)
        spoken = ()
    kept = progress.governing.dates if bare else ()
    progress.governing = Governing((date,) if date else kept, spoken)
    bracketed = progress.paper.words[line.first] == "("
    if decision is not None and not decision.blocks and date is not None and bracketed:
        decision.dates.append(date)
        decision.procedures.extend(spoken)


def procedures_in(progress: Progress, line: Line) -> tuple[Procedure, ...]:
    """Return the procedure that a line names, as none or one."""
    found = line.hit("procedure")
    return (Procedure(found.value, span=progress.span(found.first, found.stop)),) if found else ()


def opened(date: PartialDate | None) -> PartialDate | None:
    """Return the day of «от 1 октября», "from 1 October": the line names a day, not a beginning.

    >>> str(opened(PartialDate.parse("1935-10-01/..")))
    '1935-10-01'
    """
    return evolve(date, end=date.start) if date is not None and date.end is None else date
