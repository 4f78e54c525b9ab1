"""The common scale, what to look at first, and the answer: by values worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.model.indicator import ShareAchieved
from kpikit.report import Report, build_report
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.concern import concerns_of, gap_words
from kpikit.report.lanes import lane_marks
from kpikit.report.scale import Lane, Origin, Scale, Span, scale_of
from sagamihara import EXAMPLE

START, NOW, DUE = kk.FiscalYear(2020), kk.FiscalYear(2023), kk.FiscalYear(2026)


def quantity(text: str) -> kk.Quantity:
    return kk.read_quantity(text).unwrap()


def indicator(
    rule: kk.Rule,
    actual: str,
    *,
    baseline: str = "",
    due: kk.FiscalYear = NOW,
    name: str = "数",
    **settings: object,
) -> kk.Indicator:
    return kk.Indicator(
        name,
        target=kk.Target(rule, due),
        baseline=kk.Observation(START, quantity(baseline)) if baseline else None,
        observations=[kk.Observation(NOW, quantity(actual))] if actual else [],
        **settings,  # type: ignore[arg-type]
    )


def report_of(*indicators: kk.Indicator, lang: kk.Language = "ja") -> Report:
    table = kk.Section("表", "1", "指標", indicators=indicators)
    return build_report(kk.evaluate(kk.Plan("計画", sections=[table]), as_of=NOW.end), lang)


def scaled(*indicators: kk.Indicator) -> Scale:
    return scale_of(report_of(*indicators))


def lane(rule: kk.Rule, actual: str, **settings: object) -> Lane:
    [found] = scaled(indicator(rule, actual, **settings)).lanes()  # type: ignore[arg-type]
    return found


def point(number: Fraction | int | str) -> Span:
    return Span(Fraction(number), Fraction(number))


FLOOR, CEILING = kk.AtLeast(quantity("60件")), kk.AtMost(quantity("20件"))


class TestPlaces:
    """The start is at 0 and the target at 1; better is to the right."""

    @pytest.mark.parametrize(
        ("rule", "actual", "baseline", "origin", "span"),
        [
            (FLOOR, "45件", "", Origin.NOTHING, point("3/4")),
            (FLOOR, "60件", "", Origin.NOTHING, point(1)),
            (FLOOR, "45件", "30件", Origin.START, point("1/2")),
            (FLOOR, "20件", "30件", Origin.START, point("-1/3")),
            # the start is beyond the target: there is no way from it
            (FLOOR, "45件", "80件", Origin.NOTHING, point("3/4")),
            (FLOOR, "45件", "60件", Origin.NOTHING, point("3/4")),
            # less is better
            (CEILING, "30件", "", Origin.DOUBLE, point("1/2")),
            (CEILING, "0件", "", Origin.DOUBLE, point(2)),
            (CEILING, "50件", "", Origin.DOUBLE, point("-1/2")),
            (CEILING, "30件", "60件", Origin.START, point("3/4")),
            (CEILING, "30件", "10件", Origin.DOUBLE, point("1/2")),
            (kk.AtMost(quantity("0件")), "3件", "4件", Origin.START, point("1/4")),
            # another unit, an interval, an approximate value, a change
            (kk.AtLeast(quantity("80%")), "9割以上", "", Origin.NOTHING,
             Span(Fraction(9, 8), None)),
            (kk.AtMost(quantity("80%")), "9割以上", "", Origin.DOUBLE, Span(None, Fraction(7, 8))),
            (kk.AtLeast(quantity("100%")), "約80%", "", Origin.NOTHING,
             Span(Fraction("0.795"), Fraction("0.805"))),
            (kk.ReduceBy(quantity("40件")), "30件削減", "", Origin.NOTHING, point("3/4")),
            (kk.ReduceBy(quantity("40件")), "70件", "100件", Origin.START, point("3/4")),
            # on target, where nothing says what is at 0
            (kk.AtMost(quantity("0件")), "0件", "", None, point(1)),
            (kk.Exactly(quantity("27館")), "27館", "", None, point(1)),
        ],
    )  # fmt: skip
    def test_a_place_is_exact(
        self, rule: kk.Rule, actual: str, baseline: str, origin: Origin | None, span: Span
    ) -> None:
        found = lane(rule, actual, baseline=baseline)
        assert (found.origin, found.span) == (origin, span)

    @pytest.mark.parametrize(
        ("rule", "actual"),
        [
            (kk.AtMost(quantity("0件")), "3件"),
            (kk.AtLeast(quantity("0件")), "3件"),
            (kk.AtLeast(quantity("60%")), "45件"),
            (kk.Between(kk.Quantity(lower="4", upper="6", unit="件")), "5件"),
            (kk.Exactly(quantity("27館")), "26館"),
            (FLOOR, ""),
        ],
    )
    def test_what_has_no_better_side_or_no_numbers_has_no_place(
        self, rule: kk.Rule, actual: str
    ) -> None:
        found = lane(rule, actual)
        assert (found.origin, found.span, found.gap) == (None, None, None)

    def test_the_earliest_value_is_the_start_where_no_baseline_is_given(self) -> None:
        seen = [kk.Observation(START, quantity("30件")), kk.Observation(NOW, quantity("45件"))]
        one = kk.Indicator("数", target=FLOOR, observations=seen)
        [found] = scaled(one).lanes()
        assert (found.origin, found.span) == (Origin.START, point("1/2"))
        assert found.start_words == "30件"
        assert lane(FLOOR, "45件").start_words == ""

    def test_of_several_parts_the_furthest_off_counts(self) -> None:
        parts = kk.AllOf([kk.RulePart("X", FLOOR), kk.RulePart("Y", FLOOR)])
        seen = kk.Observation(
            NOW,
            parts=[
                kk.Part(label, kk.Observation(NOW, quantity(text)))
                for label, text in (("X", "90件"), ("Y", "45件"))
            ],
        )
        [found] = scaled(kk.Indicator("数", target=parts, observations=[seen])).lanes()
        assert found.span == point("3/4")
        assert found.gap == kk.Quantity("15", "件")
        assert (found.actual_words, found.aim_words) == ("90件、45件", "60件以上")

    def test_a_part_without_a_place_leaves_the_indicator_without(self) -> None:
        parts = kk.AllOf([kk.RulePart("X", FLOOR), kk.RulePart("Y", FLOOR)])
        seen = kk.Observation(
            NOW,
            parts=[
                kk.Part("X", kk.Observation(NOW, quantity("90件"))),
                kk.Part("Y", kk.Observation(NOW, missing=kk.Missing.BLANK)),
            ],
        )
        [found] = scaled(kk.Indicator("数", target=parts, observations=[seen])).lanes()
        assert found.span is None

    def test_the_line_asks_for_half_of_the_way_at_half_of_the_time(self) -> None:
        """From 30 in 2020 to 60 in 2026, the line is at 45 in 2023."""
        found = lane(FLOOR, "40件", baseline="30件", due=DUE)
        assert (found.span, found.expected) == (point("1/3"), Fraction(1, 2))

    @pytest.mark.parametrize(("asked", "shown"), [("-1/2", "0"), ("5/2", "2"), ("3/2", "3/2")])
    def test_what_is_asked_for_beyond_the_scale_stands_at_its_end(
        self, asked: str, shown: str
    ) -> None:
        found = lane(FLOOR, "40件", baseline="30件", due=DUE)
        marks, at_the_end = (
            lane_marks(attrs.evolve(found, expected=Fraction(each))) for each in (asked, shown)
        )
        assert at_the_end == marks != lane_marks(found)

    def test_nothing_is_asked_for_by_now_of_what_is_due(self) -> None:
        assert lane(FLOOR, "40件", baseline="30件").expected is None


class TestSpan:
    def test_ends_beyond_a_stretch_are_moved_to_its_ends(self) -> None:
        wide = Span(None, Fraction(3))
        assert wide.within(Fraction(0), Fraction(2)) == (Fraction(0), Fraction(2))
        assert wide.is_below(Fraction(0))
        assert wide.is_beyond(Fraction(2))
        near = point("1/2")
        assert near.within(Fraction(0), Fraction(2)) == (Fraction(1, 2), Fraction(1, 2))
        assert not near.is_below(Fraction(0))
        assert not near.is_beyond(Fraction(2))


class TestAgreement:
    """The place agrees with the verdict."""

    @given(
        st.sampled_from([kk.AtLeast, kk.AtMost]),
        st.sampled_from([True, False]),
        *[st.integers(0, 40)] * 2,
        st.none() | st.integers(0, 40),
    )
    def test_achieved_is_at_one_or_beyond_and_missed_is_not_beyond(
        self, rule: type[kk.AtLeast], is_strict: object, aim: int, actual: int, start: int | None
    ) -> None:
        made = rule(kk.Quantity(aim, "件"), strict=bool(is_strict))
        found = lane(made, f"{actual}件", baseline="" if start is None else f"{start}件")
        if found.span is None:
            return
        assert found.span.is_point
        assert found.span.upper is not None
        if found.row.evaluation.verdict is kk.Verdict.ACHIEVED:
            assert found.span.upper >= 1
        else:
            assert found.row.evaluation.verdict is kk.Verdict.NOT_ACHIEVED
            assert found.span.upper <= 1


class TestGroups:
    def test_rows_without_a_target_are_counted_and_not_placed(self) -> None:
        none = kk.Indicator("案内", target=kk.Unset())
        found = scaled(none, indicator(FLOOR, "45件"), indicator(FLOOR, ""))
        assert (found.without_target, found.unplaced) == (1, 1)
        assert [each.number for each in found.lanes()] == [1, 2]

    def test_each_heading_opens_above_the_first_row_that_has_a_target(self) -> None:
        none = kk.Indicator("案内", target=kk.Unset())
        two = [indicator(FLOOR, "45件", name=name) for name in "甲乙"]
        sections = [
            kk.Section("施策", "1", "一", indicators=[none, none]),
            kk.Section("施策", "2", "二", indicators=two),
        ]
        tables = [kk.Section("表", "1", "指標", sections=sections), kk.Section("表", "2", "他")]
        found = scale_of(build_report(kk.evaluate(kk.Plan("計画", sections=tables))))
        assert [group.headings for group in found.groups] == [("指標", "施策1 一", "施策2 二")]


class TestConcerns:
    def test_the_worst_comes_first_whatever_the_unit(self) -> None:
        """45 of 60 is a quarter short; 30 against 20 is half; on the way it is a sixth short."""
        found = concerns_of(
            scaled(
                indicator(FLOOR, "45件", name="甲"),
                indicator(CEILING, "30件", name="乙"),
                indicator(FLOOR, "40件", name="丙", baseline="30件", due=DUE),
                indicator(FLOOR, "70件", name="丁"),
                indicator(kk.AtMost(quantity("0人")), "3人", name="戊"),
            )
        )
        assert [each.lane.row.evaluation.indicator.name for each in found] == list("乙甲丙戊")
        assert [each.shortfall for each in found] == [*map(Fraction, ("1/2", "1/4", "1/6")), None]
        assert [each.explain() for each in found] == [
            "目標を10件上回る",
            "目標を15件下回る",
            "目安を5件下回る",
            "",
        ]

    def test_what_is_behind_without_a_place_comes_last(self) -> None:
        twice = kk.AllOf([kk.RulePart("X", FLOOR), kk.RulePart("Y", FLOOR)])
        start, now = (
            kk.Observation(
                when,
                parts=[kk.Part(label, kk.Observation(when, quantity(text))) for label in "XY"],
            )
            for when, text in ((START, "10件"), (NOW, "12件"))
        )
        one = kk.Indicator("甲", target=kk.Target(twice, DUE), baseline=start, observations=[now])
        [found] = concerns_of(scaled(one))
        assert (found.is_missed, found.shortfall, found.explain()) == (False, None, "")

    def test_what_is_counted_elsewhere_is_told_once(self) -> None:
        one = indicator(FLOOR, "45件")
        assert len(concerns_of(scaled(one, attrs.evolve(one, repeated=True)))) == 1

    @pytest.mark.parametrize(
        ("gap", "what", "words"),
        [
            (kk.Quantity("15", "件"), "target", "目標を15件下回る"),
            (kk.Quantity("-14", "件"), "line", "目安を14件上回る"),
            (kk.Quantity("0", "件"), "target", "目標と同じ"),
            (kk.Quantity("0", "件"), "line", "目安と同じ"),
            (kk.Quantity("10.0", "ポイント", statistic="平均"), "target", "目標を10ポイント下回る"),
            (kk.Quantity(lower="-2", upper="3", unit="件"), "target", ""),
            (kk.Quantity(lower="2", unit="件"), "target", ""),
            (kk.Quantity("3", "位"), "target", "目標より3ランク上"),
            (kk.Quantity("-3", "位"), "target", "目標に3ランク及ばない"),
            (kk.Quantity("3", "位"), "line", "目安より3ランク上"),
            (kk.Quantity("-3", "位"), "line", "目安に3ランク及ばない"),
            (None, "target", ""),
        ],
    )
    def test_a_gap_is_told_by_its_size_and_side(
        self, gap: kk.Quantity | None, what: str, words: str
    ) -> None:
        assert gap_words(gap, what) == words

    def test_a_gap_between_places_in_english(self) -> None:
        gaps = [kk.Quantity(text, "位") for text in ("3", "-1")]
        assert [gap_words(gap, "target", "en") for gap in gaps] == [
            "3 places ahead of the target",
            "1 place behind the target",
        ]
        assert [gap_words(gap, "line", "en") for gap in gaps] == [
            "3 places ahead of the line",
            "1 place behind the line",
        ]

    @pytest.mark.parametrize(("actual", "words"), [("4人", "約0.9人"), ("4.00人", "0.875人")])
    def test_a_long_gap_has_one_decimal_more_than_the_actual(self, actual: str, words: str) -> None:
        seen = kk.Observation(NOW, quantity(actual))
        told = gap_words(kk.Quantity("0.875", "人"), "line", "ja", seen)
        assert told == f"目安を{words}下回る"


class TestAnswer:
    """One sentence, before anything else."""

    def test_of_sagamihara(self) -> None:
        """23, 6 and 1 of 30, as a careful person counts, and 16/20 as published."""
        result = kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))
        assert answer_words(build_report(result)) == (
            "目標のある30件のうち23件が達成、6件が未達成、1件は判定できない。"
            "公表された80%は16/20と一致する。"
        )
        assert answer_words(build_report(result, "en")) == (
            "Of 30 targets, 23 achieved, 6 not achieved, 1 cannot be decided. "
            "The published 80% agrees with 16/20."
        )

    def test_of_a_plan_in_mid_term(self) -> None:
        """On track is at half of the way or more in 2023."""
        rows = [
            indicator(FLOOR, actual, baseline="30件", due=DUE, name=name)
            for name, actual in (("甲", "70件"), ("乙", "50件"), ("丙", "40件"))
        ]
        assert answer_words(report_of(*rows)) == (
            "3件中1件が到達。残る2件(期限 令和8年度)は順調1・遅れ1・不明0。"
        )
        assert answer_words(report_of(*rows, lang="en")) == (
            "Of 3, 1 met. Of the other 2 (due FY2026): 1 on track, 1 behind, 0 unknown."
        )

    def test_a_forecast_is_told_apart(self) -> None:
        seen = kk.Observation(NOW, quantity("70件"), status=kk.Status.FORECAST)
        one = kk.Indicator("甲", target=FLOOR, observations=[seen])
        assert answer_words(report_of(one)) == "目標のある1件のうち1件は見込み。"

    def test_an_actual_that_is_not_read_is_one(self) -> None:
        seen = kk.Observation(NOW, missing=kk.Missing.UNREADABLE)
        one = kk.Indicator("甲", target=FLOOR, observations=[seen])
        assert answer_words(report_of(one)) == "目標のある1件のうち、判定できたものはない。"

    def test_without_targets(self) -> None:
        assert answer_words(report_of(kk.Indicator("甲", target=kk.Unset()))) == (
            "目標のある指標はない(全1件)。"
        )

    @pytest.mark.parametrize(
        ("rows", "answer", "clear", "english"),
        [
            (
                [],
                "表から読み取れた指標はない。",
                "目標のある指標はない。",
                "There is no indicator in the tables.",
            ),
            (
                [("", NOW), ("", NOW)],
                "実績値が一つも示されていないため、目標のある2件のうち、判定できたものはない。",
                "判定できた指標がないため、未達成や遅れがあるかどうかは分からない。",
                "None of the 2 targets could be judged, since no actual is given.",
            ),
            (
                [("5人", NOW), ("", NOW)],
                "目標のある2件のうち、判定できたものはない。",
                "判定できた指標がないため、未達成や遅れがあるかどうかは分からない。",
                "None of the 2 targets could be judged.",
            ),
            (
                [("", DUE)],
                (
                    "実績値が一つも示されていないため、期限前の1件(期限 令和8年度)のうち、"
                    "判定できたものはない。"
                ),
                "判定できた指標がないため、未達成や遅れがあるかどうかは分からない。",
                "None of the 1 not due (FY2026) could be judged, since no actual is given.",
            ),
            (
                [("5人", NOW), ("", DUE)],
                "期限が来た1件、期限前の1件(期限 令和8年度)のうち、判定できたものはない。",
                "判定できた指標がないため、未達成や遅れがあるかどうかは分からない。",
                "None of the 1 due, the 1 not due (FY2026) could be judged.",
            ),
            (
                [("70件", NOW)],
                "目標のある1件のうち1件が達成。",
                "未達成の指標も遅れている指標もない。",
                "Of 1 targets, 1 achieved.",
            ),
            (
                [("70件", NOW), ("5人", NOW)],
                "目標のある2件のうち1件が達成、1件は判定できない。",
                (
                    "判定できた指標に、未達成のものも遅れているものもない"
                    "(このほか、判定できない指標1件がある)。"
                ),
                "Of 2 targets, 1 achieved, 1 cannot be decided.",
            ),
            (
                [("70件", NOW), ("40件", DUE)],
                (
                    "期限が来た1件のうち、判定できた1件中1件が達成(100%)。"
                    "期限前の1件(期限 令和8年度)に到達したものはなく、進み具合が不明。"
                ),
                (
                    "判定できた指標に、未達成のものも遅れているものもない"
                    "(このほか、進み具合の不明な指標1件がある)。"
                ),
                (
                    "Of 1 due, 1 of 1 decided are achieved (100%). "
                    "Of 1 not due (due FY2026), none is met: how they stand is unknown."
                ),
            ),
            (
                [("50件", NOW)],
                "目標のある1件のうち1件が未達成。",
                "",
                "Of 1 targets, 1 not achieved.",
            ),
        ],
    )
    def test_nothing_is_told_to_be_well_that_nobody_knows(
        self, rows: list[tuple[str, kk.FiscalYear]], answer: str, clear: str, english: str
    ) -> None:
        """A floor of 60件: 70件 meets it, 50件 misses it, 5人 cannot be compared with it."""
        given = [
            indicator(FLOOR, actual, due=due, name=f"指標{number}")
            for number, (actual, due) in enumerate(rows)
        ]
        assert answer_words(report_of(*given)) == answer
        assert answer_words(report_of(*given, lang="en")) == english
        assert clear_words(report_of(*given)) == clear
        assert bool(clear) is not bool(concerns_of(scaled(*given)))

    @pytest.mark.parametrize(
        ("actual", "words"),
        [
            ("70件", "公表された80%は、再計算した1/1(100%)と一致しない。"),
            ("", "公表された80%は再計算できない。"),
        ],
    )
    def test_a_share_that_is_not_the_published_one(self, actual: str, words: str) -> None:
        figure = ShareAchieved("A", quantity("80%"))
        category = kk.Category("A", "重点")
        head = kk.Indicator("達成率", target=kk.Unset(), derivations=[figure])
        sections = [
            kk.Section("施策", "1", "一", indicators=[head]),
            kk.Section("施策", "2", "二", category=category, indicators=[indicator(FLOOR, actual)]),
        ]
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", sections=sections)])
        assert answer_words(build_report(kk.evaluate(plan))).endswith(words)


def test_lane_without_a_place() -> None:
    """Of an indicator that has no place on it only the scale is drawn."""
    usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("60", "%")))
    plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    (lane,) = scale_of(build_report(kk.evaluate(plan))).lanes()

    assert lane.span is None
    drawn = lane_marks(lane)
    assert 'class="track"' in drawn
    assert "stem" not in drawn
    assert "use" not in drawn
