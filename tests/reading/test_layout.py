"""Which stretch of a file is what: catalogue page, witness, second protocol, draft."""

from __future__ import annotations

import pytest

from politburo.reading.layout import lay_out
from politburo.reading.paper import Paper

RUSSIAN = """ПРОТОКОЛ № 21
ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 14 МАРТА 1935 ГОДА.

12.- О Персии.

Отпустить НКВТ 20.000 рублей."""
ENGLISH = """PROTOCOL No. 21
of the meeting of the Politburo of the CC VKP(b) of 14 March 1935

12.- On Persia.

Release 20,000 rubles to the NKVT."""
LONGER = f"""{ENGLISH}

13.- On Tuva.

Release 5,000 rubles to the NKVT.

Extracts sent to: Cdes. Eliava, Stomonyakov."""
PAGE_TOP = """March 14, 1935

Politburo Decision on Persia

Citation:
"Politburo Decision on Persia," March 14, 1935, Example Archive, RGASPI, f. 17, op. 162, d. 17, l. 12.
Translated by Jane Roe.

Original Language:
Russian
"""
PAGE_BOTTOM = """Summary
The Politburo releases 20,000 rubles.

Original Language
Russian"""


def laid_out(text: str) -> tuple[str, list[str], list[str]]:
    """Return the text of the catalogue page, the languages of the witnesses and how each begins."""
    layout = lay_out(Paper.of(text))
    item = "\n".join(line.span.of(text) for line in layout.item)
    return item, [w.language for w in layout.witnesses], [w.lines[0].span.of(text) for w in layout.witnesses]


def test_a_bare_paper_is_one_witness_without_a_page() -> None:
    assert laid_out(RUSSIAN) == ("", ["ru"], ["ПРОТОКОЛ № 21"])


def test_a_page_stands_above_its_paper() -> None:
    item, languages, begins = laid_out(f"{PAGE_TOP}\n{RUSSIAN}")
    assert item.splitlines()[:2] == ["March 14, 1935", "Politburo Decision on Persia"]
    assert item.endswith("Russian")
    assert (languages, begins) == (["ru"], ["ПРОТОКОЛ № 21"])


def test_a_page_stands_below_its_paper() -> None:
    item, languages, begins = laid_out(f"{LONGER}\n\n{PAGE_BOTTOM}")
    assert item.splitlines()[0] == "Summary"
    assert (languages, begins) == (["en"], ["PROTOCOL No. 21"])


def test_an_editor_s_heading_is_the_page_of_an_english_paper() -> None:
    title = "Excerpts from Minutes N 46 Concerning Trade with Persia"
    item, languages, begins = laid_out(f"{title}\n\n{ENGLISH}")
    assert item == title
    assert (languages, begins) == (["en"], ["PROTOCOL No. 21"])


def test_the_transcription_and_the_translation_are_two_witnesses() -> None:
    _, languages, begins = laid_out(f"{PAGE_TOP}\n{RUSSIAN}\n\n{ENGLISH}")
    assert (languages, begins) == (["ru", "en"], ["ПРОТОКОЛ № 21", "PROTOCOL No. 21"])


@pytest.mark.parametrize(
    "above", ["Строго секретно", "[Л. 12]", "№ П21/13", "ПУНКТ 12 (Л. 3) — на секретном хранении"]
)
def test_a_further_protocol_in_the_same_language_begins_with_the_form_above_it(above: str) -> None:
    second = RUSSIAN.replace("№ 21", "№ 22").replace("14 МАРТА", "2 АПРЕЛЯ")
    _, languages, begins = laid_out(f"{RUSSIAN}\n\n{above}\n\n{second}")
    assert (languages, begins) == (["ru", "ru"], ["ПРОТОКОЛ № 21", above])


EXTRACT = """№ П22/13

Т.т. Элиаве, Стомонякову.

ВЫПИСКА ИЗ ПРОТОКОЛА № 22 ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)

13. — О Туве.

Тов. Элиаве принять груз."""


def test_addressees_below_a_code_belong_to_the_extract_below_them() -> None:
    _, _, begins = laid_out(f"{RUSSIAN}\n\n{EXTRACT}")
    assert begins == ["ПРОТОКОЛ № 21", "№ П22/13"]


def test_addressees_without_more_of_the_form_close_the_paper_above_them() -> None:
    uncoded = EXTRACT.removeprefix("№ П22/13\n\n")
    _, _, begins = laid_out(f"{RUSSIAN}\n\n{uncoded}")
    assert begins == ["ПРОТОКОЛ № 21", "ВЫПИСКА ИЗ ПРОТОКОЛА № 22 ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)"]


@pytest.mark.parametrize("order", ["Принять груз.", "Тов. Элиаве принять груз."])
def test_a_short_order_is_the_body_of_its_paper(order: str) -> None:
    brief = f"ВЫПИСКА ИЗ ПРОТОКОЛА № 22 ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)\n\nО Туве\n\n{order}"
    _, _, begins = laid_out(f"{brief}\n\n{RUSSIAN}")
    assert begins[1:] == ["ПРОТОКОЛ № 21"]


ANNEX = """Приложение № 2-ОП
к п. 8 (о. п.) пр. ПБ № {}.

О ПОСТРОЙКЕ ФАБРИКИ В ТУВЕ

1. Поручить НКТП поставить оборудование."""


@pytest.mark.parametrize(("number", "witnesses"), [("21", 1), ("132", 2)])
def test_an_attachment_to_another_protocol_is_a_paper_of_its_own(number: str, witnesses: int) -> None:
    _, languages, _ = laid_out(f"{RUSSIAN}\n\n{ANNEX.format(number)}")
    assert len(languages) == witnesses


def test_a_protocol_below_an_attachment_is_a_paper_of_its_own() -> None:
    _, _, begins = laid_out(f"{ANNEX.format('132')}\n\n{RUSSIAN}")
    assert begins == ["Приложение № 2-ОП", "ПРОТОКОЛ № 21"]


def test_a_reference_above_a_further_protocol_closes_the_one_before() -> None:
    mark = "РГАСПИ, ф. 17, оп. 162, д. 17, л. 12"
    _, _, begins = laid_out(f"{RUSSIAN}\n\n{mark}\n\n{RUSSIAN.replace('№ 21', '№ 22')}")
    assert begins == ["ПРОТОКОЛ № 21", "ПРОТОКОЛ № 22"]


def test_a_source_in_brackets_belongs_to_the_page() -> None:
    note = "[Source: RGASPI, f. 17, op. 162, d. 17, l. 12.]"
    item, _, begins = laid_out(f"{LONGER}\n\n{note}")
    assert item == note
    assert begins == ["PROTOCOL No. 21"]


SHORT = [
    (ENGLISH, "[Source: RGASPI, f. 17, op. 162, d. 17, l. 12.]"),
    (ENGLISH, PAGE_BOTTOM),
    (RUSSIAN, "Архив: РГАСПИ, ф. 17, оп. 162, д. 17, л. 12"),
]


@pytest.mark.parametrize(("text", "below"), SHORT)
def test_a_short_paper_is_no_page_because_of_what_stands_below_it(text: str, below: str) -> None:
    assert len(laid_out(f"{text}\n\n{below}")[1]) == 1


@pytest.mark.parametrize("head", ["Проект", "ПРОЕКТ ПОСТАНОВЛЕНИЯ", "Draft", "DRAFT RESOLUTION"])
def test_a_draft_is_no_witness(head: str) -> None:
    text = ENGLISH if head.isascii() else RUSSIAN
    assert laid_out(f"{head}\n\n{text}")[1] == []


def test_a_draft_that_is_only_spoken_of_makes_no_draft() -> None:
    text = RUSSIAN.replace("Отпустить НКВТ 20.000 рублей.", "Проект договора, внесенный НКИД, утвердить.")
    assert laid_out(text)[1] == ["ru"]


NO_WITNESS = [
    "",
    "\n\n",
    "Дорогой товарищ! Посылаю вам протокол прошлого заседания.",
    "Записка беседы с послом Персии.\n\nПосол просил отпустить 20.000 рублей.",
    "Протест правительства Персии\n\n1. Просить об ответе.",
    "Memorandum of Conversation with an ambassador\n\nHe asked for a loan of 20,000 rubles.",
    "Protocol of the talks\n\n1. Release 20,000 rubles.",
    "№ 1193\n\nОтпустить НКВТ 20.000 рублей.",
    "# К НКВТ\n\n1. Отпустить 20.000 рублей.",
]


@pytest.mark.parametrize("text", NO_WITNESS)
def test_other_papers_have_no_witness(text: str) -> None:
    assert laid_out(text)[1] == []


HEADS = [
    "Выписка из протокола № 21 заседания Политбюро ЦК ВКП(б)",
    "№ П21/12",
    "# P21/12",
    "Приложение к п. 8 (о. п.) пр. ПБ № 132",
    "ПОСТАНОВЛЕНИЕ СНК СССР И ЦК ВКП(б)",
    "Minutes N 31 of the meeting of the Politburo",
    "РЕШЕНИЯ ПОЛИТБЮРО ЦК ВКП(б) за 2-14 марта 1935 г.",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_heading_makes_a_witness(head: str) -> None:
    assert len(laid_out(f"{head}\n\n1. Отпустить НКВТ 20.000 рублей.")[1]) == 1


def test_the_lines_of_page_and_witnesses_are_the_lines_of_the_paper() -> None:
    text = f"{PAGE_TOP}\n{RUSSIAN}\n\n{ENGLISH}\n\n{PAGE_BOTTOM}"
    paper = Paper.of(text)
    layout = lay_out(paper)
    told = [*layout.item, *(line for witness in layout.witnesses for line in witness.lines)]
    assert sorted(told, key=lambda line: line.first) == list(paper.lines)
