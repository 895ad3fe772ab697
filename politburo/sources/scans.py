"""Text recognition's formats: PAGE XML (Transkribus, eScriptorium) and ALTO (libraries).

Both give lines with outlines on the page, and often words. Text regions are taken in the reading order
that PAGE states, otherwise in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from politburo.sources.extract import Extract
from politburo.sources.laying import Line, Region, Sheet, Word, lay
from politburo.sources.places import Page, Polygon, around
from politburo.sources.xml import Element

__all__ = ["read_alto", "read_page"]


def read_page(root: Element) -> Extract:
    """Return the text of a PAGE XML file."""
    return lay("page", (_page_sheet(number, page) for number, page in enumerate(root.all("Page"), 1)))


def _page_sheet(number: int, page: Element) -> Sheet:
    size = _number(page.get("imageWidth")), _number(page.get("imageHeight"))
    order = [_ref(each) for group in page.children("ReadingOrder") for each in _ordered(group)]
    places = {name: at for at, name in reversed(list(enumerate(order)))}
    regions = list(_page_regions(page))
    regions.sort(key=lambda region: places.get(region.name.partition("/")[0], len(places)))
    return Sheet(Page(number, page.get("imageFilename"), *size), tuple(regions))


def _ordered(group: Element) -> Iterator[Element]:
    """Yield the references of a reading order by their index, groups in their place."""
    for item in sorted(group.children(), key=lambda item: _number(item.get("index"))):
        if item.get("regionRef"):
            yield item
        yield from _ordered(item)


def _ref(element: Element) -> str:
    return element.get("regionRef")


def _page_regions(parent: Element) -> Iterator[Region]:
    for element in parent.children("TextRegion", "TableRegion"):
        name = element.get("id")
        cells = list(element.children("TableCell"))
        lines = _rows(cells) if cells else tuple(map(_page_line, element.children("TextLine")))
        if lines:
            yield Region(name, lines)
        elif (said := _said(element)) and element.child("TextRegion") is None:
            yield Region(name, tuple(Line("", line, _coords(element)) for line in said.splitlines()))
        for inner in _page_regions(element):
            yield Region(f"{name}/{inner.name}", inner.lines)


def _rows(cells: list[Element]) -> tuple[Line, ...]:
    """Return the rows of a table as lines, the cells parted by bars."""
    rows: dict[float, list[Element]] = {}
    for cell in cells:
        rows.setdefault(_number(cell.get("row")), []).append(cell)
    return tuple(_row(rows[at]) for at in sorted(rows))


def _row(cells: list[Element]) -> Line:
    ordered = sorted(cells, key=lambda cell: _number(cell.get("col")))
    lines = [[_page_line(line) for line in cell.children("TextLine")] for cell in ordered]
    text = " | ".join(" ".join(line.text for line in cell) for cell in lines) + " |"
    words = [
        word for cell in lines for line in cell for word in line.words or [Word(line.text, line.polygon)]
    ]
    points = [point for cell in ordered for point in _coords(cell)]
    return Line("", text, around(points) if points else (), tuple(words))


def _page_line(element: Element) -> Line:
    words = tuple(Word(_said(word), _coords(word), _confidence(word)) for word in element.children("Word"))
    text = _said(element) or " ".join(word.text for word in words)
    return Line(element.get("id"), text, _coords(element), words)


def _said(element: Element) -> str:
    """Return the transcription of an element: of several the one with the least index."""
    readings = sorted(element.children("TextEquiv"), key=lambda reading: _number(reading.get("index")))
    for reading in readings:
        unicode = reading.child("Unicode")
        if unicode is not None:
            return unicode.text().strip()
    return ""


def _confidence(element: Element) -> float | None:
    reading = element.child("TextEquiv")
    said = reading.get("conf") if reading else ""
    return _number(said) if said else None


def _coords(element: Element) -> Polygon:
    coords = element.child("Coords")
    if coords is None:
        return ()
    points = coords.get("points")
    if not points:  # the form of 2010
        points = " ".join(f"{point.get('x')},{point.get('y')}" for point in coords.children("Point"))
    return _points(points)


def _points(text: str) -> Polygon:
    numbers = [_number(part) for part in text.replace(",", " ").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=False))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0
    return number if abs(number) < 1e9 else 0


def read_alto(root: Element) -> Extract:
    """Return the text of an ALTO file."""
    image = next((each.text().strip() for each in root.all("fileName")), "")
    return lay("alto", (_alto_sheet(number, page, image) for number, page in enumerate(root.all("Page"), 1)))


def _alto_sheet(number: int, page: Element, image: str) -> Sheet:
    size = _number(page.get("WIDTH")), _number(page.get("HEIGHT"))
    regions = [Region(block.get("ID"), tuple(_alto_lines(block))) for block in page.all("TextBlock")]
    return Sheet(Page(number, image, *size), tuple(region for region in regions if region.lines))


def _alto_lines(block: Element) -> Iterator[Line]:
    for element in block.children("TextLine"):
        words = tuple(map(_alto_word, element.children("String", "HYP")))
        yield Line(element.get("ID"), _alto_text(element), _outline(element), words)


def _alto_text(line: Element) -> str:
    """Return the words of a line; where the file has no spaces between them, there is one."""
    gap = "" if line.child("SP") is not None else " "
    text = ""
    for item in line.children("String", "SP", "HYP"):
        if item.name == "SP":
            text += " "
        else:
            text += (gap if text and item.name == "String" else "") + item.get("CONTENT")
    return text


def _alto_word(element: Element) -> Word:
    confidence = element.get("WC")
    return Word(element.get("CONTENT"), _outline(element), _number(confidence) if confidence else None)


def _outline(element: Element) -> Polygon:
    shape = element.child("Shape")
    polygon = shape.child("Polygon") if shape else None
    if polygon is not None:
        return _points(polygon.get("POINTS"))
    if not element.get("HPOS"):
        return ()
    left, top = _number(element.get("HPOS")), _number(element.get("VPOS"))
    right, bottom = left + _number(element.get("WIDTH")), top + _number(element.get("HEIGHT"))
    return ((left, top), (right, top), (right, bottom), (left, bottom))
