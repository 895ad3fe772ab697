"""Laws of reading that hold for any text: papers of the corpus whole, cut and shuffled, and noise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo.reader import read
from politburo.reading.assembling import read_document
from politburo.reading.finding import find
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.codes import Code
from politburo.values.numerals import Numeral
from politburo.values.terms import Action
from politburo.writing.statements import statements

PAPERS = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))
NAMES = [paper.stem for paper in PAPERS]
FEW, SOME = settings(max_examples=40), settings(max_examples=60)

# Marks, look-alikes and pieces of the form: noise into which the grammars run.
_LETTERS = st.text(
    st.sampled_from(
        "0123456789.,:;-–—/()[]«»\"'№#*§ \n\r\tабвгИVIХXСТтПрЗОклнооеиABLoprtse\u00ad\u00a0\ufeff¹²"
    )
    | st.characters(),
    max_size=300,
)
_PHRASES = [
    "ПРОТОКОЛ № 21\n", "ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)", "от 14 МАРТА 1935 г.\n\n", "12.- О Персии.\n",
    "Опросом членов Политбюро", "СЛУШАЛИ:", "ПОСТАНОВИЛИ:", "а)", "1)", "IV.", "Первое.",
    "Поручить НКВТ", "продать", "500.000 руб.", "в счет этой ссуды", "кредит в", "до 1 мая",
    "не позднее", "т.т.", "Выписки посланы:", "(все)", "РГАСПИ, ф. 17, оп. 162, д.", "Там же.",
    "л. 170об.", "Minutes No. 21", "of the Politburo", "Oblige the NKVT", "to deliver", "is to be",
    "loan of", "$5", "million", "Extracts sent to:", "Citation:", "Summary\n", "Source:", "[...]",
    "неразборчиво", "№", "(", ")", "\n", "\n\n", ":", ";", ".", "П51/144", "TOTAL", '"', "[",
]  # fmt: skip
noise = _LETTERS | st.lists(st.sampled_from(_PHRASES), max_size=30).map(" ".join)


@cache
def paper(name: str) -> str:
    """Return a paper of the corpus."""
    return next(path for path in PAPERS if path.stem == name).read_text(encoding="utf-8")


@st.composite
def cut_papers(draw: st.DrawFn) -> str:
    """Lines of one or two papers of the corpus, some left out or cut short, some out of their order."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2))
    # The places come from a seed: a paper has too many lines to draw something for each.
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    lines = [line for name in names for line in paper(name).split("\n")]
    lines = [line if random.random() < 0.9 else line[: random.randrange(len(line) + 1)] for line in lines]
    lines = [line for line in lines if random.random() < 0.8]
    if draw(st.booleans()):
        random.shuffle(lines)
    return "\n".join(lines)


def places(value: object) -> Iterator[Span]:
    """Iterate over the places of a record and of all that it holds."""
    kind = type(value)
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from places(part)
    elif attrs.has(kind):
        for part in attrs.fields(kind):
            yield from places(getattr(value, part.name))


def keeps_the_laws(text: str) -> None:
    """Nothing is raised, places lie in the text, quotes are their passages, coverage is a share."""
    document = read(text).document
    assert document.text == text
    whole = Span(0, len(text))
    assert all(0 <= span.start <= span.stop and span in whole for span in places(document))
    for row in statements(document):
        if row.start is not None and row.stop is not None:
            assert row.quote == text[row.start : row.stop]
        else:
            assert (row.quote, row.start, row.stop, row.status.value) == ("", None, None, "inferred")
    assert all(0 <= witness.coverage <= 1 for witness in document.witnesses)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_keeps_the_laws(name: str) -> None:
    keeps_the_laws(paper(name))


@SOME
@given(cut_papers())
def test_a_cut_and_shuffled_paper_keeps_the_laws(text: str) -> None:
    keeps_the_laws(text)


@settings(max_examples=200)
@given(noise)
def test_noise_keeps_the_laws(text: str) -> None:
    keeps_the_laws(text)


@settings(max_examples=200)
@given(noise)
def test_what_is_found_in_noise_stands_in_its_order(text: str) -> None:
    found = [value.span for value in find(text, Value, Numeral, Action, Code)]
    assert all(span is not None and span in Span(0, len(text)) for span in found)
    starts = [span.start for span in found if span is not None]
    assert starts == sorted(starts)


# --- what the layout of a file may not change -----------------------------------------------------

LAYOUTS: dict[str, Callable[[str], str]] = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "trailing blanks": lambda text: text.replace("\n", " \t\n"),
}


def hyphenated(text: str, random: Random) -> str:
    """Put soft hyphens between two small letters here and there, but in no address."""
    pieces = re.split(r"(https?://\S+)", text)
    return "".join(piece if piece.startswith("http") else _broken(piece, random) for piece in pieces)


def _broken(text: str, random: Random) -> str:
    return re.sub(r"(?<=[a-zа-я])(?=[a-zа-я])", lambda _: "\u00ad" * (random.random() < 0.1), text)


def plain(text: str) -> str:
    """Undo what a layout does to words that are taken over as they stand."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Return what a text says, without the places."""
    rows = statements(read_document(text))
    return [(plain(row.entity), row.property, plain(row.value), row.status.value) for row in rows]


@cache
def _clean(name: str) -> list[tuple[str, str, str, str]]:
    return told(paper(name))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_layout_changes_no_value_of_a_paper(name: str, layout: str) -> None:
    assert told(LAYOUTS[layout](paper(name))) == _clean(name)


@FEW
@given(st.sampled_from(NAMES), st.integers(0, 2**32))
def test_soft_hyphens_change_no_value_of_a_paper(name: str, seed: int) -> None:
    assert told(hyphenated(paper(name), Random(seed))) == _clean(name)  # noqa: S311


@FEW
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(sorted(LAYOUTS)), unique=True, min_size=2))
def test_layouts_together_change_no_value_of_a_paper(name: str, layouts: list[str]) -> None:
    text = paper(name)
    for layout in layouts:
        text = LAYOUTS[layout](text)
    assert told(text) == _clean(name)
