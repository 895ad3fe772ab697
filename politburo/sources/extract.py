"""What a format gives: the text, the places in it, and what its layout says about line ends."""

from __future__ import annotations

from attrs import frozen

from politburo.findings import Finding
from politburo.sources.alignment import Alignment
from politburo.sources.places import Anchor, Page
from politburo.text import Span

__all__ = ["Edit", "Extract"]


@frozen
class Edit:
    """A stretch of the text and what is to stand there instead, with the rule's slug and the reason.

    ``about`` is the passage that is told of where it is more than the stretch.
    """

    span: Span
    text: str
    rule: str = ""
    message: str = ""
    about: Span | None = None


@frozen
class Extract:
    """The text of a file before mending.

    ``original`` and ``alignment`` are there where the text was cut out of another (the markup of a
    web page), ``anchors`` where the format has places of its own. ``edits`` are what the layout
    asks for: line ends that only the width of the page has made, repeated page heads.
    """

    text: str
    format: str
    encoding: str = ""
    original: str | None = None
    alignment: Alignment | None = None
    anchors: tuple[Anchor, ...] = ()
    pages: tuple[Page, ...] = ()
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
