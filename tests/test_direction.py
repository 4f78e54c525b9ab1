"""Which way is better, where the target does not say so."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit import Change, Direction, Flag, Quantity
from kpikit.model.direction import known_direction, resolve_direction, shared_direction
from kpikit.model.evidence import Evidence
from kpikit.model.judgement import Told
from kpikit.model.sense import Body, Nouns

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
BASELINE, NAME = Flag.DIRECTION_FROM_BASELINE, Flag.DIRECTION_FROM_NAME
ZERO, PARTS = Flag.DIRECTION_FROM_ZERO, Flag.DIRECTION_FROM_PARTS
PRINTED, ASSUMED = Flag.DIRECTION_FROM_PRINTED, Flag.DIRECTION_ASSUMED


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def told(target: str, name: str, baseline: str | None = None, **known: Any) -> Told:
    start = None if baseline is None else q(baseline)
    return resolve_direction(q(target), start, attrs.evolve(Evidence(name, None), **known))


class TestOrder:
    """The caller; a rank; zero; baseline and name; the results; what is assumed."""

    @pytest.mark.parametrize(
        ("target", "name", "baseline", "given", "expected"),
        [
            ("0 件", "死者数", "5 件", HIGHER, (HIGHER, None)),
            ("0 位", "数", None, None, (LOWER, None)),
            ("10 位", "順位", "5 位", None, (LOWER, None)),
            ("0 件", "件数", None, None, (LOWER, ZERO)),
            ("0 %", "率", "0 %", None, (LOWER, ZERO)),
            ("0 件", "死者数", None, None, (LOWER, ZERO)),
            ("0 件", "利用者数", None, None, (LOWER, ZERO)),
            ("0 人", "社会増減", "-5 人", None, (HIGHER, BASELINE)),
            ("0 人", "人数", "-5 人", None, (HIGHER, BASELINE)),
            ("0 人", "社会増減", None, None, (HIGHER, NAME)),
            ("0 人", "賃金の増減", None, None, (None, None)),
            ("0 人", "人数", "(-∞,5] 人", None, (None, None)),
            ("12 種類", "数", "3 種類", None, (HIGHER, BASELINE)),
            ("12 種類", "利用者数", "3 種類", None, (HIGHER, BASELINE)),
            ("12 種類", "数", "[3,12) 種類", None, (HIGHER, BASELINE)),
            ("12 種類", "数", "[3,12] 種類", None, (None, None)),
            ("12 種類", "数", "[3,∞) 種類", None, (None, None)),
            ("34.0 万人", "国際線", "37.9 万人", None, (None, None)),
            ("34.0 万人", "国際線乗降客数", "37.9 万人", None, (HIGHER, NAME)),
            ("5 人", "死者数", "8 人", None, (LOWER, NAME)),
            ("5 人", "死者数", None, None, (LOWER, NAME)),
            ("12 人", "利用者数", None, None, (HIGHER, NAME)),
            ("12 種類", "数", "12 種類", None, (None, None)),
            ("12 種類", "数", None, None, (None, None)),
            ("-46 %", "排出量の増減率", None, None, (None, None)),
            ("-46 %", "排出量の増減率", "-50 %", None, (HIGHER, BASELINE)),
            ("-46 %", "率", None, LOWER, (LOWER, None)),
        ],
    )
    def test_resolve(
        self,
        target: str,
        name: str,
        baseline: str | None,
        given: Direction | None,
        expected: tuple[Direction | None, Flag | None],
    ) -> None:
        assert told(target, name, baseline, direction=given)[:2] == expected

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("救急自動車の出動件数", Told()),
            ("生活保護の保護率", Told()),
            ("試掘調査の件数", Told()),
            ("森林整備に要する費用", Told()),
            ("年間の総有収水量(計画値)", Told()),
            ("レンタカーで来訪した観光客の割合", Told()),
            ("通報件数", Told(HIGHER, BASELINE)),
        ],
    )
    def test_what_comes_unasked_may_be_foreseen(self, name: str, expected: Told) -> None:
        assert expected == told("12 件", name, "3 件")
        assert told("12 件", name, "3 件", direction=LOWER).direction is LOWER
        assert told("12 件", name, "30 件").direction is None

    @pytest.mark.parametrize(
        ("name", "baseline", "expected"),
        [
            ("低栄養傾向の高齢者の割合の増加の抑制", "17.2 %", (LOWER, NAME)),
            ("低栄養傾向の高齢者の割合の増加の抑制", "27.2 %", (LOWER, NAME)),
            ("町内会加入率の低下の抑制", "27.2 %", (HIGHER, NAME)),
            ("町内会加入率の低下の抑制", "17.2 %", (HIGHER, NAME)),
            ("医療費の抑制", "27.2 %", (LOWER, NAME)),
            ("医療費の抑制", "17.2 %", (None, None)),
            ("医療費の抑制", None, (None, None)),
            ("体験した者の割合の増加", None, (HIGHER, NAME)),
            ("有病者の割合の減少", None, (LOWER, NAME)),
            ("有病者の割合の減少", "17.2 %", (None, None)),
        ],
    )
    def test_what_a_name_aims_for(self, name: str, baseline: str | None, expected: object) -> None:
        assert told("22 %", name, baseline)[:2] == expected

    def test_what_a_name_aims_for_is_told_by_its_nouns_and_body(self) -> None:
        """Nobody aims for less of what is better the more of it there is."""
        more = Nouns(more={"甲乙丙"})

        assert told("22 人", "入院患者の減少", "27 人")[:2] == (LOWER, NAME)
        assert told("22 人", "入院患者の減少", "27 人", body=Body.COMPANY).direction is None
        assert told("22 人", "甲乙丙の減少", "27 人")[:2] == (LOWER, NAME)
        assert told("22 人", "甲乙丙の減少", "27 人", nouns=more).direction is None

    def test_where_baseline_and_name_disagree_neither_counts(self) -> None:
        assert told("5 人", "死者数", "3 人") == Told(opposed=(BASELINE, NAME))

    @pytest.mark.parametrize(
        ("known", "expected"),
        [
            ({"printed": LOWER}, (LOWER, PRINTED)),
            ({"assumed": HIGHER}, (HIGHER, ASSUMED)),
            ({"printed": LOWER, "assumed": HIGHER}, (LOWER, PRINTED)),
        ],
    )
    def test_what_comes_last(self, known: Any, expected: object) -> None:
        assert told("5 人", "数", **known)[:2] == expected
        assert told("5 人", "死者数", "3 人", **known)[:2] == expected

    def test_no_result_overrules_the_name(self) -> None:
        assert told("5 人", "死者数", "3 人", printed=HIGHER) == Told(opposed=(BASELINE, NAME))
        assert told("5 人", "死者数", printed=HIGHER) == Told(opposed=(NAME, PRINTED))

    def test_where_one_witness_and_what_is_printed_disagree_neither_counts(self) -> None:
        assert told("5 人", "利用者数", printed=LOWER) == Told(opposed=(NAME, PRINTED))
        assert told("5 人", "利用者数", printed=HIGHER)[:2] == (HIGHER, NAME)
        assert told("5 人", "数", "3 人", printed=LOWER) == Told(opposed=(BASELINE, PRINTED))
        assert told("5 人", "数", "3 人", printed=HIGHER)[:2] == (HIGHER, BASELINE)
        assert told("5 人", "利用者数", "7 人", printed=LOWER).is_beyond
        given = told("5 人", "利用者数", printed=LOWER, assumed=HIGHER)
        assert given[:2] == (HIGHER, ASSUMED)

    def test_two_witnesses_are_believed(self) -> None:
        assert told("5 人", "利用者数", "3 人", printed=LOWER)[:2] == (HIGHER, BASELINE)

    def test_without_numbers(self) -> None:
        assert known_direction("人", Evidence("死者数", None)) == Told(LOWER, NAME)
        assert known_direction("位", Evidence("数", None)) == Told(LOWER)
        assert known_direction("人", Evidence("数", None)) == Told()


class TestChange:
    """Of a change more is better, unless it goes the wrong way."""

    @pytest.mark.parametrize(
        ("change", "name", "given", "expected"),
        [
            (Change.DECREASE, "排出量", None, HIGHER),
            (Change.DECREASE, "数", None, HIGHER),
            (Change.DECREASE, "数", HIGHER, LOWER),
            (Change.DECREASE, "数", LOWER, HIGHER),
            (Change.DECREASE, "電力の削減率", HIGHER, HIGHER),
            (Change.INCREASE, "死者数", None, LOWER),
            (Change.INCREASE, "数", None, HIGHER),
        ],
    )
    def test_resolve(
        self, change: Change, name: str, given: Direction | None, expected: Direction
    ) -> None:
        target = Quantity("10", "%", change=change)
        found = resolve_direction(target, None, Evidence(name, None, direction=given))
        assert found.direction is expected


class TestParts:
    """The bare numbers of an indicator's parts share one direction."""

    NAMED, FROM_START = Told(HIGHER, NAME), Told(HIGHER, BASELINE)
    BEYOND, NOTHING = Told(is_beyond=True), Told()

    def shared(self, told: list[Told], *ways: Direction, **known: Any) -> list[Told]:
        return shared_direction(told, ways, attrs.evolve(Evidence("数", None), **known))

    def test_one_tells_for_all(self) -> None:
        assert self.shared([self.NOTHING, self.NAMED]) == [Told(HIGHER, PARTS), self.NAMED]

    def test_bound_words_of_other_parts(self) -> None:
        assert self.shared([self.NOTHING], LOWER, LOWER) == [Told(LOWER, PARTS)]
        assert self.shared([self.NOTHING], LOWER, HIGHER) == [Told()]

    def test_evidence_that_differs(self) -> None:
        found = self.shared([self.NAMED, Told(LOWER, ZERO), self.NOTHING])
        assert found == [Told(opposed=(NAME, ZERO))] * 3
        assert self.shared([self.NAMED], LOWER) == [Told(opposed=(NAME, PARTS))]

    def test_baselines_on_both_sides_tell_nothing(self) -> None:
        assert self.shared([self.FROM_START, self.BEYOND]) == [Told(), Told()]
        named = Told(LOWER, NAME, is_beyond=True)
        assert self.shared([self.FROM_START, named]) == [Told(LOWER, PARTS), named]

    def test_a_part_whose_own_evidence_disagrees(self) -> None:
        women = Told(opposed=(BASELINE, NAME))
        assert self.shared([Told(LOWER, NAME), women])[1] == Told(LOWER, PARTS)
        assert self.shared([women, self.NOTHING]) == [women, women]

    def test_what_comes_last(self) -> None:
        assert self.shared([self.NOTHING], assumed=HIGHER) == [Told(HIGHER, ASSUMED)]
        assert self.shared([Told(LOWER, PRINTED)], printed=LOWER) == [Told(LOWER, PRINTED)]


def parts(**values: str) -> kk.Observation:
    return kk.Observation(
        None,
        parts=[kk.Part(label, kk.Observation(None, q(text))) for label, text in values.items()],
    )


class TestPartsJudged:
    """The same, through the rules."""

    def judged(self, rule: kk.Rule, seen: kk.Observation, name: str, **known: Any) -> kk.Evaluation:
        return kk.evaluate(kk.Indicator(name, target=rule, **known), seen)

    def test_one_target_of_several_values(self) -> None:
        found = self.judged(
            kk.Reach(q("5.0 %")),
            parts(男女計="4.4 %", 男性="4.8 %", 女性="2.3 %"),
            "週60時間以上労働者の割合",
            baseline=parts(男女計="8.5 %", 男性="12.7 %", 女性="2.8 %"),
        )
        assert found.verdict is kk.Verdict.ACHIEVED
        assert found.flags == (NAME, PARTS)

    def test_without_a_noun_nothing_tells(self) -> None:
        found = self.judged(
            kk.Reach(q("5.0 %")),
            parts(男女計="4.4 %", 男性="4.8 %", 女性="2.3 %"),
            "労働者の割合",
            baseline=parts(男女計="8.5 %", 男性="12.7 %", 女性="2.8 %"),
        )
        assert found.reason is kk.Reason.DIRECTION_UNKNOWN

    @pytest.mark.parametrize(
        ("other", "verdict"),
        [
            (kk.AtLeast(q("33 件")), kk.Verdict.NOT_ACHIEVED),
            (kk.AtMost(q("200 件")), kk.Verdict.ACHIEVED),
            (kk.Reach(q("33 件")), kk.Verdict.INDETERMINATE),
            (kk.Reach(q("33 件"), direction=HIGHER), kk.Verdict.NOT_ACHIEVED),
            (kk.AtMost(q("172 位")), kk.Verdict.INDETERMINATE),
        ],
    )
    def test_a_bound_word_beside_a_bare_number(self, other: kk.Rule, verdict: kk.Verdict) -> None:
        unit = "位" if "位" in repr(other) else "件"
        rule = kk.AllOf([kk.RulePart("①", kk.Reach(q("12 年"))), kk.RulePart("②", other)])
        seen = parts(**{"①": "11 年", "②": f"172 {unit}"})
        assert self.judged(rule, seen, "年数、数").parts[0].judgement.verdict is verdict

    def test_the_caller_comes_first(self) -> None:
        rule = kk.AllOf(
            [kk.RulePart("①", kk.Reach(q("12 年"))), kk.RulePart("②", kk.AtLeast(q("3 件")))]
        )
        seen = parts(**{"①": "11 年", "②": "3 件"})
        assert self.judged(rule, seen, "数", direction=LOWER).verdict is kk.Verdict.ACHIEVED

    def test_conditions_on_one_number(self) -> None:
        rule = kk.AllOf(
            [kk.RulePart("", kk.Reach(q("12 件"))), kk.RulePart("", kk.AtLeast(q("10 件")))]
        )
        found = self.judged(rule, kk.Observation(None, q("11 件")), "数")
        assert found.verdict is kk.Verdict.NOT_ACHIEVED
        assert PARTS in found.flags

    def test_a_number_to_keep(self) -> None:
        rule = kk.AllOf(
            [kk.RulePart("①", kk.Maintain(q("90 %"))), kk.RulePart("②", kk.AtLeast(q("80 %")))]
        )
        found = self.judged(rule, parts(**{"①": "89 %", "②": "81 %"}), "数")
        assert found.verdict is kk.Verdict.NOT_ACHIEVED
        rank = kk.AllOf(
            [kk.RulePart("①", kk.Maintain(q("3 位"))), kk.RulePart("②", kk.AtLeast(q("80 %")))]
        )
        found = self.judged(rank, parts(**{"①": "2 位", "②": "81 %"}), "数")
        assert found.verdict is kk.Verdict.ACHIEVED


class TestAssume:
    """What nothing tells stays unknown, unless the caller assumes a way."""

    IND = kk.Indicator("窓口の数", target=kk.Reach(q("5 か所")))

    @pytest.mark.parametrize(
        ("assume", "verdict"),
        [
            (None, kk.Verdict.INDETERMINATE),
            (HIGHER, kk.Verdict.NOT_ACHIEVED),
            (LOWER, kk.Verdict.ACHIEVED),
        ],
    )
    def test_assume(self, assume: Direction | None, verdict: kk.Verdict) -> None:
        found = kk.evaluate(self.IND, kk.Observation(None, q("4 か所")), assume=assume)
        assert found.verdict is verdict
        assert (ASSUMED in found.flags) is (assume is not None)

    def test_of_a_plan(self) -> None:
        seen = kk.Observation(kk.FiscalYear(2023), q("4 か所"))
        one = attrs.evolve(self.IND, observations=[seen])
        plan = kk.Plan("計画", sections=[kk.Section("施策", "", "", indicators=[one])])
        (found,) = kk.evaluate(plan, assume=LOWER).all()
        assert found.verdict is kk.Verdict.ACHIEVED

    def test_an_equal_value_needs_no_direction(self) -> None:
        assert kk.evaluate(self.IND, kk.Observation(None, q("5 か所"))).verdict is (
            kk.Verdict.ACHIEVED
        )


class TestEdges:
    """What no other test noticed when the code was changed a little."""

    def test_a_change_of_rank(self) -> None:
        """Up by 5 places goes the wrong way, if a place is a number."""
        assert told("5 位 change=increase", "成績").direction is LOWER
        assert told("5 件 change=increase", "成績").direction is HIGHER

    def test_the_kind_of_body(self) -> None:
        from kpikit.model.sense import Body

        for body, way in ((Body.TOWN, LOWER), (Body.COMPANY, HIGHER), (None, None)):
            assert told("90 %", "経常収支比率", body=body).direction is way

    def test_baselines_on_one_side_tell_the_other_parts(self) -> None:
        own, nothing = Told(HIGHER, BASELINE), Told()
        evidence = Evidence("数", None)
        shared = shared_direction([own, nothing], [], evidence)
        assert shared == [own, Told(HIGHER, PARTS)]
        beyond = Told(is_beyond=True)
        assert shared_direction([own, beyond], [], evidence) == [Told(), Told()]

    def test_all_that_disagrees_is_named(self) -> None:
        one, other = Told(HIGHER, NAME), Told(LOWER, ZERO)
        open_ = Told(opposed=(BASELINE, NAME))
        shared = shared_direction([open_, one, other], [], Evidence("数", None))
        assert shared == [Told(opposed=(BASELINE, NAME, ZERO))] * 3
