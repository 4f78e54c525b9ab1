"""Whole tables of indicators, read into a :class:`kpikit.plan.Plan`.

A source yields :class:`~kpikit.table.lines.Row`; rows become tables, tables a plan. A new
format is one more source of rows.
"""

from kpikit.table.read import read_plan

__all__ = ["read_plan"]
