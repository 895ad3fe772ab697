"""Building a corpus: files in, Parquet, SQLite and views out, whatever is interrupted.

What has been read is kept in parts (:mod:`politburo.corpus.parts`); when all parts are there, the files
are written from them and take the place of those of the last run one by one, the manifest last. A run
that is cut short leaves the files of the last run as they were, and the next one goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from politburo.corpus.batches import LIMIT, Opening, Read
from politburo.corpus.parts import Plan, plan
from politburo.corpus.processes import run
from politburo.corpus.progress import Progress, Report
from politburo.corpus.publishing import is_published, publish
from politburo.corpus.sources import Source, close_archives, listing
from politburo.errors import PolitburoError
from politburo.reader import read as _read
from politburo.writing.tables.arrow import arrow

__all__ = ["Built", "build"]

_WORK = ".politburo"


@frozen
class Built:
    """What a run has built: papers in the corpus, those that it read anew, findings, what failed.

    ``failed`` counts the files that could not be read, of which ``failures`` has the first thousand with
    their errors; the table ``sources`` has them all.
    """

    papers: int
    fresh: int
    findings: int
    failures: tuple[tuple[str, str], ...]
    failed: int


def build(  # noqa: PLR0913 - what a user may choose, by name
    sources: Iterable[str | Path],
    to: str | Path,
    *,
    jobs: int | None = None,
    limit: int = LIMIT,
    ocr: bool = False,
    read: Read = _read,
    report: Report | None = None,
) -> Built:
    """Read all papers of the sources and write them as a corpus into the folder ``to``.

    Sources are files, folders, globs, zip files and addresses of fsspec (``s3://…``, extra ``remote``).
    ``jobs`` processes read, as many as there are cores unless told; ``limit`` is the number of
    characters from which on a text is refused; with ``ocr`` images and PDFs without a text layer are read
    with Tesseract; ``read`` must be importable by name. Papers that
    an earlier run has read are not read again, those that are gone from the sources leave the corpus.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "34.txt").write_text("ПРОТОКОЛ № 34 заседания Политбюро", "utf-8")
    ...     built = build([folder + "/34.txt"], folder + "/corpus", jobs=1)
    >>> built.papers, built.failures
    (1, ())
    """
    arrow()
    place = Path(to)
    with _locked(place / _WORK) as work:
        close_archives()
        named = [str(source) for source in sources]
        opening = Opening(limit, ocr)
        found = listing(named, 4 * limit, images=ocr)
        files = [file for file in found if not _is_inside(file.address, place)]
        planned = plan(files, _parts(work), _fingerprint(read, opening))
        fresh = _read_missing(planned, jobs or _cores(), read, opening, report or _silent)
        built = _published(files, planned, place)
        _swept(planned, work)
    return evolve(built, fresh=fresh)


def _silent(_: Progress) -> None:
    pass


def _is_inside(address: str, place: Path) -> bool:
    return Path(address).absolute().is_relative_to(place.absolute())


def _parts(work: Path) -> Path:
    folder = work / "parts"
    folder.mkdir(exist_ok=True)
    return folder


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_missing(planned: Plan, jobs: int, read: Read, opening: Opening, report: Report) -> int:
    missing = [part for part in planned.parts if not part.is_there]
    progress, fresh = (
        Progress(sum(len(part.papers) for part in missing), sum(part.bytes for part in missing)),
        0,
    )
    for done in run(missing, jobs, read, opening):
        progress.add(done)
        fresh += done.fresh
        report(progress)
    return fresh


def _published(files: list[Source], planned: Plan, place: Path) -> Built:
    digest = _digest(files, planned)
    # What could not be opened may have been opened this time.
    settled = all(part.is_there for part in planned.parts)
    known = is_published(place, digest) if settled else None
    if known is None:
        known = publish(files, planned, place, place / _WORK, digest)
    failures = tuple(map(tuple, known["failures"]))
    return Built(known["papers"], 0, known["findings"], failures, known["failed"])


def _digest(files: Iterable[Source], planned: Plan) -> str:
    """Return a digest of everything that the corpus follows from."""
    digest = hashlib.sha256()
    for name in (part.file.name for part in planned.parts):
        digest.update(f"{name}\n".encode())
    for file in files:
        digest.update(f"{file.address}\0{file.content}\0{file.error}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _swept(planned: Plan, work: Path) -> None:
    """Remove the parts of earlier runs and whatever was left half written."""
    kept = {part.file for part in planned.parts}
    for path in (work / "parts").iterdir():
        if path not in kept:
            path.unlink()


@cache
def _library() -> str:
    """Return a digest of the library's own code and vocabulary: what decides how a paper is read."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.json")]):
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _fingerprint(read: Callable[..., object], opening: Opening) -> str:
    settings = f"{_library()} {read.__module__}.{read.__qualname__} {opening}"
    return hashlib.sha256(settings.encode()).hexdigest()[:12]


@contextmanager
def _locked(work: Path) -> Iterator[Path]:
    """Keep a second run away from the same folder; the lock goes with the process, however it ends."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as file:
        _lock(file.fileno(), work)
        yield work


def _lock(descriptor: int, work: Path) -> None:
    try:
        import fcntl
    except ImportError:  # a system without such locks
        return
    for pause in (0.2, 0):
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(pause)
    raise PolitburoError(f"{work.parent}: another run is building this corpus")
