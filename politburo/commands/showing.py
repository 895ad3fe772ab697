"""``politburo show FILE… --to page.html``: papers as pages for readers."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label, papers
from politburo.commands.output import complain, put
from politburo.errors import PolitburoError
from politburo.files import write_atomically

if TYPE_CHECKING:
    from politburo.showing.site import Paper

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the command ``show``."""
    show = commands.add_parser(
        "show",
        help="write papers as pages for readers",
        description="Write a paper as one HTML page, or several papers and folders as a small site. "
        "Exit status: 0 written, 2 unusable input.",
    )
    show.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text of any format (- is standard input), or a folder of them",
    )
    show.add_argument(
        "--to",
        required=True,
        metavar="TARGET",
        help="the page to write (page.html), or the folder of the site",
    )
    show.add_argument(
        "--language", choices=("en", "ru"), default="en", help="the language of the page itself"
    )
    add_input(show)
    show.set_defaults(run=_show)


def _show(options: argparse.Namespace) -> int:
    names, target = papers(options.paths, ocr=options.ocr), Path(options.to)
    texts = Texts(names, options.max_chars, ocr=options.ocr)
    one_page = target.suffix.casefold() in {".html", ".htm"}
    if one_page and len(names) != 1:
        complain(f"{label(options.to)}: expected a folder to write the site of {len(names)} papers to")
        return UNUSABLE
    try:
        for path, page in _page(texts, target, options) if one_page else _site(texts, target, options):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, page)
            put(f"{label(str(path))}\n")
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    return texts.status


def _page(texts: Texts, target: Path, options: argparse.Namespace) -> Iterator[tuple[Path, str]]:
    from politburo.showing.html import show

    for paper in _papers(texts):
        yield target, show(paper.document, language=options.language)


def _site(texts: Texts, target: Path, options: argparse.Namespace) -> Iterator[tuple[Path, str]]:
    from politburo.showing.site import site

    for name, page in site(_papers(texts), language=options.language):
        yield target / name, page


def _papers(texts: Texts) -> Iterator[Paper]:
    """Yield the papers, each by its name below the folder that holds all of them."""
    from politburo.showing.site import Paper

    folder = _common_folder(texts.names)
    for name, reading in texts.readings():
        yield Paper(os.path.relpath(name, folder) if name != "-" else name, reading.document)


def _common_folder(names: Sequence[str]) -> str:
    """Return the deepest folder of all files; where a disk keeps them elsewhere is nothing for a site."""
    folders = [os.path.dirname(os.path.abspath(name)) for name in names if name != "-"]  # noqa: PTH100, PTH120
    return os.path.commonpath(folders) if folders else "."
