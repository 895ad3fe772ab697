"""The findings of reading itself: faults undone, omissions, passages that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from politburo.findings import Finding, Level
from politburo.reading.drafting import WitnessDraft
from politburo.reading.footnotes import is_numbered_note
from politburo.reading.layout import Layout, Stretch
from politburo.reading.lines import Line
from politburo.reading.paper import Paper
from politburo.reading.unread import unread_papers
from politburo.tokens import Kind, Tokens
from politburo.values.currency_words import currency_at
from politburo.values.faults import fused
from politburo.vocabulary import table

__all__ = ["remarks", "speaks_of_omission"]

# A shorter word with a digit behind it is an abbreviation or a model.
_SHORT = 3
_LABELS = {"omitted": "omission"}
_MESSAGES = {
    "omission": "the text says that something is left out here",
    "illegible": "the text says that something cannot be read here",
}


def remarks(
    paper: Paper, layout: Layout, drafts: Sequence[tuple[Stretch, WitnessDraft]]
) -> Iterator[Finding]:
    """Return what a reader must know of the witnesses, in the order of the text."""
    found = [f for stretch, _ in drafts for line in stretch.lines for f in _of_line(paper, line)]
    found += [f for stretch, _ in drafts for f in _fused_digits(paper, stretch.lines)]
    found += [f for _, draft in drafts for f in draft.remarks]
    found += [f for line in layout.item[:4] for f in fused_stars(paper, line)]
    found += [f for stretch, _ in drafts for line in stretch.lines for f in doubtful_glosses(paper, line)]
    found += unread_papers(paper, layout)
    yield from sorted(found, key=lambda f: f.span.start if f.span else 0)


def _fused_digits(paper: Paper, lines: Sequence[Line]) -> Iterator[Finding]:
    """Find the digits of footnotes fused to common words: «пшеницы1», where a footnote 1 stands below."""
    tokens = paper.tokens
    notes = {tokens.words[line.first] for line in lines if is_numbered_note(paper, line)}
    marked = {noise.span.stop for m in paper.mentions.all for noise in m.noise} if notes else set()
    for line in lines if notes else ():
        for at in range(line.first + 1, line.stop):
            if tokens.words[at] in notes and _is_fused(tokens, at) and tokens.stops[at] not in marked:
                rule, message, span = fused(
                    tokens.words[at - 1], tokens.words[at], tokens.span(at - 1, at + 1)
                )
                yield Finding(rule, Level.NOTE, message, span)


def _is_fused(tokens: Tokens, at: int) -> bool:
    """Tell whether a number stands right behind a word in small letters and right before a gap."""
    word = tokens.words[at - 1]
    behind = tokens.tight(at + 1) and (tokens.kinds[at + 1] is not Kind.MARK or tokens.words[at + 1] == "-")
    return tokens.tight(at) and word.islower() and len(word) > _SHORT and word.isalpha() and not behind


def fused_stars(paper: Paper, line: Line) -> Iterator[Finding]:
    """Find the note marks fused to the words of a title: "21 December 1987* (Pb 97/18)"."""
    tokens = paper.tokens
    for at in range(line.first + 1, line.stop):
        if tokens.words[line.first] == "*":
            return  # emphasis in Markdown, «*3 августа 1932 г.*»
        single = tokens.words[at] in {"*", "+"} and "*" not in {tokens.words[at - 1], tokens.words[at + 1]}
        if single and tokens.tight(at) and tokens.kinds[at - 1] is not Kind.MARK:
            word = tokens.words[at - 1]
            rule, message, span = fused(word, tokens.words[at], tokens.span(at - 1, at + 1))
            yield Finding(rule, Level.NOTE, message, span)


def doubtful_glosses(paper: Paper, line: Line) -> Iterator[Finding]:
    """Find translators' glosses that name another kind of money than their term.

    "10-ruble banknotes [chervonnye rubli]": a ten-ruble note is a chervonets, the gloss is the
    paper ruble, a tenth of it.
    """
    tokens = paper.tokens
    for at in range(line.first + 1, line.stop):
        gloss = currency_at(tokens, at + 1) if tokens.words[at] == "[" else None
        if gloss is None or tokens.words[gloss.stop] != "]":
            continue
        begin, term = _term(paper, line, at)
        if term and term != gloss.currency:
            message = _contradiction(
                tokens.quote(begin, at), term, tokens.quote(at + 1, gloss.stop), gloss.currency
            )
            yield Finding("translation-doubtful", Level.WARNING, message, tokens.span(begin, gloss.stop + 1))


def _contradiction(term: str, meant: str, gloss: str, named: str) -> str:
    names = [table("currencies")[unit]["name_en"] for unit in (meant, named)]
    return f"«{term}» is the {names[0]}, its gloss «{gloss}» the {names[1]}: expected the same kind of money"


def _term(paper: Paper, line: Line, at: int) -> tuple[int, str]:
    """Return where the term before a gloss begins and the currency it names, if it names its kind."""
    tokens = paper.tokens
    if tokens.keys[at - 1] in table("notes")["notes"]:
        begin = at - 4 if tokens.kinds[at - 4] is Kind.NUMBER else at - 1
        return begin, "CHERVONETS" if tokens.words[begin] == "10" else ""
    for begin in range(max(line.first, at - 4), at):
        found = currency_at(tokens, begin)
        if found is not None and found.stop == at:
            return begin, found.currency if found.currency != "RUB" else ""
    return at, ""


def speaks_of_omission(paper: Paper, line: Line, at: int) -> bool:
    """Tell whether "omitted" is the editor's word: on a short line, or in square brackets."""
    if line.stop - line.first <= 8:
        return True
    opened = "[" in paper.words[max(line.first, at - 16) : at]
    return opened and "]" in paper.words[at : min(line.stop, at + 16)]


def _of_line(paper: Paper, line: Line) -> Iterator[Finding]:
    for hit in line.hits:
        if hit.label in _MESSAGES or (hit.label == "omitted" and speaks_of_omission(paper, line, hit.first)):
            yield Finding(
                label := _LABELS.get(hit.label, hit.label),
                Level.NOTE,
                _MESSAGES[label],
                paper.tokens.span(hit.first, hit.stop),
            )
    for mention in paper.mentions.within(line.first, line.stop):
        for noise in mention.noise:
            level = Level.NOTE if noise.rule == "footnote-glued" else Level.WARNING
            yield Finding(noise.rule, level, noise.message, noise.span)
