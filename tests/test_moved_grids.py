"""The same grids moved, with merged cells parted, and with rows as columns: as right, never other.

A workbook of ``tests/shapes`` is read, written anew in another form and read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve, frozen

import kpikit as kk
from made_documents import Documents

openpyxl = pytest.importorskip("openpyxl")

pytestmark = pytest.mark.usefixtures("in_this_process")

#: The sets of documents whose workbooks are moved: some at each change, the others by the full run.
LETTERS = [
    pytest.param("cn", marks=pytest.mark.wide),
    pytest.param("abdhikoqsvx", marks=pytest.mark.long),
]
#: What an issue says of a table that is in doubt, and not read beside others.
LEFT = {"aims-left", "cell-left"}
Place: TypeAlias = tuple[int, int]
Area: TypeAlias = tuple[int, int, int, int]
Values: TypeAlias = list[tuple[str, frozenset[str], frozenset[str]]]


@frozen
class Grid:
    """A sheet: its values with their formats, and its merged ranges."""

    title: str
    cells: Mapping[Place, tuple[Any, str]]
    merges: tuple[Area, ...]


def shifted(grid: Grid) -> Grid:
    cells = {(row + 3, column + 2): each for (row, column), each in grid.cells.items()}
    merges = ((top + 3, left + 2, low + 3, right + 2) for top, left, low, right in grid.merges)
    return evolve(grid, cells=cells, merges=tuple(merges))


def dissolved(grid: Grid) -> Grid:
    return evolve(grid, merges=())


def transposed(grid: Grid) -> Grid:
    cells = {(column, row): each for (row, column), each in grid.cells.items()}
    merges = ((left, top, right, low) for top, left, low, right in grid.merges)
    return evolve(grid, cells=cells, merges=tuple(merges))


def grids(path: Path) -> list[Grid]:
    """Return the sheets of a workbook, ``[]`` if something is hidden."""
    found = list[Grid]()
    for sheet in openpyxl.load_workbook(path):
        hidden = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]
        if any(each.hidden for each in hidden):
            return []
        cells = {
            (cell.row, cell.column): (cell.value, cell.number_format)
            for line in sheet.iter_rows()
            for cell in line
            if cell.value is not None
        }
        merges = tuple(
            (area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        )
        found.append(Grid(sheet.title, cells, merges))
    return found


def written(sheets: list[Grid]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in sheets:
        sheet = book.create_sheet(grid.title)
        for (row, column), (value, number_format) in grid.cells.items():
            sheet.cell(row, column, value).number_format = number_format
        for area in grid.merges:
            sheet.merge_cells(None, *area)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def values(plan: kk.Plan) -> Values:
    """Return what is judged of each indicator: its name, its targets and its actuals."""
    return sorted(
        (
            "".join(sorted("".join(each.name.split()))),
            frozenset(f"{target.period} {target.rule}" for target in each.targets),
            frozenset(
                f"{seen.period} {seen.quantity}"
                for seen in each.observations
                if seen.missing is not kk.Missing.BLANK
            ),
        )
        for each in plan.indicators()
    )


def outcomes(paths: list[Path], change: Callable[[Grid], Grid]) -> Iterator[tuple[str, str]]:
    """Yield of each document whether it says the same in another form."""
    for path in paths:
        sheets = grids(path)
        try:
            before = values(kk.read_plan(path)) if sheets else []
        except kk.TableError:
            continue
        if not before:
            continue
        try:
            plan = kk.read_plan(written([*map(change, sheets)]), name=path.name)
        except kk.TableError:
            yield path.name, "refused"
            continue
        after = values(plan)
        is_told = any(each.code in LEFT for each in plan.issues)
        is_part = is_told and len(after) < len(before) and all(each in before for each in after)
        yield path.name, "part" if is_part else "same" if after == before else "other"


@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize("change", [shifted, dissolved, transposed])
def test_the_same_in_another_form(
    documents: Documents, change: Callable[[Grid], Grid], letters: str
) -> None:
    """At least 80 % say the same, and no document says something else."""
    paths = [path for letter in letters for path in documents[letter] if path.suffix == ".xlsx"]
    found = dict(outcomes(paths, change))
    counts = Counter(found.values())

    assert [] == [name for name, outcome in found.items() if outcome == "other"]
    assert counts["same"] >= 0.8 * len(found) > 0
