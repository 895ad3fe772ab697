"""Units carried over: «20.000 иен … начиная с 10 тысяч», ditto marks, sums whose unit nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from politburo.reading.mentions import Mention, Mentions
from politburo.reading.tables import with_table_units
from politburo.reading.words import words
from politburo.tokens import Kind, Tokens
from politburo.values.amounts import BareAmount
from politburo.values.base import Status
from politburo.values.currency_words import currency_at
from politburo.values.dates import PartialDate
from politburo.values.money import Currency, MonetaryAmount, resolve_by_date
from politburo.values.quantities import Quantity
from politburo.vocabulary import table

__all__ = ["carry_units", "settle"]

# How many mentions further the next sum of a list is looked for: names stand between.
_LOOKED_AHEAD = 4


def carry_units(tokens: Tokens, mentions: Mentions) -> Mentions:
    """Give each amount without a unit the unit of its sentence or table, and drop the rest."""
    named = list(_in_full(tokens, mentions.all))
    return Mentions.of(list(_carried(tokens, list(with_table_units(tokens, named)))))


def _in_full(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give a unit that is shortened after its full name its kind: «8 млн. крон» after «чехословацких крон».

    Rubles and dollars alone stay what they are: their kind is what the papers confuse.
    """
    named: dict[str, str] = {}
    for mention in mentions:
        value = mention.value
        words = _unit_words(tokens, mention) if isinstance(value, MonetaryAmount) else None
        if words is None or not isinstance(value, MonetaryAmount) or words.family in {"", "рубль", "доллар"}:
            yield mention
            continue
        if words.full:
            named[words.family] = value.currency.id
        known = named.get(words.family, value.currency.id)
        yield mention if words.full else mention._replace(value=evolve(value, currency=Currency(known)))


class _UnitWords(NamedTuple):
    """The family of a sum's unit, and whether the unit is named in full."""

    family: str
    full: bool


def _unit_words(tokens: Tokens, mention: Mention) -> _UnitWords | None:
    for at in range(mention.first, mention.stop):
        found = currency_at(tokens, at)
        if found is not None:
            inner = (currency_at(tokens, i) for i in range(at + 1, found.stop))
            return _UnitWords(found.family, any(w is not None and w.stop == found.stop for w in inner))
    return None


def settle(mentions: Mentions, days: Sequence[PartialDate]) -> Mentions:
    """Give currencies that the day decides (rubles "in Soviet currency", sovznaks) their issue."""
    first = next((day.earliest or day.latest for day in days if day.year), None)
    if first is None:
        return mentions
    day = first.isoformat()
    return Mentions.of(
        [
            m._replace(value=resolve_by_date(m.value, day)) if isinstance(m.value, MonetaryAmount) else m
            for m in mentions.all
        ]
    )


def _carried(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Mention]:
    last: MonetaryAmount | Quantity | None = None
    money: MonetaryAmount | None = None
    at = 0
    for index, mention in enumerate(mentions):
        value = mention.value
        if (
            last is not None
            and not isinstance(value, BareAmount)
            and _new_paragraph(tokens, at, mention.first)
        ):
            last = None
        if isinstance(value, BareAmount):
            priced = isinstance(last, Quantity) and _is_price(tokens, mention)
            source = money if (value.ditto or priced) and money is not None else last
            carried = _resolve(tokens, mention, source, at) or _ahead(tokens, mentions, index)
            if carried is not None:
                yield mention._replace(value=carried)
            continue
        if isinstance(value, (MonetaryAmount, Quantity)) and str(value).split()[-1] not in {"percent", "XXX"}:
            last, at = value, mention.stop
            money = value if isinstance(value, MonetaryAmount) else money
        yield mention


def _ahead(tokens: Tokens, mentions: Sequence[Mention], index: int) -> MonetaryAmount | None:
    """Return a number in the unit of the next sum of its list: "for coal 60 million; for ore RM 45 m"."""
    mention = mentions[index]
    bare = mention.value
    if not isinstance(bare, BareAmount) or not _large(mention) or _counted(tokens, mention):
        return None
    if tokens.kinds[mention.stop - 1] is Kind.NUMBER:
        return None  # without «тыс.», "million" it may count anything
    following = mentions[index + 1 : index + 1 + _LOOKED_AHEAD]
    money = next((m for m in following if isinstance(m.value, (MonetaryAmount, BareAmount))), None)
    if money is None or not isinstance(money.value, MonetaryAmount) or str(money.value).endswith(" XXX"):
        return None
    listed = tokens.words[mention.stop] == ";" and _same_sentence(tokens, mention.stop, money.first)
    carried = (
        _with_unit(bare, money.value)
        if listed and not _new_paragraph(tokens, mention.stop, money.first)
        else None
    )
    return carried if isinstance(carried, MonetaryAmount) else None


def _is_price(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a number is what goods cost: "180 tractors for 14.2 million"."""
    spelled = tokens.kinds[mention.stop - 1] is not Kind.NUMBER
    return spelled and tokens.keys[mention.first - 1] in words("lending", "purposes")


def _new_paragraph(tokens: Tokens, first: int, stop: int) -> bool:
    return any(tokens.breaks[i] > 1 for i in range(first, stop + 1))


def _resolve(
    tokens: Tokens, mention: Mention, last: MonetaryAmount | Quantity | None, at: int
) -> MonetaryAmount | Quantity | None:
    bare = mention.value
    assert isinstance(bare, BareAmount)  # noqa: S101  # narrows the type
    if last is not None and (bare.ditto or _carries(tokens, mention, at)):
        return _with_unit(bare, last)
    named = _named_before(tokens, mention)
    if named is not None:
        amount = MonetaryAmount(bare.low, bare.high, named, bare.approximate, span=bare.span)
        return evolve(amount, status=Status.INFERRED)
    if _unstated_money(tokens, mention):
        return MonetaryAmount(bare.low, bare.high, Currency("XXX"), bare.approximate, span=bare.span)
    return None


def _named_before(tokens: Tokens, mention: Mention) -> Currency | None:
    """Return the currency named before in the sentence: "in hard-currency roubles … 12.75 million"."""
    if not _large(mention) or _counted(tokens, mention):
        return None
    for at in range(mention.first - 1, max(mention.first - 16, 0), -1):
        if tokens.words[at] in {".", ";"} or tokens.breaks[at] > 1:
            return None
        found = currency_at(tokens, at) if tokens.keys[at - 1] in {"in", "в"} else None
        if found is not None and found.currency not in {"", "RUB"}:
            return Currency(found.currency)
    return None


def _with_unit(bare: BareAmount, last: MonetaryAmount | Quantity) -> MonetaryAmount | Quantity:
    return evolve(
        last,
        low=bare.low,
        high=bare.high,
        approximate=bare.approximate,
        span=bare.span,
        status=Status.INFERRED,
    )


def _carries(tokens: Tokens, mention: Mention, at: int) -> bool:
    """Tell whether a number without a unit continues the sums of its sentence."""
    return _large(mention) and not _counted(tokens, mention) and _same_sentence(tokens, at, mention.first)


def _large(mention: Mention) -> bool:
    bare = mention.value
    amount = bare.high or bare.low if isinstance(bare, BareAmount) else None
    return amount is not None and amount >= 1000


def _same_sentence(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether no full stop and at most list breaks stand between two tokens."""
    for at in range(first, stop):
        marked = tokens.breaks[at + 1] > 0 and tokens.kinds[at + 1] is Kind.NUMBER
        ended = tokens.words[at] == "." and (tokens.words[at + 1][:1].isupper() or marked)
        if ended and tokens.keys[at - 1] not in words("sentences", "abbreviations"):
            return False
    return True


def _counted(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a noun follows that says what is counted: «120 тыс. стандартов»."""
    at = mention.stop
    if isinstance(mention.value, BareAmount) and mention.value.noun:
        return True
    if tokens.kinds[at] is not Kind.WORD or not tokens.joined(at) or tokens.breaks[at]:
        return False
    return tokens.keys[at] not in table("unstated")["not_counted"]


def _unstated_money(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether a number that is money stands without any unit: "the 6.4 million order"."""
    words = table("unstated")
    near = tokens.keys[max(mention.first - 6, 0) : mention.first]
    behind = tokens.keys[mention.stop]
    million = any(
        w.startswith(("млн", "млрд", "миллион", "million", "billion"))
        for w in tokens.keys[mention.first : mention.stop]
    )
    if behind in words["sums"]:
        return million or _large(mention)
    return million and not _counted(tokens, mention) and bool(set(near) & set(words["sums"]))
