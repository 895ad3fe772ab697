"""Find every sum in a folder of texts: python sums_in_a_folder.py [FOLDER].

Without a folder it writes three notes of its own into one that is gone afterwards.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import politburo
from politburo import MonetaryAmount

NOTES = {
    "1923-leather.txt": "Ассигновать Внешторгу до 300 тысяч червонцев на закупку кожи.",
    "1931-fishing.txt": "Плата за участки: 1,2 млн. иен, в том числе задаток в полмиллиона иен.",
    "1950-credit.txt": "The first part, 12.5 million dollars, is due on 1 May; no rubles are involved.",
}


def sums(folder: Path) -> Iterator[tuple[str, MonetaryAmount, str]]:
    """Yield the file's name, the sum and the passage it was read from, for every sum in the folder."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        for amount in politburo.find(text, MonetaryAmount):
            yield path.name, amount, amount.span.of(text) if amount.span else ""


def show(folder: Path) -> None:
    for name, amount, passage in sums(folder):
        print(f"{name}: {amount!s:22} «{passage}»")


def main(arguments: list[str]) -> None:
    if arguments:
        show(Path(arguments[0]))
        return
    with TemporaryDirectory() as folder:
        for name, note in NOTES.items():
            (Path(folder) / name).write_text(note, "utf-8")
        show(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
