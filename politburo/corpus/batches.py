"""The one unit of work: batches of texts in, batches of readings out.

It needs no shared state, so that it runs the same in a process of :func:`politburo.corpus.build`, under
Spark, Dask and Ray Data (:mod:`politburo.engines`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from politburo.corpus.sources import fault
from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.records import Reading
from politburo.writing.tables.arrow import Outcome, nested
from politburo.writing.tables.rows import paper_id, rows

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["LIMIT", "Opening", "Read", "outcome_of", "read_batches"]

LIMIT = 10_000_000
"""Characters of the longest text that is read, unless another number is given."""

Read = Callable[[str], Reading]


@frozen
class Opening:
    """How files are opened: the characters of the longest text, and whether scans are recognised."""

    characters: int = LIMIT
    ocr: bool = False


# Papers of one batch that is given out: few enough to be held in memory several times over.
_MOST = 128


def read_batches(
    batches: Iterator[pa.RecordBatch], *, read: Read = read, limit: int = LIMIT
) -> Iterator[pa.RecordBatch]:
    """Read the texts of batches and yield them as nested batches (:mod:`politburo.writing.tables.arrow`).

    A batch has a column ``text`` (string) or ``content`` (bytes in UTF-8); others are not looked at. A row
    comes out for every row that goes in: of a text that cannot be read it has the ``error`` and no records.

    >>> import pyarrow as pa
    >>> texts = pa.record_batch({"text": ["О Монголии", " "]})
    >>> read_in = list(read_batches(iter([texts])))
    >>> read_in[0].select(["paper", "error"]).to_pylist()
    [{'paper': '7c53105731f0796edf4d', 'error': None}, {'paper': '36a9e7f1c95b82ffb997', 'error': 'empty'}]
    """
    for batch in batches:
        column = _texts(batch)
        for start in range(0, batch.num_rows, _MOST):
            given = column.slice(start, _MOST).to_pylist()
            yield nested(outcome_of(data, read, limit) for data in given)


def _texts(batch: pa.RecordBatch) -> pa.Array:
    name = next((name for name in ("text", "content") if name in batch.schema.names), None)
    if name is None:
        raise PolitburoError(f"expected a column text or content, got {', '.join(batch.schema.names)}")
    return batch.column(batch.schema.names.index(name))


def outcome_of(
    data: bytes | str | None, read: Read = read, limit: int = LIMIT, *, ocr: bool = False
) -> Outcome:
    r"""Return what comes of one paper; whatever goes wrong with it is its error.

    With ``ocr`` images and PDFs without a text layer are read with Tesseract.

    >>> outcome_of(b"a\0b").error
    'not a text: NUL byte at offset 1'
    """
    given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data or b""
    paper = paper_id(given)
    try:
        return Outcome(paper, rows(read(_text(data or b"", limit, ocr=ocr)).document, paper))
    except Exception as error:  # noqa: BLE001 - one bad paper never stops a run
        return Outcome(paper, error=fault(error))


def _text(data: bytes | str, limit: int, *, ocr: bool) -> str:
    """Return a text as it is given, of a file of any format the text that it holds."""
    from politburo.sources import Limits, open_source

    if isinstance(data, str) and "\0" not in data:
        text = data.encode("utf-8").decode("utf-8")  # raises where half of a surrogate pair stands alone
    else:
        given = data.encode("utf-8") if isinstance(data, str) else data
        text = open_source(given, limits=Limits(characters=limit), ocr=ocr).text
    if len(text) > limit:
        raise PolitburoError(f"more than {limit:,} characters")
    if not text.strip("\ufeff \t\r\n"):
        raise PolitburoError("empty")
    return text
