"""Values in the words of the papers: ``500000 RUB_GOLD`` is «500.000 золотых рублей».

The other direction of the grammars of :mod:`politburo.values`: what is written here is read back as the
same value, by ``parse`` and within a paper. Words are rows of ``vocabulary/data/writing.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from politburo.localizing.others import shelfmark_words
from politburo.values.amounts import Amount
from politburo.values.dates import DatePoint, PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.numerals import plain
from politburo.values.quantities import Quantity
from politburo.vocabulary import table
from politburo.writing.declension import body_in, person_in

__all__ = [
    "date_words",
    "day_words",
    "deadline_words",
    "duration_words",
    "listed",
    "money_words",
    "name_words",
    "number_words",
    "quantity_words",
    "roman_day",
    "shelfmark_words",
]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _words(part: str, language: str) -> Mapping[str, Any]:
    words: Mapping[str, Any] = table("writing")[part][language]
    return words


def listed(names: Sequence[str], language: str) -> str:
    """Return a list as it is spoken: commas, and "and" before the last.

    >>> listed(["НКВТ", "НКФ", "Госбанку"], "ru")
    'НКВТ, НКФ и Госбанку'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{_words('phrases', language)['and']}{names[-1]}"


# --- numbers, sums, quantities ------------------------------------------------------------------


def number_words(number: Decimal, language: str, *, grouped: bool = True) -> str:
    """Return a number with the signs of its language.

    Three decimals get a closing zero: «10,125» would be ten thousand.

    >>> number_words(Decimal("1095000.5"), "ru"), number_words(Decimal("10.125"), "en")
    ('1.095.000,5', '10.1250')
    """
    words = _words("amounts", language)
    whole, _, decimals = plain(number).partition(".")
    decimals += "0" if len(decimals) == 3 else ""
    written = f"{int(whole):,}".replace(",", words["group"]) if grouped and not _long(decimals) else whole
    return f"{written}{words['decimal']}{decimals}" if decimals else written


def _long(decimals: str) -> bool:
    return len(decimals) > 2


def _amount_words(amount: Amount, language: str, unit: str, *, approximate: bool, grouped: bool) -> str:
    words = _words("amounts", language)
    low, high = (
        "" if end is None else number_words(end, language, grouped=grouped)
        for end in (amount.low, amount.high)
    )
    if amount.low == amount.high:
        number = words["about"].format(low=low) if approximate else low
    elif amount.low is None:
        number = words["most"].format(high=high)
    else:
        number = words["least" if amount.high is None else "range"].format(low=low, high=high)
    return f"{number} {unit}".strip()


def money_words(amount: MonetaryAmount, language: str) -> str:
    """Return a sum as the papers write it.

    >>> money_words(MonetaryAmount.parse("../20000 JPY"), "ru")
    'не более 20.000 японских иен'
    >>> money_words(MonetaryAmount.parse("~500000 RUB_GOLD"), "en")
    'about 500,000 gold rubles'
    """
    names = table("writing")["currency_names"].get(amount.currency.id, {})
    unit = "" if amount.currency.id == "XXX" else str(names.get(language, amount.currency.id))
    return _amount_words(amount, language, unit, approximate=amount.approximate, grouped=True)


def quantity_words(quantity: Quantity, language: str) -> str:
    """Return a quantity as the papers write it; what is weighed or measured has no grouped digits.

    >>> quantity_words(Quantity.of(4, "aircraft"), "ru"), quantity_words(Quantity.of(1200, "tonne"), "en")
    ('4 самолета', '1200 tons')
    """
    number = quantity.high if quantity.low is None else quantity.low
    assert number is not None  # noqa: S101  # an amount has an end
    oblique = quantity.low != quantity.high or quantity.approximate
    unit = _unit_words(quantity.unit.id, number, language, oblique=oblique)
    grouped = quantity.unit.whole
    return _amount_words(quantity, language, unit, approximate=quantity.approximate, grouped=grouped)


def _unit_words(unit: str, number: Decimal, language: str, *, oblique: bool) -> str:
    forms: list[str] = table("writing")["units"][unit][language]
    if language == "en":
        return forms[number != 1]
    if number != number.to_integral_value():
        return forms[1]
    tens, ones = int(number) // 10 % 10, int(number) % 10
    if tens == 1 or ones in {0, 5, 6, 7, 8, 9} or (oblique and ones > 1):
        return forms[2]
    return forms[0] if ones == 1 and not oblique else forms[1]


# --- dates and terms ----------------------------------------------------------------------------


def day_words(date: PartialDate, language: str, *, interval: str = "") -> str:
    """Return the date of a heading: a day, month or year, or from one to another.

    >>> day_words(PartialDate.parse("1935-11-26"), "ru"), day_words(PartialDate.parse("1936-05"), "en")
    ('26 ноября 1935 г.', 'May 1936')
    """
    if date.start == date.end and date.start is not None:
        return _point_words(date.start, language, "month")
    start, end = (
        "" if point is None else _point_words(point, language, "month") for point in (date.start, date.end)
    )
    return (interval or _words("dates", language)["span"]).format(start=start, end=end)


def roman_day(date: PartialDate) -> str:
    """Return a day as the typists wrote it.

    >>> roman_day(PartialDate.parse("1936-06-17"))
    '17.VI.36г.'
    """
    point = date.start
    assert point is not None  # noqa: S101  # a day has both ends
    assert point.year is not None  # noqa: S101
    assert point.month is not None  # noqa: S101
    year = f"{point.year % 100:02}" if 1910 <= point.year < 2000 else f"{point.year:04}"
    return f"{point.day}.{_ROMAN[point.month - 1]}.{year}г."


def _point_words(point: DatePoint, language: str, form: str) -> str:
    words = _words("dates", language)
    if point.month is None:
        return str(words[form.replace("month", "year")]).format(year=point.year)
    of = words["months"][point.month - 1]
    if point.day is not None:
        named = words["day" if point.year is not None else "day_without_year"]
        return str(named).format(day=point.day, of=of, year=point.year)
    alone = words.get("months_alone", words["months"])[point.month - 1]
    inside = words.get("months_in", words["months"])[point.month - 1]
    if point.year is None:
        return str({"month": alone, "month_of": of, "month_in": inside}[form])
    return str(words[form]).format(of=of, alone=alone, in_=inside, year=point.year)


def date_words(date: PartialDate, language: str) -> str:
    """Return a date in the text of an order, with what ties it there.

    >>> date_words(PartialDate.parse("1936-09-01/.."), "ru"), date_words(PartialDate.parse("1936-05"), "en")
    ('с 1 сентября 1936 г.', 'in May 1936')
    """
    words = _words("dates", language)
    if date.start is None or date.end is None:
        point = date.start or date.end
        assert point is not None  # noqa: S101  # a date has an end
        said = _point_words(point, language, "month_of")
        return str(words["until" if date.start is None else "since"]).format(start=said, end=said)
    if date.is_interval:
        start, end = _point_words(date.start, language, "month_of"), _point_words(date.end, language, "month")
        return str(words["span"]).format(start=start, end=end)
    if date.is_day:
        return str(words["on"]).format(point=_point_words(date.start, language, "month"))
    return str(words["within"]).format(point=_point_words(date.start, language, "month_in"))


def deadline_words(deadline: PartialDate | Duration, language: str) -> str:
    """Return the time by which something is to be done.

    >>> deadline_words(PartialDate.parse("1936-05-01"), "ru"), deadline_words(Duration(weeks=2), "en")
    ('к 1 мая 1936 г.', 'within 2 weeks')
    """
    if isinstance(deadline, Duration):
        return duration_words(deadline, language)
    words = _words("dates", language)
    point = deadline.end or deadline.start
    assert point is not None  # noqa: S101  # a date has an end
    form = "by" if point.day is not None else "by_end"
    return str(words[form]).format(point=_point_words(point, language, "month_of"))


def duration_words(duration: Duration, language: str) -> str:
    """Return a term, unit by unit.

    >>> duration_words(Duration(days=3), "ru"), duration_words(Duration(months=18), "en")
    ('в 3-дневный срок', 'within 18 months')
    """
    words = _words("terms", language)
    said = [(unit, number) for unit in words if (number := getattr(duration, unit))]
    written = ", ".join(str(words[unit]).format(n=number) for unit, number in said)
    return written if language == "ru" or any(n != 1 for _, n in said) else written.removesuffix("s")


# --- names and shelfmarks -----------------------------------------------------------------------


def name_words(party: Person | Body, language: str, case: str = "nominative") -> str:
    """Return a name in a case, a person as comrade.

    >>> name_words(Person("Стомоняков"), "ru", "dative"), name_words(Body(id="GOSBANK"), "en")
    ('т. Стомонякову', 'the Gosbank')
    """
    comrade = str(_words("phrases", language)["comrade"])
    if isinstance(party, Person):
        return comrade.format(name=person_in(party, case) if language == "ru" else str(party))
    if language == "ru":
        return body_in(party, case)
    return f"the {party.label('en')}" if party.id else str(party)
