"""Values on the scan: W3C Web Annotations, gathered in the annotation pages of IIIF Presentation 3.

Each page of the original becomes an ``AnnotationPage``. A value that stands on one line of it has one
target, one that runs over several lines has several; the target is a rectangle on the page (``xywh``) and,
where the outline is none, the outline as SVG. Viewers such as Mirador show them when the manifest of
the images names the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from politburo.sources.errors import SourceError
from politburo.sources.places import Page, Place, Polygon, box_of
from politburo.sources.source import Source
from politburo.values.base import Value

__all__ = ["annotation_pages"]

_CONTEXT = "http://iiif.io/api/presentation/3/context.json"


def annotation_pages(
    source: Source, values: Iterable[Value], *, canvas: str = "", base: str = "urn:politburo"
) -> list[dict[str, Any]]:
    """Return an annotation page for each page of a scan, with a value's canonical form at its place.

    ``canvas`` is the address of a page's canvas in the manifest, with ``{page}`` for its number and
    ``{image}`` for the name of its image; without one the image itself is the target. ``base`` begins
    the identifiers. A source without outlines raises SourceError.

    >>> line = "<TextLine id='l1'><Coords points='10,20 90,20 90,40 10,40'/>{}</TextLine>"
    >>> said = line.format("<TextEquiv><Unicode>выдать 500 золотых рублей</Unicode></TextEquiv>")
    >>> from politburo.sources import open_source
    >>> page = f"<Page imageFilename='1.jpg'><TextRegion>{said}</TextRegion></Page>"
    >>> source = open_source(f"<PcGts>{page}</PcGts>".encode())
    >>> from politburo import MonetaryAmount, Span
    >>> [page] = annotation_pages(source, [MonetaryAmount.parse("500 золотых рублей").read_from(Span(7, 25))])
    >>> page["items"][0]["body"]["value"], page["items"][0]["target"]["selector"]["value"]
    ('500 RUB_GOLD', 'xywh=10,20,80,20')
    """
    found: dict[int, list[dict[str, Any]]] = {page.number: [] for page in source.pages}
    pages = {page.number: page for page in source.pages}
    for value in values:
        by_page: dict[int, list[Place]] = {}
        for place in source.locate(value.span) if value.span else ():
            if place.page is not None and place.polygon:
                by_page.setdefault(place.page, []).append(place)
        for number, places in by_page.items():
            identifier = f"{base}/page/{number}/annotation/{len(found[number]) + 1}"
            targets = [_target(place.polygon, _canvas(pages[number], canvas)) for place in places]
            found[number].append(_annotation(identifier, value, source, targets))
    if not any(found.values()) and source.format not in {"page", "alto", "hocr", "pdf"}:
        raise SourceError(f"{source.format} has no places on a page: expected PAGE, ALTO, hOCR or PDF")
    return [_page(f"{base}/page/{number}", items) for number, items in found.items()]


def _canvas(page: Page, canvas: str) -> str:
    if canvas:
        return canvas.replace("{page}", str(page.number)).replace("{image}", page.image)
    return page.image or f"urn:politburo:page:{page.number}"


def _page(identifier: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"@context": _CONTEXT, "id": identifier, "type": "AnnotationPage", "items": items}


def _annotation(
    identifier: str, value: Value, source: Source, targets: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": identifier,
        "type": "Annotation",
        "motivation": "tagging",
        "body": {
            "type": "TextualBody",
            "value": str(value),
            "format": "text/plain",
            "purpose": "tagging",
            "politburo:kind": value.kind,
            "politburo:quote": value.span.of(source.text) if value.span else "",
            "politburo:status": value.status.value,
        },
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(polygon: Polygon, canvas: str) -> dict[str, Any]:
    left, top, right, bottom = box_of(polygon)
    box = ",".join(_number(side) for side in (left, top, right - left, bottom - top))
    selector: dict[str, Any] = {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": f"xywh={box}",
    }
    if set(polygon) != {(left, top), (right, top), (right, bottom), (left, bottom)}:
        selector["refinedBy"] = {"type": "SvgSelector", "value": _svg(polygon)}
    return {"type": "SpecificResource", "source": canvas, "selector": selector}


def _svg(polygon: Polygon) -> str:
    points = " ".join(f"{_number(across)},{_number(down)}" for across, down in polygon)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><polygon points="{points}"/></svg>'


def _number(side: float) -> str:
    return f"{side:.2f}".rstrip("0").rstrip(".")
