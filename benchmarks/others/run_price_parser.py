"""price-parser: the amount of one price."""

from answering import answer
from price_parser import Price


def money(quote):
    """Return the amount."""
    read = Price.fromstring(quote)
    return None if read.amount is None else str(read.amount)


if __name__ == "__main__":
    answer("price-parser", {"money": money})
