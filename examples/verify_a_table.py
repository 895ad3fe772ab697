"""Hold a table that somebody typed against the text: three rows on the specimen, two of them wrong."""

from politburo import specimen
from politburo.verifying import rows_from, verify

TABLE = """\
entity;property;value;quote
ru/loan/1600000;principal;1600000 RUB_GOLD;1.600.000 золотых рублей
ru/42/3;quantity;20 tractor;2 трактора
ru/42/2;responsible;NKO;НКО
"""


def main() -> None:
    found = verify(rows_from(TABLE), specimen.text(), partial=True)
    for checked in found.rows:
        said = f"{checked.where}: {checked.row.property} {checked.row.value}"
        print(said, "✓" if checked.confirmed else "")
        for fault in checked.faults:
            print(f"  [{fault.slug}] {fault.message}")


if __name__ == "__main__":
    main()
