"""The verbs of a sentence and the names that stand around them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from politburo.reading.mentions import Mention
from politburo.reading.paper import Paper
from politburo.reading.words import words
from politburo.tokens import Tokens
from politburo.values.names import Body, Person
from politburo.values.terms import Action
from politburo.vocabulary import table

__all__ = [
    "NameChain",
    "OrderDraft",
    "Sentence",
    "chain_after",
    "commands",
    "governs",
    "phrase_class",
    "told",
]

# So many words from an English verb stands what decides its class.
_FURTHER = 8


@define
class OrderDraft:
    """An order while its sentence is read."""

    action: Action | None
    tasks: list[Action] = field(factory=list)
    responsible: list[Person | Body] = field(factory=list)

    @property
    def action_name(self) -> str:
        """The class of the order's verb, empty where the verb stands above."""
        return self.action.name if self.action else ""


@frozen
class Sentence:
    """A sentence: the paper and the first and last token of it."""

    paper: Paper
    first: int
    stop: int

    @property
    def tokens(self) -> Tokens:
        """The tokens of the paper."""
        return self.paper.tokens

    def mention(self, at: int) -> Mention | None:
        """Return the mention that begins at a token of the sentence."""
        return self.paper.mentions.at(at) if at < self.stop else None

    def mentions(self) -> Sequence[Mention]:
        """Return the mentions of the sentence in order."""
        return self.paper.mentions.within(self.first, self.stop)

    def words(self, first: int, stop: int) -> list[str]:
        """Return the vocabulary forms of some tokens of the sentence."""
        return self.tokens.keys[first : min(stop, self.stop)]


@frozen
class NameChain:
    """Names joined by commas and conjunctions, and the token behind the last."""

    names: tuple[Person | Body, ...]
    stop: int


def governs(name: str) -> bool:
    """Tell whether verbs of a class take the one told to act and what he is to do.

    >>> governs("charge"), governs("sell")
    (True, False)
    """
    return name in table("actions")["governs"]


def told(mention: Mention | None) -> Person | Body | None:
    """Return the name of a mention, if it is one."""
    return mention.value if mention and isinstance(mention.value, (Person, Body)) else None


def chain_after(sentence: Sentence, at: int) -> NameChain:
    """Read the names that begin at a token: «НКВТ (т. Элиаве) совместно с НКО и НКТП»."""
    names: list[Person | Body] = []
    begin, end = at, at
    while begin < sentence.stop:
        begin = _to_name(sentence, begin)
        name = told(sentence.mention(begin))
        if name is None:
            break
        found = sentence.mention(begin)
        assert found is not None  # noqa: S101  # narrows the type
        names.append(name)
        begin = end = found.stop
        inner = _bracketed(sentence, begin)
        names.extend(inner.names)
        begin = end = max(inner.stop, end)
    return NameChain(tuple(names), end)


def _to_name(sentence: Sentence, at: int) -> int:
    """Step over what joins names and over quotation marks."""
    while at < sentence.stop and (
        sentence.tokens.keys[at] in words("orders", "connectors") or sentence.tokens.words[at] in '«“"'
    ):
        at += 1
    return at


def _bracketed(sentence: Sentence, at: int) -> NameChain:
    """Read the names in a bracket right behind a name; a quotation mark may close before it."""
    tokens = sentence.tokens
    while at < sentence.stop and tokens.words[at] in '»”"':
        at += 1
    if tokens.words[at] != "(":
        return NameChain((), at)
    close = next((i for i in range(at, min(at + 30, sentence.stop)) if tokens.words[i] == ")"), at)
    inner = [told(m) for m in sentence.paper.mentions.within(at, close)]
    return NameChain(tuple(n for n in inner if n is not None), close + 1 if close > at else at)


def phrase_class(keys: Sequence[str], language: str) -> str:
    """Return the class of the verb that opens some words, where others decide it («принять … к сведению»).

    «принять проект и принять к сведению сообщение»: the further words belong to the verb next before them.

    >>> phrase_class(["take", "note", "of", "the", "report"], "en"), phrase_class(["take", "part"], "en")
    ('note', '')
    """
    phrases = table("actions")[f"{language}_phrase"]
    ends = [(end, str(name)) for head, end, name in phrases if head in keys[:1]]
    behind = f" {' '.join(_behind(keys))} " if ends else ""
    return next((name for end, name in ends if f" {end} " in behind), "")


def commands(tokens: Tokens, at: int) -> bool:
    """Tell whether an English order begins at a token: "Postpone …", "Write off …", "Take note of …".

    >>> commands(Tokens("Write off the debts"), 0), commands(Tokens("Written reports"), 0)
    (True, False)
    """
    known = table("actions")["en"]
    words_ = tokens.keys[at : at + _FURTHER]
    return any(" ".join(words_[:n]) in known for n in (1, 2)) or bool(phrase_class(words_, "en"))


def _behind(keys: Sequence[str]) -> Sequence[str]:
    """Return the words behind a verb, up to where it stands again."""
    again = keys.index(keys[0], 1) if keys and keys[0] in keys[1:] else len(keys)
    return keys[1:again]
