"""Rows of statements against a text, one by one.

A row is held against the text first (the passage stands there, the value follows from it), then
against what the library itself reads: of what the text says it, as what, and what the rows lack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attrs import evolve, frozen

from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.records import Document
from politburo.text import Lines, Span
from politburo.values.base import Status
from politburo.verifying.following import gives, is_known, refusal
from politburo.verifying.rows import Row
from politburo.writing.statements import Statement, statements

__all__ = ["Checked", "Fault", "Tally", "Verification", "verify"]

_SHOWN = 60


class Fault(NamedTuple):
    """What is wrong with a row: a slug and a message.

    The slugs: ``property``, ``form``, ``offset``, ``quote``, ``place``, ``value``, ``entity``, ``status``,
    ``repeated``, ``passage``, ``unsupported``.
    """

    slug: str
    message: str


@frozen
class Checked:
    """A row, its faults, and whether the library reads the same in the text.

    A row without faults that is not ``confirmed`` may be right: its passage stands in the text and gives the
    value, but the library does not read it there.
    """

    row: Statement
    faults: tuple[Fault, ...] = ()
    confirmed: bool = False
    where: str = ""


@frozen
class Tally:
    """How many rows were given, how many the text has by the library's reading, and how many are both.

    >>> tally = Tally(given=4, read=5, right=4)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (1.0, 0.8, 0.889)
    """

    given: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """The share of the given rows that are right."""
        return self.right / self.given if self.given else float(not self.read)

    @property
    def recall(self) -> float:
        """The share of what the text says that was given."""
        return self.right / self.read if self.read else float(not self.given)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.given + self.read
        return 2 * self.right / both if both else 1.0


@frozen
class Verification:
    """What came of it: each row with its faults, what the rows lack, and scores by property."""

    rows: tuple[Checked, ...]
    lacking: tuple[Statement, ...]
    scores: Mapping[str, Tally]

    @property
    def faulty(self) -> tuple[Checked, ...]:
        """The rows with faults."""
        return tuple(row for row in self.rows if row.faults)

    @property
    def unconfirmed(self) -> tuple[Checked, ...]:
        """The rows without faults that the library does not read in the text."""
        return tuple(row for row in self.rows if not row.faults and not row.confirmed)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong and nothing lacking."""
        return not self.faulty and not self.lacking

    @property
    def total(self) -> Tally:
        """The score over all properties."""
        tallies = self.scores.values()
        return Tally(
            sum(t.given for t in tallies), sum(t.read for t in tallies), sum(t.right for t in tallies)
        )


def verify(
    rows: Iterable[Statement | Row] | Document,
    text: str,
    *,
    properties: Iterable[str] | None = None,
    partial: bool = False,
) -> Verification:
    r"""Hold records from elsewhere against the text they are said to come from.

    ``rows`` are statements (:func:`politburo.statements`, :func:`rows_from`) or a document; with
    ``properties`` only those are looked at, in the rows and in the text. ``partial`` rows need not have
    all that the text says; the scores count it all the same.

    >>> heading = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г."
    >>> text = heading + "\n\n7.- О Монголии.\n\nОтпустить 20.000 иен."
    >>> at = text.index("20.000")
    >>> given = Statement("ru/7/0", "money", "2000 JPY", "20.000 иен", at, at + 10)
    >>> found = verify([given], text, properties=["money"])
    >>> found.rows[0].faults[0].message
    'the passage «20.000 иен» gives 20000 JPY'
    >>> [row.value for row in found.lacking], found.total.recall
    (['20000 JPY'], 0.0)
    """
    wanted = None if properties is None else frozenset(properties)
    unknown = sorted(name for name in wanted or () if not is_known(name))
    if unknown:
        raise PolitburoError(f"there is no property {unknown[0]!r}")
    given = [row if isinstance(row, Row) else Row(row) for row in _statements(rows)]
    own = statements(read(text).document)
    found = _Verifying(text, [row for row in own if wanted is None or row.property in wanted]).of(
        [row for row in given if wanted is None or row.statement.property in wanted]
    )
    return evolve(found, lacking=()) if partial else found


def _statements(rows: Iterable[Statement | Row] | Document) -> Iterable[Statement | Row]:
    return statements(rows) if isinstance(rows, Document) else rows


def _key(row: Statement) -> tuple[str, str, str]:
    return row.entity, row.property, " ".join(row.value.split())


class _Verifying:
    """A text and the library's own statements of it, to hold rows against."""

    def __init__(self, text: str, own: list[Statement]) -> None:
        self.text = text
        self.lines = Lines(text)
        self.own = own
        # One row for each rule is all that is asked for of the findings.
        self.keys = Counter(
            {key: 1 if key[1] == "finding" else n for key, n in Counter(map(_key, own)).items()}
        )
        self.entities = {row.entity for row in own}
        self.by_value: dict[tuple[str, str], list[Statement]] = {}
        for row in own:
            self.by_value.setdefault((row.property, row.value), []).append(row)

    def of(self, rows: list[Row]) -> Verification:
        """Return what comes of some rows."""
        confirmed, seen, checked = self._confirmed([row.statement for row in rows]), set[Statement](), []
        for row, right in zip(rows, confirmed, strict=True):
            statement = row.statement
            faults = [*self.faults(statement)] or [*self.disagreements(statement, confirmed=right)]
            if statement in seen:
                faults = [Fault("repeated", "the same row stands before")]
            seen.add(statement)
            checked.append(Checked(statement, tuple(faults), right, row.where))
        return Verification(tuple(checked), tuple(self._lacking(checked)), self._scores(checked))

    def _confirmed(self, rows: list[Statement]) -> list[bool]:
        """Tell of each row whether the library reads it, first of those at the same place."""
        left, found = Counter(self.keys), [False] * len(rows)
        places = {(_key(row), row.start) for row in self.own}
        for at in sorted(range(len(rows)), key=lambda at: (_key(rows[at]), rows[at].start) not in places):
            key = _key(rows[at])
            found[at] = left[key] > 0
            left[key] -= found[at] and rows[at].property != "finding"
        return found

    # --- the row against the text ---

    def faults(self, row: Statement) -> Iterator[Fault]:
        """Yield what is wrong with a row by itself and in the text."""
        if not is_known(row.property):
            yield Fault("property", f"there is no property {row.property!r}")
            return
        refused = refusal(row.property, row.value)
        if refused:
            yield Fault("form", f"{refused}, got {row.value!r}")
        misplaced = self._misplaced(row)
        if misplaced:
            yield misplaced
        place = self._place(row)
        if place is not None and not refused:
            yield from self._unfounded(row, place)
        yield from self._status(row)

    def _misplaced(self, row: Statement) -> Fault | None:
        if row.start is None or row.stop is None:
            return self._unplaced(row)
        if row.stop > len(self.text) or row.start > row.stop:
            limit = f"expected offsets up to the end of the text, {len(self.text)}"
            return Fault("offset", f"{limit}, got {row.start} and {row.stop}")
        if self.text[row.start : row.stop] == row.quote:
            return None
        if not row.quote:
            return Fault(
                "quote", f"expected the passage as the quote, {_shown(self.text[row.start : row.stop])}"
            )
        place = self._nearest(row.quote, row.start)
        if place is None:
            return Fault("quote", f"{_shown(row.quote)} stands nowhere in the text")
        return Fault("place", f"{_shown(row.quote)} stands {self._at(place)}, not at {row.start}")

    def _unplaced(self, row: Statement) -> Fault | None:
        if row.quote:
            there = self._nearest(row.quote, 0)
            return None if there else Fault("quote", f"{_shown(row.quote)} stands nowhere in the text")
        if row.property == "finding" or row.status is Status.INFERRED or self.keys[_key(row)]:
            return None
        return Fault("passage", "expected a passage: only an inferred value can be without one")

    def _at(self, place: Span) -> str:
        line, column = self.lines.place(place.start)
        return f"in line {line}, column {column} (offset {place.start})"

    def _nearest(self, quote: str, start: int) -> Span | None:
        """Return the place of a quote that is nearest to an offset."""
        before, after = self.text.rfind(quote, 0, start + len(quote)), self.text.find(quote, start)
        found = [at for at in (before, after) if at >= 0]
        at = min(found, key=lambda at: abs(at - start), default=None)
        return None if at is None else Span(at, at + len(quote))

    def _place(self, row: Statement) -> Span | None:
        """Return where the passage of a row stands, if anywhere."""
        if row.start is not None and row.stop is not None and self.text[row.start : row.stop] == row.quote:
            return Span(row.start, row.stop)
        return self._nearest(row.quote, row.start or 0) if row.quote else None

    def _unfounded(self, row: Statement, place: Span) -> Iterator[Fault]:
        """Yield a fault where the value does not follow from the passage."""
        if row.property in ("finding", "drawdown", "basis") or self._reads(row, place):
            return
        given = gives(row.property, row.quote)
        own = [other.value for other in self._at_place(row, place) if other.property == row.property]
        # Of which points an extract was sent stands behind the name: where we read it that counts.
        unscoped = row.property == "recipient" and not own and row.value.partition(" [")[0] in given
        if row.value in given or unscoped:
            return
        expected = ", ".join(dict.fromkeys(own or given))
        says = f"gives {expected}" if expected else f"is no {row.property}"
        yield Fault("value", f"the passage {_shown(row.quote)} {says}")

    def _reads(self, row: Statement, place: Span) -> bool:
        """Tell whether the library reads that value of any property in the passage."""
        same = [other for other in self._at_place(row, place) if other.value == row.value]
        if row.start is None and not same:
            return bool(self.keys[_key(row)])
        return bool(same)

    def _at_place(self, row: Statement, place: Span) -> list[Statement]:
        if row.start is not None:
            return [other for other in self.own if _overlaps(other, place)]
        return [other for other in self.own if other.quote == row.quote]

    def _status(self, row: Statement) -> Iterator[Fault]:
        own = [
            other for other in self.by_value.get((row.property, row.value), ()) if other.entity == row.entity
        ]
        statuses = {other.status for other in own if row.start is None or _overlaps(other, _span(row))}
        if statuses and row.status not in statuses:
            expected = " or ".join(status.value for status in statuses)
            yield Fault("status", f"expected {expected}, got {row.status.value}")

    # --- the row against what the library reads ---

    def disagreements(self, row: Statement, *, confirmed: bool) -> Iterator[Fault]:
        """Yield what is wrong with a row whose passage stands in the text and gives the value."""
        same = [
            other for other in self.by_value.get((row.property, row.value), ()) if self._is_there(other, row)
        ]
        if same:
            if row.entity not in {other.entity for other in same}:
                yield Fault(
                    "entity", f"expected {_or(other.entity for other in same)}: there the text says it"
                )
        elif not confirmed:
            yield from self._unsupported(row)

    def _unsupported(self, row: Statement) -> Iterator[Fault]:
        others = [other for other in self.own if other.value == row.value and self._is_there(other, row)]
        if row.property == "finding":
            yield Fault("unsupported", "nothing of the kind is found in the text")
        elif others:
            yield Fault("property", f"the text says it as {_or(other.property for other in others)}")
        elif row.entity not in self.entities and not any(
            e.startswith(row.entity + "/") for e in self.entities
        ):
            yield Fault("entity", f"the text has no {row.entity}")
        elif row.start is None and not row.quote:
            yield Fault("unsupported", "no passage of the text says it")

    def _is_there(self, other: Statement, row: Statement) -> bool:
        if row.start is None:
            return not row.quote or other.quote == row.quote
        return _overlaps(other, _span(row))

    # --- the text against the rows ---

    def _lacking(self, checked: list[Checked]) -> Iterator[Statement]:
        """Yield what the library reads and no row says."""
        given = Counter(_key(each.row) for each in checked)
        placed = {(*_key(each.row), each.row.start) for each in checked}
        missing = +Counter({key: count - given[key] for key, count in self.keys.items()})
        # Of a value that is said several times, those places are lacking at which no row has it.
        for row in sorted(self.own, key=lambda row: (*_key(row), row.start) in placed):
            if missing[_key(row)] > 0:
                missing[_key(row)] -= 1
                yield row

    def _scores(self, checked: list[Checked]) -> dict[str, Tally]:
        given, right = (
            [_counted(each) for each in side] for side in (checked, [c for c in checked if c.confirmed])
        )
        read = Counter(name for _, name, _ in self.keys.elements())
        tallies = (
            Counter(name for name, _ in dict.fromkeys(given)),
            Counter(name for name, _ in dict.fromkeys(right)),
        )
        return {
            name: Tally(tallies[0][name], read[name], tallies[1][name])
            for name in sorted({*read, *tallies[0]})
        }


def _counted(checked: Checked) -> tuple[str, object]:
    """Return what a row is counted by: each by itself, findings by their rule."""
    row = checked.row
    return row.property, row.value if row.property == "finding" else id(checked)


def _span(row: Statement) -> Span:
    return Span(row.start or 0, row.stop or 0)


def _overlaps(row: Statement, place: Span) -> bool:
    return row.start is not None and _span(row).overlaps(place)


def _or(names: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(names))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _SHOWN else f"«{line[: _SHOWN - 1]}…»"
