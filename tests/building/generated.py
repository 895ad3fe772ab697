"""Papers in any number: the composed papers with other numbers in them, the same ones every time.

Other models may be given: :func:`drawn` makes some with the strategies of the library.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from politburo import testing

CORPUS = Path(__file__).parents[1] / "corpus"
BRIEF = """\
ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

7.- О Монголии.

Обязать НКВТ отпустить 20.000 иен к 1 января 1936 г.
"""


def papers(count: int, *, seed: int = 1, most: int = 10_000, models: Sequence[str] = ()) -> Iterator[str]:
    """Yield different papers, none of them made from a text of more than ``most`` characters."""
    chance = random.Random(seed)  # noqa: S311 - numbers for tests
    texts = [text for text in models or composed() if len(text) <= most] or [BRIEF]
    for number in range(count):
        text = chance.choice(texts)
        changed = re.sub(r"\d{3,}", lambda match: _other(match[0], chance), text)
        yield f"{changed}\nДело {seed}-{number}.\n"


def _other(digits: str, chance: random.Random) -> str:
    if len(digits) == 4 and digits.startswith("19"):  # a year
        return digits
    return digits[0] + "".join(chance.choice("0123456789") for _ in digits[1:])


@cache
def composed() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt")))


def drawn(count: int) -> list[str]:
    """Return papers of the strategies of :mod:`politburo.testing`, the same ones every time."""
    found: list[str] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(testing.papers())
    def draw(paper: str) -> None:
        found.append(paper)

    draw()
    return found


def written(
    folder: Path, count: int, *, seed: int = 1, most: int = 10_000, models: Sequence[str] = ()
) -> Path:
    """Write papers into a folder, a thousand to a subfolder."""
    for number, text in enumerate(papers(count, seed=seed, most=most, models=models)):
        sub = folder / f"{number // 1000:03}"
        sub.mkdir(parents=True, exist_ok=True)
        (sub / f"{number:06}.txt").write_bytes(text.encode("utf-8"))
    return folder
