"""Plain text and Markdown.

Plain text is taken as it stands. Where the lines have evidently been broken at a fixed width, as a
typewriter or a mail program does, the paragraphs are put together. Markdown stays as it is but for
the marks around what is emphasised or linked inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from politburo.sources.extract import Edit, Extract
from politburo.sources.laying import wraps
from politburo.text import Span

__all__ = ["broken_lines", "is_markdown", "read_markdown", "read_plain"]

# Lines broken at a width are no longer than this, and so many of them nearly reach it.
_WIDEST = 100
_FULL = 0.3


def read_plain(text: str) -> Extract:
    r"""Return plain text, with the line ends to take away where lines are broken at a width.

    >>> read_plain("ПРОТОКОЛ № 34\n\nОтложить.").edits
    ()
    """
    return Extract(text, "text", edits=tuple(broken_lines(text)))


def broken_lines(text: str) -> Iterator[Edit]:
    """Yield the line ends that only the width of the lines has made."""
    lines = list(_lines(text))
    written = [len(line) for _, line in lines if line]
    width = max(written, default=0)
    full = sum(length > 0.8 * width for length in written)
    if width > _WIDEST or width < 40 or full < 8 or full < _FULL * len(written):
        return
    for (start, line), (after, following) in pairwise(lines):
        indented = following[:2].isspace()
        if line and following and wraps(line, following, room=width - len(line), width=1, indented=indented):
            yield Edit(Span(start + len(line), after + len(following) - len(following.lstrip())), " ")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines and where they begin, without what is blank at their end."""
    start = 0
    for line in text.split("\n"):
        yield start, line.rstrip()
        start += len(line) + 1


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"^#{1,6} \S", re.MULTILINE)


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,400}(?<=[^\s*])\*\*(?![\w*])|\]\(https?://")


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: it has headings, or words in bold or links.

    >>> is_markdown("# ПРОТОКОЛ № 34"), is_markdown("ПРОТОКОЛ # 34 *)")
    (True, False)
    """
    return bool(_heading().search(text) or _strong().search(text))


@cache
def _inside() -> re.Pattern[str]:
    said = r"[^*_\[\]\n]{1,400}?"
    return re.compile(
        rf"(?P<open>\[)(?P<said>[^\]\n]{{1,400}})(?P<close>\]\(https?://[^()\s]{{1,2000}}\))"
        rf"|(?<=[\w.,;:»)] )(?P<before>\*\*|__|\*|_)(?=[^\W_])(?P<bold>{said})"
        r"(?<=[^\s*_])(?P<behind>(?P=before))(?![\w*_])"
    )


def read_markdown(text: str) -> Extract:
    r"""Return Markdown; what is emphasised or linked inside a line loses the marks around it.

    Those at the beginning of a line stay: the reader knows them.

    >>> extract = read_markdown("# ПРОТОКОЛ № 34\n\nОтпустить **500.000** золотых рублей")
    >>> [edit.span for edit in extract.edits]
    [Span(start=27, stop=29), Span(start=36, stop=38)]
    """
    groups = (("open", "close"), ("before", "behind"))
    spans = [
        Span(*match.span(group))
        for match in _inside().finditer(text)
        for pair in groups
        for group in pair
        if match[group] is not None
    ]
    return Extract(text, "markdown", edits=tuple(Edit(span, "") for span in spans))
