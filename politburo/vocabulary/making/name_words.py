"""Make the table of the words by which names are recognised and declined: ``name_words``.

The lists of names.toml as they stand, the heads of names in all their cases as trees, the declensions
read backwards, the names of countries as single words, and what names are miswritten for.
"""

from __future__ import annotations

import re
from typing import Any

from politburo.tokens import key
from politburo.values.body_tree import ANY, Tree
from politburo.values.inflection import CASES, inflected
from politburo.vocabulary.making import toml
from politburo.vocabulary.making.names import body_forms, cases_of_body, grow


def name_words() -> dict[str, Any]:
    """Return the words of names.toml, with the cases of the heads of names and the confusions."""
    names = toml("names")
    bodies = names["bodies"]
    words = {group: names[group] for group in ("honorifics", "persons", "glyphs", "bodies")}
    words["bodies"] = bodies | _places()
    words["party_nouns"] = list(_forms_of("партия"))
    words["communist"] = {key(form): "компартия" for form in _forms_of("компартия")}
    words["party_openers"] = _party_openers(bodies["party_adjectives"])
    words["under"] = toml("agency_forms")["under"]
    words["endings"] = endings()
    words["heads"] = _head_tree(bodies["heads_ru"])
    words["offices"] = _head_tree(bodies["offices_ru"])
    words["missions"] = _head_tree(bodies["missions"])
    words["government"] = _head_tree([bodies["government"]])
    words["unions"] = _phrase_tree([*bodies["union_ru"], *bodies["union_en"]])
    words["organs"] = list(toml("agency_forms")["organs"])
    words["words_in_capitals"] = toml("agency_forms")["words_in_capitals"]
    words["confusions"] = _confusions()
    words["short_names"] = _short_names()
    return words


def _forms_of(word: str) -> list[str]:
    return list(dict.fromkeys(inflected(word).values()))


def _places() -> dict[str, list[str]]:
    """Return the names of countries as single words: in all cases, in the genitive, and in English."""
    forms, genitives, english = set(), set(), set()
    for place in toml("places")["place"]:
        names = [name for name in (place["ru"], *place.get("also_ru", [])) if " " not in name]
        for name in names:
            cases = dict.fromkeys(CASES, name) if name.isupper() else inflected(name)
            forms |= set(cases.values())
            genitives.add(cases["genitive"])
        names_en = {place["en"], *place.get("also_en", [])}
        english |= {name for name in names_en if " " not in name}
        forms |= {*names_en, *place["adj_en"]}
    return {"places": sorted(forms | english), "genitives": sorted(genitives), "places_en": sorted(english)}


def _party_openers(adjectives: list[str]) -> list[str]:
    """Return the feminine forms of the adjectives that may begin a party's name, and «компартия»."""
    nations = [adjective for place in toml("places")["place"] for adjective in place["adj_ru"]]
    feminine = [a[:-2] + ending for a in [*adjectives, *nations] for ending in ("ая", "ой", "ую")]
    return sorted({*feminine, "рабочей", *_forms_of("компартия")})


def _head_tree(heads: list[str]) -> Tree:
    tree: Tree = {}
    for head in heads:
        for form in [*cases_of_body(head), *inflected(head).values()]:
            grow(tree, form, [ANY, head, ""])
    return tree


def _phrase_tree(phrases: list[str]) -> Tree:
    tree: Tree = {}
    for phrase in phrases:
        grow(tree, phrase, [ANY, "", phrase])
    return tree


def _confusions() -> dict[str, list[str]]:
    """Return the miswritten names of agencies.toml: key of the wrong form → ids of the right ones."""
    ids = {key(form): leaf[1] for form, leaf in reversed(body_forms()) if leaf[1]}
    found: dict[str, list[str]] = {}
    for entry in toml("agencies")["confusion"]:
        if key(entry["right"]) in ids and " " not in entry["wrong"] and "(" not in entry["wrong"]:
            found.setdefault(key(entry["wrong"]), []).append(ids[key(entry["right"])])
    return found


def _short_names() -> dict[str, str]:
    """Return the abbreviated names in capitals, of four letters or more unless they are НК…: key → id."""
    found: dict[str, str] = {}
    for form, leaf in body_forms():
        if leaf[1] and re.fullmatch(r"НК[А-Я]{1,4}|NK[A-Z][A-Za-z]{0,4}|[А-Я]{4,6}|[A-Z]{4,6}", form):
            found.setdefault(key(form), leaf[1])
    return found


# ---- declension ------------------------------------------------------------------------------------


def endings() -> dict[str, dict[str, list[list[Any]]]]:
    """Return the declensions of names.toml read backwards: ending → the nominatives it may come from."""
    names = toml("names")
    return {kind: _backwards(names[kind]) for kind in ("surname", "noun")}


def _backwards(lines: list[dict[str, Any]]) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {}
    for line in lines:
        forms = line["endings"] * (1 if len(line["endings"]) == len(CASES) else len(CASES))
        for ending in dict.fromkeys(forms):
            cases = "".join(case[0] for case, form in zip(CASES, forms, strict=True) if form == ending)
            rule = [forms[0], cases, line.get("after", ""), line.get("sex", ""), not line.get("no_guess")]
            found.setdefault(ending, []).append(rule)
    return found


TABLES = {"name_words": name_words}
