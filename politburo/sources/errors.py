"""Why a file cannot be taken as a text, and how much of one is taken at most."""

from __future__ import annotations

from attrs import frozen

from politburo.errors import PolitburoError

__all__ = ["Limits", "SourceError"]


class SourceError(PolitburoError, ValueError):
    """A file cannot be taken as a text.

    Carries the bare ``message`` and ``where``: a page, a line and column, a part of an archive;
    empty where the file as a whole is meant.

    >>> print(SourceError("expected </p>, got </div>", "line 3, column 9"))
    line 3, column 9: expected </p>, got </div>
    """

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message, where)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        """Return the place, if there is one, and the message."""
        return f"{self.where}: {self.message}" if self.where else self.message


@frozen
class Limits:
    """How much of a file is taken: beyond a limit the file is refused, never cut off.

    ``characters`` of text, ``pages`` of a PDF, ``markup`` characters of HTML or XML (packed in a
    DOCX or ODT or not), ``depth`` of elements in one another, ``parts`` in an archive, ``bytes``
    of the file, ``pixels`` of a page image.

    >>> Limits(pages=100).depth
    200
    """

    characters: int = 10_000_000
    bytes: int = 256_000_000
    markup: int = 64_000_000
    elements: int = 1_000_000
    depth: int = 200
    parts: int = 5_000
    pages: int = 5_000
    pixels: int = 150_000_000
