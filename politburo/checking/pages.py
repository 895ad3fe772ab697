"""The page of a rule in Markdown, with examples that are executed as its test."""

from __future__ import annotations

from collections.abc import Sequence

from politburo.checking.rule import Rule

__all__ = ["index", "page"]


def page(rule: Rule) -> str:
    """Return the page of a rule.

    >>> from politburo.findings import Level
    >>> print(page(Rule("a-rule", Level.NOTE, "in short", "What.", "Why.", "", "")))
    # a-rule
    <BLANKLINE>
    Note: in short.
    <BLANKLINE>
    ## What it checks
    <BLANKLINE>
    What.
    <BLANKLINE>
    ## Why it matters
    <BLANKLINE>
    Why.
    <BLANKLINE>
    """
    head = f"# {rule.slug}\n\n{rule.level.value.capitalize()}: {rule.summary}.\n"
    made = " The finding is made while the paper is read." if rule.made_by_reading and rule.bad else ""
    parts = [head, f"## What it checks\n\n{rule.checks}{made}\n", f"## Why it matters\n\n{rule.matters}\n"]
    if rule.bad:
        parts += [f"## Remarked on\n\n{_example(rule, rule.bad, found=True)}"]
        parts += [f"## Passed\n\n{_example(rule, rule.good, found=False)}"]
    return "\n".join(parts)


def index(rules: Sequence[Rule]) -> str:
    """Return the list of rules with a line on each."""
    lines = [f"| [{rule.slug}]({rule.slug}.md) | {rule.level.value} | {rule.summary} |" for rule in rules]
    head = "# Rules\n\n| rule | level | is raised when |\n|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


def _example(rule: Rule, paper: str, *, found: bool) -> str:
    """Return a paper with a doctest that reads it."""
    code = [">>> import politburo", *_assigned("paper", paper)]
    readings = rule.readings if found else ""
    if readings:
        code += [">>> from politburo.editing import Readings", *_assigned("decided", readings)]
    arguments = "paper, Readings.parse(decided)" if readings else "paper"
    code.append(
        f'>>> "{rule.slug}" in [finding.rule for finding in politburo.read({arguments}).findings]',
    )
    return "```python\n" + "\n".join([*code, str(found)]) + "\n\n```\n"


def _assigned(name: str, text: str) -> list[str]:
    return [f'>>> {name} = """\\', *(f"... {line}".rstrip() for line in text.splitlines()), '... """']
