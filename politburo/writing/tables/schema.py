"""The tables in which records leave the library, described once for Arrow, SQLite and the data dictionary.

To add a column: a line in its table here, and its cell in :mod:`politburo.writing.tables.rows`. Then
``python -m politburo.writing.tables`` writes ``docs/data-dictionary.md`` again. A table that is
added here gets its Parquet file, its SQLite table and its DuckDB view without a further line.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrs import evolve, frozen

__all__ = ["Column", "Table", "Type", "table_of", "tables"]

Type = Literal["text", "texts", "integer", "number", "day", "flag", "share"]


@frozen
class Column:
    """A column: its type, what its cells say, and the table whose ids they are.

    >>> Column("paper", "text", "the paper", references="papers").needed
    False
    """

    name: str
    type: Type
    about: str
    references: str = ""
    needed: bool = False


@frozen
class Table:
    """A table: what a row is, and its columns; the first one is the key.

    >>> table_of("charges").key
    'id'
    """

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The column that no two rows have alike."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables, those that are referred to before those that refer.

    >>> [table.name for table in tables()][:4]
    ['papers', 'protocols', 'decisions', 'directives']
    """
    return (*_structure(), *_values(), *_remarks())


@cache
def table_of(name: str) -> Table:
    """Return a table by its name.

    >>> table_of("money").columns[0].name
    'id'
    """
    return next(table for table in (*tables(), sources()) if table.name == name)


@cache
def sources() -> Table:
    """Return the table of files that a corpus was built from; frames of documents do not have it.

    >>> sources().names
    ('address', 'content', 'bytes', 'paper', 'error')
    """
    return Table(
        "sources",
        "A file that the corpus was built from. Files of the same content are one paper.",
        (
            Column(
                "address", "text", "path or address; a member of a zip file stands after `!/`", needed=True
            ),
            Column(
                "content", "text", "SHA-256 of the bytes, in hexadecimal; empty where it could not be opened"
            ),
            Column("bytes", "integer", "size of the file"),
            Column(
                "paper", "text", "the paper that was read from it; empty where there is an error", "papers"
            ),
            Column("error", "text", "why the file could not be read"),
        ),
    )


def _text(name: str, about: str) -> Column:
    return Column(name, "text", about)


def _texts(name: str, about: str) -> Column:
    return Column(name, "texts", about)


def _key(about: str) -> Column:
    return Column("id", "text", about, needed=True)


def _to(name: str, table: str, *, needed: bool = False) -> Column:
    about = f"the {name} that it belongs to" + ("" if needed else ", if any")
    return Column(name, "text", about, table, needed)


def _date_columns(whose: str) -> tuple[Column, ...]:
    return (
        Column("earliest", "day", f"first day that {whose} can mean; empty where open or without a year"),
        Column("latest", "day", f"last day that {whose} can mean; empty where open or without a year"),
        Column("date", "text", f"{whose} as EDTF"),
    )


def _passage(what: str) -> tuple[Column, ...]:
    return (
        Column("start", "integer", f"where {what} begins in the text of the paper, in code points from 0"),
        Column("stop", "integer", f"where {what} ends"),
    )


def _structure() -> tuple[Table, ...]:
    paper = _to("paper", "papers", needed=True)
    protocol = _to("protocol", "protocols", needed=True)
    return (
        Table(
            "papers",
            "A paper: the file as a whole and what the archive's catalogue page says of it.",
            (
                _key("first 20 hexadecimal digits of the SHA-256 of the file (of its text, in `frames`)"),
                _text("title", "title on the catalogue page"),
                *_date_columns("the catalogue's date"),
                _text("summary", "summary on the catalogue page"),
                _texts("languages", "languages of the original (ISO 639-1)"),
                _texts("urls", "addresses that the catalogue page gives"),
                _texts("obtained_by", "who obtained the paper"),
                _texts("translated_by", "who translated it"),
                _texts("numbers", "protocol numbers that the catalogue's title gives"),
                Column("characters", "integer", "length of the text in code points"),
                Column("text", "text", "the text as given", needed=True),
            ),
        ),
        Table(
            "protocols",
            "A protocol, extract or decree as one witness transmits it: the Russian text, a translation.",
            (
                _key("paper and witness: `3f2a…:ru`"),
                paper,
                _text("witness", "`ru`, `en`; a second one in the language is `ru#2`"),
                _text("language", "language of the witness (ISO 639-1)"),
                _text("body", "the first body whose protocol it is; all of them are in `bodies`"),
                _texts(
                    "numbers", "the protocol's number, more than one where the paper gives it in several ways"
                ),
                _text(
                    "special_number", "number of the special protocol; `blank` where the form was left empty"
                ),
                *_date_columns("the protocol's date"),
                _texts("procedures", "`sitting`, `poll`"),
                _texts(
                    "secrecies",
                    "`secret`, `strictly_secret`, `top_secret`, `special_folder`, `special_importance`",
                ),
                _texts("storage", "points kept apart in secret storage"),
                Column("coverage", "share", "share of the characters that the structure accounts for"),
                *_passage("the witness"),
            ),
        ),
        Table(
            "decisions",
            "A point of a protocol.",
            (
                _key("protocol and number: `3f2a…:ru/9`; a number that comes again gets `~2`"),
                paper,
                protocol,
                _text("number", "number as written, `0` where there is none"),
                _text("title", "title without number and final stop"),
                *_date_columns("the date"),
                _text("dated_by", "what gives the date: `decision`, a line of its own, or `protocol`"),
                _texts("procedures", "`sitting`, `poll`"),
                _texts("secrecies", "as in `protocols`"),
                *_passage("the decision"),
            ),
        ),
        Table(
            "directives",
            "A sub-item of a decision.",
            (
                _key("decision and path: `3f2a…:ru/9/2`"),
                paper,
                protocol,
                _to("decision", "decisions", needed=True),
                _text("path", "sub-item marks as written, parted by `/`; `0` where there is none"),
                _text("text", "the text of the sub-item"),
                *_passage("the directive"),
            ),
        ),
        Table(
            "orders",
            "One order of a directive: its verb, what is to be done, who is told to.",
            (
                _key("directive and count: `3f2a…:ru/9/2/order/1`"),
                paper,
                protocol,
                _to("decision", "decisions", needed=True),
                _to("directive", "directives", needed=True),
                _text("action", "class of the governing verb; empty where it stands above"),
                _texts("tasks", "classes of the verbs that depend on it"),
                _texts("responsible", "persons and bodies told to act; also in `persons` and `bodies`"),
                *_passage("the verb"),
                _text("status", "how the verb was read: `stated`, `inferred`, `emended`"),
            ),
        ),
        Table(
            "loans",
            "A loan, credit or advance as one witness speaks of it.",
            (
                _key("protocol and principal: `3f2a…:ru/loan/5000000`"),
                paper,
                protocol,
                _text("principal", "principal, canonical; its numbers are in `money` or `quantities`"),
                _texts("borrowers", "who borrows; also in `bodies` and `persons`"),
                _texts("lenders", "who lends; also in `bodies` and `persons`"),
                Column("rate", "number", "interest in per cent a year; 0 where there is none"),
                _text("term", "period of repayment (ISO 8601)"),
            ),
        ),
        Table(
            "charges",
            "A directive that is charged to a loan or rests on its contract.",
            (
                _key("loan and count"),
                paper,
                _to("loan", "loans", needed=True),
                _text("property", "`drawdown`, charged to the loan; `basis`, resting on its contract"),
                _text("entity", "the directive as the statements name it"),
                _to("directive", "directives"),
            ),
        ),
    )


def _value_table(name: str, about: str, *own: Column) -> Table:
    to = (_to("protocol", "protocols"), _to("decision", "decisions"), _to("directive", "directives"))
    return Table(
        name,
        about,
        (
            _key("what the value is said of, property and count: `3f2a…:ru/9/2/money/1`"),
            _to("paper", "papers", needed=True),
            *to,
            _to("loan", "loans"),
            _text(
                "property",
                "what the value is there, as in the statements: `money`, `deadline`, `responsible` …",
            ),
            *own,
            _text("value", "canonical form"),
            _text("quote", "the passage"),
            *_passage("the passage"),
            _text("status", "`stated`, `inferred` from context, or `emended`"),
        ),
    )


def _ends(unit: str, about: str) -> tuple[Column, ...]:
    return (
        Column("low", "number", "lower end; empty where open or out of range (then see `value`)"),
        Column("high", "number", "upper end, the same as `low` of an exact number"),
        _text(unit, about),
        Column("approximate", "flag", "whether the paper says that it is approximate"),
    )


def _values() -> tuple[Table, ...]:
    dates = _date_columns("the date")
    return (
        _value_table(
            "money", "A sum of money.", *_ends("currency", "id of the currency; `XXX` where none is said")
        ),
        _value_table("quantities", "A number of things.", *_ends("unit", "id of the unit")),
        _value_table(
            "dates",
            "A date, or a deadline given as a period.",
            *dates[:2],
            evolve(dates[2], about="the date as EDTF; empty of a period"),
            Column("approximate", "flag", "whether the paper says that it is approximate"),
            _text("duration", "period within which it is to be done (ISO 8601), of a relative deadline"),
        ),
        _value_table(
            "bodies",
            "A body that is named: as author, addressee, recipient of a loan …",
            _text("body", "id in the vocabulary, if the body has an entry"),
            _text("name", "id, or the name as written in the nominative"),
            _text("label_ru", "usual Russian name"),
            _text("label_en", "usual English name"),
        ),
        _value_table(
            "persons",
            "A person who is named.",
            _text("surname", "surname in the nominative, in the script of the text"),
            _text("initials", "initials, where they are written"),
            _texts("candidates", "ids of the vocabulary's persons who may be meant"),
        ),
        _value_table(
            "recipients",
            "A person or body who was sent an extract of a decision.",
            _text("party", "name of the person or body, canonical"),
            _text("kind", "`person` or `body`"),
            _text("body", "id of the body in the vocabulary"),
            _texts("scope", "sub-points that were sent; empty: all"),
        ),
        _value_table(
            "shelfmarks",
            "An archival reference.",
            _text("archive", "id of the archive, or as written"),
            _text("fond", "fond"),
            _text("opis", "opis"),
            _text("delo", "delo"),
            _text("leaves", "leaves; the back of a leaf is `об`"),
        ),
    )


def _remarks() -> tuple[Table, ...]:
    passage = (_text("quote", "the passage"), *_passage("the passage"))
    paper = _to("paper", "papers", needed=True)
    return (
        Table(
            "findings",
            "A remark on a paper: what cannot be right, or what a reader must know.",
            (
                _key("paper and count"),
                paper,
                _text("rule", "slug of the rule"),
                _text("level", "`error`, `warning`, `note`"),
                _text("message", "what is remarked"),
                _text("entity", "what it is about, as the statements name it; `document` for the whole"),
                *passage,
            ),
        ),
        Table(
            "statements",
            "One thing that a paper says: the flat form of everything above.",
            (
                _key("paper and count"),
                paper,
                _text("entity", "what is spoken of"),
                _text("property", "what is said of it"),
                _text("value", "canonical form"),
                *passage,
                _text("status", "`stated`, `inferred`, `emended`"),
            ),
        ),
    )
