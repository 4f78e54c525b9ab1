"""Small tables as they are made, each with what a careful person takes from it.

``small_grids.txt`` has them: the cells, ``↵`` the end of a line within one, ``&`` the merged
ranges, ``=`` an indicator with its targets and its actuals, each with the first year it is for.
*read* is read as said and without an issue, *told* is read as said with an issue, *refused* is no
table yet or never: it is not guessed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import field, frozen

import kpikit as kk

pytestmark = pytest.mark.usefixtures("in_this_process")

FILE = Path(__file__).parent / "small_grids.txt"
#: One grid of so many is read whenever the tests are run; all are by `wide` tests.
_EACH = 3
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@frozen
class SmallGrid:
    """A table, and what is taken from it."""

    name: str
    outcome: str
    rows: list[list[str]] = field(factory=list[list[str]])
    merges: list[str] = field(factory=list[str])
    expected: list[str] = field(factory=list[str])


def small_grids() -> Iterator[SmallGrid]:
    for block in FILE.read_text(encoding="utf-8").split("\n# "):
        head, *lines = block.removeprefix("# ").rstrip("\n").split("\n")
        name, outcome = head.rsplit(": ", 1)
        while lines and not lines[-1]:
            lines.pop()
        grid = SmallGrid(name, outcome)
        for line in lines:
            if line.startswith("= "):
                grid.expected.append(line.removeprefix("= "))
            elif line.startswith("& "):
                grid.merges.extend(line.split()[1:])
            else:
                grid.rows.append(line.replace("↵", "\n").split("|"))
        yield grid


def read(grid: SmallGrid) -> kk.Plan:
    if not grid.merges:
        stream = StringIO()
        csv.writer(stream, lineterminator="\n").writerows(grid.rows)
        return kk.read_plan(stream.getvalue().encode(), name="plan.csv")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in grid.rows:
        numbers = (float(cell) if NUMBER.fullmatch(cell) else cell or None for cell in row)
        book.active.append(list(numbers))
    for area in grid.merges:
        book.active.merge_cells(area)
    made = BytesIO()
    book.save(made)
    return kk.read_plan(made.getvalue(), name="plan.xlsx")


def number(text: str) -> str:
    found = NUMBER.search(text)
    assert found is not None
    return found[0].removesuffix(".0")


Values: TypeAlias = tuple[str, list[str], list[str]]


def dated(period: kk.Period | None, text: str) -> str:
    return f"{period.start.year if period else '?'}: {number(text)}"


def values_of(indicator: kk.Indicator) -> Values:
    aims = [each for each in indicator.targets if NUMBER.search(str(each.rule))]
    targets = {dated(each.period, str(each.rule)) for each in aims}
    seen = [each for each in indicator.observations if each.quantity is not None]
    actuals = {dated(each.period, str(each.quantity)) for each in seen}
    return " ".join(indicator.name.split()), sorted(targets), sorted(actuals)


def expected_of(line: str) -> Values:
    name, *values = (part.strip() for part in line.split("|"))
    targets, actuals = ([part for part in each.split(", ") if part] for each in values)
    return name, sorted(map(plainly, targets)), sorted(map(plainly, actuals))


def plainly(value: str) -> str:
    year, text = value.split(": ")
    return f"{year}: {number(text)}"


@pytest.mark.parametrize(
    "grid",
    [
        pytest.param(grid, id=grid.name, marks=pytest.mark.wide if number % _EACH else ())
        for number, grid in enumerate(small_grids())
    ],
)
def test_small_grid(grid: SmallGrid) -> None:
    if grid.outcome == "refused":
        with pytest.raises(kk.TableError):
            read(grid)
        return
    plan = read(grid)

    assert sorted(map(expected_of, grid.expected)) == sorted(map(values_of, plan.indicators()))
    assert bool(plan.issues) is (grid.outcome == "told")
