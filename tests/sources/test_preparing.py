"""Page images made ready for recognition: every page, in grey, without specks, and none too large."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image, ImageDraw

from politburo.errors import MissingExtraError
from politburo.sources import Limits, SourceError
from politburo.sources.preparing import clean, pages_of

PAPER, INK = 240, 30


def page(*, stroke: int, specks: bool = True) -> Image.Image:
    """Return a page of A4 with upright strokes on one half and specks on the other."""
    made = Image.new("L", (2480, 3508), PAPER)
    draw = ImageDraw.Draw(made)
    for at in range(40):
        draw.rectangle((200 + 40 * at, 300, 200 + 40 * at + stroke - 1, 340), fill=INK)
        if specks:
            draw.rectangle((200 + 40 * at, 2000, 201 + 40 * at, 2001), fill=INK)
    return made


def darkest(made: Image.Image, top: int, bottom: int) -> float:
    extremes = made.crop((0, top, made.width, bottom)).getextrema()
    assert isinstance(extremes[0], int | float)
    return extremes[0]


def test_specks_go_and_strokes_stay() -> None:
    made = clean(page(stroke=6))
    assert darkest(made, 1900, 2100) > PAPER - 15
    assert darkest(made, 280, 360) < INK + 40
    assert made.size == (2480, 3508)


def test_a_page_of_hair_strokes_stays_as_it_is() -> None:
    hair = page(stroke=2, specks=False)
    assert clean(hair) is hair


def test_a_small_picture_and_an_empty_page_are_left_alone() -> None:
    small = page(stroke=6).resize((500, 700))
    assert clean(small) is small
    empty = Image.new("L", (2480, 3508), PAPER)
    assert clean(empty).getextrema() == (PAPER, PAPER)


def written(made: Image.Image, form: str, **options: object) -> bytes:
    data = io.BytesIO()
    made.save(data, form, **options)
    return data.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_picture_becomes_grey(mode: str) -> None:
    made = Image.new(mode, (4, 3))
    [grey] = pages_of(written(made, "PNG"), Limits())
    assert (grey.mode, grey.size) == ("L", (4, 3))
    # What is transparent is paper, not ink.
    assert grey.getpixel((0, 0)) == (255 if mode in {"LA", "RGBA"} else 0)


def test_a_tiff_has_pages() -> None:
    first, *others = (Image.new("1", (width, 3)) for width in (4, 5, 6))
    data = written(first, "TIFF", save_all=True, append_images=others)
    assert [each.width for each in pages_of(data, Limits())] == [4, 5, 6]
    with pytest.raises(SourceError, match="3 pages, more than 2"):
        list(pages_of(data, Limits(pages=2)))


@pytest.mark.parametrize("pixels", [11, 1])
def test_a_page_of_too_many_dots_is_refused_before_it_is_unpacked(pixels: int) -> None:
    with pytest.raises(SourceError, match=f"page 1: more than {pixels} dots"):
        list(pages_of(written(Image.new("L", (4, 3)), "PNG"), Limits(pixels=pixels)))


def test_a_bomb_of_a_page_is_refused() -> None:
    data = bytearray(written(Image.new("1", (4, 3)), "PNG"))
    import zlib

    data[16:24] = (100_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with pytest.raises(SourceError, match="more than 150,000,000 dots"):
        list(pages_of(bytes(data), Limits()))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" + bytes(50), b"II*\0" + bytes(50), b""]
)
def test_a_broken_picture_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="a broken image"):
        list(pages_of(data, Limits()))


def test_a_cut_picture_is_told() -> None:
    data = written(page(stroke=6), "PNG")
    with pytest.raises(SourceError, match="a broken image"):
        list(pages_of(data[: len(data) // 2], Limits()))


def test_without_pillow_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(Image.new("L", (4, 3)), "PNG")
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(
        MissingExtraError, match=r"Pillow is not installed: pip install 'politburo\[formats\]'"
    ):
        list(pages_of(data, Limits()))
