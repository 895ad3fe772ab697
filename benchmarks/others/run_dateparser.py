"""dateparser: days in Russian and English."""

import warnings

import dateparser
from answering import answer

warnings.filterwarnings("ignore")
SETTINGS = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}


def date(quote):
    """Return the day."""
    read = dateparser.parse(quote, languages=["ru", "en"], settings=SETTINGS)
    return read.date().isoformat() if read else None


if __name__ == "__main__":
    answer("dateparser", {"date": date})
