"""Sheets of random cells and merges: read or refused, and nothing of them is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.io.document import Document
from kpikit.io.grid import Grid
from kpikit.io.source import Request
from kpikit.table.blocks import split_tables
from kpikit.table.read import plan_of

HEADER = ["No.", "施策名", "指標名", "実績値(R5)", "目標値", "指標2", "実績"]
CELLS = [
    *("1990", "2010", "1868", "R3", "令和3年度", "2024年3月31日", "(令和5年3月現在)"),
    *("1", "12", "10件", "80%", "—", "#N/A", "甲", "乙", "利用者数", "合計", "事業", "KPI"),
    *("※注", "A(重点):急ぐもの", "目標を達成", "基本目標1 甲"),
]


@st.composite
def grids(draw: st.DrawFn, *, headed: bool) -> Grid:
    """Draw a sheet: a header where it is *headed*, cells below it, merges that hide no cell."""
    texts = {(1, column): text for column, text in enumerate(HEADER, 1)} if headed else {}
    below = st.dictionaries(
        st.tuples(st.integers(2, 9), st.integers(1, len(HEADER))),
        st.sampled_from([*CELLS, *([] if headed else HEADER)]),
        max_size=30,
    )
    grid = Grid(texts | draw(below))
    for top, left in draw(st.lists(st.sampled_from(sorted(grid.texts) or [(2, 1)]), max_size=3)):
        bottom, right = draw(st.integers(top, top + 3)), draw(st.integers(left, left + 3))
        inside = {(row, at) for row in range(top, bottom + 1) for at in range(left, right + 1)}
        if top > 1 and not grid.texts.keys() & inside - {(top, left)}:
            grid.merges.append((top, left, bottom, right))
    return grid


def read(grid: Grid) -> kk.Plan:
    rows = grid.rows(Request(Document("plan.xlsx")))
    tables, before = split_tables(rows, "plan.xlsx", sheet="KPI")
    remarks = [row.line_text for row in before]
    return plan_of(tables, remarks=remarks, file="plan.xlsx")


def said(plan: kk.Plan) -> set[str]:
    """Return all words of a plan, and those of its headings."""
    texts = [*plan.remarks, *(re.sub("[「」]", " ", each.value) for each in plan.chosen)]
    for section in plan.walk():
        texts += [section.heading, section.kind, section.code, section.title, *section.departments]
        for indicator in section.indicators:
            texts += [cell.text for cell in indicator.source.cells] if indicator.source else []
    return {word for text in texts for word in text.split()}


class TestNothingIsLost:
    """Every cell below a header is in the plan, as a cell of an indicator or beside them."""

    @given(grids(headed=True))
    def test_every_cell_is_there(self, grid: Grid) -> None:
        below = {word for (row, _), text in grid.texts.items() if row > 1 for word in text.split()}

        assert below <= said(read(grid))

    @given(grids(headed=False))
    def test_anything_is_read_or_refused(self, grid: Grid) -> None:
        try:
            plan = read(grid)
        except kk.TableError:
            return
        assert plan.chosen


def test_text_that_merged_cells_multiply() -> None:
    """A text over many cells is as much text as it is in all of them."""
    grid = Grid({(line, 1): "x" * 1000 for line in range(1, 10)} | {(1, 9): "y"})
    grid.merges = [(1, 1, 9, 8)]
    request = Request(Document("plan.xlsx"), limits=kk.Limits(size=50_000))
    with pytest.raises(kk.TableError, match=r"\(size: 50,000\)"):
        grid.rows(request)
