"""Rows of statements against a text, one by one.

A row is held against the text first (the passage stands there, the value follows from it), then
against what the library itself reads: of what the text says it, as what, and what the rows lack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attrs import evolve, frozen

from politburo.display import Shown
from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.records import Document
from politburo.values.base import Status
from politburo.verifying.evidence import Evidence, key_of
from politburo.verifying.following import gives, is_known, refusal
from politburo.verifying.rows import Row
from politburo.writing.statements import Statement, statements

__all__ = ["Checked", "Fault", "Tally", "Verification", "verify"]

_SHOWN = 60
_NOWHERE = "stands nowhere in the text"
# What the library alone can tell: no phrase gives it.
_NOT_FROM_WORDS = frozenset({"finding", "drawdown", "basis"})


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


@frozen(repr=False)
class Verification(Shown):
    r"""What came of it: each row with its faults, what the rows lack, and scores by property.

    >>> from politburo.verifying import rows_from, verify
    >>> table = "entity,property,value,quote\nru/0,money,50000 JPY,50.000 руб.\n"
    >>> found = verify(rows_from(table), "Отпустить НКЗему 50.000 руб.")
    >>> found.sound, [fault.message for row in found.faulty for fault in row.faults]
    (False, ['the passage «50.000 руб.» gives 50000 RUB'])
    """

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

    def __repr__(self) -> str:
        faulty, lacking = len(self.faulty), len(self.lacking)
        return f"<Verification of {len(self.rows)} rows: {faulty} with faults, {lacking} lacking>"

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
    own = [row for row in statements(read(text).document) if wanted is None or row.property in wanted]
    found = _Verifying(Evidence(text, own)).of(
        [row for row in given if wanted is None or row.statement.property in wanted]
    )
    return evolve(found, lacking=()) if partial else found


def _statements(rows: Iterable[Statement | Row] | Document) -> Iterable[Statement | Row]:
    return statements(rows) if isinstance(rows, Document) else rows


class _Verifying:
    """Rows held against the evidence."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

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
        left, found = Counter(self.evidence.keys), [False] * len(rows)
        places = {(key_of(row), row.start) for row in self.evidence.own}
        for at in sorted(range(len(rows)), key=lambda at: (key_of(rows[at]), rows[at].start) not in places):
            key = key_of(rows[at])
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
        yield from self._misplaced(row)
        if self.evidence.places(row) and not refused:
            yield from self._unfounded(row)
        yield from self._status(row)

    def _misplaced(self, row: Statement) -> Iterator[Fault]:
        text = self.evidence.text
        if row.start is None or row.stop is None:
            yield from self._unplaced(row)
        elif row.stop > len(text) or row.start > row.stop:
            limit = f"expected offsets up to the end of the text, {len(text)}"
            yield Fault("offset", f"{limit}, got {row.start} and {row.stop}")
        elif not row.quote:
            yield Fault("quote", f"expected the passage as the quote, {_shown(text[row.start : row.stop])}")
        elif text[row.start : row.stop] != row.quote:
            place = self.evidence.nearest(row.quote, row.start)
            stands = f"stands {self.evidence.said(place)}, not at {row.start}" if place else _NOWHERE
            yield Fault("place" if place else "quote", f"{_shown(row.quote)} {stands}")

    def _unplaced(self, row: Statement) -> Iterator[Fault]:
        """Yield what is wrong with the passage of a row without offsets."""
        if row.quote:
            if not self.evidence.places(row):
                yield Fault("quote", f"{_shown(row.quote)} {_NOWHERE}")
        elif not (row.property == "finding" or row.status is Status.INFERRED or self._is_read(row)):
            yield Fault("passage", "expected a passage: only an inferred value can be without one")

    def _is_read(self, row: Statement) -> bool:
        return self.evidence.keys[key_of(row)] > 0

    def _unfounded(self, row: Statement) -> Iterator[Fault]:
        """Yield a fault where the value does not follow from the passage."""
        there = self.evidence.at(row)
        if row.property in _NOT_FROM_WORDS or any(other.value == row.value for other in there):
            return
        given = gives(row.property, row.quote)
        own = [other.value for other in there if other.property == row.property]
        # Of which points an extract was sent stands behind the name: where we read it that counts.
        unscoped = row.property == "recipient" and not own and row.value.partition(" [")[0] in given
        if row.value in given or unscoped or (row.start is None and self._is_read(row)):
            return
        expected = ", ".join(dict.fromkeys(own or given))
        says = f"gives {expected}" if expected else f"is no {row.property}"
        yield Fault("value", f"the passage {_shown(row.quote)} {says}")

    def _status(self, row: Statement) -> Iterator[Fault]:
        statuses = {other.status for other in self.evidence.at(row) if key_of(other) == key_of(row)}
        if statuses and row.status not in statuses:
            expected = " or ".join(status.value for status in statuses)
            yield Fault("status", f"expected {expected}, got {row.status.value}")

    # --- the row against what the library reads ---

    def disagreements(self, row: Statement, *, confirmed: bool) -> Iterator[Fault]:
        """Yield what is wrong with a row whose passage stands in the text and gives the value."""
        there = [other for other in self.evidence.at(row) if other.value == row.value]
        entities = [other.entity for other in there if other.property == row.property]
        if entities:
            if row.entity not in entities:
                yield Fault("entity", f"expected {_or(entities)}: there the text says it")
        elif not confirmed:
            yield from self._unsupported(row, [other.property for other in there])

    def _unsupported(self, row: Statement, properties: list[str]) -> Iterator[Fault]:
        if row.property == "finding":
            yield Fault("unsupported", "nothing of the kind is found in the text")
        elif properties:
            yield Fault("property", f"the text says it as {_or(properties)}")
        elif not self.evidence.has(row.entity):
            yield Fault("entity", f"the text has no {row.entity}")
        elif row.start is None and not row.quote:
            yield Fault("unsupported", "no passage of the text says it")

    # --- the text against the rows ---

    def _lacking(self, checked: list[Checked]) -> Iterator[Statement]:
        """Yield what the library reads and no row says."""
        given = Counter(key_of(each.row) for each in checked)
        placed = {(key_of(each.row), each.row.start) for each in checked}
        missing = +Counter({key: count - given[key] for key, count in self.evidence.keys.items()})
        # Of a value that is said several times, those places are lacking at which no row has it.
        for row in sorted(self.evidence.own, key=lambda row: (key_of(row), row.start) in placed):
            if missing[key_of(row)] > 0:
                missing[key_of(row)] -= 1
                yield row

    def _scores(self, checked: list[Checked]) -> dict[str, Tally]:
        given = Counter(name for name, _ in {_counted(each) for each in checked})
        right = Counter(name for name, _ in {_counted(each) for each in checked if each.confirmed})
        read = Counter(name for _, name, _ in self.evidence.keys.elements())
        return {name: Tally(given[name], read[name], right[name]) for name in sorted({*read, *given})}


def _counted(checked: Checked) -> tuple[str, object]:
    """Return what a row is counted by: each by itself, findings by their rule."""
    row = checked.row
    return row.property, row.value if row.property == "finding" else id(checked)


def _or(names: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(names))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _SHOWN else f"«{line[: _SHOWN - 1]}…»"
