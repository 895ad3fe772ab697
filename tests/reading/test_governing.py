"""Lines that say when and how decisions were taken, and lines that only seem to."""

from __future__ import annotations

from tests.reading.saying import russian, said

TAKEN = ("date", "procedure", "action")
SAT = "ru date 1935-03-14"
NEXT = "13.- О Туве.\n\nКупить шерсть."


def test_a_poll_above_points_governs_them() -> None:
    document = russian(f"Отпустить НКВТ 20.000 рублей.\n\nОпросом членов Политбюро от 16.III.35 г.\n\n{NEXT}")
    assert said(document, *TAKEN) == [
        SAT,
        "ru/12/0 action allocate",
        "ru/13 procedure poll",
        "ru/13 date 1935-03-16",
        "ru/13/0 action buy",
    ]


def test_a_note_under_a_decision_is_of_that_decision_alone() -> None:
    document = russian(f"Отпустить НКВТ 20.000 рублей.\n\n(Принято опросом 16 марта 1935 г.)\n\n{NEXT}")
    assert said(document, *TAKEN) == [
        SAT,
        "ru/12 procedure poll",
        "ru/12 date 1935-03-16",
        "ru/12/0 action allocate",
        "ru/13/0 action buy",
    ]


def test_a_long_sentence_that_speaks_of_a_poll_is_text() -> None:
    asked = (
        "Опросом членов Политбюро установить, сколько рублей отпущено НКВТ в прошлом году, кем и на что они "
        "израсходованы, и сообщить о том т. Карахану и т. Элиаве."
    )
    document = russian(f"1. Отпустить НКВТ 20.000 рублей.\n\n2. Купить шерсть.\n\n{asked}")
    assert said(document, *TAKEN)[:4] == [
        SAT,
        "ru/12/1 action allocate",
        "ru/12/2 action buy",
        "ru/12/2 action determine",
    ]
