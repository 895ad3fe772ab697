"""Reading parts in several processes; a process that dies costs the paper that killed it, no more."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING, cast

from attrs import evolve

from politburo.corpus.batches import Opening, Read
from politburo.corpus.parts import Done, Part, probe, read_part

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

__all__ = ["run"]

# Parts that wait for each process, so that none has to wait for a part.
_AHEAD = 2


def run(parts: Iterable[Part], jobs: int, read: Read, opening: Opening) -> Iterator[Done]:
    """Read parts in ``jobs`` processes and yield what each came to, as they are done.

    With one job they are read in this process.
    """
    if jobs == 1:
        yield from (read_part(part, read, opening) for part in parts)
        return
    left = iter(parts)
    for first in left:
        broken: list[Part] = []
        yield from _pooled(chain([first], left), jobs, read, opening, broken)
        yield from (_isolated(part, read, opening) for part in broken)


def _pooled(
    parts: Iterator[Part], jobs: int, read: Read, opening: Opening, broken: list[Part]
) -> Iterator[Done]:
    """Read parts until there are no more or a process dies; what was not finished goes to ``broken``."""
    with _pool(jobs) as pool:
        running: dict[Future[Done], Part] = {}
        while True:
            for part in islice(parts, 0 if broken else jobs * _AHEAD - len(running)):
                try:
                    running[pool.submit(read_part, part, read, opening)] = part
                except BrokenProcessPool:
                    broken.append(part)
                    break
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                part = running.pop(future)
                if _has_died(future):
                    broken.append(part)
                else:
                    yield future.result()


def _has_died(future: Future[Done]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _isolated(part: Part, read: Read, opening: Opening) -> Done:
    """Read a part in a process of its own; if that dies too, go without the papers that kill it."""
    done = _alone(part, read, opening)
    if done is not None:
        return done
    deadly = frozenset(_deadly(part, read, opening))
    done = _alone(evolve(part, deadly=deadly), read, opening)
    if done is None:  # each paper alone can be read, all of them together cannot: none of them is
        return read_part(evolve(part, deadly=frozenset(part.papers)), read, opening)
    return done


def _alone(part: Part, read: Read, opening: Opening) -> Done | None:
    with _pool(1) as pool:
        future = pool.submit(read_part, part, read, opening)
        return None if _has_died(future) else future.result()


def _deadly(part: Part, read: Read, opening: Opening) -> Iterator[str]:
    papers = iter(part.papers)
    while (paper := next(papers, None)) is not None:
        with _pool(1) as pool:
            while paper is not None and pool.submit(probe, part, paper, read, opening).exception() is None:
                paper = next(papers, None)
        if paper is not None:
            yield paper


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned: a fork would inherit locks and threads of Arrow, and the ends of its siblings' pipes.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave interrupts to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = cast("BaseProcess", parent_process())  # what is spawned has one
    threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)  # pragma: no cover - the process ends here, and what was counted in it is lost
