"""The characters of a file without a declared encoding: Unicode first, then by the letters' frequency.

Windows-1251, KOI8-R and CP866 give every byte a meaning, so that a wrong one raises no error: it turns
the text into other letters. In which of them the letters are distributed as in Russian is told by a
sum over the letters, and a capital inside a word speaks against. To add an encoding: a word in
``_CYRILLIC``.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from attrs import frozen

from politburo.sources.errors import SourceError

__all__ = ["Decoded", "decoded"]

_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_NAMES = {"cp1251": "windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866", "cp1252": "windows-1252"}
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Russian letters, the frequent ones first.
_FREQUENT = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ"
_SAMPLE = 200_000
_ENOUGH = 12
_SURE = 0.5


@frozen
class Decoded:
    """A text, the name of its encoding, and what is doubtful about that (empty: nothing is).

    >>> decoded("Протокол заседания Политбюро, пункт 34".encode("koi8-r")).encoding
    'KOI8-R'
    """

    text: str
    encoding: str
    doubt: str = ""


def decoded(data: bytes) -> Decoded:
    """Return the text of some bytes; a byte order mark of UTF-8 stays part of the text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unicode(data, encoding)
    if b"\0" in data:
        return _unicode(data, _unmarked(data))
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        return _damaged(data, error) or _by_letters(data)


def _unicode(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding[:6].upper())
    except UnicodeDecodeError as error:
        raise SourceError(f"not {encoding.upper()}: {error.reason}", f"byte {error.start}") from None


def _unmarked(data: bytes) -> str:
    """Tell UTF-16 without a byte order mark by its high bytes: Latin 0, Cyrillic 4."""
    sample = data[:_SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) % 2 == 0 and high and (high.count(0) + high.count(4)) / len(high) > 0.8:
            return encoding
    raise SourceError(f"not a text: NUL byte at offset {data.index(0)}")


def _damaged(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """Read UTF-8 with a few bytes broken, each as U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken * 20 > sum(not character.isascii() for character in text[:_SAMPLE]):
        return None
    places = f"{broken} place{'s' * (broken > 1)} from byte {error.start} on"
    return Decoded(text, "UTF-8", f"UTF-8 is broken in {places}: U+FFFD stands there")


def _by_letters(data: bytes) -> Decoded:
    sample = _high(data)
    letters = sum(byte >= 0x80 for byte in sample)
    if not re.search(rb"[\x80-\xff]{4}", sample):
        return _western(data)
    scores = {encoding: _russian(sample.decode(encoding, "replace")) / letters for encoding in _CYRILLIC}
    best, second = sorted(_CYRILLIC, key=lambda encoding: -scores[encoding])[:2]
    doubt = ""
    if letters < _ENOUGH or scores[best] - scores[second] < _SURE:
        doubt = f"read as {_NAMES[best]}, but it could be {_NAMES[second]} as well"
    return Decoded(data.decode(best, "replace"), _NAMES[best], doubt)


def _western(data: bytes) -> Decoded:
    """Read a text in Latin letters that has a few quotation marks, dashes or accents besides."""
    text = data.decode("cp1252", "replace")
    return Decoded(text, _NAMES["cp1252"], "few characters tell the encoding: read as windows-1252")


def _high(data: bytes) -> bytes:
    """Return the words of a sample that have a byte beyond ASCII."""
    return b" ".join(re.findall(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*", data[:_SAMPLE]))


@cache
def _weights() -> dict[str, float]:
    low = {letter: 3 - 5 * at / len(_FREQUENT) for at, letter in enumerate(_FREQUENT)}
    return low | {letter.upper(): weight - 0.5 for letter, weight in low.items()} | {"ё": 0, "Ё": -0.5}


def _russian(text: str) -> float:
    """Return how well the letters fit Russian: a sum over the letters."""
    weights = _weights()
    letters = sum(weights.get(character, -2.0) for character in text if not character.isascii())
    return letters - 4 * len(re.findall("[а-яё][А-ЯЁ]", text))
