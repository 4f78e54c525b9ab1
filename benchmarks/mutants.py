"""Which changes of the core no test notices: mutmut's mutants, and the score of each module.

    pip install mutmut -e '.[test]'
    python benchmarks/mutants.py [GROUP ...] [--sample NUMBER | --whole] [--seed NUMBER]
                                 [--work DIRECTORY [--again]]

A mutant is the code with one small change: ``<`` for ``<=``, ``or`` for ``and``, ``None`` for an
argument. One that no test notices is printed as a diff, unless ``tests/mutants/equivalent.tsv``
says why it makes no difference: such a one is not tried (``--listed`` tries them too, which takes
much longer, and prints what of that a test notices all the same). Exit 1 where a module's score is
below the floor, or what is listed is no mutant, or is noticed.
Of a group that has more than ``--sample`` so many are tried, drawn with a seed that is printed, and
the score is that of the group: of one of its modules too few are drawn. ``--whole`` tries all.

mutmut makes the mutants; ``mutants_trial.py`` runs the tests, in processes that have loaded them.
What is called while modules are imported, and survives there, is asked for once more in a process
of its own.
mutmut leaves functions with a decorator alone, and much of the core are properties: the copy that
is mutated has ``name = property(plain_name)`` in their place.
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import os
import random
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import compress, filterfalse, takewhile
from pathlib import Path
from typing import Final, NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = "src/kpikit"
#: Of all mutants that make a difference, how many of a module must be noticed, in percent.
FLOOR: Final = 95
#: How many mutants of a group are tried: all of most groups, in an hour on two processors.
SAMPLE: Final = 2500
#: Beside the source of a group: all mutants with the files that they are in, and how each ended.
NAMES: Final = "mutants.json"
TRIED: Final = "tried.tsv"
#: How that of a mutant ends that no test notices; that no test calls; that is called by imports.
SURVIVED, NO_TEST, IMPORTED = 0, 5, 6
UNNOTICED: Final = {SURVIVED, NO_TEST, IMPORTED}
#: How many words on either side say where a change is.
AROUND: Final = 3
#: Decorators that are needed where they stand, or that mutmut knows.
KEPT: Final = {"staticmethod", "classmethod", "overload", "final", "abstractmethod"}


class Group(NamedTuple):
    """Modules that are mutated together, and the tests that are asked."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS: Final = {
    "comparison": Group(("model/comparison.py",), ("comparison",)),
    "direction": Group(("model/direction.py",), ("direction",)),
    "rule": Group(("model/rule/*.py",), ("rule", "rule_edges", "wording")),
    "judge": Group(("judging/judge.py",), ("judge", "judge_edges", "series", "given")),
    "rates": Group(("judging/rates.py",), ("rates", "rate_formulas", "given")),
    "summary": Group(("judging/summary/*.py",), ("summary", "counts_edges", "standing", "given")),
    "standing": Group(
        ("judging/standing.py",),
        ("standing", "trend"),
    ),
    "reconcile": Group(
        ("analysis/reconcile/*.py",),
        ("reconcile", "reconcile_changes", "reconcile_figures", "reconcile_marks", "given"),
    ),
    "cells": Group(
        tuple(
            f"cell/{name}.py"
            for name in (
                "_amounts",
                "_statements",
                "_around",
                "_labels",
                "_single",
                "_several",
                "_outcomes",
                "_values",
            )
        ),
        ("read_cells", "rules", "row_of_a_cell", "derivations"),
    ),
}


class Mutant(NamedTuple):
    """A change, as the lines that it replaces and those that it puts."""

    function: str
    before: str
    after: str


class Score(NamedTuple):
    """How many mutants that make a difference were tried, and how many nobody noticed."""

    name: str
    tried: int
    unnoticed: int

    @property
    def percent(self) -> float:
        """Of those that were tried, how many were noticed."""
        return 100 * (self.tried - self.unnoticed) / self.tried if self.tried else 100


def main() -> int:
    """Mutate the groups that are asked for, print what survived, and check the scores."""
    parser = argparse.ArgumentParser(description="Which changes of the core no test notices")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--work", type=Path, help="where to mutate, kept (default: temporary)")
    parser.add_argument("--children", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--again", action="store_true", help="only what is not noticed there")
    parser.add_argument("--listed", action="store_true", help="try what is listed as well")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many of a group are tried")
    parser.add_argument("--whole", action="store_true", help="all of each group are tried")
    seed = secrets.randbelow(1 << 31)
    parser.add_argument("--seed", type=int, default=seed, help="of the sample")
    given = parser.parse_args()
    listed = dict.fromkeys(equivalents(), False)
    below, noticed = list[str](), list[Mutant]()
    if not given.whole:
        print(f"--sample {given.sample} --seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        for name in given.groups or GROUPS:
            work = (given.work or Path(temporary)).absolute() / name
            started = time.monotonic()
            if not given.again:
                lay_out(GROUPS[name], work)
            same, number = listed_in(work, listed), given.sample
            is_drawn = not (given.whole or given.again) and number < count_of(work)
            if is_drawn:
                draw(work, number, random.Random(f"{name} {given.seed}"))  # noqa: S311
            try_out(GROUPS[name], work, given.children, set() if given.listed else same)
            scores = [*report(GROUPS[name], work, given.children, same)]
            scores = [together(name, scores)] if is_drawn else scores
            below += [each.name for each in scores if each.percent < FLOOR]
            noticed += noticed_of(work, listed)
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    unmet = [mutant for mutant, is_met in listed.items() if not is_met]
    if given.groups or given.again:  # what is listed may be of another group
        unmet = []
    for mutant in unmet:
        print("listed, and no mutant:", *mutant, sep="\t")
    for mutant in noticed:
        print("listed, and noticed:", *mutant, sep="\t")
    print("below the floor:", ", ".join(below) or "none")
    return 1 if below or unmet or noticed else 0


def equivalents() -> Iterator[Mutant]:
    """Yield the changes that are known to make no difference, each listed with its reason."""
    with (ROOT / "tests" / "mutants" / "equivalent.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert row["reason"], row
            yield Mutant(row["function"], row["before"], row["after"])


def lay_out(group: Group, work: Path) -> None:
    """Copy the sources into a folder and mutate them there, beside what the tests need."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(ROOT / "src", work / "src")
    for name in ("tests", "docs", "examples", "README.md", "README.ja.md", "pyproject.toml"):
        (work / name).symlink_to(ROOT / name)
    names = {}
    for module in group.modules:
        for path in sorted((work / PACKAGE).glob(module)):
            mutated = mutate_file_contents(str(path), undecorated(path.read_text("utf-8")))
            path.write_text(mutated.code, "utf-8")
            file = path.relative_to(work / "src")
            inside = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
            names[file.as_posix()] = [f"{inside}.{name}" for name in mutated.mutant_names]
    (work / NAMES).write_text(json.dumps(names), "utf-8")


def count_of(work: Path) -> int:
    """Return how many mutants a group has."""
    return sum(map(len, mutants_of(work).values()))


def draw(work: Path, number: int, at_random: random.Random) -> None:
    """Keep so many mutants of a group."""
    names = mutants_of(work)
    drawn = {*at_random.sample([name for each in names.values() for name in each], number)}
    kept = {file: [name for name in each if name in drawn] for file, each in names.items()}
    (work / NAMES).write_text(json.dumps(kept), "utf-8")


def listed_in(work: Path, listed: dict[Mutant, bool]) -> set[str]:
    """Return the names of the mutants that make no difference, and mark those that are listed."""
    same = set()
    for file, names in mutants_of(work).items():
        for name, mutant in zip(names, diffs(work / "src" / file, names), strict=True):
            if mutant in listed or is_the_same(mutant):
                same.add(name)
            if mutant in listed:
                listed[mutant] = True
    return same


def noticed_of(work: Path, listed: Container[Mutant]) -> list[Mutant]:
    """Return the mutants that are listed and that a test notices, wherever they read the same."""
    codes, noticed = tried(work), dict[Mutant, bool]()
    for file, names in mutants_of(work).items():
        for name, mutant in zip(names, diffs(work / "src" / file, names), strict=True):
            if mutant in listed:
                is_noticed = codes.get(name, SURVIVED) not in UNNOTICED
                noticed[mutant] = noticed.get(mutant, True) and is_noticed
    return [mutant for mutant, is_noticed in noticed.items() if is_noticed]


def try_out(group: Group, work: Path, children: int, same: set[str]) -> None:
    """Show the tests all mutants that none has noticed yet, but for those that are the same."""
    done = same | {name for name, code in tried(work).items() if code not in UNNOTICED}
    names = [name for names in mutants_of(work).values() for name in names if name not in done]
    command = [Path(__file__).with_name("mutants_trial.py"), "--to", TRIED]
    said = subprocess.run(
        [sys.executable, *command, "--children", str(children), *tests_of(group)],
        cwd=work,
        env=environment(work),
        input="\n".join(names).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if said.returncode or len(tried(work)) < len(names):
        print(said.stdout.decode("utf-8", "replace")[-5000:])
        raise SystemExit(said.returncode or 1)


def is_noticed_alone(group: Group, work: Path, name: str) -> bool:
    """Whether a test fails when a mutant is there from the first import on."""
    said = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests_of(group)],
        cwd=work,
        env={**environment(work), "MUTANT_UNDER_TEST": name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    with (work / TRIED).open("a", encoding="utf-8") as file:
        file.write(f"{name}\t{said.returncode}\n")
    return said.returncode != 0


def tests_of(group: Group) -> list[str]:
    """Return the files of tests that a group asks."""
    return [f"tests/{name}.py" if "/" in name else f"tests/test_{name}.py" for name in group.tests]


def environment(work: Path) -> dict[str, str]:
    """Return what the tests are run with."""
    return {**os.environ, "KPIKIT_HYPOTHESIS_PROFILE": "ci", "PYTHONPATH": str(work / "src")}


def mutants_of(work: Path) -> dict[str, list[str]]:
    """Return the names of all mutants, by the files that they are in."""
    return json.loads((work / NAMES).read_text("utf-8"))


def tried(work: Path) -> dict[str, int]:
    """Return how the process of each mutant ended at last: 0 where nobody noticed it."""
    if not (work / TRIED).exists():
        return {}
    lines = (work / TRIED).read_text("utf-8").splitlines()
    return {name: int(code) for name, code in (line.split("\t") for line in lines)}


def undecorated(source: str) -> str:
    """Return the same code, with decorators applied behind their functions."""
    lines = source.splitlines()
    functions = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and len(node.decorator_list) == 1
    ]
    for node in sorted(functions, key=lambda node: node.lineno, reverse=True):
        decorator = ast.unparse(node.decorator_list[0])
        if decorator in KEPT or decorator.endswith((".validator", ".default", ".setter")):
            continue
        indent = " " * node.col_offset
        end = node.end_lineno or node.lineno
        lines.insert(end, f"{indent}{node.name} = ({decorator})(plain_{node.name})")
        lines[node.lineno - 1] = lines[node.lineno - 1].replace(node.name, f"plain_{node.name}", 1)
        del lines[node.decorator_list[0].lineno - 1 : node.lineno - 1]
    return "\n".join(lines) + "\n"


def together(name: str, scores: Iterable[Score]) -> Score:
    """Return the score of several modules."""
    counts = [(each.tried, each.unnoticed) for each in scores]
    return Score(name, *map(sum, zip(*counts, strict=True)))


def report(group: Group, work: Path, children: int, same: set[str]) -> Iterator[Score]:
    """Print the score of each module and what survived; yield the scores."""
    codes = tried(work)
    for name, keys in mutants_of(work).items():
        if not keys:
            continue
        counted = [key for key in keys if key not in same or codes.get(key, 0) not in UNNOTICED]
        unknown = [key for key in counted if codes[key] in UNNOTICED]
        imported = [key for key in unknown if codes[key] != SURVIVED]
        with ThreadPoolExecutor(children) as pool:
            noticed = pool.map(partial(is_noticed_alone, group, work), imported)
            unknown = [*filterfalse(set(compress(imported, noticed)).__contains__, unknown)]
        score = Score(name, len(counted), len(unknown))
        print(
            f"{score.percent:6.1f} %  {name}: {len(keys)} mutants, "
            f"{len(keys) - len(counted)} equivalent, {len(unknown)} survive",
            flush=True,
        )
        for key, mutant in zip(unknown, diffs(work / "src" / name, unknown), strict=True):
            print("    " + "\t".join((*mutant, f"({codes[key]})")))
        yield score


def diffs(path: Path, keys: list[str]) -> Iterator[Mutant]:
    """Yield what each mutant changes, from the file that holds all of them."""
    functions: dict[str, str] = {}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
            functions[node.name] = ast.unparse(node)
    for key in keys:
        module, _, name = key.rpartition(".")
        stem, _, _ = name.rpartition("__mutmut_")
        function = stem.removeprefix("x_").replace("xǁ", "").replace("ǁ", ".")
        yield Mutant(
            f"{module.removeprefix('kpikit.')}.{function.replace('plain_', '')}",
            *changed_words(functions[f"{stem}__mutmut_orig"], functions[name]),
        )


def is_the_same(mutant: Mutant) -> bool:
    """Whether a change makes no difference whatever stands around it.

    ``None`` is as false as ``False`` to whoever asks for a flag, and ``zip`` is told to be strict
    for those who read it: where it is, both sides are always of one length.
    """
    if mutant.before.replace("=False", "=None") == mutant.after.replace("=False", "=None"):
        return True
    loose = [mutant.before.replace("strict=True", f"strict={each}") for each in ("None", "False")]
    left_out = re.sub(r",? strict=True", "", mutant.before)
    return "zip(" in mutant.before and mutant.after in (*loose, left_out)


def changed_words(old: str, new: str) -> tuple[str, str]:
    """Return what differs between two functions, with a few words on either side."""
    one, other = old.split("\n", 1)[1].split(), new.split("\n", 1)[1].split()
    ahead = shared(one, other)
    behind = shared(one[ahead:][::-1], other[ahead:][::-1])
    start, end = max(0, ahead - AROUND), behind - AROUND
    return (
        " ".join(one[start : len(one) - max(0, end)]),
        " ".join(other[start : len(other) - max(0, end)]),
    )


def shared(one: list[str], other: list[str]) -> int:
    """Return how many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


if __name__ == "__main__":
    sys.exit(main())
