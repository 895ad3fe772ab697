"""Page images made ready for recognition: every page of the file, in grey, without specks.

A speck is ink with no stroke in it: nothing as wide as a typed stroke, and none near it. What is near a
stroke is kept as it is, so that thin joints of letters do not break. To read another kind of image: its
name in Pillow goes into ``_FORMATS``, its mark into :mod:`politburo.sources.recognising`.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from politburo.errors import MissingExtraError
from politburo.sources.errors import Limits, SourceError

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["clean", "pages_of"]

_FORMATS = ("PNG", "JPEG", "TIFF")
# A page a typist fills is so many strokes wide: at 300 dots an inch a stroke is 5 dots.
_REACHES = 1_200
# Where cleaning takes more of the ink than this, the strokes are thinner than thought: the page stays.
_LOST = 0.7


def pages_of(data: bytes, limits: Limits) -> Iterator[Image]:
    """Yield the pages of an image file in grey; a TIFF may have several.

    Raises SourceError for what is broken or larger than ``limits.pixels``.
    """
    module = _pillow()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", module.DecompressionBombWarning)
        try:
            yield from _frames(module.open(io.BytesIO(data), formats=_FORMATS), limits)
        except module.DecompressionBombError:
            raise SourceError(f"more than {limits.pixels:,} dots") from None
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            if isinstance(error, SourceError):
                raise
            raise SourceError(f"a broken image: {error or 'it cannot be opened'}") from None


def _pillow() -> Any:
    try:
        from PIL import Image
    except ImportError:
        raise MissingExtraError("Pillow", "formats") from None
    return Image


def _frames(opened: Image, limits: Limits) -> Iterator[Image]:
    count = getattr(opened, "n_frames", 1)
    if count > limits.pages:
        raise SourceError(f"{count:,} pages, more than {limits.pages:,}")
    for at in range(count):
        opened.seek(at)
        if opened.width * opened.height > limits.pixels:
            raise SourceError(f"more than {limits.pixels:,} dots", f"page {at + 1}")
        yield _in_grey(opened)


def _in_grey(page: Image) -> Image:
    """Return a page in grey; what is transparent is paper."""
    if "A" in page.getbands() or "transparency" in page.info:
        over = page.convert("RGBA")
        paper = _pillow().new("RGBA", page.size, "white")
        return _pillow().alpha_composite(paper, over).convert("L")  # type: ignore[no-any-return]
    if page.mode.startswith("I;16"):
        return page.point(lambda dot: dot / 256).convert("L")
    return page.convert("L")


def clean(page: Image) -> Image:
    """Return a page in grey without specks; one whose strokes would suffer is left as it is."""
    from PIL import ImageFilter

    reach = round(min(page.size) / _REACHES)
    if not reach:
        return page
    smooth = page.filter(ImageFilter.GaussianBlur(reach / 2))
    paper = _share(smooth.histogram(), 0.5)
    ink = _ink(smooth)
    strokes = smooth.filter(ImageFilter.MaxFilter(2 * reach + 1)).point(_darker(ink)).reduce(2)
    near = strokes.filter(ImageFilter.MaxFilter(4 * reach + 1)).resize(page.size)
    cleaned = _pillow().composite(smooth, _pillow().new("L", page.size, paper), near)
    enough = (1 - _LOST) * _dark(smooth, ink)
    return cleaned if _dark(cleaned, ink) >= enough else page


def _ink(page: Image) -> int:
    """Return how light ink may be: three quarters of the way from the darkest dots to the paper."""
    darkest, paper = (_share(page.histogram(), share) for share in (0.0003, 0.5))
    return round(darkest + 0.75 * (paper - darkest))


def _share(histogram: list[int], share: float) -> int:
    """Return the lightness that this share of the dots does not reach."""
    passed = accumulate(histogram)
    return next(at for at, dots in enumerate(passed) if dots >= share * sum(histogram))


def _darker(ink: int) -> list[int]:
    return [255 if light < ink else 0 for light in range(256)]


def _dark(page: Image, ink: int) -> int:
    return sum(page.histogram()[:ink])
