"""The account of one loan, and the questions it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import evolve, frozen

from politburo.accounts.balances import Balance, Check, Debt, balance_of, debt_of, total
from politburo.accounts.entries import Allocation, Entry, EntryKind, Sum
from politburo.accounts.gathering import LoanSaid
from politburo.accounts.known import KnownLoan, known_loans
from politburo.accounts.matching import same_sum, unit_of
from politburo.display import Shown
from politburo.rates import Conversion
from politburo.schedules import Schedule, loan_schedule
from politburo.values.currencies import days_of
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Rate

__all__ = ["LoanAccount"]


@frozen(repr=False)
class LoanAccount(Shown):
    """One loan across papers: what it is, and every entry with its passage, in order of date.

    :meth:`LoanAccounts.from_documents <politburo.accounts.LoanAccounts.from_documents>` makes them.

    >>> LoanAccount((), None, (), ()).name
    'a loan of unknown amount'
    """

    said: tuple[LoanSaid, ...]
    principal: Sum | None
    entries: tuple[Entry, ...]
    allocations: tuple[Allocation, ...]
    notes: tuple[str, ...] = ()
    conversion: Conversion | None = None

    @property
    def name(self) -> str:
        """The loan as one would call it: its sum, its borrower, the day it was granted."""
        parts = [str(self.principal or "a loan of unknown amount")]
        parts += [f"to {party}" for party in self.borrowers[:1]]
        parts += [f"of {self.granted.date}" for _ in (1,) if self.granted and self.granted.date]
        return " ".join(parts)

    @property
    def borrowers(self) -> tuple[Body | Person, ...]:
        """Who borrows, as any of the papers says."""
        return tuple(dict.fromkeys(party for one in self.said for party in one.loan.borrowers))

    @property
    def lenders(self) -> tuple[Body | Person, ...]:
        """Who lends or acts for the lender, as any of the papers says."""
        return tuple(dict.fromkeys(party for one in self.said for party in one.loan.lenders))

    @property
    def rate(self) -> Rate | None:
        """The rate of interest, where a paper gives it."""
        return next((one.loan.rate for one in self.said if one.loan.rate), None)

    @property
    def term(self) -> Duration | None:
        """The time of repayment, where a paper gives it."""
        return next((one.loan.term for one in self.said if one.loan.term), None)

    @property
    def grace(self) -> Duration | None:
        """The time before repayment begins, where a paper gives it."""
        return next((one.loan.grace for one in self.said if one.loan.grace), None)

    @property
    def disbursement(self) -> Duration | None:
        """The time in which the loan is issued, where a paper gives it."""
        return next((one.loan.disbursement for one in self.said if one.loan.disbursement), None)

    @property
    def purpose(self) -> str:
        """What the loan is for, in the words of the first paper that says it; empty where none does."""
        return next((str(one.loan.purpose) for one in self.said if one.loan.purpose), "")

    @property
    def operators(self) -> tuple[Body | Person, ...]:
        """Through whom the loan is granted, as any of the papers says."""
        return tuple(dict.fromkeys(party for one in self.said for party in one.loan.operators))

    @property
    def repayment(self) -> str:
        """How the loan is paid back, in the words of the first paper that says it."""
        return next((str(one.loan.repayment) for one in self.said if one.loan.repayment), "")

    def schedule(
        self, *, issued: PartialDate | dt.date | str | None = None, interest_from: str | None = None
    ) -> Schedule:
        """Return the payments by the terms of the papers; issued on the day of the grant, if not said.

        Raises :class:`~politburo.schedules.TermsUnknown` where the papers do not give the terms.
        """
        day = issued or (self.granted.date if self.granted else None)
        return loan_schedule(self, issued=day, interest_from=interest_from)

    @property
    def granted(self) -> Entry | None:
        """The entry of the grant; None where no paper at hand grants the loan."""
        return next(iter(self.of(EntryKind.GRANT)), None)

    @property
    def restated(self) -> Sum | None:
        """The principal as restated in another unit, inferred; None where it was not."""
        return next((entry.amount for entry in self.of(EntryKind.RESTATEMENT)), None)

    @property
    def stated(self) -> tuple[Sum, ...]:
        """The principal as each paper states it, its unit as said there."""
        return tuple(one.loan.principal for one in self.said if one.loan.principal is not None)

    @property
    def known(self) -> KnownLoan | None:
        """The loan of the literature that it is by principal, borrower and, where both say it, date."""
        return next((loan for loan in known_loans() if _is_known(self, loan)), None)

    def of(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of a kind."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def drawdowns(self, allocation: Allocation | None = None) -> tuple[Entry, ...]:
        """Return what is charged to the loan, or to a sum set apart within it."""
        drawn = self.of(EntryKind.DRAWDOWN)
        return drawn if allocation is None else tuple(e for e in drawn if e.allocation == allocation)

    def allocation(self, words: str) -> Allocation:
        """Return the sum set apart whose purpose holds some words, or raise KeyError."""
        for one in self.allocations:
            if words.casefold() in one.purpose.casefold():
                return one
        raise KeyError(words)

    def part_of(self, year: int) -> Sum:
        """Return the sum of the parts that fall into a year."""
        if self.principal is None:
            raise KeyError(year)
        return total(self.principal, (part for one in self.allocations for part in one.part_of(year)))

    def balance(
        self, allocation: Allocation | None = None, *, on: PartialDate | dt.date | str | None = None
    ) -> Balance:
        """Return what is left of the loan, or of a sum set apart, by the end of a day or of the papers.

        Raises ValueError where the principal is not known.
        """
        limit = self.limit(on=on) if allocation is None else allocation.amount
        if limit is None:
            raise ValueError("no balance: no paper at hand gives the principal")
        until = _end_of(on)
        drawn = [entry for entry in self.drawdowns(allocation) if _by(entry.date, until)]
        return balance_of(limit, drawn, void=self._annulled(until))

    def owed(self, *, on: PartialDate | dt.date | str | None = None) -> Debt:
        """Return what is owed by the end of a day or of the papers: drawn less repaid, without interest.

        Raises ValueError where the principal is not known.
        """
        limit = self.limit(on=on)
        if limit is None:
            raise ValueError("no debt: no paper at hand gives the principal")
        until = _end_of(on)
        drawn, repaid = (
            [entry for entry in entries if _by(entry.date, until)]
            for entries in (self.drawdowns(), self.of(EntryKind.REPAYMENT))
        )
        return debt_of(limit, drawn, repaid, self._annulled(until))

    def limit(self, *, on: PartialDate | dt.date | str | None = None) -> Sum | None:
        """Return the principal, or what it was last increased to by the end of a day or of the papers."""
        until = _end_of(on)
        raised = [e.amount for e in self.of(EntryKind.INCREASE) if e.amount and _by(e.date, until)]
        return raised[-1] if raised else self.principal

    def _annulled(self, until: dt.date | None) -> tuple[str, ...]:
        found = (e for e in self.of(EntryKind.ANNULMENT) if _by(e.date, until))
        return tuple(f"annulled by {entry.passage}" for entry in found)

    def restated_balance(self, *, on: PartialDate | dt.date | str | None = None) -> Balance:
        """Return what is left in the unit of the restatement; what was drawn before is restated too.

        Raises ValueError where the loan was not restated.
        """
        if self.restated is None or self.conversion is None:
            raise ValueError(f"no restated balance: {self.name} was not restated in the papers at hand")
        until = _end_of(on)
        drawn = [entry for entry in self.drawdowns() if _by(entry.date, until)]
        return balance_of(self.restated, [_restated_entry(entry, self.conversion) for entry in drawn])

    def checks(self) -> tuple[Check, ...]:
        """Hold the account against itself: allocations against principal, drawdowns against both."""
        return tuple(_checks(self))

    def __str__(self) -> str:
        """Return the name of the loan."""
        return self.name

    def __repr__(self) -> str:
        return f"<LoanAccount {self.name}: {len(self.entries)} entries>"


def _restated_entry(entry: Entry, conversion: Conversion) -> Entry:
    if not isinstance(entry.amount, MonetaryAmount) or unit_of(entry.amount) != unit_of(conversion.amount):
        return entry
    amount = evolve(entry.amount.scaled(conversion.factor, rounded=True), currency=conversion.result.currency)
    return evolve(entry, amount=amount)


def _end_of(on: PartialDate | dt.date | str | None) -> dt.date | None:
    return None if on is None else days_of(on)[1]


def _by(date: PartialDate | None, until: dt.date | None) -> bool:
    return until is None or date is None or date.earliest is None or date.earliest <= until


def _is_known(account: LoanAccount, loan: KnownLoan) -> bool:
    if loan.principal is None or account.principal is None or not same_sum(account.principal, loan.principal):
        return False
    granted = account.granted.date if account.granted else None
    dated = granted is None or loan.date is None or granted == loan.date
    return dated and loan.borrower in {str(party) for party in account.borrowers}


def _checks(account: LoanAccount) -> Iterator[Check]:
    principal = account.principal
    if principal is not None and len(account.allocations) > 1:
        yield _add_up(account, principal)
    if principal is not None and account.drawdowns():
        yield _within("drawdowns-within-principal", "the principal", account.balance())
    for allocation in account.allocations:
        if account.drawdowns(allocation):
            what = f"{allocation.amount} {allocation.purpose}"
            yield _within("drawdowns-within-allocation", what, account.balance(allocation))


def _add_up(account: LoanAccount, principal: Sum) -> Check:
    amounts = [one.amount for one in account.allocations if unit_of(one.amount) == unit_of(principal)]
    found = total(principal, amounts)
    holds = None if len(amounts) < len(account.allocations) else found == principal
    said = "add up to" if holds else f"add up to {found}, not to"
    message = f"{len(amounts)} allocations {said} the principal, {principal}"
    return Check("allocations-add-up", holds, message, tuple(one.passage for one in account.allocations))


def _within(slug: str, what: str, balance: Balance) -> Check:
    drawn, left = f"the known drawdowns, {balance.drawn},", balance.left
    if left is not None and not left.approximate:
        if left.high is not None and left.high < 0:
            return Check(slug, holds=False, message=f"{drawn} go beyond {what}")
        if left.low is not None and left.low >= 0:
            return Check(slug, holds=True, message=f"{drawn} are within {what}")
    if balance.reasons:
        return Check(slug, None, f"{drawn} are within {what}, but others have no figure in its unit")
    return Check(slug, None, f"{drawn} may be within {what} or beyond it")
