"""A day, a language and a form; and what there was on that day: bodies, persons, money."""

from __future__ import annotations

import datetime as dt
from functools import cache

from attrs import frozen
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.values.dates import PartialDate
from politburo.values.money import Currency, MonetaryAmount
from politburo.values.names import Body, Person
from politburo.vocabulary import table
from politburo.writing.declension import body_in, surname_in
from politburo.writing.phrases import money_words
from politburo.writing.text import Form

__all__ = ["Period", "bodies", "currencies", "days", "parties", "periods", "persons", "ranked", "signatories"]

_CASES = ("nominative", "genitive", "dative", "accusative")
# The years in which each form was in use; the first sitting with a number of its own was in April 1919.
_YEARS = {
    Form.MINUTES: (dt.date(1919, 4, 16), dt.date(1929, 12, 31)),
    Form.SPECIAL: (dt.date(1930, 1, 1), dt.date(1952, 10, 12)),
    Form.EXTRACT: (dt.date(1930, 1, 1), dt.date(1952, 10, 12)),
    Form.CPSU: (dt.date(1953, 3, 6), dt.date(1991, 8, 23)),
}
_KINDS = frozenset({"commissariat", "state", "security", "military", "trade", "bank"})
_MONEY_OF_THE_DAY = frozenset({"RUB", "RUB_FOREIGN"})
# What one word names by the day, or half a word by what was named before: not a sum's own to say.
_UNSURE = frozenset(
    {"XXX", "SUR", "CNY", "DEM_REICHSMARK", "DEM_PAPIERMARK", "SOVZNAK", "XAG_TAEL", "XAU_GRAM"}
)


@frozen
class Period:
    """Where and when a paper was written: its language, its form, its day.

    >>> Period("ru", Form.SPECIAL, dt.date(1935, 10, 1)).organ
    'PB'
    """

    language: str
    form: Form
    day: dt.date

    @property
    def date(self) -> PartialDate:
        """The day as a date."""
        return PartialDate.of(self.day.year, self.day.month, self.day.day)

    @property
    def organ(self) -> str:
        """The organ that decided: the Presidium between October 1952 and April 1966."""
        return "PREZIDIUM_TSK" if "1952-10-16" <= self.day.isoformat() < "1966-04-08" else "PB"


def days(first: dt.date, last: dt.date) -> st.SearchStrategy[dt.date]:
    """Generate a day of a stretch of time; what fails shrinks to the first."""
    return st.integers(0, (last - first).days).map(lambda number: first + dt.timedelta(days=number))


@st.composite
def periods(draw: st.DrawFn, language: str | None = None, form: Form | None = None) -> Period:
    """Generate a period of a form and language, or of any."""
    chosen = form or draw(st.sampled_from(Form))
    return Period(language or draw(st.sampled_from(("ru", "en"))), chosen, draw(days(*_YEARS[chosen])))


def bodies(period: Period | None = None) -> st.SearchStrategy[Body]:
    """Generate an institution: with a period, one that existed and that its papers can name."""
    if period is None:
        return st.deferred(lambda: st.sampled_from(_all_bodies()))
    return st.deferred(lambda: st.sampled_from(_bodies_of(period.language, period.day)))


def persons(period: Period | None = None) -> st.SearchStrategy[Person]:
    """Generate a person by surname: with a period, one who was of age and whose name is declined."""
    if period is None:
        return st.deferred(lambda: st.sampled_from(_all_persons()))
    return st.deferred(lambda: st.sampled_from(_persons_of(period.language, period.day)))


def parties(period: Period | None = None) -> st.SearchStrategy[Body | Person]:
    """Generate a body or a person."""
    return bodies(period) | persons(period)


def signatories(period: Period) -> st.SearchStrategy[Person]:
    """Generate a person with an initial, as papers are signed."""
    return st.deferred(lambda: st.sampled_from(_signing(period.language)))


def currencies(period: Period | None = None) -> st.SearchStrategy[Currency]:
    """Generate a currency: with a period, one in use whose name is read back as it."""
    if period is None:
        return st.deferred(lambda: st.sampled_from([Currency(name) for name in table("currencies")]))
    return st.deferred(lambda: st.sampled_from(_currencies_of(period.language, period.day)))


def ranked(period: Period, rank: str) -> tuple[Person, ...]:
    """Return who was member or candidate of the period's organ on its day, as far as papers can name them."""
    known = {
        record["id"]: person for person, *_ in _sayable_persons(period.language) for record in person.entry
    }
    terms = table("members").get(period.organ, ())
    day = period.day.isoformat()
    held = [term["person"] for term in terms if term["rank"] == rank and term["from"] <= day < term["to"]]
    return tuple(dict.fromkeys(known[name] for name in held if name in known))


# --- what there was -----------------------------------------------------------------------------


@cache
def _all_bodies() -> tuple[Body, ...]:
    own = (Body(name="Тракторцентр"), Body(name="Монгольское руководство"), Body(name="commission"))
    return (*(Body(id=identifier) for identifier in table("agencies")), *own)


@cache
def _all_persons() -> tuple[Person, ...]:
    surnames = [
        name for record in table("persons").values() for name in (record["surname_ru"], record["name_en"])
    ]
    with_initials = (Person("Косиор", "И."), Person("Каганович", "Л.М."), Person("Stalin", "I."))
    return (*(Person(name) for name in dict.fromkeys(surnames)), *with_initials)


@cache
def _bodies_of(language: str, day: dt.date) -> tuple[Body, ...]:
    return tuple(body for body in _sayable_bodies(language) if body.entry and _lived(body.entry, day))


def _lived(entry: dict[str, object], day: dt.date) -> bool:
    spans = entry.get("level_history") or [
        {"level": "USSR", "from": entry.get("founded"), "to": entry.get("abolished")}
    ]
    assert isinstance(spans, list)  # noqa: S101  # narrows the type
    union = [span for span in spans if span["level"] == "USSR"]
    return any(_within(day, span.get("from") or "", span.get("to") or "") for span in union)


def _within(day: dt.date, first: str, last: str) -> bool:
    written = day.isoformat()
    return bool(first) and first <= written[: len(first)] and (not last or written[: len(last)] <= last)


@cache
def _sayable_bodies(language: str) -> tuple[Body, ...]:
    found = (Body(id=name) for name, entry in table("agencies").items() if entry["kind"] in _KINDS)
    return tuple(body for body in found if _body_comes_back(body, language))


def _body_comes_back(body: Body, language: str) -> bool:
    """Tell whether every form in which papers name the body is read as it: single words only."""
    forms = {body.label("en")} if language == "en" else {body_in(body, case) for case in _CASES}
    single = all(" " not in form and form[0].isupper() and len(form) > 2 for form in forms)
    return single and all(_reads(Body, form) == body for form in forms)


def _reads(kind: type[Body | Person], text: str) -> Body | Person | None:
    try:
        return kind.parse(text)
    except ParseError:
        return None


@cache
def _persons_of(language: str, day: dt.date) -> tuple[Person, ...]:
    return tuple(person for person, born, died in _sayable_persons(language) if born + 20 <= day.year <= died)


@cache
def _sayable_persons(language: str) -> tuple[tuple[Person, int, int], ...]:
    found: dict[Person, tuple[Person, int, int]] = {}
    for record in table("persons").values():
        person = Person(record["surname_ru" if language == "ru" else "name_en"])
        if _person_comes_back(person, language):
            lived = int(str(record.get("born", 1880))[:4]), int(str(record.get("died", 1991))[:4])
            found.setdefault(person, (person, *lived))
    return tuple(found.values())


def _person_comes_back(person: Person, language: str) -> bool:
    comrade = "т." if language == "ru" else "Cde."
    forms = {surname_in(person.surname, case) for case in _CASES} if language == "ru" else {person.surname}
    plain = not set(person.surname) & set(" ().")
    return plain and all(_reads(Person, f"{comrade} {form}") == person for form in forms)


@cache
def _signing(language: str) -> tuple[Person, ...]:
    found = []
    for record in table("persons").values():
        given = (
            record.get("initials_ru", "") if language == "ru" else record.get("loc", "").partition(", ")[2]
        )
        person = Person(record["surname_ru" if language == "ru" else "name_en"], f"{given[:1]}.")
        if given[:1].isalpha() and _reads(Person, f"{person.initials} {person.surname.upper()}") == person:
            found.append(person)
    return tuple(found)


@cache
def _currencies_of(language: str, day: dt.date) -> tuple[Currency, ...]:
    return tuple(unit for unit in _sayable_currencies(language) if _valid(unit, day))


def _valid(unit: Currency, day: dt.date) -> bool:
    entry = table("currencies")[unit.id]
    return unit.id in _MONEY_OF_THE_DAY or _within(
        day, entry.get("valid_from", ""), entry.get("valid_to", "")
    )


@cache
def _sayable_currencies(language: str) -> tuple[Currency, ...]:
    rubles = ["RUB", *(name for name in table("currencies") if name != "RUB" and name not in _UNSURE)]
    return tuple(Currency(name) for name in rubles if _money_comes_back(name, language))


def _money_comes_back(name: str, language: str) -> bool:
    amount = MonetaryAmount.of(500_000, name)
    try:
        return MonetaryAmount.parse(money_words(amount, language)) == amount
    except ParseError:  # pragma: no cover - only a currency of an extension may be written and not read
        return False
