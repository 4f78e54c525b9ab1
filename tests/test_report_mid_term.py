"""Reports of a plan in mid-term: what is told of open targets, in every format."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.language.width import width
from kpikit.model.indicator import ShareAchieved
from kpikit.report import build_report, render, render_bytes
from kpikit.report.blocks import counts_of, share_lines, total_matrices

FY = kk.FiscalYear


def row(
    name: str, actual: str, target: str = "90", until: int | None = 2027, **named: Any
) -> kk.Indicator:
    """Return an indicator that began with 10件 in FY2019 and is at *actual* in FY2023."""
    status = named.pop("status", kk.Status.FINAL)
    return kk.Indicator(
        name,
        baseline=named.pop("baseline", kk.Observation(FY(2019), kk.Quantity("10", "件"))),
        target=kk.Target(kk.AtLeast(kk.Quantity(target, "件")), FY(until) if until else None),
        observations=[kk.Observation(FY(2023), kk.Quantity(actual, "件"), status=status)],
        **named,
    )


def evaluated(*rows: kk.Indicator) -> kk.PlanEvaluation:
    sections = [
        kk.Section("事業", str(number), f"事業{number}", departments=["甲課"], indicators=[each])
        for number, each in enumerate(rows, 1)
    ]
    return kk.evaluate(kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=sections)]))


@pytest.fixture(scope="module")
def opened() -> kk.PlanEvaluation:
    """On track, behind, unknown, met, forecasts, and one that is listed again."""
    return evaluated(
        row("進んだ件数", "60"),  # 50 are expected
        row("遅れた件数", "49"),
        row("始まりのない件数", "49", baseline=None),
        row("届いた件数", "95"),
        row("届く件数", "95", status=kk.Status.FORECAST),
        row("遅れた件数", "49", repeated=True),
    )


@pytest.fixture(scope="module")
def mixed() -> kk.PlanEvaluation:
    """The same targets, of which two are due."""
    return evaluated(
        row("進んだ件数", "60"),
        row("届いた件数", "95", until=2023),
        row("届かない件数", "60", until=2023),
    )


HEADLINE = "5件中1件が到達、1件が到達の見込み。残る3件(期限 令和9年度)は順調1・遅れ1・不明1"


class TestText:
    """A council member reads it on a line of 80 columns."""

    def test_headline_stands_first(self, opened: kk.PlanEvaluation) -> None:
        lines = render(opened, "text", columns=80).splitlines()
        assert lines[1] == "判定の基準日:令和6年3月31日"
        assert "".join(lines[3:5]) == f"{HEADLINE}。"
        assert max(map(width, lines)) <= 80

    def test_rows(self, opened: kk.PlanEvaluation) -> None:
        text = render(opened, "text")
        assert "… 期限前・順調" in text
        assert (
            "目標年度(令和9年度)は到来していない。"
            "令和5年度の実績値は49件で、直線上の目安50件に1件及ばず、遅れている。"
        ) in text
        assert "進み具合は、当初値が示されていないため判定できない。" in text
        assert "当初値より後の実績値がない" not in text

    def test_counts(self, opened: kk.PlanEvaluation) -> None:
        by_section, by_department = total_matrices(build_report(opened))
        assert [*by_section.counts] == [
            "○ 達成",
            "× 未達成",
            "? 判定不能",
            "… 期限前",
            "順調",
            "遅れ",
            "不明",
            "見込み",
            "- 対象外",
            "再掲",
        ]
        for matrix in (by_section, by_department):
            assert matrix.rows[0][1:] == tuple("1003111101")
            assert matrix.shares == ()
        assert by_section.note == "期限が来た目標がないため、達成率は示さない。"

    def test_share_of_what_is_due(self, mixed: kk.PlanEvaluation) -> None:
        report = build_report(mixed)
        by_section, _ = total_matrices(report)
        assert report.open_words == (
            "期限が来た2件のうち、判定できた2件中1件が達成(50%)。"
            "期限前の1件(期限 令和9年度)に到達したものはなく、順調1・遅れ0・不明0"
        )
        assert by_section.rows[0][-2:] == ("1/2 (50%)", "")
        assert by_section.note.startswith("達成率 = 期限が来た目標の、")

    def test_english(self, opened: kk.PlanEvaluation) -> None:
        text = render(opened, "text", lang="en", columns=80)
        assert "Of 5, 1 met and 1 expected to be." in text
        assert "… not due, behind" in text
        assert "No target is due, so there is no share achieved." in text
        assert max(map(width, text.splitlines())) <= 80

    def test_nothing_is_said_where_all_is_due(self) -> None:
        result = evaluated(row("届いた件数", "95", until=2023))
        assert build_report(result).open_words == ""
        assert "順調" not in render(result, "text")


class TestMarkdown:
    """The headline, the standing of a row, and the counts."""

    def test_all(self, opened: kk.PlanEvaluation) -> None:
        text = render(opened, "markdown")
        assert f"\n**{HEADLINE}。**\n" in text
        assert "| … 期限前・遅れ |" in text
        assert "| 全体 | 1 | 0 | 0 | 3 | 1 | 1 | 1 | 1 | 0 | 1 |" in text


class TestTsv:
    """What a row counts as follows where the verdict alone does not tell."""

    def test_columns(self, opened: kk.PlanEvaluation) -> None:
        rows = list(csv.DictReader(StringIO(render(opened, "tsv")), delimiter="\t"))
        assert [
            ("not_due", "not_due", "on_track", "50件", "'-10件"),
            ("not_due", "not_due", "behind", "50件", "1件"),
            ("not_due", "not_due", "unknown", "", ""),
            ("achieved", "achieved", "", "", ""),
            ("achieved", "forecast", "", "", ""),
            ("not_due", "repeated", "behind", "50件", "1件"),
        ] == [
            tuple(each[key] for key in ("verdict", "counted_as", "standing", "expected", "gap"))
            for each in rows
        ]

    def test_no_columns_where_all_is_due(self) -> None:
        result = evaluated(row("届いた件数", "95", until=2023))
        assert "counted_as" not in render(result, "tsv")


class TestJson:
    """Everything, with numbers."""

    def test_mid_term(self, opened: kk.PlanEvaluation) -> None:
        report = json.loads(render(opened, "json"))
        told = report["mid_term"]
        assert told.pop("deadlines")[0]["text"] == "FY2027"
        assert told == {
            "words": HEADLINE,
            "open": 5,
            "met": 1,
            "expected": 1,
            "left": 3,
            "on_track": 1,
            "behind": 1,
            "unknown": 1,
        }
        total = report["totals"][0]
        assert (total["open"], total["due"], total["rate"]) == (5, 0, None)
        assert total["counts"]["early_forecast"] == 1

    def test_standing(self, opened: kk.PlanEvaluation) -> None:
        report = json.loads(render(opened, "json"))
        rows = [each for group in report["tables"][0]["groups"] for each in group["rows"]]
        standing = rows[1]["standing"]
        assert (standing["pace"], standing["method"]) == ("behind", "straight-line")
        assert (standing["reason"], standing["when"]["text"]) == (None, "FY2023")
        assert standing["expected"]["text"] == "50 件"
        assert standing["gap"]["text"] == "1 件"
        assert rows[2]["standing"]["reason"] == "baseline-missing"
        assert rows[3]["standing"] is None


class TestPage:
    """The answer, cards, buttons, and what they find."""

    def test_answer(self, opened: kk.PlanEvaluation) -> None:
        page = render(opened, "html")
        assert f'<p class="answer">{HEADLINE}。</p>' in page
        assert "達成1、期限前3、見込み1、再掲1 <span>期限が来た目標はない</span>" in page
        assert "達成率 " not in page.split("</style>")[1].split('id="by"')[0]

    def test_share_says_of_how_many(self, mixed: kk.PlanEvaluation) -> None:
        page = render(mixed, "html")
        assert "<span>達成率 50% (期限が来て判定できた2件のうち1件)</span>" in page

    def test_chip(self, opened: kk.PlanEvaluation) -> None:
        page = render(opened, "html")
        assert '<span class="pace behind">遅れ</span>' in page

    def test_a_rule_for_each_button(self, opened: kk.PlanEvaluation) -> None:
        page = render(opened, "html")
        buttons = re.findall(r'<input [^>]*id="(v-\w+)"', page)
        assert {"v-on_track", "v-forecast", "v-repeated"} <= {*buttons}
        for button in buttons:
            assert button.endswith("-all") or f"#{button}:checked" in page

    def test_headings_know_what_is_below(self) -> None:
        rows = [
            row("遅れた件数", "49"),
            row("届いた件数", "95"),
            row("遅れた件数", "49", repeated=True),
        ]
        measure = kk.Section("施策", "1", "窓口", heading="◆ 窓口", indicators=rows)
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=[measure])])
        page = render(kk.evaluate(plan), "html")
        assert '<h4 class="heading" data-v="not_due behind achieved repeated">' in page

    def test_no_buttons_of_standings_where_all_is_due(self) -> None:
        page = render(evaluated(row("届いた件数", "95", until=2023)), "html")
        assert 'id="v-behind"' not in page


class TestBook:
    """The workbook has the headline, counts as numbers, and colours."""

    def test_all(self, opened: kk.PlanEvaluation) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(BytesIO(render_bytes(opened, "xlsx")))
        sheets = book.worksheets
        cells = [cell for sheet in sheets for line in sheet.values for cell in line]
        assert f"{HEADLINE}。" in cells
        assert "… 期限前・順調" in cells
        formulas = [
            rule.formula[0]
            for sheet in sheets
            for area in sheet.conditional_formatting
            for rule in area.rules
            if rule.formula
        ]
        assert {'"… 期限前・順調"', '"… 期限前・遅れ"', '"… 期限前・不明"'} <= {*formulas}


class TestBlocks:
    """What pages are laid out from."""

    def test_counts(self, opened: kk.PlanEvaluation) -> None:
        told = {each.name: (each.number, each.below) for each in counts_of(build_report(opened))}
        assert told == {
            "achieved": (1, ""),
            "not_achieved": (0, ""),
            "indeterminate": (0, ""),
            "not_due": (3, "順調1・遅れ1・不明1"),
            "forecast": (1, ""),
            "not_applicable": (0, ""),
            "repeated": (1, ""),
        }

    def test_shares(self) -> None:
        none = kk.Summary(not_due=1, unknown=1)
        assert share_lines(none, "ja") == ["期限が来た目標はない"]
        undecided = kk.Summary(not_due=1, unknown=1, indeterminate=1)
        assert share_lines(undecided, "en") == ["bounds 0% to 100%"]
        some = kk.Summary(achieved=2, early=1, not_due=1, unknown=1)
        assert share_lines(some, "en") == ["1 of 1 that are due and decided", "met early 1"]


class TestPublishedShare:
    """A published share is set beside one of what is due, each indicator once."""

    def test_lists_are_counted_as_the_summary_is(self) -> None:
        rows = [
            row("甲", "95", until=2023),
            row("乙", "49", until=2023, repeated=True),
            row("乙", "49", until=2023),
            row("丙", "95"),  # met early
            row("丁", "49"),  # not due
            row("戊", "95", until=2023, status=kk.Status.FORECAST),
        ]
        sections = [
            kk.Section("事業", str(number), each.name, category=kk.Category("A"), indicators=[each])
            for number, each in enumerate(rows, 1)
        ]
        share = ShareAchieved("A", kk.Quantity("50", "%"), missed=1, titles=["乙"])
        publishing = kk.Indicator("達成率", derivations=[share])
        top = kk.Section("表", "1", "表", sections=sections, indicators=[publishing])
        result = kk.evaluate(kk.Plan("計画", sections=[top]))
        (headline,) = build_report(result).headlines

        assert headline.summary.rate == kk.Share(1, 2)
        assert headline.fits
        assert headline.agrees_with_note
        assert [each.name for each in headline.missed] == ["3 乙"]
        assert [each.name for each in headline.left_out] == ["4 丙", "5 丁", "6 戊"]
        (finding,) = [each for each in kk.audit(result) if each.code.startswith("headline")]
        assert finding.code == "headline-confirmed"


class TestCommandLine:
    """A script stops where something is behind; forecasts and 再掲 set off nothing."""

    @pytest.mark.parametrize(
        ("rows", "name", "code"),
        [
            ([row("甲", "49")], "behind", 1),
            ([row("甲", "60")], "behind", 0),
            ([row("甲", "49", repeated=True)], "behind", 0),
            ([row("甲", "49", until=2023)], "not-achieved", 1),
            ([row("甲", "49", until=2023, status=kk.Status.FORECAST)], "not-achieved", 0),
            ([row("甲", "49", until=2023, repeated=True)], "not-achieved", 0),
        ],
    )
    def test_fail_on(self, rows: list[kk.Indicator], name: str, code: int, tmp_path: Path) -> None:
        path = tmp_path / "plan.json"
        kk.write_plan(evaluated(*rows).plan, path)
        assert main(["evaluate", str(path), "--fail-on", name]) == code

    def test_headline_is_shown(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "plan.json"
        kk.write_plan(evaluated(row("甲", "49"), row("乙", "60")).plan, path)
        assert main(["evaluate", str(path)]) == 0
        assert "2件(期限 令和9年度)に到達したものはなく、順調1・遅れ1・不明0" in (
            capsys.readouterr().out
        )
