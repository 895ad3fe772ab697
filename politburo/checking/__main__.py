"""Write the pages of the rules: ``python -m politburo.checking docs/rules``. Maintainers run it."""

from __future__ import annotations

import sys
from pathlib import Path

from politburo.checking.pages import index, page
from politburo.checking.rules import RULES
from politburo.files import write_atomically


def main(folder: Path) -> int:
    """Write one page for each rule into a folder, and the list of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for rule in RULES:
        write_atomically(folder / f"{rule.slug}.md", page(rule))
    write_atomically(folder / "index.md", index(RULES))
    return 0


if __name__ == "__main__":  # pragma: no branch - it is run, never imported
    sys.exit(main(Path(sys.argv[1])))
