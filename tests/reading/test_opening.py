"""How papers open: an extract's own number, its organ, the first line of its text."""

from __future__ import annotations

import pytest

from politburo.reading.assembling import read_document
from politburo.records import Document
from tests.reading.saying import orders, said

RUSSIAN = "Выписка из протокола № 21 заседания Политбюро ЦК ВКП(б), п. 12"
ENGLISH = "Extract from Minutes No. 21 of the Politburo session, item 12"


def extract(text: str) -> Document:
    return read_document(f"{ENGLISH if text.isascii() else RUSSIAN}\n\n{text}")


# An extract may have no subject: its first line orders, whatever bodies it names.
FIRST_LINES = [
    ("Продать Персии 12 самолетов.", ["sell"]),
    ("Отпустить НКВТ 20.000 рублей.", ["allocate"]),
    ("НКФ отпустить 20.000 рублей.", ["allocate [NKF]"]),
    ("Поручить Оргбюро ЦК рассмотреть вопрос.", ["charge [ORGBURO] consider"]),
    ("Release 20,000 rubles to the NKVT.", ["allocate"]),
    ("The NKVT is to sell 100 lathes.", ["sell [NKVT]"]),
    # The subject and the text in one line.
    ("О Персии. Отпустить НКВТ 20.000 рублей.", ["allocate"]),
]


@pytest.mark.parametrize(("text", "expected"), FIRST_LINES)
def test_the_first_line_of_an_extract_orders(text: str, expected: list[str]) -> None:
    document = extract(text)
    assert orders(document) == expected
    assert [decision.number for decision in document.witnesses[0].protocol.decisions] == ["12"]


def test_a_line_below_the_heading_names_a_further_organ() -> None:
    organ = "Commission of the Politburo on Foreign Trade"
    document = extract(f"{organ}\n\nThe NKVT is to sell 100 lathes.")
    assert [str(body) for body in document.witnesses[0].protocol.bodies] == ["PB", organ]
    assert orders(document) == ["sell [NKVT]"]


@pytest.mark.parametrize(
    ("code", "point"),
    [("№ П21/12", "12"), ("# P21/12", "12"), ("№ П21/XII", "XII"), ("№ П21/12-ОП", "12-ОП")],
)
def test_the_number_of_an_extract_gives_protocol_and_point(code: str, point: str) -> None:
    document = read_document(f"{code}\n\nПолитбюро ЦК ВКП(б)\n\nО Персии\n\nПродать Персии 12 самолетов.")
    assert said(document, "number", "title") == ["ru number 21", f"ru/{point} title О Персии"]
