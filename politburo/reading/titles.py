"""The subject of a point («О Монголии.») and the names in brackets behind it: who reported."""

from __future__ import annotations

from typing import NamedTuple

from politburo.reading.mentions import Mention
from politburo.reading.paper import Paper
from politburo.reading.verbs import commands
from politburo.reading.words import affixes, words
from politburo.tokens import Kind, Tokens
from politburo.values.base import Status, Value
from politburo.values.names import Body, Person
from politburo.values.person_grammar import read_name, read_person
from politburo.values.person_words import after_honorific, is_known
from politburo.values.terms import Wording
from politburo.vocabulary import table

__all__ = ["Title", "ordered", "read_speakers", "read_title", "titled", "topical"]

# A longer first sentence is no subject.
_LONGEST = 24
_EMPHASIS = frozenset({"*", "#", "_"})


class Title(NamedTuple):
    """The title of a point, the index behind it, and the names that reported."""

    wording: Wording
    stop: int
    speakers: tuple[Person | Body, ...] = ()


def titled(paper: Paper, at: int, stop: int) -> bool:
    """Tell whether the words from a token on look like the subject of a point."""
    return paper.keys[at] in words("titles", "topics") or _noun_title(paper, at, stop)


def topical(paper: Paper, at: int) -> bool:
    """Tell whether a line without a mark begins as the subjects of decisions do."""
    word = paper.keys[at]
    return word in words("titles", "topics") or word.startswith(affixes("titles", "subjects"))


def read_title(paper: Paper, at: int, stop: int) -> Title | None:
    """Read the title that begins at a token; None where an order stands there.

    A title is the first sentence of the line where that begins as subjects do («О …», "On …"), or
    the whole line where no order is in it.
    """
    tokens = paper.tokens
    while at < stop and tokens.words[at] in _EMPHASIS:
        at += 1
    if not titled(paper, at, stop):
        return None
    bracket = _speaker_bracket(paper, at, stop)
    end = bracket or _sentence_end(paper, at, stop)
    last = end
    while last > at and (tokens.words[last - 1] in {".", "*", "_", ":"} or _raised(tokens, last - 1)):
        last -= 1
    speakers = read_speakers(paper, bracket, stop) if bracket else ()
    behind = stop if bracket else min(end + 1, stop)
    return Title(_mended(paper, at, last), behind, speakers) if last > at else None


def _mended(paper: Paper, first: int, stop: int) -> Wording:
    """Return the words of a title, look-alikes of another script in its names undone."""
    plain = paper.wording(first, stop)
    assert plain.span is not None  # noqa: S101  # narrows the type
    text = plain.text
    for mention in paper.mentions.within(first, stop):
        for noise in mention.noise:
            body = mention.value
            if (
                noise.rule == "confusable-character"
                and isinstance(body, Body)
                and body.id is None
                and body.span
            ):
                text = text.replace(body.span.of(paper.tokens.text), str(body))
    if text == plain.text:
        return plain
    return Wording(text, span=plain.span, status=Status.EMENDED)


def _raised(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is the digit of a note mark, fused to a word: «Республики1»."""
    fused = tokens.tight(at) and tokens.words[at - 1].isalpha() and len(tokens.words[at - 1]) > 2
    return fused and tokens.kinds[at] is Kind.NUMBER and len(tokens.words[at]) == 1


def _noun_title(paper: Paper, at: int, stop: int) -> bool:
    """Tell whether a subject without «О» stands there, no order verb in it: «Заявка ОГПУ.»."""
    tokens = paper.tokens
    capital = tokens.words[at][:1].isupper()
    end = _sentence_end(paper, at, stop)
    return capital and end - at <= _LONGEST and not ordered(tokens, at, end)


def ordered(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether an order stands between two tokens."""
    actions, keys = table("actions"), tokens.keys
    if commands(tokens, first):
        return True
    if any(key in actions["ru"] or key in words("english_orders", "shall") for key in keys[first:stop]):
        return True
    auxiliaries = words("english_orders", "auxiliaries")
    return any(keys[at] in auxiliaries and keys[at + 1] == "to" for at in range(first, stop - 1))


def _sentence_end(paper: Paper, at: int, stop: int) -> int:
    """Return the index of the stop that ends the first sentence, or ``stop``."""
    tokens, index = paper.tokens, at
    while index < stop:
        mention = paper.mentions.at(index)
        index = mention.stop if mention and mention.stop <= stop else index
        if index < stop and tokens.words[index] == "." and _ends(tokens, index):
            return index
        index += 1
    return stop


def _ends(tokens: Tokens, at: int) -> bool:
    before, behind = tokens.keys[at - 1], tokens.words[at + 1]
    return (
        before not in words("sentences", "abbreviations")
        and len(before) > 1
        and (not behind or not tokens.tight(at + 1))
    )


def _speaker_bracket(paper: Paper, at: int, stop: int) -> int:
    """Return the index of a bracket at the end of the line that holds names, or 0."""
    tokens = paper.tokens
    last = stop - 1
    while last > at and tokens.words[last] in {".", ":"}:
        last -= 1
    if tokens.words[last] != ")":
        return 0
    begin = next((i for i in range(last, at, -1) if tokens.words[i] == "("), 0)
    return begin if begin and not tokens.tight(begin) and read_speakers(paper, begin, stop) else 0


def read_speakers(paper: Paper, at: int, stop: int) -> tuple[Person | Body, ...]:
    """Read the names in the bracket at a token; a cross-reference in it gives none."""
    tokens = paper.tokens
    close = next((i for i in range(at, stop) if tokens.words[i] == ")"), stop)
    begin = _behind_reference(paper, at + 1, close)
    found = [_as_nominative(paper, mention) for mention in paper.mentions.within(begin, close)]
    named = [v for v in found if isinstance(v, (Person, Body))]
    return tuple(_listed_names(paper, begin, close) if named and _lists_names(paper, begin, close) else named)


def _lists_names(paper: Paper, first: int, stop: int) -> bool:
    """Tell whether nothing but single capitalised words and commas stands there: «(Lezhava, Rykov)»."""
    inner = paper.words[first:stop]
    return "".join(inner).isascii() and all(
        word[:1].isupper() if at % 2 == 0 else word == "," for at, word in enumerate(inner)
    )


def _listed_names(paper: Paper, first: int, stop: int) -> list[Person | Body]:
    read = (read_name(paper.tokens, at, "nominative") for at in range(first, stop, 2))
    return [found.value for found in read if found is not None]


def _as_nominative(paper: Paper, mention: Mention) -> Value:
    """Return a person whom the vocabulary does not know in the form written: «(т. Жвания)» reported."""
    listed = paper.words[mention.first - 1] in {"(", ",", ";"}
    if not isinstance(mention.value, Person) or not listed:
        return mention.value
    start = after_honorific(paper.tokens, mention.first)
    if start is None or start > mention.first + 2 or is_known(paper.tokens, start):
        return mention.value
    again = read_person(paper.tokens, mention.first, "nominative")
    return again.value if again else mention.value


def _behind_reference(paper: Paper, first: int, stop: int) -> int:
    """Skip «ПБ от 12.VII.23 г., пр. № 17, п. 9;», a reference to an earlier decision."""
    tokens = paper.tokens
    marks = [i for i in range(first, stop) if tokens.words[i] == ";"]
    if words("titles", "cites").isdisjoint(tokens.keys[first:stop]):
        return first
    return marks[-1] + 1 if marks else stop
