"""Cells that were once misread, by what was wrong: a wrong reading is worse than a refusal."""

from __future__ import annotations

import pytest

from contract import evaluated
from kpikit.cell import read_actual, read_period, read_target
from kpikit.model.observation import Missing
from kpikit.model.rule import AllOf, Qualitative
from kpikit.model.unit import scale_of


def test_a_move_by_ranks_raises_no_more() -> None:
    assert evaluated("ReduceBy(Quantity('5', '位'))") == read_target("5位以上上昇").value


@pytest.mark.parametrize(
    "text",
    [
        "週１回以上運動する人の割合の増加",
        "80歳で20本以上自分の歯を有する人の割合の増加",
        "3人以上の子どもがいる世帯の増加",
        "BMI 25以上の者の割合の減少",
    ],
)
def test_the_number_of_a_population_is_no_target(text: str) -> None:
    value = read_target(text).value
    assert value is None or isinstance(value, Qualitative)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bound behind a mark
        ("3.5％※を下回る", "AtMost(Quantity('3.5', '%'), strict=True)"),
        ("120分※2以内", "AtMost(Quantity('120', '分'))"),
        ("80％*以上", "AtLeast(Quantity('80', '%'))"),
        # the year of what is referred to is not when the target is due
        ("令和4年度の県平均以上", "RelativeTo('令和4年度の県平均', Comparator.AT_LEAST)"),
        ("累計500件（R2からの累計）", "Reach(Quantity('500', '件', statistic='累計'))"),
        ("75.3％（令和4年度）より増加", "AtLeast(Quantity('75.3', '%'), strict=True)"),
        # a word of change before the number
        ("縮小10人", "ReduceBy(Quantity('10', '人'))"),
        ("低下10人", "ReduceBy(Quantity('10', '人'))"),
        ("圧縮10人", "ReduceBy(Quantity('10', '人'))"),
        ("引き下げ10人", "ReduceBy(Quantity('10', '人'))"),
        ("拡大10人", "IncreaseBy(Quantity('10', '人'))"),
        ("上昇10人", "IncreaseBy(Quantity('10', '人'))"),
        ("アップ10人", "IncreaseBy(Quantity('10', '人'))"),
        # refused without need
        ("9,100人/３年", "Reach(Quantity('9100', '人', per='3年'))"),
        ("15分圏内人口の割合 80％", "Reach(Quantity('80', '%'))"),
        ("4点満点で3.2以上", "AtLeast(Quantity('3.2', per='4点満点'))"),
        ("日量 9,870㎥", "Reach(Quantity('9870', 'm3', per='日'))"),
        ("±0人", "Reach(Quantity('0', '人'))"),
        ("±2ポイント以内", "Between(Quantity(lower='-2', upper='2', unit='ポイント'))"),
        ("R4年度比 105％", "Reach(Quantity('105', '%'), reference='R4年度')"),
        ("毎年度5％ずつ増加", "IncreaseBy(Quantity('5', '%', per='年'))"),
        ("1,200ｔ以下（H25比▲20％）", "AtMost(Quantity('1200', 't'))"),
        ("540グラム毎人・日", "Reach(Quantity('540', 'グラム', per='人・日'))"),
    ],
)
def test_targets(text: str, expected: str) -> None:
    reading = read_target(text)
    assert evaluated(expected) == reading.value
    assert None is reading.period


def test_a_condition_is_not_dropped() -> None:
    for text in (
        "第3位以上かつ直近3年の最小値以上",
        "平均を超え、前期の伸びより大きく増やす",
        "80％以上かつ前年度以上",
    ):
        value = read_target(text).value
        assert value is None or (isinstance(value, AllOf) and 2 == len(value.parts))
    assert isinstance(read_target("80％以上かつ前年度以上").value, AllOf)


def test_the_level_of_a_rank_is_not_the_rank() -> None:
    assert None is read_target("全国15位の水準").value


def test_a_date_of_a_target_is_kept() -> None:
    reading = read_target("41.0％（令和12年3月修了者）")
    assert evaluated("Reach(Quantity('41.0', '%'))") == reading.value
    assert "2030-03" == str(reading.period)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H22国勢調査 8,120人", "Observation(FiscalYear(2010), quantity=Quantity('8120', '人'))"),
        ("R5市民アンケート 45.6%", "Observation(FiscalYear(2023), quantity=Quantity('45.6', '%'))"),
        (
            "R7速報：41件",
            (
                "Observation(FiscalYear(2025), quantity=Quantity('41', '件'), "
                "status=Status.PROVISIONAL)"
            ),
        ),
        (
            "170団体 （2021年度） ※見込み",
            (
                "Observation(FiscalYear(2021), quantity=Quantity('170', '団体'), "
                "status=Status.FORECAST)"
            ),
        ),
        ("5件（R4実績）", "Observation(FiscalYear(2022), quantity=Quantity('5', '件'))"),
        ("****", "Observation(None, missing=Missing.SUPPRESSED)"),
        ("縮小10人", "Observation(None, quantity=Quantity('10', '人', change=Change.DECREASE))"),
    ],
)
def test_actuals(text: str, expected: str) -> None:
    assert evaluated(expected) == read_actual(text).value


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("R4 小5.1％／中6.9％", [("小", "5.1", "FY2022"), ("中", "6.9", "FY2022")]),
        (
            "（R5年度） 主任 31.4％ 係長 20.0％",
            [("主任", "31.4", "FY2023"), ("係長", "20.0", "FY2023")],
        ),
        ("63件（19件）", [("", "63", ""), ("括弧内", "19", "")]),
        ("54.2%（118.6km）", [("", "54.2", ""), ("括弧内", "118.6", "")]),
        ("20代男性 50.1% 20代女性 62.9%", [("20代男性", "50.1", ""), ("20代女性", "62.9", "")]),
        (
            "408人 ・農業290人 ・林業53人",
            [("", "408", ""), ("農業", "290", ""), ("林業", "53", "")],
        ),
        ("8件(R4)→9件(R5)", [("R4", "8", "FY2022"), ("R5", "9", "FY2023")]),
        ("8件(R4)／9件(R5)", [("R4", "8", "FY2022"), ("R5", "9", "FY2023")]),
        ("年度当初 12人 年度途中 173人", [("年度当初", "12", ""), ("年度途中", "173", "")]),
    ],
)
def test_parts(text: str, parts: list[tuple[str, str, str]]) -> None:
    seen = read_actual(text).unwrap()
    assert parts == [
        (
            part.label,
            str(part.observation.quantity and part.observation.quantity.lower),
            str(part.observation.period or ""),
        )
        for part in seen.parts
    ]
    assert all(part.observation.benchmark is None for part in seen.parts)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "5件（目標）",
            "目標5件",
            "5件(集計中)",
            "残り5件",
            "未達成 5件",
            "5件の予定",
            "前年度5件",
        ),
        *("参考5件", "対前年比5件", "あと5件"),
        # letters that nobody knows
        *("億6社", "千43.7", "未673人", "34人／年/月"),
    ],
)
def test_words_that_turn_a_value_are_not_dropped(text: str) -> None:
    assert None is read_actual(text).value


def test_a_character_without_width_parts_no_word() -> None:
    assert isinstance(read_target("設\u200b置").value, Qualitative)


def test_two_ways_to_write_a_litre() -> None:
    assert scale_of("kl").base == scale_of("kL").base


@pytest.mark.parametrize(
    "text", ["人", "件", "円", "年度", "（R6）", "★", "別紙参照", "同上", "〃", "→"]
)
def test_what_states_nothing_is_no_outcome(text: str) -> None:
    assert None is read_target(text).value
    seen = read_actual(text).value
    assert seen is None or (isinstance(seen.missing, Missing) and not seen.outcome)


@pytest.mark.parametrize("text", ["2/3以上", "倍増（120件）", "20％削減（1,200t）"])
def test_what_was_refused_without_need(text: str) -> None:
    assert () == read_target(text).issues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("最新値（R4）", "FY2022"),
        ("計画終期（令和12年度）", "FY2030"),
        ("令和4年度（年度末時点）", "FY2022"),
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert expected == str(read_period(text).value)
