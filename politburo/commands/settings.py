"""The settings of ``politburo check``: what stands in politburo.toml or pyproject.toml.

::

    [tool.politburo]                  # in pyproject.toml; politburo.toml has no such head
    ignore = ["footnote-glued"]       # or select = ["witness-conflict", "date-conflict"]
    fail-on = "error"
    format = "github"

The file is looked for in the folder of the first path and in the folders above it. To add a key:
a field of :class:`Settings`, and how it is read in :func:`_readers`.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import evolve, fields_dict, frozen

from politburo.errors import FormatError, PolitburoError

__all__ = ["FAIL_ON", "FORMATS", "Settings", "checked_slugs", "settings_for", "settings_in"]

FORMATS = ("text", "json", "sarif", "github")
FAIL_ON = ("error", "warning", "note")


@frozen
class Settings:
    """What to look for, how to write it, and from which level on it is a failure.

    >>> Settings(ignore=("omission",)).wants("omission"), Settings().wants("omission")
    (False, True)
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    format: str = "text"
    fail_on: str = "warning"

    def wants(self, slug: str) -> bool:
        """Tell whether findings of a rule are asked for."""
        return (self.select is None or slug in self.select) and slug not in self.ignore

    def overruled(self, **given: Any) -> Settings:
        """Return the settings with what is given on the command line in the place of what stands here."""
        return evolve(self, **{name: value for name, value in given.items() if value is not None})


def settings_for(path: Path) -> Settings:
    """Return the settings that hold for a path: those of the nearest file above it, else the usual ones.

    Raises :class:`FormatError`, which names the file and the key.
    """
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    for place in (folder, *folder.parents):
        for name in ("politburo.toml", "pyproject.toml"):
            found = _table(place / name) if (place / name).is_file() else None
            if found is not None:
                return _settings(place / name, found)
    return Settings()


def settings_in(path: Path) -> Settings:
    """Return the settings of a file, which must have some."""
    found = _table(path)
    if found is None:
        raise FormatError("expected a table [tool.politburo]", str(path))
    return _settings(path, found)


def _table(path: Path) -> dict[str, Any] | None:
    """Return the table of settings in a file; a pyproject.toml need not have one."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise FormatError((error.strerror or str(error)).lower(), str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"expected TOML ({error})", str(path)) from None
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool")
    table = tool.get("politburo") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise FormatError(f"expected a table, got {table!r}", f"{path}: tool.politburo")
    return table


def _settings(path: Path, data: dict[str, Any]) -> Settings:
    prefix = "tool.politburo." if path.name == "pyproject.toml" else ""
    found: dict[str, Any] = {}
    for key, value in data.items():
        try:
            found[key.replace("-", "_")] = _reader(key)(value)
        except PolitburoError as error:
            raise FormatError(str(error), f"{path}: {prefix}{key}") from None
    return Settings(**found)


def _reader(key: str) -> Callable[[Any], Any]:
    read = _readers().get(key)
    if read is None:
        near = difflib.get_close_matches(key, _readers(), 1)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(_readers())}"
        raise PolitburoError(f"there is no such key{hint}")
    return read


def _readers() -> dict[str, Callable[[Any], Any]]:
    known = {"select": _slugs, "ignore": _slugs, "format": _one_of(FORMATS), "fail-on": _one_of(FAIL_ON)}
    assert len(known) == len(fields_dict(Settings))  # noqa: S101
    return known


def _slugs(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not all(isinstance(slug, str) for slug in data):
        raise PolitburoError(f"expected a list of slugs, got {data!r}")
    return checked_slugs(data)


def checked_slugs(slugs: Iterable[str]) -> tuple[str, ...]:
    """Return slugs that all name a rule, or raise :class:`PolitburoError` with the nearest name.

    >>> checked_slugs(["omission", "date-conflict"])
    ('omission', 'date-conflict')
    """
    from politburo.checking import rule_of

    return tuple(rule_of(slug).slug for slug in slugs)


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    def read(data: Any) -> str:
        if data not in choices:
            raise PolitburoError(f"expected one of {', '.join(choices)}, got {data!r}")
        return str(data)

    return read
