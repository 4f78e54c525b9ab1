"""Frames: the same verdicts as one by one, on every engine."""

from __future__ import annotations

import csv
import importlib
import math
import os
import warnings
from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import kpikit as kk
import sagamihara
from frame_rows import TOLD, Rows, is_near, rates_by_objects, told_by_objects
from frames_of import ENGINES, FAR, as_columns, in_memory, need
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.gap import Gap
from kpikit.judging.result import PlanEvaluation
from shared import shared_path
from strategies import plans, quantities

nw = pytest.importorskip("narwhals.stable.v2", reason="narwhals is not here")

from kpikit import frames  # noqa: E402 - it is of no use without narwhals
from kpikit.frames.codes import (  # noqa: E402
    FLAGS,
    PACES,
    REASONS,
    VERDICTS,
    flags_in,
    flags_of,
)
from kpikit.frames.contract import CONTRACT, INPUTS, OUTPUTS  # noqa: E402
from kpikit.frames.ends import Ends, ends_of, quantity_of  # noqa: E402
from kpikit.frames.engine import frame_of  # noqa: E402

FULL = os.environ.get("KPIKIT_HYPOTHESIS_PROFILE") == "full"
INF = math.inf


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session of Spark on this machine."""
    need("pyspark")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sql = importlib.import_module("pyspark.sql")
        builder = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        made = builder.config("spark.sql.shuffle.partitions", "1").getOrCreate()
        made.sparkContext.setLogLevel("OFF")
        yield made
        made.stop()


def told(frame: Any) -> list[tuple[int, ...]]:
    return [tuple(row[name] for name in TOLD) for row in in_memory(frame)]


@pytest.fixture(scope="module")
def many() -> tuple[list[Evaluation], dict[str, list[Any]]]:
    """Rows of all rules: their evaluations one by one, and their columns."""
    rows = Rows(20261129)
    plans = [rows.evaluated(200) for _ in range(1_000 if FULL else 100)]
    return [each for plan in plans for each in plan.all()], as_columns(plans)


@pytest.fixture(scope="module")
def published() -> PlanEvaluation:
    """The published rows of the corpus, each cell read by itself, and evaluated."""
    with shared_path("corpus", "rows.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [*csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]
    section = kk.Section("table", "1", "各団体", indicators=[*map(as_indicator, rows)])
    return kk.evaluate(kk.Plan("各団体", sections=[section]), as_of=date(2024, 3, 31))


def as_indicator(row: dict[str, str]) -> kk.Indicator:
    name, unit = row["indicator"], row["unit"]
    targets = kk.read_target(row["target"], unit=unit, name=name)
    return kk.Indicator(
        name,
        target=[kk.Target(targets.value, period_of(row["target_period"]))] if targets.value else [],
        baseline=observation_of(row["baseline"], row["baseline_period"], unit, name),
        observations=[observation_of(row["actual"], row["actual_period"], unit, name)],
    )


def observation_of(text: str, period: str, unit: str, name: str) -> kk.Observation:
    reading = kk.read_actual(text, unit=unit, name=name, column=period_of(period))
    return reading.value or kk.Observation(None, missing=kk.Missing.UNREADABLE)


def period_of(text: str) -> Any:
    return kk.read_period(text).value if text else None


def is_missing(number: float | None) -> bool:
    return number is None or math.isnan(number)


def condition_of(row: dict[str, Any]) -> float:
    """Return how much larger the numbers of a rate of progress are than their difference."""
    aim, start = row["aim"], row["baseline"]
    if is_missing(aim) or is_missing(start) or aim == start:
        return 1.0
    return float(max(1.0, abs(aim) / abs(aim - start), abs(start) / abs(aim - start)))


class TestAsObjects:
    """Every row gets verdict, reason, standing and flags as by the objects."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_rows_of_all_rules(self, engine: str, many: Any) -> None:
        need(engine)
        evaluations, columns = many

        found = told(frames.evaluate(frame_of(columns, engine)))

        assert found == [*told_by_objects(evaluations)]

    def test_lazily(self, many: Any) -> None:
        polars = pytest.importorskip("polars")
        evaluations, columns = many

        judged = frames.evaluate(frame_of(columns, "polars").lazy())

        assert isinstance(judged, polars.LazyFrame)
        assert told(judged) == [*told_by_objects(evaluations)]

    # What convert_dtypes of pandas 2.2 and 2.3 makes a newer NumPy say.
    @pytest.mark.filterwarnings("ignore:invalid value encountered in cast:RuntimeWarning")
    @pytest.mark.parametrize("kind", ["numpy_nullable", "pyarrow"])
    def test_other_types_of_pandas(self, kind: Any, many: Any) -> None:
        need("pandas")
        need("pyarrow")
        evaluations, columns = many
        frame = frame_of(columns, "pandas").convert_dtypes(dtype_backend=kind)

        assert told(frames.evaluate(frame)) == [*told_by_objects(evaluations)]

    # The same.
    @pytest.mark.filterwarnings("ignore:invalid value encountered in cast:RuntimeWarning")
    @pytest.mark.parametrize("kind", ["numpy", "numpy_nullable", "pyarrow"])
    def test_verdict_alone(self, kind: Any, many: Any) -> None:
        """Where no day is known and nothing else is asked for, it is told by fewer steps."""
        need("pandas")
        need("pyarrow")
        names = ("undecided", "target_low", "target_high", "actual_low", "actual_high", "row")
        frame = frame_of({name: many[1][name] for name in names}, "pandas")
        given = frame if kind == "numpy" else frame.convert_dtypes(dtype_backend=kind)

        alone = in_memory(frames.evaluate(given, columns=["verdict"]))

        whole = in_memory(frames.evaluate(frame))
        assert [row["verdict"] for row in alone] == [row["verdict"] for row in whole]

    def test_few_on_dask(self, many: Any) -> None:
        need("dask")
        evaluations, columns = many
        count = len(evaluations) if FULL else 500
        few = {name: values[:count] for name, values in columns.items()}

        judged = frames.evaluate(frame_of(few, "dask"))

        assert hasattr(judged, "compute")
        assert told(judged) == [*told_by_objects(evaluations[:count])]

    def test_few_on_spark(self, session: Any, many: Any) -> None:
        evaluations, columns = many
        count = len(evaluations) if FULL else 500
        few = {name: values[:count] for name, values in columns.items()}

        judged = frames.evaluate(frame_of(few, "pyspark", session))

        assert told(judged) == [*told_by_objects(evaluations[:count])]

    def test_kinds_of_rows(self, many: Any) -> None:
        """The rows at random are worth something: every verdict, standing and reason is there."""
        evaluations, _ = many
        rows = [*told_by_objects(evaluations)]
        reasons = {REASONS[each] for each in kk.Reason}

        assert {verdict for verdict, *_ in rows} == {*VERDICTS.values()}
        assert {standing for _, _, standing, *_ in rows} == {0, *PACES.values()}
        assert reasons - {reason for _, reason, *_ in rows} <= {
            REASONS[kk.Reason.INDICATOR_NOT_SET]
        }

    @pytest.mark.parametrize("engine", ENGINES)
    def test_rates(self, engine: str, many: Any) -> None:
        """Rates are those of the objects, to 12 digits of the numbers that they are of."""
        need(engine)
        evaluations, columns = many
        names = [name for name in CONTRACT if name.startswith(("achievement_", "progress_"))]

        rows = in_memory(frames.evaluate(frame_of(columns, engine), columns=names))

        for row, evaluation in zip(rows, evaluations, strict=True):
            found = [None if is_missing(row[name]) else row[name] for name in names]
            whole = [1.0, 1.0, *[condition_of(row)] * 2]
            expected = rates_by_objects(evaluation)
            assert all(map(is_near, found, expected, whole)), (row, evaluation)

    @settings(max_examples=200 if FULL else 50)
    @given(plan=plans)
    def test_any_plan(self, plan: kk.Plan) -> None:
        """Whatever a plan holds, its frame tells what its evaluation tells."""
        need("pyarrow")
        evaluated = kk.evaluate(plan)

        judged = frames.evaluate(frames.from_plan(evaluated, "pyarrow"))

        assert told(judged) == [*told_by_objects(evaluated.all())]

    @pytest.mark.parametrize("engine", [*ENGINES, *FAR])
    def test_sagamihara(self, engine: str, request: pytest.FixtureRequest) -> None:
        """The 42 verdicts of the example, as a careful person reads them."""
        need(engine)
        session = request.getfixturevalue("session") if engine == "pyspark" else None
        evaluated = kk.evaluate(kk.read_plan(sagamihara.published().encode()))
        names = {number: verdict.value for verdict, number in VERDICTS.items()}
        reasons = {number: reason.value for reason, number in REASONS.items()} | {0: ""}

        rows = told(frames.evaluate(frames.from_plan(evaluated, engine, session=session)))

        assert [(names[row[0]], reasons[row[1]]) for row in rows] == [
            (verdict, reason) for *_, verdict, reason in sagamihara.EXPECTED
        ]

    @pytest.mark.parametrize("engine", [*ENGINES, *FAR])
    def test_published_rows(
        self, engine: str, published: PlanEvaluation, request: pytest.FixtureRequest
    ) -> None:
        """The rows of other publishers than that of the example."""
        need(engine)
        session = request.getfixturevalue("session") if engine == "pyspark" else None
        evaluations = [*published.all()]

        judged = frames.evaluate(frames.from_plan(published, engine, session=session))

        assert len(evaluations) > 2_000
        assert told(judged) == [*told_by_objects(evaluations)]


#: Ends of targets and of actuals: floors, ceilings, bands, numbers, and all that is none.
TARGETS = [
    (5.0, INF),
    (math.nextafter(5.0, INF), INF),
    (-INF, 0.0),
    (-INF, math.nextafter(5.0, -INF)),
    (0.0, 5.0),
    (5.0, 5.0),
    (0.1 + 0.2, INF),
    (5.0, 0.0),
    (None, None),
    (math.nan, math.nan),
    (5.0, None),
    (math.nan, 5.0),
    (INF, INF),
]
ACTUALS = [
    (5.0, 5.0),
    (-0.0, -0.0),
    (0.3, 0.3),
    (4.0, 6.0),
    (5.0, INF),
    (math.nextafter(5.0, INF), INF),
    (-INF, math.nextafter(0.0, -INF)),
    (-INF, 0.0),
    (-1e299, 1e299),
    (6.0, 4.0),
    (INF, -INF),
    (None, None),
    (math.nan, math.nan),
    (None, 5.0),
    (5.0, math.nan),
    (INF, INF),
    (-INF, -INF),
]
CODES = [0, *sorted(REASONS.values())]
EDGES = [*product(CODES, TARGETS, ACTUALS)]


def is_none(ends: tuple[float | None, float | None]) -> bool:
    """Whether an end is missing, or both are one infinity, which is no number."""
    return any(is_missing(each) for each in ends) or (
        ends[0] == ends[1] and abs(ends[0] or 0) == INF
    )


def by_hand(code: int, target: Any, actual: Any) -> tuple[int, int]:
    """Judge one row as the contract says it, the numbers by objects."""
    reason = next((each for each, number in REASONS.items() if number == code), None)
    if code >= REASONS[kk.Reason.EXPLORATORY]:
        return VERDICTS[kk.Verdict.NOT_APPLICABLE], code
    if code > REASONS[kk.Reason.DIRECTION_UNKNOWN]:
        return VERDICTS[kk.Verdict.INDETERMINATE], code
    verdict, why = judged_by_objects(target, actual)
    if reason is not None and verdict is not kk.Verdict.ACHIEVED:
        return VERDICTS[kk.Verdict.INDETERMINATE], code
    return VERDICTS[verdict], REASONS[why] if why else 0


def judged_by_objects(target: Any, actual: Any) -> tuple[kk.Verdict, kk.Reason | None]:
    if is_none(target) or target[0] > target[1]:
        return kk.Verdict.INDETERMINATE, kk.Reason.TARGET_UNREADABLE
    if is_none(actual):
        return kk.Verdict.INDETERMINATE, kk.Reason.NO_ACTUAL
    if actual[0] > actual[1]:
        return kk.Verdict.INDETERMINATE, kk.Reason.ACTUAL_UNREADABLE
    zone = quantity_of(Ends(*target), "件")
    rule: kk.Rule
    if zone.is_point:
        rule = kk.Exactly(zone)
    elif zone.lower is not None and zone.upper is not None:
        rule = kk.Between(zone)
    else:
        end = zone.lower if zone.upper is None else zone.upper
        kind = kk.AtLeast if zone.upper is None else kk.AtMost
        strict = not (zone.lower_closed or zone.upper_closed)
        rule = kind(kk.Quantity(end, "件"), strict=strict)
    seen = kk.Observation(None, quantity_of(Ends(*actual), "件"))
    found = kk.evaluate(kk.Indicator("件数", target=rule), seen)
    return found.verdict, found.reason


EDGE_COLUMNS: dict[str, list[Any]] = {
    "undecided": [code for code, _, _ in EDGES],
    "target_low": [target[0] for _, target, _ in EDGES],
    "target_high": [target[1] for _, target, _ in EDGES],
    "actual_low": [actual[0] for _, _, actual in EDGES],
    "actual_high": [actual[1] for _, _, actual in EDGES],
    "row": [*range(len(EDGES))],
}


class TestEdges:
    """Whatever the numbers are: missing, infinite, in the wrong order, at a bound."""

    @pytest.mark.parametrize("engine", [*ENGINES, *FAR])
    def test_edges(self, engine: str, request: pytest.FixtureRequest) -> None:
        need(engine)
        session = request.getfixturevalue("session") if engine == "pyspark" else None
        frame = frame_of(EDGE_COLUMNS, engine, session)

        rows = in_memory(frames.evaluate(frame, columns=["verdict", "reason"]))

        assert [(row["verdict"], row["reason"]) for row in rows] == [
            by_hand(*edge) for edge in EDGES
        ]

    @pytest.mark.parametrize("engine", [*ENGINES, *FAR])
    def test_verdict_alone(self, engine: str, request: pytest.FixtureRequest) -> None:
        """It is told by fewer steps, and is the same."""
        need(engine)
        session = request.getfixturevalue("session") if engine == "pyspark" else None
        frame = frame_of(EDGE_COLUMNS, engine, session)

        rows = in_memory(frames.evaluate(frame, columns=["verdict"]))

        assert [row["verdict"] for row in rows] == [by_hand(*edge)[0] for edge in EDGES]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_ends_that_do_not_belong(self, engine: str) -> None:
        """An open end in a column of its own is the same as one that is moved inside."""
        need(engine)
        numbers = [0.0, 5.0, 7.0, INF, -INF]
        intervals = [
            (low, high, closed, other)
            for low, high in product(numbers, numbers)
            for closed, other in product([True, False], repeat=2)
            if low <= high < INF or (low < high and low > -INF)
        ]
        pairs = [*product(intervals, intervals)]
        open_ends = {"undecided": [0] * len(pairs), "row": [*range(len(pairs))]}
        moved = dict(open_ends)
        for index, name in enumerate(("target", "actual")):
            for end, (place, inwards) in {"low": (0, INF), "high": (1, -INF)}.items():
                values = [pair[index][place] for pair in pairs]
                closed = [pair[index][place + 2] for pair in pairs]
                open_ends |= {f"{name}_{end}": values, f"{name}_{end}_closed": closed}
                moved[f"{name}_{end}"] = [
                    value if is_in or abs(value) == INF else math.nextafter(value, inwards)
                    for value, is_in in zip(values, closed, strict=True)
                ]

        one, other = (
            in_memory(frames.evaluate(frame_of(columns, engine), columns=["verdict", "reason"]))
            for columns in (open_ends, moved)
        )

        assert [(row["verdict"], row["reason"]) for row in one] == [
            (row["verdict"], row["reason"]) for row in other
        ]

    def test_ten_percent_less_than_140(self) -> None:
        """140 less 10 % is 126, on the dot."""
        need("pyarrow")
        rule = kk.ReduceBy(kk.Quantity("10", "%"), base=kk.Quantity("140", "件"))
        seen = ["126", "126.0000000001", "125.9999999999"]
        indicators = [
            kk.Indicator(
                "障害の数",
                target=rule,
                observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(each, "件"))],
            )
            for each in seen
        ]
        plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "運用", indicators=indicators)])

        frame = frames.from_plan(plan, "pyarrow")

        assert frame["target_high"].to_pylist() == [126.0] * 3
        assert frames.evaluate(frame)["verdict"].to_pylist() == [1, 2, 1]


def one_row(rule: kk.Rule, actual: kk.Quantity, baseline: kk.Quantity | None = None) -> Any:
    """Return the frame of one indicator, judged, and its evaluation."""
    need("pyarrow")
    seen = kk.Observation(kk.FiscalYear(2023), actual)
    one = kk.Indicator("参加者数", target=rule, baseline=baseline, observations=[seen])
    plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "運用", indicators=[one])])
    evaluated = kk.evaluate(plan)
    (row,) = in_memory(frames.evaluate(frames.from_plan(evaluated, "pyarrow")))
    return row, next(evaluated.all())


class TestRates:
    """Rates where they are seldom defined."""

    def test_without_a_verdict(self) -> None:
        """What cannot be judged may have a rate of progress all the same."""
        rule = kk.IncreaseBy(kk.Quantity("0", "%"))
        actual = kk.Quantity("5", change=kk.Change.INCREASE)

        row, evaluation = one_row(rule, actual, kk.Quantity("3", "割"))

        assert row["reason"] == REASONS[kk.Reason.RATE_OR_POINTS]
        found = [row[name] for name in row if name.startswith(("achievement_", "progress_"))]
        assert found == rates_by_objects(evaluation)

    def test_in_another_unit(self) -> None:
        row, evaluation = one_row(
            kk.AtLeast(kk.Quantity("2", "千人")),
            kk.Quantity("1500", "人"),
            kk.Quantity("1000", "人"),
        )

        assert (row["aim"], row["baseline"], row["progress_low"]) == (2000.0, 1000.0, 0.5)
        assert evaluation.rates["progress"].value == Decimal("0.5")

    def test_of_columns(self) -> None:
        """A frame may have an aim and no baseline."""
        need("pyarrow")
        frame = frame_of(GOOD | {"aim": [5.0, 0.0]}, "pyarrow")

        rows = in_memory(frames.evaluate(frame))

        assert [(row["achievement_low"], row["progress_low"]) for row in rows] == [
            (1.0, None),
            (None, None),
        ]


class TestEnds:
    """Floats compare as the decimals do."""

    decimals = st.integers(1 - 10**15, 10**15 - 1).flatmap(
        lambda digits: st.integers(-20, 20).map(lambda power: Decimal(digits).scaleb(power))
    )

    @given(bound=decimals, actual=decimals, strict=st.booleans())
    def test_fifteen_digits(self, bound: Decimal, actual: Decimal, *, strict: bool) -> None:
        floor = kk.Quantity(lower=bound, lower_closed=not strict)

        met = ends_of(kk.Quantity(actual)).low >= ends_of(floor).low

        assert met is (actual > bound if strict else actual >= bound)

    @given(
        numerator=st.integers(1, 10**6),
        divisor=st.integers(1, 999),
        step=st.integers(-2, 2),
        strict=st.booleans(),
    )
    def test_bounds_without_end(
        self, numerator: int, divisor: int, step: int, *, strict: bool
    ) -> None:
        """A bound of 60 digits, beside the numbers of 15 digits around it."""
        bound = Context(prec=60).divide(Decimal(numerator), Decimal(divisor))
        near = Context(prec=15).plus(bound)
        actual = near + step * Decimal(1).scaleb(near.adjusted() - 14)
        assume(len(actual.as_tuple().digits) <= 15)
        ceiling = kk.Quantity(upper=bound, upper_closed=not strict)

        met = ends_of(kk.Quantity(actual)).high <= ends_of(ceiling).high

        assert met is (actual < bound if strict else actual <= bound)

    @given(quantity=quantities(plain=True))
    def test_there_and_back(self, quantity: kk.Quantity) -> None:
        assert quantity_of(ends_of(quantity), quantity.unit) == quantity


class TestDays:
    """What the day of judging makes of the same rows."""

    def columns(self, engine: str) -> Any:
        need(engine)
        day = date(2024, 3, 31)
        return frame_of(
            {
                "undecided": [0, 0, 0, 60, 0],
                "target_low": [5.0, 5.0, 5.0, None, 5.0],
                "target_high": [INF] * 5,
                "actual_low": [5.0, 4.0, 5.0, None, 5.0],
                "actual_high": [5.0, 4.0, 5.0, None, 5.0],
                "target_due": [day, day, day, day, None],
                "waits": [False, False, True, False, False],
                "row": [0, 1, 2, 3, 4],
            },
            engine,
        )

    @pytest.mark.parametrize("engine", ENGINES)
    def test_before_and_at_the_date(self, engine: str) -> None:
        frame = self.columns(engine)

        before = in_memory(frames.evaluate(frame, as_of=date(2024, 3, 30)))
        there = in_memory(frames.evaluate(frame, as_of=date(2024, 3, 31)))

        assert [row["verdict"] for row in before] == [1, 3, 3, 4, 1]
        assert [row["flags"] for row in before] == [1, 0, 0, 0, 0]
        assert [row["standing"] for row in before] == [0, 3, 3, 0, 0]
        assert [row["standing_reason"] for row in before] == [0, 30, 30, 0, 0]
        assert [row["verdict"] for row in there] == [1, 2, 1, 4, 1]

    def test_without_a_day(self) -> None:
        rows = in_memory(frames.evaluate(self.columns("pyarrow")))

        assert [row["verdict"] for row in rows] == [1, 2, 1, 4, 1]
        assert [row["standing"] for row in rows] == [0] * 5

    @pytest.mark.parametrize("engine", ENGINES)
    def test_line_that_is_not_there(self, engine: str) -> None:
        """A line that is missing, and an actual that is: both are unknown, each for its reason."""
        need(engine)
        frame = frame_of(
            {
                "undecided": [0, 0, 0, 0],
                "target_low": [5.0] * 4,
                "target_high": [INF] * 4,
                "actual_low": [4.0, None, 4.0, 4.0],
                "actual_high": [4.0, None, 4.0, 4.0],
                "target_due": [date(2024, 3, 31)] * 4,
                "line_low": [None, 3.0, 3.0, 4.5],
                "line_high": [None, INF, INF, INF],
                "line_undecided": [0, 0, 0, 0],
                "row": [0, 1, 2, 3],
            },
            engine,
        )

        rows = in_memory(frames.evaluate(frame, as_of=date(2024, 1, 1)))

        assert [(row["standing"], row["standing_reason"]) for row in rows] == [
            (3, REASONS[Gap.BASELINE_MISSING]),
            (3, REASONS[kk.Reason.NO_ACTUAL]),
            (1, 0),
            (2, 0),
        ]


GOOD: dict[str, list[Any]] = {
    "undecided": [0, 0],
    "target_low": [5.0, 5.0],
    "target_high": [INF, INF],
    "actual_low": [5.0, 4.0],
    "actual_high": [5.0, 4.0],
    "row": [0, 1],
}


class TestContract:
    """A frame keeps to the contract, or is told where it does not."""

    def faults(self, engine: str, columns: dict[str, list[Any]]) -> list[tuple[str, str]]:
        need(engine)
        with pytest.raises(kk.FormatError) as caught:
            frames.check(frame_of(GOOD | columns, engine))
        return [(fault.path, fault.code) for fault in caught.value.faults]

    @pytest.mark.parametrize("engine", [*ENGINES, "dask"])
    def test_good(self, engine: str) -> None:
        need(engine)
        frames.check(frame_of(GOOD, engine))

    @pytest.mark.parametrize("engine", [*ENGINES, "dask"])
    def test_wrong_order(self, engine: str) -> None:
        found = self.faults(engine, {"target_high": [INF, 3.0]})

        assert found == [("target_low", "frames-empty")]

    def test_rows_are_named(self) -> None:
        need("pyarrow")
        frame = frame_of(GOOD | {"actual_low": [5.0, 6.0]}, "pyarrow")

        with pytest.raises(kk.FormatError) as caught:
            frames.check(frame)

        assert "actual_low" in str(caught.value)
        assert "row 1, actual_low 6.0, actual_high 4.0" in str(caught.value)
        assert "入れ替える" in caught.value.__notes__[0]

    @pytest.mark.parametrize(
        ("columns", "fault"),
        [
            ({"actual_low": [5.0, None]}, ("actual_low", "frames-one-end")),
            ({"actual_high": [5.0, math.nan]}, ("actual_low", "frames-one-end")),
            ({"target_low": [5.0, -INF]}, ("target_low", "frames-endless")),
            ({"target_low": [5.0, INF]}, ("target_low", "frames-empty")),
            ({"undecided": [0, 99]}, ("undecided", "frames-code")),
            ({"direction": [0, 2]}, ("direction", "frames-code")),
            (
                {"target_from": [date(2024, 4, 1)] * 2, "target_due": [date(2024, 3, 31)] * 2},
                ("target_from", "frames-backwards"),
            ),
        ],
    )
    def test_values(self, columns: dict[str, list[Any]], fault: tuple[str, str]) -> None:
        assert self.faults("pyarrow", columns) == [fault]

    def test_columns(self) -> None:
        """Missing columns and columns of other kinds are told all at once, before any value."""
        pyarrow = pytest.importorskip("pyarrow")
        table = pyarrow.table(
            {
                "undecided": [0.0],
                "target_low": ["5"],
                "target_high": [5],
                "actual_low": [5],
                "waits": [1],
                "target_due": ["2024"],
                "name": ["障害の数"],
            }
        )

        with pytest.raises(kk.FormatError) as caught:
            frames.evaluate(table)

        assert [(fault.path, fault.code) for fault in caught.value.faults] == [
            ("actual_high", "frames-no-column"),
            ("undecided", "frames-wanted-code"),
            ("target_low", "frames-wanted-number"),
            ("target_due", "frames-wanted-day"),
            ("waits", "frames-wanted-switch"),
        ]

    def test_whole_numbers_are_numbers(self) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        ends = {name: [5] for name in ("target_low", "target_high", "actual_low", "actual_high")}

        judged = frames.evaluate(pyarrow.table({"undecided": [0], **ends}))

        assert judged["verdict"].to_pylist() == [1]

    def test_columns_that_are_not_there(self) -> None:
        need("pyarrow")

        with pytest.raises(kk.InvalidDefinitionError, match="rank"):
            frames.evaluate(frame_of(GOOD, "pyarrow"), columns=["rank"])

    def test_engines_that_are_not_there(self) -> None:
        with pytest.raises(kk.InvalidDefinitionError, match="abacus"):
            frame_of(GOOD, "abacus")

    def test_other_columns_are_kept(self) -> None:
        polars = pytest.importorskip("polars")
        frame = frame_of(GOOD, "polars").with_columns(city=polars.lit("相模原市"))

        judged = frames.evaluate(frame, columns=["verdict"])

        assert judged.columns == [*frame.columns, "verdict"]
        assert frames.evaluate(judged, columns=["verdict"]).equals(judged)

    def test_names(self) -> None:
        assert len(CONTRACT) == len(INPUTS) + len(OUTPUTS)
        assert all(column.meaning for column in CONTRACT.values())


class TestCodes:
    """Each member of a closed set has a number of its own, for good."""

    def test_all_have_one(self) -> None:
        assert {*VERDICTS} == {*kk.Verdict}
        assert {*PACES} == {*kk.Pace}
        assert {*FLAGS} == {*kk.Flag}
        assert {*REASONS} == {*kk.Reason, *Gap}
        assert len({*REASONS.values()}) == len(REASONS)

    @given(flags=st.sets(st.sampled_from([*kk.Flag])))
    def test_flags(self, flags: set[kk.Flag]) -> None:
        assert {*flags_in(flags_of(flags))} == flags

    @pytest.mark.parametrize("engine", [*ENGINES, "dask"])
    def test_words(self, engine: str) -> None:
        need(engine)
        judged = frames.evaluate(frame_of(GOOD, engine))

        rows = in_memory(frames.words(judged))

        assert [row["verdict"] for row in rows] == ["達成", "未達成"]
        assert [row["reason"] for row in rows] == ["", ""]
