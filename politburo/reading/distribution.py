"""Who was sent an extract, and of which sub-points: «Берману — все, Эйхе — а, б»."""

from __future__ import annotations

from typing import NamedTuple

from politburo.reading.marks import ordinals
from politburo.reading.words import words
from politburo.records import Recipient
from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.names import Body, Person
from politburo.values.person_grammar import read_name

__all__ = ["read_recipients"]

_DASHES = frozenset("-–—")
_BETWEEN = frozenset({".", ",", ":", "(", ")", "«", "»", '"'})
_OFFICE_ENDS = frozenset({",", ";", "(", "."})
_ROMAN = frozenset("IVXХ")
# An abbreviated part of a name («Вост. Сиб. Край») is no longer than this.
_ABBREVIATED = 4
_BRACKET = 24


class _Entry(NamedTuple):
    """A name of the list, its place and its scope."""

    party: Person | Body
    span: Span
    scope: tuple[str, ...] = ()


class _Scope(NamedTuple):
    """The labels of a scope, the index behind it, whether names before share it."""

    labels: tuple[str, ...]
    stop: int
    shared: bool


def read_recipients(tokens: Tokens, first: int, stop: int) -> tuple[Recipient, ...]:
    """Read the list of names between two tokens, each with its scope.

    A scope in brackets belongs to the name it follows; after a dash, to every name back to the
    semicolon or the previous scope.

    >>> tokens = Tokens("т.т. Берману, Ягоде — все; Эйхе — а, б; Гринько (4)")
    >>> [str(recipient) for recipient in read_recipients(tokens, 0, len(tokens))]
    ['Берман [все]', 'Ягода [все]', 'Эйхе [а, б]', 'Гринько [4]']
    """
    entries: list[_Entry] = []
    sharing, at = 0, first
    while at < stop:
        at = _over_fillers(tokens, at, stop)
        found = _name(tokens, at, stop) if at < stop and tokens.words[at][:1].isupper() else None
        if found is None:
            sharing = len(entries) if tokens.words[at] == ";" else sharing
            at += 1
            continue
        entries.append(_Entry(found.value, found.value.span or tokens.span(at, found.stop)))
        scope = _read_scope(tokens, found.stop, stop)
        at = scope.stop if scope else found.stop
        if scope:
            _limit(entries, scope, sharing, tokens.stops[scope.stop - 1])
            sharing = len(entries)
    return tuple(Recipient(e.party, e.scope, span=e.span, status=e.party.status) for e in entries)


def _limit(entries: list[_Entry], scope: _Scope, sharing: int, end: int) -> None:
    """Give a scope to the last name, or to all that share it; the last one's place covers it."""
    begin = sharing if scope.shared else len(entries) - 1
    entries[begin:] = [e if e.scope else e._replace(scope=scope.labels) for e in entries[begin:]]
    entries[-1] = entries[-1]._replace(span=Span(entries[-1].span.start, end))


# --- names --------------------------------------------------------------------------------------


def _name(tokens: Tokens, at: int, stop: int) -> Found[Person | Body] | None:
    """Read one name: a person, a body, an office, or an abbreviated name («Вост. Сиб. Край») as it stands."""
    if tokens.keys[at] in words("distribution", "offices"):
        return _as_written(tokens, at, _office_end(tokens, at, stop))
    end = at
    while _is_abbreviated(tokens, end) and end + 2 < stop:
        end += 2
    return read_name(tokens, at) if end == at else _as_written(tokens, at, end + 1)


def _is_abbreviated(tokens: Tokens, at: int) -> bool:
    """Tell whether a shortened word, its stop and a capitalised word stand in one line."""
    short = 1 < len(tokens.words[at]) <= _ABBREVIATED and tokens.words[at + 1] == "."
    goes_on = tokens.words[at + 2][:1].isupper() and not tokens.breaks[at + 2]
    return short and goes_on and tokens.kinds[at + 2] is Kind.WORD


def _office_end(tokens: Tokens, at: int, stop: int) -> int:
    ends = (i for i in range(at, stop) if tokens.words[i] in _OFFICE_ENDS or tokens.words[i] in _DASHES)
    return next(ends, stop)


def _as_written(tokens: Tokens, first: int, stop: int) -> Found[Person | Body]:
    span = tokens.span(first, stop)
    return Found(Body(name=tokens.reading(first, stop), span=span), stop)


def _over_fillers(tokens: Tokens, at: int, stop: int) -> int:
    while at < stop and _is_filler(tokens, at):
        at += 1
    return at


def _is_filler(tokens: Tokens, at: int) -> bool:
    """Tell whether a token only stands between names: a mark, a conjunction, an honorific."""
    key = tokens.keys[at]
    if tokens.words[at] in _BETWEEN or key in words("distribution", "fillers"):
        return True
    stopped = tokens.words[at + 1] in {".", ":"} or tokens.keys[at + 1] == "т"
    return key in words("distribution", "honorifics") or (
        stopped and key in words("distribution", "short_honorifics")
    )


# --- scopes -------------------------------------------------------------------------------------


def _read_scope(tokens: Tokens, at: int, stop: int) -> _Scope | None:
    """Read the scope behind a name: «(все)», «— а, б», ", items 2 and 3"."""
    if tokens.words[at] == "(":
        close = next((i for i in range(at, min(at + _BRACKET, stop)) if tokens.words[i] == ")"), at)
        return _scope(tokens, at + 1, close, close + 1, shared=False)
    worded = tokens.keys[at + 1] in words("distribution", "scope_words") | words("distribution", "all")
    if tokens.words[at] in _DASHES or (tokens.words[at] == "," and worded):
        end = _scope_end(tokens, at + 1, stop)
        return _scope(tokens, at + 1, end, end, shared=True)
    return None


def _scope(tokens: Tokens, first: int, end: int, stop: int, *, shared: bool) -> _Scope | None:
    labels = tuple(_label(tokens, at) for at in range(first, end) if _is_label(tokens, at))
    return _Scope(labels, stop, shared) if labels else None


def _label(tokens: Tokens, at: int) -> str:
    """Return a label as written; "All" is "all"."""
    return tokens.keys[at] if tokens.keys[at] in words("distribution", "all") else tokens.words[at]


def _scope_end(tokens: Tokens, at: int, stop: int) -> int:
    """Return the index behind the labels of a scope that no bracket closes."""
    end = at
    while at < stop and (_is_label(tokens, at) or _joins_labels(tokens, at)):
        at += 1
        if _is_label(tokens, at - 1) or tokens.words[at - 1] == "»":
            end = at
    return end


def _joins_labels(tokens: Tokens, at: int) -> bool:
    key = tokens.keys[at]
    joint = key in words("distribution", "scope_words") or key in words("distribution", "scope_joints")
    return joint or tokens.words[at] in {".", ",", "«", "»"}


def _ends_label(tokens: Tokens, at: int) -> bool:
    """Tell whether a label in capitals ends here, which an initial does not: «Микояну — А, В.»."""
    last = tokens.words[at] == "." and (tokens.breaks[at + 1] > 0 or tokens.kinds[at + 1] is Kind.END)
    return last or tokens.words[at] in {",", ";", ")", "»", ""}


def _is_label(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is the label of a sub-point: «а», «4», «IV», «Первое», or «все»."""
    word, key = tokens.words[at], tokens.keys[at]
    if key in words("distribution", "scope_joints"):
        return False
    if key in words("distribution", "scope_words") and (len(key) > 1 or tokens.words[at + 1] == "."):
        return False
    if tokens.kinds[at] is Kind.NUMBER or key in words("distribution", "all") or key in ordinals():
        return True
    letter = len(word) == 1 and word.isalpha() and word.islower() and word != "т"
    capital = len(word) == 1 and word.isupper() and _ends_label(tokens, at + 1)
    return letter or capital or (bool(word) and _ROMAN.issuperset(word))
