"""The page of the sources (``docs/vocabulary-sources.md``), made from the data.

After an edit of rates, bodies or sources:
``python -m politburo.vocabulary.sources_page > docs/vocabulary-sources.md``.
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
which it was read, or says that it has none. The tables are made from `politburo/vocabulary/data`. *Verified*
is what the source itself says, *derived* what was worked out from it, *general* is general knowledge without
a source. Checks accuse a paper on verified facts only.

[Rates](#rates) · [Gold contents](#gold-contents) · [Bodies](#bodies) · [Works cited](#works-cited)
"""
_SECTIONS = (
    ("Rates", ("1", "is", "kind", "from", "to", "status", "sources")),
    ("Gold contents", ("unit", "grams of fine gold", "from", "to", "status", "source")),
    ("Bodies", ("id", "name", "in Russian", "from", "to", "status", "sources")),
    ("Works cited", ("id", "cited", "source")),
)


def page() -> str:
    """Return the page in Markdown.

    >>> page().splitlines()[0]
    '# Sources'
    """
    rows = (_rates(), _gold(), _bodies(), _works())
    sections = (_section(*section, each) for section, each in zip(_SECTIONS, rows, strict=True))
    return _HEAD + "".join(sections)


def _section(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    rule = ("---",) * len(heads)
    lines = ("| " + " | ".join(cells) + " |" for cells in (heads, rule, *rows))
    return f"\n## {title}\n\n" + "".join(f"{line}\n" for line in lines)


def _rates() -> Iterator[tuple[str, ...]]:
    for rate in _data("rates")["rate"]:
        worth = f"{rate['value']} {rate['quote']}"
        yield rate["base"], worth, _plain(rate["kind"]), *_facts(rate, "valid_from", "valid_to")


def _gold() -> Iterator[tuple[str, ...]]:
    for currency in _data("currencies")["currency"]:
        for content in currency.get("gold", ()):
            if "grams" in content:
                yield currency["id"], content["grams"], *_facts(content, "from", "to")


def _bodies() -> Iterator[tuple[str, ...]]:
    for body in _data("agencies")["agency"]:
        names = (_escaped(body["name_en"]), _escaped(body["name_ru"]))
        yield body["id"], *names, *_facts(body, "founded", "abolished")


def _facts(entry: dict[str, Any], since: str, until: str) -> tuple[str, ...]:
    """Return from, to, status and sources of an entry."""
    sources = entry.get("sources") or [entry[name] for name in ("source",) if name in entry]
    days = (str(entry.get(name, "")) for name in (since, until))
    return *days, _plain(str(entry.get("lifetime_status", entry.get("status", "")))), ", ".join(sources)


def _works() -> Iterator[tuple[str, ...]]:
    cited = Counter(_cited())
    for entry in _data("sources")["source"]:
        title, address = _escaped(str(entry["title"])), str(entry.get("url", ""))
        said = f"{title} · <{address}>" if address.startswith("http") else title
        yield entry["id"], str(cited[entry["id"]]), said


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("[", "(").replace("]", ")")


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


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
