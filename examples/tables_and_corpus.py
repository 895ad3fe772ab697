"""Build a corpus from texts and ask it questions: python tables_and_corpus.py [FOLDER].

Without a folder it builds one of two papers that is gone afterwards. Needs politburo[tables].
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from politburo.corpus import build

PAPERS = {
    "1935-11-26.txt": """ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

9.- О Монголии.

1. Обязать НКВТ отпустить 500.000 золотых рублей к 1 мая 1936 г.
2. Поручить НКПС поставить 20 автомобилей.
""",
    "1936-01-05.txt": """ПРОТОКОЛ № 36
заседания Политбюро ЦК ВКП(б) от 5 января 1936 г.

4.- О Синьцзяне.

Разрешить НКВТ продать товаров на 120.000 золотых рублей.
""",
}
SUMS = """
SELECT decisions.date, decisions.title, money.value, money.quote
FROM money JOIN decisions ON decisions.id = money.decision
ORDER BY decisions.date, money.id
"""


def ask(place: Path) -> None:
    with closing(sqlite3.connect(place / "corpus.sqlite")) as corpus:
        for date, title, value, quote in corpus.execute(SUMS):
            print(f"{date}  {title:<14} {value:<18} «{quote}»")


def main(arguments: list[str]) -> None:
    with TemporaryDirectory() as folder:
        papers = Path(arguments[0]) if arguments else Path(folder)
        for name, text in () if arguments else PAPERS.items():
            (papers / name).write_text(text, "utf-8")
        built = build([papers], Path(folder) / "corpus", jobs=1)
        print(f"{built.papers} papers, {len(built.failures)} failed")
        ask(Path(folder) / "corpus")


if __name__ == "__main__":
    main(sys.argv[1:])
