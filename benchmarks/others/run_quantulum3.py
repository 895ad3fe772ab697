"""quantulum3: amounts and quantities in English."""

from answering import answer
from quantulum3 import parser


def number(quote):
    """Return the number of the first quantity."""
    read = parser.parse(quote)
    return repr(read[0].value) if read else None


if __name__ == "__main__":
    answer("quantulum3", {"money": number, "quantity": number})
