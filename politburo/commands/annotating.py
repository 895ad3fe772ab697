"""``politburo annotate FILE``: the values of a scan as Web Annotations that IIIF viewers show."""

from __future__ import annotations

import argparse
import json
from typing import Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label
from politburo.commands.output import complain, put

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the command ``annotate``."""
    annotate = commands.add_parser(
        "annotate",
        help="write the values of a scan as annotations for IIIF viewers",
        description="Write the values of a scan (PAGE XML, ALTO, hOCR, PDF) as W3C Web Annotations: an IIIF "
        "Presentation 3 annotation page for each page, as a list where there are several. Exit status: 0 "
        "written, 2 unusable input.",
    )
    annotate.add_argument("file", metavar="FILE", help="PAGE XML, ALTO, hOCR or PDF; - is standard input")
    annotate.add_argument(
        "--canvas",
        default="",
        metavar="ADDRESS",
        help="the canvas of a page in the manifest, with {page} for its number and {image} for its image",
    )
    annotate.add_argument(
        "--base", default="urn:politburo", metavar="ADDRESS", help="what identifiers begin with"
    )
    add_input(annotate)
    annotate.set_defaults(run=_annotate)


def _annotate(options: argparse.Namespace) -> int:
    from politburo.reading.finding import find
    from politburo.sources import SourceError
    from politburo.sources.annotations import annotation_pages

    texts = Texts([options.file], options.max_chars, ocr=options.ocr)
    for name, text in texts:
        if texts.source is None:
            continue
        try:
            pages = annotation_pages(texts.source, find(text), canvas=options.canvas, base=options.base)
        except SourceError as error:
            complain(f"{label(name)}: {error}")
            return UNUSABLE
        put(f"{json.dumps(pages[0] if len(pages) == 1 else pages, ensure_ascii=False, indent=1)}\n")
    return texts.status
