"""What kpikit arrives at from published cells, beside what the bodies printed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

import kpikit as kk
from shared import ROOT, shared_path

#: They go through all published rows.
pytestmark = pytest.mark.wide

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
            ("shiga", 143, 53),
            ("koshu", 8, 8),
            ("ibaraki", 3, 3),
            ("fukushima", 32, 26),
            ("nagano", 5, 0),
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


class TestAnyBody:
    """Rows of every body that a scheme is from are compared, by the name of the publisher."""

    #: Figures of 大阪府立図書館, 重点目標評価シート (平成25-27年度), as it printed them.
    LIBRARY = (
        ("協力貸出冊数(市町村)", "62,879", "67,000", "B"),
        ("利用者満足度", "94.9%", "95%", "B"),
        ("イベント参加者数", "5,424", "5,300", "B"),
        ("イベント参加者数", "6,568", "5,300", "A"),
        ("イベント参加者数", "6,254", "5,300", "A"),
        ("新規連携先数", "4件", "3件", "A"),
    )

    def row(self, *cells: str, **given: str) -> Any:
        name, actual, target, judgement = cells
        return dict.fromkeys(
            ("unit", "baseline", "baseline_period", "actual_period", "target_period", "note"), ""
        ) | {
            "indicator": name,
            "actual": actual,
            "target": target,
            "judgement": judgement,
            **given,
        }

    def outcome(self, agreement: Any, scheme: str, *cells: str, **given: str) -> Any:
        publisher = kk.scheme.load(scheme).publisher
        row = self.row(*cells, publisher=publisher, **given)
        (found,) = agreement.outcomes(scheme, [row])
        return found

    @pytest.mark.parametrize("cells", LIBRARY)
    def test_classes(self, agreement: Any, cells: tuple[str, ...]) -> None:
        assert self.outcome(agreement, "osaka-library", *cells).label is True

    def test_the_rate_of_the_whole_plan(self, agreement: Any) -> None:
        """From 10 to 30 an actual of 77 is 335 % of the way."""
        printed = "単年 102%、計画全体 335%"
        found = self.outcome(agreement, "gifu", "就業者数", "77", "30", printed, baseline="10")

        assert (found.rate, found.label, found.lacks) == (True, None, "")

    def test_a_wrong_class(self, agreement: Any) -> None:
        found = self.outcome(agreement, "ino", "利用件数", "5", "5", "◎")

        assert found.label is False
        assert not found.agrees

    def test_what_a_person_judged(self, agreement: Any) -> None:
        assert self.outcome(agreement, "ino", "件数", "5", "5", "×").lacks == "what a person judged"

    def test_without_a_type(self, agreement: Any) -> None:
        """A row of 宮城県 without its type: half of the way at half of the time."""
        found = self.outcome(
            agreement,
            "miyagi",
            "件数",
            "150",
            "200",
            "A（達成率 50.0%）",
            baseline="100",
            actual_period="R4",
        )

        assert (found.rate, found.label) == (True, True)


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

    def test_no_rows(self) -> None:
        lines = self.run("--rows", str(ROWS), "--scheme", "sano").splitlines()

        assert lines == ["sano: no row that 佐野市 judged"]

    def test_json(self) -> None:
        found = json.loads(self.run("--rows", str(ROWS), "--scheme", "shiga", "--json"))

        assert found["rows"]["shiga"]["rows"] == 143
