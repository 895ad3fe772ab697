"""Words of one's own: read once added, gone once forgotten, refused with their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import politburo
from politburo import Body, FormatError, MonetaryAmount

OWN = """
[bodies.KSMP]
names = ["Комсеверпуть", "Комсеверпутю", "Комсеверпутем", "КСМП"]
name_ru = "Комитет Северного морского пути"
name_en = "Committee of the Northern Sea Route"
kind = "committee"
founded = "1920-04-02"

[bodies.NKVT]
names = ["Наркомвнешторгу СССР по экспорту"]

[currencies.XTALER]
forms = ["талер", "талера", "талеров", "thalers"]
name_en = "thaler"

[verbs.charge]
ru = ["озадачить"]

[[form]]
label = "secrecy"
value = "secret"
phrases = ["не подлежит оглашению вовсе"]
"""
PAPER = """ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.
Не подлежит оглашению вовсе

7.- О зимовках.

Озадачить Комсеверпуть выдать 5.000 талеров.
"""


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    yield
    politburo.forget_extensions()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    return path


def rows() -> set[tuple[str, str, str]]:
    document = politburo.read(PAPER).document
    return {(row.entity, row.property, row.value) for row in politburo.statements(document)}


def test_a_paper_is_read_with_them(own: Path) -> None:
    before = rows()
    politburo.extend(own)
    added = rows() - before
    assert ("ru/7/0", "responsible", "KSMP") in added
    assert ("ru/7/0", "action", "charge") in added
    assert ("ru/7/0", "money", "5000 XTALER") in added
    assert ("ru", "secrecy", "secret") in added


def test_parsers_know_them(own: Path) -> None:
    politburo.extend(own)
    assert Body.parse("КСМП").founded == "1920-04-02"
    assert Body.parse("Наркомвнешторгу СССР по экспорту").id == "NKVT"
    amount = MonetaryAmount.parse("5.000 талеров")
    assert MonetaryAmount.parse(str(amount)) == amount
    assert amount.currency is not None
    assert amount.currency.name("en") == "thaler"


def test_forgetting_leaves_the_vocabulary_as_it_was(own: Path) -> None:
    before = rows()
    politburo.extend(own)
    politburo.forget_extensions()
    assert rows() == before
    assert Body.parse("Комсеверпуть").id is None


def test_several_extensions_add_up(own: Path) -> None:
    politburo.extend(own)
    politburo.extend({"verbs": {"oblige": {"ru": ["принудить"]}}})
    assert ("ru/7/0", "responsible", "KSMP") in rows()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ({"body": {}}, "body"),
        ({"bodies": {"X": {"name": ["Икс"]}}}, "bodies.X.name"),
        ({"bodies": {"X": {"names": "Икс"}}}, "bodies.X.names"),
        ({"bodies": {"X": {"kind": "bank"}}}, "bodies.X"),
        ({"bodies": {"X": {"names": ["ОГПУ"]}}}, "bodies.X.names"),
        ({"bodies": {"NKVT": {"names": ["НКВТ"], "kind": "bank"}}}, "bodies.NKVT"),
        ({"currencies": {"JPY": {"forms": ["иена"]}}}, "currencies.JPY"),
        ({"currencies": {"X": {"forms": ["рублей"]}}}, "currencies.X.forms"),
        ({"verbs": {"dance": {"ru": ["плясать"]}}}, "verbs.dance"),
        ({"form": [{"label": "stamp", "phrases": ["штамп"]}]}, "form[0].label"),
        ({"form": [{"label": "secrecy", "where": "top", "phrases": ["штамп"]}]}, "form[0].where"),
        ({"verbs": {"charge": ["озадачить"]}}, "verbs.charge"),
    ],
)
def test_refusals_name_the_place_and_add_nothing(words: dict[str, Any], place: str) -> None:
    with pytest.raises(FormatError) as caught:
        politburo.extend({"verbs": {"charge": {"ru": ["озадачить"]}}, **words})
    assert caught.value.where == place
    assert ("ru/7/0", "action", "charge") not in rows()


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("bodies = ", "utf-8")
    with pytest.raises(FormatError, match=r"own\.toml: expected TOML"):
        politburo.extend(path)
