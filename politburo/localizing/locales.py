"""Locales and numbers, from Babel; it is loaded when something is first written for a locale."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale
else:
    Locale = Any

__all__ = ["Locale", "digits", "locale_of"]


@cache
def locale_of(name: str) -> Locale:
    """Return Babel's locale, or raise ValueError for a name that it does not know.

    >>> locale_of("zh_Hant").language
    'zh'
    """
    # Imported here: loading it takes longer than reading a paper.
    from babel import Locale as Known
    from babel import UnknownLocaleError

    try:
        return Known.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        raise ValueError(
            f"expected a locale that Babel knows, like ru, en_GB or zh_Hant, got {name!r}"
        ) from None


def digits(number: Decimal, locale: Locale) -> str:
    """Return a number in the digits and marks of a locale, nothing rounded.

    >>> digits(Decimal("1234567.125"), locale_of("de"))
    '1.234.567,125'
    """
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale, decimal_quantization=False)
