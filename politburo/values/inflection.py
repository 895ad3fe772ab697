"""Nominatives: ``т. Стомонякову`` names Стомоняков, ``Монгольскому руководству`` Монгольское руководство.

Known surnames (persons.toml) are looked up in all their forms. Unknown ones are traced back by the
declensions of names.toml, read backwards: the longest ending that fits the case, of several the
line that stands first. Common phrases are left to pymorphy3, which is loaded when the first such
phrase is met and never for a name.

To teach a new kind of surname: add a ``[[surname]]`` line to ``vocabulary/data/names.toml`` (the six
endings, and ``after``, the letters that may precede them) and run the maker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from politburo.tokens import key
from politburo.vocabulary import table

__all__ = [
    "CASES",
    "common_case",
    "inflected",
    "is_cyrillic",
    "is_dictionary_word",
    "nominative",
    "nominative_noun",
    "nominative_phrase",
    "noun_candidates",
    "traced",
]

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")

_OBLIQUE_FIRST = (*CASES[1:], CASES[0])
_LETTERS = {case: case[0] for case in CASES}
_GRAMMEMES = {
    "nominative": "nomn",
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "prepositional": "loct",
}
# Whoever is charged, lent to or sent something stands in the dative; a possessor in the genitive.
_LIKELY = ("datv", "gent", "accs", "ablt", "loct", "nomn")
_ADJECTIVES = {"ADJF", "PRTF", "NUMR"}
_LONGEST_ENDING = 5
_VOWELS = frozenset("аеиоуыэюя")


class _Rule(NamedTuple):
    nominative: str
    cases: str
    after: str
    sex: str
    guess: bool


def is_cyrillic(text: str) -> bool:
    """Tell whether the text has a Cyrillic letter.

    >>> is_cyrillic("Стомоняков"), is_cyrillic("Stomonyakov")
    (True, False)
    """
    if text.isascii():
        return False
    return "Ѐ" <= text[0] <= "ӿ" or any("Ѐ" <= letter <= "ӿ" for letter in text)


def nominative(name: str, case: str | None = None, sex: str | None = None) -> str:
    """Return the nominative of a person's name that stands in the given case.

    Without a case the likeliest is taken: an unknown name in -а is the genitive of a man's. A form
    that the case cannot have was left undeclined and stays. ``sex`` is ``"m"`` or ``"f"``.

    >>> nominative("Стомонякову"), nominative("Элиаве", "dative"), nominative("Рухимовичем")
    ('Стомоняков', 'Элиава', 'Рухимович')
    >>> nominative("Лепа", "dative"), nominative("Стасовой"), nominative("Сурицу")
    ('Лепа', 'Стасова', 'Суриц')
    """
    if not is_cyrillic(name):
        return name
    known = _known(name, case, sex)
    if known is not None:
        return _like(name, known)
    parts = re.split(r"([\s-]+)", name)
    if len(parts) > 1:
        turned = (
            part if i % 2 or part in _particles() else nominative(part, case, sex)
            for i, part in enumerate(parts)
        )
        return "".join(turned)
    return traced(name, case, sex)


def traced(name: str, case: str | None = None, sex: str | None = None) -> str:
    """Return the nominative of a surname by its ending alone, whether or not it is known.

    >>> traced("Вегеру", "dative"), traced("Шатова"), traced("Петровых"), traced("Мжаванадзе")
    ('Вегер', 'Шатов', 'Петровых', 'Мжаванадзе')
    """
    return _traced(name, "surname", case, sex)


def nominative_noun(word: str, case: str | None = None) -> str:
    """Return the nominative of an institution's name in one word.

    >>> nominative_noun("Тракторцентру"), nominative_noun("Сибкрайкома"), nominative_noun("Туркстроя")
    ('Тракторцентр', 'Сибкрайком', 'Туркстрой')
    """
    return _traced(word, "noun", case, None) if is_cyrillic(word) else word


def noun_candidates(word: str) -> Iterator[str]:
    """Yield the word and every nominative that a one-word name may have it from.

    >>> list(noun_candidates("Совзолота"))
    ['Совзолота', 'Совзолот', 'Совзолото', 'Совзолота']
    """
    yield word
    for ending, rules in _endings(word, "noun"):
        for rule in rules:
            if _fits(word, ending, rule):
                yield word[: len(word) - len(ending)] + rule.nominative


def common_case(names: Iterable[str]) -> str | None:
    """Return the case that the names of a list stand in: the one that most of them can have, or None.

    >>> common_case(["Элиаве", "Стомонякову"]), common_case(["Ягода", "Сталин"]), common_case(["Krasin"])
    ('dative', 'nominative', None)
    """
    possible = [_possible(name) for name in names]
    telling = [letters for letters in possible if len(letters) < len(CASES)]
    if not telling:
        return None
    # What looks like a nominative may be undeclined, what looks like a dative is one.
    return max(_OBLIQUE_FIRST, key=lambda case: sum(_LETTERS[case] in letters for letters in telling))


def _possible(name: str) -> set[str]:
    if not is_cyrillic(name):
        return set(_LETTERS.values())
    known = _forms().get(key(name))
    if known:
        return set("".join(cases for _, cases, _ in known))
    part = name.rsplit("-", 1)[-1].rsplit(None, 1)[-1]
    for ending, rules in _endings(part, "surname"):
        cases = "".join(rule.cases for rule in rules if _fits(part, ending, rule))
        if cases:
            return set(cases)
    return set("n")


@cache
def _particles() -> frozenset[str]:
    """Return the small words inside names, «фон», «де», that are never declined."""
    return frozenset(table("name_words")["persons"]["particles"])


@cache
def _forms() -> dict[str, list[list[str]]]:
    forms: dict[str, list[list[str]]] = table("person_names")["forms"]
    return forms


def _known(name: str, case: str | None, sex: str | None) -> str | None:
    letter = _LETTERS[case] if case else ""
    folded = key(name)
    for found, cases, its_sex in _forms().get(folded, ()):
        # a woman's name that ends in a consonant is not declined: «г-жу Сталину» is no Сталин
        if sex == "f" and not its_sex and found[-1] not in _VOWELS and folded != key(found):
            continue
        if (not letter or letter in cases) and (sex is None or its_sex in ("", sex)):
            return found
    return None


def _like(written: str, found: str) -> str:
    """Give a nominative the letters and the capitals that the text has."""
    if written.isupper() and len(written) > 1:
        return found.upper()
    folded, wanted = key(written), key(found)
    same = next((i for i, (a, b) in enumerate(zip(folded, wanted, strict=False)) if a != b), None)
    if same is None:
        same = min(len(folded), len(wanted))
    return written[:same] + found[same:] if len(folded) == len(written) else found


@cache
def _rules(kind: str) -> dict[str, list[_Rule]]:
    raw: dict[str, list[list[Any]]] = table("name_words")["endings"][kind]
    return {ending: [_Rule(*rule) for rule in rules] for ending, rules in raw.items()}


def _endings(word: str, kind: str) -> Iterator[tuple[str, list[_Rule]]]:
    rules = _rules(kind)
    lowered = word.lower()
    for length in range(min(_LONGEST_ENDING, len(word) - 1), -1, -1):
        ending = lowered[len(lowered) - length :]
        if ending in rules:
            yield ending, rules[ending]


def _fits(word: str, ending: str, rule: _Rule) -> bool:
    stem = word[: len(word) - len(ending)]
    if len(stem) < 2 and rule.nominative != ending:
        return False  # «Ма», «Ли»: nothing to decline
    return not rule.after or stem[-1].lower() in rule.after


def _traced(word: str, kind: str, case: str | None, sex: str | None) -> str:
    letter = _LETTERS[case] if case else ""
    for ending, rules in _endings(word, kind):
        for rule in rules:
            if _answers(word, ending, rule, letter) and sex in (None, rule.sex or "m"):
                stem = word[: len(word) - len(ending)]
                return stem + (rule.nominative.upper() if word.isupper() else rule.nominative)
    return word


def _answers(word: str, ending: str, rule: _Rule, letter: str) -> bool:
    if not rule.guess or not _fits(word, ending, rule):
        return False
    if letter:
        return letter in rule.cases
    # «о Шатове» is sure of its ending, a lone -е is rather the dative of a name in -а, -ном an instrumental.
    return rule.cases != "p" or (len(ending) > 1 and ending not in ("ом", "ном", "ком"))


@cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def is_dictionary_word(word: str) -> bool:
    """Tell whether a dictionary of Russian has the word in some form.

    >>> is_dictionary_word("Председателю"), is_dictionary_word("Автогужтранс")
    (True, False)
    """
    return bool(_analyser().word_is_known(word.lower()))


@lru_cache(maxsize=4096)
def is_infinitive(word: str) -> bool:
    """Tell whether a Russian word is an infinitive and nothing else.

    >>> is_infinitive("распространить"), is_infinitive("скатерть"), is_infinitive("печь")
    (True, False, False)
    """
    parses = _analyser().parse(word)
    return is_dictionary_word(word) and all(parse.tag.POS == "INFN" for parse in parses)


def nominative_phrase(phrase: str, case: str | None = None) -> str:
    """Return a common phrase with its head noun, and the adjectives that go with it, in the nominative.

    What depends on the head stays as it is, and so do a phrase that begins with an abbreviation and
    one that is not Russian (an English article is cut off).

    >>> nominative_phrase("Монгольскому руководству"), nominative_phrase("агенту НКВД в Александровске")
    ('Монгольское руководство', 'агент НКВД в Александровске')
    >>> nominative_phrase("колхозам"), nominative_phrase("the collective farms")
    ('колхозы', 'collective farms')
    """
    words = phrase.split()
    if not is_cyrillic(phrase):
        return " ".join(words[1:] if words and words[0].lower() in ("the", "a", "an") else words)
    head = _head(words)
    noun = None if head is None else _noun(words[: head + 1], _GRAMMEMES[case] if case else None)
    if head is None or noun is None:
        return " ".join(_before_acronym(words, case))
    turned = [_turned(word, _matching(word, noun), "nomn") for word in words[:head]]
    turned.append(_turned(words[head], noun, "nomn"))
    return " ".join(turned + _coordinated(words[head + 1 :], noun.tag.case))


def _coordinated(rest: list[str], grammeme: str) -> list[str]:
    """Turn the second of two heads, «колхозам и совхозам», as the first was."""
    if len(rest) < 2 or rest[0] != "и":
        return rest
    case = next((case for case, of_case in _GRAMMEMES.items() if of_case == grammeme), None)
    return ["и", *nominative_phrase(" ".join(rest[1:]), case).split()] if case else rest


def _before_acronym(words: list[str], case: str | None) -> list[str]:
    """Turn the adjective before an abbreviation: «Украинской ССР»."""
    if len(words) < 2 or not words[1].isupper() or len(words[1]) < 2:
        return words
    for grammeme in (_GRAMMEMES[case],) if case else _LIKELY:
        for parse in _analyser().parse(words[0]):
            if parse.tag.POS == "ADJF" and parse.tag.case == grammeme and parse.tag.number == "sing":
                return [_turned(words[0], parse, "nomn"), *words[1:]]
    return words


def _head(words: list[str]) -> int | None:
    """Return the index of the first noun, if only adjectives stand before it."""
    for i, word in enumerate(words[:6]):
        if (word.isupper() and len(word) > 1) or not word[0].isalpha():
            return None
        parts = [str(parse.tag.POS) for parse in _analyser().parse(word)]
        adjective = bool(_ADJECTIVES & set(parts))
        if adjective and _noun(words[: i + 2], None) is not None and i + 1 < len(words):
            continue
        if "NOUN" in parts:
            return i
        if not adjective:
            return None
    return None


def _noun(words: list[str], wanted: str | None) -> Any:
    """Return the likeliest parse of the last word that agrees with the adjectives before it."""
    parses = [p for p in _analyser().parse(words[-1]) if p.tag.POS == "NOUN" and p.tag.case]
    order = (wanted,) if wanted else _LIKELY
    for grammeme in order:
        for parse in parses:
            if parse.tag.case == grammeme and _all_agree(words[:-1], parse):
                return parse
    return None


def _all_agree(adjectives: list[str], noun: Any) -> bool:
    return all(_matching(word, noun) is not None for word in adjectives)


def _matching(word: str, noun: Any) -> Any:
    for parse in _analyser().parse(word):
        tag = parse.tag
        if tag.POS not in _ADJECTIVES or tag.case != noun.tag.case:
            continue
        if tag.number == noun.tag.number and (tag.number == "plur" or tag.gender == noun.tag.gender):
            return parse
    return None


def _capitals(written: str, found: str) -> str:
    """Give a form that the analyser returned (lower case) the capitals and the ё of the text."""
    parts = zip(written.split("-"), found.split("-"), strict=False)
    cased = "-".join(part.capitalize() if old[:1].isupper() else part for old, part in parts)
    return cased if "ё" in written.lower() else cased.replace("ё", "е").replace("Ё", "Е")


def inflected(phrase: str) -> dict[str, str]:
    """Return all six cases of a phrase in the nominative: only for making the vocabulary.

    >>> inflected("Народный комиссариат финансов")["dative"]
    'Народному комиссариату финансов'
    """
    words = phrase.split()
    head = _head(words)
    if head is None:
        return dict.fromkeys(CASES, phrase)
    noun = _noun(words[: head + 1], "nomn")
    if noun is None:
        return dict.fromkeys(CASES, phrase)
    forms = {}
    for case, grammeme in _GRAMMEMES.items():
        turned = [_turned(word, _matching(word, noun), grammeme, noun.tag.animacy) for word in words[:head]]
        forms[case] = " ".join([*turned, _turned(words[head], noun, grammeme), *words[head + 1 :]])
    return forms


def _turned(word: str, parse: Any, grammeme: str, animacy: str | None = None) -> str:
    wanted = {grammeme}
    if grammeme == "accs" and parse is not None and parse.tag.POS != "NOUN" and animacy:
        # only a masculine adjective and a plural one have two accusatives
        wanted |= {animacy} if parse.tag.gender == "masc" or parse.tag.number == "plur" else set()
    changed = None if parse is None else parse.inflect(wanted) or parse.inflect({grammeme})
    return _capitals(word, changed.word) if changed else word
