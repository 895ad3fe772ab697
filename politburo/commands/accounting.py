"""``politburo accounts PATH…``: the loans of some papers, booked across them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from politburo.commands.files import Texts, add_input, papers
from politburo.commands.output import in_color, is_terminal, put, width

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
    from politburo.showing.ledger import ledger

    texts = Texts(papers(options.paths, ocr=options.ocr), options.max_chars, ocr=options.ocr)
    read_papers = [(Path(name).name, reading) for name, reading in texts.readings()]
    found = LoanAccounts.from_documents(read_papers, rubles=options.rubles)
    if options.format == "text":
        # In a pipe a line stays one line, so that it can be searched for.
        put(ledger(found, width=width() if is_terminal(sys.stdout) else None, color=in_color()))
    for account in found if options.format == "vega-lite" else ():
        if account.principal is not None and account.principal.high is not None:
            put(json.dumps(waterfall(account), ensure_ascii=False) + "\n")
    return texts.status
