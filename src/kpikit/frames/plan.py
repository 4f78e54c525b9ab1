"""A plan as a frame, and a frame as a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from kpikit.frames.contract import INPUTS
from kpikit.frames.engine import Frame, frame_of
from kpikit.frames.rows import Row, rows_of
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation
from kpikit.model.plan import Plan

__all__ = ["NAMES", "PLACES", "columns_of", "from_plan"]

#: What only frames of other origin bring: a plan has its ends and rates resolved.
_RAW: Final = ("_closed", "base", "rate", "strict")
#: Where a row of several documents is from.
PLACES: Final = ("publisher", "file", "place")
#: The columns of a plan.
NAMES: Final = tuple(column.name for column in INPUTS if not column.name.endswith((*_RAW, *PLACES)))


def from_plan(plan: Plan | PlanEvaluation, engine: str = "polars", *, session: Any = None) -> Frame:
    """Return a plan as a frame, a row for each of its indicators.

    Args:
        plan: The plan; or its evaluation, where it is to be judged otherwise than by default.
        engine: ``pandas``, ``polars``, ``pyarrow``, ``duckdb``, ``dask`` or ``pyspark``.
        session: The session of Spark; by default the active one.

    >>> import kpikit as kk
    >>> rule = kk.AtMost(kk.Quantity("126", "件"))
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("59", "件"))
    >>> one = kk.Indicator("障害件数", target=rule, observations=[seen])
    >>> plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "運用", indicators=[one])])
    >>> frame = from_plan(plan, "pandas")
    >>> float(frame["target_high"][0])
    126.0
    """
    evaluated = plan if isinstance(plan, PlanEvaluation) else evaluate(plan)
    return frame_of(columns_of(rows_of(evaluated)), engine, session)


def columns_of(rows: Iterable[Row], names: Collection[str] = NAMES) -> dict[str, list[Any]]:
    """Return rows as columns of the contract.

    >>> columns_of([{"name": "利用率"}, {"name": "満足度"}], ["name"])
    {'name': ['利用率', '満足度']}
    """
    found = list(rows)
    return {name: [row[name] for row in found] for name in names}
