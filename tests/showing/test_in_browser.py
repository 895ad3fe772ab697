"""The reader page in a real browser: what a reader sees, hovers over, reaches by keyboard.

The browser is Chromium (``apt-get install chromium``), or whatever ``POLITBURO_CHROMIUM`` names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

from politburo import specimen
from politburo.reader import read
from politburo.showing import plots
from politburo.showing.html import show
from politburo.showing.site import Paper, site

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("POLITBURO_CHROMIUM") or shutil.which("chromium") or ""
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium: apt-get install chromium")

NASTY = """ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

7.- О <script>window.caught = 1</script> и "кавычках" 'разных'.

Отпустить <img src=x onerror="window.caught = 2"> 500 золотых рублей \x1b[2J\x00\u202e</article></html>.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield running
        running.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages that the tests open."""
    made = tmp_path_factory.mktemp("pages")
    document = read(specimen.text()).document
    for language in ("en", "ru"):
        (made / f"{language}.html").write_text(show(document, language=language), "utf-8")
    nasty = read(NASTY).document
    (made / "nasty.html").write_text(show(nasty), "utf-8")
    for name, page in site([Paper("specimen.txt", document), Paper("</script>.txt", nasty)]):
        (made / "site").mkdir(exist_ok=True)
        (made / "site" / name).write_text(page, "utf-8")
    return made


class Opened:
    """A page with what it complained of and asked the network for."""

    def __init__(self, browser: Browser, path: Path, **options: Any) -> None:
        self.page = browser.new_page(viewport={"width": 1400, "height": 900}, **options)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())
        self.address = path.as_uri()

    def close(self) -> None:
        """Close the page; it must have been quiet."""
        self.page.close()
        assert self.complaints == []
        assert [r for r in self.requests if not r.startswith(("data:", self.address))] == []


@pytest.mark.parametrize(("language", "said"), [("en", "Findings"), ("ru", "Замечания")])
def test_the_specimen_renders_quietly(browser: Browser, folder: Path, language: str, said: str) -> None:
    opened = Opened(browser, folder / f"{language}.html")
    assert opened.page.locator("html").get_attribute("lang") == language
    assert opened.page.locator("#findings h2").inner_text() == said
    left, right = opened.page.locator('[id="ru/42"]'), opened.page.locator('[id="en/42"]')
    tops = [place.bounding_box() for place in (left, right)]
    assert tops[0] is not None
    assert tops[1] is not None
    assert tops[0]["y"] == tops[1]["y"]
    assert tops[0]["x"] < tops[1]["x"]
    opened.close()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("language", "said"), [("en", "640,000 chervonets rubles"), ("ru", "640\xa0000 червонных рублей")]
)
def test_hovering_over_a_sum_tells_its_value(
    browser: Browser, folder: Path, language: str, said: str, *, scripts: bool
) -> None:
    opened = Opened(browser, folder / f"{language}.html", java_script_enabled=scripts)
    value = opened.page.get_by_text("640.000 червонных рублей").first
    tip = value.locator(".tip")
    assert not tip.is_visible()
    value.hover()
    assert tip.is_visible()
    assert said in tip.inner_text()
    assert "640000 RUB_CHERVONNY" in tip.inner_text()
    opened.close()


def test_focus_tells_and_escape_hides(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "en.html")
    value = opened.page.locator("a.value", has_text="НКТЛ")
    value.focus()
    told = value.locator(".tip").inner_text()
    assert "NKTP" in told
    assert "People's Commissariat of Heavy Industry" in told
    assert "emended" in told
    assert "expected most likely «НКТП»" in told
    opened.page.keyboard.press("Escape")
    assert not value.locator(".tip").is_visible()
    opened.close()


def test_findings_and_passages_lead_to_each_other(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "en.html")
    page = opened.page
    page.locator("a.reference", has_text="3").click()
    assert page.evaluate("location.hash") == "#finding-3"
    finding = page.locator("#finding-3")
    assert "total-mismatch" in finding.inner_text()
    assert finding.bounding_box() is not None
    finding.locator("a.back").click()
    assert page.evaluate("location.hash") == "#remark-3"
    opened.close()


def test_a_value_leads_to_its_row_and_back(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "en.html")
    page = opened.page
    page.get_by_text("1.600.000 золотых рублей").first.press("Enter")
    row = page.locator("tr:target")
    assert row.is_visible()
    assert "1600000 RUB_GOLD" in row.inner_text()
    row.get_by_role("link").click()
    assert page.evaluate("location.hash").startswith("#at-")
    opened.close()


_WATCHED = """() => {
    const all = [...document.querySelectorAll('a[href], summary, input')].filter((e) => e.tabIndex >= 0);
    const seen = all.filter((e) => e.checkVisibility());
    window.reached = new Set();
    document.addEventListener('focusin', ({target}) => { if (seen.includes(target)) reached.add(target); });
    return seen.length;
}"""


def test_the_keyboard_alone_reaches_everything(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "en.html")
    page = opened.page
    page.evaluate("document.querySelector('details.catalogue').open = true")
    wanted = page.evaluate(_WATCHED)
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
    assert page.evaluate("window.reached.size") == wanted
    once = page.evaluate("new Set([...document.querySelectorAll('a.value[id]')].map((e) => e.id)).size")
    assert once == page.locator("a.value[id]").count()
    opened.close()


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("en.html", "light"), ("ru.html", "dark"), ("nasty.html", "light"), ("site/index.html", "dark")],
)
def test_nothing_bars_readers_with_disabilities(
    browser: Browser, folder: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    # The page's policy stops axe's script as it stops any other; a browser may be told to overlook it.
    page = browser.new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": 1400, "height": 900})
    page.goto((folder / name).as_uri())
    if scheme == "light":  # the table of all values looks alike in both, and it is long
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    page.close()
    serious = [each for each in found if each["impact"] in {"serious", "critical"}]
    assert [(each["id"], each["nodes"][0]["html"]) for each in serious] == []


def test_a_paper_full_of_markup_shows_as_text(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "nasty.html")
    page = opened.page
    assert page.evaluate("window.caught") is None
    text = page.locator("main").inner_text()
    assert "<script>window.caught = 1</script>" in text
    assert """<img src=x onerror="window.caught = 2">""" in text
    assert r"\x1b[2J\x00\u202e</article></html>" in text
    opened.close()


def test_a_narrow_window_has_one_column_and_paper_no_controls(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "en.html")
    opened.page.set_viewport_size({"width": 390, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    value = opened.page.locator("a.value", has_text="НКТЛ")
    value.focus()
    box = value.locator(".tip").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)  # across the foot of the window, cut on neither side
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".legend").is_visible()
    assert opened.page.locator("#finding-3").is_visible()
    opened.close()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "parts do not make the total"), ("ru", "части не дают итога")]
)
def test_findings_are_named_in_the_language_of_the_page(
    browser: Browser, folder: Path, language: str, said: str
) -> None:
    opened = Opened(browser, folder / f"{language}.html")
    assert said in opened.page.locator("#finding-3").inner_text()
    assert "total-mismatch" in opened.page.locator("#finding-3").inner_text()
    opened.close()


def test_the_site_tells_who_was_sent_extracts(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "site" / "index.html")
    page = opened.page
    page.get_by_role("link", name="Extracts sent to").click()
    group = page.locator("#by-addressee div > div", has_text="Rozengol")
    assert group.locator("h3 small").inner_text() == "2"
    group.get_by_role("link").first.click()
    page.wait_for_url("**/specimen.html#**")
    assert "Розенгольцу" in page.locator("article:target").inner_text()
    page.close()
    assert opened.complaints == []


def test_a_plot_as_a_page_asks_the_network_for_nothing(browser: Browser, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert", reason="vl-convert-python is not installed")
    spec = plots.calendar([read(specimen.text())])
    plots.chart(spec).save(tmp_path / "calendar.html", inline=True)
    opened = Opened(browser, tmp_path / "calendar.html")
    opened.page.locator("#vis canvas, #vis svg").first.wait_for()
    opened.close()


def test_the_site_is_searched_without_a_network(browser: Browser, folder: Path) -> None:
    opened = Opened(browser, folder / "site" / "index.html")
    page = opened.page
    page.get_by_role("searchbox").fill("тувинскому золотых")
    assert page.locator("#told").inner_text() == "found: 1"
    page.get_by_role("searchbox").fill("зайцы")
    assert page.locator("#told").inner_text() == "Nothing found."
    page.get_by_role("searchbox").fill("тувинскому")
    page.locator("#results a").first.click()
    page.wait_for_url("**/specimen.html*")
    assert page.locator("article:target").get_attribute("id") == "ru/42"
    page.close()
    assert opened.complaints == []
    assert all(request.startswith(("file:", "data:")) for request in opened.requests)
