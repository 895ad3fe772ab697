"""Names that cannot be right: ``НКВР`` for НКВТ, ``ОПТУ`` for ОГПУ, ``Р3 СТО`` for РЗ СТО.

Five faults are undone, and told as noise. A listed confusion (``confusion`` in agencies.toml) whose
wrong form is no body at all; a commissariat in capitals that differs by one similar letter from exactly
one known (``similar_ru``, ``similar_en`` in names.toml); a long name that differs so from the names of
exactly one body (НКЛеглром, ``similar_small``); an unknown abbreviation whose gloss in square brackets
names a body (GKEZ [State Committee for …]); letters of another script or digits among capitals. A wrong
form that is a body itself (НКЮ, НКВД) is left as it stands: :func:`possible_misreadings` tells what it
may be, and whoever knows the date and the other witness decides.
"""

from __future__ import annotations

from functools import cache, lru_cache

from politburo.tokens import Kind, Tokens, key
from politburo.values.body_tree import QUOTED, Draft, body_tree, walk, words
from politburo.values.faults import likely, lookalike
from politburo.values.inflection import is_cyrillic
from politburo.vocabulary import table

__all__ = ["misread", "named_like", "possible_misreadings"]

SHORTEST_LONG_FORM = 6
_ONE_LETTER = "one similar letter away"


def named_like(name: str, written: str) -> str:
    """Return the usual short name of a body in the script of a word.

    >>> named_like("NKVT", "НКВР"), named_like("NKVT", "NKVR")
    ('НКВТ', 'NKVT')
    """
    entry = table("agencies")[name]
    language = "ru" if is_cyrillic(written) else "en"
    return str((entry.get(f"abbr_{language}") or (entry[f"name_{language}"],))[0])


def possible_misreadings(word: str) -> tuple[str, ...]:
    """Return the ids of the bodies that a name is known to be miswritten for.

    >>> possible_misreadings("НКЮ"), possible_misreadings("НКВД"), possible_misreadings("НКФ")
    (('NKO',), ('NKID', 'NKVM'), ())
    """
    return tuple(words()["confusions"].get(key(word), ()))


def misread(tokens: Tokens, at: int) -> Draft | None:
    """Read a name in capitals that is none as the one it must be."""
    word = tokens.words[at]
    if not word[:1].isupper() or tokens.kinds[at] != Kind.WORD:
        return None
    inner = _with_digit_inside(tokens, at)
    if inner is not None:
        return inner
    if not word.isupper() and (len(word) >= SHORTEST_LONG_FORM or not word[:2].isupper()):
        return _long_form(tokens, at)
    if tokens.kinds[at + 1] == Kind.NUMBER and tokens.tight(at + 1):
        return _with_digit(tokens, at)
    if len(word) < 2 or not word.isupper() or key(word) in body_tree():
        return None
    return _listed(tokens, at) or _glossed(tokens, at) or _similar(tokens, at) or _mixed(tokens, at)


def _long_form(tokens: Tokens, at: int) -> Draft | None:
    """Find the one long name that differs by one similar letter: НКЛеглром for НКЛегпром."""
    folded = tokens.keys[at]
    if len(folded) < SHORTEST_LONG_FORM or folded in body_tree():
        return None
    right = _near(folded) or _without_hard_sign(folded)
    return _emended(tokens, at, right, _ONE_LETTER) if right else None


@lru_cache(maxsize=4096)
def _near(folded: str) -> str:
    forms = _alike().get(folded.translate(_shapes()), ())
    pairs = words()["glyphs"]["similar_small"]
    found = {body for form, body in forms if _differs_by_one(folded, form, tuple(pairs))}
    return found.pop() if len(found) == 1 else ""


def _without_hard_sign(folded: str) -> str:
    """Undo an ъ where none can stand, before a consonant: «Совсинъторг» is «Совсиньторг»."""
    before, sign, behind = folded.partition("ъ")
    if not sign or not behind or behind[0] in words()["glyphs"]["behind_hard_sign"]:
        return ""
    leaves = (body_tree().get(before + mended + behind, {}).get("") for mended in ("ь", ""))
    return next((str(leaf[1]) for leaf in leaves if leaf), "")


def _differs_by_one(folded: str, form: str, pairs: tuple[str, ...]) -> bool:
    different = [a + b for a, b in zip(folded, form, strict=True) if a != b]
    return len(different) == 1 and (different[0] in pairs or different[0][::-1] in pairs)


@cache
def _shapes() -> dict[int, str]:
    """Return for each letter that is mistaken for another the one letter that stands for its likes."""
    shapes: dict[str, str] = {}
    for pair in words()["glyphs"]["similar_small"]:
        one, other = (shapes.get(letter, letter) for letter in pair)
        shapes |= dict.fromkeys(pair, one)
        shapes |= {letter: one for letter, shape in shapes.items() if shape == other}
    return {ord(letter): shape for letter, shape in shapes.items()}


@cache
def _alike() -> dict[str, list[tuple[str, str]]]:
    """Return the one-word names of entries by their shape."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, branch in body_tree().items():
        leaf = branch.get("")
        if leaf and leaf[1] and len(form) >= SHORTEST_LONG_FORM and leaf[0] != QUOTED:
            found.setdefault(form.translate(_shapes()), []).append((form, leaf[1]))
    return found


def _glossed(tokens: Tokens, at: int) -> Draft | None:
    """Take an unknown abbreviation for what its gloss names: "GKEZ [State Committee for …]"."""
    word, start = tokens.words[at], at + 2 + (tokens.keys[at + 2] == "the")
    if tokens.words[at + 1] != "[" or not 3 <= len(word) <= 6 or not tokens.words[start][:1].isupper():
        return None
    gloss = walk(body_tree(), tokens, start)
    if gloss is None or not gloss.id or tokens.words[gloss.stop] != "]":
        return None
    initials = "".join(tokens.words[i][0] for i in range(start, gloss.stop) if tokens.words[i][:1].isalpha())
    same = word in (initials, "".join(letter for letter in initials if letter.isupper()))
    return Draft(gloss.id, "", at + 1) if same else _emended(tokens, at, gloss.id, "as the gloss says")


def _listed(tokens: Tokens, at: int) -> Draft | None:
    right = possible_misreadings(tokens.words[at])
    return _emended(tokens, at, right[0], "a known confusion") if len(right) == 1 else None


def _similar(tokens: Tokens, at: int) -> Draft | None:
    """Find the one institution that differs by one similar letter; of several none is chosen.

    In English capitals only commissariats are looked for: other words stand in capitals too.
    """
    word = tokens.words[at]
    commissariat = word.startswith(("НК", "NK"))
    if not 4 <= len(word) <= 6 or not (commissariat or is_cyrillic(word)):
        return None
    pairs = words()["glyphs"]["similar_ru" if is_cyrillic(word) else "similar_en"]
    known = words()["short_names"]
    found = {known[other] for other in _neighbours(word, tuple(pairs)) if other in known}
    if len(found) > 1 and commissariat:
        return _undecided(tokens, at, sorted(found))
    return _emended(tokens, at, found.pop(), _ONE_LETTER) if len(found) == 1 else None


def _undecided(tokens: Tokens, at: int, found: list[str]) -> Draft:
    """Keep a name that cannot be right where several may be meant, and say so."""
    word = tokens.words[at]
    names = "» or «".join(named_like(name, word) for name in found)
    noise = likely(
        f"there is no body «{word}»", names, "each one similar letter away", tokens.span(at, at + 1)
    )
    return Draft("", word, at + 1, (noise,))


def _neighbours(word: str, pairs: tuple[str, ...]) -> list[str]:
    found = []
    kept = 2 if word.startswith(("НК", "NK")) else 1
    for i, letter in enumerate(word[kept:], kept):
        others = (pair.replace(letter, "") for pair in pairs if letter in pair)
        found += [key(word[:i] + other + word[i + 1 :]) for other in others]
    return found


def _emended(tokens: Tokens, at: int, right: str, why: str) -> Draft:
    word = tokens.words[at]
    noise = likely(f"there is no body «{word}»", named_like(right, word), why, tokens.span(at, at + 1))
    return Draft(right, "", at + 1, (noise,), emended=True)


def _mixed(tokens: Tokens, at: int) -> Draft | None:
    """Read Latin letters among, or instead of, the Cyrillic ones they look like."""
    word = tokens.words[at]
    if not set(word) & set(_latin()):
        return None
    return _confusable(tokens, at, "".join(_latin().get(letter, letter) for letter in word), at + 1)


@cache
def _latin() -> dict[str, str]:
    found: dict[str, str] = words()["glyphs"]["latin"]
    return found


def _with_digit_inside(tokens: Tokens, at: int) -> Draft | None:
    """Read «Гос6анку»: a digit for a letter inside a name."""
    digit = tokens.words[at + 1]
    letter = words()["glyphs"]["digits"].get(digit) if len(digit) == 1 and tokens.tight(at + 1) else None
    if letter is None or tokens.kinds[at + 2] != Kind.WORD or not tokens.tight(at + 2):
        return None
    behind = tokens.words[at + 2]
    written = letter.lower() if behind.islower() else letter
    return _confusable(tokens, at, tokens.words[at] + written + behind, at + 3)


def _with_digit(tokens: Tokens, at: int) -> Draft | None:
    """Read «Р3», «НК0»: a digit for the last letter."""
    letters = words()["glyphs"]["digits"]
    digit = letters.get(tokens.words[at + 1])
    if digit is None or not is_cyrillic(tokens.words[at]) or not tokens.words[at].isupper():
        return None
    return _confusable(tokens, at, tokens.words[at] + digit, at + 2)


def _confusable(tokens: Tokens, at: int, right: str, stop: int) -> Draft | None:
    draft = walk(body_tree(), tokens, stop - 1, key(right))
    if draft is None:
        return None
    noise = lookalike(tokens.quote(at, stop), right, "letters of one script", tokens.span(at, stop))
    return draft._replace(noise=(noise, *draft.noise), emended=True)
