"""``politburo check``: papers held against themselves; ``politburo rules`` and ``politburo explain SLUG``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from politburo.commands.files import UNUSABLE, Texts, add_input, label, papers
from politburo.commands.output import complain, in_color, put, width
from politburo.commands.settings import FAIL_ON, FORMATS, Settings, checked_slugs, settings_for, settings_in
from politburo.errors import PolitburoError

if TYPE_CHECKING:
    from politburo.writing.findings import Checked

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add the commands ``check``, ``rules`` and ``explain``."""
    _add_check(commands)
    rules = commands.add_parser("rules", help="list the rules by which papers are checked")
    rules.set_defaults(run=_rules)
    explain = commands.add_parser("explain", help="print the page of a rule")
    explain.add_argument("slug", metavar="SLUG", help="the rule's name, as in square brackets in a finding")
    explain.set_defaults(run=_explain)


def _add_check(commands: Any) -> None:
    check = commands.add_parser(
        "check",
        help="hold papers against themselves",
        description="Hold papers against themselves. Exit status: 0 clean, 1 findings of the level of "
        "--fail-on or above, 2 unusable input. Settings are read from politburo.toml or from "
        "[tool.politburo] in pyproject.toml, in the folder of the first path or above it.",
    )
    check.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text of any format (- is standard input), or a folder of them",
    )
    check.add_argument("--select", type=_slugs, metavar="SLUGS", help="only these rules, parted by commas")
    check.add_argument("--ignore", type=_slugs, metavar="SLUGS", help="all but these rules")
    check.add_argument("--format", choices=FORMATS, help="how to write the findings (default text)")
    check.add_argument("--fail-on", choices=FAIL_ON, help="the least level that fails (default warning)")
    check.add_argument("--config", type=Path, metavar="FILE", help="a file of settings to use")
    add_input(check)
    check.set_defaults(run=_check)


def _slugs(text: str) -> tuple[str, ...]:
    try:
        return checked_slugs(filter(None, map(str.strip, text.split(","))))
    except PolitburoError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _check(options: argparse.Namespace) -> int:
    try:
        settings = _settings(options)
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    texts = _Papers(papers(options.paths, ocr=options.ocr), options.max_chars, ocr=options.ocr)
    found = [finding for checked in _written(texts, settings) for finding in checked.findings]
    fails = FAIL_ON[: FAIL_ON.index(settings.fail_on) + 1]
    return texts.status or int(any(finding.level.value in fails for finding in found))


def _settings(options: argparse.Namespace) -> Settings:
    first = options.paths[0]
    place = Path() if first == "-" else Path(first)
    settings = settings_in(options.config) if options.config else settings_for(place)
    return settings.overruled(
        select=options.select, ignore=options.ignore, format=options.format, fail_on=options.fail_on
    )


class _Papers(Texts):
    """The texts of papers, what was said of unusable ones, and how many are ``without`` a protocol."""

    def __init__(self, names: list[str], limit: int, *, ocr: bool = False) -> None:
        super().__init__(names, limit, ocr=ocr)
        self.refused: list[tuple[str, str]] = []
        self.without = 0

    def refuse(self, name: str, reason: str) -> None:
        """Complain of a file and remember it."""
        super().refuse(name, reason)
        self.refused.append((name, reason))

    def checked(self, settings: Settings) -> Iterator[Checked]:
        """Read the papers and yield the findings that are asked for."""
        from politburo.writing.findings import Checked

        for name, reading in self.readings():
            self.without += not reading.document.witnesses
            wanted = tuple(finding for finding in reading.findings if settings.wants(finding.rule))
            yield Checked(name, reading.document.text, wanted)


def _written(texts: _Papers, settings: Settings) -> list[Checked]:
    """Write the findings in the form that is asked for, and return them."""
    return _writers()[settings.format](texts, settings)


def _writers() -> dict[str, Callable[[_Papers, Settings], list[Checked]]]:
    return {"text": _as_text, "json": _as_json, "github": _as_github, "sarif": _as_sarif}


def _as_text(texts: _Papers, settings: Settings) -> list[Checked]:
    from politburo.showing.listing import listing, summary

    files, color = [], in_color()
    for checked in texts.checked(settings):
        put(listing(label(checked.name), checked.text, checked.findings, width=width(), color=color))
        files.append(checked)
    found = [checked.findings for checked in files]
    put(f"{summary(found, without=texts.without, color=color)}\n")
    return files


def _as_json(texts: _Papers, settings: Settings) -> list[Checked]:
    from politburo.writing.findings import to_json

    files = list(texts.checked(settings))
    put(f"{to_json(files)}\n")
    return files


def _as_github(texts: _Papers, settings: Settings) -> list[Checked]:
    from politburo.writing.findings import to_github

    files = []
    for checked in texts.checked(settings):
        put(to_github(checked))
        files.append(checked)
    return files


def _as_sarif(texts: _Papers, settings: Settings) -> list[Checked]:
    from importlib.metadata import version

    from politburo.checking import RULES, explain
    from politburo.writing.sarif import Described, Refused, to_sarif

    files = list(texts.checked(settings))
    rules = [
        Described(rule.slug, rule.level, rule.summary, rule.checks, rule.matters, explain(rule.slug))
        for rule in RULES
        if settings.wants(rule.slug)
    ]
    refused = [Refused(name, reason) for name, reason in texts.refused]
    put(f"{to_sarif(files, rules, version=version('politburo'), refused=refused)}\n")
    return files


def _rules(_: argparse.Namespace) -> int:
    from politburo.checking import RULES

    widest = max(len(rule.slug) for rule in RULES)
    for rule in RULES:
        put(f"{rule.slug:<{widest}}  {rule.level.value:<7}  {rule.summary}\n")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from politburo.checking import explain

    try:
        put(explain(options.slug))
    except PolitburoError as error:
        complain(str(error))
        return UNUSABLE
    return 0
