"""The JSON Schema: what is written is valid, and what cannot be read is not."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from politburo import specimen
from politburo.reader import read
from politburo.records import Document
from politburo.writing.json import dumps
from politburo.writing.schema import FILE, json_schema, rendered

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))


@cache
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


def test_the_committed_file_is_the_one_that_is_made() -> None:
    assert FILE.read_text("utf-8") == rendered(), "python -m politburo.writing.schema"


def test_the_file_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    subprocess.run([sys.executable, "-m", "politburo.writing.schema", str(file)], check=True)
    assert file.read_text("utf-8") == rendered()


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_documents_are_valid(path: Path) -> None:
    validator().validate(json.loads(dumps(read(path.read_text("utf-8")), file=path.name)))


def test_the_specimen_is_valid() -> None:
    validator().validate(json.loads(dumps(read(specimen.text()))))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "other"}, "format"),
        ({"version": 99}, "version"),
        ({"document": {}}, "document"),
        ({"document": {"text": 5}}, "text"),
        ({"document": {"text": "", "witnesses": [{"key": "ru"}]}}, "0"),
        ({"document": {"text": "", "item": {"title": {"value": "О", "start": 1}}}}, "title"),
        ({"document": {"text": "", "item": {"title": {"value": "О", "status": "guessed"}}}}, "status"),
        ({"document": {"text": "", "wholly": "new"}}, "document"),
    ],
)
def test_what_cannot_be_read_is_not_valid(change: dict[str, object], place: str) -> None:
    data = json.loads(dumps(Document(""))) | change
    [fault, *_] = validator().iter_errors(data)
    assert str(fault.absolute_path[-1]) == place
