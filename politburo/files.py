"""Files: which of a folder are papers; writing one so that an interruption leaves the old or the new."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path, PurePath

__all__ = ["is_hidden", "is_paper", "write_atomically"]

_USUAL = 0o666
_TEXTS = (".txt", ".md", ".html", ".htm", ".xhtml", ".hocr", ".xml", ".pdf", ".docx", ".odt")
_IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


def is_paper(path: PurePath, *, images: bool = False) -> bool:
    """Tell by its path inside a folder whether a file is a paper: a text, with ``images`` a page image too.

    What is hidden, or lies in a hidden folder, is none.

    >>> is_paper(PurePath("1935/p34.TXT")), is_paper(PurePath("p34.png")), is_paper(PurePath(".git/a.txt"))
    (True, False, False)
    """
    wanted = path.suffix.casefold() in _TEXTS + _IMAGES * images
    return wanted and not is_hidden(path)


def is_hidden(path: PurePath) -> bool:
    """Tell whether a part of a path begins with a stop.

    >>> is_hidden(PurePath("1935/.old/p34.txt"))
    True
    """
    return any(part.startswith(".") for part in path.parts)


def write_atomically(path: Path | str, text: str | bytes) -> None:
    """Write a file whole: into one beside it, onto the disk, then under its name.

    Text is written as UTF-8, line ends as they are. A file that was there keeps its permissions; a link
    is followed. Raises :class:`OSError` as :meth:`pathlib.Path.write_text` does, and leaves no other file
    behind.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_atomically(f"{folder}/o.csv", "О Монголии")
    ...     Path(f"{folder}/o.csv").read_text("utf-8")
    'О Монголии'
    """
    target = Path(path).resolve()
    data = text.encode("utf-8") if isinstance(text, str) else text
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file that is there, or those of a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    # The only way to learn the mask is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL & ~mask
