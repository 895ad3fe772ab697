"""Broken text mended: what was broken by typing, printing or recognition is put together again.

Each rule gives edits (a stretch, what is to stand there, the rule's slug) and changes nothing that may
be meant. To add one: a function from a text to its edits, named in :func:`_letters`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from politburo.findings import Finding, Level
from politburo.sources.alignment import Alignment, Weaver
from politburo.sources.confusions import RULES
from politburo.sources.extract import Edit
from politburo.sources.lookalikes import mixed_words
from politburo.text import Span
from politburo.vocabulary import table

__all__ = ["Mended", "mended"]


class Mended:
    r"""A mended text, the maps back to what it was made from, and the edits that are to be told.

    >>> done = mended("П О С Т А Н О В И Л И: выдать ссу-\nду")
    >>> done.text, [finding.rule for finding in done.findings()]
    ('ПОСТАНОВИЛИ: выдать ссуду', ['hyphenation', 'spaced-letters'])
    >>> done.origin(Span(20, 25))
    Span(start=30, stop=37)
    """

    __slots__ = ("_maps", "_told", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._told: list[tuple[int, Edit]] = []
        self._maps: list[Alignment] = []

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply edits to the text, the first of those that overlap."""
        due = list(_apart(edits))
        if not due:
            return
        self._told += [(len(self._maps), edit) for edit in due if edit.rule]
        self.text, alignment = _applied(self.text, due)
        self._maps.append(alignment)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was mended, each with its place in the mended text."""
        return tuple(
            Finding(edit.rule, Level.NOTE, edit.message, self._now(edit.about or edit.span, stage))
            for stage, edit in self._told
        )

    def _now(self, span: Span, stage: int) -> Span:
        """Return where a stretch of the text of some stage stands now."""
        for alignment in self._maps[stage:]:
            span = alignment.image(span)
        return span

    def origin(self, span: Span) -> Span:
        """Return the stretch that a passage was made from."""
        for alignment in reversed(self._maps):
            span = alignment.origin(span)
        return span


def mended(text: str, asked: Iterable[Edit] = (), *, recognised: bool = False) -> Mended:
    """Mend a text, with the edits that its layout asks for, and what recognition mistook."""
    found = Mended(text)
    due = tuple(asked)
    found.apply((*_hyphenations(text, due), *due))
    for rules in RULES if recognised else ():
        found.apply(edit for rule in rules for edit in rule(found.text))
    found.apply(_letters(found.text))
    return found


def _letters(text: str) -> Iterator[Edit]:
    yield from _ligatures(text)
    yield from _spaced(text)
    yield from mixed_words(text)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits in order, of those that overlap the first one."""
    stop = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, -edit.span.stop)):
        if edit.span.start >= stop:
            stop = edit.span.stop
            yield edit


def _applied(text: str, edits: list[Edit]) -> tuple[str, Alignment]:
    weaver, at = Weaver(), 0
    for edit in edits:
        weaver.copy(text[at : edit.span.start], at)
        weaver.replace(edit.text, edit.span.start, edit.span.stop)
        at = edit.span.stop
    weaver.copy(text[at:], at)
    return weaver.text, weaver.alignment()


@cache
def _broken() -> re.Pattern[str]:
    letter = r"[^\W\d_]"
    return re.compile(
        rf"(?P<first>(?<!\w){letter}++)(?P<hyphen>[-\u2010\u00ad¬])(?P<gap>[ \t]{{0,8}}\r?\n[ \t]{{0,80}})"
        rf"(?P<second>{letter}++)[^\s]*+(?P<space>[ \t]?)"
    )


def _hyphenations(text: str, asked: tuple[Edit, ...]) -> Iterator[Edit]:
    """Yield the words that go on in the next line: the line ends behind them, or not if that is asked."""
    joined = {edit.span.start: edit for edit in asked if edit.text == " "}
    for edit in joined.values():
        yield from _hyphenated_gap(text, edit)
    if not re.search("[-\u2010\u00ad¬][ \t\r]*\n", text):
        return
    for match in _broken().finditer(text):
        first, second = match["first"], match["second"]
        if match.start("gap") in joined or not second[0].islower() or len(first) + len(second) < 3:
            continue
        yield _joining(first, second, Span(match.start("hyphen"), match.end("gap")), match["hyphen"])
        if match["space"]:
            yield Edit(Span(*match.span("space")), "\n")


def _hyphenated_gap(text: str, edit: Edit) -> Iterator[Edit]:
    """Yield what joins the halves of a word over a line end that the layout takes away."""
    gap = edit.span
    if (
        text[gap.start - 1 : gap.start] not in set("-\u2010\u00ad¬")
        or not text[gap.stop : gap.stop + 1].islower()
    ):
        return
    first = re.search(r"[^\W\d_]*\Z", text[max(0, gap.start - 60) : gap.start - 1])
    second = re.compile(r"[^\W\d_]+").match(text, gap.stop)
    if first and first.group() and second:
        yield _joining(first.group(), second.group(), Span(gap.start - 1, gap.stop), text[gap.start - 1])


def _joining(first: str, second: str, span: Span, hyphen: str) -> Edit:
    kept = "-" if hyphen == "-" and _is_compound(first, second) else ""
    message = f"a word broken at the end of a line: {first}{kept}{second}"
    word = Span(span.start - len(first), span.stop + len(second))
    return Edit(span, kept, "hyphenation", message, word)


def _is_compound(first: str, second: str) -> bool:
    """Tell whether the hyphen belongs to the word: «северо-восток», «кто-либо»."""
    words = table("mending")
    before, behind = first.casefold(), second.casefold()
    if before == "по":
        return behind.endswith(tuple(words["endings_behind_po"]))
    return (
        before in words["before_hyphen"]
        or behind in words["behind_hyphen"]
        or f"{before}-{behind}" in words["compounds"]
    )


def _ligatures(text: str) -> Iterator[Edit]:
    for match in re.finditer("[\ufb00-\ufb06]", text):
        letters = unicodedata.normalize("NFKC", match.group())
        yield Edit(Span(*match.span()), letters, "ligature", f"a ligature is read as {letters}")


@cache
def _spaced_out() -> re.Pattern[str]:
    letter = r"[^\W\d_]"
    return re.compile(
        rf"(?<![\w.-])(?<!\b{letter} ){letter}(?: {letter}){{3,60}}+(?![\w'’-])(?! {letter}\b)(?!\.)"
    )


def _spaced(text: str) -> Iterator[Edit]:
    """Yield the words whose letters are spaced out, several in a row parted where they are known."""
    for match in _spaced_out().finditer(text):
        letters = match.group().replace(" ", "")
        if not (letters.isupper() or letters[1:].islower()):
            continue
        meant = _parted(letters)
        span = Span(*match.span())
        yield Edit(span, meant, "spaced-letters", f"letters spaced out: read as {meant}")


def _parted(letters: str) -> str:
    """Return the words in a run of letters, if all of them are known headings; the run otherwise."""
    known, words, at = set(table("mending")["headings"]), list[str](), 0
    while at < len(letters):
        stops = range(len(letters), at, -1)
        stop = next((stop for stop in stops if letters[at:stop].casefold() in known), None)
        if stop is None:
            return letters
        words.append(letters[at:stop])
        at = stop
    return " ".join(words)
