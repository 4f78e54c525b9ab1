"""Run tests once for every mutant, each in a process forked from one that has loaded them all.

    python benchmarks/mutants_trial.py --to FILE [--children NUMBER] TEST... < NAMES

Started by mutants.py in a folder where the mutants are. First all tests are run with nothing
changed, to learn which of them call what; a mutant is then shown to those alone that call the
function it stands in, until one fails: first those that noticed others of that function, then the
quickest. A line of FILE says of each mutant how its process ended: 0 where no test noticed it. What
is called while modules are imported has been called by then: such a mutant that survives is to be
asked for again with ``MUTANT_UNDER_TEST``, in a process of its own.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import math
import os
import pickle
import resource
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from mutmut.mutation import trampoline

#: How long a mutant may take beside its tests with nothing changed: so many times, and so many
#: seconds more.
TIMES: Final = 5
MORE: Final = 4
#: Of each law: one that is broken is mostly broken by the first.
EXAMPLES: Final = 15
#: How much memory a mutant may take.
MEMORY: Final = 4 << 30
#: A function that remembers what it returned.
REMEMBERS: Final = type(functools.cache(len))
Skipped: Final = pytest.skip.Exception
#: What no test noticed, since it is called by none, or also while modules are imported.
NO_TEST: Final = 5
IMPORTED: Final = 6


class Calls(NamedTuple):
    """What the tests call when nothing is changed, and what is loaded by then."""

    tests: dict[str, set[str]]
    seconds: dict[str, float]
    modules: list[str]


class Trial:
    """A run of pytest that loads the tests, and then runs them for one mutant after another."""

    def __init__(self, names: Iterable[str], to: Path, children: int) -> None:
        self.names = [*names]
        self.to = to
        self.children = children
        self.running: dict[int, str] = {}
        #: The functions that are called while modules are imported.
        self.imported: set[str] = set()
        #: The mutant that this process is of, if any.
        self.mutant = ""
        #: Through which a process that ends says what test noticed its mutant.
        self.hears, self.tells = os.pipe()
        os.set_blocking(self.hears, False)
        #: How many mutants of a function each test has noticed.
        self.noticed: dict[str, Counter[str]] = defaultdict(Counter)

    def pytest_collection(self) -> None:
        """Let a law that is broken be broken soon: nobody reads the smallest example."""
        from hypothesis import Phase, settings  # the plugin of pytest has to be there first

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile(
            "mutants", settings.get_profile("ci"), phases=phases, max_examples=EXAMPLES
        )
        settings.load_profile("mutants")
        listen_to(self.imported)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what the tests call, load what they load, and try all mutants."""
        assert not session.testsfailed, "the tests cannot be loaded"
        trampoline.set_mutant_under_test("")
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined] # noqa: SLF001
        calls = answer_of(lambda: listen(session))
        for module in calls.modules:
            with suppress(ImportError):
                importlib.import_module(module)
        forget()
        gc.collect()
        gc.freeze()
        items = {item.nodeid: item for item in session.items}
        for name in self.names:
            callers = calls.tests.get(function_of(name), set())
            if callers:
                noticed = self.noticed[function_of(name)]
                tests = sorted(callers, key=lambda test: (-noticed[test], calls.seconds[test]))
                seconds = sum(calls.seconds[test] for test in tests)
                self.start(session, name, [items[test] for test in tests], seconds)
            else:
                self.note(name, NO_TEST)
        while self.running:
            self.wait()
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """End the process of a mutant at the first error: why it fails, nobody reads."""
        error = call.excinfo
        is_meant = item.get_closest_marker("xfail") is not None
        if self.mutant and not is_meant and error and not error.errisinstance(Skipped):
            told = f"{function_of(self.mutant)}\t{item.nodeid}\n".encode()
            if len(told) <= select.PIPE_BUF:
                os.write(self.tells, told)
            os._exit(1)

    def start(
        self, session: pytest.Session, name: str, items: list[pytest.Item], seconds: float
    ) -> None:
        """Show a mutant to its tests, as soon as there is room for one more process."""
        while len(self.running) >= self.children:
            self.wait()
        child = os.fork()
        if child:
            self.running[child] = name
            return
        code = 1
        self.mutant = name
        try:
            limit(TIMES * seconds + MORE)
            trampoline.set_mutant_under_test(name)
            code = int(fails(session, items))
        finally:
            os._exit(code)

    def wait(self) -> None:
        """Note how the next process ends."""
        child, status = os.wait()
        self.note(self.running.pop(child), os.waitstatus_to_exitcode(status))
        with suppress(BlockingIOError):
            for told in os.read(self.hears, 1 << 16).decode().splitlines():
                function, _, test = told.partition("\t")
                self.noticed[function][test] += 1

    def note(self, name: str, code: int) -> None:
        """Write down how the process of a mutant ended."""
        if code == 0 and function_of(name) in self.imported:
            code = IMPORTED
        with self.to.open("a", encoding="utf-8") as file:
            file.write(f"{name}\t{code}\n")


def listen(session: pytest.Session) -> Calls:
    """Run all tests with nothing changed, and return what each calls."""
    heard: set[str] = set()
    tests: dict[str, set[str]] = defaultdict(set)
    seconds = {}

    listen_to(heard)
    for item, after in followed(session.items):
        forget()
        started = time.process_time()
        item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
        seconds[item.nodeid] = time.process_time() - started
        for name in heard:
            tests[name].add(item.nodeid)
        heard.clear()
    assert not session.testsfailed, f"{session.testsfailed} tests fail with nothing changed"
    return Calls(tests, seconds, [*sys.modules])


def listen_to(heard: set[str]) -> None:
    """Put the name of every function that is called from now on into a set."""

    def hear(name: str, caller: str | None = None) -> None:  # noqa: ARG001 - as mutmut calls it
        heard.add(name)

    trampoline.record_trampoline_hit = hear
    trampoline.set_mutant_under_test("stats")


def function_of(name: str) -> str:
    """Return the name of the function that a mutant is of."""
    return name.rpartition("__mutmut_")[0]


def fails(session: pytest.Session, items: Iterable[pytest.Item]) -> bool:
    """Return whether any of some tests fails; none is run after one that does."""
    for item, after in followed(items):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            return True
    return False


def followed(items: Iterable[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Yield each test with the one that comes after it."""
    for item, after in pairwise([*items, None]):
        assert item is not None
        yield item, after


def forget() -> None:
    """Forget what functions remember of calls before, and what was settled for tokens of a kind.

    What is settled once for all cells alike is called by the first of them alone.
    """
    for each in remembering(len(sys.modules)):
        each.cache_clear()
    cells = sys.modules.get("kpikit.cell._rules")
    if cells is not None:
        cells.GRAMMAR.forget()


@functools.cache
def remembering(modules: int) -> list[Any]:  # noqa: ARG001 - a module that is loaded brings more
    """Return all functions of kpikit that remember what they returned."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, REMEMBERS) and each.__module__.startswith("kpikit")
    ]


def limit(seconds: float) -> None:
    """Let this process end when it takes too long or too much, and say nothing."""
    most = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.alarm(100 * most)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def answer_of(work: Callable[[], Any]) -> Any:
    """Return what a function returns in a process of its own."""
    to_read, to_write = os.pipe()
    child = os.fork()
    if not child:
        try:
            with os.fdopen(to_write, "wb") as file:
                pickle.dump(work(), file)
        finally:
            os._exit(0)
    os.close(to_write)
    with os.fdopen(to_read, "rb") as file:
        answer = file.read()
    os.waitpid(child, 0)
    assert answer, "the tests fail with nothing changed"
    return pickle.loads(answer)  # noqa: S301 - it is our own


def main() -> int:
    """Load the tests that are named, and try the mutants."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--children", type=int, default=os.cpu_count())
    parser.add_argument("tests", nargs="+")
    given = parser.parse_args()
    trial = Trial(sys.stdin.read().split(), given.to.absolute(), given.children)
    return int(pytest.main(["-q", "-s", "-p", "no:cacheprovider", *given.tests], plugins=[trial]))


if __name__ == "__main__":
    sys.exit(main())
