"""Who lends and who borrows: «Госбанку выдать Аркосу аванс», "loan of the Urumqi government"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from politburo.reading.verbs import Sentence, chain_after, told
from politburo.reading.words import affixes, words
from politburo.records import Order
from politburo.values.inflection import nominative_phrase
from politburo.values.names import Body, Person
from politburo.vocabulary import table

__all__ = ["Parties", "read_parties"]

# How far before its owner «из» stands: «из мобилизационных запасов НКСнаба».
_SOURCE = 3
# How far before the loan the word of receiving it stands.
_RECEIVED = 20
# Behind "granted" the pronoun stands so near: "the credit granted to it".
_PRONOUN = 4


@frozen
class Parties:
    """The borrowers and the lenders that a sentence names."""

    borrowers: tuple[Body | Person, ...] = ()
    lenders: tuple[Body | Person, ...] = ()


def read_parties(sentence: Sentence, noun: int, orders: Sequence[Order]) -> Parties:
    """Read who is granted the loan whose noun stands at a token, and who grants it."""
    concluded = _concluded(sentence, noun)
    if concluded:
        return Parties((), concluded)
    received = _received(sentence, noun)
    if received:
        takers = tuple(name for order in orders for name in order.responsible if _told_in(sentence, name))
        return Parties(takers[:1], received)
    granted = _granting(sentence, noun)
    if granted is not None:
        return Parties(_receiver(sentence, granted, noun), _banks(orders, sentence))
    contract = _contract(sentence)
    if contract.borrowers:
        return Parties(contract.borrowers, _banks(orders, sentence) if contract.lenders else ())
    return _participle(sentence, noun) or _of(sentence, noun)


def _concluded(sentence: Sentence, noun: int) -> tuple[Body | Person, ...]:
    """«заключить с чехословацким правительством заем»: who a loan is concluded with lends."""
    for at in range(sentence.first, noun):
        if not sentence.tokens.keys[at].startswith(affixes("lending", "concluding")):
            continue
        link = next(
            (i for i in range(at + 1, noun) if sentence.tokens.keys[i] in words("lending", "with")), None
        )
        if link is None or any(
            w.startswith(affixes("lending", "contract")) for w in sentence.words(at, noun)
        ):
            return ()
        return chain_after(sentence, link + 1).names[:1]
    return ()


def _received(sentence: Sentence, noun: int) -> tuple[Body | Person, ...]:
    """«получить у фирмы … кредит»: who a loan is received from lends."""
    stems, ends = affixes("lending", "received"), affixes("lending", "granting")
    for at in range(noun - 1, max(sentence.first, noun - _RECEIVED) - 1, -1):
        word = sentence.tokens.keys[at]
        if word.startswith(ends) or (word in table("actions")["ru"] and not word.startswith(stems)):
            return ()  # «получить от НКФ сумму и выдать … ссуду»
        if not word.startswith(stems):
            continue
        link = next(
            (i for i in range(at + 1, noun) if sentence.tokens.keys[i] in words("lending", "giver")), None
        )
        if link is None:
            continue
        named = (m.first for m in sentence.mentions() if link < m.first < noun and told(m) is not None)
        first = next(named, None)
        return chain_after(sentence, first).names[:1] if first is not None else ()
    return ()


def _told_in(sentence: Sentence, name: Body | Person) -> bool:
    return name.span is not None and name.span in sentence.tokens.span(sentence.first, sentence.stop)


def _granting(sentence: Sentence, noun: int) -> int | None:
    """Return the last word of granting that stands before the noun: «выдать», "Grant", «отпуск»."""
    stems = affixes("lending", "granting")
    found = [i for i in range(sentence.first, noun) if sentence.tokens.keys[i].startswith(stems)]
    return found[-1] if found else None


def _receiver(sentence: Sentence, verb: int, noun: int) -> tuple[Body | Person, ...]:
    """Read the name between the verb and the loan, or behind the loan ("… to the Native Corporation")."""
    for at in range(verb + 1, noun):
        mention = sentence.mention(at)
        if mention is None or told(mention) is None or _is_source(sentence, verb, at):
            continue
        if not _through(sentence, at):
            return chain_after(sentence, at).names[:1]
        verb = mention.stop - 1
    written = _written(sentence, verb, noun)
    return (written,) if written else _antecedent(sentence, verb, noun)


def _is_source(sentence: Sentence, verb: int, at: int) -> bool:
    """Tell whether a name only says whose it was: «из запасов Наркомпрода»."""
    near = sentence.words(max(verb + 1, at - _SOURCE), at)
    return not words("lending", "out_of").isdisjoint(near)


def _through(sentence: Sentence, at: int) -> bool:
    """Tell whether a name is that of the one through whom a loan is granted: «через "Совсиньторг"»."""
    while sentence.tokens.words[at - 1] in '«“"':
        at -= 1
    return sentence.tokens.keys[at - 1] in words("lending", "through")


def _antecedent(sentence: Sentence, verb: int, noun: int) -> tuple[Body | Person, ...]:
    """«предоставленного ему кредита»: the body named last before."""
    if not words("lending", "pronouns") & set(sentence.words(verb, noun)):
        return ()
    named = [n for m in sentence.mentions() if m.first < verb and (n := told(m)) is not None]
    return tuple(named[-1:])


def _written(sentence: Sentence, verb: int, noun: int) -> Body | None:
    """Read a receiver that the vocabulary lacks: «Средней Азии», "the collective farms of the …"."""
    tokens, begin = sentence.tokens, verb + 1
    if tokens.keys[begin] in words("english_orders", "articles"):
        begin += 1
    end = begin
    ends = words("lending", "receiver_ends")
    while end < noun and tokens.keys[end] not in ends and sentence.mention(end) is None:
        end += 1
    if not tokens.words[begin].isascii():
        end = _dative_end(sentence, begin, end)
    if (
        end <= begin
        or tokens.keys[begin] in ends
        or tokens.keys[begin] in words("lending", "not_receivers")
        or tokens.keys[begin] in words("lending", "pronouns")
    ):
        return None
    span = tokens.span(begin, end)
    text = tokens.reading(begin, end)
    return Body(name=text if text.isascii() else nominative_phrase(text, "dative"), span=span)


def _dative_end(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a Russian receiver ends, as the dative does: «Средней Азии | семенную ссуду»."""
    at = begin
    while at < end and _is_receiver(sentence, begin, at):
        at += 1
    return at


def _is_receiver(sentence: Sentence, begin: int, at: int) -> bool:
    """Tell whether a word still names the receiver: a name behind him does («колхозам Северного Кавказа»)."""
    named = at > begin and sentence.tokens.words[at][:1].isupper()
    return named or not sentence.tokens.keys[at].endswith(affixes("lending", "not_dative"))


def _banks(orders: Sequence[Order], sentence: Sentence) -> tuple[Body | Person, ...]:
    """Return who is told to grant it: they lend."""
    place = sentence.tokens.span(sentence.first, sentence.stop)
    return tuple(r for order in orders for r in order.responsible if r.span in place and _lends(order, r))


def _lends(order: Order, name: Body | Person) -> bool:
    """Tell whether who is told to act lends: whoever is told to grant or issue, a bank in any case."""
    verbs = {verb.name for verb in (order.action, *order.tasks) if verb is not None}
    bank = isinstance(name, Body) and "BANK" in (name.id or "").upper()
    return bank or bool(verbs & {"grant", "issue"})


def _contract(sentence: Sentence) -> Parties:
    """«в договоре с синьцзянским правительством», "contract with the Xinjiang government"."""
    stems = affixes("lending", "contract")
    for at in range(sentence.first, sentence.stop):
        if sentence.tokens.keys[at] not in words("lending", "with"):
            continue
        near = sentence.words(max(at - 5, sentence.first), at) + sentence.words(at + 1, at + 5)
        names = chain_after(sentence, at + 1).names
        if names and any(w.startswith(stems) for w in near):
            return Parties(names[:1], names[:1])
    return Parties()


def _participle(sentence: Sentence, noun: int) -> Parties | None:
    """«ссуды, предоставленной правительству МНР Внешторгбанком»: first the receiver, then the bank."""
    stems = affixes("lending", "granted")
    for at in range(sentence.first, sentence.stop):
        if not sentence.tokens.keys[at].startswith(stems):
            continue
        names = [told(m) for m in sentence.mentions() if at < m.first <= at + 12]
        found = [n for n in names if n is not None]
        lenders = [n for n in found if isinstance(n, Body) and n.span and _instrumental(sentence, n)]
        borrowers = [n for n in found if n not in lenders][:1] or list(
            _antecedent(sentence, at, max(noun, at + _PRONOUN))
        )
        return Parties(tuple(borrowers), tuple(lenders))
    return None


def _instrumental(sentence: Sentence, name: Body) -> bool:
    """Tell whether a name says by whom: «предоставленного Голддисконтбанком», "by the Deutsche Bank"."""
    tokens = sentence.tokens
    first = next((m.first for m in sentence.mentions() if m.value is name), None)
    if first is not None and tokens.words[first].isascii():
        before = first - 2 if tokens.keys[first - 1] in words("english_orders", "articles") else first - 1
        return tokens.keys[before] in words("lending", "agent")
    written = name.span.of(sentence.tokens.text).replace("\u00ad", "") if name.span else ""
    return written.endswith(affixes("lending", "instrumental"))


def _of(sentence: Sentence, noun: int) -> Parties:
    """Read the borrower behind the noun: "the two-million military loan of the Urumqi government"."""
    if sentence.tokens.keys[noun + 1] in words("lending", "behind"):
        return Parties(chain_after(sentence, noun + 2).names[:1])
    behind = chain_after(sentence, noun + 1)
    return Parties(behind.names[:1] if noun + 1 < sentence.stop and sentence.mention(noun + 1) else ())
