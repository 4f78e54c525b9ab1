"""A plan as a frame, and a frame as a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any, Final

import attrs

from kpikit.frames.codes import REASONS, VERDICTS, words_of
from kpikit.frames.contract import INPUTS
from kpikit.frames.engine import Frame, collected, frame_of, wrapped
from kpikit.frames.indicators import day_of, indicator_of, known
from kpikit.frames.judge import evaluate as evaluate_frame
from kpikit.frames.rows import Row, rows_of
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.language.issue import Issue
from kpikit.model.indicator import Indicator
from kpikit.model.plan import Plan, Section

__all__ = ["NAMES", "PLACES", "columns_of", "from_plan", "to_plan"]

#: How many rows a message names.
_MOST: Final = 5

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


def to_plan(frame: Frame, title: str = "") -> Plan:
    """Return the rows of a frame as a plan, an indicator for each, for reports and for audits.

    Every indicator is judged as its row is, on the day of the row. A row without one says what its
    numbers say, whenever they are of; whether its target is due, and its actual of that time, is
    told by the day that the plan is judged on. Where what made a row undecidable is in no column,
    an issue of the plan says so. A section is what rows below one another have in the columns
    ``plan`` and ``section``. Of a rule the ends are left, not its words; of several parts, how many
    there are and how many of them are met.

    Args:
        frame: A frame of any engine with the columns of the contract; what is lazy is run.
        title: What the plan is called; by default what the column ``plan`` says first.

    Raises:
        FormatError: A column is missing or of another kind, or a row would have another verdict
            than in the frame, since what it is judged by is in no column: the message names the
            first of these rows.

    >>> import pandas as pd
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> frame = pd.DataFrame([[55.0, float("inf"), 60.0, 60.0]], columns=names)
    >>> plan = to_plan(frame.assign(undecided=0, name="利用率", unit="%", year=2023), "計画")
    >>> (one,) = evaluate(plan).all()
    >>> one.indicator.name, one.verdict
    ('利用率', Verdict.ACHIEVED)
    """
    told = evaluate_frame(frame, columns=["verdict", "reason"])
    rows = [known(row) for row in collected(wrapped(told)).rows(named=True)]
    rows.sort(key=lambda row: row.get("row") or 0)
    made = [indicator_of(row) for row in rows]
    judged = [_judged(each, row) for row, each in zip(rows, made, strict=True)]
    others = [
        row for row, (verdict, _) in zip(rows, judged, strict=True) if verdict != row["verdict"]
    ]
    if others:
        fault = Fault("frames-otherwise", "undecided", values={"rows": _listed(others)})
        raise FormatError.of_file("", [fault])
    issues = [
        _issue(row, each)
        for row, each, (_, reason) in zip(rows, made, judged, strict=True)
        if reason != row["reason"]
    ]
    found = title or next((row["plan"] for row in rows if row.get("plan")), "")
    return Plan(found, sections=_sections(rows, made), issues=issues)


def _judged(indicator: Indicator, row: Row) -> tuple[int, int]:
    """Return the codes of verdict and reason of an indicator by itself, on the day of its row."""
    day = day_of(row, "as_of")
    of_unknown = any(each.unread for each in indicator.observations)  # which no day tells
    judged = evaluate(
        indicator if day is not None or of_unknown else _undated(indicator), as_of=day
    )
    return VERDICTS[judged.verdict], 0 if judged.reason is None else REASONS[judged.reason]


def _undated(indicator: Indicator) -> Indicator:
    """Return an indicator of which only the numbers are judged."""
    target = [attrs.evolve(each, period=None) for each in indicator.targets]
    return attrs.evolve(indicator, target=target)


def _issue(row: Row, indicator: Indicator) -> Issue:
    """Say that the reason of a row is not that of its indicator."""
    name = indicator.name
    return Issue("frames-reason", name, 0, len(name), words_of("reason", "en")[row["reason"]])


def _listed(rows: list[Row]) -> str:
    """Return the first of some rows as a message names them."""
    return "; ".join(f"row {row.get('row')}, name {row.get('name')}" for row in rows[:_MOST])


def _sections(rows: list[Row], made: list[Indicator]) -> list[Section]:
    """Return the indicators by what their rows say of plan and section."""
    pairs = zip(rows, made, strict=True)
    grouped = groupby(pairs, key=lambda pair: (pair[0].get("plan"), pair[0].get("section")))
    return [
        Section("", "", section or "", indicators=[each for _, each in found])
        for (_, section), found in grouped
    ]
