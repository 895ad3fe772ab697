r"""How a paper is cited: Chicago, GOST R 7.0.5, the archival short form; CSL-JSON, BibTeX, RIS.

``“О Монголии,” October 1, 1935, RGASPI, f. 17, op. 162, d. 18, ll. 170–171.``

What is cited is what the paper says of itself: the catalogue's title, else number and body; its
date and its place in the archive. A style is a function of a :class:`Source` and one line of
:func:`_styles`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from politburo.errors import PolitburoError
from politburo.records import Document, Reading
from politburo.values.dates import PartialDate
from politburo.values.shelfmarks import Shelfmark
from politburo.vocabulary import table

__all__ = ["STYLES", "Source", "archival", "cite", "csl", "source_of"]

STYLES = ("chicago", "gost", "archival", "csl", "bibtex", "ris")


@frozen
class Source:
    """What a citation is made of; what the paper does not say is absent.

    >>> source_of(Document("")).title
    ''
    """

    title: str = ""
    number: str = ""
    body: str = ""
    body_ru: str = ""
    date: PartialDate | None = None
    shelfmark: Shelfmark | None = None
    language: str = ""
    url: str = ""
    obtained_by: tuple[str, ...] = ()
    translated_by: tuple[str, ...] = ()

    def titled(self, language: str) -> str:
        """Return the title, else number and body, in words of ``language`` (``"en"`` or ``"ru"``).

        >>> Source(number="34", body="PB", body_ru="ПБ").titled("ru")
        'Протокол № 34 ПБ'
        """
        if self.title:
            return self.title
        words = table("citing")
        if not self.number:
            return str(words["unnumbered"][language])
        body = self.body_ru if language == "ru" else self.body
        return str(words["untitled"][language].format(number=self.number, body=body)).rstrip(" ,")


def source_of(document: Document | Reading) -> Source:
    """Return what a document says of itself: the catalogue page first, then its witnesses.

    >>> from politburo.records import CataloguePage
    >>> from politburo.values.terms import Wording
    >>> source_of(Document("", CataloguePage(title=Wording("О Монголии")))).titled("ru")
    'О Монголии'
    """
    document = document.document if isinstance(document, Reading) else document
    page, witnesses = document.item, document.witnesses
    protocols = [witness.protocol for witness in witnesses]
    bodies = [body for protocol in protocols for body in protocol.bodies]
    return Source(
        title=_line(page.title) if page and page.title else "",
        number=_first(number for protocol in protocols for number in protocol.numbers),
        body=bodies[0].label("en") if bodies else "",
        body_ru=bodies[0].label("ru") if bodies else "",
        date=_date_of(document),
        shelfmark=next(
            iter([*(page.shelfmarks if page else ()), *(mark for w in witnesses for mark in w.shelfmarks)]),
            None,
        ),
        language=_first(page.languages) if page and page.languages else _first(w.language for w in witnesses),
        url=_first(page.urls) if page else "",
        obtained_by=tuple(map(_line, page.obtained_by)) if page else (),
        translated_by=tuple(map(_line, page.translated_by)) if page else (),
    )


def _date_of(document: Document) -> PartialDate | None:
    """Return the catalogue's date, else that of the only decision, else that of the protocol."""
    found = list(document.item.dates) if document.item else []
    for witness in document.witnesses:
        decisions = witness.protocol.decisions
        found += decisions[0].dates if len(decisions) == 1 else ()
        found += witness.protocol.dates
    return found[0] if found else None


def _line(value: object) -> str:
    """Return what a value says in one line that anything can write: without line breaks and controls."""
    kept = "".join(c if unicodedata.category(c) not in {"Cc", "Cs"} else " " for c in str(value))
    return " ".join(kept.split())


def _first(values: Iterable[object]) -> str:
    return next(map(_line, values), "")


def cite(document: Document | Reading, style: str = "chicago") -> str:
    """Return the citation of a document in a style.

    >>> from politburo.records import CataloguePage
    >>> page = CataloguePage(
    ...     dates=(PartialDate.parse("1 октября 1935 г."),),
    ...     shelfmarks=(Shelfmark.parse("РГАСПИ, ф. 17, оп. 162, д. 18, л. 170-171"),),
    ... )
    >>> print(cite(Document("", page), "gost"))
    Документ без заглавия : 1 октября 1935 г. // РГАСПИ. Ф. 17. Оп. 162. Д. 18. Л. 170–171.
    """
    styles = _styles()
    if style not in styles:
        raise PolitburoError(f"expected one of {', '.join(styles)} as the style of a citation, got {style!r}")
    return styles[style](source_of(document))


@cache
def _styles() -> Mapping[str, Callable[[Source], str]]:
    return {
        "chicago": _chicago,
        "gost": _gost,
        "archival": lambda source: archival(source.shelfmark, "en") if source.shelfmark else "",
        "csl": lambda source: json.dumps([csl(source)], ensure_ascii=False, indent=2),
        "bibtex": _bibtex,
        "ris": _ris,
    }


def archival(shelfmark: Shelfmark, language: str) -> str:
    """Return the short reference to a place in an archive, as its readers write it.

    >>> mark = Shelfmark.parse("RGASPI/17/162/18/170об-171")
    >>> print(archival(mark, "en"), "|", archival(mark, "ru"))
    RGASPI, f. 17, op. 162, d. 18, ll. 170 ob.–171 | РГАСПИ. Ф. 17. Оп. 162. Д. 18. Л. 170 об.–171
    """
    words = table("citing")
    names, archive = words["parts"][language], words["archives"].get(shelfmark.archive, {})
    leaves = shelfmark.leaves
    several = "leaves" if re.search("[-,]", leaves) else "leaf"
    numbers = leaves.replace("об", f" {words['back'][language]}").replace("-", "–").replace(",", ", ")
    parts = [
        (names["fond"], shelfmark.fond),
        (names["opis"], shelfmark.opis),
        (names["delo"], shelfmark.delo),
        (names[several], numbers),
    ]
    said = [f"{name} {number}" for name, number in parts if number]
    head = [archive.get(language, shelfmark.archive)] if shelfmark.archive else []
    return (". " if language == "ru" else ", ").join([*head, *said])


def _day(date: PartialDate | None, locale: str) -> str:
    """Return a date in the words of a language; an interval or an open end in its canonical form."""
    if date is None or date.earliest is None or date.latest is None or date.is_approximate:
        return str(date or "")
    from babel.dates import format_date

    canonical = str(date)
    shapes = {4: ("y", "y 'г'."), 7: ("MMMM y", "LLLL y 'г'."), 10: ("MMMM d, y", "d MMMM y 'г'.")}
    if "/" in canonical or "X" in canonical:
        return canonical
    shape = shapes[len(canonical)][locale == "ru"]
    return str(format_date(date.earliest, shape, locale=locale))


def _chicago(source: Source) -> str:
    title = source.titled("en")
    parts = [
        f"“{title}{'' if title.endswith(('?', '!')) else ','}”",
        _sentence([_day(source.date, "en"), archival(source.shelfmark, "en") if source.shelfmark else ""]),
    ]
    credits_ = [
        f"{role} {' and '.join(names)}"
        for role, names in (("obtained by", source.obtained_by), ("trans.", source.translated_by))
        if names
    ]
    tail = _sentence([*credits_, source.url])
    return _stopped(_sentence([" ".join(filter(None, parts)), tail]))


def _gost(source: Source) -> str:
    head = " : ".join(filter(None, [source.titled("ru"), _day(source.date, "ru")]))
    place = archival(source.shelfmark, "ru") if source.shelfmark else ""
    cited = _stopped(f"{head} // {place}" if place else head)
    return f"{cited} URL: {source.url}." if source.url else cited


def _sentence(parts: list[str]) -> str:
    return ", ".join(filter(None, parts))


def _stopped(text: str) -> str:
    return text if text.endswith((".", ".”")) else f"{text.rstrip(',')}."


def csl(source: Source) -> dict[str, Any]:
    """Return an item of CSL-JSON.

    >>> csl(Source(title="О Монголии", date=PartialDate.of(1935, 10, 1)))["issued"]
    {'date-parts': [[1935, 10, 1]]}
    """
    mark = source.shelfmark
    words = table("citing")["archives"].get(mark.archive, {}) if mark else {}
    place = archival(mark, "en") if mark else ""
    item: dict[str, Any] = {
        "id": _key(source),
        "type": "manuscript",
        "title": source.titled("en"),
        "number": source.number,
        "genre": "protocol" if source.number else "",
        "issued": {"date-parts": _date_parts(source.date)} if source.date else None,
        "archive": words.get("name_en", mark.archive) if mark else "",
        "archive_location": place,
        "URL": source.url,
        "language": source.language,
        "translator": [{"literal": name} for name in source.translated_by],
        "contributor": [{"literal": name} for name in source.obtained_by],
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(date: PartialDate | None) -> list[list[int]]:
    ends = re.findall(r"\d{4}(?:-\d\d)*", str(date or ""))
    return [[int(part) for part in end.split("-")] for end in ends[:2]]


def _key(source: Source) -> str:
    mark = "-".join(filter(None, source.shelfmark.parts)) if source.shelfmark else ""
    raw = "-".join(filter(None, ["politburo", str(source.date or ""), mark or source.number]))
    return re.sub(r"[^A-Za-z0-9-]+", "-", raw).strip("-")


_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _tex(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda match: _SPECIAL.get(match[0], "\\" + match[0]), text)


def _bibtex(source: Source) -> str:
    year = (_date_parts(source.date) or [[]])[0][:1]
    fields = {
        "title": f"{{{_tex(source.titled('en'))}}}",
        "date": str(source.date or ""),
        "year": str(year[0]) if year else "",
        "howpublished": _tex(archival(source.shelfmark, "en")) if source.shelfmark else "",
        "translator": " and ".join(f"{{{_tex(name)}}}" for name in source.translated_by),
        "langid": {"ru": "russian", "en": "english"}.get(source.language, ""),
        "url": _tex(source.url),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{_key(source)},\n" + ",\n".join(lines) + "\n}"


def _ris(source: Source) -> str:
    parts = (_date_parts(source.date) or [[]])[0]
    day = "/".join(f"{part:02}" for part in parts) + "/" * (4 - len(parts) if parts else 0)
    lines = [("TY", "MANSCPT"), ("TI", source.titled("en"))]
    lines += [("PY", str(parts[0])), ("DA", day)] if parts else []
    lines += [("A4", name) for name in source.translated_by]
    mark = source.shelfmark
    lines += [("AV", archival(mark, "en")), ("CN", str(mark))] if mark else []
    lines += [("LA", source.language), ("UR", source.url)]
    return "\n".join(f"{tag}  - {value}" for tag, value in [*(line for line in lines if line[1]), ("ER", "")])
