"""One pass over a text: every value in it, in order, with its place.

Later stages are handed these mentions; none searches the raw text again for what was found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from politburo.reading.marks import Mark, read_mark
from politburo.reading.words import words
from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.amounts import Amount
from politburo.values.base import Value
from politburo.values.body_grammar import body_words, read_body
from politburo.values.date_grammar import date_words
from politburo.values.dates import read_date, read_year
from politburo.values.durations import duration_words, read_duration
from politburo.values.measures import (
    change_words,
    governed_by_change,
    measure_words,
    read_change,
    read_measure,
)
from politburo.values.person_grammar import read_person, read_person_list
from politburo.values.person_words import honorifics
from politburo.values.shelfmarks import Shelfmark, may_open_shelfmark, read_shelfmark
from politburo.values.spelled import resembles_adjective

__all__ = ["Mention", "Mentions", "scan"]

Reader = Callable[[Tokens, int], "Found[Value] | None"]


class Mention(NamedTuple):
    """A value in a text, the tokens it was read from, and the faults undone to read it."""

    value: Value
    first: int
    stop: int
    noise: tuple[Noise, ...] = ()


@frozen
class Mentions:
    """The mentions of a text in order, with look-up by token index."""

    all: tuple[Mention, ...]
    firsts: tuple[int, ...]

    @classmethod
    def of(cls, found: Sequence[Mention]) -> Mentions:
        """Index the mentions of a text, given in order."""
        return cls(tuple(found), tuple(mention.first for mention in found))

    def within(self, first: int, stop: int) -> tuple[Mention, ...]:
        """Return the mentions that begin at token ``first`` or later and before ``stop``."""
        return self.all[bisect_left(self.firsts, first) : bisect_left(self.firsts, stop)]

    def at(self, first: int) -> Mention | None:
        """Return the mention that begins at this token, if any."""
        index = bisect_left(self.firsts, first)
        found = index < len(self.firsts) and self.firsts[index] == first
        return self.all[index] if found else None


def scan(tokens: Tokens, marks: Iterable[Mark] = ()) -> Mentions:
    """Read every value of a text in one pass, left to right, the longest reading of its kind first.

    ``marks`` are the item marks with which lines begin: they are no values.
    """
    return Mentions.of(list(_scan(tokens, {mark.first: mark for mark in marks})))


def _scan(tokens: Tokens, marks: dict[int, Mark]) -> Iterator[Mention]:
    at, last, count = 0, None, len(tokens)
    while at < count:
        behind = _mark_stop(tokens, marks[at]) if at in marks else 0
        if behind:
            at = behind
            # A second mark may stand behind the first: «5. а) Разрешить».
            inner = read_mark(tokens, at)
            marks |= {at: inner} if inner is not None else {}
            continue
        found = _read(tokens, at, last)
        if not found:
            at += 1
            continue
        yield from found
        last = next((m.value for m in reversed(found) if isinstance(m.value, Shelfmark)), last)
        at = found[-1].stop


def _mark_stop(tokens: Tokens, mark: Mark) -> int:
    """Return the index behind an item mark («1.», «а)»), or 0 where it is none."""
    reader: Reader = read_date if tokens.kinds[mark.first] is Kind.NUMBER else read_person
    # «5. III. 1935» is a date, "I. Stalin" a name.
    return 0 if reader(tokens, mark.first) is not None else mark.stop


def _read(tokens: Tokens, at: int, last: Shelfmark | None) -> Sequence[Mention]:
    kind = tokens.kinds[at]
    if kind is Kind.WORD:
        return _read_word(tokens, at, last)
    if kind is Kind.NUMBER:
        return _read_number(tokens, at)
    return _first(tokens, at, (read_measure, read_body, read_date))


def _readers(tokens: Tokens, at: int) -> tuple[Reader, ...]:
    """Return the readers that a word may concern: of one in small letters its key tells nearly all."""
    word = tokens.keys[at]
    return _concerned(word, tokens.words[at] != word or tokens.keys[at + 1] in body_words()[1])


@lru_cache(maxsize=1 << 15)
def _concerned(word: str, named: bool) -> tuple[Reader, ...]:  # noqa: FBT001 - keywords cost time here
    """Return the readers by the words that may open what they read; names begin with any, if written so."""
    names: tuple[tuple[Reader, frozenset[str]], ...] = (
        (read_body, body_words()[0]),
        (read_person, honorifics()),
    )
    # "C. C. Molotov" are comrades, "the C.C." is a committee.
    ordered = names[::-1] if word in words("mentions", "comrade") else names
    others: tuple[tuple[Reader, frozenset[str]], ...] = (
        (read_date, date_words()),
        (read_duration, duration_words()),
        (read_measure, measure_words()),
    )
    readers = [reader for reader, keys in ordered if named or word in keys]
    readers += [reader for reader, keys in others if word in keys]
    if readers[-1:] != [read_measure] and resembles_adjective(word):
        readers.append(read_measure)
    return tuple(readers)


def _read_word(tokens: Tokens, at: int, last: Shelfmark | None) -> Sequence[Mention]:
    if may_open_shelfmark(tokens.words[at], tokens.keys[at]):
        shelfmark = read_shelfmark(tokens, at, last)
        if shelfmark:
            return (_mention(tokens, at, shelfmark),)
    if tokens.keys[at] in change_words():
        change = read_change(tokens, at)
        if change:
            return tuple(_pair(at, change))
    found = _first(tokens, at, _readers(tokens, at))
    if found and _lists_many(tokens, at, found[0]):
        return tuple(_listed(tokens, at)) or found
    return found


def _read_number(tokens: Tokens, at: int) -> Sequence[Mention]:
    if _numbers_a_point(tokens, at):
        return ()
    return _first(tokens, at, (read_date, read_duration, read_measure, read_year))


def _numbers_a_point(tokens: Tokens, at: int) -> bool:
    """Tell whether the number is that of a point or paper: "paragraph 9 of March 9", «пр. № 17»."""
    if at == 0 or not tokens.joined(at):
        return False
    before = tokens.keys[at - 1] if tokens.words[at - 1] != "." else tokens.keys[at - 2]
    return before in words("mentions", "numbered")


def _first(tokens: Tokens, at: int, readers: tuple[Reader, ...]) -> Sequence[Mention]:
    for reader in readers:
        found = reader(tokens, at)
        if found:
            return (_mention(tokens, at, found),)
    return ()


def _mention(tokens: Tokens, at: int, found: Found[Value]) -> Mention:
    value = found.value
    if isinstance(value, Amount) and governed_by_change(tokens, at):
        # «довести до 300 тысяч» names a target, no bound.
        value = value.exactly()
    return Mention(value, at, found.stop, found.noise)


def _pair(at: int, change: Found[tuple[Value, Value]]) -> Iterator[Mention]:
    before, after = change.value
    yield Mention(before, at, at + 1)
    yield Mention(after, at + 1, change.stop, change.noise)


def _lists_many(tokens: Tokens, at: int, found: Mention) -> bool:
    """Tell whether an honorific for several («т.т.», Cdes.) stands before the name just read."""
    keys = tokens.keys
    doubled = keys[at] in words("mentions", "doubled") and keys[at] == keys[at + 2]
    return found.value.kind == "person" and (doubled or keys[at] in words("mentions", "many"))


def _listed(tokens: Tokens, at: int) -> Iterator[Mention]:
    """Read the names of a list behind an honorific for several, all in the case they share."""
    found = read_person_list(tokens, at)
    begin = at
    for value in found.value if found else ():
        start = value.span.start if value.span else tokens.starts[begin]
        first = next(i for i in range(begin, len(tokens)) if tokens.starts[i] >= start)
        stop = next(
            i
            for i in range(first, len(tokens) + 1)
            if i == len(tokens) or tokens.starts[i] >= _end(value, tokens, first)
        )
        yield Mention(
            value, begin if begin == at else first, stop, found.noise if found and begin == at else ()
        )
        begin = stop


def _end(value: Value, tokens: Tokens, first: int) -> int:
    return value.span.stop if value.span else tokens.stops[first]
