"""Text recognition as a convenience: images, and PDFs without a text layer, read by Tesseract.

Tesseract is called as a program (Debian: ``tesseract-ocr``, ``tesseract-ocr-rus``) and answers with hOCR,
so that every word keeps its outline and how sure its reading is. It is given each page without specks
(:mod:`politburo.sources.preparing`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from politburo.findings import Finding, Level
from politburo.sources.errors import Limits, SourceError
from politburo.sources.extract import Extract
from politburo.sources.hocr import sheets_of
from politburo.sources.laying import Sheet, lay
from politburo.sources.paragraphs import regrouped
from politburo.sources.places import Page
from politburo.sources.preparing import clean, pages_of
from politburo.sources.recognising import is_image

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["recognised"]

_LANGUAGES = ("rus", "eng")
_TIMEOUT = 300
_DPI = 300
# A word read with less confidence than this is told.
_UNSURE = 0.6


def recognised(data: bytes, limits: Limits) -> Extract:
    """Return what Tesseract reads on an image or on the pages of a PDF that has been opened without text.

    Words of which it is not sure are findings. Raises SourceError where there is no Tesseract or
    where it can make nothing of the file.
    """
    images: Iterable[Image | None] = pages_of(data, limits) if is_image(data) else _rendered(data)
    sheets = [
        _read(image, number, limits) if image is not None else Sheet(Page(number), ())
        for number, image in enumerate(images, 1)
    ]
    extract = lay("ocr", map(regrouped, sheets))
    if not extract.text:
        raise SourceError("no text was recognised")
    return evolve(extract, findings=tuple(_doubts(sheets)))


def _doubts(sheets: list[Sheet]) -> Iterator[Finding]:
    words = [
        word for sheet in sheets for region in sheet.regions for line in region.lines for word in line.words
    ]
    unsure = [word for word in words if word.confidence is not None and word.confidence < _UNSURE]
    if unsure:
        message = f"{len(unsure)} of {len(words)} words were recognised with a confidence below {_UNSURE:.0%}"
        yield Finding("recognition", Level.WARNING, message)


def _read(image: Image, number: int, limits: Limits) -> Sheet:
    """Return what Tesseract reads on one page."""
    program = shutil.which("tesseract")
    if program is None:
        raise SourceError("tesseract is not installed (Debian: apt install tesseract-ocr tesseract-ocr-rus)")
    arguments = [program, "stdin", "stdout", "-l", _languages(program), "--dpi", str(_DPI), "hocr"]
    try:
        done = _answer(arguments, _grey(clean(image)))
    except subprocess.TimeoutExpired:
        raise SourceError(f"tesseract took more than {_TIMEOUT} seconds", f"page {number}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise SourceError(f"tesseract could not read it: {said[-1]}", f"page {number}")
    found = sheets_of(done.stdout.decode("utf-8", "replace"), limits)
    sheet = found[0] if found else Sheet(Page(number), ())
    return evolve(sheet, page=evolve(sheet.page, number=number, image=""))


def _answer(arguments: list[str], image: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run Tesseract on an image; its threads only wait for each other, so that one is faster."""
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(  # noqa: S603
        arguments, input=image, capture_output=True, check=False, timeout=_TIMEOUT, env=alone
    )


def _grey(page: Image) -> bytes:
    """Return a page as PGM, which needs no packing."""
    return b"P5 %d %d 255\n" % page.size + page.tobytes()


@cache
def _languages(program: str) -> str:
    """Return those of our languages that are installed."""
    done = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=60)  # noqa: S603
    installed = set(done.stdout.decode("utf-8", "replace").split())
    found = [language for language in _LANGUAGES if language in installed]
    if "rus" not in found:
        raise SourceError("tesseract has no Russian (Debian: apt install tesseract-ocr-rus)")
    return "+".join(found)


def _rendered(data: bytes) -> Iterator[Image | None]:
    """Yield the pages of a PDF as images in grey, nothing for a page that is broken."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for at in range(len(document)):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            yield None
            continue
        across, down = page.get_size()
        # A page may claim to be kilometres wide; recognition needs no more than this.
        scale = min(_DPI / 72, 10_000 / max(across, down, 1))
        yield page.render(scale=scale, grayscale=True).to_pil()
