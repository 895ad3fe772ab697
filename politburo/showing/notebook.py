"""Values and records in a notebook: a small piece of HTML for each.

A value is its words with its normal form and where it stands, a record a small table, a document
its report; accounts, schedules and the like are tables (:mod:`politburo.showing.tabled`). A type
that is to look otherwise has an entry in :func:`_forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

import attrs

from politburo.findings import Finding
from politburo.records import Document, Reading
from politburo.showing.saying import meaning, saying
from politburo.showing.tabled import forms, safe
from politburo.text import Span
from politburo.values.base import Status, Value

__all__ = ["html_of"]

_SHOWN = 30


def html_of(shown: Any) -> str:
    """Return what a notebook shows for a value, a record, a finding or a reading.

    >>> from politburo.values.money import MonetaryAmount
    >>> print(html_of(MonetaryAmount.of(500000, "RUB_GOLD")))
    <span title="MonetaryAmount">500,000 gold rubles <code>500000 RUB_GOLD</code></span>
    """
    for kind, make in _forms().items():
        if isinstance(shown, kind):
            return make(shown)
    if attrs.has(type(shown)):
        return _record(shown)
    return f'<span title="{safe(type(shown).__name__)}">{safe(str(shown))}</span>'


@cache
def _forms() -> Mapping[type, Callable[[Any], str]]:
    own: dict[type, Callable[[Any], str]] = {
        Value: _value,
        Finding: _finding,
        Document: _document,
        Reading: _reading,
        Enum: _member,
    }
    return {**own, **forms()}


def _member(member: Enum) -> str:
    return f'<span title="{type(member).__name__}">{safe(member.value)}</span>'


def _value(value: Value) -> str:
    said, canonical, full = saying(value, "en"), str(value), meaning(value, "en")
    parts = [safe(said)]
    parts += [f"<code>{safe(canonical)}</code>"] if said != canonical else []
    parts += [f"<small>{safe(full)}</small>"] if full and full != said else []
    parts += [f"<i>{value.status.value}</i>"] if value.status is not Status.STATED else []
    parts += [f"<small>{value.span.start}–{value.span.stop}</small>"] if value.span else []
    return f'<span title="{type(value).__name__}">{" ".join(parts)}</span>'


def _finding(finding: Finding) -> str:
    said = f"<b>{safe(finding.rule)}</b> <i>{finding.level.value}</i> <code>{safe(finding.entity)}</code>"
    return f'<span title="Finding">{said} {safe(finding.message)}</span>'


def _document(document: Document) -> str:
    return _reading(Reading(document))


def _reading(reading: Reading) -> str:
    from politburo.showing.terminal import report

    return f"<pre>{safe(report(reading))}</pre>"


def _record(record: Any) -> str:
    """Return a table of the fields that say something."""
    rows = []
    for field in attrs.fields(type(record)):
        said = _said(getattr(record, field.name))
        if said:
            rows.append(f'<tr><th style="text-align:left">{field.name}</th><td>{said}</td></tr>')
    return f"<table><caption>{type(record).__name__}</caption>{''.join(rows)}</table>"


def _said(content: Any) -> str:
    if content is None or content == ():
        return ""
    if isinstance(content, tuple):
        said = "<br>".join(_said(item) for item in content[:_SHOWN])
        return said if len(content) <= _SHOWN else f"{said}<br>… {len(content) - _SHOWN} more"
    if isinstance(content, Span):
        return f"{content.start}–{content.stop}"
    return safe(content) if isinstance(content, str) else html_of(content)
