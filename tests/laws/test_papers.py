"""What is written in the form of its period is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.reader import read
from politburo.records import Witness
from politburo.testing import Said, said, shelfmarks
from politburo.values.shelfmarks import Shelfmark
from politburo.values.terms import Wording
from politburo.writing.text import Form, form_of, write
from tests.laws.trying import on_papers

LANGUAGES = ("ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_a_paper_says_the_protocol_that_was_written(language: str, form: Form) -> None:
    @on_papers()
    @given(said(language, form))
    def law(given_: Said) -> None:
        paper = write(given_.protocol, language=language, form=form)
        witness = read(paper).document.witnesses[0]
        assert witness.protocol == given_.protocol, paper
        assert witness.language == language
        told = form_of(given_.protocol)
        assert told is form or {told, form} <= {Form.MINUTES, Form.SPECIAL}

    law()


@on_papers()
@given(said(), st.lists(shelfmarks(), min_size=1, max_size=2, unique=True))
def test_a_paper_says_the_references_and_what_is_kept_apart(given_: Said, marks: list[Shelfmark]) -> None:
    storage = (Wording("264"), Wording("265")) if given_.form is Form.SPECIAL else ()
    witness = Witness(given_.language, given_.language, given_.protocol, storage, tuple(marks))
    again = read(write(witness, form=given_.form)).document.witnesses[0]
    assert (again.protocol, again.storage) == (witness.protocol, storage)
    assert again.shelfmarks == tuple(marks)
