"""The words of the reader page in the language of its readers.

A language is one file ``NAME.toml`` beside this module; all of them have the same keys.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from attrs import frozen

from politburo.errors import PolitburoError

__all__ = ["LANGUAGES", "Interface", "interface"]

LANGUAGES = ("en", "ru")


@frozen
class Interface:
    """The phrases of one language; a name without one is shown as it is.

    >>> interface("ru").phrase("findings"), interface("en").name("properties", "signatory")
    ('Замечания', 'signed')
    """

    language: str
    tables: dict[str, dict[str, str]]

    def phrase(self, key: str) -> str:
        """Return a phrase of the page."""
        return self.tables["phrases"][key]

    def name(self, table: str, key: str) -> str:
        """Return the name of a kind, property, status, level or language."""
        return self.tables[table].get(key, key.replace("_", " "))


@cache
def interface(language: str) -> Interface:
    """Return the interface in a language, or raise :class:`PolitburoError`.

    >>> interface("de")
    Traceback (most recent call last):
    politburo.errors.PolitburoError: expected one of en, ru as the language of the page, got 'de'
    """
    from importlib.resources import files

    if language not in LANGUAGES:
        raise PolitburoError(
            f"expected one of {', '.join(LANGUAGES)} as the language of the page, got {language!r}"
        )
    data: dict[str, Any] = tomllib.loads((files(__name__) / f"{language}.toml").read_text("utf-8"))
    return Interface(language, data)
