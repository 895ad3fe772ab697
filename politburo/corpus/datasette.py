"""What Datasette shows of a built corpus: titles, descriptions of columns, facets, canned queries.

``datasette serve corpus.sqlite --metadata metadata.json`` serves it.
"""

from __future__ import annotations

import json
from typing import Any

from politburo.corpus.questions import questions
from politburo.writing.tables.schema import Table, sources, tables

__all__ = ["metadata"]

_FACETS = {
    "protocols": ["language", "body", "procedures", "secrecies"],
    "decisions": ["dated_by", "secrecies"],
    "orders": ["action", "tasks"],
    "money": ["currency", "property", "status"],
    "quantities": ["unit", "property"],
    "dates": ["property", "status"],
    "bodies": ["name", "property"],
    "persons": ["surname", "property"],
    "recipients": ["party", "kind"],
    "shelfmarks": ["archive", "property"],
    "charges": ["property"],
    "findings": ["rule", "level"],
    "statements": ["property", "status"],
}
_LABELS = {"papers": "title", "decisions": "title", "directives": "text", "loans": "principal"}
_SEARCH = """\
SELECT papers.id, papers.title, snippet(papers_fts, 1, '[', ']', '…', 24) AS passage
FROM papers_fts
JOIN papers ON papers.rowid = papers_fts.rowid
WHERE papers_fts MATCH replace(replace(:words, 'ё', 'е'), 'Ё', 'Е')
ORDER BY papers_fts.rank, papers.id
LIMIT 100"""
_SEARCH_DIRECTIVES = """\
SELECT directives.id, decisions.date, decisions.title, directives.text
FROM directives_fts
JOIN directives ON directives.rowid = directives_fts.rowid
JOIN decisions ON decisions.id = directives.decision
WHERE directives_fts MATCH replace(replace(:words, 'ё', 'е'), 'Ё', 'Е')
ORDER BY directives_fts.rank, directives.id
LIMIT 100"""
_ABOUT = (
    "Papers read into records by the library politburo. Every value quotes its passage; "
    "the columns are described on the page of each table."
)


def metadata() -> str:
    """Return the metadata file as JSON.

    >>> sorted(json.loads(metadata())["databases"]["corpus"]["queries"])[:2]
    ['deadlines_missed', 'extracts_by_recipient']
    """
    described = {table.name: _described(table) for table in (*tables(), sources())}
    corpus = {"description": _ABOUT, "tables": described, "queries": _queries()}
    data = {"title": "Politburo papers", "databases": {"corpus": corpus}}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _described(table: Table) -> dict[str, Any]:
    about: dict[str, Any] = {"description": table.about}
    about["columns"] = {column.name: column.about for column in table.columns}
    if table.name in _FACETS:
        about["facets"] = _FACETS[table.name]
    if table.name in _LABELS:
        about["label_column"] = _LABELS[table.name]
    return about


def _queries() -> dict[str, Any]:
    asked = {question.name: {"title": question.title, "sql": question.sql} for question in questions()}
    hint = "Words of any of the languages; `монгол*` finds every ending, е finds ё too."
    searches = {
        "search": {"title": "Search the papers", "description": hint, "sql": _SEARCH},
        "search_directives": {
            "title": "Search the directives",
            "description": hint,
            "sql": _SEARCH_DIRECTIVES,
        },
    }
    return searches | asked
