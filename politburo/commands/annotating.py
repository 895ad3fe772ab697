"""``politburo annotate FILE``: the values of a scan as Web Annotations that IIIF viewers show."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any, cast

from politburo.commands.files import UNUSABLE, Texts, add_input, label
from politburo.commands.output import complain, put

if TYPE_CHECKING:
    from politburo.sources import Source

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
    annotate.add_argument(
        "--manifest",
        action="store_true",
        help="write a manifest of the scan that holds the annotations, for any IIIF viewer; needs --base",
    )
    annotate.add_argument(
        "--images",
        default="",
        metavar="ADDRESS",
        help="the image of a page in the manifest, with {page} and {image} (default: {image} below --base)",
    )
    add_input(annotate)
    annotate.set_defaults(run=_annotate)


def _annotate(options: argparse.Namespace) -> int:
    from politburo.sources import SourceError

    texts = Texts([options.file], options.max_chars, ocr=options.ocr)
    for name, text in texts:
        try:
            # Only what is taken exactly as it stands comes without a source.
            written = _written(options, cast("Source", texts.source), text)
        except SourceError as error:
            complain(f"{label(name)}: {error}")
            return UNUSABLE
        put(f"{json.dumps(written, ensure_ascii=False, indent=1)}\n")
    return texts.status


def _written(options: argparse.Namespace, source: Source, text: str) -> Any:
    """Return the manifest, or the annotation pages, a single one by itself."""
    from politburo.reading.finding import find
    from politburo.sources.annotations import annotation_pages, manifest

    values, where = find(text), {"canvas": options.canvas, "base": options.base}
    if options.manifest:
        return manifest(source, values, images=options.images, **where)
    pages = annotation_pages(source, values, **where)
    return pages[0] if len(pages) == 1 else pages
