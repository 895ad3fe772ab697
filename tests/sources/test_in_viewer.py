"""Values on a scan in a IIIF viewer: Mirador shows the boxes of two transcribed pages on the right lines.

Mirador is one file of the npm package ``mirador``, named by ``POLITBURO_MIRADOR`` (``.ci/run`` fetches it);
the browser is Chromium (``apt-get install chromium``). Both run on the loopback alone.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from politburo.cli import main
from politburo.sources.places import Box
from tests.recognition.scanning import FACE

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Browser

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("POLITBURO_CHROMIUM") or shutil.which("chromium") or ""
MIRADOR = os.environ.get("POLITBURO_MIRADOR", "")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium: apt-get install chromium"),
    pytest.mark.skipif(not MIRADOR, reason="no Mirador: see .ci/run"),
    pytest.mark.skipif(FACE is None, reason="no typewriter face: apt-get install fonts-liberation"),
]

PAGES = (
    (
        "ПРОТОКОЛ № 34",
        "ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 26 НОЯБРЯ 1935 ГОДА.",
        "7.- О Синьцзяне.",
        "а) Отпустить правительству Синьцзяна в счет пяти-",
        "миллионного займа 500.000 золотых рублей.",
    ),
    (
        "б) Поручить НКТП поставить к 1 мая 1936 г. четыре",
        "самолета на сумму 1.200.000 рублей.",
        "в) Обязать т. Розенгольца отпустить 40.000 иен.",
    ),
)
# The lines on which values stand: not the number of the protocol, not a title that names none.
MARKED = ((False, True, False, True, True), (True, True, True))
WIDTH, HEIGHT, LEFT, TOP, LEADING, SIZE = 1200, 700, 100, 90, 100, 32
VIEWER = """<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"><style>
#viewer {{ position: absolute; inset: 0 }}</style></head><body><div id="viewer"></div>
<script src="mirador.js"></script><script>
const mark = {{ strokeStyle: "rgb(255, 0, 102)", lineWidth: 3, globalAlpha: 1 }};
window.viewer = Mirador.viewer({{ id: "viewer", workspaceControlPanel: {{ enabled: false }},
  windows: [{{ id: "scan", manifestId: "{base}/manifest.json", canvasId: "{base}/canvas/{page}" }}],
  window: {{ highlightAllAnnotations: true, forceDrawAnnotations: true, sideBarOpen: false }},
  annotations: {{ filteredMotivations: ["tagging"] }},
  osdConfig: {{ preserveViewport: true }},
  theme: {{ palette: {{ annotations: {{ default: mark, hovered: mark, selected: mark }} }} }},
}});</script></body></html>"""


def boxes() -> list[list[Box]]:
    """Return where each line of each page stands."""
    advance = SIZE * 0.6  # every letter of Liberation Mono is six tenths of its size wide
    return [
        [
            (LEFT, TOP + LEADING * at, LEFT + advance * len(line), TOP + LEADING * at + 44)
            for at, line in enumerate(page)
        ]
        for page in PAGES
    ]


def transcription() -> bytes:
    """Return the pages as PAGE XML."""
    pieces = ["<PcGts>"]
    for number, (page, places) in enumerate(zip(PAGES, boxes(), strict=True), 1):
        pieces.append(f"<Page imageFilename='{number}.png' imageWidth='{WIDTH}' imageHeight='{HEIGHT}'>")
        pieces.append("<TextRegion id='r'>")
        for line, (left, top, right, bottom) in zip(page, places, strict=True):
            points = f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"
            said = f"<TextEquiv><Unicode>{line}</Unicode></TextEquiv>"
            pieces.append(f"<TextLine><Coords points='{points}'/>{said}</TextLine>")
        pieces.append("</TextRegion></Page>")
    return "".join([*pieces, "</PcGts>"]).encode()


def images() -> list[Image]:
    from PIL import Image, ImageDraw, ImageFont

    assert FACE is not None
    face, drawn = ImageFont.truetype(FACE, SIZE), []
    for page, places in zip(PAGES, boxes(), strict=True):
        image = Image.new("RGB", (WIDTH, HEIGHT), "white")
        for line, (left, top, *_) in zip(page, places, strict=True):
            ImageDraw.Draw(image).text((left, top + 4), line, font=face, fill="black")
        drawn.append(image)
    return drawn


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the scan, its manifest and a viewer page for each of its pages."""
    folder = tmp_path_factory.mktemp("scan")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(folder)))
    base = f"http://127.0.0.1:{server.server_port}"
    shutil.copy(MIRADOR, folder / "mirador.js")
    for number, image in enumerate(images(), 1):
        image.save(folder / f"{number}.png")
        (folder / f"view{number}.html").write_text(VIEWER.format(base=base, page=number), "utf-8")
    (folder / "manifest.json").write_text(written(folder / "scan.xml", base), "utf-8")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield base
    server.shutdown()
    server.server_close()


def written(scan: Path, base: str) -> str:
    """Return what the command writes."""
    scan.write_bytes(transcription())
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(["annotate", str(scan), "--manifest", "--base", base]) == 0
    return said.getvalue()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield running
        running.close()


class Shown(NamedTuple):
    """What a reader sees of a page: the picture, and where the image stands in it."""

    picture: Image
    left: float
    top: float
    scale: float

    def inked(self, across: float, down: float) -> bool:
        """Tell whether something is drawn at a point of the page, or right beside it."""
        x, y = self.left + across * self.scale, self.top + down * self.scale
        around = ((round(x) + right, round(y) + below) for right in (-2, 0, 2) for below in range(-2, 3))
        return any(min(self._dot(*at)) < 128 for at in around)

    def _dot(self, across: int, down: int) -> tuple[int, ...]:
        dot = self.picture.getpixel((across, down))
        assert isinstance(dot, tuple)
        return dot

    def is_boxed(self, box: Box) -> bool:
        """Tell whether a line has a box around it: above, below and at both ends."""
        left, top, right, bottom = box
        steps = [left + (right - left) * at / 20 for at in range(1, 20)]
        edges = [(x, y) for x in steps for y in (top, bottom)]
        edges += [(x, (top + bottom) / 2) for x in (left, right)]
        drawn = sum(self.inked(*at) for at in edges) / len(edges)
        assert not 0.1 < drawn < 0.9, "half a box"
        return drawn > 0.5


def shown(browser: Browser, address: str, number: int) -> Shown:
    from PIL import Image

    page = browser.new_page(viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/view{number}.html")
    view: dict[str, Any] = page.wait_for_function(
        """() => { const seen = viewer.store.getState().viewers.scan;
        const place = document.querySelector(".openseadragon-canvas")?.getBoundingClientRect();
        return seen && seen.zoom && place && { ...seen, place } }""",
        timeout=30_000,
    ).json_value()
    page.wait_for_timeout(2_000)  # until the picture has been drawn and the view stands still
    view |= page.evaluate("viewer.store.getState().viewers.scan")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    assert all(url.startswith((address, "data:", "blob:")) for url in asked)
    place = view["place"]
    scale = view["zoom"] * place["width"]
    left = place["x"] + place["width"] / 2 - view["x"] * scale
    top = place["y"] + place["height"] / 2 - view["y"] * scale
    if os.environ.get("POLITBURO_PICTURES"):
        picture.save(Path(os.environ["POLITBURO_PICTURES"]) / f"viewer{number}.png")
    return Shown(picture, left, top, scale)


@pytest.mark.parametrize("number", [1, 2])
def test_mirador_shows_the_boxes_on_the_right_lines(browser: Browser, address: str, number: int) -> None:
    seen = shown(browser, address, number)
    assert tuple(map(seen.is_boxed, boxes()[number - 1])) == MARKED[number - 1]
