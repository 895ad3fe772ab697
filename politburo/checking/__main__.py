"""Write the pages of the rules: ``python -m politburo.checking docs/rules``. Maintainers run it."""

from __future__ import annotations

import sys
from pathlib import Path

from politburo.checking.pages import index, page
from politburo.checking.rules import RULES


def main(folder: Path) -> int:
    """Write one page for each rule into a folder, and the list of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for rule in RULES:
        (folder / f"{rule.slug}.md").write_text(page(rule), "utf-8")
    (folder / "index.md").write_text(index(RULES), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
