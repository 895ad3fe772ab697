"""Protocol-and-point codes: «П51/144», ``Pb 98 / 18``, «178(ОП)», «1697-377сс».

    code     = [lead] (paired | pointed | numbered)
    paired   = [prefix ["-"]] number ("/" | dash) point [suffix]   ; a dash only behind a prefix
    pointed  = number suffix                                       ; 178(ОП), 13402rs
    numbered = prefix number                                       ; № П 6028, of a circulated paper
    number   = digits [letter] | digits dash digits                ; 88а, 1697-377
    point    = number | roman | letter                             ; 144, XVII, b
    suffix   = "(ОП)" | "(о. п.)" | dash ("ОП" | "С") | "сс" | "gs" | "rs" …

Prefixes and suffixes are listed in ``vocabulary/data/codes.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import ClassVar, NamedTuple

from attrs import field, frozen

from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.base import Value, parse_whole
from politburo.vocabulary import table

__all__ = ["Code", "read_code"]


@frozen(repr=False)
class Code(Value):
    """The number under which a decision was sent out: protocol, point and suffix.

    A code without a slash numbers a point or paper only; its ``protocol`` is None. The spans tell
    where the two numbers stand.

    >>> code = Code.parse("№ П89/21-С")
    >>> code, code.protocol, code.label, code.secrecy
    (Code.parse('П89/21-С'), '89', '21-С', 'secret')
    """

    kind: ClassVar[str] = "code"

    prefix: str
    protocol: str | None
    point: str
    suffix: str = ""
    protocol_span: Span | None = field(default=None, eq=False, kw_only=True)
    point_span: Span | None = field(default=None, eq=False, kw_only=True)

    @classmethod
    def parse(cls, text: str) -> Code:
        """Read a text that is exactly one code.

        >>> str(Code.parse("8 (о. п.)")), str(Code.parse("#Ст-209/41gs"))
        ('8(о.п.)', 'Ст209/41gs')
        """
        return parse_whole(text, _read_anything, "a protocol-and-point code")

    def __str__(self) -> str:
        """Return the code without spaces."""
        protocol = "" if self.protocol is None else f"{self.protocol}/"
        return f"{self.prefix}{protocol}{self.label}"

    @property
    def label(self) -> str:
        """The decision's number with its suffix: ``178(ОП)``, ``41gs``."""
        return self.point + self.suffix

    @property
    def special_folder(self) -> bool:
        """Whether the suffix puts it in the special folder: «(ОП)», «(о.п.)», «-ОП».

        >>> Code.parse("178(ОП)").special_folder
        True
        """
        return self._mark in _words("special_folder")

    @property
    def secrecy(self) -> str | None:
        """The secrecy that the suffix tells: ``top_secret`` for «сс», ``secret`` for «с», else None.

        >>> Code.parse("1697-377сс").secrecy
        'top_secret'
        """
        return next((level for level in ("top_secret", "secret") if self._mark in _words(level)), None)

    @property
    def _mark(self) -> str:
        return "".join(letter for letter in self.suffix if letter.isalpha())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("codes")[name])


@cache
def _suffixes() -> frozenset[str]:
    return _words("special_folder") | _words("top_secret") | _words("secret") | _words("plain")


class _Piece(NamedTuple):
    """One number of a code, and a suffix that is fused to it in one word (``IVgs``)."""

    text: str
    start: int
    stop: int
    suffix: str = ""


def read_code(tokens: Tokens, at: int) -> Found[Code] | None:
    """Read the code that starts at ``at``, with its «№» where the reading starts there; else None.

    Without «№» or a prefix a code is two Arabic numbers (``85/72``) or bears a suffix of two letters;
    ``9/VIII`` is a date and ``1929/30`` a year. Whether ``1/2`` is a code the caller must know.

    >>> str(read_code(Tokens("Выписка № П51/144"), 1).value)
    'П51/144'
    """
    start = _behind_lead(tokens, at)
    if start == at and tokens.words[at] not in _words("prefix") and tokens.kinds[at] is not Kind.NUMBER:
        return None
    return _read(tokens, at, start, led=start > at)


def _read_anything(tokens: Tokens, at: int) -> Found[Code] | None:
    return _read(tokens, at, _behind_lead(tokens, at), led=True)


def _read(tokens: Tokens, at: int, start: int, *, led: bool) -> Found[Code] | None:
    prefix, number = _prefix(tokens, start)
    if not prefix and tokens.kinds[start] is not Kind.NUMBER:
        return None
    if start == at and _is_inside(tokens, at):
        return None
    found = _paired(tokens, prefix, number) or _single(tokens, prefix, number, led=led)
    if found is None or not (led or prefix or _plainly_a_code(found.value)):
        return None
    return found._replace(value=found.value.read_from(tokens.span(at, found.stop)))


def _is_inside(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is the inside of a word, or of a longer number: ``09/30/50``."""
    if at == 0 or not tokens.tight(at):
        return False
    if tokens.kinds[at - 1] is not Kind.MARK:
        return True
    joined = tokens.words[at - 1] in ("/", ".", ",") or tokens.words[at - 1] in _words("dash")
    return joined and at > 1 and tokens.tight(at - 1) and tokens.kinds[at - 2] is Kind.NUMBER


def _plainly_a_code(code: Code) -> bool:
    """Tell whether a code without «№» and prefix can be one; a date or a year otherwise."""
    if (len(code.suffix) > 1 and code.suffix[-2:].isalpha()) or code.suffix.startswith("("):
        return True
    short = code.protocol is not None and len(code.protocol) < 4 and len(code.point) < 4
    return short and code.point.isdecimal() and not code.suffix


def _behind_lead(tokens: Tokens, at: int) -> int:
    if tokens.words[at] not in _words("lead"):
        return at
    stop = at + 1
    while stop < at + 3 and tokens.words[stop] in (".", "º", "°"):
        stop += 1
    return stop


def _prefix(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the prefix at ``at`` and where the number behind it starts."""
    word = tokens.words[at]
    if word not in _words("prefix"):
        return "", at
    dashed = tokens.words[at + 1] in _words("dash")
    return word, at + 2 if dashed else at + 1


def _paired(tokens: Tokens, prefix: str, at: int) -> Found[Code] | None:
    protocol = _number(tokens, at)
    if protocol is None:
        return None
    slash = protocol.stop
    spaced = not (tokens.tight(slash) and tokens.tight(slash + 1))
    if tokens.words[slash] != "/" and not (prefix and tokens.words[slash] in _words("dash")):
        return None
    if (spaced and not prefix) or tokens.breaks[slash + 1]:
        return None
    if tokens.words[slash + 2] == "/" and tokens.tight(slash + 2):
        return None
    point = _number(tokens, slash + 1) or _roman(tokens, slash + 1) or _letter(tokens, slash + 1)
    return point and _code(tokens, prefix, protocol, point)


def _single(tokens: Tokens, prefix: str, at: int, *, led: bool) -> Found[Code] | None:
    """Read «178(ОП)», ``13402rs``, «1697-377сс» or, behind «№», «П 6028»."""
    point = _decree(tokens, at) or _number(tokens, at)
    if point is None:
        return None
    if prefix:
        return _code(tokens, prefix, None, point) if led and len(point.text) > 2 else None
    found = _code(tokens, prefix, None, point)
    return found if found.value.suffix else None


def _decree(tokens: Tokens, at: int) -> _Piece | None:
    """Read the two numbers of a decree: «1697-377»."""
    digits = tokens.kinds[at] is Kind.NUMBER and tokens.kinds[at + 2] is Kind.NUMBER
    if digits and tokens.words[at + 1] in _words("dash") and tokens.tight(at + 1) and tokens.tight(at + 2):
        return _Piece(f"{tokens.words[at]}-{tokens.words[at + 2]}", at, at + 3)
    return None


def _number(tokens: Tokens, at: int) -> _Piece | None:
    if tokens.kinds[at] is not Kind.NUMBER or len(tokens.words[at]) > 5:
        return None
    after = at + 1
    letter = tokens.words[after]
    lettered = len(letter) == 1 and letter.isalpha() and tokens.tight(after)
    closed = not tokens.tight(after + 1) or tokens.kinds[after + 1] in (Kind.MARK, Kind.END)
    if lettered and (tokens.words[after + 1] == "/" or (closed and letter not in _suffixes())):
        return _Piece(tokens.words[at] + letter, at, after + 1)
    return _Piece(tokens.words[at], at, after)


def _roman(tokens: Tokens, at: int) -> _Piece | None:
    word = tokens.words[at]
    size = next((i for i, letter in enumerate(word) if letter not in table("codes")["roman"]), len(word))
    if size == 0 or (size < len(word) and word[size:] not in _suffixes()):
        return None
    return _Piece(word[:size], at, at + 1, word[size:])


def _letter(tokens: Tokens, at: int) -> _Piece | None:
    word = tokens.words[at]
    return _Piece(word, at, at + 1) if len(word) == 1 and word.isalpha() and tokens.tight(at) else None


def _code(tokens: Tokens, prefix: str, protocol: _Piece | None, point: _Piece) -> Found[Code]:
    suffix, stop = (point.suffix, point.stop) if point.suffix else _suffix(tokens, point.stop)
    value = Code(
        prefix,
        None if protocol is None else protocol.text,
        point.text,
        suffix,
        protocol_span=None if protocol is None else tokens.span(protocol.start, protocol.stop),
        point_span=tokens.span(point.start, stop),
    )
    return Found(value, stop)


def _suffix(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the suffix at ``at`` without its spaces, and where it stops."""
    word = tokens.words[at]
    if word in _suffixes() and (tokens.tight(at) or (len(word) > 1 and tokens.breaks[at] == 0)):
        return word, at + 1
    if word in _words("dash") and tokens.words[at + 1] in _suffixes() and _closed(tokens, at + 2):
        return f"-{tokens.words[at + 1]}", at + 2
    if word != "(":
        return "", at
    stop = at + 1
    while stop < at + 6 and tokens.words[stop] not in (")", ""):
        stop += 1
    inner = "".join(tokens.words[at + 1 : stop])
    if tokens.words[stop] == ")" and inner.replace(".", "") in _words("special_folder"):
        return f"({inner})", stop + 1
    return "", at


def _closed(tokens: Tokens, at: int) -> bool:
    """Tell whether the code ends before ``at``: not the "18-S" of ``18-S-2207``."""
    return not tokens.tight(at) or tokens.words[at] not in _words("dash")
