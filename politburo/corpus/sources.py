"""Where papers lie: folders, globs, zip files, and the addresses that fsspec knows.

``protocols/``, ``"scans/**/*.txt"``, ``1935.zip``, ``s3://archive/politburo/*.txt``

A paper's address is its path; a member of a zip file stands after ``!/``: ``1935.zip!/p34.txt``. In
folders and zip files the texts are papers (by their ending: ``*.txt``, ``*.pdf``, ``*.docx`` …), and zip
files are opened; what is hidden is passed over. To add a kind of place, write one with the methods of
:class:`_Local`.
"""

from __future__ import annotations

import glob
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol, cast

from attrs import frozen

from politburo.errors import MissingExtraError, PolitburoError
from politburo.files import is_hidden, is_paper

__all__ = ["Source", "close_archives", "content", "fault", "listing"]

_ZIP = ".zip"
_MEMBER = "!/"
# Waiting for a disk or a server takes longer than hashing.
_THREADS = 8
_SLICE = 512


@frozen
class Source:
    """A file that may be a paper: its address, the SHA-256 of its bytes, or why it cannot be opened."""

    address: str
    content: str | None = None
    bytes: int | None = None
    error: str | None = None


def listing(sources: Iterable[str], limit: int, *, images: bool = False) -> list[Source]:
    """Return the files of all sources, each once, in the order of their addresses; with ``images`` those too.

    Raises :class:`~politburo.errors.PolitburoError` where a source is no file or folder, or a glob
    finds nothing; a file that cannot be opened is a source with an error.
    """
    addresses = sorted({address for source in sources for address in _addresses(source, images=images)})
    found: list[Source] = []
    with ThreadPoolExecutor(_THREADS) as threads:
        for start in range(0, len(addresses), _SLICE):
            found += threads.map(lambda address: _source(address, limit), addresses[start : start + _SLICE])
    return found


def content(address: str, limit: int) -> bytes:
    """Return what the file at an address holds, of a long one no more than ``limit + 1`` bytes."""
    path, _, member = address.partition(_MEMBER)
    if path.casefold().endswith(_ZIP):
        with _archive(path).open(member) as file:
            return file.read(limit + 1)
    with _place(path).open(path) as file:
        return file.read(limit + 1)


def _source(address: str, limit: int) -> Source:
    try:
        data = content(address, limit)
    except Exception as error:  # noqa: BLE001 - zip files and servers fail in ways of their own
        return Source(address, error=fault(error))
    return Source(address, hashlib.sha256(data).hexdigest(), len(data))


def fault(error: BaseException) -> str:
    """Say in a line what went wrong with a file or a paper.

    >>> fault(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'no such file or directory'
    """
    if isinstance(error, PolitburoError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    said = " ".join(str(error).split())[:500]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _addresses(source: str, *, images: bool) -> Iterator[str]:
    place = _place(source)
    if place.is_file(source):
        yield from _file(source, images=images)
        return
    found = place.below(source) if place.is_folder(source) else place.matching(source)
    paths = [path for path in found if not place.is_folder(source) or _is_wanted(source, path, images=images)]
    if not paths and not place.is_folder(source):
        raise PolitburoError(f"{source}: no such file or folder, and no file matches it")
    for path in paths:
        yield from _file(path, images=images)


def _file(path: str, *, images: bool) -> Iterator[str]:
    if not path.casefold().endswith(_ZIP):
        yield path
        return
    try:
        members = [info.filename for info in _archive(path).infolist() if not info.is_dir()]
    except Exception:  # noqa: BLE001 - it is listed with its error when it is opened
        yield path
        return
    wanted = (name for name in members if is_paper(PurePosixPath(name), images=images))
    yield from (f"{path}{_MEMBER}{name}" for name in wanted)


def _is_wanted(folder: str, path: str, *, images: bool) -> bool:
    # What is found in "." or "./1935" does not begin so.
    named = folder if "://" in folder else Path(folder).as_posix()
    inner = PurePosixPath(path.removeprefix(f"{named.rstrip('/')}/"))
    return is_paper(inner, images=images) or (path.casefold().endswith(_ZIP) and not is_hidden(inner))


@lru_cache(maxsize=8)
def _archive(path: str) -> zipfile.ZipFile:
    # Kept open: its list of members would else be read again for every member.
    place = _place(path)
    return zipfile.ZipFile(path if isinstance(place, _Local) else place.open(path))


def close_archives() -> None:
    """Close the zip files that are kept open, which may have changed when they are needed again."""
    _archive.cache_clear()


class _Place(Protocol):
    def is_file(self, path: str) -> bool: ...
    def is_folder(self, path: str) -> bool: ...
    def below(self, path: str) -> Iterable[str]: ...
    def matching(self, pattern: str) -> Iterable[str]: ...
    def open(self, path: str) -> BinaryIO: ...


class _Local:
    """Files of this machine."""

    def is_file(self, path: str) -> bool:
        return Path(path).is_file()

    def is_folder(self, path: str) -> bool:
        return Path(path).is_dir()

    def below(self, path: str) -> Iterable[str]:
        return (found.as_posix() for found in Path(path).rglob("*") if found.is_file())

    def matching(self, pattern: str) -> Iterable[str]:
        # Path.glob takes no pattern that begins at the root.
        found = glob.iglob(pattern, recursive=True)  # noqa: PTH207
        return (Path(path).as_posix() for path in found if Path(path).is_file())

    def open(self, path: str) -> BinaryIO:
        return Path(path).open("rb")


class _Remote:
    """Files that fsspec reaches."""

    def __init__(self, protocol: str) -> None:
        self.files = _fsspec().filesystem(protocol)

    def is_file(self, path: str) -> bool:
        return not _is_pattern(path) and bool(self.files.isfile(path))

    def is_folder(self, path: str) -> bool:
        return not _is_pattern(path) and bool(self.files.isdir(path))

    def below(self, path: str) -> Iterable[str]:
        return (self.files.unstrip_protocol(found) for found in self.files.find(path))

    def matching(self, pattern: str) -> Iterable[str]:
        found = self.files.glob(pattern) if _is_pattern(pattern) else ()
        return (self.files.unstrip_protocol(path) for path in found if self.files.isfile(path))

    def open(self, path: str) -> BinaryIO:
        return cast("BinaryIO", self.files.open(path, "rb"))


def _is_pattern(path: str) -> bool:
    return any(mark in path for mark in "*?[")


def _place(path: str) -> _Place:
    protocol, mark, _ = path.partition("://")
    return _remote(protocol) if mark else _Local()


@cache
def _remote(protocol: str) -> _Place:
    return _Remote(protocol)


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError:
        raise MissingExtraError("fsspec", "remote") from None
    return fsspec
