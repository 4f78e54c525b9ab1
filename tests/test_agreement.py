"""What kpikit arrives at from published cells, beside what the bodies printed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from shared import ROOT, shared_path

SCRIPT = ROOT / "benchmarks" / "agreement.py"
ROWS = shared_path("corpus", "rows.tsv")


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("agreement", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["agreement"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def agreement() -> Any:
    """The benchmark as a module."""
    return _script()


@pytest.fixture(scope="module")
def rows(agreement: Any) -> Any:
    """The published rows."""
    return agreement.read_rows(ROWS)


def told(agreement: Any, rows: Any, scheme: str) -> dict[str, Any]:
    """Return the figures of one source."""
    counted: dict[str, Any] = agreement.summary(agreement.outcomes(scheme, rows))
    return counted


class TestMiyagi:
    """宮城県: 373 judged rows, each with a rate and a class."""

    #: Rows whose printed rate the row itself does not yield, and why.
    KNOWN = (
        ("障害者雇用率（%） R4", "another target than the row has"),
        ("就業率（%） R5", "more digits than the row has"),
        ("コンテナ貨物の取扱量（実入）（万TEU） R4", "actual over baseline"),
        ("取扱貨物量（コンテナ貨物を除く）（万トン） R4", "actual over baseline"),
        ("仙台空港乗降客数（万人） R4", "actual over baseline"),
        ("仙台空港国際線乗降客数（万人） R4", "actual over baseline"),
        ("かい離（中学2年生）（女）（ポイント） R5", "more digits than the row has"),
    )

    def test_agreement(self, agreement: Any, rows: Any) -> None:
        found = told(agreement, rows, "miyagi")

        assert found["rows"] == found["compared"] == 373
        assert found["agree"] >= 366
        assert found["rates"] >= 366
        assert found["labels"] >= 371
        assert found["agree"] / found["compared"] >= 0.98

    def test_differing(self, agreement: Any, rows: Any) -> None:
        lines = told(agreement, rows, "miyagi")["differing"]

        assert len(lines) == len(self.KNOWN)
        for line, (name, reason) in zip(lines, self.KNOWN, strict=True):
            assert f"{name}: " in line
            assert reason in line

    def test_types(self, agreement: Any, rows: Any) -> None:
        """Whether a value is to be kept follows from target and baseline, as the column says."""
        for outcome in agreement.outcomes("miyagi", rows):
            is_progress = "達成率の型: 進捗割合型" in outcome.row["note"]
            assert outcome.grade.rate is not None
            assert (outcome.grade.rate.name == "progress") is is_progress


class TestOthers:
    """Sources of fewer rows: whatever carries the values agrees."""

    @pytest.mark.parametrize(
        ("scheme", "judged", "compared"),
        [
            ("shiga", 143, 51),
            ("koshu", 8, 8),
            ("ibaraki", 3, 3),
            ("fukushima", 32, 23),
        ],
    )
    def test_agreement(
        self, agreement: Any, rows: Any, scheme: str, judged: int, compared: int
    ) -> None:
        found = told(agreement, rows, scheme)

        assert found["rows"] == judged
        assert found["compared"] >= compared
        assert found["agree"] == found["compared"]
        assert found["differing"] == []


class TestCommand:
    """The script prints the same figures."""

    def run(self, *arguments: str) -> str:
        return subprocess.run(
            [sys.executable, str(SCRIPT), *arguments],
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout

    def test_text(self) -> None:
        lines = self.run("--rows", str(ROWS), "--scheme", "koshu").splitlines()

        assert lines == ["koshu: 8 of 8 rows agree (100.0%); rates 8/8, classes 0/0"]

    def test_json(self) -> None:
        found = json.loads(self.run("--rows", str(ROWS), "--scheme", "shiga", "--json"))

        assert found["rows"]["shiga"]["rows"] == 143
