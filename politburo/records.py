"""What a document is made of: catalogue page, witnesses, protocol, decisions, directives, loans.

A record holds values (:mod:`politburo.values`); each value knows its passage. Records are frozen
and compare by what they say, never by where it stands.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve, field, fields, frozen
from attrs.validators import in_

from politburo.display import Shown
from politburo.findings import Finding
from politburo.schedules import Schedule, loan_schedule
from politburo.text import Span
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity, Rate
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Action, Procedure, Secrecy, Wording
from politburo.vocabulary import table

__all__ = [
    "Attendance",
    "CataloguePage",
    "Charge",
    "Decision",
    "Directive",
    "Document",
    "Loan",
    "Order",
    "Protocol",
    "Reading",
    "Recipient",
    "Witness",
]


@frozen(repr=False)
class _Record(Shown):
    """A record says of itself what it has: empty fields and passages are left out.

    >>> Order(Action("charge"), tasks=(Action("buy"),))
    Order(action=Action.parse('charge'), tasks=(Action.parse('buy'),))
    """

    def __repr__(self) -> str:
        own = ((each.name, getattr(self, each.name)) for each in fields(type(self)) if each.eq)
        said = (f"{name}={value!r}" for name, value in own if value is not None and value != ())
        return f"{type(self).__name__}({', '.join(said)})"


@frozen(repr=False)
class Recipient(Value):
    """A person or body sent an extract, and the sub-points of which (all, where none is said).

    >>> str(Recipient(Person("Эйхе"), ("а", "б")))
    'Эйхе [а, б]'
    >>> Recipient(Body(id="NKF"), ("а",))
    Recipient(Body.parse('NKF'), ('а',))
    """

    kind = "recipient"

    party: Person | Body
    scope: tuple[str, ...] = ()

    def __str__(self) -> str:
        scope = f" [{', '.join(self.scope)}]" if self.scope else ""
        return f"{self.party}{scope}"

    def __repr__(self) -> str:
        return f"Recipient({self.party!r}, {self.scope!r})"


@frozen(repr=False)
class Charge(Value):
    """A directive that is charged to a loan or rests on its contract, by its entity.

    >>> Charge("ru/9/2"), str(Charge("ru/9/2"))
    (Charge('ru/9/2'), 'ru/9/2')
    """

    kind = "charge"

    directive: str

    def __str__(self) -> str:
        return self.directive

    def __repr__(self) -> str:
        return f"Charge({self.directive!r})"


@frozen(repr=False)
class CataloguePage(_Record):
    """The archive's page about the paper: what its cataloguers and editors say.

    ``money`` are the sums that title and summary name, ``numbers`` the protocol numbers that the
    title gives.

    >>> CataloguePage(title=Wording("Concerning the Loan")).title
    Wording('Concerning the Loan')
    """

    title: Wording | None = None
    dates: tuple[PartialDate, ...] = ()
    urls: tuple[Wording, ...] = ()
    languages: tuple[Wording, ...] = ()
    shelfmarks: tuple[Shelfmark, ...] = ()
    obtained_by: tuple[Wording, ...] = ()
    translated_by: tuple[Wording, ...] = ()
    summary: Wording | None = None
    money: tuple[MonetaryAmount, ...] = ()
    numbers: tuple[Wording, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(repr=False)
class Order(_Record):
    """One order of a directive: its governing verb, what is to be done, and who is told to.

    ``action`` is absent where the verb stands before a colon and governs several sub-items: the
    order with the verb belongs to the directive above.

    >>> Order(Action("charge"), (Action("deliver"),), (Body("NKTP"),)).action
    Action.parse('charge')
    """

    action: Action | None = None
    tasks: tuple[Action, ...] = ()
    responsible: tuple[Person | Body, ...] = ()


@frozen(repr=False)
class Directive(_Record):
    """What one sub-item of a decision says: its orders and every value in it.

    ``path`` is the sub-item path as written, without brackets and stops; ``("0",)`` where the
    text of the decision has no mark.

    >>> Directive(("9", "а")).path
    ('9', 'а')
    """

    path: tuple[str, ...]
    orders: tuple[Order, ...] = ()
    money: tuple[MonetaryAmount, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    deadlines: tuple[PartialDate | Duration, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    bodies: tuple[Body, ...] = ()
    persons: tuple[Person, ...] = ()
    shelfmarks: tuple[Shelfmark, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(repr=False)
class Decision(_Record):
    """A point of a protocol: number as written, title, who reported, who was sent an extract.

    >>> Decision("85/72", Wording("О Монголии")).number
    '85/72'
    """

    number: str
    title: Wording | None = None
    dates: tuple[PartialDate, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    secrecies: tuple[Secrecy, ...] = ()
    shelfmarks: tuple[Shelfmark, ...] = ()
    signatories: tuple[Person, ...] = ()
    speakers: tuple[Person | Body, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    directives: tuple[Directive, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(repr=False)
class Attendance(_Record):
    """Names that stand together in a presence list: ``rank`` is ``member``, ``candidate`` or empty.

    ``body`` is the organ whose members or candidates they are called, or for which they came.

    >>> Attendance((Person("Калинин"), Person("Молотов")), "candidate", Body(id="PB")).rank
    'candidate'
    """

    persons: tuple[Person, ...] = ()
    rank: str = field(default="", validator=in_(("", "member", "candidate")))
    body: Body | None = None


@frozen(repr=False)
class Protocol(_Record):
    """The protocol, extract or decree that a witness transmits.

    ``numbers`` has more than one entry where the paper gives its number in several ways;
    ``special_number`` is ``blank`` where the form's blank was left empty.

    >>> Protocol(numbers=(Wording("34"),)).numbers
    (Wording('34'),)
    """

    numbers: tuple[Wording, ...] = ()
    special_number: Wording | None = None
    bodies: tuple[Body, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    secrecies: tuple[Secrecy, ...] = ()
    signatories: tuple[Person, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attendance: tuple[Attendance, ...] = ()


@frozen(repr=False)
class Loan(_Record):
    """A loan, credit or advance as one witness speaks of it.

    ``principal`` in money or, in kind, a quantity. ``drawdowns`` are the directives charged to
    the loan, ``bases`` those that rest on its contract without being charged to it.

    ``term`` is the time in which it is paid back, ``grace`` the time before that, ``disbursement`` the
    time in which it is issued. ``purpose`` and ``repayment`` are the words of the paper, ``operators``
    those through whom it is granted; these five are no statements.

    >>> Loan().key
    'unstated'
    """

    principal: MonetaryAmount | Quantity | None = None
    borrowers: tuple[Body | Person, ...] = ()
    lenders: tuple[Body | Person, ...] = ()
    rate: Rate | None = None
    term: Duration | None = None
    tranches: tuple[MonetaryAmount | Quantity, ...] = ()
    drawdowns: tuple[Charge, ...] = ()
    bases: tuple[Charge, ...] = ()
    grace: Duration | None = None
    disbursement: Duration | None = None
    purpose: Wording | None = None
    operators: tuple[Body | Person, ...] = ()
    repayment: Wording | None = None

    @property
    def repaid_in_goods(self) -> bool:
        """Whether it is paid back in goods by the words of the paper; where not, it need not be in money.

        >>> Loan(repayment=Wording("погашением шерстью")).repaid_in_goods
        True
        """
        said = self.repayment.text.lower().split() if self.repayment else []
        stems = tuple(table("lending")["in_goods"])
        return any(word.startswith(stems) for word in said)

    @property
    def key(self) -> str:
        """The principal as a plain number, by which statements name the loan, or ``unstated``."""
        if self.principal is None:
            return "unstated"
        return str(self.principal).split(" ")[0].lstrip("~")

    def schedule(
        self,
        *,
        issued: PartialDate | dt.date | str | None = None,
        grace: Duration | str | None = None,
        payments_a_year: int = 1,
        day_of_first: PartialDate | dt.date | str | None = None,
        interest_from: PartialDate | dt.date | str | None = None,
    ) -> Schedule:
        """Return the payments by which the loan is repaid, as far as its terms allow it.

        What is given counts before what the paper says.

        Raises :class:`~politburo.schedules.TermsUnknown` where the paper does not give them.

        >>> principal, term = MonetaryAmount.parse("3 млн. тугр."), Duration.parse("P3Y")
        >>> loan = Loan(principal, term=term, rate=Rate.parse("6"))
        >>> [str(payment.principal) for payment in loan.schedule(issued="1930-04-18").payments]
        ['1000000 MNT', '1000000 MNT', '1000000 MNT']
        """
        return loan_schedule(
            self,
            issued=issued,
            grace=grace,
            payments_a_year=payments_a_year,
            day_of_first=day_of_first,
            interest_from=interest_from,
        )


@frozen(repr=False)
class Witness(_Record):
    """One text of the protocol: the transcription (``ru``), a translation (``en``), a second one (``ru#2``).

    ``accounted`` are the stretches that the structure explains; :attr:`coverage` is their share.

    >>> Witness("ru", "ru").coverage
    1.0
    """

    key: str
    language: str
    protocol: Protocol = Protocol()
    storage: tuple[Wording, ...] = ()
    shelfmarks: tuple[Shelfmark, ...] = ()
    loans: tuple[Loan, ...] = ()
    span: Span | None = field(default=None, eq=False)
    accounted: tuple[Span, ...] = field(default=(), eq=False)

    @property
    def coverage(self) -> float:
        """The share of the witness's characters that the structure accounts for, from 0 to 1."""
        if not self.span:
            return 1.0
        return sum(len(span) for span in self.accounted) / len(self.span)


@frozen(repr=False)
class Document(Shown):
    """A whole file: the text as given, the catalogue page, the witnesses and what was remarked.

    >>> Document("").witnesses
    ()
    """

    text: str
    item: CataloguePage | None = None
    witnesses: tuple[Witness, ...] = ()
    findings: tuple[Finding, ...] = ()

    def remarked(self, findings: tuple[Finding, ...]) -> Document:
        """Return the document with these findings.

        >>> Document("").remarked(()).findings
        ()
        """
        return evolve(self, findings=findings)

    def __repr__(self) -> str:
        keys = ", ".join(witness.key for witness in self.witnesses) or "no witnesses"
        return f"<Document of {len(self.text)} characters: {keys}; {len(self.findings)} findings>"


@frozen(repr=False)
class Reading(Shown):
    """What :func:`politburo.read` gives: the document and the findings on it.

    >>> Reading(Document("")).findings
    ()
    """

    document: Document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the document, in the order of their passages."""
        return self.document.findings

    def __repr__(self) -> str:
        return f"<Reading {self.document!r}>"
