"""Forms one after another in a web page: what stands below or beside values is of their form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.report import build_report
from kpikit.report.text import render_text

pytestmark = pytest.mark.usefixtures("in_this_process")


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<td>{text}" for text in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}' for row in cells)}</table>"


def read(folder: Path, *parts: str) -> kk.Plan:
    path = folder / "page.html"
    path.write_text(f"<meta charset=utf-8><title>市</title>{''.join(parts)}", encoding="utf-8")
    return kk.read_plan(path)


def card(name: str, office: str, rate: str) -> str:
    values = [("実績値（R6）", "40%"), ("目標値（R9）", "60%"), ("基準値（R4）", "20%")]
    return f"<h3>{name}</h3>" + table(*values, ("進捗率", rate), ("担当", office))


def offices(plan: kk.Plan) -> dict[str, tuple[str, ...]]:
    return {
        each.name: section.departments for section in plan.walk() for each in section.indicators
    }


class TestCards:
    """A table for each indicator, below a heading that is its name."""

    def test_rows_below_the_values_are_of_their_card(self, tmp_path: Path) -> None:
        cards = [
            ("利用率", "市民課", "50％"),
            ("保有率", "会計課", "51％"),
            ("加入率", "総務課", "52％"),
        ]
        plan = read(tmp_path, *(card(*each) for each in cards))

        assert {name: (office,) for name, office, _ in cards} == offices(plan)
        rates = [each.printed[0].text for each in plan.indicators()]
        assert ["50％", "51％", "52％"] == rates

    def test_a_row_below_a_table_is_of_none_of_its_rows(self, tmp_path: Path) -> None:
        head = ("指標名", "基準値（R4）", "実績値（R6）", "目標値（R9）")
        rows = [("利用率", "20%", "40%", "60%"), ("満足度", "1%", "2%", "3%")]
        plan = read(tmp_path, table(head, *rows), table(("担当", "市民課")))

        assert {"利用率": (), "満足度": ()} == offices(plan)


class TestFormsOfOneTitle:
    """A form for each facility, which a table above the indicators names."""

    HEAD = ("指標", "単位", "令和６年度目標", "令和６年度実績")

    def form(self, place: str, office: str, *values: str) -> str:
        return (
            "<h2>１　施設の概要</h2>"
            + table(("施設名", place), ("所管課", office))
            + "<h2>２　数値目標の達成状況</h2>"
            + table(self.HEAD, ("年間利用者数", "人", *values), ("満足度", "％", "90", "91"))
        )

    def test_each_has_its_facility_and_its_office(self, tmp_path: Path) -> None:
        plan = read(
            tmp_path,
            self.form("市民文化会館", "文化課", "125,000", "127,844"),
            self.form("体育館", "スポーツ課", "210,000", "198,720"),
        )

        told = [
            (section.title, section.departments, [each.name for each in section.indicators])
            for section in plan.walk()
            if section.indicators
        ]
        assert [
            ("市民文化会館", ("文化課",), ["年間利用者数", "満足度"]),
            ("体育館", ("スポーツ課",), ["年間利用者数", "満足度"]),
        ] == told


def test_words_of_a_schedule_are_named_as_not_used(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        table(
            ("", "", "Ｒ６年度", "Ｒ７年度", "Ｒ８年度"),
            ("年次計画", "計画", "検討中", "→", "見直し"),
            ("サロン数（か所）", "目標", "100", "104", "108"),
            ("", "実績", "99", "106", ""),
        ),
    )

    assert ["サロン数（か所）"] == [each.name for each in plan.indicators()]
    assert [("texts", "C2:E2 (3)")] == [
        (each.what, each.value) for each in plan.chosen if each.what == "texts"
    ]


def test_a_name_stands_below_its_own_heading(tmp_path: Path) -> None:
    """単年度 below 区分 tells it from another; what it is of stands below 指標名."""
    merged = (
        "<table><tr><td>指標名<td colspan=2>区分<td>R5<td>R6"
        "<tr><td rowspan=4>補助件数<td rowspan=2>単年度<td>目標<td>15<td>20"
        "<tr><td>実績<td>17<td>22"
        "<tr><td rowspan=2>累計<td>目標<td>30<td>50"
        "<tr><td>実績<td>29<td>51</table>"
    )
    plan = read(tmp_path, merged)

    named = [each.source.cells[0] for each in plan.indicators() if each.source]
    assert [("指標名", "補助件数　単年度"), ("指標名", "補助件数　累計")] == [
        (cell.heading, cell.text) for cell in named
    ]


def test_a_name_without_a_heading_begins_its_row(tmp_path: Path) -> None:
    """However narrow the line is: names of columns have none."""
    years = [(f"令和{year}年度", str(80 + year), str(90 + year)) for year in range(2, 7)]
    rows = [("年度", "有収率", "経常収支比率"), *years, ("目標（令和12年度）", "95", "99")]
    text = render_text(build_report(kk.evaluate(read(tmp_path, table(*rows)))), columns=60)

    assert [line for line in text.splitlines() if line.startswith("有収率 ") and "期限前" in line]
    assert ":有収率" not in text
