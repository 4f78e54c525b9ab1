"""Where an indicator stands while its target is open: on track, behind or unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.trend import on_track
from kpikit.judging.gap import Gap
from kpikit.judging.path import start_of
from kpikit.judging.spelling import Spelling
from kpikit.judging.standing import Pace, Standing, StandingMethod, standing_of
from kpikit.judging.summary import MidTerm
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Cell, Source
from kpikit.model.rule.base import part_of

HIGHER, LOWER = kk.Direction.HIGHER, kk.Direction.LOWER


def fy(year: int) -> kk.FiscalYear:
    return kk.FiscalYear(year)


def seen(year: int, value: str, unit: str = "%", **named: Any) -> kk.Observation:
    return kk.Observation(fy(year), kk.Quantity(value, unit), **named)


def standing(
    rule: kk.Rule, start: kk.Observation | None, actual: kk.Observation, **named: Any
) -> Standing:
    """Tell how an actual stands on the way to a target for FY2027."""
    indicator = kk.Indicator(
        named.pop("name", "利用率"), baseline=start, target=kk.Target(rule, fy(2027)), **named
    )
    found = kk.evaluate(indicator, actual).standing
    assert found is not None
    return found


def percent(value: str) -> kk.Quantity:
    return kk.Quantity(value, "%")


class TestWhere:
    """Only an open target has a standing."""

    @pytest.mark.parametrize(
        ("actual", "rule", "until"),
        [
            ("60", kk.AtLeast(percent("55")), fy(2027)),  # met early
            ("50", kk.AtLeast(percent("55")), fy(2023)),  # due and missed
            ("60", kk.AtLeast(percent("55")), fy(2023)),  # due and met
            ("50", kk.AtLeast(percent("55")), None),  # without a date: due at every day
            ("50", kk.Unset(), fy(2027)),  # nothing to meet
        ],
    )
    def test_none(self, actual: str, rule: kk.Rule, until: kk.FiscalYear | None) -> None:
        indicator = kk.Indicator("利用率", baseline=seen(2019, "48"), target=kk.Target(rule, until))
        assert kk.evaluate(indicator, seen(2023, actual)).standing is None

    def test_none_of_a_target_that_cannot_be_read(self) -> None:
        assert kk.evaluate(kk.Indicator("利用率"), seen(2023, "50")).standing is None

    def test_large_numbers_are_rounded_as_the_row_counts_them(self) -> None:
        """From 834万円 to 986万円 in six years: two of them ask for 884.666…万円."""
        texts = ("834万円", "906万円", "986万円以上")
        cells = [Cell(name, text) for name, text in zip("基実目", texts, strict=True)]
        start, actual, aim = (kk.Quantity(f"{each}0000", "円") for each in (834, 906, 986))
        one = kk.Indicator(
            "付加価値額",
            baseline=kk.Observation(fy(2021), start),
            target=kk.Target(kk.AtLeast(aim), fy(2027)),
            source=Source(kk.Location("plan.csv", 2), cells),
        )
        found = kk.evaluate(one, kk.Observation(fy(2023), actual))
        assert (
            "令和5年度の実績値は906万円で、直線上の目安約884.7万円を約21.3万円上回り、順調である。"
        ) in found.explain()

    def test_the_line_is_told_as_it_can_be_worked_out(self) -> None:
        """From 82 to 120 in five years: two of them ask for 97.2, whatever is counted."""
        start, actual, aim = (kk.Quantity(each, "人") for each in (82, 66, 120))
        one = kk.Indicator(
            "人数",
            baseline=kk.Observation(fy(2022), start),
            target=kk.Target(kk.AtLeast(aim), fy(2027)),
        )
        found = kk.evaluate(one, kk.Observation(fy(2024), actual)).explain()
        assert "直線上の目安97.2人に31.2人及ばず、遅れている。" in found

    def test_an_actual_without_a_time(self) -> None:
        one = kk.Indicator(
            "率", baseline=seen(2019, "48"), target=kk.Target(kk.AtLeast(percent("56")), fy(2027))
        )
        found = kk.evaluate(one, kk.Observation(None, percent("50")), as_of=fy(2023).end)
        assert found.explain() == (
            "目標値は56%以上で、目標年度(令和9年度)は到来していない。"
            "実績値は50%であるが、進み具合は、実績値の時期が示されていないため判定できない。"
        )

    def test_all_that_it_says(self) -> None:
        # From 48 % in FY2019 to 56 % by FY2027, a point a year: 52 % by FY2023.
        found = standing(kk.AtLeast(percent("56")), seen(2019, "48"), seen(2023, "51.5"))

        assert (found.pace, found.reason, found.when) == (Pace.BEHIND, None, fy(2023))
        assert found.method is StandingMethod.STRAIGHT_LINE
        assert found.rule == kk.AtLeast(percent("52"))
        assert (found.expected, found.gap) == (percent("52"), kk.Quantity("0.5", "ポイント"))
        assert found.explain("en") == (
            "The actual of FY2023 is 51.5%, 0.5 points short of the straight line (52%): behind."
        )
        assert found.explain() == (
            "令和5年度の実績値は51.5%で、直線上の目安52%に0.5ポイント及ばず、遅れている。"
        )
        check_value_object(
            found, standing(kk.AtLeast(percent("56")), seen(2019, "48"), seen(2023, "53"))
        )

    def test_it_is_what_on_track_says(self) -> None:
        indicator = kk.Indicator(
            "利用率",
            baseline=seen(2019, "48"),
            target=kk.Target(kk.AtLeast(percent("56")), fy(2027)),
            observations=[seen(2023, "53")],
        )
        evaluation = kk.evaluate(indicator)
        assert evaluation.standing == on_track(evaluation)


class TestPace:
    """A value on the line is on track, and a worse one is behind."""

    @pytest.mark.parametrize(
        ("rule", "start", "actual", "pace"),
        [
            (kk.AtLeast(percent("56")), "48", "52", Pace.ON_TRACK),
            (kk.AtLeast(percent("56")), "48", "51.9", Pace.BEHIND),
            (kk.AtLeast(percent("56"), strict=True), "48", "52", Pace.ON_TRACK),
            (kk.AtMost(percent("40")), "48", "44", Pace.ON_TRACK),
            (kk.AtMost(percent("40")), "48", "44.1", Pace.BEHIND),
            (kk.Reach(percent("56")), "48", "52", Pace.ON_TRACK),
            (kk.Reach(percent("56")), "48", "51.9", Pace.BEHIND),
            # From beyond the target no more than the target is asked for.
            (kk.AtLeast(percent("40")), "48", "39.9", Pace.BEHIND),
            # To keep, or to better, what was at the start: the line is level.
            (kk.Maintain(direction=HIGHER), "48", "48", Pace.ON_TRACK),
            (kk.Maintain(direction=HIGHER), "48", "47.9", Pace.BEHIND),
            (kk.Maintain(percent("56"), direction=HIGHER), "48", "52", Pace.ON_TRACK),
            (kk.Improve(HIGHER), "48", "48", Pace.ON_TRACK),
            (kk.Improve(HIGHER), "48", "47.9", Pace.BEHIND),
            (kk.Improve(LOWER), "48", "48.1", Pace.BEHIND),
            (kk.RelativeTo("現状値", kk.Comparator.ABOVE), "48", "48", Pace.ON_TRACK),
            (kk.RelativeTo("現状値", kk.Comparator.BELOW), "48", "48.1", Pace.BEHIND),
        ],
    )
    def test_pace(self, rule: kk.Rule, start: str, actual: str, pace: Pace) -> None:
        found = standing(rule, seen(2019, start), seen(2023, actual))
        assert (found.pace, found.reason) == (pace, None)

    def test_what_was_met_early_is_no_news_of_a_pace(self) -> None:
        """The verdict says that it is early; on the way there is nothing but early."""
        met = kk.Indicator(
            "満足度",
            target=kk.Target(kk.AtLeast(percent("56")), kk.FiscalYear(2027)),
            baseline=seen(2019, "48"),
            observations=[seen(2023, "57")],
        )
        judged = kk.evaluate(met, as_of=date(2024, 4, 1))
        assert (kk.Flag.EARLY,) == judged.flags
        found = on_track(judged)
        assert (Pace.ON_TRACK, ()) == (found.pace, found.flags)

    def test_value_expected_of_what_is_kept(self) -> None:
        found = standing(kk.Improve(HIGHER), seen(2019, "48"), seen(2023, "47"))
        assert (found.expected, found.gap) == (percent("48"), kk.Quantity("1", "ポイント"))

    def test_a_change_is_asked_for_in_part(self) -> None:
        # 40 % of 200 are 80; half of it by the middle leaves 160.
        rule = kk.ReduceBy(percent("40"))
        found = standing(rule, seen(2019, "200", "部"), seen(2023, "161", "部"))
        assert (found.pace, found.expected) == (Pace.BEHIND, kk.Quantity("160", "部"))
        assert found.gap == kk.Quantity("-1", "部")
        assert "161 copies, 1 copy above the straight line (160 copies)" in found.explain("en")

    def test_a_change_that_is_reported_as_one(self) -> None:
        cut = kk.Observation(fy(2023), kk.Quantity("30", "時間", change=kk.Change.DECREASE))
        found = standing(kk.ReduceBy(kk.Quantity("80", "時間")), seen(2019, "0", "時間"), cut)
        assert found.pace is Pace.BEHIND
        assert found.expected == kk.Quantity("40", "時間", change=kk.Change.DECREASE)
        assert found.explain() == (
            "令和5年度の実績値は30時間の減少で、直線上の目安「40時間の減少」に10時間及ばず、"
            "遅れている。"
        )
        assert found.explain("en") == (
            "The actual of FY2023 is a decrease of 30 hours, 10 hours short of the straight line "
            "(a decrease of 40 hours): behind."
        )

    def test_a_name_that_states_what_the_target_leaves_out(self) -> None:
        """累計 of the actual: 100, half of the way to 200 is 150, and 140 is 10 less."""
        total = kk.Observation(fy(2023), kk.Quantity("140", "人", statistic="累計"))
        rule = kk.AtLeast(kk.Quantity("200", "人"))
        found = standing(rule, seen(2019, "100", "人"), total, name="累計参加者数")
        assert (found.pace, found.expected) == (Pace.BEHIND, kk.Quantity("150", "人"))
        assert found.gap is not None
        assert (found.gap.value, found.gap.unit) == (Decimal(10), "人")
        assert "目安150人に10人及ばず、遅れている。" in found.explain()
        begun = kk.Observation(fy(2019), kk.Quantity("100", "人", statistic="累計"))
        assert standing(rule, begun, total, name="累計参加者数").expected == found.expected

    def test_units_of_one_dimension(self) -> None:
        rule = kk.AtLeast(kk.Quantity("2", "千人"))
        found = standing(rule, seen(2019, "1000", "人"), seen(2023, "1400", "人"))
        assert (found.pace, found.expected) == (Pace.BEHIND, kk.Quantity("1.5", "千人"))
        assert found.gap == kk.Quantity("0.1", "千人")

    def test_on_the_line_there_is_no_gap(self) -> None:
        found = standing(kk.AtLeast(percent("56")), seen(2019, "48"), seen(2023, "52"))
        assert found.gap == kk.Quantity("0", "ポイント")
        assert found.explain() == (
            "令和5年度の実績値は52%で、直線上の目安52%を満たし、順調である。"
        )


class TestParts:
    """All parts must keep up."""

    RULE = kk.AllOf(
        [
            kk.RulePart("X", kk.AtLeast(kk.Quantity("400", "人"))),
            kk.RulePart("Y", kk.AtLeast(kk.Quantity("600", "人"))),
        ]
    )

    @staticmethod
    def parts(year: int, *values: str) -> kk.Observation:
        return kk.Observation(
            fy(year),
            parts=[
                kk.Part(label, kk.Observation(None, kk.Quantity(value, "人")))
                for label, value in zip("XY", values, strict=True)
            ],
        )

    @pytest.mark.parametrize(
        ("values", "pace"),
        [(("300", "400"), Pace.ON_TRACK), (("300", "399"), Pace.BEHIND)],
    )
    def test_pace(self, values: tuple[str, str], pace: Pace) -> None:
        # X from 200 to 400, Y from 200 to 600: 300 and 400 by the middle.
        found = standing(self.RULE, self.parts(2019, "200", "200"), self.parts(2023, *values))
        assert (found.pace, found.expected, found.gap) == (pace, None, None)
        assert "X 300人以上、Y 400人以上" in found.explain()

    def test_conditions_on_one_number(self) -> None:
        both = kk.AllOf(
            [kk.RulePart("", kk.AtLeast(percent("56"))), kk.RulePart("", kk.AtLeast(percent("58")))]
        )
        assert standing(both, seen(2019, "48"), seen(2023, "52.9")).pace is Pace.BEHIND
        assert standing(both, seen(2019, "48"), seen(2023, "53")).pace is Pace.ON_TRACK
        # By three of eight years 51 and 51.75, with one place more than the actual.
        told = standing(both, seen(2019, "48"), seen(2022, "50.0")).explain()
        assert "50.0%で、直線上の目安「51%以上、51.75%以上」を満たさず" in told

    def test_parts_that_were_not_all_judged(self) -> None:
        indicator = kk.Indicator(
            "登録者",
            baseline=self.parts(2019, "200", "200"),
            target=kk.Target(self.RULE, fy(2027)),
        )
        evaluation = kk.evaluate(indicator, self.parts(2023, "300", "400"))
        judgement = attrs.evolve(evaluation.judgement, parts=evaluation.judgement.parts[:1])
        found = standing_of(judgement, evaluation.target, evaluation.evidence)
        assert found is not None
        assert (found.pace, found.reason) == (Pace.UNKNOWN, Gap.NO_SINGLE_TARGET)

    def test_a_part_without_a_target_asks_for_nothing(self) -> None:
        rule = kk.AllOf([self.RULE.parts[0], kk.RulePart("Y", kk.Unset())])
        found = standing(rule, self.parts(2019, "200", "9"), self.parts(2023, "300", "1"))
        assert found.pace is Pace.ON_TRACK

    @pytest.mark.parametrize(
        ("rule", "start", "reason"),
        [
            (RULE, seen(2019, "400", "人"), Gap.BASELINE_MISSING),
            (
                kk.AllOf(
                    [RULE.parts[0], kk.RulePart("Y", kk.Between(kk.Quantity(lower=5, upper=9)))]
                ),
                seen(2019, "400", "人"),
                Gap.BASELINE_MISSING,
            ),
            (
                kk.AllOf([RULE.parts[0], kk.RulePart("Y", kk.Improve(HIGHER, reference="前年度"))]),
                seen(2019, "400", "人"),
                Gap.NO_SINGLE_TARGET,
            ),
        ],
    )
    def test_no_line(self, rule: kk.Rule, start: kk.Observation, reason: Gap) -> None:
        found = standing(rule, start, self.parts(2023, "300", "300"))
        assert (found.pace, found.reason) == (Pace.UNKNOWN, reason)

    def test_no_actual(self) -> None:
        pending = kk.Observation(fy(2023), missing=kk.Missing.PENDING)
        found = standing(self.RULE, self.parts(2019, "200", "200"), pending)
        assert (found.pace, found.reason) == (Pace.UNKNOWN, kk.Reason.NO_ACTUAL)


class TestUnknown:
    """What cannot be told has a reason."""

    @pytest.mark.parametrize(
        ("rule", "start", "actual", "reason"),
        [
            (kk.AtLeast(percent("56")), None, seen(2023, "50"), Gap.BASELINE_MISSING),
            (
                kk.AtLeast(percent("56")),
                kk.Observation(None, percent("48")),
                seen(2023, "50"),
                Gap.BASELINE_UNDATED,
            ),
            (kk.AtLeast(percent("56")), seen(2023, "48"), seen(2023, "48"), Gap.NO_LATER_VALUE),
            (kk.AtLeast(percent("56")), seen(2024, "48"), seen(2023, "48"), Gap.BEFORE_BASELINE),
            (kk.AtLeast(percent("56")), seen(2027, "48"), seen(2023, "48"), Gap.NOT_LATER),
            (
                kk.Between(kk.Quantity(lower=50, upper=60, unit="%")),
                seen(2019, "4"),
                seen(2023, "9"),
                Gap.NO_SINGLE_TARGET,
            ),
            (
                kk.RelativeTo("現状値", kk.Comparator.EQUAL),
                seen(2019, "4"),
                seen(2023, "9"),
                Gap.NO_SINGLE_TARGET,
            ),
            (
                kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST),
                seen(2019, "4"),
                seen(2023, "9"),
                Gap.NO_SINGLE_TARGET,
            ),
            (
                kk.Improve(HIGHER, reference="前年度"),
                seen(2019, "4"),
                seen(2023, "9"),
                Gap.NO_SINGLE_TARGET,
            ),
            (
                kk.Maintain(reference="前年度"),
                seen(2019, "4"),
                seen(2023, "9"),
                Gap.NO_SINGLE_TARGET,
            ),
            (
                kk.ReduceBy(kk.Quantity("10", "件"), reference="前年度"),
                seen(2019, "4", "件"),
                seen(2023, "9", "件"),
                Gap.NO_SINGLE_TARGET,
            ),
            (kk.AtLeast(percent("56")), seen(2019, "4", "件"), seen(2023, "9"), Gap.NOT_COMPARABLE),
            (
                kk.AtLeast(percent("56")),
                seen(2019, "48"),
                seen(2023, "9", "件"),
                kk.Reason.UNITS_DIFFER,
            ),
            # Nothing tells which way is better; on the line by chance is no word.
            (
                kk.Reach(percent("40")),
                seen(2019, "48"),
                seen(2023, "44"),
                kk.Reason.DIRECTION_UNKNOWN,
            ),
            (
                kk.Reach(percent("40")),
                seen(2019, "48"),
                seen(2023, "45"),
                kk.Reason.DIRECTION_UNKNOWN,
            ),
        ],
    )
    def test_reason(
        self,
        rule: kk.Rule,
        start: kk.Observation | None,
        actual: kk.Observation,
        reason: Gap | kk.Reason,
    ) -> None:
        found = standing(rule, start, actual, name="指標")
        assert (found.pace, found.reason, found.when) == (Pace.UNKNOWN, reason, fy(2023))
        if reason in (Gap.BASELINE_MISSING, kk.Reason.UNITS_DIFFER):
            assert found.gap is None
        for lang in ("ja", "en"):
            assert found.explain(lang)

    def test_what_is_asked_for_of_a_value_that_is_still_to_come(self) -> None:
        pending = kk.Observation(fy(2023), missing=kk.Missing.PENDING)
        found = standing(kk.AtLeast(percent("56")), seen(2019, "48"), pending)
        assert (found.reason, found.expected, found.gap) == (
            kk.Reason.NO_ACTUAL,
            percent("52"),
            None,
        )

    @pytest.mark.parametrize("missing", [kk.Missing.PENDING, kk.Missing.UNREADABLE])
    @pytest.mark.parametrize("start", [None, seen(2019, "48")])
    def test_no_value_tells_nothing_of_the_start(
        self, start: kk.Observation | None, missing: kk.Missing
    ) -> None:
        """What is wrong with the actual is said, and not that there is no start."""
        told = {
            kk.Missing.PENDING: "実績値が確定していない(集計中など)",
            kk.Missing.UNREADABLE: "実績値を読み取れない",
        }[missing]
        found = standing(
            kk.AtLeast(percent("56")), start, kk.Observation(fy(2023), missing=missing)
        )
        assert told in found.explain(known=found.flags)

    def test_an_interval_may_lie_on_both_sides(self) -> None:
        about = kk.Observation(fy(2023), kk.Quantity("52", "%", approximate=True))
        found = standing(kk.AtLeast(percent("56")), seen(2019, "48"), about)
        assert (found.pace, found.reason) == (Pace.UNKNOWN, kk.Reason.INTERVAL_STRADDLES)

    def test_no_period_of_the_actual(self) -> None:
        indicator = kk.Indicator(
            "利用率",
            baseline=seen(2019, "48"),
            target=kk.Target(kk.AtLeast(percent("56")), fy(2027)),
        )
        day = fy(2023).end
        undated = kk.evaluate(indicator, kk.Observation(None, percent("50")), as_of=day).standing
        assert undated is not None
        assert (undated.pace, undated.reason) == (Pace.UNKNOWN, Gap.ACTUAL_UNDATED)
        assert (undated.when, undated.name) == (None, "利用率")
        assert undated.explain() == (
            "実績値は50%であるが、進み具合は、実績値の時期が示されていないため判定できない。"
        )
        assert undated.explain("en") == (
            "The actual is 50%. The pace cannot be told, since its period is not given."
        )

    def test_a_rule_that_was_not_resolved(self) -> None:
        """Of a judgement without its rule there is no line."""
        evaluation = kk.evaluate(kk.Indicator("利用率"), seen(2023, "50"))
        judgement = attrs.evolve(evaluation.judgement, rule=None)
        for target in (None, kk.Target(kk.AtLeast(percent("56")), fy(2027))):
            found = standing_of(judgement, target, evaluation.evidence)
            assert found.reason is Gap.NO_SINGLE_TARGET


PEOPLE = kk.AllOf(
    [
        kk.RulePart("X", kk.AtLeast(kk.Quantity("207", "人"))),
        kk.RulePart("Y", kk.AtMost(kk.Quantity("193", "人"))),
    ]
)


class TestSentences:
    """Three of eight years are 3/8 of the way; the line is rounded so that it asks for no less."""

    @pytest.mark.parametrize(
        ("rule", "start", "actual", "ja", "en"),
        [
            # 48 + 3/8 of 7 are 50.625, and 48 less as much 45.375
            (
                kk.AtLeast(percent("55")),
                seen(2019, "48"),
                seen(2022, "50"),
                "50%で、直線上の目安約50.7%に約0.7ポイント及ばず、遅れている。",
                "50%, about 0.7 points short of the straight line (about 50.7%): behind.",
            ),
            (
                kk.AtMost(percent("41")),
                seen(2019, "48"),
                seen(2022, "46"),
                "46%で、直線上の目安約45.3%を約0.7ポイント超過し、遅れている。",
                "46%, about 0.7 points above the straight line (about 45.3%): behind.",
            ),
            (
                kk.AtLeast(percent("55")),
                seen(2019, "48"),
                seen(2022, "50.0"),
                "50.0%で、直線上の目安約50.63%に約0.63ポイント及ばず、遅れている。",
                "50.0%, about 0.63 points short of the straight line (about 50.63%): behind.",
            ),
            # 20 less 3/8 of 8 are 17
            (
                kk.AtMost(kk.Quantity("12", "位")),
                seen(2019, "20", "位"),
                seen(2022, "18", "位"),
                "18位で、直線上の目安17位に1ランク及ばず、遅れている。",
                "place 18, 1 place behind the straight line (place 17).",
            ),
            (
                kk.AtMost(kk.Quantity("12", "位")),
                seen(2019, "20", "位"),
                seen(2022, "14", "位"),
                "14位で、直線上の目安17位より3ランク上にあり、順調である。",
                "place 14, 3 places ahead of the straight line (place 17): on track.",
            ),
            # of what is counted too one place more than the actual: 102.625 and 97.375
            (
                kk.AtLeast(kk.Quantity("107", "件")),
                seen(2019, "100", "件"),
                seen(2022, "102", "件"),
                "102件で、直線上の目安約102.7件に約0.7件及ばず、遅れている。",
                (
                    "102 cases, about 0.7 cases short of the straight line (about 102.7 cases): "
                    "behind."
                ),
            ),
            (
                kk.AtLeast(kk.Quantity("107", "件")),
                seen(2019, "100", "件"),
                seen(2022, "102.5", "件"),
                "102.5件で、直線上の目安約102.63件に約0.13件及ばず、遅れている。",
                (
                    "102.5 cases, about 0.13 cases short of the straight line (about 102.63 cases)"
                    ": behind."
                ),
            ),
            # 1026250.375 and 973749.625: of many digits none are added
            (
                kk.AtLeast(kk.Quantity("1070001", "件")),
                seen(2019, "1000000", "件"),
                seen(2022, "1020000", "件"),
                "1,020,000件で、直線上の目安約1,026,251件に約6,251件及ばず、遅れている。",
                (
                    "1,020,000 cases, about 6,251 cases short of the straight line "
                    "(about 1,026,251 cases): behind."
                ),
            ),
            (
                kk.AtMost(kk.Quantity("929999", "件")),
                seen(2019, "1000000", "件"),
                seen(2022, "980000", "件"),
                "980,000件で、直線上の目安約973,749件を約6,251件超過し、遅れている。",
                (
                    "980,000 cases, about 6,251 cases above the straight line "
                    "(about 973,749 cases): behind."
                ),
            ),
            # 10003.375 has five digits, 1003.375 only four
            (
                kk.AtLeast(kk.Quantity("10009", "件")),
                seen(2019, "10000", "件"),
                seen(2022, "10001", "件"),
                "10,001件で、直線上の目安約10,004件に約3件及ばず、遅れている。",
                (
                    "10,001 cases, about 3 cases short of the straight line "
                    "(about 10,004 cases): behind."
                ),
            ),
            (
                kk.AtLeast(kk.Quantity("1009", "件")),
                seen(2019, "1000", "件"),
                seen(2022, "1001", "件"),
                "1,001件で、直線上の目安約1,003.4件に約2.4件及ばず、遅れている。",
                (
                    "1,001 cases, about 2.4 cases short of the straight line "
                    "(about 1,003.4 cases): behind."
                ),
            ),
            (
                kk.ReduceBy(percent("7")),
                seen(2019, "100", "件"),
                seen(2022, "98", "件"),
                "98件で、直線上の目安約97.3件を約0.7件超過し、遅れている。",
                "98 cases, about 0.7 cases above the straight line (about 97.3 cases): behind.",
            ),
            # each part by itself: 202.625 and 197.375
            (
                PEOPLE,
                TestParts.parts(2019, "200", "200"),
                TestParts.parts(2022, "202", "200"),
                (
                    "X 202人、Y 200人で、直線上の目安「X 約202.7人以上、Y 約197.3人以下」を満たさず"
                    "、遅れている。"
                ),
                (
                    "X 202 people; Y 200 people and does not meet the straight line "
                    "(X at least about 202.7 people; Y at most about 197.3 people): behind."
                ),
            ),
        ],
    )
    def test_behind(
        self, rule: kk.Rule, start: kk.Observation, actual: kk.Observation, ja: str, en: str
    ) -> None:
        found = standing(rule, start, actual, name="窓口の数")
        assert found.explain() == f"令和4年度の実績値は{ja}"
        assert found.explain("en") == f"The actual of FY2022 is {en}"

    @pytest.mark.parametrize(
        ("start", "actual", "ja", "en"),
        [
            (
                None,
                seen(2023, "50"),
                "令和5年度の実績値は50%であるが、進み具合は、当初値が示されていない",
                "The actual of FY2023 is 50%. The pace cannot be told, since no baseline is given",
            ),
            (
                seen(2019, "48"),
                seen(2023, "9", "件"),
                "令和5年度の実績値は9件であるが、進み具合は、目標とは単位が異なる",
                (
                    "The actual of FY2023 is 9 cases. The pace cannot be told, since it and the "
                    "target differ in unit"
                ),
            ),
            (
                seen(2019, "48"),
                kk.Observation(fy(2023), kk.Quantity("52", "%", approximate=True)),
                "令和5年度の実績値は約52%であるが、進み具合は、取り得る範囲が直線上の目安をまたぐ",
                (
                    "The actual of FY2023 is about 52%. The pace cannot be told, since its "
                    "possible range lies on both sides of the straight line"
                ),
            ),
            (
                kk.Observation(fy(2019), outcome="未実施"),
                seen(2023, "50"),
                "令和5年度の実績値は50%であるが、進み具合は、当初値が一つの数値で示されていない",
                (
                    "The actual of FY2023 is 50%. The pace cannot be told, since the baseline is "
                    "no single number"
                ),
            ),
            (
                seen(2019, "9", "件"),
                seen(2023, "50"),
                (
                    "令和5年度の実績値は50%であるが、進み具合は、"
                    "当初値と目標値とで単位又は集計の仕方が異なる"
                ),
                (
                    "The actual of FY2023 is 50%. The pace cannot be told, since the baseline and "
                    "the target differ in unit or in how they are totalled"
                ),
            ),
            (
                kk.Observation(fy(2019), kk.Quantity("48", "%", approximate=True)),
                seen(2023, "50"),
                ("令和5年度の実績値は50%であるが、進み具合は、当初値が概数又は幅のある値である"),
                (
                    "The actual of FY2023 is 50%. The pace cannot be told, since the baseline is "
                    "approximate or a range"
                ),
            ),
            (
                seen(2019, "48"),
                seen(2018, "50"),
                (
                    "平成30年度の実績値は50%であるが、進み具合は、"
                    "実績値が当初値より前の時期のものである"
                ),
                (
                    "The actual of FY2018 is 50%. The pace cannot be told, since the actual is "
                    "from before the baseline"
                ),
            ),
            # without an actual nothing else matters
            (
                None,
                kk.Observation(fy(2023), missing=kk.Missing.PENDING),
                "進み具合は、令和5年度の実績値が確定していない(集計中など)",
                "The pace cannot be told, since the actual for FY2023 is still to come",
            ),
        ],
    )
    def test_unknown(
        self, start: kk.Observation | None, actual: kk.Observation, ja: str, en: str
    ) -> None:
        found = standing(kk.AtLeast(percent("56")), start, actual)
        assert found.explain(known=found.flags) == f"{ja}ため判定できない。"
        assert found.explain("en", known=found.flags) == f"{en}."

    def test_a_single_year_beside_a_running_total(self) -> None:
        """The value at the start is a floor of the total at most, and no line begins there."""
        total = kk.Quantity("664000", "人", statistic="累計")
        found = kk.evaluate(
            kk.Indicator(
                "認知症サポーターの養成数",
                baseline=seen(2020, "475487", "人"),
                target=kk.Target(kk.AtLeast(total), fy(2026)),
            ),
            kk.Observation(fy(2024), kk.Quantity("598801", "人", statistic="累計")),
        ).standing
        assert found is not None
        assert (found.pace, found.reason) == (kk.Pace.UNKNOWN, Gap.NOT_COMPARABLE)

    @pytest.mark.parametrize(
        ("first", "expected"),
        [
            (fy(2019), (kk.Pace.UNKNOWN, Gap.NOT_COMPARABLE)),
            (kk.Span(fy(2016), fy(2019)), (kk.Pace.BEHIND, None)),
        ],
    )
    def test_what_several_years_came_to(
        self, first: kk.Period, expected: tuple[kk.Pace, Gap | None]
    ) -> None:
        """33 in four years are no progress from 6 in one, but may be from 30 in four."""
        found = kk.evaluate(
            kk.Indicator(
                "移住世帯数",
                baseline=kk.Observation(first, kk.Quantity("30", "世帯")),
                target=kk.Target(kk.AtLeast(kk.Quantity("60", "世帯")), fy(2026)),
            ),
            kk.Observation(kk.Span(fy(2021), fy(2024)), kk.Quantity("33", "世帯")),
        ).standing
        assert found is not None
        assert (found.pace, found.reason) == expected

    def test_flags_that_are_not_told_yet(self) -> None:
        """Which way is better was taken from the start, once it is told."""
        row = attrs.evolve(TestStart.ROW, target=kk.Target(kk.Reach(percent("56")), fy(2027)))
        found = kk.evaluate(attrs.evolve(row, baseline=seen(2019, "48"))).standing
        assert found is not None
        assert found.flags == (kk.Flag.DIRECTION_FROM_BASELINE,)
        told = "令和5年度の実績値は53%で、直線上の目安52%を1ポイント上回り、順調である。"
        assert found.explain(known=found.flags) == told
        assert found.explain().startswith(told)
        assert "増加" in found.explain().removeprefix(told)
        assert "an indicator that should rise" in found.explain("en")


class TestStart:
    """The value at the start is the baseline, else the earliest dated value."""

    ROW = kk.Indicator(
        "利用率",
        target=kk.Target(kk.AtLeast(percent("56")), fy(2027)),
        observations=[
            seen(2021, "50"),
            kk.Observation(fy(2018), percent("40"), status=kk.Status.FORECAST),
            kk.Observation(fy(2018), missing=kk.Missing.NONE),
            kk.Observation(None, percent("47")),
            seen(2019, "48"),
            seen(2023, "53"),
        ],
    )

    def test_earliest(self) -> None:
        assert start_of(self.ROW) == seen(2019, "48")
        found = kk.evaluate(self.ROW).standing
        assert found is not None
        assert (found.pace, found.expected) == (Pace.ON_TRACK, percent("52"))
        assert found.flags == (kk.Flag.START_FROM_FIRST_VALUE,)

    def test_what_was_taken_as_read_before_is_kept(self) -> None:
        yearly = kk.AtLeast(kk.Quantity("56", "%", per="年"))
        found = kk.evaluate(attrs.evolve(self.ROW, target=kk.Target(yearly, fy(2027)))).standing
        assert found is not None
        assert found.flags == (kk.Flag.BASIS_ASSUMED, kk.Flag.START_FROM_FIRST_VALUE)

    def test_the_only_value_is_not_its_own_start(self) -> None:
        only = attrs.evolve(self.ROW, observations=[seen(2023, "53")])
        found = kk.evaluate(only).standing
        assert found is not None
        assert (found.reason, found.start, found.flags) == (Gap.BASELINE_MISSING, None, ())

    def test_of_which_value_it_is_said_that_nothing_compares(self) -> None:
        """What was taken as read belongs to that, and to no other reason."""
        yearly = kk.AtLeast(kk.Quantity("56", "%", per="年"))
        other = standing(yearly, seen(2019, "9", "件"), seen(2023, "50"))
        assert (other.reason, other.start) == (Gap.NOT_COMPARABLE, None)
        assert other.flags == (kk.Flag.BASIS_ASSUMED,)
        without = standing(yearly, kk.Observation(fy(2019), outcome="未実施"), seen(2023, "50"))
        assert (without.reason, without.flags) == (Gap.BASELINE_MISSING, ())
        assert without.start == kk.Observation(fy(2019), outcome="未実施")

    def test_earliest_tells_the_direction(self) -> None:
        bare = attrs.evolve(self.ROW, target=kk.Target(kk.Reach(percent("56")), fy(2027)))
        found = kk.evaluate(bare).standing
        assert found is not None
        assert (found.pace, found.expected) == (Pace.ON_TRACK, percent("52"))
        assert found.flags.count(kk.Flag.START_FROM_FIRST_VALUE) == 1

    def test_a_change_from_the_earliest(self) -> None:
        # From 48 % by 8 points: 52 % in the middle.
        more = kk.IncreaseBy(kk.Quantity("8", "ポイント"))
        found = kk.evaluate(attrs.evolve(self.ROW, target=kk.Target(more, fy(2027)))).standing
        assert found is not None
        assert (found.pace, found.expected) == (Pace.ON_TRACK, percent("52"))

    def test_baseline_comes_first(self) -> None:
        given = attrs.evolve(self.ROW, baseline=seen(2021, "52"))
        assert start_of(given) == seen(2021, "52")
        undated = attrs.evolve(self.ROW, baseline=percent("52"))
        assert start_of(undated) == kk.Observation(None, percent("52"))

    def test_a_dash_is_no_baseline(self) -> None:
        dash = kk.Observation(None, missing=kk.Missing.NONE)
        assert start_of(attrs.evolve(self.ROW, baseline=dash)) == seen(2019, "48")

    def test_a_baseline_that_cannot_be_read_is_one(self) -> None:
        unread = kk.Observation(fy(2019), missing=kk.Missing.UNREADABLE)
        given = attrs.evolve(self.ROW, baseline=unread)
        assert start_of(given) == unread
        found = kk.evaluate(given).standing
        assert found is not None
        assert found.reason is Gap.BASELINE_MISSING

    def test_none(self) -> None:
        assert start_of(kk.Indicator("利用率")) is None

    def test_part(self) -> None:
        assert part_of(None, ["X"], 0) is None


class TestTold:
    """What a standing says that is made by hand, or at a time of its own."""

    YEN = kk.Observation(fy(2023), kk.Quantity("9060000", "円"))
    THOUSANDS = Spelling(multiplied=(("千", "円"),))

    @staticmethod
    def behind(rule: kk.Rule, actual: kk.Observation, **named: Any) -> Standing:
        return Standing(Pace.BEHIND, None, fy(2024), rule, actual, **named)

    def test_the_time_of_the_value_is_told(self) -> None:
        """It is looked up for FY2024, but was seen in FY2023."""
        assert self.behind(kk.AtLeast(percent("52")), seen(2023, "50")).explain() == (
            "令和5年度の実績値は50%で、直線上の目安52%に2ポイント及ばず、遅れている。"
        )

    def test_why_less_is_better(self) -> None:
        flags = kk.Flag.DIRECTION_FROM_NAME, kk.Flag.DIRECTION_FROM_BASELINE
        told = self.behind(kk.AtMost(percent("52")), seen(2023, "55"), flags=flags).explain()
        assert told.endswith("遅れている。指標名及び当初値から、減少を目指す指標とみなした。")

    def test_what_the_target_alone_says(self) -> None:
        asked = kk.AtLeast(kk.Quantity("52", "件", statistic="累計"))
        told = self.behind(asked, seen(2023, "50", "件"), flags=(kk.Flag.STATISTIC_ASSUMED,))
        assert "「累計」が目標値にしか書かれていない" in told.explain()

    def test_a_unit_that_the_actual_alone_lacks(self) -> None:
        asked = kk.AtLeast(kk.Quantity("52", "件"))
        found = Standing(
            Pace.UNKNOWN, kk.Reason.UNITS_DIFFER, fy(2023), asked, seen(2023, "55", "")
        )
        assert found.explain("en") == (
            "The actual of FY2023 is 55. "
            "The pace cannot be told, since it has no unit, and the target has one."
        )

    def test_numbers_are_told_as_the_row_counts_them(self) -> None:
        """9,723,333円 are 9,723.4千円, to the harder side; less 9,060千円 that is 663.4千円."""
        asked = kk.AtLeast(kk.Quantity("9723333", "円"))
        assert self.behind(asked, self.YEN).explain(spelling=self.THOUSANDS) == (
            "令和5年度の実績値は9,060千円で、直線上の目安約9,723.4千円に約663.4千円及ばず、"
            "遅れている。"
        )
        rough = kk.Observation(fy(2023), kk.Quantity("9060000", "円", margin="10000"))
        flags = (kk.Flag.ACTUAL_APPROXIMATE,)
        told = self.behind(asked, rough, flags=flags).explain(spelling=self.THOUSANDS)
        assert "概数のため、9,050千円以上9,070千円未満として判定した。" in told

    def test_parts_are_told_as_the_row_counts_them(self) -> None:
        asked = kk.AtLeast(kk.Quantity("9723333", "円"))
        rule = kk.AllOf([kk.RulePart(each, asked) for each in "甲乙"])
        parts = [kk.Part(each, kk.Observation(None, self.YEN.quantity)) for each in "甲乙"]
        told = self.behind(rule, kk.Observation(fy(2023), parts=parts))
        assert told.explain(spelling=self.THOUSANDS) == (
            "令和5年度の実績値は甲 9,060千円、乙 9,060千円で、"
            "直線上の目安「甲 約9,723.4千円以上、乙 約9,723.4千円以上」を満たさず、遅れている。"
        )

    def test_parts_without_a_way_are_rounded_to_the_nearest(self) -> None:
        rules = kk.Exactly(kk.Quantity("5.64", "人")), kk.AtLeast(kk.Quantity("3.36666", "人"))
        rule = kk.AllOf([kk.RulePart(*each) for each in zip("甲乙", rules, strict=True)])
        parts = [kk.Part(each, seen(2023, "3", "人")) for each in "甲乙"]
        told = self.behind(rule, kk.Observation(fy(2023), parts=parts)).explain()
        assert "「甲 ちょうど約5.6人、乙 約3.4人以上」" in told

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            (kk.Reach(percent("52.34444")), "52.3"),
            (kk.Reach(percent("52.36666")), "52.4"),
            (kk.Reach(percent("52.36666"), direction=LOWER), "52.3"),
            (kk.Exactly(percent("52.34444")), "52.3"),
            (kk.Maintain(percent("52.34444"), direction=HIGHER), "52.4"),
        ],
    )
    def test_the_line_is_rounded_to_the_harder_side(self, rule: kk.Rule, expected: str) -> None:
        """Where nothing says which side that is, to the nearest."""
        shown, _ = self.behind(rule, seen(2023, "50")).shown()
        assert shown == kk.Quantity(expected, "%", margin="0.1")

    def test_a_band_is_told_as_it_is(self) -> None:
        band = kk.Between(kk.Quantity(lower="52.34444", upper="56", unit="%"))
        found = self.behind(band, seen(2023, "50"))
        assert found.shown() == (None, None)
        assert "直線上の目安「52.34444%以上56%以下」を満たさず" in found.explain()

    def test_without_an_actual_nothing_is_measured(self) -> None:
        found = Standing(
            Pace.UNKNOWN, kk.Reason.NO_ACTUAL, fy(2023), kk.AtLeast(percent("52")), None
        )
        assert found.shown() == (None, None)

    def test_at_the_date_what_is_asked_for_is_the_target_itself(self) -> None:
        """Not to be worse is enough on the way, and not at its end."""
        for year, pace in ((2023, Pace.ON_TRACK), (2027, Pace.BEHIND)):
            evidence = Evidence("利用率", seen(year, "48"), seen(2019, "48"))
            rule = kk.Improve(HIGHER)
            target = kk.Target(rule, fy(2027))
            assert standing_of(rule.judge(evidence), target, evidence).pace is pace

    def test_at_the_date_equal_is_enough_whichever_way_is_better(self) -> None:
        for year, pace in ((2023, Pace.UNKNOWN), (2027, Pace.ON_TRACK)):
            evidence = Evidence("数", seen(year, "50"), seen(2019, "58"))
            rule = kk.Reach(percent("50"))
            target = kk.Target(rule, fy(2027))
            assert standing_of(rule.judge(evidence), target, evidence).pace is pace


class TestMidTerm:
    """No share while nothing is due; a share says of how many."""

    @staticmethod
    def told(**counts: int) -> tuple[str, str]:
        found = MidTerm(kk.Summary(**counts), [fy(2027)] if counts.get("not_due") else [])
        return found.explain(), found.explain("en")

    def test_values(self) -> None:
        check_value_object(
            MidTerm(kk.Summary()), MidTerm(kk.Summary(not_due=1, unknown=1), [fy(2027)])
        )

    def test_nothing_due(self) -> None:
        ja, en = self.told(achieved=2, early=2, not_due=7, on_track=3, behind=2, unknown=2)
        assert ja == "9件中2件が到達。残る7件(期限 令和9年度)は順調3・遅れ2・不明2"
        left = "Of the other 7 (due FY2027): 3 on track, 2 behind, 2 unknown."
        assert en == f"Of 9, 2 met. {left}"

    def test_some_due(self) -> None:
        counts = {"achieved": 5, "early": 1, "not_achieved": 1, "indeterminate": 1}
        ja, en = self.told(**counts, not_due=2, behind=2)
        due = "期限が来た6件のうち、判定できた5件中4件が達成(80%)。"
        left = "残る2件(期限 令和9年度)は順調0・遅れ2・不明0"
        assert ja == f"{due}期限前の3件中1件が到達。{left}"
        due = "Of 6 due, 4 of 5 decided are achieved (80%)."
        left = "Of the other 2 (due FY2027): 0 on track, 2 behind, 0 unknown."
        assert en == f"{due} Of 3 not due, 1 met. {left}"

    def test_none_decided(self) -> None:
        ja, en = self.told(indeterminate=1, not_due=1, on_track=1)
        assert ja.startswith("期限が来た1件に、判定できたものはない。期限前の1件(期限 ")
        assert en.startswith("Of 1 due, none can be decided. Of 1 not due (due ")

    def test_expected(self) -> None:
        ja, en = self.told(forecast=2, early_forecast=1, achieved=1, early=1)
        due = "期限が来た1件に、判定できたものはない。"
        assert ja == f"{due}期限前の2件中1件が到達、1件が到達の見込み。"
        due = "Of 1 due, none can be decided."
        assert en == f"{due} Of 2 not due, 1 met and 1 expected to be."

    def test_none_met(self) -> None:
        ja, en = self.told(not_due=4, on_track=1, behind=2, unknown=1)
        assert ja == "4件(期限 令和9年度)に到達したものはなく、順調1・遅れ2・不明1"
        assert en == "Of 4 (due FY2027), none is met: 1 on track, 2 behind, 1 unknown."

    def test_dates_that_nobody_can_tell(self) -> None:
        counts = kk.Summary(achieved=1, indeterminate=2, not_due=1, on_track=1)
        found = MidTerm(counts, [fy(2027)], undated=2)
        assert found.due == 1
        ja, en = found.explain(), found.explain("en")
        due = "期限が来た1件のうち、判定できた1件中1件が達成(100%)。"
        undated = "期限を特定できない2件は判定できない。"
        assert ja.startswith(f"{due}{undated}期限前の1件(期限 令和9年度)に到達したものはなく、")
        due = "Of 1 due, 1 of 1 decided are achieved (100%)."
        undated = "2 more cannot be decided, for their due date is not known."
        assert en.startswith(f"{due} {undated} Of 1 not due (due FY2027), none is met: ")

    def test_nothing_open(self) -> None:
        assert self.told(achieved=2, not_achieved=1) == ("", "")

    def test_several_deadlines(self) -> None:
        counts = kk.Summary(not_due=2, unknown=2)
        found = MidTerm(counts, [fy(2027), fy(2025), fy(2027)])
        assert found.deadlines == (fy(2025), fy(2027))
        assert "(期限 令和7年度、令和9年度)" in found.explain()

    def test_addition(self) -> None:
        one = MidTerm(kk.Summary(not_due=1, unknown=1), [fy(2027)])
        other = MidTerm(kk.Summary(not_due=1, behind=1), [fy(2025)])
        both = kk.Summary(not_due=2, unknown=1, behind=1)
        assert one + other == MidTerm(both, [fy(2025), fy(2027)])

    def test_of_a_date_that_cannot_be_read(self) -> None:
        target = kk.Target(kk.AtLeast(percent("56")), unread="次期計画")
        rows = [
            kk.Indicator(name, target=target, observations=[seen(2023, "50")]) for name in "甲乙"
        ]
        rows.append(attrs.evolve(rows[0], name="丙", observations=[]))  # another reason
        assert MidTerm.of(map(kk.evaluate, rows)).undated == 2

    def test_of_evaluations(self) -> None:
        rows = [
            kk.Indicator(
                name,
                baseline=seen(2019, "48"),
                target=kk.Target(kk.AtLeast(percent("56")), fy(until)),
                observations=[seen(2023, actual)],
            )
            for name, actual, until in (
                ("甲", "53", 2027),
                ("甲", "53", 2027),  # the same again
                ("乙", "50", 2025),
                ("丙", "60", 2026),  # met
                ("丁", "50", 2023),  # due
            )
        ]
        table = kk.Section("表", "1", "表", indicators=rows)
        found = kk.evaluate(kk.Plan("計画", sections=[table])).roll_up(MidTerm.of)
        assert found == MidTerm(
            kk.Summary(
                achieved=1, early=1, not_achieved=1, not_due=2, on_track=1, behind=1, repeated=1
            ),
            [fy(2025), fy(2027)],
        )


class TestPlainNumbers:
    """Three numbers in one unit are compared at once, and say what the rules would say."""

    @pytest.mark.parametrize(
        "rule",
        [
            kk.AtLeast(percent("56")),
            kk.AtLeast(percent("56"), strict=True),
            kk.AtLeast(percent("40")),
            kk.AtLeast(percent("-4")),
            kk.AtLeast(percent("90"), reference="前年"),
            kk.AtLeast(kk.Quantity("56", "%", approximate=True)),
            kk.AtLeast(kk.Quantity("5.6", "割")),
            kk.AtMost(percent("40")),
            kk.AtMost(percent("0")),
            kk.AtMost(percent("60")),
            kk.Reach(percent("56")),
            kk.Reach(percent("56.0")),
        ],
    )
    @pytest.mark.parametrize("start", ["48", "56", "60", "-8", "0"])
    def test_pace(self, rule: kk.Rule, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
        baseline, target = seen(2019, start), kk.Target(rule, fy(2027))
        indicator = kk.Indicator("利用率", baseline=baseline, target=target)
        evaluations = [
            kk.evaluate(indicator, seen(year, actual))
            for year in (2019, 2023, 2027)
            for actual in ("51.9", "52", "52.0", "48", "45", "-1", "0", "90")
        ]
        given = [(each.judgement, each.target, each.evidence) for each in evaluations]
        plain = [standing_of(*each) for each in given]
        monkeypatch.setattr("kpikit.judging.standing._plainly", lambda *_: None)
        usual = [standing_of(*each) for each in given]

        assert usual == plain
        for one, other in zip(usual, plain, strict=True):
            assert (repr(one), hash(one)) == (repr(other), hash(other))
            assert (one.expected, one.gap) == (other.expected, other.gap)
            assert (one.shown(), one.explain()) == (other.shown(), other.explain())

    def test_values(self) -> None:
        rule, start = kk.AtLeast(percent("56")), seen(2019, "48")
        found = standing(rule, start, seen(2023, "50"))

        check_value_object(found, standing(rule, start, seen(2023, "51")))
        assert kk.AtLeast(percent("52")) == found.rule
        assert found != found.rule
        number = Decimal(5)
        assert Standing(Pace.UNKNOWN, None, None, None, None, number=number).rule is None
        moved = kk.Improve(HIGHER)
        assert moved == Standing(Pace.UNKNOWN, None, None, moved, None, number=number).rule


class TestThreeNumbers:
    """A start, a target and an actual that are plain are compared as the rules compare them."""

    START = seen(2019, "48")

    @pytest.mark.parametrize("strict", [False, True])
    def test_on_the_line(self, strict: bool) -> None:  # noqa: FBT001 - a parameter
        """By four of eight years 52% are asked for: what is to be more at last need not be now."""
        rule = kk.AtLeast(percent("56"), strict=strict)
        found = standing(rule, self.START, seen(2023, "52"))
        assert (found.pace, found.rule) == (Pace.ON_TRACK, kk.AtLeast(percent("52")))

    def test_an_actual_that_is_no_single_number(self) -> None:
        actual = kk.Observation(fy(2023), kk.Quantity(lower="50", unit="%"))
        found = standing(kk.AtLeast(percent("56")), self.START, actual)
        assert (found.pace, found.reason) == (Pace.UNKNOWN, kk.Reason.INTERVAL_STRADDLES)

    def test_at_its_end_the_target_is_asked_for_as_it_is_written(self) -> None:
        rule, start = kk.AtMost(percent("52")), seen(2019, "56.0")
        evidence = Evidence("待機率", seen(2027, "53"), start)
        found = standing_of(rule.judge(evidence), kk.Target(rule, fy(2027)), evidence)
        assert (found.pace, repr(found.rule)) == (Pace.BEHIND, "AtMost(Quantity('52', '%'))")

    def test_what_differs_has_another_hash(self) -> None:
        rule = kk.AtLeast(percent("56"))
        found = [standing(rule, self.START, seen(2023, each)) for each in ("50", "51", "53")]
        assert len({hash(each) for each in found}) > 1
