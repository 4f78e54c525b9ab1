"""Labels of forms and blocks: costs under one word, titles, names that go on, labels in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.table.cells import Cells
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.turns import in_turn

Range = tuple[int, int, int, int]


def sheet(*rows: str, merges: tuple[Range, ...] = (), name: str = "") -> Found:
    texts = {
        (row, column): text.strip()
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text.strip()
    }
    return Found("plan", name, facts_of(Cells.of(texts, merges, name=name)))


def values(found: Found) -> Iterator[str]:
    """Yield each value of an indicator: its name, role, period and text."""
    for group in found.indicators:
        for fact in group.facts:
            yield f"{group.name} {fact.role.value} {fact.period or ''} {fact.box.text}"


class TestCosts:
    """What has no target and stands beside a cost is none of an indicator."""

    ROWS = (
        "指標区分|指標名|単位|区分|R5|R6",
        "活動|開設日数|日|計画|240|242",
        "||||実績|",
    )

    def test_beside_a_cost(self) -> None:
        found = sheet(
            "指標区分|指標名|単位|区分|R5|R6",
            "活動|開設日数|日|計画|240|242",
            "|||実績|239|",
            "投入|事業費|千円|実績|900|950",
            "|正職員|人|実績|0.3|0.2",
        )

        assert {"開設日数"} == {group.name for group in found.indicators}
        assert "E4:F5 (4)" in [each.value for each in found.taken() if each.what == "costs"]

    PROJECTS = (
        "予算現額|決算額|一般財源",
        "9600|8912|8912",
        "利用券を交付した。",
        "",
        "指標|区分|R5|R6",
        "利用率（％）|目標|70|75",
        "|実績|71|74",
        "",
    )

    def sections(self, *titles: str) -> list[tuple[str, ...]]:
        forms = (line for title in titles for line in (title, *self.PROJECTS))
        found = sheet("主要な施策の成果", "", *forms)
        return [group.path for group in found.indicators]

    def test_between_a_title_with_a_number_and_its_indicators(self) -> None:
        titles = ("１　外出支援事業", "２　子育て支援事業")
        assert [(each,) for each in titles] == self.sections(*titles)

    def test_below_a_title_without_a_number(self) -> None:
        assert ((),) * 2 == tuple(self.sections("外出支援事業の内容", "子育て支援事業の内容"))

    def test_a_cost_with_a_target_is_an_indicator(self) -> None:
        found = sheet("指標名|単位|区分|R5|R6", "事業費|千円|計画|240|242", "||実績|239|")

        assert {"事業費"} == {group.name for group in found.indicators}


class TestTitles:
    """What a title or the name of a sheet says that all values are."""

    @pytest.mark.parametrize("title", ["一覧（目標値）", "２　目標値", "一覧"])
    def test_a_title(self, title: str) -> None:
        name = "目標" if title == "一覧" else "一覧表"
        found = sheet(title, "指標|R5|R6", "利用者数（人）|10|20", name=name)

        assert {"target"} == {fact.role.value for fact in found.facts.facts}

    def test_the_result_in_the_name_of_a_sheet_says_nothing(self) -> None:
        found = sheet("一覧", "指標|R5|R6", "利用者数（人）|10|20", name="達成状況")

        assert {"actual"} == {fact.role.value for fact in found.facts.facts}

    def test_the_number_of_a_form(self) -> None:
        """個票 is the title, and 7 the number of the form: nothing is over."""
        found = sheet("個票||整理番号|7", "指標|利用者数|単位|人", "R6目標|10|R6実績|9")

        assert [] == found.facts.left

    @pytest.mark.parametrize(
        ("headings", "years"),
        [
            ("|目標値|実績値|目標値|実績値", {"FY2023"}),
            ("|実績値|目標値|実績値|目標値", {""}),
        ],
    )
    def test_a_target_right_before_its_actual(self, headings: str, years: set[str]) -> None:
        """The year of a title is that of a target whose actual is next, not that of B地区."""
        found = sheet(
            "令和5年度の実績",
            "指標名|A地区||B地区|",
            headings,
            "窓口|5件|6件|7件|8件",
            merges=((2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5)),
        )

        facts = [fact for group in found.indicators for fact in group.facts]
        assert 4 == len(facts)
        assert years == {str(each.period or "") for each in facts if each.role.value == "target"}
        assert {"FY2023"} == {str(each.period) for each in facts if each.role.value == "actual"}


class TestNames:
    """Names that go on, or that a number is part of."""

    def test_a_name_goes_on_below_a_title(self) -> None:
        found = sheet(
            "事業の計画と実績",
            "事業名|単位||R5|R6",
            "延長保育|人|計画|520|515",
            "||実績|388|",
            "病児保育|人日|計画|96|97",
            "||実績|95|",
        )

        assert {"延長保育", "病児保育"} == {group.name for group in found.indicators}

    def test_a_number_in_a_name(self) -> None:
        found = sheet("区分|R6目標|R6実績", "１号認定|10|9", "幼稚園|20|21")

        assert [
            "１号認定 actual FY2024 9",
            "１号認定 target FY2024 10",
            "幼稚園 actual FY2024 21",
            "幼稚園 target FY2024 20",
        ] == [*values(found)]
        assert [] == found.facts.left

    def test_a_project_beside_a_form(self) -> None:
        """What reaches down beside the name of the indicator is that of all of it."""
        found = sheet(
            "人権教育|指標|受講者数|単位|人",
            "|年度|R5|R6|R7",
            "|目標|80|85|90",
            "|実績|78|90|－",
            merges=((1, 1, 4, 1),),
        )

        assert {"受講者数"} == {group.name for group in found.indicators}

    def test_a_label_is_no_name(self) -> None:
        found = sheet("|単位|R6目標|R6実績", "|単位|5|6", "|単位|7|8")

        assert not found.is_whole


class TestLabels:
    """Labels of rows and of lines."""

    @pytest.mark.parametrize("noun", ["年度別", "来館"])
    def test_one_noun(self, noun: str) -> None:
        rows = ("指標|年度|R5|R6", f"利用者数|{noun}目標|10|12", f"|{noun}実績|9|13")
        found = sheet(*rows, merges=((2, 1, 3, 1),))

        assert [
            "利用者数 actual FY2023 9",
            "利用者数 actual FY2024 13",
            "利用者数 target FY2023 10",
            "利用者数 target FY2024 12",
        ] == [*values(found)]

    @pytest.mark.parametrize(
        "rows",
        [
            ("指標|年度|R5", "利用者数|年度別目標|10", "入館者数|年度別実績|9"),
            ("指標|年度|R5", "利用者数|年度別目標|10", "|年度別目標|9"),
        ],
    )
    def test_no_noun_of_both(self, rows: tuple[str, ...]) -> None:
        assert not sheet(*rows).is_whole

    def test_a_target_of_all_rows(self) -> None:
        """The target reaches down over the rows of 実績 and 達成度, and is none of these."""
        rows = ("指標|区分|R5|R6|目標R9", "利用者数|実績|10|12|20", "|達成度|－|順調|")
        found = sheet(*rows, merges=((2, 1, 3, 1), (2, 5, 3, 5)))

        assert [
            "利用者数 actual FY2023 10",
            "利用者数 actual FY2024 12",
            "利用者数 target FY2027 20",
        ] == [*values(found)]

    def test_in_one_line(self) -> None:
        found = sheet("取組|R6の目標と実績", "講座|目標：20回　実績：24回")

        assert ["講座 actual FY2024 24回", "講座 target FY2024 20回"] == [*values(found)]

    @pytest.mark.parametrize("text", ["今年の目標：20回　実績：24回", "目標：20回 その他：24回"])
    def test_other_lines(self, text: str) -> None:
        assert [] == [*values(sheet("取組|R6の目標と実績", f"講座|{text}"))]

    def test_a_plan_above_years(self) -> None:
        rows = ("指標|区分|前期計画||", "||R5|R6|R7", "利用者数|目標|10|12|14", "|実績|9|13|－")
        found = sheet(*rows, merges=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5), (3, 1, 4, 1)))

        assert {"利用者数"} == {group.name for group in found.indicators}
        assert found.is_whole

    def test_a_plan_above_years_of_rows_without_labels(self) -> None:
        rows = ("指標|計画値||", "|R5|R6|R7", "利用者数|10|12|14")
        found = sheet(*rows, merges=((1, 1, 2, 1), (1, 2, 1, 4)))

        assert {"target"} == {fact.role.value for fact in found.facts.facts}


class TestDone:
    """What was done beside what was expected: 利用実績."""

    def test_below_a_year(self) -> None:
        rows = ("区分|R5||R6", "|量の見込み|利用実績|量の見込み", "保育|10|9|12")
        found = sheet(*rows, merges=((1, 1, 2, 1), (1, 2, 1, 3)))

        assert [
            "保育 actual FY2023 9",
            "保育 target FY2023 10",
            "保育 target FY2024 12",
        ] == [*values(found)]

    @pytest.mark.parametrize("noun", ["予算", "事業費"])
    def test_money(self, noun: str) -> None:
        found = sheet(f"区分|目標|{noun}実績", "保育|10|9")

        assert {"target"} == {fact.role.value for fact in found.facts.facts}

    def test_beside_an_actual(self) -> None:
        found = sheet("区分|R6目標|R6実績|利用実績", "保育|10|9|8")

        assert "8" not in {fact.box.text for fact in found.facts.facts}


class TestSums:
    """A name before those of others whose figures are the sums of theirs is no indicator."""

    @pytest.mark.parametrize(
        ("rows", "names"),
        [
            (("公債権||30|25", "|市税|10|5", "|保険税|20|20"), ["公債権　市税", "公債権　保険税"]),
            # 0 is the sum of two zeros by accident too
            (
                ("公債権||0|0", "|市税|0|0", "|保険税|0|0"),
                ["公債権", "公債権　市税", "公債権　保険税"],
            ),
        ],
    )
    def test_of_those_below(self, rows: tuple[str, ...], names: list[str]) -> None:
        found = sheet("区分|名称|R6目標|R6実績", *rows)

        assert names == [group.name for group in found.indicators]


class TestRows:
    """Rows of words and figures, tables without a row."""

    def test_words_and_figures_by_turns(self) -> None:
        """A survey below the values is no row of years, and one issue tells of it."""
        plan = sheet(
            "指標|区分|R5|R6",
            "利用者数|目標|10|12",
            "|実績|9|13",
            "市民意識調査",
            "満足度|3.1|重要度|4.2",
            merges=((2, 1, 3, 1), (4, 1, 4, 4)),
        )
        issues = [each for each in plan.tree().issues if each.code == "cell-left"]

        assert {"利用者数"} == {group.name for group in plan.indicators}
        assert ["B5:D5 (2)"] == [each.detail for each in issues]

    @pytest.mark.parametrize(
        ("last", "lines"),
        [
            ("実績値(R6)", [["目標値(R6)", "5件"], ["実績値(R6)", "6件"]]),
            ("備考", [["目標値(R6)"], ["5件"], ["備考"], ["6件"]]),
        ],
    )
    def test_labels_and_values_by_turns(self, last: str, lines: list[list[str]]) -> None:
        """A value moves beside its label where a target and an actual are written so."""
        texts = {(row, 1): text for row, text in enumerate(("目標値(R6)", "5件", last, "6件"), 1)}

        turned = in_turn(Cells.of(texts))
        assert lines == [[box.text for box in line] for line in turned.lines.values()]

    def test_values_below_a_line(self) -> None:
        """A row of a name and its values is none of words and figures by turns."""
        found = sheet(
            "指標|R5実績|R6実績|R6目標",
            "甲|9|13|12",
            "続き",
            "乙|8|9|9",
            merges=((3, 1, 3, 4),),
        )

        assert {"甲", "乙"} == {group.name for group in found.indicators}

    @pytest.mark.parametrize(
        "lines", ["※注,,,\n", "1,,,\n2,,,\n", ",,,\n"], ids=["note", "numbers", "blank"]
    )
    def test_headings_alone(self, tmp_path: Path, lines: str) -> None:
        path = tmp_path / "plan.csv"
        head = "No.,指標名,目標値,実績値\n"
        path.write_text(head + lines, encoding="utf-8")

        with pytest.raises(kk.TableError, match="no row of values"):
            kk.read_plan(path)

    def test_a_sentence_with_a_figure_is_text(self) -> None:
        found = sheet("指標名|利用者数", "R6目標|10人", "R6実績|9人", "課題|司書を２名増やした。")

        assert [] == found.facts.left


@pytest.mark.parametrize(
    ("unit", "is_unit"),
    [("千人泊", True), ("人泊", True), ("千件", True), ("地区", False), ("再掲", False)],
)
def test_a_unit_behind_a_name(unit: str, *, is_unit: bool) -> None:
    found = sheet("指標|R6目標|R6実績", f"宿泊者数（{unit}）|10|9")

    assert {unit if is_unit else ""} == {fact.unit for fact in found.facts.facts}


def test_a_subtotal_without_a_word() -> None:
    found = sheet(
        "部局|取組|目標効果額|実績効果額",
        "総務部|文書|320|355",
        "総務部|照明|410|402",
        "総務部||730|757",
    )

    assert 2 == len(found.indicators)
    assert ["総務部"] == [each.text for each in found.tree().issues if each.code == "total-left"]


class TestLinesBelowTitles:
    """A line that says when and by whom a document was made is no title."""

    HEADS = "指標,基準値（R2）,実績値（R6）,目標値（R8）\n移住者数,20人,38人,50人\n"

    @pytest.mark.parametrize(
        "line",
        [
            "令和７年１月　企画政策課作成",
            "R7.8.20　子育て支援課",
            "令和７年３月31日現在",
            "市民生活部環境課（令和７年９月）",
            "令和７年９月緑川市市民生活部環境課",
        ],
    )
    def test_title(self, line: str) -> None:
        text = f"環境基本計画　数値目標一覧,,,\n{line},,,\n{self.HEADS}"
        plan = kk.read_plan(text.encode(), name="plan.csv")

        assert ["環境基本計画　数値目標一覧"] == [section.title for section in plan.sections]

    def test_an_office_alone_is_a_title(self) -> None:
        plan = kk.read_plan(f"環境課,,,\n{self.HEADS}".encode(), name="plan.csv")

        assert ["環境課"] == [section.title for section in plan.sections]


class TestNamesOfNothing:
    """Text that says that there is no value yet is no name of figures."""

    @pytest.mark.parametrize("name", ["集計中", "未公表"])
    def test_beside_figures(self, name: str) -> None:
        found = sheet("指標|R5実績|R6目標", f"{name}|5|6", "利用率|41％|50％")

        assert name in [box.text for box in found.doubts]

    def test_an_empty_slot_has_none(self) -> None:
        found = sheet("指標|R5実績|R6目標", "（該当なし）|－|－", "利用率|41％|50％")

        assert not found.doubts
