"""Loans, what is set apart within them, and what is charged to them.

A loan is named by a noun («ссуда», «кредит», "advance") with a sum before it («пятимиллионной
ссуде») or behind it («кредит в 750 тыс. тугр.»), or is spoken of again («этого кредита», "this
loan", «той же суммы»). «В счет …» charges a directive to it; «на основании договора …» does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from politburo.reading.borrowing import Parties, read_parties
from politburo.reading.drafting import Block, distinct
from politburo.reading.loan_terms import periods, read_operators, read_purpose, read_repayment
from politburo.reading.mentions import Mention
from politburo.reading.paper import Paper
from politburo.reading.sentences import sentences
from politburo.reading.tranches import Sum, like, list_begins, set_apart, tranches
from politburo.reading.verbs import Sentence
from politburo.reading.words import affixes, find_phrase, words
from politburo.records import Charge, Loan, Order
from politburo.text import Span
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.terms import Wording

__all__ = ["Lending"]


@define
class LoanDraft:
    """A loan while the witness is read."""

    principal: Sum | None
    borrowers: list[Body | Person] = field(factory=list)
    lenders: list[Body | Person] = field(factory=list)
    rate: Rate | None = None
    term: Duration | None = None
    grace: Duration | None = None
    disbursement: Duration | None = None
    purpose: Wording | None = None
    operators: tuple[Body | Person, ...] = ()
    repayment: Wording | None = None
    tranches: list[Sum] = field(factory=list)
    drawdowns: list[Charge] = field(factory=list)
    bases: list[Charge] = field(factory=list)

    def closed(self) -> Loan:
        """Return the loan as a record."""
        return Loan(
            self.principal,
            distinct(self.borrowers),
            distinct(self.lenders),
            self.rate,
            self.term,
            tuple(self.tranches),
            distinct(self.drawdowns),
            distinct(self.bases),
            self.grace,
            self.disbursement,
            self.purpose,
            distinct(self.operators),
            self.repayment,
        )


@frozen
class Said:
    """What one sentence says of a loan: its noun and sum, a charge to it, a contract it rests on."""

    sentence: Sentence
    noun: int
    principal: Mention | None
    charge: Span | None
    base: Span | None


class Lending:
    """Gathers the loans of one witness, directive by directive."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.loans: list[LoanDraft] = []
        self.last: LoanDraft | None = None
        self.dividing: tuple[tuple[str, ...], LoanDraft] | None = None

    def closed(self) -> tuple[Loan, ...]:
        """Return the loans found, in the order in which they are first named."""
        return tuple(loan.closed() for loan in self.loans)

    def take(self, entity: str, block: Block, orders: Sequence[Order]) -> None:
        """Read what one directive says of loans."""
        self._parts(block)
        for first, stop in sentences(self.paper, block.stretches):
            self._sentence(entity, block, Sentence(self.paper, first, stop), orders)

    # --- one sentence ---------------------------------------------------------------------------

    def _sentence(self, entity: str, block: Block, sentence: Sentence, orders: Sequence[Order]) -> None:
        charge, base = _charge(sentence), _find(sentence, "basis")
        for noun in _nouns(sentence):
            principal = _principal(sentence, noun)
            loan = self._loan(sentence, noun, principal, charged=charge is not None)
            if loan is None:
                continue
            self._terms(sentence, loan, noun, granted=principal is not None, orders=orders)
            if principal is not None and charge is None and base is None:
                _conditions(sentence, loan)
            self._book(entity, block, loan, Said(sentence, noun, principal, charge, base))
            return
        if charge is not None and self.last is not None and _same_sum(sentence):
            self._draw(entity, block, self.last, Said(sentence, sentence.first, None, charge, None))
        elif self.last is not None and self._repaid(sentence):
            self._terms(sentence, self.last, sentence.first, granted=False, orders=())
            self.last.repayment = self.last.repayment or read_repayment(sentence)

    def _repaid(self, sentence: Sentence) -> bool:
        """Tell whether a sentence gives the terms of the loan just named: "Repayment is in three …"."""
        if sentence.tokens.keys[sentence.first].startswith(affixes("lending", "repaying")):
            return True
        # «Проценты по займу установить в 1,5% годовых.»
        rated = any(isinstance(mention.value, Rate) for mention in sentence.mentions())
        return rated and next(_nouns(sentence), None) is not None

    def _loan(
        self, sentence: Sentence, noun: int, principal: Mention | None, *, charged: bool
    ) -> LoanDraft | None:
        if principal is not None and isinstance(principal.value, (MonetaryAmount, Quantity)):
            return self._known(principal.value) or self._new(principal.value)
        again = charged or _spoken_again(sentence, noun) or _find(sentence, "basis") is not None
        return self.last if again else None

    def _known(self, value: Sum) -> LoanDraft | None:
        amount = str(value).split(" ")[0]
        found = next(
            (x for x in self.loans if x.principal is not None and str(x.principal).split(" ")[0] == amount),
            None,
        )
        self.last = found or self.last
        return found

    def _new(self, value: Sum) -> LoanDraft:
        self.last = LoanDraft(value)
        self.loans.append(self.last)
        return self.last

    def _terms(
        self, sentence: Sentence, loan: LoanDraft, noun: int, *, granted: bool, orders: Sequence[Order]
    ) -> None:
        rates = (m.value for m in sentence.mentions() if isinstance(m.value, Rate))
        loan.rate = loan.rate or next(rates, None)
        for period, length in periods(sentence):
            if getattr(loan, period.value) is None:
                setattr(loan, period.value, length)
        if granted:
            parties = read_parties(sentence, noun, orders)
            self._join(loan, parties)

    def _join(self, loan: LoanDraft, parties: Parties) -> None:
        loan.borrowers.extend(p for p in parties.borrowers if not loan.borrowers)
        loan.lenders.extend(p for p in parties.lenders if not loan.lenders)

    # --- what is charged ------------------------------------------------------------------------

    def _book(self, entity: str, block: Block, loan: LoanDraft, said: Said) -> None:
        sentence, base = said.sentence, said.base
        noun = sentence.tokens.span(said.noun, said.noun + 1)
        if base is not None and base.start <= noun.start:
            loan.bases.append(Charge(entity, span=Span(base.start, noun.stop)))
        elif said.charge is not None:
            self._draw(entity, block, loan, said)
        elif _ends_open(sentence) or _divides(block, self.paper):
            self.dividing = (block.path, loan)
            loan.tranches.extend(self._table(block, sentence.stop, loan))
        elif said.principal is not None:
            loan.tranches.extend(set_apart(sentence, loan.principal, said.principal))

    def _draw(self, entity: str, block: Block, loan: LoanDraft, said: Said) -> None:
        sentence = said.sentence
        loan.drawdowns.append(Charge(entity, span=said.charge))
        found = list(tranches(sentence, loan.principal, said.principal))
        again = _same_sum(sentence)
        loan.tranches.extend(value for value in found if not (again and value in loan.tranches))
        if not found and _ends_open(sentence):
            self.dividing = (block.path, loan)
            loan.tranches.extend(self._table(block, sentence.stop, loan))
        elif (listed := list_begins(sentence)) is not None:
            loan.tranches[len(loan.tranches) - len(found) :] = self._table(block, listed, loan)
        self.last = loan

    def _table(self, block: Block, after: int, loan: LoanDraft) -> Iterator[Sum]:
        """Iterate over the sums of a table under the charge, a line each, to its total."""
        for first, stop in block.stretches:
            if first < after:
                continue
            if set(self.paper.tokens.keys[first : first + 2]) & words("lending", "totals"):
                return
            values = [
                m.value for m in self.paper.mentions.within(first, stop) if like(m.value, loan.principal)
            ]
            yield from (v for v in values[:1] if isinstance(v, (MonetaryAmount, Quantity)))

    def _parts(self, block: Block) -> None:
        """Take the sums of the sub-items under «выделить:» or "divided as follows:" for tranches."""
        if self.dividing is None:
            return
        path, loan = self.dividing
        if block.path[: len(path)] != path or len(block.path) == len(path):
            if block.path != path:
                self.dividing = None
            return
        sums = [m.value for first, stop in block.stretches for m in self.paper.mentions.within(first, stop)]
        found = next((v for v in sums if like(v, loan.principal)), None)
        if isinstance(found, (MonetaryAmount, Quantity)):
            loan.tranches.append(found)


def _conditions(sentence: Sentence, loan: LoanDraft) -> None:
    """Read for what, through whom and against what repayment a loan is granted."""
    loan.purpose = loan.purpose or read_purpose(sentence)
    loan.operators = loan.operators or read_operators(sentence)
    loan.repayment = loan.repayment or read_repayment(sentence)


def _nouns(sentence: Sentence) -> Iterator[int]:
    """Iterate over the nouns that name a loan, those of budgets aside («кредит сверх сметы»)."""
    stems, tokens = affixes("lending", "stems"), sentence.tokens
    for at in range(sentence.first, sentence.stop):
        if tokens.keys[at].startswith(stems) and not _budget(sentence, at):
            yield at


def _budget(sentence: Sentence, at: int) -> bool:
    if sentence.tokens.keys[at] in words("lending", "not_loans"):
        return True
    return not words("lending", "budget").isdisjoint(sentence.words(at + 1, at + 5))


def _find(sentence: Sentence, row: str) -> Span | None:
    """Return the place of the first phrase of a row of the vocabulary in the sentence."""
    found = find_phrase(sentence.tokens, sentence.first, sentence.stop, "lending", row)
    return sentence.tokens.span(*found) if found else None


def _charge(sentence: Sentence) -> Span | None:
    """Return the place of the words that charge the directive to a loan."""
    plain = _find(sentence, "charge")
    if plain is not None:
        return plain
    keys = sentence.tokens.keys
    for at in range(sentence.first, sentence.stop):
        noun = _named_again(sentence, at) if keys[at] in words("lending", "from") else None
        if noun is not None:
            return sentence.tokens.span(at, noun + 1)
    return None


def _named_again(sentence: Sentence, at: int) -> int | None:
    """Return the noun of a loan spoken of again behind a preposition: «из этой ссуды»."""
    keys, stems = sentence.tokens.keys, affixes("lending", "stems")
    near = range(at + 1, min(at + 5, sentence.stop))
    noun = next((i for i in near if keys[i].startswith(stems)), None)
    if noun is None or not words("english_orders", "indefinite").isdisjoint(keys[at:noun]):
        return None
    return noun if not words("lending", "again").isdisjoint(keys[at:noun]) else None


def _same_sum(sentence: Sentence) -> bool:
    """Tell whether a charge speaks of the sum just named: «той же суммы», "the same amount"."""
    return _find(sentence, "same") is not None


def _spoken_again(sentence: Sentence, noun: int) -> bool:
    near = sentence.words(max(noun - 3, sentence.first), noun)
    return not words("lending", "again").isdisjoint(near)


def _principal(sentence: Sentence, noun: int) -> Mention | None:
    """Return the sum that the noun of a loan names: before it as an adjective, or behind it."""
    sums = [m for m in sentence.mentions() if isinstance(m.value, (MonetaryAmount, Quantity))]
    before = next((m for m in reversed(sums) if m.stop <= noun and _adjective(sentence, m, noun)), None)
    if before is not None:
        return before
    if not words("lending", "pointing").isdisjoint(sentence.words(max(noun - 2, sentence.first), noun)):
        return None
    return next((m for m in sums if m.first > noun and _leads(sentence, noun, m.first)), None)


def _adjective(sentence: Sentence, mention: Mention, noun: int) -> bool:
    """Tell whether a sum is the loan's adjective: «двухмиллионного военного займа»."""
    between = sentence.words(mention.stop, noun)
    value = mention.value
    worded = isinstance(value, MonetaryAmount) and sentence.tokens.words[mention.first].isalpha()
    return (
        worded
        and len(between) <= 2
        and all(w.isalpha() for w in between)
        and words("lending", "not_adjective").isdisjoint(between)
    )


def _leads(sentence: Sentence, noun: int, first: int) -> bool:
    """Tell whether the words between the noun and a sum say that the sum is the loan's."""
    if first - noun > 16:
        return False
    joints, at = words("lending", "joints"), noun + 1
    while at < first:
        mention = sentence.mention(at)
        if mention is not None and mention.value.kind in {"body", "person", "date"}:
            at = mention.stop
            continue
        if sentence.tokens.keys[at] not in joints:
            return False
        at += 1
    return True


def _ends_open(sentence: Sentence) -> bool:
    """Tell whether the words end in a colon or dash: a list follows."""
    return sentence.tokens.words[sentence.stop - 1] in {":", "-", "—"}


def _divides(block: Block, paper: Paper) -> bool:
    return bool(block.stretches) and paper.tokens.words[block.stretches[-1][1] - 1] == ":"
