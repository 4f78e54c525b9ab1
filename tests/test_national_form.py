"""The form of the national review system: four lines an indicator, levels in a column."""

from __future__ import annotations

from pathlib import Path

import kpikit as kk

HEADS = (
    "事業名,種別（アクティビティ・アウトプット・アウトカム）,アウトカムの期間,成果目標の種類,"
    "活動指標／成果指標,単位,改善の上向き／下向き,目標年度／目標値／実績値／達成率,2021,2022,2023"
)
OUTPUT = "推進事業,アウトプット,,定量的,手続数,件,上向き,"
OUTCOME = "推進事業,アウトカム,短期,定量的,処理日数,日,下向き,"
LATER = "推進事業,アウトカム,長期,定量的,満足度,%,上向き,"
LINES = (
    HEADS,
    *(OUTPUT + each for each in ("1.目標年度,,,○", "2.目標値,100,120,140", "3.実績値,98,130,150")),
    OUTPUT + "4.達成率,98.0,108.3,107.1",
    *(OUTCOME + each for each in ("1.目標年度,,,○", "2.目標値,,,5", "3.実績値,,7,6")),
    OUTCOME + "4.達成率,,,120.0",
    *(LATER + each for each in ("1.目標年度,,,○", "2.目標値,,,80", "3.実績値,,70,81")),
    LATER + "4.達成率,,,101.3",
)


def tree(section: kk.Section) -> object:
    names = [each.name for each in section.indicators]
    return section.title, names, [tree(each) for each in section.sections]


def read(folder: Path, *lines: str) -> kk.Plan:
    path = folder / "review.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return kk.read_plan(path)


class TestNationalForm:
    """Activities, outputs and outcomes are told apart."""

    def test_levels(self, tmp_path: Path) -> None:
        (table,) = read(tmp_path, *LINES).sections

        terms: list[object] = [("短期", ["処理日数"], []), ("長期", ["満足度"], [])]
        outcomes: object = ("アウトカム", [], terms)
        levels: list[object] = [("アウトプット", ["手続数"], []), outcomes]
        assert [("推進事業", [], levels)] == [tree(each) for each in table.sections]

    def test_categories(self, tmp_path: Path) -> None:
        """Each level is a category, over all projects."""
        result = kk.evaluate(read(tmp_path, *LINES))

        assert {"アウトプット": 1, "アウトカム": 2} == {
            category.code: summary.total for category, summary in result.by_category().items()
        }

    def test_as_given(self, tmp_path: Path) -> None:
        first, *_ = read(tmp_path, *LINES).indicators()

        assert first.given_direction is not None
        assert kk.Direction.HIGHER is first.given_direction.direction
        assert ["98.0", "108.3", "107.1"] == [each.text for each in first.printed]
        assert [100, 120, 140] == [
            int(each.rule.level.value) for each in first.targets if each.rule.level
        ]

    def test_other_categories_are_no_levels(self, tmp_path: Path) -> None:
        """A heading that does not list what stands below it tells no levels."""
        lines = [LINES[0].replace("種別（アクティビティ・アウトプット・アウトカム）", "種別")]
        (table,) = read(tmp_path, *lines, *LINES[1:]).sections
        (project,) = table.sections

        assert ["手続数", "処理日数", "満足度"] == [each.title for each in project.sections]

    def test_many_lines(self, tmp_path: Path) -> None:
        """Blank cells hardly count: a line of a hundred columns, three of them filled."""
        blank = "," * 90
        rows = [f"{blank}指標名,実績値,目標値", *(f"{blank}指標{n},5件,6件以上" for n in range(20))]
        path = tmp_path / "wide.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")

        assert 20 == len([*kk.read_plan(path, limits=kk.Limits(cells=400)).indicators()])
