"""Make the tables of names: ``СНК`` and ``Совету народных комиссаров`` → SNK, ``Элиаве`` → Элиава.

Every form that a name can take is worked out here, once: the cases of Russian names, the
romanizations of short ones, the organs of the Central Committee with every name of the party. The
bodies' names become one tree of token keys (``body_names``): a branch's ``""`` holds the name that ends
there, as ``[mode, id, nominative]``. Where two bodies claim a form, the one of the lower rank has it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from politburo.tokens import Tokens, key
from politburo.values.body_tree import ACRONYM, ANY, CAPITAL, OF_CENTRE, PARTY, QUOTED, Tree
from politburo.values.inflection import CASES, inflected, is_cyrillic
from politburo.vocabulary.making import toml

VOWELS = set("аеиоуыэюя")


def agencies() -> dict[str, Any]:
    """Return the records of agencies.toml by id, in the order of rank."""
    records = sorted(toml("agencies")["agency"], key=lambda record: record["rank"])
    return {record["id"]: record for record in records}


def persons() -> dict[str, Any]:
    """Return the records of persons.toml by id."""
    return {record["id"]: record for record in toml("persons")["person"]}


# ---- declension ------------------------------------------------------------------------------------


def declined(word: str, kind: str, sex: str = "") -> dict[str, str]:
    """Return the cases of a surname or of an institution's one-word name, by the first line that fits."""
    for line in sorted(toml_names()[kind], key=lambda line: -len(line["endings"][0])):
        forms = line["endings"] * (1 if len(line["endings"]) == len(CASES) else len(CASES))
        stem = word[: len(word) - len(forms[0])]
        fits = word.lower().endswith(forms[0]) and stem and line.get("sex", "") == sex
        if fits and (not line.get("after") or stem[-1].lower() in line["after"]):
            return {case: stem + ending for case, ending in zip(CASES, forms, strict=True)}
    return dict.fromkeys(CASES, word)


@cache
def toml_names() -> dict[str, Any]:
    """Return names.toml, read once."""
    return toml("names")


# ---- persons ---------------------------------------------------------------------------------------


def person_names() -> dict[str, Any]:
    """Return the forms of known persons' names, and the ids of those who bear each name."""
    forms: dict[str, list[list[str]]] = {}
    bearers: dict[str, list[str]] = {}
    for record in toml("persons")["person"]:
        for name in dict.fromkeys([record["surname_ru"], *_romanized_names(record)]):
            bearers.setdefault(key(name), []).append(record["id"])
        _add_forms(forms, record)
    for name in toml_names()["persons"]["more"]:
        _add_forms(forms, {"surname_ru": name})
        bearers.setdefault(key(name), [])
    longest = {name for name in bearers if " " in name or "-" in name} | {
        form for form in forms if " " in form or "-" in form
    }
    return {"forms": forms, "bearers": bearers, "tree": _name_tree(longest)}


def _add_forms(forms: dict[str, list[list[str]]], record: dict[str, Any]) -> None:
    name = record["surname_ru"]
    by_case = _cases_of_name(name, record.get("sex", ""))
    if "dative_ru" in record and "(" not in name:
        by_case["dative"] = record["dative_ru"]
    for form in dict.fromkeys(by_case.values()):
        cases = "".join(case[0] for case in CASES if by_case[case] == form)
        entry = [name, cases, record.get("sex", "")]
        if entry not in forms.setdefault(key(form), []):
            forms[key(form)].append(entry)


def _cases_of_name(name: str, sex: str) -> dict[str, str]:
    parts = re.split(r"([\s-]+)", name)
    given = [part for part in parts[:-1] if part]
    last = declined(parts[-1], "surname", sex)
    if "-" in given:  # both halves of Луганец-Орельский are declined, the clan of Шэн Шицай is not
        halves = [declined(part, "surname", sex) if i % 2 == 0 else None for i, part in enumerate(given)]
        heads = {c: "".join(h[c] if h else g for h, g in zip(halves, given, strict=True)) for c in CASES}
        return {case: heads[case] + last[case] for case in CASES}
    return {case: "".join(given) + last[case] for case in CASES}


def _romanized_names(record: dict[str, Any]) -> Iterator[str]:
    for name in [record["name_en"], record.get("wilson", ""), *record["variants_en"]]:
        plain = re.sub(r"^[A-Z]\. ", "", re.sub(r"\s*\(.*?\)", "", name))
        if plain:
            yield plain
            yield plain.replace("'", "")
            if plain.endswith("sky"):
                yield from (plain[:-3] + ending for ending in ("skii", "skiy", "skij", "ski"))


def _name_tree(names: Iterable[str]) -> Tree:
    tree: Tree = {}
    for name in sorted(names):
        grow(tree, name, [ANY, "", name])
    return tree


# ---- bodies ----------------------------------------------------------------------------------------


def body_names() -> Tree:
    """Return the tree of all names of bodies."""
    tree: Tree = {}
    for form, leaf in body_forms():
        grow(tree, form, leaf)
    return tree


@cache
def body_forms() -> tuple[tuple[str, list[Any]], ...]:
    """Return every form of every body's name with its leaf, the preferred reading first."""
    return tuple(_body_forms(toml("agency_forms")))


def _body_forms(extra: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for identifier, record in agencies().items():
        given = _given_forms(record, set(extra["drop"].get(identifier, [])))
        for form in _all_forms(given + extra["also"].get(identifier, []), extra["synonyms"]):
            yield form, [_mode(form, extra["quoted"]), identifier, ""]
    yield from _organs(extra)
    yield from _governments()
    yield from _named_only(extra)


def _given_forms(record: dict[str, Any], dropped: set[str]) -> list[str]:
    forms = [*record.get("abbr_ru", []), *record.get("abbr_en", []), *record.get("variants_en", [])]
    forms += [_plain(record["name_ru"]), _plain(record["name_en"])]
    short = [form for form in record.get("abbr_ru", []) if form not in dropped]
    romanized = [r for form in short if " " not in form for r in _romanizations(form)]
    kept = [_plain(form) for form in forms if form not in dropped]
    kept += [".".join(form) + "." for form in kept if re.fullmatch(r"[А-ЯA-Z]{3,5}", form)]
    return [form for form in [*kept, *romanized] if form and form not in dropped]


def _plain(name: str) -> str:
    """Return a name without what is in brackets (but «ВКП(б)») or behind a slash or a semicolon."""
    if name.count("-") > 1 and "(б)" in name:
        return ""  # a row of the party's successive names
    plain = re.sub(r"\s*[\[(](?!б\)|b\))[^\])]*[\])]", "", name)
    plain = re.split(r"\s+/\s+|;", plain)[0]
    plain = plain.replace("«", "").replace("»", "")
    return re.sub(r"\s+(СССР|РСФСР|of the USSR)$", "", plain).strip()


def _all_forms(names: Iterable[str], synonyms: list[list[str]]) -> list[str]:
    spelled = [other for name in names for other in _with_synonyms(name, synonyms)]
    return list(dict.fromkeys(form for name in spelled for form in cases_of_body(name)))


def _with_synonyms(name: str, synonyms: list[list[str]]) -> list[str]:
    found = [name]
    if is_cyrillic(name):
        if name.startswith("Народный комиссариат "):
            found += [name.replace("Народный комиссариат", other) for other in ("Наркомат", "Комиссариат")]
        return found
    for group in synonyms:
        for one, other in itertools.permutations(group, 2):
            found += [f.replace(one, other) for f in found if re.search(rf"\b{re.escape(one)}\b", f)]
    return [form.replace("People's Commissariat", "Commissariat", 1) for form in found] + found


def cases_of_body(name: str) -> list[str]:
    """Return the forms that a name of a body takes, its own first."""
    if not is_cyrillic(name):
        return [name]
    first, *rest = name.split(" ", 1)
    if rest and re.fullmatch(r"[IVX]+|\d+", first):
        return [f"{first} {form}" for form in inflected(rest[0]).values()]
    if first.isupper():
        low = first.lower()
        readable = not rest and 2 < len(first) < 6 and low[-1] not in VOWELS and set(low) & VOWELS
        return [name, *(first + ending for ending in ("а", "у", "ом", "е") if readable)]
    if rest and first.lower() not in _compounds():
        return list(inflected(name).values())
    tail = f" {rest[0]}" if rest else ""
    return [form + tail for form in declined(first, "noun").values()]


@cache
def _compounds() -> set[str]:
    """Return the first words of names that no dictionary has: they decline by their ending."""
    words = [w for r in toml("agencies")["agency"] for w in r.get("abbr_ru", [])]
    words += [name for names in toml("agency_forms")["also"].values() for name in names]
    return {word.lower() for word in words if " " not in word and "-" not in word}


def _mode(form: str, quoted: list[str]) -> int:
    if any(form in declined(word, "noun").values() for word in quoted):
        return QUOTED
    if re.match(r"[A-ZА-Я]{2,7}(?:[ауе]|ом)?(?:[\s(/.-]|$)", form):
        return ACRONYM
    # A long compound is known in small letters too: «госбанк».
    compound = " " not in form and len(form) > 6 and form.lower() not in _ordinary()
    return CAPITAL if form[0].isupper() and not compound else ANY


@cache
def _ordinary() -> set[str]:
    words = toml("agency_forms")["ordinary"]
    return {form.lower() for word in words for form in cases_of_body(word)}


def _romanizations(word: str) -> list[str]:
    """Return how a Cyrillic name is spelled in English: the Library of Congress way and the translators'."""
    if not is_cyrillic(word) or len(word) < 3:
        return []
    tables = toml("names")["romanization"]
    common = dict(tables["common"])
    spelled = []
    for other in (tables["library"], tables["translator"], tables["plain"]):
        letters = common | other
        made = "".join(_romanized_letter(c, letters, word.isupper()) for c in word)
        spelled += [made, made.replace("'", ""), made.replace("ksport", "xport")]
    return list(dict.fromkeys(spelled))


def _romanized_letter(letter: str, letters: dict[str, str], capitals: bool) -> str:  # noqa: FBT001
    low = letters.get(letter.lower(), letter)
    if letter.islower():
        return low
    return low.upper() if capitals and len(low) == 1 else low[:1].upper() + low[1:]


def _organs(extra: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for form in _centres(extra["party"]):
        yield form, [_mode(form, []), "TSK", ""]
    for identifier, organ in extra["organs"].items():
        for name in [*organ["ru"], *organ["en"]]:
            for form in cases_of_body(name):
                yield form, [_mode(form, []) if organ.get("alone") else OF_CENTRE, identifier, ""]


def _centres(party: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the Central Committee, with and without the party's."""
    for name in ["", *party["ru"]]:
        for centre in (*party["cc_ru"], *inflected("Центральный комитет").values()):
            yield f"{centre} {name}".strip()
    for centre in party["cc_en"]:
        yield centre
        for name in party["en"]:
            yield from (f"{centre} {name}", f"{name} {centre}", f"{centre} of {name}")


def _governments() -> Iterator[tuple[str, list[Any]]]:
    for place in toml("places")["place"]:
        identifier = place.get("government", "")
        names = [place["ru"], *place.get("also_ru", [])]
        for name in names:
            genitive = inflected(name)["genitive"] if not name.isupper() else name
            yield from _government_of(genitive, identifier)
        for adjective in place["adj_ru"]:
            neuter = adjective[:-2] + "ое"
            for form in inflected(f"{neuter} правительство").values():
                yield form, [ANY, identifier, "" if identifier else f"{neuter} правительство"]
        yield from _english_governments(place, identifier)


def _government_of(country: str, identifier: str) -> Iterator[tuple[str, list[Any]]]:
    for form in inflected("правительство").values():
        full = f"{form} {country}"
        yield full, [ANY, identifier, "" if identifier else f"правительство {country}"]


def _english_governments(place: dict[str, Any], identifier: str) -> Iterator[tuple[str, list[Any]]]:
    names = [place["en"], *place.get("also_en", [])]
    forms = [f"{name} government" for name in [*names, *place["adj_en"]]]
    forms += [f"government of {other}" for name in names for other in (name, f"Republic of {name}")]
    for form in forms if identifier else []:
        yield form, [ANY, identifier, ""]


def _named_only(extra: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    bodies = toml_names()["bodies"]
    for name in [*bodies["institutions"], *bodies["commissariats"], *bodies["party_names"]]:
        for form in cases_of_body(name):
            yield form, [_mode(form, []), "", name]
    for name in extra["party"]["alone"]:
        yield name, [PARTY, "", name]


def grow(tree: Tree, form: str, leaf: list[Any]) -> None:
    """Put a form into the tree unless a name of lower rank has it; «the» is no branch."""
    branch = tree
    for token in (k for k in _keys(form) if k != "the"):
        branch = branch.setdefault(token, {})
    standing = branch.setdefault("", list(leaf))
    if standing[1:] == leaf[1:]:
        standing[0] = min(standing[0], leaf[0])


def _keys(form: str) -> list[str]:
    tokens = Tokens(form)
    return tokens.keys[: len(tokens)]


def members() -> dict[str, list[dict[str, str]]]:
    """Return the terms of members and candidates by organ, as far as they serve to judge a paper."""
    found: dict[str, list[dict[str, str]]] = {}
    for term in toml("members")["membership"]:
        kept = {name: term[name] for name in ("person", "rank", "from", "to", "status")}
        found.setdefault(term["body"], []).append(kept)
    return found


TABLES = {
    "members": members,
    "agencies": agencies,
    "persons": persons,
    "body_names": body_names,
    "person_names": person_names,
}
