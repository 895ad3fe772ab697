"""Archival references: ``RGASPI f. 17 op.162 d.18 l. 170``, «АП РФ. Ф. 3. Оп. 30. Д. 195. Л. 67 (А)».

    shelfmark = archive parts | ditto parts | parts            ; in this order, some may be missing
    parts     = [fond] [opis | list] [folder] [delo | document] [leaves]
    fond …    = word ["."] number                              ; ф. 17, Fond R-5446, Record Series 51a
    leaves    = word ["."] leaf { (dash | ",") leaf }
    leaf      = digits [letter] ["об." | "-rev." | "verso" …]
    canonical = archive "/" fond "/" opis "/" delo "/" leaves  ; RGASPI/17/162/18/170-171

The folder of the Foreign Ministry's archive is read over, «Пер.» and «Док.» of the trial collection
stand for opis and delo. «Там же» and a bare «Оп.» take what is missing from the reference before them.
Archives and part words are rows of ``vocabulary/data/archives.toml``; an archive that is not there is
kept as written.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, ClassVar, NamedTuple

from attrs import frozen

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Kind, Noise, Tokens
from politburo.values.base import Status, Value, only_text
from politburo.values.faults import misread_as
from politburo.values.leaves import read_leaves
from politburo.vocabulary import table

__all__ = ["Shelfmark", "may_open_shelfmark", "read_shelfmark"]

_ORDER = ("fond", "opis", "folder", "delo", "leaf")
_RANK = {
    "fond": 0,
    "opis": 1,
    "misread_opis": 1,
    "list": 1,
    "folder": 2,
    "delo": 3,
    "document": 3,
    "leaf": 4,
}


@frozen(repr=False)
class Shelfmark(Value):
    """Where a paper is kept: archive, fond, opis, delo and leaves, each as short as it is written.

    A part that is not given is empty. Ranges of leaves have a plain hyphen, the back of a leaf is «об».

    >>> Shelfmark.parse("РГАЭ. Ф. 413. Оп. 13. Д. 48. Л. 12-13 об.")
    Shelfmark.parse('RGAE/413/13/48/12-13об')
    """

    kind: ClassVar[str] = "shelfmark"

    archive: str
    fond: str
    opis: str = ""
    delo: str = ""
    leaves: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.fond:
            raise ValueError("expected a fond in a shelfmark")
        if any("/" in part for part in self.parts):
            raise ValueError("expected the parts of a shelfmark without a slash")

    @property
    def parts(self) -> tuple[str, str, str, str, str]:
        """Archive, fond, opis, delo and leaves."""
        return self.archive, self.fond, self.opis, self.delo, self.leaves

    @classmethod
    def parse(cls, text: str) -> Shelfmark:
        """Read a text that is exactly one shelfmark, canonical or as the papers write it.

        >>> str(Shelfmark.parse("TsKhSD, f. 89, per. 43, dok. 55, ll. 1-2"))
        'RGANI/89/43/55/1-2'
        """
        only_text(text)
        parts = text.strip().split("/")
        if len(parts) == 5:
            return _canonical(text, parts)
        return _written(text)

    def __str__(self) -> str:
        """Return the five parts, joined by slashes."""
        return "/".join(self.parts)

    def same_file(self, other: Shelfmark) -> bool:
        """Tell whether both lie in the same delo, whatever the leaves.

        >>> Shelfmark.parse("RGASPI/17/3/9/1").same_file(Shelfmark.parse("RGASPI/17/3/9/2"))
        True
        """
        return self.parts[:4] == other.parts[:4]


def _canonical(text: str, parts: list[str]) -> Shelfmark:
    if not parts[1]:
        at = text.index("/") + 1
        raise ParseError("expected a fond after the archive", text, Span(at, at + 1))
    return Shelfmark(*parts, span=Span(0, len(text)))


def _written(text: str) -> Shelfmark:
    tokens = Tokens(text)
    found = read_shelfmark(tokens, 0)
    if found is None:
        archive = _archive(tokens, 0)
        at = archive[1] if archive else 0
        expected = "a fond after the archive" if archive else "a shelfmark"
        raise ParseError(f"expected {expected}", text, _rest(tokens, at))
    stop = _behind_furniture(tokens, found.stop)
    if stop < len(tokens):
        raise ParseError("expected nothing more after the shelfmark", text, _rest(tokens, stop))
    return found.value


def _behind_furniture(tokens: Tokens, at: int) -> int:
    """Return the index behind an edition's copy mark «(А)» and parts left empty: «Д. 14. Л..»."""
    mark = tokens.words[at : at + 3]
    if mark[0] == "(" and len(mark[1]) == 1 and mark[2] == ")":
        at += 3
    stop = _skip_marks(tokens, at)
    part = _part(tokens, stop)
    while part is not None:
        stop = _skip_marks(tokens, part[1])
        part = _part(tokens, stop)
    return stop


def _rest(tokens: Tokens, at: int) -> Span:
    return tokens.span(at, len(tokens)) if at < len(tokens) else Span(tokens.starts[at], tokens.starts[at])


class _Parts(NamedTuple):
    """The parts read, by name, and what was undone."""

    given: dict[str, str]
    stop: int
    noise: tuple[Noise, ...] = ()


def read_shelfmark(tokens: Tokens, at: int, last: Shelfmark | None = None) -> Found[Shelfmark] | None:
    """Read the shelfmark that starts at ``at``; ``last`` is the one before it, for «Там же» and a bare «Оп.».

    >>> tokens = Tokens("РГАСПИ. Ф. 17. Оп. 3. Д. 783. Л. 1–12; Оп. 162. Д. 8. Л. 133–137.")
    >>> first = read_shelfmark(tokens, 0)
    >>> str(read_shelfmark(tokens, first.stop + 1, first.value).value)
    'RGASPI/17/162/8/133-137'
    """
    archive = _archive(tokens, at)
    if archive is not None:
        name, stop = archive
        parts = _read_parts(tokens, stop, folder=name in _with_folder())
        if parts is None or not parts.given.get("fond"):
            return None
        return _found(tokens, at, parts, name, None)
    return _ditto(tokens, at, last) or _bare(tokens, at, last)


@lru_cache(maxsize=1 << 15)
def may_open_shelfmark(word: str, folded: str) -> bool:
    """Tell from a word and its key whether a reference may begin with it: an archive's name, «Там же», «ф.».

    >>> [may_open_shelfmark(word, word.lower()) for word in ("ЦПА", "ф", "Отпустить")]
    [True, True, False]
    """
    known = any(folded in _column(column) for column in ("names", "ditto", "parts"))
    return known or _may_be_archive(word)


def _ditto(tokens: Tokens, at: int, last: Shelfmark | None) -> Found[Shelfmark] | None:
    """Read «Там же. Оп. 166. Д. 388»."""
    phrase = _phrase(tokens, at, "ditto")
    if phrase is None or last is None:
        return None
    parts = _read_parts(tokens, phrase[1], folder=last.archive in _with_folder())
    return None if parts is None else _found(tokens, at, parts, last.archive, last)


def _bare(tokens: Tokens, at: int, last: Shelfmark | None) -> Found[Shelfmark] | None:
    """Read a reference without its archive: «Оп. 162. Д. 8», behind «;» also «Д. 420. Л. 1–68»."""
    part = _part(tokens, at)
    if part is None or part[0] in ("folder", "leaf"):
        return None
    if part[0] == "delo" and (at == 0 or tokens.words[at - 1] != ";"):
        return None
    foldered = last is not None and last.archive in _with_folder()
    parts = _read_parts(tokens, at, folder=foldered, bare=True)
    needed = {"fond": ("opis", "delo"), "opis": ("delo",), "delo": ("leaf",)}
    if parts is None or (last is None and part[0] != "fond"):
        return None
    if not all(parts.given.get(name) for name in needed[_ORDER[_RANK[part[0]]]]):
        return None
    return _found(tokens, at, parts, last.archive if last else "", last)


def _found(tokens: Tokens, at: int, parts: _Parts, archive: str, last: Shelfmark | None) -> Found[Shelfmark]:
    """Return the shelfmark, with what stands before its first part taken from ``last``."""
    names = ("fond", "opis", "delo", "leaf")
    first = min(names.index(name) for name in parts.given if name in names)
    inherited = last.parts[1:] if last else ("",) * 4
    values = [parts.given.get(name, inherited[i] if i < first else "") for i, name in enumerate(names)]
    status = Status.STATED if last is None else Status.INFERRED
    if parts.noise:
        status = Status.EMENDED
    span = tokens.span(at, parts.stop)
    return Found(Shelfmark(archive, *values, span=span, status=status), parts.stop, parts.noise)


@cache
def _column(name: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    ways: dict[str, list[tuple[list[str], str]]] = table("archives")[name]
    return {first: [(tuple(rest), value) for rest, value in way] for first, way in ways.items()}


@cache
def _with_folder() -> frozenset[str]:
    return frozenset(table("archives")["with_folder"])


@cache
def _words(name: str) -> frozenset[str]:
    words: Any = table("archives")["words"][name]
    return frozenset(words)


def _phrase(tokens: Tokens, at: int, column: str) -> tuple[str, int] | None:
    """Return what the phrase at ``at`` stands for and where it stops; stops between words are read over."""
    for rest, value in _column(column).get(tokens.keys[at], ()):
        stop = at + 1
        for word in rest:
            stop += tokens.words[stop] == "." and column == "parts"
            if tokens.keys[stop] != word or tokens.breaks[stop] > 1:
                break
            stop += 1
        else:
            return value, stop
    return None


def _archive(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the archive at ``at`` and where its name stops."""
    known = _phrase(tokens, at, "names")
    if known is not None:
        return known[0], _bracketed(tokens, known[1])
    word = tokens.words[at]
    if tokens.kinds[at] is not Kind.WORD or not _may_be_archive(word):
        return None
    fond = _skip_marks(tokens, at + 1)
    part = _part(tokens, fond) if tokens.breaks[fond] < 2 else None
    return (word, at + 1) if part is not None and part[0] == "fond" else None


def _may_be_archive(word: str) -> bool:
    """Tell whether a word that is no known archive is written like the short name of one."""
    return len(word) > 2 and sum(letter.isupper() for letter in word) > 1


def _bracketed(tokens: Tokens, at: int) -> int:
    """Read over the short name behind a full one: "… of Socio-Political History (RGASPI)"."""
    if tokens.words[at] != "(":
        return at
    inner = _phrase(tokens, at + 1, "names")
    return inner[1] + 1 if inner is not None and tokens.words[inner[1]] == ")" else at


def _part(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return which part the word at ``at`` introduces and where that word stops, its stops included."""
    found = _phrase(tokens, at, "parts")
    if found is None:
        return None
    name, stop = found
    while tokens.words[stop] == "." and tokens.breaks[stop] < 2 and stop < at + 5:
        stop += 1
    return name, stop


def _read_parts(tokens: Tokens, at: int, *, folder: bool, bare: bool = False) -> _Parts | None:
    """Read the parts from ``at`` on; only the first of a ``bare`` reference may open a paragraph."""
    given, noise, stop, rank = dict[str, str](), tuple[Noise, ...](), at, -1
    start = _skip_marks(tokens, at)
    while True:
        part = _part(tokens, start) if tokens.breaks[start] < 2 or (bare and start == at) else None
        if part is None or _RANK[part[0]] <= rank or (part[0] == "folder" and not folder):
            break
        rank = _RANK[part[0]]
        name = _ORDER[rank]
        read = read_leaves(tokens, part[1]) if name == "leaf" else _number(tokens, part[1])
        if read is not None:
            given[name], stop, faults = read
            noise += faults
            noise += _misread(tokens, start) if part[0] == "misread_opis" else ()
        start = _skip_marks(tokens, part[1] if read is None else stop)
    return _Parts(given, stop, noise) if given.keys() - {"folder"} else None


def _misread(tokens: Tokens, at: int) -> tuple[Noise, ...]:
    span = tokens.span(at, at + 1)
    return (misread_as(tokens.words[at], "Оп", "the word for an opis", span),)


def _skip_marks(tokens: Tokens, at: int) -> int:
    """Return the index behind the marks between two parts: stops, commas, a dash for a stop."""
    stop = at
    while stop < at + 4 and tokens.breaks[stop] < 2 and _is_between(tokens.words[stop]):
        stop += 1
    return stop


def _is_between(mark: str) -> bool:
    return mark in (".", ",", ":") or mark in _words("dash")


def _number(tokens: Tokens, at: int) -> tuple[str, int, tuple[Noise, ...]] | None:
    """Read ``17``, ``0111``, ``51a``, ``R-5446``."""
    if tokens.breaks[at] > 1:
        return None
    prefix, start = "", at
    if tokens.kinds[at] is Kind.WORD and len(tokens.words[at]) <= 2:
        dashed = tokens.words[at + 1] in _words("dash")
        prefix = tokens.words[at] + ("-" if dashed else "")
        start = at + 2 if dashed else at + 1
        if not dashed and not tokens.tight(start):
            return None
    if tokens.kinds[start] is not Kind.NUMBER:
        return None
    suffix = start + 1
    if tokens.kinds[suffix] is Kind.WORD and tokens.tight(suffix) and len(tokens.words[suffix]) == 1:
        return prefix + tokens.words[start] + tokens.words[suffix], suffix + 1, ()
    return prefix + tokens.words[start], start + 1, ()
