"""The tables of documents in memory, as Arrow, pandas or polars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

from politburo.errors import MissingExtraError
from politburo.records import Document, Reading
from politburo.writing.tables.arrow import Outcome, flat, nested
from politburo.writing.tables.rows import paper_id, rows
from politburo.writing.tables.schema import tables

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["frames"]


@overload
def frames(
    documents: Document | Reading | Iterable[Document | Reading], library: Literal["arrow"] = ...
) -> dict[str, pa.Table]: ...


@overload
def frames(
    documents: Document | Reading | Iterable[Document | Reading], library: Literal["pandas"]
) -> dict[str, pd.DataFrame]: ...


@overload
def frames(
    documents: Document | Reading | Iterable[Document | Reading], library: Literal["polars"]
) -> dict[str, pl.DataFrame]: ...


def frames(
    documents: Document | Reading | Iterable[Document | Reading],
    library: Literal["arrow", "pandas", "polars"] = "arrow",
) -> dict[str, Any]:
    r"""Return documents as tables by name, of the ``library`` that is asked for.

    A document that comes twice is one paper. Needs the extra ``tables``, and ``pandas`` or ``polars``
    for these: without it :class:`~politburo.errors.MissingExtraError` says how to install it.

    >>> from politburo import read
    >>> text = "ПРОТОКОЛ № 34 заседания Политбюро\n\n9.- О Монголии.\n\nОтпустить 500.000 зол. руб."
    >>> sums = frames(read(text))["money"]
    >>> sums.select(["low", "currency", "quote"]).to_pylist()
    [{'low': Decimal('500000.000000000'), 'currency': 'RUB_GOLD', 'quote': '500.000 зол. руб.'}]
    """
    if library not in _MAKERS:
        raise ValueError(f"expected one of {', '.join(_MAKERS)}, got {library!r}")
    make = _MAKERS[library]()
    several = [documents] if isinstance(documents, Document | Reading) else documents
    batch = nested(_outcomes(several))
    return {table.name: make(flat(batch, table)) for table in tables()}


def _outcomes(documents: Iterable[Document | Reading]) -> Iterable[Outcome]:
    seen = set[str]()
    for given in documents:
        document = given.document if isinstance(given, Reading) else given
        paper = paper_id(document.text.encode("utf-8", "surrogatepass"))
        if paper not in seen:
            seen.add(paper)
            yield Outcome(paper, rows(document))


def _as_arrow() -> Callable[[Any], Any]:
    return lambda table: table


def _as_pandas() -> Callable[[Any], Any]:
    pandas = _library("pandas")
    # Arrow's own types: decimals, days and empty cells stay what they are.
    return lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype)


def _as_polars() -> Callable[[Any], Any]:
    made: Callable[[Any], Any] = _library("polars").from_arrow
    return made


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise MissingExtraError(name, name) from None


_MAKERS: dict[str, Callable[[], Callable[[Any], Any]]] = {
    "arrow": _as_arrow,
    "pandas": _as_pandas,
    "polars": _as_polars,
}
