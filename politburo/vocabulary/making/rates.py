"""The table of dated rates with what conversions rest on, from ``rates.toml`` and ``conversion.toml``."""

from __future__ import annotations

from typing import Any

from politburo.vocabulary.making import toml

__all__ = ["TABLES"]


def _rates() -> dict[str, Any]:
    rates, words = toml("rates"), toml("conversion")
    cited = {source for rate in rates["rate"] for source in rate.get("sources", ())}
    for currency in toml("currencies")["currency"]:
        cited |= {gold["source"] for gold in currency.get("gold", ()) if "source" in gold}
    cited |= {source for row in words["caution"] for source in row["sources"]}
    titles = {row["id"]: row["title"] for row in toml("sources")["source"] if row["id"] in cited}
    return {"rates": rates["rate"], "sources": titles, **words}


TABLES = {"rates": _rates}
