"""The JSON Schema of the JSON form, made from the records themselves.

The file ``document.schema.json`` beside this module is what others validate with; the tests make it
again and compare. After a change of the records: ``python -m politburo.writing.schema``.
"""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from politburo.records import Document, Recipient
from politburo.text import Span
from politburo.values.base import Status, Value
from politburo.values.names import Person
from politburo.writing.json import VERSION

__all__ = ["FILE", "json_schema", "rendered"]

FILE = Path(__file__).with_name("document.schema.json")
_OFFSET = {"type": "integer", "minimum": 0}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`politburo.dumps` writes.

    >>> json_schema()["properties"]["version"]
    {'const': 1}
    """
    made = _Maker()
    document = made.of(Document)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A document read by politburo",
        "type": "object",
        "properties": {
            "format": {"const": "politburo"},
            "version": {"const": VERSION},
            "file": {"type": "string"},
            "document": document,
        },
        "required": ["format", "version", "document"],
        "additionalProperties": False,
        "$defs": dict(sorted(made.definitions.items())),
    }


class _Maker:
    """The definitions made so far, by the name of their type."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def of(self, annotation: Any) -> dict[str, Any]:
        """Return the schema of a place that an annotation describes."""
        if annotation is str:
            return {"type": "string"}
        if annotation is Span:
            return _object(_passage(), ["start", "stop"])
        if get_origin(annotation) is tuple:
            return {"type": "array", "items": self.of(get_args(annotation)[0])}
        if get_origin(annotation) in (Union, UnionType):
            return self.choice([a for a in get_args(annotation) if a is not NoneType], annotation)
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return {"enum": [member.value for member in annotation]}
        return self.defined(annotation)

    def choice(self, members: list[Any], annotation: Any) -> dict[str, Any]:
        """Return the schema of a place that may be empty or takes several types of values."""
        if len(members) == 1:
            return self.of(members[0])
        kinds = [self.defined(cls, kind=True) for cls in members]
        empty = [{"type": "null"}] if NoneType in get_args(annotation) else []
        return {"anyOf": [*kinds, *empty]}

    def defined(self, cls: Any, *, kind: bool = False) -> dict[str, Any]:
        """Return a reference to the definition of a type, made when it is first met."""
        name = f"{cls.__name__}OfKind" if kind else cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.value(cls, kind) if issubclass(cls, Value) else self.record(cls)
        return {"$ref": f"#/$defs/{name}"}

    def value(self, cls: Any, kind: bool) -> dict[str, Any]:  # noqa: FBT001
        """Return the schema of a value: its canonical form, passage and status."""
        said: dict[str, Any] = {"value": {"type": "string"}}
        if cls is Recipient:
            said = {name: self.of(hint) for name, hint in _fields(cls).items() if name in ("party", "scope")}
        head = {"kind": {"const": cls.kind}} if kind else {}
        extra = {"initials": {"type": "string"}} if cls is Person else {}
        status = {"status": {"enum": [s.value for s in Status if s is not Status.STATED]}}
        return _object({**head, **said, **extra, **_passage(), **status}, [*head, *said])

    def record(self, cls: Any) -> dict[str, Any]:
        """Return the schema of a record: its fields, and its passage where it has one."""
        fields = {name: self.of(hint) for name, hint in _fields(cls).items() if name != "span"}
        fields |= _passage() if "span" in _fields(cls) else {}
        needed = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
        return _object(fields, needed)


def _fields(cls: Any) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


def _passage() -> dict[str, Any]:
    return {"start": _OFFSET, "stop": _OFFSET}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    made = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    passage = {"dependentRequired": {"start": ["stop"], "stop": ["start"]}} if "start" in properties else {}
    return made | passage


def rendered() -> str:
    """Return the text of the committed file.

    >>> rendered().startswith("{")
    True
    """
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    (Path(sys.argv[1]) if sys.argv[1:] else FILE).write_text(rendered(), "utf-8")
