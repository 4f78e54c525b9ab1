"""Grades of parts, of ranges, of two rates at once, and of all that are met."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.analysis.scheme import (
    Against,
    Band,
    Beside,
    How,
    Measure,
    Rolled,
    RollUp,
    Rounding,
    Scheme,
    Variant,
    dumps,
    load,
    loads,
    rolled,
)
from kpikit.judging.rates import Formula
from kpikit.language.issue import Location
from kpikit.model.indicator import Cell, Source
from kpikit.model.rule import RulePart

BOTH = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
HALVES = (Band("A", at_least=100), Band("B", below=100))
R5 = kk.FiscalYear(2023)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def scheme(**given: Any) -> Scheme:
    """Make a scheme of no body, which rates a/t and 2 - a/t in whole per cents."""
    usual: dict[str, Any] = {"rate": BOTH, "rounding": Rounding(0)}
    return Scheme(
        "example",
        version="1",
        title="評価",
        publisher="例示市",
        document="要領",
        **(usual | given),
    )


def seen(*texts: str) -> kk.Observation:
    """Return a value of R5, or one for each labelled part."""
    if len(texts) == 1:
        return kk.Observation(R5, q(texts[0]))
    values = (kk.Observation(None, q(text)) for text in texts)
    return kk.Observation(R5, parts=[*map(kk.Part, "①②③", values)])


def of_parts(*actuals: str, asked: tuple[str, ...] = ("40 人", "50 人")) -> kk.Evaluation:
    """Evaluate parts that are to reach numbers of their own."""
    rule = kk.AllOf(
        [RulePart(label, kk.AtLeast(q(text))) for label, text in zip("①②", asked, strict=True)]
    )
    return kk.evaluate(kk.Indicator("利用者数", target=rule), seen(*actuals))


class TestParts:
    """Each part has a grade, and the indicator has one where the scheme or all parts say so."""

    def test_each(self) -> None:
        found = scheme(bands=HALVES).grade(of_parts("30 人", "60 人"))
        assert [("B", "75%"), ("A", "120%")] == [
            (each.label, each.rate_text) for each in found.parts
        ]
        assert (None, "parts-differ", "75%、120%") == (
            found.label,
            found.undecided,
            found.rate_text,
        )

    def test_alike(self) -> None:
        """Parts that have one class give it to the indicator."""
        found = scheme(bands=HALVES).grade(of_parts("30 人", "40 人"))
        assert ("B", "B", "") == (found.label, found.printed, found.undecided)

    @pytest.mark.parametrize(
        ("how", "bands", "expected"),
        [
            (How.MEAN, HALVES, "B"),  # (75 + 120) / 2 = 97.5
            (How.MEAN, (), "98%"),
            (How.WORST, HALVES, "B"),
        ],
    )
    def test_as_one(self, how: How, bands: tuple[Band, ...], expected: str) -> None:
        given = scheme(bands=bands, parts=RollUp(how))
        assert expected == given.grade(of_parts("30 人", "60 人")).label

    def test_baselines_of_their_own(self) -> None:
        """Each part has gone some way from where it began: 50 % and 0 %."""
        rule = kk.AllOf([RulePart(label, kk.AtLeast(q("40 人"))) for label in "①②"])
        indicator = kk.Indicator("利用者数", target=rule, baseline=seen("20 人", "30 人"))
        rate = Measure(Formula.PROGRESS, Formula.PROGRESS)
        found = scheme(rate=rate).grade(kk.evaluate(indicator, seen("30 人", "30 人")))
        assert ["50%", "0%"] == [each.rate_text for each in found.parts]

    def test_one_is_open(self) -> None:
        """A part that has no grade leaves the indicator without one."""
        given = scheme(bands=HALVES, parts=RollUp(How.WORST))
        found = given.grade(of_parts("30 人", "60 人", asked=("40 人", "50 件")))
        assert (None, "units-differ") == (found.label, found.parts[1].undecided)

    def test_no_part_is_seen(self) -> None:
        """A part without an actual is not graded."""
        rule = kk.AllOf([RulePart(label, kk.AtLeast(q("40 人"))) for label in "①②"])
        value = kk.Observation(R5, parts=[kk.Part("①", kk.Observation(None, q("50 人")))])
        found = scheme(bands=HALVES).grade(kk.evaluate(kk.Indicator("数", target=rule), value))
        assert None is found.label


class TestRanges:
    """10件から15件: what lies between is met, and what does not is rated by the nearer end."""

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            ("12 件", "100%"),
            ("10 件", "100%"),
            ("15 件", "100%"),
            ("8 件", "80%"),
            ("18 件", "80%"),
        ],
    )
    def test_rated(self, actual: str, expected: str) -> None:
        """8 of 10 is 80 %, and 2 - 18/15 as well."""
        indicator = kk.Indicator("開催件数", target=kk.Between(q("[10,15] 件")))
        found = scheme(range_met=100).grade(kk.evaluate(indicator, seen(actual)))
        assert expected == found.label

    @pytest.mark.parametrize("actual", ["[8,12] 件", "12 人"])
    def test_open(self, actual: str) -> None:
        """What may lie on either side, or is of another unit, has no rate."""
        indicator = kk.Indicator("開催件数", target=kk.Between(q("[10,15] 件")))
        found = scheme(range_met=100).grade(kk.evaluate(indicator, seen(actual)))
        assert None is found.label

    def test_one_number(self) -> None:
        """A target that is no range is as it was."""
        indicator = kk.Indicator("方針", target=kk.Qualitative("策定"))
        found = scheme(range_met=100).grade(kk.evaluate(indicator, seen("12 件")))
        assert "not-quantified" == found.undecided


class TestBeside:
    """Two rates at once: of the year by which it is graded, and of the whole plan."""

    def test_two_rates(self) -> None:
        """60 of 80 in the year; from 20 to 100 in all is half-way."""
        whole = Beside("全体", Measure(Formula.PROGRESS, Formula.PROGRESS), floor=0)
        given = scheme(against=Against.YEAR, bands=HALVES, beside=[whole])
        asked = [
            kk.Target(kk.AtLeast(q(text)), kk.FiscalYear(year))
            for year, text in ((2023, "80 人"), (2025, "100 人"))
        ]
        indicator = kk.Indicator("利用者数", target=asked, baseline=q("20 人"))
        found = given.grade(kk.evaluate(indicator, seen("60 人")))
        assert ("B", "75%") == (found.label, found.rate_text)
        ((heading, other),) = found.beside
        assert ("全体", "50%") == (heading, other.printed)
        assert given == loads(dumps(given))

    def test_rounding_of_its_own(self) -> None:
        other = Beside("小数", BOTH, rounding=Rounding(1))
        found = scheme(beside=[other]).grade(
            kk.evaluate(kk.Indicator("数", target=kk.AtLeast(q("30 人"))), seen("20 人"))
        )
        assert ("67%", "66.7%") == (found.label, found.beside[0][1].label)


class TestMet:
    """All of them are met, or not."""

    BANDS = (Band("達成", at_least=100), Band("未達成", below=100))

    def grades(self, given: Scheme, *actuals: str) -> list[Any]:
        return [
            given.grade(
                kk.evaluate(kk.Indicator("数", target=kk.AtLeast(q("40 人"))), seen(actual))
            )
            for actual in actuals
        ]

    @pytest.mark.parametrize(
        ("actuals", "expected"),
        [
            (("40 人", "50 人"), Rolled("達成", Decimal(100), 2, 2)),
            (("40 人", "39 人"), Rolled("未達成", Decimal(50), 2, 2)),
            (("40 人", "9 件"), Rolled("達成", Decimal(100), 1, 2)),
            ((), Rolled(None, None, 0, 0)),
        ],
    )
    def test_by_the_verdict(self, actuals: tuple[str, ...], expected: Rolled) -> None:
        given = scheme(roll_up=RollUp(How.MET, bands=self.BANDS))
        assert expected == rolled(given, self.grades(given, *actuals))

    def test_by_the_class(self) -> None:
        """A and B may count as met: 90 % is a B here."""
        bands = (Band("A", at_least=100), Band("B", at_least=80, below=100), Band("C", below=80))
        given = scheme(bands=bands, roll_up=RollUp(How.MET, met=["A", "B"], bands=self.BANDS))
        found = rolled(given, self.grades(given, "40 人", "36 人"))
        assert found == Rolled("達成", Decimal(100), 2, 2)

    def test_classes_are_needed(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="needs classes of its own"):
            scheme(roll_up=RollUp(How.MET))


class TestClassesByColumn:
    """Classes of their own for what a column of the table says."""

    MAIN = Variant("主要", ["○"], BOTH, bands=[Band("S", at_least=100), Band("D", below=100)])

    @pytest.mark.parametrize(("mark", "expected"), [("○", "D"), ("", "B")])
    def test_graded(self, mark: str, expected: str) -> None:
        given = scheme(bands=HALVES, variants=[self.MAIN])
        source = Source(Location("plan.tsv", 2), [Cell("主要", mark)])
        indicator = kk.Indicator("数", target=kk.AtLeast(q("40 人")), source=source)
        assert expected == given.grade(kk.evaluate(indicator, seen("39 人"))).label
        assert given == loads(dumps(given))

    def test_a_gap(self) -> None:
        gap = attrs.evolve(self.MAIN, bands=[Band("S", at_least=100)])
        with pytest.raises(kk.InvalidSchemeError, match="leave a gap"):
            scheme(bands=HALVES, variants=[gap])

    def test_no_formula(self) -> None:
        with pytest.raises(kk.InvalidSchemeError):
            scheme(bands=HALVES, variants=[attrs.evolve(self.MAIN, rate=Measure())])


@pytest.mark.parametrize(
    ("rule", "expected"), [(kk.AtLeast(q("70 %")), "○"), (kk.AtMost(q("70 %")), "×")]
)
def test_hospital_reform(rule: kk.Rule, expected: str) -> None:
    """決算 less プラン is positive: ○ where more is better, × where less is."""
    found = load("hospital-reform").grade(
        kk.evaluate(kk.Indicator("率", target=rule), seen("71 %"))
    )
    assert expected == found.label
