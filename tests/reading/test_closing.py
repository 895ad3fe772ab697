"""Notes between points, attachments, and what stands behind the signature."""

from __future__ import annotations

import pytest

from tests.reading.saying import russian, said

RELEASED = ["ru/12/1 action allocate", "ru/12/1 money 20000 RUB"]


def test_notes_between_points_say_nothing_and_the_points_go_on() -> None:
    notes = "¹ Слово «рублей» вписано от руки.\n\n² Слово «НКВТ» вписано от руки."
    document = russian(f"1. Отпустить НКВТ 20.000 рублей.\n\n{notes}\n\n2. Купить шерсть.")
    assert said(document, "action", "money", "body")[1:] == [
        "ru/12/1 action allocate",
        "ru/12/1 body NKVT",
        "ru/12/1 money 20000 RUB",
        "ru/12/2 action buy",
    ]


def test_a_line_of_a_point_that_names_its_attachment_is_text_of_the_point() -> None:
    document = russian(
        "1. Отпустить НКВТ 20.000 рублей.\n\nПриложение: смета на 5.000 рублей.\n\n2. Купить шерсть."
    )
    assert said(document, "action", "money") == [
        *RELEASED,
        "ru/12/1 money 5000 RUB",
        "ru/12/2 action buy",
    ]


@pytest.mark.parametrize("signature", ["СЕКРЕТАРЬ ЦК И. СТАЛИН", "СЕКРЕТАРЬ ЦК"])
def test_an_attachment_behind_the_signature_gives_no_rows(signature: str) -> None:
    document = russian(
        f"1. Отпустить НКВТ 20.000 рублей.\n\n{signature}\n\nПриложение\n\nСмета на 5.000 рублей."
    )
    assert said(document, "action", "money") == RELEASED
