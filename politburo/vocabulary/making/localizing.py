"""The table of how values are written for people, from ``localizing.toml`` and ``currencies.toml``.

The forms of a Russian unit for 2, 3 and 4 are worked out from its cases: the noun in the genitive
singular, its adjectives in the genitive plural («2 золотых рубля»), with feminine nouns in the
nominative plural («2 шведские кроны»).
"""

from __future__ import annotations

from typing import Any

from politburo.errors import PolitburoError
from politburo.values.money import MonetaryAmount
from politburo.vocabulary.making import toml

__all__ = ["TABLES"]

Row = dict[str, Any]
_TRIED = (1, 2, 5, 21, 100, 1000, 12_345_678, 10**12)
_FEMININE = "ая"
# What is loaded as it stands.
_KEPT = (*("names", "marks", "interest", "procedure", "measures", "territories", "short", "period", "words"),)
# English plurals of parts of a unit that are not made with an s.
_UNCHANGED = ("sen", "fen", "pul", "santims", "chon", "hao", "ore", "paisa", "shahi", "mongo", "groschen")
_PLURALS = dict.fromkeys(_UNCHANGED) | {
    "penni": "pennia",
    "centesimo": "centesimi",
    "grosz": "groszy",
    "stotinka": "stotinki",
    "lepton": "lepta",
    "ban": "bani",
}


def _localizing() -> Row:
    data = toml("localizing")
    named = data["currencies"]
    currencies = {name: _currency(row, named.get(name, {}), data["minors"]) for name, row in _facts().items()}
    kept = {key: data[key] for key in _KEPT}
    units = {name: _unit(row) for name, row in data["units"].items()}
    return {"currencies": currencies, "units": units, **kept}


def _listed(forms: str) -> list[str]:
    return forms.split(", ")


def _unit(row: Row) -> Row:
    russian = _listed(row["ru"])
    return {"ru": russian, "en": _listed(row["en"]), "gender": _gender(russian[0])}


def _facts() -> dict[str, Row]:
    from politburo.vocabulary.making.currencies import TABLES as CURRENCIES

    made: dict[str, Row] = CURRENCIES["currencies"]()
    return made


def _currency(row: Row, named: Row, minors: dict[str, str]) -> Row:
    russian = _listed(named["ru"]) if "ru" in named else _forms(row["sg_ru"], row["pl_ru"])
    english = _listed(named["en"]) if "en" in named else [_plain(row["name_en"]), _full_plural(row)]
    found: Row = {"ru": russian, "gender": _gender(russian[0]), "en": english}
    for language, forms in (("ru", russian), ("en", english)):
        period = _period(row, named.get(f"period_{language}"), forms, language)
        if period:
            found[f"period_{language}"] = period
    if "minor" in row:
        found["minor"] = _minor(row["minor"], minors)
    return found


def _plain(name: str) -> str:
    """Return a name without what stands in brackets."""
    return name.partition(" (")[0]


def _full_plural(row: Row) -> str:
    """Return the English plural with the qualifiers of the singular: "Swedish kronor"."""
    singular, plural = _plain(row["name_en"]), str(row["plural_en"])
    head = singular.rpartition(" ")[0]
    return plural if not head or plural.startswith(head.split(" ", maxsplit=1)[0]) else f"{head} {plural}"


def _forms(singular: Row, plural: Row) -> list[str]:
    """Return the forms for one, for two to four, for five and more, and for a part of one."""
    one, part, many = singular["nom"].split(), singular["gen"].split(), plural["gen"].split()
    feminine = any(word.endswith(_FEMININE) for word in one)
    adjectives = plural["nom"].split() if feminine else many
    few = [
        adjectives[at] if many[at].endswith(("ых", "их")) and one[at] != many[at] else word
        for at, word in enumerate(part)
    ]
    if len(one) == 1 and one[0].endswith("ый"):  # a noun that is declined like an adjective: «злотый»
        few = many
    return [singular["nom"], " ".join(few), plural["gen"], singular["gen"]]


def _gender(phrase: str) -> str:
    """Return f, n or m, told by the first word that shows it."""
    words = phrase.split()
    if words[0].endswith(("ая", "яя")) or (len(words) > 0 and _noun(words).endswith(("а", "я"))):
        return "f"
    return "n" if words[0].endswith(("ое", "ее")) or _noun(words) in ("судно", "хозяйство", "орудие") else "m"


def _noun(words: list[str]) -> str:
    return next((word for word in words if not word.endswith(("ый", "ий", "ой", "ая", "ое"))), words[0])


def _period(row: Row, named: str | None, forms: list[str], language: str) -> list[str]:
    """Return what is written behind the digits: an abbreviation that reads back, else the forms."""
    short = [[text] for text in row.get(f"abbr_{language}", ()) if text.endswith(".")]
    tried = [[named]] if named else [*(short if language == "ru" else ()), forms]
    return next((found for found in tried if _reads_back(row["id"], found, language)), [])


def _reads_back(currency: str, forms: list[str], language: str) -> bool:
    for number in _TRIED:
        digits = f"{number:,}"
        written = (
            f"{digits.replace(',', '.') if language == 'ru' else digits} {_chosen(forms, number, language)}"
        )
        try:
            if MonetaryAmount.parse(written) != MonetaryAmount.of(number, currency):
                return False
        except PolitburoError:
            return False
    return True


def _chosen(forms: list[str], number: int, language: str) -> str:
    if len(forms) == 1:
        return forms[0]
    if language == "en":
        return forms[number != 1]
    if number % 100 in range(11, 15):
        return forms[2]
    return forms[{1: 0, 2: 1, 3: 1, 4: 1}.get(number % 10, 2)]


def _minor(row: Row, minors: dict[str, str]) -> Row:
    """Return the forms of a part of the unit."""
    name, english = _plain(row["name_ru"]), _plain(row["name_en"])
    gender = "f" if name.endswith(("а", "я")) else "m"
    plural = _PLURALS.get(english, f"{english}s") or english
    forms = _listed(minors[name])
    return {"ru": [*forms, forms[1]], "en": [english, plural], "gender": gender}


TABLES = {"localizing": _localizing}
