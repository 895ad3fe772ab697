"""Count the small changes to the code that no test notices: ``make mutants``.

A mutant is one module with one comparison, operator, constant, condition or loop changed: the operators of
cosmic-ray, decorators and exceptions apart. Which tests pass through which line is measured first. A mutant
is tried on the quickest tests that pass through its line and, if they let it pass, on all tests: what a
cache keeps is reached by the first test alone. What passes all of them has survived.

Mutants are drawn at random but always the same ones, so that the figure can be compared from one run to
the next. Trying every one of the thousands would take a day; ``--most 0`` does. Nothing is written into the
tree: a mutant lives in a forked process that finds the changed module in the place of the right one. So it
runs where ``os.fork`` does. (The usual tools start Python anew for each mutant and change the tree itself.)

    python tests/mutants.py [module …] [--most 400] [--seconds 3600] [--processes 2]

To try another kind of change: a method of :class:`Mutating`.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from attrs import define, field, frozen

ROOT = Path(__file__).parents[1]
PACKAGES = ("values", "checking", "rates", "accounts")
TESTS = (
    *(f"tests/{package}" for package in PACKAGES),
    *(f"politburo/{package}" for package in PACKAGES),
    "tests/laws/test_values.py",
    "tests/reading",
    "tests/test_corpus.py",
    "tests/test_schedules.py",
)
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}  # fmt: skip
SEED = 1935
QUICKEST = 100
# Processor seconds that the tests of one mutant may take: what runs without end is noticed too.
PATIENCE = 400
OPTIONS = (
    "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=mutants",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",  # Hypothesis is there before pytest is
)  # fmt: skip
# Loaded once, before the processes are forked; nothing of politburo is.
HEAVY = ("babel.dates", "babel.numbers", "cattrs", "coverage", "dateutil.relativedelta", "edtf", "hypothesis")


# --- the changes --------------------------------------------------------------------------------


@frozen
class Mutant:
    """A change: the module, its number there, the line, and what is changed."""

    module: str
    number: int
    line: int
    change: str

    @property
    def name(self) -> str:
        """The module's name, as it is imported."""
        return self.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def code(self) -> CodeType:
        """The changed module."""
        changed = Mutating(self.number).visit(ast.parse((ROOT / self.module).read_text("utf-8")))
        return compile(ast.fix_missing_locations(changed), str(ROOT / self.module), "exec", dont_inherit=True)

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.change}"


@define
class Mutating(ast.NodeTransformer):
    """Makes the change with a number, and keeps the line and the kind of each change there is."""

    wanted: int
    seen: list[tuple[int, str]] = field(factory=list)

    def _here(self, node: ast.AST, change: str) -> bool:
        self.seen.append((getattr(node, "lineno", 0), change))
        return len(self.seen) - 1 == self.wanted

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
            return ast.copy_location(ast.Constant(not node.value), node)
        if type(node.value) is int and self._here(node, f"{node.value} plus one"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node
        return self._turned(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._turned(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._turned(node)

    def _turned(self, node: ast.If | ast.While | ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if self._here(node, "condition turned"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        if self._here(node, "loop emptied"):
            node.iter = ast.Tuple([], ast.Load())
        return node

    def visit_Break(self, node: ast.Break) -> ast.AST:
        return ast.copy_location(ast.Continue(), node) if self._here(node, "break to continue") else node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return ast.copy_location(ast.Break(), node) if self._here(node, "continue to break") else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # wording is for readers, not for mutants


def mutants_of(module: str) -> Iterator[Mutant]:
    """Iterate over every change of a module."""
    counting = Mutating(-1)
    counting.visit(ast.parse((ROOT / module).read_text("utf-8")))
    for number, (line, change) in enumerate(counting.seen):
        yield Mutant(module, number, line, change)


# --- the tests ----------------------------------------------------------------------------------


@frozen
class Recorded:
    """What a run without a change told: each test's seconds, and the tests that pass through each line."""

    seconds: dict[str, float]
    passing: dict[str, dict[str, list[str]]]

    def through(self, mutant: Mutant) -> list[str]:
        """Return the quickest tests that pass through the mutant's line."""
        passing = self.passing.get(mutant.module, {}).get(str(mutant.line), [])
        quickest = sorted(passing, key=lambda test: self.seconds.get(test, 0.0))[:QUICKEST]
        # Collecting a file takes longer than its quick tests: those of two files will do.
        files = Counter(test.partition("::")[0] for test in quickest).most_common(2)
        return [test for test in quickest if test.partition("::")[0] in dict(files)]


@define(eq=False)
class Recording:
    """Follows a run of pytest: which tests pass through which lines, and how long each takes."""

    path: Path
    coverage: Any = None
    seconds: dict[str, float] = field(factory=dict)

    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """Begin to count for a test."""
        self.coverage.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the time a test took."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Write down what was seen."""
        self.coverage.stop()
        data = self.coverage.get_data()
        passing = {
            str(Path(file).relative_to(ROOT)): {
                line: [test for test in tests if test]
                for line, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        self.path.write_text(json.dumps({"seconds": self.seconds, "passing": passing}), "utf-8")


@frozen(eq=False)
class Choosing:
    """Has pytest run some tests in an order; all where none are named."""

    tests: Sequence[str]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Drop and order the tests."""
        rank = {test: at for at, test in enumerate(self.tests)}
        if rank:
            items[:] = sorted(
                (item for item in items if item.nodeid in rank), key=lambda item: rank[item.nodeid]
            )


class _Changed(SourceFileLoader):
    """Loads a mutant in the place of its module."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.name, str(ROOT / mutant.module))
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """Return the changed module."""
        assert fullname == self.mutant.name
        return self.mutant.code


@frozen
class _Finding(importlib.abc.MetaPathFinder):
    mutant: Mutant

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Find the mutant where its module is asked for."""
        if fullname != self.mutant.name:
            return None
        return importlib.util.spec_from_file_location(
            fullname, ROOT / self.mutant.module, loader=_Changed(self.mutant)
        )


# --- the processes ------------------------------------------------------------------------------


def forked(work: Any) -> int:
    """Do something in a process of its own, with its output thrown away; return the process's id."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        nothing = os.open(os.environ.get("MUTLOG", os.devnull), os.O_WRONLY | os.O_APPEND)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        status = work()
    finally:
        os._exit(status)


def record(path: Path) -> int:
    """Run all tests without a change."""
    import coverage

    measuring = coverage.Coverage(data_file=None, source=[str(ROOT / "politburo")], config_file=False)
    recording = Recording(path, measuring)
    measuring.start()
    _register()
    return int(pytest.main([*OPTIONS, *TESTS], plugins=[recording]))


def noticed(mutant: Mutant, quickest: Sequence[str]) -> int:
    """Try a mutant on some tests, on all where none are given; 1 where one of them fails."""
    sys.meta_path.insert(0, _Finding(mutant))
    _register()
    files = list(dict.fromkeys(test.partition("::")[0] for test in quickest)) or TESTS
    return int(pytest.main([*OPTIONS, "-x", *files], plugins=[Choosing(quickest)]))


def _register() -> None:
    """Do what Hypothesis does by itself when it is loaded; here it was loaded before the mutant."""
    from politburo.registering import register

    register()


def tried(mutants: Sequence[Mutant], recorded: Recorded, seconds: int, processes: int) -> dict[Mutant, bool]:
    """Try mutants as long as there is time; tell which were noticed."""
    begun, found = time.monotonic(), {}
    waiting = [(mutant, recorded.through(mutant)) for mutant in reversed(mutants)]
    running: dict[int, tuple[Mutant, list[str]]] = {}
    while running or waiting:
        if waiting and len(running) < processes and time.monotonic() - begun < seconds:
            work = waiting.pop()
            running[forked(lambda work=work: noticed(*work))] = work
            continue
        if not running:
            break
        process, status = os.wait()
        mutant, quickest = running.pop(process)
        if not status and quickest:
            waiting.append((mutant, []))
            continue
        found[mutant] = status != 0
        print(f"{'killed' if status else 'SURVIVED'}: {mutant}", flush=True)  # noqa: T201
    return found


def main(arguments: list[str]) -> int:
    """Try mutants as long as there is time, and print the figure and those that survived."""
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    every = [mutant for module in options.modules or _modules() for mutant in mutants_of(module)]
    drawn = random.Random(SEED).sample(every, min(options.most or len(every), len(every)))  # noqa: S311
    found = tried(drawn, _recorded(), options.seconds, options.processes)
    for package in PACKAGES:
        _tell(
            f"politburo/{package}",
            {m: k for m, k in found.items() if m.module.startswith(f"politburo/{package}/")},
        )
    _tell(f"all, of {len(every)} there are", found)
    return 0


def _modules() -> list[str]:
    return sorted(
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / "politburo" / package).glob("*.py")
        if path.name != "__main__.py"
    )


def _recorded() -> Recorded:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "recorded.json"
        _, status = os.waitpid(forked(lambda: record(path)), 0)
        if status:
            sys.exit("the tests fail without a mutant")
        return Recorded(**json.loads(path.read_text("utf-8")))


def _tell(what: str, found: dict[Mutant, bool]) -> None:
    if found:
        killed = sum(found.values())
        print(f"{what}: {killed} of {len(found)} mutants killed ({100 * killed / len(found):.0f} %)")  # noqa: T201


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.path[0] = str(ROOT)
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    for heavy in HEAVY:
        importlib.import_module(heavy)
    sys.exit(main(sys.argv[1:]))
