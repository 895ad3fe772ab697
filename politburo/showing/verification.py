"""A verification for a terminal: faulty rows, what is lacking, scores."""

from __future__ import annotations

from collections.abc import Iterator

from politburo.showing.passages import printable
from politburo.text import Lines
from politburo.verifying import Checked, Tally, Verification
from politburo.writing.statements import Statement

__all__ = ["verification_report"]


def verification_report(found: Verification, text: str, name: str = "row", paper: str = "") -> str:
    """Return the faults row by row, what the rows lack, and a table of scores.

    ``name`` and ``paper`` are those of the records and of the text.

    >>> print(verification_report(Verification((), (), {}), ""))
    0 rows, 0 with faults, 0 lacking
    """
    lines = [*_faults(found, name), *_unconfirmed(found, name), *_lacking(found, Lines(text), paper)]
    rows = "1 row" if len(found.rows) == 1 else f"{len(found.rows)} rows"
    counts = f"{rows}, {len(found.faulty)} with faults, {len(found.lacking)} lacking"
    return "\n".join([*lines, *_scores(found), counts])


def _faults(found: Verification, name: str) -> Iterator[str]:
    for checked in found.faulty:
        for fault in checked.faults:
            said = f"{_said(checked.row)}: {printable(fault.message)}"
            yield f"{_label(checked, name)}: error [{fault.slug}] {said}"


def _unconfirmed(found: Verification, name: str) -> Iterator[str]:
    for checked in found.unconfirmed:
        said = f"{_said(checked.row)}: the library does not read it there"
        yield f"{_label(checked, name)}: note [unconfirmed] {said}"


def _label(checked: Checked, name: str) -> str:
    return f"{name}: {checked.where}" if checked.where else name


def _lacking(found: Verification, lines: Lines, paper: str) -> Iterator[str]:
    prefix = f"{paper}:" if paper else ""
    for row in found.lacking:
        place = "{}:{}: ".format(*lines.place(row.start)) if row.start is not None else " " * bool(prefix)
        quote = f" «{printable(' '.join(row.quote.split()))}»" if row.quote else ""
        yield f"{prefix}{place}error [lacking] {_said(row)}: the text says it,{quote or ' without a passage'}"


def _said(row: Statement) -> str:
    return printable(f"{row.entity} {row.property} {row.value}")


def _scores(found: Verification) -> Iterator[str]:
    if not found.scores:
        return
    yield ""
    yield f"{'property':<16}{'given':>7}{'read':>7}{'right':>7}{'precision':>11}{'recall':>9}{'F1':>7}"
    for name, tally in [*found.scores.items(), ("all", found.total)]:
        yield _score(name, tally)
    yield ""


def _score(name: str, tally: Tally) -> str:
    counts = f"{tally.given:>7}{tally.read:>7}{tally.right:>7}"
    return f"{printable(name):<16}{counts}{tally.precision:>11.3f}{tally.recall:>9.3f}{tally.f1:>7.3f}"
