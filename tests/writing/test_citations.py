"""Papers cited; citeproc-py is the oracle of CSL-JSON."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo import specimen
from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.records import CataloguePage, Document
from politburo.values.dates import PartialDate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Wording
from politburo.writing.citations import STYLES, Source, archival, cite, csl, source_of

MARK = Shelfmark.parse("RGASPI/17/162/18/170-171")


TITLE = "Politburo Decisions Concerning Fishing Lots and a Loan to Tuva"
URL = "https://archive.example.org/document/specimen"
PLACE = "RGASPI, f. 17, op. 162, d. 12, ll. 88–90"
BIBTEX = f"""\
@misc{{politburo-1932-04-17-RGASPI-17-162-12-88-90,
  title = {{{{{TITLE}}}}},
  date = {{1932-04-17}},
  year = {{1932}},
  howpublished = {{{PLACE}}},
  translator = {{{{Thomas Sample}}}},
  langid = {{russian}},
  url = {{{URL}}}
}}"""
RIS = f"""\
TY  - MANSCPT
TI  - {TITLE}
PY  - 1932
DA  - 1932/04/17/
A4  - Thomas Sample
AV  - {PLACE}
CN  - RGASPI/17/162/12/88-90
LA  - ru
UR  - {URL}
ER  - """
CHICAGO = f"“{TITLE},” April 17, 1932, {PLACE}, obtained by Nina Sample, trans. Thomas Sample, {URL}."
GOST = f"{TITLE} : 17 апреля 1932 г. // РГАСПИ. Ф. 17. Оп. 162. Д. 12. Л. 88–90. URL: {URL}."


@pytest.mark.parametrize(
    ("style", "cited"),
    [("chicago", CHICAGO), ("gost", GOST), ("archival", PLACE), ("bibtex", BIBTEX), ("ris", RIS)],
)
def test_the_specimen_is_cited(style: str, cited: str) -> None:
    assert cite(read(specimen.text()), style) == cited


@pytest.mark.parametrize(
    ("date", "english", "russian"),
    [
        ("1935-10-01", "October 1, 1935", "1 октября 1935 г."),
        ("1935-10", "October 1935", "октябрь 1935 г."),
        ("1935", "1935", "1935 г."),
        ("1936-07-22/1936-09-01", "1936-07-22/1936-09-01", "1936-07-22/1936-09-01"),
        ("1956-03-05~", "1956-03-05~", "1956-03-05~"),
    ],
)
def test_dates_as_far_as_they_are_known(date: str, english: str, russian: str) -> None:
    document = Document("", CataloguePage(title=Wording("О"), dates=(PartialDate.parse(date),)))
    assert cite(document, "chicago") == f"“О,” {english}."
    assert cite(document, "gost") == f"О : {russian}" + ("" if russian.endswith(".") else ".")


@pytest.mark.parametrize(
    ("mark", "english", "russian"),
    [
        (
            "RGASPI/17/162/18/170",
            "RGASPI, f. 17, op. 162, d. 18, l. 170",
            "РГАСПИ. Ф. 17. Оп. 162. Д. 18. Л. 170",
        ),
        ("RGASPI/17/162/18/", "RGASPI, f. 17, op. 162, d. 18", "РГАСПИ. Ф. 17. Оп. 162. Д. 18"),
        ("GARF/Р-5446/1//", "GARF, f. Р-5446, op. 1", "ГАРФ. Ф. Р-5446. Оп. 1"),
        ("/17/3/9/24,26-27", "f. 17, op. 3, d. 9, ll. 24, 26–27", "Ф. 17. Оп. 3. Д. 9. Л. 24, 26–27"),
        ("Гохран/1///", "Гохран, f. 1", "Гохран. Ф. 1"),
    ],
)
def test_places_in_archives(mark: str, english: str, russian: str) -> None:
    parts = Shelfmark(*mark.split("/"))
    assert archival(parts, "en") == english
    assert archival(parts, "ru") == russian


def test_a_paper_without_a_title_is_cited_by_number_and_body() -> None:
    text = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.\n\n7.- О Монголии.\n\nОтложить."
    assert cite(read(text), "gost") == "Протокол № 34 ПБ : 26 ноября 1935 г."
    assert cite(read(text)) == "“Protocol no. 34, PB,” November 26, 1935."


def test_what_says_nothing_of_itself_is_cited_all_the_same() -> None:
    assert cite(Document("")) == "“Untitled paper.”" or cite(Document("")) == "“Untitled paper,”."
    assert cite(Document(""), "archival") == ""


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(PolitburoError, match="expected one of chicago, gost"):
        cite(Document(""), "apa")


def test_signs_of_tex_are_escaped() -> None:
    page = CataloguePage(title=Wording(r"50% & {a_b} \x"))
    assert r"{50\% \& \{a\_b\} \textbackslash{}x}" in cite(Document("", page), "bibtex")


@given(st.text(max_size=40))
def test_a_title_never_breaks_a_record(title: str) -> None:
    document = Document("", CataloguePage(title=Wording(title))) if title.strip() else Document("")
    assert [line[2:6] for line in cite(document, "ris").split("\n")] == ["  - "] * 3
    json.loads(cite(document, "csl"))
    assert cite(document, "bibtex").count("\n") == 2


def _rendered(item: dict[str, Any]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library: keys that its own schema of CSL lacks
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"])]))
        return str(bibliography.bibliography()[0])


def test_citation_processors_accept_the_csl() -> None:
    rendered = _rendered(csl(source_of(read(specimen.text()))))
    assert "Politburo Decisions Concerning Fishing Lots and a Loan to Tuva" in rendered
    assert "1932" in rendered


def test_the_xinjiang_paper_is_cited() -> None:
    source = Source(
        title="Concerning the Sale of Soviet Military Equipment to the Xinjiang Government",
        date=PartialDate.of(1935, 10, 1),
        shelfmark=MARK,
    )
    assert csl(source)["issued"] == {"date-parts": [[1935, 10, 1]]}
    assert csl(source)["archive_location"] == "RGASPI, f. 17, op. 162, d. 18, ll. 170–171"
    assert "Sale of Soviet Military Equipment" in _rendered(csl(source))


def test_every_style_is_listed() -> None:
    for style in STYLES:
        assert isinstance(cite(Document(""), style), str)
