"""The vocabulary's TOML files: what people edit holds to its schema, its order and itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from tests.vocabulary.checks import faults
from tests.vocabulary.schema import SCHEMAS

DATA = files("politburo.vocabulary") / "data"
NAMES = sorted(path.name.removesuffix(".toml") for path in DATA.iterdir() if path.name.endswith(".toml"))
TABLES = [(name, table) for name, tables in SCHEMAS.items() for table in tables]
# Bodies that entries name as predecessor or successor and that have no entry of their own.
DANGLING = {
    *("ABTU", "DALBURO", "EKONOMSOVET", "KPK_KOMITET", "KVMD_SNK", "NKELEKTRO", "NKKHIM", "NKMORFLOT"),
    *("NKOBSHCHEMASH", "NKRECHFLOT", "NKSREDMASH", "NKSTROIMAT", "NKTIP", "NKTOPPROM", "NKTORG38"),
    *("NKTYAZHMASH", "NKVNUTORG23", "NKVOEN", "PGU", "POSOLSTVO", "RZ_STO", "SOYUZZOLOTO", "TURKBURO"),
    *("VS_NKO", "VS_SSSR"),
}
# Sets of letters, not words: the digits of Roman numbers in either script.
LETTERS = {"IVXLХ"}
# Lists in which the place of a word has a meaning: one ending for each case, one form for each number.
BY_PLACE = {"endings"}
BY_NUMBER = {("writing", "ru"), ("writing", "en")}


@cache
def written(name: str) -> str:
    return (DATA / f"{name}.toml").read_text("utf-8")


@cache
def parsed(name: str) -> dict[str, Any]:
    return tomllib.loads(written(name))


def entries(name: str, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parsed(name)[table]
    return found


def ids(name: str, table: str) -> set[str]:
    return {entry["id"] for entry in entries(name, table)}


def label(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("person") or next(iter(entry.values())))


def walk(value: object) -> Iterator[tuple[str, object]]:
    """Yield every key and value, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def repeated(words: list[object]) -> list[object]:
    """Return the texts that stand in a list more than once."""
    return [word for word, count in Counter(w for w in words if isinstance(w, str)).items() if count > 1]


def backwards(start: str | None, stop: str | None) -> bool:
    """Tell whether a period ends before it starts; a year stands for its whole length."""
    return bool(start and stop and stop < start[: len(stop)])


class TestForm:
    """How the files are written, so that two people's edits look alike."""

    @pytest.mark.parametrize("name", NAMES)
    def test_no_tabs_trailing_blanks_or_double_empty_lines(self, name: str) -> None:
        assert re.findall(r"\t|\r|[ \t]+$|\n\n\n", written(name), re.MULTILINE) == []
        assert written(name).endswith("\n")
        assert not written(name).endswith("\n\n")

    @pytest.mark.parametrize("name", NAMES)
    def test_the_head_of_a_file_says_what_it_holds(self, name: str) -> None:
        assert written(name).startswith("# ")

    def test_every_file_of_entries_has_a_schema(self) -> None:
        sourced = {n for n in NAMES if any(k in ("source", "sources") for k, _ in walk(parsed(n)))}
        assert sourced <= set(SCHEMAS)

    @pytest.mark.parametrize(("name", "table"), TABLES)
    def test_entries_keep_to_the_schema(self, name: str, table: str) -> None:
        schema = SCHEMAS[name][table]
        wrong = {label(entry): found for entry in entries(name, table) if (found := faults(entry, schema))}
        assert wrong == {}

    @pytest.mark.parametrize(("name", "table"), TABLES)
    def test_keys_stand_in_the_order_of_the_schema(self, name: str, table: str) -> None:
        order = list(SCHEMAS[name][table])
        wrong = [label(e) for e in entries(name, table) if list(e) != sorted(e, key=order.index)]
        assert wrong == []

    @pytest.mark.parametrize("name", NAMES)
    def test_ids_are_unique(self, name: str) -> None:
        for table in parsed(name).values():
            rows = [entry for entry in table if isinstance(entry, dict)] if isinstance(table, list) else []
            found = [row["id"] for row in rows if "id" in row]
            assert repeated(found) == []

    @pytest.mark.parametrize("name", NAMES)
    def test_no_list_says_a_word_twice(self, name: str) -> None:
        lists = [(k, v) for k, v in walk(parsed(name)) if isinstance(v, list) and k not in BY_PLACE]
        lists = [(key, value) for key, value in lists if (name, key) not in BY_NUMBER]
        wrong = [(key, again) for key, value in lists if (again := repeated(value))]
        assert wrong == []

    @pytest.mark.parametrize("name", NAMES)
    def test_no_word_mixes_two_scripts(self, name: str) -> None:
        text = re.sub(r"\\[nt]", " ", written(name))
        mixed = re.findall(r"\w*(?:[а-яё][a-z]|[a-z][а-яё])\w*", text, re.IGNORECASE)
        # What mending.toml pairs are signs that look alike: «ШIII» is Ш for III.
        pairs = {word for word in mixed if len(word) <= 4} if name == "mending" else set[str]()
        assert set(mixed) <= LETTERS | pairs


class TestOrder:
    """Where a new entry goes."""

    def test_agencies_stand_by_rank(self) -> None:
        ranks = [agency["rank"] for agency in entries("agencies", "agency")]
        assert ranks == list(range(1, len(ranks) + 1))

    def test_sources_stand_by_number(self) -> None:
        numbers = [int(source["id"][1:]) for source in entries("sources", "source")]
        assert numbers == sorted(numbers)

    def test_convocations_stand_by_congress(self) -> None:
        congresses = [convocation["congress"] for convocation in entries("convocations", "convocation")]
        assert congresses == sorted(congresses)

    def test_memberships_of_a_body_stand_together_by_day(self) -> None:
        terms = [(term["body"], term["from"]) for term in entries("members", "membership")]
        bodies = list(dict.fromkeys(body for body, _ in terms))
        assert terms == sorted(terms, key=lambda term: (bodies.index(term[0]), term[1]))


class TestReferences:
    """What one entry says of another."""

    @pytest.mark.parametrize("name", [name for name in NAMES if name != "sources"])
    def test_cited_sources_exist(self, name: str) -> None:
        cited: set[str] = set()
        for key, value in walk(parsed(name)):
            if key in ("source", "sources") or key.endswith(("_source", "_sources")):
                cited |= {value} if isinstance(value, str) else set(value)  # type: ignore[call-overload]
        assert cited - ids("sources", "source") == set()

    def test_predecessors_and_successors_are_entries_or_listed(self) -> None:
        agencies = entries("agencies", "agency")
        named = {i for a in agencies for k in ("predecessors", "successors") for i in a.get(k, [])}
        assert named - ids("agencies", "agency") == DANGLING

    def test_offices_are_held_in_known_bodies(self) -> None:
        held = {office["agency"] for person in entries("persons", "person") for office in person["offices"]}
        assert held - ids("agencies", "agency") == set()

    def test_members_are_known_persons_of_known_bodies(self) -> None:
        terms = entries("members", "membership")
        assert {term["person"] for term in terms} - ids("persons", "person") == set()
        assert {term["body"] for term in terms} - ids("agencies", "agency") == set()

    def test_rates_are_between_known_currencies(self) -> None:
        units = {rate[side] for rate in entries("rates", "rate") for side in ("base", "quote")}
        assert units - ids("currencies", "currency") - ids("money", "currency") == set()

    def test_a_rate_is_named_by_what_it_says(self) -> None:
        wrong = [
            rate["id"]
            for rate in entries("rates", "rate")
            if rate["id"] != "-".join(rate[key] for key in ("base", "quote", "valid_from", "kind"))
        ]
        assert wrong == []

    def test_loans_are_in_known_currencies(self) -> None:
        assert {loan["currency"] for loan in entries("loans", "loan") if "currency" in loan} <= ids(
            "currencies", "currency"
        )

    def test_borrowers_written_as_ids_are_known(self) -> None:
        states = {"USSR"}
        named = {loan["borrower"] for loan in entries("loans", "loan")}
        written_as_ids = {name for name in named if re.fullmatch(r"[A-Z][A-Z0-9_]+", name)}
        assert written_as_ids - ids("agencies", "agency") - states == set()


class TestPeriods:
    """Nothing ends before it starts."""

    @pytest.mark.parametrize(
        ("name", "table", "start", "stop"),
        [
            ("agencies", "agency", "founded", "abolished"),
            ("currencies", "currency", "valid_from", "valid_to"),
            ("members", "membership", "from", "to"),
            ("persons", "person", "born", "died"),
            ("rates", "rate", "valid_from", "valid_to"),
        ],
    )
    def test_entries(self, name: str, table: str, start: str, stop: str) -> None:
        wrong = [label(e) for e in entries(name, table) if backwards(e.get(start), e.get(stop))]
        assert wrong == []

    @pytest.mark.parametrize("name", NAMES)
    def test_periods_inside_entries(self, name: str) -> None:
        tables = [value for _, value in walk(parsed(name)) if isinstance(value, list)]
        inner = [item for table in tables for item in table if isinstance(item, dict)]
        assert [p for p in inner if {"from", "to"} <= set(p) and backwards(p["from"], p["to"])] == []

    def test_no_office_is_held_after_death(self) -> None:
        wrong = [
            (person["id"], office)
            for person in entries("persons", "person")
            for office in person["offices"]
            if backwards(office["to"][:4], person.get("died", office["to"])[:4])
        ]
        assert wrong == []

    def test_terms_of_a_person_in_a_body_do_not_overlap(self) -> None:
        terms = sorted(
            (term["person"], term["body"], term["rank"], term["from"], term["to"])
            for term in entries("members", "membership")
        )
        overlapping = [(a, b) for a, b in pairwise(terms) if a[:3] == b[:3] and a[4] > b[3]]
        assert overlapping == []

    def test_gold_contents_of_a_currency_follow_each_other(self) -> None:
        for currency in entries("currencies", "currency"):
            spans = [(g["from"], g["to"]) for g in currency.get("gold", []) if "from" in g and "to" in g]
            assert all(a[1] <= b[0] for a, b in pairwise(spans)), currency["id"]


class TestSums:
    """What adds up on paper adds up here."""

    def test_allocations_of_a_loan_make_its_principal(self) -> None:
        for loan in entries("loans", "loan"):
            if "allocations" in loan:
                parts = sum(Decimal(part["amount"]) for part in loan["allocations"])
                assert parts == Decimal(loan["principal"]), loan["id"]
