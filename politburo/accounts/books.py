"""The accounts: papers in, one account for each loan out.

>>> from politburo.records import Document
>>> len(LoanAccounts.from_documents([Document("")]))
0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from politburo.accounts.account import LoanAccount
from politburo.accounts.entries import Allocation, Entry, EntryKind, Sum
from politburo.accounts.gathering import LoanSaid, loans_said
from politburo.accounts.matching import UNSAID, allocation_for, candidates, same_sum, unit_of
from politburo.display import Shown
from politburo.rates import Conversion, RateTable, convert
from politburo.records import Document, Reading
from politburo.values.base import Status
from politburo.values.currencies import Currency
from politburo.values.money import MonetaryAmount

__all__ = ["LoanAccounts"]

Papers = Iterable["Document | Reading | tuple[str, Document | Reading]"]
_RESTATED = "RUB_GOLD"
_RESTATED_IN = "SUR_1924"


@frozen(repr=False)
class LoanAccounts(Shown):
    r"""The accounts of all loans that some papers speak of, in order of their first paper.

    >>> from politburo.reader import read
    >>> heading = "ПРОТОКОЛ № 5 заседания Политбюро ЦК ВКП(б) от 1 мая 1930 г."
    >>> point = "3.- О ссуде. 1) Госбанку выдать Монголбанку ссуду в 3 млн. тугр. на три года."
    >>> paper = "\n\n".join([heading, point, "2) В счет этой ссуды перечислить Стормонгу 1 млн. тугр."])
    >>> accounts = LoanAccounts.from_documents([read(paper)])
    >>> [account.name for account in accounts.accounts]
    ['3000000 MNT to MONGOLBANK of 1930-05-01']
    """

    accounts: tuple[LoanAccount, ...] = ()

    @classmethod
    def from_documents(
        cls,
        documents: Papers | Mapping[str, Document | Reading],
        *,
        rubles: str | None = None,
        rates: RateTable | None = None,
    ) -> LoanAccounts:
        """Book the loans of papers, given as documents, readings, or pairs or a mapping with their names.

        The order of the papers does not matter: entries go by the day of their decision. ``rubles`` is
        what drawdowns in rubles of no kind are taken to be in (``"SUR"``: the Soviet ruble of the day);
        without it they stay what they are, and are not set off against gold rubles.
        """
        said = [one for name, document in _named(documents) for one in loans_said(name, document)]
        said.sort(key=lambda one: (str(one.date or "9999"), one.passage.document))
        books: list[list[LoanSaid]] = []
        for one in said:
            _enter(one, books)
        known = RateTable.standard() if rates is None else rates
        return cls(tuple(_account(book, known, rubles) for book in books))

    def __iter__(self) -> Iterator[LoanAccount]:
        """Iterate over the accounts."""
        return iter(self.accounts)

    def __len__(self) -> int:
        """Return the number of loans."""
        return len(self.accounts)

    def __repr__(self) -> str:
        return f"<LoanAccounts {[account.name for account in self.accounts]}>"

    def find(self, amount: int, borrower: str = "") -> LoanAccount:
        """Return the one loan of an amount (to a borrower, by its id or name), or raise KeyError."""
        found = [
            account
            for account in self.accounts
            if account.principal is not None
            and account.principal.low == amount
            and (not borrower or borrower in map(str, account.borrowers))
        ]
        if len(found) != 1:
            raise KeyError(f"{len(found)} loans of {amount}")
        return found[0]


def _named(documents: Papers | Mapping[str, Document | Reading]) -> Iterator[tuple[str, Document]]:
    pairs: Papers = documents.items() if isinstance(documents, Mapping) else documents
    for one in pairs:
        name, paper = one if isinstance(one, tuple) else ("", one)
        yield name, paper.document if isinstance(paper, Reading) else paper


def _enter(said: LoanSaid, books: list[list[LoanSaid]]) -> None:
    """Enter what a paper says into the book of its loan, or open one."""
    loans = [(number, book, _restatements(book)) for number, book in enumerate(books)]
    found = candidates(said, loans)
    if not found:
        books.append([said])
        return
    book = books[found[0]]
    if said.granted or not any(_same_decision(said, other) for other in book):
        book.append(said)


def _same_decision(one: LoanSaid, other: LoanSaid) -> bool:
    """Tell whether two papers give the same decision: it is booked once."""
    return (
        one.protocol == other.protocol and one.date == other.date and len(one.entries) == len(other.entries)
    )


def _restatements(book: Sequence[LoanSaid]) -> list[Entry]:
    made = _restated(book, _principal(book)[0], RateTable.standard())
    return [made[0]] if made else []


def _account(book: Sequence[LoanSaid], rates: RateTable, rubles: str | None) -> LoanAccount:
    principal, notes = _principal(book)
    allocations = _allocations(book, principal)
    entries = [_resolved(entry, rubles) for one in _once(book) for entry in _entries(one, allocations)]
    restated = _restated(book, principal, rates)
    if restated:
        entries = [_not_the_loan_itself(entry, restated[0]) for entry in entries] + [restated[0]]
    entries.sort(key=lambda entry: str(entry.date or "9999"))
    conversion = restated[1] if restated else None
    notes += [note for one in book for note in one.notes]
    notes += [_by_amount(one) for one in book[1:] if not one.parties and not one.near]
    return LoanAccount(tuple(book), principal, tuple(entries), tuple(allocations), tuple(notes), conversion)


def _by_amount(said: LoanSaid) -> str:
    place = f"{said.passage.document} {said.passage.entity}".lstrip()
    return f"{place} names no borrower: taken for this loan by its amount"


def _resolved(entry: Entry, rubles: str | None) -> Entry:
    """Return an entry in rubles of no kind in those the caller knows to be meant."""
    amount = entry.amount
    if rubles is None or entry.date is None or not isinstance(amount, MonetaryAmount):
        return entry
    if entry.kind is not EntryKind.DRAWDOWN or unit_of(amount) != "RUB":
        return entry
    try:
        found = amount.resolved(rubles, on=entry.date)
    except ValueError as error:
        return evolve(entry, notes=(*entry.notes, str(error)))
    return evolve(entry, amount=found, notes=(*entry.notes, f"RUB is taken to be {found.currency}"))


def _not_the_loan_itself(entry: Entry, restated: Entry) -> Entry:
    """Return a drawdown without the figure that is the loan's own, restated."""
    if entry.kind is not EntryKind.DRAWDOWN or entry.amount is None or restated.amount is None:
        return entry
    if entry.amount.low != restated.amount.low:
        return entry
    return evolve(entry, amount=None, notes=(*entry.notes, "the figure is that of the loan, restated"))


def _once(book: Sequence[LoanSaid]) -> Iterator[LoanSaid]:
    """Iterate over what the papers say, a decision that several give once."""
    for at, one in enumerate(book):
        if not any(_same_decision(one, other) for other in book[:at]):
            yield one


def _principal(book: Sequence[LoanSaid]) -> tuple[Sum | None, list[str]]:
    """Return the principal in the most telling unit that the papers give it, and what was inferred."""
    stated = [one.loan.principal for one in book if one.loan.principal is not None]
    if not stated:
        return None, []
    first = stated[0]
    if not isinstance(first, MonetaryAmount) or unit_of(first) not in UNSAID:
        return first, []
    others = [*stated, *(a.amount for one in book for a in (*one.allocations, *one.named))]
    units = list(dict.fromkeys(unit_of(other) for other in others if unit_of(other) not in UNSAID))
    if len(units) != 1:
        return first, []
    note = f"the principal is stated in {unit_of(first)}; {units[0]} is inferred from its other passages"
    return evolve(first, currency=Currency(units[0]), status=Status.INFERRED), [note]


def _allocations(book: Sequence[LoanSaid], principal: Sum | None) -> list[Allocation]:
    """Return the sums set apart, each once: a paper that draws on one means the same."""
    said = list(_once(book))
    known = [one for paper in said for one in paper.allocations]
    for paper in said:
        known += [
            one for one in paper.named if not any(same_sum(one.amount, other.amount) for other in known)
        ]
    return [evolve(one, amount=_in_unit(one.amount, principal)) for one in known]


def _in_unit(amount: Sum, principal: Sum | None) -> Sum:
    """Return a part of the principal in its unit, where its own is not said."""
    if not isinstance(amount, MonetaryAmount) or not isinstance(principal, MonetaryAmount):
        return amount
    if unit_of(amount) not in UNSAID or unit_of(amount) == unit_of(principal):
        return amount
    return evolve(amount, currency=principal.currency, status=Status.INFERRED)


def _entries(said: LoanSaid, allocations: Sequence[Allocation]) -> Iterator[Entry]:
    for entry in said.entries:
        if entry.allocation is None:
            yield entry
            continue
        found = allocation_for(entry.allocation, allocations, entry.allocation.purpose)
        notes = () if found else (f"which {entry.allocation.amount} is meant is not clear",)
        yield evolve(entry, allocation=found or entry.allocation, notes=(*entry.notes, *notes))


def _restated(
    book: Sequence[LoanSaid], principal: Sum | None, rates: RateTable
) -> tuple[Entry, Conversion] | None:
    """Infer the restatement of a gold-ruble loan from the first paper after the reform that speaks of it."""
    if not isinstance(principal, MonetaryAmount) or unit_of(principal) != _RESTATED:
        return None
    for one in book:
        rate = next((r for r in rates.between(_RESTATED, _RESTATED_IN) if _restates(r.kind)
                     and one.date is not None and r.in_force(one.date)), None)  # fmt: skip
        if rate is None or one.date is None:
            continue
        conversion = convert(principal, _RESTATED_IN, on=one.date, basis="restatement", rates=rates)
        stated = next((sum_ for sum_ in one.sums if sum_.low == conversion.result.low), None)
        said = "the paper states it" if stated else "the paper does not state it"
        note = f"inferred: {principal} × {rate.value}, as restated after the reform; {said}"
        return Entry(
            EntryKind.RESTATEMENT, one.date, conversion.result, one.passage, notes=(note,)
        ), conversion
    return None


def _restates(kind: str) -> bool:
    return kind in ("official_coefficient", "applied_to_loan")
