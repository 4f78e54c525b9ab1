"""What stands beside values, above them and below them, and tells what they are."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.io.document import Document
from kpikit.io.kinds import Kind
from kpikit.io.task import Task
from kpikit.io.web_page import page_flow
from kpikit.table.cells import Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.fact import Facts
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Role
from kpikit.table.lines import rows_of

pytestmark = pytest.mark.usefixtures("in_this_process")


def cells(*lines: str) -> Cells:
    return Cells.of_rows(rows_of("\n".join(lines), mark="|"))


def facts(*lines: str) -> Facts:
    return facts_of(cells(*lines))


def told(found: Facts) -> list[tuple[str, str, str]]:
    """Return of each value its names, its role and its text."""
    return [
        ("・".join(name.text for name in reversed(each.names)), each.role.value, each.box.text)
        for each in found.facts
    ]


class TestCountedIndicators:
    """KPI1-1 counts an indicator that stands beside it or below it."""

    @pytest.mark.parametrize("text", ["KPI1-1", "指標1", "指標No.1", "KPI①", "成果指標２－３"])
    def test_a_label(self, text: str) -> None:
        assert Role.INDICATOR is what_it_says(text).column.role

    def test_the_line_below_is_the_name(self) -> None:
        found = facts("KPI1-1", "", "窓口の利用率", "区分|R5|R6", "目標値|5|6", "実績値|4|7")

        assert {"窓口の利用率"} == {name for name, _, _ in told(found)}

    def test_the_line_above_is_the_name(self) -> None:
        found = facts("窓口の利用率", "KPI1-1", "区分|R5|R6", "目標値|5|6", "実績値|4|7")

        assert {"窓口の利用率"} == {name for name, _, _ in told(found)}

    def test_a_caption_is_a_heading(self) -> None:
        page = """<h3>KPI1-1</h3><table><caption>窓口の利用率（単位：％）</caption>
<tr><th>区分</th><th>R5</th></tr><tr><th>目標値</th><td>5</td></tr><tr><th>実績値</th><td>4</td></tr>
</table>"""
        grid = page_flow(page, Task(Kind.HTML, Document("page.html"))).sheet().grid

        assert ["KPI1-1", "窓口の利用率（単位：％）"] == [
            grid.texts[row, 1] for row in sorted(grid.titles)
        ]

    def test_a_hidden_caption_is_none(self) -> None:
        page = """<table hidden><caption>窓口</caption><tr><td>甲</td></tr></table><p>乙</p>
<table><tr><td>丙</td><td>丁</td></tr></table>"""
        grid = page_flow(page, Task(Kind.HTML, Document("page.html"))).sheet().grid

        assert set() == grid.titles

    def test_before_pairs(self) -> None:
        found = facts(
            "指標1|指標名|窓口の利用率|",
            "単位|％|算定方法|利用者÷来庁者",
            "年度|R5|R6|",
            "目標値|50|55|",
            "実績値|48|56|",
        )

        assert {("窓口の利用率", "％")} == {(each.names[0].text, each.unit) for each in found.facts}

    def test_before_a_heading_it_is_one(self) -> None:
        found = facts("指標1|単位|R6目標|R6実績", "窓口の利用率|％|50|48")

        assert [("窓口の利用率", "target", "50"), ("窓口の利用率", "actual", "48")] == told(found)


class TestStaff:
    """Who works on something is an indicator where headings aim for it, and nothing costs."""

    def test_an_indicator(self) -> None:
        found = facts(
            "区分|項目|R6目標|R6実績", "抑制|職員数|785人以下|781人", "|時間外|9時間|8時間"
        )

        assert ("抑制・職員数", "target", "785人以下") in told(found)
        assert [] == found.costs

    def test_beside_costs_it_is_none(self) -> None:
        found = facts(
            "区分|項目|R6目標|R6実績",
            "利用|利用者数|50人|51人",
            "投入|職員数|2人|3人",
            "|事業費|9|8",
        )

        assert ["2人", "3人", "9", "8"] == [box.text for box in found.costs]

    def test_below_a_heading_that_says_nothing_of_values_it_is_none(self) -> None:
        found = facts("館名|R6目標|R6実績|職員数（人）", "中央館|50|51|14", "東館|40|41|5")

        assert ["14", "5"] == [box.text for box in found.costs]


class TestPartedCells:
    """What merged cells said goes on where they are parted."""

    def test_a_heading_over_blanks_above_headings(self) -> None:
        found = facts(
            "区分|収納率（％）|||評価", "|R6||R5|", "|目標|実績|実績|", "市税|99.2|99.3|99.1|○"
        )

        assert {"%"} == {each.unit for each in found.facts}

    def test_a_unit_behind_a_value(self) -> None:
        found = facts("指標|R6目標||R6実績|", "参加者数|500|人|462|人")

        assert ["人", "人"] == [each.unit for each in found.facts]

    def test_a_name_goes_on_with_another_unit(self) -> None:
        found = facts(
            "施策|指標||単位|R6目標|R6実績",
            "健康|健康診査|受診率|％|45|41",
            "||訪問件数|件|300|276",
        )

        assert {"健康診査・受診率", "健康診査・訪問件数"} == {name for name, _, _ in told(found)}

    def test_words_beside_names_of_several_rows(self) -> None:
        texts = {
            **dict(
                zip([(1, at) for at in range(1, 5)], ["指標", "対象", "目標", "実績"], strict=True)
            ),
            **dict(
                zip(
                    [(2, at) for at in range(1, 5)], ["平均歩数", "男性", "9歩", "8歩"], strict=True
                )
            ),
            **dict(zip([(3, at) for at in range(2, 5)], ["女性", "7歩", "6歩"], strict=True)),
            **dict(
                zip([(4, at) for at in range(1, 5)], ["喫煙率", "成人", "5%", "4%"], strict=True)
            ),
        }
        found = facts_of(Cells.of(texts, [(2, 1, 3, 1)]))

        assert ["平均歩数・男性", "平均歩数・女性", "喫煙率・成人"] == [
            name for name, role, _ in told(found) if role == "target"
        ]

    def test_words_of_all_rows_of_a_name_do_not_tell_them_apart(self) -> None:
        texts = {
            **dict(
                zip([(1, at) for at in range(1, 5)], ["指標", "説明", "区分", "R6"], strict=True)
            ),
            **dict(
                zip(
                    [(2, at) for at in range(1, 5)],
                    ["平均歩数", "調査", "目標", "9歩"],
                    strict=True,
                )
            ),
            **dict(zip([(3, at) for at in range(3, 5)], ["実績", "8歩"], strict=True)),
        }
        found = facts_of(Cells.of(texts, [(2, 1, 3, 1), (2, 2, 3, 2)]))

        assert {"平均歩数"} == {name for name, _, _ in told(found)}

    def test_what_is_beside_all_of_a_table_is_no_name(self) -> None:
        texts = {
            **dict(
                zip(
                    [(1, at) for at in range(1, 5)],
                    ["次期計画", "項目", "目標", "実績"],
                    strict=True,
                )
            ),
            **dict(zip([(2, at) for at in range(2, 5)], ["歩数", "9歩", "8歩"], strict=True)),
        }
        found = facts_of(Cells.of(texts, [(1, 1, 2, 1)]))

        assert {"歩数"} == {name for name, _, _ in told(found)}


class TestWhatIsNoValue:
    """Sentences, numbers of an order, and figures that are parts of names."""

    def test_a_sentence_below_headings_of_values(self) -> None:
        found = facts("指標|R6目標|R6実績", "受診率|15％|13％", "総括|通知を12,400通発送した。|")

        assert ["受診率", "受診率"] == [name for name, _, _ in told(found)]
        assert [] == found.left

    def test_a_sentence_beside_a_label_of_values(self) -> None:
        found = facts("指標名|利用率", "目標|年間50件以上とする。", "実績|48件")

        assert ("利用率", "target", "年間50件以上とする。") in told(found)

    def test_a_sentence_below_one_heading(self) -> None:
        found = facts("指標|目標（R6）", "申請件数|年間50件以上とする。")

        assert [("申請件数", "target", "年間50件以上とする。")] == told(found)

    def test_pages(self) -> None:
        found = facts("シート|目標値|実績値", "内容|年度別の目標|年度別の実績", "ページ|2|3")

        assert [] == [text for _, _, text in told(found)]

    def test_ages_tell_rows_apart_and_are_not_left_over(self) -> None:
        found = facts(
            "指標|対象|R6目標|R6実績",
            "平均歩数|60歳|9歩|8歩",
            "|65歳以上|7歩|6歩",
            "睡眠|70歳|5時間|4時間",
        )

        assert ["平均歩数・60歳", "平均歩数・65歳以上", "睡眠・70歳"] == [
            name for name, role, _ in told(found) if role == "target"
        ]
        assert [] == found.left
        assert [] == Found("plan", "", found).doubts

    def test_a_bare_number_names_nothing(self) -> None:
        found = facts("指標|対象|R6目標|R6実績", "平均歩数|12|9歩|8歩", "|13|7歩|6歩")

        assert {"12", "13"} <= {box.text for box in found.left}


class TestTotalsOfYears:
    """A total of the years of a target stands right of them, or below them."""

    @pytest.mark.parametrize("label", ["累計", "合計"])
    def test_below_years(self, label: str) -> None:
        found = facts(
            "指標|点検数|修繕数",
            "計画（R5～R6）|12橋|5橋",
            "R5|4橋|3橋",
            "R6|7橋|2橋",
            f"{label}|11橋|5橋",
        )
        actuals = [(each.names[0].text, each.box.text) for each in found.facts[2:]]

        assert [("点検数", "11橋"), ("修繕数", "5橋")] == actuals
        assert [] == found.left


def test_a_year_with_a_blank_on_its_left_does_not_spread() -> None:
    found = facts("|R6||担当課", "指標|目標|実績|", "利用率|5％|4％|甲課")

    assert ["FY2024", "None"] == [str(each.period) for each in found.facts]


class TestForms:
    """Labels and what they say, in all the ways that forms have."""

    def test_dashes_alone(self) -> None:
        """未設定 is an indicator that has neither, in a form."""
        found = Found("", "", facts("指標名|未設定", "実績値|―", "目標値|―"))

        assert ["未設定"] == [each.name for each in found.indicators]

    def test_dashes_alone_below_years(self) -> None:
        lines = ("指標名|区分|R5|R6", "甲|目標|5|6", "|実績|4|5", "乙|目標|―|―", "|実績|―|―")

        assert ["甲"] == [each.name for each in Found("", "", facts(*lines)).indicators]

    def test_a_word_behind_a_label_is_no_name(self) -> None:
        found = facts("区分|Ａ|成果指標|保守費の削減", "実績値|削減|目標値|削減")

        assert [("保守費の削減", "actual", "削減"), ("保守費の削減", "target", "削減")] == told(
            found
        )

    def test_labels_above_in_two_lines(self) -> None:
        found = facts("番号|指標名|当初値", "1|利用率|3％", "実績値|目標値|備考", "4％|5％|調査")

        assert [
            ("利用率", "baseline", "3％"),
            ("利用率", "actual", "4％"),
            ("利用率", "target", "5％"),
        ] == told(found)

    @pytest.mark.parametrize(
        "lines",
        [
            ("番号|施策|当初値", "1|交流|3％", "実績値|目標値|備考", "4％|5％|調査"),
            ("番号|指標名|実績値", "1|利用率|3％", "実績値|目標値|備考", "4％|5％|調査"),
            ("番号|指標名|当初値", "1|利用率|3％", "実績値|評価|備考", "4％|Ａ|調査"),
        ],
    )
    def test_labels_above_that_do_not_go_on(self, lines: tuple[str, ...]) -> None:
        """No name, values of its own, no target: the lines below are another table."""
        assert ("利用率", "target", "5％") not in told(facts(*lines))


def test_a_sheet_with_targets_without_names_is_refused_aloud(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (("指標名", "目標値", "実績値"), ("利用率", "5%", "4%")):
        book.active.append(line)
    other = book.create_sheet("他")
    for cells_of in (("甲", "1"), ("実績値", "目標値"), ("4件", "5件")):
        other.append(cells_of)
    path = tmp_path_factory.mktemp("aims") / "plan.xlsx"
    book.save(path)
    plan = kk.read_plan(path)

    assert [("header-unclear", "B3:B3")] == [(each.code, each.detail) for each in plan.issues]


def test_marks_and_years_count_as_unexplained() -> None:
    lines = (
        "第３次計画||||",
        "No|指標|対象|R6実績|R6目標|方向",
        "1|欠食|小学生|4％|0％|↓",
        "||中学生|7％|3％以下|↓",
        "2|主食|成人|52％|60％以上|↑",
    )
    width = 6
    rows = [[*line.split("|"), *[""] * width][:width] for line in lines]
    turned = [",".join(row[at] for row in rows) for at in range(width)]
    plan = kk.read_plan("\n".join(turned).encode(), name="plan.csv")

    assert ["欠食\u3000小学生", "欠食\u3000中学生", "主食\u3000成人"] == [
        each.name for each in plan.indicators()
    ]
    assert Class.MARK is what_it_says("↓").kind
