"""The second example: the workbook of a made-up city, as a planning division keeps it."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.report import build_report
from shared import ROOT

SCRIPT = ROOT / "examples" / "kakuu" / "make_workbook.py"

#: Indicator, actual of the latest year, unit as read, verdict.
EXPECTED = [
    ("待機児童数", "0 人", "achieved"),
    ("保育所等利用率", "98.5 %", "achieved"),
    ("授業が分かると答えた児童生徒の割合", "74.8 %", "not_achieved"),
    ("自主防災組織率", "67.5 %", "not_due"),
    ("交通事故死者数", "4 人", "not_due"),
    ("観光入込客数", "1316 千人", "not_due"),
    ("新規創業件数(累計)", "121 件", "not_due"),
    ("ふるさと納税額", "540.0 百万円", "not_due"),
    ("移住相談を経て転入した世帯数", "38 世帯", "not_due"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kakuu") / "kakuu.xlsx"
    runpy.run_path(str(SCRIPT))["make"](path)
    return path


class TestWorkbook:
    """Merged cells, years in columns, percentages, notes: all is read as it is shown."""

    def test_indicators(self, path: Path) -> None:
        result = [kk.evaluate(indicator) for indicator in kk.read_plan(path).indicators()]

        assert EXPECTED == [
            (
                each.indicator.name,
                str(each.observation and each.observation.quantity),
                each.verdict.value,
            )
            for each in result
        ]

    def test_standings(self, path: Path) -> None:
        """By R6 five of the eight years from R1 to R9 have passed."""
        result = kk.evaluate(kk.read_plan(path))
        found = [each.standing for each in result.all()]

        assert [None, None] == found[:2]  # met before their date
        assert [
            ("unknown", "no-actual", "76.8125 %"),  # 71.5 + 5/8 · 8.5; 集計中
            ("on_track", None, "66.25 %"),  # 60 + 5/8 · 10, and 67.5 is there
            ("behind", None, "3.125 人"),  # 5 - 5/8 · 3, and 4 are there
            ("behind", None, "1406.25 千人"),  # 1,250 + 5/8 · 250, and 1,316 are there
            ("on_track", None, "93.75 件 statistic=累計"),  # 5/8 · 150, and 121 are there
            ("on_track", None, "491.325 百万円"),  # 310.2 + 5/8 · 289.8, and 540 are there
            ("unknown", "no-single-target", "None"),  # 前年度以上
        ] == [
            (each.pace.value, each.reason and each.reason.value, str(each.expected))
            for each in found
            if each is not None
        ]

    def test_headline(self, path: Path) -> None:
        result = kk.evaluate(kk.read_plan(path))
        told = result.roll_up(kk.MidTerm.of)

        assert "9件中2件が到達。残る7件(期限 令和9年度)は順調3・遅れ2・不明2" == told.explain()
        assert result.summary().rate is None
        assert build_report(result).open_words == told.explain()

    def test_years(self, path: Path) -> None:
        for indicator in kk.read_plan(path).indicators():
            assert ["FY2020", "FY2021", "FY2022", "FY2023", "FY2024"] == [
                str(seen.column) for seen in indicator.observations
            ]
            assert ["FY2023", "FY2027"] == [str(target.period) for target in indicator.targets]

    def test_sections(self, path: Path) -> None:
        plan = kk.read_plan(path)

        assert "架空市総合計画 重要業績評価指標(KPI)一覧" == plan.title
        assert [
            ("1", "子どもが育つまち", ["1-1", "1-2"]),
            ("2", "安全に暮らせるまち", ["2-1"]),
            ("3", "にぎわうまち", ["3-1", "3-2"]),
        ] == [
            (goal.code, goal.title, [each.code for each in goal.sections])
            for goal in plan.sections[0].sections
        ]
        by_row = [each for each in plan.walk() if each.kind == "指標"]
        departments = ["危機管理課", "くらし安全課", "観光課", "産業振興課", "産業振興課"]
        assert [(each,) for each in departments] == [each.departments for each in by_row]
        assert all(
            [each.title] == [indicator.name for indicator in each.indicators] for each in by_row
        )

    def test_totals_of_every_measure(self, path: Path) -> None:
        """A 施策 is told as a heading and in the totals, however its rows are kept."""
        report = build_report(kk.evaluate(kk.read_plan(path)), "ja")
        names = ["施策1-1", "施策1-2", "施策2-1", "施策3-1", "施策3-2"]

        assert names == [total.code for total in report.totals if total.code.startswith("施策")]
        assert names == [group.headings[-1].split(" ")[0] for group in report.tables[0].groups]

    def test_what_is_told(self, path: Path) -> None:
        plan = kk.read_plan(path)

        assert ["row-hidden"] == [issue.code for issue in plan.issues]
        assert ["sheet-without-table", "sheet", "columns"] == [each.what for each in plan.chosen]
        assert 3 == len(plan.remarks)

    @pytest.mark.parametrize("name", ["again.xlsx", "again.csv", "again.json"])
    def test_written_and_read_again(self, path: Path, tmp_path: Path, name: str) -> None:
        plan = kk.read_plan(path)
        kk.write_plan(plan, tmp_path / name)
        again = kk.read_plan(tmp_path / name)

        assert [kk.evaluate(each).verdict for each in plan.indicators()] == [
            kk.evaluate(each).verdict for each in again.indicators()
        ]

    def test_script(self, tmp_path: Path) -> None:
        made = subprocess.run(
            [sys.executable, SCRIPT, tmp_path / "kakuu.xlsx"],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        assert made.stdout.endswith("kakuu.xlsx: 架空市総合計画 重要業績評価指標(KPI)一覧\n")

    @pytest.mark.parametrize("words", [[], ["--help"], ["a.xlsx", "b.xlsx"]])
    def test_usage(self, tmp_path: Path, words: list[str]) -> None:
        """No file is called --help."""
        refused = subprocess.run(
            [sys.executable, SCRIPT, *words],
            capture_output=True,
            check=False,
            encoding="utf-8",
            cwd=tmp_path,
        )

        assert (1, True) == (refused.returncode, refused.stderr.startswith("usage: "))
        assert [] == list(tmp_path.iterdir())
