"""The lines of a text, and the phrases of the form that stand in them.

One automaton over the tokens finds every fixed phrase («Выписки посланы», "in classified
storage"); the stages after it ask lines for their phrases and never compare text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from politburo.reading.marks import Mark, order_of, read_mark
from politburo.reading.words import affixes, words
from politburo.text import Span
from politburo.tokens import Kind, Tokens
from politburo.vocabulary import table

__all__ = ["Hit", "Line", "lines_of", "marks_of", "rest_of"]

# Marks that may stand between the beginning of a line and a phrase of the form.
# What stands before a mark that runs on in a line.
_BEFORE_MARKS = frozenset({",", ";", ":", "."})
_BEFORE_LISTS = _BEFORE_MARKS | {")"}
_OPENERS = frozenset('([{«"“*#-–—•_<')

# Before the stop that ends a sentence a bracket or a quotation may close.
_CLOSED = frozenset(")]»”\"'")
# A line of more tokens may be several that were run together.
_RUN_TOGETHER = 80
# So many tokens has the mark of a point: «№ 4.»
_LONGEST_MARK = 3
# A word spaced out letter by letter has so many letters at least and at most.
_SHORTEST_SPACED = 5
_LONGEST_SPACED = 16

# How many tokens after the first mark of a list in a line the second is looked for.
_NEXT_MARK = 600


# What may stand between two stamps: "TOP SECRET / SPECIAL FILE".
_BETWEEN_STAMPS = frozenset({".", "/", ",", ";"})


class Hit(NamedTuple):
    """A phrase of the form: its label, its meaning, and the tokens it covers."""

    label: str
    value: str
    first: int
    stop: int


@frozen
class Line:
    """One line of the text that is not blank: its tokens, its place, the phrases in it.

    ``gap`` is the number of line breaks before it: 2 or more where a paragraph begins; ``mark`` the
    item mark with which it begins.
    """

    first: int
    stop: int
    span: Span
    gap: int
    hits: tuple[Hit, ...] = ()
    mark: Mark | None = None

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self.stop - self.first

    def hit(self, *labels: str) -> Hit | None:
        """Return the first phrase of the line with one of these labels.

        >>> line = lines_of(Tokens("Выписки посланы: т. Элиаве"))[0]
        >>> line.hit("distribution").label, line.hit("storage")
        ('distribution', None)
        """
        for hit in self.hits:
            if hit.label in labels:
                return hit
        return None

    def value(self, label: str) -> str:
        """Return the meaning of the first phrase with this label, or an empty string."""
        found = self.hit(label)
        return found.value if found else ""


def lines_of(tokens: Tokens) -> tuple[Line, ...]:
    r"""Return the lines of a text that are not blank, each with its phrases of the form.

    >>> [line.hit("heading") is not None for line in lines_of(Tokens("ПРОТОКОЛ № 34\nот 1 мая"))]
    [True, False]
    """
    return tuple(_lines(tokens))


def marks_of(lines: Iterable[Line]) -> Iterator[Mark]:
    """Iterate over the item marks with which lines begin."""
    return (line.mark for line in lines if line.mark is not None)


def rest_of(tokens: Tokens, line: Line, at: int) -> Line:
    """Return what stands in a line from a token on, as a line of its own."""
    hits = tuple(hit for hit in line.hits if hit.first >= at)
    return Line(at, line.stop, tokens.span(at, line.stop), 1, hits, read_mark(tokens, at))


def _lines(tokens: Tokens) -> Iterator[Line]:
    count = len(tokens)
    starts = [at for at in range(1, count) if tokens.breaks[at]]
    for begin, end in pairwise((0, *starts, count) if count else ()):
        for first, stop in _parts(tokens, begin, end):
            gap = tokens.breaks[first] if first == begin else 1
            hits = tuple(_hits(tokens, first, stop))
            yield Line(first, stop, tokens.span(first, stop), gap, hits, read_mark(tokens, first))


def _parts(tokens: Tokens, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut a line where flattened columns or a list that runs on begin a line of their own."""
    begin = first
    while begin + 1 < stop and tokens.words[begin] in {".", "…"}:
        begin += 1
    if begin > first:
        yield first, begin
    for end in (*run_together(tokens, begin, stop), stop):
        for at in (*_cuts(tokens, begin, end), end):
            if at > begin:
                yield begin, at
                begin = at


def run_together(tokens: Tokens, first: int, stop: int) -> Iterator[int]:
    """Return where lines began that a mirror ran together: points, stamps, lists of addressees.

    >>> tokens = Tokens("Minutes N 16 of 25 March 1926 Strictly secret 12. On tea. Excerpts sent: to X.")
    >>> [tokens.words[at] for at in run_together(Tokens(tokens.text + " and" * 70), 0, 88)]
    ['Strictly', '12', '12', 'Excerpts']
    """
    if stop - first <= _RUN_TOGETHER:
        return
    phrases, keys, depth = _phrases(), tokens.keys, 0
    for at in range(first + 1, stop):
        depth += {"(": 1, ")": -1}.get(tokens.words[at], 0)
        if depth > 0 or not _may_head(tokens, at):
            continue
        hits = _longest(phrases.get(keys[at], ()), keys, at, opening=True)
        if hits and hits[0].label == "secrecy" and _is_stamp(tokens, hits[0].stop):
            yield at
            yield hits[0].stop
        elif _lists_extracts(tokens, at, hits) or _heads_point(tokens, at):
            yield at


def _may_head(tokens: Tokens, at: int) -> bool:
    """Tell whether a line may have begun here: behind a full stop, a bracket, a year or a stamp."""
    before, word = tokens.words[at - 1], tokens.words[at]
    if tokens.tight(at) or not (word[:1].isupper() or tokens.kinds[at] is Kind.NUMBER):
        return False
    if before == ".":
        # «п. 5. О ценах», «раздел 3. О расчетах» are parts of a sentence.
        return len(tokens.words[at - 2]) > 1 or tokens.words[at - 2] in _CLOSED
    return before in {")", "]"} or tokens.kinds[at - 1] is Kind.NUMBER or tokens.kinds[at] is Kind.NUMBER


def _is_stamp(tokens: Tokens, at: int) -> bool:
    """Tell whether a stamp ends here: a number, a stop or a bracket follows, no word of a sentence."""
    return tokens.kinds[at] is not Kind.WORD


def _lists_extracts(tokens: Tokens, at: int, hits: list[Hit]) -> bool:
    """Tell whether «Выписки посланы:» stands here, its colon inside the phrase or behind it."""
    listed = bool(hits) and hits[0].label == "distribution"
    worded = tokens.keys[at].startswith(affixes("distribution", "excerpts"))
    return listed and worded and ":" in tokens.words[hits[0].stop - 1 : hits[0].stop + 1]


def _heads_point(tokens: Tokens, at: int) -> bool:
    """Tell whether the number of a point stands here: its mark behind a sentence, and its subject."""
    if tokens.kinds[at] is not Kind.NUMBER or tokens.kinds[at + 1] is not Kind.MARK:
        return False
    if tokens.words[at - 1] not in {".", ")", "]"} and tokens.keys[at - 1] not in words(
        "headings", "stamped"
    ):
        return False
    mark = read_mark(tokens, at)
    return mark is not None and tokens.keys[mark.stop] in words("titles", "topics")


def _cuts(tokens: Tokens, first: int, stop: int) -> Iterator[int]:
    series: dict[str, int] = {}
    written, keys, headed = tokens.words, tokens.keys, _headed()
    for at in range(first, stop):
        # Nearly no word can head a column or be a label.
        if keys[at] in headed and _is_label(tokens, at) and ":" in written[at + 1 : at + 3] and at > first:
            series.clear()
            yield at
        elif keys[at] in headed and _is_column(tokens, at, first) and (written[at + 1] == ":" or at == first):
            series.clear()
            if at > first:
                yield at
        elif (
            at == first
            or written[at] == "("
            or (written[at - 1] in _BEFORE_LISTS and _may_follow(tokens, at))
        ):
            mark = read_mark(tokens, at)
            if mark is not None and _runs_on(tokens, mark, series, opening=at == first):
                series[mark.style] = order_of(mark)
                if at > first:
                    yield at


@cache
def _headed() -> frozenset[str]:
    return words("headings", "labels") | words("headings", "columns")


def _is_label(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][:1].isupper() and tokens.keys[at] in words("headings", "labels")


def _is_column(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a token heads a column: «ПОСТАНОВИЛИ», or «Постановлено:» behind a subject."""
    behind_subject = tokens.words[at + 1] == ":" and at - first > _LONGEST_MARK
    written = tokens.words[at].isupper() or (behind_subject and tokens.words[at][0].isupper())
    return written and tokens.keys[at] in words("headings", "columns")


def _may_follow(tokens: Tokens, at: int) -> bool:
    """Tell whether a mark of a list may stand behind the token before."""
    before = tokens.words[at - 1]
    return before in _BEFORE_MARKS or (before == ")" and _in_column(tokens, at))


def _in_column(tokens: Tokens, at: int) -> bool:
    """Tell whether a token stands behind «ПОСТАНОВИЛИ:» or behind the point's mark there."""
    return tokens.words[at - 1] in {".", ")"} and tokens.words[at - 3] in {":", "", "."}


def _runs_on(tokens: Tokens, mark: Mark, series: dict[str, int], *, opening: bool) -> bool:
    """Tell whether a mark inside a line is one of a list: «а) …, б) …», "(1) … (2) …".

    A first mark needs a second of its series later in the line; numbers with a stop never run on.
    """
    if mark.style in {"1.", "1-", "п.", "I.", "section", "А.", "A."} or tokens.words[mark.stop] in {
        ",",
        ".",
        ")",
        "",
    }:
        return False
    place = order_of(mark)
    if opening and place and mark.style[0] in "аaАA":
        return True
    if place == series.get(mark.style, 0) + 1 and place > 1:
        return True
    return place == 1 and (opening or _continued(tokens, mark))


def _continued(tokens: Tokens, mark: Mark) -> bool:
    """Tell whether a second mark of the series stands further on in the line."""
    for at in range(mark.stop, min(mark.stop + _NEXT_MARK, len(tokens))):
        if tokens.breaks[at]:
            return False
        if tokens.words[at - 1] in _BEFORE_MARKS or tokens.words[at] == "(":
            other = read_mark(tokens, at)
            if other is not None and other.style == mark.style and order_of(other) == 2:
                return True
    return False


def _hits(tokens: Tokens, first: int, stop: int) -> Iterator[Hit]:
    phrases, keys, opening, resume = _phrases(), tokens.keys, True, -1
    if _is_spaced(tokens, first, stop):
        yield from _spaced(tokens, first, stop)
        return
    for at in range(first, stop):
        opening = opening or at == resume
        if keys[at] in phrases:
            for hit in _longest(phrases[keys[at]], keys, at, opening=opening):
                # «Top Secret ("Special Folder")»: a stamp may stand behind a stamp.
                stamp = hit.label in {"secrecy", "copy_note"}
                resume = hit.stop + (tokens.words[hit.stop] in _BETWEEN_STAMPS) if stamp else resume
                yield hit
        opening = opening and _may_open(tokens, at)


def _is_spaced(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a line is one word with its letters spaced out: «В Ы П И С К А»."""
    letters = [word for word in tokens.words[first : min(stop, first + _LONGEST_SPACED)] if word.isalpha()]
    return len(letters) >= _SHORTEST_SPACED and stop - first <= len(letters) + 1 and _are_letters(letters)


def _are_letters(words: list[str]) -> bool:
    return all(len(word) == 1 and word.isupper() for word in words)


def _spaced(tokens: Tokens, first: int, stop: int) -> Iterator[Hit]:
    """Iterate over what a word with its letters spaced out says."""
    word = "".join(key for key in tokens.keys[first:stop] if key.isalpha())
    for phrase, meanings in _phrases().get(word, ()):
        if len(phrase) == 1:
            yield from (Hit(label, value, first, stop) for label, value, _ in meanings)


def _may_open(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may stand between the beginning of a line and a phrase of the form."""
    if tokens.kinds[at] is Kind.NUMBER:
        return len(tokens.words[at]) < 3
    return tokens.kinds[at] is Kind.MARK and tokens.words[at] in _OPENERS


Phrase = tuple[tuple[str, ...], tuple[tuple[str, str, bool], ...]]


def _longest(phrases: tuple[Phrase, ...], keys: list[str], at: int, *, opening: bool) -> list[Hit]:
    """Return the hits of the longest phrase that stands at a token (several labels may share it)."""
    for phrase, meanings in phrases:
        stop = at + len(phrase)
        if tuple(keys[at:stop]) == phrase:
            hits = [Hit(label, value, at, stop) for label, value, anywhere in meanings if anywhere or opening]
            if hits:
                return hits
    return []


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases by their first word, the longest first."""
    made: dict[str, list[Phrase]] = {}
    for phrase, meanings in table("forms").items():
        words = tuple(phrase.split())
        packed = tuple((label, value, where == "any") for label, value, where in meanings)
        made.setdefault(words[0], []).append((words, packed))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in made.items()}
