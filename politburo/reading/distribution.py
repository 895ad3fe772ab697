"""Who was sent an extract, and of which sub-points: «Берману — все, Эйхе — а, б»."""

from __future__ import annotations

from typing import NamedTuple

from politburo.reading.layout import Paper
from politburo.records import Recipient
from politburo.text import Span
from politburo.tokens import Found, Kind, Tokens
from politburo.values.names import Body, Person
from politburo.values.person_grammar import read_name

__all__ = ["read_recipients"]

_DASHES = frozenset("-–—")  # noqa: RUF001
_HONORIFICS = frozenset({"т", "тт", "тов", "товарищам", "cde", "cdes", "comrade", "comrades", "cmrds", "com", "c", "vol"})
_OFFICES = frozenset({"chairman", "minister", "director", "head", "chief", "ambassador", "prosecutor", "commander", "председателю", "министру", "начальнику", "директору", "прокурору"})
_FILLERS = frozenset({"to", "the", "and", "и", "also"})
_ALL = frozenset({"все", "all"})
_SCOPE_WORDS = frozenset({"п", "пп", "p", "pp", "item", "items", "point", "points", "paragraph", "paragraphs", "all"})
_SCOPE_FILLERS = frozenset({"п", "пп", "p", "pp", "item", "items", "point", "points", "paragraph", "paragraphs", ".", ",", "and", "и"})


class _Entry(NamedTuple):
    """A name of the list, the offset behind it and its scope, if it has one of its own."""

    party: Person | Body
    span: Span
    scope: tuple[str, ...]


class _Scope(NamedTuple):
    labels: tuple[str, ...]
    stop: int
    shared: bool


def read_recipients(paper: Paper, first: int, stop: int) -> tuple[Recipient, ...]:
    """Read the list of names between two tokens, each with its scope.

    A scope in brackets belongs to the name it follows; after a dash, to every name back to the
    semicolon or the previous scope.
    """
    tokens, at = paper.tokens, first
    done: list[_Entry] = []
    open_from = 0
    while at < stop:
        at = _over_fillers(tokens, at, stop)
        found = _name(tokens, at, stop) if at < stop and tokens.words[at][:1].isupper() else None
        if found is None:
            open_from = len(done) if tokens.words[at] == ";" else open_from
            at += 1
            continue
        scope = _read_scope(tokens, found.stop, stop)
        done.append(_Entry(found.value, _name_span(found.value, tokens, at, found.stop), ()))
        at = scope.stop if scope else found.stop
        if scope:
            begin = open_from if scope.shared else len(done) - 1
            end = tokens.stops[scope.stop - 1]
            done[begin:] = [e if e.scope else e._replace(scope=scope.labels) for e in done[begin:]]
            done[-1] = done[-1]._replace(span=Span(done[-1].span.start, end))
            open_from = len(done)
    return tuple(Recipient(e.party, e.scope, span=e.span, status=e.party.status) for e in done)


def _name(tokens: Tokens, at: int, stop: int) -> Found[Person | Body] | None:
    """Read one name; an abbreviated one («Вост. Сиб. Край») as it stands."""
    if tokens.keys[at] in _OFFICES:
        return _office(tokens, at, stop)
    end = at
    while end < stop and tokens.words[end + 1] == "." and len(tokens.words[end]) > 1 and tokens.words[end + 2][:1].isupper():
        end += 2
    if end == at or tokens.kinds[end] is not Kind.WORD:
        return read_name(tokens, at)
    span = tokens.span(at, end + 1)
    return Found(Body(name=" ".join(span.of(tokens.text).split()), span=span), end + 1)


def _office(tokens: Tokens, at: int, stop: int) -> Found[Person | Body]:
    """Read an office as addressee, as written: "the Minister of Finance (paragraph 5)"."""
    ends = (i for i in range(at, stop) if tokens.words[i] in {",", ";", "(", "."} or tokens.words[i] in _DASHES)
    end = next(ends, stop)
    span = tokens.span(at, end)
    return Found(Body(name=" ".join(span.of(tokens.text).split()), span=span), end)


def _name_span(party: Person | Body, tokens: Tokens, first: int, stop: int) -> Span:
    return party.span or tokens.span(first, stop)


def _over_fillers(tokens: Tokens, at: int, stop: int) -> int:
    while at < stop and (
        tokens.keys[at] in _FILLERS
        or (tokens.keys[at] in _HONORIFICS and tokens.words[at + 1] in {".", ":", "т", "Т"})
        or tokens.keys[at] in _HONORIFICS - {"т", "c"}
        or tokens.words[at] in {".", ",", ":", "(", ")", "«", "»", '"'}
    ):
        at += 1
    return at


def _read_scope(tokens: Tokens, at: int, stop: int) -> _Scope | None:
    if tokens.words[at] == "(":
        close = next((i for i in range(at, min(at + 24, stop)) if tokens.words[i] == ")"), 0)
        labels = _labels(tokens, at + 1, close) if close else ()
        return _Scope(labels, close + 1, shared=False) if labels else None
    if tokens.words[at] in _DASHES:
        end = _scope_end(tokens, at + 1, stop)
        labels = _labels(tokens, at + 1, end)
        return _Scope(labels, end, shared=True) if labels else None
    if tokens.words[at] == "," and tokens.keys[at + 1] in _SCOPE_WORDS:
        end = _scope_end(tokens, at + 1, stop)
        return _Scope(_labels(tokens, at + 1, end), end, shared=True)
    return None


def _scope_end(tokens: Tokens, at: int, stop: int) -> int:
    """Return the index behind the labels of a scope that no bracket closes."""
    end = at
    while at < stop and (_is_label(tokens, at) or tokens.keys[at] in _SCOPE_FILLERS or tokens.words[at] in "«»"):
        at += 1
        if _is_label(tokens, at - 1) or tokens.words[at - 1] == "»":
            end = at
    return end


def _is_label(tokens: Tokens, at: int) -> bool:
    word, key = tokens.words[at], tokens.keys[at]
    if key in _SCOPE_FILLERS and (len(key) > 1 or tokens.words[at + 1] == "."):
        return False
    if tokens.kinds[at] is Kind.NUMBER or key in _ALL:
        return True
    letter = len(word) == 1 and word.isalpha() and word.islower() and word != "т"
    if key == "и":
        # «и» joins labels unless a list has come to the letter и.
        return False
    return letter or (bool(word) and set(word) <= set("IVXХ")) or key in {"первое", "второе", "третье", "четвертое", "first", "second", "third", "fourth", "fifth"}


def _labels(tokens: Tokens, first: int, stop: int) -> tuple[str, ...]:
    labels = [tokens.words[i] for i in range(first, stop) if _is_label(tokens, i)]
    return tuple(label.lower() if label.lower() in _ALL else label for label in labels)
