"""What stands beside what it tells of: accounts beside aims, names across, units in corners."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.cell import Vocabulary, read_actual, read_target
from kpikit.cell.counted import with_unit
from kpikit.model.observation import Missing
from kpikit.table.beside_names import with_names_across
from kpikit.table.cells import Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.units import read_unit

USUAL = Vocabulary()
Range = tuple[int, int, int, int]


def found(*lines: str, merges: tuple[Range, ...] = ()) -> Found:
    """Return what lines tell: `|` between cells, `↵` within one."""
    texts = {
        (row, column): text.replace("↵", "\n")
        for row, line in enumerate(lines, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text.strip()
    }
    return Found("plan", "", facts_of(Cells.of(texts, merges)))


def values(*lines: str, merges: tuple[Range, ...] = ()) -> dict[str, list[str]]:
    """Return the values of each indicator: role, year and text; `?` marks what is expected."""
    return {
        group.name: [
            f"{fact.role.value[0]}{'?' * (fact.status.value == 'forecast')} "
            f"{'' if fact.period is None else fact.period.end.year - 2019} {fact.box.text}"
            for fact in group.facts
        ]
        for group in found(*lines, merges=merges).indicators
    }


class TestAccounts:
    """What stands below 決算 is an actual beside a target; what is only expected is none."""

    MERGES = ((1, 1, 2, 1), (1, 2, 1, 3), (1, 5, 1, 6))
    ROWS = ("|R4|R5|R6|R6|R10", "乗車人員|290|305|315|320|400", "事故件数|6|5|4|3|0")

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("見込", ["a? 6 315"]),
            ("見込値", ["a? 6 315"]),
            ("見通し", []),
            ("推計", []),
            ("予測", []),
            ("予算", []),
        ],
    )
    def test_over_years(self, word: str, expected: list[str]) -> None:
        told = values(f"指標|決算||{word}|計画|", *self.ROWS, merges=self.MERGES)

        aims = ["t 6 320", "t 10 400"]
        assert ["a 4 290", "a 5 305", *expected, *aims] == told["乗車人員"]

    @pytest.mark.parametrize(
        ("word", "expected"),
        [("見込", ["a? 6 315"]), ("見通し", []), ("推計", []), ("予測", []), ("予算", [])],
    )
    def test_right_of_years(self, word: str, expected: list[str]) -> None:
        told = values(
            "年度|区分|乗車人員|事故件数",
            "R4|決算|290|6",
            "R5|決算|305|5",
            f"R6|{word}|315|4",
            "R10|計画|400|0",
        )

        assert ["a 4 290", "a 5 305", *expected, "t 10 400"] == told["乗車人員"]

    def test_other_runs_of_labels(self) -> None:
        told = values(
            "年度|区分|乗車人員",
            "R4|決算|290",
            "R10|計画|400",
            "",
            "年度|区分|乗車人員",
            "R4|計画|280",
        )

        assert ["a 4 290", "t 4 280", "t 10 400"] == told["乗車人員"]

    @pytest.mark.parametrize(
        "heads",
        ["指標|目標値|R6予算|R6決算", "指標|R6目標値|予算|決算"],
    )
    def test_a_budget_of_the_same_year_is_of_money(self, heads: str) -> None:
        assert {} == values(heads, "乗車人員|290人|300千円|400千円", "事故件数|6件|5千円|4千円")

    def test_what_was_spent_is_no_actual(self) -> None:
        assert {} == values("指標|R6目標値|R6決算額", "利用者数|30人|3,500千円")

    def test_a_budget_of_the_same_year_right_of_it(self) -> None:
        told = values("年度|区分|乗車人員", "R5|計画|300", "R5|予算|290", "R5|決算|305")

        assert ["t 5 300"] == told["乗車人員"]

    def test_below_what_something_costs(self) -> None:
        assert {} == values("年度|区分|事業費|人件費", "R5|計画|300|100", "R5|決算|290|90")


class TestMarks:
    """A mark is no name, and the stroke that a blank is struck out with is no value."""

    def test_a_stroke_alone(self) -> None:
        seen = read_actual("／").value

        assert seen is not None
        assert Missing.NONE is seen.missing
        assert read_target("／").value is not None
        assert Class.DASH is what_it_says("／").kind

    @pytest.mark.parametrize("mark", ["／", "＊＊", "＼"])
    def test_among_figures(self, mark: str) -> None:
        told = values("指標|野菜摂取量|", "年度|R4|R5|R6|R8（目標）", f"数値|268|{mark}|281|350")

        assert ["野菜摂取量"] == [*told]

    def test_below_a_heading_of_names(self) -> None:
        told = found("指標|R5実績|R6目標", "◎|3|5", "利用率|3%|5%")

        assert ["利用率"] == [group.name for group in told.indicators]
        assert ["3", "5"] == [box.text for box in told.facts.left]

    def test_in_the_corner_of_headings(self) -> None:
        assert ["a 5 5%", "t 6 6%"] == values("／|R5実績|R6目標", "利用率|5%|6%")["利用率"]


class TestAims:
    """What stands below the word of targets is one; what a trend comes to is none."""

    def test_a_trend(self) -> None:
        told = values(
            "指標|直近値|令和22（2040）年度|",
            "||目標値|すう勢値",
            "施設数|145|148|126",
            "通行量|22|27|19",
            merges=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)),
        )

        assert ["a  145", "t 22 148"] == told["施設数"]

    @pytest.mark.parametrize(
        ("text", "year"),
        [
            ("令和22（2040）年度", 2040),
            ("2040（令和22）年度", 2040),
            ("目標値（令和22（2040）年度）", 2040),
            ("令和22（2041）年度", None),
        ],
    )
    def test_a_year_said_twice(self, text: str, year: int | None) -> None:
        period = what_it_says(text).column.period

        assert year == (period.start.year if period else None)

    def test_right_of_years_in_rows_of_actuals(self) -> None:
        table = ("R5|R6|目標（R8）", "実績|36|34|40")
        told = values(
            "企業立地件数", f"|{table[0]}", table[1], "", "相談件数", f"|{table[0]}", table[1]
        )

        assert ["a 5 36", "a 6 34", "t 8 40"] == told["企業立地件数"] == told["相談件数"]

    def test_a_unit_in_the_corner(self) -> None:
        told = found(
            "立地件数",
            "単位：件（累計）|R5|R6|目標（R8）",
            "実績|36|34|40",
            "",
            "相談件数",
            "単位：－|R5|R6|目標（R8）",
            "実績|36|34|40",
            "",
            "単位：件|指標|単位|R5|R6|目標（R8）",
            "１|訪問者数|人|36|34|40",
        )

        assert ["件(累計)", "", "人"] == [group.facts[0].unit for group in told.indicators]


class TestNames:
    """Names across, with their target, beside other kinds."""

    LINES = (
        "|R5|R6|R7|評価",
        "① 就職率||||ａ",
        "目標値|48％|49％|50％",
        "実績値|46％|49％",
        "② 就職者数||||ｂ",
        "目標値|12人|13人|14人",
        "実績値|11人|12人",
    )

    @pytest.mark.parametrize("bottoms", [(2, 5), (4, 7)])
    def test_across(self, bottoms: tuple[int, int]) -> None:
        one, other = bottoms
        merges = ((2, 1, 2, 4), (5, 1, 5, 4), (2, 5, one, 5), (5, 5, other, 5))
        told = values("|R5|R6|R7|評価", *self.LINES[1:], merges=merges)

        assert {"① 就職率", "② 就職者数"} == {*told}
        assert ["a 5 46％", "a 6 49％", "t 5 48％", "t 6 49％", "t 7 50％"] == told["① 就職率"]

    def test_a_section_across_is_no_name(self) -> None:
        rows = ("目標値|受診率|48％|49％", "実績値|受診率|46％|49％")

        assert "① 健康" not in values("||R5|R6", "① 健康", *rows, merges=((2, 1, 2, 4),))

    def test_rates_are_of_the_name_too(self) -> None:
        rows = ("目標値|48％|49％", "実績値|46％|49％", "達成率|96％|100％")
        told = found("|R5|R6", "① 就職率", *rows, merges=((2, 1, 2, 3),))

        assert ["① 就職率"] == [group.name for group in told.indicators]
        assert 2 == len(told.facts.rated)

    def test_rows_of_two_names_are_not_parted(self) -> None:
        rows = {(at, 1): ("目標値", "実績値")[at % 2] for at in range(2, 6)}
        figures = {(at, 2): "48％" for at in range(2, 6)}
        sheet = with_names_across(Cells.of({(1, 1): "① 就職率", **rows, **figures}, [(1, 1, 1, 2)]))

        assert "① 就職率" == sheet.boxes[1, 1].text

    def test_figures_beside_are_none_of_a_name_across(self) -> None:
        told = values("|R5|R6", "① 就職率||5", "目標値|48％|49％", "実績値|46％|49％")

        assert "① 就職率" not in told

    def test_with_a_target_below(self) -> None:
        told = values(
            "KPI（令和７年度目標）|R5|R6",
            "就業者数↵目標：45人|39人|38人",
            "売上額↵目標：30万円|22万円|25万円",
            "来島者数|3人|4人",
        )

        assert ["a 5 39人", "a 6 38人", "t 7 45人"] == told["就業者数"]
        assert ["a 5 22万円", "a 6 25万円", "t 7 30万円"] == told["売上額"]

    def test_the_label_tells_the_year(self) -> None:
        told = values("KPI|R5|R6", "就業者数↵目標（R9）：45人|39人|38人")

        assert ["a 5 39人", "a 6 38人", "t 9 45人"] == told["就業者数"]

    def test_beside_a_column_of_targets_a_name_stays(self) -> None:
        told = found("KPI|目標|R6", "就業者数↵目標：45人|50人|38人")

        assert ["就業者数\n目標：45人"] == [group.name for group in told.indicators]

    def test_labels_of_several_years_leave_theirs_to_the_values(self) -> None:
        told = values(
            "KPI|R5|R6", "就業者数↵目標（R9）：45人|39人|38人", "売上額↵目標（R8）：3人|2人|2人"
        )

        assert ["a 5 39人", "a 6 38人", "t  45人（R9）"] == told["就業者数"]
        assert ["a 5 2人", "a 6 2人", "t  3人（R8）"] == told["売上額"]

    def test_labels_that_say_other_things_are_not_parted(self) -> None:
        told = values(
            "KPI|R5|R6", "就業者数↵目標（R9）：45人|39人|38人", "売上額↵中間目標：3人|2人|2人"
        )

        assert {} == told

    @pytest.mark.parametrize(
        "cell",
        [
            "申請率↵【目標】60％",
            "申請率↵［目標］60％",
            "申請率↵【目標】↵60％",
            "申請率↵目標値：↵60％",
            "申請率（目標：60％）",
        ],
    )
    def test_labels_in_brackets(self, cell: str) -> None:
        told = values(
            "取組|KPI|R6", f"手続|{cell}|47％", f"窓口|{cell.replace('申請', '満足')}|42％"
        )

        assert ["a 6 47％", "t 6 60％"] == told["申請率"]

    def test_both_values_in_a_cell(self) -> None:
        told = values(
            "KPI|R6",
            "申請率↵【現状】30％（R3）↵【目標】60％（R8）|47％",
            "満足度↵【目標】70％|68％",
        )

        assert ["a 6 47％", "b 3 30％（R3）", "t  60％（R8）"] == sorted(told["申請率"])
        assert ["a 6 68％", "t 6 70％"] == told["満足度"]

    @pytest.mark.parametrize(
        "cell",
        [
            "申請率（目標：全手続）",
            "申請率（対象：60人）",
            "申請率↵【現状】30％",
            "申請率↵【目標】60％↵以上",
        ],
    )
    def test_what_is_no_target_in_a_cell(self, cell: str) -> None:
        told = values("KPI|R6", f"{cell}|47％")

        assert not any(each.startswith("t") for each in told.get("申請率", []))

    @pytest.mark.parametrize(
        ("cell", "target"),
        [
            ("目標　令和12年度　300頭以下", "t 12 300頭以下"),
            ("目標：300頭以下", "t  300頭以下"),
        ],
    )
    @pytest.mark.parametrize("right", [4, 5])
    def test_with_a_target_beside(self, cell: str, target: str, right: int) -> None:
        told = values(
            f"指標①|引取り頭数||{cell}",
            "|R4|R5|R6",
            "|571頭|498頭|512頭",
            merges=((1, 1, 3, 1), (1, 2, 1, 3), (1, 4, 1, right)),
        )

        assert ["a 4 571頭", "a 5 498頭", "a 6 512頭", target] == told["引取り頭数"]

    def test_other_kinds(self) -> None:
        told = values(
            "分類|指標|区分|R5|R6",
            "活動指標|開催回数|目標|30|32",
            "||実績|29|35",
            "その他|事業者数|目標|－|－",
            "||実績|18|17",
            merges=((2, 1, 3, 1), (2, 2, 3, 2), (4, 1, 5, 1), (4, 2, 5, 2)),
        )

        assert {"開催回数", "事業者数"} == {*told}

    @pytest.mark.parametrize("word", ["令和２年度からの累計", "利用者の延べ人数"])
    def test_how_it_is_counted_is_no_heading(self, word: str) -> None:
        told = values(
            "指標５|採択件数",
            f"算出方法等|{word}|||単位|件",
            "数値の推移|令和元年度（計画策定時）|R4|R5|R6|R7（目標値）",
            "|－|11|16|22|30",
            merges=((3, 1, 4, 1), (1, 2, 1, 6), (2, 2, 2, 4)),
        )

        assert ["a 4 11", "a 5 16", "a 6 22", "t 7 30"] == told["採択件数"][1:]

    @pytest.mark.parametrize(
        ("text", "unit"), [("人・団体", "人・団体"), ("人・－", None), ("・", None)]
    )
    def test_units_of_one_count(self, text: str, unit: str | None) -> None:
        one = read_unit(text)

        assert unit == (one.unit if one else None)


class TestUnitOfAColumn:
    """A value keeps all that its cell says of it when its unit stands elsewhere."""

    def test_a_forecast_stays_one(self) -> None:
        year = kk.FiscalYear(2023)
        seen = kk.Observation(year, kk.Quantity("80"), status=kk.Status.FORECAST, column=year)

        told = with_unit(seen, kk.Quantity("1", "回"))
        expected = kk.Quantity("80", "回")
        assert kk.Observation(year, expected, status=kk.Status.FORECAST, column=year) == told

    def test_about(self) -> None:
        aim = kk.Reach(kk.Quantity("80", approximate=True))
        told = with_unit(aim, kk.Quantity("1", "回", per="年"))
        assert kk.Reach(kk.Quantity("80", "回", per="年", approximate=True)) == told

    def test_of_a_table(self) -> None:
        table = "指標名,単位,実績値(R5),目標値(R5)\n講座の数,回,約80（見込み）,100以上\n"
        (courses,) = kk.read_plan(table.encode(), name="plan.csv").indicators()
        (seen,) = courses.observations
        expected = kk.Quantity("80", "回", approximate=True)
        assert (kk.Status.FORECAST, expected) == (seen.status, seen.quantity)


def test_a_part_is_of_the_nearest_name_above_it() -> None:
    told = values(
        "指標名|区分|R4|R5",
        "交通事故件数|目標|8|8",
        "|実績|10|9",
        "火災件数|目標|4|4",
        "|実績|5|4",
        "うち放火|目標|1|1",
        "|実績|2|1",
    )

    assert ["交通事故件数", "火災件数", "火災件数　うち放火"] == [*told]
