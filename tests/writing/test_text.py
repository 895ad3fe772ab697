"""Papers in the form of their period, as they were typed."""

from __future__ import annotations

import pytest

from politburo.reader import read
from politburo.records import Attendance, Decision, Directive, Document, Order, Protocol, Recipient, Witness
from politburo.values.dates import PartialDate
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.writing.orders import directive_text
from politburo.writing.text import Form, form_of, write

PB = (Body(id="PB"),)


def directive(*path: str, language: str = "ru") -> Directive:
    nktp, to = Body(id="NKTP"), Person("Орджоникидзе" if language == "ru" else "Ordzhonikidze")
    return Directive(
        path,
        (Order(Action("charge"), (Action("deliver"),), (nktp, to)),),
        money=(MonetaryAmount.of(500_000, "RUB_GOLD"),),
        quantities=(Quantity.of(4, "aircraft"),),
        deadlines=(PartialDate.of(1936, 5, 1),),
        bodies=(nktp,),
        persons=(to,),
    )


def protocol(language: str = "ru") -> Protocol:
    title, sent = ("О Монголии", "Стомоняков") if language == "ru" else ("On Mongolia", "Stomonyakov")
    first, second = ("а", "б") if language == "ru" else ("a", "b")
    decision = Decision(
        "9",
        Wording(title),
        dates=(PartialDate.of(1935, 10, 1),),
        recipients=(Recipient(Person(sent), (first,)), Recipient(Body(id="GOSBANK"))),
        directives=(directive(first, language=language), Directive((second,), (Order(Action("postpone")),))),
    )
    return Protocol(
        (Wording("34"),),
        Wording("blank"),
        PB,
        (PartialDate.of(1935, 11, 26),),
        (Procedure("poll"),),
        (Secrecy("strictly_secret"),),
        (Person("Сталин" if language == "ru" else "Stalin", "И." if language == "ru" else "I."),),
        (decision,),
    )


SPECIAL_RU = r"""Строго секретно.

ПРОТОКОЛ № 34

ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 26 ноября 1935 г.

(Особый № \_\_\_\_\_)

ОПРОСОМ ЧЛЕНОВ ПОЛИТБЮРО:

от 1.X.35г.

9.- О Монголии.

а) Поручить НКТП (т. Орджоникидзе) поставить 4 самолета на сумму 500.000 золотых рублей, к 1 мая 1936 г.

б) Отложить вопрос.

Выписки посланы: т. Стомонякову (а), Госбанку

СЕКРЕТАРЬ ЦК И. СТАЛИН.
"""

SPECIAL_EN = r"""Strictly secret.

Protocol No. 34

Meeting of the Politburo of the CC VKP(b) on 26 November 1935

(Special No. \_\_\_\_\_)

By a survey of the members of the Politburo

from 1 October 1935

9.- On Mongolia.

a) Charge the NKTP (Cde. Ordzhonikidze) with delivering 4 airplanes for 500,000 gold rubles, by 1 May 1936.

b) Postpone the matter.

Excerpts have been sent to: Cde. Stomonyakov (a), the Gosbank

SECRETARY OF THE CC I. STALIN
"""


@pytest.mark.parametrize(("language", "paper"), [("ru", SPECIAL_RU), ("en", SPECIAL_EN)])
def test_the_special_protocol(language: str, paper: str) -> None:
    assert write(protocol(language), language=language) == paper
    assert read(paper).document.witnesses[0].protocol == protocol(language)


MINUTES = """ПРОТОКОЛ № 20
заседания Политбюро ЦК РКП(б) от 2 августа 1923 г.

Присутствовали:
Члены Политбюро ЦК РКП(б): т.т. Томский, Сталин.
Кандидаты в члены Политбюро ЦК РКП(б): т.т. Калинин.
От НКВТ: т.т. Красин.
Т.т. Шейнман.

СЛУШАЛИ:
8. О чеканке.
(т. Красин, т. Шейнман).

ПОСТАНОВИЛИ:
8. а) Поручить НКТП (т. Орджоникидзе) поставить 4 самолета на сумму 500.000 золотых рублей, к 1 мая 1936 г.
"""


def test_the_minutes() -> None:
    speakers = (Person("Красин"), Person("Шейнман"))
    decision = Decision("8", Wording("О чеканке"), speakers=speakers, directives=(directive("а"),))
    said = Protocol(
        (Wording("20"),),
        None,
        PB,
        (PartialDate.of(1923, 8, 2),),
        (Procedure("sitting"),),
        decisions=(decision,),
        attendance=(
            Attendance((Person("Томский"), Person("Сталин")), "member", Body(id="PB")),
            Attendance((Person("Калинин"),), "candidate", Body(id="PB")),
            Attendance((Person("Красин"),), "", Body(id="NKVT")),
            Attendance((Person("Шейнман"),)),
        ),
    )
    assert form_of(said) is Form.MINUTES
    assert write(said) == MINUTES
    assert read(MINUTES).document.witnesses[0].protocol.attendance == said.attendance


EXTRACT = """№ П34/9

т. Стомонякову (а), Госбанку

ВЫПИСКА ИЗ ПРОТОКОЛА № 34 ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б)

Решение от 1.X.35г.

9. — О Монголии.

Отложить вопрос.
"""


def test_the_extract() -> None:
    recipients = (Recipient(Person("Стомоняков"), ("а",)), Recipient(Body(id="GOSBANK")))
    plain = Directive(("0",), (Order(Action("postpone")),))
    decision = Decision(
        "9", Wording("О Монголии"), (PartialDate.of(1935, 10, 1),), recipients=recipients, directives=(plain,)
    )
    said = Protocol((Wording("34"),), bodies=PB, decisions=(decision,))
    assert form_of(said) is Form.EXTRACT
    assert write(said) == EXTRACT


CPSU = """Top secret.

No. P64/VI

To: Cde. Patolichev

Extract from protocol No. 64 of the meeting of the Presidium of the CC CPSU
of 1 November 1962

On assistance to Cuba

Postpone the matter.
"""


def test_the_extract_of_the_cpsu() -> None:
    plain = Directive(("0",), (Order(Action("postpone")),))
    sent = (Recipient(Person("Patolichev")),)
    decision = Decision("VI", Wording("On assistance to Cuba"), recipients=sent, directives=(plain,))
    body, day = (Body(id="PREZIDIUM_TSK"),), (PartialDate.of(1962, 11, 1),)
    said = Protocol((Wording("64"),), None, body, day, (), (Secrecy("top_secret"),), decisions=(decision,))
    assert form_of(said) is Form.CPSU
    assert write(said, language="en") == CPSU


def test_a_verb_before_a_colon_governs_what_stands_below() -> None:
    lead = Directive(("1",), (Order(Action("charge"), (), (Body(id="NKTP"),)),), bodies=(Body(id="NKTP"),))
    below = [
        Directive(("1", "а"), (Order(None, (Action("deliver"),)),)),
        Directive(("1", "б"), (Order(None, (Action("sell"),)),)),
    ]
    said = Protocol(
        (Wording("1"),),
        None,
        PB,
        (PartialDate.of(1923, 1, 1),),
        decisions=(Decision("7", Wording("О хлопке"), directives=(lead, *below)),),
    )
    assert write(said).endswith("7. 1. Поручить НКТП:\nа) Поставить товары.\nб) Продать товары.\n")
    assert read(write(said)).document.witnesses[0].protocol == said


def test_further_names_and_references_stand_behind_the_orders() -> None:
    marks = (Shelfmark.parse("RGASPI/17/3/9/1"),)
    said = Directive(
        ("0",),
        (Order(Action("approve")),),
        bodies=(Body(id="NKVT"),),
        persons=(Person("Литвинов"),),
        shelfmarks=marks,
    )
    assert directive_text(said, "ru") == (
        "Утвердить представленный план на основании записок НКВТ и т. Литвинова, "
        "(РГАСПИ, ф. 17, оп. 3, д. 9, л. 1)."
    )


def test_sums_without_an_order() -> None:
    said = Directive(("а",), money=(MonetaryAmount.of(5, "RUB"),))
    assert directive_text(said, "ru") == "Расходы: на сумму 5 рублей."
    assert directive_text(Directive(("а",)), "ru") == ""


def test_a_witness_has_its_references_and_a_document_all_its_witnesses() -> None:
    marks = (Shelfmark.parse("RGASPI/17/162/18/170-171"),)
    witness = Witness("ru", "ru", protocol(), (Wording("9"),), marks)
    paper = write(witness)
    assert paper.startswith("ПУНКТЫ 9 — на секретном хранении.\n\nСтрого секретно.")
    assert paper.endswith("И. СТАЛИН.\n\nРГАСПИ, ф. 17, оп. 162, д. 18, л. 170-171\n")
    both = Document("", witnesses=(witness, Witness("en", "en", protocol("en"))))
    assert write(both) == f"{paper}\n{SPECIAL_EN}"


def test_papers_are_russian_or_english() -> None:
    with pytest.raises(ValueError, match="expected the language 'ru' or 'en', got 'de'"):
        write(protocol(), language="de")
