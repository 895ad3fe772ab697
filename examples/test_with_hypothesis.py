"""Test code of your own against sums as papers write them: python test_with_hypothesis.py.

The function under test is ours to get wrong: it totals sums by currency. Two laws must hold for any
list of sums, whatever their order; Hypothesis looks for a list that breaks one.
"""

from collections import defaultdict
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from politburo import MonetaryAmount

WORDINGS = {
    "RUB_GOLD": "{} золотых рублей",
    "RUB_CHERVONNY": "{} червонных рублей",
    "JPY": "{} иен",
    "USD": "{} dollars",
}

written_sums = st.builds(
    lambda number, wording: wording.format(number),
    st.integers(min_value=1, max_value=10**9),
    st.sampled_from(list(WORDINGS.values())),
)


def totals(sums: list[str]) -> dict[str, Decimal]:
    """Return the total in each currency: sums of different kinds of ruble are never added."""
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for written in sums:
        number, currency = str(MonetaryAmount.parse(written)).split(" ")
        found[currency] += Decimal(number)
    return dict(found)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(written_sums, max_size=8))
def test_the_order_of_the_sums_does_not_matter(sums: list[str]) -> None:
    assert totals(sums) == totals(sums[::-1])


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(written_sums, max_size=8))
def test_nothing_is_lost(sums: list[str]) -> None:
    written = sum((Decimal(words.split(" ")[0]) for words in sums), Decimal())
    assert sum(totals(sums).values(), Decimal()) == written


if __name__ == "__main__":
    test_the_order_of_the_sums_does_not_matter()
    test_nothing_is_lost()
    print("both laws hold")
