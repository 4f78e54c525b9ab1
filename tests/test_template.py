"""Templates: what departments fill in, and what is read of it when they sent it back."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit.io import write_template, write_templates
from kpikit.io.template import Entry, Template, template_of
from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.verdict import Direction
from sagamihara import EXAMPLE

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

YEAR = kk.FiscalYear(2025)
HEAD = "施策名\t指標名\t単位\t当初値(R4)\t目標値(R8)\t実績値(R6)\t担当課\n"
PLAN = (
    f"{HEAD}窓口\t利用率\t%\t48.0\t55%以上\t50.2\t市民課\n"
    "道路\t事故件数\t件\t140\t126以下\t131\t土木課、市民課\n"
)
ACTUAL = "実績値(令和7年度)"


def plan_of(text: str = PLAN) -> kk.Plan:
    return kk.read_plan(text.encode())


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of the first sheet by their headings."""
    head, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def fill(path: Path, value: Callable[[str], str | None], heading: str = ACTUAL) -> None:
    """Fill in a column, each cell by the name of its indicator."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        name = sheet.cell(row, heads.index("指標名") + 1).value
        sheet.cell(row, heads.index(heading) + 1).value = value(name)
    book.save(path)


def start(indicator: kk.Indicator) -> tuple[object, object] | None:
    seen = indicator.baseline_observation
    return (seen.quantity, seen.period) if seen and seen.missing is None else None


def aims(indicator: kk.Indicator) -> list[kk.Target]:
    return [each for each in indicator.targets if not each.rule.is_none]


def news(indicator: kk.Indicator) -> list[kk.Quantity | None]:
    return [each.quantity for each in indicator.observations if each.period == YEAR]


def widths_of(sheet: Any) -> dict[int, float]:
    """Return how wide each column is; those of one width are stored together."""
    return {
        column: each.width
        for each in sheet.column_dimensions.values()
        for column in range(each.min, each.max + 1)
    }


class TestEmpty:
    """Without a plan: headings, choices, and how to fill it in."""

    def test_headings(self) -> None:
        assert (
            *("施策名", "事業名", "指標名", "単位", "望ましい方向", "基準値", "基準年度", "目標値"),
            *("目標年度", "実績値", "実績年度", "備考", "担当課"),
        ) == Template().headings

    def test_nothing_is_left_out(self) -> None:
        assert [] == [*Template(entries=[Entry()]).left()]

    def test_of_a_year(self) -> None:
        headings = Template(year=YEAR).headings

        assert ACTUAL in headings
        assert not {"実績値", "実績年度"} & {*headings}

    def test_filled_in(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        assert [] == write_template(path)
        book = openpyxl.load_workbook(path)
        row = (
            "窓口",
            "申請",
            "利用率",
            "%",
            "↑",
            "48",
            "R4",
            "55",
            "R8",
            "50.2",
            "R7",
            "",
            "市民課",
        )
        for at, text in enumerate(row, 1):
            book.worksheets[0].cell(2, at).value = text or None
        book.save(path)
        plan = kk.read_plan(path)
        (indicator,) = plan.indicators()

        assert () == plan.issues
        assert (kk.Quantity("48", "%"), kk.FiscalYear(2022)) == start(indicator)
        assert [kk.Target(kk.Reach(kk.Quantity("55", "%")), kk.FiscalYear(2026))] == aims(indicator)
        assert [kk.Quantity("50.2", "%")] == news(indicator)
        assert ["市民課"] == [name for each in plan.walk() for name in each.departments]
        given = indicator.given_direction
        assert given is not None
        assert Direction.HIGHER is given.direction
        again = template_of(plan)
        assert (
            "↑"
            == dict(zip(again.headings, again.cells(again.entries[0]), strict=True))["望ましい方向"]
        )

    def test_nothing_filled_in(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        write_template(path)

        with pytest.raises(kk.TableError):
            kk.read_plan(path)


class TestOfAPlan:
    """What last year's plan knows stands in its cell, word for word."""

    def test_cells(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        assert [] == write_template(path, plan_of(), year=YEAR)

        assert [
            {
                "施策名": "窓口",
                "指標名": "利用率",
                "単位": "%",
                "望ましい方向": None,
                "基準値": "48.0",
                "基準年度": "令和4年度",
                "目標値": "55%以上",
                "目標年度": "令和8年度",
                "実績値(令和6年度)": "50.2",
                ACTUAL: None,
                "備考": None,
                "担当課": "市民課",
            },
            {
                "施策名": "道路",
                "指標名": "事故件数",
                "単位": "件",
                "望ましい方向": None,
                "基準値": "140",
                "基準年度": "令和4年度",
                "目標値": "126以下",
                "目標年度": "令和8年度",
                "実績値(令和6年度)": "131",
                ACTUAL: None,
                "備考": None,
                "担当課": "土木課、市民課",
            },
        ] == rows_of(path)

    def test_back(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        plan = plan_of()
        write_template(path, plan, year=YEAR)
        fill(path, {"利用率": "56%", "事故件数": "120"}.get)
        back = kk.read_plan(path)

        assert () == back.issues
        assert [(each.name, start(each), aims(each)) for each in plan.indicators()] == [
            (each.name, start(each), aims(each)) for each in back.indicators()
        ]
        assert [[kk.Quantity("56", "%")], [kk.Quantity("120", "件")]] == [
            *map(news, back.indicators())
        ]
        assert [("市民課",), ("土木課", "市民課")] == [
            each.departments for each in back.walk() if each.departments
        ]

    @pytest.mark.parametrize("example", ["sagamihara", "kakuu"])
    def test_examples_back(self, tmp_path: Path, example: str) -> None:
        """Targets, baselines and units come back as they were, and so do new actuals."""
        source = EXAMPLE / "datapackage.json"
        if example == "kakuu":
            source = tmp_path / "kakuu.xlsx"
            make = EXAMPLE.parent / "kakuu" / "make_workbook.py"
            runpy.run_path(str(make))["make"](source)
        plan = kk.read_plan(source)
        path = tmp_path / "a.xlsx"
        assert [] == write_template(path, plan, year=YEAR)
        fill(path, lambda _: "12")
        back = kk.read_plan(path)

        assert [(each.name, start(each), aims(each)) for each in plan.indicators()] == [
            (each.name, start(each), aims(each)) for each in back.indicators()
        ]
        assert {"12"} == {
            str(each.value) for all_ in map(news, back.indicators()) for each in all_ if each
        }
        assert len([*plan.indicators()]) == sum(map(bool, map(news, back.indicators())))

    def test_targets_of_several_years(self, tmp_path: Path) -> None:
        """A column for each period, and one for those without."""
        head = "指標名\t目標値(R6)\t目標値(R8)\t目標値\t実績値(R6)\n"
        text = f"{head}甲\t1件\t2件\t\t3件\n乙\t\t\t4件\t5件\n"
        path = tmp_path / "a.xlsx"
        write_template(path, plan_of(text), year=YEAR)
        rows = rows_of(path)

        assert [("1件", "2件", None), (None, None, "4件")] == [
            tuple(row[f"目標値{of}"] for of in ("(令和6年度)", "(令和8年度)", "")) for row in rows
        ]
        assert "目標年度" not in rows[0]

    def test_sections_by_kind(self) -> None:
        text = f"基本目標\t施策名\t{HEAD[4:]}A\tB\t利用率\t%\t1\t2\t3\t\n"
        table = template_of(plan_of(text), YEAR)

        assert ("基本目標", "施策名", "指標名") == table.headings[:3]
        assert [("A", "B", "利用率")] == [table.cells(each)[:3] for each in table.entries]

    def test_sections_of_unknown_kinds(self) -> None:
        """They stand from the right below the usual headings; what is beyond is joined."""
        inner = kk.Section("", "1", "戊", indicators=[kk.Indicator("数")])
        for title in "丁丙乙甲":
            inner = kk.Section("章", "", title, sections=[inner])
        shallow = kk.Section("節", "", "己", indicators=[kk.Indicator("率")])
        table = template_of(kk.Plan("計画", sections=[inner, shallow]))

        assert ("政策名", "基本目標", "施策名", "事業名", "指標名") == table.headings[:5]
        assert [("甲、乙", "丙", "丁", "1 戊", "数"), ("", "", "", "己", "率")] == [
            table.cells(each)[:5] for each in table.entries
        ]

    def test_the_innermost_sections(self) -> None:
        """A form has room for four kinds: the outermost is left out."""
        path = [(kind, "a") for kind in ("都市像", "分野", "基本目標", "施策", "事業")]
        assert ("分野", "基本目標", "施策", "事業") == Template(entries=[Entry(path=path)]).kinds

    @pytest.mark.parametrize(
        ("years", "before"),
        [((2023, 2024, 2025), 2024), ((2023,), 2023), ((2025,), None), ((2026,), None)],
    )
    def test_the_last_year_before(self, years: tuple[int, ...], before: int | None) -> None:
        """What stands beside the actuals that are wanted; those of the year itself do not."""
        seen = [kk.Observation(kk.FiscalYear(year), kk.Quantity("5", "件")) for year in years]
        form = Template(year=YEAR, entries=[Entry(kk.Indicator("数", observations=seen))])
        assert (None if before is None else kk.FiscalYear(before)) == form.before

    def test_values_without_a_text(self) -> None:
        """What no table said is written in words that are read as the same."""
        indicator = kk.Indicator(
            "事故件数",
            target=kk.Target(kk.AtMost(kk.Quantity("126", "件")), kk.FiscalYear(2026)),
            baseline=kk.Observation(kk.FiscalYear(2022), kk.Quantity("140", "件")),
            observations=[kk.Observation(kk.FiscalYear(2024), kk.Quantity("1", "件"))],
            direction=Direction.LOWER,
        )
        table = template_of(
            kk.Plan("計画", sections=[kk.Section("", "", "", indicators=[indicator])]), YEAR
        )

        assert (
            *("事故件数", "件", "↓", "140件", "令和4年度", "126件以下", "令和8年度", "1件", ""),
            *("", ""),
        ) == table.cells(table.entries[0])

    def test_unit_with_a_multiplier(self) -> None:
        """2,500千円 would be read as 2,500,000円; the number is read in the unit beside it."""
        indicator = kk.Indicator(
            "納税額",
            target=kk.AtLeast(kk.Quantity("2500", "千円")),
            baseline=kk.Quantity("1800", "千円"),
        )
        section = kk.Section("", "", "", indicators=[indicator])
        table = template_of(kk.Plan("計画", sections=[section]))
        row = dict(zip(table.headings, table.cells(table.entries[0]), strict=True))

        assert ("千円", "1,800", "2,500以上") == (row["単位"], row["基準値"], row["目標値"])

    def test_headings_that_say_nothing_by_themselves(self) -> None:
        """The text is found by what it says: its heading was known by others around it."""
        head = "指標名\t単位\t実績効果額\t実績効果額\t目標効果額\t目標効果額\n\t\tR5\tR6\tR5\tR6\n"
        text = f"{head}収入\t千円\t88,210\t97,450\t85,000\t90,000\n"
        table = template_of(plan_of(text), YEAR)
        row = dict(zip(table.headings, table.cells(table.entries[0]), strict=True))

        assert ("85,000", "90,000", "97,450") == (
            row["目標値(令和5年度)"],
            row["目標値(令和6年度)"],
            row["実績値(令和6年度)"],
        )

    def test_figure_that_no_cell_says(self) -> None:
        """It is left out, and named."""
        odd = kk.Quantity(lower="3", upper="5", unit="件", per="1案件")
        indicator = kk.Indicator(
            "数",
            target=kk.AtLeast(kk.Quantity("2", "件")),
            baseline=odd,
            observations=[kk.Observation(kk.FiscalYear(2024), odd)],
        )
        table = template_of(
            kk.Plan("計画", sections=[kk.Section("", "", "", indicators=[indicator])]), YEAR
        )

        assert [("数", "基準値"), ("数", "実績値(令和6年度)")] == [*table.left()]

    def test_unreadable_texts_stay(self) -> None:
        text = "指標名\t当初値\t目標値\t実績値\n数\t12フィートぐらい?\t？？？\t3件\n"
        table = template_of(plan_of(text))
        row = dict(zip(table.headings, table.cells(table.entries[0]), strict=True))

        assert ("12フィートぐらい?", "？？？") == (row["基準値"], row["目標値"])

    def test_unit_of_a_rate_of_time(self) -> None:
        indicator = kk.Indicator("客", target=kk.AtLeast(kk.Quantity("5", "人", per="日")))
        table = template_of(
            kk.Plan("計画", sections=[kk.Section("", "", "", indicators=[indicator])])
        )

        assert (
            "人/日" == dict(zip(table.headings, table.cells(table.entries[0]), strict=True))["単位"]
        )

    def test_same_twice(self, tmp_path: Path) -> None:
        for name in ("a.xlsx", "b.xlsx"):
            write_template(tmp_path / name, plan_of(), year=YEAR)

        assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()

    def test_not_over_its_source(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        write_template(path, plan_of(), year=YEAR)
        fill(path, lambda _: "1")

        with pytest.raises(FileExistsError):
            write_template(path, kk.read_plan(path), force=True)


class TestByDepartment:
    """A workbook for each department, and one plan of what they sent back."""

    def test_files(self, tmp_path: Path) -> None:
        text = (
            PLAN
            + "公園\t面積\tm2\t1\t2\t3\t\n川\t長さ\tm\t1\t2\t3\tA*B課\n"
            + "海\t深さ\tm\t1\t2\t3\ta?b課\n空\t高さ\tm\t1\t2\t3\tA:B課\n"
        )
        write_templates(tmp_path / "forms", plan_of(text), year=YEAR)

        assert {
            "市民課.xlsx": ["利用率", "事故件数"],
            "土木課.xlsx": ["事故件数"],
            "担当課なし.xlsx": ["面積"],
            "A_B課.xlsx": ["長さ"],
            "a_b課 (2).xlsx": ["深さ"],
            "A_B課 (3).xlsx": ["高さ"],
        } == {
            path.name: [row["指標名"] for row in rows_of(path)]
            for path in (tmp_path / "forms").iterdir()
        }

    def test_all_or_none(self, tmp_path: Path) -> None:
        (tmp_path / "土木課.xlsx").write_bytes(b"mine")

        with pytest.raises(FileExistsError):
            write_templates(tmp_path, plan_of(), year=YEAR)
        assert ["土木課.xlsx"] == [path.name for path in tmp_path.iterdir()]

    def test_merged(self, tmp_path: Path) -> None:
        """A row of two departments that one of them filled in stands once."""
        write_templates(tmp_path, plan_of(), year=YEAR)
        fill(tmp_path / "市民課.xlsx", {"利用率": "56%"}.get)
        fill(tmp_path / "土木課.xlsx", {"事故件数": "120"}.get)
        back = kk.read_plan(tmp_path)

        assert () == back.issues
        assert {"利用率": [kk.Quantity("56", "%")], "事故件数": [kk.Quantity("120", "件")]} == {
            each.name: news(each) for each in back.indicators()
        }

    def test_conflict(self, tmp_path: Path) -> None:
        """Two departments that say different things both stay, and it is said."""
        write_templates(tmp_path, plan_of(), year=YEAR)
        fill(tmp_path / "市民課.xlsx", {"利用率": "56%", "事故件数": "121"}.get)
        fill(tmp_path / "土木課.xlsx", {"事故件数": "120"}.get)
        back = kk.read_plan(tmp_path)

        assert ["merge-conflict"] == [issue.code for issue in back.issues]
        assert [[kk.Quantity("120", "件")], [kk.Quantity("121", "件")]] == sorted(
            (news(each) for each in back.indicators() if each.name == "事故件数"), key=str
        )


class TestLook:
    """It can be read, filled in and printed by people."""

    @pytest.fixture(params=["ja", "en"])
    def lang(self, request: pytest.FixtureRequest) -> Language:
        return "en" if request.param == "en" else "ja"

    @pytest.fixture
    def book(self, tmp_path: Path, lang: Language) -> Any:
        path = tmp_path / "a.xlsx"
        write_template(path, plan_of(), year=YEAR, lang=lang)
        return openpyxl.load_workbook(path)

    def test_printed(self, book: Any) -> None:
        for sheet in book:
            assert ("9", "landscape", 0) == (
                str(sheet.page_setup.paperSize),
                sheet.page_setup.orientation,
                sheet.page_setup.fitToHeight,
            )
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "A2" == book.worksheets[0].freeze_panes
        assert "$1:$1" == book.worksheets[0].print_title_rows

    def test_cells_are_wide_or_tall_enough(self, book: Any) -> None:
        """No text is cut: so many lines as its column makes of it fit into the row."""
        for sheet in book:
            wide = widths_of(sheet)
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
                lines = -(-width(cell.value) // int(wide[cell.column] - 1))
                assert sheet.row_dimensions[cell.row].height >= 13 * lines
                assert cell.alignment.wrap_text
                assert ("@", "s") == (cell.number_format, cell.data_type)

    def test_choices(self, book: Any) -> None:
        offered = {
            str(each.sqref): each.formula1
            for each in book.worksheets[0].data_validations.dataValidation
        }

        assert ["C2:C43", "D2:D43", "J2:J43"] == [*offered]
        assert offered["C2:C43"].startswith('"%,件,人,')
        assert ('"↑,↓"', '"集計中,未公表,調査なし,該当なし"') == (
            offered["D2:D43"],
            offered["J2:J43"],
        )
        assert all(len(each) <= 257 for each in offered.values())

    def test_help(self, book: Any, lang: Language) -> None:
        """It says the year, stands in one column, and is named as no table."""
        texts = [cell.value for row in book.worksheets[1].iter_rows() for cell in row]

        assert 1 == book.worksheets[1].max_column
        assert {"ja": "令和7年度の実績", "en": "the figures of FY2025"}[lang] in texts[1]
        assert say("form-help", lang) == book.worksheets[1].title

    def test_help_is_no_table(self, tmp_path: Path, lang: Language) -> None:
        path = tmp_path / "a.xlsx"
        write_template(path, plan_of(), year=YEAR, lang=lang)
        fill(path, lambda _: "1")
        told = [(each.what, each.value) for each in kk.read_plan(path).chosen]

        assert ("sheet-without-table", say("form-help", lang)) in told
