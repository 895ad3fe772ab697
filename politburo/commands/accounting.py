"""``politburo accounts PATH…``: the loans of some papers, booked across them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from politburo.commands.files import Texts, add_input, papers
from politburo.commands.output import put

__all__ = ["add"]

_RUBLES = ("SUR", "RUB_CHERVONNY", "RUB_GOLD", "RUB_FOREIGN")


def add(commands: Any) -> None:
    """Add the command ``accounts``."""
    accounts = commands.add_parser(
        "accounts",
        help="book the loans of several papers",
        description="Find what papers say of the same loans and book it: sums set apart, drawdowns, "
        "restatements, what is left. Exit status: 0 done, 2 a file cannot be used.",
    )
    accounts.add_argument("paths", nargs="+", metavar="PATH", help="texts in UTF-8, or folders of such")
    accounts.add_argument(
        "--format", choices=("text", "vega-lite"), default="text", help="vega-lite: JSON to plot"
    )
    accounts.add_argument(
        "--rubles",
        choices=_RUBLES,
        help="what drawdowns in rubles of no kind are (SUR: the Soviet ruble of the day)",
    )
    add_input(accounts)
    accounts.set_defaults(run=_accounts)


def _accounts(options: argparse.Namespace) -> int:
    from politburo.accounts import LoanAccounts, waterfall
    from politburo.accounts.report import report
    from politburo.reader import read
    from politburo.showing.passages import printable

    texts = Texts(papers(options.paths, ocr=options.ocr), options.max_chars, ocr=options.ocr)
    read_papers = [(Path(name).name, read(text)) for name, text in texts]
    found = LoanAccounts.from_documents(read_papers, rubles=options.rubles)
    if options.format == "text":
        put("".join(f"{printable(line)}\n" for line in report(found).splitlines()))
    for account in found if options.format == "vega-lite" else ():
        if account.principal is not None and account.principal.high is not None:
            put(json.dumps(waterfall(account), ensure_ascii=False) + "\n")
    return texts.status
