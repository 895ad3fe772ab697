"""What the laws found in reading."""

from __future__ import annotations

import pytest

import politburo
from politburo.records import Decision
from politburo.values.names import Body, Person

HEADING = "ПРОТОКОЛ № 20\nзаседания Политбюро ЦК РКП(б) от 2 августа 1923 г.\n\n"
EXTRACT = """Extract from protocol No. 47 of the meeting of the Politburo of the CC VKP(b)

Decision of 3 April 1931

10. — On cotton.

"""


def decisions(text: str) -> tuple[Decision, ...]:
    return politburo.read(text).document.witnesses[0].protocol.decisions


def test_a_name_at_the_end_of_a_list_stops_at_the_paragraph() -> None:
    heard = "СЛУШАЛИ:\n24. О хлопке.\n\nПОСТАНОВИЛИ:\n24. Отложить.\n\n"
    paper = f"{heard}Выписки посланы: т. Дэмиду.\n\nСЛУШАЛИ:\n25. О лесе.\n"
    assert [r.party for r in decisions(HEADING + paper)[0].recipients] == [Person("Дэмид")]


def test_a_comrade_at_the_beginning_of_a_line_is_no_item() -> None:
    (directive,) = decisions(f"{HEADING}9.- О хлопке.\n\nТ. Титову уплатить взнос.\n")[0].directives
    assert directive.path == ("0",)
    assert directive.persons == (Person("Титов"),)


@pytest.mark.parametrize("order", ["Note the communication.", "Report on the execution."])
def test_an_order_that_begins_as_a_noun_does_is_no_title(order: str) -> None:
    found = decisions(f"{EXTRACT}1. {order}\n\n2. Postpone the matter.\n")
    assert [(d.number, len(d.directives)) for d in found] == [("10", 2)]


@pytest.mark.parametrize("order", ["Write off the debts.", "Take note of the communication."])
def test_an_order_of_two_words_opens_no_point(order: str) -> None:
    heading = "PROTOCOL No. 1\n\nMEETING OF THE POLITBURO OF THE CC VKP(b) of 1 January 1930\n\n"
    found = decisions(f"{heading}1.- On Mongolia.\n\n1. {order}\n\n2. Charge the NKID with approving it.\n")
    assert [(d.number, [each.path for each in d.directives]) for d in found] == [("1", [("1",), ("2",)])]


def test_a_word_decides_the_class_of_the_verb_next_before_it() -> None:
    said = "Поручить НКИД принять внесенный проект и принять к сведению сообщение.\n"
    (directive,) = decisions(f"{HEADING}9.- О хлопке.\n\n{said}")[0].directives
    assert [str(task) for task in directive.orders[0].tasks] == ["accept", "note"]


def test_the_signature_below_makes_no_numeral_of_a_body() -> None:
    paper = f"{HEADING}9.- О хлопке.\n\nОтложить.\n\nВыписки посланы: НКИД, СТО\n\nСЕКРЕТАРЬ ЦК И. СТАЛИН.\n"
    assert [r.party for r in decisions(paper)[0].recipients] == [Body(id="NKID"), Body(id="STO")]


def test_an_english_extract_may_begin_with_its_addressees() -> None:
    found = decisions(f"To: Cde. Pervukhin (all), the NKID\n\n{EXTRACT}Postpone the matter.\n")
    assert [r.party for r in found[0].recipients] == [Person("Pervukhin"), Body(id="NKID")]


@pytest.mark.parametrize(("written", "identifier"), [("RU", "RAZVEDUPR"), ("AU", "AU")])
def test_a_body_of_two_letters_is_sent_an_extract(written: str, identifier: str) -> None:
    found = decisions(f"{EXTRACT}Postpone the matter.\n\nExcerpts have been sent to: the {written}\n")
    assert [r.party for r in found[0].recipients] == [Body.parse(written)]
    assert Body.parse(written).id == identifier


def test_a_text_of_one_line_is_read() -> None:
    assert politburo.read("A").document.witnesses == ()


def test_an_interval_may_end_with_a_month() -> None:
    assert str(politburo.PartialDate.parse("с 1 января 1917 г. по январь 1918 г.")) == "1917-01-01/1918-01"
    assert str(politburo.PartialDate.parse("с января 1917 г. по 2 мая 1918 г.")) == "1917-01/1918-05-02"
    # Of one year only one of them says it: two dates.
    found = list(politburo.find("с 1 января по февраль 1918 г."))
    assert [str(value) for value in found] != ["1918-01-01/1918-02"]


def test_what_is_joined_to_an_order_was_not_asked_for() -> None:
    said = "Разрешить т. Вышинскому отклонить ходатайство и передать товары. Отклонить просьбу о них.\n"
    (directive,) = decisions(f"{HEADING}9.- О хлопке.\n\n{said}")[0].directives
    tasks = [[str(task) for task in order.tasks] for order in directive.orders]
    assert tasks == [["reject", "transfer"], []]


def test_an_order_that_begins_as_a_noun_does_is_no_point_of_an_extract() -> None:
    heading = "No. P56/116\n\nExtract from protocol No. 56 of the meeting of the Presidium of the CC CPSU\n"
    said = "1. Note the communication.\n\n2. Charge the MSM with coordinating the procedure.\n"
    (found,) = decisions(f"{heading}of 5 September 1964\n\nOn cotton\n\n{said}")
    assert [directive.path for directive in found.directives] == [("1",), ("2",)]
