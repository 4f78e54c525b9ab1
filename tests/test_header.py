"""Headings of other cities: words, years, units, headers of several rows, layouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.cell import Vocabulary
from kpikit.language.errors import FormatError
from kpikit.language.headings import LABELS
from kpikit.table.blocks import split_tables
from kpikit.table.header import find_headers
from kpikit.table.headings import SYNONYMS, Column, Role, read_heading
from kpikit.table.layout import Layout
from kpikit.table.lines import Row, rows_of
from kpikit.table.read import plan_of
from shared import ROOT

N, B, A, T, U = Role.INDICATOR, Role.BASELINE, Role.ACTUAL, Role.TARGET, Role.UNIT


def read(*lines: str, layout: Layout | None = None) -> kk.Plan:
    """Read lines of cells split by commas as if they stood in a file."""
    tables, before = split_tables(
        rows_of("\n".join(lines), mark=","), "plan.csv", layout=layout or Layout()
    )
    return plan_of(tables, remarks=[row.line_text for row in before], file="plan.csv")


def only(plan: kk.Plan) -> kk.Indicator:
    (indicator,) = plan.indicators()
    return indicator


def columns(*lines: str) -> list[tuple[Role | None, str]]:
    """Return the roles and periods of the columns of the only header."""
    (header,) = find_headers(rows_of("\n".join(lines), mark=","))
    return [(column.role, str(column.period or "")) for column in header.columns]


class TestWords:
    """A heading is its word, with a period, a unit or a status beside it; or it is not known."""

    @pytest.mark.parametrize(
        ("text", "column"),
        [
            ("現状値（計画策定時 R2）", ("baseline", "FY2020", "", "final")),
            ("実績値（単位：千人）", ("actual", "", "千人", "final")),
            ("R5実績(%)", ("actual", "FY2023", "%", "final")),
            ("排出実績(t-CO2)(R5)", (None, "", "", "final")),
            ("実績(t-CO2)(R5)", ("actual", "FY2023", "t-CO2", "final")),
            ("実績(ha)", ("actual", "", "ha", "final")),
            ("実績(a)", ("actual", "", "", "final")),
            ("R6見込値", ("actual", "FY2024", "", "forecast")),
            ("R5(実績)", ("actual", "FY2023", "", "final")),
            ("令和6年度\n（見込）", ("actual", "FY2024", "", "forecast")),
            ("令和9年度(目標値)", ("target", "FY2027", "", "final")),
            ("R2(基準値)", ("baseline", "FY2020", "", "final")),
            ("R5(指標)", (None, "", "", "final")),
            ("R5(R4実績)", (None, "", "", "final")),
            ("2023.(実績)", (None, "", "", "final")),
            ("令和5年度(2023年度)", (None, "FY2023", "", "final")),
            ("2023年(令和5年度)", (None, "FY2023", "", "final")),
            ("令和5年（2023年）", (None, "2023", "", "final")),
            ("令和5年度(2022年度)", (None, "", "", "final")),
            ("令和5年度(R6.3.31)", (None, "", "", "final")),
            ("令和5年度(〜)", (None, "", "", "final")),
            ("実績値 令和5年度(2023年度)", ("actual", "FY2023", "", "final")),
            ("実績値 令和5年度(2024年度)", (None, "", "", "final")),
            ("実績値(R5速報)", ("actual", "FY2023", "", "provisional")),
            ("最終目標(令和9年度)", ("target", "FY2027", "", "final")),
            ("目標値 中間(R5)", ("target", "FY2023", "", "final")),
            ("各年度の目標値", ("target", "", "", "final")),
            ("目標年度", (None, "", "", "final")),
            ("R4 R5実績", (None, "", "", "final")),
            ("実績値に対する評価", (None, "", "", "final")),
            ("2021", (None, "FY2021", "", "final")),
            ("令和3年度", (None, "FY2021", "", "final")),
            ("R5調査", (None, "", "", "final")),
            ("123", (None, "", "", "final")),
            ("月", (None, "", "", "final")),
            ("単位", ("unit", "", "", "final")),
            ("１年目（令和４年度）", (None, "FY2022", "", "final")),
            ("事業の２年目\n令和５年度", (None, "FY2023", "", "final")),
            ("初年度（R4）実績", ("actual", "FY2022", "", "final")),
            ("最終年度（R8）", (None, "", "", "final")),
            ("３年目", (None, "", "", "final")),
            ("目標額\nR4～R8計", ("target", "FY2022/FY2026", "", "final")),
            ("R4～R8合計", (None, "FY2022/FY2026", "", "final")),
            ("R8計", (None, "", "", "final")),
            ("直近の値", ("actual", "", "", "final")),
            ("現状の数値（％）", ("baseline", "", "%", "final")),
            ("他市の値", (None, "", "", "final")),
            ("プラン値", ("target", "", "", "final")),
            ("R6プラン目標値", ("target", "FY2024", "", "final")),
            ("プラン", (None, "", "", "final")),
        ],
    )
    def test_heading(self, text: str, column: tuple[str | None, str, str, str]) -> None:
        read = read_heading(text)

        assert column == (
            read.role and read.role.value,
            str(read.period or ""),
            read.unit,
            read.status.value,
        )

    def test_every_synonym_is_known(self) -> None:
        assert dict(SYNONYMS) == {word: read_heading(word).role for word in SYNONYMS}

    def test_more_words(self) -> None:
        words = (("到達点", A),)

        assert (A, kk.FiscalYear(2023)) == (
            read_heading("到達点(R5)", words=words).role,
            read_heading("到達点(R5)", words=words).period,
        )
        assert read_heading("到達点(R5)").role is None

    def test_years_without_an_era(self) -> None:
        own = Vocabulary(era="令和", fiscal_year_default=False)

        assert (None, "2023") == (
            read_heading("実績(8)", vocabulary=own).period,
            str(read_heading("実績(R5)", vocabulary=own).period),
        )

    def test_page_lists_the_words(self) -> None:
        """The page on reading shows the words as they are in the code."""
        page = (ROOT / "docs" / "howto" / "read-a-table.md").read_text(encoding="utf-8")
        shown: dict[str, set[str]] = {}
        for line in page.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 3 and cells[0].strip("`") in {role.value for role in Role}:
                words = {word.strip().casefold() for word in cells[2].split(",")}
                shown[cells[0].strip("`")] = words
        wanted: dict[str, set[str]] = {
            role: {word.casefold() for word in words.split()} for role, words in LABELS.items()
        }
        for word, role in SYNONYMS.items():
            wanted.setdefault(role.value, set()).add(word)

        assert wanted == shown


class TestHeaders:
    """A header may take several rows, and years may have columns of their own."""

    def test_years_below_a_group(self) -> None:
        assert [(N, ""), (U, ""), (B, "FY2020"), (A, "FY2021"), (A, "FY2022"), (T, "FY2025")] == (
            columns("指標名,単位,当初値,実績値,,目標値", ",,R2,R3,R4,R7", "数,件,1,2,3,4")
        )

    def test_group_above_the_words(self) -> None:
        assert [(N, ""), (B, ""), (A, "FY2021"), (A, "FY2022"), (T, "")] == (
            columns(",,実績値,,", "指標名,当初値,R3,R4,目標値", "数,1,2,3,4")
        )

    def test_group_that_says_nothing(self) -> None:
        """Then the inner heading tells."""
        assert [(Role.SECTION, ""), (N, ""), (B, "FY2020"), (T, "FY2025")] == (
            columns("体系,指標,,", "施策名,指標名,現状値(R2),目標値(R7)", "甲,数,1,2")
        )

    def test_three_rows(self) -> None:
        assert [(N, ""), (A, "FY2021"), (A, "FY2022"), (T, "")] == (
            columns("指標名,実績値,,目標値", ",R3,R4,", ",(人),(人),", "数,1,2,3")
        )

    def test_years_go_on_with_their_left(self) -> None:
        assert [(N, ""), (A, "FY2021"), (A, "FY2022"), (T, "FY2024"), (T, "FY2025")] == (
            columns("指標名,実績値(R3),R4,目標値(R6),R7")
        )

    def test_years_alone_are_actuals(self) -> None:
        plan = read("指標名,基準値,R3,R4,目標値", "数,1件,2件,3件,4件")

        assert ["2件", "3件"] == [
            str(each.quantity).replace(" ", "") for each in only(plan).observations
        ]
        assert ("years", "R3 R4") == (plan.chosen[1].what, plan.chosen[1].value)

    def test_years_beside_actuals_are_text(self) -> None:
        assert [(N, ""), (None, "FY2021"), (A, ""), (T, "")] == columns("指標名,R3,実績値,目標値")

    def test_two_years_may_begin_a_header(self) -> None:
        assert [(N, ""), (A, "FY2021"), (A, "FY2022"), (T, "")] == (
            columns(",R3,R4,", "指標名,実績値,実績値,目標値", "数,1,2,3")
        )

    def test_years_with_columns_below_them(self) -> None:
        assert [(N, ""), (A, "FY2021"), (T, "FY2021"), (A, "FY2022"), (T, "FY2022")] == (
            columns(",R3,,R4,", "指標名,実績,目標,実績,目標", "数,1,2,3,4")
        )

    def test_targets_below_a_group(self) -> None:
        assert [(N, ""), (A, ""), (T, "FY2023"), (T, "FY2027"), (Role.REMARK, "")] == (
            columns("指標名,実績,目標値,,", ",,中間(R5),最終(R9),備考", "数,1,2,3,4")
        )

    def test_date_above_is_no_header(self) -> None:
        plan = read("計画の指標,,", ",,(令和6年3月31日現在)", "指標名,実績値,目標値", "数,1件,2件")

        assert "計画の指標" == plan.sections[0].title
        assert (",,(令和6年3月31日現在)".replace(",", "\t"),) == plan.remarks

    @pytest.mark.parametrize(
        ("above", "title"),
        [
            (["計画の指標,,", "(令和6年6月 企画課取りまとめ),,"], "計画の指標"),
            (["計画の指標,,", ",,(企画課)", "令和6年6月1日現在,,"], "計画の指標"),
            (["計画の指標,,", ",,令和6年6月1日現在"], "計画の指標"),
            (["(A市),,", "※速報値,,"], "(A市)"),
            (["計,,3件", "(A市),,"], "(A市)"),
        ],
    )
    def test_line_in_brackets_is_the_title_only_where_no_other_is(
        self, above: list[str], title: str
    ) -> None:
        plan = read(*above, "指標名,実績値,目標値", "数,1件,2件")

        assert title == plan.sections[0].title

    def test_cell_of_a_row_is_no_title(self) -> None:
        plan = read(
            "指標名,実績値,目標値,担当課", "数,1件,2件,甲課", ",,,乙課", "KPI,実績,目標", "率,1%,2%"
        )

        assert ["plan", ""] == [plan.title, plan.sections[1].title]

    def test_many_unknown_columns(self) -> None:
        assert 7 == len(columns("指標名,実績値,目標値,あ,い,う,え"))

    def test_data_is_no_header(self) -> None:
        assert [] == find_headers(rows_of("施策,子育て\n事業,KPIの設定を行う会議\n,", mark=","))

    def test_merged_heading_is_that_of_its_first_column(self) -> None:
        row = Row(1, ["指標名", "実績値", "実績値", "目標値"], covered=[2])
        (header,) = find_headers([row])

        assert [N, A, None, T] == [column.role for column in header.columns]

    def test_note_in_the_first_column_is_no_row(self) -> None:
        plan = read("指標名,実績値,目標値", "数,1件,2件", "※速報値を含む,,")

        assert "数" == only(plan).name
        assert ("※速報値を含む",) == plan.remarks


class TestFiguresLikeYears:
    """A number from 1868 on may be a year, and may be so many people: no row becomes a header."""

    #: Headers, and in which column the indicator stands.
    HEADERS = (
        (["No.,施策名,指標名,単位,実績値(R5),目標値"], 2),
        (["No.,指標名,基準値,実績値,目標値"], 1),
        (["項目,実績,目標"], 0),
        (["No.,指標名,R3,R4,R5"], 1),
        (["指標名,実績値,,,目標値", ",2021,2022,2023,2025"], 0),
        ([",,実績値,", "No.,指標名,R3,目標値"], 1),
    )
    NUMBERS = st.integers(min_value=1860, max_value=2110) | st.integers(min_value=0)

    @given(st.sampled_from(HEADERS), st.integers(0, 2200), st.data())
    def test_every_row_comes_back(
        self, header: tuple[list[str], int], first: int, data: st.DataObject
    ) -> None:
        """Whatever the numbers are: below a header, a line of a section, a header repeated."""
        heads, at = header
        width = len(heads[0].split(","))
        lines: list[str] = []
        numbers = range(first, first + data.draw(st.integers(1, 12)))
        for number in numbers:
            lines += data.draw(st.sampled_from([[], [","], ["◆ 基本目標1 人"], heads]))
            figures = [str(data.draw(self.NUMBERS)) for _ in range(width - at - 1)]
            lines.append(",".join([*[str(number)] * at, f"{number}人目の数", *figures]))
        plan = read(*heads, *lines)

        assert 1 == len(plan.sections)
        assert [f"{number}人目の数" for number in numbers] == [
            each.source.cells[at].text for each in plan.indicators() if each.source
        ]

    def test_first_row_of_figures(self) -> None:
        indicator = only(read("指標名,基準値,実績値,目標値", "参加者数,1990,2010,2050"))

        assert kk.Quantity("2010") == indicator.observations[0].quantity

    def test_a_word_among_the_figures(self) -> None:
        plan = read(
            "種別,指標名,実績値,目標値",
            "KPI,参加者数,1990,2010",
            "KPI,園児数,2000,2020",
            "事業,,1990,2000",
        )

        assert ["1990", "2000", "1990"] == [
            str(each.observations[0].quantity).split()[0] for each in plan.indicators()
        ]

    def test_number_below_a_word(self) -> None:
        """指標1 is a heading, but 1 below 指標 is none."""
        assert "1" == only(read("No.,指標,実績値,目標値", ",1,,")).name

    def test_year_below_a_dated_heading(self) -> None:
        indicator = only(read("指標名,実績値(R5),目標値", ",1990,"))

        assert kk.Quantity("1990") == indicator.observations[0].quantity

    def test_dates_are_no_headings(self) -> None:
        indicator = only(read("指標名,実績値,目標値,時期", "策定,2024年3月,2025年3月,2025年3月"))

        assert "策定" == indicator.name

    def test_row_above_a_repeated_header(self) -> None:
        plan = read(
            "No.,指標名,実績値,目標値",
            "1,甲,5,6",
            "◆ 基本目標2 乙",
            "1868,丙,1990,2010",
            "No.,指標名,実績値,目標値",
        )

        assert ["甲", "丙"] == [each.name for each in plan.indicators()]


def figures(plan: kk.Plan) -> list[tuple[str, str, str]]:
    """Return what each indicator is called, its only actual and its only target."""
    return [
        (each.name, str(each.observations[0].quantity), str(each.targets[0].rule))
        for each in plan.indicators()
        if len(each.observations) == len(each.targets) == 1
    ]


class TestSeveralIndicators:
    """Figures belong to the indicator to their left, never to that of another group."""

    def test_of_one_project(self) -> None:
        plan = read(
            "No.,事業名,指標1,実績(R5),目標(R7),指標2,実績(R5),目標(R7),担当課",
            "◆ 基本目標1 甲,,,,,,,,",
            "1,相談,件数,120件,100件,満足度,75%,80%,子育て課",
            "2,健診,受診率,50%,60%,,,,健康課",
        )

        assert [
            ("件数", "120 件", "Reach(Quantity('100', '件'))"),
            ("受診率", "50 %", "Reach(Quantity('60', '%'))"),
            ("満足度", "75 %", "Reach(Quantity('80', '%'))"),
        ] == figures(plan)
        assert ["1", "2", "1"] == [
            part.code for each in plan.sections for part in each.sections[0].sections
        ]
        assert ("子育て課",) == plan.sections[1].sections[0].sections[0].departments
        assert ("split", "「指標1」 「指標2」") == (plan.chosen[1].what, plan.chosen[1].value)
        assert () == plan.issues

    def test_side_by_side(self) -> None:
        plan = read(
            "No.,指標名,実績値,目標値,,No.,指標名,実績値,目標値",
            "1,甲,1件,2件,,3,丙,5件,6件",
            "2,乙,3件,4件,",
            ",,,,,4,丁,7件,8件",
        )

        assert ["甲", "乙", "丙", "丁"] == [name for name, _, _ in figures(plan)]
        assert () == plan.issues

    def test_side_by_side_shares_nothing(self) -> None:
        plan = read(
            "施策名,指標名,実績値,目標値,,指標名,実績値,目標値", "甲,子,1件,2件,,丑,3件,4件"
        )

        assert [["甲"], ["丑"]] == [[row.title for row in each.sections] for each in plan.sections]

    def test_beyond_all_columns(self) -> None:
        plan = read("指標名,実績,目標,指標名,実績,目標", "子,1件,2件,,,,余り")

        assert ["too-many-cells"] == [issue.code for issue in plan.issues]

    def test_groups_of_a_merged_heading(self) -> None:
        plan = read(
            "事業名,活動指標,,,成果指標,,",
            ",名称,目標,実績,名称,目標,実績",
            "甲,回数,2回,1回,人数,4人,3人",
        )

        assert ["回数", "人数"] == [name for name, _, _ in figures(plan)]

    def test_row_without_figures_stands_once(self) -> None:
        plan = read(
            "事業名,指標1,実績,目標,指標2,実績,目標", "甲,,,,,,", "乙,子,1件,2件,丑,3件,4件"
        )

        assert ["甲", "子", "丑"] == [each.name for each in plan.indicators()]

    def test_same_heading_twice(self) -> None:
        """Whose the second figures are, nobody knows: they are kept as text, and that is said."""
        plan = read(
            "事業名,指標名,実績(R5),目標,アウトカム,実績(R5),目標", "甲,子,1件,2件,丑,3件,4件"
        )

        assert [("子", "1 件", "Reach(Quantity('2', '件'))")] == figures(plan)
        assert [("column-twice", "実績(R5)"), ("column-twice", "目標")] == [
            (issue.code, issue.text[issue.start : issue.end]) for issue in plan.issues
        ]

    @pytest.mark.parametrize("text", ["指標1", "指標②", "成果指標(2)", "KPI3"])
    def test_numbered(self, text: str) -> None:
        assert N is read_heading(text).role
        assert read_heading(text.replace("指標", "目標").replace("KPI", "目標")).role is not N


class TestUnits:
    """A unit of the heading or the row is for the numbers without one, and noted."""

    def test_of_the_row(self) -> None:
        plan = read(
            "指標名,単位,当初値,実績値(R5),目標値", "数,千人,10,約12,15以上", "率,—,1%,2%,3%"
        )
        first, second = plan.indicators()

        assert isinstance(first.baseline, kk.Observation)
        assert kk.Quantity("10", "千人") == first.baseline.quantity
        assert kk.Quantity("12", "千人", margin="0.5") == first.observations[0].quantity
        assert kk.AtLeast(kk.Quantity("15", "千人")) == first.targets[0].rule
        assert first.source is not None
        assert [("unit-from-column", "千人")] * 3 == [
            (note.code, note.detail) for cell in first.source.cells for note in cell.notes
        ]
        assert kk.Quantity("2", "%") == second.observations[0].quantity
        assert () == plan.issues

    @pytest.mark.parametrize(
        ("unit", "shown"),
        [
            ("百万円", "540.0 百万円"),
            ("千人/年", "540.0 千人 per=年"),
            ("延べ千人", "540.0 千人 statistic=延べ"),
            ("１００万円", "540.0 -"),
            ("千百円", "540.0 -"),
            ("十人", "540.0 -"),
            ("人口10万人対", "540.0 -"),
        ],
    )
    def test_as_published(self, unit: str, shown: str) -> None:
        """A figure keeps the digits of its cell; what is no unit is none, and is told."""
        plan = read("指標名,単位,実績値(R5),目標値", f"数,{unit},540.0,6億円以上")

        assert shown == str(only(plan).observations[0].quantity)
        assert (["unit-not-understood"] if shown == "540.0 -" else []) == [
            issue.code for issue in plan.issues
        ]

    @pytest.mark.parametrize(
        ("actual", "verdict"),
        [("540.0", kk.Verdict.ACHIEVED), ("539.9", kk.Verdict.NOT_ACHIEVED)],
    )
    def test_by_scale(self, actual: str, verdict: kk.Verdict) -> None:
        indicator = only(read("指標名,単位,実績値(R5),目標値", f"額,百万円,{actual},5.4億円以上"))

        assert verdict is kk.evaluate(indicator).verdict

    def test_of_the_heading(self) -> None:
        indicator = only(read("指標名,単位,実績値(%),目標値", "率,件,75.2,80"))

        assert kk.Quantity("75.2", "%") == indicator.observations[0].quantity
        assert kk.Reach(kk.Quantity("80", "件")) == indicator.targets[0].rule

    def test_basis_and_statistic(self) -> None:
        indicator = only(read("指標名,単位,実績値,目標値", "数,人/年,75,延べ80以上"))

        assert kk.Quantity("75", "人", per="年") == indicator.observations[0].quantity

    def test_parts_and_benchmarks(self) -> None:
        indicator = only(read("指標名,単位,実績値,目標値", "数,人,①5 ②6,①3以上 ②4以上"))

        rule = indicator.targets[0].rule
        assert isinstance(rule, kk.AllOf)
        assert ["5 人", "6 人"] == [
            str(part.observation.quantity) for part in indicator.observations[0].parts
        ]
        assert kk.AtLeast(kk.Quantity("4", "人")) == rule.parts[1].rule

    def test_no_unit(self) -> None:
        plan = read("指標名,単位,実績値,目標値", "数,(1)～,5,6")

        assert ["unit-not-understood"] == [issue.code for issue in plan.issues]
        assert "cannot understand 「(1)～」 as a unit" == plan.issues[0].message("en")

    def test_forecast(self) -> None:
        indicator = only(read("指標名,R5実績値,R6見込値,目標値", "数,5件,6件,6件"))

        assert [kk.Status.FINAL, kk.Status.FORECAST] == [
            each.status for each in indicator.observations
        ]


class TestLayout:
    """A layout says what the headings do not."""

    def test_columns(self) -> None:
        layout = Layout(
            columns=[
                Column("項目", N),
                Column("値", A, kk.FiscalYear(2022)),
                Column("値", A, kk.FiscalYear(2023), unit="%"),
                Column("備考", None),
                Column("めやす", T),
            ]
        )
        indicator = only(read("項目,値,値,めやす,備考", "率,1%,2,3%,内訳", layout=layout))

        assert ["1 %", "2 %"] == [str(each.quantity) for each in indicator.observations]
        assert [2022, 2023] == [
            each.column.year
            for each in indicator.observations
            if isinstance(each.column, kk.FiscalYear)
        ]

    def test_words(self) -> None:
        layout = Layout(words={"到達点": A, "めやす": T})
        indicator = only(read("指標名,到達点(R5),めやす(R7)", "率,1%,3%", layout=layout))

        assert kk.FiscalYear(2025) == indicator.targets[0].period

    def test_header_lines(self) -> None:
        layout = Layout(header=(2, 2), columns=[Column("甲", N), Column("乙", A), Column("丙", T)])
        plan = read("目標値,実績値", "甲,乙,丙", "率,1%,3%", layout=layout)

        assert "率" == only(plan).name
        with pytest.raises(kk.TableError):
            read("甲,乙,丙", layout=Layout(header=(7, 8)))

    def test_header_lines_in_order(self) -> None:
        with pytest.raises(FormatError) as caught:
            Layout(header=(3, 2))
        assert "the lines of a header count from 1, the first not after the last: (3, 2)" == str(
            caught.value
        )

    @pytest.mark.parametrize("forecast", ["R6(見込)", "R6見込", "見込値(R6)"])
    def test_years_beside_a_forecast(self, forecast: str) -> None:
        """A forecast is no actual: the years beside it are."""
        indicator = only(read(f"指標名,R4,R5,{forecast},目標値", "率,1%,2%,3%,4%"))

        assert [("FY2022", "final"), ("FY2023", "final"), ("FY2024", "forecast")] == [
            (str(each.column), each.status.value) for each in indicator.observations
        ]

    def test_a_year_that_a_layout_keeps_as_text(self) -> None:
        layout = Layout(columns=[Column("R3")])
        indicator = only(read("指標名,R3,R4,目標値", "率,1%,2%,3%", layout=layout))

        assert ["2 %"] == [str(each.quantity) for each in indicator.observations]

    def test_toml(self, tmp_path: Path) -> None:
        path = tmp_path / "layout.toml"
        path.write_text(
            'header = [1, 2]\nsheets = ["KPI"]\nseparator = ";"\n'
            '[columns]\n"項目" = "indicator"\n"備考" = "text"\n'
            '"値" = { role = "actual", period = "FY2023", unit = "%" }\n'
            '[words]\ntarget = ["めやす"]\n',
            encoding="utf-8",
        )

        assert Layout(
            columns=[
                Column("項目", N),
                Column("備考"),
                Column("値", A, kk.FiscalYear(2023), "%"),
            ],
            words={"めやす": T},
            header=(1, 2),
            sheets=["KPI"],
            separator=";",
        ) == Layout.from_toml(path)
        path.write_text("", encoding="utf-8")
        assert Layout() == Layout.from_toml(path)

    def test_toml_faults_all_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "layout.toml"
        path.write_text(
            'header = [2, 1]\nsheets = "KPI"\nseparator = 1\nwords = 1\nextra = 1\n'
            '[columns]\na = "actuals"\nb = { role = "actual", period = "R5", unit = 5, x = 1 }\n'
            'c = { role = 1, period = 5 }\n"値(R5)" = { unit = "%" }\n',
            encoding="utf-8",
        )
        with pytest.raises(FormatError) as caught:
            Layout.from_toml(path)

        roles = " | ".join([*(role.value for role in Role), "text"])
        period = (
            "a period is wanted: FY2023, 2023, 2023-06, 2023-06-20, FY2023-H1, FY2023-Q4, "
            "FY2020/FY2023"
        )
        assert [
            f"{path}: faults: 12",
            f"columns.a.role: one of these is wanted: {roles}",
            "columns.b.period: not the text of a period: 'R5'",
            "columns.b.unit: text is wanted",
            "columns.b.x: no such member is known: there are role | period | unit",
            f"columns.c.role: one of these is wanted: {roles}",
            f"columns.c.period: {period}",
            "columns['値(R5)'].role: this member is wanted",
            "words: an object is wanted",
            "header: one of these is wanted: [1, 2]",
            "sheets: a list is wanted",
            "separator: text is wanted",
            (
                "extra: no such member is known: there are columns | labels | answers | made_for "
                "| words | header | sheets | separator | ahead"
            ),
        ] == str(caught.value).split("\n")

    def test_no_toml(self, tmp_path: Path) -> None:
        path = tmp_path / "layout.toml"
        path.write_text("header = [", encoding="utf-8")

        with pytest.raises(FormatError, match=r"layout\.toml: not TOML \("):
            Layout.from_toml(path)

    def test_words_of_unknown_roles(self, tmp_path: Path) -> None:
        path = tmp_path / "layout.toml"
        path.write_text('sheets = [1]\n[words]\nactuals = ["到達点"]\n', encoding="utf-8")

        with pytest.raises(FormatError, match=r"words\.actuals: one of these is wanted: number"):
            Layout.from_toml(path)


def test_the_end_of_a_fiscal_year_heads_that_year() -> None:
    assert (kk.FiscalYear(2024), "令和6年度末") == (
        read_heading("令和6年度末").period,
        getattr(read_heading("令和6年度末").period, "label", ""),
    )
    assert kk.Date(2023, 3, 31) == read_heading("実績値(R5.3.31)").period
