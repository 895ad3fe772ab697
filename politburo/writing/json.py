"""Documents as JSON and back: ``loads(dumps(document)) == document``, passages and statuses too.

``{"value": "500000 RUB_GOLD", "start": 2237, "stop": 2259}``

The grammar of a file, in which a key whose value would be empty or the usual one is left out::

    file     = { "format": "politburo", "version": 1, ["file": name], "document": record }
    record   = { the fields of a record of politburo.records, "start", "stop" }
    value    = { ["kind"], "value": canonical form, ["initials"], ["start", "stop"], ["status"] }
    recipient = value with "party" and "scope" in place of "value"

``kind`` stands where a place takes several types of values (a person or a body). A new record or
field needs nothing here: its annotation says how it is written. A change that an older reader
would not understand raises ``VERSION``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import attrs

from politburo.errors import FormatError, ParseError
from politburo.findings import Level
from politburo.records import Charge, Document, Reading, Recipient
from politburo.text import Span
from politburo.values.base import Status, Value
from politburo.values.names import Body, Person
from politburo.values.terms import Wording
from politburo.vocabulary import table

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["VERSION", "dumps", "loads"]

VERSION = 1
_FORMAT = "politburo"


def dumps(document: Document | Reading, *, indent: int | None = None, file: str | None = None) -> str:
    """Write a document, or the document of a reading, as JSON; ``file`` is the name it was read from.

    >>> print(dumps(Document("О Монголии")))
    {"format": "politburo", "version": 1, "document": {"text": "О Монголии"}}
    """
    if isinstance(document, Reading):
        document = document.document
    if not isinstance(document, Document):
        raise TypeError(f"expected a document or a reading, got {type(document).__name__}")
    head = {"format": _FORMAT, "version": VERSION} | ({} if file is None else {"file": file})
    return json.dumps(
        {**head, "document": _converter().unstructure(document)}, ensure_ascii=False, indent=indent
    )


def loads(text: str) -> Document:
    """Read a document that :func:`dumps` wrote.

    Anything else raises FormatError, which names the place as a path and what was expected there:
    unknown keys, values that are not in canonical form and passages outside the text included.

    >>> loads('{"format": "politburo", "version": 1, "document": {"text": 5}}')
    Traceback (most recent call last):
    politburo.errors.FormatError: $.document.text: expected a string, got 5
    """
    data = _parsed(text)
    _within("$", _check_head, data, None)
    document: Document = _within("$.document", _converter().structure, data["document"], Document)
    _check_passages(data["document"], len(document.text), "$.document")
    return document


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_unrepeated, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"expected JSON ({error.msg})", where) from None
    except RecursionError:
        raise FormatError("expected JSON that is nested less deeply", "$") from None
    except FormatError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise FormatError(f"expected JSON ({error})", "$") from None


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, item in pairs:
        if name in data:
            raise FormatError(f"expected each key once in an object, got {_shown(name)} twice", "$")
        data[name] = item
    return data


def _no_constant(name: str) -> Any:
    raise FormatError(f"expected JSON, got {name}", "$")


def _check_head(data: Any, _: Any) -> None:
    if _object(data).get("format") != _FORMAT:
        raise FormatError(f"expected {_shown(_FORMAT)}, got {_shown(data.get('format'))}", ".format")
    version = data.get("version")
    if type(version) is not int or version != VERSION:
        raise FormatError(f"expected version {VERSION} of the format, got {_shown(version)}", ".version")
    _within(".file", _scalar, data.get("file", ""), str)
    _check_keys(data, {"format", "version", "file", "document"}, {"document"})


def _check_keys(data: dict[str, Any], known: set[str], needed: set[str]) -> None:
    unknown = sorted(set(data) - known)
    if unknown:
        expected = ", ".join(sorted(known))
        raise FormatError(f"expected only the keys {expected}, got {_shown(unknown[0])}", "")
    missing = sorted(needed - set(data))
    if missing:
        raise FormatError(f"expected the key {_shown(missing[0])}", "")


def _check_passages(data: Any, length: int, where: str) -> None:
    if isinstance(data, list):
        for at, item in enumerate(data):
            _check_passages(item, length, f"{where}[{at}]")
    elif isinstance(data, dict):
        if data.get("stop", 0) > length:
            expected = f"expected an offset up to the end of the text, {length}, got {data['stop']}"
            raise FormatError(expected, f"{where}.stop")
        for name, item in data.items():
            _check_passages(item, length, f"{where}.{name}")


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter()
    for scalar in (str, int):
        converter.register_structure_hook(scalar, _scalar)
    for choice in (Level, Status):
        converter.register_structure_hook(choice, _choice)
    converter.register_structure_hook(Span, _span)
    converter.register_structure_hook_func(_is_list, lambda data, cls: _list(converter, data, cls))
    converter.register_structure_hook_factory(_is_record, lambda cls: _record_reader(converter, cls))
    converter.register_unstructure_hook_factory(_is_record, lambda cls: _record_writer(converter, cls))
    converter.register_structure_hook_func(_is_value, lambda data, cls: _value(converter, data, cls))
    converter.register_unstructure_hook_func(_is_value, _value_written)
    converter.register_structure_hook_func(_is_choice, lambda data, union: _one_of(converter, data, union))
    converter.register_unstructure_hook_func(_is_choice, _one_written)
    return converter


def _is_list(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and attrs.has(cls)


def _is_value(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Value)


def _is_choice(union: Any) -> bool:
    """Tell a place that takes several types of values."""
    members = _members(union)
    return len(members) > 1 and all(map(_is_value, members))


def _members(union: Any) -> list[Any]:
    is_union = get_origin(union) in (Union, UnionType)
    return [cls for cls in get_args(union) if cls is not NoneType] if is_union else []


def _span_written(span: Span | None) -> dict[str, int]:
    return {} if span is None else {"start": span.start, "stop": span.stop}


def _value_written(value: Value) -> dict[str, Any]:
    data: dict[str, Any] = {"value": str(value)}
    if isinstance(value, Recipient):
        data = {"party": _one_written(value.party), "scope": list(value.scope)}
    elif isinstance(value, Person) and value.initials:
        data["initials"] = value.initials
    status = {} if value.status is Status.STATED else {"status": value.status.value}
    return data | _span_written(value.span) | status


def _one_written(value: Value | None) -> dict[str, Any] | None:
    return None if value is None else {"kind": value.kind} | _value_written(value)


def _record_writer(converter: Converter, cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn, override

    fields = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, span=override(omit=True))
    return lambda record: fields(record) | _span_written(getattr(record, "span", None))


def _record_reader(converter: Converter, cls: type[Any]) -> Callable[[Any, Any], Any]:
    from cattrs import ClassValidationError
    from cattrs.gen import make_dict_structure_fn, override

    names = set(attrs.fields_dict(cls))
    known = names - {"span"} | {"start", "stop"} if "span" in names else names
    needed = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    fields = make_dict_structure_fn(cls, converter, span=override(omit=True))

    def read(data: Any, _: Any) -> Any:
        _check_keys(_object(data), known, needed)
        try:
            record = fields(data, cls)
        except ClassValidationError as error:
            raise _located(error) from None
        return attrs.evolve(record, span=_span(data)) if "start" in data or "stop" in data else record

    return read


def _located(fault: Exception) -> FormatError:
    """Return the first fault that cattrs gathered, placed in the field in which it lies."""
    if not isinstance(fault, ExceptionGroup):
        return (
            fault if isinstance(fault, FormatError) else FormatError(f"expected something else ({fault})", "")
        )
    first = fault.exceptions[0]
    place = "".join(f".{note.name}" for note in getattr(first, "__notes__", ()) if hasattr(note, "name"))
    inner = _located(first)
    return FormatError(inner.message, place + inner.where)


def _list(converter: Converter, data: Any, cls: Any) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise FormatError(f"expected a list, got {_shown(data)}", "")
    read, items = converter.get_structure_hook(get_args(cls)[0]), []
    for at, item in enumerate(data):
        try:
            items.append(read(item, get_args(cls)[0]))
        except FormatError as error:
            raise FormatError(error.message, f"[{at}]{error.where}") from None
    return tuple(items)


def _one_of(converter: Converter, data: Any, union: Any) -> Any:
    if data is None and NoneType in get_args(union):
        return None
    kinds = {cls.kind: cls for cls in _members(union)}
    kind = _object(data).get("kind")
    if not isinstance(kind, str) or kind not in kinds:
        raise FormatError(f"expected one of {', '.join(kinds)}, got {_shown(kind)}", ".kind")
    return _value(converter, {name: item for name, item in data.items() if name != "kind"}, kinds[kind])


def _value(converter: Converter, data: Any, cls: Any) -> Any:
    needed = {"party", "scope"} if cls is Recipient else {"value"}
    extra = {"initials"} if cls is Person else set()
    _check_keys(_object(data), needed | extra | {"start", "stop", "status"}, needed)
    value = _recipient(converter, data) if cls is Recipient else _canonical(data, cls)
    span = _span(data) if "start" in data or "stop" in data else None
    status = _within(".status", _choice, data.get("status", "stated"), Status)
    return value.read_from(span, status)


def _recipient(converter: Converter, data: dict[str, Any]) -> Recipient:
    party = _within(".party", converter.structure, data["party"], Person | Body)
    return Recipient(party, _within(".scope", converter.structure, data["scope"], tuple[str, ...]))


def _canonical(data: dict[str, Any], cls: Any) -> Any:
    text = _within(".value", _scalar, data["value"], str)
    try:
        value = _of_words(cls, text, data) if cls in (Wording, Charge, Body, Person) else cls.parse(text)
    except ParseError as error:
        raise FormatError(f"{error.message}, got {_shown(text)}", ".value") from None
    except ValueError as error:
        raise FormatError(str(error), ".value") from None
    if str(value) != text:
        raise FormatError(f"expected the canonical form {_shown(str(value))}, got {_shown(text)}", ".value")
    return value


def _of_words(cls: Any, text: str, data: dict[str, Any]) -> Any:
    """Return a value whose words are the paper's own, which its grammar need not know."""
    if cls is Body:
        return Body(id=text) if text in table("agencies") else Body(name=text)
    if cls is Person:
        initials = _within(".initials", _scalar, data.get("initials", ""), str)
        return Person(text.removesuffix(f" {initials}") if initials else text, initials)
    return cls(text)


def _within(place: str, read: Callable[[Any, Any], Any], data: Any, cls: Any) -> Any:
    try:
        return read(data, cls)
    except FormatError as error:
        raise FormatError(error.message, place + error.where) from None


def _span(data: Any, _: Any = None) -> Span:
    _check_keys(_object(data), set(data), {"start", "stop"})
    start, stop = (_within(f".{name}", _scalar, data[name], int) for name in ("start", "stop"))
    if not 0 <= start <= stop:
        raise FormatError(f"expected offsets with 0 <= start <= stop, got {start} and {stop}", "")
    return Span(start, stop)


def _scalar(data: Any, cls: Any) -> Any:
    # type(), because True is an int too.
    if type(data) is not cls:
        expected = {str: "a string", int: "a whole number"}[cls]
        raise FormatError(f"expected {expected}, got {_shown(data)}", "")
    return data


def _choice(data: Any, cls: type[Enum]) -> Enum:
    names = {str(member.value): member for member in cls}
    if not isinstance(data, str) or data not in names:
        raise FormatError(f"expected one of {', '.join(names)}, got {_shown(data)}", "")
    return names[data]


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise FormatError(f"expected an object, got {_shown(data)}", "")
    return data


def _shown(data: Any) -> str:
    if isinstance(data, list | dict):
        return "a list" if isinstance(data, list) else "an object"
    text = json.dumps(data, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"
