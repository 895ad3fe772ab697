"""Places in a text: half-open spans, and the source line with a caret under a passage."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from politburo.display import Shown

__all__ = ["Lines", "Span", "caret"]


@frozen(order=True)
class Span(Shown):
    """A half-open stretch of a text, counted in Unicode code points of the text as given.

    >>> text = "отпустить 500.000 золотых рублей"
    >>> Span(10, 32).of(text)
    '500.000 золотых рублей'
    >>> len(Span(10, 17)), Span(10, 17) in Span(10, 32)
    (7, True)
    """

    start: int
    stop: int

    def of(self, text: str) -> str:
        """Return the passage of ``text`` that the span covers.

        >>> Span(0, 4).of("ПОСТАНОВИЛИ")
        'ПОСТ'
        """
        return text[self.start : self.stop]

    def shifted(self, by: int) -> Span:
        """Return the span moved by a number of characters.

        >>> Span(1, 3).shifted(10)
        Span(start=11, stop=13)
        """
        return Span(self.start + by, self.stop + by)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character.

        >>> Span(0, 4).overlaps(Span(3, 5)), Span(0, 4).overlaps(Span(4, 5))
        (True, False)
        """
        return self.start < other.stop and other.start < self.stop

    def __contains__(self, other: object) -> bool:
        """Tell whether a span lies wholly inside this one, or an offset in it."""
        if isinstance(other, Span):
            return self.start <= other.start and other.stop <= self.stop
        return isinstance(other, int) and self.start <= other < self.stop

    def __len__(self) -> int:
        """Return the number of characters covered."""
        return self.stop - self.start


def caret(text: str, span: Span, *, indent: str = "    ") -> str:
    r"""Return the source line of a passage with carets under it.

    A passage that runs over several lines is marked on its first line. An empty
    passage (the end of the text, say) gets one caret.

    >>> print(caret("на 5 кораблей\nи 6 лодок", Span(16, 23)))
        и 6 лодок
          ^^^^^^^
    """
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    line = text[begin:end].expandtabs(1)
    width = max(1, min(span.stop, end) - span.start)
    return f"{indent}{line}\n{indent}{' ' * (span.start - begin)}{'^' * width}"


class Lines:
    r"""The lines of a text, to tell in which of them an offset lies.

    >>> Lines("ПРОТОКОЛ\n№ 34").place(11)
    (2, 3)
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1 on, counted in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
