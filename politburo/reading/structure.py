"""From lines to drafts: heading, points, sub-points, distribution lists of one witness.

``Structure`` reads the lines of a witness one by one. Each line is offered to a row of small
readers, the most particular first; the first that understands it takes it.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from politburo.findings import Finding, Level
from politburo.reading.distribution import read_recipients
from politburo.reading.drafting import Block, DecisionDraft, Governing, WitnessDraft
from politburo.reading.headings import (
    date_of,
    is_organ,
    mentions_of,
    numbers_in,
    organs_in,
    point_of,
    protocol_number,
    wording,
)
from politburo.reading.layout import Paper, Stretch, dated_hit, edition_heading, numbered_heading
from politburo.reading.lines import Hit, Line
from politburo.reading.marks import Mark, order_of, read_mark
from politburo.reading.remarks import speaks_of_omission
from politburo.reading.titles import Title, ordered, read_speakers, read_title, titled, topical
from politburo.records import Recipient
from politburo.tokens import Kind
from politburo.values.codes import Code, read_code
from politburo.values.dates import PartialDate
from politburo.values.names import Body, Person
from politburo.values.person_grammar import read_name
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Procedure, Secrecy, Wording

__all__ = ["Structure"]

_TOTALS = frozenset({"total", "итого", "всего", "+", "++"})


class Structure:
    """Reads the lines of one witness into a draft."""

    def __init__(self, paper: Paper, stretch: Stretch) -> None:
        self.paper = paper
        self.stretch = stretch
        self.draft = WitnessDraft(stretch.language)
        self.governing = Governing()
        self.pending: Wording | None = None
        self.pending_recipients: tuple[int, int] | None = None
        self.mode = "head"
        self.speech = ""
        self.headed = False
        self.listing = False
        self.early: list[Recipient] = []
        self.note = ""
        self.above: list[Body] = []

    def read(self) -> WitnessDraft:
        """Read every line, then what only the edition's heading says."""
        for line in self.stretch.lines:
            if self._take(line, line.first):
                self.draft.accounted.append(line.span)
        for line in self.stretch.edition:
            self._edition(line)
        self.draft.bodies = self.draft.bodies or self.above
        return self.draft

    @property
    def decision(self) -> DecisionDraft | None:
        """The decision that is being read, if one has begun."""
        return self.draft.decisions[-1] if self.draft.decisions else None

    def _take(self, line: Line, at: int) -> bool:
        readers: tuple[Callable[[Line, int], bool], ...] = (
            self._attachment, self._page, self._storage, self._speech, self._legend, self._signature, self._presence,
            self._return_rule, self._recipients, self._distribution, self._code, self._heading, self._annex,
            self._special_number, self._governing_line, self._secrecy, self._shelfmark, self._dressing,
            self._decision_mark, self._speakers, self._sub_mark, self._title, self._text,
        )  # fmt: skip
        taken = next((reader for reader in readers if reader(line, at)), None)
        # A list of addressees goes on until another kind of line ends it.
        self.listing = self.listing and taken in {self._recipients, self._distribution}
        return taken is not None

    # --- the frame of the page ------------------------------------------------------------------

    def _attachment(self, line: Line, at: int) -> bool:
        """What follows the decision as an attachment or a covering note gives no rows; notes below do."""
        if self.mode == "attachment" and (line.hit("legend") or self._starred(at) or self._is_shelfmark(line)):
            self.mode = "legend"
        return self.mode == "attachment"

    def _starred(self, at: int) -> bool:
        return self.paper.tokens.words[at] == "*" and self.paper.tokens.words[at + 1][:1].isupper()

    def _page(self, line: Line, _: int) -> bool:
        words = self.paper.words(line)
        lone = all(word.isdigit() for word in words)
        mark = line.hit("page_mark") is not None
        if line.hit("votes") and self.decision is not None:
            self.mode = "closed"
            return True
        if mark and self.mode == "closed":
            self.mode = "attachment"
        omitted = line.hit("omitted")
        if omitted and speaks_of_omission(self.paper, line, omitted.first) and read_mark(self.paper.tokens, line.first) is None:
            return True
        return lone or mark or (line.hit("omission") is not None and len(words) <= 5)

    def _return_rule(self, line: Line, at: int) -> bool:
        return line.hit("return_rule") is not None and read_mark(self.paper.tokens, at) is None

    def _dressing(self, line: Line, _: int) -> bool:
        """Party heads, copy numbers, slogans; the organs that stand above a decree are remembered."""
        if self.mode != "head" or self.decision is not None:
            return False
        if not self.headed and self.paper.tokens.words[line.first].isupper() | bool(self.above):
            named = [m.value for m in mentions_of(self.paper, line, "body") if isinstance(m.value, Body)]
            self.above.extend(b for b in named if is_organ(b) or b.id in {"SNK", "SM"})
        return line.hit("party_head", "copy_note") is not None

    def _presence(self, line: Line, at: int) -> bool:
        if line.hit("presence") and self.mode == "head":
            hit = line.hit("presence")
            assert hit is not None  # noqa: S101  # narrows the type
            span = self.paper.tokens.span(hit.first, hit.stop)
            self.draft.procedures.append(Procedure("sitting", span=span))
            self.mode = "presence"
            return True
        if self.mode != "presence":
            return False
        mark = read_mark(self.paper.tokens, at)
        begins = mark is not None and (mark.dash or titled(self.paper, mark.stop, line.stop))
        if dated_hit(self.paper, line) or line.hit("procedure") or begins:
            self.mode = "head"
            return False
        return True

    def _storage(self, line: Line, _: int) -> bool:
        hit = line.hit("storage")
        if hit is None:
            return False
        tokens = self.paper.tokens
        nouns = {"пункт", "пункты", "point", "points", "sheet", "sheets", "листы", "лист", "item", "items", "п", "пп"}
        begin = max((i for i in range(line.first, hit.first) if tokens.keys[i] in nouns), default=line.first)
        self.draft.storage.extend(numbers_in(self.paper, begin, hit.first))
        self._heading(line, line.first)
        return True

    def _is_shelfmark(self, line: Line) -> bool:
        """Tell whether a line begins with an archival reference."""
        found = next(mentions_of(self.paper, line, "shelfmark"), None)
        return found is not None and found.first - line.first <= 2

    def _shelfmark(self, line: Line, _: int) -> bool:
        if not self._is_shelfmark(line):
            return False
        found = list(mentions_of(self.paper, line, "shelfmark"))
        self.draft.shelfmarks.extend(m.value for m in found if isinstance(m.value, Shelfmark))
        self.listing = False
        return True

    def _secrecy(self, line: Line, at: int) -> bool:
        own = line.hit("secret_decision")
        if own and self.decision is not None:
            self.decision.secrecies.append(self._as_secrecy(own))
            return True
        hits = [hit for hit in line.hits if hit.label == "secrecy" and hit.first >= at]
        marked = read_mark(self.paper.tokens, at) is not None and hits[:1] != [] and hits[0].first > at
        if not hits or line.stop - at > 14 or marked:
            return False
        inside = self.decision is not None and self.mode == "body" and not self.decision.blocks
        target = self.decision.secrecies if inside and self.decision else self.draft.secrecies
        target.extend(self._as_secrecy(hit) for hit in hits)
        return True

    def _as_secrecy(self, hit: Hit) -> Secrecy:
        return Secrecy(hit.value, span=self.paper.tokens.span(hit.first, hit.stop))

    # --- the heading ----------------------------------------------------------------------------

    def _heading(self, line: Line, _: int) -> bool:
        if self.mode not in {"head", "presence"}:
            return False
        hit = numbered_heading(self.paper, line)
        organ_line = self.headed and self._organ_line(line)
        if hit is None and not organ_line:
            return False
        self.headed = True
        if hit is not None and hit.label == "decree" and not self.draft.bodies:
            self.draft.bodies.extend(self.above)
        if hit is not None:
            self._numbers(line, hit)
        self._special_number(line, line.first)
        self._organs_and_date(line)
        return True

    def _organ_line(self, line: Line) -> bool:
        """A line of the heading that names the organ: «ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) от 26 НОЯБРЯ»."""
        named = [m for m in mentions_of(self.paper, line, "body")]
        if not named or named[0].first - line.first > 8 or topical(self.paper, line.first) or read_mark(self.paper.tokens, line.first):
            return False
        if dated_hit(self.paper, line) or line.hit("procedure") or self._enacting(line):
            return False
        return is_organ(named[0].value) or self.paper.tokens.words[named[0].first].isupper()

    def _numbers(self, line: Line, hit: Hit) -> None:
        number = protocol_number(self.paper, hit.stop, line.stop)
        if number:
            self.draft.numbers.append(number)
            self._number_suffix(number, hit)
        self.pending = point_of(self.paper, line.first, line.stop) or self.pending

    def _number_suffix(self, number: Wording, hit: Hit) -> None:
        """A decree's number ends in its secrecy: «№ 1697-377сс»."""
        if hit.label == "decree" and str(number).endswith(("сс", "ss")):
            self.draft.secrecies.append(Secrecy("top_secret", span=number.span))

    def _organs_and_date(self, line: Line) -> None:
        named = [m.value for m in mentions_of(self.paper, line, "body") if isinstance(m.value, Body)]
        decree = self.paper.tokens.words[line.first].isupper() or line.hit("decree") is not None
        self.draft.bodies.extend(b for b in named if is_organ(b) or (decree and b.id in {"SNK", "SM"}))
        date = date_of(self.paper, line)
        governs = dated_hit(self.paper, line) is not None or line.hit("procedure") is not None
        if date is not None and not self.draft.dates and not governs:
            self.draft.dates.append(date)

    def _special_number(self, line: Line, _: int) -> bool:
        hit = line.hit("special_number")
        if hit is None:
            return False
        number = protocol_number(self.paper, hit.stop - 1, line.stop)
        if number is not None:
            self.draft.special_number = number
        else:
            close = next((i for i in range(hit.stop, line.stop) if self.paper.tokens.words[i] == ")"), line.stop)
            blank = self.paper.tokens.span(hit.stop, close) if close > hit.stop else None
            self.draft.special_number = Wording("blank", span=blank)
        return True

    def _code(self, line: Line, _: int) -> bool:
        """The extract's own number: «№ П51/144», "# P78/131", «#Ст-209/41gs, 05.05.80»."""
        at, tokens = line.first, self.paper.tokens
        if self.mode != "head":
            return False
        while at < line.stop and tokens.keys[at] in {"№", "#", "no", "n", "nº", "."}:
            at += 1
        found = read_code(tokens, at)
        if found is None or not found.value.prefix or line.stop - found.stop > 8:
            return False
        self._take_code(found.value, at, found.stop)
        date = date_of(self.paper, line)
        if date is not None:
            self.governing = Governing((date,), ())
        return True

    def _take_code(self, code: Code, first: int, stop: int) -> None:
        tokens = self.paper.tokens
        digits = next(i for i in range(first, stop) if tokens.kinds[i] is Kind.NUMBER)
        slash = next((i for i in range(first, stop) if tokens.words[i] == "/"), stop)
        if code.protocol:
            self.draft.numbers.append(Wording(code.protocol, span=tokens.span(digits, slash)))
        if code.point:
            self.pending = Wording(f"{code.point}{code.suffix or ''}", span=tokens.span(slash + 1, stop))
        self.headed = True

    def _annex(self, line: Line, at: int) -> bool:
        """An attachment that stands alone is read as its point; one that follows the decision is not."""
        hit = line.hit("annex")
        if hit is None or read_mark(self.paper.tokens, at) is not None:
            return False
        if self.mode == "closed":
            self.mode = "attachment"
            return True
        if self.mode != "head":
            return False
        self.pending = point_of(self.paper, line.first, line.stop) or self.pending
        number = self._annex_number(line)
        if number:
            self.draft.numbers.append(number)
        self.headed = True
        self._organs_and_date(line)
        return True

    def _annex_number(self, line: Line) -> Wording | None:
        tokens = self.paper.tokens
        words = {"пр", "протокола", "протокол", "minutes", "protocol", "record", "pr", "politburo"}
        start = next((i for i in range(line.first, line.stop) if tokens.keys[i] in words), None)
        return protocol_number(self.paper, start + 1, line.stop) if start is not None else None

    def _edition(self, line: Line) -> None:
        """Take from an edition's heading what the text itself does not say."""
        kept = WitnessDraft(self.draft.language)
        own, self.draft = self.draft, kept
        hit = edition_heading(self.paper, line)
        if hit is not None:
            self._numbers(line, hit)
            self._organs_and_date(line)
        self.draft = own
        own.numbers = own.numbers or kept.numbers
        own.bodies = own.bodies or kept.bodies
        own.dates = own.dates or kept.dates

    # --- lines that govern what follows ---------------------------------------------------------

    def _governing_line(self, line: Line, at: int) -> bool:
        date, said = date_of(self.paper, line), dated_hit(self.paper, line) or line.hit("procedure")
        bare = date is not None and self._bare_date(line)
        if read_mark(self.paper.tokens, at) and not bare:
            return False
        if said is None and not bare:
            return False
        if said is not None and not (date or line.hit("procedure")) or (said and not self._short(line, said)):
            return False
        self._govern(line, date, bare=bare and said is None)
        return True

    def _short(self, line: Line, said: Hit) -> bool:
        return line.stop - line.first <= 26 and said.first - line.first <= 8

    def _bare_date(self, line: Line) -> bool:
        """Tell whether the line is a date and nothing else: «от 1.Х.35г.», "from 17 June 1936"."""
        found = next(mentions_of(self.paper, line, "date"), None)
        if found is None:
            return False
        words = self.paper.tokens.keys[line.first : found.first] + self.paper.tokens.keys[found.stop : line.stop]
        return all(w in {"от", "from", "за", "of", "dated", "on", ".", ":", "]", "[", "(", ")", "*"} for w in words)

    def _govern(self, line: Line, date: PartialDate | None, *, bare: bool) -> None:
        spoken = tuple(self._procedures(line))
        if bare and self.draft.bodies and not self.draft.dates and not self.draft.decisions:
            self.draft.dates.append(date) if date else None
            return
        if self.mode == "head" and not self.draft.decisions:
            self.draft.procedures.extend(p for p in spoken if not self.draft.procedures)
            spoken = ()
        date = opened(date)
        self.governing = Governing((date,) if date else self.governing.dates if bare else (), spoken)
        bracketed = self.paper.tokens.words[line.first] == "("
        if self.decision is not None and not self.decision.blocks and date and bracketed:
            self.decision.dates.append(date)
        self.listing = False

    def _procedures(self, line: Line) -> list[Procedure]:
        found = line.hit("procedure")
        return [Procedure(found.value, span=self.paper.tokens.span(found.first, found.stop))] if found else []

    # --- distribution ---------------------------------------------------------------------------

    def _distribution(self, line: Line, _: int) -> bool:
        hit = line.hit("distribution")
        if hit is None or self.paper.tokens.keys[hit.stop] in {"из", "from", "протокола"}:
            return False
        excerpts = self.paper.words(line)[0].startswith(("excerpt", "extract", "выписк"))
        if hit.first - line.first > (8 if excerpts else 3) and self.mode not in {"closed", "legend"}:
            return False
        self.listing = True
        self._add_recipients(hit.stop, line.stop)
        return True

    def _recipients(self, line: Line, at: int) -> bool:
        """Names under «Выписки посланы:», or a list of addressees above the text."""
        if self.listing and all(hit.label in {"recipients", "distribution"} for hit in line.hits):
            word = self.paper.tokens.words[at]
            if not read_mark(self.paper.tokens, at) and not self._is_shelfmark(line) and (word[:1].isupper() or word in {"т", "тт", "the"}):
                return self._add_recipients(line.first, line.stop)
        if self.mode == "head" and line.hit("recipients") and self.decision is None:
            self.listing = True
            hit = line.hit("recipients")
            return self._add_recipients(line.first, line.stop) or hit is not None
        return False

    def _add_recipients(self, first: int, stop: int, point: str = "") -> bool:
        found = read_recipients(self.paper, first, stop)
        named = next((d for d in self.draft.decisions if d.number == point), self.decision)
        if named is None:
            self.early.extend(found)
        else:
            named.recipients.extend(found)
        return bool(found)

    # --- points and sub-points ------------------------------------------------------------------

    def _speech(self, line: Line, at: int) -> bool:
        """СЛУШАЛИ / ПОСТАНОВИЛИ, alone on the line or with the point behind it."""
        hit = line.hit("listened", "resolved")
        if hit is None or hit.first - line.first > 2:
            return False
        self.speech = hit.label
        self.mode = "body" if self.draft.decisions else "head"
        at = hit.stop
        while at < line.stop and self.paper.tokens.words[at] in {":", "-", "—", "."}:
            at += 1
        if at < line.stop:
            self._after_speech(line, at)
        return True

    def _after_speech(self, line: Line, at: int) -> None:
        for reader in (self._decision_mark, self._sub_mark, self._text):
            if reader(line, at):
                return

    def _decision_mark(self, line: Line, at: int) -> bool:
        mark = read_mark(self.paper.tokens, self._over_markdown(line, at))
        if mark is None:
            return False
        again = self.decision is not None and mark.label == self.decision.number and not self._continues(mark)
        if self.speech == "resolved" and again:
            self._inner(line, mark.stop)
            return True
        if not self._opens_decision(line, mark):
            return False
        self._open(mark.label, mark)
        self._title_and_text(line, mark.stop)
        return True

    def _over_markdown(self, line: Line, at: int) -> int:
        while at < line.stop and self.paper.tokens.words[at] in {"#", "*"}:
            at += 1
        return at

    def _opens_decision(self, line: Line, mark: Mark) -> bool:
        """Tell a point of the protocol from a sub-point of the decision that is being read."""
        if mark.style == "I.":
            return self._roman_point(line, mark)
        if mark.style[0] not in "1п§":
            return False
        if mark.style == "§":
            return not ordered(self.paper.tokens, mark.stop, line.stop)
        if self.speech == "listened" or mark.style == "п." or "/" in mark.label or "(" in mark.label:
            return True
        if self.pending is not None and not self.draft.decisions:
            return mark.dash or mark.label == self.pending.text
        if self._continues(mark):
            return False
        if mark.dash or self.paper.tokens.words[line.first] == "#":
            return True
        # An extract or annex has one point: in it a number without its dash counts sub-points.
        single = self.pending is not None
        return topical(self.paper, mark.stop) if single else titled(self.paper, mark.stop, line.stop)

    def _roman_point(self, line: Line, mark: Mark) -> bool:
        """Tell whether a Roman number is that of a point considered at the sitting."""
        first = self.decision is None and self.pending is None
        goes_on = self.decision is not None and set(self.decision.number) <= set("IVXХ")
        return (first or goes_on) and topical(self.paper, mark.stop)

    def _continues(self, mark: Mark) -> bool:
        """Tell whether the mark is the next one of the sub-points in hand."""
        siblings = [m for m in (self.decision.marks if self.decision else []) if m.style == mark.style]
        return bool(siblings) and order_of(mark) == order_of(siblings[-1]) + 1 and not mark.dash

    def _unglued(self, number: str, mark: Mark | None) -> str:
        """Cut a note mark off a point's number («53/261.») where a footnote of that number stands below."""
        digit = number[-1:]
        if mark and self.paper.tokens.words[mark.stop - 2] in {"*", "+"}:
            self._remark_note(self.paper.tokens.words[mark.stop - 2], number, mark)
        long = "/" in number and len(number.rpartition("/")[2]) > 2 and digit.isdigit()
        if not (long and mark and any(self._is_note(line, digit) for line in self.stretch.lines)):
            return number
        self._remark_note(digit, number[:-1], mark)
        return number[:-1]

    def _remark_note(self, note: str, number: str, mark: Mark) -> None:
        span = self.paper.tokens.span(mark.first, mark.stop - 1)
        message = f"the note mark {note} is fused to the number {number}"
        self.draft.remarks.append(Finding("footnote-glued", Level.NOTE, message, span))
        self.note = note

    def _is_note(self, line: Line, digit: str) -> bool:
        return self.paper.tokens.words[line.first] == digit and self._footnote(line, line.first)

    def _open(self, number: str, mark: Mark | None = None) -> DecisionDraft:
        number = self._unglued(number, mark)
        span = self.paper.tokens.span(mark.first, mark.stop) if mark else None
        draft = DecisionDraft(number, span=span, note=self.note)
        self.note = ""
        draft.dates.extend(self.governing.dates)
        draft.procedures.extend(self.governing.procedures)
        draft.recipients.extend(self.early)
        self.early = []
        if "(" in number or number.endswith(("-ОП", "-OP")):
            self._special(draft, mark)
        self.draft.decisions.append(draft)
        self.mode, self.listing = "body", False
        return draft

    def _special(self, draft: DecisionDraft, mark: Mark | None) -> None:
        span = draft.span if mark else (self.pending.span if self.pending else None)
        draft.secrecies.append(Secrecy("special_folder", span=span))

    def _title_and_text(self, line: Line, at: int) -> None:
        title = read_title(self.paper, at, line.stop)
        if title is None:
            self._inner(line, at)
            return
        self._set_title(title)
        if title.stop < line.stop and not self._speakers(line, title.stop):
            self._inner(line, title.stop)

    def _set_title(self, title: Title) -> None:
        assert self.decision is not None  # noqa: S101  # narrows the type
        self.decision.title = title.wording
        self.decision.speakers.extend(title.speakers)

    def _title(self, line: Line, at: int) -> bool:
        """The subject of an extract, on a line of its own."""
        if not self.headed or self.mode == "closed" or (self.decision is not None and self.decision.title):
            return False
        if self.decision is not None and self.decision.blocks:
            return False
        title = read_title(self.paper, at, line.stop)
        if title is None or title.stop < line.stop or line.stop - at < 2 or not topical(self.paper, at):
            return False
        if self.decision is None:
            self._open(self.pending.text if self.pending else "0")
        self._set_title(title)
        return True

    def _enacting(self, line: Line) -> bool:
        words = self.paper.words(line)
        return words[-1:] == [":"] and any(w.startswith(("постановля", "decree", "resolve")) for w in words[-3:])

    def _speakers(self, line: Line, at: int) -> bool:
        """The names in brackets under the title: who reported."""
        if self.paper.tokens.words[at] != "(" or self.decision is None or self.decision.blocks:
            return False
        if read_mark(self.paper.tokens, at) is not None:
            return False
        self.decision.speakers.extend(read_speakers(self.paper, at, line.stop))
        return True

    def _sub_mark(self, line: Line, at: int) -> bool:
        mark = read_mark(self.paper.tokens, at)
        if mark is None or self.mode in {"closed", "presence"} or not (self.headed or self.decision):
            return False
        self._push(mark)
        self._inner(line, mark.stop)
        return True

    def _push(self, mark: Mark) -> None:
        """Open the sub-item of a mark: a mark of a known style closes what is below that style."""
        draft = self.decision or self._open(self.pending.text if self.pending else "0")
        styles = [m.style for m in draft.marks]
        if mark.style in styles:
            del draft.marks[styles.index(mark.style) :]
        elif draft.marks and order_of(mark) > 1 and not self._led(draft):
            # A list that goes on in another style («А.», then «VIII.») goes on at its level.
            draft.marks.pop()
        draft.marks.append(mark)
        draft.blocks.append(Block(tuple(m.label for m in draft.marks), mark=mark))

    def _led(self, draft: DecisionDraft) -> bool:
        """Tell whether the text before the mark ends in a colon: a list below it follows."""
        if not draft.blocks or not draft.blocks[-1].stretches:
            return True
        return self.paper.tokens.words[draft.blocks[-1].stretches[-1][1] - 1] == ":"

    def _inner(self, line: Line, at: int) -> None:
        """Take the rest of a line behind a mark: a further mark, or text."""
        if at >= line.stop:
            return
        mark = read_mark(self.paper.tokens, at)
        if mark is not None and order_of(mark) == 1 and mark.stop < line.stop:
            self._push(mark)
            self._inner(line, mark.stop)
            return
        self._text(line, at)

    def _text(self, line: Line, at: int) -> bool:
        if self.mode in {"closed", "presence", "legend"}:
            return False
        if self._enacting(line) and any(body.id in {"SNK", "SM"} for body in self.draft.bodies):
            return True
        if self.decision is None:
            if not self.headed or self.pending is None or not ordered(self.paper.tokens, at, line.stop):
                return False
            self._open(self.pending.text)
        draft = self.decision
        assert draft is not None  # noqa: S101  # narrows the type
        if not draft.blocks:
            draft.blocks.append(Block(("0",)))
        if self.paper.tokens.keys[at] in _TOTALS and len(draft.marks) > 1:
            if draft.blocks[-1].mark is not None:
                draft.marks.pop()
            draft.blocks.append(Block(tuple(m.label for m in draft.marks)))
        draft.blocks[-1].stretches.append((at, line.stop))
        self.listing = False
        return True

    # --- the end of the paper -------------------------------------------------------------------

    def _signature(self, line: Line, at: int) -> bool:
        if line.hit("signature") and self.decision is not None and line.stop - line.first < 24:
            names = self._signatories(line)
            if names or self.paper.tokens.words[line.first].isupper():
                self.draft.signatories.extend(names)
                self.mode = "closed"
                return True
        if self.mode == "closed" and not self.draft.signatories and line.stop - line.first < 8:
            self.draft.signatories.extend(self._signatories(line))
            return bool(self.draft.signatories)
        return False

    def _signatories(self, line: Line) -> list[Person]:
        found = []
        for mention in mentions_of(self.paper, line, "person"):
            if isinstance(mention.value, Person) and (mention.value.initials or line.hit("signature")):
                found.append(mention.value)
        return found

    def _legend(self, line: Line, at: int) -> bool:
        """Notes below the paper: footnotes, archival notes, the editor's legend."""
        words = self.paper.tokens.words
        ended = self.mode in {"closed", "legend"}
        noted = (line.hit("legend") is not None and (ended or line.stop - line.first < 4)) or (self.decision is not None and words[at] in {"–", "-", "•", "*", "_"} and self.mode in {"closed", "legend"})  # noqa: RUF001
        footnote = self._footnote(line, at)
        if not (noted or footnote or self.mode == "legend"):
            return False
        if line.hit("omission") or numbered_heading(self.paper, line):
            return False
        self.mode = "legend" if self.mode != "head" else self.mode
        self._note(line)
        return True

    def _footnote(self, line: Line, at: int) -> bool:
        """«2 В подлиннике сумма вписана чернилами.»: a small number, a space, a sentence."""
        tokens = self.paper.tokens
        small = tokens.kinds[at] is Kind.NUMBER and len(tokens.words[at]) < 3 and not tokens.tight(at + 1)
        if tokens.words[at][:1] in "¹²³⁴⁵⁶⁷⁸⁹":
            return self.decision is not None
        bracketed = tokens.words[at] == "[" and tokens.kinds[at + 1] is Kind.NUMBER and tokens.words[at + 2] == "]"
        starred = tokens.words[at] == "*" and tokens.words[at + 1] != "*" and self.decision is not None
        if bracketed or starred:
            return self.decision is not None
        return small and tokens.kinds[at + 1] is Kind.WORD and tokens.words[at + 1][:1].isupper() and date_of_start(self.paper, line)

    def _note(self, line: Line) -> None:
        self.draft.shelfmarks.extend(
            m.value for m in mentions_of(self.paper, line, "shelfmark") if isinstance(m.value, Shelfmark)
        )
        if line.hit("distribution"):
            hit = line.hit("distribution")
            assert hit is not None  # noqa: S101  # narrows the type
            # «В пометах о рассылке к п. 5: …» speaks of the extract of that point.
            point = point_of(self.paper, hit.stop, min(hit.stop + 5, line.stop))
            begin = next((i + 1 for i in range(hit.stop, line.stop) if self.paper.tokens.words[i] == ":"), hit.stop)
            self._add_recipients(begin if point else hit.stop, line.stop, point.text if point else "")
        date = date_of(self.paper, line)
        told = dated_hit(self.paper, line) or line.hit("procedure")
        decision = self._noted(self.paper.tokens.words[line.first])
        if told and decision is not None and date is not None:
            decision.dates[:] = [date]
            decision.procedures[:] = self._procedures(line)

    def _noted(self, mark: str) -> DecisionDraft | None:
        """Return the decision to whose number a note mark is fused, or the last one."""
        marked = (d for d in self.draft.decisions if d.note == mark)
        return next(marked, self.decision)


def opened(date: PartialDate | None) -> PartialDate | None:
    """Return the day of «от 1 октября», "from 1 October": the line names a day, not a beginning."""
    if date is None or date.end is not None:
        return date
    return evolve(date, end=date.start)


def date_of_start(paper: Paper, line: Line) -> bool:
    """Tell whether no date begins the line («5 АВГУСТА 1931 г.» is no footnote)."""
    return not any(m.first == line.first for m in mentions_of(paper, line, "date"))
