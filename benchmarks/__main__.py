"""Run every benchmark and write the page: ``python -m benchmarks [--megabytes 2] [--papers 1000]``."""

from __future__ import annotations

import argparse
import datetime as dt
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from benchmarks.beside import Compared, compared
from benchmarks.measuring import Measured
from benchmarks.own import building, memory, parsing, reading, starting, writing
from benchmarks.papers import ROOT

_PAGE = ROOT / "docs" / "benchmarks.md"
_HEAD = """\
# Benchmarks

<!-- Written by `make bench`; the figures are those of one machine on one day, the ratios say more. -->

"""
_OTHERS = """\
## Beside others

Each library in an environment of its own, on the quotes of the composed papers that have one plain number or
one day; right: the number or the day is the expected one. Currencies are not asked for.

| library | property | right | µs a quote | whole texts |
|---|---|--:|--:|--:|"""
_PACKAGES = ("politburo", "attrs", "cattrs", "pyarrow")


def main() -> None:
    """Measure, print as it goes, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2, help="how much is read (default 2)")
    parser.add_argument("--papers", type=int, default=1000, help="papers of the corpus that is built")
    options = parser.parse_args()
    page = _HEAD + _machine()
    for line in _sections(options.megabytes, options.papers):
        print(line, flush=True)
        page += line + "\n"
    _PAGE.write_text(page.rstrip() + "\n", "utf-8")


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    today, system = dt.datetime.now(dt.UTC).date(), f"{platform.system()} {platform.machine()}"
    return f"{today}, Python {platform.python_version()} on {system}; {packages}.\n\n"


def _sections(megabytes: float, papers: int) -> Iterator[str]:
    read = f"The composed papers of the tests, repeated to {megabytes:g} MB; one core, everything included."
    yield from _section("Reading", read, reading(megabytes))
    yield from _section("Start", "Wall-clock time of a new process, its modules compiled.", starting())
    yield from _section("Parsers", "One phrase of the composed papers, on the average.", parsing())
    yield from _section("Writing", "One composed paper, on the average.", writing())
    yield from _section("Memory", "What a composed paper keeps, on the average.", memory())
    built = f"`politburo build` of {papers:,} papers with one process a core."
    yield from _section("A corpus", built, building(papers))
    yield from _beside()


def _section(title: str, about: str, figures: Iterable[Measured]) -> Iterator[str]:
    yield f"## {title}\n\n{about}\n\n| | |\n|---|--:|"
    for measured in figures:
        yield f"| {measured.name} | {_figure(measured.figure)} {measured.unit} |"
    yield ""


def _figure(figure: float) -> str:
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


def _beside() -> Iterator[str]:
    yield _OTHERS
    for row in compared():
        yield _compared(row)
    yield ""


def _compared(row: Compared) -> str:
    if row.reason:
        return f"| {row.library} | left out: {row.reason} | | | |"
    speed = f"{row.speed:.0f} KB/s" if row.speed else ""
    share = f"{row.right} of {row.of} ({row.right / row.of:.0%})"
    return f"| {row.library} | {row.property} | {share} | {row.microseconds:,.0f} | {speed} |"


if __name__ == "__main__":
    main()
