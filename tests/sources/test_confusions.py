"""What recognition mistakes is put right and told where nothing else can be meant, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.sources import open_source
from politburo.sources.mending import mended
from politburo.text import Span
from tests.sources.writers import hocr, page

MISTAKEN = [
    # words in the alphabet of their neighbours
    ("RESOLUTION OF THE СС ON THE LOAN", "RESOLUTION OF THE CC ON THE LOAN"),
    ("решение Политбюро oт 5 мая", "решение Политбюро от 5 мая"),
    ("До 20 сентября 1930 r. внести", "До 20 сентября 1930 г. внести"),
    ("к 1 мая 1935r. доставить", "к 1 мая 1935г. доставить"),
    ("члены UK присутствуют", "члены ЦК присутствуют"),
    ("Постановление oт № 1132cc дано", "Постановление от № 1132сс дано"),
    # marks of items and points that are sent
    ("а) один;\n6) два;\nв) три.", "а) один;\nб) два;\nв) три."),
    ("5. а) один;\n\n6) два.", "5. а) один;\n\nб) два."),
    ("a) one\nb) two\nс) three", "a) one\nb) two\nc) three"),
    (
        "а) один;\n\nб) два.\n\nЯгоде — 6; Косиору — а, 6",
        "а) один;\n\nб) два.\n\nЯгоде — б; Косиору — а, б",
    ),
    # labels of references
    ("RGASPI, f. 17, ор. 162, 4. 31, 1. 115-121", "RGASPI, f. 17, op. 162, d. 31, l. 115-121"),
    ("RGASPI, Г. 17. op. 162, d. 18, 11. 1-2", "RGASPI, f. 17. op. 162, d. 18, ll. 1-2"),
    ("РГАСПИ, ф. 17, on. 162, A. 19, л. 195", "РГАСПИ, ф. 17, оп. 162, д. 19, л. 195"),
    ("РГАСПИ, >. 17, оп. 162, д. 17, пп. 150", "РГАСПИ, ф. 17, оп. 162, д. 17, лл. 150"),
    ("РГАСПИ. Ф. 17. Оп. 166. Д. 388. Л. 40 06.", "РГАСПИ. Ф. 17. Оп. 166. Д. 388. Л. 40 об."),
    # numbers, dates, numerals
    ("worth 1, 350, 000 rubles", "worth 1,350,000 rubles"),
    ("в сумме 1.530. 000 рублей", "в сумме 1.530.000 рублей"),
    ("Решение от 17.УТ.36г.", "Решение от 17.VI.36г."),
    ("Решение от 12,VII.23 г.", "Решение от 12.VII.23 г."),
    ("Решение от 5.1\\.30 г.", "Решение от 5.IV.30 г."),
    ("Point No. P64/VL", "Point No. P64/VI"),
    ("Т. По импорту.\n\nТТ. По экспорту.", "I. По импорту.\n\nII. По экспорту."),
    (
        "Т. О ценах.\n\nТТ. 0 сроках.\n\nМикояну — все; Молотову — Т; Звереву — ТТ.",
        "I. О ценах.\n\nII. О сроках.\n\nМикояну — все; Молотову — I; Звереву — II.",
    ),
    # zeros and signs
    ("35-pc. — 0 ходе следствия", "35-рс. — О ходе следствия"),
    ("№ N88a/3 выписка", "№ П88а/3 выписка"),
    ("5. 0 чеканке монеты", "5. О чеканке монеты"),
    ("п. 8: 06 Аркосе", "п. 8: Об Аркосе"),
    ("178(0П).- 0 Монголии", "178(ОП).- О Монголии"),
    ("point 93(0P) of Minutes", "point 93(OP) of Minutes"),
    ("Minutes N° 30 of the Politburo", "Minutes Nº 30 of the Politburo"),
    ("Minutes М 31 of the Politburo", "Minutes N 31 of the Politburo"),
    ("№ N13/XVII выписка", "№ П13/XVII выписка"),
    ("СЛУШАЛИ : доклад", "СЛУШАЛИ: доклад"),
    ("made up of:\n\n‚ from one; ‚ from two", "made up of:\n\n• from one; • from two"),
    ("see https://a.org/document /1218", "see https://a.org/document/1218"),
]


@pytest.mark.parametrize(("said", "meant"), MISTAKEN)
def test_what_was_mistaken_is_put_right_and_told(said: str, meant: str) -> None:
    done = mended(said, recognised=True)
    assert done.text == meant
    assert done.findings()
    assert {finding.rule for finding in done.findings()} <= {"misrecognised", "mixed-alphabets"}


LEFT = [
    "The Politburo [Политбюро ЦК] met",
    "1. один\n5. пять\n6) шесть",
    "5) пять\n6) шесть\n7) семь",
    "Из статьи 6; Ягоде — 6.",
    "f. 17, op. 162, d. 31, l. 115-121; F. 17. Op. 3. D. 4. L. 5",
    "Ф. 17. Оп. 162. Д. 10. Л. 160 об.; ф. 3, оп. 1, д. 2, лл. 3-4",
    "к 1, 350, 20 и 1.350 рублей",
    "1. 350 рублей и 2. 40 рублей",
    "от 8.V.ЗЗ и 24.Ш.35г., 17.VI.36",
    "с. 18, 1. 131",
    "ТТ. Сталину, Молотову",
    "съезд XX, том III, V пленум",
    "0 рублей и 10 рублей",
    "#Ст-209/41gs and St 209",
    "в 5:6 часов; там: здесь",
    "№ N13f/3 выписка",
    "Wagon M 31 of the train",
]


@pytest.mark.parametrize("said", LEFT)
def test_what_may_be_meant_is_left(said: str) -> None:
    done = mended(said, recognised=True)
    assert (done.text, done.findings()) == (said, ())


def test_only_recognised_pages_are_put_right() -> None:
    said = "5. 0 чеканке золотой монеты"
    assert open_source(said.encode()).text == said
    for written in (hocr, page):
        source = open_source(written(said))
        assert source.text == "5. О чеканке золотой монеты"
        [finding] = source.findings
        assert (finding.rule, finding.span) == ("misrecognised", Span(3, 4))
        assert finding.message == "recognised as '0', read as 'О'"
        assert source.original_span(Span(3, 4)).of(source.original) == "0"


PIECES = st.sampled_from(
    [
        "а) ",
        "6) ",
        "\n",
        " ",
        "1, 350",
        ", 000",
        "17.УТ.36",
        "f. 17, ",
        "ор. 3, ",
        "4. 5, ",
        "1. 6",
        "СС",
        "Minutes М 3",
        "0 о",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_passage_leads_back_inside_the_page(text: str) -> None:
    done = mended(text, recognised=True)
    starts = [done.origin(Span(at, at + 1)) for at in range(len(done.text))]
    assert all(0 <= span.start <= span.stop <= len(text) for span in starts)
    assert starts == sorted(starts)
