"""The four screens of the page: the answer, what filters, the cards, what is for the officer."""

from __future__ import annotations

import csv
import re
from base64 import b64decode
from io import StringIO
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.analysis.editions import compare
from kpikit.cli import main
from kpikit.language.messages import Language
from kpikit.model.indicator import Cell, Source
from kpikit.model.plan import Chosen
from kpikit.report import build_report, render, render_bytes, save_report
from kpikit.report.bars import bars_by_department, bars_by_section
from kpikit.report.cards import cards_of
from kpikit.report.changes import changes_of
from kpikit.report.concern import concerns_of
from kpikit.report.lanes import scale_svg
from kpikit.report.scale import scale_of
from plans import hostile, of_every_kind
from sagamihara import EXAMPLE
from test_html import Page

FLOOR = kk.AtLeast(kk.Quantity("60", "件"))
NOW, DUE = kk.FiscalYear(2023), kk.FiscalYear(2026)


@pytest.fixture(scope="module")
def example() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


@pytest.fixture(scope="module")
def page(example: kk.PlanEvaluation) -> Page:
    return Page(render(example, "html"))


def text_of(page: Page, tag: str, **wanted: str) -> str:
    [(_, text)] = page.all(tag, **wanted)
    return text


def row(name: str, actual: str, target: kk.Rule = FLOOR, **settings: object) -> kk.Indicator:
    seen = kk.Observation(NOW, kk.Quantity(actual, "件"))
    return kk.Indicator(name, target=target, observations=[seen], **settings)  # type: ignore[arg-type]


def plan_of(*sections: kk.Section) -> kk.Plan:
    return kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=sections)])


class TestNumbersAgree:
    """Every screen counts the same rows alike."""

    @pytest.mark.parametrize("lang", ["ja", "en"])
    @pytest.mark.parametrize("plan", ["example", "every kind"])
    def test_on_all_screens(self, example: kk.PlanEvaluation, plan: str, lang: Language) -> None:
        result = example if plan == "example" else kk.evaluate(of_every_kind())
        report = build_report(result, lang, audited=True)
        page = Page(render(result, "html", lang=lang))
        counted = result.summary()
        cards = [attrs["data-v"] or "" for attrs, _ in page.all("details", class_="card")]
        whole = text_of(page, "p", class_="counts")
        for name in ("achieved", "not_achieved", "indeterminate", "not_due", "forecast"):
            number = getattr(counted, name)
            assert sum(name in each.split() for each in cards) == number
            buttons = [text for attrs, text in page.all("label") if attrs["for"] == f"v-{name}"]
            assert [each.split()[-1] for each in buttons] == [str(number)] * (number > 0)
        assert str(counted.achieved) in re.findall(r"\d+", whole)
        lanes = list(scale_of(report).lanes())
        assert len(lanes) + scale_of(report).without_target == len(cards)

    def test_of_the_example(self, page: Page) -> None:
        """23, 6, 1 and 12 of 42: in the sentence, the bar, the buttons, the cards, the tables."""
        assert text_of(page, "p", class_="answer").startswith(
            "目標のある30件のうち23件が達成、6件が未達成、1件は判定できない。"
        )
        assert text_of(page, "p", class_="counts").startswith(
            "達成23、未達成6、判定不能1、対象外12"
        )
        totals = text_of(page, "details", id="totals")
        assert "全体23611223/29 (79%)" in totals
        assert len(page.all("details", class_="card")) == 42
        assert len([1 for attrs, _ in page.all("a") if "title" in attrs]) == 30

    def test_bars_add_up_to_the_plan(self, example: kk.PlanEvaluation) -> None:
        report = build_report(example)
        tables = [bar for bar in bars_by_section(report) if bar.level == 0]
        assert [bar.total for bar in tables] == [9, 33]
        assert [dict(bar.counts) for bar in tables] == [
            {"achieved": 7, "not_achieved": 2},
            {"achieved": 16, "not_achieved": 4, "indeterminate": 1, "not_applicable": 12},
        ]
        departments = {bar.label: dict(bar.counts) for bar in bars_by_department(report)}
        assert departments["広聴広報課"] == {"not_achieved": 1}


class TestBars:
    def test_a_heading_counts_what_stands_below_it(self) -> None:
        one = kk.Section(
            "施策", "1", "一", heading="1 一", indicators=[row("甲", "70"), row("乙", "50")]
        )
        two = kk.Section(
            "施策", "2", "二", heading="2 二", indicators=[row("丙", "70"), row("丁", "70")]
        )
        goal = kk.Section("目標", "A", "目", heading="A 目", sections=[one, two])
        report = build_report(kk.evaluate(plan_of(goal)))
        assert [(bar.label, bar.level, bar.rows) for bar in bars_by_section(report)] == [
            ("A 目", 0, (0, 1, 2, 3)),
            ("1 一", 1, (0, 1)),
            ("2 二", 1, (2, 3)),
        ]

    def test_departments_of_the_sections_above_answer_too(self) -> None:
        below = kk.Section("事業", "1", "一", departments=["乙課"], indicators=[row("甲", "70")])
        top = kk.Section("施策", "1", "一", departments=["甲課"], sections=[below])
        report = build_report(kk.evaluate(plan_of(top)))
        assert [bar.label for bar in bars_by_department(report)] == ["甲課", "乙課"]

    def test_too_many_are_no_buttons(self) -> None:
        sections = [
            kk.Section("事業", str(number), f"事業{number}", departments=[f"課{number}"],
                       indicators=[row("甲", "70")])
            for number in range(61)
        ]  # fmt: skip
        found = Page(render(kk.evaluate(plan_of(*sections)), "html"))
        assert found.all("fieldset", class_="bars") == []


class TestFirstScreen:
    def test_what_to_look_at_first(self, page: Page) -> None:
        """Five lines, the worst first, each with its gap."""
        found = page.all("section", class_="concerns")[0][1]
        assert found.startswith("まず見るべきものICTを活用した行政サービスの利用率")
        assert "目標を6.8ポイント下回る" in found
        assert found.endswith("ほか1件")

    def test_nothing_to_look_at(self) -> None:
        found = Page(
            render(
                kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[row("甲", "70")]))),
                "html",
            )
        )
        assert (
            "未達成の指標も遅れている指標もない。" in found.all("section", class_="concerns")[0][1]
        )

    def test_each_lane_leads_to_its_card(self, page: Page) -> None:
        keys = {attrs["id"] for attrs, _ in page.all("div", class_="about")}
        links = [attrs["href"] or "" for attrs, _ in page.all("a") if "title" in attrs]
        assert {link[1:] for link in links} <= keys

    def test_marks_of_a_lane(self) -> None:
        """A point is a mark at its place: 45 of 60 is at 3/4, which is 5 + 3/4 x 45 %."""
        markup = render(
            kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[row("甲", "45")]))),
            "html",
        )
        assert '<use href="#m-not_achieved" x="38.8%" y="8"/>' in markup

    def test_what_is_beyond_the_scale_is_an_arrow(self) -> None:
        ceiling = kk.AtMost(kk.Quantity("10", "件"))
        rows = [row("甲", "200"), row("乙", "100", ceiling)]
        markup = render(
            kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=rows))), "html"
        )
        assert '<use href="#m-right" x="95.0%" y="8"/>' in markup
        assert '<use href="#m-left" x="5.0%" y="8"/>' in markup

    def test_where_the_line_asks_to_be(self) -> None:
        """From 30 in 2020 to 60 in 2026: half of the way in 2023, at 5 + 45/2 %."""
        start = kk.Observation(kk.FiscalYear(2020), kk.Quantity("30", "件"))
        one = row("甲", "40", kk.Target(FLOOR, DUE), baseline=start)  # type: ignore[arg-type]
        markup = render(
            kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))), "html"
        )
        assert '<use href="#m-asked" x="27.5%" y="8"/>' in markup
        assert "直線上の目安" in markup

    def test_lanes_of_a_large_plan_are_folded(self) -> None:
        rows = [row(f"指標{number}", "70") for number in range(61)]
        found = Page(
            render(kk.evaluate(plan_of(kk.Section("施策", "1", "一", indicators=rows))), "html")
        )
        assert "施策1 一 (61)" in [text for _, text in found.all("summary")]

    def test_lanes_of_a_plan_that_is_not_large(self) -> None:
        rows = [row(f"指標{number}", "70") for number in range(60)]
        found = Page(
            render(kk.evaluate(plan_of(kk.Section("施策", "1", "一", indicators=rows))), "html")
        )
        assert not [text for _, text in found.all("summary") if text.startswith("施策1 一")]

    @pytest.mark.parametrize(("missed", "more"), [(5, []), (6, ["ほか1件"]), (7, ["ほか2件"])])
    def test_how_many_more_there_are(self, missed: int, more: list[str]) -> None:
        """Five are told first; of five there are no more."""
        rows = [row(f"指標{number}", f"4{number}") for number in range(missed)]
        found = Page(
            render(kk.evaluate(plan_of(kk.Section("施策", "1", "一", indicators=rows))), "html")
        )
        assert more == [text for _, text in found.all("p", class_="note") if "ほか" in text]

    def test_lanes_without_a_heading(self) -> None:
        rows = [row(f"指標{number}", "70") for number in range(61)]
        table = kk.Section("表", "1", "表", indicators=rows)
        found = Page(render(kk.evaluate(kk.Plan("計画", sections=[table])), "html"))
        assert "すべて (61)" in [text for _, text in found.all("summary")]

    @pytest.mark.parametrize(("actual", "opened"), [("70", True), ("40", False)])
    def test_lanes_are_open_where_nothing_is_listed_above_them(
        self,
        actual: str,
        opened: bool,  # noqa: FBT001 - a case
    ) -> None:
        rows = [row(f"指標{number}", actual) for number in range(61)]
        table = kk.Section("表", "1", "表", indicators=rows)
        text = render(kk.evaluate(kk.Plan("計画", sections=[table])), "html")
        assert opened is ("<details open><summary>すべて (61)" in text)

    def test_worst_of_a_large_plan_come_first(self) -> None:
        """Of 61, 38 missed 60: the 36 that are furthest off are in sight, the worst first."""
        rows = [row(f"指標{number}", str(22 + number)) for number in range(61)]
        table = kk.Section("表", "1", "表", indicators=rows)
        titles: dict[Language, str] = {
            "ja": "未達成と遅れ 38件(うち著しいもの36件)",
            "en": "38 missed or behind, the worst 36 of them",
        }
        for lang, title in titles.items():
            markup = render(kk.evaluate(kk.Plan("計画", sections=[table])), "html", lang=lang)
            shown = markup.split('<section class="scale">')[1].split("<details>")[0]
            assert title in Page(shown).all("h3")[0][1]
            names = [attrs["title"] for attrs, _ in Page(shown).all("a")]
            assert [f"指標{number}" for number in range(36)] == names

    @pytest.mark.wide
    def test_of_very_many_only_the_worst_have_a_lane(self) -> None:
        """The others have a drawing on their cards, and the cards out of sight wait."""
        rows = [row(f"指標{number}", "70") for number in range(1000)] + [row("甲", "45")]
        table = kk.Section("表", "1", "表", indicators=rows)
        plan = kk.Plan("計画", sections=[table])
        markup = render(kk.evaluate(plan), "html")
        drawn = markup.split('<section class="scale">')[1].split('<ul class="key">')[0]
        assert 1 == drawn.count("<li ")
        assert "ほかの指標の位置はそれぞれのカードに示す" in markup
        assert "draw" in render(kk.evaluate(plan), "html", lang="en")
        assert '<div class="list long">' in markup

    def test_key_has_what_there_is(self, example: kk.PlanEvaluation) -> None:
        """An arrow is explained only where there is one."""
        near = kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[row("甲", "45")])))
        assert "目盛りの外" not in render(near, "html")
        assert "目盛りの外" in render(example, "html")

    def test_counts_are_open_where_no_bar_shows_them(self, page: Page) -> None:
        table = kk.Section("表", "1", "表", indicators=[row("甲", "45")])
        plain = Page(render(kk.evaluate(kk.Plan("計画", sections=[table])), "html"))
        assert "open" in plain.all("details", id="totals")[0][0]
        assert "open" not in page.all("details", id="totals")[0][0]


class TestFilters:
    def test_an_empty_choice_says_so(self, example: kk.PlanEvaluation) -> None:
        """The cards that are shown are counted by the style sheet, which has words for none."""
        for lang in ("ja", "en"):
            markup = render(example, "html", lang=lang)
            assert "@counter-style found{system:fixed 0;symbols:" in markup
            assert "counter(shown, found)" in markup

    def test_title_of_the_paper_cannot_leave_its_string(self) -> None:
        markup = render(kk.evaluate(hostile('";}body{display:none')), "html")
        style = markup.split("<style>")[1].split("</style>")[0]
        assert "body{display:none" not in style.replace("\\7d body", "")


class TestCards:
    def test_first_line(self, page: Page) -> None:
        """Name and verdict, then actual, target and gap."""
        summaries = [text for _, text in page.all("summary")]
        assert (
            "2-2 デジタル・ワークスタイルへの転換業務生産性の向上を実感した職員の割合未達成"
            "実績 70% (R6)目標 80%以上目標を10ポイント下回る"
        ) in summaries

    def test_a_row_without_a_target_is_one_line(self, page: Page) -> None:
        bare = [text for attrs, text in page.all("details", class_="bare")]
        assert len(bare) == 12
        assert all("実績" not in text.split("公表された行")[0][:60] for text in bare)

    def test_unit_of_the_column(self) -> None:
        cells = [
            Cell("指標名", "甲"),
            Cell("単位", "件"),
            Cell("実績値", "→ 70"),
            Cell("目標値", "60"),
        ]
        one = row("甲", "70", source=Source(kk.Location("plan.tsv", 2), cells))
        report = build_report(kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))))
        [card] = cards_of(report, scale_of(report))
        assert (card.actual, card.target, card.above) == ("70件", "60件", "1 一")

    def test_a_unit_that_stands_in_the_cell_is_not_put_behind_its_note(self) -> None:
        cells = [Cell("指標名", "甲"), Cell("実績値", "70件※1"), Cell("目標値", "60")]
        one = row("甲", "70", source=Source(kk.Location("plan.tsv", 2), cells))
        report = build_report(kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))))
        [card] = cards_of(report, scale_of(report))
        assert (card.actual, card.target) == ("70件※1", "60件")

    def test_title_that_a_heading_says_is_not_said_again(self) -> None:
        rows = [row("甲", "70"), row("乙", "70")]
        measure = kk.Section("施策", "1", "一", heading="施策1 一", indicators=rows)
        report = build_report(kk.evaluate(plan_of(measure)))
        assert [card.above for card in cards_of(report, scale_of(report))] == ["", ""]

    def test_a_heading_that_opened_before_says_it_too(self) -> None:
        """Below 施策1 窓口 a row 窓口 needs no title, behind the rows of another heading either."""
        rows = [row("甲", "70"), row("乙", "70")]
        inner = kk.Section("柱", "1", "受付", heading="柱1 受付", indicators=rows)
        last = kk.Section("事業", "1", "窓口", indicators=[row("丙", "70")])
        measure = kk.Section("施策", "1", "窓口", heading="施策1 窓口", sections=[inner, last])
        report = build_report(kk.evaluate(plan_of(measure)))
        assert [card.above for card in cards_of(report, scale_of(report))] == ["", "", ""]

    def test_printed_rate_and_findings_of_the_row(self) -> None:
        from kpikit.model.printed import PrintedRate

        cells = [Cell("指標名", "甲"), Cell("達成率", "116%")]
        printed = PrintedRate("116%", "達成率", quantity=kk.Quantity("116", "%"))
        one = row("甲", "70", printed=[printed], source=Source(kk.Location("plan.tsv", 2), cells))
        found = Page(
            render(kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))), "html")
        )
        labels = [text for _, text in found.all("dt")]
        assert "公表された達成率" in labels
        assert "達成率(実績値÷目標値)" in labels

    def test_findings_that_the_sentence_tells_are_not_told_again(self, page: Page) -> None:
        """Of all, only what the sentence leaves unsaid is a finding of the card."""
        cards = [text for _, text in page.all("details", class_="card")]
        (told,) = [text for text in cards if "ホームページアクセス件数" in text]
        assert told.count("指標名から、増加を目指す指標とみなした") == 1
        assert "この行の点検結果" not in told
        (other,) = [text for text in cards if "システム障害率" in text]
        assert "この行の点検結果" in other
        assert "名称と単位「件」が合わない" in other

    def test_a_unit_of_an_area(self) -> None:
        cells = [
            Cell("指標名", "甲"),
            Cell("単位", "㎡"),
            Cell("実績値", "70"),
            Cell("目標値", "60"),
        ]
        seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("70", "m2"))
        one = kk.Indicator(
            "甲",
            target=kk.AtLeast(kk.Quantity("60", "m2")),
            observations=[seen],
            source=Source(kk.Location("plan.tsv", 2), cells),
        )
        report = build_report(kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))))
        [card] = cards_of(report, scale_of(report))
        assert (card.actual, card.target) == ("70㎡", "60㎡")

    def test_trend_leads_to_the_due_year(self) -> None:
        start = kk.Observation(kk.FiscalYear(2020), kk.Quantity("30", "件"))
        one = row("甲", "40", kk.Target(FLOOR, DUE), baseline=start)  # type: ignore[arg-type]
        markup = render(
            kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one]))), "html"
        )
        drawn = re.findall(r'<svg class="trend".*?</svg>', markup)[0]
        words = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
        assert words == ["目標値60件以上", "30件", "40件", "令和2年度", "令和8年度", "令和5年度"]
        assert '<path class="way"' in drawn


class TestDownload:
    def test_each_table_is_there_as_csv(self, page: Page) -> None:
        links = [attrs for attrs, _ in page.all("a") if "download" in attrs]
        head, content = (links[0]["href"] or "").split(",")
        text = b64decode(content).decode()
        lines = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
        assert len(links) == 2
        assert head == "data:text/csv;charset=utf-8;base64"
        assert text.startswith("\ufeffNo.,施策名")
        assert len(lines) == 10
        assert lines[4][-4:-1] == ["未達成", "", "目標を10ポイント下回る"]

    def test_no_cell_is_a_formula(self) -> None:
        found = Page(render(kk.evaluate(hostile("=1+1")), "html"))
        links = [attrs["href"] or "" for attrs, _ in found.all("a") if "download" in attrs]
        content = "\n".join(b64decode(link.split(",")[1]).decode() for link in links)
        assert "'=1+1" in content
        assert not re.search(r"(^|,)=", content.removeprefix("\ufeff"), re.MULTILINE)


class TestOfficer:
    def test_what_would_settle_a_verdict(self, page: Page) -> None:
        told = page.all("section", id="officer")[0][1]
        assert "判定できない指標と、判定に要るもの(1件)" in told
        assert "市議会本会議等における資料のペーパーレス化" in told
        assert "印刷には含まれない。" in told

    def test_questions_come_with_their_answer(self) -> None:
        one = row(
            "窓口の数",
            "50",
            kk.Reach(kk.Quantity("60", "件")),
            source=Source(kk.Location("plan.tsv", 2)),
        )
        bare = row("別の窓口", "50", kk.Reach(kk.Quantity("60", "件")))
        found = Page(
            render(
                kk.evaluate(plan_of(kk.Section("事業", "1", "一", indicators=[one, bare]))), "html"
            )
        )
        told = found.all("section", id="questions")[0][1]
        assert "目標値に「以上」か「以下」を付けると判定できる。" in told
        assert "plan.tsv:2" in told

    def test_what_was_taken_for_something(self) -> None:
        chosen = [Chosen("costs", "B8:D8 (3)")]
        markup = render(kk.evaluate(kk.Plan("計画", chosen=chosen)), "html")
        assert '<details id="taken">' in markup
        assert "B8:D8 (3)" in markup

    def test_paper_says_how_much_it_leaves_out(self, page: Page) -> None:
        assert text_of(page, "p", class_="printed").startswith("表の点検で8件の要確認と15件の参考")


class TestChanges:
    """What changed since the edition before."""

    @staticmethod
    def edition(*indicators: kk.Indicator) -> kk.Plan:
        return plan_of(kk.Section("施策", "1", "一", indicators=indicators))

    def test_gained_lost_loosened_added_and_dropped(self) -> None:
        old = self.edition(row("甲", "50"), row("乙", "70"), row("丙", "50"), row("丁", "70"))
        new = self.edition(
            row("甲", "70"), row("乙", "50"), row("丙", "50", kk.AtLeast(kk.Quantity("55", "件"))),
            row("戊と庚", "70"),
        )  # fmt: skip
        titles = [(each.title, len(each.lines)) for each in changes_of(compare(old, new), "ja")]
        assert titles == [
            ("新たに達成(未達成→達成)", 1),
            ("達成でなくなった(達成→未達成)", 1),
            ("目標の緩和", 1),
            ("追加された指標", 1),
            ("なくなった指標", 1),
        ]

    def test_other_verdicts(self) -> None:
        reach = kk.Reach(kk.Quantity("60", "件"))
        found = changes_of(
            compare(self.edition(row("甲", "50", reach)), self.edition(row("甲", "50"))), "en"
        )
        assert found[0].title == "Another verdict (indeterminate → not achieved)"

    def test_on_the_page_and_in_a_file(self, tmp_path: Path) -> None:
        old, new = self.edition(row("甲", "50")), self.edition(row("甲", "70"))
        path = tmp_path / "report.html"
        save_report(kk.evaluate(new), path, changes=compare(old, new))
        markup = path.read_text(encoding="utf-8")
        assert "<summary>新たに達成(未達成→達成)(1件)</summary>" in markup

    def test_by_command(self, tmp_path: Path) -> None:
        old, new = tmp_path / "old.json", tmp_path / "new.json"
        kk.write_plan(self.edition(row("甲", "50")), old)
        kk.write_plan(self.edition(row("甲", "70")), new)
        made = tmp_path / "report.html"
        assert main(["report", str(new), "-o", str(made), "--previous", str(old)]) == 0
        assert "新たに達成" in made.read_text(encoding="utf-8")
        assert main(["report", str(new), "-o", str(old), "--previous", str(old), "--force"]) == 2

    def test_as_it_was_judged(self) -> None:
        """An evaluation is compared as it is: what is not due yet has not changed."""
        plan = self.edition(row("甲", "50", kk.Target(FLOOR, DUE)))  # type: ignore[arg-type]
        early = kk.evaluate(plan, as_of=NOW.end)
        assert compare(early, early).differences == ()
        assert compare(early, kk.evaluate(plan, as_of=DUE.end)).differences != ()

    def test_on_paper(self) -> None:
        pytest.importorskip("typst")
        old, new = self.edition(row("甲", "50")), self.edition(row("甲", "70"))
        made = render_bytes(kk.evaluate(new), "pdf", changes=compare(old, new))
        assert made.startswith(b"%PDF")

    def test_nothing_changed(self) -> None:
        plan = self.edition(row("甲", "50"))
        markup = render(kk.evaluate(plan), "html", changes=compare(plan, plan))
        assert "前の年度版から変わったところはない。" in markup


class TestDrawing:
    """The chart as a drawing of its own."""

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_all_of_it(self, example: kk.PlanEvaluation, lang: Language) -> None:
        from xml.etree import ElementTree as ET

        report = build_report(example, lang)
        drawn = scale_svg(scale_of(report), report.plan.title)
        found = ET.fromstring(drawn)  # noqa: S314 - our own
        words = [each.text or "" for each in found.iter("{http://www.w3.org/2000/svg}text")]
        assert words[0] == "相模原市ICT総合戦略"
        verdicts = {"ja": "× 未達成", "en": "× not achieved"}
        assert sum(each == verdicts[lang] for each in words) == 6

    def test_concerns_and_lanes_are_the_same_rows(self, example: kk.PlanEvaluation) -> None:
        scale = scale_of(build_report(example))
        assert [each.lane.number for each in concerns_of(scale)] == [8, 23, 16, 15, 3, 26]
