"""Orders in Russian: infinitives used as commands («НКФ отпустить …», «Поручить т. Карахану …»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from politburo.reading.verbs import NameChain, OrderDraft, Sentence, chain_after, governs, phrase_class, told
from politburo.reading.words import affixes, phrase_at, words
from politburo.tokens import Kind
from politburo.values.inflection import is_infinitive, nominative_phrase
from politburo.values.names import Body, Person
from politburo.values.terms import Action
from politburo.vocabulary import table

__all__ = ["read_sentence"]

# The words of an office with its place: «начальнику Главного управления Северного морского пути».
_LONGEST_OFFICE = 9
# So many words from a verb stands what decides its class.
_FURTHER = 14
_DASHES = frozenset("-–—")
# So near behind its verb stands an object: «Отклонить вторичную просьбу …».
_OBJECT = 3
# So near before its verb stands who is told to act in a second clause.
_CLAUSE = 24


def read_sentence(sentence: Sentence, *, lead: bool) -> list[OrderDraft]:
    """Read the orders of one sentence.

    With ``lead`` the sub-item stands under a verb before a colon: its infinitives are tasks.
    """
    drafts: list[OrderDraft] = []
    for at in list(_infinitives(sentence)) or _unlisted(sentence):
        name = _class_of(sentence, at)
        verb = _verb(sentence, at, name)
        if lead:
            # «Обязать: а) Наркомзем выделить …»: the one told to act stands in the sub-item.
            drafts = drafts or [OrderDraft(None, responsible=list(_subject(sentence, at)))]
            drafts[-1].tasks.append(verb)
        elif drafts and _takes_task(drafts[-1], name):
            drafts[-1].tasks.append(verb)
            drafts[-1].responsible.extend(_opposed(sentence, at))
        else:
            drafts.append(OrderDraft(verb, responsible=list(_responsible(sentence, at, name))))
    return drafts


def _takes_task(order: OrderDraft, name: str) -> bool:
    if order.action_name in words("orders", "gives_task"):
        return True
    return governs(order.action_name) and not (governs(name) and bool(order.tasks))


def _infinitives(sentence: Sentence) -> Iterator[int]:
    """Iterate over the infinitives of the main clause."""
    tokens, at, found, asked, last = sentence.tokens, sentence.first, False, False, -_OBJECT
    while at < sentence.stop:
        word = tokens.keys[at]
        if word == "," or word in words("russian_orders", "joining"):
            asked = False
        elif word.startswith(affixes("russian_orders", "asks")):
            # «На основании предложения НКВТ поручить …»: there it only gives the ground.
            asked = at == sentence.first or at - last <= _OBJECT
        # «отклонить ходатайство и передать»: what is joined to the order, not what was asked.
        asked = asked and not (word == "и" and _infinitive(sentence, at + 1, first=False))
        if word in words("russian_orders", "subordinate"):
            behind = _behind_comma(sentence, at)
            inserted = word in words("russian_orders", "conditions") and behind < sentence.stop
            inserted = inserted and _infinitive(sentence, behind, first=False)
            at = behind if inserted or not found else sentence.stop
            continue
        mention = sentence.mention(at)
        if mention is not None and mention.stop > at and not _infinitive(sentence, at, first=not found):
            at = mention.stop
            continue
        if _infinitive(sentence, at, first=not found):
            if not (asked and (found or _ordered_behind(sentence, at))):
                found, last = True, at
                yield at
            asked = False
        at += 1


def _unlisted(sentence: Sentence) -> list[int]:
    """Return the verb that the vocabulary lacks behind its object: «Действие распространить на …»."""
    for at in range(sentence.first + 1, sentence.stop):
        word = sentence.tokens.keys[at]
        if word in words("russian_orders", "subordinate") or sentence.tokens.words[at] in {",", ";", "("}:
            return []
        if sentence.tokens.keys[at - 1].endswith(affixes("russian_orders", "governing_nouns")):
            return []  # «Решение Тувы эмитировать …»
        listed = word.endswith(affixes("russian_orders", "verb_ends")) and len(word) > 4
        if listed and word not in words("russian_orders", "not_verbs") and is_infinitive(word):
            modal = sentence.tokens.keys[at - 1] in words("russian_orders", "modal")
            return [] if modal or sentence.mention(at) is not None else [at]
    return []


def _ordered_behind(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause has a further verb: «Предложение погасить долг отклонить» orders one thing."""
    for index in range(at + 1, sentence.stop):
        if sentence.tokens.words[index] in {",", ";"} and sentence.tokens.breaks[index + 1] == 0:
            mention = next((m for m in sentence.mentions() if m.first < index < m.stop), None)
            if mention is None:
                return False
        elif _infinitive(sentence, index, first=False):
            return sentence.tokens.keys[index - 1] not in words("russian_orders", "joining")
    return False


def _behind_comma(sentence: Sentence, at: int) -> int:
    return next((i + 1 for i in range(at, sentence.stop) if sentence.tokens.words[i] == ","), sentence.stop)


def _infinitive(sentence: Sentence, at: int, *, first: bool) -> bool:
    tokens = sentence.tokens
    word = tokens.keys[at]
    if tokens.keys[at - 1] in words("russian_orders", "modal") and at > sentence.first:
        return False
    if word in _listed_verbs():
        return True
    return first and _looks_infinitive(sentence, at)


@cache
def _listed_verbs() -> frozenset[str]:
    """Return the verbs whose class is known, alone or with a further word."""
    actions = table("actions")
    return frozenset(actions["ru"]) | {verb for verb, _, _ in actions["ru_phrase"]}


def _looks_infinitive(sentence: Sentence, at: int) -> bool:
    """Tell whether an infinitive that the vocabulary lacks begins a command."""
    word = sentence.tokens.keys[at]
    begins = at == sentence.first or told(sentence.mention(sentence.first)) is not None
    return (
        begins
        and word.endswith(affixes("russian_orders", "verb_ends"))
        and word not in words("russian_orders", "not_verbs")
        and len(word) > 4
        and sentence.tokens.kinds[at] is Kind.WORD
    )


def _class_of(sentence: Sentence, at: int) -> str:
    word = sentence.tokens.keys[at]
    further = sentence.words(at, at + _FURTHER)
    return phrase_class(further, "ru") or str(table("actions")["ru"].get(word, "other"))


def _verb(sentence: Sentence, at: int, name: str) -> Action:
    return Action(name, span=sentence.tokens.span(at, at + 1))


# --- who is told to act -------------------------------------------------------------------------


def _responsible(sentence: Sentence, at: int, name: str) -> Sequence[Person | Body]:
    if sentence.tokens.keys[at].startswith(affixes("russian_orders", "placing")):
        return _behind_on(sentence, at).names
    formed = _formed(sentence, at)
    if formed:
        return formed
    if governs(name):
        return _addressed(sentence, at, name) or _subject(sentence, at)
    if name == "coordinate":
        chain = _direct_chain(sentence, at + 1)
        if chain.names:
            return chain.names
    return _subject(sentence, at)


def _direct_chain(sentence: Sentence, at: int) -> NameChain:
    """Names that follow without a preposition."""
    if sentence.tokens.keys[at] in words("russian_orders", "no_object") or at >= sentence.stop:
        return NameChain((), at)
    return chain_after(sentence, at)


def _behind_on(sentence: Sentence, at: int) -> NameChain:
    """«возложить на ВСНХ»: the names behind the preposition."""
    on = next(
        (
            i
            for i in range(at + 1, sentence.stop)
            if sentence.tokens.keys[i] in words("russian_orders", "on_whom")
        ),
        None,
    )
    return chain_after(sentence, on + 1) if on is not None else NameChain((), at)


def _addressed(sentence: Sentence, at: int, name: str) -> Sequence[Person | Body]:
    begin = at + 1
    if (
        sentence.tokens.keys[begin].startswith(affixes("russian_orders", "commission_noun"))
        and told(sentence.mention(begin)) is None
    ):
        return [_generic(sentence, begin, begin + 1, name), *_members(sentence, begin + 1)]
    chain = _direct_chain(sentence, begin)
    chain = chain if chain.names else _behind_office(sentence, begin)
    if chain.names:
        return [*chain.names, *_members(sentence, chain.stop)]
    stop = _phrase_stop(sentence, begin)
    if stop > begin and _verb_follows(sentence, stop):
        return [_generic(sentence, begin, stop, name)]
    many = _dative_plural_stop(sentence, begin)
    return [_generic(sentence, begin, many, "charge")] if many > begin else ()


def _behind_office(sentence: Sentence, at: int) -> NameChain:
    """Read the name behind an office: «начальнику Дальстроя т. Берзину»."""
    offices = words("offices", "dative") | words("offices", "accusative")
    if sentence.tokens.keys[at] not in offices:
        return NameChain((), at)
    for mention in sentence.mentions():
        if mention.first > at and isinstance(mention.value, Person):
            clear = mention.first - at <= _LONGEST_OFFICE and not _verb_follows(sentence, at, mention.first)
            return chain_after(sentence, mention.first) if clear else NameChain((), at)
    return NameChain((), at)


def _dative_plural_stop(sentence: Sentence, at: int) -> int:
    """Return the end of «местным организациям» before a noun: «Воспретить … расходование семян»."""
    end = at
    while end < sentence.stop and sentence.tokens.keys[end].endswith(
        affixes("russian_orders", "dative_words")
    ):
        end += 1
    return (
        end
        if end > at and sentence.tokens.keys[end - 1].endswith(affixes("russian_orders", "dative_plural"))
        else at
    )


def _formed(sentence: Sentence, at: int) -> Sequence[Person | Body]:
    """Read a commission that is formed, as told to act: «Образовать комиссию в составе т.т. …»."""
    noun = next(
        (
            i
            for i in range(at + 1, min(at + 4, sentence.stop))
            if sentence.tokens.keys[i] in words("russian_orders", "commission")
        ),
        None,
    )
    if noun is None or told(sentence.mention(noun)) is not None:
        return ()
    members = next((found for i in range(noun + 1, sentence.stop) if (found := _members(sentence, i))), ())
    return [_generic(sentence, noun, noun + 1, "oblige"), *members] if members else ()


def _members(sentence: Sentence, at: int) -> Sequence[Person | Body]:
    """Read the members of a commission: «в составе т.т. Рудзутака (председатель), Пятакова …»."""
    begin = phrase_at(sentence.tokens, at, sentence.stop, "russian_orders", "members")
    if not begin:
        return ()
    while begin < sentence.stop and told(sentence.mention(begin)) is None and begin < at + 5:
        begin += 1
    return chain_after(sentence, begin).names


def _phrase_stop(sentence: Sentence, at: int) -> int:
    """Return the end of the noun phrase that names the one told to act."""
    tokens = sentence.tokens
    while (
        at < sentence.stop
        and not _infinitive(sentence, at, first=False)
        and tokens.keys[at] not in words("russian_orders", "object_ends")
    ):
        if tokens.keys[at] == "в" and not tokens.words[at + 1][:1].isupper():
            break
        if tokens.kinds[at] is not Kind.WORD or _timed(sentence, at):
            break
        at += 1
    return at


def _timed(sentence: Sentence, at: int) -> bool:
    mention = sentence.mention(at)
    return mention is not None and mention.value.kind in {"date", "duration", "money", "quantity"}


def _verb_follows(sentence: Sentence, at: int, stop: int | None = None) -> bool:
    """Tell whether an infinitive follows, a negation or a term of time aside."""
    for index in range(at, min(at + 8, sentence.stop if stop is None else stop)):
        word = sentence.tokens.keys[index]
        if word in table("actions")["ru"] or (
            sentence.tokens.keys[index - 1] in words("russian_orders", "negation")
            and word.endswith(affixes("russian_orders", "verb_ends"))
        ):
            return True
        if word in {",", ":", "."}:
            return False
    return False


def _generic(sentence: Sentence, first: int, stop: int, name: str) -> Body:
    """Return the one told to act as written, nominative, where the vocabulary has no name for him."""
    span = sentence.tokens.span(first, stop)
    case = table("actions")["case"].get(name)
    written = nominative_phrase(sentence.tokens.reading(first, stop), case)
    if (
        sentence.tokens.keys[first].startswith(affixes("russian_orders", "commission_noun"))
        and stop == first + 1
    ):
        written = "комиссия"
    if first == sentence.first and not written[:2].isupper():
        # A common noun that only begins its sentence: «Начальнику Дальстроя».
        written = written[:1].lower() + written[1:]
    return Body(name=written, span=span)


def _subject(sentence: Sentence, at: int) -> Sequence[Person | Body]:
    """Read a dative before an infinitive: «НКФ (т. Гринько) отпустить», «Госбанку в срок перевести»."""
    begin = _adverbial_start(sentence, at)
    if sentence.tokens.keys[sentence.first] in table("offices")["dative"] and begin - sentence.first < 6:
        return [_generic(sentence, sentence.first, begin, "charge")]
    for mention in sentence.mentions():
        if mention.first >= begin or told(mention) is None or not _opens(sentence, mention.first):
            continue
        chain = chain_after(sentence, mention.first)
        if chain.stop == begin:
            return chain.names
    first = sentence.first
    if sentence.tokens.keys[first] in words("russian_orders", "to_commission") and begin == first + 1:
        return [_generic(sentence, first, begin, "charge")]
    return [_generic(sentence, begin - 1, begin, "charge")] if _is_many(sentence, begin - 1) else ()


def _is_many(sentence: Sentence, at: int) -> bool:
    """Tell whether a common noun in the plural is told to act: «В счет ссуды колхозам закупить …»."""
    keys, first = sentence.tokens.keys, sentence.first
    if at < first or not keys[at].endswith(affixes("russian_orders", "dative_plural")) or len(keys[at]) < 6:
        return False
    opens = at == first or keys[first] in words("russian_orders", "circumstances")
    return opens and keys[at - 1] not in words("russian_orders", "governing") and sentence.mention(at) is None


def _opposed(sentence: Sentence, at: int) -> Sequence[Person | Body]:
    """Read who is told to act in a second clause: «Обязать НКСнаб отгрузить …, а НКПС — доставить …»."""
    begin = _adverbial_start(sentence, at)
    while begin > sentence.first and sentence.tokens.words[begin - 1] in _DASHES:
        begin -= 1
    for mention in sentence.paper.mentions.within(max(sentence.first, begin - _CLAUSE), begin):
        opposed = sentence.tokens.keys[mention.first - 1] in words("russian_orders", "opposing")
        if opposed and told(mention) is not None and mention.first < begin:
            chain = chain_after(sentence, mention.first)
            if chain.stop == begin:
                return chain.names
    return ()


def _adverbial_start(sentence: Sentence, at: int) -> int:
    """Step back from a verb over terms of time: «к 1 июля», «в 5-дневный срок», «не»."""
    timed = [m for m in sentence.mentions() if m.stop <= at and m.value.kind in {"date", "duration"}]
    while True:
        before = next((m for m in timed if m.stop == at), None)
        if before is not None:
            at = before.first
        if at - 1 > sentence.first and _adverbial(sentence, at - 1):
            at -= 1
        elif before is None:
            return at


def _adverbial(sentence: Sentence, at: int) -> bool:
    """Tell whether the word says when, how or how often: «к», «безвозмездно», «ежемесячно»."""
    if sentence.tokens.keys[at] in words("russian_orders", "adverbials"):
        return True
    return sentence.tokens.words[at].islower() and sentence.tokens.keys[at].endswith(
        affixes("russian_orders", "adverb_ends")
    )


def _opens(sentence: Sentence, at: int) -> bool:
    """Tell whether a name stands where a subject does: first, or behind an adverbial phrase."""
    tokens = sentence.tokens
    begin = at
    while begin > sentence.first and tokens.words[begin - 1] in '«“"—–-•':
        begin -= 1
    if tokens.keys[begin - 1] in words("russian_orders", "opposing") and tokens.words[begin - 2] == ",":
        return begin > sentence.first
    if begin == sentence.first or tokens.words[begin - 1] in {",", ":"}:
        return True
    first = sentence.first
    adverbial = tokens.keys[first] in words("russian_orders", "circumstances") or (
        tokens.keys[first] in words("russian_orders", "about")
        and tokens.keys[first + 1] in words("russian_orders", "progress")
    )
    return adverbial and tokens.keys[begin - 1] not in words("russian_orders", "governing")
