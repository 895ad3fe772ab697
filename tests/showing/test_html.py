"""The reader page and the site of a folder as texts; test_in_browser sees how they behave."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo import specimen
from politburo.checking.rules import RULES
from politburo.errors import PolitburoError
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import Document, Protocol, Recipient, Witness
from politburo.showing.html import show
from politburo.showing.interface import LANGUAGES, interface
from politburo.showing.marking import Marks, paragraphs, visible
from politburo.showing.saying import meaning, saying
from politburo.showing.site import Paper, site
from politburo.showing.views import facings, outside, remainder
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.terms import Action, Secrecy, Wording

CORPUS = Path(__file__).parents[1] / "corpus"
PAPERS = sorted(path.stem for path in CORPUS.glob("*.txt"))
NASTY = """ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

7.- О <script>alert('x')</script>.

Отпустить "100" & 500 руб. \x00\x1b[2J\u202e</p> {{ 7*7 }}\r
"""


class Page(HTMLParser):
    """What a page has: the ids of its elements, its links within, and how its tags are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"] or "")
        if (found.get("href") or "").startswith("#"):
            self.links.append(found["href"] or "")
        if tag not in {"meta", "link", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@cache
def document(name: str) -> Document:
    """Read a paper of the corpus, the specimen or the nasty one, once for all tests."""
    texts: dict[str, Callable[[], str]] = {"specimen": specimen.text, "nasty": lambda: NASTY}
    written = texts.get(name, lambda: (CORPUS / f"{name}.txt").read_text("utf-8"))
    return read(written()).document


@pytest.mark.parametrize("name", [*PAPERS, "specimen", "nasty"])
def test_links_lead_to_elements_and_ids_are_single(name: str) -> None:
    page = Page(show(document(name), language="ru" if name == "specimen" else "en"))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {unquote(link[1:]) for link in page.links} - set(page.ids) == set()


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_shows_the_whole_text_once(name: str) -> None:
    paper = document(name)
    marks = Marks(paper)
    parts = [part for stretch in outside(paper, marks) for part in stretch.paragraphs]
    parts += [
        part
        for facing in facings(paper, marks)
        for row in facing.rows
        for block in row.blocks
        if block
        for part in block.paragraphs
    ]
    shown = "".join("".join(piece.text for piece in part.pieces) for part in parts)
    assert sorted("".join(shown.split())) == sorted("".join(visible(paper.text).split()))


@pytest.mark.parametrize("name", PAPERS)
def test_every_finding_stands_once_in_a_margin(name: str) -> None:
    page = Page(show(document(name)))
    placed = [name for name in page.ids if name.startswith("finding-")]
    expected = [f"finding-{number}" for number in range(1, len(document(name).findings) + 1)]
    assert sorted(placed) == sorted(expected)


def test_points_face_each_other() -> None:
    paper = document("specimen")
    [facing] = facings(paper, Marks(paper))
    numbers = [tuple(block and block.number for block in row.blocks) for row in facing.rows]
    assert numbers == [("", ""), ("40", "40"), ("41", None), ("42", "42"), ("43", None)]


def test_what_only_the_second_witness_has_follows_what_it_follows_there() -> None:
    heading = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.\n\n{}\n\n"
    english = "Protocol No. 34 of the Politburo of the TsK VKP(b) of 26 November 1935\n\n{}\n"
    text = heading.format("7.- О Монголии.\n\nОтложить.\n\n9.- О Туве.\n\nОтложить.")
    points = ("7. Concerning Mongolia.", "8. Concerning Wool.", "9. Concerning Tuva.")
    text += english.format("".join(f"{point}\n\nPostpone.\n\n" for point in points))
    paper = read(text).document
    [facing] = facings(paper, Marks(paper))
    numbers = [tuple(block and block.number for block in row.blocks) for row in facing.rows]
    assert numbers == [("", ""), ("7", "7"), (None, "8"), ("9", "9")]


def test_a_paper_full_of_markup_is_text() -> None:
    page = show(document("nasty"))
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in page
    assert page.count("<script>") == 1  # the page's own
    assert "{{ 7*7 }}" in page
    assert "\x00" not in page
    assert r"\x00\x1b[2J\u202e" in page


def test_lone_surrogates_can_be_written() -> None:
    assert "\\ud800" in show(Document("О\ud800")).encode("utf-8").decode("utf-8")


def test_findings_without_a_passage_are_shown() -> None:
    finding = Finding("date-conflict", Level.ERROR, "the dates disagree")
    assert "the dates disagree" in show(Document("", findings=(finding,)))


def test_records_without_passages_are_shown() -> None:
    assert "ru" in show(Document("", witnesses=(Witness("ru", "ru"),)))


def test_a_value_without_a_passage_is_marked_nowhere() -> None:
    marks = Marks(Document("О Монголии", witnesses=(Witness("ru", "ru", Protocol((Wording("34"),))),)))
    assert [mention.value for mention in marks.mentions] == [Wording("34")]
    assert marks.marks == []


@given(st.text(alphabet="аб#*\\_ \n\r<&\x00\u202e", max_size=60))
def test_any_text_is_a_page_that_shows_it(text: str) -> None:
    marks = Marks(Document(text))
    shown = "".join(p.text for part in paragraphs(text, Span(0, len(text))) for p in marks.pieces(text, part))
    assert "".join(shown.split()) == "".join(visible(text).split())
    Page(show(Document(text)))


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(PolitburoError, match="expected one of en, ru"):
        show(Document(""), language="fr")


def test_a_site_counts_an_extract_once_that_two_witnesses_tell_of() -> None:
    [*_, (_, index)] = site([Paper("specimen.txt", document("specimen"))])
    sent = index.partition('id="by-addressee"')[2].partition('id="by-body"')[0]
    rozengolts = sent.partition("<h3>Rozengol")[2].partition("</div>")[0]
    assert "<small>2</small>" in rozengolts  # points 40 and 42, in Russian and in English
    assert rozengolts.count('class="under">1932-04-17') == 2


def test_every_rule_has_a_name_in_both_languages() -> None:
    slugs = {rule.slug for rule in RULES}
    assert all(set(interface(language).tables["rules"]) == slugs for language in LANGUAGES)


def test_both_interfaces_have_the_same_phrases() -> None:
    english, russian = (interface(language).tables for language in LANGUAGES)
    assert english.keys() == russian.keys()
    for table in (
        "phrases",
        "statuses",
        "groups",
        "levels",
        "languages",
        "kinds",
        "properties",
        "entries",
        "rules",
    ):
        assert english[table].keys() == russian[table].keys()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (MonetaryAmount.parse("500000 RUB_GOLD"), "500\xa0000 золотых рублей"),
        (MonetaryAmount.parse("3 RUB_GOLD"), "3 золотых рубля"),
        (Quantity.parse("20 motor_vehicle"), "20 автомашин"),
        (PartialDate.parse("1924-03-01/.."), "с 1 марта 1924 г."),
        (Duration.parse("P2W"), "2 недели"),
        (Rate.parse("4.5"), "4,5 % годовых"),
        (Secrecy("strictly_secret"), "строго секретно"),
        (Action("charge"), "поручить"),
        (Body("NKVT"), "НКВТ"),
        (Recipient(Body("NKVT"), ("а",)), "НКВТ [а]"),
    ],
)
def test_values_in_russian(value: Value, words: str) -> None:
    assert saying(value, "ru") == words


def test_a_common_surname_has_no_meaning() -> None:
    assert meaning(Person("Каганович"), "ru") == ""
    assert meaning(Person("Каганович", "Л.М."), "ru").startswith("Каганович Лазарь")


def test_a_remainder_needs_sums_of_one_unit() -> None:
    [loan, *_] = document("specimen").witnesses[0].loans
    assert str(remainder(loan)) == "1150000 RUB_GOLD"


def test_the_site_links_its_pages_and_indexes() -> None:
    papers = [Paper(f"{name}.txt", document(name)) for name in PAPERS[:14]]
    written = dict(site(papers, language="ru"))
    index = written["index.html"]
    assert 'href="en-04-military-loan-1936.html#' in index
    for heading in ("По датам", "По учреждениям", "По лицам", "По ссудам"):
        assert heading in index
    assert 'href="index.html"' in written["en-04-military-loan-1936.html"]
