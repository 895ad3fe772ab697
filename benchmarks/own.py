"""The library itself: reading, parsing, writing, memory, start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import politburo
from benchmarks.measuring import Measured, best, held, ratio, start
from benchmarks.papers import ROOT, expected, protocols, repeated, texts
from benchmarks.reference import scan
from politburo.errors import ParseError

__all__ = ["building", "memory", "parsing", "reading", "starting", "writing"]

# A property of the expected statements and the type whose parser reads it.
_PARSED = {
    "money": "MonetaryAmount",
    "quantity": "Quantity",
    "date": "PartialDate",
    "deadline": "PartialDate",
    "shelfmark": "Shelfmark",
    "person": "Person",
    "body": "Body",
    "rate": "Rate",
    "action": "Action",
}


def reading(megabytes: float) -> Iterator[Measured]:
    """Measure reading: papers one by one, one long text, against one pass of `re`, in two processes."""
    papers = repeated(megabytes)
    size = _size(papers)
    seconds = best(lambda: [politburo.read(text) for text in papers], 3)
    yield Measured("papers one by one", size / seconds / 1e3, "KB/s")
    hours = seconds / len(papers) * 1e9 / 3600
    yield Measured("10⁹ such papers, by extrapolation", hours, "core-hours")
    scanned = best(lambda: [scan(text) for text in papers], 3)
    yield Measured("the `re` pass on the same papers", size / scanned / 1e3, "KB/s")
    some = repeated(min(megabytes, 0.3))
    compared = ratio(lambda: [politburo.read(text) for text in some], lambda: [scan(text) for text in some])
    yield Measured("reading takes, in `re` passes", compared, "×")
    yield from _growth(megabytes)
    yield Measured("two processes read, beside one", _side_by_side(_read_all, papers), "×")
    yield Measured("two processes count letters, beside one", _side_by_side(_count_all, papers), "×")


def _growth(megabytes: float) -> Iterator[Measured]:
    """Measure one long text: whether time grows as the text does."""
    short = "\n\n".join(protocols(megabytes / 8))
    long = "\n\n".join(protocols(megabytes / 2))
    times = [best(lambda text=text: politburo.read(text), 2) for text in (short, long)]  # type: ignore[misc]
    sizes = [_size([text]) for text in (short, long)]
    name = f"one text of {sizes[1] / 1e6:.1f} MB, protocols one behind the other"
    yield Measured(name, sizes[1] / times[1] / 1e3, "KB/s")
    grown = times[1] / sizes[1] / (times[0] / sizes[0])
    yield Measured("seconds a byte of it, beside a quarter of it", grown, "×")


def _side_by_side(work: Callable[[list[str]], None], papers: list[str]) -> float:
    """Return how many times as fast two processes do a work as one does, at best."""
    halves = [papers[::2], papers[1::2]]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(work, [list(texts())] * 4))
        times = [(_passed(pool, work, halves, at_once=False), _passed(pool, work, halves)) for _ in range(3)]
    return min(one for one, _ in times) / min(two for _, two in times)


def _read_all(papers: list[str]) -> None:
    for text in papers:
        politburo.read(text)


def _count_all(papers: list[str]) -> None:
    """Do what costs processor time alone: what the machine itself gains by a second process."""
    for text in papers:
        sum(letter.isalpha() for letter in text * 20)


def _passed(
    pool: ProcessPoolExecutor,
    work: Callable[[list[str]], None],
    halves: list[list[str]],
    *,
    at_once: bool = True,
) -> float:
    began = time.perf_counter()
    if at_once:
        list(pool.map(work, halves))
    else:
        for half in halves:
            pool.submit(work, half).result()
    return time.perf_counter() - began


def _size(papers: list[str]) -> int:
    return sum(len(text.encode("utf-8")) for text in papers)


def parsing() -> Iterator[Measured]:
    """Measure each value parser on the quotes of the corpus that it reads."""
    for name, kind in _PARSED.items():
        parse = getattr(politburo, kind).parse
        quotes = [quote for quote, _ in expected()[name] if _reads(parse, quote)]
        if quotes:
            seconds = best(lambda parse=parse, quotes=quotes: [parse(quote) for quote in quotes])  # type: ignore[misc]
            yield Measured(f"`{kind}.parse` ({name})", seconds / len(quotes) * 1e6, "µs")


def _reads(parse: Callable[[str], Any], quote: str) -> bool:
    try:
        parse(quote)
    except ParseError:
        return False
    return True


def writing() -> Iterator[Measured]:
    """Measure JSON and statements, out and in."""
    documents = [politburo.read(text).document for text in texts()]
    papers = len(documents)
    written = [politburo.dumps(document) for document in documents]
    rows = [politburo.statements(document) for document in documents]
    flat = [politburo.to_csv(of_paper) for of_paper in rows]
    works: dict[str, Callable[[], object]] = {
        "JSON out (`dumps`)": lambda: [politburo.dumps(document) for document in documents],
        "JSON in (`loads`)": lambda: [politburo.loads(text) for text in written],
        "statements of a document": lambda: [politburo.statements(document) for document in documents],
        "statements out (`to_csv`)": lambda: [politburo.to_csv(of_paper) for of_paper in rows],
        "statements in (`from_csv`)": lambda: [politburo.from_csv(text) for text in flat],
        "tables (`frames`)": lambda: _frames(documents),
    }
    for name, work in works.items():
        yield Measured(name, best(work) / papers * 1e3, "ms a paper")


def _frames(documents: list[Any]) -> object:
    """Return the documents as Arrow tables."""
    from politburo.writing.tables import frames

    return frames(documents)


def memory() -> Iterator[Measured]:
    """Measure what a document keeps."""
    politburo.read(texts()[0])
    size = held(lambda: [politburo.read(text).document for text in texts()])
    yield Measured("a document, its text included", size / len(texts()) / 1e3, "KB")
    yield Measured("beside its text in UTF-8", size / _size(list(texts())), "×")


def starting() -> Iterator[Measured]:
    """Measure a new process."""
    bare = start("pass")
    yield Measured("`import politburo`", (start("import politburo") - bare) * 1e3, "ms")
    paper = str(ROOT / "tests" / "corpus" / "ru-08-sintszyan-1936.txt")
    code = f"import politburo; politburo.read(open({paper!r}, encoding='utf-8').read())"
    yield Measured("the first paper, from the start of the process", start(code) * 1e3, "ms")


def building(papers: int) -> Iterator[Measured]:
    """Measure `politburo build`: speed and the memory of the parent."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "papers"
        source.mkdir()
        size = 0
        for number in range(papers):
            text = f"{texts()[number % len(texts())]}\n\nДело {number}."
            size += (source / f"{number:06}.txt").write_bytes(text.encode("utf-8"))
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, str(source), folder], check=True, capture_output=True, text=True
        )
        seconds = time.perf_counter() - began
    said = json.loads(done.stdout)
    yield Measured(f"{papers:,} papers to Parquet, SQLite and views", papers / seconds, "papers/s")
    yield Measured("the same", size / seconds / 1e3, "KB/s")
    yield Measured("peak memory of the parent", said["peak"] / 1e3, "MB")


_BUILD = """
import json, resource, sys
from politburo.corpus import build
if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2] + "/corpus")
    print(json.dumps({"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""
