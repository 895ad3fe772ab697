"""Papers typed on page images as a scanner would give them: askew, blurred, speckled, from a fixed seed."""

from __future__ import annotations

import io
import random
import re
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

__all__ = ["FACE", "pages_of", "pdf_of", "printed"]

_FACES = (
    "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf",
    "/usr/share/fonts/truetype/paratype/PTM55F.ttf",
)
FACE = next((face for face in _FACES if Path(face).exists()), None)

# A4 at 300 dots an inch; ten characters an inch, as a typewriter has them, one and a half lines apart.
DPI = 300
PAGE = (2480, 3508)
SIZE, LEADING = 50, 75
LEFT, TOP = 250, 280
COLUMNS = 66
LINES = 38

# What the machine and the scanner do to a page.
ASKEW = 0.7
BLUR = 1.3
SPECKS = 2_500
GRAIN = 0.12


def printed(text: str) -> str:
    """Return a paper of the corpus as it stands on paper: without the marks of Markdown."""
    lines = (re.sub(r"^#{1,6} ", "", line).replace("**", "").rstrip() for line in text.split("\n"))
    return re.sub(r"\\([_*.\[\]#])|^<(https?://\S+)>$", r"\1\2", "\n".join(lines), flags=re.MULTILINE)


def _typed(text: str) -> list[list[str]]:
    """Return the lines of each page, broken at the width of the page."""
    lines: list[str] = []
    for line in printed(text).split("\n"):
        lines += textwrap.wrap(line, COLUMNS, break_on_hyphens=False) or [""]
    return [lines[at : at + LINES] for at in range(0, len(lines), LINES)]


def pages_of(text: str, seed: str) -> list[Image.Image]:
    """Return the pages of a paper as a scanner gives them; the same for the same seed."""
    assert FACE is not None
    face = ImageFont.truetype(FACE, SIZE)
    chance = random.Random(seed)  # noqa: S311 - specks are no secret
    return [_scanned(_drawn(lines, face), chance) for lines in _typed(text)]


def _drawn(lines: list[str], face: ImageFont.FreeTypeFont) -> Image.Image:
    page = Image.new("L", PAGE, 255)
    draw = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        draw.text((LEFT, TOP + LEADING * at), line, font=face, fill=30)
    return page


def _scanned(page: Image.Image, chance: random.Random) -> Image.Image:
    draw = ImageDraw.Draw(page)
    for _ in range(SPECKS):
        across, down = chance.randrange(page.width), chance.randrange(page.height)
        ink, reach = chance.choice((0, 90, 255)), chance.choice((1, 1, 2, 3))
        draw.ellipse((across, down, across + reach, down + reach), fill=ink)
    turned = page.rotate(chance.uniform(-ASKEW, ASKEW), Image.Resampling.BICUBIC, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(BLUR))
    grain = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
    return Image.blend(blurred, grain, GRAIN)


def pdf_of(text: str, seed: str) -> bytes:
    """Return a paper as archives send it: a PDF that holds only the images of its pages."""
    first, *others = pages_of(text, seed)
    data = io.BytesIO()
    first.save(data, "PDF", resolution=DPI, save_all=True, append_images=others, quality=90)
    return data.getvalue()
