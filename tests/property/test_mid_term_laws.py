"""Laws of counting in mid-term, against an oracle of its own, and the same on every screen."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from io import BytesIO, StringIO
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kpikit as kk
from counting_oracle import NOW, Figures, counts_of
from kpikit.cli import main
from kpikit.judging.summary import MidTerm
from kpikit.report import build_report, render, render_bytes
from kpikit.report.blocks import counts_of as shown_counts_of

AS_OF: Final = date(NOW + 1, 3, 31)
RULES: Final = {">=": kk.AtLeast, "<=": kk.AtMost, "=": kk.Reach}
#: The counts of the tables, by their words.
WORDS: Final = {
    "達成": "achieved",
    "未達成": "not_achieved",
    "判定不能": "indeterminate",
    "期限前": "not_due",
    "順調": "on_track",
    "遅れ": "behind",
    "不明": "unknown",
    "見込み": "forecast",
    "対象外": "not_applicable",
    "再掲": "repeated",
}


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """Draw a row of which the design says what it is."""
    bound = draw(st.sampled_from(["<=", ">=", "="]))
    small = st.integers(1, 9)
    start = draw(small) if bound == "=" else draw(st.none() | small)
    since = None if start is None else draw(st.none() | st.integers(2018, NOW + 1))
    target = start + draw(small) if bound == "=" and start is not None else draw(small)
    until = draw(st.none() | st.integers(NOW - 1, NOW + 4))
    due = until is None or until <= NOW
    years = draw(st.sets(st.integers(2019, NOW - 1), max_size=2)) | ({NOW} if due else set())
    if not due and draw(st.booleans()):
        years.add(NOW)
    values = tuple((year, draw(small)) for year in sorted(years))
    forecast = bool(values) and draw(st.sampled_from([False, False, True]))
    marked = draw(st.sampled_from([False, False, False, True]))
    name = draw(st.sampled_from(["指標甲", "指標乙"]))
    return Figures(name, bound, target, until, start, since, values, forecast, marked)


def indicator(row: Figures) -> kk.Indicator:
    """Make an indicator of a row."""
    last = row.values[-1][0] if row.values else None
    return kk.Indicator(
        row.name,
        target=kk.Target(
            RULES[row.bound](kk.Quantity(row.target, "件")),
            None if row.until is None else kk.FiscalYear(row.until),
        ),
        baseline=None
        if row.start is None
        else kk.Observation(
            None if row.since is None else kk.FiscalYear(row.since), kk.Quantity(row.start, "件")
        ),
        observations=[
            kk.Observation(
                kk.FiscalYear(year),
                kk.Quantity(value, "件"),
                status=kk.Status.FORECAST if year == last and row.forecast else kk.Status.FINAL,
            )
            for year, value in row.values
        ],
        repeated=row.marked,
    )


def plan(rows: list[Figures]) -> kk.Plan:
    """Make a plan of two tables with three departments."""
    sections = [
        kk.Section(
            "事業",
            str(number),
            f"事業{number}",
            departments=[f"課{number % 3}"],
            indicators=[indicator(row)],
        )
        for number, row in enumerate(rows, 1)
    ]
    cut = len(sections) // 2
    tables = [sections[:cut], sections[cut:]]
    return kk.Plan(
        "計画",
        sections=[kk.Section("表", str(n), "表", sections=t) for n, t in enumerate(tables, 1)],
    )


def evaluated(rows: list[Figures]) -> kk.PlanEvaluation:
    return kk.evaluate(plan(rows), as_of=AS_OF)


def counted(summary: kk.Summary) -> Counter[str]:
    """Return the counts of a summary that are not 0."""
    names = [*WORDS.values(), "early", "early_forecast"]
    return +Counter({name: getattr(summary, name) for name in names})


several: Final = st.lists(figures(), max_size=7) | st.lists(figures(), max_size=3).map(
    lambda rows: [*rows, *rows]
)


class TestCounts:
    """What is counted is what the design says."""

    @given(several)
    def test_oracle(self, rows: list[Figures]) -> None:
        assert counted(evaluated(rows).summary()) == counts_of(rows)

    @given(several.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
    def test_order_of_rows_does_not_matter(self, rows: tuple[list[Figures], list[Figures]]) -> None:
        one, other = map(evaluated, rows)
        assert one.summary() == other.summary()
        assert one.roll_up(MidTerm.of) == other.roll_up(MidTerm.of)

    @given(several)
    def test_one_of_several_standings(self, rows: list[Figures]) -> None:
        result = evaluated(rows)
        summary = result.summary()
        assert summary.not_due == summary.on_track + summary.behind + summary.unknown
        assert summary.total + summary.repeated == len(rows)
        assert (summary.rate is None) or summary.due > 0
        for each in result.all():
            standing = each.standing
            assert (standing is not None) is (each.verdict is kk.Verdict.NOT_DUE)
            if standing is not None:
                assert (standing.reason is None) is (standing.pace is not kk.Pace.UNKNOWN)


# -- the same on every screen ----------------------------------------------------------------------


def in_text(result: kk.PlanEvaluation) -> Counter[str]:
    lines = render(result, "text").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("全体"))
    return by_words(re.split(r"\s{2,}", lines[at - 2]), re.split(r"\s{2,}", lines[at]))


def in_markdown(result: kk.PlanEvaluation) -> Counter[str]:
    lines = render(result, "markdown").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("| 全体"))
    heads, cells = (lines[each].strip("| ").split(" | ") for each in (at - 2, at))
    return by_words(heads, cells)


def in_workbook(result: kk.PlanEvaluation) -> Counter[str]:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(render_bytes(result, "xlsx")))
    lines = [line for sheet in book.worksheets for line in sheet.values]
    rows = [[str(cell) for cell in line if cell is not None] for line in lines]
    at = next(index for index, row in enumerate(rows) if row and row[0] == "全体")
    return by_words(rows[at - 1], rows[at])


def by_words(heads: list[str], cells: list[str]) -> Counter[str]:
    """Read a row of counts by the words of its headings."""
    named = [WORDS.get(head.split(" ")[-1], "") for head in heads]
    return +Counter({name: int(cell) for name, cell in zip(named, cells, strict=False) if name})


def in_json(result: kk.PlanEvaluation) -> Counter[str]:
    counts = json.loads(render(result, "json"))["totals"][0]["counts"]
    counts["not_applicable"] = counts["exploratory"] + counts["unset"] + counts["not_set"]
    return +Counter({name: counts[name] for name in WORDS.values()})


def in_json_rows(result: kk.PlanEvaluation) -> Counter[str]:
    report = json.loads(render(result, "json"))
    rows = [row for table in report["tables"] for group in table["groups"] for row in group["rows"]]
    found = Counter(row["counted_as"] for row in rows)
    found.update(row["standing"]["pace"] for row in rows if row["counted_as"] == "not_due")
    return found


def in_tsv(result: kk.PlanEvaluation) -> Counter[str]:
    rows = list(csv.DictReader(StringIO(render(result, "tsv")), delimiter="\t"))
    found = Counter(row.get("counted_as") or row["verdict"] for row in rows)
    found.update(row["standing"] for row in rows if row.get("counted_as") == "not_due")
    return found


def in_html_table(result: kk.PlanEvaluation) -> Counter[str]:
    table = render(result, "html").partition('<table class="totals">')[2]
    heads = re.findall(r'<th scope="col" class="figure">([^<]+)</th>', table.partition("</tr>")[0])
    whole = table.partition('<th scope="row">全体</th>')[2].partition("</tr>")[0]
    return by_words(heads, re.findall(r'<td class="figure">(\d+)</td>', whole))


def in_html_buttons(result: kk.PlanEvaluation) -> Counter[str]:
    label = r'<label for="v-(\w+)">(?:<svg.*?</svg>)?\S+ (\d+)</label>'
    labels = re.findall(label, render(result, "html"))
    return +Counter({name: int(number) for name, number in labels if name != "all"})


def in_html_rows(result: kk.PlanEvaluation) -> Counter[str]:
    """Count the cards that each button leaves."""
    page = render(result, "html")
    cards = re.findall(r'<\w+ class="card [^"]*" data-v="([^"]*)"', page)
    return Counter(name for card in cards for name in card.split())


def in_pdf(result: kk.PlanEvaluation) -> Counter[str]:
    """Count what the PDF is given."""
    report = build_report(result)
    counts = Counter({each.name: each.number for each in shown_counts_of(report)})
    summary = report.totals[0].summary
    counts.update({name: getattr(summary, name) for name in ("on_track", "behind", "unknown")})
    return +counts


SCREENS: Final = [
    in_text,
    in_markdown,
    in_workbook,
    in_json,
    in_json_rows,
    in_tsv,
    in_html_table,
    in_html_buttons,
    in_html_rows,
    in_pdf,
]


class TestScreens:
    """Forecasts and what is listed again are counted in the same way everywhere."""

    @pytest.mark.parametrize("screen", SCREENS)
    @settings(max_examples=15, deadline=None)
    @given(rows=st.lists(figures(), min_size=1, max_size=6))
    def test_counts(self, screen: Any, rows: list[Figures]) -> None:
        asked = counts_of(rows)
        for name in ("early", "early_forecast"):
            del asked[name]
        assert screen(evaluated(rows)) == asked

    @settings(max_examples=15, deadline=None)
    @given(rows=st.lists(figures(), min_size=1, max_size=6))
    def test_headline(self, rows: list[Figures]) -> None:
        result, counts = evaluated(rows), counts_of(rows)
        headline = result.roll_up(MidTerm.of).explain()
        left = counts["not_due"]
        paces = f"順調{counts['on_track']}・遅れ{counts['behind']}・不明{counts['unknown']}"
        paces = "進み具合が不明" if counts["unknown"] == left else paces
        is_any_met = counts["early"] + counts["early_forecast"]
        others = f"残る{left}件(期限 " if is_any_met else f"{left}件(期限 "
        assert bool(headline) is bool(left + counts["early"] + counts["early_forecast"])
        assert (others in headline and headline.endswith(paces)) is bool(left)
        judged = ("achieved", "not_achieved", "forecast", "on_track", "behind")
        is_told = not headline or any(counts[name] for name in judged)
        for form in ("text", "markdown", "html"):
            assert (headline if is_told else "判定できたものはない。") in render(result, form)

    @settings(max_examples=10, deadline=None)
    @given(rows=st.lists(figures(), min_size=1, max_size=4))
    def test_command_line(
        self, tmp_path_factory: pytest.TempPathFactory, rows: list[Figures]
    ) -> None:
        folder = tmp_path_factory.mktemp("plan")
        kk.write_plan(plan(rows), folder / "plan.json")
        asked = ["report", str(folder / "plan.json"), "--as-of", AS_OF.isoformat()]
        counts = counts_of(rows)
        for name in ("not-achieved", "indeterminate", "behind"):
            output = ["-o", str(folder / f"{name}.txt"), "--fail-on", name]
            assert main([*asked, *output]) == bool(counts[name.replace("-", "_")])
