"""Other libraries beside this one, each in an environment of its own, on the part that it can do.

A library that cannot be installed or does not run is left out, with the reason.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

import politburo
from benchmarks.papers import ROOT, expected, texts
from politburo.errors import ParseError

__all__ = ["Compared", "Other", "compared", "others"]

_ENVIRONMENTS = ROOT / "build" / "bench"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Other(NamedTuple):
    """A library: its name, what is installed, its script."""

    name: str
    packages: tuple[str, ...]
    script: str


class Compared(NamedTuple):
    """What a library did with the quotes of a property, or why it did nothing."""

    library: str
    property: str = ""
    right: int = 0
    of: int = 0
    microseconds: float = 0.0
    speed: float = 0.0
    reason: str = ""


def others() -> tuple[Other, ...]:
    """Return the libraries."""
    return (
        Other("natasha", ("natasha", "setuptools<81"), "run_natasha.py"),
        Other("dateparser", ("dateparser",), "run_dateparser.py"),
        Other("price-parser", ("price-parser",), "run_price_parser.py"),
        Other("quantulum3", ("quantulum3", "setuptools<81"), "run_quantulum3.py"),
    )


def compared() -> Iterator[Compared]:
    """Yield what this library and the others do with the same quotes."""
    asked = _asked()
    for name in ("money", "quantity", "date"):
        yield _own(name, asked[name])
    for other in others():
        yield from _other(other, asked)


def _asked() -> dict[str, list[tuple[str, str]]]:
    """Return quotes with one plain number, or one day, that is expected of them."""
    days = [(quote, value) for quote, value in expected()["date"] if _DAY.fullmatch(value)]
    return {"money": _plain("money"), "quantity": _plain("quantity"), "date": days}


def _plain(name: str) -> list[tuple[str, str]]:
    numbers = ((quote, value.split(" ")[0]) for quote, value in expected()[name])
    return [pair for pair in numbers if _number(pair[1]) is not None]


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text is not None else None
    except InvalidOperation:
        return None


def _own(name: str, pairs: list[tuple[str, str]]) -> Compared:
    parse: Callable[[str], Any] = {
        "money": politburo.MonetaryAmount.parse,
        "quantity": politburo.Quantity.parse,
        "date": politburo.PartialDate.parse,
    }[name]
    began = time.process_time()
    found = [_parsed(parse, quote) for quote, _ in pairs]
    seconds = time.process_time() - began
    right = _right(name, found, pairs)
    return Compared("politburo", name, right, len(pairs), seconds / len(pairs) * 1e6)


def _parsed(parse: Callable[[str], Any], quote: str) -> str | None:
    try:
        return str(parse(quote)).split(" ")[0]
    except ParseError:
        return None


def _right(name: str, found: list[str | None], pairs: list[tuple[str, str]]) -> int:
    if name == "date":
        return sum(text == value for text, (_, value) in zip(found, pairs, strict=True))
    return sum(_number(text) == _number(value) for text, (_, value) in zip(found, pairs, strict=True))


def _other(other: Other, asked: dict[str, list[tuple[str, str]]]) -> Iterator[Compared]:
    python = _environment(other)
    if isinstance(python, str):
        yield Compared(other.name, reason=python)
        return
    quotes = {name: [quote for quote, _ in pairs] for name, pairs in asked.items()}
    done = subprocess.run(
        [str(python), str(Path(__file__).parent / "others" / other.script)],
        input=json.dumps({"quotes": quotes, "texts": texts()}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        yield Compared(other.name, reason=_last_line(done.stderr))
        return
    yield from _answers(other, json.loads(done.stdout), asked)


def _answers(other: Other, said: Any, asked: dict[str, list[tuple[str, str]]]) -> Iterator[Compared]:
    size = sum(len(text.encode("utf-8")) for text in texts())
    speed = size / said["seconds"]["texts"] / 1e3 if "texts" in said["seconds"] else 0.0
    for name, found in said["results"].items():
        pairs = asked[name]
        microseconds = said["seconds"][name] / len(pairs) * 1e6
        library = f"{other.name} {said['version']}"
        yield Compared(library, name, _right(name, found, pairs), len(pairs), microseconds, speed)


def _environment(other: Other) -> Path | str:
    """Return the Python of a library's environment, made if need be, or why there is none."""
    folder = _ENVIRONMENTS / other.name
    python = folder / "bin" / "python"
    if (folder / "ready").exists():
        return python
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *other.packages],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return _last_line(done.stderr)
    (folder / "ready").touch()
    return python


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it failed without a word"])[-1][:200]
