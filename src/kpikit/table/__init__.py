"""Tables of indicators: rows of cells into a :class:`kpikit.plan.Plan`.

A source yields :class:`~kpikit.table.lines.Row`; rows become tables, tables a plan. The sources
themselves, text files and workbooks, are in :mod:`kpikit.io`.
"""

from kpikit.table.headings import SYNONYMS, Column, Role
from kpikit.table.layout import Layout
from kpikit.table.read import plan_of

__all__ = ["SYNONYMS", "Column", "Layout", "Role", "plan_of"]
