"""Names that cannot be right: ``НКВР`` for НКВТ, ``ОПТУ`` for ОГПУ, ``Р3 СТО`` for РЗ СТО.

Three faults are undone, and told as noise. A listed confusion (``confusion`` in agencies.toml) whose
wrong form is no body at all; a commissariat in capitals that differs by one similar letter from exactly
one known (``similar_ru``, ``similar_en`` in names.toml); letters of another script or digits among
capitals. A wrong form that is a body itself (НКЮ, НКВД) is left as it stands:
:func:`possible_misreadings` tells what it may be, and whoever knows the date and the other witness decides.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Noise, Tokens, key
from politburo.values.body_tree import Draft, body_tree, walk, words
from politburo.values.inflection import is_cyrillic

__all__ = ["misread", "possible_misreadings"]


def possible_misreadings(word: str) -> tuple[str, ...]:
    """Return the ids of the bodies that a name is known to be miswritten for.

    >>> possible_misreadings("НКЮ"), possible_misreadings("НКВД"), possible_misreadings("НКФ")
    (('NKO',), ('NKID', 'NKVM'), ())
    """
    return tuple(words()["confusions"].get(key(word), ()))


def misread(tokens: Tokens, at: int) -> Draft | None:
    """Read a name in capitals that is none as the one it must be."""
    word = tokens.words[at]
    if not word[:2].isupper() or tokens.kinds[at] != Kind.WORD:
        return None
    if tokens.kinds[at + 1] == Kind.NUMBER and tokens.tight(at + 1):
        return _with_digit(tokens, at)
    if len(word) < 2 or not word.isupper() or key(word) in body_tree():
        return None
    return _listed(tokens, at) or _similar(tokens, at) or _mixed(tokens, at)


def _listed(tokens: Tokens, at: int) -> Draft | None:
    right = possible_misreadings(tokens.words[at])
    return _emended(tokens, at, right[0]) if len(right) == 1 else None


def _similar(tokens: Tokens, at: int) -> Draft | None:
    """Find the one commissariat that differs from the word by one similar letter."""
    word = tokens.words[at]
    if not word.startswith(("НК", "NK")) or not 4 <= len(word) <= 6:
        return None
    pairs = words()["glyphs"]["similar_ru" if is_cyrillic(word) else "similar_en"]
    known = words()["short_names"]
    found = {known[other] for other in _neighbours(word, tuple(pairs)) if other in known}
    return _emended(tokens, at, found.pop()) if len(found) == 1 else None


def _neighbours(word: str, pairs: tuple[str, ...]) -> list[str]:
    found = []
    for i, letter in enumerate(word[2:], 2):
        others = (pair.replace(letter, "") for pair in pairs if letter in pair)
        found += [key(word[:i] + other + word[i + 1 :]) for other in others]
    return found


def _emended(tokens: Tokens, at: int, right: str) -> Draft:
    message = f"there is no “{tokens.words[at]}”: most likely {right} is meant"
    noise = Noise("probable-misreading", message, tokens.span(at, at + 1))
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
    message = f"“{tokens.quote(at, stop)}” was read as “{right}”"
    noise = Noise("confusable-character", message, tokens.span(at, stop))
    return draft._replace(noise=(noise, *draft.noise), emended=True)
