"""A bilingual archive page that the library carries with it: to try things on, to test with.

It has the form of a real page (catalogue head, Russian protocol, English translation of some of
its points, one loan with a tranche) and six slips of the kinds that real pages have. It was
composed for this library and says so in its first lines: nothing in it is a historical fact.
"""

from __future__ import annotations

from importlib.resources import files

__all__ = ["text"]


def text() -> str:
    """Return the specimen, as it would stand in a file.

    >>> from politburo import specimen
    >>> specimen.text().splitlines()[0]
    'SPECIMEN: composed for the politburo library; not a historical document.'
    """
    return (files(__name__) / "specimen.txt").read_text("utf-8")
