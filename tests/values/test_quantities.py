"""Quantities, their units, and interest rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.quantities import Quantity, Rate, Unit, read_quantity, read_rate
from politburo.vocabulary import table

EQUAL = [
    ("120 т", "120 tonne"),
    ("4.500 т", "4500 tonne"),
    ("12,5 тыс. тонн", "12500 tonne"),
    ("1,125 тонны", "1.125 tonne"),
    ("12,500 тонн", "12500 tonne"),
    ("2.125 tons", "2.125 tonne"),
    ("до 1,5 тонны", "../1.5 tonne"),
    ("не менее 400 тыс. т", "400000/.. tonne"),
    ("500 тн.", "500 tonne"),
    ("39.3 thousand metric tons", "39300 tonne"),
    ("1,800 tons", "1800 tonne"),
    ("300 тыс. пуд.", "300000 pood"),
    ("450 тыс. пудов", "450000 pood"),
    ("164 457 тыс. пуд.", "164457000 pood"),
    ("2,400 thousand poods", "2400000 pood"),
    ("164.300 центнеров", "164300 centner"),
    ("50 ц", "50 centner"),
    ("300 kg", "300 kg"),
    ("20 кг", "20 kg"),
    ("917 тыс. га", "917000 hectare"),
    ("64 тыс. гектаров", "64000 hectare"),
    ("15 тыс. десятин", "15000 desyatina"),
    ("40 km", "40 km"),
    ("60 километров", "60 km"),
    ("40 тыс. голов", "40000 head"),
    ("12,000 head", "12000 head"),
    ("3,200 men", "3200 person"),
    ("48.000 человек", "48000 person"),
    ("1,500 человек", "1500 person"),
    ("100 студентов", "100 person"),
    ("120 турецких рабочих", "120 person"),
    ("300 инженеров и техников", "300 person"),
    ("45 красных командиров", "45 person"),
    ("6 врачей-хирургов", "6 person"),
    ("двое рабочих", "2 person"),
    ("eight signals officers", "8 person"),
    ("30 drilling foremen", "30 person"),
    ("450 Soviet specialists", "450 person"),
    ("six nurses", "6 person"),
    ("twelve geologists", "12 person"),
    ("some 300 Soviet military advisers", "~300 person"),
    ("at least about some 300 men", "~300/.. person"),
    ("30—40 афганских офицеров", "30/40 person"),
    ("ten aircraft mechanics", "10 person"),
    ("38.300 семей", "38300 family"),
    ("12 тыс. крестьянских хозяйств", "12000 household"),
    ("two aircraft", "2 aircraft"),
    ("четыре самолета", "4 aircraft"),
    ("15 самолетов-истребителей", "15 aircraft"),
    ("four U-2 aircraft", "4 aircraft"),
    ("2 Li-2 planes", "2 aircraft"),
    ("two Douglas planes", "2 aircraft"),
    ("320 автомашин", "320 motor_vehicle"),
    ("750 грузовых автомобилей", "750 motor_vehicle"),
    ("50 грузовых машин", "50 motor_vehicle"),
    ("twenty-five trucks", "25 motor_vehicle"),
    ("100 ZIS-5 trucks", "100 motor_vehicle"),
    ("1.850 тракторов", "1850 tractor"),
    ("24 орудия", "24 gun"),
    ("12 203-мм гаубиц", "12 gun"),
    ("24 anti-aircraft guns", "24 gun"),
    ("six 152-mm howitzers", "6 gun"),
    ("1.200 пулеметов", "1200 machine_gun"),
    ("250 machine guns", "250 machine_gun"),
    ("12 “Maxim” machine guns", "12 machine_gun"),
    ("36,5 тыс. винтовок", "36500 rifle"),
    ("6,000 rifles", "6000 rifle"),
    ("2 млн. патронов", "2000000 cartridge"),
    ("12,000 rifle cartridges", "12000 cartridge"),
    ("1,000 rounds of ammunition", "1000 cartridge"),
    ("4.500 снарядов", "4500 shell"),
    ("6—8 пароходов", "6/8 ship"),
    ("три судна", "3 ship"),
    ("25%", "25 percent"),
    ("2,125%", "2.125 percent"),
    ("25 percent", "25 percent"),
    ("10-15 процентов", "10/15 percent"),
    ("не менее чем на 10%", "10/.. percent"),
    ("at least by 10 per cent", "10/.. percent"),
    ("~240000 pood", "~240000 pood"),
    ("10/.. percent", "10/.. percent"),
]

INSIDE = [
    ("поставить четыре самолета У-2, согласно", 1, "четыре самолета", "4 aircraft"),
    ("закупить 180.000 голов скота по цене", 1, "180.000 голов", "180000 head"),
    ("не менее 400 тыс. т.\n\nп. 26", 0, "не менее 400 тыс. т", "400000/.. tonne"),
    ("3 т. муки и хлеба", 0, "3 т.", "3 tonne"),
    ("в Таджикистан 60 тыс. пуд.\n3) Наркомторгу", 2, "60 тыс. пуд.", "60000 pood"),
    ("5 тонн золота и 3 тонны платины", 0, "5 тонн", "5 tonne"),
]

NOTHING = [
    "46 тыс. пар сапог",
    "310 freight wagons",
    "3 freight cars",
    "120—150 тыс. стандартов",
    "40,000 bundles of gut",
    "300 лошадей",
    "25 вагонов",
    "10 станков",
    "5 машин",
    "12 aircraft engines",
    "20 gun crews",
    "three rounds of talks",
    "two dozen rifles",
    "1,5 человека",
    "от 5 тонн до 10 пудов",
    "1936 Soviet specialists",
    "120 man-days",
    "203-мм гаубиц",
    "40-процентный",
    "64 organizations",
    "5 лет",
]

RATES = [
    ("7% годовых", "7"),
    ("2,5% годовых", "2.5"),
    ("4 1/2 % годовых", "4.5"),
    ("6 процентов годовых", "6"),
    ("4.5% per annum", "4.5"),
    ("1% interest per annum", "1"),
    ("2% interest", "2"),
    ("3% a year", "3"),
    ("6.5 per cent a year", "6.5"),
    ("3% в год", "3"),
    ("interest-free", "0"),
    ("without interest", "0"),
    ("беспроцентного", "0"),
    ("без процентов", "0"),
    ("4.5", "4.5"),
    ("0", "0"),
]


@pytest.mark.parametrize(("text", "value"), EQUAL)
def test_reads(text: str, value: str) -> None:
    assert str(Quantity.parse(text)) == value


@pytest.mark.parametrize(("text", "at", "quote", "value"), INSIDE)
def test_reads_inside_a_text(text: str, at: int, quote: str, value: str) -> None:
    found = read_quantity(Tokens(text), at)
    assert found is not None
    assert found.value.span is not None
    assert (found.value.span.of(text), str(found.value)) == (quote, value)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity(text: str) -> None:
    assert read_quantity(Tokens(text), 0) is None


@pytest.mark.parametrize(("text", "value"), RATES)
def test_reads_interest(text: str, value: str) -> None:
    assert str(Rate.parse(text)) == value


def test_a_change_in_per_cent_a_year_is_no_interest() -> None:
    assert read_rate(Tokens("увеличить на 5% в год"), 2) is None
    assert read_rate(Tokens("increase by 5% a year"), 2) is None
    assert read_rate(Tokens("5% суммы"), 0) is None
    assert read_rate(Tokens("не свыше 5% годовых"), 0) is None


@pytest.mark.parametrize(
    ("text", "message", "quote"),
    [
        ("46 тыс. пар", "expected a unit after the number", "пар"),
        ("46", "expected a unit after the number", ""),
        ("тонн", "expected a quantity", "тонн"),
        ("5 тонн и еще", "expected nothing more after a quantity", "и еще"),
    ],
)
def test_refuses(text: str, message: str, quote: str) -> None:
    with pytest.raises(ParseError) as caught:
        Quantity.parse(text)
    assert (caught.value.message, caught.value.span.of(text)) == (message, quote)


def test_refuses_what_is_no_interest() -> None:
    with pytest.raises(ParseError) as caught:
        Rate.parse("5 тонн")
    assert str(caught.value) == "expected an interest rate\n    5 тонн\n    ^"


def test_an_unknown_unit_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ParseError, match="did you mean aircraft"):
        Unit("aircrafts")


def test_a_unit_tells_its_names() -> None:
    assert (Unit("tonne").name("ru"), Unit("tonne").name("en")) == ("тонна", "tonne")
    assert repr(Unit("ship")) == "Unit('ship')"
    assert Quantity.of(4, "aircraft").amount == 4
    assert Quantity.parse("до 5 т").amount is None


UNITS = st.sampled_from(sorted(table("units")["units"]))
NUMBERS = st.decimals(0, 10**9, places=3, allow_nan=False)


@given(NUMBERS, NUMBERS, UNITS, st.booleans(), st.integers(0, 3))
def test_canonical_text_is_read_back(one: object, other: object, unit: str, about: bool, form: int) -> None:  # noqa: FBT001
    low, high = sorted([one, other])  # type: ignore[type-var]
    ends = [(low, low), (low, high), (None, high), (low, None)][form]
    value = Quantity(*ends, Unit(unit), about)  # type: ignore[arg-type]
    assert Quantity.parse(str(value)) == value


@given(st.decimals(0, 100, places=3, allow_nan=False))
def test_a_canonical_rate_is_read_back(number: object) -> None:
    rate = Rate(number)  # type: ignore[arg-type]
    assert Rate.parse(str(rate)) == rate


@given(st.text("0123456789., тыс.т%-пудчел годовых", max_size=24))
def test_a_quantity_never_leaves_its_text(text: str) -> None:
    tokens = Tokens(text)
    for at in range(len(tokens)):
        for found in (read_quantity(tokens, at), read_rate(tokens, at)):
            if found is not None:
                assert found.value.span is not None
                assert 0 <= found.value.span.start < found.value.span.stop <= len(text)
                assert at < found.stop <= len(tokens)
