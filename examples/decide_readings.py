"""From doubtful readings to decided ones: every proposal on the specimen, accepted on one ground and told."""

import politburo
from politburo import specimen
from politburo.checking import Collation
from politburo.editing import Readings, proposals


def main() -> None:
    text = specimen.text()
    document = politburo.read(text).document
    for variant in Collation.of(document).disagreements:
        print(f"witnesses differ: {variant.property} {variant.first} | {variant.second}")
    proposed = proposals(document)
    for entry in proposed.entries:
        print(f"proposed: «{entry.passage}» → «{entry.reading}»")
    # What was emended for its form alone is accepted; what the witnesses dispute waits for the archive.
    accepted = [entry for entry in proposed.entries if "either may be right" not in entry.reason]
    decided = str(Readings(tuple(accepted))).replace('"proposed"', '"accepted"')
    for finding in politburo.read(text, Readings.parse(decided)).findings:
        if finding.rule == "editorial-reading":
            print(f"{finding.level.value}: {finding.message}")


if __name__ == "__main__":
    main()
