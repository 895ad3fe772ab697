"""The reader page: one HTML file that needs no network and works with scripts off.

Facing pages, every value marked in place, findings in the margin, the records below. What it looks
like stands in ``templates/``: Jinja2 escapes everything, so a paper full of ``<script>`` shows as
text, and the page's own policy lets no other script run than its own.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from politburo.accounts import LoanAccounts
from politburo.errors import MissingExtraError
from politburo.records import Document, Reading
from politburo.showing.interface import LANGUAGES, Interface, interface
from politburo.showing.marking import Mark, Marks, visible
from politburo.showing.saying import meaning, saying
from politburo.showing.views import anchors, facings, outside, remainder
from politburo.values.base import Status

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["LANGUAGES", "heading", "rendered", "show"]

# The kinds of values that are marked alike.
_GROUPS = {
    "money": "sum",
    "quantity": "sum",
    "rate": "sum",
    "date": "date",
    "duration": "date",
    "body": "body",
    "person": "person",
    "recipient": "person",
    "shelfmark": "shelfmark",
    "action": "order",
}
# What is noticed while a passage is read, and so is a ground of the value there.
_GROUNDS = {"confusable-character", "probable-misreading", "footnote-glued", "translation-doubtful"}


def show(document: Document | Reading, *, language: str = "en", home: str = "") -> str:
    """Return the reader page of a document, in English (``"en"``) or Russian (``"ru"``).

    ``home`` is the address of the index to which the page belongs. Needs Jinja2 (the extra ``html``).

    >>> page = show(Document("О Монголии <script>"), language="ru")
    >>> page.startswith("<!doctype html>"), "<p>О Монголии &lt;script&gt;</p>" in page
    (True, True)
    """
    document = document.document if isinstance(document, Reading) else document
    marks = Marks(document)
    faced = facings(document, marks)
    return rendered(
        "reader.html",
        interface(language),
        document=document,
        home=home,
        marks=marks,
        facings=faced,
        anchors=anchors(faced),
        stretches=outside(document, marks),
        title=heading(document, language),
        accounts=tuple(LoanAccounts.from_documents([document])),
        grounds=lambda mark: _grounds(marks, mark),
    )


def heading(document: Document, language: str) -> str:
    """Return what a document is called: the catalogue's title, the protocol's number, or that it has none.

    >>> heading(Document(""), "en")
    'Untitled paper'
    """
    if document.item and document.item.title:
        return visible(str(document.item.title))
    names = [str(number) for witness in document.witnesses for number in witness.protocol.numbers]
    phrase = interface(language).phrase
    return f"{phrase('protocol')} {visible(names[0])}" if names else phrase("untitled")


def _grounds(marks: Marks, mark: Mark) -> list[str]:
    """Return the remarks on which the reading of a passage rests."""
    remarks = (r.finding for r in marks.remarks if r.finding.rule in _GROUNDS)
    return [visible(f.message) for f in remarks if f.span and f.span.overlaps(mark.span)]


def rendered(template: str, words: Interface, **context: Any) -> str:
    """Fill a template; every page has the style, the script and a policy that allows no other."""
    environment = _environment()
    style, script = (_file(name) for name in ("reader.css", f"{template.partition('.')[0]}.js"))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    from markupsafe import Markup

    fixed = {"style": Markup(style), "script": Markup(script), "policy": policy, "words": words}  # noqa: S704  # files of this package
    page = environment.get_template(template)
    return page.render(
        **context,
        **fixed,
        say=lambda v: visible(saying(v, words.language)),
        mean=lambda v: meaning(v, words.language),
    )


def _digest(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def _file(name: str) -> str:
    from importlib.resources import files

    return (files(__package__) / "templates" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    try:
        import jinja2
    except ImportError:
        raise MissingExtraError("jinja2", "html") from None
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_file),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "anchor": _anchor}
    environment.globals |= {
        "group": lambda value: _GROUPS.get(value.kind, "word"),
        "groups": tuple(dict.fromkeys(_GROUPS.values())),
        "emended": Status.EMENDED,
        "remainder": remainder,
    }
    return environment


def _anchor(entity: str) -> str:
    """Return an entity as the id of an element: without blanks."""
    return "_".join(visible(entity).split())
