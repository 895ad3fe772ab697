"""The accounts for a terminal: each loan's name in bold, its lines wrapped behind their labels.

::

    5000000 RUB_GOLD to URPRA of 1935-03-22
      grant       1935-03-22  5000000 RUB_GOLD: 1935-03-22.txt ru/178(ОП)/1
                  «5.000.000 золотых рублей»
      left        unknown, at most 5000000 RUB_GOLD: …
"""

from __future__ import annotations

from collections.abc import Iterator

from politburo.accounts import LoanAccounts
from politburo.accounts.report import report
from politburo.showing.columns import wrapped
from politburo.showing.passages import printable

__all__ = ["ledger"]

_LABELLED = 14
_BOLD, _DIM, _GOOD, _BAD, _OPEN = "1", "2", "32", "1;31", "33"
_STYLES = {"holds": _GOOD, "FAILS": _BAD, "undecided": _OPEN, "left": _BOLD}


def ledger(accounts: LoanAccounts, *, width: int | None = None, color: bool = False) -> str:
    r"""Return the accounts as text; with a ``width`` wrapped to it, with ``color`` in ANSI styles.

    >>> ledger(LoanAccounts(), width=40)
    'no loans\n'
    """
    lines = report(accounts).splitlines()
    rows = (row for line in lines for row in _rows(line, width, color=color))
    return "".join(f"{row}\n" for row in rows)


def _rows(line: str, width: int | None, *, color: bool) -> Iterator[str]:
    if not line.startswith(" "):
        for row in _broken(line, width):
            yield _styled(_BOLD, row, color=color)
        return
    label, text = line[:_LABELLED], line[_LABELLED:]
    style = _STYLES.get(label.strip(), _DIM)
    for row in _broken(text, None if width is None else max(width - _LABELLED, 20)):
        yield _styled(style, label, color=color) + row
        label = " " * _LABELLED


def _broken(text: str, width: int | None) -> list[str]:
    return [printable(text)] if width is None else wrapped(text, width) or [""]


def _styled(style: str, text: str, *, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color and text.strip() else text
