"""Count the small changes to the code that no test notices: ``make mutants``.

A mutant is one module with one comparison, operator, constant, condition or loop changed: the operators of
cosmic-ray, decorators and exceptions apart. The tests are collected once. Which of them pass through which
line is measured first; then each mutant lives in a forked process, where the code of the right functions is
put out of the way of the changed one, and is tried on the tests that pass through its line, the quickest
first, and on the others of its package. What passes them has survived. So nothing is written into the tree,
and a mutant costs its tests and no more; the usual tools start Python anew for each. It runs where
``os.fork`` does.

Mutants are drawn at random but always the same ones, so that the figure can be compared from one run to
the next. What stands in the body of a class (defaults of fields) cannot be put in place: it is left out.

    python tests/mutants.py [module …] [--most 1000] [--seconds 3600]

To try another kind of change: a method of :class:`Mutating`.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
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
# Processor seconds that the tests of one mutant may take: what runs without end is noticed too.
PATIENCE = 200
OPTIONS = (
    "-q",
    "-s",
    "--no-header",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--hypothesis-profile=mutants",
)


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

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(part) if isinstance(part, ast.FunctionDef) else part for part in node.body]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.args = self.visit(node.args)
        node.body = [self.visit(part) for part in node.body]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node  # wording is for readers, not for mutants


def mutants_of(module: str) -> Iterator[Mutant]:
    """Iterate over every change of a module."""
    counting = Mutating(-1)
    counting.visit(ast.parse((ROOT / module).read_text("utf-8")))
    for number, (line, change) in enumerate(counting.seen):
        yield Mutant(module, number, line, change)


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
            setattr(module, name, new)
    _forget()


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


def _forget() -> None:
    """Empty every cache: what it keeps was made without the change."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):  # noqa: SLF001  # it has no public name
            found.cache_clear()


# --- the tests ----------------------------------------------------------------------------------


@define(eq=False)
class Trying:
    """Has pytest try mutants where it would run its tests."""

    mutants: Sequence[Mutant]
    seconds: int
    found: dict[Mutant, bool] = field(factory=dict)
    times: dict[str, float] = field(factory=dict)
    coverage: Any = None

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record a run without a change, then try each mutant as long as there is time."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "recorded.json"
            if apart(lambda: self._record(session, path)):
                sys.exit("the tests fail without a mutant")
            recorded = json.loads(path.read_text("utf-8"))
        begun = time.monotonic()
        for mutant in self.mutants:
            if time.monotonic() - begun > self.seconds:
                break
            items = _chosen(session.items, mutant, recorded)
            self.found[mutant] = bool(apart(functools.partial(_noticed, session, mutant, items)))
            print(f"{'killed' if self.found[mutant] else 'SURVIVED'}: {mutant}", flush=True)  # noqa: T201
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the time a test took."""
        self.times[report.nodeid] = self.times.get(report.nodeid, 0.0) + report.duration

    def _record(self, session: pytest.Session, path: Path) -> int:
        """Run all tests and write down how long each takes, and which pass through which line.

        Every module is put in the place of itself before: doing it must change nothing.
        """
        import coverage

        for module in {mutant.module for mutant in self.mutants}:
            put_in_place(Mutant(module, -1, 0, "nothing"))
        measuring = coverage.Coverage(data_file=None, source=[str(ROOT / "politburo")], config_file=False)
        measuring.start()
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            measuring.switch_context(item.nodeid)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        measuring.stop()
        data = measuring.get_data()
        passing = {
            str(Path(file).relative_to(ROOT)): data.contexts_by_lineno(file) for file in data.measured_files()
        }
        path.write_text(json.dumps({"seconds": self.times, "passing": passing}), "utf-8")
        return session.testsfailed


def _chosen(items: Sequence[pytest.Item], mutant: Mutant, recorded: dict[str, Any]) -> list[pytest.Item]:
    """Return the tests that pass through the mutant's line, then the others of its package."""
    through = set(recorded["passing"].get(mutant.module, {}).get(str(mutant.line), ()))
    package = mutant.module.split("/")[1]
    own = (f"tests/{package}/", f"politburo/{package}/")
    chosen = [item for item in items if item.nodeid in through or item.nodeid.startswith(own)]
    return sorted(chosen, key=lambda item: (item.nodeid not in through, recorded["seconds"][item.nodeid]))


def _noticed(session: pytest.Session, mutant: Mutant, items: Sequence[pytest.Item]) -> int:
    """Put a mutant in place and run tests until one fails."""
    put_in_place(mutant)
    for item, following in zip(items, [*items[1:], None], strict=True):
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
            resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
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
    options = parser.parse_args(arguments)
    every = [mutant for module in options.modules or _modules() for mutant in mutants_of(module)]
    drawn = random.Random(SEED).sample(every, min(options.most, len(every)))  # noqa: S311
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
