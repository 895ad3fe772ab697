"""What English papers order, of whom: imperatives, "is to" and "shall"."""

from __future__ import annotations

import pytest

from tests.reading.saying import english, orders

ORDERS = [
    ("Release 20,000 rubles to the NKVT.", ["allocate"]),
    ("To release 20,000 rubles to the NKVT.", ["allocate"]),
    ("Sell Persia 12 aircraft.", ["sell"]),
    ("Set aside 20,000 rubles.", ["allocate"]),
    ("Submit the estimate.", ["other"]),
    ("Consent to the release of funds.", ["consent"]),
    ("Take note of the report.", ["note"]),
    ("Take the report under advisement.", ["note"]),
    ("Remove the question from the agenda.", ["withdraw"]),
    ("Hold the NKVT responsible for the cargo.", ["oblige [NKVT]"]),
    ("1) Approve Minutes No. 7 of the commission.", ["approve"]),
    pytest.param("Approve Minutes No. 7 of the commission.", ["approve"]),
    # Who is told to act, and what he is to do.
    ("Oblige the NKVT to deliver 100 lathes.", ["oblige [NKVT] deliver"]),
    ("Charge the NKTP with delivering 100 lathes.", ["charge [NKTP] deliver"]),
    ("Instruct Cde. Karakhan to inform the NKID.", ["charge [Karakhan] inform"]),
    (
        "Oblige the NKVT (Cde. Eliava) and the NKPS to deliver the cargo.",
        ["oblige [NKVT, Eliava, NKPS] deliver"],
    ),
    ("Permit the OGPU to buy 20 cars.", ["permit [OGPU] buy"]),
    ("Permit the NKVT to buy wool and to sell cotton.", ["permit [NKVT] buy sell"]),
    ("Charge the NKVT with buying wool and selling cotton.", ["charge [NKVT] buy sell"]),
    (
        "Oblige the NKVT to deliver the seed and the NKPS to allocate 310 wagons.",
        ["oblige [NKVT, NKPS] deliver allocate"],
    ),
    ("Prohibit the NKPS from selling tickets.", ["prohibit [NKPS] sell"]),
    # Several orders.
    ("Release 20,000 rubles and buy 12 aircraft.", ["allocate", "buy"]),
    ("Approve the estimate. Charge the NKF with issuing an advance.", ["approve", "charge [NKF] issue"]),
    # Behind a circumstance.
    ("Within ten days release 20,000 rubles.", ["allocate"]),
    ("In addition to the estimate release the NKVT 20,000 rubles.", ["allocate"]),
    # In the circumstance such a form is a noun: "the release", "the sale".
    ("In addition to the release of funds buy 12 aircraft.", ["buy"]),
    # "is to", "are to", "shall".
    ("The NKVT is to sell 100 lathes.", ["sell [NKVT]"]),
    ("The NKVT and the NKTP are to deliver 100 lathes.", ["deliver [NKVT, NKTP]"]),
    ("The NKVT shall sell 100 lathes.", ["sell [NKVT]"]),
    ("The NKVT is to sell wool and deliver the cotton.", ["sell [NKVT]", "deliver"]),
    # The passive, and by whom.
    ("1) The loan is to be returned in kind.", ["return"]),
    pytest.param("The loan is to be returned in kind.", ["return"]),
    ("The cargo is to be delivered by the NKPS.", ["deliver [NKPS]"]),
    ("Prices are to be coordinated by the NKVT.", ["coordinate [NKVT]"]),
    ("The NKVT is to be charged with buying wool.", ["charge [NKVT] buy"]),
    # Commissions.
    (
        "Create a commission of Cdes. Rudzutak, Pyatakov and Grinko.",
        ["create [commission, Rudzutak, Pyatakov, Grinko]"],
    ),
    ("Create a commission for the sale of timber.", ["create [commission]"]),
    # Nobody is named, or somebody by his office only.
    ("Permit to sell the wool.", ["permit sell"]),
    ("The chairman is to inform the board.", ["inform [chairman]"]),
    # A verb before a list.
    (
        "1. Oblige the NKVT:\n\na) to sell 100 lathes;\n\nb) to buy wool.",
        ["oblige [NKVT]", "- sell", "- buy"],
    ),
    ("1) Oblige the NKVT (1) to sell ten trucks; (2) to buy wool.", ["oblige [NKVT]", "- sell", "- buy"]),
    pytest.param(
        "Oblige the NKVT:\n\na) to sell 100 lathes;\n\nb) to buy wool.",
        ["oblige [NKVT]", "- sell", "- buy"],
    ),
    pytest.param(
        "Oblige the NKVT (1) to sell ten trucks; (2) to buy wool.",
        ["oblige [NKVT]", "- sell", "- buy"],
    ),
]
NO_ORDERS = [
    "The NKVT has sold 100 lathes.",
    "The sale of lathes brought 20,000 rubles.",
    "The release of funds to the NKVT.",
    "Having sold the wool, the NKVT bought cotton.",
    "There is nothing for the NKVT to sell.",
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_a_paper_orders(text: str, expected: list[str]) -> None:
    assert orders(english(text)) == expected


@pytest.mark.parametrize("text", NO_ORDERS)
def test_what_is_told_and_not_commanded_is_no_order(text: str) -> None:
    assert orders(english(text)) == []


SUBORDINATE = [
    "Approve the estimate so that the NKVT can sell the wool.",
    "Approve the estimate if the NKVT agrees to buy the wool.",
    "Approve the estimate which the NKVT has to sell.",
]


@pytest.mark.parametrize("text", SUBORDINATE)
def test_a_subordinate_clause_orders_nothing(text: str) -> None:
    assert orders(english(text)) == ["approve"]
