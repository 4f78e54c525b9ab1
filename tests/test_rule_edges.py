"""The edges of rules: ends that belong to a band or not, sums of parts, zones, what is told.

Each was found by a small change of the code that no other test noticed.
"""

from __future__ import annotations

from typing import Any

import pytest

import kpikit as kk
from kpikit.judging.wording import rule_words
from kpikit.model.evidence import Evidence
from kpikit.model.rule.base import same_label
from kpikit.model.rule.multiple import multiple_of
from kpikit.model.rule.reference import is_counted_from_before, is_fixed, referenced
from kpikit.model.rule.zone import amount_of, beyond, number_in
from test_rule import ACHIEVED, HIGHER, LOWER, MISSED, R5, Outcome, judge, outcome, parted, q

OPEN = kk.Verdict.INDETERMINATE
STRADDLES = kk.Reason.INTERVAL_STRADDLES
DIFFER = kk.Reason.PARTS_DIFFER


class TestEveryVerdict:
    """Whatever comes of it, it says which rule was judged, and why where it is open."""

    RULES = (
        kk.AtLeast(q("5 件")),
        kk.AtMost(q("50 %"), reference="前年"),
        kk.Between(q("[4,6] 件")),
        kk.Exactly(q("5 件")),
        kk.ReduceBy(q("1 割")),
        kk.IncreaseBy(q("5 件"), reference="前年度"),
        kk.RelativeTo("前年度", kk.Comparator.ABOVE),
        kk.RelativeTo("全国平均", kk.Comparator.AT_MOST, margin=q("5 人")),
        kk.Maintain(),
        kk.Improve(),
        kk.Improve(LOWER, reference="前年度"),
        kk.Qualitative("設置"),
        kk.Qualitative("削減", direction=LOWER),
        kk.DefinedElsewhere("方針"),
        kk.Exploratory(),
        kk.Unset("―"),
        kk.AllOf([kk.RulePart("", kk.AtLeast(q("5 件"))), kk.RulePart("", kk.AtMost(q("9 件")))]),
        kk.AllOf([kk.RulePart("①", kk.AtLeast(q("5 件"))), kk.RulePart("②", kk.Unset())]),
    )
    SEEN = (
        None,
        *(kk.Observation(R5, missing=missing) for missing in kk.Missing),
        kk.Observation(R5, outcome="設置済み"),
        kk.Observation(R5, outcome="検討中"),
        *(
            kk.Observation(R5, q(text))
            for text in ("5 件", "5 人", "5 %", "[4,9] 件", "5 件 change=increase", "-5 件")
        ),
        parted(("①", "3 件"), ("②", "3 件")),
        parted(("", "5 件"), ("", "9 件")),
        parted(("③", "5 件")),
    )

    @pytest.mark.parametrize("rule", RULES)
    @pytest.mark.parametrize("start", [None, "10 件", "10 件 margin=0.5", "[5,∞) 件"])
    def test_names_its_rule(self, rule: kk.Rule, start: str | None) -> None:
        for seen in self.SEEN:
            judgement = judge(rule, seen, baseline=start, previous=start)
            ratio = kk.AtMost(q("50 %"))  # 前年の50% beside 5 %: the ratio itself
            assert judgement.rule in (rule, ratio)
            assert (judgement.reason is not None) is (
                judgement.verdict in (OPEN, kk.Verdict.NOT_APPLICABLE)
            )
            assert type(judgement.verdict) is kk.Verdict
            assert {type(flag) for flag in judgement.flags} <= {kk.Flag}

    def test_what_is_undirected(self) -> None:
        """What evidence tells the direction of is told as the floor or ceiling that it is."""
        for rule in (kk.Reach(q("5 件")), kk.Maintain(q("5 件"))):
            assert judge(rule, "9 件").rule == rule
            assert judge(rule, "9 件", direction=LOWER).rule == kk.AtMost(q("5 件"))
        assert judge(kk.Maintain(), "9 件", baseline="9 件").rule == kk.Maintain()
        kept = judge(kk.Maintain(direction=HIGHER), "9 件", baseline="9 件")
        assert (kept.verdict, kept.rule) == (ACHIEVED, kk.AtLeast(q("9 件")))


class TestBand:
    """Each end of a band belongs to it, or not."""

    @pytest.mark.parametrize(
        ("band", "verdicts"),
        [
            ("[4,6] 件", {"4": ACHIEVED, "6": ACHIEVED}),
            ("(4,6] 件", {"4": MISSED, "6": ACHIEVED}),
            ("[4,6) 件", {"4": ACHIEVED, "6": MISSED}),
            ("(4,6) 件", {"4": MISSED, "6": MISSED}),
        ],
    )
    def test_ends(self, band: str, verdicts: dict[str, kk.Verdict]) -> None:
        rule = kk.Between(q(band))
        for actual, expected in {"3.9": MISSED, "5": ACHIEVED, "6.1": MISSED, **verdicts}.items():
            assert outcome(rule, f"{actual} 件") is expected

    def test_an_interval(self) -> None:
        rule = kk.Between(q("[4,6] 件"))
        assert outcome(rule, "[4,6] 件") is ACHIEVED
        assert outcome(rule, "[4,6.5] 件") is STRADDLES
        assert outcome(rule, "(6,7] 件") is MISSED
        assert outcome(rule, "[1,4) 件") is MISSED

    def test_exactly(self) -> None:
        rule = kk.Exactly(q("5 件"))
        for actual, expected in (("5", ACHIEVED), ("4.9", MISSED), ("5.1", MISSED)):
            assert outcome(rule, f"{actual} 件") is expected
        assert outcome(rule, "[5,6] 件") is STRADDLES


class TestSums:
    """A target that does not say whether it is for each part or for all of them together."""

    @pytest.mark.parametrize(
        ("rule", "parts", "expected"),
        [
            (kk.AtLeast(q("5 件")), ("3 件", "3 件"), DIFFER),
            (kk.AtLeast(q("5 件")), ("2 件", "2 件"), MISSED),
            (kk.AtLeast(q("5 件")), ("3 件 per=年", "3 件"), MISSED),  # of two kinds: no sum
            (kk.AtLeast(q("5 件")), ("3 件", "3 件 statistic=年間"), MISSED),
            (kk.AtLeast(q("5 %")), ("3 %", "3 %"), MISSED),  # shares have none
            (kk.AtMost(q("2 位")), ("3 位", "3 位"), MISSED),
            (kk.AtLeast(q("5 件")), ("3 件 statistic=平均", "3 件 statistic=平均"), MISSED),
            (kk.AtLeast(q("8 件")), ("(-∞,5] 件", "5 件"), DIFFER),
            (kk.AtLeast(q("8 件")), ("[9,∞) 件", "5 件"), DIFFER),
            (kk.AtLeast(q("8 件")), ("[9,∞) 件", "(-∞,5] 件"), MISSED),  # any number at all
            (kk.AtLeast(q("8 件")), ("5 件",), MISSED),
        ],
    )
    def test_each_or_together(
        self, rule: kk.Rule, parts: tuple[str, ...], expected: Outcome
    ) -> None:
        judgement = judge(rule, parted(*(("①②③"[at], text) for at, text in enumerate(parts))))
        assert (judgement.reason or judgement.verdict) is expected
        assert (judgement.verdict is OPEN) is (expected is DIFFER)

    def test_labels(self) -> None:
        assert same_label("市 民", "市民(再掲)")
        assert same_label("①　男　性", "①男性")
        assert not same_label("男", "女")

    def test_conditions_name_their_parts(self) -> None:
        both = kk.AllOf([kk.RulePart("", kk.AtLeast(q(f"{each} 件"))) for each in (4, 6)])
        judgement = judge(both, "5 件")
        assert [part.label for part in judgement.parts] == ["", ""]
        assert [part.judgement.verdict for part in judgement.parts] == [ACHIEVED, MISSED]
        mixed = kk.AllOf([kk.RulePart("", kk.AtLeast(q(each))) for each in ("4 件", "6 人")])
        assert outcome(mixed, "5 件") is DIFFER
        assert outcome(mixed, "5 %") is kk.Reason.UNITS_DIFFER


class TestZones:
    """What would be met, to be drawn beside the actual."""

    @pytest.mark.parametrize(
        ("rule", "reference", "actual", "name", "expected"),
        [
            # a change beside a change, of one kind: the change that is enough
            (kk.ReduceBy(q("10 %")), "140 件", "5 % change=decrease", "数", "[10,∞) %"),
            (kk.ReduceBy(q("5 件")), "140 件", "5 件 change=decrease", "数", "[5,∞) 件"),
            (kk.IncreaseBy(q("5 件")), "140 件", "9 件", "増加件数", "[5,∞) 件"),
            # a change beside a rate of one: nothing can be drawn
            (kk.ReduceBy(q("10 %")), "140 件", "5 件 change=decrease", "数", None),
            (kk.ReduceBy(q("5 件")), "140 件", "5 % change=decrease", "数", None),
            # a level: what the base leaves
            (kk.ReduceBy(q("10 %")), "140 件", "130 件", "数", "(-∞,126.0] 件"),
            (kk.IncreaseBy(q("10 %")), "140 件", "150 件", "数", "[154.0,∞) 件"),
            (kk.IncreaseBy(q("5 ポイント")), "40 %", "42 %", "率", "[45,∞) %"),
            (kk.ReduceBy(q("10 %")), None, "130 件", "数", None),
            (kk.ReduceBy(q("5 人")), "140 件", "130 件", "数", None),
            # beside a reference
            (kk.RelativeTo("前年度", kk.Comparator.ABOVE), "10 件", "9 件", "数", "[10,∞) 件"),
            (kk.RelativeTo("前年度", kk.Comparator.BELOW), "10 件", "9 件", "数", "(-∞,10] 件"),
            (kk.RelativeTo("前年度", kk.Comparator.EQUAL), "10 件", "9 件", "数", "10 件"),
            (kk.RelativeTo("前年度", kk.Comparator.ABOVE), None, "9 件", "数", None),
            (kk.RelativeTo("前年度", kk.Comparator.ABOVE), "[9,∞) 件", "9 件", "数", None),
            (
                kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, margin=q("5 ポイント")),
                *("40 %", "42 %", "率", "[45,∞) %"),
            ),
            (
                kk.RelativeTo("全国平均", kk.Comparator.AT_MOST, margin=q("5 ポイント")),
                *("40 %", "42 %", "率", "(-∞,35] %"),
            ),
            (kk.Improve(HIGHER), "10 件", "9 件", "数", "10 件"),
            (kk.Improve(HIGHER), "10 件 margin=0.5", "9 件", "数", "10 件"),
        ],
    )
    def test_zone(
        self, rule: kk.Rule, reference: str | None, actual: str, name: str, expected: str | None
    ) -> None:
        zone = rule.zone(q(reference) if reference else None, q(actual), name)
        assert (zone and str(attrs_of(zone))) == expected

    def test_beyond(self) -> None:
        assert beyond(q("5 件"), HIGHER, strict=True) == q("(5,∞) 件")
        assert beyond(q("5 件"), LOWER, strict=True) == q("(-∞,5) 件")
        assert beyond(q("(3,5) 件"), HIGHER) == q("[3,∞) 件")
        assert beyond(q("(3,5) 件"), LOWER) == q("(-∞,5] 件")
        assert beyond(q("5 件 margin=0.5"), LOWER) == q("(-∞,5] 件")

    @pytest.mark.parametrize(
        ("quantity", "like", "expected"),
        [
            ("5 割", "60 %", "50"),
            ("60 %", "5 割", None),  # both become %, which is not the unit asked for
            ("5 件", "60 人", None),
            ("[5,6] 件", "60 件", None),
            ("5 -", "60 件", "5"),
            ("5 件 margin=1", "60 件", "5"),
        ],
    )
    def test_number_in(self, quantity: str, like: str, expected: str | None) -> None:
        found = number_in(q(quantity), q(like))
        assert found == (expected and kk.Quantity(expected).value)

    def test_number_in_by_name(self) -> None:
        cut, level = q("5 件 change=decrease"), q("9 件")
        assert number_in(cut, level, "削減件数") == 5
        assert number_in(cut, level, "件数") is None
        assert number_in(q("5 件"), q("9 件 statistic=累計"), "参加者数") is None

    def test_amount(self) -> None:
        assert amount_of(q("1 割"), q("140 件")) == 14
        assert amount_of(q("5 ポイント"), q("140 %")) == 5
        assert amount_of(q("5 件 change=decrease"), q("140 件")) == 5
        assert amount_of(q("5 人"), q("140 件")) is None


def attrs_of(zone: kk.Quantity) -> str:
    """Return ends and unit of a zone, without the sense of a change."""
    return str(zone).partition(" change=")[0]


class TestOnTheWay:
    """What is asked for before the date, and what stays the same of a rule."""

    MULTIPLE = kk.AtLeast(q("1.1 倍"), reference="前年")

    def test_same_rule(self) -> None:
        assert self.MULTIPLE.stricter() == kk.AtLeast(q("1.1 倍"), strict=True, reference="前年")
        assert self.MULTIPLE.on_the_way(q("1.05 倍")) == kk.AtLeast(q("1.05 倍"), reference="前年")
        assert self.MULTIPLE.with_number(q("2 倍")) == kk.AtLeast(q("2 倍"), reference="前年")
        cut = kk.ReduceBy(q("9 件"), strict=True, base=q("90 件"), reference="現状")
        assert cut.on_the_way(q("3 件")) == kk.ReduceBy(
            q("3 件"), base=q("90 件"), reference="現状"
        )
        assert cut.with_number(q("3 件")) == kk.ReduceBy(
            q("3 件"), strict=True, base=q("90 件"), reference="現状"
        )
        assert cut.begun(q("90 件")) == q("0 件")
        assert kk.IncreaseBy(q("9 件 margin=0.5")).begun(None) == q("0 件")

    def test_parts(self) -> None:
        two = [kk.RulePart("①", self.MULTIPLE), kk.RulePart("②", kk.Unset())]
        both = kk.AllOf(two)
        assert both.labels == ("①", "②")
        assert both.is_undirected is False
        assert kk.AllOf([*two, kk.RulePart("③", kk.Improve())]).is_undirected is True
        assert both.with_parts([kk.Improve(), self.MULTIPLE]) == kk.AllOf(
            [kk.RulePart("①", kk.Improve()), kk.RulePart("②", self.MULTIPLE)]
        )
        with pytest.raises(ValueError, match=r"shorter|longer"):
            both.with_parts([kk.Improve()])

    def test_parts_by_period(self) -> None:
        r7, r8 = kk.FiscalYear(2025), kk.FiscalYear(2026)
        five, nine, ten = (kk.AtLeast(q(f"{each} 件")) for each in (5, 9, 10))
        two = kk.AllOf([kk.RulePart("", five, period=r7), kk.RulePart("", nine, period=r8)])
        assert two.by_period == ((r7, five), (r8, nine))
        more = kk.AllOf(
            [
                kk.RulePart("①", five, period=r7),
                kk.RulePart("①", nine, period=r8),
                kk.RulePart("②", ten, period=r8),
            ]
        )
        later = kk.AllOf([kk.RulePart("①", nine), kk.RulePart("②", ten)])
        assert more.by_period == ((r7, five), (r8, later))
        assert later.by_period == ((None, later),)
        some = kk.AllOf([kk.RulePart("", five), kk.RulePart("", nine, period=r8)])
        assert some.by_period == ((None, five), (r8, nine))

    @pytest.mark.parametrize(
        ("rule", "moving"),
        [
            (kk.AtLeast(q("5 件")), False),
            (kk.Maintain(), False),
            (kk.Maintain(reference="前年度"), True),
            (kk.Maintain(q("5 件"), reference="前年度"), False),
            (kk.Maintain(reference="平成25年度"), False),
            (kk.Improve(), False),
            (kk.Improve(reference="全国平均"), True),
            (kk.RelativeTo("現状", kk.Comparator.ABOVE), False),
            (kk.RelativeTo("全国平均", kk.Comparator.ABOVE), True),
            (kk.ReduceBy(q("5 件")), False),
            (kk.ReduceBy(q("5 件"), reference="前年度"), True),
            (kk.ReduceBy(q("5 件"), base=q("9 件"), reference="前年度"), False),
        ],
    )
    def test_known_at_its_date_only(self, rule: kk.Rule, *, moving: bool) -> None:
        parts = kk.AllOf([kk.RulePart("①", kk.Unset()), kk.RulePart("②", rule)])
        assert rule.is_moving("数") is moving
        assert parts.is_moving("数") is moving

    def test_kept(self) -> None:
        """What is to be kept of a rule: not to be worse than its reference."""
        above, below = (
            kk.RelativeTo("前年度", each) for each in (kk.Comparator.ABOVE, kk.Comparator.BELOW)
        )
        assert above.kept == kk.RelativeTo("前年度", kk.Comparator.AT_LEAST)
        assert below.kept == kk.RelativeTo("前年度", kk.Comparator.AT_MOST)
        assert kk.RelativeTo("前年度", kk.Comparator.EQUAL).kept is None
        margin = kk.RelativeTo("前年度", kk.Comparator.ABOVE, margin=q("5 件"))
        assert margin.kept is None
        assert kk.Improve(LOWER, reference="前年度").kept == kk.Maintain(
            reference="前年度", direction=LOWER
        )
        assert kk.AtLeast(q("5 件")).kept is None


class TestTold:
    """Which way is better: told by evidence only where words and unit do not."""

    EVIDENCE = Evidence("数", None, kk.Observation(None, q("3 件")))

    @pytest.mark.parametrize(
        ("rule", "direction"),
        [
            (kk.Reach(q("5 件")), HIGHER),
            (kk.Maintain(q("5 件")), HIGHER),
            (kk.Maintain(q("[5,∞) 件")), None),
            (kk.Maintain(), None),
        ],
    )
    def test_by_the_baseline(self, rule: kk.Rule, direction: kk.Direction | None) -> None:
        told = rule.told(self.EVIDENCE)
        assert (told and told.direction) is direction

    @pytest.mark.parametrize(
        "rule",
        [
            kk.Reach(q("5 件"), direction=LOWER),
            kk.Reach(q("2 倍"), reference="前年"),
            kk.Reach(q("5 位")),
            kk.Reach(q("5 件 change=increase")),
            kk.Maintain(q("5 件"), direction=LOWER),
            kk.Maintain(q("5 位")),
            kk.AtLeast(q("5 件")),
        ],
    )
    def test_not_asked(self, rule: kk.Rule) -> None:
        assert rule.told(self.EVIDENCE) is None

    def test_reach_resolved(self) -> None:
        assert kk.Reach(q("5 位")).is_undirected
        bare = kk.Reach(q("98 %"), reference="前年")
        judgement = judge(bare, "50 %", "会議の件数(前年比)")
        # 98 % of the year before is less than it: that may be a cut, or a floor in decline
        assert judgement.reason is kk.Reason.DIRECTION_UNKNOWN
        assert judgement.rule == kk.Reach(q("98 %"))
        assert judgement.flags == (kk.Flag.STATED_BY_NAME,)
        judgement = judge(bare, "1 件", previous="2 件")
        assert (judgement.reason, judgement.rule) == (kk.Reason.DIRECTION_UNKNOWN, bare)
        assert judge(bare, "1 件").reason is kk.Reason.PREVIOUS_VALUE_MISSING
        assert judge(bare, "1 件").rule == bare

    def test_a_multiple_starts_from_what_it_is_of(self) -> None:
        """110 % is more than 100 %, 1.1倍 more than one: larger is better."""
        for text in ("110 %", "1.1 倍"):
            rule = kk.Reach(q(text), reference="前年")
            for actual in ("111 %", "1.11 倍"):
                judgement = judge(rule, actual, "利用者数(前年比)")
                assert judgement.verdict is ACHIEVED
                assert judgement.rule == kk.AtLeast(q(text))
        half = kk.Reach(q("1.5 倍"), reference="前年")
        assert judge(half, "1.6 倍", "利用者数(前年比)").verdict is ACHIEVED


class TestChangeBesideAWayToGo:
    """増加, 減少, 維持 against a change that is reported as such."""

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.Improve(HIGHER), "0 件 change=increase", MISSED),
            (kk.Improve(LOWER), "0 件 change=decrease", MISSED),
            (kk.Improve(HIGHER), "0 件 change=decrease", MISSED),
            (kk.Improve(HIGHER), "0.1 件 change=increase", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "0 件 change=increase", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "0 件 change=decrease", ACHIEVED),
            (kk.Maintain(direction=LOWER), "1 件 change=increase", MISSED),
            (kk.Maintain(direction=HIGHER), "-1 件 change=increase", MISSED),
        ],
    )
    def test_by_nothing(self, rule: kk.Rule, actual: str, expected: Outcome) -> None:
        judgement = judge(rule, actual)
        assert judgement.verdict is expected
        assert (judgement.rule, judgement.flags) == (rule, ())

    def test_basis_and_statistic_are_taken_from_the_change(self) -> None:
        judgement = judge(kk.Improve(HIGHER), "5 件 change=increase per=年 statistic=平均")
        assert (judgement.verdict, judgement.flags) == (ACHIEVED, ())
        judgement = judge(kk.Improve(), "5 件 change=decrease", "死者数")
        assert judgement.flags == (kk.Flag.DIRECTION_FROM_NAME,)

    @pytest.mark.parametrize(
        ("reference", "actual", "expected"),
        [
            ("10 件 margin=0.5", "10 件", STRADDLES),
            ("10 件 margin=0.5", "10.5 件", ACHIEVED),
            ("10 件 margin=0.5", "9.4 件", MISSED),
            ("[5,10] 件", "10 件", ACHIEVED),
            ("[5,10] 件", "9 件", STRADDLES),
        ],
    )
    def test_keeping_an_inexact_value(self, reference: str, actual: str, expected: Outcome) -> None:
        rule = kk.Maintain(direction=HIGHER)
        assert outcome(rule, actual, baseline=reference) is expected
        better = kk.Improve(HIGHER)
        if expected is not ACHIEVED:
            assert outcome(better, actual, baseline=reference) is expected

    def test_a_value_to_keep_is_where_it_starts_from(self) -> None:
        judgement = judge(kk.Maintain(), "11 件", "死者数", baseline="10 件")
        assert (judgement.verdict, judgement.reference) == (MISSED, q("10 件"))
        assert judgement.flags == (kk.Flag.DIRECTION_FROM_NAME,)

    def test_margins(self) -> None:
        above = kk.RelativeTo("前年度", kk.Comparator.AT_LEAST, margin=q("5 件"))
        below = kk.RelativeTo("前年度", kk.Comparator.AT_MOST, margin=q("5 件"))
        for rule, actual, expected in (
            (above, "15 件", ACHIEVED),
            (above, "14.9 件", MISSED),
            (below, "5 件", ACHIEVED),
            (below, "5.1 件", MISSED),
        ):
            assert outcome(rule, actual, previous="10 件") is expected


class TestWords:
    """What a rule asks for, in words."""

    @pytest.mark.parametrize(
        ("margin", "words"),
        [
            ("5 ポイント", "全国平均に5ポイントを加えた値以上"),
            ("0.5 ポイント", "全国平均に0.5ポイントを加えた値以上"),
            ("-0.5 ポイント", "全国平均から0.5ポイントを引いた値以上"),
        ],
    )
    def test_margin(self, margin: str, words: str) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, margin=q(margin))
        assert rule_words(rule, "ja") == words

    def test_parts_by_period(self) -> None:
        parts = [
            kk.RulePart("①", kk.AtLeast(q("5 件")), period=kk.FiscalYear(2025)),
            kk.RulePart("②", kk.AtLeast(q("9 件"))),
        ]
        assert rule_words(kk.AllOf(parts), "ja") == "① 5件以上 [令和7年度]、② 9件以上"


class TestReferences:
    """Which value a word stands for."""

    EVIDENCE = Evidence(
        "会議の件数",
        kk.Observation(R5, q("5 件"), benchmark=kk.Benchmark("県平均", q("7 件"))),
        kk.Observation(kk.FiscalYear(1989), q("3 件")),
        kk.Observation(kk.FiscalYear(2019), q("4 件")),
    )

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [
            ("平成元年度", q("3 件")),
            ("H元", q("3 件")),
            ("平成1年度", q("3 件")),
            ("1989年度", q("3 件")),
            ("令和元年度", q("4 件")),
            ("令和2年度", kk.Reason.BASELINE_MISSING),
            ("昭和元年度", kk.Reason.BASELINE_MISSING),
            ("基準値(平成元年度)", q("3 件")),
            ("基準値(平成2年度)", kk.Reason.BASELINE_MISSING),
            ("平成元年度の会議", q("3 件")),
            ("平成元年度の委員会", kk.Reason.BENCHMARK_MISSING),
            ("", kk.Reason.BENCHMARK_MISSING),
        ],
    )
    def test_referenced(self, reference: str, expected: kk.Quantity | kk.Reason) -> None:
        assert referenced(reference, self.EVIDENCE) == expected

    @pytest.mark.parametrize(
        ("reference", "is_it"),
        [
            ("県平均", True),
            ("同規模の市や県平均", True),  # the last of a list
            ("都道府県平均", False),
            ("都道府県平均や県平均", False),  # the first place that has it decides
        ],
    )
    def test_benchmark(self, reference: str, *, is_it: bool) -> None:
        found = referenced(reference, self.EVIDENCE)
        assert (found == kk.Benchmark("県平均", q("7 件"))) is is_it

    def test_fixed(self) -> None:
        assert is_fixed("平成元年度", "数")
        assert is_fixed("現状", "数")
        assert is_fixed("現状職員数", "市の職員数")
        assert not is_fixed("現状職員数", "数")
        assert not is_fixed("前年度", "数")
        assert is_counted_from_before("昨年比")
        assert not is_counted_from_before("当初比")

    def test_multiple_of(self) -> None:
        half = q("0.5 件")
        assert multiple_of(q("2 倍"), half) == q("1.0 件")
        assert multiple_of(q("2 倍"), q("0 件")) is None
        cut = q("5 件 change=decrease")
        assert multiple_of(q("[1,2] 倍"), cut) == q("[5,10] 件 change=decrease")
        assert multiple_of(q("2 倍"), cut) == q("10 件 change=decrease")


@pytest.mark.parametrize("strict", [True, False])
def test_is_strict(*, strict: bool) -> None:
    rules: list[Any] = [kk.AtLeast(q("5 件"), strict=strict), kk.ReduceBy(q("5 件"), strict=strict)]
    assert [rule.is_strict for rule in rules] == [strict, strict]
    assert kk.Reach(q("5 件")).is_strict is False
