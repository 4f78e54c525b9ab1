"""Names are imported on first use, and type checkers see the same ones."""

from __future__ import annotations

import ast
import subprocess
import sys
from types import ModuleType
from typing import get_args

import pytest

import kpikit
from kpikit import io, model, report, table
from kpikit.language import messages
from kpikit.model import rule
from shared import ROOT


def imported_for_types(path: str = "kpikit") -> dict[str, str]:
    """Return the names that type checkers see, each with its module."""
    tree = ast.parse((ROOT / "src" / path / "__init__.py").read_text(encoding="utf-8"))
    return {
        alias.name: f"{node.module}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and f"{node.module}".startswith("kpikit.")
        for alias in node.names
    }


class TestPackage:
    """``import kpikit`` imports nothing else of the package."""

    def test_types_and_names_agree(self) -> None:
        assert imported_for_types() == {**kpikit._LATER, "scheme": "kpikit.analysis"}

    def test_every_name_is_there(self) -> None:
        known = {*kpikit._LATER, *kpikit._MODULES, "__version__"}

        assert set(kpikit.__all__) <= known

    def test_scheme_is_a_module(self) -> None:
        code = "import kpikit; print(kpikit.scheme.__name__)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

        assert b"kpikit.analysis.scheme" == done.stdout.strip()


class TestRules:
    """A rule is imported when it is asked for."""

    def test_types_and_names_agree(self) -> None:
        later = {name: f"kpikit.model.rule.{module}" for name, module in rule._LATER.items()}
        assert imported_for_types("kpikit/model/rule") == later
        assert sorted(later) == rule.__all__

    def test_one_is_there_without_the_others(self) -> None:
        code = (
            "import sys; from kpikit.model.rule import AtMost; "
            "print(*sorted(each for each in sys.modules if each.startswith('kpikit.model.rule.')))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        found = {each.rpartition(".")[2] for each in done.stdout.decode().split()}

        assert found == {"base", "bound", "multiple", "phrase", "zone"}


class TestModel:
    """What only judging needs is imported when a rule is judged."""

    def test_types_and_names_agree(self) -> None:
        tree = ast.parse((ROOT / "src/kpikit/model/__init__.py").read_text(encoding="utf-8"))
        found = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "kpikit.model"
            for alias in node.names
        ]

        assert sorted(found) == model.__all__ == sorted(model._LATER)

    def test_a_reader_needs_none_of_it(self) -> None:
        code = (
            "import sys, kpikit; target = kpikit.read_target('126件').unwrap(); "
            "read = {*sys.modules}; indicator = kpikit.Indicator('件数', target=target); "
            "kpikit.evaluate(indicator, kpikit.read_actual('5件').unwrap()); "
            "print(*sorted({*sys.modules} - read)); "
            "print(*sorted(read & {'calendar', 'dateutil', 'fractions'}))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        judged, read = done.stdout.decode().split("\n")[:2]

        assert {f"kpikit.model.{each}" for each in model.__all__} <= {*judged.split()}
        assert not read


class TestLanguage:
    """The type of languages is there for those who ask for it."""

    def test_values(self) -> None:
        assert ("ja", "en") == get_args(messages.Language)

    @pytest.mark.parametrize("module", [io, messages, rule, table])
    def test_dir(self, module: ModuleType) -> None:
        assert sorted(module.__all__) == dir(module)

    @pytest.mark.parametrize("module", [io, messages, model, report, rule, table])
    def test_unknown(self, module: object) -> None:
        with pytest.raises(AttributeError, match="has no attribute 'no_such_name'"):
            module.no_such_name  # type: ignore[attr-defined]  # noqa: B018
