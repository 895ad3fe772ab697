"""``politburo collate FILE [FILE2]``: two witnesses of a paper side by side."""

from __future__ import annotations

import argparse
from typing import Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label
from politburo.commands.output import in_color, put, width

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the command ``collate``."""
    collate = commands.add_parser(
        "collate",
        help="set two witnesses of a paper side by side",
        description="Set the witnesses of a paper side by side: transcription and translation in one file, "
        "or two files of one paper. Exit status: 0 they agree, 1 they disagree on more than words, 2 there "
        "is nothing to collate or a file cannot be used.",
    )
    collate.add_argument("first", metavar="FILE", help="a text of any format; - is standard input")
    collate.add_argument("second", nargs="?", metavar="FILE2", help="another edition of the paper")
    add_input(collate)
    collate.set_defaults(run=_collate)


def _collate(options: argparse.Namespace) -> int:
    from politburo.checking import Collation, findings_of
    from politburo.showing.collation import side_by_side

    names = [name for name in (options.first, options.second) if name is not None]
    texts = Texts(names, options.max_chars, ocr=options.ocr)
    documents = [reading.document for _, reading in texts.readings()]
    if texts.status:
        return texts.status
    one = len(documents) == 1
    collation = Collation.of(*documents) if one else Collation.between(*documents)
    shown = ("", "") if one else (label(names[0]), label(names[1]))
    put(side_by_side(collation, shown, width=width(), color=in_color()))
    return int(bool(findings_of(collation))) if collation.comparisons else UNUSABLE
