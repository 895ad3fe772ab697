"""Test code of your own against papers as they could have been: python test_with_hypothesis.py.

The function under test is ours to get wrong: it totals the sums of a paper by currency. Three laws must
hold for any paper; Hypothesis looks for one that breaks them, and shows the shortest.
"""

from collections import defaultdict
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import politburo
from politburo import MonetaryAmount
from politburo.testing import money, papers

few = settings(max_examples=25, deadline=None, derandomize=True, database=None)


def totals(sums: list[MonetaryAmount]) -> dict[str, Decimal]:
    """Return the total in each currency: sums of different kinds of ruble are never added."""
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in sums:
        if each.amount is not None:
            found[each.currency.id] += each.amount
    return dict(found)


def sums_of(paper: str) -> list[MonetaryAmount]:
    """Return the sums that a paper names."""
    return [value for value in politburo.find(paper) if isinstance(value, MonetaryAmount)]


@few
@given(st.lists(money(), max_size=8))
def test_the_order_of_the_sums_does_not_matter(sums: list[MonetaryAmount]) -> None:
    assert totals(sums) == totals(sums[::-1])


@few
@given(st.lists(st.from_type(MonetaryAmount), max_size=8))
def test_nothing_is_lost(sums: list[MonetaryAmount]) -> None:
    exact = sum((each.amount for each in sums if each.amount is not None), Decimal())
    assert sum(totals(sums).values(), Decimal()) == exact


@few
@given(papers("ru"), papers("en"))
def test_two_papers_total_what_each_does(one: str, other: str) -> None:
    both = totals(sums_of(f"{one}\n\n{other}"))
    assert sum(both.values()) == sum(totals(sums_of(one)).values()) + sum(totals(sums_of(other)).values())


if __name__ == "__main__":
    test_the_order_of_the_sums_does_not_matter()
    test_nothing_is_lost()
    test_two_papers_total_what_each_does()
    print("all three laws hold")
