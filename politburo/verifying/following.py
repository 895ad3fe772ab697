"""Whether a value follows from a passage: what a property can have, and what a phrase of it says.

To add a property: its type in :func:`_types`, or in ``_WORDS`` where it is the text's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from politburo.checking import RULES
from politburo.errors import ParseError
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy

__all__ = ["gives", "is_known", "refusal"]

# Words of the text itself, or of what the library alone can tell (a directive charged to a loan).
_WORDS = frozenset({
    "title", "url", "language", "obtained_by", "translated_by", "number", "special_number", "storage",
    "drawdown", "basis", "finding",
})  # fmt: skip


@cache
def _types() -> Mapping[str, tuple[type[Value], ...]]:
    party, measure = (Body, Person), (MonetaryAmount, Quantity)
    return {
        "date": (PartialDate,),
        "deadline": (PartialDate, Duration),
        "term": (Duration,),
        "rate": (Rate,),
        "money": (MonetaryAmount,),
        "quantity": (Quantity,),
        "principal": measure,
        "tranche": measure,
        "shelfmark": (Shelfmark,),
        "action": (Action,),
        "task": (Action,),
        "procedure": (Procedure,),
        "secrecy": (Secrecy,),
        "body": (Body,),
        "person": (Person,),
        "signatory": (Person,),
        "responsible": party,
        "speaker": party,
        "recipient": party,
        "borrower": party,
        "lender": party,
    }


def is_known(name: str) -> bool:
    """Tell whether there is a property of that name.

    >>> is_known("money"), is_known("amount")
    (True, False)
    """
    return name in _WORDS or name in _types()


def refusal(name: str, value: str) -> str:
    """Return what is wrong with a value as one of its property, an empty text where nothing is.

    >>> refusal("money", "500.000 золотых рублей"), refusal("money", "500000 RUB_GOLD")
    ("expected the canonical form '500000 RUB_GOLD'", '')
    """
    if not value.strip():
        return "expected a value"
    if name == "finding":
        return "" if value in {rule.slug for rule in RULES} else "expected the slug of a rule"
    types = _types().get(name, ())
    if not types or Body in types or Person in types:
        return ""  # names are the paper's own words
    found = _read(types, value)
    if not found:
        return f"expected the canonical form of a {' or a '.join(each.kind for each in types)}"
    return "" if value in found else f"expected the canonical form {found[0]!r}"


def gives(name: str, passage: str) -> tuple[str, ...]:
    """Return the values that a passage gives for a property by itself, without what stands around it.

    >>> gives("money", "500.000 золотых рублей"), gives("responsible", "НКВТ"), gives("title", "О Монголии.")
    (('500000 RUB_GOLD',), ('NKVT',), ('О Монголии', 'О Монголии.'))
    """
    types = _types().get(name)
    if types is None:
        words = " ".join(passage.split())
        return tuple(dict.fromkeys((words.rstrip(" .:;,"), words)))
    return _read(types, " ".join(passage.split()))


def _read(types: tuple[type[Value], ...], text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in types:
        try:
            value = each.parse(text)  # type: ignore[attr-defined]
        except (ParseError, ValueError):
            continue
        found[str(value)] = None
        if isinstance(value, Body) and value.id:
            break  # the name of a known body is no surname
    return tuple(found)
