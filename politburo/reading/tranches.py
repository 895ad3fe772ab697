"""What is set apart within a loan: «выделить НКЗему 800 тыс. и НКПС 900 тыс.», the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from politburo.reading.mentions import Mention
from politburo.reading.verbs import Sentence
from politburo.reading.words import find_phrase, words
from politburo.values.base import Value
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity
from politburo.vocabulary import table

__all__ = ["Sum", "like", "list_begins", "set_apart", "tranches"]

Sum = MonetaryAmount | Quantity

# So many tokens has what a sum is for, up to the next: «45.000 золотых рублей на муку и 12.000».
_PURPOSE = 6


def tranches(sentence: Sentence, whole: Sum | None, principal: Mention | None) -> Iterator[Sum]:
    """Iterate over the sums set apart within a ``whole``: the first, or in kind every one of its unit."""
    parts = find_phrase(sentence.tokens, sentence.first, sentence.stop, "lending", "parts")
    stop = parts[0] if parts else sentence.stop
    sums = [m for m in sentence.mentions() if like(m.value, whole) and m.first < stop]
    found = [m for m in sums if principal is None or m.first != principal.first]
    if principal is None:
        found = [m for m in found if m.value != whole]
    every = isinstance(whole, Quantity) or _sets_apart(sentence)
    yield from _sums(found if every else _coordinated(sentence, found))


def set_apart(sentence: Sentence, whole: Sum | None, principal: Mention) -> Iterator[Sum]:
    """Iterate over the parts of a loan just granted: "…, of which 8 million in 1979"."""
    parts = find_phrase(sentence.tokens, principal.stop, sentence.stop, "lending", "parts")
    if parts:
        yield from _sums(m for m in sentence.mentions() if like(m.value, whole) and m.first >= parts[1])


def _sums(mentions: Iterable[Mention]) -> Iterator[Sum]:
    return (m.value for m in mentions if isinstance(m.value, (MonetaryAmount, Quantity)))


def _coordinated(sentence: Sentence, sums: Sequence[Mention]) -> Iterator[Mention]:
    """Iterate over a sum and those joined to it by «и» and a name: «НКЗему 800 тыс. и НКПС 900 тыс.»."""
    for index, mention in enumerate(sums):
        if index and not _joined(sentence, sums[index - 1].stop, mention.first):
            return
        yield mention


def _joined(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether nothing but «и» and a name, or what the first sum is for, stands between two sums."""
    first, last = sentence.tokens.keys[at], sentence.tokens.keys[stop - 1]
    purposes, connectors = words("lending", "purposes"), words("orders", "connectors")
    # «… рублей на муку и 12.000», «… рублей и сети на 2,6 млн. руб.»
    if stop - at <= _PURPOSE and (
        (first in purposes and last in connectors) or (first in connectors and last in purposes)
    ):
        return True
    named = 0
    while at < stop:
        mention = sentence.mention(at)
        name = mention is not None and mention.value.kind in {"body", "person"}
        if not name and sentence.tokens.keys[at] not in words("orders", "connectors"):
            return False
        named += name
        at = mention.stop if mention is not None and name else at + 1
    return named == 1


def _sets_apart(sentence: Sentence) -> bool:
    """Tell whether the verb divides the loan among purposes: each of the sums is then a tranche."""
    verbs, said = table("actions")["ru"], sentence.words(sentence.first, sentence.stop)
    if any(verbs.get(word) == "allocate" for word in said):
        return True
    return find_phrase(sentence.tokens, sentence.first, sentence.stop, "lending", "setting_apart") is not None


def list_begins(sentence: Sentence) -> int | None:
    """Return the token at which a list of lines begins behind a colon of the sentence."""
    tokens = sentence.tokens
    colons = (
        i + 1
        for i in range(sentence.first, sentence.stop - 1)
        if tokens.words[i] == ":" and tokens.breaks[i + 1]
    )
    return next(colons, None)


def like(value: Value, whole: Sum | None) -> bool:
    """Tell whether a value can be a part of the loan: money of a money loan, goods of its unit in kind."""
    if isinstance(whole, Quantity):
        return isinstance(value, Quantity) and value.unit == whole.unit
    return isinstance(value, MonetaryAmount)
