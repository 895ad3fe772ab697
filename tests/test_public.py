"""Every public name says what it is and shows it in an example that runs."""

from __future__ import annotations

import inspect

import pytest

import politburo
from politburo.values.base import Value

MEMBERS = [
    (name, member)
    for name in politburo.__all__
    if inspect.isclass(getattr(politburo, name))
    for member, value in vars(getattr(politburo, name)).items()
    if not member.startswith("_") and (callable(value) or isinstance(value, (property, classmethod)))
]

VALUES = [
    name
    for name in politburo.__all__
    if inspect.isclass(kind := getattr(politburo, name))
    and issubclass(kind, Value)
    and hasattr(kind, "parse")
]


@pytest.mark.parametrize("name", politburo.__all__)
def test_public_names_have_a_docstring_with_an_example(name: str) -> None:
    written = inspect.getdoc(getattr(politburo, name)) or ""
    assert ">>>" in written
    assert written.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize(("name", "member"), MEMBERS)
def test_public_members_have_a_docstring(name: str, member: str) -> None:
    assert inspect.getdoc(getattr(getattr(politburo, name), member))


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_read_from_text_only(name: str) -> None:
    with pytest.raises(TypeError, match=r"^expected a string, got int$"):
        getattr(politburo, name).parse(1935)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bolshevik'"):
        politburo.bolshevik  # noqa: B018  # looking it up is what is tested


def test_the_public_names_are_listed() -> None:
    assert set(politburo.__all__) <= set(dir(politburo))
