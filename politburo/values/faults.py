"""What is said of a fault that was undone: what stands there, what it is read as, what was expected."""

from __future__ import annotations

from politburo.text import Span
from politburo.tokens import Noise

__all__ = ["fused", "likely", "lookalike", "misread_as"]


def lookalike(written: str, read: str, expected: str, span: Span) -> Noise:
    """Return the remark that characters were undone which look like those expected.

    >>> lookalike("З2", "32", "digits", Span(4, 6)).message
    '«З2» is read as «32»: expected digits, «З» is a letter'
    >>> lookalike("ВКП(6)", "ВКП(б)", "letters", Span(0, 6)).message
    '«ВКП(6)» is read as «ВКП(б)»: expected letters, not what looks like them'
    """
    letters = [f"«{sign}»" for sign in dict.fromkeys(written) if sign.isalpha()] if read.isdigit() else []
    told = f"{', '.join(letters)} {'is a letter' if len(letters) == 1 else 'are letters'}"
    why = told if letters else "not what looks like them"
    message = f"«{written}» is read as «{read}»: expected {expected}, {why}"
    return Noise("confusable-character", message, span)


def misread_as(written: str, read: str, expected: str, span: Span) -> Noise:
    """Return the remark that a word was undone which cannot be right.

    >>> misread_as("Он", "Оп", "the word for an opis", Span(0, 2)).message
    '«Он» is read as «Оп»: expected the word for an opis'
    """
    return Noise("probable-misreading", f"«{written}» is read as «{read}»: expected {expected}", span)


def likely(wrong: str, name: str, why: str, span: Span) -> Noise:
    """Return the remark that a body cannot be meant, with the one that most likely is.

    >>> likely("there is no body «НКВР»", "НКВТ", "one similar letter away", Span(0, 4)).message
    'there is no body «НКВР»: expected most likely «НКВТ», one similar letter away'
    """
    return Noise("probable-misreading", f"{wrong}: expected most likely «{name}», {why}", span)


def fused(word: str, mark: str, span: Span) -> Noise:
    """Return the remark that a note mark was cut off.

    >>> fused("рублей", "2", Span(0, 7)).message
    'the note mark «2» is fused to «рублей» and is cut off: expected it apart'
    """
    message = f"the note mark «{mark}» is fused to «{word}» and is cut off: expected it apart"
    return Noise("footnote-glued", message, span)
