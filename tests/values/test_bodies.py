"""Names of institutions: known, misread, unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Tokens, key
from politburo.values.base import Status
from politburo.values.body_grammar import possible_misreadings, read_body, read_known_body
from politburo.values.body_tree import QUOTED
from politburo.values.names import Body
from politburo.vocabulary import table
from politburo.vocabulary.making.names import body_forms

FORMS = body_forms()


def bodies_in(text: str) -> list[Found[Body]]:
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        body = read_body(tokens, at)
        if body is not None:
            found.append(body)
        at = at + 1 if body is None else body.stop
    return found


def told(text: str) -> list[str]:
    """Return each body of a text as «value <passage>», the passage only where it differs."""
    found = []
    for body in bodies_in(text):
        assert body.value.span is not None
        passage = body.value.span.of(text)
        found.append(str(body.value) if passage == str(body.value) else f"{body.value} <{passage}>")
    return found


EQUAL = [
    ("НКВТ", "NKVT"),
    ("Наркомвнешторгу", "NKVT"),
    ("NKVT", "NKVT"),
    ("Narkomvneshtorg", "NKVT"),
    ("People's Commissariat of Foreign Trade", "NKVT"),
    ("People’s Commissariat for Foreign Trade", "NKVT"),
    ("Народному комиссариату внешней торговли", "NKVT"),
    ("Наркомату обороны СССР", "NKO"),
    ("Политбюро ЦК ВКП(б)", "PB"),
    ("ЗАСЕДАНИЯ", "ЗАСЕДАНИЯ"),
    ("POLITBURO", "PB"),
    ("VKP(b) CC Politburo", "PB"),
    ("CC CPSU SECRETARIAT", "SEKRETARIAT"),
    ("Президиума ЦК КПСС", "PREZIDIUM_TSK"),
    ("Presidium of the TsK KPSS", "PREZIDIUM_TSK"),
    ("Секретариату ЦК", "SEKRETARIAT"),
    ("ЦК ВКП/б/", "TSK"),
    ("Центрального Комитета ВКП(б)", "TSK"),
    ("ЦК КП(б)Уз", "TSK_UZ"),
    ("ЦК КП(б) Узбекистана", "TSK_UZ"),
    ("CC of Uzbekistan", "TSK_UZ"),
    ("CC of Kazakhstan", "CC of Kazakhstan"),
    ("ЦК КП(б)У", "ЦК КП(б)У"),
    ("СНК СССР", "SNK"),
    ("USSR SNK", "SNK"),
    ("Советом Народных Комиссаров Союза ССР", "SNK"),
    ("НКФ РСФСР", "НКФ РСФСР"),
    ("СНК Узбекской ССР", "СНК Узбекской ССР"),
    ("Наркомпрос РСФСР", "NKPROS"),
    ("О.Г.П.У.", "OGPU"),
    ("USSR State Bank", "GOSBANK"),
    ("USSR Industrial Bank", "USSR Industrial Bank"),
    ("Bank for Foreign Trade of the USSR", "VNESHTORGBANK"),
    ("Main Directorate of the Air Forces of the Red Army", "UVVS"),
    ("USSR People's Commissariat of the Petroleum Industry", "NKNEFT"),
    ("State Committee for Foreign Economic Relations", "GKES"),
    ("синьцзянским правительством", "URPRA"),
    ("Urumqi government", "URPRA"),
    ("правительству МНР", "MNR"),
    ("Mongolian government", "MNR"),
    ("монгольское правительство", "MNR"),
    ("МНР", "MNR"),
    ("правительству ТНР", "TNR"),
    ("турецкому правительству", "TURKEY_GOV"),
    ("Japanese government", "JAPAN_GOV"),
    ("правительству Афганистана", "AFGHAN_GOV"),
    ("нанкинскому правительству", "NANKIN_GOV"),
    ("испанским правительством", "SPAIN_GOV"),
    ("правительство Ирана", "PERSIA_GOV"),
    ("болгарскому правительству", "болгарское правительство"),
    ("правительству Кубы", "правительство Кубы"),
    ("government of the Republic of Cuba", "government of the Republic of Cuba"),
    ("DPRK government", "DPRK government"),
    ("торгпредстве СССР в Берлине", "TORGPREDSTVO"),
    ("берлинского торгпредства", "TORGPREDSTVO"),
    ("trade mission in Ulan Bator", "TORGPREDSTVO"),
    ("полпредства СССР в Японии", "POLPREDSTVO"),
    ("посольству СССР в Кабуле", "посольство СССР в Кабуле"),
    ("Валютной комиссии", "VALYUT_KOMISSIYA"),
    ("Xinjiang Commission", "XJ_KOMISSIYA"),
    ("Комиссию советского контроля", "KSK"),
    ("Communist Party of Bolivia", "Communist Party of Bolivia"),
    ("Czechoslovak Party", "Czechoslovak Party"),
    ("“Экспортлесу”", "EKSPORTLES"),
    ("«Туркстрою»", "TURKSTROI"),
    ('"Совсиньторгу"', "SOVSINTORG"),
    ("“Лена-Гольдфильдс”", "Лена-Гольдфильдс"),
    ("“Катерпиллар”", "Катерпиллар"),
    ("Сибкрайкома", "Сибкрайком"),
    ("Тракторцентру", "Тракторцентр"),
    ("Эрмитажу", "Эрмитаж"),
    ("Наркомлеспром", "Наркомлеспром"),
    ("Sin'tszyanolovo", "Sin'tszyanolovo"),
    ("Министерству черной металлургии СССР", "Министерство черной металлургии СССР"),
    ("Комитету по делам искусств при СНК СССР", "Комитет по делам искусств при СНК СССР"),
    ("Западно-Сибирскому крайкому ВКП(б)", "Западно-Сибирский крайком ВКП(б)"),
    ("Сев.-Кав. крайком", "Сев.-Кав. крайком"),
    ("36-й дивизии", "DIV36"),
    ("НКРП", "НКРП"),
    ("НКЛ", "НКЛ"),
    ("правительству Демократической Республики Йемен", "правительство Демократической Республики Йемен"),
    ("советскому консульству в Урумчи", "советское консульство в Урумчи"),
    ("Компартии Испании", "Компартия Испании"),
    ("Xinjiang Commission of the Politburo", "XJ_KOMISSIYA"),
    ("Exportles", "EKSPORTLES"),
    ("Минздраву СССР", "Минздрав СССР"),
]


@pytest.mark.parametrize(("text", "expected"), EQUAL)
def test_equal(text: str, expected: str) -> None:
    body = Body.parse(text)
    assert str(body) == expected
    assert Body.parse(str(body)) == body


# A rule of the genre and names it reads: firms, parties, committees, compounds.
RULES = [
    ("через фирму Сименс", ["Сименс"]),
    ("фирмы Джонсон Маттей и К°", ["Джонсон Маттей"]),
    ("у фирмы „Сименс“", ["Сименс"]),
    ("to the firm Johnson Matthey 850 kg", ["Johnson Matthey"]),
    ("the firm Alexandria Shipping Co. a contract", ["Alexandria Shipping Co."]),
    ("the firm of Krupp", ["Krupp"]),
    ("the trading company Sherkat", ["Sherkat"]),
    ("to the Wärtsilä company for tugboats", ["Wärtsilä"]),
    ("the firm Siemens-Schuckert", ["Siemens-Schuckert"]),
    ('the firm "Otto Wolff"', ["Otto Wolff"]),
    ("издательству «Красная новь» ссуду", ["Красная новь"]),
    ("обществу «Шарк», обществом «Бюннер»", ["SHARK", "Бюннер"]),
    ("Банку Финляндии, Персидского банка", ["Банк Финляндии", "Персидский банк"]),
    ("the Bank of Finland", ["Bank of Finland"]),
    ("the American company, a Soviet firm, the ship of the company", []),
    ("английской фирме, фирмы Англии, фирме. Выдать", []),
    ("the company of Molotov", []),
    ("заказ “Нафта” и “КРУПП”", ["Нафта", "КРУПП"]),
    # a name ends after ten words: more is a line set with a capital to every word
    (
        "the firm Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda",
        ["Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa"],
    ),
    ("роман «Красная новь», лозунг «Даешь хлеб», „О Китае“, «Об Иране»", []),
    ("просьбе Гватемальской партии труда в", ["Гватемальская партия труда"]),
    ("Венгерскую социалистическую рабочую партию", ["Венгерская социалистическая рабочая партия"]),
    ("Народно-демократической партии Афганистана", ["Народно-демократическая партия Афганистана"]),
    ("итальянской коммунистической партии", ["итальянская коммунистическая партия"]),
    ("компартией Польши", ["компартия Польши"]),
    ("Компартии Доминиканской Республики", ["Компартия Доминиканской Республики"]),
    ("решение компартии, члены коммунистической партии", []),
    ("Ха-ха-ха-ха-ха-ха, партия смеется", []),
    ("the People's Democratic Party of Afghanistan", ["People's Democratic Party of Afghanistan"]),
    ("the Workers' Party of Korea", ["Workers' Party of Korea"]),
    ("Компартии Китая, ЦК КПК", ["KPK_CHINA", "KPK_CHINA"]),
    ("нашей партии, Второй партии, рабочей партии, новую партию Хлеба", []),
    ("ЦК Трудовой партии Кореи", ["ЦК Трудовой партии Кореи"]),
    ("CC of the Korean Workers' Party", ["CC of the Korean Workers' Party"]),
    ("Центральному комитету Компартии Чехословакии", ["Центральный комитет Компартии Чехословакии"]),
    ("ЦК ПОРП, ЦК СЕПГ, ЦК КПУ", ["ЦК ПОРП", "ЦК СЕПГ", "ЦК КПУ"]),
    ("ЦК Казахстана, ЦК КП(б) Казахстана", ["ЦК Казахстана", "ЦК КП(б) Казахстана"]),
    ("письмо ЦК Сталину, ЦК НКПС, ЦК Партии", ["TSK", "TSK", "NKPS", "TSK"]),
    ("Дальбюро ЦК, Уралбюро ЦК РКП(б)", ["Дальбюро ЦК", "Уралбюро ЦК РКП(б)"]),
    ("Юго-Восточному бюро ЦК РКП", ["Юго-Восточное бюро ЦК РКП"]),
    ("the Siberian Bureau of the CC RCP(b)", ["Siberian Bureau of the CC RCP(b)"]),
    ("Управлению делами Цека", ["Управление делами Цека"]),
    ("управлению делами ЦК КПСС", ["управление делами ЦК КПСС"]),
    ("Управлению делами Совета Министров СССР", ["Управление делами Совета Министров СССР"]),
    ("the Administration of Affairs of the CC CPSU", ["Administration of Affairs of the CC CPSU"]),
    ("Отделу пропаганды ЦК КПСС, Отделу ЦК", ["Отдел пропаганды ЦК КПСС", "Отдел ЦК"]),
    ("аппарата ЦК, Комиссии ЦК, Отделу выдать", ["TSK", "TSK"]),
    ("ЦК Помголу", ["ЦК Помгол"]),
    ("Дальстрой НКВД СССР", ["DALSTROI"]),
    ("ГУЛАГу НКВД, из Гохрана НКВТ", ["ГУЛАГ НКВД", "Гохран", "NKVT"]),
    ("МИД МНР, Минфина ГДР", ["МИД МНР", "Минфин ГДР"]),
    ("the Ministry of Defense of Afghanistan", ["Ministry of Defense of Afghanistan"]),
    # "of the" and a land that no list knows: another state's ministry; the Union's own stays the Soviet one
    ("Ministry of Defense of the Netherlands", ["Ministry of Defense of the Netherlands"]),
    (
        "the Ministry of Trade of the Polish People's Republic and",
        ["Ministry of Trade of the Polish People's Republic"],
    ),
    (
        "People's Commissariat of Finance of the Ukrainian SSR",
        ["People's Commissariat of Finance of the Ukrainian SSR"],
    ),
    ("Ministry of Defense of the USSR, Ministry of Defense of the Soviet Army", ["MO", "MO"]),
    ("Ministry of Defense of the State Bank", ["MO", "GOSBANK"]),
    # a verb or a whole word before a full stop is no shortened adjective
    ("Отложить. Комитету по делам искусств при СНК СССР", ["Комитет по делам искусств при СНК СССР"]),
    ("Отложить. Компартии Испании", ["Компартия Испании"]),
    ("Решено. Обкому; Постановил. Обкому; Предложение. Обкому", []),
    ("Отложить. Сев.-Кав. крайкому", ["Сев.-Кав. крайком"]),
    ("сообщить НКИД Китаю", ["NKID"]),
    (
        "Посольству Монголии, консульства МНР в Верхнеудинске",
        ["Посольство Монголии", "консульство МНР в Верхнеудинске"],
    ),
    ("CC of the PDPA, PDPA CC", ["CC of the PDPA", "PDPA CC"]),
    ("the CC of the CP(b) of Ukraine", ["CC of the CP(b) of Ukraine"]),
    ("the State Committee on Labor and Wages", ["State Committee on Labor and Wages"]),
    ("Донуглю, Уралплатине, Югостали", ["Донуголь", "Уралплатина", "Югосталь"]),
    ("Лензолоту, «Лензолоту», Лензолота", ["Лензолото", "Лензолото", "Лензолото"]),
    ("Комсеверопути отгрузить, Гохрану, Помголу", ["Комсеверопуть", "Гохран", "Помгол"]),
    ("Автогужтрансу выделить", ["Автогужтранс"]),
    ("Выдать. Хлопкоубору сдать", ["Хлопкоубор"]),
    ("Выдать Хлопкоубору сданное", []),
    ("Председателю выехать, Петерсону выехать. Ленинграду отгрузить", []),
    ("Московскому комитету, МК ВКП(б), Запсибкрайкома", ["Московский комитет", "МК ВКП(б)", "Запсибкрайком"]),
    ("чехословацким правительством", ["чехословацкое правительство"]),
    ("the Polish government's request", ["Polish government"]),
    ("government of the Far Eastern Republic", ["government of the Far Eastern Republic"]),
]


@pytest.mark.parametrize(("text", "expected"), RULES)
def test_rules_of_the_genre(text: str, expected: list[str]) -> None:
    assert [str(body.value) for body in bodies_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "посол в МНР",
        "из МНР",
        "через ТНР",
        "торговля с МНР",
        "на границе МНР",
        "на территории МНР",
        "в Монгольскую Народную Республику",
        "from the MPR",
        "travel to the MPR",
        "the territory of the MPR",
        "in the DPRK",
    ],
)
def test_a_state_as_a_place_is_no_body(text: str) -> None:
    assert bodies_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "предоставить МНР кредит",
        "поставить МНР 12 самолетов",
        "в правительстве МНР",
        "долг МНР",
        "grant the MPR a credit",
        "a credit to the MPR",
    ],
)
def test_a_state_that_receives_is_a_body(text: str) -> None:
    assert [str(body.value) for body in bodies_in(text)] == ["MNR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C. C. Molotov", []),
        ("в записке (ПБ-1193), СТ-10", []),
        ("the C. C. plenum", ["TSK"]),
        ("C.C. VKP(b)", ["TSK"]),
        ("Xinjiang dollars, монгольский тугрик, синьцзянской армии, the Mongolian army", []),
    ],
)
def test_what_only_looks_like_a_body(text: str, expected: list[str]) -> None:
    assert [str(body.value) for body in bodies_in(text)] == expected


@pytest.mark.parametrize("text", ["НКВТ1 и", "НКВТ² и", "(НКВТ*)"])
def test_a_note_mark_is_cut_off(text: str) -> None:
    (found,) = bodies_in(text)
    assert found.value.span is not None
    assert (str(found.value), found.value.span.of(text)) == ("NKVT", "НКВТ")
    assert (found.value.status, [noise.rule for noise in found.noise]) == (Status.STATED, ["footnote-glued"])


@pytest.mark.parametrize("text", ["ГПУ15,000", "ГПУ 15", "ГПУ1924", "ГПУ2б", "ГПУ15%"])
def test_a_number_is_no_note_mark(text: str) -> None:
    (found,) = bodies_in(text)
    assert found.noise == ()


IN_TEXT = [
    ("Поручить НКТП поставить через “Амторг”", ["NKTP <НКТП>", "AMTORG <Амторг>"]),
    ("согласовать НКВТ совместно с НКО", ["NKVT <НКВТ>", "NKO <НКО>"]),
    ("приезд делегации правительства МНР", ["MNR <правительства МНР>"]),
    ("the Native Corporation [Tuchan gongsi] to sell", ["TUCHAN <Native Corporation>"]),
    ("the NKVD's stocks", ["NKVD"]),
    ("агенту НКВД в Александровске", ["NKVD <НКВД>"]),
    ("представитель ЦК в Синьцзяне", ["TSK <ЦК>"]),
    (
        "the Ministry of Foreign Trade and the State Committee for Foreign Economic Relations:",
        ["MVT <Ministry of Foreign Trade>", "GKES <State Committee for Foreign Economic Relations>"],
    ),
    ("from the Czechoslovak Party1,100,000 dollars", ["Czechoslovak Party"]),
    ("the trade mission in Tokyo to accept", ["TORGPREDSTVO <trade mission in Tokyo>"]),
    ("из средств обкома, банка и главного управления", []),
    ("в Турции, Япония, Советскому Союзу, Советский Союз, the Soviet Union", []),
    ("газете «Известия» и пароходу «Красин»", []),
    ("СТО ТЫСЯЧ РУБЛЕЙ ОБ ОТПУСКЕ; сто рублей; об этом; мо", []),
    ("шерсть — 9 млн., Шерсть", []),
    ("торгпреду, полпреду, Наркому финансов, послу, Soviet Ambassador in Havana", []),
    ("Destroy the import and export lists. Начальником Минском Россией Союзного", []),
    ("по постановлению правительства", []),
    ("торгпредству СССР в Нью-Йорке выдать", ["TORGPREDSTVO <торгпредству СССР в Нью-Йорке>"]),
    ("СНК\n\nСССР", ["SNK <СНК>"]),
    ("Отделу\n\nпропаганды", []),
    ("СНК\nСССР", ["SNK <СНК\nСССР>"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_in_text(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("НКВР", "NKVT", "probable-misreading"),
        ("НКТЛ", "NKTP", "probable-misreading"),
        ("ОПТУ", "OGPU", "probable-misreading"),
        ("NKVR [People's Commissariat for Foreign Trade]", "NKVT", "probable-misreading"),
        ("НКЛеглром", "NKLP", "probable-misreading"),
        ("ВЦСПО", "VTSSPS", "probable-misreading"),
        ("ОГНУ", "OGPU", "probable-misreading"),
        ("Совсинъторг", "SOVSINTORG", "probable-misreading"),
        ("Наркомтяжлрому", "NKTP", "probable-misreading"),
        ("Госплаи", "GOSPLAN", "probable-misreading"),
        ("GKEZ [State Committee for Foreign Economic Relations]", "GKES", "probable-misreading"),
        ("ЦК ВКП(6)", "TSK", "confusable-character"),
        ("Р3 СТО", "РЗ СТО", "confusable-character"),
        ("НК0", "NKO", "confusable-character"),
        ("HКBT", "NKVT", "confusable-character"),
    ],
)
def test_emended(text: str, expected: str, rule: str) -> None:
    (found,) = bodies_in(text)
    assert (str(found.value), found.value.status) == (expected, Status.EMENDED)
    assert [noise.rule for noise in found.noise] == [rule]


def test_of_several_likely_bodies_none_is_chosen() -> None:
    (found,) = bodies_in("запросить НКГП")
    assert (str(found.value), found.value.status) == ("НКГП", Status.STATED)
    assert [noise.message for noise in found.noise] == [
        "there is no body «НКГП»: expected most likely «НКПП» or «НКТП», each one similar letter away"
    ]


@pytest.mark.parametrize("text", ["Гослан", "Комминтерн", "Амтарг", "Внешнему", "UNO [United Nations]"])
def test_two_letters_or_another_word_are_no_misreading(text: str) -> None:
    assert [body for body in bodies_in(text) if body.noise] == []


def test_an_abbreviation_of_its_gloss_is_no_misreading() -> None:
    (found,) = bodies_in("the PCFT [People's Commissariat for Foreign Trade]")
    assert (str(found.value), found.value.status, found.noise) == ("NKVT", Status.STATED, ())


def test_a_wrong_form_that_is_a_body_is_left_to_the_reading() -> None:
    (found,) = bodies_in("из запасов НКЮ")
    assert (str(found.value), found.value.status, found.noise) == ("NKYU", Status.STATED, ())
    assert possible_misreadings("НКЮ") == ("NKO",)
    assert possible_misreadings("НКВТ") == ()


@pytest.mark.parametrize("text", ["НКРП", "НКЛ", "НКРФ", "НКЭП"])
def test_a_commissariat_without_an_entry_is_not_emended(text: str) -> None:
    (found,) = bodies_in(text)
    assert (str(found.value), found.value.status, found.noise) == (text, Status.STATED, ())


def test_a_gloss_that_names_another_body_is_doubtful() -> None:
    text = "through the NKID [People's Commissariat of Internal Affairs]."
    (found,) = bodies_in(text)
    assert found.value == Body(id="NKID")
    assert [noise.rule for noise in found.noise] == ["translation-doubtful"]
    assert found.noise[0].span.of(text) == "NKID [People's Commissariat of Internal Affairs"


def test_a_note_in_brackets_is_no_gloss() -> None:
    tokens = Tokens("Narkomtsvetmet [1] and NKO [Translator's note: so in the text]")
    found = read_body(tokens, 0)
    assert found is not None
    assert (found.stop, found.noise) == (1, ())
    assert len(bodies_in(tokens.text)) == 2


@pytest.mark.parametrize(
    ("text", "message", "mark"),
    [
        ("зайцы", "expected the name of an institution", "зайцы"),
        ("НКВТ поручить", "expected nothing more after the name of an institution", "поручить"),
        ("", "expected the name of an institution", ""),
    ],
)
def test_errors(text: str, message: str, mark: str) -> None:
    with pytest.raises(ParseError) as caught:
        Body.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == mark


def test_error_text() -> None:
    with pytest.raises(ParseError) as caught:
        Body.parse("зайцы")
    assert str(caught.value) == "expected the name of an institution\n    зайцы\n    ^^^^^"


def test_exactly_one_of_id_and_name() -> None:
    with pytest.raises(ValueError, match="either"):
        Body()
    with pytest.raises(ValueError, match="either"):
        Body("NKVT", "НКВТ")
    with pytest.raises(ValueError, match="in the vocabulary"):
        Body(id="NKXX")


def test_facts() -> None:
    body = Body(id="NKTP", span=Span(0, 4))
    assert body == Body.parse("Наркомтяжпром")
    assert (body.founded, body.abolished) == ("1932-01-05", "1939-01-24")
    assert (body.label("ru"), body.label("en")) == ("НКТП", "NKTP")
    unlisted = Body(name="Сибкрайком")
    assert (unlisted.entry, unlisted.founded, unlisted.abolished) == (None, None, None)
    assert unlisted.label("en") == "Сибкрайком"
    with pytest.raises(ValueError, match="language"):
        body.label("de")


# Forms that two bodies claim: the one of the lower rank, which stands first, has them.
COLLISIONS = {
    "ко": ["KO_SNK", "KOMOBOR"],
    "кпк": ["KPK", "KPK_CHINA"],
    "kpk": ["KPK", "KPK_CHINA"],
    "к . п . к .": ["KPK", "KPK_CHINA"],
    "впк": ["VPK", "VPK_TSK"],
    "vpk": ["VPK", "VPK_TSK"],
    "в . п . к .": ["VPK", "VPK_TSK"],
    "c . p . c .": ["SNK", "KPK_CHINA"],
    "people's commissariat of communications": ["NKPS", "NKSVYAZ"],
    "people's commissariat for communications": ["NKPS", "NKSVYAZ"],
    "commissariat of communications": ["NKPS", "NKSVYAZ"],
    "commissariat for communications": ["NKPS", "NKSVYAZ"],
}


def claims() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, (_, identifier, name) in FORMS:
        owners = found.setdefault(" ".join(k for k in Tokens(form).keys if k not in ("the", "")), [])
        if (identifier or name) not in owners:
            owners.append(identifier or name)
    return found


def test_collisions_are_known() -> None:
    several = {form: owners for form, owners in claims().items() if len(owners) > 1}
    assert several == COLLISIONS
    for owners in several.values():
        assert owners == sorted(owners, key=lambda owner: table("agencies")[owner]["rank"])


def test_every_form_reads_to_its_body() -> None:
    owners = claims()
    for form, (mode, identifier, name) in FORMS:
        folded = " ".join(k for k in Tokens(form).keys if k not in ("the", ""))
        if owners[folded][0] != (identifier or name) or mode == QUOTED or mode > QUOTED:
            continue
        found = read_body(Tokens(form), 0)
        assert found is not None, form
        assert str(found.value) == (identifier or name), form
        assert found.stop == len(Tokens(form)), form


def test_every_abbreviation_of_the_entries_is_read() -> None:
    dropped = {"торгпред", "полпред", "Япония", "Турция", "Персия", "Иран", "Афганистан"}
    dropped |= {"Испанская республика", "Маньчжоу-Го", "Манчжоу-Го", "САХ", "Шерсть"}
    claimed = claims()
    for identifier, record in table("agencies").items():
        for form in {*record.get("abbr_ru", []), *record.get("abbr_en", [])} - dropped:
            found = read_body(Tokens(form), 0)
            assert found is not None, form
            owners = claimed.get(" ".join(k for k in Tokens(form).keys if k), [identifier])
            assert str(found.value) == owners[0], (form, identifier)
            assert identifier in owners


@given(st.sampled_from(FORMS), st.sampled_from(["", " СССР", " of the USSR", "\n", ", ", " [", " (т. "]))
def test_spans_lie_inside_the_text(form: tuple[str, list[object]], tail: str) -> None:
    text = f"поручить {form[0]}{tail}"
    tokens = Tokens(text)
    for at in range(len(tokens)):
        for found in (read_body(tokens, at), read_known_body(tokens, at)):
            if found is not None:
                assert found.value.span is not None
                assert 0 <= found.value.span.start < found.value.span.stop <= len(text)
                assert at < found.stop <= len(tokens)


@given(st.text(alphabet="АБВНКТабвнк3(б)/«» .-ABKNkn'[]\n", max_size=30))
def test_any_text_can_be_searched(text: str) -> None:
    for found in bodies_in(text):
        assert str(found.value)


@given(st.sampled_from(sorted(table("agencies"))))
def test_parse_reads_what_str_writes(identifier: str) -> None:
    body = Body(id=identifier)
    assert Body.parse(str(body)) == body
    assert key(body.label("ru"))


# What decides at the edge of a rule.
BOUNDARIES: list[tuple[str, list[str]]] = [
    ("СНК СССР", ["SNK <СНК СССР>"]),
    ("СНК, СССР", ["SNK <СНК>"]),
    ("СНК Союза ССР", ["SNK <СНК Союза ССР>"]),
    ("НКФ РСФСР", ["НКФ РСФСР"]),
    ("НКФ\n\nРСФСР", ["NKF <НКФ>"]),
    ("СНК Узбекской ССР", ["СНК Узбекской ССР"]),
    ("СНК Узбекской", ["SNK <СНК>"]),
    ("СНК Узбекской АССР", ["СНК Узбекской АССР"]),
    ("Наркомпрос РСФСР", ["NKPROS <Наркомпрос РСФСР>"]),
    ("USSR State Bank", ["GOSBANK <USSR State Bank>"]),
    ("USSR\n\nState Bank", ["GOSBANK <State Bank>"]),
    ("Soviet trade mission", ["TORGPREDSTVO <Soviet trade mission>"]),
    ("Политбюро ЦК", ["PB <Политбюро ЦК>"]),
    ("Политбюро, ЦК", ["PB <Политбюро>", "TSK <ЦК>"]),
    ("POLITBURO, VKP(b) CC", ["PB <POLITBURO, VKP(b) CC>"]),
    ("Politburo of the CC CPSU", ["PB <Politburo of the CC CPSU>"]),
    (
        "Politburo of the CC of the Bulgarian Communist Party",
        ["Politburo of the CC of the Bulgarian Communist Party"],
    ),
    ("Политбюро\n\nЦК", ["PB <Политбюро>", "TSK <ЦК>"]),
    ("VKP(b) CC Politburo", ["PB <VKP(b) CC Politburo>"]),
    ("ПБ-1193", []),
    ("ПБ -1193", ["PB <ПБ>"]),
    ("ПБ- 1193", ["PB <ПБ>"]),
    ("ПБ-а", ["PB <ПБ>"]),
    ("C. C. Molotov", []),
    ("C. C. VKP(b)", ["TSK <C. C. VKP(b)>"]),
    ("C. C. MOLOTOV", ["TSK <C. C.>"]),
    ("торгпредства в Берлине", ["TORGPREDSTVO <торгпредства в Берлине>"]),
    ("торгпредства в берлине", ["TORGPREDSTVO <торгпредства>"]),
    ("торгпредства в\n\nБерлине", ["TORGPREDSTVO <торгпредства>"]),
    ("посольству в Кабуле", ["посольство в Кабуле <посольству в Кабуле>"]),
    ("посольству", []),
    ("посольству СССР", ["посольство СССР <посольству СССР>"]),
    ("посольству Монголии", ["посольство Монголии <посольству Монголии>"]),
    ("посольству монголии", []),
    ("Посольству СССР в Кабуле", ["Посольство СССР в Кабуле <Посольству СССР в Кабуле>"]),
    ("Советскому посольству в Кабуле", ["Советское посольство в Кабуле <Советскому посольству в Кабуле>"]),
    ("правительству Кубы", ["правительство Кубы <правительству Кубы>"]),
    ("правительству\n\nКубы", []),
    ("правительству Республики Куба", ["правительство Республики Куба <правительству Республики Куба>"]),
    ("government of Cuba", ["government of Cuba"]),
    ("government of the Republic of Cuba", ["government of the Republic of Cuba"]),
    ("Cuban government", ["Cuban government"]),
    ("cuban government", []),
    ("The government", []),
    ("Cuban government's", ["Cuban government"]),
    ("Курскому обкому", ["Курский обком <Курскому обкому>"]),
    ("Курскому обкому ВКП(б)", ["Курский обком ВКП(б) <Курскому обкому ВКП(б)>"]),
    ("курскому обкому", []),
    ("Западно-Сибирскому крайкому", ["Западно-Сибирский крайком <Западно-Сибирскому крайкому>"]),
    ("Курскому-обкому", []),
    ("Курскому\n\nобкому", []),
    ("Московскому бюро", ["Московское бюро <Московскому бюро>"]),
    ("Министерству морского флота", ["Министерство морского флота <Министерству морского флота>"]),
    ("Министерству", []),
    ("Министерству закупить", []),
    ("министерству морского флота", []),
    ("Министерству\n\nморского флота", []),
    ("Комитету по делам искусств", ["Комитет по делам искусств <Комитету по делам искусств>"]),
    (
        "Комитету по делам искусств при СНК",
        ["Комитет по делам искусств при СНК <Комитету по делам искусств при СНК>"],
    ),
    ("Комитету по делам искусств при дворе", ["Комитет по делам искусств <Комитету по делам искусств>"]),
    ("Управлению делами ЦК", ["Управление делами ЦК <Управлению делами ЦК>"]),
    ("Банку Финляндии", ["Банк Финляндии <Банку Финляндии>"]),
    ("Банку финляндии", []),
    ("Банку выдать", []),
    ("Сев.-Кав. крайкому", ["Сев.-Кав. крайком <Сев.-Кав. крайкому>"]),
    ("Сев. Кав. крайкому", ["Сев. Кав. крайком <Сев. Кав. крайкому>"]),
    ("сев. крайкому", []),
    ("Сев. крайкому ВКП(б)", ["Сев. крайком ВКП(б) <Сев. крайкому ВКП(б)>"]),
    ("ЦК КП(б) Казахстана", ["ЦК КП(б) Казахстана"]),
    ("ЦК КП(б)У", ["ЦК КП(б)У"]),
    ("ЦК КП Казахстана", ["ЦК КП Казахстана"]),
    ("ЦК Казахстана", ["ЦК Казахстана"]),
    ("ЦК\n\nКазахстана", ["TSK <ЦК>"]),
    ("CC of the CP(b) of Ukraine", ["CC of the CP(b) of Ukraine"]),
    ("CC of Uzbekistan", ["TSK_UZ <CC of Uzbekistan>"]),
    ("ЦК ПОРП", ["ЦК ПОРП"]),
    ("ЦК НКПС", ["TSK <ЦК>", "NKPS <НКПС>"]),
    ("ЦК КПУ", ["ЦК КПУ"]),
    ("ЦК ВЛКСМ", ["VLKSM <ЦК ВЛКСМ>"]),
    ("ЦК Трудовой партии Кореи", ["ЦК Трудовой партии Кореи"]),
    (
        "Центральному Комитету КП(б) Казахстана",
        ["Центральный Комитет КП(б) Казахстана <Центральному Комитету КП(б) Казахстана>"],
    ),
    (
        "ЦЕНТРАЛЬНОМУ КОМИТЕТУ КП(б) Казахстана",
        ["ЦЕНТРАЛЬНЫЙ КОМИТЕТ КП(б) Казахстана <ЦЕНТРАЛЬНОМУ КОМИТЕТУ КП(б) Казахстана>"],
    ),
    (
        "Центральному комитету КП(б) Казахстана",
        ["Центральный комитет КП(б) Казахстана <Центральному комитету КП(б) Казахстана>"],
    ),
    ("ГУЛАГу НКВД", ["ГУЛАГ НКВД <ГУЛАГу НКВД>"]),
    ("ГУЛАГу, НКВД", ["ГУЛАГ <ГУЛАГу>", "NKVD <НКВД>"]),
    ("Уралбюро ЦК РКП(б)", ["Уралбюро ЦК РКП(б)"]),
    ("Дальстрой НКВД СССР", ["DALSTROI <Дальстрой НКВД СССР>"]),
    ("МИД МНР", ["МИД МНР"]),
    (
        "Министерства обороны Афганистана",
        ["Министерство обороны Афганистана <Министерства обороны Афганистана>"],
    ),
    ("Tuchan [gongsi] to", ["TUCHAN <Tuchan>"]),
    ("НКВТ [People's Commissariat] и", ["NKVT <НКВТ>"]),
    ("NKVD's stocks", ["NKVD"]),
    ("NKVD’s stocks", ["NKVD"]),
    # firms
    ("фирма «Красная новь»", ["Красная новь"]),
    ("«Красная новь»", []),
    ("«Красная новь", []),
    ("«Красная Новь»", ["Красная Новь"]),
    ("«Сименс-Шуккерт»", ["Сименс-Шуккерт"]),
    ("«Альфа Бета Гамма Дельта Эпсилон»", ["Альфа Бета Гамма Дельта Эпсилон"]),
    ("«Альфа Бета Гамма Дельта Эпсилон Дзета Эта»", []),
    ("«Альфа. Бета»", []),
    ("«Нафту»", ["Нафт <Нафту>"]),
    ("«Нафта»", ["Нафта"]),
    ("«НАФТУ»", ["НАФТУ"]),
    ("«О Китае»", []),
    ("фирме «О Китае»", ["О Китае"]),
    ("фирме «о Китае»", []),
    ("роман «Сименс»", []),
    ("« Сименс»", []),
    ("фирма Сименс", ["Сименс"]),
    ("фирма\n\nСименс", []),
    ("Фирма Сименс", ["Сименс"]),
    ("ФИРМА Сименс", []),
    ("фирма сименс", []),
    ("фирма С", []),
    ("фирма Сименс\nШуккерт", ["Сименс"]),
    ("фирма Сименс Шуккерт Гальске Бергман Осрам Крупп", ["Сименс Шуккерт Гальске Бергман Осрам Крупп"]),
    ("the firm Otto Wolff & Co. a", ["Otto Wolff & Co."]),
    ("the firm Siemens - Schuckert", ["Siemens"]),
    ("the firm Siemens-5", ["Siemens"]),
    ("the firm of Krupp", ["Krupp"]),
    ("the Krupp company", ["Krupp"]),
    ("the Krupp Company", ["Krupp Company"]),
    ("the Krupp\n\ncompany", []),
    ("the KRUPP company", []),
    ("a Krupp company", []),
    ("the firm of Molotov", []),
    ("the firm NKVT", ["NKVT"]),
    # titles
    ("the Korean Workers' Party has", ["Korean Workers' Party"]),
    ("The Party", []),
    ("Soviet Embassy in Kabul", ["Soviet Embassy in Kabul"]),
    ("Soviet Embassy in kabul", ["Soviet Embassy"]),
    ("Soviet Party in Kabul", ["Soviet Party"]),
    ("Korean\n\nWorkers' Party", ["Workers' Party"]),
    ("State Committee for Oil and Gas", ["State Committee for Oil and Gas"]),
    ("State Committee for Oil and gas", ["State Committee for Oil"]),
    ("State Committee for Oil and NKVT", ["State Committee for Oil", "NKVT"]),
    ("State Committee\n\nfor Oil", ["State Committee"]),
    ("Ministry of the Petroleum Industry", ["Ministry of the Petroleum Industry"]),
    ("Ministry of petroleum", []),
    ("Cde. Party", []),
    ("Trade-Union Committee", ["Trade-Union Committee"]),
    ("Trade - Union Committee", ["Union Committee"]),
    # compounds
    ("Лензолоту", ["Лензолото <Лензолоту>"]),
    ("Автогужтрансу выделить", ["Автогужтранс <Автогужтрансу>"]),
    ("выдать Автогужтрансу выделить", []),
    ("Хлопкоубору сдать", ["Хлопкоубор <Хлопкоубору>"]),
    ("Хлопкоубору\nсдать", ["Хлопкоубор <Хлопкоубору>"]),
    ("Хлопкоубору\n\nсдать", []),
    ("и Хлопкоубору сдать", []),
    ("; Хлопкоубору сдать", ["Хлопкоубор <Хлопкоубору>"]),
    ("— Хлопкоубору сдать", ["Хлопкоубор <Хлопкоубору>"]),
    ("\nХлопкоубору сдать", ["Хлопкоубор <Хлопкоубору>"]),
    ("Хлопкоубору область", []),
    ("ХЛОПКОУБОРУ сдать", []),
    # states
    ("посол в МНР", []),
    ("послать МНР", ["MNR <МНР>"]),
    ("the MPR", ["MNR <MPR>"]),
    ("to the MPR", []),
    ("grant to the MPR", ["MNR <MPR>"]),
    ("grant now and then and much later on to the MPR", ["MNR <MPR>"]),
    ("in the MPR", []),
    ("of the MPR", ["MNR <MPR>"]),
    ("territory of the MPR", []),
    ("правительству МНР", ["MNR <правительству МНР>"]),
    ("в правительстве МНР", ["MNR <правительстве МНР>"]),
    # words in capitals
    ("СТО РУБЛЕЙ", []),
    ("СТО", ["STO <СТО>"]),
    ("ВОПРОС СТО", []),
    ("5 СТО", []),
    ("СТО СССР", ["STO <СТО СССР>"]),
    ("А СТО", ["STO <СТО>"]),
    ("ВКП/б/", ["ВКП(б) <ВКП/б/>"]),
    ("ВКП(6)", ["ВКП(б) <ВКП(6)>"]),
    # misreadings
    ("НКВР", ["NKVT <НКВР>"]),
    ("НКВР2", []),
    ("НКЛеглром", ["NKLP <НКЛеглром>"]),
    ("НКЛеглрам", []),
    ("Госплаи", ["GOSPLAN <Госплаи>"]),
    ("Госплви", []),
    ("Совсинъторг", ["SOVSINTORG <Совсинъторг>"]),
    ("Гос6анку", ["GOSBANK <Гос6анку>"]),
    ("Гос 6анку", []),
    ("Гос6 анку", []),
    ("Гос7анку", []),
    ("НК0", ["NKO <НК0>"]),
    ("НК7", []),
    ("НК 0", []),
    ("GKEZ [State Committee for Foreign Economic Relations]", ["GKES <GKEZ>"]),
    ("SCFER [the State Committee for Foreign Economic Relations]", ["GKES <SCFER>"]),
    ("ВЦСПО", ["VTSSPS <ВЦСПО>"]),
    ("ВЦСПОС", []),
    ("HКBT", ["NKVT <HКBT>"]),
    ("XYZ", []),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES, ids=repr)
def test_a_boundary_is_kept(text: str, expected: list[str]) -> None:
    assert told(text) == expected
