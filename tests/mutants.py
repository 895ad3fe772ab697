"""Count the small changes to the code that no test notices: ``make mutants``.

A mutant is one module with one comparison, operator, constant, condition or loop changed: the operators of
cosmic-ray, decorators and exceptions apart. The tests are collected once. Which of them pass through which
line is measured first; then each mutant lives in a forked process, where the code of the right functions is
put out of the way of the changed one, and is tried on the tests that pass through its statement, the
quickest first. What passes them all has survived: a test that never comes there cannot notice. So nothing
is written into the tree, and a mutant costs its tests and no more; the usual tools start Python anew for
each. It runs where ``os.fork`` does.

Caches are emptied before each test that is measured: otherwise only the first test that asks for something
would be known to pass through what makes it. Tables (caches of functions without parameters) are made once,
before; what they are made with is tried on all tests. What is made at import (constants, defaults of
parameters) is used anywhere in its module or its function, and is tried on all tests that come there.

Mutants are drawn at random but always the same ones, so that the figure can be compared from one run to
the next; another seed draws others. What stands in the body of a class (defaults of fields) cannot be put
in place: it is left out.

    python tests/mutants.py [module …] [--most 1000] [--seconds 3600] [--seed 1935]

To try another kind of change: a method of :class:`Mutating`.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
import inspect
import json
import os
import random
import resource
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
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
    "tests/localizing",
    "tests/test_corpus.py",
    "tests/test_decisions.py",
    "tests/test_schedules.py",
    "tests/test_specimen.py",
    "tests/test_xinjiang.py",
)
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}  # fmt: skip
SEED = 1935
# What passes through a line while a table is made, not in a test.
TABLES = "tables"
# Processor seconds that a test may take with a mutant in place, and how often the time it took without one:
# what runs without end is noticed too.
PATIENCE, TIMES = 10, 3
OPTIONS = (
    "-q",
    "-s",
    "--no-header",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--hypothesis-profile=mutants",
    # The floors of the papers notice what these two would, at a hundredth of the time.
    "--deselect=tests/test_corpus.py::test_floor_of_the_property",
    "--deselect=tests/test_corpus.py::test_floor_of_the_corpus",
)


# --- the changes --------------------------------------------------------------------------------


@frozen
class Mutant:
    """A change: the module, its number there, the line, what is changed, and the lines tests come through."""

    module: str
    number: int
    line: int
    change: str
    lines: range = range(0)

    @property
    def name(self) -> str:
        """The module's name, as it is imported."""
        return self.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def code(self) -> types.CodeType:
        """The changed module."""
        changed = Mutating(self.number).visit(ast.parse((ROOT / self.module).read_text("utf-8")))
        return compile(ast.fix_missing_locations(changed), str(ROOT / self.module), "exec", dont_inherit=True)

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.change}"


@define
class Mutating(ast.NodeTransformer):
    """Makes the change with a number, and keeps the line and the kind of each change there is."""

    wanted: int
    seen: list[tuple[int, str, range]] = field(factory=list)
    lines: range = range(0)
    inside: bool = False

    def visit(self, node: ast.AST) -> Any:
        """Change a node; keep the lines of its statement, or of all that uses what is made at import."""
        outer, inside = self.lines, self.inside
        if isinstance(node, ast.Module):
            self.lines = range(1, (node.body[-1].end_lineno or 0) + 1)
        elif isinstance(node, ast.FunctionDef):
            self.lines, self.inside = range(node.lineno, (node.end_lineno or node.lineno) + 1), True
        elif isinstance(node, ast.stmt) and inside:
            self.lines = range(node.lineno, _last_line(node) + 1)
        changed = super().visit(node)
        self.lines, self.inside = outer, inside
        return changed

    def _here(self, node: ast.AST, change: str) -> bool:
        self.seen.append((getattr(node, "lineno", 0), change, self.lines))
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

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(part) if isinstance(part, ast.FunctionDef) else part for part in node.body]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.args = self.visit(node.args)
        node.body = [self.visit(part) for part in node.body]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # wording is for readers, not for mutants


def _last_line(node: ast.stmt) -> int:
    """Return the last line of a statement, or of its head where it has a body."""
    body = getattr(node, "body", None)
    return max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno


def mutants_of(module: str) -> Iterator[Mutant]:
    """Iterate over every change of a module."""
    counting = Mutating(-1)
    counting.visit(ast.parse((ROOT / module).read_text("utf-8")))
    for number, (line, change, lines) in enumerate(counting.seen):
        yield Mutant(module, number, line, change, lines)


# --- putting a change in place ------------------------------------------------------------------


def put_in_place(mutant: Mutant) -> None:
    """Give the functions of the module the changed code, and its constants the changed values."""
    module = importlib.import_module(mutant.name)
    changed = types.ModuleType(mutant.name)
    changed.__dict__.update({"__file__": module.__file__, "__package__": module.__package__})
    exec(mutant.code, changed.__dict__)  # noqa: S102  # our own code, changed in one place
    for name, new in vars(changed).items():
        old = vars(module).get(name)
        if name.startswith("__") or getattr(new, "__module__", mutant.name) != mutant.name:
            continue
        if isinstance(new, type):
            _change_methods(old, new)
        elif (function := _function(new)) is not None:
            _change_function(_function(old), function)
        else:
            _change_constant(name, old, new)
    _forget()


def _change_constant(name: str, old: Any, new: Any) -> None:
    """Change a constant in its module and where it was imported by its name."""
    for module in list(sys.modules.values()):
        if module.__name__.startswith("politburo.") and vars(module).get(name) is old:
            setattr(module, name, new)


def _change_methods(old: Any, new: type) -> None:
    for name, method in vars(new).items():
        _change_function(_function(vars(old).get(name)), _function(method))


def _change_function(old: types.FunctionType | None, new: types.FunctionType | None) -> None:
    if old is None or new is None or len(old.__code__.co_freevars) != len(new.__code__.co_freevars):
        return
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _function(found: Any) -> types.FunctionType | None:
    """Return the function inside a property, a class method or a cache."""
    for inside in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, inside, found)
    return found if isinstance(found, types.FunctionType) else None


def _caches() -> list[Any]:
    kind = functools._lru_cache_wrapper  # noqa: SLF001  # it has no public name
    return [found for found in gc.get_objects() if isinstance(found, kind)]


def _is_table(cache: Any) -> bool:
    """Tell whether a cache keeps one thing only, and make it."""
    if not cache.__module__.startswith("politburo.") or inspect.signature(cache).parameters:
        return False
    cache()
    return True


def _forget(caches: Sequence[Any] = ()) -> None:
    """Empty every cache: what it keeps was made without the change."""
    for cache in caches or _caches():
        cache.cache_clear()


# --- the tests ----------------------------------------------------------------------------------


@define(eq=False)
class Trying:
    """Has pytest try mutants where it would run its tests."""

    mutants: Sequence[Mutant]
    seconds: int
    found: dict[Mutant, bool] = field(factory=dict)
    times: dict[str, float] = field(factory=dict)
    failed: list[str] = field(factory=list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record a run without a change, then try each mutant as long as there is time."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "recorded.json"
            apart(lambda: self._record(session, path))
            recorded = json.loads(path.read_text("utf-8"))
        if recorded["failed"]:
            sys.exit(f"these tests fail without a mutant: {recorded['failed']}")
        begun = time.monotonic()
        for mutant in self.mutants:
            if time.monotonic() - begun > self.seconds:
                break
            items = _chosen(session.items, mutant, recorded)
            tests = [(item, recorded["seconds"][item.nodeid]) for item in items]
            self.found[mutant] = bool(apart(functools.partial(_noticed, session, mutant, tests)))
            print(f"{'killed' if self.found[mutant] else 'SURVIVED'}: {mutant}", flush=True)  # noqa: T201
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the time a test took, and whether it failed."""
        if report.failed:
            self.failed.append(report.nodeid)
        self.times[report.nodeid] = self.times.get(report.nodeid, 0.0) + report.duration

    def _record(self, session: pytest.Session, path: Path) -> int:
        """Run all tests and write down how long each takes, and which pass through which line.

        Every module is put in the place of itself before: doing it must change nothing.
        """
        import coverage

        for module in {mutant.module for mutant in self.mutants}:
            put_in_place(Mutant(module, -1, 0, "nothing"))
        sources = [str(ROOT / "politburo" / package) for package in PACKAGES]
        measuring = coverage.Coverage(data_file=None, source=sources, config_file=False)
        measuring.start()
        measuring.switch_context(TABLES)
        emptied = [cache for cache in _caches() if not _is_table(cache)]
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            _forget(emptied)
            measuring.switch_context(item.nodeid)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        measuring.stop()
        data = measuring.get_data()
        passing = {
            str(Path(file).relative_to(ROOT)): data.contexts_by_lineno(file) for file in data.measured_files()
        }
        written = {"seconds": self.times, "failed": self.failed, "passing": passing}
        path.write_text(json.dumps(written), "utf-8")
        return 0


def _chosen(items: Sequence[pytest.Item], mutant: Mutant, recorded: dict[str, Any]) -> list[pytest.Item]:
    """Return the tests that pass through the mutant's line, then those that pass through its statement."""
    passing = recorded["passing"].get(mutant.module, {})
    line = set(passing.get(str(mutant.line), ()))
    through = line.union(*(passing.get(str(each), ()) for each in mutant.lines))
    chosen = [item for item in items if TABLES in through or item.nodeid in through]
    return sorted(chosen, key=lambda item: (item.nodeid not in line, recorded["seconds"][item.nodeid]))


def _noticed(session: pytest.Session, mutant: Mutant, tests: Sequence[tuple[pytest.Item, float]]) -> int:
    """Put a mutant in place and run tests until one fails, or takes many times as long as without it."""
    put_in_place(mutant)
    items = [item for item, _ in tests]
    for (item, seconds), following in zip(tests, [*items[1:], None], strict=True):
        limit = time.process_time() + PATIENCE + TIMES * seconds
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), resource.RLIM_INFINITY))
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def apart(work: Callable[[], int]) -> int:
    """Do something in a process of its own, its output thrown away; return 0 where all was well."""
    process = os.fork()
    if not process:
        status = 1
        try:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
            status = min(work(), 1)
        finally:
            os._exit(status)
    return os.waitpid(process, 0)[1]


# --- the figure ---------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Try mutants as long as there is time, and print the figure and those that survived."""
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    every = [mutant for module in options.modules or _modules() for mutant in mutants_of(module)]
    drawn = random.Random(options.seed).sample(every, min(options.most, len(every)))  # noqa: S311
    trying = Trying(drawn, options.seconds)
    pytest.main([*OPTIONS, *TESTS], plugins=[trying])
    for package in PACKAGES:
        folder = f"politburo/{package}/"
        of_it = {mutant: seen for mutant, seen in trying.found.items() if mutant.module.startswith(folder)}
        _tell(folder, of_it)
    _tell(f"all, of {len(every)} there are", trying.found)
    return 0


def _modules() -> list[str]:
    return sorted(
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / "politburo" / package).glob("*.py")
        if path.name != "__main__.py"
    )


def _tell(what: str, found: dict[Mutant, bool]) -> None:
    if found:
        killed = sum(found.values())
        print(f"{what}: {killed} of {len(found)} mutants killed ({100 * killed / len(found):.0f} %)")  # noqa: T201


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.path[0] = str(ROOT)
    sys.exit(main(sys.argv[1:]))
