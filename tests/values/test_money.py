"""Sums of money: words, abbreviations, bounds, ranges, kinds of ruble."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.base import Status
from politburo.values.money import Currency, MonetaryAmount, read_money, resolve_by_date, resolve_soviet
from politburo.vocabulary import table

EQUAL = [
    # kinds of ruble
    ("500.000 золотых рублей", "500000 RUB_GOLD"),
    ("1 миллион рублей золотом", "1000000 RUB_GOLD"),
    ("1.500.000 рублей золотом", "1500000 RUB_GOLD"),
    ("569 209 зол. руб.", "569209 RUB_GOLD"),
    ("569 209 золотых руб.", "569209 RUB_GOLD"),
    ("500 з. р.", "500 RUB_GOLD"),
    ("100 рублей золотых", "100 RUB_GOLD"),
    ("500,000 gold rubles", "500000 RUB_GOLD"),
    ("80,000 rubles in gold", "80000 RUB_GOLD"),
    ("10.000 руб. в валюте", "10000 RUB_FOREIGN"),
    ("6.100.000 руб. в инвалюте", "6100000 RUB_FOREIGN"),
    ("15 тыс. валютных рублей", "15000 RUB_FOREIGN"),
    ("10,000 rubles in foreign currency", "10000 RUB_FOREIGN"),
    ("5,250,000 hard currency rubles", "5250000 RUB_FOREIGN"),
    ("13.5 million hard-currency roubles", "13500000 RUB_FOREIGN"),
    ("3,4 млн. инвалютных рублей", "3400000 RUB_INVALYUTNY"),
    ("18.750 тыс. переводных руб.", "18750000 XTR_RUBLE"),
    ("2 млн. клиринговых рублей", "2000000 RUB_CLEARING"),
    ("48.000 черв. руб.", "48000 RUB_CHERVONNY"),
    ("12 миллионов червонных рублей", "12000000 RUB_CHERVONNY"),
    ("200,000 chervonets rubles", "200000 RUB_CHERVONNY"),
    ("300 тысяч червонцев", "300000 CHERVONETS"),
    ("600,000 commodity [tovarnyye] rubles", "600000 RUB_INDEX_PREWAR"),
    ("150 тыс. рублей совзнаками 1923 г.", "150000 SOVZNAK_1923"),
    ("150 тыс. рублей совзнаками", "150000 SOVZNAK"),
    ("40 sovznak rubles of the 1923 issue", "40 SOVZNAK_1923"),
    ("48,600 rubles in Soviet currency", "48600 SUR"),
    ("100 советских рублей", "100 SUR"),
    ("100 советских червонных рублей", "100 RUB_CHERVONNY"),
    ("6.150 тыс. рублей", "6150000 RUB"),
    ("37.000.000 рублей", "37000000 RUB"),
    ("220.590 рублей", "220590 RUB"),
    ("220,590 rubles", "220590 RUB"),
    ("500.000 rubles", "500000 RUB"),
    ("500 т. р.", "500000 RUB"),
    ("2,8 млн крб", "2800000 RUB"),
    ("24,000,000,000 rubles", "24000000000 RUB"),
    ("500.000\nрублей", "500000 RUB"),
    ("12,000 rubles (in foreign currency)", "12000 RUB_FOREIGN"),
    ("1.000 руб. (золотом)", "1000 RUB_GOLD"),
    # numbers in words
    ("два миллиона рублей", "2000000 RUB"),
    ("loan of two million rubles".removeprefix("loan of "), "2000000 RUB"),
    ("двести пятьдесят тысяч фунтов стерлингов", "250000 GBP"),
    ("half a million yen", "500000 JPY"),
    ("полтора миллиона рублей", "1500000 RUB"),
    ("500.000 (пятьсот тысяч) рублей", "500000 RUB"),
    ("триста тысяч (300.000) рублей", "300000 RUB"),
    # other currencies
    ("20.000 иен", "20000 JPY"),
    ("140,000,000 yen", "140000000 JPY"),
    ("500.000 ам. долл.", "500000 USD"),
    ("12.000 американских долларов", "12000 USD"),
    ("8 млн. долл. США", "8000000 USD"),
    ("16,550,000 dollars", "16550000 USD"),
    ("$16.5 million", "16500000 USD"),
    ("US$ 5,000", "5000 USD"),
    ("6 million clearing dollars", "6000000 USD"),
    ("45.000 мекс. долл.", "45000 MXD_SILVER"),
    ("96,000 Xinjiang dollars", "96000 XJ_DOLLAR"),
    ("50 тыс. китайских долларов", "50000 CNY_NATIONAL"),
    ("1.200 ф. ст.", "1200 GBP"),
    ("85.000 ф.ст.", "85000 GBP"),
    ("12,000 pounds sterling", "12000 GBP"),
    ("£250,000", "250000 GBP"),
    ("£3m", "3000000 GBP"),
    ("1.2 million US$", "1200000 USD"),
    ("RM 305", "305 DEM_REICHSMARK"),
    ("3.500 англ. фунтов", "3500 GBP"),
    ("12 ф. ст. 10 ш. 6 п.", "12.525 GBP"),
    ("745 тыс. марок", "745000 DEM_REICHSMARK"),
    ("150 000 герм. мар.", "150000 DEM_REICHSMARK"),
    ("85 тысяч германских марок", "85000 DEM_REICHSMARK"),
    ("15.000 финских марок", "15000 FIM"),
    ("15 млн. тугр.", "15000000 MNT"),
    ("40 million tugrug", "40000000 MNT"),
    ("12.500 даянов", "12500 CNY_DAYANG"),
    ("600 тыс. туманов", "600000 IR_TOMAN"),
    ("1,8 млн. тур. лир", "1800000 TRY_LIRA"),
    ("3.5 million Turkish pounds", "3500000 TRY_LIRA"),
    ("2,5 млн. песет", "2500000 ESP"),
    ("3 million pesos", "3000000 CUP"),
    ("430 billion won", "430000000000 KPW"),
    ("50,000,000 Swedish kronor", "50000000 SEK"),
    ("8,000,000 kronor", "8000000 SEK"),
    ("30 тыс. эст. крон", "30000 EEK_KROON"),
    ("1.5 billion dollars'", "1500000000 USD"),
    ("1,300,000 rubles'", "1300000 RUB"),
    # parts
    ("10 руб. 50 коп.", "10.5 RUB"),
    ("1 руб. 50 коп.", "1.5 RUB"),
    ("3 rubles 40 kopecks", "3.4 RUB"),
    ("1 р. 20 к. золотом", "1.2 RUB_GOLD"),
    ("12.345 руб. 67 коп.", "12345.67 RUB"),
    ("50 коп.", "0.5 RUB"),
    # bounds and ranges
    ("до 300 тысяч червонцев", "../300000 CHERVONETS"),
    ("не свыше 1.200.000 ам. долл.", "../1200000 USD"),
    ("не более 600 тыс. ам. долл.", "../600000 USD"),
    ("не более, чем 5 млн. руб.", "../5000000 RUB"),
    ("в пределах 250 тыс. рублей", "../250000 RUB"),
    ("дешевле 85 ам. долл.", "../85 USD"),
    ("up to 2 million yen", "../2000000 JPY"),
    ("no more than US$ 12,500", "../12500 USD"),
    ("не менее 600 тыс. руб.", "600000/.. RUB"),
    ("не ниже 7 ф. ст.", "7/.. GBP"),
    ("over 1.2 million rubles", "1200000/.. RUB"),
    ("at least 5 rubles", "5/.. RUB"),
    ("свыше двух миллионов рублей", "2000000/.. RUB"),
    ("около 900.000 ф. ст.", "~900000 GBP"),
    ("about 240,000 dollars", "~240000 USD"),
    ("ориентировочно 75 тыс. руб.", "~75000 RUB"),
    ("примерно до 75 тыс. руб.", "~../75000 RUB"),
    ("от 18 до 20 тугр.", "18/20 MNT"),
    ("75-100 млн. руб.", "75000000/100000000 RUB"),
    ("75 тыс. — 100 тыс. руб.", "75000/100000 RUB"),
    ("от 15 до 20 тысяч рублей", "15000/20000 RUB"),
    ("примерно от 15 до 20 тысяч рублей", "~15000/20000 RUB"),
    ("от 500 до 2 тыс. руб.", "500/2000 RUB"),
    ("от 500 руб. до 1000 руб.", "500/1000 RUB"),
    ("от ста пятидесяти до двухсот тысяч иен", "150000/200000 JPY"),
    ("between 5 and 6 million rubles", "5000000/6000000 RUB"),
    ("between two hundred and three hundred rubles", "200/300 RUB"),
    ("five to six hundred thousand rubles", "500000/600000 RUB"),
    ("5\nto 6 million rubles", "5000000/6000000 RUB"),
    ("$5-6 million", "5000000/6000000 USD"),
    # adjectives
    ("пятимиллионной", "5000000 XXX"),
    ("десятимиллионной (в тугриках)", "10000000 MNT"),
    ("five-million [ruble]", "5000000 RUB"),
    ("two-million", "2000000 XXX"),
    ("ten-million-ruble", "10000000 RUB"),
    # canonical
    ("500000 RUB_GOLD", "500000 RUB_GOLD"),
    ("10000/20000 JPY", "10000/20000 JPY"),
    ("1600000/.. USD", "1600000/.. USD"),
    ("~200000 RUB", "~200000 RUB"),
    ("0.5 XXX", "0.5 XXX"),
]

INSIDE = [
    ("на основании договора о пятимиллионной ссуде", 4, "пятимиллионной", "5000000 XXX"),
    ("в счет двухмиллионного займа", 2, "двухмиллионного", "2000000 XXX"),
    ("the five-million loan", 1, "five-million", "5000000 XXX"),
    ("against the two-million military loan", 2, "two-million", "2000000 XXX"),
    ("the 6.4 million order for boots", 1, "6.4 million", "6400000 XXX"),
    ("a 500,000-ruble advance", 1, "500,000-ruble", "500000 RUB"),
    ("goods for 1,300,000 rubles' of goods", 2, "1,300,000 rubles'", "1300000 RUB"),
    ("1.5 billion dollars' worth", 0, "1.5 billion dollars'", "1500000000 USD"),
    ("60 million won (2.4 million rubles)", 0, "60 million won", "60000000 KPW"),
    ("300 тыс. рублей (триста тысяч)", 0, "300 тыс. рублей", "300000 RUB"),
    ("14 млн. руб.\n\n15. О смете", 0, "14 млн. руб.", "14000000 RUB"),
    ("на 15.000 иен. Далее", 1, "15.000 иен", "15000 JPY"),
    ("5 pounds of sugar, 7 pounds", 5, "7 pounds", "7 GBP"),
    ("1.000 руб. (золотом и товарами)", 0, "1.000 руб.", "1000 RUB"),
    ("500 тугриков золотом", 0, "500 тугриков", "500 MNT"),
    ("500 рублей золотых изделий", 0, "500 рублей", "500 RUB"),
    ("10 иен 50 копеек", 0, "10 иен", "10 JPY"),
]

NOT_MONEY = [
    "10-ruble banknotes",
    "50-рублевый билет",
    "5 тонн золота",
    "золотой дождь",
    "203-мм гаубиц",
    "5-8 лет",
    "пятимиллионной армии",
    "two-million-strong army",
    "5 pounds of sugar",
    "5 фунтов",
    "5 кранов",
    "100 канадских долларов",
    "миллионы рублей",
    "5 %",
    "18.02.63",
    "рублей",
    "50 женщин",
    "5,000 commodity [that is, prewar index] rubles",
    "5.000 марок-образцов",
    "6 пенсов",
    "миллионный пуд зерна",
    "Rm 305",
    "6.4 million brand new Soviet army boots",
]

ERRORS = [
    ("500.000 зайцев", "expected a currency after the number", "зайцев"),
    ("250 тыщ рублей", "expected a currency after the number", "тыщ"),
    ("500.000", "expected a currency after the number", ""),
    ("до 5 миллионов", "expected a currency after the number", ""),
    ("100 канадских долларов", "expected a currency after the number", "канадских"),
    ("рублей", "expected a sum of money", "рублей"),
    ("", "expected a sum of money", ""),
    ("500 рублей и 20 копеек", "expected nothing more after a sum of money", "и 20 копеек"),
    ("5 рублей тысяч", "expected nothing more after a sum of money", "тысяч"),
    ("5 NOPE", "expected a currency after the number", "NOPE"),
    ("20/10 JPY", "expected a sum of money", "20"),
]


@pytest.mark.parametrize(("text", "value"), EQUAL)
def test_reads(text: str, value: str) -> None:
    assert str(MonetaryAmount.parse(text)) == value


@pytest.mark.parametrize(("text", "at", "quote", "value"), INSIDE)
def test_reads_inside_a_text(text: str, at: int, quote: str, value: str) -> None:
    found = read_money(Tokens(text), at)
    assert found is not None
    assert found.value.span is not None
    assert (found.value.span.of(text), str(found.value)) == (quote, value)


@pytest.mark.parametrize("text", NOT_MONEY)
def test_what_is_not_money(text: str) -> None:
    assert read_money(Tokens(text), 0) is None


@pytest.mark.parametrize(("text", "message", "quote"), ERRORS)
def test_refuses(text: str, message: str, quote: str) -> None:
    with pytest.raises(ParseError) as caught:
        MonetaryAmount.parse(text)
    assert (caught.value.message, caught.value.span.of(text)) == (message, quote)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("395 рублей образца I923 г.", "395 SOVZNAK_1923", "I923"),
        ("12 млн. руб. обр. 192З г. на семена", "12000000 SOVZNAK_1923", "192З"),
        ("10 рублей образца l961 года", "10 SUR_1961", "l961"),
    ],
)
def test_the_year_of_an_issue_may_have_letters_for_digits(text: str, value: str, written: str) -> None:
    found = read_money(Tokens(text), 0)
    assert found is not None
    assert (str(found.value), found.value.status) == (value, Status.EMENDED)
    assert [(n.rule, n.span.of(text)) for n in found.noise] == [("confusable-character", written)]


@pytest.mark.parametrize("pattern", ["образца I930 г.", "образца мирного времени"])
def test_what_is_no_issue_makes_none_of_the_rubles_before_it(pattern: str) -> None:
    found = read_money(Tokens(f"395 рублей {pattern}"), 0)
    assert found is not None
    assert (str(found.value), found.stop, found.noise) == ("395 RUB", 2, ())


@pytest.mark.parametrize("mark", ["2", "195", "+", "**", "²"])
def test_a_note_mark_behind_the_unit_is_cut_off(mark: str) -> None:
    text = f"6.150 тыс. рублей{mark} за счет"
    found = read_money(Tokens(text), 0)
    assert found is not None
    assert found.value.span is not None
    assert found.value.span.of(text) == "6.150 тыс. рублей"
    assert found.value.status is Status.STATED
    assert [(n.rule, n.span.of(text)) for n in found.noise] == [("footnote-glued", f"рублей{mark}")]


def test_a_letter_among_the_digits_makes_the_sum_emended() -> None:
    found = read_money(Tokens("5О.000 руб."), 0)
    assert found is not None
    assert found.value.status is Status.EMENDED
    assert str(found.value) == "50000 RUB"


def test_the_figure_leaves_the_bound_out() -> None:
    text = "довести до 300 тысяч червонцев"
    found = read_money(Tokens(text), 1)
    assert found is not None
    exact = found.value.exactly()
    assert exact.span is not None
    assert (str(exact), exact.span.of(text)) == ("300000 CHERVONETS", "300 тысяч червонцев")


def test_an_exact_sum_and_a_range_stay_what_they_are() -> None:
    for text in ("5 руб.", "5-6 руб."):
        value = MonetaryAmount.parse(text)
        assert value.exactly() == value


def test_amount_is_the_number_of_an_exact_sum_only() -> None:
    assert MonetaryAmount.parse("5 руб.").amount == 5
    for text in ("до 5 руб.", "около 5 руб.", "5-6 руб."):
        assert MonetaryAmount.parse(text).amount is None


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="expected the lower end first"):
        MonetaryAmount(Decimal(2), Decimal(1), Currency("RUB"))
    with pytest.raises(ValueError, match="expected at least one end"):
        MonetaryAmount(None, None, Currency("RUB"))


@pytest.mark.parametrize("form", ["sg_ru", "pl_ru"])
def test_every_inflected_form_of_the_vocabulary_is_read(form: str) -> None:
    for currency, entry in table("currencies").items():
        if currency == "XAG_TAEL":
            continue
        for phrase in entry.get(form, {}).values():
            found = MonetaryAmount.parse(f"500 {phrase}")
            assert found.low == 500


PLURALS = [
    (currency, entry["pl_ru"]["gen"])
    for currency, entry in table("currencies").items()
    # Bare «рублей» and shared nouns («юаней», «марок») name several issues; the date tells which.
    if "pl_ru" in entry
    and not currency.startswith(("SUR", "SOVZNAK", "RUB_TREASURY", "RUR", "XAG", "CNY_NAT"))
    and currency not in {"RUB", "XXX"}
]


@pytest.mark.parametrize(("currency", "phrase"), PLURALS)
def test_the_genitive_plural_names_its_currency(currency: str, phrase: str) -> None:
    assert MonetaryAmount.parse(f"5.000 {phrase}").currency.id == currency


@pytest.mark.parametrize(
    ("year", "issue"), [(1935, "SUR_1924"), (1947, "SUR_1924"), (1948, "SUR_1947"), (1961, "SUR_1961")]
)
def test_soviet_rubles_are_those_of_their_year(year: int, issue: str) -> None:
    resolved = resolve_soviet(MonetaryAmount.of(5, "SUR"), year)
    assert str(resolved) == f"5 {issue}"
    assert resolve_soviet(MonetaryAmount.of(5, "RUB"), year) == MonetaryAmount.of(5, "RUB")


@pytest.mark.parametrize(
    ("currency", "date", "issue"),
    [
        ("SUR", "1947-12-15", "SUR_1924"),
        ("SUR", "1947-12-16", "SUR_1947"),
        ("CNY", "1936-05", "CNY_NATIONAL"),
        ("CNY", "1950", "CNY"),
        ("DEM_REICHSMARK", "1922", "DEM_PAPIERMARK"),
        ("SOVZNAK", "1921-12-31", "SOVZNAK_1919"),
        ("SOVZNAK", "1922-11", "SOVZNAK_1922"),
        ("SOVZNAK", "1923", "SOVZNAK_1923"),
        # An issue that is named is no other: rubles of 1923 were counted from October 1922 on.
        ("SOVZNAK_1923", "1922-11", "SOVZNAK_1923"),
        ("USD", "1922", "USD"),
    ],
)
def test_one_word_for_several_issues(currency: str, date: str, issue: str) -> None:
    assert resolve_by_date(MonetaryAmount.of(5, currency), date).currency.id == issue


def test_a_currency_tells_its_facts() -> None:
    gold = Currency("RUB_GOLD")
    assert (gold.name("ru"), gold.name("en")) == ("золотой рубль", "gold ruble")
    assert (gold.valid_from, gold.valid_to) == ("1918", "1936-03-31")
    assert gold.minor is not None
    assert gold.minor.name_ru == "копейка"
    assert Currency("XXX").minor is None
    assert Currency("RUB_FOREIGN").valid_to is None
    assert hash(gold) == hash(Currency("RUB_GOLD"))
    assert repr(gold) == "Currency('RUB_GOLD')"


def test_a_currency_is_in_use_on_a_day_of_the_calendar() -> None:
    assert Currency("SUR_1961").in_use(dt.date(1961, 1, 1))
    assert not Currency("SUR_1961").in_use(dt.datetime(1960, 12, 31, 23, 59, tzinfo=dt.UTC))


def test_an_unknown_currency_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ParseError, match="did you mean RUB_GOLD"):
        Currency("RUB_GOLDEN")
    with pytest.raises(ParseError, match="expected the id of a currency"):
        Currency("RUB_VALYUTNY")


def test_a_sum_survives_pickling() -> None:
    value = MonetaryAmount.parse("до 300 тысяч червонцев")
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301


CURRENCIES = st.sampled_from(sorted(table("currencies")))
NUMBERS = st.decimals(0, 10**12, places=3, allow_nan=False)


@st.composite
def sums(draw: st.DrawFn) -> MonetaryAmount:
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    ends = draw(st.sampled_from([(low, low), (low, high), (None, high), (low, None)]))
    return MonetaryAmount(*ends, Currency(draw(CURRENCIES)), draw(st.booleans()))


@given(sums())
def test_canonical_text_is_read_back(value: MonetaryAmount) -> None:
    assert MonetaryAmount.parse(str(value)) == value
    assert hash(MonetaryAmount.parse(str(value))) == hash(value)


@given(st.integers(1, 10**9), st.sampled_from(["рублей", "золотых рублей", "ам. долл.", "gold rubles"]))
def test_grouping_and_language_never_change_a_sum(number: int, unit: str) -> None:
    separator = "," if unit.isascii() else "."
    grouped = f"{number:,}".replace(",", separator)
    assert MonetaryAmount.parse(f"{grouped} {unit}").amount == number
