"""Which values are said to be parts of which other: by the words between them, or by sub-items below a sum.

Four ways of saying it are known. In one sentence the whole comes first («212 млн. руб., в том числе:
по платежам 187 млн. руб. …») or last («4.500 т муки и 600 т жиров, а всего 5.100 т»); or the parts are
sub-items of the directive that names the whole ("It is divided as follows:") or stand above a TOTAL line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from attrs import frozen

from politburo.checking.places import between, directives, has_phrase, words_before
from politburo.checking.sums import unit_of
from politburo.records import Directive, Document
from politburo.text import Span
from politburo.values.money import MonetaryAmount
from politburo.values.quantities import Quantity

__all__ = ["Division", "Measured", "divisions"]

Measured = MonetaryAmount | Quantity

# So many words stand before the sum of a TOTAL line: «ИТОГО по всем статьям:».
_TOTAL_WORDS = 6


@frozen
class Division:
    """A whole and the parts that it is said to have.

    ``complete`` tells that the words say that these are all; ``entity`` is who says it.
    """

    whole: Measured
    parts: tuple[Measured, ...]
    entity: str
    witness: str
    complete: bool

    @property
    def sum(self) -> Decimal:
        """The parts added up."""
        return sum((part.amount or Decimal(0) for part in self.parts), Decimal(0))


def divisions(document: Document) -> Iterator[Division]:
    """Yield every whole with its parts, where all of them are exact and at least two."""
    groups: dict[tuple[str, str], list[tuple[str, Directive]]] = {}
    for place in directives(document):
        key = (place.witness.key, place.entity.removesuffix("/".join(place.directive.path)))
        groups.setdefault(key, []).append((place.entity, place.directive))
    for (witness, _), members in groups.items():
        for entity, directive in members:
            yield from _exact(_in_sentences(document, directive, entity, witness))
        yield from _exact(_under_items(document, members, witness))


def _exact(found: Iterator[Division]) -> Iterator[Division]:
    for division in found:
        exact = all(value.amount is not None for value in (division.whole, *division.parts))
        if exact and len(division.parts) > 1:
            yield division


def _measured(directive: Directive) -> list[Measured]:
    """Return the sums and quantities of a directive in the order of the text."""
    every: tuple[Measured, ...] = (*directive.money, *directive.quantities)
    values = [value for value in every if value.span]
    return sorted(values, key=lambda value: value.span.start if value.span else 0)


# --- in one sentence ------------------------------------------------------------------------------


def _in_sentences(document: Document, directive: Directive, entity: str, witness: str) -> Iterator[Division]:
    for sentence in _sentences(document, _measured(directive)):
        for at, whole in enumerate(sentence):
            behind = between(document, whole.span, sentence[at + 1].span) if at + 1 < len(sentence) else []
            if _opens(behind):
                parts, closed = _following(document, whole, sentence[at + 1 :])
                complete = has_phrase(behind, "parts_all") or _has_rest(document, parts)
                yield Division(whole, parts, entity, witness, complete and closed)
            elif at > 1 and _adds_up(document, whole):
                parts = _preceding(document, sentence[:at], whole)
                yield Division(whole, parts, entity, witness, complete=True)


def _opens(words: Sequence[str]) -> bool:
    return has_phrase(words, "parts_some") or has_phrase(words, "parts_all")


def _sentences(document: Document, values: list[Measured]) -> list[list[Measured]]:
    found: list[list[Measured]] = []
    for value in values:
        if found and not _ends_between(document.text, found[-1][-1].span, value.span):
            found[-1].append(value)
        else:
            found.append([value])
    return found


def _ends_between(text: str, first: Span | None, second: Span | None) -> bool:
    return (
        first is None
        or second is None
        or _sentence_end().search(text[max(0, first.stop - 1) : second.start]) is not None
    )


@cache
def _sentence_end() -> re.Pattern[str]:
    """Return what ends a sentence: a stop behind a word, not behind an initial or «т.», or a blank line."""
    return re.compile(r"(?:\w{4}|\d{2}|[)%»\"]|^\w?)[.!?]\s+[«\"]?[А-ЯЁA-Z]|\n\s*\n|\n[+*]")


def _following(
    document: Document, whole: Measured, rest: Sequence[Measured]
) -> tuple[tuple[Measured, ...], bool]:
    """Return the parts behind a whole, and whether the list runs to its end undisturbed."""
    parts: list[Measured] = []
    for at, value in enumerate(rest):
        if at and (_opens(between(document, rest[at - 1].span, value.span)) or _adds_up(document, value)):
            return tuple(parts), False
        if type(value) is type(whole) and not _alike(value, whole):
            return tuple(parts), False
        if _alike(value, whole) and not _is_price(document, value):
            parts.append(value)
    return tuple(parts), True


def _preceding(document: Document, values: Sequence[Measured], whole: Measured) -> tuple[Measured, ...]:
    return tuple(value for value in values if _alike(value, whole) and not _is_price(document, value))


def _alike(part: Measured, whole: Measured) -> bool:
    return unit_of(part) in (unit_of(whole), "XXX")


def _is_price(document: Document, value: Measured) -> bool:
    return isinstance(value, MonetaryAmount) and has_phrase(
        words_before(document, value.span)[-2:], "price", last=True
    )


def _adds_up(document: Document, value: Measured) -> bool:
    return has_phrase(words_before(document, value.span)[-5:], "total", last=True)


def _has_rest(document: Document, parts: tuple[Measured, ...]) -> bool:
    """Tell whether the last part is the remainder («и прочим — 10 250 тыс.»), on either side of its sum."""
    if len(parts) < 2:
        return False
    last = parts[-1].span
    behind = document.text[last.stop : last.stop + 40].casefold().split() if last else []
    words = [word.strip(".,;:—()") for word in behind]
    closing = next((at for at, word in enumerate(behind) if word[-1:] in ".;"), len(behind))
    return has_phrase(between(document, parts[-2].span, last), "rest") or has_phrase(
        words[: closing + 1], "rest"
    )


# --- in sub-items ---------------------------------------------------------------------------------


def _under_items(
    document: Document, members: list[tuple[str, Directive]], witness: str
) -> Iterator[Division]:
    """Yield the sub-items of a directive as parts of the sum above them, and of the TOTAL below."""
    for at, (entity, parent) in enumerate(members):
        children, stop = _children(members, at)
        if len(children) < 2:
            continue
        unit_values = [_of_unit(document, child) for child in children]
        if any(value is None for value in unit_values):
            continue
        parts = tuple(value for value in unit_values if value is not None)
        above = _whole_above(document, parent, parts[0], children[0])
        if above is not None:
            whole, complete = above
            yield Division(whole, parts, entity, witness, complete)
        below = _whole_below(document, parent, members[stop : stop + 1], parts[0], children[-1])
        if below is not None:
            yield Division(below, parts, entity, witness, complete=True)


def _children(members: list[tuple[str, Directive]], at: int) -> tuple[list[Directive], int]:
    """Return the directives one step below and where they stop; deeper ones belong to them."""
    path, children = members[at][1].path, list[Directive]()
    path = () if path == ("0",) else path
    stop = at + 1
    while stop < len(members) and members[stop][1].path[: len(path)] == path:
        below = members[stop][1].path
        if below in (path, ("0",)):
            break
        if len(below) == len(path) + 1 and (not children or children[-1].path != below):
            children.append(members[stop][1])
        stop += 1
    return children, stop


def _of_unit(document: Document, child: Directive) -> Measured | None:
    """Return the one sum of a sub-item, else its one quantity; None where it has several."""
    first = _sentences(document, _measured(child))[:1]
    values = first[0] if first else []
    money = [
        value for value in values if isinstance(value, MonetaryAmount) and not _is_price(document, value)
    ]
    chosen: Sequence[Measured] = money or [value for value in values if isinstance(value, Quantity)]
    return chosen[0] if len(chosen) == 1 else None


def _whole_above(
    document: Document, parent: Directive, part: Measured, child: Directive
) -> tuple[Measured, bool] | None:
    """Return the last sum of the part's unit above the sub-items, and whether these are said to be all."""
    values = [value for value in _measured(parent) if _before(value, child.span) and _alike(part, value)]
    if not values:
        return None
    words = between(document, values[-1].span, child.span)
    return (values[-1], has_phrase(words, "parts_all")) if _opens(words) else None


def _before(value: Measured, span: Span | None) -> bool:
    return value.span is not None and span is not None and value.span.stop <= span.start


def _whole_below(
    document: Document,
    parent: Directive,
    following: list[tuple[str, Directive]],
    part: Measured,
    last: Directive,
) -> Measured | None:
    """Return the sum of a TOTAL line below the sub-items."""
    # What has a mark of its own sums up nothing above it.
    unmarked = [directive for _, directive in following if directive.path in (parent.path, ("0",))]
    candidates = [parent, last, *unmarked]
    for value in (value for directive in candidates for value in _measured(directive)):
        behind = last.span is not None and value.span is not None and value.span.start > last.span.start
        if behind and value is not part and _alike(part, value) and _is_total_line(document, value):
            return value
    return None


def _is_total_line(document: Document, value: Measured) -> bool:
    """Tell whether a total word and little else stands before a sum in its line."""
    start = value.span.start if value.span else 0
    before = document.text[document.text.rfind("\n", 0, start) + 1 : start]
    return len(before.split()) <= _TOTAL_WORDS and _adds_up(document, value)
