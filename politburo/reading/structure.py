"""From lines to a draft: heading, points, sub-points, distribution lists of one witness.

The lines of a witness are read one by one. Each is offered to a row of small readers, the most
particular first; the first that understands it takes it.
"""

from __future__ import annotations

from collections.abc import Callable

from politburo.reading.addressing import read_addressees, read_distribution
from politburo.reading.closing import read_attachment, read_legend, read_signature
from politburo.reading.drafting import Progress, WitnessDraft
from politburo.reading.framing import (
    read_dressing,
    read_page_mark,
    read_presence,
    read_return_rule,
    read_secrecy,
    read_shelfmark,
    read_storage,
)
from politburo.reading.governing import read_governing
from politburo.reading.layout import Stretch
from politburo.reading.lines import Line
from politburo.reading.opening import (
    read_annex,
    read_code_line,
    read_edition,
    read_heading,
    read_special_number,
)
from politburo.reading.paper import Paper
from politburo.reading.points import (
    read_point,
    read_speakers_line,
    read_speech,
    read_subpoint,
    read_text,
    read_title_line,
)
from politburo.reading.unread import unread_line, unread_marks
from politburo.reading.words import words
from politburo.values.names import Body

__all__ = ["read_stretch"]

Reader = Callable[[Progress, Line], bool]

_READERS: tuple[Reader, ...] = (
    read_attachment,
    read_page_mark,
    read_storage,
    read_speech,
    read_legend,
    read_signature,
    read_presence,
    read_return_rule,
    read_addressees,
    read_distribution,
    read_code_line,
    read_heading,
    read_annex,
    read_special_number,
    read_governing,
    read_secrecy,
    read_shelfmark,
    read_dressing,
    read_point,
    read_speakers_line,
    read_subpoint,
    read_title_line,
    read_text,
)
# A list of addressees goes on until another kind of line ends it.
_LISTING = frozenset({read_addressees, read_distribution})


def read_stretch(paper: Paper, stretch: Stretch) -> WitnessDraft:
    """Read the lines of one witness, then what only the edition's heading says."""
    progress = Progress(paper, stretch.lines)
    for line in stretch.lines:
        _read(progress, line)
    for line in stretch.edition:
        read_edition(progress, line)
    draft = progress.draft
    draft.bodies = _keepers(draft.bodies or progress.above)
    draft.remarks.extend(unread_marks(progress))
    return draft


def _keepers(bodies: list[Body]) -> list[Body]:
    """Return the bodies that keep the protocol: «ЦЕНТРАЛЬНЫЙ КОМИТЕТ» over a Politburo's is letterhead."""
    organs = words("headings", "organs") - {"TSK", "TSKK"}
    kept = any(body.id in organs for body in bodies)
    return [body for body in bodies if not (kept and body.id == "TSK")]


def _read(progress: Progress, line: Line) -> None:
    """Offer a line to the readers; what none of them takes is remarked where it looks like the form."""
    taken = next((reader for reader in _READERS if reader(progress, line)), None)
    progress.listing = taken in _LISTING
    if taken is None:
        progress.draft.remarks.extend(unread_line(progress, line))
    else:
        progress.draft.accounted.append(line.span)
