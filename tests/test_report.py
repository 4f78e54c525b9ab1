"""Reports: layout, the words around the tables, formats, and input that is not the example's."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.analysis.scheme import Beside, Measure, load
from kpikit.judging.rates import Formula
from kpikit.language.width import width
from kpikit.model.indicator import Cell, Reduction, ShareAchieved, Source, Sum
from kpikit.model.rule import RulePart
from kpikit.report import FORMATS, build_report, render, render_text
from kpikit.report.checks import checks_of
from kpikit.report.headlines import Headline
from kpikit.report.json import plain
from kpikit.report.layout import column_widths, hanging, row_lines
from kpikit.report.markdown import escape
from kpikit.report.rows import ReportRow, one_line
from kpikit.table.blocks import split_tables
from kpikit.table.lines import rows_of
from kpikit.table.read import plan_of
from sagamihara import EXAMPLE

HEADER = "No.\t事業名\t事業区分\t指標名\t実績値(R5)\t目標値\t所管課\t備考"


def evaluated(*lines: str, **settings: Any) -> kk.PlanEvaluation:
    """Read and evaluate lines as if they stood in a file."""
    tables, _ = split_tables(rows_of("\n".join(lines)), "plan.txt")
    return kk.evaluate(plan_of(tables), **settings)


@pytest.fixture(scope="module")
def example() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


def loaded(result: kk.PlanEvaluation) -> Any:
    return json.loads(render(result, "json"))


def between(line: str, start: int, end: int) -> str:
    """Return what stands in the columns of a terminal from *start* to *end*."""
    at, found = 0, ""
    for char in line:
        if start <= at < end:
            found += char
        at += width(char)
    return found


class TestLayout:
    """Columns of full-width text align, and no line is wider than it may be."""

    @pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200])
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_no_line_is_too_wide(
        self, example: kk.PlanEvaluation, columns: int, lang: kk.language.messages.Language
    ) -> None:
        lines = render(example, lang=lang, columns=columns).splitlines()

        assert [] == [line for line in lines if width(line) > columns]

    @pytest.mark.parametrize("columns", [80, 120, None])
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_columns_begin_where_their_headings_do(
        self, example: kk.PlanEvaluation, columns: int | None, lang: kk.language.messages.Language
    ) -> None:
        report = build_report(example, lang)
        lines = render_text(report, columns=columns).splitlines()
        start = 0
        for table in report.tables:
            start = next(n for n in range(start, len(lines)) if lines[n].startswith("No. "))
            rule = lines[start + 1]
            begins = [n for n, char in enumerate(rule) if rule[n - 1 : n + 1] in {" -", ""}]
            ends = [*begins[1:], 10_000]
            headings = [
                between(lines[start], *span).rstrip() for span in zip(begins, ends, strict=True)
            ]
            for row in table.rows():
                texts = {cell.heading: cell.text for cell in row.cells}
                texts[headings[-1]] = row.verdict(lang)
                at = next(
                    n
                    for n, line in enumerate(lines)
                    if n > start
                    and line.endswith(row.verdict(lang))
                    and line[:4].strip() == texts["No."]
                )
                for heading, *span in zip(headings, begins, ends, strict=True):
                    shown = between(lines[at], *span).rstrip()
                    assert texts[heading].startswith(shown)
                    assert bool(shown) is bool(texts[heading])
                start = at

    def test_narrow_columns_are_refused(self) -> None:
        assert column_widths([["あ" * 20, "い" * 20]], 20) is None

    def test_room_for_all(self) -> None:
        assert (40, 4) == column_widths([["あ" * 20, "い" * 2]], 80)

    def test_widest_column_gets_the_room(self) -> None:
        assert (12, 66) == column_widths([["あ" * 9, "い" * 90]], 80)

    def test_right(self) -> None:
        assert [" 1  あ"] == row_lines(["1", "あ"], [2, 2], right=frozenset((0,)))

    def test_indented_cell(self) -> None:
        assert ["　あい", "　うえ"] == row_lines(["　あいうえ"], [6])

    def test_hanging(self) -> None:
        assert ["- あいう"] == hanging("- ", "あいう", None)
        assert ["- あい", "  う"] == hanging("- ", "あいう", 6)

    def test_narrow(self) -> None:
        """Then number, name and verdict stand in the row, and all else below it."""
        head = "\t".join(["No.", "指標名", "実績値", "目標値", *"甲乙丙丁"])
        result = evaluated(head, "\t".join(["1", "利用者数", "3件", "2件", *["あ" * 30] * 4]))
        lines = render(result, columns=10).splitlines()

        at = lines.index("No.  指標名    判定")
        assert ["---  --------  ------", "1    利用者数  ○ 達成"] == lines[at + 1 : at + 3]
        assert "     実績値:3件  目標値:2件" == lines[at + 3]
        assert f"     甲:{'あ' * 12}" == lines[at + 4]
        assert max(map(width, lines)) <= 32

    def test_too_narrow_for_anything(self) -> None:
        """Then number and verdict stand in the row."""
        head = "No.\tNo.\t指標名\t実績値\t目標値"
        row = ["1-2-3-4-5", "6-7-8-9-10", "あ" * 30, "3件", "2件"]
        lines = render(evaluated(head, "\t".join(row)), lang="en", columns=32).splitlines()

        assert "No.   Verdict" in lines
        assert "      実績値: 3件  目標値: 2件" in lines
        assert max(map(width, lines)) <= 32

    def test_table_without_numbers(self) -> None:
        """What a row is called by stays whole, and no column is squeezed to a few characters."""
        years = [f"実績値 R{year}" for year in range(2, 7)]
        head = "\t".join(["施策", "指標名", *years, "目標値 R9"])
        row = ["施策1-1 保育の充実", "待機児童数", *["12人"] * 5, "15人以下"]
        lines = render(evaluated(head, "\t".join(row)), columns=60).splitlines()

        assert "待機児童数  ○ 達成" in lines
        assert max(map(width, lines)) <= 60


class TestColumns:
    """Indicators of forms have headings of their own: each cell stands below its own."""

    def rows(self) -> kk.PlanEvaluation:
        told = {
            "甲": {"指標": "甲", "R5実績": "1件", "目標(R8)": "3件"},
            "乙": {"指標": "乙", "R6実績": "2件", "目標(R9)": "4件", "担当課": "市民課"},
            "丙": {"担当課": "税務課", "指標": "丙", "R5実績": "5件"},
        }
        place = kk.Location("plan.xlsx", 1)
        made = [
            kk.Indicator(name, source=Source(place, [Cell(*each) for each in cells.items()]))
            for name, cells in told.items()
        ]
        return kk.evaluate(
            kk.Plan("計画", sections=[kk.Section("施策", "1", "窓口", indicators=made)])
        )

    def test_each_cell_is_below_its_own_heading(self) -> None:
        (table,) = build_report(self.rows()).tables
        columns = ("担当課", "指標", "R5実績", "目標(R8)", "R6実績", "目標(R9)", "担当課")

        assert columns == table.columns
        for row in table.rows():
            shown = zip(table.columns, row.texts(table.columns), strict=True)
            cells = [(cell.heading, cell.text) for cell in row.cells]
            assert sorted(cells) == sorted(each for each in shown if each[1])

    def test_two_columns_of_one_heading(self) -> None:
        cells = [Cell("目標", "5件"), Cell("目標", ""), Cell("目標", "7件")]
        made = kk.Indicator("数", source=Source(kk.Location("plan.xlsx", 1), cells))
        plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "窓口", indicators=[made])])
        (table,) = build_report(kk.evaluate(plan)).tables
        (row,) = table.rows()

        assert ("目標", "目標", "目標") == table.columns
        assert ["5件", "", "7件"] == row.texts(table.columns)
        assert ["5件", ""] == row.texts(table.columns[:2])


class TestFirst:
    """The first lines answer: what became of it, and what to look at first."""

    ROWS = (
        "1\t窓口\tA\t済ませた割合\t50%\t80%以上",
        "2\t道路\tA\t件数\t9件\t8件以上",
        *(f"{number}\t公園\tA\t面積\t{number}ha\t10ha以上" for number in range(3, 9)),
    )

    def test_text(self) -> None:
        lines = render(evaluated(HEADER, *self.ROWS), columns=60).splitlines()
        told = lines[: lines.index("すべての指標の位置")]

        assert [
            "",
            "判定の基準日:令和6年3月31日",
            "",
            "目標のある8件のうち1件が達成、7件が未達成。",
            "",
            "まず見るべきもの",
            "=" * 60,
            "1. 3 面積",
            "   × 未達成  目標を7ha下回る",
            "2. 4 面積",
            "   × 未達成  目標を6ha下回る",
            "3. 5 面積",
            "   × 未達成  目標を5ha下回る",
            "4. 6 面積",
            "   × 未達成  目標を4ha下回る",
            "5. 1 済ませた割合",
            "   × 未達成  目標を30ポイント下回る",
            "ほか2件",
            "",
        ] == told
        assert len(told) <= 24
        assert any("------*-----|------------" in each or "*-" in each for each in lines)

    def test_markdown(self) -> None:
        text = render(evaluated(HEADER, *self.ROWS), "markdown", lang="en")

        assert text.startswith(
            "# \n\nJudged as of 31 March 2024\n\n**Of 8 targets, 1 achieved, 7 not achieved.**\n\n"
            "## What to look at first\n\n"
            "1. 3 面積 × not achieved 7 ha below the target\n"
        )
        assert "```text\n1 済ませた割合" in text

    def test_nothing_was_missed(self) -> None:
        for form in ("text", "markdown"):
            text = render(evaluated(HEADER, self.ROWS[1]), form)
            assert "未達成の指標も遅れている指標もない。" in text


class TestSafe:
    """What others wrote can neither command a terminal nor be alive in Markdown."""

    NASTY = (
        "![図](https://example.jp/a.png) [題](javascript:alert(1)) <img src=x> `code` "
        "\\[x](y) www.example.jp https://example.jp"
    )

    def test_terminal(self) -> None:
        """No escape sequence, no mark that turns text around, no line of its own."""
        name = "割\x1b[2J合\u202eこ\u200fこ\x9b31m"
        text = render(evaluated(HEADER, f"1\t甲\tA\t{name}\t3%\t2%以上"), columns=80)

        assert not {"\x1b", "\u202e", "\u200f", "\x9b"} & set(text)
        assert "割\ufffd[2J合\ufffdこ\ufffdこ\ufffd31m" in text

    def test_markdown(self) -> None:
        markdown_it = pytest.importorskip("markdown_it")
        rows = [f"1\t{self.NASTY}\tA\t{self.NASTY}\t3件\t2件以上", self.NASTY]
        text = render(evaluated(HEADER, *rows), "markdown")

        tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(text)
        inner = [each for token in tokens for each in token.children or ()]
        kinds = {each.type for each in inner}
        assert "text" in kinds
        assert not {"image", "link_open", "html_inline", "code_inline"} & kinds
        assert "html_block" not in {token.type for token in tokens}
        shown = "".join(each.content for each in inner)
        assert self.NASTY in shown

    def test_addresses(self) -> None:
        """What GitHub makes a link of by itself is none any more."""
        assert r"www\.example.jp https\://example.jp" in escape(self.NASTY)
        assert r"a\@example.jp" == escape("a@example.jp")

    def test_fences(self) -> None:
        """A remark that looks like the end of the block does not end it."""
        text = render(evaluated(HEADER, "1\t甲\tA\t数\t3件\t2件", "※````"), "markdown")

        assert "\n`````text\n" in text


class TestText:
    """What the text report says where the example says nothing."""

    def test_plan_without_anything(self) -> None:
        assert (
            "計画\n\n表から読み取れた指標はない。\n\n読み取りに問題のあるセルや行はない。\n\n集計\n"
            + "=" * 72
            + "\n"
            "表・基本目標・施策  ○ 達成  × 未達成  ? 判定不能  - 対象外  達成率  取り得る範囲\n"
            "------------------  ------  --------  ----------  --------  ------  ------------\n"
            "全体                     0         0           0         0\n"
            "達成率 = 達成/(達成+未達成)。"
            "取り得る範囲は、判定不能をすべて未達成・達成とした場合。\n"
        ) == render(kk.evaluate(kk.Plan("計画")))

    def test_issues(self) -> None:
        result = evaluated(HEADER, "1\t甲\tA\t数\t3件\t2件", "迷子")

        for form in ("text", "markdown"):
            text = render(result, form)
            assert "読み取りの問題点(2件)" in text
            assert (
                "plan.txt:3: 表の行でも見出しでもない行がある。セルはタブで区切る\n    迷子\n"
                in text
            )
        assert ["too-few-cells", "stray-line"] == [
            each["code"] for each in loaded(result)["issues"]
        ]

    def test_drawing_of_a_long_line_fits(self) -> None:
        lines = render(
            evaluated(HEADER, "1\t甲\tA\t数\t3件\t2件", f"迷子{'あ' * 90}"), columns=70
        ).splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith("plan.txt:3"))

        assert f"    迷子{'あ' * 30}…" == lines[at + 1]
        assert "    " + "^" * 64 == lines[at + 2]

    def test_plan_made_in_code(self) -> None:
        indicator = kk.Indicator(
            "数",
            target=kk.AtLeast(kk.Quantity("2", "件")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("3", "件"))],
        )
        rows = kk.Section("事業", "", "甲", indicators=[indicator])
        below = kk.Section("施策", "1-1", "乙", sections=[rows])
        table = kk.Section("表", "", "表", sections=[below], indicators=[indicator])
        result = kk.evaluate(kk.Plan("計画", sections=[table]))

        assert "施策1-1 乙" in render(result)
        assert "### 施策1-1 乙\n" in render(result, "markdown")
        assert ["1", "", "", "数", "achieved", "", "2件以上", "3件", "2件以上"] == render(
            result, "tsv"
        ).splitlines()[1].split("\t")[:9]
        assert loaded(result)["tables"][0]["groups"][0]["rows"][0]["source"] is None

    def test_control_characters_reach_no_terminal(self) -> None:
        result = evaluated(HEADER, "1\t甲\x1b[31m\tA\t数\t3件\t2件\t課\t\u202e備")

        for form in ("text", "markdown", "tsv"):
            assert not {"\x1b", "\u202e"} & set(render(result, form))

    def test_colour(self, example: kk.PlanEvaluation) -> None:
        text = render(example, columns=80, colour=True)

        assert "\N{ESCAPE}[31m× 未達成\N{ESCAPE}[0m" in text
        assert render(example, columns=80) == __import__("re").sub(r"\x1b\[\d+m", "", text)

    def test_verdicts_that_the_example_has_not(self) -> None:
        result = evaluated(
            "指標名\t実績値(R5)\t目標値(R9)",
            "数\t3件\t8件以上",
            "率\t90%(見込)\t80%以上",
            "計(再掲)\t3件\t8件以上",
            as_of=date(2024, 3, 31),
        )
        text = render(result)

        assert "… 期限前" in text
        assert "… 期限前  順調  遅れ  不明  見込み  - 対象外  再掲" in text
        assert max(map(width, render(result, columns=60).splitlines())) <= 60

    def test_unknown_format(self, example: kk.PlanEvaluation) -> None:
        with pytest.raises(
            ValueError, match="no format is called 'pdf': text, markdown, json, tsv, html"
        ):
            render(example, "pdf")

    def test_section_without_rows_is_shown(self) -> None:
        result = evaluated(HEADER, "◆ 基本目標1 甲", "◆ 基本目標2 乙", "1\t丙\tA\t数\t3件\t2件\t\t")

        for form in ("text", "markdown"):
            assert "◆ 基本目標1 甲" in render(result, form)

    def test_rows_before_a_section(self) -> None:
        result = evaluated(
            HEADER, "1\t丙\tA\t数\t3件\t2件\t\t", "◆ 基本目標1 甲", "2\t丁\tA\t率\t3%\t2%\t\t"
        )
        (table,) = build_report(result).tables

        assert [(), ("◆ 基本目標1 甲",)] == [group.headings for group in table.groups]
        assert [0, 0] == [group.level for group in table.groups]

    def test_two_short_columns_share_a_line_below_the_row(self) -> None:
        result = evaluated(
            HEADER,
            f"1\t{'あ' * 20}\tA (重点)\t{'い' * 20}\t3件\t2件\t{'う' * 20}\t{'え' * 40}",
        )
        text = render(result, columns=60)

        assert "     備考:" in text


SHARE = "重点事業の成果指標達成率"


class TestHeadline:
    """A published share stands beside the recomputed one, whatever comes out."""

    def result(self, published: str, note: str, *actuals: str) -> kk.PlanEvaluation:
        rows = [
            f"{number}\t事業{number}\tA (重点事業)\t数{number}\t{actual}\t2件以上\t課\t"
            for number, actual in enumerate(actuals, 1)
        ]
        return evaluated(HEADER, *rows, f"9\t全体\t\t{SHARE}\t{published}\t8割\t課\t{note}")

    def headline(self, published: str, note: str, *actuals: str) -> Headline:
        (found,) = build_report(self.result(published, note, *actuals)).headlines
        return found

    def test_digits_as_published(self) -> None:
        found = self.headline("66.7%", "", "3件", "3件", "1件")

        assert (Decimal("66.7"), True) == (found.percent, found.fits)

    def test_share_in_another_unit(self) -> None:
        assert self.headline("5割", "", "3件", "1件").fits

    def test_forecasts_are_left_out(self) -> None:
        found = self.headline("100%", "", "3件", "1件(見込)")

        assert ((), ["2"]) == (found.missed, [row.number for row in found.left_out])

    def test_share_that_does_not_fit(self) -> None:
        text = render(self.result("90%", "※未達成事業:2事業 ・事業2", "3件", "1件"))

        assert "1/2 = 50%(達成1、未達成1)。公表値と一致しない" in text
        assert "注記が挙げる未達成事業2件と一致しない" in text
        assert "この数え方では公表値にならない" in text
        assert "重点事業:1/2 = 50%  × 公表値90%と一致しない" in text

    def test_note_that_only_counts(self) -> None:
        assert "未達成事業の件数1と一致する" in render(
            self.result("50%", "※未達成事業:1事業", "3件", "1件")
        )

    def test_note_that_lists_others(self) -> None:
        assert not self.headline("50%", "※未達成:1件 ・事業9", "3件", "1件").agrees_with_note

    @pytest.mark.parametrize(
        ("listed", "agrees"), [("事業2 ・事業3", True), ("事業2", False), ("事業3", False)]
    )
    def test_note_that_lists_some(self, listed: str, agrees: bool) -> None:  # noqa: FBT001
        """A list that is too short is another one, though the count is right."""
        found = self.headline("33.3%", f"※未達成事業:2事業 ・{listed}", "3件", "1件", "0件")
        assert ((2, agrees)) == (found.figure.missed, found.agrees_with_note)

    def test_nothing_decided(self) -> None:
        text = render(self.result("80%", "", "—", "—"))

        assert "判定できた指標がない" in text
        assert "重点事業:? = ?%  ? 計算できない(公表値80%)" in text

    def test_nothing_due(self) -> None:
        indicator = kk.Indicator(
            SHARE,
            target=kk.Unset(),
            derivations=[ShareAchieved("Z", kk.Quantity("80", "%"))],
        )
        section = kk.Section("事業", "1", "甲", indicators=[indicator])
        table = kk.Section("表", "1", "表", sections=[section])
        result = kk.evaluate(kk.Plan("計画", sections=[table]))

        assert "再計算(Z):判定できた指標がない" in render(result)
        assert [None] == [each["percent"] for each in loaded(result)["headlines"]]
        assert "- 再計算(Z):判定できた指標がない" in render(result, "markdown")


class TestChecks:
    """Sums and reductions are worked out again, never trusted."""

    def check(self, derivation: Sum | Reduction) -> tuple[str, bool | None]:
        indicator = kk.Indicator("数", derivations=[derivation])
        section = kk.Section("事業", "1", "甲", indicators=[indicator])
        table = kk.Section("表", "1", "表", sections=[section])
        report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
        (found,) = checks_of(list(report.rows()), (), "ja")
        return found.formula, found.holds

    @pytest.mark.parametrize(
        ("parts", "total", "formula", "holds"),
        [
            (["2件", "3件"], kk.Quantity("5", "件"), "2 + 3 = 5件", True),
            (["2件", "3件"], kk.Quantity("6", "件"), "2 + 3 = 5件", False),
            (["0.1%", "0.2%"], kk.Quantity("0.3", "%"), "0.1 + 0.2 = 0.3%", True),
            (["2 千人", "300 人"], kk.Quantity("2300", "人"), "2千人 + 300人 = 2,300人", True),
            (["2件", "3人"], kk.Quantity("5", "件"), "2件 + 3人 = ?", None),
            (["2件", "3件以上"], kk.Quantity("5", "件"), "2件 + 3件以上 = ?", None),
            (["2件", "3件"], kk.Quantity("5", "件", approximate=True), "2 + 3 = 5件", True),
            (["2件", "2件"], kk.Quantity(lower="5", unit="件"), "2 + 2 = 4件", False),
            (["2件", "4件"], kk.Quantity(lower="5", unit="件"), "2 + 4 = 6件", True),
            (["2件", "4件"], kk.Quantity(upper="6", unit="件"), "2 + 4 = 6件", True),
            (
                ["2件", "4件"],
                kk.Quantity(lower="6", lower_closed=False, unit="件"),
                "2 + 4 = 6件",
                False,
            ),
        ],
    )
    def test_sum(
        self,
        parts: list[str],
        total: kk.Quantity,
        formula: str,
        holds: bool | None,  # noqa: FBT001
    ) -> None:
        quantities = [
            ("", kk.Quantity.parse(part) if " " in part else kk.read_quantity(part).unwrap())
            for part in parts
        ]

        assert (formula, holds) == self.check(Sum(quantities, total))

    @pytest.mark.parametrize(
        ("base", "rate", "result", "formula", "holds"),
        [
            ("140件", "10%", "126件", "140件 - 10% = 126件", True),
            ("100件", "3割", "60件", "100件 - 3割 = 70件", False),
            ("140人", "10%", "126件", "140人 - 10% = ?", None),
            ("140件", "10件", "126件", "140件 - 10件 = ?", None),
        ],
    )
    def test_reduction(
        self,
        base: str,
        rate: str,
        result: str,
        formula: str,
        holds: bool | None,  # noqa: FBT001
    ) -> None:
        given = (kk.read_quantity(text).unwrap() for text in (base, rate, result))

        assert (formula, holds) == self.check(Reduction(*given))


class TestMarkdown:
    """Published cells stay as they are, but for what would break the table."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("<内訳> R2~5 *A*", "<内訳> R2~5 *A*"),
            ("a|b", r"a\|b"),
            ("<b>", r"\<b>"),
            ("</b>", r"\</b>"),
            ("1 < 2", "1 < 2"),
            ("8割\n以上", "8割 以上"),
        ],
    )
    def test_escape(self, text: str, shown: str) -> None:
        assert shown == escape(text)

    def test_every_row_has_as_many_cells_as_its_header(self, example: kk.PlanEvaluation) -> None:
        count = None
        for line in [*render(example, "markdown").splitlines(), ""]:
            cells = line.replace(r"\|", "").count("|") if line.startswith("|") else None
            assert count is None or cells in (None, count)
            count = cells

    def test_deep_headings(self, example: kk.PlanEvaluation) -> None:
        lines = render(example, "markdown").splitlines()

        assert "### ◆ 基本目標1 利用者中心の行政サービス改革" in lines
        assert "#### ○ 施策1-2 「誰一人取り残さない行政サービスの推進」" in lines


class TestJson:
    """Everything is there, under stable keys."""

    def test_keys(self, example: kk.PlanEvaluation) -> None:
        report = loaded(example)

        assert [
            "format",
            "language",
            "title",
            "as_of",
            "categories",
            "tables",
            "remarks",
            "headlines",
            "checks",
            "totals",
            "mid_term",
            "findings",
            "questions",
            "issues",
        ] == list(report)
        assert report["mid_term"] is None
        assert "kpikit-report/1" == report["format"]

    def test_questions(self) -> None:
        """What only a person can answer stands once, with the words that would decide it."""
        table = "施策名\t指標名\t目標値\t実績値\n相談\t窓口の数\t5か所\t4か所\n"
        plan = kk.read_plan(table.encode(), name="plan.tsv")

        assert [
            {
                "what": "direction",
                "section": "相談",
                "indicator": "窓口の数",
                "message": "「窓口の数」は、大きいほど良いか(以上)、小さいほど良いか(以下)。",
                "answers": {"higher": "以上", "lower": "以下"},
                "opposed": [],
                "source": {"file": "plan.tsv", "sheet": "", "line": 2, "column": ""},
            }
        ] == loaded(kk.evaluate(plan))["questions"]

    def test_parts_of_grades(self) -> None:
        """The grades of parts, and another rate that the scheme prints beside."""
        parts = [RulePart(label, kk.AtLeast(kk.Quantity("40", "人"))) for label in "①②"]
        seen = [kk.Part(label, kk.Observation(None, kk.Quantity("30", "人"))) for label in "①②"]
        one = kk.Indicator(
            "利用者数",
            target=kk.AllOf(parts),
            observations=[kk.Observation(kk.FiscalYear(2023), parts=seen)],
        )
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "", indicators=[one])])
        rate = Measure(Formula.ACHIEVEMENT)
        scheme = attrs.evolve(load("plain-percent"), beside=[Beside("全体", rate)])
        report = json.loads(render(kk.evaluate(plan), "json", schemes=[scheme]))
        (grade,) = report["tables"][0]["groups"][0]["rows"][0]["grades"]

        assert ["75%", "75%"] == [each["rate"] for each in grade["parts"]]
        assert ["全体"] == list(grade["beside"])

    def test_row(self, example: kk.PlanEvaluation) -> None:
        row = loaded(example)["tables"][1]["groups"][1]["rows"][1]

        assert "7" == row["no"]
        assert ("not_achieved", None, ["direction-from-name"]) == (
            row["verdict"],
            row["reason"],
            row["flags"],
        )
        assert ("AtLeast", "30,000,000件以上", "30000000 件", False) == (
            row["rule"]["type"],
            row["rule"]["words"],
            row["rule"]["bound"]["text"],
            row["rule"]["strict"],
        )
        assert {"file": "projects.tsv", "sheet": "", "line": 8, "column": ""} == row["source"]
        assert ["広聴広報課"] == row["departments"]
        assert {"heading": "目標値", "text": "30,000,000件", "notes": []} == row["cells"][5]

    def test_counts(self, example: kk.PlanEvaluation) -> None:
        (headline,) = loaded(example)["headlines"]

        assert (True, "80") == (headline["fits"], headline["percent"])
        assert {"numerator": 16, "denominator": 20} == headline["summary"]["rate"]
        assert {
            "lower": {"numerator": 16, "denominator": 21},
            "upper": {"numerator": 17, "denominator": 21},
        } == headline["summary"]["bounds"]
        assert ["7", "8", "15", "18"] == [each["no"] for each in headline["not_achieved"]]
        assert [("12", "baseline-missing"), ("32", "indicator-not-set")] == [
            (each["no"], each["reason"]) for each in headline["left_out"]
        ]

    def test_totals(self, example: kk.PlanEvaluation) -> None:
        totals = {
            (each["kind"], each["code"]): each["counts"] for each in loaded(example)["totals"]
        }

        assert (16, 4, 1, 1) == tuple(
            totals["category", "A"][name]
            for name in ("achieved", "not_achieved", "indeterminate", "not_set")
        )
        assert 2 == totals["section", "施策2-2"]["not_achieved"]
        assert 23 == totals["plan", ""]["achieved"]

    def test_notes_of_cells(self) -> None:
        row = loaded(evaluated("指標名\t実績値\t目標値", "数\t3件(平成32年度)\t2件"))["tables"][0][
            "groups"
        ][0]["rows"][0]

        assert ["era-overrun"] == [note["code"] for note in row["cells"][1]["notes"]]

    def test_plain(self) -> None:
        assert {
            "type": "FiscalYear",
            "text": "FY2023",
            "start": "2023-04-01",
            "end": "2024-03-31",
        } == plain(kk.FiscalYear(2023))
        assert "16000" == plain(Decimal("1.6E+4"))
        assert [1, None, True, "x", "higher"] == plain((1, None, True, "x", kk.Direction.HIGHER))


class TestRows:
    """Which of several columns was judged, and text on one line."""

    @pytest.mark.parametrize(
        ("day", "cells"),
        [(date(2023, 3, 31), ["1件", "2件"]), (date(2024, 3, 31), ["3件", "9件"])],
    )
    def test_columns_for_a_period(self, day: date, cells: list[str]) -> None:
        result = evaluated(
            "指標名\t実績値(R4)\t実績値(R5)\t目標値(R4)\t目標値(R9)",
            "数\t1件\t3件\t2件\t9件",
            as_of=day,
        )
        line = render(result, "tsv").splitlines()[1].split("\t")

        assert cells == line[7:9]

    def test_no_such_column(self) -> None:
        line = render(evaluated("指標名\t備考\t目標値", "数\tx\t2件"), "tsv").splitlines()[1]

        assert ["", "2件"] == line.split("\t")[7:9]

    def test_undated_column_beside_dated_ones(self) -> None:
        result = evaluated("指標名\t実績値(R4)\t実績値\t目標値", "数\t\t\t2件")

        assert ["", "2件"] == render(result, "tsv").splitlines()[1].split("\t")[7:9]

    def test_one_line(self) -> None:
        assert "a b c d\N{REPLACEMENT CHARACTER}" == one_line("a\tb\nc\u2028d\x00")

    def test_the_last_of_several_targets_where_none_is_of_the_year_that_is_judged(self) -> None:
        aim = kk.AtLeast(kk.Quantity("20", "件"))
        cells = Cell("目標値(R5)", "10件"), Cell("目標値(R8)", "20件")
        judged = kk.evaluate(kk.Indicator("甲", target=aim))
        row = ReportRow("1", kk.Section("施策", "1", "窓口"), None, None, judged, cells)
        assert "20件" == row.target


@pytest.mark.parametrize("form", FORMATS)
def test_row_order_does_not_change_a_verdict(example: kk.PlanEvaluation, form: str) -> None:
    """Evaluated backwards, each row is reported with the same words."""
    plan = example.plan
    turned = attrs.evolve(plan, sections=plan.sections[::-1])
    again = kk.evaluate(turned)

    assert sorted(render(example, "tsv").splitlines()) == sorted(render(again, "tsv").splitlines())
    assert render(again, form)
