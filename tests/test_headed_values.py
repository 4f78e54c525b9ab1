"""What heads values in tables: compounds of the usual words, years above values, and outcomes."""

from __future__ import annotations

import pytest

import kpikit as kk

_ROWS = (
    ("特定健診受診率", "％", "34.1", "38.6", "45"),
    ("がん検診受診者数", "人", "1,210", "1,388", "1,500"),
    ("防災訓練の参加者数", "人", "820", "640", "1,000"),
)


def table(
    *,
    name: str = "指標名",
    baseline: str = "基準値",
    actual: str = "実績値",
    target: str = "目標値",
) -> kk.Plan:
    lines = [f"{name}\t単位\t{baseline}\t{actual}\t{target}", *map("\t".join, _ROWS)]
    return kk.read_plan("\n".join(lines).encode(), name="plan.tsv")


def values(plan: kk.Plan) -> list[tuple[str, ...]]:
    """Return the name and the numbers of each indicator, ``""`` for what is not there."""
    return [
        (
            each.name,
            _number(each.baseline.quantity if isinstance(each.baseline, kk.Observation) else None),
            _number(each.observations[-1].quantity if each.observations else None),
            _number(each.targets[-1].rule.level if each.targets else None),
        )
        for each in plan.indicators()
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("（R3年度）61.0％", "（R3年度）33.2％"), ["column-unread"]),
        (("65歳以上", "18歳以上"), []),
        (("講座を3回開いた。", "講座を4回開いた。"), []),
    ],
)
def test_figures_with_their_year_below_a_heading_that_says_nothing(
    cells: tuple[str, ...], told: list[str]
) -> None:
    """They are named as not read; a text, or what sorts people, is kept as text."""
    lines = ["指標名\tなにか\t実績値\t目標値"]
    lines += [f"{name}\t{cell}\t50％\t60％" for name, cell in zip("甲乙", cells, strict=True)]
    plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")

    assert told == [each.code for each in plan.issues]


def test_a_figure_is_no_part_of_a_name() -> None:
    """The values at the start, below a heading that says nothing: 朝食を欠食する割合 3.8％."""
    page = (
        "<table><tr><th>No</th><th>指標</th><th>対象</th><th>ほげ</th>"
        "<th>実績（R6）</th><th>目標（R6）</th></tr>"
        "<tr><td rowspan=2>1</td><td rowspan=2>欠食率</td><td>小学生</td><td>3.8％</td>"
        "<td>4.4％</td><td>0％</td></tr>"
        "<tr><td>中学生</td><td>6.1％</td><td>7.0％</td><td>3％</td></tr></table>"
    )

    with pytest.raises(kk.TableError, match="no table"):
        kk.read_plan(page.encode(), name="plan.html")


def test_figures_that_sort_people_are_parts_of_names() -> None:
    rows = (
        "指標|対象|実績（R6）|目標（R6）",
        "欠食率|20歳代|4.4％|0％",
        "欠食率|65歳以上|7.0％|3％",
    )
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    page = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    plan = kk.read_plan(page.encode(), name="plan.html")

    assert ["欠食率　20歳代", "欠食率　65歳以上"] == [each.name for each in plan.indicators()]


def test_figures_that_are_used_for_nothing() -> None:
    """Right of a target below 指標1, below a heading that says nothing: named as left over."""
    page = (
        "<table><tr><th>取組</th><th colspan=3>指標１</th><th colspan=3>指標２</th></tr>"
        "<tr><th></th><th>名称</th><th>目標</th><th>ほげ</th><th>名称</th><th>目標</th><th>実績</th></tr>"
        "<tr><td>共生</td><td>受講者数</td><td>60人</td><td>72人</td>"
        "<td>派遣件数</td><td>40件</td><td>35件</td></tr>"
        "<tr><td>啓発</td><td>来場者数</td><td>300人</td><td>255人</td>"
        "<td>相談件数</td><td>100件</td><td>108件</td></tr></table>"
    )
    plan = kk.read_plan(page.encode(), name="plan.html")

    assert [("column-left", "ほげ", "D3:D4 (2)")] == [
        (each.code, each.text, each.detail) for each in plan.issues
    ]


def test_target_of_each_year_beside_a_total() -> None:
    """How an actual is added up is kept with it, and the target is not compared with that."""
    page = (
        "<table><tr><th>指標</th><th>年度</th><th>R5</th></tr>"
        "<tr><td rowspan=2>利用者数（人）</td><td>年度別目標</td><td>10</td></tr>"
        "<tr><td>累計実績</td><td>19</td></tr></table>"
    )
    (evaluation,) = kk.evaluate(kk.read_plan(page.encode(), name="plan.html")).all()

    assert kk.Reason.STATISTIC_DIFFERS is evaluation.reason


def _number(quantity: kk.Quantity | None) -> str:
    return "" if quantity is None else f"{quantity.lower:,}"


_WHOLE = [(name, *numbers) for name, _, *numbers in _ROWS]
_WITHOUT_BASELINE = [(name, "", actual, target) for name, _, _, actual, target in _ROWS]


@pytest.mark.parametrize(
    "heading",
    [
        "到達目標",
        "設定目標値",
        "整備目標量",
        "目標件数",
        "KPI目標",
        "計画量",
        "中期目標（R12）",
        "目標の数値",
    ],
)
def test_targets_by_what_they_are(heading: str) -> None:
    assert _WHOLE == values(table(target=heading))


@pytest.mark.parametrize(
    "heading", ["将来目標", "長期目標", "10年後の目標", "修正目標", "整備目標"]
)
def test_targets_of_no_known_time_or_kind(heading: str) -> None:
    """When they are due, or whether they are values at all, nothing says."""
    with pytest.raises(kk.TableError, match="no table"):
        table(target=heading)


@pytest.mark.parametrize("heading", ["数値目標", "目標値（KPI）"])
def test_targets_beside_names(heading: str) -> None:
    """A heading of indicators, too, where it stands alone."""
    assert _WHOLE == values(table(target=heading))


def test_heading_of_names_that_is_none_of_targets() -> None:
    """活動指標 above figures, right of 成果指標, says of them nothing that is aimed for."""
    with pytest.raises(kk.TableError):
        table(name="成果指標", target="活動指標")


@pytest.mark.parametrize("heading", ["測定結果", "達成値", "今回調査（R5）", "直近の値"])
def test_actuals_by_what_they_are(heading: str) -> None:
    assert _WHOLE == values(table(actual=heading))


@pytest.mark.parametrize(
    "heading",
    ["策定時点（R2）", "基準年度（H30）", "基準年（2013）", "基準年度", "従前", "計画策定時点"],
)
def test_values_at_the_start(heading: str) -> None:
    """A year in the heading of a year, or figures below it, say that it is one of values."""
    plan = table(baseline=heading)

    assert _WHOLE == values(plan)
    assert () == plan.issues


@pytest.mark.parametrize(
    "years", [("30", "30", "29"), ("H30", "H30", "H29"), ("2018", "2018", "2017")]
)
def test_years_below_the_heading_of_years(years: tuple[str, ...]) -> None:
    """What may be years are no values."""
    rows = [
        (name, unit, year, *rest) for (name, unit, _, *rest), year in zip(_ROWS, years, strict=True)
    ]
    lines = ["指標名\t単位\t基準年度\t実績値\t目標値", *map("\t".join, rows)]
    plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")

    assert _WITHOUT_BASELINE == values(plan)


@pytest.mark.parametrize("heading", ["R5結果", "結果（R5）", "結果"])
def test_outcomes(heading: str) -> None:
    """Figures with the unit of their target are values; without one they may be rates of it."""
    rows = [(name, f"{target}{unit}", f"{actual}{unit}") for name, unit, _, actual, target in _ROWS]
    lines = [f"指標名\t目標値\t{heading}", *map("\t".join, rows)]
    plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")

    assert _WITHOUT_BASELINE == values(plan)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("年度別目標値", "年度別実績値"),
        ("目標値の推移", "実績の推移"),
        ("目標（年度別）", "実績（年度別）"),
        ("年次目標", "年次実績"),
        ("毎年度の目標", "各年度の実績"),
        ("数値目標", "実績値"),
    ],
)
def test_headings_over_years(target: str, actual: str) -> None:
    """Each value is of the year below the heading that covers it."""
    page = (
        "<table><tr><th rowspan=2>指標名</th><th rowspan=2>単位</th>"
        f"<th colspan=2>{target}</th><th colspan=2>{actual}</th></tr>"
        "<tr><th>R5</th><th>R6</th><th>R5</th><th>R6</th></tr>"
        "<tr><td>受診率</td><td>％</td><td>40</td><td>45</td><td>38.6</td><td>39.9</td></tr>"
        "<tr><td>受診者数</td><td>人</td><td>1,300</td><td>1,400</td><td>1,388</td><td>1,352</td></tr>"
        "</table>"
    )
    plan = kk.read_plan(page.encode(), name="plan.html")

    assert [
        ("受診率", {2023: "40", 2024: "45"}, {2023: "38.6", 2024: "39.9"}),
        ("受診者数", {2023: "1,300", 2024: "1,400"}, {2023: "1,388", 2024: "1,352"}),
    ] == [
        (
            each.name,
            {t.period.start.year: _number(t.rule.level) for t in each.targets if t.period},
            {
                seen.period.start.year: _number(seen.quantity)
                for seen in each.observations
                if seen.period
            },
        )
        for each in plan.indicators()
    ]
