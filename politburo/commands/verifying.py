"""``politburo verify RECORDS TEXT``: records from elsewhere held against the text."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label
from politburo.commands.output import complain, put
from politburo.errors import PolitburoError

if TYPE_CHECKING:
    from politburo.verifying import Verification

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the command ``verify``."""
    verify = commands.add_parser(
        "verify",
        help="hold records from elsewhere against the text they are said to come from",
        description="Hold statements that people, spreadsheets or language models made against the text. "
        "Exit status: 0 sound, 1 a row is wrong or something is lacking, 2 unusable input.",
    )
    verify.add_argument("records", metavar="RECORDS", help="statements as CSV or JSON, or a document as JSON")
    verify.add_argument("text", metavar="TEXT", help="the text, of any format; - is standard input")
    verify.add_argument(
        "--property", action="append", metavar="NAME", help="only this property; may be given several times"
    )
    verify.add_argument(
        "--partial", action="store_true", help="the rows need not have all that the text says"
    )
    verify.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    add_input(verify)
    verify.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    from politburo.verifying import rows_from, verify

    texts = Texts(
        [options.records, options.text], options.max_chars, ocr=options.ocr, exact=(options.records,)
    )
    usable = [text for _, text in texts]
    if texts.status:
        return texts.status
    records, text = usable
    try:
        rows = rows_from(records)
    except PolitburoError as error:
        complain(f"{label(options.records)}: {error}")
        return UNUSABLE
    try:
        found = verify(rows, text, properties=options.property, partial=options.partial)
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    _write(found, text, options)
    return int(not found.sound)


def _write(found: Verification, text: str, options: argparse.Namespace) -> None:
    from politburo.showing.verification import verification_report

    if options.format == "json":
        put(f"{json.dumps(_as_data(found), ensure_ascii=False, indent=1)}\n")
    else:
        put(f"{verification_report(found, text, label(options.records), label(options.text))}\n")


def _as_data(found: Verification) -> dict[str, Any]:
    from attrs import asdict

    scores = {
        name: {**asdict(t), "f1": round(t.f1, 4)} for name, t in (*found.scores.items(), ("all", found.total))
    }
    return {
        "rows": [
            {
                "where": each.where,
                "confirmed": each.confirmed,
                "faults": [{"fault": fault.slug, "message": fault.message} for fault in each.faults],
                **_row(each.row),
            }
            for each in found.rows
        ],
        "lacking": [_row(row) for row in found.lacking],
        "scores": scores,
    }


def _row(row: Any) -> dict[str, Any]:
    from attrs import asdict

    return {**asdict(row), "status": row.status.value}
