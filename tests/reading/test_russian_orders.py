"""What Russian papers order, of whom: infinitives used as commands."""

from __future__ import annotations

import pytest

from tests.reading.saying import orders, russian

ORDERS = [
    # A command without an addressee.
    ("Отпустить НКВТ 20.000 рублей.", ["allocate"]),
    ("Продать Персии 12 самолетов.", ["sell"]),
    ("Дать согласие на отпуск средств.", ["consent"]),
    ("Принять к сведению сообщение т. Карахана.", ["note"]),
    ("Утвердить смету, представленную НКФ.", ["approve"]),
    ("Наградить т. Элиава.", ["other"]),
    ("1. Утвердить протокол № 7 комиссии.", ["approve"]),
    pytest.param("Утвердить протокол № 7 комиссии.", ["approve"]),
    pytest.param(
        "Купить шерсть.\n\nУтвердить протокол № 7 комиссии от 5 мая.\n\nПродать хлопок.",
        ["buy", "approve", "sell"],
    ),
    pytest.param("Возвратить в натуре 20 самолетов.", ["return"]),
    # Who is told to act, and what he is to do.
    ("Поручить НКТП поставить 100 станков.", ["charge [NKTP] deliver"]),
    ("Обязать НКВТ и НКПС доставить груз.", ["oblige [NKVT, NKPS] deliver"]),
    ("Поручить т. Карахану заявить протест.", ["charge [Карахан] inform"]),
    ("Предложить НКВТ (т. Элиаве) продать шерсть и купить хлопок.", ["propose [NKVT, Элиава] sell buy"]),
    ("Разрешить ОГПУ закупить 20 автомобилей.", ["permit [OGPU] buy"]),
    ("Поручить НКВТ совместно с НКО поставить 12 самолетов.", ["charge [NKVT, NKO] deliver"]),
    pytest.param("Обязать начальника Дальстроя т. Берзина доставить груз.", ["oblige [Берзин] deliver"]),
    pytest.param(
        "Поручить наркому внешней торговли т. Розенгольцу доставить груз.",
        ["charge [Розенгольц] deliver"],
    ),
    ("Воспретить НКПС продавать билеты.", ["prohibit [NKPS] sell"]),
    # A verb without a class of its own is no task.
    ("Обязать НКВТ обеспечить порядок.", ["oblige [NKVT]"]),
    # A dative before a bare infinitive.
    ("НКФ отпустить 20.000 рублей.", ["allocate [NKF]"]),
    ("НКФ (т. Гринько) отпустить 20.000 рублей.", ["allocate [NKF, Гринько]"]),
    ("Госбанку в 5-дневный срок перевести 20.000 рублей.", ["transfer [GOSBANK]"]),
    ("НКВТ к 1 мая продать 100 станков.", ["sell [NKVT]"]),
    # Several orders of a sentence, and of a paper.
    ("Отпустить 20.000 рублей и купить 12 самолетов.", ["allocate", "buy"]),
    ("Утвердить смету. Поручить НКФ выдать аванс.", ["approve", "charge [NKF] issue"]),
    # What is accepted and what is ordered are two clauses.
    ("Предложение НКВТ принять, НКФ отпустить 20.000 рублей.", ["accept", "allocate [NKF]"]),
    # A name behind «а» is told to act where a verb follows, and receives where none does.
    ("Обязать НКВТ продать шерсть, а НКПС доставить груз.", ["oblige [NKVT, NKPS] sell deliver"]),
    ("Поручить НКВТ продать НКТП шерсть, а НКПС хлопок и купить станки.", ["charge [NKVT] sell buy"]),
    # Those told to act end where a number begins.
    (
        "Предложить украинским организациям 100 станков передать НКТП.",
        ["propose [украинские организации] transfer"],
    ),
    # Commissions.
    (
        "Образовать комиссию в составе т.т. Рудзутака (председатель), Пятакова и Гринько.",
        ["create [комиссия, Рудзутак, Пятаков, Гринько]"],
    ),
    (
        "Образовать комиссию в составе следующих товарищей: т.т. Рудзутака, Пятакова.",
        ["create [комиссия, Рудзутак, Пятаков]"],
    ),
    (
        "Поручить комиссии в составе т.т. Карахана и Элиавы рассмотреть вопрос.",
        ["charge [комиссия, Карахан, Элиава] consider"],
    ),
    ("Комиссии выехать в Тегеран.", ["other [комиссия]"]),
    # Charged with.
    ("Возложить на ВСНХ поставку станков.", ["charge [VSNKH]"]),
    # Who agrees with whom.
    ("Согласовать с НКИД ответ Персии.", ["coordinate"]),
    ("Согласовать НКВТ совместно с НКО цены.", ["coordinate [NKVT, NKO]"]),
    # A verb before a colon governs the list below it.
    (
        "1. Обязать НКВТ:\n\nа) продать 100 станков;\n\nб) купить шерсть.",
        ["oblige [NKVT]", "- sell", "- buy"],
    ),
    # A task without a class of its own is none under a colon either.
    ("1. Обязать НКВТ:\n\nа) обеспечить порядок;\n\nб) продать шерсть.", ["oblige [NKVT]", "- sell"]),
    ("1. Обязать НКВТ: а) продать 100 станков; б) купить шерсть.", ["oblige [NKVT]", "- sell", "- buy"]),
    pytest.param(
        "Обязать НКВТ:\n\nа) продать 100 станков;\n\nб) купить шерсть.",
        ["oblige [NKVT]", "- sell", "- buy"],
    ),
    ("1. Утвердить смету.\n\n2. Отпустить 20.000 рублей.", ["approve", "allocate"]),
]
NO_ORDERS = [
    "НКВТ указывает, что необходимо отпустить средства.",
    "СНК и ЦК постановляют:",
    "Средства отпускаются НКВТ.",
    "Продавая шерсть, НКВТ получает прибыль.",
    "Помощь Персии и часть средств.",
    "За продажу шерсти НКВТ получает 20.000 рублей.",
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_a_paper_orders(text: str, expected: list[str]) -> None:
    assert orders(russian(text)) == expected


@pytest.mark.parametrize("text", NO_ORDERS)
def test_what_is_told_and_not_commanded_is_no_order(text: str) -> None:
    assert orders(russian(text)) == []


SUBORDINATE = [
    "Утвердить смету, чтобы НКВТ мог продать шерсть.",
    "Утвердить смету, если НКВТ согласится купить шерсть.",
    "Если НКВТ не удастся купить шерсть, утвердить смету.",
    "Утвердить смету, которую следует выдать НКВТ.",
    "Утвердить смету, поскольку НКВТ обещал купить шерсть.",
]


@pytest.mark.parametrize("text", SUBORDINATE)
def test_a_subordinate_clause_orders_nothing(text: str) -> None:
    assert orders(russian(text)) == ["approve"]


@pytest.mark.parametrize(
    "text",
    ["Отпустить НКВТ 20.000 рублей.", "Отпустить т. Карахану 20.000 рублей.", "Сообщить НКИД о продаже."],
)
def test_who_receives_is_not_told_to_act(text: str) -> None:
    assert [order for order in orders(russian(text)) if "[" in order] == []
