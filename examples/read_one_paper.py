"""Read one paper and say what it decides: python read_one_paper.py [FILE]. Without a file: the specimen."""

import sys
from pathlib import Path

import politburo
from politburo import specimen


def main(arguments: list[str]) -> None:
    text = Path(arguments[0]).read_text("utf-8") if arguments else specimen.text()
    reading = politburo.read(text)
    for witness in reading.document.witnesses:
        protocol = witness.protocol
        print(f"{witness.key}: protocol {', '.join(map(str, protocol.numbers))} of", *protocol.dates)
        for decision in protocol.decisions:
            sums = [str(amount) for directive in decision.directives for amount in directive.money]
            print(f"  {decision.number}. {decision.title}: {'; '.join(sums) or 'no sums'}")
        for loan in witness.loans:
            print(f"  loan of {loan.principal} to", *loan.borrowers)
    print("findings:", *sorted({finding.rule for finding in reading.findings}))


if __name__ == "__main__":
    main(sys.argv[1:])
