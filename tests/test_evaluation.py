"""Evaluations: everything that a verdict was reached from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import kpikit as kk
from contract import check_value_object
from kpikit.judging.rates import Rate

R5 = kk.FiscalYear(2023)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


USAGE = kk.Indicator("利用率", target=kk.AtLeast(q("55 %")), baseline=q("48 %"))
SEEN = kk.Observation(R5, q("48.2 %"))


class TestEvaluation:
    """An evaluation is a value that tells all."""

    def test_contract(self) -> None:
        check_value_object(kk.evaluate(USAGE, SEEN), kk.evaluate(USAGE))

    def test_what_it_tells(self) -> None:
        evaluation = kk.evaluate(USAGE, SEEN)
        assert evaluation.verdict is kk.Verdict.NOT_ACHIEVED
        assert evaluation.reason is None
        assert evaluation.rule == kk.AtLeast(q("55 %"))
        assert evaluation.flags == ()
        assert evaluation.parts == ()
        assert evaluation.observation == SEEN
        assert evaluation.baseline == kk.Observation(None, q("48 %"))
        assert evaluation.as_of == date(2024, 3, 31)

    def test_explanation(self) -> None:
        evaluation = kk.evaluate(USAGE, SEEN)
        assert evaluation.explain() == (
            "実績値(令和5年度)は48.2%で、目標値55%以上に6.8ポイント及ばない。"
        )
        assert (
            evaluation.explain("en")
            == "The actual (FY2023) is 48.2%, 6.8 points short of the target of at least 55%."
        )


class TestRates:
    """Rates where rule and actual are numbers."""

    def test_both(self) -> None:
        rates = kk.evaluate(USAGE, SEEN).rates
        assert list(rates) == ["achievement", "progress"]
        assert round(rates["progress"].value or Decimal(0), 6) == Decimal("0.028571")

    def test_without_a_baseline(self) -> None:
        usage = kk.Indicator("利用率", target=kk.Reach(q("50 %")))
        assert dict(kk.evaluate(usage, kk.Observation(R5, q("25 %"))).rates) == {
            "achievement": Rate("achievement", Decimal("0.5"), Decimal("0.5"))
        }

    def test_a_reduction(self) -> None:
        saved = kk.Indicator("時間", target=kk.ReduceBy(q("100 時間")))
        seen = kk.Observation(R5, q("150 時間 change=decrease"))
        assert kk.evaluate(saved, seen).rates["achievement"].value == Decimal("1.5")

    def test_none(self) -> None:
        unset = kk.Indicator("数", target=kk.Unset())
        assert kk.evaluate(unset, SEEN).rates == {}
        assert kk.evaluate(USAGE).rates == {}
        assert kk.evaluate(USAGE, kk.Observation(R5, outcome="増")).rates == {}


class TestRatesOfParts:
    """Each part has rates of its own, from its own start."""

    def test_parts(self) -> None:
        asked = kk.read_target("男性30% 女性40%").value
        start = kk.read_actual("男性10% 女性20%").value
        seen = kk.read_actual("男性15% 女性集計中").value
        assert asked is not None
        evaluation = kk.evaluate(kk.Indicator("割合", target=asked, baseline=start), seen)
        assert [
            (label, {name: rate.value for name, rate in rates.items()})
            for label, rates in evaluation.rates_of_parts
        ] == [("男性", {"achievement": Decimal("0.5"), "progress": Decimal("0.25")}), ("女性", {})]

    def test_one_number(self) -> None:
        assert kk.evaluate(USAGE, SEEN).rates_of_parts == ()


class TestQuotes:
    """A target in words stands in quotes; quotes in it are those that stand within quotes."""

    def test_quotes_within_quotes(self) -> None:
        plan = kk.Qualitative("「男女プラン」の改定に合わせて設定")
        one = kk.Indicator("割合", target=plan)
        table = kk.Section("表", "1", "表", indicators=[one])
        (found,) = kk.evaluate(kk.Plan("計画", sections=[table])).all()
        assert "目標「『男女プラン』の改定に合わせて設定」" in found.explain()
        assert "「男女プラン」の改定に合わせて設定" in found.explain("en")
