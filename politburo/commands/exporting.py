"""``politburo export FILE --as tei`` and ``politburo cite FILE``: papers in the forms of other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from politburo.commands.files import UNUSABLE, Texts, add_input, papers
from politburo.commands.output import complain, put
from politburo.errors import PolitburoError

if TYPE_CHECKING:
    from politburo.records import Document
    from politburo.sources import Source

__all__ = ["add"]

_FORMS = ("tei", "turtle", "json-ld", "annotations", "ftm")
_STYLES = ("chicago", "gost", "archival", "csl", "bibtex", "ris")


def add(commands: Any) -> None:
    """Add the commands ``export`` and ``cite``."""
    export = commands.add_parser(
        "export",
        help="write papers in the forms of other programs",
        description="Write a paper as TEI P5, RDF, Web Annotations or FollowTheMoney entities. "
        "Exit status: 0 written, 2 unusable input.",
    )
    _add_paths(export)
    export.add_argument("--as", dest="form", choices=_FORMS, required=True, help="the form to write")
    export.add_argument(
        "--base", help="the address of the paper (default: urn:politburo: and its file's name)"
    )
    export.set_defaults(run=_export)
    cite = commands.add_parser("cite", help="cite papers")
    _add_paths(cite)
    cite.add_argument("--style", choices=_STYLES, default="chicago", help="default chicago")
    cite.set_defaults(run=_cite)


def _add_paths(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text of any format (- is standard input), or a folder of them",
    )
    add_input(command)


def _documents(texts: Texts) -> Iterator[tuple[str, Document]]:
    from politburo.reader import read

    for name, text in texts:
        yield name, read(text).document


def _export(options: argparse.Namespace) -> int:
    texts = Texts(papers(options.paths, ocr=options.ocr), options.max_chars, ocr=options.ocr)
    if options.form in {"tei", "json-ld", "annotations"} and len(texts.names) != 1:
        complain(f"expected one paper to write as {options.form}, got {len(texts.names)}")
        return UNUSABLE
    try:
        for name, document in _documents(texts):
            base = options.base or f"urn:politburo:{quote(PurePath(name).name)}"
            writer = _writers()[options.form]
            put(writer(document, base, Path(name).name, texts.source).rstrip("\n") + "\n")
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    return texts.status


@cache
def _writers() -> Mapping[str, Callable[[Document, str, str, Source | None], str]]:
    from politburo.writing.linked import to_annotations, to_rdf
    from politburo.writing.money_trail import to_ftm
    from politburo.writing.tei import to_tei

    return {
        "tei": lambda document, _base, _name, scan: to_tei(document, scan),
        "turtle": lambda document, base, _name, _: to_rdf(document, base=base),
        "json-ld": lambda document, base, _name, _: to_rdf(document, base=base, format="json-ld"),
        "annotations": lambda document, base, _name, _: to_annotations(document, source=base),
        "ftm": lambda document, _base, name, _: to_ftm(document, key=name),
    }


def _cite(options: argparse.Namespace) -> int:
    from politburo.writing.citations import cite

    texts = Texts(papers(options.paths, ocr=options.ocr), options.max_chars, ocr=options.ocr)
    for _, document in _documents(texts):
        put(f"{cite(document, options.style)}\n")
    return texts.status
