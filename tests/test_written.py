"""Cells that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.io.written import escaped, unescaped

#: What begins a formula in one spreadsheet or another, full-width signs in Japanese ones.
SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_formula(sign: str) -> None:
    cell = f"{sign}SUM(A1)"
    assert escaped(cell) == f"'{cell}"
    assert escaped(f"'{cell}") == f"''{cell}"
    for text in (cell, f"'{cell}", f"a{cell}", f"''{cell}"):
        assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("cell", ["", "'", "'a", "a=1", "―", "—", "▲5", "*", "％", "~"])
def test_text(cell: str) -> None:
    assert (escaped(cell), unescaped(cell)) == (cell, cell)


@pytest.mark.parametrize("sign", SIGNS[:8])
def test_in_a_file(tmp_path: Path, sign: str) -> None:
    """What stands in the file is text to a spreadsheet, and the cell again to kpikit."""
    name = f"{sign}HYPERLINK(1)率"
    plan = kk.read_plan(f"指標名\t実績値(R5)\t目標値(R5)\n{name}\t5%\t4%以上\n".encode())
    kk.write_plan(plan, tmp_path / "plan.csv")
    with (tmp_path / "plan.csv").open(encoding="utf-8-sig", newline="") as file:
        assert f"'{name}" in [cell for row in csv.reader(file) for cell in row]
    (indicator,) = kk.read_plan(tmp_path / "plan.csv").indicators()
    assert indicator.name == name
