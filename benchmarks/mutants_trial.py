"""Run tests once for every mutant, each in a process forked from one that has loaded them all.

    python benchmarks/mutants_trial.py --to FILE [--children NUMBER] TEST... < NAMES

Started by mutants.py in a folder where the mutants are. First all tests are run with nothing
changed, to learn which of them call what; a mutant is then shown to those alone that call the
function it stands in, the quickest first, until one fails. A line of FILE says of each mutant how
its process ended: 0 where no test noticed it.

A change that is made before anything is imported may be seen by more: ask for what survives again
with ``MUTANT_UNDER_TEST``, in a process of its own.
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
import signal
import sys
import time
from collections import defaultdict
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
#: How much memory a mutant may take.
MEMORY: Final = 4 << 30
#: A function that remembers what it returned.
REMEMBERS: Final = type(functools.cache(len))
#: What no test noticed, since none calls it.
NO_TEST: Final = 5


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

    def pytest_collection(self) -> None:
        """Let a law that is broken be broken at once: nobody reads the smallest example."""
        from hypothesis import Phase, settings  # the plugin of pytest has to be there first

        ci = settings.get_profile("ci")
        settings.register_profile("mutants", ci, phases=[Phase.explicit, Phase.generate])
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what the tests call, load what they load, and try all mutants."""
        assert not session.testsfailed, "the tests cannot be loaded"
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
            callers = calls.tests.get(name.rpartition("__mutmut_")[0], set())
            if callers:
                tests = sorted(callers, key=calls.seconds.__getitem__)
                seconds = sum(calls.seconds[test] for test in tests)
                self.start(session, name, [items[test] for test in tests], seconds)
            else:
                self.note(name, NO_TEST)
        while self.running:
            self.wait()
        return True

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

    def note(self, name: str, code: int) -> None:
        """Write down how the process of a mutant ended."""
        with self.to.open("a", encoding="utf-8") as file:
            file.write(f"{name}\t{code}\n")


def listen(session: pytest.Session) -> Calls:
    """Run all tests with nothing changed, and return what each calls."""
    heard: set[str] = set()
    tests: dict[str, set[str]] = defaultdict(set)
    seconds = {}

    def hear(name: str, caller: str | None = None) -> None:  # noqa: ARG001 - as mutmut calls it
        heard.add(name)

    trampoline.record_trampoline_hit = hear
    trampoline.set_mutant_under_test("stats")
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
    """Forget what functions remember of calls before."""
    for each in gc.get_objects():
        if isinstance(each, REMEMBERS) and each.__module__.startswith("kpikit"):
            each.cache_clear()


def limit(seconds: float) -> None:
    """Let this process end when it takes too long or too much, and say nothing."""
    most = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    signal.alarm(10 * most)
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
