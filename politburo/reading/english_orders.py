"""Orders in English: imperatives ("Release to the NKVT …") and "is to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from politburo.reading.verbs import OrderDraft, Sentence, chain_after, governs, phrase_class, told
from politburo.reading.words import words
from politburo.tokens import Kind
from politburo.values.names import Body, Person
from politburo.values.terms import Action
from politburo.vocabulary import table

__all__ = ["read_sentence"]


@frozen
class _Verb:
    """A verb of the sentence: where it stands, where it ends, its class."""

    at: int
    stop: int
    name: str


def read_sentence(sentence: Sentence, before: Sequence[OrderDraft], *, lead: bool) -> list[OrderDraft]:
    """Read the orders of one sentence.

    With ``lead`` the sub-item stands under a verb before a colon: its verbs are tasks. A dash
    with "to …" continues the order of the sentence before.
    """
    begin = _start(sentence)
    if sentence.tokens.keys[begin] == "to" and before and governs(before[-1].action_name):
        before[-1].tasks.extend(_tasks(sentence, begin, sentence.stop))
        return []
    passive = list(_is_to(sentence))
    if passive:
        return passive
    # "RESOLVED: a) To issue …" commands as "Issue …" does.
    first = _imperative(sentence, begin + (sentence.tokens.keys[begin] == "to"))
    if first is None:
        return []
    if lead:
        return [OrderDraft(None, [_action(sentence, first)])]
    return list(_imperatives(sentence, first))


def _start(sentence: Sentence) -> int:
    """Step over dashes and bullets at the beginning."""
    at = sentence.first
    while at < sentence.stop and sentence.tokens.kinds[at] is Kind.MARK:
        at += 1
    # "Not to object to …" commands as "Consent to …" does.
    return at + 2 if sentence.words(at, at + 2) == ["not", "to"] else at


def _action(sentence: Sentence, verb: _Verb) -> Action:
    return Action(verb.name, span=sentence.tokens.span(verb.at, verb.stop))


def _verb_at(sentence: Sentence, at: int, column: str) -> _Verb | None:
    """Return the verb at a token in one of its forms, its particle included ("set aside")."""
    known = table("actions")[column]
    for length in (3, 2, 1):
        words = " ".join(sentence.words(at, at + length))
        if words in known and at + length <= sentence.stop:
            return _Verb(at, at + length, phrase_class(sentence.words(at, at + 8), "en") or known[words])
    # "remove" alone is no verb of an order: only "from the agenda" behind it makes it one.
    phrased = phrase_class(sentence.words(at, at + 8), "en") if column == "en" else ""
    return _Verb(at, at + 1, phrased) if phrased else None


# --- imperatives --------------------------------------------------------------------------------


def _imperative(sentence: Sentence, begin: int) -> _Verb | None:
    """Return the verb that commands: first in the sentence, or behind its first phrase of circumstance."""
    verb = _verb_at(sentence, begin, "en")
    if verb is not None:
        return verb
    if sentence.tokens.keys[begin] not in words("english_orders", "prepositions"):
        return None
    at = begin + 1
    while at < min(begin + 24, sentence.stop):
        mention = sentence.mention(at)
        if mention is not None:
            at = mention.stop
            continue
        verb = _verb_at(sentence, at, "en")
        if verb is not None and _commands(sentence, verb):
            return verb
        at += 1
    return None


def _commands(sentence: Sentence, verb: _Verb) -> bool:
    """Tell a verb from the noun of the same form: "sell 3,000 trucks", not "the report of"."""
    before, behind = sentence.tokens.keys[verb.at - 1], verb.stop
    if before in words("english_orders", "noun_before"):
        return False
    starts = (
        sentence.mention(behind) is not None
        or sentence.tokens.words[behind] == ":"
        or sentence.tokens.keys[behind] in words("english_orders", "determiners")
    )
    return starts or _plural_object(sentence, behind)


def _plural_object(sentence: Sentence, at: int) -> bool:
    """Tell whether an object without an article follows: "deliver oil and oil products"."""
    word = sentence.tokens.keys[at]
    return (
        sentence.tokens.kinds[at] is Kind.WORD
        and word not in words("english_orders", "no_object")
        and at < sentence.stop
    )


def _imperatives(sentence: Sentence, first: _Verb) -> Iterator[OrderDraft]:
    verb: _Verb | None = first
    while verb is not None:
        following = _coordinated(sentence, verb)
        stop = following.at if following else sentence.stop
        yield _order(sentence, verb, stop)
        verb = following


def _coordinated(sentence: Sentence, verb: _Verb) -> _Verb | None:
    """Return the next imperative joined by "and" or a comma."""
    infinitive = sentence.tokens.keys[verb.at - 1] == "to"
    for at in range(verb.stop, sentence.stop):
        # "To appoint X and to send him …" goes on as it began.
        again = infinitive and sentence.tokens.keys[at - 1] == "to"
        if (
            sentence.tokens.keys[at - 1 - again] not in words("english_orders", "joining")
            or sentence.mention(at) is not None
        ):
            continue
        found = _verb_at(sentence, at, "en")
        commands = found is not None and (again or _commands(sentence, found))
        if commands and not _lists_task(sentence, verb, at):
            return found
    return None


def _lists_task(sentence: Sentence, verb: _Verb, at: int) -> bool:
    """Tell whether a verb continues "to …": "permit him to buy and sell"."""
    return governs(verb.name) and "to" in sentence.words(verb.stop, at)


def _order(sentence: Sentence, verb: _Verb, stop: int) -> OrderDraft:
    draft = OrderDraft(_action(sentence, verb), responsible=list(_commission(sentence, verb.stop, stop)))
    if governs(verb.name):
        _address(sentence, draft, verb.stop, stop)
    elif verb.name in words("orders", "gives_task"):
        draft.tasks.extend(_tasks(sentence, verb.stop, stop))
    return draft


def _commission(sentence: Sentence, at: int, stop: int) -> Iterator[Person | Body]:
    """Read a commission that is formed or charged, and its members: "a commission of Cdes. …"."""
    begin = _article(sentence, at)
    noun = next(
        (
            i
            for i in range(begin, min(begin + 3, stop))
            if sentence.tokens.keys[i] in words("english_orders", "commission")
        ),
        None,
    )
    if noun is None or told(sentence.mention(begin)) is not None:
        return
    yield Body(name="commission", span=sentence.tokens.span(noun, noun + 1))
    for index in range(noun + 1, min(noun + 8, stop)):
        if told(sentence.mention(index)) is not None:
            yield from chain_after(sentence, index).names
            return


def _address(sentence: Sentence, draft: OrderDraft, at: int, stop: int) -> None:
    """Read who is told to act and what to do, again for each "and the NKPS to …"."""
    link = _link(sentence, at, stop)
    if draft.responsible:
        draft.tasks.extend(_tasks(sentence, link, stop) if link is not None else ())
        return
    if link is None:
        if told(sentence.mention(_article(sentence, at))) is not None and draft.action_name != "prohibit":
            draft.responsible.extend(chain_after(sentence, at).names)
        return
    # "Recommend that the Urumqi government disarm …"
    chain = chain_after(sentence, at + 1 if link == at or sentence.tokens.keys[at] == "to" else at)
    if chain.names and (chain.stop <= link or link == at):
        draft.responsible.extend(chain.names)
    elif link > at + 1:
        draft.responsible.append(_generic(sentence, at, link))
    draft.tasks.extend(_tasks(sentence, link, stop))
    draft.responsible.extend(_further(sentence, link + 1, stop))


def _article(sentence: Sentence, at: int) -> int:
    return at + 1 if sentence.tokens.keys[at] in words("english_orders", "articles") else at


def _verb_or_bare(sentence: Sentence, at: int, *, named: bool) -> bool:
    """Tell whether a verb follows "to"; behind a known name an unknown one will do."""
    return _verb_at(sentence, at, "en") is not None or (named and _bare(sentence, at))


def _link(sentence: Sentence, at: int, stop: int) -> int | None:
    """Return the index of the "with" or "to" that joins the one told to act and the task."""
    named = told(sentence.mention(_article(sentence, at))) is not None
    for index in range(at, min(at + 40, stop)):
        word = sentence.tokens.keys[index]
        if word in words("english_orders", "gerund_links") and _verb_at(sentence, index + 1, "ing"):
            return index
        if word == "that" and index == at:
            return index
        if (
            word == "to"
            and sentence.mention(index + 1) is None
            and _verb_or_bare(sentence, index + 1, named=named)
        ):
            return index
        if sentence.tokens.words[index] == ":":
            return index
    return None


def _bare(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens.keys[at]
    return (
        sentence.tokens.words[at].islower()
        and word not in words("english_orders", "determiners")
        and sentence.tokens.kinds[at] is Kind.WORD
    )


def _generic(sentence: Sentence, first: int, stop: int) -> Body:
    """Return the one told to act as written, without the article."""
    first = _article(sentence, first)
    span = sentence.tokens.span(first, stop)
    return Body(name=sentence.tokens.reading(first, stop), span=span)


def _further(sentence: Sentence, at: int, stop: int) -> Iterator[Person | Body]:
    """Names of a second one told to act: "…, and the NKPS to allocate …"."""
    for index in range(at, stop):
        if sentence.tokens.keys[index] != "and":
            continue
        chain = chain_after(sentence, index + 1)
        link, behind = sentence.tokens.keys[chain.stop], chain.stop + 1
        form = {"to": "en", "with": "ing"}.get(link)  # "to allocate", "with allocating"
        if chain.names and form and _verb_at(sentence, behind, form):
            yield from chain.names


def _tasks(sentence: Sentence, at: int, stop: int) -> Iterator[Action]:
    """Read the verbs that depend on an order: "with delivering …", "to deliver … and report"."""
    for index in range(at, stop):
        before = sentence.tokens.keys[index - 1] if index > sentence.first else ""
        if sentence.mention(index) is not None:
            continue
        if before in words("english_orders", "task_before") or index == at:
            gerund = _verb_at(sentence, index, "ing")
            base = _verb_at(sentence, index, "en") if before == "to" else None
            found = gerund or base
            if found is not None:
                yield _action(sentence, found)


# --- "is to" ------------------------------------------------------------------------------------


def _is_to(sentence: Sentence) -> Iterator[OrderDraft]:
    """Read "X is to deliver", "the loan is to be returned", "… are to be coordinated by the NKVT"."""
    for at in range(sentence.first, sentence.stop):
        if _is_charged(sentence, at):
            yield from _passive(sentence, at, at + 1)
            return
        verb = _obliged(sentence, at)
        if not verb:
            continue
        if sentence.tokens.keys[verb] == "be":
            yield from _passive(sentence, at, verb + 1)
        else:
            yield from _active(sentence, at, verb)
        return


def _obliged(sentence: Sentence, at: int) -> int:
    """Return the index of the verb behind "is to", "are to" or "shall", or 0."""
    word = sentence.tokens.keys[at]
    if word in words("english_orders", "shall"):
        return at + 1
    return (
        at + 2
        if word in words("english_orders", "auxiliaries") and sentence.tokens.keys[at + 1] == "to"
        else 0
    )


def _is_charged(sentence: Sentence, at: int) -> bool:
    """Tell whether "is instructed to", "are permitted to" stands at a token."""
    if sentence.tokens.keys[at] not in words("english_orders", "auxiliaries"):
        return False
    verb = _verb_at(sentence, at + 1, "participle")
    return verb is not None and governs(verb.name) and sentence.tokens.keys[verb.stop] == "to"


def _passive(sentence: Sentence, auxiliary: int, at: int) -> Iterator[OrderDraft]:
    found = _verb_at(sentence, at, "participle")
    name = found.name if found else "other"
    verb = found or _Verb(at, at + 1, name)
    draft = OrderDraft(_action(sentence, verb))
    if governs(name):
        # "X and Y are to be charged with …": the subject is told to act.
        draft.responsible.extend(_subject(sentence, auxiliary))
        draft.tasks.extend(_tasks(sentence, verb.stop, sentence.stop))
    by = next((i for i in range(verb.stop, sentence.stop) if sentence.tokens.keys[i] == "by"), None)
    if by is not None and by - verb.stop < 3:
        draft.responsible.extend(chain_after(sentence, by + 1).names)
    yield draft


def _active(sentence: Sentence, at: int, verb_at: int) -> Iterator[OrderDraft]:
    subject = _subject(sentence, at)
    first = True
    for index in _verbs_of(sentence, verb_at):
        verb = _verb_at(sentence, index, "en") or _Verb(index, index + 1, "other")
        yield OrderDraft(_action(sentence, verb), responsible=list(subject) if first else [])
        first = False


def _verbs_of(sentence: Sentence, at: int) -> Iterator[int]:
    yield at
    for index in range(at + 1, sentence.stop):
        before, earlier = sentence.tokens.keys[index - 1], sentence.tokens.keys[index - 2]
        joined = before == "and" or (before == "to" and earlier == "and")
        found = _verb_at(sentence, index, "en") if joined and sentence.mention(index) is None else None
        if found is not None and _commands_or_to(sentence, found, before):
            yield index


def _commands_or_to(sentence: Sentence, verb: _Verb, before: str) -> bool:
    return before == "to" or _commands(sentence, verb)


def _subject(sentence: Sentence, at: int) -> Sequence[Person | Body]:
    """Return the names before "is to"; as written where the vocabulary has none."""
    begin = _article(sentence, _start(sentence))
    composed = list(_commission(sentence, begin, at))
    if len(composed) > 1:
        return composed
    for mention in sentence.mentions():
        if mention.first >= at:
            break
        chain = chain_after(sentence, mention.first) if told(mention) else None
        if chain is not None and chain.stop == at:
            return chain.names
    return [_generic(sentence, begin, at)] if _office(sentence, begin, at) else ()


def _office(sentence: Sentence, first: int, stop: int) -> bool:
    offices = table("offices")["english"]
    return any(word in offices for word in sentence.words(first, stop)) and stop - first < 9
