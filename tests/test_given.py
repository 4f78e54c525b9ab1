"""Constructors and readers say what they expected, and of which argument."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit import report, table
from kpikit.analysis import reconcile, trend
from kpikit.analysis.editions import compare
from kpikit.analysis.trend import on_track
from kpikit.cell import Vocabulary, vocabulary
from kpikit.judging import rates
from kpikit.judging.rates import Formula
from kpikit.model import indicator, printed, sense
from kpikit.model.rule import RulePart
from kpikit.model.sense import Nouns
from kpikit.report import build_report, save_report
from kpikit.table import Layout

FIVE = kk.Quantity("5", "件")
#: What is made of what a caller gives, who heeds no type checker.
ANY: Any = kk
LAYOUT: Any = Layout
PART: Any = RulePart
SUM: Any = indicator.Sum
NOUNS: Any = Nouns
VOCABULARY: Any = Vocabulary
SERIES: Any = trend.Series
TEXTS = "[str, …], and was given"
RULE = "Rule | Target (kpikit.read_target(…).value)"
COLUMN = "Column (kpikit.table.Column(heading, role)); a mapping is words="
EVALUATED = "PlanEvaluation (kpikit.evaluate(plan))"
ROWS = "Evaluation (kpikit.evaluate(plan).all())"
QUANTITY = "Quantity (kpikit.read_quantity(…).value)"
SCHEME = "Scheme (kpikit.scheme.load(…))"
NAMES: Any = ["miyagi"]
MIYAGI = kk.scheme.load("miyagi")
RESULT: Any = kk.evaluate(kk.Plan("計画"))
RATES: Any = rates
R5 = kk.FiscalYear(2023)
AIM = kk.AtLeast(FIVE)
ONE: Any = kk.Indicator("a")
FRENCH: Any = "fr"
PLAN: Any = kk.Plan("計画")
PERIOD = "Period (kpikit.read_period(…).value)"


def test_what_passed_once_lets_nothing_else_pass() -> None:
    """Types that were seen are remembered, each for what it was given as."""
    assert len(ANY.Section("table", "", "", indicators=[ONE, ONE]).indicators) == 2
    with pytest.raises(kk.InvalidDefinitionError, match=r"Section\.indicators takes Indicator"):
        ANY.Section("table", "", "", indicators=[ONE, "利用率"])
    assert ANY.Section("table", "", "", indicators=[]).indicators == ()
    assert LAYOUT(header=(1, 2)).header == (1, 2)
    assert LAYOUT(header=None).header is None
    with pytest.raises(kk.KpikitError, match=r"Layout\.header"):
        LAYOUT(header=(1, "2"))
    with pytest.raises(kk.KpikitError, match=r"Layout\.header"):
        LAYOUT(header=())
    assert SUM([("A", FIVE)], FIVE).parts == (("A", FIVE),)
    with pytest.raises(kk.KpikitError, match=r"Sum\.parts"):
        SUM([("A", "5件")], FIVE)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: ANY.Indicator(5), "Indicator.name takes str, and was given 5"),
        (
            lambda: ANY.Indicator("a", target="55%"),
            f"Indicator.target takes {RULE}, and was given '55%'",
        ),
        (
            lambda: ANY.Indicator("a", target=[FIVE]),
            f"Indicator.target takes {RULE}, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Indicator("a", baseline="5件"),
            "Indicator.baseline takes Quantity | Observation, and was given '5件'",
        ),
        (
            lambda: ANY.Indicator("a", observations=[FIVE]),
            "Indicator.observations takes Observation, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Indicator("a", direction="higher"),
            "Indicator.direction takes Direction, and was given 'higher'",
        ),
        (
            lambda: ANY.Observation("R5", FIVE),
            f"Observation.period takes {PERIOD}, and was given 'R5'",
        ),
        (
            lambda: ANY.Observation(None, "5件"),
            "Observation.quantity takes Quantity, and was given '5件'",
        ),
        (
            lambda: ANY.Part("①", FIVE),
            "Part.observation takes Observation, and was given Quantity('5', '件')",
        ),
        (lambda: ANY.AtLeast("5件"), "AtLeast.bound takes Quantity, and was given '5件'"),
        (lambda: ANY.ReduceBy("1割"), "ReduceBy.by takes Quantity, and was given '1割'"),
        (lambda: ANY.AllOf(["5件"]), "AllOf.parts takes RulePart, and was given '5件'"),
        (
            lambda: PART("①", FIVE),
            "RulePart.rule takes Rule, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Section("table", "", "", indicators=["利用率"]),
            "Section.indicators takes Indicator, and was given '利用率'",
        ),
        (
            lambda: ANY.Plan("計画", sections=[ANY.Plan("計画")]),
            "Plan.sections takes Section, and was given Plan('計画')",
        ),
        (
            lambda: LAYOUT(columns={"到達点": "actual"}),
            f"Layout.columns takes {COLUMN}, and was given '到達点'",
        ),
        (lambda: ANY.Quantity("5", 3), "unit takes str, and was given 3"),
        (
            lambda: ANY.FiscalYear("R5"),
            "FiscalYear.year takes int (text: .parse), and was given 'R5'",
        ),
        (
            lambda: ANY.Benchmark("全国平均", "75.2%"),
            "Benchmark.quantity takes Quantity, and was given '75.2%'",
        ),
        (lambda: ANY.Benchmark(5, FIVE), "Benchmark.name takes str, and was given 5"),
        (
            lambda: ANY.Target("55%"),
            "Target.rule takes Rule, and was given '55%'",
        ),
        (
            lambda: ANY.Target(AIM, "R5"),
            f"Target.period takes {PERIOD}, and was given 'R5'",
        ),
        (
            lambda: ANY.Observation(None, FIVE, status="final"),
            "Observation.status takes Status, and was given 'final'",
        ),
        (
            lambda: ANY.Improve("higher"),
            "Improve.direction takes Direction, and was given 'higher'",
        ),
        (
            lambda: ANY.RelativeTo("全国平均", "at_least"),
            "RelativeTo.comparator takes Comparator, and was given 'at_least'",
        ),
        (lambda: ANY.Qualitative(5), "Qualitative.outcome takes str, and was given 5"),
        (lambda: ANY.Plan(5), "Plan.title takes str, and was given 5"),
        (
            lambda: ANY.Indicator("a", printed=["100%"]),
            (
                "Indicator.printed takes PrintedRate | PrintedResult | PrintedChange, "
                "and was given '100%'"
            ),
        ),
        (
            lambda: ANY.evaluate("利用率"),
            "evaluate takes Indicator | Plan, and was given '利用率'",
        ),
        (
            lambda: ANY.evaluate(ONE, "48%"),
            (
                "evaluate(observation) takes Observation (kpikit.read_actual(…).value), "
                "and was given '48%'"
            ),
        ),
        (
            lambda: ANY.evaluate(ONE, as_of="2024-03-31"),
            "evaluate(as_of=) takes datetime.date, and was given '2024-03-31'",
        ),
        (
            lambda: ANY.evaluate(ONE, as_of=datetime(2024, 3, 31)),  # noqa: DTZ001 - of no zone
            (
                "evaluate(as_of=) takes datetime.date, "
                "and was given datetime.datetime(2024, 3, 31, 0, 0)"
            ),
        ),
        (
            lambda: ANY.evaluate(ONE, direction="higher"),
            "evaluate(direction=) takes Direction, and was given 'higher'",
        ),
        (
            lambda: ANY.evaluate(ONE, assume="higher"),
            "evaluate(assume=) takes Direction, and was given 'higher'",
        ),
        (
            lambda: ANY.evaluate(ONE, nouns="死者数"),
            "nouns= takes Nouns | [str, …], and was given '死者数'",
        ),
        (
            lambda: ANY.evaluate(PLAN, ANY.Observation(None, FIVE)),
            (
                "evaluate(observation) takes None (Plan), "
                "and was given Observation(None, quantity=Quantity('5', '件'))"
            ),
        ),
        (
            lambda: ANY.evaluate(PLAN, direction=ANY.Direction.HIGHER),
            "evaluate(direction=) takes None (Plan; assume=), and was given Direction.HIGHER",
        ),
        (
            lambda: ANY.evaluate(ONE).explain("fr"),
            "Evaluation.explain takes 'ja' | 'en', and was given 'fr'",
        ),
        (
            lambda: ANY.audit(ONE),
            "audit takes Plan | PlanEvaluation, and was given Indicator('a')",
        ),
        (
            lambda: ANY.audit(PLAN, as_of="2024-03-31"),
            "audit(as_of=) takes datetime.date, and was given '2024-03-31'",
        ),
        (
            lambda: ANY.reconcile(PLAN),
            f"reconcile takes {EVALUATED}, and was given Plan('計画')",
        ),
        (
            lambda: ANY.write_plan(ONE, "plan.json"),
            "write_plan takes Plan, and was given Indicator('a')",
        ),
        (
            lambda: ANY.read_plan(5),
            "read_plan takes path | bytes | stream | [these, …], and was given 5",
        ),
        (
            lambda: compare(ANY.Plan("計画"), ONE),
            "compare(new) takes Plan | PlanEvaluation, and was given Indicator('a')",
        ),
        (
            lambda: build_report(PLAN),
            f"build_report takes {EVALUATED}, and was given Plan('計画')",
        ),
        (
            lambda: build_report(ANY.evaluate(PLAN), FRENCH),
            "build_report(lang=) takes 'ja' | 'en', and was given 'fr'",
        ),
        (
            lambda: save_report(PLAN, "a.html"),
            f"save_report takes {EVALUATED}, and was given Plan('計画')",
        ),
        (
            lambda: on_track(ONE),
            "on_track takes Evaluation (kpikit.evaluate(…)), and was given Indicator('a')",
        ),
        (
            lambda: ANY.scheme.load("miyagi").grade(ONE),
            "Scheme.grade takes Evaluation (kpikit.evaluate(…)), and was given Indicator('a')",
        ),
        (
            lambda: ANY.scheme.load("miyagi").grade_plan(PLAN),
            f"Scheme.grade_plan takes {EVALUATED}, and was given Plan('計画')",
        ),
        *(
            (
                lambda rate=rate, given=given: getattr(RATES, rate)(*given),
                f"{rate} takes {QUANTITY}, and was given {number}",
            )
            for number, (rate, given) in enumerate(
                (
                    ("achievement_rate", (0, FIVE)),
                    ("achievement_rate", (FIVE, 1)),
                    ("mirrored_rate", (FIVE, 2)),
                    ("inverse_rate", (3, FIVE)),
                    ("progress_rate", (FIVE, 4, FIVE)),
                    ("progress_rate", (FIVE, FIVE, 5)),
                    ("ratio", (FIVE, 6)),
                    ("growth_rate", (7, FIVE)),
                    ("remaining_rate", (FIVE, FIVE, 8)),
                    ("remaining_gap", (9, FIVE)),
                    ("mirrored_rate", (10, FIVE)),
                    ("inverse_rate", (FIVE, 11)),
                    ("progress_rate", (12, FIVE, FIVE)),
                    ("ratio", (13, FIVE)),
                    ("growth_rate", (FIVE, 14)),
                    ("remaining_rate", (15, FIVE, FIVE)),
                    ("remaining_rate", (FIVE, 16, FIVE)),
                    ("remaining_gap", (FIVE, 17)),
                )
            )
        ),
        (
            lambda: RATES.rate_by("progress", FIVE, FIVE),
            "rate_by takes Formula, and was given 'progress'",
        ),
        (
            lambda: RATES.rate_by(rates.Formula.RATIO, FIVE, 77),
            f"rate_by takes {QUANTITY}, and was given 77",
        ),
        (
            lambda: RATES.rate_by(rates.Formula.RATIO, 78, FIVE),
            f"rate_by takes {QUANTITY}, and was given 78",
        ),
        (
            lambda: RATES.expected_rate(2020, R5, R5.end),
            f"expected_rate(start=) takes {PERIOD}, and was given 2020",
        ),
        (
            lambda: RATES.expected_rate(R5, "R5", R5.end),
            f"expected_rate(end=) takes {PERIOD}, and was given 'R5'",
        ),
        (
            lambda: RATES.expected_rate(R5, R5, 2023),
            "expected_rate(day=) takes datetime.date, and was given 2023",
        ),
        (
            lambda: ANY.Summary.of(5),
            f"evaluations takes [{ROWS}, …], and was given 5",
        ),
        (
            lambda: ANY.Summary.of([ONE]),
            f"evaluations takes {ROWS}, and was given Indicator('a')",
        ),
        (
            lambda: ANY.MidTerm.of([5]),
            f"evaluations takes {ROWS}, and was given 5",
        ),
        (
            lambda: ANY.scheme.dumps("miyagi"),
            f"scheme takes {SCHEME}, and was given 'miyagi'",
        ),
        (
            lambda: ANY.scheme.loads(55),
            "text takes str, and was given 55",
        ),
        (
            lambda: ANY.scheme.from_dict("miyagi"),
            "plain takes Mapping (of to_dict), and was given 'miyagi'",
        ),
        (
            lambda: ANY.scheme.compare_schemes(PLAN, ["miyagi"]),
            f"compare_schemes takes {EVALUATED}, and was given Plan('計画')",
        ),
        (
            lambda: ANY.scheme.compare_schemes(RESULT, 5),
            f"schemes takes [str | {SCHEME}, …], and was given 5",
        ),
        (
            lambda: ANY.scheme.rolled(MIYAGI, [5]),
            "rolled takes Grade (Scheme.grade(…)), and was given 5",
        ),
        (
            lambda: ANY.reconcile(RESULT, [5]),
            f"schemes takes str | {SCHEME}, and was given 5",
        ),
        (
            lambda: reconcile.directions(RESULT),
            (
                "directions takes Reconciliation (kpikit.reconcile(result)), and was given "
                "PlanEvaluation(Plan('計画'))"
            ),
        ),
        (
            lambda: reconcile.discrepancies(RESULT, ONE),
            (
                "discrepancies takes Reconciliation (kpikit.reconcile(result)), and was given "
                "Indicator('a')"
            ),
        ),
        (
            lambda: report.build_report(RESULT, schemes=ANY.Plan),
            f"schemes takes [{SCHEME}, …], and was given {kk.Plan!r}",
        ),
        (
            lambda: report.build_report(RESULT, schemes=NAMES),
            f"schemes takes {SCHEME}, and was given 'miyagi'",
        ),
        (
            lambda: report.build_report(RESULT, changes=ONE),
            (
                "changes takes Comparison (kpikit.analysis.editions.compare(…)), and was given "
                "Indicator('a')"
            ),
        ),
        *(
            (
                lambda form=form: getattr(report, f"render_{form}")(RESULT),
                (
                    f"render_{form} takes Report (kpikit.report.build_report(…)), and was given "
                    "PlanEvaluation(Plan('計画'))"
                ),
            )
            for form in (*report.FORMATS, *report.BINARY_FORMATS)
        ),
        (lambda: ANY.Quantity(value=True), "not a number: True"),
        (
            lambda: ANY.Quantity(5, change="増加"),
            "change takes Change, and was given '増加'",
        ),
        (lambda: ANY.Category(5), "Category.code takes str, and was given 5"),
        (lambda: ANY.Section(1, "1", "a"), "Section.kind takes str, and was given 1"),
        (lambda: ANY.Section("表", 1, "a"), "Section.code takes str, and was given 1"),
        (
            lambda: ANY.read_plan(b"", limits=5),
            "read_plan(limits=) takes Limits, and was given 5",
        ),
        (
            lambda: ANY.read_plan(b"", layout="a.toml"),
            "read_plan(layout=) takes Layout, and was given 'a.toml'",
        ),
        (
            lambda: ANY.read_plan(b"", vocabulary={}),
            "read_plan(vocabulary=) takes Vocabulary, and was given {}",
        ),
        (lambda: ANY.read_target(5), "text takes str, and was given 5"),
        (lambda: ANY.read_actual(None), "text takes str, and was given None"),
        (lambda: ANY.read_quantity(b"5"), "text takes str, and was given b'5'"),
        (lambda: ANY.read_period(2023), "text takes str, and was given 2023"),
        (
            lambda: ANY.AtLeast(FIVE, strict="はい"),
            "AtLeast.strict takes bool, and was given 'はい'",
        ),
        (lambda: ANY.AtLeast(None), "AtLeast.bound takes Quantity, and was given None"),
        (
            lambda: ANY.IncreaseBy(FIVE, strict=1),
            "IncreaseBy.strict takes bool, and was given 1",
        ),
        (
            lambda: ANY.Between(5),
            "Between.band takes Quantity, and was given 5",
        ),
        (
            lambda: ANY.Maintain("現状"),
            "Maintain.value takes Quantity, and was given '現状'",
        ),
        (
            lambda: ANY.RelativeTo("前年", kk.Comparator.ABOVE, lag=True),
            "RelativeTo.lag takes int, and was given True",
        ),
        (
            lambda: PART("①", AIM, period="R5"),
            f"RulePart.period takes {PERIOD}, and was given 'R5'",
        ),
        (lambda: PART(1, AIM), "RulePart.label takes str, and was given 1"),
        (lambda: ANY.AllOf(5), "AllOf.parts takes [RulePart, …], and was given 5"),
        (
            lambda: ANY.Indicator("a", repeated=1),
            "Indicator.repeated takes bool, and was given 1",
        ),
        (
            lambda: ANY.Indicator("a", source="plan.csv"),
            "Indicator.source takes Source, and was given 'plan.csv'",
        ),
        (
            lambda: ANY.Indicator("a", observations=None),
            "Indicator.observations takes [Observation, …], and was given None",
        ),
        (
            lambda: ANY.Observation(None, outcome=5),
            "Observation.outcome takes str, and was given 5",
        ),
        (lambda: ANY.Plan("計画", remarks="注記"), f"Plan.remarks takes {TEXTS} '注記'"),
        (lambda: ANY.Plan("計画", remarks=b"abc"), f"Plan.remarks takes {TEXTS} b'abc'"),
        (
            lambda: ANY.Plan("計画", remarks=["注記", 5]),
            "Plan.remarks takes str, and was given 5",
        ),
        (
            lambda: ANY.Section("表", "1", "a", departments="市民課"),
            f"Section.departments takes {TEXTS} '市民課'",
        ),
        (lambda: SUM(["男性"], FIVE), "Sum.parts takes (str, Quantity), and was given '男性'"),
        (
            lambda: SUM([("男性", FIVE, FIVE)], FIVE),
            (
                "Sum.parts takes (str, Quantity), and was given "
                "('男性', Quantity('5', '件'), Quantity('5', '件'))"
            ),
        ),
        (lambda: SUM([("男性", 3)], FIVE), "Sum.parts takes Quantity, and was given 3"),
        (lambda: LAYOUT(header=3), "Layout.header takes (int, int), and was given 3"),
        (
            lambda: LAYOUT(header=[1, 2, 3]),
            "Layout.header takes (int, int), and was given (1, 2, 3)",
        ),
        (lambda: LAYOUT(header=[]), "Layout.header takes (int, int), and was given ()"),
        (lambda: LAYOUT(header=[1, "2"]), "Layout.header takes int, and was given '2'"),
        (lambda: LAYOUT(sheets="表1"), f"Layout.sheets takes {TEXTS} '表1'"),
        (lambda: LAYOUT(ahead=1), "Layout.ahead takes bool, and was given 1"),
        (
            lambda: LAYOUT(words={"めざす": "target"}),
            "Layout.words takes Role, and was given 'target'",
        ),
        (lambda: ANY.Column("a", unit=5), "Column.unit takes str, and was given 5"),
        (lambda: NOUNS("苦情"), f"Nouns.less takes {TEXTS} '苦情'"),
        (lambda: NOUNS(["苦情", 5]), "Nouns.less takes str, and was given 5"),
        (lambda: VOCABULARY(units="区画"), f"Vocabulary.units takes {TEXTS} '区画'"),
        (lambda: VOCABULARY(units=5), f"Vocabulary.units takes {TEXTS} 5"),
        (
            lambda: VOCABULARY(missing=["未"]),
            "Vocabulary.missing takes {str: Missing, …}, and was given ['未']",
        ),
        (
            lambda: VOCABULARY(missing={"未": "none"}),
            "Vocabulary.missing takes Missing, and was given 'none'",
        ),
        (
            lambda: VOCABULARY(words="floor"),
            "Vocabulary.words takes {str: [str, …], …}, and was given 'floor'",
        ),
        (
            lambda: VOCABULARY(words={"floor": "をキープ"}),
            f"Vocabulary.words takes {TEXTS} 'をキープ'",
        ),
        (
            lambda: ANY.Month(2023, "3"),
            "Month.month takes int (text: .parse), and was given '3'",
        ),
        (
            lambda: ANY.Date(2023, 3, True),  # noqa: FBT003 - which is no day
            "Date.day takes int (text: .parse), and was given True",
        ),
        (
            lambda: ANY.FiscalQuarter(2023, 1.0),
            "FiscalQuarter.quarter takes int (text: .parse), and was given 1.0",
        ),
        (
            lambda: ANY.FiscalYear(2023, label=5),
            "FiscalYear.label takes str, and was given 5",
        ),
        (lambda: ANY.Share("1", 2), "Share.numerator takes int, and was given '1'"),
        (lambda: ANY.Share(1, None), "Share.denominator takes int, and was given None"),
        (
            lambda: SERIES("a", [FIVE]),
            "Series.points takes Point, and was given Quantity('5', '件')",
        ),
        (lambda: SERIES("a", 5), "Series.points takes [Point, …], and was given 5"),
        (
            lambda: ANY.scheme.RollUp(points=["A1"]),
            "RollUp.points takes (str, Decimal), and was given 'A1'",
        ),
        (
            lambda: ANY.scheme.RollUp(points=5),
            "RollUp.points takes [(str, Decimal), …], and was given 5",
        ),
        (
            lambda: ANY.scheme.Band("A", target="better"),
            "Band.target takes [Position, …], and was given 'better'",
        ),
        (
            lambda: attrs.evolve(MIYAGI, elapsed=2023),
            "Scheme.elapsed takes [(int, Decimal), …], and was given 2023",
        ),
        (
            lambda: attrs.evolve(MIYAGI, verdicts=["met"]),
            "Scheme.verdicts takes (Verdict, str), and was given 'met'",
        ),
        (
            lambda: attrs.evolve(MIYAGI, bands="A"),
            "Scheme.bands takes [Band, …], and was given 'A'",
        ),
    ],
)
def test_of_another_type(make: Callable[[], object], told: str) -> None:
    with pytest.raises(kk.KpikitError) as caught:
        make()
    assert told == str(caught.value)


SEEN = kk.Observation(None, FIVE)
POINTS = (trend.Point(R5, FIVE), trend.Point(kk.FiscalYear(2024), FIVE))
#: What callers make themselves, one of each class.
DEFINED = (
    kk.AllOf([PART("①", AIM)]),
    AIM,
    kk.AtMost(FIVE),
    kk.Benchmark("全国平均", FIVE),
    kk.Between(kk.Quantity(lower="1", upper="2")),
    kk.CalendarYear(2023),
    kk.Category("A"),
    kk.Chosen("encoding", "cp932"),
    kk.Date(2023, 4, 1),
    kk.DefinedElsewhere("計画"),
    kk.Exactly(FIVE),
    kk.Exploratory(),
    kk.FiscalHalf(2023, 1),
    kk.FiscalQuarter(2023, 1),
    R5,
    kk.Improve(),
    kk.IncreaseBy(FIVE),
    kk.Indicator("a"),
    kk.Limits(),
    kk.Maintain(),
    kk.Month(2023, 4),
    SEEN,
    kk.Part("①", SEEN),
    kk.Plan("計画"),
    kk.Qualitative("増加"),
    kk.Reach(FIVE),
    kk.ReduceBy(FIVE),
    kk.RelativeTo("全国平均", kk.Comparator.ABOVE),
    PART("①", AIM),
    kk.Section("table", "", ""),
    kk.Share(1, 2),
    kk.Span(R5, R5),
    kk.Target(AIM),
    kk.Unset(),
    Layout(),
    table.Answer("a"),
    table.Column("a"),
    printed.GivenDirection("↑"),
    printed.PrintedChange("1"),
    printed.PrintedRate("1%"),
    printed.PrintedResult("A"),
    indicator.Cell("実績値", "5件"),
    indicator.Reduction(FIVE, FIVE, FIVE),
    indicator.ShareAchieved("A", FIVE),
    indicator.Source(kk.Location("a.csv", 1)),
    indicator.Sum([("①", FIVE)], FIVE),
    Nouns(),
    Vocabulary(),
    trend.Course(2015, 1, 2020, 2, kk.Direction.HIGHER),
    trend.Path(POINTS),
    POINTS[0],
    trend.Series("a", POINTS),
    kk.scheme.Band("A"),
    kk.scheme.Beside("単年", kk.scheme.Measure(Formula.ACHIEVEMENT)),
    kk.scheme.Measure(),
    kk.scheme.RollUp(),
    kk.scheme.Rounding(0),
    kk.scheme.Tolerance(),
    kk.scheme.Variant("型", ["維持"]),
    MIYAGI,
)
#: What only kpikit makes: what it read, found and judged; a quantity has a constructor of its own.
MADE = {
    "EurostatVariant",
    "Evaluation",
    "Finding",
    "Grade",
    "GrowthRate24",
    "Issue",
    "Location",
    "MidTerm",
    "Note",
    "PlanEvaluation",
    "Projection",
    "Quantity",
    "Reading",
    "Reconciliation",
    "Rolled",
    "Row",
    "SchemeRow",
    "SchemeTable",
    "Score",
    "SectionEvaluation",
    "Standing",
    "Summary",
    "Table",
    "Undefined",
}
WRONG = (5, "x", True, None, 1.5, ["x"], "lower")
#: What is told of fields in words of their own.
OWN = {
    "Decimal": "not a number|no exact number|is a float|at least one end",
    "Part": "a span is of two periods that are no spans",
}
#: Fields that may be given nothing, and then hold what that stands for.
OPEN = {"Indicator.target", "Band.target", "Band.baseline", "Band.previous"}


def hint_of(kind: type, name: str) -> str:
    """Return the annotation of a field as it is written, without the modules of its classes."""
    hint = next(
        each.__annotations__[name]
        for each in kind.__mro__
        if name in vars(each).get("__annotations__", ())
    )
    return re.sub(r"\b[a-z_]+\.", "", hint)


def is_of(hint: str, value: object) -> bool:
    """Return whether one of the wrong values is right for an annotation."""
    if isinstance(value, list):
        return hint in {"tuple[str, ...]", "frozenset[str]"}
    kinds = {"int": ("int", "Decimal"), "NoneType": ("None",)}
    kind = type(value).__name__
    return any(each in hint.split(" | ") for each in kinds.get(kind, (kind,)))


FIELDS: Any = [
    (each, field) for each in DEFINED for field in attrs.fields(type(each)) if field.init
]


@pytest.mark.parametrize(
    ("value", "field"), FIELDS, ids=[f"{type(each).__name__}.{at.alias}" for each, at in FIELDS]
)
def test_every_field(value: Any, field: Any) -> None:
    """'lower' would be another way than Direction.LOWER, and judge otherwise in silence."""
    name = f"{type(value).__name__}.{field.alias}"
    hint = hint_of(type(value), field.name)
    told = OWN.get(hint.removesuffix(" | None"), f"^{re.escape(name)} takes .+, and was given .")
    for wrong in WRONG:
        if is_of(hint, wrong) or (wrong is None and name in OPEN):
            continue
        with pytest.raises(kk.KpikitError, match=told):
            attrs.evolve(value, **{field.alias: wrong})


def test_all_that_is_made_by_callers() -> None:
    """Whatever is public and not made by kpikit alone is tried above."""
    public = {
        each
        for module in (kk, kk.scheme, table, printed, indicator, trend, sense, vocabulary)
        for name in module.__all__
        if isinstance(each := getattr(module, name), type) and attrs.has(each)
    }
    assert MADE == {each.__name__ for each in public - {type(each) for each in DEFINED}}


@pytest.mark.parametrize("value", ["60", 0, -1, 1.5, True, None])
@pytest.mark.parametrize("name", ["size", "rows", "seconds", "memory"])
def test_limits(name: str, value: object) -> None:
    with pytest.raises(kk.InvalidDefinitionError) as caught:
        ANY.Limits(**{name: value})
    assert f"Limits.{name} takes int > 0, and was given {value!r}" == str(caught.value)


@pytest.mark.parametrize("number", ["1E+300", "-1E+300", "1E-301", "1E+1000000"])
def test_too_large_or_too_small(number: str) -> None:
    with pytest.raises(kk.InvalidQuantityError) as caught:
        kk.Quantity(number)
    assert "a number lies between 10^-300 and 10^300" == str(caught.value)


@pytest.mark.parametrize("number", ["9E+299", "1E-300", "0E+1000", "0"])
def test_as_large_or_as_small_as_may_be(number: str) -> None:
    assert number == str(kk.Quantity(number).value)
