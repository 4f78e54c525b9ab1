"""Units with a remark behind them."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.table.units import stated_unit

REMARKED = [
    ("％　（集団回収を含む。）", "%"),
    ("日　（１号炉・２号炉の平均。）", "日"),
    ("千m3（年度末）", "千m3"),
    ("日、年度末現在", "日"),
    ("％。集団回収を含む。", "%"),
    ("人 ※各年度末", "人"),
    ("人 各年度末", "人"),
]
#: What may count it otherwise, or says which statistic it is.
OPEN = [
    "％（ただし事業系はt）",
    "人（団体は組）",
    "円（千円単位）",
    "世帯（人）",
    "日（延べ）",
    "日（平均）",
    "人 件",
]


@pytest.mark.parametrize(("text", "unit"), REMARKED)
def test_a_remark_behind_it(text: str, unit: str) -> None:
    one = stated_unit(text)

    assert one is not None
    assert ("1", unit, "", "") == (str(one.value), one.unit, one.per, one.statistic)


@pytest.mark.parametrize("text", OPEN)
def test_what_may_count_otherwise(text: str) -> None:
    assert stated_unit(text) is None


@pytest.mark.parametrize("text", ["人（累計）", "件（1人当たり）", "g／人・日"])
def test_what_is_a_unit_as_a_whole(text: str) -> None:
    assert stated_unit(text) is not None


def test_a_line_above_each_table() -> None:
    """The unit of a line is that of the table below it, its remark none of a number."""
    table = "年度,目標値,実績値\n令和５年度,280,284\n令和６年度,285,288\n,,\n"
    text = "計画の点検結果,,\n,,\n" + "".join(
        f"指標{at}　{name},,\n単位：{unit},,\n{table}"
        for at, (name, unit) in enumerate(
            [
                ("焼却施設の稼働日数", "日　（２炉の平均）"),
                ("売電電力量", "MWh"),
                ("来場者数", "人（団体は組）"),
            ],
            1,
        )
    )
    plan = kk.read_plan(text.encode(), name="計画.csv")

    seen = [each.observations[-1].quantity for each in plan.indicators()]
    assert ["日", "MWh", ""] == [each.unit for each in seen if each is not None]
    assert "unit-not-understood" in [issue.code for issue in plan.issues]
