"""Words of one's own: bodies, currencies, verbs and phrases of the form that the vocabulary lacks.

:func:`extend` takes them from a TOML file or a mapping, without touching what is installed:

    [bodies.ID]          names (as papers write them, in every case); name_ru, name_en, kind,
                         founded, abolished; an ID of the vocabulary takes further names
    [currencies.ID]      forms (of its noun, in every case and number), name_ru, name_en
    [verbs.CLASS]        ru (infinitives), en (base forms), ing, participle
    [[form]]             label, value, where ("line", "any"), phrases: a layout's fixed words

What was extended holds for the process until :func:`forget_extensions`. To allow a further section:
its function in ``_SECTIONS``.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from politburo.errors import FormatError
from politburo.tokens import Tokens
from politburo.values.body_tree import ACRONYM, ANY, CAPITAL
from politburo.vocabulary import table

__all__ = ["extend", "forget_extensions"]

_BODY = frozenset({"names", "name_ru", "name_en", "kind", "founded", "abolished"})
_CURRENCY = frozenset({"forms", "name_ru", "name_en"})
_VERB = frozenset({"ru", "en", "ing", "participle"})
_FORM = frozenset({"label", "value", "where", "phrases"})


def extend(words: str | Path | Mapping[str, Any]) -> None:
    """Add words of one's own to the vocabulary, from a TOML file (its path) or a mapping.

    Everything read afterwards knows them. What contradicts the vocabulary or is misspelled raises
    :class:`FormatError` with its place, and nothing is added.

    >>> from politburo import Body, forget_extensions
    >>> extend({"bodies": {"KSMP": {"names": ["Комсеверпуть", "Комсеверпутю"], "kind": "committee"}}})
    >>> Body.parse("Комсеверпутю")
    Body.parse('KSMP')
    >>> forget_extensions()
    >>> extend({"verbs": {"charge": {"fr": ["charger"]}}})
    Traceback (most recent call last):
        ...
    politburo.errors.FormatError: verbs.charge.fr: expected one of en, ing, participle, ru
    """
    where, sections = _sections(words)
    additions = [addition for name, made in sections.items() for addition in _checked(where, name, made)]
    _forget_what_was_worked_out()
    for add in additions:
        add()


def forget_extensions() -> None:
    """Read again with the vocabulary as it is installed.

    >>> forget_extensions()
    """
    _forget_what_was_worked_out()
    table.cache_clear()


Addition = Callable[[], None]


def _sections(words: str | Path | Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    if isinstance(words, Mapping):
        return "", words
    try:
        return f"{words}: ", tomllib.loads(Path(words).read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"expected TOML in UTF-8: {error}", str(words)) from error


def _checked(where: str, name: str, section: Any) -> list[Addition]:
    if name == "form":
        return [_form(f"{where}form[{i}]", row) for i, row in enumerate(section)]
    if name not in _SECTIONS:
        raise FormatError(f"expected one of form, {', '.join(sorted(_SECTIONS))}", where + name)
    return [_SECTIONS[name](f"{where}{name}.{key}", key, row) for key, row in section.items()]


def _only(where: str, row: Any, allowed: frozenset[str], needed: str = "") -> None:
    """Refuse a row with keys that mean nothing here, or without the one that it needs."""
    if not isinstance(row, Mapping):
        raise FormatError("expected a table", where)
    for key, value in row.items():
        if key not in allowed:
            raise FormatError(f"expected one of {', '.join(sorted(allowed))}", f"{where}.{key}")
        listed = key in {"names", "forms", "phrases", *_VERB}
        words = value if listed and isinstance(value, list) else [value]
        if (listed and not isinstance(value, list)) or not all(
            isinstance(w, str) and w.strip() for w in words
        ):
            raise FormatError("expected words" if listed else "expected a string", f"{where}.{key}")
    if needed and needed not in row:
        raise FormatError(f"expected {needed}", where)


def _keys(words: str) -> list[str]:
    """Return the words and marks as the tokens of a text have them."""
    tokens = Tokens(words)
    return tokens.keys[: len(tokens)]


# --- bodies -------------------------------------------------------------------------------------


def _body(where: str, name: str, row: Mapping[str, Any]) -> Addition:
    _only(where, row, _BODY, "names")
    known = name in table("agencies")
    if known and set(row) != {"names"}:
        raise FormatError(f"{name} is a body of the vocabulary: expected further names only", where)
    for written in row["names"]:
        _unclaimed(f"{where}.names", written, name)

    def add() -> None:
        table("agencies").setdefault(name, _record(name, row))
        for written in row["names"]:
            _branch(written)[""] = [_mode(written), name, ""]

    return add


def _unclaimed(where: str, written: str, name: str) -> None:
    """Refuse a name that is another body's."""
    node = table("body_names")
    for key in _keys(written):
        node = node.get(key, {})
    if node.get("") and node[""][1] not in {"", name}:
        raise FormatError(f"«{written}» is a name of {node[''][1]}", where)


def _branch(written: str) -> dict[str, Any]:
    node: dict[str, Any] = table("body_names")
    for key in _keys(written):
        node = node.setdefault(key, {})
    return node


def _mode(written: str) -> int:
    if written.isupper():
        return ACRONYM
    return CAPITAL if written[:1].isupper() else ANY


def _record(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    first = row["names"][0]
    given = {key: value for key, value in row.items() if key != "names"}
    return {
        "id": name, "kind": "body", "name_ru": first, "name_en": first, "abbr_ru": [], "abbr_en": [],
        "status": "unverified", "sources": [], **given,
    }  # fmt: skip


# --- currencies ---------------------------------------------------------------------------------


def _currency(where: str, name: str, row: Mapping[str, Any]) -> Addition:
    _only(where, row, _CURRENCY, "forms")
    if name in table("currencies"):
        raise FormatError(f"{name} is a currency of the vocabulary", where)
    taken = [form for form in row["forms"] if table("money")["nouns"].get(_keys(form)[0])]
    if taken:
        raise FormatError(f"«{taken[0]}» is a word for money already", f"{where}.forms")

    def add() -> None:
        russian, english = row.get("name_ru", row["forms"][0]), row.get("name_en", row["forms"][-1])
        table("currencies")[name] = {
            "id": name, "kind": "currency", "name_ru": russian, "name_en": english, "plural_en": english,
        }  # fmt: skip
        table("money")["families"][name] = {"default": name, "kinds": {}, "least": 0, "not_before": []}
        for form in row["forms"]:
            first, *rest = _keys(form)
            table("money")["nouns"].setdefault(first, []).insert(0, [rest, name, 0])

    return add


# --- verbs and the form -------------------------------------------------------------------------


def _verb(where: str, name: str, row: Mapping[str, Any]) -> Addition:
    _only(where, row, _VERB)
    classes = {*table("actions")["ru"].values(), *table("actions")["en"].values()}
    if name not in classes:
        raise FormatError(f"expected a class of verbs: {', '.join(sorted(classes))}", where)

    def add() -> None:
        for column, verbs in row.items():
            table("actions")[column].update({_keys(verb)[0]: name for verb in verbs})

    return add


def _form(where: str, row: Mapping[str, Any]) -> Addition:
    _only(where, row, _FORM, "phrases")
    labels = {meaning[0] for meanings in table("forms").values() for meaning in meanings}
    if row.get("label") not in labels:
        raise FormatError(f"expected one of {', '.join(sorted(labels))}", f"{where}.label")
    if row.get("where", "line") not in {"line", "any"}:
        raise FormatError("expected line or any", f"{where}.where")

    def add() -> None:
        meaning = [row["label"], row.get("value", ""), row.get("where", "line")]
        for phrase in row["phrases"]:
            table("forms").setdefault(" ".join(_keys(phrase)), []).append(meaning)

    return add


_SECTIONS: Mapping[str, Callable[[str, str, Any], Addition]] = {
    "bodies": _body,
    "currencies": _currency,
    "verbs": _verb,
}


def _forget_what_was_worked_out() -> None:
    """Drop what functions of the library remember of the tables, the tables themselves apart."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("politburo.")]
    for module in modules:
        for value in list(vars(module).values()):
            if value is not table and callable(getattr(value, "cache_clear", None)):
                value.cache_clear()
