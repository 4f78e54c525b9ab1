"""Which changes of the core no test notices: mutmut's mutants, and the score of each module.

    pip install mutmut -e '.[test]'
    python benchmarks/mutants.py [GROUP ...] [--work DIRECTORY [--again]]

A mutant is the code with one small change: ``<`` for ``<=``, ``or`` for ``and``, ``None`` for an
argument. One that no test notices is printed as a diff, unless ``tests/mutants/equivalent.tsv``
says why it makes no difference. Exit 1 where a module's score is below the floor.

mutmut leaves functions with a decorator alone, and much of the core are properties: the copy that
is mutated has ``name = property(plain_name)`` in their place.
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = "src/kpikit"
#: Of all mutants that make a difference, how many of a module must be noticed, in percent.
FLOOR: Final = 95
#: What mutmut writes down of a mutant that a test noticed, or that did not come to an end.
NOTICED: Final = {1, 3, 24, 36, 152, -24, -9, -11}
#: How many words on either side say where a change is.
AROUND: Final = 3
#: Decorators that are needed where they stand, or that mutmut knows.
KEPT: Final = {"staticmethod", "classmethod", "overload", "final", "abstractmethod"}


class Group(NamedTuple):
    """Modules that are mutated together, and the tests that are asked."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    #: Whether what one test has read is remembered for others, so that none may be run before.
    remembers: bool = False


GROUPS: Final = {
    "comparison": Group(("model/comparison.py",), ("comparison",)),
    "direction": Group(("model/direction.py",), ("direction",)),
    "rule": Group(("model/rule/*.py",), ("rule", "rule_edges", "wording")),
    "judge": Group(("judging/judge.py",), ("judge", "judge_edges", "series")),
    "rates": Group(("judging/rates.py",), ("rates", "rate_formulas")),
    "summary": Group(("judging/summary/*.py",), ("summary", "counts_edges")),
    "standing": Group(("judging/standing.py",), ("standing",)),
    "reconcile": Group(("analysis/reconcile/*.py",), ("reconcile", "reconcile_marks")),
    "cells": Group(
        tuple(f"cell/{name}.py" for name in ("_amounts", "_statements", "_around", "_parts")),
        ("read_cells", "rules", "row_of_a_cell", "derivations"),
        remembers=True,
    ),
}


class Mutant(NamedTuple):
    """A change, as the lines that it replaces and those that it puts."""

    function: str
    before: str
    after: str


def main() -> int:
    """Mutate the groups that are asked for, print what survived, and check the scores."""
    parser = argparse.ArgumentParser(description="Which changes of the core no test notices")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--work", type=Path, help="where to mutate, kept (default: temporary)")
    parser.add_argument("--children", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--again", action="store_true", help="only what survived there")
    given = parser.parse_args()
    listed = dict.fromkeys(equivalents(), False)
    below = []
    with tempfile.TemporaryDirectory() as temporary:
        for name in given.groups or GROUPS:
            work = (given.work or Path(temporary)) / name
            if given.again:
                forget_survivors(GROUPS[name], work)
            else:
                lay_out(GROUPS[name], work)
            mutate(work, given.children)
            below += [*report(work, listed)]
    if not given.groups:
        for mutant, is_met in listed.items():
            if not is_met:
                print("listed, and no mutant that survives:", mutant)
    print("below the floor:", ", ".join(below) or "none")
    return 1 if below else 0


def equivalents() -> Iterator[Mutant]:
    """Yield the changes that are known to make no difference, each listed with its reason."""
    with (ROOT / "tests" / "mutants" / "equivalent.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert row["reason"], row
            yield Mutant(row["function"], row["before"], row["after"])


def lay_out(group: Group, work: Path) -> None:
    """Copy the sources and the tests into a folder, and say there what is mutated."""
    shutil.rmtree(work, ignore_errors=True)
    for name in ("src", "tests", "docs", "examples"):
        shutil.copytree(ROOT / name, work / name)
    for name in ("README.md", "README.ja.md", "pyproject.toml"):
        shutil.copy(ROOT / name, work)
    modules = [f"{PACKAGE}/{module}" for module in group.modules]
    for module in modules:
        for path in work.glob(module):
            path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    settings = {
        "source_paths": ["src"],
        "only_mutate": modules,
        "also_copy": ["docs", "examples", "README.md", "README.ja.md"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": [f"tests/test_{name}.py" for name in group.tests],
        "process_isolation": "forkserver" if group.remembers else "fork",
    }
    with (work / "pyproject.toml").open("a", encoding="utf-8") as file:
        lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
        file.write("\n[tool.mutmut]\n" + "".join(lines))


def forget_survivors(group: Group, work: Path) -> None:
    """Take over tests as they are now, and forget of which mutants none was noticed."""
    for folder in (work, work / "mutants"):
        shutil.copytree(ROOT / "tests", folder / "tests", dirs_exist_ok=True)
    (work / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for path in (work / "mutants").rglob("*.py.meta"):
        meta = json.loads(path.read_text("utf-8"))
        codes = meta["exit_code_by_key"]
        meta["exit_code_by_key"] = {
            key: code if code in NOTICED else None for key, code in codes.items()
        }
        path.write_text(json.dumps(meta), "utf-8")
    path = work / "pyproject.toml"
    tests = json.dumps([f"tests/test_{name}.py" for name in group.tests])
    selection = r"(?<=pytest_add_cli_args_test_selection = )\[.*\]"
    path.write_text(re.sub(selection, tests, path.read_text("utf-8")), "utf-8")


def mutate(work: Path, children: int) -> None:
    """Run mutmut in a folder."""
    said = subprocess.run(
        [sys.executable, "-m", "mutmut", "run", "--max-children", str(children)],
        cwd=work,
        env={**os.environ, "KPIKIT_HYPOTHESIS_PROFILE": "ci", "PYTHONPATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if said.returncode:
        print(said.stdout.decode("utf-8", "replace")[-5000:])
        raise SystemExit(said.returncode)


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


def report(work: Path, listed: dict[Mutant, bool]) -> Iterator[str]:
    """Print the score of each module and what survived; yield the modules below the floor."""
    for path in sorted((work / "mutants").rglob("*.py.meta")):
        codes: dict[str, int | None] = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        if not codes:
            continue
        survived = [key for key, code in codes.items() if code not in NOTICED]
        mutants = dict(zip(survived, diffs(path, survived), strict=True))
        unknown = {
            key: mutant
            for key, mutant in mutants.items()
            if mutant not in listed and not is_the_same(mutant)
        }
        listed.update(dict.fromkeys(set(mutants.values()) & listed.keys(), True))
        counted = len(codes) - (len(mutants) - len(unknown))
        score = 100 * (counted - len(unknown)) / counted if counted else 100
        name = path.relative_to(work / "mutants" / "src").as_posix().removesuffix(".meta")
        print(
            f"{score:6.1f} %  {name}: {len(codes)} mutants, {len(mutants) - len(unknown)} "
            f"equivalent, {len(unknown)} survive"
        )
        for key, mutant in unknown.items():
            print(f"    {mutant.function}\t{mutant.before}\t{mutant.after}\t({codes[key]})")
        if score < FLOOR:
            yield name


def diffs(meta: Path, keys: list[str]) -> Iterator[Mutant]:
    """Yield what each mutant changes, from the file that holds all of them."""
    tree = ast.parse(meta.with_suffix("").read_text("utf-8"))
    functions: dict[str, str] = {}
    for node in ast.walk(tree):
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
    if mutant.after == mutant.before.replace("=False", "=None"):
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
