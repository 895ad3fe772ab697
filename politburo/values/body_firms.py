"""Firms: ``“Катерпиллар”``, ``фирмой Сименс``, ``the firm Johnson Matthey``, ``the Wärtsilä company``.

::

    quoted = quote Name { Name } quote            (* not a ship, a newspaper, an aircraft *)
    behind = firm [ "of" ] Name { [ "&" ] Name } [ "Co." ]
    before = "the" Name { Name } "company"

Behind a word for a firm («фирма», «издательство», "company") the name stands undeclined and is kept as
written; any other single word in quotation marks is traced back to its nominative. What a nation's firm
is called («английской фирме», "the American company") is no name.

To add a word for a firm: ``firms`` (before quotation marks) and ``firms_named`` (before a bare name) in
``vocabulary/data/names.toml``; then ``python -m politburo.vocabulary``.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Tokens
from politburo.values.body_compounds import ending_as
from politburo.values.body_titles import in_title
from politburo.values.body_tree import Draft, body_tree, group, groups, in_quotes, walk
from politburo.values.inflection import is_cyrillic, nominative_noun
from politburo.values.person_words import is_known

__all__ = ["firm", "quoted"]

_CLOSING = frozenset('»”“"‟')
_PREPOSITIONS = frozenset(("о", "об", "по", "на", "за", "из", "к", "в", "on", "about"))
_LONGEST_QUOTE = 5
_MOST_WORDS = 5


def quoted(tokens: Tokens, at: int) -> Draft | None:
    """Read a name between quotation marks, unless what stands before it is no firm.

    >>> quoted(Tokens("издательству «Красная новь» ссуду"), 2).name
    'Красная новь'
    """
    if not in_quotes(tokens, at):
        return None
    stop = at
    while (
        stop - at <= _LONGEST_QUOTE
        and tokens.words[stop] not in _CLOSING
        and tokens.words[stop] not in ("", ".", ";")
    ):
        stop += 1
    before = tokens.keys[at - 2] if at > 1 else ""
    of_firm = before in group("firms")
    if (
        tokens.words[stop] not in _CLOSING
        or before in group("no_firms")
        or not _is_a_name(tokens, at, stop, of_firm)
    ):
        return None
    if of_firm or stop - at > 1 or not is_cyrillic(tokens.words[at]):
        return Draft("", tokens.reading(at, stop), stop)
    return Draft("", _quoted_nominative(tokens.words[at]), stop)


def _is_a_name(tokens: Tokens, at: int, stop: int, of_firm: bool) -> bool:  # noqa: FBT001
    """Tell whether every word between the marks has a capital (of a firm the first), and it is no paper."""
    if tokens.reading(at, stop) in groups("not_quoted"):
        return False
    if of_firm or tokens.keys[at] in _PREPOSITIONS:
        return of_firm and tokens.words[at][:1].isupper()
    return all(tokens.words[i][:1].isupper() or tokens.words[i] in "-&" for i in range(at, stop))


def _quoted_nominative(word: str) -> str:
    # «Нафта» may be a nominative: a final -а is taken off only where a known ending appears.
    known = ending_as(word)
    if known is not None or word[-1:] in "аяоие" or word.isupper():
        return known or word
    return nominative_noun(word)


# ---- without quotation marks ---------------------------------------------------------------------


def firm(tokens: Tokens, at: int) -> Draft | None:
    """Read the name behind a word for a firm, or before one.

    >>> firm(Tokens("to the firm Johnson Matthey 850 kg"), 3).name
    'Johnson Matthey'
    >>> firm(Tokens("the American company"), 1) is None
    True
    """
    before = at - 2 if tokens.keys[at - 1] == "of" and at > 1 else at - 1
    if (
        at == 0
        or tokens.keys[before] not in _before_firms()
        or not tokens.joined(at)
        or not _may_begin(tokens, at)
    ):
        return None
    if tokens.keys[before] in group("firms_named") and tokens.words[before][-1:].islower():
        stop = _behind_name(tokens, at)
        return Draft("", tokens.reading(at, stop), stop)
    if tokens.keys[at - 1] != "the" or not tokens.words[at][-1:].islower():
        return None
    stop = _behind_name(tokens, at)
    named = tokens.keys[stop].removesuffix("'s") in groups("firms_behind") and tokens.words[stop].islower()
    return Draft("", tokens.reading(at, stop), stop) if named and tokens.joined(stop) else None


@cache
def _before_firms() -> frozenset[str]:
    return group("firms_named") | {"the"}


def _may_begin(tokens: Tokens, at: int) -> bool:
    word, folded = tokens.words[at], tokens.keys[at]
    if (
        not in_title(tokens, at)
        or len(word) < 2
        or folded in group("not_first")
        or folded in group("not_firms")
    ):
        return False
    if tokens.keys[at - 1] == "of" and is_known(tokens, at):
        return False
    return folded not in group("places") and walk(body_tree(), tokens, at) is None


def _behind_name(tokens: Tokens, at: int) -> int:
    """Return the index behind the capitalised words of a name, «Otto Wolff & Co.»."""
    stop = at + 1
    while stop - at < 2 * _MOST_WORDS:
        mark = tokens.words[stop] in ("-", "&") and tokens.kinds[stop + 1] == Kind.WORD
        if mark and (tokens.words[stop] == "&" or tokens.tight(stop)):
            stop += 2
        elif _goes_on(tokens, stop):
            stop += 1
        else:
            break
    shortened = tokens.words[stop] == "." and tokens.keys[stop - 1] in groups("firms_shortened")
    return stop + 1 if shortened else stop


def _goes_on(tokens: Tokens, at: int) -> bool:
    if not in_title(tokens, at) or tokens.breaks[at] or tokens.keys[at] in group("places"):
        return False
    return walk(body_tree(), tokens, at) is None
