"""What headings, letters, wholes and sentences say of values that do not say it themselves."""

from __future__ import annotations

import pytest

import kpikit as kk
from cells_of import cells
from kpikit.cell import Vocabulary
from kpikit.language.lines import SUM_OF
from kpikit.language.pattern import pattern
from kpikit.table.aims import may_aim
from kpikit.table.cells import Cells
from kpikit.table.dated import dated
from kpikit.table.doubted import certain_part, tables_of
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Role
from kpikit.table.names_by_key import with_names_by_key
from kpikit.table.project_costs import with_project_costs
from kpikit.table.structure import Structure

USUAL = Vocabulary()


def told(sheet: Cells) -> Found:
    return Found("plan", "", facts_of(sheet))


def units(*rows: str) -> list[tuple[str, str]]:
    return [(fact.box.text, fact.unit) for fact in told(cells(*rows)).facts.facts]


class TestProjectCosts:
    """Sums right of the names of projects."""

    @pytest.mark.parametrize(
        "heads",
        [
            "事業名|計画額|実績額|うち町債",
            "No|主な事業の名称|予定額（千円）|決算額（千円）|差額",
            "交付対象事業名|申請額|執行額|残額",
        ],
    )
    def test_costs(self, heads: str) -> None:
        line = with_project_costs(cells(heads)).lines[1]

        assert ["cost"] * 3 == [box.said.of for box in line[-3:]]

    @pytest.mark.parametrize(
        "heads",
        [
            "取組項目|計画額|実績額",
            "事業名|計画値|実績値",
            "事業名|計画額|達成率",
            "事業名|指標|計画額|実績額",
            "計画額|実績額|事業名",
            "担当課|計画額|実績額",
        ],
        ids=["measures", "values", "one sum", "indicators", "names right of them", "no names"],
    )
    def test_none(self, heads: str) -> None:
        line = with_project_costs(cells(heads)).lines[1]

        assert {"cost"}.isdisjoint(box.said.of for box in line if box.text != "決算額")

    @pytest.mark.parametrize("title", ["２　歳入の確保", "財政効果額", "（千円）|<"])
    def test_what_projects_bring_in(self, title: str) -> None:
        sheet = cells(title, "（千円）", "事業名|計画額|実績額")
        line = with_project_costs(sheet).lines[3]

        assert ("<" in title) == (line[1].said.of == "cost")

    def test_what_is_no_sum_beside_them(self) -> None:
        *_, last = with_project_costs(cells("事業名|計画額|実績額|備考")).lines[1]

        assert last.said.of == ""


class TestWholes:
    """What parts are counted in."""

    HEAD = "指標|R6実績|R6目標"

    def test_as_the_whole(self) -> None:
        found = units(self.HEAD, "参加者数（人）|455|450", "　うち男性|120|130以上")

        assert [("120", "人"), ("130以上", "人")] == found[2:]

    @pytest.mark.parametrize(
        "part",
        ["うち女性の割合|51.2|50", "うち女性|51.2%|50%"],
        ids=["a measure of its own", "a unit of its own"],
    )
    def test_not_as_the_whole(self, part: str) -> None:
        found = units(self.HEAD, "参加者数（人）|455|450", part)

        assert ["", ""] == [unit for _, unit in found[2:]]

    def test_of_two_units(self) -> None:
        found = units("指標|R6実績（人）|R6目標（組）|R5実績", "参加者数|455|450|9", "うち男性|||8")

        assert ("8", "") == found[-1]

    def test_right_of_a_unit_that_stands_once(self) -> None:
        table = "指標,単位,R6実績,R6目標\nごみの排出量,t,8800,8700\nうち家庭系,,5890,5800\n"
        plan = kk.read_plan(table.encode(), name="plan.csv")

        seen = [each.observations[0].quantity for each in plan.indicators()]
        assert [kk.Quantity("8800", "t"), kk.Quantity("5890", "t")] == seen

    def test_with_no_unit(self) -> None:
        assert {""} == {unit for _, unit in units(self.HEAD, "参加者|4|5", "うち男性|2|3")}


class TestUnitsAbove:
    """The heading right above a value says what it is counted in, before its name does."""

    def test_a_heading_of_something_else(self) -> None:
        found = told(
            cells(
                "指標|区分|実績値|<|効果額（千円）|<".replace("<", ""),
                "||R5|R6|R5|R6",
                "売却件数（件）|目標|4|5|31|9",
                "|実績|4|6|30|8",
                merges=((1, 3, 1, 4), (1, 5, 1, 6), (3, 1, 4, 1)),
            )
        )

        assert {"件", "千円"} == {fact.unit for fact in found.facts.facts}
        assert {"千円"} == {fact.unit for fact in found.facts.facts if fact.box.column > 4}


class TestFormulas:
    """Ratios and differences of the headings beside them."""

    @pytest.mark.parametrize(
        ("heads", "role"),
        [
            ("見込量|実績|実績/見込", Role.RATE),
            ("量の見込み|実績|実績－見込", Role.CHANGE),
            ("計画|実績|実績/計画", Role.RATE),
            ("見込量|実績見込|実績/見込", Role.ACTUAL),
            ("見込量|実績|翌年度の見込", None),
        ],
    )
    def test_role(self, heads: str, role: Role | None) -> None:
        sheet = cells(f"サービス|{heads}", "甲|60|64|7", "乙|66|71|5")

        assert role is Structure(sheet).role(2, 4)


class TestSentences:
    """Sentences of the years of headings."""

    HEADS = "指標|基準値|最新値|目標値（R10）"

    def period(self, line: str, column: int = 3) -> str:
        sheet = dated(cells(self.HEADS, "甲|1|2|3", "", line), USUAL)
        return str(sheet.boxes[1, column].said.column.period)

    @pytest.mark.parametrize(
        "line",
        [
            "※最新値は令和６年度の値である。",
            "基準値の値は令和元年度、最新値は令和６年度末の数値です。",
            "最新値は令和６年度の実績値。ただし、（　）書きのものは当該年度の値である。",
            "最新値：令和６年度　基準値：令和元年度",
            "最新値：R6 基準値：H31",
            "基準値は令和元年度、最新値は令和６年度",
            "各指標の最新値は、いずれも令和６年度の値です。",
            "（注）基準値：令和元年度、最新値：令和６年度末時点、中間値：令和４年度",
        ],
    )
    def test_of_a_heading(self, line: str) -> None:
        assert "FY2024" == self.period(line)

    @pytest.mark.parametrize(
        "line",
        [
            "最新値は令和６年度に公表した。",
            "最新値は令和６年度の値である。ただし、甲は令和５年度の値である。",
            "最新値は令和６年度の値である。なお、一部は前年度の値である。",
            "受診率は令和６年度の値である。",
            "最新値は令和６年度の値（No.2は令和５年度）",
            "最新値は令和６年度の値、受診率は令和５年度の値である。",
            "その他の最新値は令和６年度の値である。",
            "最新値は令和６年度の値、一部の指標を除く。",
            "最新値は令和６年度（算定に２年を要する）ですが、表では令和５年度の値です。",
            "最新値では令和６年度の値である。",
        ],
    )
    def test_of_none(self, line: str) -> None:
        assert "None" == self.period(line)

    def periods(self, *rows: str) -> list[str]:
        sheet = dated(cells(*rows), USUAL)
        boxes = (box for box in sheet.boxes.values() if box.text == "最新値")
        return [str(box.said.column.period) for box in boxes]

    def test_of_two_tables_by_a_line_above_their_titles(self) -> None:
        line = "最新値は令和６年度の値である。"

        assert ["FY2024"] * 2 == self.periods(line, "１ 健康", self.HEADS, "２ 産業", self.HEADS)

    @pytest.mark.parametrize(
        "rows",
        [
            (HEADS, "最新値は令和６年度の値である。", "", HEADS, "最新値は令和５年度の値である。"),
            (HEADS, "最新値は令和６年度の値である。", "", HEADS),
            ("最新値は令和６年度の値である。", HEADS, "２ 産業", HEADS),
            ("最新値は令和６年度の値。", "１ 健康", HEADS, "最新値は令和５年度の値。", HEADS),
        ],
        ids=["two years", "below one", "right above one", "again"],
    )
    def test_not_of_two_tables(self, rows: tuple[str, ...]) -> None:
        assert ["None"] * 2 == self.periods(*rows)

    def test_not_of_targets(self) -> None:
        sheet = dated(cells("指標|目標値", "甲|3", "目標値は令和６年度の値である。"), USUAL)

        assert sheet.boxes[1, 2].said.column.period is None

    def test_not_of_one_that_has_a_year(self) -> None:
        assert "FY2028" == self.period("目標値（R10）は令和６年度の値である。", 4)


class TestPagesBefore:
    """What a line says of the values of its page, and of those behind it that are alike."""

    LINE = "基準値：令和５年度　目標値：令和11年度"
    CARD = ("1-1|甲|", "基準値|6人|目標値|12人", "年度|R6|R7", "実績|7|9")

    def period(
        self, own: tuple[str, ...], *before: tuple[str, ...], role: Role = Role.TARGET
    ) -> str:
        sheet = cells(*own)
        pages = [{at: box.text for at, box in cells(*rows).boxes.items()} for rows in before]
        sheet.pages_before = lambda: pages
        told = dated(sheet, USUAL).turned()
        return next(
            str(box.said.column.period)
            for box in told.boxes.values()
            if box.said.column.role is role and box.text in "".join(self.CARD)
        )

    def test_of_the_page_behind(self) -> None:
        assert "FY2029" == self.period(self.CARD, (self.LINE, *self.CARD))

    def test_of_one_further_behind(self) -> None:
        assert "FY2029" == self.period(self.CARD, (self.LINE, *self.CARD), self.CARD)

    @pytest.mark.parametrize(
        "before",
        [
            (),
            (("計画期間：令和６～11年度", *CARD),),
            ((LINE, *CARD, "区分|実績見込"),),
            ((LINE, *CARD), (LINE.replace("11", "12"), "指標|目標値")),
        ],
        ids=["no page", "no line of values", "more labels", "another page between"],
    )
    def test_of_none(self, before: tuple[tuple[str, ...], ...]) -> None:
        assert "None" == self.period(self.CARD, *before)

    def test_what_the_page_says_itself_holds(self) -> None:
        """What it says of targets is told with these, row by row."""
        own = ("基準値：令和４年度　目標値：令和10年度", *self.CARD)

        assert "FY2022" == self.period(own, (self.LINE, *self.CARD), role=Role.BASELINE)
        assert "None" == self.period(own, (self.LINE, *self.CARD))


class TestOwnNouns:
    """Nouns beside the heading of the indicator that a form names."""

    FORM = "指標|待ち時間の割合|||単位|％"
    YEARS = "年度|指標||効果額{}|"
    HEADS = "|目標|実績|目標|実績"
    MERGES = ((1, 2, 1, 4), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5))

    @pytest.mark.parametrize(("noun", "unit"), [("（千円）", "千円"), ("", "")])
    def test_the_unit_of_the_form_is_not_theirs(self, noun: str, unit: str) -> None:
        rows = (self.FORM, self.YEARS.format(noun), self.HEADS, "R6|20|21|300|310")
        found = told(cells(*rows, merges=self.MERGES))

        assert {
            ("待ち時間の割合", "％"),
            (f"効果額{noun}", unit),
        } == {(group.name, unit) for group in found.indicators for unit in group.units or {""}}

    def test_the_indicator_is_the_section_that_they_are_in(self) -> None:
        rows = (self.FORM, self.YEARS.format("（千円）"), self.HEADS, "R6|20|21|300|310")
        found = told(cells(*rows, merges=self.MERGES))

        assert [(), ("待ち時間の割合",)] == [group.path for group in found.indicators]


class TestLetters:
    """Letters for names."""

    FORM = ("④活動指標（名称）||単位", "ア|利用者数|人", "イ|開館日数|日", "", "④活動指標|ア|人|5")

    def test_the_name_is_moved(self) -> None:
        sheet = with_names_by_key(cells(*self.FORM, merges=((1, 1, 1, 2),)))

        assert ["④活動指標", "利用者数", "人", "5"] == [box.text for box in sheet.lines[5]]
        assert ["ア", "人"] == [box.text for box in sheet.lines[2]]
        assert ["イ", "開館日数", "日"] == [box.text for box in sheet.lines[3]]

    @pytest.mark.parametrize(
        ("rows", "merges"),
        [
            (("④活動指標（名称）|単位", "ア|人", "④活動指標|ア|人|5"), ()),
            (("④活動指標（名称）||単位", "ア||人", "④活動指標|ア|人|5"), ((1, 1, 1, 2),)),
            (("④活動指標（名称）||単位", "ア|件数|人", "⑥成果指標|ア|人|5"), ((1, 1, 1, 2),)),
        ],
        ids=["no room for names", "no name", "another kind"],
    )
    def test_a_letter_without_a_name(
        self, rows: tuple[str, ...], merges: tuple[tuple[int, int, int, int], ...]
    ) -> None:
        sheet = with_names_by_key(cells(*rows, merges=merges))

        assert "ア" == sheet.lines[3][1].text

    def test_a_letter_is_no_name_of_figures(self) -> None:
        found = told(cells("区分||R6目標|R6実績", "活動指標|ア|5|4", "成果指標|ア|7|8"))

        assert not found.is_whole


class TestTablesOfSheets:
    """Which tables a sheet has, and what is certain of them."""

    HEAD = "指標|R6目標|R6実績"

    def test_values_below_one_heading(self) -> None:
        sheet = cells(self.HEAD, "甲数|1|2", "", "乙数|3|4", "", "注", "", "項目|R6目標", "丙数|5")

        assert [(1, 4), (6, 6), (8, 9)] == tables_of(sheet, told(sheet))

    def test_values_below_headings_in_another_block(self) -> None:
        sheet = cells("指標|R6目標", "甲数|1", "", "乙数|R6実績", "丙数|3")
        found = told(cells("指標|R6目標|R6実績", "甲数|1|2", "乙数|3|5", "丙数|3|4", "丁数|3|4"))

        assert [(1, 5)] == tables_of(sheet, found)

    def test_nothing_is_in_doubt(self) -> None:
        sheet = cells(self.HEAD, "甲数|1|2")

        assert certain_part(told(sheet), [(1, 2)], lambda _: told(sheet)) is None

    def test_others_are_told_otherwise(self) -> None:
        rows = (self.HEAD, "甲数|1|2", "", self.HEAD, "その他|3|4")
        found, other = told(cells(*rows)), told(cells(self.HEAD, "甲数|1|9"))

        assert certain_part(found, [(1, 2), (4, 5)], lambda _: other) is None


@pytest.mark.parametrize("text", ["目標", "６年度（目標）", "６年度目標"])
def test_a_year_without_its_era_may_be_of_targets(text: str) -> None:
    assert may_aim(cells(f"指標|{text}|６年度実績"))


@pytest.mark.parametrize("name", ["効果額　計画計", "効果額　実績の合計", "文化施設　計"])
def test_a_sum_of_plans(name: str) -> None:
    assert pattern(SUM_OF).search(name)


@pytest.mark.parametrize("name", ["効果額計", "額　設計"])
def test_no_sum(name: str) -> None:
    assert not pattern(SUM_OF).search(name)
