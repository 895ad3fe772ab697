"""The terms of the form: secrecy, procedure, and what an order orders («Поручить НКТП»)."""

from __future__ import annotations

from functools import cache
from typing import ClassVar, Self

from attrs import field, frozen

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Found, Tokens
from politburo.values.base import Value, only_text
from politburo.vocabulary import table

__all__ = ["Action", "Procedure", "Secrecy", "Wording", "action_at", "action_names"]

_SECRECIES = ("secret", "strictly_secret", "top_secret", "special_folder", "special_importance")
_PROCEDURES = ("sitting", "poll")


@frozen(repr=False)
class Wording(Value):
    """A stretch of text taken as it stands: a title, a number, a storage note.

    >>> Wording("О Монголии")
    Wording('О Монголии')
    """

    kind: ClassVar[str] = "wording"

    text: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Wording({self.text!r})"


@frozen(repr=False)
class _Term(Value):
    """A value of a closed list, known to the form by several phrases."""

    label: ClassVar[str] = ""
    names: ClassVar[tuple[str, ...]] = ()

    name: str = field()

    @name.validator
    def _known(self, _: object, value: str) -> None:
        if value not in self.names:
            raise ValueError(f"unknown {self.kind} {value!r}: expected one of {', '.join(self.names)}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a name of the list or a phrase of the form, or raise ParseError."""
        only_text(text)
        name = text if text in cls.names else _phrase_value(cls.label, text)
        if name not in cls.names:
            expected = f"expected a {cls.kind}: {', '.join(cls.names)} or a phrase of the form"
            raise ParseError(expected, text, Span(0, len(text)))
        return cls(name)

    def __str__(self) -> str:
        return self.name


def _phrase_value(label: str, text: str) -> str:
    tokens = Tokens(text)
    entries = table("forms").get(" ".join(tokens.keys[: len(tokens)]).strip(" .:()"), ())
    return next((str(value) for name, value, _ in entries if name == label), "")


@frozen(repr=False)
class Secrecy(_Term):
    """How secret a paper or a decision is said to be.

    >>> str(Secrecy.parse("Строго секретно")), str(Secrecy.parse("TOP SECRET"))
    ('strictly_secret', 'top_secret')
    """

    kind: ClassVar[str] = "secrecy"
    label: ClassVar[str] = "secrecy"
    names: ClassVar[tuple[str, ...]] = _SECRECIES


@frozen(repr=False)
class Procedure(_Term):
    """How a decision was taken: at a sitting, or by poll of the members («опросом»).

    >>> str(Procedure.parse("ОПРОСОМ ЧЛЕНОВ ПОЛИТБЮРО"))
    'poll'
    """

    kind: ClassVar[str] = "procedure"
    label: ClassVar[str] = "procedure"
    names: ClassVar[tuple[str, ...]] = _PROCEDURES


@frozen(repr=False)
class Action(Value):
    """What a verb of an order does, as one of a closed list of classes.

    >>> str(Action.parse("Поручить")), str(Action.parse("выделить")), str(Action.parse("delivering"))
    ('charge', 'allocate', 'deliver')
    """

    kind: ClassVar[str] = "action"

    name: str = field()

    @name.validator
    def _known(self, _: object, value: str) -> None:
        if value not in action_names():
            raise ValueError(f"unknown action {value!r}: expected one of {', '.join(sorted(action_names()))}")

    @classmethod
    def parse(cls, text: str) -> Action:
        """Read the name of a class, or a verb of an order in Russian or English."""
        only_text(text)
        name = text if text in action_names() else _verb_class(text)
        if not name:
            raise ParseError("expected the verb of an order or an action class", text, Span(0, len(text)))
        return cls(name)

    def __str__(self) -> str:
        return self.name


@cache
def action_names() -> frozenset[str]:
    """Return the closed list of action classes.

    >>> "write_off" in action_names(), "rob" in action_names()
    (True, False)
    """
    return frozenset(table("actions")["ru"].values()) | frozenset(table("actions")["en"].values())


def _verb_class(text: str) -> str:
    tokens = Tokens(text)
    words = tokens.keys[: len(tokens)]
    wanted = " ".join(words)
    for verb, end, name in table("actions")["ru_phrase"] + table("actions")["en_phrase"]:
        if words[:1] == [verb] and wanted.endswith(f" {end}"):
            return str(name)
    columns = (table("actions")[name] for name in ("ru", "en", "ing", "participle"))
    return next((str(column[wanted]) for column in columns if wanted in column), "")


def action_at(tokens: Tokens, at: int) -> Found[Action] | None:
    """Read the verb of an order at a token: an infinitive in Russian, a base or -ing form in English.

    >>> action_at(Tokens("Поручить НКТП"), 0).value
    Action.parse('charge')
    """
    actions, word = table("actions"), tokens.keys[at]
    name = next((actions[column][word] for column in ("ru", "en", "ing") if word in actions[column]), None)
    return Found(Action(str(name), span=tokens.span(at, at + 1)), at + 1) if name else None
