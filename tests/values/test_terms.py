"""The terms of the form: secrecies, procedures, and the verbs of orders."""

from __future__ import annotations

import pytest

from politburo.errors import ParseError
from politburo.values.terms import Action, Procedure, Secrecy, Wording


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("Отпустить", "allocate"),
        ("write_off", "write_off"),
        # The verb alone says too little: what stands behind it tells the class.
        ("Принять к сведению", "note"),
        ("принять", "accept"),
        ("Take note", "note"),
        ("take under advisement", "note"),
        ("Remove the question from the agenda", "withdraw"),
        ("Дать согласие", "consent"),
    ],
)
def test_a_verb_is_of_its_class(verb: str, expected: str) -> None:
    assert str(Action.parse(verb)) == expected


@pytest.mark.parametrize("text", ["зайцы", "Принять зайцев", ""])
def test_what_is_no_verb_of_an_order_is_refused(text: str) -> None:
    with pytest.raises(ParseError, match="expected the verb of an order or an action class"):
        Action.parse(text)


def test_a_secrecy_is_read_from_the_stamp_of_a_paper_only() -> None:
    assert str(Secrecy.parse("Строго секретно.")) == "strictly_secret"
    with pytest.raises(ParseError, match="expected a secrecy: secret, strictly_secret, top_secret"):
        Secrecy.parse("зайцы")


def test_a_stretch_of_text_says_what_it_says() -> None:
    assert str(Wording("О Монголии")) == "О Монголии"


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Action, "unknown action 'hush-hush': expected one of accept, "),
        (Procedure, "unknown procedure 'hush-hush': expected one of sitting, poll$"),
        (Secrecy, "unknown secrecy 'hush-hush': expected one of secret, "),
    ],
)
def test_a_term_outside_its_list_says_what_is_in_it(
    kind: type[Action | Procedure | Secrecy], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        kind("hush-hush")
