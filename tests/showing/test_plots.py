"""The pictures: specifications that Altair accepts and a renderer draws, with what the papers say."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import politburo
from politburo import specimen
from politburo.errors import MissingExtraError
from politburo.records import Reading
from politburo.showing.network import Network
from politburo.showing.plots import PLOTS, addressees, calendar, chart, loans, sums

ROOT = Path(__file__).parents[2]
HEAD = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от {day} г.\n\n7.- О Монголии.\n\n{body}\n"


@cache
def corpus() -> dict[str, Reading]:
    """Read the composed papers once for all tests."""
    return {
        path.name: politburo.read(path.read_text("utf-8"))
        for path in sorted((ROOT / "tests" / "corpus").glob("*.txt"))
    }


def paper(day: str, body: str) -> Reading:
    return politburo.read(HEAD.format(day=day, body=body))


@pytest.mark.parametrize("kind", PLOTS)
def test_altair_accepts_and_a_renderer_draws_it(kind: str) -> None:
    vl_convert = pytest.importorskip("vl_convert", reason="vl-convert-python is not installed")
    spec = PLOTS[kind](corpus())
    assert chart(spec).to_dict()["title"] == spec["title"]
    drawn = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.20")
    assert drawn.count("<path") > 10
    assert ">NaN<" not in drawn


@pytest.mark.parametrize("kind", PLOTS)
def test_no_papers_are_no_error(kind: str) -> None:
    assert json.dumps(PLOTS[kind]([]))


def test_sums_stand_in_their_year_each_unit_by_itself() -> None:
    first = paper("26 ноября 1935", "Отпустить 20.000 иен и 300 золотых рублей.")
    second = paper("3 мая 1936", "Отпустить до 5.000 иен.")
    rows = sums({"a": first, "b": second})["data"]["values"]
    assert [(row["unit"], row["year"], row["amount"], row["quote"]) for row in rows] == [
        ("yen", 1935, 20000.0, "20.000 иен"),
        ("gold rubles", 1935, 300.0, "300 золотых рублей"),
        ("yen", 1936, 5000.0, "до 5.000 иен"),
    ]


def test_papers_of_one_name_keep_their_own_words() -> None:
    given = [paper("26 ноября 1935", "Отпустить 20.000 иен."), paper("3 мая 1936", "Выдать 700 иен.")]
    assert [row["quote"] for row in sums(given)["data"]["values"]] == ["20.000 иен", "700 иен"]


def test_decisions_of_a_day_are_counted_and_an_interval_has_no_day() -> None:
    rows = calendar([politburo.read(specimen.text())])["data"]["values"]
    assert [(row["month"], row["day"], row["decisions"]) for row in rows] == [("1932-04", "17", 4)]
    spread = politburo.read(
        "ПРОТОКОЛ № 5\nРешения Политбюро за 16—20 апреля 1930 г.\n\n7.- О Монголии.\n\nОтложить.\n"
    )
    assert [(row["month"], row["day"]) for row in calendar([spread])["data"]["values"]] == [("1930-04", "?")]


def test_addressees_of_one_point_are_tied() -> None:
    layers = addressees([politburo.read(specimen.text())])["layer"]
    ties = {row["pair"]: row["points"] for row in layers[0]["data"]["values"]}
    assert ties["Karakhan, L. M. — Mikoian, A. I."] == 1
    assert "NKF — Karakhan, L. M." not in ties  # of points 41 and 40
    extracts = {row["name"]: row["extracts"] for row in layers[1]["data"]["values"]}
    assert sorted(extracts.values()) == [1, 1, 1, 1, 1, 1, 2]  # Rozengol'ts of points 40 and 42


def test_only_so_many_addressees_are_shown() -> None:
    shown = addressees(corpus(), most=5)["layer"][1]["data"]["values"]
    assert len(shown) == 5
    assert Network.of([frozenset("abc"), frozenset("ab")], 2).extracts == {"a": 2, "b": 2}


def test_neighbours_on_the_circle_have_most_in_common() -> None:
    network = Network.of([frozenset("ad"), frozenset("ad"), frozenset("bc"), frozenset("ab")], 9)
    assert network.around() == ["a", "d", "b", "c"]


def test_a_loan_is_drawn_down_and_bounds_are_told() -> None:
    grant = paper("1 марта 1934", "Предоставить правительству МНР ссуду в 900.000 рублей.")
    known = "В счет ссуды в 900.000 рублей правительству МНР поставить муку на сумму 300.000 рублей."
    unknown = "В счет ссуды в 900.000 рублей правительству МНР поставить муку."
    rows = loans([grant, paper("1 мая 1934", known), paper("1 июня 1934", unknown)])["data"]["values"]
    assert [(row["date"], row["most"], row["least"], row["figure"]) for row in rows] == [
        ("1934-03-01", 900000.0, 900000.0, True),
        ("1934-05-01", 600000.0, 600000.0, True),
        ("1934-06-01", 600000.0, 0.0, False),
    ]
    assert {row["unit"] for row in rows} == {"rubles"}


def test_what_has_no_upper_end_or_no_day_is_not_drawn() -> None:
    endless = paper("1 марта 1934", "Предоставить правительству МНР ссуду не менее 900.000 рублей.")
    dayless = politburo.read(
        "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б)\n\n7.- О Монголии.\n\n"
        "Предоставить правительству МНР ссуду в 900.000 рублей.\n"
    )
    assert loans([endless])["data"]["values"] == loans([dayless])["data"]["values"] == []
    assert sums([dayless])["data"]["values"] == []
    assert [row["amount"] for row in sums([endless])["data"]["values"]] == [900000.0]


def test_without_altair_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match="plots"):
        chart(calendar([]))


@pytest.mark.parametrize("form", ["json", "svg", "png", "html"])
def test_the_command_writes_what_the_name_says(form: str, tmp_path: Path) -> None:
    done = plot("calendar", "tests/corpus/ru-01-zolotaya-moneta-1923.txt", "--to", tmp_path / f"p/a.{form}")
    assert (done.returncode, done.stderr) == (0, "")
    written = (tmp_path / "p" / f"a.{form}").read_bytes()
    begins = {"json": b"{", "svg": b"<svg", "png": b"\x89PNG", "html": b"<!DOCTYPE html>"}
    assert written.lstrip().startswith(begins[form])
    title = "О чеканке золотой монеты"
    assert form == "png" or any(said.encode("utf-8") in written for said in (title, json.dumps(title)[1:-1]))


def test_the_command_knows_four_forms(tmp_path: Path) -> None:
    done = plot("sums", "tests/corpus", "--to", tmp_path / "a.gif")
    assert done.returncode == 2
    assert done.stderr.endswith("a.gif: expected a name that ends in .json, .svg, .png, .html\n")


def plot(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "politburo", "plot", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
