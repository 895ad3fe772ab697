"""Book the loans of several papers: python book_loans.py [FOLDER].

Without a folder it books the composed papers of xinjiang_loans beside this script.
"""

import sys
from pathlib import Path

import politburo
from politburo.accounts import LoanAccount, LoanAccounts
from politburo.localizing import localize


def accounts(folder: Path) -> LoanAccounts:
    papers = sorted(folder.glob("*.txt"))
    return LoanAccounts.from_documents(
        (path.name, politburo.read(path.read_text("utf-8"))) for path in papers
    )


def show(account: LoanAccount) -> None:
    print(account.name)
    for entry in account.entries:
        amount = localize(entry.amount, "en") if entry.amount else "no figure"
        print(
            f"  {entry.date} {entry.kind.value}: {amount} ({entry.passage.document}, {entry.passage.entity})"
        )
    if account.principal is not None:
        print(f"  left: {account.balance()}")
    if account.conversion is not None:
        print(f"  restated: {account.conversion.footnote()}")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent / "xinjiang_loans"
    for found in accounts(folder):
        show(found)
