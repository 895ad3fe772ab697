"""``politburo plot KIND PATH… --to FILE``: pictures of some papers."""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label, papers
from politburo.commands.output import complain, put
from politburo.errors import MissingExtraError
from politburo.files import write_atomically

__all__ = ["add"]

# Named here too: the command line shows its help without loading what plots.
_KINDS = ("loans", "sums", "addressees", "calendar")
_FORMS = (".json", ".svg", ".png", ".html")


def add(commands: Any) -> None:
    """Add the command ``plot``."""
    plot = commands.add_parser(
        "plot",
        help="draw papers: loans over time, sums, addressees, a calendar",
        description="Draw what papers say. loans: what can be left of each loan over time; sums: the sums "
        "named, by currency and year; addressees: who was sent extracts of the same points; calendar: "
        "the days of decisions. Exit status: 0 written, 2 unusable input.",
    )
    plot.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    plot.add_argument("paths", nargs="+", metavar="PATH", help="texts of any format, or folders of them")
    plot.add_argument(
        "--to",
        required=True,
        metavar="FILE",
        help="the file to write: .svg, .png, .html, or .json for the Vega-Lite specification",
    )
    add_input(plot)
    plot.set_defaults(run=_plot)


def _plot(options: argparse.Namespace) -> int:
    from politburo.showing.plots import PLOTS

    target = Path(options.to)
    if target.suffix not in _FORMS:
        complain(f"{label(options.to)}: expected a name that ends in {', '.join(_FORMS)}")
        return UNUSABLE
    texts = Texts(papers(options.paths), options.max_chars, ocr=options.ocr)
    spec = PLOTS[options.kind]([(Path(name).name, reading) for name, reading in texts.readings()])
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(spec, target)
    except MissingExtraError as error:
        complain(str(error))
        return UNUSABLE
    put(f"{label(str(target))}\n")
    return texts.status


def _write(spec: dict[str, Any], target: Path) -> None:
    if target.suffix == ".json":
        write_atomically(target, json.dumps(spec, ensure_ascii=False, indent=1) + "\n")
        return
    from politburo.showing.plots import chart

    if find_spec("vl_convert") is None:
        raise MissingExtraError("vl-convert-python", "plots")
    # With ``inline`` a page has the drawing code in it and asks the network for nothing.
    options: dict[str, Any] = {"inline": True} if target.suffix == ".html" else {"scale_factor": 2}
    chart(spec).save(target, **options)
