"""What the site does with the pages beyond rendering them."""

from __future__ import annotations

import re
from typing import Any


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Write links that leave the pages (to scripts, to the changelog) as the names of their files.

    The tables of sources are left out of the search: they would bury what is looked for.
    """
    if page.file.src_uri == "vocabulary-sources.md":
        page.meta["search"] = {"exclude": True}
    up = r"\.\./" * (page.file.src_uri.count("/") + 1)
    return re.sub(rf"\[([^\]]*)\]\({up}((?!\.\.)[^)]+)\)", r"\1 (`\2`)", markdown)
