"""Directives in the words of the papers: ``Поручить НКТП поставить 4 самолета к 1 мая``.

One sentence for an order; the sums, quantities, dates and further names of a directive stand in its last one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from politburo.records import Directive, Order
from politburo.values.names import Body, Person
from politburo.values.terms import Action
from politburo.vocabulary import table
from politburo.writing.phrases import (
    date_words,
    deadline_words,
    listed,
    money_words,
    name_words,
    quantity_words,
    shelfmark_words,
)

__all__ = ["directive_text", "is_lead", "names_of"]

# Objects that give way to the quantity or the sum itself: «поставить 4 самолета», "allocate 500,000 rubles".
_GOODS = frozenset({"товары", "the goods"})
_FUNDS = frozenset({"средства", "the funds"})


def is_lead(directive: Directive, below: Sequence[Directive]) -> bool:
    """Tell whether a directive ends in a colon: its verb governs what the sub-items below say.

    >>> lead = Directive(("1",), (Order(Action("charge"), (), (Body(id="NKTP"),)),))
    >>> is_lead(lead, [Directive(("1", "а"), (Order(None, (Action("deliver"),)),))])
    True
    """
    mine = [d for d in below if d.path[: len(directive.path)] == directive.path]
    return bool(directive.orders) and any(order.action is None for d in mine for order in d.orders)


def directive_text(directive: Directive, language: str, *, lead: bool = False) -> str:
    """Return what a directive says, without its mark.

    >>> order = Order(Action("charge"), (Action("deliver"),), (Body(id="NKTP"), Person("Орджоникидзе")))
    >>> print(directive_text(Directive(("1",), (order,)), "ru"))
    Поручить НКТП (т. Орджоникидзе) поставить товары.
    """
    words = _Words(language)
    sentences = [words.order(order, "", "") for order in directive.orders[:-1]]
    said = words.tail(directive)
    if directive.orders:
        sentences.append(words.order(directive.orders[-1], *said))
    elif any(said):
        sentences.append(f"{words.phrases['none']}: {_joined(' '.join(said))}")
    text = " ".join(f"{_capital(_joined(sentence))}." for sentence in sentences if sentence)
    # «… 1936 г.» has its stop already.
    text = text.replace("..", ".")
    return f"{text.removesuffix('.')}:" if lead else text


def names_of(orders: Sequence[Order]) -> tuple[Person | Body, ...]:
    """Return those told to act, in the order in which the sentences name them."""
    return tuple(name for order in orders for name in order.responsible)


def _joined(text: str) -> str:
    return " ".join(text.split()).replace(" ,", ",").rstrip(",")


def _capital(text: str) -> str:
    # «Т. Титову» at the beginning of a line could be item «Т.».
    return f"Тов.{text[2:]}" if text.startswith("т. ") else text[:1].upper() + text[1:]


@frozen
class _Words:
    """The sentences of one language."""

    language: str

    @property
    def phrases(self) -> Mapping[str, str]:
        phrases: Mapping[str, str] = table("writing")["phrases"][self.language]
        return phrases

    def verb(self, action: Action) -> Mapping[str, Any]:
        """Return the row of a class of verbs."""
        row: Mapping[str, Any] = table("writing")["verbs"][action.name]
        return row

    def order(self, order: Order, goods: str, tail: str) -> str:
        """Return the sentence of one order, what it is about and the circumstances behind it."""
        if order.action is None:
            done = self._tasks(order.tasks, "base", goods)
        elif order.action.name in table("actions")["governs"]:
            done = self._governing(order.action, order, goods)
        else:
            done = self._plain(order.action, order, goods)
        return f"{done} {tail}"

    def _governing(self, action: Action, order: Order, goods: str) -> str:
        row, name = self.verb(action), action.name
        if self.language == "ru":
            case = table("actions")["case"][name]
            addressed = self.names(order.responsible, case)
            return f"{row['ru']} {addressed} {self._tasks(order.tasks, 'base', goods)}"
        addressed = row.get("before", "") * bool(order.responsible) + self.names(order.responsible)
        link = row["link"]
        tasks = self._tasks(order.tasks, "ing" if link == "with" else "to", goods)
        joined = f" {link} " if tasks and link == "with" else " "
        return f"{row['en']} {addressed}{joined}{tasks}"

    def _plain(self, action: Action, order: Order, goods: str) -> str:
        row = self.verb(action)
        done = f"{row[self.language]} {self._object(row, goods)}"
        if not order.responsible:
            return done
        if self.language == "ru":
            return f"{self.names(order.responsible, 'dative')} {done}"
        named = self._grouped(order.responsible, "nominative")
        return f"{listed(named, self.language)} {'are' if len(named) > 1 else 'is'} to {done}"

    def _tasks(self, tasks: Sequence[Action], form: str, goods: str) -> str:
        said = []
        for index, task in enumerate(tasks):
            row = self.verb(task)
            verb = row["ing"] if form == "ing" else row[self.language]
            verb = f"to {verb}" if form == "to" else verb
            said.append(f"{verb} {self._object(row, goods if index == len(tasks) - 1 else '')}")
        return listed(said, self.language)

    def _object(self, row: Mapping[str, Any], goods: str) -> str:
        own = str(row.get(f"{self.language}_object", ""))
        if not goods:
            return own
        return goods if own in _GOODS | _FUNDS else f"{own}, {goods},"

    def names(self, names: Sequence[Person | Body], case: str = "nominative") -> str:
        """Return the names of a list in a case."""
        return listed(self._grouped(names, case), self.language)

    def _grouped(self, names: Sequence[Person | Body], case: str) -> list[str]:
        """Return each name, a person behind a body in brackets with it: «НКВТ (т. Элиаве)»."""
        said: list[str] = []
        for index, name in enumerate(names):
            written = name_words(name, self.language, case)
            if isinstance(name, Person) and index and isinstance(names[index - 1], Body):
                said[-1] += f" ({written})"
            else:
                said.append(written)
        return said

    def tail(self, directive: Directive) -> tuple[str, str]:
        """Return the quantities, and the circumstances: sums, dates, further names, deadlines, references."""
        goods = ", ".join(quantity_words(quantity, self.language) for quantity in directive.quantities)
        return goods, ", ".join(self._circumstances(directive))

    def _circumstances(self, directive: Directive) -> Iterator[str]:
        if directive.money:
            sums = ", ".join(money_words(amount, self.language) for amount in directive.money)
            yield self.phrases["sum"].format(sums=sums)
        for date in directive.dates:
            yield date_words(date, self.language)
        named = self._further(directive)
        if named:
            yield self.phrases["notes"].format(names=listed(named, self.language))
        for deadline in directive.deadlines:
            yield deadline_words(deadline, self.language)
        for mark in directive.shelfmarks:
            yield f"({shelfmark_words(mark, self.language)})"

    def _further(self, directive: Directive) -> list[str]:
        """Return the names that the orders do not say, in the genitive."""
        told = list(names_of(directive.orders))
        further: list[str] = []
        named: tuple[Person | Body, ...] = (*directive.bodies, *directive.persons)
        for name in named:
            if name in told:
                told.remove(name)
            else:
                further.append(name_words(name, self.language, "genitive"))
        return further
