"""The edges of rules: ends that belong to a band or not, sums of parts, zones, what is told.

Each was found by a small change of the code that no other test noticed.
"""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.judging.wording import rule_words
from kpikit.model.evidence import Evidence
from kpikit.model.judgement import Judgement, Told
from kpikit.model.rule.base import same_label, sharing
from kpikit.model.rule.multiple import multiple_of
from kpikit.model.rule.reference import (
    is_counted_from_before,
    is_fixed,
    is_same_reference,
    referenced,
)
from kpikit.model.rule.zone import amount_of, beyond, number_in
from test_rule import ACHIEVED, HIGHER, LOWER, MISSED, R4, R5, Outcome, judge, outcome, parted, q

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

    def test_one_without_a_number(self) -> None:
        rule = kk.Rule()
        assert judge(rule, "5 件").rule is rule

    def test_words_and_numbers_that_do_not_serve(self) -> None:
        """Costs that rose may be curbed all the same; what cannot be read may be an indicator."""
        curbed = kk.Qualitative("経費の抑制", direction=LOWER)
        judgement = judge(curbed, "11 円", baseline="10 円")
        assert (judgement.reason, judgement.rule) == (kk.Reason.NOT_QUANTIFIED, curbed)
        unread = kk.Observation(R5, missing=kk.Missing.UNREADABLE)
        assert outcome(kk.DefinedElsewhere("方針"), unread) is kk.Reason.ACTUAL_UNREADABLE

    def test_what_was_held_against_what(self) -> None:
        """9割 are 90 %, held against 80 %; 79 % would not have been enough."""
        held = judge(kk.AtLeast(q("80 %")), "9 割").held
        assert held is not None
        assert (held.actual, held.bound) == (q("90 %"), q("80 %"))
        assert held.meets(q("79 %"), held.bound) is MISSED

    @pytest.mark.parametrize(
        ("rule", "is_multiple"),
        [
            (kk.AtLeast(q("5 件")), False),
            (kk.AtMost(q("50 %"), reference="前年"), True),
            (kk.ReduceBy(q("1 割"), reference="前年"), False),
        ],
    )
    def test_multiple(self, rule: kk.Rule, *, is_multiple: bool) -> None:
        assert rule.is_multiple is is_multiple


class TestRefused:
    """A constructor says what it takes, and takes what lies just inside."""

    @pytest.mark.parametrize(
        ("kind", "arguments", "said"),
        [
            (kk.AtLeast, {"bound": "5件"}, "AtLeast.bound takes Quantity, and was given '5件'"),
            (kk.ReduceBy, {"by": "5件"}, "ReduceBy.by takes Quantity, and was given '5件'"),
            (kk.Qualitative, {"outcome": 5}, "Qualitative.outcome takes str, and was given 5"),
            (kk.AllOf, {"parts": [5]}, "AllOf.parts takes RulePart, and was given 5"),
            (
                kk.Maintain,
                {"value": q("[80,90] %")},
                "value must be a single number, not [80,90] %",
            ),
            (
                kk.Maintain,
                {"value": q("(-∞,10] 件"), "direction": HIGHER},
                "no bound to keep that way: (-∞,10] 件",
            ),
            (
                kk.AtLeast,
                {"bound": q("5 件"), "reference": "前年"},
                "a multiple of 前年 is in 倍 or a share, not 5 件",
            ),
            (
                kk.AtLeast,
                {"bound": q("0 倍"), "reference": "前年"},
                "a multiple of 前年 is a positive number, not 0 倍",
            ),
        ],
    )
    def test_said(self, kind: Any, arguments: dict[str, Any], said: str) -> None:
        with pytest.raises(kk.InvalidRuleError) as caught:
            kind(**arguments)
        assert str(caught.value) == said

    def test_taken(self) -> None:
        assert kk.ReduceBy(q("0 件")).by == q("0 件")
        assert kk.ReduceBy(q("0.5 件")).by == q("0.5 件")
        assert kk.AtLeast(q("0.5 倍"), reference="前年").bound == q("0.5 倍")
        assert kk.Between(q("[0,1] 倍"), reference="前年").band == q("[0,1] 倍")


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
        assert judge(mixed, "5 件").rule == mixed
        assert outcome(mixed, "5 %") is kk.Reason.UNITS_DIFFER


class TestEachPart:
    """Each part has the name, the values before and the year that are its own."""

    @pytest.mark.parametrize(
        ("reference", "before"), [("前年度", "previous"), ("前回", "preceding")]
    )
    def test_values_before(self, reference: str, before: str) -> None:
        """5 of ① were 5 before, 9 of ② were 10."""
        rule = kk.RelativeTo(reference, kk.Comparator.AT_LEAST)
        named: dict[str, Any] = {before: parted(("②", "10 件"), ("①", "5 件"))}
        judgement = rule.judge(Evidence("数", parted(("①", "5 件"), ("②", "9 件")), **named))
        assert [part.judgement.verdict for part in judgement.parts] == [ACHIEVED, MISSED]

    def test_name(self) -> None:
        """Of 死者数 less is better, which the name of the whole does not say."""
        rule = kk.AllOf([kk.RulePart("死者数", kk.Reach(q("5 人")))])
        judgement = judge(rule, parted(("死者数", "3 人")))
        assert (judgement.verdict, judgement.flags) == (ACHIEVED, (kk.Flag.DIRECTION_FROM_NAME,))

    def test_column(self) -> None:
        """The average of R4 is that of the year before the column, R5."""
        average = kk.Benchmark("全国平均", q("75 %"), R4)
        part = kk.Part("①", kk.Observation(None, q("80 %"), benchmark=average))
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=1)
        judgement = judge(rule, kk.Observation(None, parts=[part], column=R5))
        assert (judgement.verdict, judgement.flags) == (ACHIEVED, ())


class TestSharing:
    """One direction for all bare numbers of the parts of a target."""

    FIVE, NINE = kk.Reach(q("5 件")), kk.Reach(q("9 件"))
    NOTHING = Evidence("数", None)
    SEVEN = Evidence("数", None, kk.Observation(None, q("7 件")))
    BASELINE, PARTS = kk.Flag.DIRECTION_FROM_BASELINE, kk.Flag.DIRECTION_FROM_PARTS

    def told(self, *rules: kk.Rule, by: Evidence, steps: bool = False) -> list[Told | None]:
        return [each.told for each in sharing(rules, [by] * len(rules), are_steps=steps)]

    def test_on_both_sides_of_the_baseline(self) -> None:
        """From 7 to 9 is up and to 5 is down; but 5 may be a step on a way that began at 7."""
        apart = self.told(self.FIVE, self.NINE, by=self.SEVEN)
        assert [each and each.direction for each in apart] == [None, None]
        steps = self.told(self.FIVE, self.NINE, by=self.SEVEN, steps=True)
        assert [each and each[:2] for each in steps] == [
            (HIGHER, self.PARTS),
            (HIGHER, self.BASELINE),
        ]

    @pytest.mark.parametrize("steps", [True, False])
    def test_beside_a_floor(self, *, steps: bool) -> None:
        """A floor has its direction by its words, and gives it to the bare number."""
        floor = kk.AtLeast(q("5 件"))
        assert self.told(floor, self.NINE, by=self.NOTHING, steps=steps) == [
            None,
            Told(HIGHER, self.PARTS),
        ]
        assert self.told(floor, self.NINE, by=self.SEVEN, steps=steps) == [
            None,
            Told(HIGHER, self.BASELINE),
        ]

    @pytest.mark.parametrize(
        "other", [kk.AtMost(q("10 位")), kk.RelativeTo("前年度", kk.Comparator.ABOVE)]
    )
    def test_what_gives_none(self, other: kk.Rule) -> None:
        """Of ranks less is better whatever is counted; a reference is no level."""
        assert self.told(other, self.NINE, by=self.NOTHING) == [None, Told()]

    def test_nothing_to_share(self) -> None:
        directed = Evidence("数", None, self.SEVEN.baseline, direction=LOWER)
        floors = kk.AtLeast(q("5 件")), kk.AtLeast(q("9 件"))
        assert sharing([self.NINE], [self.SEVEN]) == [self.SEVEN]
        assert sharing([self.FIVE, self.NINE], [directed] * 2) == [directed] * 2
        assert sharing(floors, [self.SEVEN] * 2) == [self.SEVEN] * 2


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
        assert (both.part("①"), both.part("②")) == (self.MULTIPLE, kk.Unset())
        assert both.part("③") is None
        assert both.phrase.code == ""
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
        one = kk.AllOf([kk.RulePart("①", five)])
        assert one.by_period == ((None, one),)
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

    def test_the_caller_comes_before_its_words(self) -> None:
        rule = kk.Reach(q("5 件"), direction=LOWER)
        assert judge(rule, "9 件").verdict is MISSED
        assert judge(rule, "9 件", direction=HIGHER).verdict is ACHIEVED

    def test_an_interval_around_a_bare_number(self) -> None:
        """It is open for want of a direction, whatever the interval."""
        assert outcome(kk.Reach(q("5 件")), "[4,6] 件") is kk.Reason.DIRECTION_UNKNOWN

    @pytest.mark.parametrize(
        ("target", "baseline", "expected"),
        [
            # a baseline in another unit tells but that there are numbers below zero
            ("0 ポイント", "-0.5 %", kk.Reason.DIRECTION_UNKNOWN),
            ("0 ポイント", "0 %", MISSED),
            ("0 ポイント", "0.5 %", MISSED),
            ("0 ポイント margin=0.5", "-0.5 %", kk.Reason.DIRECTION_UNKNOWN),
        ],
    )
    def test_zero_beside_another_unit(self, target: str, baseline: str, expected: Outcome) -> None:
        assert outcome(kk.Reach(q(target)), "3 ポイント", baseline=baseline) is expected

    def test_a_rank_is_kept_by_a_better_one(self) -> None:
        assert outcome(kk.Maintain(), "7 位", baseline="9 位") is ACHIEVED
        assert outcome(kk.Maintain(), "11 位", baseline="9 位") is MISSED
        assert outcome(kk.Improve(None), "7 位", baseline="9 位") is ACHIEVED
        assert outcome(kk.Improve(None), "9 位", baseline="9 位") is MISSED

    def test_a_baseline_in_thousands_is_below_a_target_in_ones(self) -> None:
        """1,200 before and 1,500 to be reached: more is better, whatever they are written in."""
        assert outcome(kk.Reach(q("1500 人")), "1600 人", baseline="1.2 千人") is ACHIEVED
        seen = outcome(kk.Reach(q("1500 人")), "1600 人", baseline="1.8 千人")
        assert seen is kk.Reason.DIRECTION_UNKNOWN

    def test_a_baseline_whose_sense_the_name_states(self) -> None:
        """A cut of 3 before, of which 5 are asked for: the name says that both are cuts."""
        rule, start = kk.Reach(q("5 件")), "3 件 change=decrease"
        judgement = judge(rule, "6 件", "削減件数", baseline=start)
        assert judgement.rule == kk.AtLeast(q("5 件"))

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
        for name in ("利用者数(前年比)", "会議の件数(前年比)"):
            assert judge(half, "1.6 倍", name).verdict is ACHIEVED


class TestChanges:
    """A change from its base."""

    def test_of_the_least_base(self) -> None:
        """100 % of 1 and of 0.5: any base above nothing will do."""
        double = kk.IncreaseBy(q("100 %"))
        assert outcome(double, "2 件", baseline="1 件") is ACHIEVED
        assert outcome(double, "1 件", baseline="0.5 件") is ACHIEVED

    @pytest.mark.parametrize(
        ("by", "flags"), [("10 %", ()), ("10 % margin=0.5", (kk.Flag.TARGET_APPROXIMATE,))]
    )
    def test_it_says_of_what(self, by: str, flags: tuple[kk.Flag, ...]) -> None:
        judgement = judge(kk.ReduceBy(q(by)), "100 件", baseline="140 件")
        assert (judgement.verdict, judgement.reference) == (ACHIEVED, q("140 件"))
        assert judgement.flags == flags


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

    @pytest.mark.parametrize("rule", [kk.Maintain(), kk.Improve()])
    def test_an_inexact_value_by_the_name(self, rule: kk.Rule) -> None:
        """9 deaths are less than 10 give or take a half, and less is better by the name."""
        judgement = judge(rule, "9 人", "死者数", baseline="10 人 margin=0.5")
        assert judgement.verdict is ACHIEVED
        assert kk.Flag.DIRECTION_FROM_NAME in judgement.flags

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
            ("0 ポイント", "全国平均に0ポイントを加えた値以上"),
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

    def test_without_an_actual(self) -> None:
        assert referenced("県平均", Evidence("数", None)) is kk.Reason.BENCHMARK_MISSING

    @pytest.mark.parametrize(
        ("lag", "year", "expected"),
        [
            (None, R5, q("80 %")),
            (0, R5, q("80 %")),
            (1, R5, q("70 %")),
            (None, R4, q("70 %")),
            (1, R4, None),
            (0, None, None),
        ],
    )
    def test_averages_of_several_years(
        self, lag: int | None, year: kk.FiscalYear | None, expected: kk.Quantity | None
    ) -> None:
        """Of those of one name that of the year is taken: 70 % is of R4, 80 % of R5."""
        former, latter = (
            kk.Benchmark("県平均", q("70 %"), R4),
            kk.Benchmark("県平均", q("80 %"), R5),
        )
        actual = kk.Observation(year, q("75 %"), benchmark=former, other_benchmarks=[latter])
        found = referenced("県平均", Evidence("数", actual), lag)
        taken = found.quantity if isinstance(found, kk.Benchmark) else None
        assert taken == expected
        rule = kk.RelativeTo("県平均", kk.Comparator.AT_LEAST, lag=lag)
        judgement = judge(rule, actual)
        assert judgement.reference == expected
        assert judgement.rule == rule

    def test_averages_of_several_names(self) -> None:
        """Which is meant the words do not say, and neither does the year."""
        men, women = (
            kk.Benchmark("県平均(男)", q("7 %"), R4),
            kk.Benchmark("県平均(女)", q("8 %"), R5),
        )
        actual = kk.Observation(R5, q("9 %"), benchmark=men, other_benchmarks=[women])
        assert referenced("県平均", Evidence("数", actual)) is kk.Reason.BENCHMARK_MISSING

    def test_same(self) -> None:
        assert is_same_reference("平成25年度", "H25", "数")
        assert not is_same_reference("平成25年度", "平成26年度", "数")

    def test_an_average_that_does_not_serve(self) -> None:
        """A margin of 件 beside %, and the average of another year: both are told."""
        rule = kk.RelativeTo("県平均", kk.Comparator.AT_LEAST, margin=q("5 件"))
        for year, flags in ((R5, ()), (R4, (kk.Flag.BENCHMARK_OF_ANOTHER_YEAR,))):
            average = kk.Benchmark("県平均", q("70 %"), year)
            judgement = judge(rule, kk.Observation(R5, q("75 %"), benchmark=average))
            assert judgement == Judgement(OPEN, kk.Reason.UNITS_DIFFER, flags, rule)
        before = kk.RelativeTo("県平均", kk.Comparator.AT_LEAST, lag=1)
        average = kk.Benchmark("県平均", q("70 %"), R5)
        judgement = judge(before, kk.Observation(R5, q("75 %"), benchmark=average))
        assert judgement == Judgement(OPEN, kk.Reason.BENCHMARK_PERIOD_DIFFERS, (), before)

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
        yearly = q("1.5 倍 statistic=合計")
        assert multiple_of(yearly, q("10 件")) == q("15.0 件 statistic=合計")
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


class TestRanks:
    """The smaller a rank is, the higher it is: what words ask for is told of its number so."""

    RISEN, FALLEN, SAME = ("10位", "5位"), ("5位", "10位"), ("5位", "5位")

    @pytest.mark.parametrize(
        ("target", "risen", "same"),
        [
            ("維持・向上", ACHIEVED, ACHIEVED),
            ("下げない", ACHIEVED, ACHIEVED),
            ("現状以上", ACHIEVED, ACHIEVED),
            ("現状を上回る", ACHIEVED, MISSED),
            ("向上", ACHIEVED, MISSED),
            ("現状より上昇", ACHIEVED, MISSED),
            ("維持", ACHIEVED, ACHIEVED),
        ],
    )
    def test_upwards(self, target: str, risen: kk.Verdict, same: kk.Verdict) -> None:
        assert risen is self.judged(target, *self.RISEN).verdict
        assert same is self.judged(target, *self.SAME).verdict
        assert MISSED is self.judged(target, *self.FALLEN).verdict

    @pytest.mark.parametrize("target", ["維持・低下", "現状以下", "現状より減少"])
    def test_no_plan_wants_to_fall(self, target: str) -> None:
        """What would lower a place means its number."""
        assert ACHIEVED is self.judged(target, *self.RISEN).verdict
        assert MISSED is self.judged(target, *self.FALLEN).verdict

    def test_a_place_to_keep(self) -> None:
        rule = kk.Maintain(value=q("10 位"), direction=HIGHER)

        assert ACHIEVED is self.verdict(rule, "12位", "9位")
        assert MISSED is self.verdict(rule, "9位", "12位")
        assert kk.Quantity(upper="10", unit="位") == rule.zone(None, q("9 位"), "順位")

    def test_a_margin(self) -> None:
        """Two places above the national rank."""
        rule = kk.RelativeTo("現状", kk.Comparator.AT_LEAST, margin=q("2 位"))
        verdicts = [self.verdict(rule, "10位", actual) for actual in ("7位", "8位", "9位")]

        assert [ACHIEVED, ACHIEVED, MISSED] == verdicts

    def test_what_a_standing_asks_for(self) -> None:
        """The place of the reference or a smaller number, whichever way is said."""
        ten, five = q("10 位"), q("5 位")
        above = kk.RelativeTo("現状", kk.Comparator.AT_LEAST)
        kept = kk.Maintain(direction=kk.Direction.HIGHER)

        assert kk.Quantity(upper="10", unit="位") == above.zone(ten, five, "順位")
        assert kk.Quantity(upper="10", unit="位") == kept.zone(ten, five, "順位")
        assert kk.Quantity(upper="10", unit="位") == attrs.evolve(
            kept, direction=kk.Direction.LOWER
        ).zone(ten, five, "順位")
        assert all(
            each.is_capped(five) and not each.is_capped(q("5 人"))
            for each in (
                above,
                kk.Improve(kk.Direction.HIGHER),
                kk.Qualitative("向上", direction=kk.Direction.HIGHER),
            )
        )

    def judged(self, target: str, before: str, now: str) -> kk.Evaluation:
        return self.of(kk.read_target(target).unwrap(), before, now)

    def verdict(self, rule: kk.Rule, before: str, now: str) -> kk.Verdict:
        return self.of(rule, before, now).verdict

    @staticmethod
    def of(rule: kk.Rule, before: str, now: str) -> kk.Evaluation:
        start, actual = (kk.read_actual(each).unwrap() for each in (before, now))
        return kk.evaluate(kk.Indicator("全国順位", baseline=start, target=rule), actual)
