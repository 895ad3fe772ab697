"""The terms of a loan: for how long, after what time, for what, through whom, how it is paid back.

«заем на содержание армии … с выдачей в течение трех лет, с погашением начиная через два года в течение
четырех лет»: three periods of time, told apart by the word that governs each.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

from politburo.reading.mentions import Mention
from politburo.reading.verbs import Sentence, chain_after
from politburo.reading.words import affixes, words
from politburo.values.durations import Duration
from politburo.values.names import Body, Person
from politburo.values.terms import Wording

__all__ = ["Period", "periods", "read_operators", "read_purpose", "read_repayment"]

_WINDOW = 8
_ENDED_BY = frozenset({"money", "quantity", "duration", "rate", "date"})
_STOPS = frozenset(",;:().«»")


class Period(enum.Enum):
    """What a period of time is to a loan: that of repayment, of grace before it, or of issuing it."""

    TERM = "term"
    GRACE = "grace"
    DISBURSEMENT = "disbursement"


def periods(sentence: Sentence) -> Iterator[tuple[Period, Duration]]:
    """Iterate over the periods of time of a sentence that are terms of its loan."""
    since, before = sentence.first, None
    for mention in sentence.mentions():
        if not isinstance(mention.value, Duration):
            continue
        role = _governed(sentence, mention, since)
        if role is None and (_is_term(sentence, mention) or _follows(before, mention, since)):
            role = Period.TERM
        if role is not None:
            yield role, mention.value
        since, before = mention.stop, role


def _governed(sentence: Sentence, mention: Mention, since: int) -> Period | None:
    """Return what the nearest word before a period makes of it: «через», «отсрочка», «выдача»."""
    lead = sentence.words(max(mention.first - 1, since), mention.stop)
    if any(word in words("lending", "grace_leads") for word in lead[:2]):
        return Period.GRACE
    for word in reversed(sentence.words(max(mention.first - _WINDOW, since), mention.stop)):
        if word.startswith(affixes("lending", "grace")):
            return Period.GRACE
        if word.startswith(affixes("lending", "issuing")):
            return Period.DISBURSEMENT
        if word.startswith(affixes("lending", "for_term")):
            return None
    return None


def _follows(before: Period | None, mention: Mention, since: int) -> bool:
    """Tell whether a period stands right behind that of grace: "after two years and … four years"."""
    return before is Period.GRACE and mention.first - since <= 4


def _is_term(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a duration is the time for which the loan is given."""
    near = sentence.words(max(mention.first - 4, sentence.first), mention.stop)
    repaid = any(word.startswith(affixes("lending", "for_term")) for word in near)
    return repaid or sentence.tokens.keys[mention.first - 1] in words("lending", "before_term")


def read_purpose(sentence: Sentence) -> Wording | None:
    """Return what a loan is for, as written: «на содержание армии», "for the purchase of seed"."""
    for at in range(sentence.first, sentence.stop - 1):
        if sentence.tokens.keys[at] not in words("lending", "purpose") or sentence.mention(at):
            continue
        stop = _purpose_end(sentence, at + 1)
        if stop > at + 1 and sentence.tokens.keys[at + 1] not in words("lending", "not_purposes"):
            return sentence.paper.wording(at, stop)
    return None


def _purpose_end(sentence: Sentence, at: int) -> int:
    stems, ends = affixes("lending", "stems"), words("lending", "purpose_ends")
    while at < sentence.stop:
        mention, key = sentence.mention(at), sentence.tokens.keys[at]
        measured = mention is not None and mention.value.kind in _ENDED_BY
        if measured or key in ends or key.startswith(stems) or sentence.tokens.words[at] in _STOPS:
            break
        at += 1
    return at


def read_operators(sentence: Sentence) -> tuple[Body | Person, ...]:
    """Return through whom a loan is granted: «через "Совсиньторг"», "through the State Bank"."""
    found = (
        at
        for at in range(sentence.first, sentence.stop)
        if sentence.tokens.keys[at] in words("lending", "through")
    )
    return next((names[:1] for at in found if (names := chain_after(sentence, at + 1).names)), ())


def read_repayment(sentence: Sentence) -> Wording | None:
    """Return the clause that says how a loan is paid back: «с погашением шерстью и скотом»."""
    keys, stems = sentence.tokens.keys, affixes("lending", "repaying")
    at = next((i for i in range(sentence.first, sentence.stop) if keys[i].startswith(stems)), None)
    if at is None:
        return None
    ends = (i for i in range(at, sentence.stop) if sentence.tokens.words[i] in ".;")
    return sentence.paper.wording(at, next(ends, sentence.stop))
