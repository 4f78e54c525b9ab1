"""What holds for the package and the repository as a whole."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from doctest import DocTestFinder
from importlib import metadata, resources
from inspect import getsource, isclass, isroutine
from textwrap import dedent

import pytest

import kpikit
from shared import ROOT

#: Slow to import, or at home at the edge: nobody pays for them who does not use them.
HEAVY = [
    "argparse",
    "cattrs",
    "csv",
    "dateutil.parser",
    "json",
    "narwhals",
    "openpyxl",
    "pandas",
    "polars",
    "python_calamine",
    "rich",
    "tomllib",
    "xlsxwriter",
]
#: Rooms hold modules, and have no names of their own.
ROOMS = ("kpikit.analysis", "kpikit.judging", "kpikit.language", "kpikit.model")
PUBLIC_MODULES = [
    module.name
    for module in pkgutil.walk_packages(kpikit.__path__, "kpikit.")
    if module.name not in ROOMS and not any(part.startswith("_") for part in module.name.split("."))
]
#: Each module has a page, but for what the rooms share to say things.
PAGES = [
    name
    for name in PUBLIC_MODULES
    if name.rpartition(".")[0] in {"kpikit", *ROOMS} - {"kpikit.language"}
]
#: What pages of the reference show: modules, and single names of modules.
SHOWN = re.compile(r"^\.\. auto(?:module|class):: (\S+)$", re.MULTILINE)
PYCON = re.compile(r"^\s*[`~:]{3,}.*pycon", re.MULTILINE)


def run(*arguments: str) -> str:
    """Run this interpreter and return what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def in_order(names: Iterable[str]) -> list[str]:
    """Sort as the linter does: constants, classes, and what begins with a small letter."""
    return sorted(set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def shown() -> Iterator[tuple[str, object]]:
    """Yield the names that the reference shows, each with what it is of."""
    for page in sorted(ROOT.glob("docs/reference/*.md")):
        for name in SHOWN.findall(page.read_text(encoding="utf-8")):
            if name in PUBLIC_MODULES:
                module = importlib.import_module(name)
                yield from ((each, getattr(module, each)) for each in module.__all__)
            else:
                module, _, own = name.rpartition(".")
                yield own, getattr(importlib.import_module(module), own)


def has_example(public: object) -> bool:
    """Tell whether it has an example itself: those of its methods do not show what it is."""
    return any(each.examples for each in DocTestFinder(recurse=False).find(public, "it"))


def bare(public: type) -> Iterator[str]:
    """Yield the public fields of a class without a comment ``#:`` or a docstring."""
    lines = getsource(public).splitlines()
    body: list[ast.stmt] = next(iter(ast.parse(dedent("\n".join(lines))).body)).body  # type: ignore[attr-defined]
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, (ast.Assign, ast.AnnAssign)):
            continue
        (target,) = node.targets if isinstance(node, ast.Assign) else (node.target,)
        name = ast.unparse(target)
        is_told = isinstance(after, ast.Expr) or lines[node.lineno - 2].lstrip().startswith("#:")
        if not name.startswith("_") and not is_told:
            yield name


def markdown() -> Iterator[tuple[str, str]]:
    """Yield the name and text of each page of the repository."""
    for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


class TestNames:
    """``__all__`` is sorted, without doubles, and names what there is."""

    def test_top_level(self) -> None:
        assert in_order(kpikit.__all__) == list(kpikit.__all__)
        assert [] == [name for name in kpikit.__all__ if not hasattr(kpikit, name)]

    @pytest.mark.parametrize("name", PUBLIC_MODULES)
    def test_module(self, name: str) -> None:
        module = importlib.import_module(name)

        assert in_order(module.__all__) == list(module.__all__)
        assert [] == [each for each in module.__all__ if not hasattr(module, each)]

    @pytest.mark.parametrize("name", PAGES)
    def test_module_has_a_page_in_the_reference(self, name: str) -> None:
        page = ROOT / "docs" / "reference" / f"{name.rpartition('.')[2]}.md"

        assert f".. automodule:: {name}\n" in page.read_text(encoding="utf-8")


class TestExamples:
    """Each class and function of the reference has an example of its own.

    The value of a constant stands on the page itself.
    """

    def test_is_there(self) -> None:
        public = {(name, each) for name, each in shown() if isclass(each) or isroutine(each)}

        assert [] == sorted(name for name, each in public if not has_example(each))


class TestFields:
    """Each public field, and each member of an enum, has a sentence of its own above it."""

    @pytest.mark.wide
    def test_is_there(self) -> None:
        classes = {each for _, each in shown() if isclass(each)}

        assert [] == sorted(
            f"{each.__qualname__}.{name}" for each in classes for name in bare(each)
        )


class TestImport:
    """``import kpikit`` is quick."""

    def test_heavy_modules_stay_out(self) -> None:
        before = run("-I", "-c", "import sys; print(*sys.modules)").split()
        after = run("-I", "-c", "import kpikit, sys; print(*sys.modules)").split()

        assert [] == sorted(set(HEAVY) & set(after) - set(before))

    def test_is_typed(self) -> None:
        assert resources.files("kpikit").joinpath("py.typed").is_file()


class TestVersion:
    """The version stands in one place and is told everywhere."""

    def test_attribute(self) -> None:
        assert metadata.version("kpikit") == kpikit.__version__

    def test_command(self) -> None:
        assert kpikit.__version__ in run("-m", "kpikit", "--version").split()

    def test_citation(self) -> None:
        citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

        assert f"\nversion: {kpikit.__version__}\n" in citation


class TestPages:
    """The pages show what runs."""

    def test_no_pycon_fence(self) -> None:
        """Such a fence is shown but never run: write ``python`` and begin with ``>>>``."""
        assert [] == [name for name, text in markdown() if PYCON.search(text)]

    def test_python_fences_are_run(self) -> None:
        """A ``python`` fence without a prompt would be run, but nothing would be compared."""
        fences = [
            (name, body.lstrip().splitlines()[0])
            for name, text in markdown()
            for body in re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        ]

        assert [] == [(name, line) for name, line in fences if not line.startswith(">>>")]

    def test_readme_opens_with_two_commands_of_one_line(self) -> None:
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        example, tests = re.findall(r"^```shell\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[:2]

        assert example.endswith(" examples/sagamihara/report.py\n")
        assert tests.endswith(" -m pytest\n")
        assert [1, 1] == [example.count("\n"), tests.count("\n")]
