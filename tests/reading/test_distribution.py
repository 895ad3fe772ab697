"""The lists of those who were sent an extract, and of which sub-points."""

from __future__ import annotations

import pytest

from politburo.reading.distribution import read_recipients
from politburo.tokens import Tokens


def recipients(text: str) -> list[str]:
    tokens = Tokens(text)
    return [str(recipient) for recipient in read_recipients(tokens, 0, len(tokens))]


LISTS = [
    # Names in the dative become nominatives; honorifics and stops are passed over.
    ("Т.Т.Элиаве, Стомонякову.", ["Элиава", "Стомоняков"]),
    ("т.т. Ворошилову, Розенгольцу и Кагановичу", ["Ворошилов", "Розенгольц", "Каганович"]),
    ("тов. Молотову, тт. Гринько, Пятакову", ["Молотов", "Гринько", "Пятаков"]),
    ("т. Косиору Ст., т. Микояну А.", ["Косиор Ст.", "Микоян А."]),
    ("Cdes. Molotov, Litvinov and Eliava", ["Molotov", "Litvinov", "Eliava"]),
    ("Comrades Yakovlev, Yagoda; Com. Beria.", ["Yakovlev", "Yagoda", "Beria"]),
    # Bodies.
    ("т. Микояну, НКФ, ОГПУ", ["Микоян", "NKF", "OGPU"]),
    ("the STO, the NKPS", ["STO", "NKPS"]),
    # Scopes in brackets belong to the name they follow.
    ("т.т. Литвинову (все), Микояну (Первое)", ["Литвинов [все]", "Микоян [Первое]"]),
    ("т.т. Ягоде, Берману (а, б), Эйхе", ["Ягода", "Берман [а, б]", "Эйхе"]),
    ("Гринько (4), Розенгольцу (1 и 2)", ["Гринько [4]", "Розенгольц [1, 2]"]),
    ("Гринько (п. 4), Розенгольцу (п.п. 1, 2)", ["Гринько [4]", "Розенгольц [1, 2]"]),
    ("Гринько («б»)", ["Гринько [б]"]),
    ("Гринько (IV)", ["Гринько [IV]"]),
    ("Yagoda (6), Kuibyshev; the STO (1, 2)", ["Yagoda [6]", "Kuibyshev", "STO [1, 2]"]),
    ("Cdes. Yagoda (all paragraphs), Eliava (paragraph 2)", ["Yagoda [all]", "Eliava [2]"]),
    # A scope behind a dash belongs to every name back to the semicolon or the scope before.
    ("т.т. Берману, Ягоде — все; Эйхе - а, б", ["Берман [все]", "Ягода [все]", "Эйхе [а, б]"]),
    ("Ягоде - все, Эйхе, Гринько – в, г", ["Ягода [все]", "Эйхе [в, г]", "Гринько [в, г]"]),
    ("Ягоде; Эйхе, Гринько — 2", ["Ягода", "Эйхе [2]", "Гринько [2]"]),
    ("Falin, all items; Garetsky, item 2.", ["Falin [all]", "Garetsky [2]"]),
    # A bracket that is no scope.
    ("Вегеру (шифр), Чернову", ["Вегер", "Чернов"]),
    # Offices and shortened names stand as written.
    ("Председателю Госплана, т. Микояну", ["Председателю Госплана", "Микоян"]),
    ("Chairman of the State Bank; Cde. Mikoyan", ["Chairman of the State Bank", "Mikoyan"]),
    ("т. Эйхе, Вост. Сиб. Край", ["Эйхе", "Вост. Сиб. Край"]),
    ("", []),
    ("— все", []),
    ("а, б", []),
    ("по списку", []),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_list_names_those_who_were_sent_an_extract(text: str, names: list[str]) -> None:
    assert recipients(text) == names


def test_a_recipient_stands_where_his_name_and_scope_do() -> None:
    text = "т.т. Литвинову (все), Микояну — 2, 3"
    found = read_recipients(Tokens(text), 0, len(Tokens(text)))
    spans = [recipient.span.of(text) for recipient in found if recipient.span]
    assert spans == ["Литвинову (все)", "Микояну — 2, 3"]


def test_only_the_list_is_read() -> None:
    tokens = Tokens("т. Литвинову. Копия т. Микояну")
    assert [str(r) for r in read_recipients(tokens, 0, 3)] == ["Литвинов"]
