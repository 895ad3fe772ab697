"""Who was present, and as what: «члены Политбюро т.т. Сталин, Томский; кандидаты — т. Калинин».

A rank («члены», «кандидаты») or a body («от ЦКК») opens a group of names; a semicolon, a full stop and a
new line close it. Candidates without an organ are those of the organ before. Words between that are
neither say nothing: «зав. отделами т.т. …» are names without a rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from politburo.reading.drafting import Group, Progress
from politburo.reading.mentions import Mention
from politburo.reading.paper import Paper
from politburo.reading.words import words
from politburo.records import Attendance
from politburo.values.names import Body, Person

__all__ = ["attendance", "read_present"]

_ENDS = frozenset({";", "."})


def read_present(progress: Progress, first: int, stop: int) -> None:
    """Take the names of a line of a presence list."""
    groups, paper = progress.draft.groups, progress.paper
    if not groups or paper.words[first - 1] not in words("presence", "goes_on"):
        groups.append(Group())
    at = first
    while at < stop:
        mention = paper.mentions.at(at)
        if mention is None:
            _take_word(paper, groups, at)
        else:
            _take_name(paper, groups, mention)
        at = at + 1 if mention is None else mention.stop


def _take_word(paper: Paper, groups: list[Group], at: int) -> None:
    """Take a word that opens or closes a group."""
    word = paper.keys[at]
    rank = next((name for name in ("member", "candidate") if word in words("presence", f"{name}s")), "")
    if rank and not _is_joined(paper, at):
        _fresh(groups).rank = rank
    elif word == ";" or (word == "." and _follows_name(paper, at)):
        _fresh(groups)


def _is_joined(paper: Paper, at: int) -> bool:
    """Tell whether members are those of «кандидаты в члены», "candidate members"."""
    before = at - 2 if paper.keys[at - 1] in words("presence", "joints") else at - 1
    return paper.keys[before] in words("presence", "candidates")


def _follows_name(paper: Paper, at: int) -> bool:
    found = [m for m in paper.mentions.within(max(0, at - 6), at) if m.stop == at]
    return any(isinstance(mention.value, Person) for mention in found) or paper.words[at - 1] == ")"


def _fresh(groups: list[Group]) -> Group:
    """Return the last group if it is empty still, else a new one."""
    if groups[-1].persons or groups[-1].rank or groups[-1].body:
        groups.append(Group())
    return groups[-1]


def _take_name(paper: Paper, groups: list[Group], mention: Mention) -> None:
    value, group = mention.value, groups[-1]
    if isinstance(value, Person):
        group.persons.append(value)
    elif isinstance(value, Body) and paper.words[mention.first - 1] != "(":
        # «(ВСНХ)» behind a name is where he worked, not what he was present as.
        own = group if group.body is None and not group.persons else _fresh(groups)
        own.body = value


def attendance(groups: Sequence[Group]) -> Iterator[Attendance]:
    """Yield the groups that have names; candidates without an organ are those of the one before."""
    organ: Body | None = None
    for group in groups:
        body = group.body or (organ if group.rank == "candidate" else None)
        organ = body if group.rank else organ
        if group.persons:
            yield Attendance(tuple(group.persons), group.rank, body)
