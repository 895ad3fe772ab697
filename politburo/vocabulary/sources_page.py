"""The page of the sources (``docs/vocabulary-sources.md``), made from ``sources.toml``.

After an edit of the sources: ``python -m politburo.vocabulary.sources_page > docs/vocabulary-sources.md``.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["page"]

_DATA = Path(__file__).parent / "data"
_HEAD = """\
# Sources

What the vocabulary rests on: every rate, parity, lifetime of a body and term of office names the sources in
which it was read. The table is made from `politburo/vocabulary/data/sources.toml`; the column *cited* counts
the entries that name the source.

| id | cited | source |
|---|---|---|
"""


def page() -> str:
    """Return the page in Markdown.

    >>> page().splitlines()[0]
    '# Sources'
    """
    cited = Counter(_cited())
    data = tomllib.loads((_DATA / "sources.toml").read_text("utf-8"))
    rows = (_row(entry, cited[entry["id"]]) for entry in data["source"])
    return _HEAD + "".join(rows)


def _row(entry: dict[str, Any], cited: int) -> str:
    title = " ".join(str(entry["title"]).split()).replace("|", "\\|").replace("[", "(").replace("]", ")")
    address = str(entry.get("url", ""))
    said = f"{title} · <{address}>" if address.startswith("http") else title
    return f"| {entry['id']} | {cited} | {said} |\n"


def _cited() -> Iterator[str]:
    for path in sorted(_DATA.glob("*.toml")):
        if path.name != "sources.toml":
            yield from _ids(tomllib.loads(path.read_text("utf-8")))


def _ids(data: Any, name: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for key, item in data.items():
            yield from _ids(item, key)
    elif isinstance(data, list):
        for item in data:
            yield from _ids(item, name)
    elif isinstance(data, str) and "source" in name:
        yield data


if __name__ == "__main__":
    sys.stdout.write(page())
