"""Count the small changes to the code that no test notices: ``make mutants``.

A mutant is one module with one comparison, operator, constant or condition changed. The tests of that
module are run against it, in a copy of the tree; a mutant they let pass has survived. As many mutants are
tried as fit into the time, chosen at random but always the same, so that the figure can be compared from
one run to the next. (The usual tools try all of them, thousands here, or change the tree itself.)

    python tests/mutants.py [module …] [--most 60] [--seconds 900]

To try another kind of change: a method of :class:`Mutating`.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]
DEFAULT = (
    "politburo/values/*.py",
    "politburo/checking/*.py",
    "politburo/rates/*.py",
    "politburo/accounts/*.py",
)
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}  # fmt: skip


@frozen
class Mutant:
    """A change: the module, the line, what was changed, and the changed source."""

    module: Path
    line: int
    change: str
    source: str


class Mutating(ast.NodeTransformer):
    """Makes the change with a number, and counts the changes there are."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.seen = 0
        self.line = 0
        self.change = ""

    def _here(self, node: ast.AST, change: str) -> bool:
        self.seen += 1
        if self.seen - 1 != self.wanted:
            return False
        self.line, self.change = getattr(node, "lineno", 0), change
        return True

    def visit_Compare(self, node: ast.Compare) -> ast.AST:  # named by ast
        self.generic_visit(node)
        for at, sign in enumerate(node.ops):
            other = SWAPPED[type(sign)]
            if self._here(node, f"{type(sign).__name__} to {other.__name__}"):
                node.ops[at] = other()  # type: ignore[call-overload]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._here(node, f"{type(node.op).__name__} swapped"):
            node.op = SWAPPED[type(node.op)]()  # type: ignore[assignment]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        other = SWAPPED.get(type(node.op))
        if other is not None and self._here(node, f"{type(node.op).__name__} to {other.__name__}"):
            node.op = other()  # type: ignore[assignment]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        dropped = isinstance(node.op, ast.Not) and self._here(node, "not dropped")
        return node.operand if dropped else node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if type(node.value) is bool and self._here(node, f"{node.value} turned"):
            return ast.Constant(not node.value)
        if type(node.value) is int and self._here(node, f"{node.value} plus one"):
            return ast.Constant(node.value + 1)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # wording is for readers, not for mutants


def mutants_of(module: Path) -> Iterator[Mutant]:
    """Iterate over every change of a module."""
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    counter = Mutating(-1)
    counter.visit(copy.deepcopy(tree))
    for number in range(counter.seen):
        changing = Mutating(number)
        changed = ast.unparse(ast.fix_missing_locations(changing.visit(copy.deepcopy(tree))))
        yield Mutant(module, changing.line, changing.change, changed)


def tests_of(module: Path) -> list[str]:
    """Return the tests that are run for a module: those of its package, and its own examples."""
    package = f"tests/{module.parent.name}"
    laws = ["tests/laws/test_values.py"] if module.parent.name == "values" else []
    return [package, *laws, str(module)]


def killed(mutant: Mutant, tree: Path) -> bool:
    """Tell whether the tests notice a mutant; one that makes them run without end is noticed too."""
    path = tree / mutant.module
    kept = path.read_text("utf-8")
    path.write_text(mutant.source, "utf-8")
    try:
        return not _pass(tests_of(mutant.module), tree)
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(kept, "utf-8")


def _pass(tests: list[str], tree: Path) -> bool:
    options = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-n", "2", "--hypothesis-profile=ci"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    return subprocess.run(command, cwd=tree, capture_output=True, timeout=300, check=False).returncode == 0


def copied(folder: str) -> Path:
    """Copy what the tests need into a folder, so that the tree itself is never changed."""
    tree = Path(folder) / "tree"
    tree.mkdir()
    for name in ("politburo", "tests", "docs", "examples"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff"):
        shutil.copy(ROOT / name, tree)
    return tree


def main(arguments: list[str]) -> int:
    """Try mutants as long as there is time, and print the figure and those that survived."""
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=1800)
    options = parser.parse_args(arguments)
    given = [Path(name) for name in options.modules] or [
        path.relative_to(ROOT) for pattern in DEFAULT for path in ROOT.glob(pattern)
    ]
    every = [mutant for module in sorted(given) for mutant in mutants_of(module)]
    random.Random(1935).shuffle(every)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        tried, survived = _tried(every[: options.most], copied(folder), options.seconds)
    share = 100 * (tried - survived) / max(tried, 1)
    print(f"{tried - survived} of {tried} mutants killed ({share:.0f} %), of {len(every)} there are")  # noqa: T201
    return 0


def _tried(mutants: list[Mutant], tree: Path, seconds: int) -> tuple[int, int]:
    """Try mutants as long as there is time; return how many, and how many survived."""
    # The last of a module's tests are its own examples; the others it shares with its package.
    for tests in {tuple(tests_of(mutant.module)[:-1]) for mutant in mutants}:
        if not _pass(list(tests), tree):
            sys.exit(f"the tests fail without a mutant: {' '.join(tests)}")
    begun, tried, survived = time.monotonic(), 0, 0
    for mutant in mutants:
        if time.monotonic() - begun > seconds:
            break
        tried += 1
        if not killed(mutant, tree):
            survived += 1
            print(f"survived: {mutant.module}:{mutant.line}: {mutant.change}", flush=True)  # noqa: T201
    return tried, survived


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
