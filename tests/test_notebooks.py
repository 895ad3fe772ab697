"""The notebooks of ``examples/`` run from top to bottom and show what stands in them.

Pictures are not compared: their drawing differs with the version of what draws them. After a change that
is meant, ``make notebooks`` writes them anew; look at what they show before it is committed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
_COMPARED = ("text/html", "text/plain")


def shown(cell: Any) -> list[Any]:
    """Return what a cell shows that can be compared: words and tables; of pictures that there is one."""
    found: list[Any] = []
    for output in cell.get("outputs", ()):
        forms = output.get("data", {})
        if output.output_type == "stream":
            found.append(output.text)
        elif any(name.startswith("image/") for name in forms):
            found.append(sorted(forms))
        else:
            found.append({name: forms[name] for name in _COMPARED if name in forms})
    return found


@pytest.mark.filterwarnings("default")  # those of the kernel's packages are none of ours
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_stands_in_it(path: Path) -> None:
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    written = nbformat.read(path, as_version=4)
    run = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(run, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    for before, after in zip(written.cells, run.cells, strict=True):
        assert shown(after) == shown(before), before.source


def test_there_are_notebooks_and_they_have_been_run() -> None:
    assert len(NOTEBOOKS) >= 3
    for path in NOTEBOOKS:
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
