"""Values on the scan: W3C Web Annotations, gathered in the annotation pages of IIIF Presentation 3.

Each page of the original becomes an ``AnnotationPage``. The target of a value is a rectangle on the page
(``xywh``) or, where it runs over several lines or its outline is none, the outlines as SVG paths, one
for each line. Viewers such as Mirador show them when the manifest of the images names the page;
:func:`manifest` writes one that holds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from mimetypes import guess_type
from typing import Any

from politburo.sources.errors import SourceError
from politburo.sources.places import Page, Place, Polygon, box_of
from politburo.sources.source import Source
from politburo.values.base import Value

__all__ = ["annotation_pages", "manifest"]

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
            target = _target([place.polygon for place in places], _canvas(pages[number], canvas))
            found[number].append(_annotation(identifier, value, source, target))
    if not any(found.values()) and source.format not in {"page", "alto", "hocr", "ocr", "pdf"}:
        raise SourceError(f"{source.format} has no places on a page: expected PAGE, ALTO, hOCR or PDF")
    return [_page(f"{base}/page/{number}", items) for number, items in found.items()]


def _canvas(page: Page, canvas: str) -> str:
    if canvas:
        return canvas.replace("{page}", str(page.number)).replace("{image}", page.image)
    return page.image or f"urn:politburo:page:{page.number}"


def _page(identifier: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"@context": _CONTEXT, "id": identifier, "type": "AnnotationPage", "items": items}


def _annotation(identifier: str, value: Value, source: Source, target: dict[str, Any]) -> dict[str, Any]:
    confidence = source.confidence(value.span) if value.span else None
    told = {} if confidence is None else {"politburo:confidence": confidence}
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
            **told,
        },
        "target": target,
    }


def _target(outlines: list[Polygon], canvas: str) -> dict[str, Any]:
    selector = _box(outlines[0]) if len(outlines) == 1 and _is_box(outlines[0]) else _paths(outlines)
    return {"type": "SpecificResource", "source": canvas, "selector": selector}


def _is_box(outline: Polygon) -> bool:
    left, top, right, bottom = box_of(outline)
    return set(outline) == {(left, top), (right, top), (right, bottom), (left, bottom)}


def _box(outline: Polygon) -> dict[str, Any]:
    left, top, right, bottom = box_of(outline)
    box = ",".join(_number(side) for side in (left, top, right - left, bottom - top))
    conforms = "http://www.w3.org/TR/media-frags/"
    return {"type": "FragmentSelector", "conformsTo": conforms, "value": f"xywh={box}"}


def _paths(outlines: list[Polygon]) -> dict[str, Any]:
    paths = "".join(f'<path d="M{_points(outline)}Z"/>' for outline in outlines)
    return {"type": "SvgSelector", "value": f'<svg xmlns="http://www.w3.org/2000/svg">{paths}</svg>'}


def _points(outline: Polygon) -> str:
    return " L".join(f"{_number(across)},{_number(down)}" for across, down in outline)


def _number(side: float) -> str:
    return f"{side:.2f}".rstrip("0").rstrip(".")


def manifest(
    source: Source, values: Iterable[Value], *, base: str, images: str = "", canvas: str = ""
) -> dict[str, Any]:
    """Return a IIIF Presentation 3 manifest of the scan, its values on its pages.

    ``images`` is the address of a page's image, with ``{page}`` and ``{image}`` as for ``canvas``; without
    one the images stand below ``base``. A page whose size the source does not tell raises SourceError.

    >>> from politburo.sources import open_source
    >>> page = "<Page imageFilename='1.jpg' imageWidth='100' imageHeight='200'/>"
    >>> made = manifest(open_source(f"<PcGts>{page}</PcGts>".encode()), [], base="https://a.b")
    >>> made["items"][0]["items"][0]["items"][0]["body"]["id"]
    'https://a.b/1.jpg'
    """
    canvas = canvas or f"{base}/canvas/{{page}}"
    noted = annotation_pages(source, values, canvas=canvas, base=base)
    items = [
        _painted(page, _canvas(page, canvas), _canvas(page, images or f"{base}/{{image}}"), notes)
        for page, notes in zip(source.pages, noted, strict=True)
    ]
    named = {"none": [next((page.image for page in source.pages if page.image), base)]}
    return {
        "@context": _CONTEXT,
        "id": f"{base}/manifest",
        "type": "Manifest",
        "label": named,
        "items": items,
    }


def _painted(page: Page, canvas: str, image: str, notes: dict[str, Any]) -> dict[str, Any]:
    """Return the canvas of a page: its image, and what is noted on it."""
    if not (page.width and page.height):
        raise SourceError("the size of the page is not known", str(page))
    size = {"width": round(page.width), "height": round(page.height)}
    painting = {
        "id": f"{canvas}/image",
        "type": "Annotation",
        "motivation": "painting",
        "body": {"id": image, "type": "Image", "format": _media_type(image), **size},
        "target": canvas,
    }
    shown = {"id": f"{canvas}/images", "type": "AnnotationPage", "items": [painting]}
    inner = {name: value for name, value in notes.items() if name != "@context"}
    named = {"none": [str(page.number)]}
    return {"id": canvas, "type": "Canvas", "label": named, **size, "items": [shown], "annotations": [inner]}


def _media_type(image: str) -> str:
    return guess_type(image)[0] or "image/jpeg"
