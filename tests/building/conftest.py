"""A corpus of the composed papers, built once for the tests of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building.generated import CORPUS


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from politburo.corpus import build

    place = tmp_path_factory.mktemp("built") / "corpus"
    build([f"{CORPUS}/*.txt"], place, jobs=1)
    return place
