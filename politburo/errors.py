"""The errors of the library: one root, fields that survive re-raising and pickling."""

from __future__ import annotations

from politburo.text import Span, caret

__all__ = ["FormatError", "LimitError", "MissingExtraError", "ParseError", "PolitburoError"]


class PolitburoError(Exception):
    """The root of every error that the library raises on purpose.

    >>> issubclass(ParseError, PolitburoError)
    True
    """


class ParseError(PolitburoError, ValueError):
    """A text is not what the parser was asked for.

    Carries the bare ``message``, the whole ``text`` and the ``span`` of the passage
    that was not understood; printing the error shows all three.

    >>> error = ParseError("expected a currency after the number", "500.000 зайцев", Span(8, 14))
    >>> print(error)
    expected a currency after the number
        500.000 зайцев
                ^^^^^^
    """

    def __init__(self, message: str, text: str, span: Span) -> None:
        super().__init__(message, text, span)
        self.message = message
        self.text = text
        self.span = span

    def __str__(self) -> str:
        """Return the message, the source line and the carets."""
        return f"{self.message}\n{caret(self.text, self.span)}"


class FormatError(PolitburoError, ValueError):
    """A file of the library's own formats (JSON, statements) is not what it should be.

    Carries the bare ``message`` and ``where``: a JSON path or a line and column.

    >>> print(FormatError("expected a list, got a string", "$.document.witnesses"))
    $.document.witnesses: expected a list, got a string
    """

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message, where)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        """Return the place and the message."""
        return f"{self.where}: {self.message}"


class MissingExtraError(PolitburoError, ImportError):
    """A package is needed that comes with one of the extras only.

    Carries the ``package`` and the ``extra`` that brings it.

    >>> print(MissingExtraError("pyarrow", "tables"))
    pyarrow is not installed: pip install 'politburo[tables]'
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        """Return what is missing and how it is installed."""
        return f"{self.package} is not installed: pip install 'politburo[{self.extra}]'"


class LimitError(PolitburoError, ValueError):
    """A text has more of something than was allowed (:class:`politburo.limits.Limits`).

    Carries ``what``, the ``limit`` and how many there are.

    >>> print(LimitError("characters", 1000, 1234))
    expected at most 1,000 characters, got 1,234
    """

    def __init__(self, what: str, limit: int, found: int) -> None:
        super().__init__(what, limit, found)
        self.what = what
        self.limit = limit
        self.found = found

    def __str__(self) -> str:
        """Return what was allowed and what there is."""
        return f"expected at most {self.limit:,} {self.what}, got {self.found:,}"
