"""Frames: the same verdicts as one by one, on every engine."""

from __future__ import annotations

import csv
import math
import os
import shutil
import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
import sagamihara
from frame_rows import TOLD, Rows, is_near, rates_by_objects, told_by_objects
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.gap import Gap
from kpikit.judging.result import PlanEvaluation
from shared import shared_path
from strategies import plans

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
from kpikit.frames.plan import columns_of  # noqa: E402
from kpikit.frames.rows import rows_of  # noqa: E402

FULL = os.environ.get("KPIKIT_HYPOTHESIS_PROFILE") == "full"
IN_MEMORY = ("pandas", "polars", "pyarrow")
#: The engines of the ordinary tests; Dask and Spark are started for few rows, and in full.
ENGINES = (*IN_MEMORY, "duckdb")
FAR = ("dask", "pyspark")
INF = math.inf


def need(engine: str) -> None:
    """Skip a test where its engine is not here."""
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not here")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Java is not here")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session of Spark on this machine."""
    need("pyspark")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        made = builder.config("spark.sql.shuffle.partitions", "1").getOrCreate()
        made.sparkContext.setLogLevel("OFF")
        yield made
        made.stop()


def in_memory(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any engine, in their order."""
    if hasattr(frame, "compute"):
        frame = frame.compute()
    if hasattr(frame, "toArrow"):
        frame = frame.toArrow()
    wrapped = nw.from_native(frame)
    if isinstance(wrapped, nw.LazyFrame):
        wrapped = wrapped.collect("pyarrow")
    table = wrapped.sort("row").to_arrow()
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def told(frame: Any) -> list[tuple[int, ...]]:
    return [tuple(row[name] for name in TOLD) for row in in_memory(frame)]


def as_columns(plans: Sequence[PlanEvaluation]) -> dict[str, list[Any]]:
    """Return the rows of several plans as columns, numbered through."""
    rows = [row for plan in plans for row in rows_of(plan)]
    return columns_of({**row, "row": number} for number, row in enumerate(rows))


@pytest.fixture(scope="module")
def many() -> tuple[list[Evaluation], dict[str, list[Any]]]:
    """Rows of all rules: their evaluations one by one, and their columns."""
    rows = Rows(20261129)
    plans = [rows.evaluated(200) for _ in range(1_000 if FULL else 100)]
    return [each for plan in plans for each in plan.all()], as_columns(plans)


def corpus_plans() -> list[PlanEvaluation]:
    """Read the published rows of the corpus, a table for each publisher, and evaluate them."""
    headings = {
        "指標名": "indicator",
        "単位": "unit",
        "基準値": "baseline",
        "基準年度": "baseline_period",
        "目標値": "target",
        "目標年度": "target_period",
        "実績値": "actual",
        "実績年度": "actual_period",
    }
    with shared_path("corpus", "rows.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [*csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]
    tables: dict[str, list[str]] = {}
    for row in rows:
        lines = tables.setdefault(row["publisher"], ["\t".join(headings)])
        lines.append("\t".join(row[name] for name in headings.values()))
    return [
        kk.evaluate(kk.read_plan("\n".join(lines).encode()), as_of=date(2024, 3, 31))
        for lines in tables.values()
    ]


def is_missing(number: float | None) -> bool:
    return number is None or math.isnan(number)


def condition_of(row: dict[str, Any]) -> float:
    """Return how much larger the numbers of a rate of progress are than their difference."""
    if is_missing(row["aim"]) or is_missing(row["baseline"]) or row["aim"] == row["baseline"]:
        return 1.0
    largest = max(abs(row["aim"]), abs(row["baseline"]))
    return max(1.0, largest / abs(row["aim"] - row["baseline"]))


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

    @pytest.mark.parametrize("kind", ["numpy_nullable", "pyarrow"])
    def test_other_types_of_pandas(self, kind: Any, many: Any) -> None:
        need("pandas")
        need("pyarrow")
        evaluations, columns = many
        frame = frame_of(columns, "pandas").convert_dtypes(dtype_backend=kind)

        assert told(frames.evaluate(frame)) == [*told_by_objects(evaluations)]

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
        assert reasons - {reason for _, reason, *_ in rows} <= {REASONS[kk.Reason.INDICATOR_NOT_SET]}

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

    @given(plan=plans)
    def test_any_plan(self, plan: kk.Plan) -> None:
        """Whatever a plan holds, its frame tells what its evaluation tells."""
        need("pyarrow")
        evaluated = kk.evaluate(plan)

        judged = frames.evaluate(frames.from_plan(evaluated, "pyarrow"))

        assert told(judged) == [*told_by_objects(evaluated.all())]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_sagamihara(self, engine: str) -> None:
        """The 42 verdicts of the example, as a careful person reads them."""
        need(engine)
        evaluated = kk.evaluate(kk.read_plan(sagamihara.published().encode()))
        names = {number: verdict.value for verdict, number in VERDICTS.items()}
        reasons = {number: reason.value for reason, number in REASONS.items()} | {0: ""}

        rows = told(frames.evaluate(frames.from_plan(evaluated, engine)))

        assert [(names[row[0]], reasons[row[1]]) for row in rows] == [
            (verdict, reason) for *_, verdict, reason in sagamihara.EXPECTED
        ]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_published_rows(self, engine: str) -> None:
        """Rows of 33 publishers, read from the corpus."""
        need(engine)
        plans = corpus_plans()
        evaluations = [each for plan in plans for each in plan.all()]

        judged = frames.evaluate(frame_of(as_columns(plans), engine))

        assert len(evaluations) > 1_500
        assert told(judged) == [*told_by_objects(evaluations)]
