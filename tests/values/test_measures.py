"""Numbers told by what follows them, in whole sentences of the genre."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.tokens import Noise, Tokens
from politburo.values.amounts import BareAmount
from politburo.values.base import Status
from politburo.values.measures import Measure, governed_by_change, read_change, read_measure
from politburo.values.money import MonetaryAmount


def scan(text: str) -> list[Measure]:
    """Return every measure of a text, in order."""
    tokens, at = Tokens(text), 0
    found: list[Measure] = []
    while at < len(tokens):
        change = read_change(tokens, at)
        measure = None if change else read_measure(tokens, at)
        if change:
            found.extend(change.value)
            at = change.stop
        elif measure:
            found.append(measure.value)
            at = measure.stop
        else:
            at += 1
    return found


# One sentence a line, and the sums that a reader finds in it.
MONEY = [
    ("Отпустить Наркоминделу 35 тыс. зол. руб. на ремонт здания.", ["35000 RUB_GOLD"]),
    ("Ассигновать НКИД 3.500 англ. фунтов и 17.000 ам. дол.", ["3500 GBP", "17000 USD"]),
    ("В 1935 году отпустить 500.000 рублей, в 1936 г. — 750.000 рублей.", ["500000 RUB", "750000 RUB"]),
    ("Ассигновать 1,2 млрд. рублей и 12,5 млн. фр. франков.", ["1200000000 RUB", "12500000 FRF"]),
    ("Закупить станков на 3,75 млн. герм. марок и 210 тыс. ф.ст.", ["3750000 DEM_REICHSMARK", "210000 GBP"]),
    ("Выдать МНР ссуду в два с половиной миллиона тугриков на пять лет.", ["2500000 MNT"]),
    ("Выплатить по 100 руб. каждому из 250 переселенцев.", ["100 RUB"]),
    ("Израсходовать до полумиллиона рублей в червонцах.", ["../500000 RUB_CHERVONNY"]),
    ("Перевести 75.000 (семьдесят пять тысяч) мексиканских долларов.", ["75000 MXD_SILVER"]),
    ("Утвердить цену пуда в 1 р. 20 к. золотом.", ["1.2 RUB_GOLD"]),
    ("Отпустить ОГПУ 10-15 тыс. валютных рублей.", ["10000/15000 RUB_FOREIGN"]),
    ("Предоставить стомиллионный кредит.", ["100000000 XXX"]),
    ("Выделить 200 тыс. японских иен и 50 тыс. китайских долларов.", ["200000 JPY", "50000 CNY_NATIONAL"]),
    ("Вагон стоит 18.500 шведских крон, паровоз — 140.000 крон.", ["18500 SEK", "140000 SEK"]),
    ("Уплатить 1.000.000 (один миллион) ам. долларов золотом.", ["1000000 USD"]),
    ("Смета ИККИ: 1.500.000 зол. рублей, КП Китая — 30.000 ам. дол.", ["1500000 RUB_GOLD", "30000 USD"]),
    ("Начать с 10 тысяч иен, а всего дать не свыше 20 тысяч иен.", ["10000 JPY", "../20000 JPY"]),
    ("Сумма свыше двух миллионов рублей внесена полностью.", ["2000000/.. RUB"]),
    ("Отпустить триста тысяч (300.000) рублей.", ["300000 RUB"]),
    ("Отпустить 300 тыс. рублей (триста тысяч).", ["300000 RUB"]),
    ("Перевести 12 т. р. и 500 т. долл.", ["12000 RUB", "500000 USD"]),
    ("Выдать 5О.000 руб., 1З тыс. рублей, 2б5 рублей.", ["50000 RUB", "13000 RUB", "265 RUB"]),
    ("Назначить пенсию в 225 руб. в месяц.", ["225 RUB"]),
    ("Бюджет 1923/24 г. — 12 миллионов червонных руб.", ["12000000 RUB_CHERVONNY"]),
    ("Купить 300 лошадей и 1.200 тонн шерсти на 680.000 тугр.", ["680000 MNT"]),
    ("Расход 37.000.000 рублей, из них 7.000.000 р. в I квартале.", ["37000000 RUB", "7000000 RUB"]),
    ("Установить лимит 6.100.000 руб. в инвалюте.", ["6100000 RUB_FOREIGN"]),
    ("Заключить заем в 20 миллионов марок золотом.", ["20000000 DEM_REICHSMARK"]),
    ("Выделить 3 миллиона 250 тысяч рублей.", ["3250000 RUB"]),
    ("Отпустить 1 млн. 200 тыс. 500 руб.", ["1200500 RUB"]),
    ("Оформить четырехмиллионный заем и 10-миллионную ссуду.", ["4000000 XXX", "10000000 XXX"]),
    ("По договору о двухмиллионном (в золотых рублях) кредите.", ["2000000 RUB_GOLD"]),
    ("Просить Нанкин о 5 миллионах займа отказаться.", ["5000000 XXX"]),
    ("Отпустить 150 тысяч рублей совзнаками 1923 г.", ["150000 SOVZNAK_1923"]),
    ("В 1921 году выдано 50 000 довоенных рублей.", ["50000 RUB_INDEX_PREWAR"]),
    ("Не позднее 15 мая и до 1 января 1925 г. отпустить до 15 тыс. руб.", ["../15000 RUB"]),
    ("Закупить 1.500 тонн меди по 42 ф. ст. 10 ш. за тонну.", ["42.5 GBP"]),
    ("Отпускать от 2,5 до 3 млн. руб. и 100–150 тыс. долл.", ["2500000/3000000 RUB", "100000/150000 USD"]),
    ("Утвердить смету в сумме 12.345 руб. 67 коп.", ["12345.67 RUB"]),
    ("Платить рабочим по 3 рубля в день и 50 коп. за пуд.", ["3 RUB", "0.5 RUB"]),
    ("Уплатить 4.000 персидских туманов и 60.000 кран.", ["4000 IR_TOMAN", "60000 IRK_KRAN"]),
    (
        "Послать 7 тыс. лан, 150 000 юаней и 30.000 гоби.",
        ["7000 CN_TAEL", "150000 CNY", "30000 MANCHUKUO_YUAN"],
    ),
    ("Отпустить 5 тонн золота и 203-мм орудия по № 00485.", []),
    ("Постановление № 34 от 26.XI.35, л. 170-171, 5-8 лет.", []),
    ("Выпустить 50-рублевые билеты и знаки 1923 года.", []),
    ("Release 25 thousand gold rubles to the NKID.", ["25000 RUB_GOLD"]),
    ("Pay $1.5-2 million in three installments of £20,000 each.", ["1500000/2000000 USD", "20000 GBP"]),
    ("Pay each of the 250 settlers 100 rubles 50 kopecks.", ["100.5 RUB"]),
    ("Allocate between five and six hundred thousand rubles.", ["500000/600000 RUB"]),
    ("Grant a loan of one hundred million gold rubles at 1% interest.", ["100000000 RUB_GOLD"]),
    ("About half a million yen and a quarter of a million dollars.", ["~500000 JPY", "250000 USD"]),
    ("Open a ten-million-ruble credit and a 500,000-ruble advance.", ["10000000 RUB", "500000 RUB"]),
    ("Sell 30-40 trucks at 2,500 to 3,000 rubles apiece.", ["2500/3000 RUB"]),
    ("Spend no more than US$ 12,500 on rifles.", ["../12500 USD"]),
    ("Issue an advance of 300 thous. rubles in chervontsy.", ["300000 RUB_CHERVONNY"]),
    ("Take in 10-ruble banknotes [chervonnye rubli].", []),
    ("Goods worth 600,000 commodity [tovarnyye] rubles.", ["600000 RUB_INDEX_PREWAR"]),
    ("The debt is forty thousand Mexican dollars.", ["40000 MXD_SILVER"]),
    ("Pay sixty-five chervontsy, or 650 rubles.", ["65 CHERVONETS", "650 RUB"]),
    ("The two-million military loan of 1936, point 5.", ["2000000 XXX"]),
    ("Transfer 430 billion won (14 billion rubles).", ["430000000000 KPW", "14000000000 RUB"]),
    ("From the fraternal Party500,000 dollars.", ["500000 USD"]),
    ("Deliver 1.5 billion dollars' worth of equipment.", ["1500000000 USD"]),
    ("Telegram # 1298 of 12.12.79, page 36.", []),
    ("Write off 3.5 million Turkish pounds and 4,000 Swiss francs.", ["3500000 TRY_LIRA", "4000 CHF"]),
]

MEASURES = [
    ("Продать не менее 40 т золота и 5 тонн платины.", ["40/.. tonne", "5 tonne"]),
    ("Направить 45 красных командиров, 6 врачей и 120 коммунистов.", ["45 person", "6 person", "120 person"]),
    ("Поставить 12 203-мм гаубиц и 36 76-мм пушек.", ["12 gun", "36 gun"]),
    ("Снизить цены на 5-7 проц., а план выполнить на 85%.", ["5/7 percent", "85 percent"]),
    ("Кредит дать из 4 1/2 % годовых, заем — беспроцентный.", ["4.5", "0"]),
    ("Из 2% годовых, с погашением 40 тыс. голов скота.", ["2", "40000 head"]),
    ("Send five Soviet doctors and 100 ZIS-5 trucks.", ["5 person", "100 motor_vehicle"]),
    ("2,400 thousand poods [39.3 thousand metric tons]", ["2400000 pood", "39300 tonne"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sums"), MONEY)
def test_sums_in_sentences(text: str, sums: list[str]) -> None:
    assert [str(m) for m in scan(text) if isinstance(m, MonetaryAmount)] == sums


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_measures_in_sentences(text: str, measures: list[str]) -> None:
    assert [str(m) for m in scan(text) if not isinstance(m, BareAmount)] == measures


BARE = [
    ("ВСНХ — 41 200 тыс., Наркомзему", 2, "41200000", "41 200 тыс.", ""),
    ("(начиная с 10 тысяч).", 3, "10000", "10 тысяч", ""),
    ("to be 12.75 million.", 2, "12750000", "12.75 million", ""),
    ("reduce it to 5¼ million.", 3, "5250000", "5¼ million", ""),
    ("и 46 тыс. пар сапог", 1, "46000", "46 тыс.", "пар"),
    ("до 10 тысяч", 0, "../10000", "до 10 тысяч", ""),
    ("310 freight wagons", 0, "310", "310", "freight"),
    ("900,000 for horses", 0, "900000", "900,000", ""),
]

NOT_BARE = [
    ("№ 34", 1), ("No. 34 of", 2), ("от 5 мая", 1), ("March 19, 1941", 1), ("в 1936 году", 1), ("1936", 0),
    ("5 лет", 0), ("203-мм", 0), ("У-2", 2), ("П51/144", 1), ("1. Отпустить", 0), ("2) Отпустить", 0),
    ("52-х", 4), ("два раза", 0), ("1924-1926 гг.", 0), ("27.III.32", 0), ("27.III.32", 4), ("[5]", 1),
    ("one third", 0), ("f. 17", 2), ("2-миллионной армии", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "value", "quote", "noun"), BARE)
def test_a_number_without_unit_is_bare(text: str, at: int, value: str, quote: str, noun: str) -> None:
    found = read_measure(Tokens(text), at)
    assert found is not None
    assert isinstance(found.value, BareAmount)
    assert found.value.span is not None
    assert (str(found.value), found.value.span.of(text), found.value.noun) == (value, quote, noun)
    assert repr(found.value) == f"BareAmount({value})"


@pytest.mark.parametrize(("text", "at"), NOT_BARE)
def test_what_is_plainly_no_amount(text: str, at: int) -> None:
    assert read_measure(Tokens(text), at) is None


def test_ditto_marks_take_the_unit_of_the_line_above() -> None:
    text = 'a) machines | 310,000 "+ |'
    tokens = Tokens(text)
    found = read_measure(tokens, tokens.words.index("310"))
    assert found is not None
    value = found.value
    assert isinstance(value, BareAmount)
    assert value.span is not None
    assert (str(value), value.ditto, value.span.of(text)) == ("310000", True, '310,000 "')
    assert value.status is Status.STATED
    (noise,) = found.noise
    assert isinstance(noise, Noise)
    assert (noise.rule, noise.span.of(text)) == ("footnote-glued", '310,000 "+')


def test_an_opening_quotation_is_no_ditto_mark() -> None:
    found = read_measure(Tokens('310,000 "gold" rubles'), 0)
    assert found is not None
    assert isinstance(found.value, BareAmount)
    assert not found.value.ditto


def test_a_table_row_ends_the_value() -> None:
    text = "cloth ..... 640,000 gold rubles | 5 |"
    assert [str(m) for m in scan(text) if isinstance(m, MonetaryAmount)] == ["640000 RUB_GOLD"]


def test_a_value_never_crosses_a_paragraph() -> None:
    (first, *_) = scan("150.000\n\nрублей")
    assert isinstance(first, BareAmount)
    (joined,) = scan("150.000\nрублей")
    assert str(joined) == "150000 RUB"
    assert [str(m) for m in scan("выдать 100\n- 200 винтовок")] == ["100", "200 rifle"]
    assert [str(m) for m in scan("до\n\n300 рублей")] == ["300 RUB"]


CHANGES = [
    ("с 820 до 745 тыс. марок", "820000 DEM_REICHSMARK", "820", "745000 DEM_REICHSMARK", "745 тыс. марок"),
    ("from 40 to 65 thousand US dollars", "40000 USD", "40", "65000 USD", "65 thousand US dollars"),
    ("с 5 млн. до 8 млн. руб.", "5000000 RUB", "5 млн.", "8000000 RUB", "8 млн. руб."),
    ("from 50 to 75 trucks", "50 motor_vehicle", "50", "75 motor_vehicle", "75 trucks"),
    ("с 900 до 1,2 тыс. руб.", "900 RUB", "900", "1200 RUB", "1,2 тыс. руб."),
    ("from $1.5 million to $2 million", "1500000 USD", "$1.5 million", "2000000 USD", "$2 million"),
    ("с 10% до 15%", "10 percent", "10%", "15 percent", "15%"),
    ("from 50 tons a year to 75 tons", "50 tonne", "50", "75 tonne", "75 tons"),
]


@pytest.mark.parametrize(("text", "old", "old_quote", "new", "new_quote"), CHANGES)
def test_changes(text: str, old: str, old_quote: str, new: str, new_quote: str) -> None:
    found = read_change(Tokens(text), 0)
    assert found is not None
    before, after = found.value
    assert before.span is not None
    assert after.span is not None
    assert (str(before), before.span.of(text)) == (old, old_quote)
    assert (str(after), after.span.of(text)) == (new, new_quote)
    assert after.status is Status.STATED
    assert before.status is (Status.STATED if "%" in text or "$" in text else Status.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        "с 1 до 15 мая",
        "с 820 тыс. руб.",
        "с 820 тыс. руб. до осени",
        "from 1941 to 1942",
        "from October 5 to 20",
    ],
)
def test_what_is_no_change(text: str) -> None:
    assert read_change(Tokens(text), 0) is None


def test_a_verb_of_raising_governs_the_new_amount() -> None:
    text = "Увеличить смету НКИД до 65 тыс. иен"
    tokens = Tokens(text)
    found = read_measure(tokens, 3)
    assert found is not None
    assert isinstance(found.value, MonetaryAmount)
    assert governed_by_change(tokens, 3)
    assert str(found.value.exactly()) == "65000 JPY"
    assert not governed_by_change(Tokens("Отпустить на смету до 65 тыс. иен"), 3)
    assert not governed_by_change(Tokens("Смету увеличить. Отпустить до 65 тыс. иен"), 4)


ALPHABET = '0123456789., тысмлнруб.«»()[]-—/до"%$ золотыхЗО\n'


@given(st.text(ALPHABET, max_size=40))
def test_every_measure_lies_where_it_was_read(text: str) -> None:
    tokens = Tokens(text)
    for at in range(len(tokens)):
        found = read_measure(tokens, at)
        if found is not None:
            assert found.value.span is not None
            assert found.value.span.start == tokens.starts[at]
            assert found.value.span.stop <= tokens.stops[found.stop - 1]
            assert "\n\n" not in found.value.span.of(text).replace(" ", "")


@given(st.lists(st.sampled_from([s for s, _ in MONEY]), max_size=3))
def test_sentences_one_after_another_give_the_sums_of_each(sentences: list[str]) -> None:
    known = dict(MONEY)
    sums = [str(m) for m in scan("\n\n".join(sentences)) if isinstance(m, MonetaryAmount)]
    assert sums == [value for sentence in sentences for value in known[sentence]]


@pytest.mark.parametrize("text", ["192з г.", "41гс", "5а"])
def test_a_number_that_goes_on_as_a_word_is_no_amount(text: str) -> None:
    assert read_measure(Tokens(text), 0) is None
