"""Numbers in digits and words, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.base import Status
from politburo.values.numerals import Numeral, read_numeral

EQUAL = [
    ("250 тыс.", "250000"),
    ("250 тыс", "250000"),
    ("36,5 млн.", "36500000"),
    ("6.150 тыс.", "6150000"),
    ("74 300 тыс.", "74300000"),
    ("569 209", "569209"),
    ("569\u00a0209", "569209"),
    ("1 202 242", "1202242"),
    ("1 250,5", "1250.5"),
    ("5¼", "5.25"),
    ("5¼ millions", "5250000"),
    ("5 1/2 million", "5500000"),
    ("1/2 миллиона", "500000"),
    ("500.000", "500000"),
    ("569.209", "569209"),
    ("220,590", "220590"),
    ("36,5", "36.5"),
    ("24,000,000,000", "24000000000"),
    ("1.250,50", "1250.5"),
    ("1,250.50", "1250.5"),
    ("1.6 million", "1600000"),
    ("18.245 million", "18245000"),
    ("2,400 thousand", "2400000"),
    ("1,250 млн.", "1250000"),
    ("39.3 thousand", "39300"),
    ("1 миллион", "1000000"),
    ("1 (один) миллион", "1000000"),
    ("2 млн. 400 тыс.", "2400000"),
    ("29 млн.\n400 тыс.", "29400000"),
    ("1 млн. 200 тыс. 500", "1200500"),
    ("2-х", "2"),
    ("5-ти тысяч", "5000"),
    ("четыре", "4"),
    ("двухсот", "200"),
    ("четырьмя тысячами", "4000"),
    ("сто пятьдесят", "150"),
    ("два миллиона", "2000000"),
    ("двести пятьдесят тысяч", "250000"),
    ("миллион двести тысяч", "1200000"),
    ("полтора миллиона", "1500000"),
    ("полутора миллионов", "1500000"),
    ("полторы тысячи", "1500"),
    ("полтораста тысяч", "150000"),
    ("полмиллиона", "500000"),
    ("пол-миллиона", "500000"),
    ("четверть миллиона", "250000"),
    ("два с половиной миллиона", "2500000"),
    ("пятимиллионная", "5000000"),
    ("двухмиллионного", "2000000"),
    ("десятимиллионной", "10000000"),
    ("полуторамиллионный", "1500000"),
    ("полумиллионного", "500000"),
    ("стопятидесятитысячный", "150000"),
    ("двадцатипятимиллионной", "25000000"),
    ("5-миллионный", "5000000"),
    ("5-тимиллионный", "5000000"),
    ("five-million", "5000000"),
    ("twenty-five", "25"),
    ("twenty-five million", "25000000"),
    ("two hundred and fifty thousand", "250000"),
    ("two thousand and five", "2005"),
    ("a hundred thousand", "100000"),
    ("a million", "1000000"),
    ("half a million", "500000"),
    ("a quarter of a million", "250000"),
    ("three quarters of a million", "750000"),
    ("one and a half million", "1500000"),
    ("two and a half thousand", "2500"),
    ("a million and a half", "1500000"),
    ("миллион с половиной", "1500000"),
    ("a hundred and fifty thousand", "150000"),
]

EMENDED = [
    ("З00", "300", "«З00» is read as «300»: expected digits, «З» is a letter"),
    ("1О.000", "10000", "«1О» is read as «10»: expected digits, «О» is a letter"),
    ("1.095.OOO", "1095000", "«OOO» is read as «000»: expected digits, «O» is a letter"),
    ("2б5", "265", "«2б5» is read as «265»: expected digits, «б» is a letter"),
    ("2O", "20", "«2O» is read as «20»: expected digits, «O» is a letter"),
    ("2о,3", "20.3", "«2о» is read as «20»: expected digits, «о» is a letter"),
    ("б тысяч", "6000", "«б» is read as «6»: expected digits, «б» is a letter"),
    ("67І тыс.", "671000", "«67І» is read as «671»: expected digits, «І» is a letter"),
]

# A letter is no digit where nothing is counted, or where it may be a word, a mark or an initial.
LETTERS = ["О тысячах", "67І", "З. 000", "з", "б т. Иванову", "о пять"]

ERRORS = [
    ("дюжина", "expected a number", 0, 6),
    ("a dozen", "expected a number", 0, 1),
    ("миллионов", "expected a number", 0, 9),
    ("тысячами", "expected a number", 0, 8),
    ("", "expected a number", 0, 0),
    ("250 тыщ", "expected nothing more after a number", 4, 7),
    ("1935 500", "expected nothing more after a number", 5, 8),
    ("500.000 рублей", "expected nothing more after a number", 8, 14),
    ("18.02.63", "expected a number", 0, 2),
    ("1929/30", "expected a number", 0, 4),
    ("2/5рс", "expected a number", 0, 1),
    ("многомиллионная", "expected a number", 0, 15),
    ("14:30", "expected a number", 0, 2),
    ("1.250,500", "expected a number", 0, 1),
    ("1234.567,8", "expected a number", 0, 4),
    ("1 млн. 2 млн.", "expected nothing more after a number", 7, 13),
    ("15-го", "expected a number", 0, 2),
    ("203-мм", "expected a number", 0, 3),
    ("50-рублевый", "expected a number", 0, 2),
]


@pytest.mark.parametrize(("text", "value"), EQUAL)
def test_reads(text: str, value: str) -> None:
    assert str(Numeral.parse(text)) == value


@pytest.mark.parametrize("text", LETTERS)
def test_leaves_letters_that_may_be_what_they_are(text: str) -> None:
    found = read_numeral(Tokens(text), 0)
    assert found is None or (str(found.value), found.noise) == ("67", ())


@pytest.mark.parametrize(("text", "value", "message"), EMENDED)
def test_undoes_letters_that_look_like_digits(text: str, value: str, message: str) -> None:
    found = read_numeral(Tokens(text), 0)
    assert found is not None
    assert str(found.value) == value
    assert found.value.status is Status.EMENDED
    assert [(noise.rule, noise.message) for noise in found.noise] == [("confusable-character", message)]


@pytest.mark.parametrize(("text", "message", "start", "stop"), ERRORS)
def test_refuses(text: str, message: str, start: int, stop: int) -> None:
    with pytest.raises(ParseError) as caught:
        Numeral.parse(text)
    assert caught.value.message == message
    assert (caught.value.span.start, caught.value.span.stop) == (start, stop)


def test_an_error_shows_the_place() -> None:
    with pytest.raises(ParseError) as caught:
        Numeral.parse("250 тыщ")
    assert str(caught.value) == "expected nothing more after a number\n    250 тыщ\n        ^^^"


def test_a_year_is_not_joined_to_the_sum_behind_it() -> None:
    tokens = Tokens("в 1935 500 рублей")
    found = read_numeral(tokens, 1)
    assert found is not None
    assert str(found.value) == "1935"


def test_nothing_starts_inside_a_number_or_code() -> None:
    for text, at in (("500.000", 2), ("У-2", 2), ("П51/144", 3), ("75-100", 2), ("3.5.1928", 4)):
        assert read_numeral(Tokens(text), at) is None


def test_three_decimals_are_kept_apart_from_thousands() -> None:
    assert str(Numeral(Decimal("5.125"))) == "5.1250"
    assert str(Numeral(Decimal("0.125"))) == "0.125"


def test_only_text_is_parsed() -> None:
    with pytest.raises(TypeError, match="expected a string, got int"):
        Numeral.parse(5)  # type: ignore[arg-type]


@given(st.integers(1, 10**12 - 1), st.sampled_from("ngdip"))
def test_words_of_num2words_in_every_russian_case_are_read(number: int, case: str) -> None:
    words = num2words(number, lang="ru", case=case)
    assert Numeral.parse(words).value == number


@given(st.integers(1, 10**12 - 1))
def test_words_of_num2words_in_english_are_read(number: int) -> None:
    words = num2words(number, lang="en").replace(",", "")
    assert Numeral.parse(words).value == number


@given(st.decimals(0, 10**15, places=4, allow_nan=False))
def test_canonical_text_is_read_back(number: Decimal) -> None:
    value = Numeral(number)
    assert Numeral.parse(str(value)) == value


@given(st.integers(1000, 10**12), st.sampled_from(". \u00a0,"))
def test_grouping_never_changes_a_number(number: int, separator: str) -> None:
    grouped = f"{number:,}".replace(",", separator)
    assert Numeral.parse(grouped).value == number


@given(st.text("0123456789., тыс.млнОЗ/-¼абв million", max_size=20))
def test_a_number_never_leaves_its_text(text: str) -> None:
    tokens = Tokens(text)
    for at in range(len(tokens)):
        found = read_numeral(tokens, at)
        if found is not None:
            assert found.value.span is not None
            assert found.value.span.start == tokens.starts[at]
            assert at < found.stop <= len(tokens)
