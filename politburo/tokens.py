"""The tokens of a text: words, digit runs and single marks, each with its place.

Every grammar of :mod:`politburo.values` reads tokens, never characters, so that line breaks,
no-break spaces, soft hyphens and combining accents are dealt with in this one place.

A grammar is a function ``read_x(tokens, at) -> Found[X] | None``: it looks at the tokens from
index ``at`` on and answers with a value and the index behind it, or with None. Looking past the
end is safe: the tokens there are of kind ``END`` and empty.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from politburo.text import Span

__all__ = ["Found", "Kind", "Noise", "Tokens", "key", "keys_of"]

V_co = TypeVar("V_co", covariant=True)

# Grammars look ahead by a bounded number of tokens; beyond the last one they meet these.
_PADDING = 24
# ё and е are written for each other; a soft hyphen is a place to break a line, not a letter.
_FOLD = {ord("ё"): "е", 0xAD: None, ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'"}


class Kind(IntEnum):
    """What a token is made of."""

    END = 0
    WORD = 1
    NUMBER = 2
    MARK = 3


_KINDS = tuple(Kind)


class Noise(NamedTuple):
    """A fault of the text that was undone to read a value: rule slug, what was done, where."""

    rule: str
    message: str
    span: Span


class Found(NamedTuple, Generic[V_co]):
    """What a grammar found: the value, the index of the first token behind it, faults undone."""

    value: V_co
    stop: int
    noise: tuple[Noise, ...] = ()


@cache
def _scanner() -> re.Pattern[str]:
    letter = r"[^\W\d_¹²³⁰⁴-⁹]"
    # Nearly every letter is one of these; the others cost more to tell.
    usual = "[A-Za-zА-яЁё]*+"
    inner = rf"{usual}(?:{letter}++|[\u00AD\u0300-\u036F]++|['’ʼ](?={letter}))*+"
    return re.compile(
        rf"({letter}{inner}(?:\[{letter}{inner}\]{inner})?)"  # in the order of Kind
        r"|(\d+)|([^\s\uFEFF\u200B])"
    )


_SOFT_HYPHEN = "\u00ad"


def _unbracketed(word: str) -> str:
    """Take an editor's brackets and soft hyphens off a word: «Ст[алин]» is Сталин."""
    plain = word.replace(_SOFT_HYPHEN, "") or word if _SOFT_HYPHEN in word else word
    return plain.replace("[", "").replace("]", "") if "[" in plain[1:] else plain


def key(word: str) -> str:
    r"""Return the form of a word under which the vocabulary knows it.

    Lower case, composed, without soft hyphens, ё as е, every apostrophe straight.

    >>> key("Чёрный"), key("зо\u00adлотых"), key("Sud’in")
    ('черный', 'золотых', "sud'in")
    """
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFC", lowered).translate(_FOLD)


@lru_cache(maxsize=1 << 15)
def _key_of(word: str) -> str:
    """Return the key of a word that was met before without working it out again."""
    return key(word)


def keys_of(text: str) -> list[str]:
    """Return the tokens of a text in the vocabulary's form, where their places do not matter.

    >>> keys_of("Бывш. Наркомснабу")
    ['бывш', '.', 'наркомснабу']
    """
    return [_key_of(_unbracketed(match.group())) for match in _scanner().finditer(text)]


class Tokens:
    r"""A text cut into words, digit runs and single marks; parallel lists, one entry a token.

    ``words`` as written but for an editor's brackets («Ст[алин]»), ``keys`` in the vocabulary's
    form (:func:`key`), ``kinds``, ``starts`` and ``stops`` (code points of the text as given) and
    ``breaks``, the number of line breaks that stand before the token (2 or more: a new paragraph).

    >>> t = Tokens("500.000 золотых\n\nрублей")
    >>> t.words[:6], t.breaks[:6]
    (['500', '.', '000', 'золотых', 'рублей', ''], [0, 0, 0, 0, 2, 0])
    >>> t.tight(1), t.tight(3), len(t)
    (True, False, 5)
    """

    __slots__ = ("breaks", "count", "keys", "kinds", "starts", "stops", "text", "words")

    def __init__(self, text: str, start: int = 0, stop: int | None = None) -> None:
        self.text = text
        self.words: list[str] = []
        self.keys: list[str] = []
        self.kinds: list[Kind] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.breaks: list[int] = []
        end = len(text) if stop is None else stop
        self._fill(start, end)
        self.count = len(self.words)
        self._pad(end)

    def _fill(self, start: int, stop: int) -> None:
        matches = list(_scanner().finditer(self.text, start, stop))
        words = [match.group() for match in matches]
        if "[" in self.text or _SOFT_HYPHEN in self.text:
            words = [_unbracketed(word) for word in words]
        self.words.extend(words)
        self.keys.extend(map(_key_of, words))
        self.kinds.extend([_KINDS[match.lastindex or 0] for match in matches])
        self.starts.extend([match.start() for match in matches])
        self.stops.extend([match.end() for match in matches])
        self._count_breaks(start)

    def _count_breaks(self, start: int) -> None:
        last, text, breaks = start, self.text, self.breaks
        for begin, end in zip(self.starts, self.stops, strict=True):
            # One character between two tokens is nearly always a space.
            between = begin - last
            if between > 1:
                breaks.append(text.count("\n", last, begin))
            else:
                breaks.append(1 if between and text[last] == "\n" else 0)
            last = end

    def _pad(self, end: int) -> None:
        for column, filler in ((self.words, ""), (self.keys, "")):
            column.extend([filler] * _PADDING)
        self.kinds.extend([Kind.END] * _PADDING)
        self.starts.extend([end] * _PADDING)
        self.stops.extend([end] * _PADDING)
        self.breaks.extend([0] * _PADDING)

    def __len__(self) -> int:
        """Return the number of tokens, the padding not counted."""
        return self.count

    def tight(self, at: int) -> bool:
        """Tell whether the token stands right behind the one before it, without a space."""
        return at > 0 and self.starts[at] == self.stops[at - 1]

    def joined(self, at: int) -> bool:
        """Tell whether the token is in the same paragraph as the one before: at most one line break."""
        return self.breaks[at] < 2

    def span(self, start: int, stop: int) -> Span:
        """Return the span of the tokens from index ``start`` up to, not including, ``stop``."""
        return Span(self.starts[start], self.stops[stop - 1])

    def reading(self, start: int, stop: int) -> str:
        """Return the text of some tokens as an editor completes it, single spaces between words.

        >>> Tokens("т. Ст[алин]  И.").reading(2, 4)
        'Сталин И'
        """
        quote = " ".join(self.quote(start, stop).replace(_SOFT_HYPHEN, "").split())
        inside = any("[" in self.text[self.starts[i] + 1 : self.stops[i]] for i in range(start, stop))
        return quote.replace("[", "").replace("]", "") if inside else quote

    def quote(self, start: int, stop: int) -> str:
        """Return the text of the tokens from index ``start`` up to, not including, ``stop``."""
        return self.text[self.starts[start] : self.stops[stop - 1]]
