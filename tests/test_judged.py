"""Whole rows as text, each read and judged, with the verdict that a careful person gives."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import kpikit as kk
from kpikit.model.period import Period

TABLE = Path(__file__).parent / "cells" / "judged.tsv"
START, BEFORE, NOW = (kk.FiscalYear(year) for year in (2019, 2022, 2023))


class Row(NamedTuple):
    """One line of the table; an empty cell of a baseline or of the year before is none."""

    name: str
    baseline: str
    before: str
    actual: str
    target: str
    verdict: str
    reason: str


def rows() -> list[Row]:
    """Return the lines of the table; those that begin with ``#`` are headings."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    fields = [[*line.split("\t"), ""] for line in lines if not line.startswith("#")]
    return [Row(*each[:7]) for each in fields]


def observed(text: str, column: Period) -> kk.Observation | None:
    """Read a cell of a column, ``None`` where the table has none."""
    return kk.read_actual(text, column=column).unwrap() if text else None


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(row[:5]))
def test_row(row: Row) -> None:
    """The verdict, and the reason where there is none of achieved and not achieved."""
    target = kk.read_target(row.target)
    series = (observed(row.before, BEFORE), observed(row.actual, NOW))
    indicator = kk.Indicator(
        row.name,
        target=kk.Target(target.unwrap(), target.period),
        baseline=observed(row.baseline, START),
        observations=[each for each in series if each is not None],
    )
    evaluation = kk.evaluate(indicator)
    assert (row.verdict, row.reason) == (
        evaluation.verdict.value,
        "" if evaluation.reason is None else evaluation.reason.value,
    )
