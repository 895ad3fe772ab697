r"""The period form again: a protocol as a Russian or English paper of its time.

::

    ПРОТОКОЛ № 40

    ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 27 июня 1936 г.

    ОПРОСОМ ЧЛЕНОВ ПОЛИТБЮРО:

    от 17.VI.36г.

    264.- О торговле с Синьцзяном.

    Разрешить САГУ зачислить студентов …

A paper says less than a record can hold. What is written reads back as the same protocol where it keeps to
what the form can say; the strategy ``politburo.testing.protocols`` makes exactly such protocols:

- one day (or, in the special protocol, a stretch of days), one organ of the Central Committee, one number;
- those present only in the minutes, by rank and organ, or as those who came for a body;
- decisions of rising numbers, each with a title; the speakers only in the minutes; the day of a decision only
  where the form has a line for it (special protocol, extract); one decision in an extract;
- directives without a mark (path ``0``), numbered or lettered, with one level of letters below a number;
- orders whose verb governs another («поручить», «разрешить») with those told to act and what they are to do;
  sums, quantities, dates with their year, deadlines and further names in the last order of a directive;
- names in the script of the paper's language, whose cases and spellings lead back to them.

Anything else is written as near to the record as the form allows; reading it back may give less. The
words are rows of ``vocabulary/data/writing.toml``.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from politburo.records import Attendance, Decision, Document, Protocol, Recipient, Witness
from politburo.values.dates import PartialDate
from politburo.values.names import Body
from politburo.values.terms import Secrecy
from politburo.vocabulary import table
from politburo.writing.orders import directive_text, is_lead
from politburo.writing.phrases import day_words, name_words, roman_day, shelfmark_words

__all__ = ["Form", "form_of", "write"]


class Form(enum.Enum):
    """The forms in which the Politburo's decisions were put on paper.

    ``minutes``: СЛУШАЛИ / ПОСТАНОВИЛИ, of the 1920s. ``special``: the special protocol of the 1930s, its
    points taken by poll under the lines of their days. ``extract``: what was sent out, until 1952.
    ``cpsu``: the extract of the Presidium and the Politburo of the CPSU.

    >>> Form("cpsu").name
    'CPSU'
    """

    MINUTES = "minutes"
    SPECIAL = "special"
    EXTRACT = "extract"
    CPSU = "cpsu"


def form_of(protocol: Protocol) -> Form:
    """Return the form in which a protocol was most likely put on paper.

    >>> form_of(Protocol(dates=(PartialDate.of(1923, 8, 2),)))
    <Form.MINUTES: 'minutes'>
    """
    year = protocol.dates[0].year if protocol.dates else None
    if year is not None and year >= 1953 and len(protocol.decisions) == 1:
        return Form.CPSU
    if any(str(procedure) == "poll" for procedure in protocol.procedures) or protocol.special_number:
        return Form.SPECIAL
    dated = [decision for decision in protocol.decisions if decision.dates]
    if dated:
        return Form.EXTRACT if len(protocol.decisions) == 1 else Form.SPECIAL
    return Form.MINUTES


def write(
    said: Protocol | Witness | Document, *, language: str | None = None, form: Form | None = None
) -> str:
    """Write a protocol, a witness with its references, or every witness of a document, as a paper.

    ``language`` is ``"ru"`` or ``"en"``: a witness's own, for a protocol Russian. ``form`` is
    worked out from date and procedure where it is not given (:func:`form_of`).

    >>> from politburo.values.terms import Wording
    >>> decision = Decision("7", Wording("О Монголии"))
    >>> number, day = Wording("34"), PartialDate.of(1923, 8, 2)
    >>> print(write(Protocol((number,), bodies=(Body(id="PB"),), dates=(day,), decisions=(decision,))))
    ПРОТОКОЛ № 34
    заседания Политбюро ЦК РКП(б) от 2 августа 1923 г.
    <BLANKLINE>
    СЛУШАЛИ:
    7. О Монголии.
    <BLANKLINE>
    """
    if isinstance(said, Document):
        return "\n".join(write(witness, form=form) for witness in said.witnesses)
    if isinstance(said, Protocol):
        said = Witness(language or "ru", language or "ru", said)
    if (language or said.language) not in ("ru", "en"):
        raise ValueError(f"expected the language 'ru' or 'en', got {language or said.language!r}")
    paper = _Paper(language or said.language, said)
    writers = {
        Form.MINUTES: paper.minutes,
        Form.SPECIAL: paper.special,
        Form.EXTRACT: paper.extract,
        Form.CPSU: paper.cpsu,
    }
    lines = writers[form or form_of(said.protocol)]()
    return "\n\n".join(line for line in (*paper.above(), *lines, *paper.below()) if line) + "\n"


@frozen
class _Paper:
    """The parts of one paper, paragraph by paragraph."""

    language: str
    witness: Witness

    @property
    def protocol(self) -> Protocol:
        return self.witness.protocol

    @property
    def phrases(self) -> Mapping[str, str]:
        phrases: Mapping[str, str] = table("writing")["phrases"][self.language]
        return phrases

    # --- the four forms -----------------------------------------------------------------------

    def minutes(self) -> Iterator[str]:
        """Write СЛУШАЛИ / ПОСТАНОВИЛИ: each point with what was heard and what was decided."""
        yield from self._secrecies()
        yield self._heading("minutes")
        yield self._special_number()
        yield from self._procedure()
        for decision in self.protocol.decisions:
            listened = [
                self.phrases["listened"],
                f"{decision.number}. {_title(decision)}",
                self._speakers(decision),
            ]
            yield "\n".join(line for line in listened if line)
            resolved = [self.phrases["resolved"], *self._directives(decision, f"{decision.number}. ")]
            yield "\n".join(resolved if len(resolved) > 1 else [])
            yield from self._distribution(decision)

    def special(self) -> Iterator[str]:
        """Write the special protocol: points taken by poll, under the lines of their days."""
        yield from self._secrecies()
        yield self._heading("period" if self._interval() else "special", capitals=True)
        yield self._special_number()
        yield from self._procedure()
        said: tuple[PartialDate, ...] = ()
        for decision in self.protocol.decisions:
            if decision.dates != said:
                yield from (self.phrases["dated"].format(date=self._short(date)) for date in decision.dates)
                said = decision.dates
            yield f"{decision.number}.- {_title(decision)}"
            yield self._speakers(decision)
            yield from self._own_secrecies(decision)
            yield from self._directives(decision)
            yield from self._distribution(decision)

    def extract(self) -> Iterator[str]:
        """Write the extract of the 1930s: addressees above, the day of the decision on a line of its own."""
        yield from self._secrecies()
        for decision in self.protocol.decisions:
            yield self._code(decision)
            yield self._addressees(decision)
            yield self._heading("extract", capitals=True)
            yield from self._procedure()
            yield from (self.phrases["decided"].format(date=self._short(date)) for date in decision.dates)
            yield f"{decision.number}. — {_title(decision)}"
            yield from self._own_secrecies(decision)
            yield from self._directives(decision)

    def cpsu(self) -> Iterator[str]:
        """Write the extract of the CPSU: its number above, the subject on a line of its own."""
        yield from self._secrecies()
        for decision in self.protocol.decisions:
            yield self._code(decision)
            yield self._addressees(decision)
            yield self._heading("cpsu")
            yield from self._procedure()
            yield _title(decision).removesuffix(".")
            yield from self._directives(decision)

    # --- head and foot ------------------------------------------------------------------------

    def above(self) -> Iterator[str]:
        """Write the note of what is kept apart."""
        if self.witness.storage:
            yield self.phrases["storage"].format(numbers=", ".join(map(str, self.witness.storage)))

    def below(self) -> Iterator[str]:
        """Write the signature and the archive's references."""
        for person in self.protocol.signatories:
            name = f"{person.initials} {person.surname}".strip().upper()
            yield self.phrases["secretary"].format(name=name)
        for mark in self.witness.shelfmarks:
            yield shelfmark_words(mark, self.language)

    def _secrecies(self) -> Iterator[str]:
        yield from (f"{self._secrecy(secrecy)}." for secrecy in self.protocol.secrecies)

    def _secrecy(self, secrecy: Secrecy) -> str:
        return str(table("writing")["secrecy"][self.language][secrecy.name])

    def _own_secrecies(self, decision: Decision) -> Iterator[str]:
        """Write the stamps of a decision, but for the special folder where its number says it: «178(ОП)»."""
        marked = "(" in decision.number
        yield from (
            f"{self._secrecy(secrecy)}."
            for secrecy in decision.secrecies
            if not (marked and secrecy.name == "special_folder")
        )

    def _heading(self, name: str, *, capitals: bool = False) -> str:
        number = ", ".join(map(str, self.protocol.numbers[:1]))
        date = self.protocol.dates[0] if self.protocol.dates else None
        said = day_words(date, self.language, interval=self.phrases["interval"]) if date else ""
        organs = (
            self._organ(body, capitals=capitals and self.language == "ru") for body in self.protocol.bodies
        )
        return self.phrases[name].format(number=number, organ=", ".join(organs), date=said).rstrip()

    def _organ(self, body: Body, *, capitals: bool) -> str:
        row = table("writing")["organs"].get(body.id)
        if row is None:
            return name_words(body, self.language, "genitive").removeprefix("the ")
        name = row[self.language].upper() if capitals else row[self.language]
        return self.phrases["organ"].format(organ=name, party=self._party())

    def _party(self) -> str:
        """Return the party's name on the day of the paper, or of its first decision."""
        own = (
            *self.protocol.dates,
            *(date for decision in self.protocol.decisions for date in decision.dates),
        )
        day = next((day.isoformat() for date in own if (day := date.earliest or date.latest)), "")
        names = table("writing")["party"]
        return str(next((row for row in reversed(names) if row["from"] <= day), names[0])[self.language])

    def _interval(self) -> bool:
        return any(date.is_interval for date in self.protocol.dates)

    def _special_number(self) -> str:
        number = self.protocol.special_number
        if number is None:
            return ""
        written = self.phrases["blank"] if number.text == "blank" else number.text
        return self.phrases["special_number"].format(number=written)

    def _procedure(self) -> Iterator[str]:
        for procedure in self.protocol.procedures:
            yield self.phrases["poll"] if procedure.name == "poll" else self._presence()

    def _presence(self) -> str:
        return "\n".join([self.phrases["present"], *map(self._present, self.protocol.attendance)])

    def _present(self, group: Attendance) -> str:
        names = ", ".join(map(str, group.persons))
        if group.body is None:
            return self.phrases["others"].format(names=names)
        organ = self._organ(group.body, capitals=False)
        return self.phrases[group.rank or "came"].format(organ=organ, names=names)

    def _code(self, decision: Decision) -> str:
        organs = [table("writing")["organs"].get(body.id) for body in self.protocol.bodies]
        letter = organs[0][f"code_{self.language}"] if organs and organs[0] else ""
        number = str(self.protocol.numbers[0]) if self.protocol.numbers else ""
        return self.phrases["code"].format(letter=letter, number=number, point=decision.number)

    # --- the points ---------------------------------------------------------------------------

    def _short(self, date: PartialDate) -> str:
        roman = self.language == "ru" and date.is_day and date.year is not None
        return roman_day(date) if roman else day_words(date, self.language)

    def _speakers(self, decision: Decision) -> str:
        said = ", ".join(name_words(name, self.language) for name in decision.speakers)
        return f"({said})." if said else ""

    def _directives(self, decision: Decision, opening: str = "") -> Iterator[str]:
        for index, directive in enumerate(decision.directives):
            lead = is_lead(directive, decision.directives[index + 1 :])
            mark = "" if directive.path == ("0",) else f"{_mark(directive.path[-1])} "
            yield f"{opening}{mark}{directive_text(directive, self.language, lead=lead)}"
            opening = ""

    def _distribution(self, decision: Decision) -> Iterator[str]:
        if decision.recipients:
            yield f"{self.phrases['extracts']} {self._recipients(decision.recipients)}"

    def _addressees(self, decision: Decision) -> str:
        if not decision.recipients:
            return ""
        return self.phrases["recipients"].format(names=self._recipients(decision.recipients))

    def _recipients(self, recipients: Sequence[Recipient]) -> str:
        return ", ".join(self._recipient(recipient) for recipient in recipients)

    def _recipient(self, recipient: Recipient) -> str:
        name = name_words(recipient.party, self.language, "dative")
        return f"{name} ({', '.join(recipient.scope)})" if recipient.scope else name


def _title(decision: Decision) -> str:
    return f"{decision.title}." if decision.title else ""


def _mark(label: str) -> str:
    return f"{label}." if label.isdigit() else f"{label})"
