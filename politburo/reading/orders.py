"""What a directive orders, of whom: «Поручить НКТП поставить …», "Charge the NKTP with delivering …".

A sentence gives orders by its verbs: in Russian infinitives used as commands, in English
imperatives and "is to …". A verb that governs others (charge, oblige, permit …) takes the one
told to act and tasks; every other verb of the main clause is an order of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from politburo.reading import english_orders, russian_orders
from politburo.reading.drafting import Block
from politburo.reading.paper import Paper
from politburo.reading.sentences import sentences
from politburo.reading.verbs import OrderDraft, Sentence, governs
from politburo.records import Order

__all__ = ["Orders", "read_orders"]


@define
class Orders:
    """The orders of the blocks of a decision, and the verbs before a colon that govern sub-items."""

    language: str
    leads: dict[tuple[str, ...], str] = field(factory=dict)


def read_orders(paper: Paper, block: Block, state: Orders) -> tuple[Order, ...]:
    """Read the orders of one directive, in the order of their verbs."""
    lead = _lead(block.path, state)
    drafts: list[OrderDraft] = []
    stretches = list(sentences(paper, block.stretches))
    for first, stop in stretches:
        sentence = Sentence(paper, first, stop)
        if state.language == "ru":
            drafts.extend(russian_orders.read_sentence(sentence, lead=bool(lead)))
        else:
            drafts.extend(english_orders.read_sentence(sentence, drafts, lead=bool(lead)))
    _remember(paper, block, state, drafts, lead)
    return tuple(_close(drafts))


def _lead(path: tuple[str, ...], state: Orders) -> str:
    """Return the class of the verb before the colon under which this sub-item stands."""
    above = [path[:n] for n in range(len(path) - 1, 0, -1)]
    # The text above the first mark is directive 0.
    unmarked = [("0",)] if path[:1] != ("0",) else []
    return next((state.leads[over] for over in (*above, *unmarked) if over in state.leads), "")


def _remember(paper: Paper, block: Block, state: Orders, drafts: Sequence[OrderDraft], lead: str) -> None:
    if not block.stretches:
        return
    last = block.stretches[-1][1] - 1
    # A lead ends in a colon, or runs on into its marks: "Oblige X (1) to buy …; (2) to sell".
    open_ = paper.tokens.words[last] not in {".", ";", ")", "!"}
    if open_ and drafts and governs(drafts[-1].action_name) and not lead:
        state.leads[block.path] = drafts[-1].action_name


def _close(drafts: Sequence[OrderDraft]) -> Iterator[Order]:
    for draft in drafts:
        tasks = tuple(task for task in draft.tasks if task.name != "other")
        if draft.action or tasks or draft.responsible:
            yield Order(draft.action, tasks, tuple(draft.responsible))
