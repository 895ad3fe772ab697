"""Values of a scan as annotations: valid in form, and on the right lines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from politburo import MonetaryAmount, find
from politburo.cli import main
from politburo.sources import SourceError, open_source
from politburo.sources.annotations import annotation_pages, manifest
from politburo.sources.places import box_of
from tests.sources.test_layouts import line, page_xml
from tests.sources.writers import HIGH, LEFT, PAPERS, WIDE, alto, hocr, html, page, text_of, typed

PAPER = PAPERS[19]


def boxes(annotation: dict[str, Any]) -> list[list[float]]:
    """Return left, top, width and height of each part of a target."""
    selector = annotation["target"]["selector"]
    if selector["type"] == "FragmentSelector":
        return [[float(side) for side in selector["value"].removeprefix("xywh=").split(",")]]
    found = []
    for path in re.findall(r'<path d="M([^"]+)Z"/>', selector["value"]):
        points = [tuple(map(float, point.split(","))) for point in path.split(" L")]
        left, top, right, bottom = box_of((across, down) for across, down in points)
        found.append([left, top, right - left, bottom - top])
    return found


def test_every_value_stands_in_its_boxes() -> None:
    source = open_source(alto(text_of(PAPER)))
    values = list(find(source.text))
    [written] = annotation_pages(source, values, canvas="https://a.b/canvas/{page}", base="https://a.b")
    lines = typed(text_of(PAPER))
    assert len(written["items"]) == len(values)
    for item in written["items"]:
        shown = ""
        for left, top, width, high in boxes(item):
            assert high == HIGH
            shown += lines[int(top)][int(left - LEFT) // WIDE : int(left + width - LEFT) // WIDE]
        assert "".join(item["body"]["politburo:quote"].split()) in "".join(shown.split())


def test_the_form_is_that_of_iiif_3() -> None:
    source = open_source(page(text_of(PAPER)))
    [written] = annotation_pages(
        source, find(source.text), canvas="https://a.b/canvas/{page}", base="https://a.b"
    )
    assert written["@context"] == "http://iiif.io/api/presentation/3/context.json"
    assert (written["type"], written["id"]) == ("AnnotationPage", "https://a.b/page/1")
    assert len({item["id"] for item in written["items"]}) == len(written["items"])
    for item in written["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] == "tagging"
        assert item["target"]["source"] == "https://a.b/canvas/1"
        assert item["target"]["type"] == "SpecificResource"


def test_a_value_on_two_lines_is_one_outline_of_two_parts() -> None:
    regions = line("выдать пятьсот", 100, 0) + line("тысяч золотых рублей", 0, 30)
    source = open_source(page_xml(f"<TextRegion id='r'>{regions}</TextRegion>").encode())
    [written] = annotation_pages(source, find(source.text, MonetaryAmount))
    [item] = written["items"]
    assert item["body"]["value"] == "500000 RUB_GOLD"
    assert boxes(item) == [[100, 0, 140, 20], [0, 30, 200, 20]]


def test_an_outline_that_is_no_rectangle_is_kept() -> None:
    slanted = line("500 золотых рублей", 0, 0).replace("0,0 180,0", "0,5 180,0")
    source = open_source(page_xml(f"<TextRegion id='r'>{slanted}</TextRegion>").encode())
    [written] = annotation_pages(source, find(source.text, MonetaryAmount))
    selector = written["items"][0]["target"]["selector"]
    assert selector["type"] == "SvgSelector"
    assert '<path d="M0,5 L180,0 L180,20 L0,20Z"/>' in selector["value"]


def test_an_annotation_says_how_sure_the_reading_is() -> None:
    source = open_source(hocr(text_of(PAPER)))
    [written] = annotation_pages(source, find(source.text))
    assert {item["body"]["politburo:confidence"] for item in written["items"]} == {0.91}
    unsaid = open_source(page(text_of(PAPER)))
    [written] = annotation_pages(unsaid, find(unsaid.text))
    assert not any("politburo:confidence" in item["body"] for item in written["items"])


def test_a_manifest_holds_images_and_annotations() -> None:
    source = open_source(page(text_of(PAPER)))
    values = list(find(source.text))
    made = manifest(source, values, base="https://a.b", images="https://images.c/{page}-{image}")
    [canvas] = made["items"]
    assert (made["type"], made["id"], canvas["type"]) == ("Manifest", "https://a.b/manifest", "Canvas")
    assert (canvas["width"], canvas["height"]) == (1000, 30000)
    [painting] = canvas["items"][0]["items"]
    assert (painting["motivation"], painting["target"]) == ("painting", canvas["id"])
    assert painting["body"]["id"] == "https://images.c/1-0001.jpg"
    assert painting["body"]["format"] == "image/jpeg"
    [notes] = canvas["annotations"]
    assert len(notes["items"]) == len(values)
    assert {note["target"]["source"] for note in notes["items"]} == {canvas["id"]}


def test_a_manifest_needs_the_size_of_the_page() -> None:
    source = open_source(page_xml(f"<TextRegion id='r'>{line('5 рублей', 0, 0)}</TextRegion>").encode())
    with pytest.raises(SourceError, match="page 1: the size of the page is not known"):
        manifest(source, [], base="https://a.b")


def test_a_source_without_pages_has_nothing_to_annotate() -> None:
    source = open_source(html(text_of(PAPER)))
    with pytest.raises(SourceError, match="html has no places on a page"):
        annotation_pages(source, find(source.text))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scan.dat"
    path.write_bytes(page(text_of(PAPER)))
    assert main(["annotate", str(path), "--canvas", "https://a.b/{image}"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert "https://a.b/0001.jpg" in json.dumps(written["items"][0]["target"])
    assert main(["annotate", str(path), "--manifest", "--base", "https://a.b"]) == 0
    assert (
        json.loads(capsys.readouterr().out)["items"][0]["items"][0]["items"][0]["body"]["id"]
        == "https://a.b/0001.jpg"
    )
    path.write_bytes(html(text_of(PAPER)))
    assert main(["annotate", str(path)]) == 2
    assert "html has no places on a page" in capsys.readouterr().err
