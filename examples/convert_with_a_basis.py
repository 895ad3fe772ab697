"""What 500,000 chervonets rubles of 1 October 1935 were in gold rubles: name the basis."""

from politburo.rates import BasisRequired, convert
from politburo.values.money import MonetaryAmount

AMOUNT = MonetaryAmount.parse("500.000 червонных рублей")
DAY = "1935-10-01"


def main() -> None:
    try:
        convert(AMOUNT, "RUB_GOLD", on=DAY)
    except BasisRequired as error:
        names = [basis.name for basis in error.bases]
    for name in names:
        conversion = convert(AMOUNT, "RUB_GOLD", on=DAY, basis=name)
        print(f"{name}: {conversion.result}")
        print(f"  {conversion.footnote('ru')}")


if __name__ == "__main__":
    main()
