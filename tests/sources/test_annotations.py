"""Values of a scan as annotations: valid in form, and on the right lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from politburo import MonetaryAmount, find
from politburo.cli import main
from politburo.sources import SourceError, open_source
from politburo.sources.annotations import annotation_pages
from tests.sources.test_layouts import line, page_xml
from tests.sources.writers import HIGH, LEFT, PAPERS, WIDE, alto, html, page, text_of, typed

PAPER = PAPERS[19]


def boxes(annotation: dict[str, Any]) -> list[list[float]]:
    targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
    values = [target["selector"]["value"].removeprefix("xywh=") for target in targets]
    return [[float(side) for side in value.split(",")] for value in values]


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
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        assert {target["source"] for target in targets} == {"https://a.b/canvas/1"}


def test_an_outline_that_is_no_rectangle_is_kept() -> None:
    slanted = line("500 золотых рублей", 0, 0).replace("0,0 180,0", "0,5 180,0")
    source = open_source(page_xml(f"<TextRegion id='r'>{slanted}</TextRegion>").encode())
    [written] = annotation_pages(source, find(source.text, MonetaryAmount))
    selector = written["items"][0]["target"]["selector"]
    assert selector["value"] == "xywh=0,0,180,20"
    assert 'points="0,5 180,0 180,20 0,20"' in selector["refinedBy"]["value"]


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
    path.write_bytes(html(text_of(PAPER)))
    assert main(["annotate", str(path)]) == 2
    assert "html has no places on a page" in capsys.readouterr().err
