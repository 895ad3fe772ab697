"""The parts of a corpus: what has been read, kept so that no paper is ever read twice.

A part holds the papers whose ids begin with the same bits, as one Arrow file of nested batches in
``.politburo/parts``. Its name says which papers it holds and by which library they were read, and it gets
the name only when it is complete: a part that is there is right, whatever was interrupted.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from politburo.corpus.batches import Opening, Read, outcome_of
from politburo.corpus.sources import Source, content, fault
from politburo.writing.tables.arrow import Outcome, arrow, nested, reading_schema
from politburo.writing.tables.rows import paper_id

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Done", "Part", "Plan", "load", "plan", "probe", "read_part", "replaced"]

# Papers of a part, on the average at most: what a process reads at a time.
_PAPERS = 128
_AGAIN = "-again.arrow"


class Done(NamedTuple):
    """What a part came to: papers, those of them that were read anew, findings, bytes."""

    papers: int
    fresh: int
    findings: int
    bytes: int


@frozen
class Part:
    """The papers (id to address) of one part, the file for them, and the earlier files to take them from."""

    path: Path
    papers: dict[str, str]
    bytes: int
    earlier: tuple[Path, ...] = ()
    deadly: frozenset[str] = field(default=frozenset())

    @property
    def is_there(self) -> bool:
        """Whether the part has been read, without an error that may be gone."""
        return self.path.exists()

    @property
    def file(self) -> Path:
        """The file that holds the part, once it has been read."""
        again = self.path.with_name(self.path.stem + _AGAIN)
        return self.path if self.path.exists() else again


class Plan(NamedTuple):
    """The parts of a corpus in the order of their ids."""

    parts: list[Part]


def plan(sources: Iterable[Source], folder: Path, fingerprint: str) -> Plan:
    """Return the parts that the sources make; each paper once, from the first of its addresses."""
    papers: dict[str, Source] = {}
    for source in sources:
        if source.content is not None:
            papers.setdefault(_id(source), source)
    bits = max(0, (len(papers) - 1).bit_length() - _PAPERS.bit_length() + 1) if papers else 0
    groups: dict[int, dict[str, Source]] = defaultdict(dict)
    for paper in sorted(papers):
        groups[_bucket(paper, bits)][paper] = papers[paper]
    kept = _kept(folder, fingerprint)
    return Plan([_part(folder, fingerprint, bits, groups[at], kept) for at in sorted(groups)])


def _id(source: Source) -> str:
    return (source.content or "")[: len(paper_id(b""))]


def _bucket(paper: str, bits: int) -> int:
    return int(paper[:8], 16) >> (32 - bits)


def _part(
    folder: Path,
    fingerprint: str,
    bits: int,
    papers: dict[str, Source],
    kept: dict[int, dict[int, list[Path]]],
) -> Part:
    digest = hashlib.sha256("".join(papers).encode()).hexdigest()[:16]
    bucket = _bucket(next(iter(papers)), bits)
    path = folder / f"{fingerprint}-{bits}-{bucket:x}-{digest}.arrow"
    earlier = () if path.exists() else tuple(sorted(_overlapping(bits, bucket, kept)))
    addresses = {paper: source.address for paper, source in papers.items()}
    return Part(path, addresses, sum(source.bytes or 0 for source in papers.values()), earlier)


def _kept(folder: Path, fingerprint: str) -> dict[int, dict[int, list[Path]]]:
    """Return the files that the same library has read, by bits and bucket."""
    kept: dict[int, dict[int, list[Path]]] = defaultdict(lambda: defaultdict(list))
    for path in folder.glob(f"{fingerprint}-*.arrow"):
        _, bits, bucket, *_ = path.stem.split("-")
        kept[int(bits)][int(bucket, 16)].append(path)
    return kept


def _overlapping(bits: int, bucket: int, kept: dict[int, dict[int, list[Path]]]) -> Iterator[Path]:
    for old, buckets in kept.items():
        if old <= bits:
            yield from buckets.get(bucket >> (bits - old), ())
        else:
            first = bucket << (old - bits)
            yield from chain.from_iterable(buckets.get(first + at, ()) for at in range(1 << (old - bits)))


def read_part(part: Part, read: Read, opening: Opening) -> Done:
    """Read the papers of a part, those that were read before excepted, and write its file."""
    pa = arrow()
    kept = _taken(part)
    have = set(kept["paper"].to_pylist())
    fresh = [paper for paper in part.papers if paper not in have]
    read_now = nested(_outcome(part, paper, read, opening) for paper in fresh)
    table = pa.concat_tables([kept, pa.Table.from_batches([read_now])]).sort_by("paper").combine_chunks()
    _write(part, table)
    findings = int(pa.compute.sum(pa.compute.list_value_length(table["findings"])).as_py() or 0)
    return Done(table.num_rows, len(fresh), findings, part.bytes)


def probe(part: Part, paper: str, read: Read, opening: Opening) -> None:
    """Read one paper and forget it, to see whether the process lives on."""
    _outcome(part, paper, read, opening)


def _outcome(part: Part, paper: str, read: Read, opening: Opening) -> Outcome:
    if paper in part.deadly:
        return Outcome(paper, error="the process that read it died", transient=True)
    try:
        data = content(part.papers[paper], 4 * opening.characters)
    except Exception as error:  # noqa: BLE001 - zip files and servers fail in ways of their own
        return Outcome(paper, error=fault(error), transient=True)
    if paper_id(data) != paper:
        return Outcome(paper, error="changed while the corpus was built", transient=True)
    return outcome_of(data, read, opening.characters, ocr=opening.ocr)


def _taken(part: Part) -> pa.Table:
    """Return the papers of the part that earlier files hold, without errors that may be gone."""
    pa = arrow()
    wanted, taken = set(part.papers), [reading_schema().empty_table()]
    for path in part.earlier:
        table = load(path)
        heads = zip(table["paper"].to_pylist(), table["transient"].to_pylist(), strict=True)
        rows = [at for at, (paper, transient) in enumerate(heads) if paper in wanted and not transient]
        wanted -= {table["paper"][at].as_py() for at in rows}
        taken.append(table.take(pa.array(rows, pa.int64())))
    return pa.concat_tables(taken)


def load(path: Path) -> pa.Table:
    """Return the nested rows of a part's file."""
    with arrow().OSFile(str(path)) as file:
        return arrow().ipc.open_file(file).read_all()


def _write(part: Part, table: pa.Table) -> None:
    pa = arrow()
    again = pa.compute.any(table["transient"]).as_py()
    path = part.path.with_name(part.path.stem + _AGAIN) if again else part.path
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with (
        replaced(path) as temporary,
        pa.OSFile(str(temporary), "wb") as file,
        pa.ipc.new_file(file, table.schema, options=options) as writer,
    ):
        writer.write_table(table)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of ``path`` when all is written and on the disk."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    yield temporary
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)
