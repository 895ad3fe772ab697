"""Which rules remark on the texts of a folder, and where: python check_a_folder.py [FOLDER].

Without a folder: the specimen.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import politburo
from politburo import specimen
from politburo.text import Lines


def texts(arguments: list[str]) -> Iterator[tuple[str, str]]:
    if not arguments:
        yield "specimen", specimen.text()
    for path in sorted(Path(arguments[0]).rglob("*.txt")) if arguments else ():
        yield str(path), path.read_bytes().decode("utf-8")


def main(arguments: list[str]) -> None:
    counts = Counter[str]()
    for name, text in texts(arguments):
        lines = Lines(text)
        for finding in politburo.read(text).findings:
            counts[finding.rule] += 1
            place = "{}:{}".format(*lines.place(finding.span.start)) if finding.span else "-"
            print(f"{name}:{place} {finding.level.value} {finding.rule}")
    for rule, count in sorted(counts.items()):
        print(f"{count:3} {rule}")


if __name__ == "__main__":
    main(sys.argv[1:])
