"""Rows of all rules at random, near their bounds, and what objects say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from math import isinf
from random import Random
from typing import Any

import kpikit as kk
from kpikit.frames.codes import PACES, REASONS, VERDICTS, flags_of
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.result import PlanEvaluation

#: What is compared of each row, in this order.
TOLD = ("verdict", "reason", "standing", "standing_reason", "flags")

_NAMES = ("公開数", "死者数", "累計参加者数", "男女の差", "作業削減時間", "参加者増加数")
_UNITS = ("件", "件", "件", "人", "千人", "%", "割", "ポイント", "", "位", "時間", "分")
_REFERENCES = ("現状", "前年度", "全国平均", "前回", "令和元年度", "資料部数", "")


class Rows:
    """Indicators at random whose numbers lie on a small grid, so that bounds are hit often."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing here is secret
        self.unit = ""

    def plan(self, count: int) -> kk.Plan:
        indicators = [self.indicator() for _ in range(count)]
        return kk.Plan("計画", sections=[kk.Section("施策", "1", "運用", indicators=indicators)])

    def evaluated(self, count: int) -> PlanEvaluation:
        """Return a plan, evaluated on some day, so that targets are due, open or long past."""
        day = kk.FiscalYear(self.random.randrange(2019, 2027)).end if self.odds(8) else None
        return kk.evaluate(self.plan(count), as_of=day)

    def indicator(self) -> kk.Indicator:
        pick = self.random
        self.unit = pick.choice(_UNITS)
        years = sorted(pick.sample(range(2018, 2026), pick.randint(1, 4)))
        baseline = (
            self.observation(pick.choice([None, *[2016] * 5, 2017])) if self.odds(8) else None
        )
        return kk.Indicator(
            pick.choice(_NAMES),
            target=[self.target() for _ in range(pick.choice([0, *[1] * 20, 2]))],
            baseline=baseline,
            observations=[
                self.observation(None if self.odds(1) else year)
                for year in years[: pick.choice([1, 2, 4])]
            ],
            direction=pick.choice([None, *kk.Direction]),
            repeated=self.odds(1),
        )

    def odds(self, of_ten: int) -> bool:
        return self.random.randrange(10) < of_ten

    def number(self) -> Decimal:
        pick = self.random
        whole = pick.choice([0, 0, 1, 2, 3, 5, 10, 126, 140, 1_000, -1, -5, 333])
        if self.odds(7):
            return Decimal(whole)
        tail = pick.choice(["0.1", "0.3", "0.7", "-0.1", "0.00000000001", "123456789012.345"])
        return Decimal(whole) + Decimal(tail)

    def unit_near(self) -> str:
        """Return mostly the unit of the row, and at times another."""
        near = {"人": "千人", "千人": "人", "%": "割", "割": "%", "時間": "分", "分": "時間"}
        return self.random.choice([self.unit] * 30 + [near.get(self.unit, ""), ""])

    def point(self, unit: str | None = None, **kept: Any) -> kk.Quantity:
        margin = Decimal("0.5") if self.odds(1) else None
        return kk.Quantity(
            self.number(), self.unit_near() if unit is None else unit, margin=margin, **kept
        )

    def positive(self, unit: str | None = None) -> kk.Quantity:
        return kk.Quantity(abs(self.number()) + 1, self.unit_near() if unit is None else unit)

    def quantity(self) -> kk.Quantity:
        pick = self.random
        change = pick.choice([kk.Change.LEVEL] * 30 + [kk.Change.INCREASE, kk.Change.DECREASE])
        statistic = pick.choice([""] * 30 + ["累計", "平均"])
        per = pick.choice([""] * 20 + ["年", "1案件"])
        if self.odds(7):
            return self.point(change=change, statistic=statistic, per=per)
        low, high = sorted([self.number(), self.number()])
        ends = pick.choice(["both", "low", "high"])
        is_point = low == high and ends == "both"
        return kk.Quantity(
            lower=None if ends == "high" else low,
            upper=None if ends == "low" else high,
            lower_closed=is_point or self.odds(5),
            upper_closed=is_point or self.odds(5),
            unit=self.unit_near(),
            change=change,
            statistic=statistic,
        )

    def observation(self, year: int | None) -> kk.Observation:
        pick = self.random
        period = kk.FiscalYear(year) if year is not None else None
        status = pick.choice([kk.Status.FINAL] * 6 + [*kk.Status])
        benchmark = None
        if self.odds(4):
            benchmark = kk.Benchmark("全国平均", self.quantity(), period)
        kept: dict[str, Any] = {"status": status, "benchmark": benchmark}
        match pick.randrange(20):
            case 0:
                return kk.Observation(period, missing=pick.choice([*kk.Missing]), **kept)
            case 1:
                return kk.Observation(period, outcome=pick.choice(["設置済み", "検討中"]), **kept)
            case 2:
                labels = pick.choice([("", ""), ("①", "②")])
                parts = [kk.Part(label, self.plain()) for label in labels]
                return kk.Observation(period, parts=parts, **kept)
            case _:
                unread = "30年度" if period is None and self.odds(5) else ""
                return kk.Observation(period, self.quantity(), unread=unread, **kept)

    def plain(self) -> kk.Observation:
        return kk.Observation(None, self.quantity())

    def target(self) -> kk.Target:
        pick = self.random
        period: Any = None
        if self.odds(7):
            year = pick.randrange(2017, 2030)
            period = kk.FiscalYear(year)
            if self.odds(3):
                period = kk.Span(kk.FiscalYear(year - pick.randint(1, 4)), period)
        unread = "31年度" if period is None and self.odds(5) else ""
        return kk.Target(self.rule(), period, unread)

    def rule(self) -> kk.Rule:
        if self.odds(1):
            labels = self.random.choice([("", ""), ("①", "②")])
            return kk.AllOf([kk.RulePart(label, self.simple_rule()) for label in labels])
        return self.simple_rule()

    def simple_rule(self) -> kk.Rule:
        makers = [
            *[self.bound] * 4,
            *[self.reach] * 2,
            self.exactly,
            self.band,
            *[self.change] * 2,
            self.multiple,
            self.comparison,
            self.kept,
            self.no_number,
        ]
        return self.random.choice(makers)()

    def direction(self) -> kk.Direction | None:
        ways: list[kk.Direction | None] = [None, *kk.Direction]
        return self.random.choice(ways)

    def reference(self) -> str:
        return self.random.choice(_REFERENCES[:-1])

    def bound(self) -> kk.Rule:
        per = self.random.choice([""] * 19 + ["年"])
        kind = self.random.choice([kk.AtLeast, kk.AtMost])
        return kind(self.point(per=per), strict=self.odds(3))

    def reach(self) -> kk.Rule:
        return kk.Reach(self.point(), direction=self.direction() if self.odds(3) else None)

    def exactly(self) -> kk.Rule:
        return kk.Exactly(self.point())

    def band(self) -> kk.Rule:
        low = self.number()
        high = low + abs(self.number()) + 1
        return kk.Between(
            kk.Quantity(
                lower=low,
                upper=high,
                lower_closed=self.odds(5),
                upper_closed=self.odds(5),
                unit=self.unit_near(),
            )
        )

    def change(self) -> kk.Rule:
        kind = self.random.choice([kk.ReduceBy, kk.IncreaseBy])
        base = self.positive() if self.odds(5) else None
        unit = self.random.choice(["%", "割", self.unit_near()])
        by = kk.Quantity(abs(self.number()), unit)
        reference = self.random.choice(_REFERENCES)
        return kind(by, strict=self.odds(3), base=base, reference=reference)

    def multiple(self) -> kk.Rule:
        number = self.positive(self.random.choice(["%", "倍"]))
        kinds: list[Callable[..., kk.Rule]] = [kk.AtLeast, kk.AtMost, kk.Reach]
        return self.random.choice(kinds)(number, reference=self.reference())

    def comparison(self) -> kk.Rule:
        comparator = self.random.choice([*kk.Comparator])
        has_margin = comparator is not kk.Comparator.EQUAL and self.odds(3)
        margin = kk.Quantity(abs(self.number()), self.unit_near()) if has_margin else None
        lag = self.random.choice([None, None, 0, 1])
        return kk.RelativeTo(self.reference(), comparator, lag=lag, margin=margin)

    def kept(self) -> kk.Rule:
        if self.odds(4):
            return kk.Maintain(self.point(), direction=self.direction())
        if self.odds(5):
            return kk.Maintain(reference=self.reference(), direction=self.direction())
        return kk.Improve(self.direction(), reference=self.reference())

    def no_number(self) -> kk.Rule:
        rules: list[kk.Rule] = [
            kk.Qualitative("設置"),
            kk.Qualitative("増加", direction=self.direction()),
            kk.DefinedElsewhere("指針"),
            kk.Exploratory(),
            kk.Unset(),
        ]
        return self.random.choice(rules)


def told_by_objects(evaluations: Iterable[Evaluation]) -> Iterator[tuple[int, ...]]:
    """Yield of each evaluation what :data:`TOLD` names."""
    for each in evaluations:
        standing = each.standing
        yield (
            VERDICTS[each.verdict],
            REASONS[each.reason] if each.reason else 0,
            PACES[standing.pace] if standing else 0,
            REASONS[standing.reason] if standing and standing.reason else 0,
            flags_of(each.flags),
        )


def rates_by_objects(evaluation: Evaluation) -> list[float | None]:
    """Return the ends of the rates of achievement and progress; infinite where there is none."""
    found: list[float | None] = []
    for name in ("achievement", "progress"):
        rate = evaluation.rates.get(name)
        if rate is None or rate.undefined:
            found += [None, None]
        else:
            found += [
                float("-inf") if rate.lower is None else float(rate.lower),
                float("inf") if rate.upper is None else float(rate.upper),
            ]
    return found


def is_near(one: float | None, other: float | None, whole: float = 1.0) -> bool:
    """Whether two rates are the same to 12 digits of the numbers that they are of."""
    if one is None or other is None or isinf(one) or isinf(other):
        return one == other
    return abs(one - other) <= 1e-12 * whole * max(1.0, abs(one))
